"""Asking for another day than that of the vote: ties as they were then, seats as they were won."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.dates import holds_at, is_date, not_after
from graph.errors import UsageError
from majlis.register import QUESTIONS
from majlis.wording.where import lists_words
from queries.plain import Note
from queries.power.majority import majority
from queries.prepared import run
from queries.sitting import where_all
from queries.view import GraphView
from queries.where import where
from queries.who import who

from .made import country


@pytest.fixture(scope="module")
def made() -> GraphView:
    """Reds: led by Ben until May 2024, by Cyd from June. Greens: in Broad until 2022, in Wide since 2024-02-03."""
    return country("changing_ties")


@pytest.mark.parametrize(
    ("name", "as_of", "led"),
    [
        ("Ben Ost", None, 7),
        ("Ben Ost", "2024-05-31", 7),
        ("Ben Ost", "2024-06-01", None),
        ("Cyd Vang", None, None),
        ("Cyd Vang", "2024-06-01", 7),
        ("Cyd Vang", "2024", 7),
        ("Ben Ost", "2022", 6),  # the election by then is that of 2021
    ],
)
def test_where_follows_ties_as_they_were_on_that_day(
    made: GraphView, name: str, as_of: str | None, led: int | None
) -> None:
    """Who led the Reds on a day has their seats at the latest election by that day."""
    answer = where(made, name, as_of=as_of)
    assert answer.totals["led"] == led
    assert answer.election.to_dict().get("as_of") == as_of


@pytest.mark.parametrize(
    ("as_of", "seats"), [(None, {"Ben Ost": 7}), ("2024-05-31", {"Ben Ost": 7}), ("2024-06-01", {"Cyd Vang": 7})]
)
def test_a_majority_is_of_who_leads_on_that_day(made: GraphView, as_of: str | None, seats: dict[str, int]) -> None:
    """The Reds' 7 of 10 are those of whoever leads them on the day; what nobody leads there reaches nothing."""
    found = {name: majority(made, name, as_of=as_of) for name in ("Ben Ost", "Cyd Vang")}
    assert {name: body.seats for name, answer in found.items() for body in answer.bodies} == seats
    assert {answer.as_of for answer in found.values()} == {as_of}
    assert all((Note("as_of", {"date": as_of}) in found[name].notes) == (as_of is not None) for name in seats)


def test_a_majority_is_asked_of_what_sits_on_that_day(graph: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """In June 2024 the house of 2021 sits, and Khanjar has Azm's seats in it; before all elections nothing does."""
    monkeypatch.setattr(graph, "usual_election", None)
    (house, *councils) = QUESTIONS["majority"].ask(graph, ["Khanjar"], {"as_of": "2024-06"}).bodies
    assert (house.election.id, [item.id for item in house.lists]) == ("iq-2021-representatives", ["azm"])
    assert {item.election.id for item in councils} == {"iq-2023-governorates"}
    with pytest.raises(UsageError, match="no election by 1990"):
        QUESTIONS["majority"].ask(graph, ["Khanjar"], {"as_of": "1990"})


def test_a_membership_after_the_vote_shares_nothing_at_the_vote(made: GraphView) -> None:
    """The Greens joined Wide nine months after the vote: its seats are shared from then on, and not before."""
    assert where(made, "Greens").status == "none"
    after = where(made, "Greens", as_of="2024-03")
    assert (after.status, after.totals["shared"]) == ("shared", 3)
    assert Note("as_of", {"date": "2024-03"}) in after.notes


def test_a_stated_end_ends_what_is_told_of_the_vote(graph: GraphView) -> None:
    """Al-Khanjar led Siyada at the vote of 2023 and resigned on 28 October 2024; what is told of the vote ends then."""

    def led(day: str) -> int | None:
        return where(graph, "Khanjar", election="iq-2023-governorates", as_of=day).totals["led"]

    assert (led("2023-12-18"), led("2024-10-28"), led("2024-10-29")) == (13, 13, None)


def test_memberships_of_a_list_are_asked_by_day(made: GraphView) -> None:
    """Two memberships of one party are two edges; each is found on its own days, and all without a day."""

    def members(alliance: str, **given: str) -> list[object]:
        return [row[0] for row in run(made, "list_members", {"list": alliance, **given}).rows]

    assert (members("Broad Front"), members("Wide Front")) == (["greens"], ["greens"])
    assert (members("Broad Front", as_of="2021"), members("Wide Front", as_of="2021")) == (["greens"], [])
    assert (members("Broad Front", as_of="2025"), members("Wide Front", as_of="2025")) == ([], ["greens"])


def test_a_query_of_an_election_takes_a_day_too(made: GraphView) -> None:
    """The reach of Cyd, who leads the Reds since June 2024, is nothing on the day of the vote and 7 seats after it."""
    assert run(made, "reach", {"figure": "Cyd Vang"}).rows == ()
    (row,) = run(made, "reach", {"figure": "Cyd Vang", "as_of": "2024-07"}).rows
    assert row[2] == 7


def test_a_named_election_is_asked_on_any_day(made: GraphView) -> None:
    """The seats of 2021, held as of 2025 by who leads the Reds then."""
    assert where(made, "Cyd Vang", "e-2021", "2025").totals["led"] == 6


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda graph: where(graph, "Reds", as_of="2024-13"), "'2024-13' is no date"),
        (
            lambda graph: where(graph, "Reds", as_of="1999"),
            r"no election by 1999 .*: e-2023 \(Councils, 2023-05-11\)",
        ),
        (
            lambda graph: run(graph, "reach", {"figure": "Ben Ost", "as_of": "soon"}),
            "write 2024, 2024-05 or 2024-05-31",
        ),
    ],
)
def test_a_day_that_cannot_be_asked_is_refused(made: GraphView, ask: Callable[[GraphView], object], said: str) -> None:
    """What is no date, or is before all elections, is wrong usage and says what to write."""
    with pytest.raises(UsageError, match=said):
        ask(made)


def test_dates_are_compared_as_precisely_as_both_are() -> None:
    """2024 is not after 2024-05 nor before it, and a period without ends holds always."""
    assert not_after("2024", "2024-05")
    assert not_after("2024-05", "2024")
    assert not not_after("2024-06", "2024-05-31")
    assert holds_at("", "", "1900")
    assert [is_date(text) for text in ("2024", "2024-02-30", "24-01", "2024-2")] == [True, False, False, False]


def test_who_tells_the_offices_of_a_day(graph: GraphView) -> None:
    """Wasit's governor was al-Mayahi from 2018 until 23 July 2025 and Kazzar from then on; the seats stay as won."""

    def governors(as_of: str) -> list[str]:
        answer = who(graph, "Wasit", "iq-2023-governorates", as_of)
        assert answer.lists == who(graph, "Wasit", "iq-2023-governorates").lists
        return [term.figure.id for term in answer.offices if term.office.id == "governor-of-wasit"]

    assert governors("2023-12-18") == ["mohammed-jamil-al-mayahi"]
    assert governors("2024-06") == ["mohammed-jamil-al-mayahi"]
    assert governors("2025-10-01") == ["hadi-majid-kazzar"]


def test_a_term_without_a_beginning_is_of_the_council_that_sat_at_its_end(graph: GraphView) -> None:
    """Diyala's governor until August 2024 is told of the council of 2023, and not of that of 2009."""
    then, at_the_end = (
        {term.figure.id for term in who(graph, "Diyala", election, day).offices}
        for election, day in (("iq-2009-governorates", "2010-06"), ("iq-2023-governorates", "2024-06"))
    )
    assert "muthanna-al-tamimi" in at_the_end - then


def test_a_list_that_was_led_at_an_older_vote_has_its_year(graph: GraphView) -> None:
    """Al-Nujaifi led National Resolve in 2023 and another in 2025; al-Amiri leads Badr today, and led Nabni in 2023."""

    def led(name: str) -> str:
        return lists_words(where_all(graph, where, [name], {"as_of": "2026-11-30"}).answers)

    assert led("Nujaifi") == "Osama al-Nujaifi leads National Resolve (Al-Hasm) Alliance (2023)."
    assert led("Amiri") == "Hadi al-Amiri leads the Badr Organization and Nabni (We Build) Alliance (2023)."
    assert led("Maliki") == "Nouri al-Maliki leads the State of Law Coalition and the Diyala First Coalition."
