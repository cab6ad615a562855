"""What is written into a store: rows of one table, kept column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..schema import EdgeTable, NodeTable

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
    def name(self) -> str:
        """What the rows are: the label that tells them from others, or the type of edges."""
        return (self.table.extra_label or self.table.label) if isinstance(self.table, NodeTable) else self.table.type

    def rows(self, most: int) -> Iterator[list[dict[str, Any]]]:
        """The rows as maps, at most so many at a time."""
        for start in range(0, len(self), most):
            parts = [column[start : start + most] for column in self.columns.values()]
            yield [dict(zip(self.columns, cells, strict=True)) for cells in zip(*parts, strict=True)]
