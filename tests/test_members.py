"""Who is named for seats: lists of members, winners, people who are a text alone, and what `where` says of them."""

from __future__ import annotations

import pytest

from majlis.register import QUESTIONS
from majlis.wording.notes import note_text
from majlis.wording.people.members import members_sentence, named_words
from queries.people.members import Member, members
from queries.view import GraphView
from queries.where import where

from .made import country


@pytest.fixture(scope="module")
def made() -> GraphView:
    """An assembly of 15 whose members are all named in one list, and councils."""
    return country("house_and_councils")


def rows(found: tuple[Member, ...]) -> list[tuple[object, ...]]:
    """What tells people apart."""
    return [
        (
            item.figure or item.name,
            item.list and item.list.id,
            item.province and item.province.id,
            item.listed,
            item.won,
        )
        for item in found
    ]


def test_a_list_has_the_people_named_for_it(made: GraphView) -> None:
    """By province, registered or a text; who is on a list of members and named as winner is one person."""
    answer = members(made, "Reds", "h-2024")
    assert rows(answer.members) == [
        ("Hal Toft", "reds", "P-3", True, False),
        ("cyd", "reds", "P-1", True, True),
        ("dag", "reds", "P-1", True, False),
        ("Finn Rasp", "reds", "P-1", True, False),
        ("Eli Nor", "reds", "P-2", True, True),
        ("Gro Sand", "reds", "P-2", True, False),
    ]
    assert [item.votes for item in answer.members] == [None, 900, None, None, 700, None]
    assert (answer.listed, answer.won) == (6, 2)
    assert answer.members[1].sources == ("gazette", "index")
    assert "members_listed" in [note.code for note in answer.notes]


def test_a_figure_has_the_people_of_what_it_leads(made: GraphView) -> None:
    """And a bloc those of its lists."""
    assert rows(members(made, "Cyd Vang", "h-2024").members) == rows(members(made, "Reds", "h-2024").members)
    coast = members(made, "Coast Group", "h-2024")
    assert {item.list.id for item in coast.members if item.list} == {"reds", "greens"}
    assert len(coast.members) == 8


def test_a_place_and_a_body_have_theirs(made: GraphView) -> None:
    """A province those of its seats, a body everybody; who won the one seat of a list of one is named as its winner."""
    east = members(made, "Eastmark", "h-2024")
    assert {item.province.id for item in east.members if item.province} == {"P-3"}
    house = members(made, "Assembly", "h-2024")
    assert (len(house.members), house.listed, house.won) == (15, 15, 3)
    ada = next(item for item in house.members if item.figure == "ada")
    assert (ada.list and ada.list.id, ada.won, ada.reserved_for) == ("ada", True, "Fishers")


def test_without_a_list_of_members_nobody_is_named(made: GraphView) -> None:
    """The answer says so."""
    answer = members(made, "Greens", "c-2023")
    assert answer.members == ()
    assert "no source here names anybody" in members_sentence(answer)


def test_without_an_election_every_body_that_sits_is_told(made: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a list each body, of a province those that have seats of it, of a body its own."""
    monkeypatch.setattr(made, "usual_election", None)
    asked = {name: QUESTIONS["members"].ask(made, [name], {}) for name in ("Greens", "Eastmark", "Assembly")}
    assert {name: [one.election.id for one in found.answers] for name, found in asked.items()} == {
        "Greens": ["h-2024", "i-2022", "c-2023"],
        "Eastmark": ["h-2024", "i-2022", "c-2023"],
        "Assembly": ["h-2024"],
    }


def test_votes_alone_prove_no_seat(graph: GraphView) -> None:
    """The first of a province by votes, named on no list and not as a winner, is told as a candidate."""
    answer = members(graph, "Erbil", "iq-2025-representatives")
    first = next(item for item in answer.members if item.name == "Rebwar Hadi")
    assert (first.votes, first.listed, first.won, named_words(first)) == (31000, False, False, "candidate")


def test_where_tells_the_own_seat_of_a_figure(made: GraphView) -> None:
    """On the list of members, on none that has all seats, and nothing where no list is known."""

    def said(name: str, election: str) -> list[str]:
        codes = ("listed_member", "no_member_of", "perhaps_member")
        return [note_text(note) for note in where(made, name, election).notes if note.code in codes]

    assert said("Dag Moe", "h-2024") == [
        "Dag Moe is named in a list of members (Reds, Northmark, Assembly); it proves neither that the seat was won "
        "nor that it is held today."
    ]
    assert said("Ben Ost", "h-2024") == [
        "Ben Ost is not named in the list of members, which has all 15 seats (Assembly)."
    ]
    assert said("Ben Ost", "c-2023") == []


def test_a_fuller_name_on_the_list_may_be_the_figure(graph: GraphView) -> None:
    """Then nobody says that the figure is not named; a daughter who bears his name is not taken for him."""
    codes = {note.code: note for note in where(graph, "thabit-al-abbasi", "iq-2025-representatives").notes}
    assert "perhaps_member" in codes
    assert "no_member_of" not in codes
    maliki = [note.code for note in where(graph, "Maliki", "iq-2025-representatives").notes]
    assert "no_member_of" in maliki
    assert "perhaps_member" not in [note.code for note in where(graph, "iyad-allawi", "iq-2025-representatives").notes]


def test_the_shipped_house_is_named_whole(graph: GraphView) -> None:
    """All 329 of the list of members, with those whom other pages name as winners beside them."""
    answer = members(graph, "Council of Representatives", "iq-2025-representatives")
    assert answer.listed == 329
    assert answer.won >= 18
    assert all(item.sources for item in answer.members)


def test_who_is_named_apart_from_the_list_may_be_on_it_under_a_fuller_name(graph: GraphView) -> None:
    """A winner of Kirkuk, and a fuller name on the list of members: no source says that they are one."""
    answer = members(graph, "Kirkuk", "iq-2025-representatives")
    (note,) = (note for note in answer.notes if note.code == "perhaps_member")
    assert note_text(note).startswith("A list of members has the name \u2068محمد")
    assert note_text(note).endswith("no source says whether that is Mohammed Ali Tamim.")


def test_a_seat_of_ones_own_is_told_where_a_page_gives_the_whole_name(graph: GraphView) -> None:
    """The speaker and the head of his party are on the list of members by the names that pages give them in full."""
    for name, seat in (("Mohammed al-Halbousi", "IQ-BG"), ("Haibat al-Halbousi", "IQ-AN"), ("Atrushi", "IQ-DA")):
        (note,) = (note for note in where(graph, name, "iq-2025-representatives").notes if note.code == "listed_member")
        assert seat in {place.id for place in note.values["seat"]}
