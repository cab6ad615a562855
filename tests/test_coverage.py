"""What the data hold and lack: a made country worked out by hand, the shipped data against themselves, the command."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import majlis
from graph.checks.settle import settle
from graph.errors import CannotAnswerError, UsageError
from graph.model import Knowledge
from graph.predicates import PREDICATES
from majlis.cli import main
from majlis.register import QUESTIONS
from majlis.terminal.coverage import coverage_text, source_text
from majlis.wording.accounted import coverage_sentence
from majlis.wording.coverage import line_words
from majlis.wording.messages import LANGUAGES, say
from queries.checking.coverage import coverage
from queries.checking.source_coverage import source_coverage
from queries.checking.summary import summary
from queries.view import GraphView
from queries.who import who

from .made import country


@pytest.fixture(scope="module")
def made() -> GraphView:
    """The graph of a made country.

    Northmark, 10 seats: Reds 5, Blues 3 (the Post says 4), Greens 1 or 2. Southmark, size unknown: Reds 3; the mirror
    copies the Gazette; a list that nobody registered has 1. Westmark: a turnout and nothing else. Eastmark: no vote.
    Of Midmark nothing is known.
    """
    return country("thin_coverage")


@pytest.fixture(autouse=True)
def then(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The made country is asked about its councils of 2025."""
    if "made" in request.fixturenames:
        monkeypatch.setenv("MAJLIS_TODAY", "2025-12-31")


# --- The made country ----------------------------------------------------------------------------------------


def test_each_province_is_told_as_far_as_it_is_known(made: GraphView) -> None:
    """A size or a number of seats that is not known is null, never 0; no vote and nothing known are told apart."""
    found = {place.id: place.to_dict() for place in coverage(made).provinces}
    keys = ("status", "council_size", "accounted", "missing")
    assert {id: tuple(place[key] for key in keys) for id, place in found.items()} == {
        "P-E": ("no_vote", None, None, None),
        "P-M": ("unknown", None, None, None),
        "P-N": ("voted", 10, 9, 1),
        "P-S": ("voted", None, 3, None),
        "P-W": ("voted", None, None, None),
    }


def test_facts_are_counted_by_their_independent_sources(made: GraphView) -> None:
    """A copy is no second source, so that of Northmark's facts none rests on two; the Reds' 3 in Southmark do."""
    answer = coverage(made)
    places = {place.id: place for place in answer.provinces}
    north, south = places["P-N"].tally, places["P-S"].tally
    assert (north.facts, north.single_sourced, north.disputed, north.by_sources) == (4, 4, 1, {1: 4})
    assert (south.facts, south.single_sourced, south.by_sources) == (1, 0, {2: 1})
    assert [places[id].sources for id in ("P-N", "P-S", "P-W", "P-E", "P-M")] == [1, 2, 1, 1, 0]
    # the seven facts of the provinces, and who leads the Reds, on two sources
    assert (answer.tally.facts, answer.tally.single_sourced) == (8, 6)


def test_the_kinds_of_fact_are_a_matrix(made: GraphView) -> None:
    """Each province has a count for each kind of fact that it can have, and null where there is none."""
    kinds = {place.id: place.kinds for place in coverage(made).provinces}
    assert {id: {kind: tally.facts for kind, tally in row.items() if tally} for id, row in kinds.items()} == {
        "P-E": {"held_no_vote": 1},
        "P-M": {},
        "P-N": {"holds_seats": 3, "council_size": 1},
        "P-S": {"holds_seats": 1},
        "P-W": {"turnout": 1},
    }
    assert kinds["P-M"]["votes"] is None


def test_what_sources_differ_on_is_told_with_its_sides(made: GraphView) -> None:
    """A dispute has both values and their places; a decision against a source says what that source says."""
    answer = coverage(made)
    (greens, leader), (blues,) = answer.disputed, answer.contradicted
    assert (greens.subject, greens.object, greens.value, greens.values) == ("greens", "P-N", None, (1, 2))
    assert [(side.value, side.locator, side.won) for side in greens.sides] == [(1, "p. 2", True), (2, "p. 4", True)]
    assert [(side.since, side.source) for side in leader.sides] == [("2020-01", "sun"), ("2020-02", "post")]
    assert (blues.subject, blues.value) == ("blues", 3)
    assert [(side.value, side.source, side.won) for side in blues.sides] == [
        (3, "gazette", True),
        (4, "post", False),
    ]


def test_what_each_source_alone_contributes(made: GraphView) -> None:
    """Only the Gazette (with its copy) tells of four facts, and the Post alone of a turnout; the Sun is never alone."""
    shares = {share.source.id: (share.statements, share.facts, share.alone) for share in coverage(made).sources}
    assert shares == {"gazette": (8, 6, 4), "mirror": (1, 1, 0), "post": (4, 3, 1), "sun": (2, 2, 0)}


def test_names_and_lines_that_were_not_read_are_told(made: GraphView) -> None:
    """A list that nobody registered and a line that cannot be read are in the answer, with place and reason."""
    answer = coverage(made)
    assert [(gap.text, gap.source) for gap in answer.unresolved] == [("Purples", "post")]
    assert [gap.source for gap in answer.unreadable] == ["post"]
    assert "many" in answer.unreadable[0].text


def test_what_is_not_covered_comes_from_the_model_and_from_the_folder(made: GraphView) -> None:
    """Each kind of fact without any is named, and then what the folder says of itself."""
    answer = coverage(made)
    none = {item.predicate for item in answer.not_covered if item.predicate}
    assert none == set(PREDICATES) - {"holds_seats", "council_size", "held_no_vote", "turnout", "leads"}
    assert [item.what for item in answer.not_covered if item.predicate is None] == ["The members, by name."]


def test_sources_without_an_address_are_counted(made: GraphView) -> None:
    """Two of four sources have no recorded address."""
    answer = coverage(made)
    assert {source.id for source in answer.without_address} == {"mirror", "post"}
    assert answer.to_dict()["total"]["sources_without_address"] == 2


def test_the_sum_is_unknown_while_a_size_is(made: GraphView) -> None:
    """A council of unknown size leaves the sum unknown, and keeps the coverage under any percentage."""
    answer = coverage(made)
    assert (answer.council_size, answer.accounted) == (None, 12)
    assert answer.short_of(1) == (
        "the size of the council of Southmark is not known",
        "the size of the council of Westmark is not known",
    )


def test_another_election_is_told_apart(made: GraphView) -> None:
    """In 2021 a size is known and no seat: none is accounted for, and the turnout of 2025 is not counted."""
    answer = coverage(made, election="e-2021")
    assert (answer.council_size, answer.accounted, len(answer.councils)) == (10, None, 1)
    assert answer.short_of(50) == ("0 of 10 seats are accounted for, fewer than 50%", "Northmark lacks 10 of 10")
    assert "no seat is accounted for in 1 council" in coverage_text(answer, "province")
    with pytest.raises(UsageError, match="e-1999"):
        coverage(made, election="e-1999")


def test_one_source_against_all(made: GraphView) -> None:
    """The Post gives one list in Northmark another number, lacks two lists, and names one that nobody registered."""
    answer = source_coverage(made, "Early count")
    assert (answer.source.id, answer.stated, answer.accounted, answer.council_size) == ("post", 4, 12, None)
    north, south, west = answer.councils
    assert [(held.list, held.seats, held.sources) for held in north.lacks] == [
        ("reds", 5, ("gazette", "mirror")),
        ("greens", 1, ("gazette",)),
    ]
    assert [(held.list, held.seats, held.stated) for held in north.differs] == [("blues", 3, 4)]
    assert (south.stated, [held.list for held in south.lacks]) == (None, ["reds"])
    assert (west.stated, west.accounted) == (None, None)
    assert [(item.text, item.seats) for item in answer.unnamed] == [("Purples", 1)]
    kinds = {kind.predicate: (kind.facts, kind.has, kind.alone) for kind in answer.kinds}
    assert kinds["turnout"] == (1, 1, 1)
    assert kinds["holds_seats"] == (4, 1, 0)
    assert kinds["leads"] == (1, 1, 0)


def test_the_seats_of_all_are_not_those_of_a_sources_councils(made: GraphView) -> None:
    """Where the size of a council is not known, neither is that of the councils together, whatever is stated of all."""
    at = dataclasses.replace(made.election(), seats=100)
    assert (coverage(made, election=at).council_size, source_coverage(made, "post", at).council_size) == (100, None)


def test_a_reserved_seat_is_not_counted_twice(made: GraphView) -> None:
    """The Gazette gives the Reds 5 seats in Northmark, one of them reserved, and the Greens 1 or 2: 9 and no more."""
    answer = source_coverage(made, "gazette")
    assert [(council.id, council.stated) for council in answer.councils] == [("P-N", 9), ("P-S", 3), ("P-W", None)]


def test_a_source_that_is_not_known(made: GraphView) -> None:
    """An unknown source cannot be answered; the nearest are named."""
    with pytest.raises(CannotAnswerError, match="Early count"):
        source_coverage(made, "Early counts")


def test_a_long_list_is_cut_and_says_so(made: GraphView, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a terminal does not list is counted, and only the sources of what it lists are cited."""
    monkeypatch.setattr("majlis.terminal.coverage._MOST", 1)
    text = coverage_text(coverage(made), "province")
    assert "Greens: seats in Northmark" in text
    assert "Ada Lind leads" not in text
    assert "  1 more: --format json" in text
    assert "Sun" not in text


def test_the_text_says_unknown(made: GraphView) -> None:
    """In a terminal an unknown size or number is the word, and a name in Arabic does not turn the line."""
    text = coverage_text(coverage(made), "province")
    rows = {line.split()[0]: line.split()[1:] for line in text.splitlines() if line.strip()}
    assert rows["Southmark"][:4] == ["unknown", "unknown", "3", "unknown"]
    assert rows["Westmark"][:4] == ["unknown", "unknown", "unknown", "unknown"]
    text = " ".join(text.split())
    assert "12 seats are accounted for in 3 councils, of a number not known" in text
    assert "No vote: Eastmark" in text
    assert "Nothing is known of: Midmark" in text
    assert "Greens: seats in Northmark: 1 [1] p. 2; 2 [1] p. 4 (one source says both 1 and 2)" in text
    assert re.search(
        r"Ada Lind leads Reds: since \w{3} 2020 \[\d\] p\. 5; since \w{3} 2020 \[\d\] p\. 5 \(sources", text
    )
    sun = source_text(source_coverage(made, "sun"), "province")
    assert "\u2068\u0627\u0644\u0634\u0645\u0633\u2069" in sun
    assert "Lacking in Southmark" not in sun
    assert "It states no seats of: Northmark, Westmark" in sun


# --- The shipped data ----------------------------------------------------------------------------------------


def test_the_shipped_coverage_is_what_the_facts_say(graph: GraphView, knowledge: Knowledge) -> None:
    """Totals are the sums of the councils as `who` tells them, and facts are counted as they were decided.

    These are those of this election and of any.
    """
    answer = coverage(graph)
    facts = [fact for fact in settle(knowledge)[0].facts if fact.election in (None, answer.election.id)]
    councils = [who(graph, place.id) for place in answer.councils]
    assert answer.accounted == sum(council.accounted for council in councils)
    assert answer.council_size == sum(council.council_size or 0 for council in councils) == 285
    assert answer.tally.facts == sum(fact.counts for fact in facts)
    assert answer.tally.single_sourced == sum(fact.counts and fact.sources == 1 for fact in facts)
    assert {fact.fact for fact in answer.disputed} == {fact.id for fact in facts if fact.disputed}
    claims = [claim for claim in knowledge.statements if claim.election in (None, answer.election.id)]
    speaking = {claim.source for claim in claims}
    assert {share.source.id for share in answer.sources} == speaking < set(knowledge.sources)
    assert sum(share.statements for share in answer.sources) == len(claims)
    assert answer.to_dict()["total"]["sources_without_address"] == sum(
        source.url is None for source in knowledge.sources.values() if source.id in speaking
    )


def test_the_published_list_has_277_of_285_seats(graph: GraphView) -> None:
    """The published final list states 277 seats, and lacks in each council what other sources have more."""
    answer = source_coverage(graph, "shafaq-final-2023")
    assert (answer.stated, answer.council_size) == (277, 285)
    lacking = {
        council.id: (council.council_size or 0) - (council.stated or 0)
        for council in answer.councils
        if council.council_size != council.stated
    }
    assert lacking == {"IQ-BG": 3, "IQ-BA": 2, "IQ-KI": 2, "IQ-WA": 1}
    for council in answer.councils:
        more = sum(held.seats for held in council.lacks) + sum(
            held.seats - (held.stated or 0) for held in council.differs
        )
        assert (council.stated or 0) + more == council.accounted


def test_no_council_accounts_for_more_seats_than_it_has(graph: GraphView) -> None:
    """A printed table has 33 seats for the 31 of Dhi Qar: the row says so, and the sum of all councils counts 31."""
    answer = coverage(graph, election="iq-2013-governorates")
    assert (answer.accounted, answer.council_size) == (333, 447)
    (row,) = (place for place in answer.councils if place.id == "IQ-DQ")
    assert (row.accounted, row.council_size, row.missing) == (33, 31, -2)


@pytest.mark.parametrize("election", ["iq-2013-governorates", "iq-2018-representatives", "iq-2021-representatives"])
def test_what_is_missing_is_all_that_is_not_accounted_for(graph: GraphView, election: str) -> None:
    """Seats of places whose size is not known are missing, too: the sentence says how many are elsewhere."""
    answer = coverage(graph, election=election)
    lacking = sum(max(place.missing or 0, 0) for place in answer.councils)
    elsewhere = (answer.council_size or 0) - (answer.accounted or 0) - lacking
    assert elsewhere
    assert f", elsewhere {elsewhere}" in coverage_sentence(answer)


def test_what_is_known_in_short_is_what_is_known(graph: GraphView) -> None:
    """Of every election the sentence is the same whether or not all else is asked for."""
    for election in graph.elections:
        assert coverage_sentence(summary(graph, election)) == coverage_sentence(coverage(graph, election=election))


def test_words_that_stand_for_an_object_are_told(graph: GraphView) -> None:
    """A description is told with its words, and never as one of the whole election."""
    answer = coverage(graph, election="iq-2023-governorates")
    told = {line_words(fact, answer.names) for fact in answer.facts if PREDICATES[fact.predicate].text_object}
    assert "Badr Organization is described as pro-Iran" in told
    assert "Sadrist Movement took another name" in told
    assert not [words for words in told if "whole election" in words]


def test_every_kind_of_fact_has_words_of_its_own() -> None:
    """No two predicates are told in the same words, and no words are kept for a predicate that is none."""
    for language in LANGUAGES:
        assert len({say(language, f"about.{predicate}") for predicate in PREDICATES}) == len(PREDICATES)


def test_the_answer_is_frozen_and_plain_data(graph: GraphView) -> None:
    """Both answers are frozen, and the same data as JSON."""
    for answer in (coverage(graph), source_coverage(graph, "Final results")):
        found: Any = answer
        assert json.loads(json.dumps(found.to_dict())) == found.to_dict()
        with pytest.raises(dataclasses.FrozenInstanceError):
            found.accounted = 285
    assert {"election", "total", "provinces", "unresolved", "disputed", "not_covered", "notes"} <= set(
        coverage(graph).to_dict()
    )


# --- The command ---------------------------------------------------------------------------------------------


@pytest.fixture
def ask(graph_file: Path) -> Callable[..., Result]:
    """Runs `majlis coverage` on the shipped graph."""

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["coverage", *arguments], env={"MAJLIS_GRAPH": str(graph_file)})

    return call


@pytest.mark.parametrize("by", QUESTIONS["coverage"].tables)
def test_each_table_as_text_and_csv(ask: Callable[..., Result], by: str) -> None:
    """Each table has its header and a line for each row in CSV, and the same sentence above it in a terminal."""
    rows = list(csv.reader(io.StringIO(ask("--by", by, "--format", "csv").stdout)))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 15
    text = ask("--by", by)
    assert text.exit_code == 0
    assert text.stdout.startswith("Iraqi governorate council elections, 2023 (18 Dec 2023): ")
    assert "Not covered at all:" in text.stdout


@pytest.mark.parametrize("by", ["province", "kind", "fact"])
def test_each_table_of_one_source(ask: Callable[..., Result], by: str) -> None:
    """Each table tells of one source too."""
    rows = list(csv.reader(io.StringIO(ask("--source", "final results", "--by", by, "-f", "csv").stdout)))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) > 10
    assert ask("--source", "final results", "--by", by).stdout.startswith("Final results, relayed by Shafaq News")


def test_the_matrix_in_csv_has_a_column_for_each_kind(ask: Callable[..., Result]) -> None:
    """The matrix holds the facts of each province by kind, and an empty cell where there is none."""
    rows = list(csv.DictReader(io.StringIO(ask("--by", "matrix", "-f", "csv").stdout)))
    erbil = next(row for row in rows if row["id"] == "IQ-AR")
    assert (erbil["held_no_vote"], erbil["holds_seats"]) == ("1", "")


def test_fail_under(ask: Callable[..., Result], graph: GraphView) -> None:
    """A build stops with exit 3 under the percentage asked for, and is told what is short; the answer stands."""
    found = ask("--source", "final results", "--fail-under", "97.2", "-f", "json")
    assert found.exit_code == 3
    assert json.loads(found.stdout)["total"]["stated"] == 277
    assert found.stderr.splitlines() == [
        "majlis: 277 of 285 seats are accounted for, fewer than 97.2%",
        "Baghdad lacks 3 of 52",
        "Basra lacks 2 of 23",
        "Kirkuk lacks 2 of 16",
        "Wasit lacks 1 of 15",
    ]
    assert ask("--source", "final results", "--fail-under", "97.1").exit_code == 0
    assert (ask("--fail-under", "100").exit_code == 0) == (coverage(graph).accounted == 285)
    assert ask("--fail-under", "101").exit_code == 2


def test_wrong_calls(ask: Callable[..., Result]) -> None:
    """A table that does not tell of one source is wrong usage; an unknown source or election is told."""
    wrong = ask("--source", "final results", "--by", "matrix")
    assert (wrong.exit_code, wrong.stderr) == (
        2,
        "majlis: --by matrix does not tell of one source. Use one of: province, kind, fact.\n",
    )
    unknown = ask("--source", "no such page", "-f", "json")
    assert (unknown.exit_code, json.loads(unknown.stdout)["error"]) == (1, "unknown")
    assert ask("--election", "iq-1999").exit_code == 2


def test_from_python(graph_file: Path) -> None:
    """`m.coverage()` is the whole election, `m.coverage(source)` one source against all."""
    with majlis.open(str(graph_file)) as m:
        at = "iq-2023-governorates"
        whole, one = m.coverage(election=at), m.coverage("Final results", election=at)
        assert (whole.council_size, one.stated) == (285, 277)
