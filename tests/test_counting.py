"""Counted nouns: a number, the noun it counts and the verb agree, in English and in Arabic."""

from __future__ import annotations

import re

import pytest

from majlis.wording.forms import ENGLISH, Language
from majlis.wording.messages import messages
from majlis.wording.notes import note_text
from queries.disputed import Span
from queries.plain import Named, Note

ARABIC = Language("ar")
COUNTED = sorted(key for key in messages() if key.startswith("count."))


@pytest.mark.parametrize(
    ("noun", "number", "said"),
    [
        ("seat", 1, "مقعد واحد"), ("seat", 2, "مقعدان"), ("seat", 3, "3 مقاعد"), ("seat", 10, "10 مقاعد"),
        ("seat", 11, "11 مقعداً"), ("seat", 99, "99 مقعداً"), ("seat", 100, "100 مقعد"), ("seat", 101, "101 مقعد"),
        ("seat", 102, "102 مقعد"), ("seat", 103, "103 مقاعد"), ("seat", 111, "111 مقعداً"), ("seat", 285, "285 مقعداً"),
        ("seat", 0, "0 مقعد"), ("council", 15, "15 مجلساً"), ("council", 2, "مجلسين"), ("vote", 2, "صوتان"),
        ("seat_alone", 16, "مقعداً"),
        ("list", 4, "4 قوائم"), ("list", 54, "54 قائمة"), ("statement", 2, "إفادتان"), ("province", 18, "18 محافظة"),
    ],
)  # fmt: skip
def test_arabic_nouns_follow_their_number(noun: str, number: int, said: str) -> None:
    """One and two in a word, three to ten the plural, eleven to ninety-nine the accusative, hundreds the singular."""
    assert ARABIC.counted(noun, number) == said


def test_the_oblique_form_stands_behind_a_preposition() -> None:
    """Two seats are maqʿadān, and of two seats maqʿadayn; English has one form."""
    assert f"{ARABIC.seats(2, 2)} {ARABIC.seats(2, 2):oblique}" == "مقعدان مقعدين"
    assert f"{ENGLISH.seats(2, 2)} {ENGLISH.seats(2, 2):oblique}" == "2 seats 2 seats"


@pytest.mark.parametrize(
    ("number", "english", "arabic"),
    [
        (1, "1 of 16 seats is not accounted for.", "مقعد واحد من أصل 16 لا يُعرف الفائز به."),
        (2, "2 of 16 seats are not accounted for.", "مقعدان من أصل 16 لا يُعرف الفائز بهما."),
        (5, "5 of 16 seats are not accounted for.", "5 مقاعد من أصل 16 لا يُعرف الفائزون بها."),
    ],
)
def test_the_verb_agrees_with_the_number(number: int, english: str, arabic: str) -> None:
    """One seat is, two seats are."""
    note = Note("missing", {"missing": number, "size": 16})
    assert (note_text(note), note_text(note, ARABIC)) == (english, arabic)


@pytest.mark.parametrize(
    ("note", "one", "several"),
    [
        ("names_nobody", "1 statement names nobody", "2 statements name nobody"),
        ("not_whole", "Of one of these facts no source that carries it", "Of 2 of these facts no source that carries"),
        ("without_list", "1 person is named for a seat", "2 people are named for seats"),
        ("single_members", "1 seat not accounted for counts as a", "2 seats not accounted for count as single"),
        ("reported_in_all", "1 seat is reported in all", "2 seats are reported in all"),
        ("path.more", "1 of 9 equally short ways is told", "2 of 9 equally short ways are told"),
        ("totals_differ", "1 seat is stated in all", "2 seats are stated in all"),
    ],
)
def test_notes_agree_with_what_they_count(note: str, one: str, several: str) -> None:
    """Each note that counts says one of a thing as one."""
    names = ("statements", "facts", "people", "seats", "told")
    rest = {"count": 9, "text": "T", "locator": "p. 1", "list": Named("l", "List"), "placed": 1}
    said = [note_text(Note(note, rest | dict.fromkeys(names, number))) for number in (1, 2)]
    assert one in said[0]
    assert several in said[1]


def test_a_disputed_number_counts_as_several() -> None:
    """1 or 2 seats, and never 1 or 2 seat."""
    assert ENGLISH.say("majority.no", by=Span(1, 2)) == "short by 1 or 2 seats"
    assert ARABIC.counted("seat", 1, 2) == "1 أو 2 مقاعد"


def test_every_noun_has_the_forms_of_its_language() -> None:
    """English has two forms or one, Arabic five or one; a form names its number, has it in a word or beside it."""
    for key in COUNTED:
        english, arabic = (messages(code)[key].split("|") for code in ("en", "ar"))
        assert len(english) in (1, 2), key
        assert len(arabic) in (1, 5), key
        assert key.endswith("_alone") or all("{n" in form for form in (*english[1:], *arabic[2:])), key


def test_no_message_counts_a_noun_by_itself() -> None:
    """A number before a plural is counted by a noun of `count.*`, which has the singular."""
    nouns = "seats|statements|people|facts|lists|provinces|councils|members|votes|rows|ways"
    plural = re.compile(rf"(?<! of )\{{((?!stage)\w+)\}} (?:{nouns})\b")
    found = {key: plural.findall(text) for key, text in messages().items() if not key.startswith("count.")}
    assert {key: names for key, names in found.items() if names and key not in ALWAYS_SEVERAL} == {}


# What these count is never one: lists led together, the general seats of a constituency, the size of a body.
ALWAYS_SEVERAL = frozenset({"where.led_several", "votes.no_list", "margins.last", "note.no_member_of"})
