"""Lists and tables of people who stood: who won is said behind votes, seats are of so many, sums are of other years."""

from __future__ import annotations

import pytest

from .test_reader import ReadAll, claims, marks, unread

__all__ = ["marks"]


@pytest.mark.parametrize("gap", [" ", "   "])
def test_the_word_behind_votes_says_who_won(marks: ReadAll, gap: str) -> None:
    """In a list of people with their lists in brackets one alone won, and no line is a heading of the next."""
    people = [("Helen Dunn", "Greens", "1,306"), ("Mark Prest", "Civic Party", "1,265"), ("Ann Bich", "Reds", "874")]
    lines = [f"{name} ({of}){gap}{votes}{gap + 'ELECTED' if votes == '1,306' else ''}" for name, of, votes in people]
    text = "\n".join(lines)
    found = claims(marks(f"By-election in Marden\n\nThe result in full:\n\n{text}\n\nTurnout: 48.5%\n"))
    assert [name for kind, name, *_ in found if kind == "won_seat"] == ["Helen Dunn"]
    assert [(name, value) for kind, name, _, value, _ in found if kind == "candidate_votes"] == [
        ("Helen Dunn", 1306),
        ("Mark Prest", 1265),
        ("Ann Bich", 874),
    ]
    assert [(name, of) for kind, name, of, *_ in found if kind == "member_of"] == [one[:2] for one in people]


def test_seats_of_so_many_are_seats(marks: ReadAll) -> None:
    """A number of seats, a stroke and how many there are is the first number; the second is told besides."""
    table = "| List | Votes | Seats |\n|---|---|---|\n| Reds | 88,902 | 4 / 150 |\n| Blues | 301,774 | 16 / 150 |\n"
    found = marks(f"General election 2029\n\n{table}")
    assert [(name, value) for kind, name, _, value, _ in claims(found) if kind == "holds_seats"] == [
        ("Reds", 4),
        ("Blues", 16),
    ]
    assert [text for text, _ in unread(found)] == ["150", "150"]


def test_a_sum_of_another_year_is_no_list_or_place(marks: ReadAll) -> None:
    """A last row that is a sum and a year tells of no place by that name."""
    table = (
        "| Province | Reds | Blues |\n|---|---|---|\n| Marden | 9 | 4 |\n| Ham | 7 | 6 |\n| Total 2016 | 11 | 15 |\n"
    )
    found = marks(f"Seats by province and party\n\n{table}")
    assert {place for kind, _, place, *_ in claims(found) if kind == "holds_seats"} <= {"Marden", "Ham"}
    assert ("11", "another year") in unread(found)


def test_a_leader_who_was_returned_has_the_votes(marks: ReadAll) -> None:
    """Votes of who leads a list and was elected with them are that person's; a plural owner opens a list's name."""
    found = claims(marks("Farmers' Union leader Esther Nyam was returned in Marden East with 18,204 votes.\n"))
    assert ("candidate_votes", "Esther Nyam", "Marden East", 18204, "stated") in found
    assert ("leads", "Esther Nyam", "Farmers' Union", None, "stated") in found
    assert not [one for one in found if one[0] == "votes"]


def test_of_two_clauses_the_place_of_one_is_not_that_of_the_other(marks: ReadAll) -> None:
    """Who was elected behind a semicolon was not elected in the place before it."""
    found = claims(
        marks("The Reds won nine seats. Adam Ibra held Marden; MDA leader Omar Siam was re-elected as well.\n")
    )
    assert not [one for one in found if one[:2] == ("won_seat", "Omar Siam")]


def test_numbers_unlike_votes_are_of_the_unit_of_their_place(marks: ReadAll) -> None:
    """Beside ballots that were struck out, the numbers of a place whose seats are told are seats."""
    found = claims(
        marks(
            "Provincial councils, final results\n\n"
            "- **Marden** (21 seats): The commission struck out 4,112 ballots, and that cost National Covenant a seat: "
            "it ends with five. The Justice and Reform Movement has seven, the Hill Bloc four and the Tribal Union two."
            "\n- **Ham** (17 seats): National Covenant took 6, the Hill Bloc 5.\n- **Stone** (13 seats): Justice and "
            "Reform topped the poll with 40,266 votes and has five councillors; National Covenant has four.\n"
        )
    )
    assert [(name, place, value) for kind, name, place, value, _ in found if kind == "holds_seats"][:2] == [
        ("Justice and Reform Movement", "Marden", 7),
        ("Hill Bloc", "Marden", 4),
    ]
    assert not [one for one in found if one[0] == "votes" and one[2] == "Marden"]
