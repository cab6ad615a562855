"""What heads results and may be no place, whose short names acronyms are, and which words are no names."""

from __future__ import annotations

from pathlib import Path

import pytest

import loaders
from graph.model import Registry, Statement
from graph.names import Resolver
from loaders.reading.cues import standing_in

from .test_mechanisms import claims, stated

BODY = """Marden certifies its results

National Assembly

| List | Votes | Seats |
|---|---|---|
| Rose Party | 5,310 | 6 |
| Mill Union | 4,002 | 5 |
"""
LABELS = """نتائج الانتخابات

الخبر: انتهى الفرز أمس في جميع المراكز.

الحصيلة: حصل حزب الورد على 9 مقاعد وحزب الطاحونة على 4 مقاعد.

الإقبال: بلغت نسبة المشاركة 41 بالمئة من الناخبين.
"""
HOTEL = "عقدت المفوضية مؤتمرا في ديوانية النخيل. وحصل حزب الورد على 9 مقاعد."
MATRIX = """The Rose Party has 36 seats

Three districts to look at

| District | Rose Party | Mill Union |
|---|---|---|
| Low Marden | 9,030 | 469 |
| High Marden | 87,536 | 2,431 |
"""
SHORT_NAMES = """Low Marden district

- Rose Party of Marden (RPM) - 788,636 (14 seats)
- Mill Union Front (MUF) - 208,249 (4 seats)
- 'Sarva Balaya' (SRJB) - 24,746
"""


def test_what_a_body_is_called_heads_results_of_the_whole() -> None:
    """A heading that is nothing but a body's name leaves results where they were."""
    assert {("holds_seats", "Rose Party", None, 6), ("votes", "Mill Union", None, 4002)} <= stated(BODY)


def test_words_before_a_colon_are_no_place_in_a_script_without_capitals() -> None:
    """Where nothing but the layout says that words are a place, and none stands above, results are of the whole."""
    assert ("holds_seats", "حزب الورد", None, 9) in claims(LABELS)
    assert not any(place == "الحصيلة" for _, _, place, _ in claims(LABELS))


def test_a_heading_of_common_words_is_no_place() -> None:
    """A heading in a script without capitals that nothing shows to be a place is none."""
    text = f"الانتخابات في أرقام\n\nالتركيبة\n\n{HOTEL.partition('. ')[2]}\n"
    assert ("holds_seats", "حزب الورد", None, 9) in claims(text)


def test_where_somebody_spoke_is_no_place_of_the_next_result() -> None:
    """What only a preposition calls a place is not carried on, and what follows is no more than proposed."""
    assert ("holds_seats", "حزب الورد", None, 9) in claims(HOTEL) - stated(HOTEL)


def test_numbers_that_no_body_has_are_not_the_seats_of_which_a_title_speaks() -> None:
    """A grid whose numbers are too large for seats is proposed as votes, whatever stands above."""
    expected = {("votes", "Rose Party", "Low Marden", 9030), ("votes", "Mill Union", "Low Marden", 469)}
    assert expected <= claims(MATRIX) - stated(MATRIX)
    assert not any(predicate == "holds_seats" and place for predicate, _, place, _ in claims(MATRIX))


def test_a_bracket_among_short_names_of_lists_is_one() -> None:
    """Where others of a run are lists with their short names, what stands in brackets is no list of a person."""
    found = claims(SHORT_NAMES)
    assert ("votes", "Sarva Balaya", "Low Marden", 24746) in found
    assert not any(predicate == "member_of" for predicate, _, _, _ in found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Democratic Party of Marden won 17 seats. The DP kept 4 seats in Low Marden.", "DP"),
        (
            "The Rural Democratic Party won 17 seats. The RDP kept 4 seats in Low Marden.",
            "Rural Democratic Party (RDP)",
        ),
        (
            "The Rural Democratic Party met the Red Dawn Party, which won 7 seats. The RDP kept 4 seats in Low Marden.",
            "RDP",
        ),
    ],
    ids=["two letters are too few", "one name", "two names"],
)
def test_an_acronym_is_that_of_the_one_name_with_its_initials(text: str, name: str) -> None:
    """An acronym that nothing explains stands for the only list whose initials it is."""
    assert ("holds_seats", name, "Low Marden", 4) in claims(text)


def test_a_commission_is_led_by_nobody() -> None:
    """Who chairs a commission holds an office, also where only its short name is told."""
    text = (
        "The Marden Elections Commission (MECOM) met. MECOM chairperson Ada Brown signed the report, and Electoral "
        "Commission of Marden (ECM) chairperson Eva Frost did not."
    )
    found = claims(text)
    assert {(predicate, who) for predicate, who, _, _ in found} == {
        ("held_office", "Ada Brown"),
        ("held_office", "Eva Frost"),
    }


def test_a_name_goes_on_over_an_initial() -> None:
    """One letter with a point is a part of a person's name."""
    assert ("held_office", "John B. Brown", "premier", None) in claims("The premier John B. Brown has resigned.")
    assert ("member_of", "J. Brown", "Rose Party", None) in claims("J. Brown of the Rose Party spoke.")


def test_what_is_contested_wins_nothing() -> None:
    """Nobody has the seats of which a sentence only says that they were contested."""
    assert not claims("وكان التنافس فيها على 100 مقعد.")


def test_a_place_has_a_number_for_its_name() -> None:
    """A noun of places, a word for a number and the number are one name."""
    text = "The Rose Party has got 13 seats in Province No. 1, and the Mill Union won 7 in Province No. 2."
    assert {("holds_seats", "Rose Party", "Province No. 1", 13)} <= claims(text)
    assert not any(place == "Province No" for _, _, place, _ in claims(text))


def test_the_size_of_a_place_may_stand_behind_words_in_its_heading() -> None:
    """A bracket that says "seats" before its number gives the size of the place that the heading names."""
    items = "\n\n".join(
        f"{name} (Total Assembly Seats{mark} {size}, Magic No. {half})\n\n- Rose Party- {won}\n- Mills- {size - won}"
        for name, mark, size, half, won in (("Low Marden", " –", 40, 21, 26), ("High Marden", "", 90, 46, 68))
    )
    found = stated(f"Know the final results\n\nCounting ended on Tuesday.\n\n{items}\n")
    assert {("council_size", None, "Low Marden", 40), ("holds_seats", "Mills", "High Marden", 22)} <= found


def test_a_gain_may_be_a_change() -> None:
    """Where something was lost, seats that were gained are proposed, since they may be those beyond what was held."""
    gained = "The Blues gained eight seats in Marden."
    expected = ("holds_seats", "Blues", "Marden", 8)
    assert expected in stated(gained)
    assert expected in claims(f"{gained} The Reds have 16 after losing five.") - stated(
        f"{gained} The Reds have 16 after losing five."
    )


def test_an_officer_of_an_election_is_no_member_of_its_system() -> None:
    """What follows the title of an officer is no list."""
    assert not any(
        predicate == "member_of" for predicate, *_ in claims("Election Officer of PR System Ada Brown spoke.")
    )


@pytest.mark.parametrize(
    "text",
    [
        "نال حزب الورد 90 مقعدا بالنظام الفردي.",
        "نال حزب الورد 90 مقعدا فرديا في الانتخابات.",
        "النتائج\n\nبلغت المقاعد الفردية 99 مقعدا، توزعت كما يلي:\n\nحزب الورد: 90 مقعدا\n\nحزب الطاحونة: 9 مقاعد\n",
        "Rose Party won 90 compensatory seats.",
    ],
    ids=["by a system", "behind the noun", "above a list", "before the noun"],
)
def test_seats_of_a_kind_may_not_be_all(text: str) -> None:
    """Seats of one kind of several are proposed."""
    name = "Rose Party" if text.isascii() else "حزب الورد"
    assert ("holds_seats", name, None, 90) in claims(text) - stated(text)


def test_what_was_lost_is_held_by_nobody() -> None:
    """A line that counts losses is no place and gives no seats."""
    assert not claims("نتائج الانتخابات\n\nحزب الورد:\n\nخسارة: 13 مقعدا\n\nحزب الطاحونة:\n\nخسارة: 33 مقعدا\n")


def test_whose_a_government_was_is_no_part_of_the_name() -> None:
    """A description with a hyphen before a name is not of it, nor are the words before that."""
    found = claims("The Reds dethroned the Ada Brown-led Harbour Union, which won 35 seats in Marden.")
    assert ("holds_seats", "Harbour Union", "Marden", 35) in found


def test_a_heading_is_a_place_where_the_text_below_speaks_of_it_as_one() -> None:
    """What a section tells of its council is not stated of the whole."""
    text = (
        "Councils that changed hands\n\nMarden\n\nMarden is now held by the Reds for the first time in years.\n\n"
        "The Reds secured 33 of the 59 seats on the council.\n\nAda Brown visited the port in Marden on Friday.\n"
    )
    assert ("holds_seats", "Reds", "Marden", 33) in claims(text) - stated(text)


def test_what_is_told_in_a_country_is_told_of_the_whole() -> None:
    """A country behind an "in" is no constituency, nor are its provinces together one."""
    assert ("holds_seats", "Rose Party", None, 56) in stated(
        "A close vote was held in Lesotho. Rose Party won 56 seats."
    )
    text = "أعلنت اللجنة النتائج في العراق اليوم، حيث حصل حزب الورد على 96 مقعدا، وحصل حزب الطاحونة على 60 مقعدا."
    assert {("holds_seats", "حزب الورد", None, 96), ("holds_seats", "حزب الطاحونة", None, 60)} <= stated(text)


def test_a_definite_vote_has_no_place_behind_it() -> None:
    """Of a vote with an article the next word is no place, as it is of one without."""
    found = claims("قالت المفوضية إن نتائج الانتخابات تأكدت، وأظهرت حصول حزب الورد على 46 مقعدا في البرلمان.")
    assert not any(place == "تأكدت" for _, _, place, _ in found)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Final results", "final"),
        ("The final results of the vote were announced on Monday.", "final"),
        ("It is unclear where the final seat will be allocated.", None),
        ("Final results are expected next week.", None),
        ("The party officially stayed away from the vote.", None),
        ("أعلنت المفوضية النتائج النهائية للانتخابات أمس", "final"),
        ("ستعلن المفوضية النتائج النهائية للانتخابات يوم الجمعة", None),
        ("Provisional results: the final count is due on Monday.", "preliminary"),
    ],
)
def test_what_will_be_final_is_not_yet(text: str, standing: str | None) -> None:
    """Results are final where a text says that they are there, and not where they are awaited."""
    assert standing_in(text) == standing


def test_nobody_is_a_member_of_himself(tmp_path: Path, resolver: Resolver) -> None:
    """Two names of one entity make no claim that it belongs to itself."""
    page = tmp_path / "page.txt"
    page.write_text("Results\n\nChange Movement (Gorran) 164,336 12\nNew Generation 113,297 9\n", encoding="utf-8")
    items = [one.item for one in loaders.read(page, Registry({}, (), {}, ()), resolver).marked()]
    assert not any(isinstance(one, Statement) and one.subject and one.subject == one.object for one in items)
