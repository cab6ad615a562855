"""Cells of a figure in words, "one seat", or like a year, among others of a unit: each becomes a figure, too.

So does the first of "9 / 180", seats and how many there are, in a column that has nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..figures import figures
from ..tokens import tokens
from .cell import GridCell, is_figure
from .grid import Grid, Row

_SAMPLE = 400  # rows by which the columns are told
_LONGEST = 24  # letters of a number in words
_OF_ALL = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")
_FEWEST = 2  # rows


def with_spelled(grid: Grid) -> Grid:
    """The grid with a figure in each cell of number words, of the columns that have figures with a unit."""
    columns = {at for row in grid.rows[:_SAMPLE] for at, cell in enumerate(row) if cell.unit is not None}
    of_all = _of_all(grid.rows[:_SAMPLE])
    if not (columns or of_all):
        return grid
    rows = (_figured(row, columns) for row in grid.rows) if columns else grid.rows
    return replace(grid, rows=tuple(_parted(row, of_all) if of_all else row for row in rows))


def _of_all(rows: Sequence[Row]) -> set[int]:
    """The columns each of whose cells with a digit is a number of so many: "9 / 180"."""
    found: dict[int, int] = {}
    others: set[int] = set()
    for row in rows:
        for at, cell in enumerate(row):
            if "/" in cell.text and (of := _OF_ALL.fullmatch(cell.text)) and int(of[1]) <= int(of[2]):
                found[at] = found.get(at, 0) + 1
            elif any(map(str.isdecimal, cell.text)):
                others.add(at)
    return {at for at, count in found.items() if count >= _FEWEST and at not in others}


def _parted(row: Row, columns: set[int]) -> Row:
    """A row whose cells of these columns are their first number, the second beside it."""
    return tuple(_first(cell) if at in columns else cell for at, cell in enumerate(row))


def _first(cell: GridCell) -> GridCell:
    of = _OF_ALL.fullmatch(cell.text)
    if of is None:
        return cell
    start = cell.at.start
    at = cell.at._replace(end=start + of.end(1))
    return cell._replace(text=of[1], at=at, note=(of[2], start + of.start(2)))


def _figured(row: Row, columns: Sequence[int] | set[int]) -> Row:
    spelled = [at for at in columns if at < len(row) and row[at].text and not is_figure(row[at].text)]
    made = {at: _figure(row[at]) for at in spelled if len(row[at].text) <= _LONGEST}
    return tuple(made.get(at, cell) for at, cell in enumerate(row)) if made else row


def _figure(cell: GridCell) -> GridCell:
    """A cell with the figure that its words are; the same where they are none."""
    found = figures(tokens(cell.text), cell.text)
    if len(found) != 1 or not found[0].unit or found[0].approximate:
        return cell
    (one,) = found
    whole = (one.start, one.end) == (0, len(cell.text))
    return cell._replace(text=str(one.value), unit=one.unit) if whole else cell
