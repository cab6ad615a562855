"""A user's own Cypher: what the graph holds, and the answer to a text that passed the gate, within limits."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import UsageError
from graph.gate import admit
from graph.gate.meanings import meanings
from graph.gate.values import differing
from graph.schema import EDGES, NODES
from graph.stores.protocol import Table as Rows

from .mistakes import mistakes, refuse_mistakes, sums_texts
from .plain import Note, Plain, Table
from .view import GraphView

SECONDS = 10.0
ROWS = 1000
_MOST_SECONDS = 3600.0
_MOST_ROWS = 1_000_000
# What is told on both engines; all else is of the embedded one alone.
_ON_BOTH = {
    *("dates_are_text", "times_of_kinds", "letters_of_scripts", "own_numbers"),
    *("lists_unordered", "rows_unordered", "ties_unordered"),
}


@dataclass(frozen=True, slots=True, repr=False)
class Free(Table):
    """The answer to a user's text: values that JSON can hold.

    `cut`: there were more rows than asked for; `notes` name each label, type and property that the graph cannot have.
    """

    LINE = "{rows} rows of {0.columns}"
    FIELDS = ("columns", "rows", "cut")

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool
    notes: tuple[Note, ...] = ()


def free(
    graph: GraphView,
    text: str,
    parameters: Mapping[str, object] | None = None,
    *,
    seconds: float = SECONDS,
    rows: int = ROWS,
) -> Free:
    """Run a user's text, read-only: at most `rows` rows, after at most about `seconds`.

    Raises RefusedError or QueryError (graph/gate) for a text that is wrong, LimitError for one that needs
    too much, UsageError for limits out of range, StoreError where the graph cannot be asked.
    """
    if not (math.isfinite(seconds) and 0 < seconds <= _MOST_SECONDS):
        raise UsageError(f"a text may run for more than 0 and at most {_MOST_SECONDS:g} seconds, not {seconds:g}.")
    if not 0 < rows <= _MOST_ROWS:
        raise UsageError(f"an answer has 1 to {_MOST_ROWS:,} rows, not {rows:,}.")
    query = admit(text)
    refuse_mistakes(query)
    given = parameters or {}
    found = graph.store.run_user(query, given, seconds=seconds, rows=rows)
    notes = (*mistakes(graph, query.text, given), *_other_meaning(graph, query.text, found))
    return Free(found.columns, found.rows, found.cut, notes)


def _other_meaning(graph: GraphView, text: str, answer: Rows) -> Iterator[Note]:
    """A note where an answer differs from that of the other engine, measured on both, or from what may be meant."""
    found = meanings(text) | differing(text, answer.rows) | ({"texts_left_out"} if sums_texts(text) else set())
    if graph.store.engine.startswith("Neo4j"):
        found &= _ON_BOTH
    yield from (Note(code, {}) for code in sorted(found))


@dataclass(frozen=True, slots=True)
class LabelLine(Plain):
    """A label, a second label that its nodes also have, their properties, and a text that shows some."""

    label: str
    also: str | None
    properties: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class EdgeLine(Plain):
    """A relationship type, the labels it leads from and to, its properties, and a text that shows some."""

    type: str
    start: str
    end: str
    properties: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True, repr=False)
class Schema(Plain):
    """What a graph can hold: from the model, so also what no node has yet."""

    ROWS = "labels"
    LINE = "{rows} labels"

    labels: tuple[LabelLine, ...]
    edges: tuple[EdgeLine, ...]


def schema() -> Schema:
    """Labels, edges and their properties, each with an example."""
    labels: dict[str, LabelLine] = {}
    for table in NODES:
        properties = ("id", "name", *(name for name in table.properties if name not in ("id", "name")))
        for label, also in ((table.label, None), (table.extra_label, table.label)):
            if label:
                labels.setdefault(label, LabelLine(label, also, properties, _label_example(label)))
    edges = [
        EdgeLine(edge.type, edge.start, edge.end, ("id", *edge.properties), _edge_example(edge.type, edge.properties))
        for edge in EDGES.values()
    ]
    return Schema(tuple(labels.values()), tuple(edges))


def _label_example(label: str) -> str:
    return f"MATCH (n:{label}) RETURN n.id AS id, n.name AS name ORDER BY id LIMIT 5"


def _edge_example(type: str, properties: tuple[str, ...]) -> str:
    more = "".join(f", r.{name} AS {name}" for name in properties[:2])
    return f"MATCH (a)-[r:{type}]->(b) RETURN a.id AS a, b.id AS b{more} ORDER BY a, b LIMIT 5"
