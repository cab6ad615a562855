"""CSV that a spreadsheet opens as text: a cell that it would take for a formula is quoted."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], out: TextIO) -> int:
    """Write a header and rows, and say how many; None is an empty cell. To a terminal no cell can steer it."""
    if out.isatty():
        from .terminal.text import plain

        rows = ([plain(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([_cell(cell) for cell in row])
        count += 1
    return count


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
