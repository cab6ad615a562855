"""What goes into a graph comes out of it: statements field by field, and the promises about any election."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.checks.settle import settle
from graph.decide import Decided, decide
from graph.model import (
    Entity,
    Kind,
    Knowledge,
    Name,
    Place,
    Registry,
    Source,
    SourceKind,
    Standing,
    Statement,
)
from graph.predicates import PREDICATES
from graph.stores.embedded import EmbeddedStore
from graph.stores.protocol import Query, Row
from queries.view import GraphView
from queries.where import where
from queries.where.answer import Where
from queries.who import who

from .made import asked, rows_of, stored

FIELDS = tuple(field.name for field in fields(Statement) if field.name != "place")


@pytest.fixture(scope="module")
def store(graph_file: Path) -> Iterator[EmbeddedStore]:
    """The shipped graph, saved to a file and opened again."""
    opened = EmbeddedStore.open(graph_file)
    yield opened
    opened.close()


def _ask(store: EmbeddedStore, text: str, **parameters: object) -> list[Row]:
    return store.run(Query("test", text), parameters)


def _statements(store: EmbeddedStore) -> list[tuple[object, ...]]:
    columns = ", ".join(f"s.{field} AS {field}" for field in FIELDS)
    rows = _ask(store, f"MATCH (s:Statement) RETURN {columns} ORDER BY id")
    return [tuple(row[field] for field in FIELDS) for row in rows]


def _plain(claim: Statement) -> tuple[object, ...]:
    return tuple(str(value) if isinstance(value := getattr(claim, field), Standing) else value for field in FIELDS)


def test_statements_come_back_as_they_were(store: EmbeddedStore, knowledge: Knowledge) -> None:
    """Every shipped statement is read back by Cypher with each field and its type as it was gathered."""
    expected = sorted(_plain(claim) for claim in {claim.id: claim for claim in knowledge.statements}.values())
    found = _statements(store)
    assert found == expected
    assert [tuple(map(type, row)) for row in found] == [tuple(map(type, row)) for row in expected]


def test_sources_come_back_as_they_were(store: EmbeddedStore, knowledge: Knowledge) -> None:
    """Every source is read back with its title, publisher, date, address, language, kind and original."""
    fields = ("id", "title", "publisher", "published", "url", "language", "kind", "copy_of")
    columns = ", ".join(f"s.{field} AS {field}" for field in fields)
    rows = _ask(store, f"MATCH (s:Source) RETURN {columns} ORDER BY id")
    expected = [
        tuple(str(getattr(source, field)) if field == "kind" else getattr(source, field) for field in fields)
        for _, source in sorted(knowledge.sources.items())
    ]
    assert [tuple(row[field] for field in fields) for row in rows] == expected


def test_every_statement_has_its_source(store: EmbeddedStore, knowledge: Knowledge) -> None:
    """One edge leads from each statement to the source it names."""
    rows = _ask(store, "MATCH (s:Statement)-[:FROM]->(x:Source) RETURN s.id AS id, s.source AS named, x.id AS source")
    assert len(rows) == len({claim.id for claim in knowledge.statements})
    assert [row for row in rows if row["named"] != row["source"]] == []


@pytest.mark.parametrize("type", sorted({row.edge.type for row in PREDICATES.values() if row.edge}))
def test_every_edge_has_statements(store: EmbeddedStore, decided: Decided, type: str) -> None:
    """From every edge of this type one Cypher text leads to the statements of its fact, a winner among them."""
    edges = {row["fact"] for row in _ask(store, f"MATCH ()-[r:{type}]->() RETURN r.id AS fact")}
    predicates = {row.name for row in PREDICATES.values() if row.edge and row.edge.type == type}
    expected = {fact.id for fact in decided.facts if fact.predicate in predicates}
    assert edges <= expected
    text = f"MATCH ()-[r:{type}]->() WITH r.id AS f MATCH (s:Statement {{fact: f}}) RETURN f, s.id AS id, s.won AS won"
    behind = defaultdict(set)
    for row in _ask(store, text):
        behind[row["f"]].add((row["id"], row["won"]))
    assert set(behind) == edges
    weighed = {fact.id: {(item.statement.id, item.won) for item in fact.statements} for fact in decided.facts}
    assert dict(behind) == {fact: weighed[fact] for fact in edges}
    assert all(any(won for _, won in found) for found in behind.values())


def test_seats_from_edges_are_the_shipped_ones(store: EmbeddedStore) -> None:
    """The edges of 2023 hold 108 results of the final list and 7 more, 285 seats in 15 councils."""
    (row,) = _ask(
        store,
        "MATCH (l:Entity)-[r:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(p:Province) "
        "RETURN count(r) AS edges, toInteger(sum(r.seats)) AS seats, count(DISTINCT p.id) AS councils",
    )
    assert (row["edges"], row["seats"], row["councils"]) == (115, 285, 15)


def test_building_twice_gives_the_same_graph(knowledge: Knowledge, decided: Decided) -> None:
    """Writing the same knowledge into a store a second time changes nothing."""
    twice = EmbeddedStore.create()
    counts = []
    for _ in range(2):
        twice.write(rows_of(knowledge, decided))
        nodes = _ask(twice, "MATCH (n) RETURN count(n) AS n")
        edges = _ask(twice, "MATCH ()-[r]->() RETURN count(r) AS n")
        counts.append((nodes[0]["n"], edges[0]["n"], _statements(twice)))
    assert counts[0] == counts[1]


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(TEXT, TEXT, TEXT, st.one_of(st.none(), TEXT), st.sampled_from(["2023", "2023-04", "2023-04-05"])),
        min_size=1,
        max_size=4,
        unique_by=lambda row: row[:2],
    )
)
def test_any_text_comes_back(rows: list[tuple[str, str, str, str | None, str]]) -> None:
    """Whatever letters a source writes, quotes, breaks, nulls and Cypher among them, come back as they were."""
    entity = Entity("x", Kind.PARTY, "X")
    claims = [
        Statement(
            source="s",
            locator=locator,
            predicate="described_as",
            subject="x",
            subject_text=subject,
            object_text=words,
            quote=quote,
            since=since,
        )
        for locator, subject, words, quote, since in rows
    ]
    registry = Registry({"x": entity}, (Name("x", Kind.PARTY, "X", primary=True),), {}, ())
    known = Knowledge(registry, {"s": Source("s", "S", SourceKind.PRESS)}, claims, (), (), (), "v")
    store = stored(known, decide(claims, known.sources))
    assert _statements(store) == sorted(_plain(claim) for claim in claims)


# Elections that never were ----------------------------------------------------------------------------

E = "vote"
USERS = "herald.txt"  # a user's document: its claims may break a check, and then are dissent
SOURCES = {
    "commission": Source("commission", "Results", SourceKind.OFFICIAL, "Commission", "2024-05-12"),
    "paper": Source("paper", "Report", SourceKind.PRESS, "The Paper", "2024-05-13"),
    "herald": Source("herald", "Report", SourceKind.PRESS, "The Herald", "2024-05-13"),
}


@st.composite
def elections(draw: st.DrawFn) -> tuple[Registry, list[Statement], dict[str, int]]:
    """A registry of 2 to 5 lists and 1 to 4 provinces, what three sources say of their seats, and the councils' sizes.

    Each source keeps within each council's size; together they may contradict each other and exceed it.
    """
    lists = [f"list-{n}" for n in range(draw(st.integers(2, 5)))]
    sizes = {f"P-{n}": draw(st.integers(1, 12)) for n in range(draw(st.integers(1, 4)))}
    claims = []
    for province, size in sizes.items():
        claims.append(_says("commission", "council_size", province, None, size, Standing.CERTIFIED, of="both"))
        for source in SOURCES:
            standing = draw(st.sampled_from(list(Standing)[:4]))
            room = size
            for name in lists:
                seats = draw(st.one_of(st.none(), st.integers(0, room)))
                if seats is not None:
                    claims.append(_says(source, "holds_seats", name, province, seats, standing))
                    room -= seats
    for name in lists:
        if draw(st.booleans()):
            claims.append(_says("paper", "member_of", name, "bloc", None, Standing.REPORTED))
    if draw(st.booleans()):
        claims.append(_says("paper", "leads", "figure", "list-0", None, Standing.REPORTED))
    if draw(st.booleans()):
        claims.append(_says("paper", "expected_in", "figure", "list-1", None, Standing.REPORTED, election=E))
    entities = {
        E: Entity(E, Kind.ELECTION, "The vote", attributes={"date": "2024-05-11"}),
        "bloc": Entity("bloc", Kind.BLOC, "Framework"),
        "figure": Entity("figure", Kind.FIGURE, "Ada Lind"),
        **{id: Entity(id, Kind.PROVINCE, id) for id in sizes},
        **{id: Entity(id, Kind.ALLIANCE, id) for id in lists},
    }
    names = tuple(Name(entity.id, entity.kind, entity.name, primary=True) for entity in entities.values())
    return Registry(entities, names, SOURCES, ()), claims, sizes


def _says(
    source: str,
    predicate: str,
    subject: str,
    object: str | None,
    value: int | None,
    standing: Standing,
    of: str | None = None,
    election: str | None = None,
) -> Statement:
    return Statement(
        source=source,
        locator=f"{predicate} {subject} {object}",
        predicate=predicate,
        subject=subject,
        subject_text=subject,
        object=object,
        object_text=object,
        value=value,
        of=of,
        election=election or (E if predicate in ("holds_seats", "council_size") else None),
        standing=standing,
        place=Place(USERS if source == "herald" else "statements.csv", 2),
    )


def _graph(registry: Registry, claims: list[Statement]) -> GraphView:
    knowledge = Knowledge(registry, SOURCES, claims, (), (), (USERS,), "v", frozenset({"herald"}))
    decided, problems = settle(knowledge)
    assert {problem.rule for problem in problems} <= {"council-size"}
    return asked(knowledge, decided)


def _answers(graph: GraphView, registry: Registry) -> dict[str, Where]:
    kinds = {Kind.ALLIANCE, Kind.BLOC, Kind.FIGURE}
    return {entity.id: where(graph, entity.id) for entity in registry.of_kind(kinds)}


def _lists(id: str, claims: list[Statement]) -> set[str]:
    """The lists by which one may hold seats: its own, those it leads or is expected in, those of its members."""
    led = {claim.object for claim in claims if claim.subject == id and claim.predicate in ("leads", "expected_in")}
    members = {claim.subject for claim in claims if claim.object == id and claim.predicate == "member_of"}
    return {list for list in led | members if list} or {id}


@settings(max_examples=60, deadline=None)
@given(elections())
def test_promises_about_any_election(drawn: tuple[Registry, list[Statement], dict[str, int]]) -> None:
    """No council is over its size, totals are sums, and "none" only of councils accounted for or of a stated 0."""
    registry, claims, sizes = drawn
    graph = _graph(registry, claims)
    answers = _answers(graph, registry)
    seats = [claim for claim in claims if claim.predicate == "holds_seats"]
    noughts = {(claim.subject, claim.object) for claim in seats if claim.value == 0}
    held: dict[str, int] = defaultdict(int)
    for id, answer in answers.items():
        own = [council for council in answer.provinces if council.status == "seats"]
        for council in answer.provinces:
            assert council.council_size == sizes[council.id]
            assert council.accounted <= sizes[council.id]
            if council.status == "none":
                lists = _lists(id, claims)
                stated = council.stood and {(list, council.id) for list in lists} <= noughts
                assert stated or council.accounted == sizes[council.id]
                assert council.lists == ()
            if council.status == "seats":
                assert council.seats
        if registry.entities[id].kind is Kind.ALLIANCE:
            assert answer.totals["own"] == (sum(council.seats or 0 for council in own) if own else None)
            assert {answer.totals[name] for name in ("led", "shared", "member")} == {None}
            for council in own:
                held[council.id] += council.seats or 0
    for province in sizes:
        council = who(graph, province)
        assert council.accounted == held[province] == sum(item.seats for item in council.lists)


@settings(max_examples=40, deadline=None)
@given(elections())
def test_a_bloc_counts_each_list_once(drawn: tuple[Registry, list[Statement], dict[str, int]]) -> None:
    """A bloc's total is the sum over the lists that a source places in it, a figure's led total that of its list."""
    registry, claims, _ = drawn
    answers = _answers(_graph(registry, claims), registry)
    own = {id: answer.totals["own"] or 0 for id, answer in answers.items()}
    members = {claim.subject for claim in claims if claim.predicate == "member_of" and claim.subject}
    assert (answers["bloc"].totals["member"] or 0) == sum(own[id] for id in members)
    leads = any(claim.predicate == "leads" for claim in claims)
    joined = any(claim.predicate == "expected_in" for claim in claims)
    assert (answers["figure"].totals["led"] or 0) == (own["list-0"] if leads else 0)
    assert (answers["figure"].totals["shared"] or 0) == (own["list-1"] if joined else 0)


@settings(max_examples=40, deadline=None)
@given(elections(), st.integers(0, 2**32))
def test_the_order_of_statements_does_not_matter(
    drawn: tuple[Registry, list[Statement], dict[str, int]], seed: int
) -> None:
    """Statements in any order, and read twice, come to the same facts and the same answers."""
    registry, claims, _ = drawn
    shuffled = [*claims, *claims[:3]]
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, not a secret
    assert decide(shuffled, SOURCES) == decide(claims, SOURCES)
    one, other = _graph(registry, claims), _graph(registry, shuffled)
    assert _answers(one, registry) == _answers(other, registry)
