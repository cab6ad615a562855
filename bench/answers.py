"""How long an answer takes: as a whole process, inside one, and with a graph built from nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import majlis
from graph.store import Query, Row
from majlis import graphs
from queries.graph import AskedGraph

from .timing import paired, process, seconds

NAME = "Maliki"


def cold(folder: Path) -> Iterator[str]:
    """`majlis where Maliki` with the graph built, against a Python that does nothing."""
    majlis.open().close()
    run = process([sys.executable, "-m", "majlis", "where", NAME])
    ours, python = paired(run, process([sys.executable, "-c", "pass"]), 21)
    yield (
        f"majlis where {NAME}, cold: {ours * 1e3:.0f} ms = {ours / python:.1f} x `python -c pass` "
        f"({python * 1e3:.0f} ms); aim: at most 10 x"
    )


class _Recorder:
    """A store that notes which queries an answer runs."""

    def __init__(self, graph: AskedGraph) -> None:
        self._store = graph._store
        self.asked: list[tuple[Query, Mapping[str, object]]] = []

    def run(self, query: Query, parameters: Mapping[str, object]) -> list[Row]:
        self.asked.append((query, parameters))
        return self._store.run(query, parameters)


def inside(folder: Path) -> Iterator[str]:
    """The answer in an open process, against the same query texts with the same parameters run bare."""
    with majlis.open() as opened:
        opened.where(NAME)  # reads the names once
        store = opened.graph._store
        recorder = _Recorder(opened.graph)
        opened.graph._store = recorder  # type: ignore[assignment]
        opened.where(NAME)
        opened.graph._store = store
        asked = recorder.asked

        def bare() -> None:
            for query, parameters in asked:
                store.run(query, parameters)

        ours, engine = paired(partial(opened.where, NAME), bare, 301)
    yield (
        f"where({NAME!r}) in a process: {ours * 1e3:.2f} ms = {ours / engine:.2f} x its {len(asked)} queries run bare "
        f"({engine * 1e3:.2f} ms); aims: at most 2 x, about 1 ms"
    )


def build(folder: Path) -> Iterator[str]:
    """Building the shipped data from nothing: read, decide, check, write, save."""
    data = graphs.data_folder()
    to = str(folder / "built.kgl")
    runs = sorted(seconds(partial(graphs.build, data, to=to)) for _ in range(7))
    yield f"building the shipped data from nothing: {runs[3]:.3f} s; aim: under 1 s"
