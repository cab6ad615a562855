"""The bulk path at 1,000,000 seat edges: its rate, the graph's memory, and `where` in it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from graph.build import batches
from graph.bulk import Columns, columns_of, load, parts
from graph.checks import settle
from graph.embedded import EmbeddedStore
from graph.schema import NodeTable
from graph.store import Query, Row, Store
from queries.graph import AskedGraph
from queries.where import where

from . import elections
from .timing import paired, seconds

EDGES = 1_000_000
_OPEN = """
import sys
from functools import partial
from pathlib import Path
from graph.embedded import EmbeddedStore

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
before = resident()
store = EmbeddedStore.open(Path(sys.argv[1]))
print(resident() - before)
"""


def million(folder: Path) -> Iterator[str]:
    """Bulk build of 1,000,000 seat edges with their statements, then what the graph weighs and how it answers."""
    yield from at(folder, EDGES)


def at(folder: Path, edges: int) -> Iterator[str]:
    """As `million`, with this many seat edges."""
    size = elections.Size.of(edges)
    tables = list(elections.tables(size))
    nodes = sum(len(rows) for rows in tables if isinstance(rows.table, NodeTable))
    ends = sum(len(rows) for rows in tables) - nodes
    engine = ours = float("inf")
    for _ in range(2):
        engine = min(engine, _bare(tables))
        store = EmbeddedStore.create()
        ours = min(ours, seconds(partial(load, store, tables)))
    yield (
        f"bulk build of {size.edges:,} seat edges with their statements ({nodes:,} nodes, {ends:,} edges): "
        f"{ours:.1f} s, {(nodes + ends) / ours:,.0f} a second = {engine / ours:.2f} of the engine's own bulk load "
        f"of the same ready frames ({engine:.1f} s); aim: at least 0.8"
    )
    path = folder / "bulk.kgl"
    saving = seconds(lambda: store.save(path))
    store.close()
    opening = seconds(lambda: EmbeddedStore.open(path).close())
    weight = int(subprocess.run([sys.executable, "-c", _OPEN, path], check=True, capture_output=True, text=True).stdout)
    yield (
        f"the graph of {size.edges:,} seat edges: {weight / 1e6:,.0f} MB of memory once opened, "
        f"{path.stat().st_size / 1e6:,.0f} MB in its file, saved in {saving:.1f} s, opened in {opening:.1f} s"
    )
    yield _where(path, size)


def whole(folder: Path) -> Iterator[str]:
    """The whole way at 100,000 seat edges: statements decided, batches made and loaded, in bulk and by batches."""
    size = elections.Size.of(EDGES // 10)
    known = elections.knowledge(size)
    steps: dict[str, float] = {}
    settled: list[Any] = []
    steps["deciding"] = seconds(lambda: settled.append(settle(known)[0]))
    rows: list[Any] = []
    steps["making rows"] = seconds(lambda: rows.extend(batches(known, settled[0])))
    steps["loading in bulk"] = seconds(lambda: load(EmbeddedStore.create(), columns_of(rows)))
    by_batches = seconds(lambda: EmbeddedStore.create().write(rows))
    parts = ", ".join(f"{what} {time:.1f} s" for what, time in steps.items())
    yield (
        f"{size.edges:,} seat edges the whole way, from statements to a graph: {parts}; "
        f"the same rows by batches of Cypher: {by_batches:.1f} s"
    )


def _bare(tables: Iterable[Columns]) -> float:
    """The seconds the engine takes for ready frames, a whole table in each, and for the index."""
    graph = EmbeddedStore.create()._open()
    total = 0.0
    for part in list(parts(tables, sys.maxsize)):
        table, frame, types = part.table, part.frame, dict(part.types)
        if isinstance(table, NodeTable):
            labels = [table.extra_label] if table.extra_label else None
            add = partial(graph.add_nodes, frame, table.label, "id", "name", column_types=types, labels=labels)
        else:
            add = partial(
                graph.add_relationships, frame, table.type, table.start, "a", table.end, "b", column_types=types
            )
        total += seconds(add)
    return total + seconds(lambda: graph.cypher("CREATE INDEX statement_fact FOR (s:Statement) ON (s.fact)"))


class _Recorder:
    """A store that notes which queries an answer runs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[tuple[Query, Mapping[str, object]]] = []

    def run(self, query: Query, parameters: Mapping[str, object]) -> list[Row]:
        self.asked.append((query, parameters))
        return self._store.run(query, parameters)


def _where(path: Path, size: elections.Size) -> str:
    """`where` of a list with many seats, against the same query texts with the same parameters run bare."""
    name, election = elections.largest(size)
    store = EmbeddedStore.open(path)
    graph = AskedGraph(store)
    first = seconds(lambda: where(graph, name, election))  # reads the names once
    recorder = _Recorder(store)
    graph._store = recorder  # type: ignore[assignment]
    answer = where(graph, name, election)
    graph._store = store

    def bare() -> None:
        for query, parameters in recorder.asked:
            store.run(query, parameters)

    ours, engine = paired(lambda: where(graph, name, election), bare, 101)
    store.close()
    held = sum(council.status == "seats" for council in answer.provinces)
    return (
        f"where({name!r}) at {size.edges:,} seat edges ({held} of {len(answer.provinces)} councils): "
        f"{ours * 1e3:.2f} ms = {ours / engine:.2f} x its {len(recorder.asked)} queries run bare "
        f"({engine * 1e3:.2f} ms); aims: about 1 ms, at most 2 x (the first, which reads all names: {first:.2f} s)"
    )
