"""The parity certificate: every query of the code base gives the same rows on Neo4j as on the embedded engine."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import HypothesisWarning

from graph.checks.settle import settle
from graph.decide import decide
from graph.model import Entity, Kind, Knowledge, Registry, Source, SourceKind, Statement
from graph.schema import EDGES, NODES
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.protocol import Query
from queries import catalogue

from .parity.certificate import Certificate, Line, values_of, written
from .parity.worlds import worlds

TABLE = Path(__file__).parents[1] / "docs" / "parity.md"
WORLDS = 15
# Queries about what the shipped data have nothing of; every other one must give rows for some parameters.
EMPTY = frozenset(
    {"rivals_meet", "sources_disagree", "stood", "unreadable_lines", "unresolved_in_council", "unresolved_names"}
)
# Of all pairs of lists at any election too few come to a majority to be met with by chance; and between some pairs of
# names there are more than the 256 chains of single ties that the embedded engine looks at, as `shortest_tie` says.
TRIED: dict[str, dict[str, list[object]]] = {
    "pair_majority": {"list": ["ibdaa-karbala", "nabni", "state-of-law", "taqaddum", "tasmim", "wasit-ajmal"]},
    "shortest_tie": {
        "entity": [
            *("asaad-al-eidani", "babylon-movement", "governor-of-baghdad", "governor-of-basra"),
            *("mohammed-shia-al-sudani", "muqtada-al-sadr", "nouri-al-maliki", "qais-khazali", "rebwar-taha"),
            "state-of-law",
        ]
    },
}
_ROW = re.compile(r"^\| (?P<query>[\w ]+) \| (?P<figures>.+) \| (?P<equal>yes|no) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def server(neo4j_address: str) -> Iterator[Neo4jStore]:
    """A real Neo4j."""
    store = Neo4jStore.open(neo4j_address)
    yield store
    store.close()


@pytest.fixture(scope="module")
def shipped(server: Neo4jStore, knowledge: Knowledge) -> Certificate:
    """Every query over the shipped data, on both engines; Neo4j holds nothing but what was read from it."""
    embedded, found = EmbeddedStore.create(), Certificate()
    found.graph(embedded, server, knowledge, settle(knowledge)[0])
    held = server.run(Query("test", "MATCH (n) RETURN COUNT { (n)-->() } + 1 AS count"), {})
    assert sum(row["count"] for row in held) == sum(line.rows for name, line in found.lines.items() if "read" in name)
    values = values_of(embedded)
    for name in catalogue.names():
        found.prepared(embedded, server, name, {**values, **TRIED.get(name, {})}, full=12, empty=4, most=1500)
    return found


@pytest.fixture(scope="module")
def generated(shipped: Certificate, server: Neo4jStore) -> tuple[Certificate, int]:
    """Every query over generated elections, on both engines, and how many elections those were."""
    found, count = Certificate(), 0

    @settings(max_examples=WORLDS, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(worlds())
    def explore(world: Knowledge) -> None:
        nonlocal count
        embedded, one = EmbeddedStore.create(), Certificate()
        one.graph(embedded, server, world, decide(world.statements, world.sources))
        values = values_of(embedded)
        for name in catalogue.names():
            one.prepared(embedded, server, name, values, full=2, empty=1, most=40)
        assert one.differs == []
        count += 1
        for name, line in one.lines.items():
            total = found.line(name)
            total.runs, total.rows = total.runs + line.runs, total.rows + line.rows

    with warnings.catch_warnings():  # a world that fails is long, and Hypothesis says so instead of why it fails
        warnings.simplefilter("ignore", HypothesisWarning)
        explore()
    return found, count


@pytest.mark.parametrize("name", catalogue.names())
def test_a_prepared_query_gives_the_same_rows_on_both_engines(name: str, shipped: Certificate) -> None:
    """A prepared query gives the same rows in the same order, values and types on Neo4j as on the embedded engine."""
    line = shipped.lines[name]
    assert not line.differs
    assert line.rows or name in EMPTY


def test_every_node_and_edge_is_the_same_on_both_engines(shipped: Certificate) -> None:
    """Each table of the schema, written by the same batches, is read back alike."""
    lines = {name: line for name, line in shipped.lines.items() if name.startswith("read ")}
    assert set(lines) == {f"read {name}" for name in ({table.label for table in NODES} | set(EDGES))}
    assert [line.differs for line in lines.values() if line.differs] == []
    assert lines["read Statement"].rows > 300


def test_generated_elections_give_the_same_rows_on_both_engines(generated: tuple[Certificate, int]) -> None:
    """Over random elections, with parallel edges, nulls, Arabic text and empty councils, all rows are equal too."""
    found, count = generated
    assert count >= WORLDS
    assert [name for name, line in found.lines.items() if not (line.rows or name in catalogue.names())] == []
    assert [name for name, line in found.lines.items() if not line.runs] == []
    assert sum(bool(found.lines[name].rows) for name in catalogue.names()) > 35  # the others are rare, and ran


def test_the_certificate_is_true(
    shipped: Certificate,
    generated: tuple[Certificate, int],
    server: Neo4jStore,
    request: pytest.FixtureRequest,
) -> None:
    """`docs/parity.md` has a line for each query, with the rows that the shipped data give now, and all are equal."""
    text = written((EmbeddedStore.create().engine, server.engine), shipped, *generated)
    if request.config.getoption("--certificate"):
        TABLE.write_text(text, encoding="utf-8")

    def said(text: str) -> dict[str, tuple[list[str], str]]:
        return {row["query"]: (row["figures"].split(" | ")[:2], row["equal"]) for row in _ROW.finditer(text)}

    assert set(said(text)) == set(shipped.lines)
    assert {equal for _, equal in said(text).values()} == {"yes"}
    assert said(TABLE.read_text(encoding="utf-8")) == said(text), "write it anew with `make parity`"


def test_whole_and_broken_numbers_are_held_alike_by_both_engines(server: Neo4jStore) -> None:
    """A list in a graph has one type: a turnout of 42 or 45.6 percent is 42.0 or 45.6 in it."""
    claims = [
        Statement(
            source="s", locator=f"{value}", predicate="turnout", subject="P", subject_text="P", value=value,
            election="vote",
        )
        for value in (42, 45.6)
    ]  # fmt: skip
    entities = {"vote": Entity("vote", Kind.ELECTION, "The vote"), "P": Entity("P", Kind.PROVINCE, "P")}
    sources = {"s": Source("s", "S", SourceKind.PRESS)}
    known, found = Knowledge(Registry(entities, (), {}, ()), sources, claims, (), (), (), "v"), Certificate()
    found.graph(EmbeddedStore.create(), server, known, decide(claims, sources))
    assert found.differs == []
    (row,) = server.run(Query("test", "MATCH (f:Fact) RETURN f.values AS values"), {})
    assert row["values"] == [42.0, 45.6]


def test_a_difference_is_seen() -> None:
    """A row, a type or an order that differs on one engine makes its line differ."""
    for other in ([], ['{"n": 1.0}', '{"n": 2}'], ['{"n": 2}', '{"n": 1}']):
        line = Line("x")
        line.compare({}, ['{"n": 1}', '{"n": 2}'], other)
        assert line.differs.startswith("x with {}, row 0:")
        assert line.rows == 0
