"""How names sound: which spellings are one name in any script and country, and which are two."""

from __future__ import annotations

import pytest

from graph.kinds import Kind
from graph.lexicon import Name
from graph.names import FUZZY_LONGEST, Matched, Resolver

FIGURES = frozenset({Kind.FIGURE})


def _asked(known: str, text: str) -> Matched | None:
    return Resolver([Name("known", Kind.FIGURE, known, primary=True)]).ask(text, FIGURES).matched


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Qais al-Khazali", "Kays el-Hazali"), ("Khamis al-Khanjar", "Hamis Hançer"), ("Jamal Karim", "Cemal Kerim"),
        ("Abdul Karim Qasim", "Abdelkarim Kassem"), ("Falih al-Fayyadh", "Faleh Alfayadh"),
        ("Masoud Barzani", "Mesûd Barzanî"),
        ("Nouri al-Maliki", "نووری مالیکی"), ("Nouri al-Maliki", "نوری مالکی"), ("Muthanna Samarrai", "مثنى السامرائي"),
        ("Bafel Talabani", "بافڵ تاڵەبانی"), ("Haider al-Abadi", "حهیدهر عهبادى"), ("عمار الحكيم", "Ammar Hakeem"),
        ("Volodymyr Zelensky", "Володимир Зеленський"), ("Владимир Иванов", "Vladimir Ivanov"),
        ("Giorgos Papandreou", "Γιώργος Παπανδρέου"), ("Bidzina Ivanishvili", "ბიძინა ივანიშვილი"),
        ("Åda Lindqvist", "Aada Lindkvist"), ("Ion Popescu", "Ion Popesku"), ("Sovereign Union", "Soveriegn Union"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_heard(known: str, text: str) -> None:
    """Other romanisations, scripts with and without vowels, and words written as one."""
    assert _asked(known, text) in (Matched.FUZZY, Matched.NORMALISED)


@pytest.mark.parametrize(
    ("known", "text"),
    [
        ("Jamal Karim", "Jamil Karim"), ("Hasan Turan", "Hussein Turan"), ("حسن توران", "حسين توران"),
        ("Hasan Turan", "حسين توران"), ("عمار الحكيم", "عمر الحكيم"), ("Khalid Omar", "Khalid Ammar"),
        ("Salim Rashid", "Salim Rashad"), ("Martin Berg", "Martina Berg"), ("Maria Sanchez", "Mario Sanchez"),
        ("Petr Ivanov", "Petr Ivanova"), ("Anna Lind", "Anna Lund"), ("Hansen", "Jensen"), ("Ali Hakim", "Ali Hakimi"),
        ("Nadia Karim", "Karim"), ("Karim", "Nadia Karim"), ("Ward 12", "Ward 13"), ("Sadr", "Badr"), ("Azm", "Asm"),
        ("Karim", "kr"), ("Karim", "क"),
    ],
)  # fmt: skip
def test_two_names_are_not_taken_for_one(known: str, text: str) -> None:
    """Another vowel in a short word, another end, a name more or less, a number: nothing is guessed."""
    assert _asked(known, text) is None


def test_between_two_that_sound_alike_nothing_is_chosen() -> None:
    """A spelling that is as near to one as to another gets both as the nearest, and no answer."""
    resolver = Resolver(
        [Name("a", Kind.FIGURE, "Qasim Nuri", primary=True), Name("b", Kind.FIGURE, "Kasim Nouri", primary=True)]
    )
    found = resolver.ask("Qassim Nuuri", FIGURES)
    assert found.entity is None
    assert {item.id for item in found.nearest} == {"a", "b"}


def test_a_name_of_one_council_is_heard_there_alone() -> None:
    """A local name is not guessed in another council, nor without one."""
    resolver = Resolver(
        [Name("a", Kind.PARTY, "Alpha", primary=True), Name("a", Kind.PARTY, "Harbour Quay", within="P-1")]
    )
    assert resolver.ask("Harbor Quay", {Kind.PARTY}, within="P-1").matched is Matched.FUZZY
    assert resolver.ask("Harbor Quay", {Kind.PARTY}, within="P-2").entity is None
    assert resolver.ask("Harbor Quay", {Kind.PARTY}).entity is None


def test_a_surname_alone_brings_its_bearers_as_the_nearest() -> None:
    """What is not guessed is still suggested, by the words that names have in common."""
    rows = {"a": "Najm al-Jubouri", "b": "Rakan al-Jubouri", "c": "Ammar al-Hakim", "d": "Hadi al-Amiri"}
    resolver = Resolver([Name(id, Kind.FIGURE, text, primary=True) for id, text in rows.items()])
    found = resolver.ask("Cuburi", FIGURES)
    assert found.entity is None
    assert [item.id for item in found.nearest[:2]] == ["a", "b"]


def test_no_text_of_any_length_is_compared_for_long() -> None:
    """What is longer than any name has no nearest name."""
    assert _asked("Karim", "karim " * FUZZY_LONGEST) is None
    resolver = Resolver([Name("a", Kind.FIGURE, "Karim", primary=True)])
    assert resolver.ask("k" * (FUZZY_LONGEST + 1), FIGURES).nearest == ()


@pytest.mark.parametrize("text", ["", " ", "'", "-", "ـ", "ء", "\u200f", "🙂", "ا", "()", "al-", "ه"])
def test_a_text_without_sounds_is_no_name(text: str) -> None:
    """Signs, marks and single letters are not heard as anything."""
    assert _asked("Karim", text) is None
