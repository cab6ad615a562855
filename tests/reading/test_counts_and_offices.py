"""Who counts is no place, who is elected in a sentence does not make a table one of winners, and hours are no names."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_mechanisms import claims, stated
from .test_sheets import of_file

ROWS = "".join(f"Person {letter}name | Hill Party | {4000 - at}\n" for at, letter in enumerate("ABCDEFGHIJ"))


@pytest.mark.parametrize("office", ["State Electoral Office", "County Election Board", "District Returning Office"])
def test_who_counts_is_no_place(office: str) -> None:
    """An office with a noun of places in its name heads results of the whole, and not of itself."""
    head = f"Election of 5 March 2029\n\n{office} - final results\n\n"
    found = stated(f"{head}Party | Seats\nHill Party | 37\nLake Party | 17\n")
    assert ("holds_seats", "Hill Party", None, 37) in found


@pytest.mark.parametrize(
    ("said", "won"),
    [
        ("Person Aname is elected on the first count.", False),
        ("Person Aname is elected. She is the only one of ten candidates above the quota.", False),
        ("These ten candidates were elected.", True),
    ],
)
def test_a_table_is_of_winners_where_one_sentence_says_so(said: str, *, won: bool) -> None:
    """One sentence says that as many won as the table has rows, in a number word of its own language."""
    told = claims(f"# Hamm district\n\n{said}\n\nCandidate | Party | Votes\n{ROWS}")
    assert (("won_seat", "Person Bname", "Hamm", None) in told) is won


def test_rows_of_words_above_a_sheet_are_read_as_lines(tmp_path: Path) -> None:
    """A turnout in a padded row above a sheet is read, and a figure beside it is listed, blank rows between or not."""
    sheet = "Election of 2029;;\nTurnout: 63.5 %. Voters who took part: 615009;;\n;;\nParty;Chairperson;Seats\n"
    said, unread = of_file(tmp_path, "t.csv", sheet + "Hill Party;Anna Berg;37\nLake Party;Carl Dorn;17\n")
    assert {("turnout", None, None, 63.5), ("leads", "Anna Berg", "Hill Party", None)} <= said
    assert "615009" in unread


@pytest.mark.parametrize("hour", ["**Sunday 1.15pm**", "Sunday 7pm:", "14:05 -", "Sonntag, 20.15 Uhr:"])
def test_an_hour_is_no_part_of_a_name(hour: str) -> None:
    """The hour of an entry, with its day or without, stands before what is told and belongs to no name."""
    text = f"The count of 2029 goes on.\n\n{hour} Anna Berg of the Green Party is elected in Hamm.\n"
    assert ("member_of", "Anna Berg", "Green Party", None) in claims(text)


def test_a_share_behind_votes_is_no_share_that_was_counted() -> None:
    """A share that follows a number of votes is of that number, whatever else was declared or counted."""
    told = claims("The board declared Ada Brown the winner with 8,144 votes, or 50.64 per cent of the valid votes.")
    assert not any(one[0] == "counted" for one in told)


def test_a_house_of_assembly_is_a_body_and_no_place() -> None:
    """The name of a body with an "of" in it is read whole, and what was won in it is of the whole."""
    told = claims("Results of the election of 2029\n\nThe Reds won nine of the 15 seats in the House of Assembly.")
    assert {("holds_seats", "Reds", None, 9), ("council_size", None, None, 15)} <= told
