"""Every seat as one flat table: a row for each list in each place at each election, with who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TextIO

from queries.prepared import run
from queries.view import GraphView

from ..spreadsheet import write_rows


def write_seats(graph: GraphView, out: TextIO) -> None:
    """Write the seats as CSV; the ids of the sources of a row stand in one cell, parted by ";". Raises StoreError."""
    answer = run(graph, "seats_flat")
    at = answer.names.index("fact")
    evidence, _ = graph.evidence([row[at] for row in answer.rows])

    def sources(fact: str) -> str:
        return "; ".join(dict.fromkeys(source for source, _ in evidence[fact].locators))

    rows: list[Sequence[object]] = [[*row, sources(row[at])] for row in answer.rows]
    write_rows([*answer.names, "sources"], rows, out)
