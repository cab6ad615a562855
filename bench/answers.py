"""How long an answer takes: as a whole process, inside one, and with a graph built from nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from unittest.mock import patch

import majlis
from graph.kinds import HOLDERS
from graph.lexicon import Candidate
from graph.stores.protocol import Query, Row
from majlis.data import data_folder
from majlis.graphs import build as graphs
from queries.view import GraphView
from queries.where import where_each

from .timing import as_installed, paired, process, seconds

NAME = "Maliki"
_SCRIPT = "import sys; from majlis.cli import run; sys.exit(run())"  # as the installed `majlis` is run


def cold(folder: Path) -> Iterator[str]:
    """`majlis where Maliki` with the graph built and the code compiled, against a Python that does nothing."""
    with patch.dict(os.environ, XDG_CACHE_HOME=str(folder)):  # never the user's own cache
        majlis.open().close()
        kept = as_installed(folder)
        run = process([sys.executable, "-c", _SCRIPT, "where", NAME], kept)
        ours, python = paired(run, process([sys.executable, "-c", "pass"], kept), 41)
    yield (
        f"majlis where {NAME}, cold: {ours * 1e3:.0f} ms = {ours / python:.1f} x `python -c pass` "
        f"({python * 1e3:.0f} ms); aim: at most 10 x"
    )


class _Recorder:
    """A store that notes which queries an answer runs."""

    def __init__(self, graph: GraphView) -> None:
        self._store = graph.store
        self.asked: list[tuple[Query, Mapping[str, object]]] = []

    def run(self, query: Query, parameters: Mapping[str, object]) -> list[Row]:
        self.asked.append((query, parameters))
        return self._store.run(query, parameters)


def _recorded(graph: GraphView, ask: Callable[[], object]) -> tuple[float, list[tuple[Query, Mapping[str, object]]]]:
    """The seconds of an answer, and the queries that it ran."""
    store, recorder = graph.store, _Recorder(graph)
    graph.store = recorder  # type: ignore[assignment]  # stands in for a store here, and only runs queries
    try:
        return seconds(ask), recorder.asked
    finally:
        graph.store = store


def against_bare(graph: GraphView, ask: Callable[[], object], times: int) -> tuple[float, float, int]:
    """The median seconds of an answer, of the queries alone that it runs, and how many these are."""
    ask()  # reads the names and the councils once
    _, asked = _recorded(graph, ask)

    def bare() -> None:
        for query, parameters in asked:
            graph.store.run(query, parameters)

    return *paired(ask, bare, times), len(asked)


def first_asked(graph: GraphView, name: Candidate) -> tuple[float, float]:
    """The seconds of the first answer about a name on every body that sits, and of its queries alone after it."""
    ours, asked = _recorded(graph, partial(where_each, graph, [name.id], graph.sitting()))
    return ours, sum(seconds(partial(graph.store.run, query, parameters)) for query, parameters in asked)


def inside(folder: Path) -> Iterator[str]:
    """The answer in an open process, against the same query texts with the same parameters run bare."""
    with patch.dict(os.environ, XDG_CACHE_HOME=str(folder)), majlis.open() as opened:
        ours, engine, texts = against_bare(opened.graph, partial(opened.where, NAME), 301)
        firsts = [first_asked(opened.graph, name) for kind in HOLDERS for name in opened.graph.of_kind(kind)]
    first, bare = (median(times) for times in zip(*firsts, strict=True))
    yield (
        f"where({NAME!r}) in a process: {ours * 1e3:.2f} ms = {ours / engine:.2f} x its {texts} queries run bare "
        f"({engine * 1e3:.2f} ms); aims: at most 2 x, 2.5 ms; a name for the first time, the median of {len(firsts)}: "
        f"{first * 1e3:.2f} ms = {first / bare:.2f} x its queries"
    )


def build(folder: Path) -> Iterator[str]:
    """Building the shipped data from nothing: read, decide, check, write, save."""
    data = data_folder()
    to = str(folder / "built.kgl")
    runs = sorted(seconds(partial(graphs.build, data, to=to)) for _ in range(7))
    yield f"building the shipped data from nothing: {runs[3]:.3f} s; aim: under 1 s"
