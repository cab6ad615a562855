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
