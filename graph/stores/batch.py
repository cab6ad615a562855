"""What is written into a store: rows of one table, kept column by column, and the query that writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..schema import MAJLIS, EdgeTable, NodeTable
from .protocol import Query

BATCH_ROWS = 5000  # rows of one query


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one table, column by column, all of one length; a column that is not given is null.

    A node table's columns are `id`, `name` and its properties, an edge table's `id`, `a`, `b` (the ids of its
    ends) and its properties. No id stands twice, and a `title` is the name.
    """

    table: NodeTable | EdgeTable
    columns: Mapping[str, Sequence[Any]]

    def __len__(self) -> int:
        return len(self.columns["id"])

    @property
    def query(self) -> Query:
        """The query that writes rows, given as `$rows`; of an edge only where both ends are there."""
        table = self.table
        if isinstance(table, EdgeTable):
            ends = f"MATCH (a:{table.start} {{id: row.a}}) MATCH (b:{table.end} {{id: row.b}})"
            return Query(f"write {table.type}", edge_text(table, ends))
        properties = ("name", *table.properties)
        if table is MAJLIS:  # it stands in the graph from the first, and says at the end that the graph is whole
            sets = ", ".join(f"n.{name} = row.{name}" for name in properties)
            text = f"MERGE (n:{table.label} {{id: row.id}}) SET {sets}"
        else:
            labels = f"{table.label}:{table.extra_label}" if table.extra_label else table.label
            text = f"CREATE (n:{labels} {{{_of_row(properties)}}})"
        return Query(f"write {table.extra_label or table.label}", f"UNWIND $rows AS row {text}")

    def rows(self, most: int) -> Iterator[list[dict[str, Any]]]:
        """The rows as maps, at most so many at a time."""
        for start in range(0, len(self), most):
            parts = [column[start : start + most] for column in self.columns.values()]
            yield [dict(zip(self.columns, cells, strict=True)) for cells in zip(*parts, strict=True)]


def edge_text(table: EdgeTable, ends: str) -> str:
    """The text that writes edges of rows, given as `$rows`, between `a` and `b`, which `ends` finds."""
    return f"UNWIND $rows AS row {ends} CREATE (a)-[:{table.type} {{{_of_row(table.properties)}}}]->(b)"


def _of_row(properties: Iterable[str]) -> str:
    """The id and these properties, each as a row has it."""
    return ", ".join(f"{name}: row.{name}" for name in ("id", *properties))
