"""Neo4j answers like the embedded engine, every kind of answer on the shipped data, and keeps a user's text in bounds.

That every single query gives equal rows is held in test_parity.py.
"""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.decide import Decided
from graph.errors import CannotAnswerError, StoreError
from graph.gate import QueryError, admit
from graph.model import Knowledge
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.protocol import Query
from queries.checking.coverage import coverage
from queries.checking.source_coverage import source_coverage
from queries.names import names
from queries.view import GraphView
from queries.where import where
from queries.who import who
from queries.why import why

from .command import program, run_here
from .made import rows_of
from .pages import ROOT, answered
from .parity.certificate import exact

NAMES = (
    "Maliki",
    "Sadr",
    "State of Law",
    "Coordination Framework",
    "Taqaddum",
    "KDP",
    "Hakim",
    "Tasmim",
    "Ibdaa Karbala",
    "المالكي",
    "no such name",
)
PROVINCES = (
    *("Anbar Babil Baghdad Basra Diyala Karbala Kirkuk Maysan Muthanna Najaf Nineveh Qadisiyah Wasit Erbil".split()),
    *("Dhi Qar", "Salah al-Din"),
)


@pytest.fixture(scope="module")
def neo4j_store(neo4j_address: str, knowledge: Knowledge, decided: Decided) -> Iterator[Neo4jStore]:
    """The shipped graph on Neo4j."""
    store = Neo4jStore.open(neo4j_address)
    store.write(rows_of(knowledge, decided))
    yield store
    store.close()


@pytest.fixture(scope="module")
def both(store: EmbeddedStore, neo4j_store: Neo4jStore) -> tuple[GraphView, GraphView]:
    """The shipped graph, ready to be asked on either engine."""
    return GraphView(store), GraphView(neo4j_store)


def answer(ask: Callable[..., Any], *asked: object) -> str:
    """An answer as JSON, also one that says why there is none."""
    try:
        return json.dumps(ask(*asked).to_dict(), ensure_ascii=False)
    except CannotAnswerError as error:
        return json.dumps(error.answer, ensure_ascii=False)


@pytest.mark.parametrize("name", NAMES)
def test_answers_about_a_name_are_equal_on_both_engines(both: tuple[GraphView, GraphView], name: str) -> None:
    """Where, why and names give the same JSON on Neo4j as on the embedded engine."""
    for ask in (where, why, names):
        first, second = (answer(ask, graph, name) for graph in both)
        assert first == second


@pytest.mark.parametrize("province", PROVINCES)
def test_answers_about_a_province_are_equal_on_both_engines(both: tuple[GraphView, GraphView], province: str) -> None:
    """Who holds a council, and why of a name there, give the same JSON on Neo4j as on the embedded engine."""
    first, second = (answer(who, graph, province) for graph in both)
    assert first == second
    first, second = (answer(why, graph, "Maliki", province) for graph in both)
    assert first == second


def test_the_coverage_is_equal_on_both_engines(both: tuple[GraphView, GraphView]) -> None:
    """What is known, how well, and what is not, of the whole and of one source, is the same JSON on both engines."""
    first, second = (answer(coverage, graph) for graph in both)
    assert first == second
    for source in ("Final results", "The National", "the-national-2023-12-19"):
        first, second = (answer(source_coverage, graph, source) for graph in both)
        assert first == second


def test_the_ids_are_unique_and_facts_are_indexed(neo4j_store: Neo4jStore, neo4j_query: Any) -> None:
    """The database itself refuses a second node with an id, and looks facts up by an index."""
    labels = {
        row["label"] for row in neo4j_query("SHOW CONSTRAINTS YIELD labelsOrTypes RETURN labelsOrTypes[0] AS label")
    }
    assert labels == {"Entity", "Source", "Statement", "Fact", "Unresolved", "Unreadable", "Correction", "Majlis"}
    found = neo4j_query("SHOW INDEXES YIELD labelsOrTypes, properties, state WHERE properties = ['fact'] RETURN *")
    assert [(row["labelsOrTypes"], row["state"]) for row in found] == [(["Statement"], "ONLINE")]


def test_a_prepared_query_cannot_write(neo4j_store: Neo4jStore, neo4j_query: Any) -> None:
    """What runs as a question is refused by the server when it writes, and nothing is written."""
    with pytest.raises(StoreError, match="may only be read"):
        neo4j_store.run(Query("test", "CREATE (n:Intruder) RETURN 1 AS one"), {})
    assert neo4j_query("MATCH (n:Intruder) RETURN n") == []


TEXTS = (
    "MATCH (n:Entity {id: 'kdp'})-[r:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(p) "
    "RETURN n, r, {a: 1.0 / 3, b: [p.id]} AS m ORDER BY p.id",
    "MATCH p = (:Entity {id: 'kdp'})-[:HOLDS_SEATS {election: 'iq-2023-governorates'}]->(x) RETURN p ORDER BY x.id",
    "MATCH (s:Source) RETURN s ORDER BY s.id LIMIT 3",
    "RETURN date('2023-12-18') AS d, true AS t, null AS n, [1, 2.0, 'x'] AS l",
    "UNWIND range(1, 20) AS n RETURN n",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_users_text_gives_the_same_table_on_both_engines(
    text: str, store: EmbeddedStore, neo4j_store: Neo4jStore
) -> None:
    """Nodes, relationships, paths, maps and dates of a user's text come out alike, and are cut alike."""
    first, second = (engine.run_user(admit(text), {}, seconds=20, rows=10) for engine in (store, neo4j_store))
    assert (second.columns, exact(second.rows), second.cut) == (first.columns, exact(first.rows), first.cut)
    assert first.rows


def test_a_wrong_text_is_told_with_its_place(neo4j_store: Neo4jStore) -> None:
    """What the server finds wrong in a user's text is shown with line and column."""
    with pytest.raises(QueryError, match="toStrin") as caught:
        neo4j_store.run_user(admit("MATCH (n:Entity)\nRETURN toStrin(n.id)"), {}, seconds=5, rows=10)
    assert (caught.value.line, caught.value.column) == (2, 8)
    with pytest.raises(QueryError, match="missing"):
        neo4j_store.run_user(admit("RETURN $missing AS x"), {}, seconds=5, rows=10)


def test_the_plan_of_a_text_is_rows(neo4j_store: Neo4jStore) -> None:
    """EXPLAIN gives the steps of a plan in the columns that the embedded engine has, and runs nothing."""
    found = neo4j_store.run_user(admit("EXPLAIN MATCH (n:Entity {id: 'kdp'}) RETURN n.id"), {}, seconds=5, rows=10)
    assert found.columns == ("step", "operation", "estimated_rows")
    assert [row[0] for row in found.rows] == [*range(1, len(found.rows) + 1)]
    assert "NodeUniqueIndexSeek" in found.rows[0][1]


def test_the_engine_is_named_with_its_version(neo4j_store: Neo4jStore) -> None:
    """A store on Neo4j says which version answers."""
    word, version = neo4j_store.engine.split(" ")
    assert word == "Neo4j"
    assert int(version.split(".")[0]) >= 5


def test_nothing_of_the_driver_is_loaded_before_a_server_is_asked() -> None:
    """Who asks the embedded engine does not pay for the driver."""
    text = "import majlis.cli, majlis.graphs.open, graph.stores.embedded, sys; sys.exit('neo4j' in sys.modules)"
    program(sys.executable, "-c", text, cwd=Path(__file__).parents[1])


def test_the_worked_queries_of_the_documentation_give_the_same(
    neo4j_store: Neo4jStore, neo4j_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each text of docs/cypher.md prints on Neo4j what the page shows, which is what the embedded engine printed."""
    monkeypatch.setenv("MAJLIS_TODAY", "2026-11-28")
    pairs = answered((ROOT / "docs" / "cypher.md").read_text(encoding="utf-8"))
    texts = {command: shown for command, shown in pairs if command.startswith("majlis cypher") and "RETURN" in command}
    printed = {command: run_here(*shlex.split(command)[1:], "--graph", neo4j_address).stdout for command in texts}
    assert printed == texts
