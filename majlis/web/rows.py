"""Tables as a page shows them: cells as text, which columns hold numbers, and where each row leads."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from numbers import Real
from typing import Any

from ..terminal.rows import cell
from ..wording.forms import percent
from ..wording.tables import Table
from .request import PageRequest


def table_rows(asked: PageRequest, table: Table) -> dict[str, Any]:
    """What a reader sees of a table, and the page that each row is about."""
    links = [table.link(row) if table.link else None for row in table.rows]
    return {
        "columns": [column.heading for column in table.shown],
        "numbers": _numbers([[column.cell(row) for row in table.rows] for column in table.shown]),
        "rows": [[table.text(column, row) for column in table.shown] for row in table.rows],
        "links": [asked.address(*link) if link else None for link in links],
    }


def rows(columns: Sequence[str], found: Sequence[Sequence[Any]], shares: Sequence[bool] = ()) -> dict[str, Any]:
    """Rows of a query as text; the columns in `shares` are told as percentages."""
    texts = [
        [share(value) if shares and shares[at] and _is_number(value) else cell(value) for at, value in enumerate(row)]
        for row in found
    ]
    numbers = _numbers([[row[at] for row in found] for at in range(len(columns))])
    return {"columns": list(columns), "rows": texts, "numbers": numbers}


def _numbers(columns: Sequence[Sequence[object]]) -> list[bool]:
    """Which columns hold numbers."""
    return [bool(column) and all(value is None or _is_number(value) for value in column) for column in columns]


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def share(value: float) -> str:
    """A fraction as a percentage, rounded as every other: 0.0625, which is 1 of 16, is 6.3%."""
    part = Fraction(value).limit_denominator(1_000_000)
    return percent(part.numerator, part.denominator)
