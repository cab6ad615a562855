"""Tables with columns for the winner and for those who came behind, and lines that name the winners of a list."""

from __future__ import annotations

import pytest

from .test_mechanisms import claims, stated

_BROWN = {
    ("member_of", "Ada Brown", "Red Party", None),
    ("won_seat", "Ada Brown", "Hillside", None),
    ("candidate_votes", "Ada Brown", "Hillside", 1204),
}
_GREY = {("member_of", "Bob Grey", "Blue Union", None), ("candidate_votes", "Bob Grey", "Hillside", 1100)}
_HALE = {
    ("member_of", "Cid Hale", "Blue Union", None),
    ("won_seat", "Cid Hale", "Riverside", None),
    ("candidate_votes", "Cid Hale", "Riverside", 904),
}
_FINCH = {("member_of", "Dora Finch", "Red Party", None), ("candidate_votes", "Dora Finch", "Riverside", 880)}
_ROWS = (
    "| Hillside | Ada Brown | Red Party | 1,204 | Bob Grey | Blue Union | 1,100 | 104 |\n"
    "| Riverside | Cid Hale | Blue Union | 904 | Dora Finch | Red Party | 880 | 24 |\n"
)
_LINE = "|---|---|---|---|---|---|---|---|\n"


@pytest.mark.parametrize(
    "head",
    [
        f"| Ward | Winner | Party | Votes | Runner-up | Party | Votes | Margin |\n{_LINE}",
        f"| Ward | Elected member | Party | Votes | Losing candidate | Party | Votes | Margin |\n{_LINE}",
        f"| Ward | Winner | | | Runner-up | | | Margin |\n{_LINE}"
        "| | Candidate | Party | Votes | Candidate | Party | Votes | |\n",
    ],
)
def test_who_came_behind_has_columns_of_their_own(head: str) -> None:
    """The party and the votes behind the runner-up are the runner-up's, who won nothing."""
    assert stated(head + _ROWS) == _BROWN | _GREY | _HALE | _FINCH


def test_a_cell_over_a_group_of_columns_goes_for_each() -> None:
    """Below "Winner" and "Runner Up", each over three columns, nobody gets the party of the other."""
    over = f"| Ward | Winner | Winner | Winner | Runner Up | Runner Up | Runner Up | Margin |\n{_LINE}"
    head = "| Ward | Candidate | Party | Votes | Candidate | Party | Votes | Margin |\n"
    assert stated(over + head + _ROWS) == _BROWN | _GREY | _HALE | _FINCH


def test_a_party_before_each_name_is_of_its_group() -> None:
    """Where the party stands before the winner and before the runner-up, each has their own."""
    text = (
        "Ward,Party,Winner,Votes,Party,Runner-up,Votes\n"
        "Hillside,Red Party,Ada Brown,1204,Blue Union,Bob Grey,1100\n"
        "Riverside,Blue Union,Cid Hale,904,Red Party,Dora Finch,880\n"
    )
    assert stated(text) == _BROWN | _GREY | _HALE | _FINCH


@pytest.mark.parametrize(
    ("head", "joined"),
    [("## Elected", "and"), ("## LOS ELEGIDOS", "y"), ("Gewählt sind:", "und")],
)
def test_lines_of_winners_below_their_list(head: str, joined: str) -> None:
    """Those in a line behind the name of a list, below words that say who was elected, are of it and won a seat."""
    text = (
        "# Marden town council election\n\nSome words of the day.\n\n"
        f"{head}\n\nRed Party: Ada Brown, Bob Grey {joined} Cid Hale.\nBlue Union: Dora Finch, Eli Stone\n"
    )
    people = {"Ada Brown": "Red Party", "Bob Grey": "Red Party", "Cid Hale": "Red Party"}
    people |= {"Dora Finch": "Blue Union", "Eli Stone": "Blue Union"}
    assert stated(text) == {("member_of", name, of, None) for name, of in people.items()}


def test_as_many_winners_as_seats_are_stated() -> None:
    """Where as many are named below "Elected" as their list has seats, each surely won one; of others it is likely."""
    text = (
        "Marden Province\n\n- Red Party: 2 seats\n- Blue Union: 3 seats\n\n"
        "### Elected:\n\nRed Party: Ada Brown and Bob Grey\nBlue Union: Dora Finch and Eli Stone\n"
    )
    won = {("won_seat", name, "Marden Province", None) for name in ("Ada Brown", "Bob Grey")}
    told = {one for one in claims(text) if one[0] == "won_seat"}
    assert {one for one in stated(text) if one[0] == "won_seat"} == won
    assert {one[1] for one in told} == {"Ada Brown", "Bob Grey", "Dora Finch", "Eli Stone"}


@pytest.mark.parametrize("line", ["Hillside: Ada Brown, Bob Grey", "Red Party: Ada Brown and others who thank all"])
def test_other_lines_below_elected_name_no_members(line: str) -> None:
    """What is no list, or is followed by more than names, makes nobody a member of it."""
    assert not any(one[0] == "member_of" for one in claims(f"# Marden council\n\n## Elected\n\n{line}\n"))


def test_a_margin_of_defeat_is_no_votes() -> None:
    """By how much somebody lost is no number of votes of anybody."""
    assert not claims("# Marden by-election\n\nDefeat margin: 753 votes\n")
