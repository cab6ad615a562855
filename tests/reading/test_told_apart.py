"""What looks like something else: a place's seats and a name's, who leads and what describes them, a heading's note."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, stated

OF_THE_PLACE = """Where the seats came from

| District | {seats} | {size} |
|---|---|---|
| Low Marden | 9 | 71 |
| High Marden | 6 | 25 |
"""
MEASURES = """نتائج الانتخابات

• عدد المقاعد المتبارى بشأنها: 31.503
• نسبة المشاركة: 53,67 في المائة
• عدد الأحزاب المشاركة: 29، إضافة إلى اللوائح المستقلة
"""
RANKED = """نتائج الانتخابات

الرتبة 1 – حزب الورد – 66 مقعدا – (61,12 %)
الرتبة 2 – حزب الطاحونة – 51 مقعدا – (36,22 %)
"""
LEADERS = """Results of the vote

The Patriot Union, led by former Marden President Fuad Hill, came second with 21 seats. The Rose Party, headed by \
ex-Finance Minister Ada Brown, won nine. The Mill Union, led by Kenyan businessman Tom Lake, took five.
"""
HEADED = """Results so far

Low Marden District (Unofficial results)

Rose Party: 10 seats
Mill Union: 2 seats

High Marden District (Unofficial results)

Rose Party: 9 seats
Mill Union: 3 seats
"""
ARABIC_HEADING = """# تحالف الوادي في المجلس

## الأطراف والمقاعد

* حزب الورد: 22 مقعداً
* حزب الطاحونة: 5 مقاعد
"""


@pytest.mark.parametrize(
    ("seats", "size", "name"),
    [("Rose Party seats", "District seats", "Rose"), ("مقاعد حزب الورد", "مقاعد المحافظة", "الورد")],
)
def test_the_seats_of_a_place_stand_beside_those_of_a_name(seats: str, size: str, name: str) -> None:
    """Of two columns of seats that of the place is its size, and the other is of the list that its header names."""
    found = stated(OF_THE_PLACE.format(seats=seats, size=size))
    assert {("holds_seats", name, "Low Marden", 9), ("council_size", None, "Low Marden", 71)} <= found
    assert ("council_size", None, "Low Marden", 9) not in claims(OF_THE_PLACE.format(seats=seats, size=size))


def test_a_number_of_something_is_no_list_and_a_number_of_lists_no_turnout() -> None:
    """A label that begins with "number of" names nobody, whatever it counts."""
    assert claims(MEASURES) == {("turnout", None, None, 53.67)}


def test_the_first_of_lines_alike_is_no_heading() -> None:
    """A line with the same words, figures and marks as the next one is the first of a list."""
    assert {("holds_seats", "حزب الورد", None, 66), ("holds_seats", "حزب الطاحونة", None, 51)} <= stated(RANKED)


def test_who_leads_is_the_name_behind_what_describes_them() -> None:
    """A state or an earlier office before a name is nobody; words that may be a verb leave the leader unsure."""
    leads = {(who, of) for predicate, who, of, _ in claims(LEADERS) if predicate == "leads"}
    assert {("Fuad Hill", "Patriot Union"), ("Ada Brown", "Rose Party"), ("Tom Lake", "Mill Union")} <= leads
    assert not {"Marden", "ex-Finance", "Kenyan"} & {who for who, _ in leads}
    assert not any(who == "Tom Lake" for _, who, _, _ in stated(LEADERS))


def test_a_note_of_results_behind_a_place_is_none_of_its_name() -> None:
    """A bracket that says what kind of results stand below is no part of the heading's place."""
    assert {place for predicate, _, place, _ in stated(HEADED) if predicate == "holds_seats"} == {
        "Low Marden District",
        "High Marden District",
    }


def test_and_the_seats_in_a_heading_name_no_place() -> None:
    """An Arabic word is known with the "and the" that is written as one with it."""
    assert {place for _, _, place, _ in claims(ARABIC_HEADING)} == {None}


def test_a_head_of_state_is_no_place() -> None:
    """The noun of places that ends an office makes no place of it."""
    text = "Rose landslide confirmed as Head of State signs warrant\n\nThree seats went to the Mill Union."
    assert ("holds_seats", "Mill Union", None, 3) in claims(text)


def test_a_part_of_the_seats_of_a_place_is_of_that_place() -> None:
    """Behind "out of X's 35 seats" the figure before is of X, however many follow one another, and X is no list."""
    text = "Results\n\nThe Rose Party obtained 20 out of Low Marden's 35 seats, 13 out of High-Hill's 31 seats."
    said = {("holds_seats", "Rose Party", "Low Marden", 20), ("holds_seats", "Rose Party", "High-Hill", 13)}
    assert said <= stated(text)
    assert {("council_size", None, "Low Marden", 35), ("council_size", None, "High-Hill", 31)} <= stated(text)


def test_marks_of_direction_around_a_cell_are_no_part_of_it() -> None:
    """A figure is one with the marks that a right-to-left spreadsheet writes around it."""
    text = "القائمة,المقاعد\nحزب الورد,9\u200f\nحزب الطاحونة,\u202b4\u202c\n"
    assert {("holds_seats", "حزب الورد", None, 9), ("holds_seats", "حزب الطاحونة", None, 4)} <= stated(text)


@pytest.mark.parametrize("line", ["Conservative GAIN from Labour", "Ada Brown ELECTED from Labour"])
def test_a_word_of_the_vote_in_capitals_is_no_part_of_a_name(line: str) -> None:
    """Nobody is a member of Labour where "Conservative GAIN from Labour" stands."""
    assert not claims(line)
