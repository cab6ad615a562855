"""Pages of blocks, cards, boxes and short forms that the reader met for the first time, each in a few words."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, stated


def test_a_name_within_a_sentence_that_leads_to_a_list_is_only_a_guess() -> None:
    """In a script without capitals "in the booklet" looks like the name of a place, and no seat is stated there."""
    text = "النتائج\n\nوفيما يلي ما جاء في الكراسة الموزعة على الصحفيين:\n- حزب الوردة: 9 مقاعد\n- حزب النخلة: 8 مقاعد"
    assert not stated(text)


@pytest.mark.parametrize(
    "header",
    ["Its head in the province", "رئيسها في المحافظة", "Contact in Region", "Sede en la provincia"],
)
def test_a_header_that_says_where_in_passing_is_no_column_of_places(header: str) -> None:
    """Rows are of no place that another column only speaks of."""
    text = f"# Results\n\n## Marden province\n\n| Party | {header} | Seats |"
    text += "\n|---|---|---|\n| Reds | Ada Brown | 6 |\n| Blues | Ben Cole | 4 |"
    found_seats = {one[1:] for one in claims(text) if one[0] == "holds_seats"}
    assert found_seats == {("Reds", "Marden province", 6), ("Blues", "Marden province", 4)}


@pytest.mark.parametrize(
    "label",
    ["أعلى المرشحين", "الفائزون", "Top Candidates", "Winners", "Leading Candidates"],
)
def test_a_label_that_speaks_of_people_is_no_place(label: str) -> None:
    """What stands before the names of candidates is not where they stood."""
    text = f"## Marden province\n\n{label}: Ada Brown (Reds) 12,340 votes, Ben Cole (Blues) 9,118.\nTurnout: 42%"
    assert label not in {one[2] for one in claims(text)}


BLOCKS = """Municipal results

■ {0}
Seats in council: 11
Turnout: 61.4% (voters 17,905)
  Reds ........ 6,120 votes ........ 7 seats
  Blue List ....... 5,033 votes ........ four seats

■ {1}
Seats in council: 3
Turnout: 71%
  Greens ...... 3,442 votes ........ 2 seats
  Blue List ....... 1,987 votes ........ one seat

Notes
Turnout: 64%
"""


def test_an_item_that_stands_alone_above_lines_heads_them() -> None:
    """A bullet before the name of each place, and its measures and lists below, is a block of that place."""
    found = stated(BLOCKS.format("Marden municipality", "Corvale municipality"))
    marden = {
        ("council_size", None, "Marden municipality", 11),
        ("turnout", None, "Marden municipality", 61.4),
        ("voters", None, "Marden municipality", 17905),
        ("votes", "Blue List", "Marden municipality", 5033),
        ("holds_seats", "Reds", "Marden municipality", 7),
        ("holds_seats", "Blue List", "Marden municipality", 4),
    }
    corvale = {
        ("holds_seats", "Greens", "Corvale municipality", 2),
        ("holds_seats", "Blue List", "Corvale municipality", 1),
    }
    assert marden | corvale <= found
    assert ("turnout", None, "Corvale municipality", 64) not in claims(BLOCKS.format("Marden city", "Corvale city"))


def test_one_item_above_lines_is_no_heading() -> None:
    """What stands once on a page may be an item like any other."""
    text = "Results\n\n■ Marden city\nReds: 9 seats\nBlues: 8 seats"
    assert ("holds_seats", "Reds", "Marden city", 9) not in stated(text)


@pytest.mark.parametrize(
    "words",
    ["one seat", "two seats", "مقعد واحد", "مقعدان", "deux sièges", "zwei Sitze"],
)
def test_a_number_in_words_counts_in_a_column_of_figures(words: str) -> None:
    """A cell of a number word and its unit is a figure where the others of its column are."""
    text = f"Results\n\nReds ........ 6,120 votes ........ 7 seats\nGreens ........ 5,033 votes ........ {words}"
    value = 2 if not words.startswith(("one", "مقعد واحد")) else 1
    assert ("holds_seats", "Greens", None, value) in claims(text)


@pytest.mark.parametrize("label", ["Voters: 9,318 men and women", "المقترعون: 9,318 ناخباً وناخبة"])
def test_a_measure_may_say_who_was_counted(label: str) -> None:
    """A few words behind the figure of a measure leave it one."""
    assert {one[0] for one in claims(f"Results\n\n{label}")} == {"voters"}


@pytest.mark.parametrize(
    ("head", "below"),
    [
        ("Marden (10)", "| Party | Seats |\n|---|---|\n| Reds | 6 |\n| Blues | 4 |\n| Total | 10 |"),
        ("ميسان (10)", "| القائمة | المقاعد |\n|---|---|\n| الفتح | 6 |\n| النصر | 4 |"),
        ("Savanes (10)", "| Parti | Sièges |\n|---|---|\n| Rouges | 6 |\n| Bleus | 4 |"),
        ("Marden (10)", "- Reds: 6 seats\n- Blues: 4 seats"),
    ],
)
def test_a_bare_number_behind_a_place_is_its_size_if_the_seats_come_to_it(head: str, below: str) -> None:
    """A heading of a place and a number says how many seats it has where those of the lists below make that number."""
    text = f"# Results\n\n## {head}\n\n{below}\n\n## Corvale (9)\n\n{below}"
    sizes = {one for one in claims(text) if one[0] == "council_size"}
    assert sizes == {("council_size", None, head.partition(" (")[0], 10)}


def test_what_stands_below_a_heading_of_another_year_is_of_that_year() -> None:
    """A heading without a year, of a lower rank than the one above that names an earlier one, does not end it."""
    text = "# Vote of 2026\n\n## Previous vote, 2021\n\n### Marden province\n\n- Reds: 9 seats\n- Blues: 8 seats"
    assert not claims(text)
    again = f"{text}\n\n## Corvale province\n\n- Reds: 5 seats\n- Blues: 4 seats"
    assert {one[2] for one in claims(again)} == {"Corvale province"}


@pytest.mark.parametrize(
    "row",
    ["| Turnout | | 12,304 | 34.87 |", "| Turnout | | 12,304 | 34.87% |", "| نسبة المشاركة | | 12,304 | 34.87 |"],
)
def test_a_turnout_in_a_column_of_votes_is_how_many_voted(row: str) -> None:
    """A row of the turnout below candidates gives the number beside the share."""
    text = "| Party | Candidate | Votes | % |\n|---|---|---|---|\n| Reds | Ada Brown | 7,412 | 60.24 |\n"
    text += f"| Blues | Ben Cole | 4,892 | 39.76 |\n{row}"
    assert {("voters", None, None, 12304), ("turnout", None, None, 34.87)} <= stated(text)
