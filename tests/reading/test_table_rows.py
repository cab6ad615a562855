"""Whose the figures of a row are, what stands below a table, and cells that hold more than a number."""

from __future__ import annotations

import pytest

from .test_layouts import seats
from .test_mechanisms import claims, reasons, stated


def test_the_votes_of_a_row_with_several_seats_are_those_of_its_list() -> None:
    """A person has one seat: beside several, the votes are the list's and no candidate's."""
    text = "Party,Candidate,Votes,Seats\nReds,Ada Brown,9120,6\nBlues,Bo Green,2011,1\n"
    votes = {("votes", "Reds", None, 9120), ("votes", "Blues", None, 2011)}
    assert stated(text) >= votes | seats(None, Reds=6, Blues=1)
    assert not any(predicate in ("candidate_votes", "won_seat") for predicate, *_ in claims(text))


def test_the_votes_of_a_candidate_of_one_seat_stay_his() -> None:
    """Where no row has several seats, or lists stand twice in a place, votes are those of the persons."""
    single = "Province,Candidate,Party,Votes,Seats\nMarden,Ada Brown,Reds,9120,1\nCorvale,Bo Green,Blues,2011,0\n"
    twice = "Province,Candidate,Party,Votes,Seats\nMarden,Ada Brown,Reds,9120,4\nMarden,Cy White,Reds,2011,4\n"
    for text in (single, twice):
        assert ("candidate_votes", "Ada Brown", "Marden", 9120) in claims(text)


def test_the_head_of_a_list_has_none_of_its_votes() -> None:
    """A column of heads of lists is of who leads them."""
    text = (
        "Circonscription;Liste;Tête de liste;Voix;Sièges\nMarden;Rouges;Ada Brown;40;1\nCorvale;Bleus;Bo Green;90;0\n"
    )
    assert stated(text) >= {("votes", "Rouges", "Marden", 40), ("leads", "Ada Brown", "Rouges", None)}
    assert not any(predicate == "candidate_votes" for predicate, *_ in claims(text))


def test_candidates_without_a_list_are_only_proposed() -> None:
    """Where no list is named a person may stand alone, and may not."""
    text = "Candidate,Votes,Status\nAda Brown,59222,Elected\nBo Green,36128,Not elected\n"
    assert stated(text) == set()
    assert ("votes", "Ada Brown", None, 59222) in claims(text)


@pytest.mark.parametrize("mark", ["[3]", "[a]", "¹", "†"])
def test_notes_below_a_table_are_no_lists(mark: str) -> None:
    """A line below a table that begins with the mark of a note gives no claim, and its figure is listed."""
    table = "| Party | Seats |\n|---|---|\n| Reds | 20 |\n| Blues | 15 |\n"
    for note in ("Including one seat abroad.", "Excluding 2 seats pending recount."):
        text = f"{table}\n{mark} {note}\n"
        assert claims(text) == seats(None, Reds=20, Blues=15)
        assert reasons(text)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("206 / 735", "more than a number in its cell"),
        ("152 of 735", "more than a number in its cell"),
        ("91 ▲ 11", "more than a number in its cell"),
        ("<5", "more than a number in its cell"),
        ("39?", "more than a number in its cell"),
        ("1-2", "approximate"),
        ("1e9", "more than a number in its cell"),
        ("three", "more than a number in its cell"),
        ("about 90", "approximate"),
        ("~83", "approximate"),
    ],
)
def test_an_odd_cell_does_not_spoil_its_column(cell: str, reason: str) -> None:
    """Where most cells of a column of seats are odd, the sure ones are read and each odd one is listed, with why."""
    odd = ("Greens",) if cell.isalpha() else ("Greens", "Whites", "Greys")
    rows = "".join(f"| {name} | {cell} |\n" for name in (*odd, "Pinks"))
    rows = rows.replace(f"Pinks | {cell}", "Pinks | 7")
    text = f"| Party | Seats |\n|---|---|\n| Reds | 20 |\n{rows}"
    assert seats(None, Reds=20) <= stated(text)
    assert not any(name in ("Greens", "Whites", "Greys") for _, name, *_ in claims(text))
    assert reasons(text)[cell] == reason


def test_a_column_of_names_with_numbers_is_none_of_figures() -> None:
    """Codes that hold a digit are no numbers of seats, whatever their header counts elsewhere."""
    text = "Seat,Party,Votes\nGBLA-6,Reds,920\nGBLA-7,Blues,811\n"
    assert "GBLA-6" not in reasons(text)
    assert {predicate for predicate, *_ in claims(text)} == {"votes"}


@pytest.mark.parametrize("change", ["▼17", "▲ 19", "(−11)", "+3"])
def test_each_change_of_a_column_is_listed(change: str) -> None:
    """No figure of a column of changes is dropped in silence."""
    text = f"| Party | Seats | +/- |\n|---|---|---|\n| Reds | 20 | {change} |\n| Blues | 15 | new |\n"
    assert claims(text) == seats(None, Reds=20, Blues=15)
    assert reasons(text)[change] == "a change against another vote"


def test_a_bracket_in_a_header_is_of_the_brackets_below_it() -> None:
    """Below "Seats (change)" the number before the bracket is the seats."""
    text = "| Party | Seats (change) |\n|---|---|\n| Reds | 206 (+53) |\n| Blues | 152 (-48) |\n| Greens | 91 ▲ 11 |\n"
    assert stated(text) == seats(None, Reds=206, Blues=152)
    assert set(reasons(text)) == {"+53", "-48", "91 ▲ 11"}


def test_the_figures_of_a_poll_in_a_table_are_listed() -> None:
    """Beside lines in which no word of a vote is known the figures of a table stay listed."""
    text = "# Poll: Marden, September 2029\n\n2,504 asked\n\n| Party | Projected seats |\n|---|---|\n| Reds | 190 |\n"
    assert claims(text) == set()
    assert {"190", "2,504"} <= set(reasons(text))
