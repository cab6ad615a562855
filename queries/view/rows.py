"""Rows of a query, as dataclasses and by what stands in a column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from graph.stores.protocol import Row

T = TypeVar("T")


def made(kind: type[T], row: Row, /, **more: object) -> T:
    """A dataclass of what stands in the columns of a row that have the names of its fields, and of these values."""
    names: Iterable[str] = getattr(kind, "__dataclass_fields__", ())
    return kind(**{name: row[name] for name in names if name in row and name not in more}, **more)


def rows_by(column: str, rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    """Rows by what stands in a column."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[column]].append(row)
    return found
