"""Who holds a council: golden answers, and what is not accounted for."""

from __future__ import annotations

import pytest

from graph.errors import CannotAnswerError
from queries.graph import AskedGraph
from queries.who import who

# Seats accounted for and council size, by province, of the published final list.
COUNCILS = {
    "Kirkuk": (14, 16),
    "Anbar": (16, 16),
    "Qadisiyah": (14, 14),
    "Muthanna": (12, 12),
    "Najaf": (15, 15),
    "Babil": (18, 18),
    "Baghdad": (49, 52),
    "Diyala": (15, 15),
    "Dhi Qar": (18, 18),
    "Saladin": (15, 15),
    "Karbala": (13, 13),
    "Maysan": (14, 14),
    "Nineveh": (29, 29),
    "Wasit": (14, 15),
    "Basra": (21, 23),
}


@pytest.mark.parametrize(("province", "expected"), COUNCILS.items())
def test_councils_are_accounted_for_as_published(
    published: AskedGraph, province: str, expected: tuple[int, int]
) -> None:
    """The lists' seats sum to what the published final list gives the council."""
    answer = who(published, province)
    assert (answer.accounted, answer.council_size) == expected
    assert sum(item.seats for item in answer.lists) == expected[0]


def test_all_councils_together_have_285_seats_of_which_277_are_accounted_for() -> None:
    """The sizes sum to the 275 general and 10 reserved seats that are stated for the election."""
    assert sum(size for _, size in COUNCILS.values()) == 285
    assert sum(accounted for accounted, _ in COUNCILS.values()) == 277


def test_a_majority_is_of_the_whole_council(published: AskedGraph) -> None:
    """Baghdad has 52 seats, three of them not on the published list: a majority is 27."""
    answer = who(published, "Baghdad")
    assert (answer.majority, answer.status) == (27, "voted")
    assert "3 of 52 seats are not accounted for." in answer.notes


def test_general_and_reserved_seats_make_the_size_and_another_total_is_dissent(graph: AskedGraph) -> None:
    """Baghdad's 49 general and 3 reserved seats stand; the page that counts 53 does not change it."""
    assert (who(graph, "Baghdad").council_size, who(graph, "Baghdad").size_standing) == (52, "reported")


def test_shares_are_fractions_of_the_council_and_ties_are_marked(graph: AskedGraph) -> None:
    """Kirkuk's largest list has 5 of 16 seats; three lists share the third place."""
    answer = who(graph, "kirkuk")
    assert (answer.lists[0].id, answer.lists[0].share) == ("kirkuk-our-strength", 5 / 16)
    third = [(item.id, item.tied_with) for item in answer.lists if item.rank == 3]
    assert third == [
        ("kdp", ("leadership-alliance-kirkuk", "united-iraqi-turkmen-front")),
        ("leadership-alliance-kirkuk", ("kdp", "united-iraqi-turkmen-front")),
        ("united-iraqi-turkmen-front", ("kdp", "leadership-alliance-kirkuk")),
    ]


def test_a_province_without_a_vote_says_so_with_its_source(graph: AskedGraph) -> None:
    """Erbil held no vote; the answer names who says so and gives no number."""
    answer = who(graph, "Erbil")
    assert (answer.status, answer.lists, answer.council_size, answer.majority) == ("no_vote", (), None, None)
    assert answer.sources


@pytest.mark.parametrize(
    ("asked", "id"),
    [
        ("Babel", "IQ-BB"), ("Babylon", "IQ-BB"), ("Thi Qar", "IQ-DQ"), ("Diwaniyah", "IQ-QA"),
        ("Salaheddin", "IQ-SD"), ("Wassit", "IQ-WA"), ("Al Muthana", "IQ-MU"), ("بغداد", "IQ-BG"),
        ("محافظة كركوك", "IQ-KI"), ("the province of Basra", "IQ-BA"), ("Bagdhad", "IQ-BG"), ("IQ-NI", "IQ-NI"),
    ],
)  # fmt: skip
def test_provinces_are_found_by_any_of_their_names(graph: AskedGraph, asked: str, id: str) -> None:
    """English, Arabic, misspelt, or the ISO code: the council is the same."""
    assert who(graph, asked).subject.candidate.id == id


def test_a_list_is_no_province(graph: AskedGraph) -> None:
    """A name that no province has is not answered with some council."""
    with pytest.raises(CannotAnswerError):
        who(graph, "State of Law")


def test_turnout_says_of_what_or_that_it_is_not_stated(graph: AskedGraph) -> None:
    """Kirkuk's 66 per cent are of eligible voters by one of two pages; for Anbar's 57 none says of what."""
    kirkuk, anbar = who(graph, "Kirkuk"), who(graph, "Anbar")
    assert (kirkuk.turnout, kirkuk.turnout_of) == (66, "eligible")
    assert (anbar.turnout, anbar.turnout_of) == (57, None)
