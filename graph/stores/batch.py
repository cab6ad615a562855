"""What is written into a store: rows of one table, kept column by column, and the query that writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..schema import EdgeTable, NodeTable
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
        if isinstance(table, NodeTable):
            sets = ", ".join(f"n.{name} = row.{name}" for name in ("name", *table.properties))
            extra = f", n:{table.extra_label}" if table.extra_label else ""
            text = f"UNWIND $rows AS row MERGE (n:{table.label} {{id: row.id}}) SET {sets}{extra}"
            return Query(f"write {table.extra_label or table.label}", text)
        sets = ", ".join(f"r.{name} = row.{name}" for name in table.properties)
        text = (
            f"UNWIND $rows AS row MATCH (a:{table.start} {{id: row.a}}) MATCH (b:{table.end} {{id: row.b}}) "
            f"MERGE (a)-[r:{table.type} {{id: row.id}}]->(b)"
        )
        return Query(f"write {table.type}", f"{text} SET {sets}" if sets else text)

    def rows(self, most: int) -> Iterator[list[dict[str, Any]]]:
        """The rows as maps, at most so many at a time."""
        for start in range(0, len(self), most):
            parts = [column[start : start + most] for column in self.columns.values()]
            yield [dict(zip(self.columns, cells, strict=True)) for cells in zip(*parts, strict=True)]
