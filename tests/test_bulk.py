"""Bulk and records give one graph, whatever the rows, and the benchmark's worlds are what they say."""

from __future__ import annotations

import re
import runpy
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import bulk, elections, neo4j, power
from bench.timing import seconds
from graph.errors import CheckError, StoreError
from graph.model import Knowledge
from graph.schema import EDGES, SOURCE, STATEMENT
from graph.stores import bulk as graph_bulk
from graph.stores.batch import Batch
from graph.stores.bulk import graph_of, load
from graph.stores.embedded import EmbeddedStore
from graph.stores.protocol import Query, Row
from majlis.graphs.build import build
from queries.power.indices import majority
from queries.view import GraphView
from queries.where import where
from tests.command import program

from .made import rows_of
from .neo4j import server

DATA = Path(__file__).parents[1] / "data"
Graph = tuple[list[Any], list[Any]]
NODES = "MATCH (n) RETURN labels(n) AS labels, n AS n"
EDGES_TEXT = "MATCH (a)-[r]->(b) RETURN a.id AS a, labels(a) AS from, type(r) AS type, b.id AS b, r AS r"


def _ask(store: EmbeddedStore, text: str) -> list[Row]:
    return store.run(Query("test", text), {})


def _whole(store: EmbeddedStore) -> Graph:
    """All nodes with their labels and all edges with their ends, with every property and its type."""
    nodes = [[sorted(row["labels"]), _typed(row["n"]["properties"])] for row in _ask(store, NODES)]
    edges = [[row["a"], row["from"], row["type"], row["b"], _typed(row["r"]["properties"])] for row in _edges(store)]
    return sorted(nodes, key=repr), sorted(edges, key=repr)


def _edges(store: EmbeddedStore) -> list[Row]:
    return _ask(store, EDGES_TEXT)


def _typed(properties: dict[str, Any]) -> list[tuple[str, str]]:
    return sorted((name, repr(value)) for name, value in properties.items())


def _written(rows: Iterable[Batch]) -> EmbeddedStore:
    store = EmbeddedStore.create()
    store.write(rows)
    return store


def _loaded(tables: Iterable[Batch]) -> EmbeddedStore:
    store = EmbeddedStore.create()
    load(store, tables)
    return store


EACH_WAY = pytest.mark.parametrize("made", [_written, _loaded], ids=["records", "bulk"])
Made = Callable[[Iterable[Batch]], EmbeddedStore]


def test_bulk_gives_the_shipped_graph(knowledge: Knowledge) -> None:
    """Loaded in bulk, the shipped data are the same nodes and edges, property by property, as by records."""
    rows = rows_of(knowledge)
    expected = _whole(_written(rows))
    assert len(expected[0]) > 700
    assert _whole(_loaded(rows)) == expected


def test_bulk_gives_the_same_graph_in_small_chunks(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    """How many rows of nodes go into one frame changes nothing of the graph."""
    rows = rows_of(knowledge)
    monkeypatch.setattr(graph_bulk, "CHUNK", 7)
    assert _whole(_loaded(rows)) == _whole(_written(rows))


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUE = st.none() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXT
CLAIM = st.fixed_dictionaries({"value": VALUE, "quote": st.none() | TEXT, "won": st.none() | st.booleans()})


@settings(max_examples=60, deadline=None)
@given(st.lists(CLAIM, min_size=1, max_size=6))
def test_bulk_keeps_whatever_a_column_holds(claims: list[dict[str, Any]]) -> None:
    """Texts, whole numbers, fractions and nulls mixed in one column arrive as they are, each way."""
    columns: dict[str, list[Any]] = {name: [claim[name] for claim in claims] for name in CLAIM_FIELDS}
    ids = [f"s{number}" for number in range(len(claims))]
    rows = [Batch(STATEMENT, {"id": ids, "name": ids, **columns})]
    expected = {id: {name: claim[name] for name in CLAIM_FIELDS} for id, claim in zip(ids, claims, strict=True)}
    for store in (_written(rows), _loaded(rows)):
        found = {row["n"]["properties"]["id"]: row["n"]["properties"] for row in _ask(store, NODES)}
        kept = {id: {name: node.get(name) for name in CLAIM_FIELDS} for id, node in found.items()}
        assert repr(kept) == repr({id: expected[id] for id in kept})
        assert len(kept) == len(ids)


CLAIM_FIELDS = ("value", "quote", "won")


@EACH_WAY
def test_parallel_edges_keep_mixed_values(made: Made) -> None:
    """Two ties between the same ends stay two, each with its own value, be it a number or a text."""
    people = {"id": ["a", "b"], "name": ["A", "B"]}
    ties = {"id": ["t1", "t2", "t3"], "a": ["a"] * 3, "b": ["b"] * 3, "terms": [2, "twice", None]}
    store = made([Batch(_entity(), people), Batch(EDGES["HELD"], ties)])
    found = {row["r"]["properties"]["id"]: row["r"]["properties"].get("terms") for row in _edges(store)}
    assert found == {"t1": 2, "t2": "twice", "t3": None}


def _entity() -> Any:
    from graph.kinds import Kind
    from graph.schema import ENTITIES

    return ENTITIES[Kind.FIGURE]


@EACH_WAY
def test_an_edge_without_an_end_is_left_out(made: Made) -> None:
    """An edge to a node that is not there is left out, and no node is invented for it."""
    claims = {"id": ["s"], "name": ["s"]}
    ends = {"id": ["s", "x"], "a": ["s", "gone"], "b": ["paper", "paper"]}
    source = Batch(SOURCE, {"id": ["paper"], "name": ["Paper"], "title": ["Paper"]})
    store = made([source, Batch(STATEMENT, claims), Batch(EDGES["FROM"], ends)])
    assert [(row["a"], row["b"]) for row in _edges(store)] == [("s", "paper")]
    assert sorted(row["id"] for row in _ask(store, "MATCH (n) RETURN n.id AS id")) == ["paper", "s"]


@EACH_WAY
def test_a_title_beside_the_name_is_refused(made: Made) -> None:
    """A title that is not the node's name is refused, for the engine would answer the one for the other."""
    with pytest.raises(StoreError, match="title"):
        made([Batch(SOURCE, {"id": ["paper"], "name": ["Paper"], "title": ["The Paper"]})])


@EACH_WAY
def test_edges_of_one_type_come_in_one_table(made: Made) -> None:
    """A second table of one type of edge is refused, for the engine would merge its parallel edges."""
    people = {"id": ["a", "b"], "name": ["A", "B"]}
    tie = Batch(EDGES["LEADS"], {"id": ["t"], "a": ["a"], "b": ["b"]})
    with pytest.raises(StoreError, match="LEADS come in two tables"):
        made([Batch(_entity(), people), tie, tie])


def test_a_large_graph_is_loaded_in_bulk(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a number of rows on a build takes the bulk path; with fewer, or without pandas, it writes records."""
    rows = rows_of(knowledge)
    taken: list[str] = []
    monkeypatch.setattr(graph_bulk, "load", lambda *given: taken.append("bulk"))
    monkeypatch.setattr(EmbeddedStore, "write", lambda *given: taken.append("records"))
    number = sum(map(len, rows))
    for most, pandas in ((number, True), (number + 1, True), (number, False)):
        monkeypatch.setattr(graph_bulk, "BULK_ROWS", most)
        if not pandas:
            monkeypatch.setitem(sys.modules, "pandas", cast(Any, None))
        graph_of(rows)
    assert taken == ["bulk", "records", "records"]


def test_a_build_in_bulk_is_kept_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build by the bulk path is checked, kept at its address, and is the graph that records give."""
    built = [build(DATA, to=str(tmp_path / "records.kgl"))]
    monkeypatch.setattr(graph_bulk, "BULK_ROWS", 1)
    monkeypatch.setattr(EmbeddedStore, "write", None)  # not taken
    built.append(build(DATA, to=str(tmp_path / "bulk.kgl")))
    by_records, in_bulk = (_whole(EmbeddedStore.open(Path(graph.address or ""))) for graph in built)
    assert in_bulk == by_records
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bulk.kgl", "records.kgl"]
    broken = tmp_path / "data"
    shutil.copytree(DATA, broken)
    with (broken / "statements" / "iq-2023-governorates" / "press.csv").open("a", encoding="utf-8") as file:
        file.write("nabni,,leads,,nobody,,,,,,reported,the-national-2023-12-19,paragraph 2,\n")
    with pytest.raises(CheckError):
        build(broken, to=str(tmp_path / "bulk.kgl"))
    assert _whole(EmbeddedStore.open(tmp_path / "bulk.kgl")) == by_records


def test_a_saved_bulk_graph_answers(tmp_path: Path) -> None:
    """A graph loaded in bulk, saved and opened again, answers like one that was written as records."""
    size = elections.Size(1, elections=2, provinces=3, lists=10, lines=4)
    knowledge = elections.knowledge(size)
    loaded = _loaded(elections.tables(size))
    loaded.save(tmp_path / "bulk.kgl")
    opened = EmbeddedStore.open(tmp_path / "bulk.kgl")
    written = _written(rows_of(knowledge))
    name, election = elections.largest(size)
    answer = where(GraphView(opened), name, election)
    assert answer == where(GraphView(written), name, election)
    assert answer.status == "seats"
    assert "statement_fact" in str(_ask(opened, "SHOW INDEXES"))


def test_a_world_has_the_size_asked_for() -> None:
    """A world of 20,000 seat edges has them, one statement for each, Arabic names, and is the same each time."""
    size = elections.Size.of(20_000)
    found = {rows.table: rows for rows in elections.tables(size)}
    assert len(found[EDGES["HOLDS_SEATS"]]) == size.edges == 20_000
    claims = found[STATEMENT].columns
    assert sum(predicate == "holds_seats" for predicate in claims["predicate"]) == 20_000
    names = [entity.name for entity in elections.knowledge(elections.Size(1, 1)).registry.entities.values()]
    assert any("النهضة" in name for name in names)
    assert sorted(claim.id for claim in elections.knowledge(size).statements) == claims["id"]


def test_the_benchmark_gives_its_figures(tmp_path: Path) -> None:
    """The benchmark prints the rate beside the engine's own, the memory, and `where` beside its bare queries."""
    lines = list(bulk.million(tmp_path, 10_000))
    assert len(lines) == 3
    assert re.match(r"bulk build of 10,000 seat edges .* = \d\.\d\d of the engine's own loader", lines[0])
    assert re.match(r"the graph of 10,000 seat edges: \d+ MB of memory once opened", lines[1])
    assert re.match(r"where\('list-0-\d+'\) at 10,000 seat edges \(\d+ of 20 councils\): .* run bare", lines[2])


def test_the_benchmarks_parliaments_have_all_their_seats() -> None:
    """The parliaments whose power is measured have 400 seats, each list one at least, in many different sizes."""
    for lists, sizes in ((20, 20), (150, 20)):
        seats = power.parliament(lists)
        assert (len(seats), sum(seats), min(seats) > 0, len(set(seats)) >= sizes) == (lists, 400, True, True)
        assert max(seats) < majority(400)


def test_the_benchmark_says_where_there_is_no_neo4j(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Java or Maven one line says what is missing, and nothing is measured."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert list(neo4j.rates(tmp_path)) == [
        "Neo4j: not measured. Neo4j needs Java 17 or newer, and there is no java here"
    ]
    monkeypatch.setattr(server, "java", lambda: "java")
    assert [line for line in neo4j.rates(tmp_path) if "there is no mvn here" not in line] == []


def test_one_group_of_benchmarks_runs_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m bench GROUP` names the machine and gives that group's figures; another name lists the groups."""
    root = Path(__file__).parents[1]
    monkeypatch.setattr(power, "paired", lambda run, baseline, times: (seconds(run), seconds(baseline)))
    monkeypatch.setattr(sys, "argv", ["bench", "power"])
    runpy.run_module("bench")
    machine, *lines = capsys.readouterr().out.splitlines()
    assert re.match(r"\d+ cores .+ GB, .+, Python 3\.\d+.+, kglite .+, Neo4j ", machine)
    assert len(lines) == 5
    assert all(re.search(r" ms = \d+\.\d\d x .*the package powerindex .*aim: under", line) for line in lines)
    wrong = program(sys.executable, "-m", "bench", "speed", cwd=root, ends_well=False)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "Groups: answers, reading, power, bulk, neo4j" in wrong.stderr
