"""Which lists won most seats in a whole election, and who took no part in it."""

from __future__ import annotations

import pytest

from graph.errors import UsageError
from majlis.wording.absent import absent_sentence
from majlis.wording.largest import largest_sentence, largest_table
from queries.absent import absent
from queries.largest import largest
from queries.view import GraphView
from queries.who import who

from .made import country


def test_the_lists_of_all_councils_are_ranked(graph: GraphView) -> None:
    """The first three of 2023, with their councils where all their seats have one."""
    answer = largest(graph, "iq-2023-governorates")
    assert [(row.id, row.seats, row.rank, row.places) for row in answer.lists[:3]] == [
        ("nabni", 43, 1, 10),
        ("state-of-law", 35, 2, 10),
        ("national-state-forces", 24, 3, 10),
    ]
    assert largest_sentence(answer).startswith(
        "Councils, 18 Dec 2023: Nabni (We Build) Alliance won most seats, 43 of 285; then "
    )


def test_it_says_of_a_house_what_the_house_itself_says(graph: GraphView) -> None:
    """The same lists with the same seats, whichever question is asked."""
    for election in ("iq-2025-representatives", "iq-2018-representatives", "iq-krg-2024-parliament"):
        answer = largest(graph, election)
        body = answer.election.body
        assert body
        house = who(graph, body.id, election)
        assert [(row.id, row.seats, row.most) for row in answer.lists] == [
            (row.id, row.seats, row.most) for row in house.lists
        ]
        assert (answer.accounted, answer.certain, answer.open) == (house.accounted, house.certain, house.open)


def test_the_largest_is_no_more_certain_than_the_numbers() -> None:
    """Where seats are not accounted for that could make another list the largest, it is the largest of those known."""
    graph = country("thin_coverage")
    answer = largest(graph, "e-2025")
    assert not answer.certain
    assert "of the seats accounted for, Reds won most" in largest_sentence(answer)


def test_places_are_told_only_where_all_seats_have_one(graph: GraphView) -> None:
    """Of a list told in all the councils that are known are not all of its councils."""
    row = next(row for row in largest(graph, "iq-2025-representatives").lists if row.id == "state-of-law")
    assert row.places is None
    column = next(c for c in largest_table(largest(graph, "iq-2025-representatives")).columns if c.name == "places")
    assert column.cell(row) is None


def test_who_took_no_part_is_said_with_how(graph: GraphView) -> None:
    """Barred, boycotted, did not stand, each with its names and its sources."""
    answer = absent(graph, "iq-2025-representatives")
    assert absent_sentence(answer) == (
        "Council of Representatives, 11 Nov 2025: barred: Najm al-Jubouri (Nineveh); boycotted by Muqtada al-Sadr, "
        "Sadrist Movement, Victory Coalition; did not stand: Movement for Change (Gorran)."
    )
    assert all(row.sources for row in answer.absent)


def test_nobody_named_is_not_nobody_absent(graph: GraphView) -> None:
    """Where no source names anybody, that is what is said."""
    said = absent_sentence(absent(graph, "iq-2009-governorates"))
    assert "no source here says that anybody boycotted" in said


@pytest.mark.parametrize("language", ["en", "ar"])
def test_arabic_says_it_whole(graph: GraphView, language: str) -> None:
    """The sentence has no word of the other language besides names."""
    from majlis.wording.forms import Language

    said = absent_sentence(absent(graph, "iq-2023-governorates"), Language(language))
    assert ("boycotted" in said) is (language == "en")


def test_a_province_is_no_election(graph: GraphView) -> None:
    """Who asks for the largest lists of one is told what answers that; known elections are named with their bodies."""
    with pytest.raises(UsageError, match="Erbil is no election: `majlis who Erbil` tells its seats in each body"):
        largest(graph, "Erbil")
    with pytest.raises(UsageError, match=r"iq-2025-representatives \(Council of Representatives, 2025-11-11\)"):
        largest(graph, "iq-1999")
