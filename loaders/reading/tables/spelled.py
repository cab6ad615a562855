"""Cells of a figure in words, "one seat", or like a year, among others of a unit: each becomes a figure, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..figures import figures
from ..tokens import tokens
from .cell import GridCell, is_figure
from .grid import Grid, Row

_SAMPLE = 400  # rows by which the columns are told
_LONGEST = 24  # letters of a number in words


def with_spelled(grid: Grid) -> Grid:
    """The grid with a figure in each cell of number words, of the columns that have figures with a unit."""
    columns = {at for row in grid.rows[:_SAMPLE] for at, cell in enumerate(row) if cell.unit is not None}
    if not columns:
        return grid
    rows = tuple(_figured(row, columns) for row in grid.rows)
    return replace(grid, rows=rows)


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
