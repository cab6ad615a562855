"""Builds on Neo4j: the graph is what its data say, whatever was there before, and never half believed."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from graph.errors import StoreError
from graph.gate import admit
from graph.stores import neo4j as engine
from graph.stores import neo4j_state as committing
from graph.stores.batch import Batch
from graph.stores.neo4j import Neo4jStore
from queries.view import GraphView
from queries.where import where

from .made import interrupted, known_of, rows_of

Ask = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def store(empty_neo4j: str) -> Iterator[Neo4jStore]:
    """A store on an empty database."""
    found = Neo4jStore.open(empty_neo4j)
    yield found
    found.close()


@pytest.fixture
def other(neo4j_address: str) -> Iterator[Neo4jStore]:
    """A second user of the same database."""
    found = Neo4jStore.open(neo4j_address)
    yield found
    found.close()


@pytest.fixture(scope="module")
def more() -> list[Batch]:
    """A small country as batches."""
    return rows_of(known_of("two_blocs"))


@pytest.fixture(scope="module")
def less() -> list[Batch]:
    """The same country of one of its three sources alone."""
    known = known_of("two_blocs")
    statements = [claim for claim in known.statements if claim.source == "gazette"]
    kept = {"gazette": known.sources["gazette"]}
    assert len(statements) < len(known.statements)
    return rows_of(replace(known, statements=statements, sources=kept, unresolved=(), data_version="less"))


@pytest.fixture
def in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every build takes more than one transaction."""
    monkeypatch.setattr(engine, "ONE_TRANSACTION", 0)


def dump(ask: Ask) -> list[str]:
    """Every node and edge of the database with labels, ends and properties; the mark of the build differs."""
    nodes = ask("MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties")
    edges = ask("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties")
    for node in nodes:
        node["labels"].sort()
        node["properties"].pop("build", None)
    return sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in [*nodes, *edges])


def state(ask: Ask) -> list[str]:
    """The states of the graph: one, where there is a graph."""
    return [row["state"] for row in ask("MATCH (m:Majlis) RETURN m.state AS state")]


def die() -> None:
    """End a build."""
    raise KeyboardInterrupt


def test_a_second_build_gives_the_same_graph(store: Neo4jStore, whole: list[Batch], neo4j_query: Ask) -> None:
    """Building twice leaves every node, edge, label and property as building once does."""
    store.write(whole)
    first = dump(neo4j_query)
    store.write(whole)
    assert dump(neo4j_query) == first
    assert len(first) > 1000


def test_what_left_the_data_leaves_the_graph(
    store: Neo4jStore, more: list[Batch], less: list[Batch], neo4j_query: Ask
) -> None:
    """A build of less data over a larger graph gives the graph that an empty database would have got."""
    store.write(less)
    expected = dump(neo4j_query)
    store.write(more)
    assert len(dump(neo4j_query)) > len(expected)
    store.write(less)
    assert dump(neo4j_query) == expected


def test_labels_properties_and_edges_of_an_older_build_leave(
    store: Neo4jStore, less: list[Batch], neo4j_query: Ask
) -> None:
    """An entity that had another kind, a property that is no more and an edge that ended elsewhere are mended."""
    store.write(less)
    expected = dump(neo4j_query)
    neo4j_query("MATCH (n:Entity {id: 'reds'}) SET n:Bloc, n.former = 'x'")
    neo4j_query(
        "MATCH (n:Entity {id: 'reds'}), (p:Entity {id: 'P-S'}) CREATE (n)-[:HOLDS_SEATS {id: 'x', seats: 9}]->(p)"
    )
    assert dump(neo4j_query) != expected
    store.write(less)
    assert dump(neo4j_query) == expected


def test_small_batches_give_the_same_graph(
    store: Neo4jStore, less: list[Batch], neo4j_query: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The graph does not depend on how many rows a transaction has."""
    store.write(less)
    expected = dump(neo4j_query)
    monkeypatch.setattr(engine, "BATCH_ROWS", 37)
    store.write(less)
    assert dump(neo4j_query) == expected


def test_a_database_with_other_data_is_refused(store: Neo4jStore, less: list[Batch], neo4j_query: Ask) -> None:
    """A database that holds something and no graph of Majlis is refused, and nothing in it changes."""
    for row in neo4j_query("SHOW CONSTRAINTS YIELD name"):
        neo4j_query(f"DROP CONSTRAINT {row['name']}")
    neo4j_query("CREATE (:Entity {id: 'mine'})-[:OWNS]->(:Cat)")
    before = dump(neo4j_query)
    with pytest.raises(StoreError, match="holds data that Majlis did not write, so nothing was changed"):
        store.write(less)
    assert dump(neo4j_query) == before
    assert neo4j_query("SHOW CONSTRAINTS YIELD name") == []
    with pytest.raises(StoreError, match="the graph is empty"):
        GraphView(store)


def test_nodes_that_others_added_stay(store: Neo4jStore, less: list[Batch], neo4j_query: Ask) -> None:
    """A note that the owner of the database added beside the graph is there after the next build."""
    store.write(less)
    neo4j_query("CREATE (:Note {text: 'mine'})")
    store.write(less)
    assert neo4j_query("MATCH (n:Note) RETURN n.text AS text") == [{"text": "mine"}]


def test_a_graph_in_parts_is_the_same_graph(
    store: Neo4jStore, less: list[Batch], neo4j_query: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The graph does not depend on whether its build is one transaction or many."""
    store.write(less)
    expected = dump(neo4j_query)
    monkeypatch.setattr(engine, "ONE_TRANSACTION", 0)
    store.write(less)
    assert dump(neo4j_query) == expected


def test_a_build_in_one_transaction_that_dies_leaves_the_graph_that_was_there(
    store: Neo4jStore, more: list[Batch], less: list[Batch], neo4j_query: Ask
) -> None:
    """Wherever it ends early, the old graph is whole and answers."""
    store.write(less)
    expected = dump(neo4j_query)
    for at in (0, 12, -1):
        with pytest.raises(KeyboardInterrupt):
            store.write(interrupted(more, at, die))
        assert dump(neo4j_query) == expected
    assert where(GraphView(store), "Reds").provinces


@pytest.mark.usefixtures("in_parts")
@pytest.mark.parametrize("after", [0, 1, 12, -1])
def test_a_build_that_dies_leaves_building_and_the_next_completes_it(
    after: int, store: Neo4jStore, more: list[Batch], less: list[Batch], neo4j_query: Ask
) -> None:
    """Wherever a build ends early, questions fail with the word building until another build has ended."""
    store.write(less)
    expected = dump(neo4j_query)
    with pytest.raises(KeyboardInterrupt):
        store.write(interrupted(more, after, die))
    assert state(neo4j_query) == ["building"]
    with pytest.raises(StoreError, match="the graph is building"):
        GraphView(store)
    store.write(less)
    assert dump(neo4j_query) == expected
    assert where(GraphView(store), "Reds").provinces


@pytest.mark.usefixtures("in_parts")
def test_of_two_builds_at_once_the_later_is_whole_and_the_earlier_is_told(
    store: Neo4jStore, other: Neo4jStore, more: list[Batch], less: list[Batch], neo4j_query: Ask
) -> None:
    """A build that another one overtakes stops without a trace in the other's graph."""
    other.write(less)
    expected = dump(neo4j_query)

    with pytest.raises(StoreError, match="another build began"):
        store.write(interrupted(more, 20, lambda: other.write(less)))
    assert dump(neo4j_query) == expected
    assert state(neo4j_query) == ["ready"]


@pytest.mark.usefixtures("in_parts")
def test_a_reader_is_told_of_a_build(
    store: Neo4jStore, other: Neo4jStore, more: list[Batch], less: list[Batch]
) -> None:
    """Who asks a graph while or after it is replaced gets an error instead of half an answer."""
    store.write(more)
    graph = GraphView(store)
    with pytest.raises(KeyboardInterrupt):
        other.write(interrupted(less, 12, die))
    with pytest.raises(StoreError, match="the graph is building"):
        where(graph, "Reds")
    other.write(less)
    with pytest.raises(StoreError, match="built anew while it was asked"):
        where(graph, "Reds")


def test_a_reader_goes_on_when_the_same_data_were_built_again(
    store: Neo4jStore, other: Neo4jStore, more: list[Batch]
) -> None:
    """A build of the same data does not disturb who asked before it."""
    store.write(more)
    graph = GraphView(store)
    before = where(graph, "Reds").to_dict()
    other.write(more)
    assert where(graph, "Reds").to_dict() == before


def test_a_reader_waits_while_a_build_is_committed(
    store: Neo4jStore, other: Neo4jStore, more: list[Batch], neo4j_query: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written becomes visible piece by piece, so nothing is read between the word before and the word after."""
    store.write(more)
    graph = GraphView(other)
    expected = where(graph, "Reds").to_dict()
    monkeypatch.setattr(committing, "_PATIENCE", 60.0)
    neo4j_query(committing.ANNOUNCE, build="coming")
    answered = threading.Event()
    answers: list[dict[str, Any]] = []

    def ask() -> None:
        answers.append(where(graph, "Reds").to_dict())
        answered.set()

    threading.Thread(target=ask, daemon=True).start()
    assert not answered.wait(0.5)
    neo4j_query(committing.SETTLE, builds=["coming"])
    assert answered.wait(30)
    assert answers == [expected]


def test_a_build_that_was_killed_while_it_was_committed_is_waited_for_once(
    store: Neo4jStore, other: Neo4jStore, more: list[Batch], neo4j_query: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After some seconds a reader goes on, also in a database that is empty; the next build takes the mark away."""
    monkeypatch.setattr(committing, "_PATIENCE", 0.3)
    neo4j_query(committing.ANNOUNCE, build="dead")
    store.write(more)
    assert not neo4j_query(f"MATCH (c:{committing.COMMITTING}) RETURN c")
    neo4j_query(committing.ANNOUNCE, build="dead")
    assert where(GraphView(other), "Reds").total
    monkeypatch.setattr(committing, "_PATIENCE", 600.0)
    assert where(GraphView(other), "Reds").total


def test_a_text_that_a_build_touches_is_no_answer(
    store: Neo4jStore, other: Neo4jStore, more: list[Batch], less: list[Batch]
) -> None:
    """A user's text that runs while the graph is built anew fails, though each build leaves a whole graph."""
    store.write(less)
    begun, ended = threading.Event(), threading.Event()

    def build() -> None:
        while not ended.is_set():
            other.write(more)
            begun.set()
            other.write(less)

    text = "UNWIND range(1, 6000000) AS x WITH count(x) AS rows MATCH (n:Entity) RETURN rows, count(n) AS names"
    builder = threading.Thread(target=build, daemon=True)
    builder.start()
    try:
        assert begun.wait(60)
        with pytest.raises(StoreError, match=r"built anew while it was asked|the graph is building"):
            for _ in range(30):  # one may fall into a single long build, and is then an answer
                store.run_user(admit(text), {}, seconds=60, rows=10)
    finally:
        ended.set()
        builder.join(60)
    alone = store.run_user(admit("MATCH (n:Entity) RETURN count(n) > 5 AS many"), {}, seconds=60, rows=1)
    assert alone.rows == ((True,),)
