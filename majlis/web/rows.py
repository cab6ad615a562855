"""Tables as a page shows them: cells as text, which columns hold numbers, and where each row leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..terminal.rows import are_numbers, cell, is_number, share
from ..wording.tables import Table
from .request import PageRequest


def table_rows(asked: PageRequest, table: Table) -> dict[str, Any]:
    """What a reader sees of a table, and the page that each row is about."""
    links = [table.link(row) if table.link else None for row in table.rows]
    return {
        "columns": [column.heading for column in table.shown],
        "numbers": [are_numbers([column.cell(row) for row in table.rows]) for column in table.shown],
        "rows": [[table.text(column, row) for column in table.shown] for row in table.rows],
        "links": [asked.address(*link) if link else None for link in links],
    }


def rows(columns: Sequence[str], found: Sequence[Sequence[Any]], shares: Sequence[bool] = ()) -> dict[str, Any]:
    """Rows of a query as text; the columns in `shares` are told as percentages."""
    texts = [
        [share(value) if shares and shares[at] and is_number(value) else cell(value) for at, value in enumerate(row)]
        for row in found
    ]
    numbers = [are_numbers([row[at] for row in found]) for at in range(len(columns))]
    return {"columns": list(columns), "rows": texts, "numbers": numbers}
