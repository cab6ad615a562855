"""The shortest ties between two names: directions, dates, sources, and what is walked where nothing else is known."""

from __future__ import annotations

from pathlib import Path as File

import pytest

from graph.errors import UsageError
from majlis.wording.affiliation.path import line_words, lines
from queries.affiliation.path import Path, path
from queries.view import GraphView

from .command import run_here
from .made import country


@pytest.fixture(scope="module")
def houses() -> GraphView:
    """Cyd leads the Reds since 2021, Ben the Blues; Reds and Greens are in the Coast Group of 2024; three premiers."""
    return country("house_and_councils")


def said(answer: Path) -> list[list[str]]:
    """The ways, each step in words."""
    ways: list[list[str]] = [[] for _ in answer.ways]
    for line in lines(answer):
        ways[line.way - 1].append(line_words(line))
    return ways


def codes(answer: Path) -> list[str]:
    """The codes of its notes."""
    return [note.code for note in answer.notes]


def test_a_tie_is_said_right_from_both_ends(houses: GraphView) -> None:
    """Who leads leads, what is led is led; one source alone is named, and the election or the period."""
    assert said(path(houses, "Cyd Vang", "Coast Group")) == [
        [
            "Cyd Vang leads Reds (since 2021; Gazette reports)",
            "Reds is part of Coast Group (Assembly 2024; Gazette reports)",
        ]
    ]
    assert said(path(houses, "Coast Group", "Cyd Vang")) == [
        [
            "Coast Group has as a member Reds (Assembly 2024; Gazette reports)",
            "Reds is led by Cyd Vang (since 2021; Gazette reports)",
        ]
    ]


def test_a_rivalry_is_a_tie(graph: GraphView) -> None:
    """Al-Sadr is al-Maliki's rival by two sources; an undated tie has the date of the newest."""
    answer = path(graph, "Maliki", "Sadr")
    assert said(answer) == [["Nouri al-Maliki is a rival of Muqtada al-Sadr (as of 19 Dec 2023)"]]
    (tie,) = answer.ways[0][0].ties
    assert (tie.fact, tie.back, tie.reported_by) == ("rival_of/muqtada-al-sadr/nouri-al-maliki", True, None)
    assert len(tie.sources) == 2


def test_what_one_source_alone_says_is_its_report(graph: GraphView) -> None:
    """One source has the Dawa party led by al-Maliki's rival: it reports."""
    ((words,),) = said(path(graph, "Maliki", "Sudani"))
    assert words.startswith("Nouri al-Maliki is a rival of Mohammed Shia al-Sudani (")
    assert words.endswith(" reports)")


def test_all_equally_short_ways_are_told_up_to_a_limit(graph: GraphView) -> None:
    """Al-Hakim led two members of the Framework, and a list beside State of Law in Diyala in 2013."""
    answer = path(graph, "Maliki", "Hakim")
    assert (answer.length, answer.count, len(answer.ways)) == (4, 3, 3)
    first = path(graph, "Maliki", "Hakim", ways=1)
    assert (first.count, first.ways) == (3, answer.ways[:1])
    assert first.notes[-1] == ("path.more", {"told": 1, "count": 3})
    assert path(graph, "Maliki", "Hakim", ways=0).length == 4


def test_what_did_not_hold_is_not_walked(graph: GraphView) -> None:
    """At the election of 2023 the alliance of 2013 in Diyala is no tie."""
    answer = path(graph, "Maliki", "Hakim", election="iq-2023-governorates")
    assert (answer.count, codes(answer)) == (2, [])
    elections = {tie.election_id for way in answer.ways for step in way for tie in step.ties}
    assert elections <= {"iq-2023-governorates", None}


def test_what_is_of_another_time_is_told_and_said_to_be(houses: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """In 2019 nothing tied Cyd to the Coast Group: the ways of another time are told, with a note of it."""
    answer = path(houses, "Cyd Vang", "Coast Group", as_of="2019")
    assert (answer.length, codes(answer)) == (2, ["path.other_time"])


def test_a_day_has_the_ties_of_the_bodies_that_sit(houses: GraphView) -> None:
    """In 2025 the house of 2024 sits, whose groups hold; in 2023 they do not."""
    assert codes(path(houses, "Cyd Vang", "Coast Group", as_of="2025")) == []
    assert codes(path(houses, "Cyd Vang", "Coast Group", as_of="2023-06")) == ["path.other_time"]


def test_an_office_ties_where_nothing_else_does(houses: GraphView) -> None:
    """Ben and Dag were both prime ministers, with their terms; a note says what that does not mean."""
    answer = path(houses, "Ben Ost", "Dag Moe")
    assert said(answer)[0][0] == "Ben Ost held the office Prime Minister (1 Jun 2020 to 31 Mar 2022; Gazette reports)"
    assert codes(answer) == ["path.any_time", "path.by_office"]


def test_seats_in_the_same_place_tie_where_nothing_else_does(houses: GraphView) -> None:
    """Greens and Islanders won seats of one constituency at one election: never "nothing is known"."""
    answer = path(houses, "Greens", "Islanders")
    assert said(answer) == [
        [
            "Greens won seats in Eastmark (Isle Parliament 2022; Gazette reports)",
            "Eastmark has seats of Islanders (Isle Parliament 2022; Gazette reports)",
        ]
    ]
    assert codes(answer) == ["path.any_time", "path.by_place"]


def test_seats_of_two_elections_are_no_tie(houses: GraphView) -> None:
    """Broad Front never won beside the Islanders: they are tied through who did, four steps away or more."""
    answer = path(houses, "Broad Front", "Islanders")
    places = [step.end.id for way in answer.ways for step in way]
    assert answer.length is not None
    assert answer.length > 2, places


def test_a_name_twice_is_wrong_usage(graph: GraphView) -> None:
    """Nobody is tied to himself."""
    with pytest.raises(UsageError, match="are both Nouri al-Maliki"):
        path(graph, "Maliki", "Nouri al-Maliki")


def test_the_command_tells_steps_and_sources(graph_file: File) -> None:
    """Names need no quotes; each step has the numbers of its sources; CSV has a row for each kind of tie."""
    answer = run_here("path", "Ali", "Dawai", "Habib", "al-Fartousi", "--graph", graph_file).stdout.splitlines()
    assert answer[0] == "Ali Dawai and Habib al-Fartousi: 2 steps, 1 way."
    assert answer[2].startswith("Ali Dawai held the office Governor of Maysan (")
    assert answer[2].endswith("[1] [2]")
    rows = run_here("path", "Maliki", "Sadr", "-f", "csv", "--graph", graph_file).stdout.splitlines()
    assert rows[1].startswith("1,1,nouri-al-maliki,muqtada-al-sadr,rival_of,true,,rival_of/muqtada-al-sadr/nouri")
