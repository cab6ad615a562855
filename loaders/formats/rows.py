"""Rows of tables as lines: cells joined by a bar, spans laid out so that each row has all of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..reading.line import Cell, Line, LineKind

BAR = " | "
_BAR_LETTERS = len(BAR)
_WIDEST = 1_000  # cells of a row; more are not a table that people made
_FARTHEST = 10_000  # rows that one cell may span
_LONGEST_HELD = 300  # letters of a cell that are said again in the rows below its own
_MOST_REPEATED = 2_000_000  # letters that a table says again; a hostile one would fill the memory with them


class Spanning(NamedTuple):
    """A cell as markup gives it: over how many columns and rows it stands."""

    text: str
    header: bool = False
    columns: int = 1
    rows: int = 1


class _Held(NamedTuple):
    """A cell that stands in rows below its own too: in this many more."""

    cell: Spanning
    rows: int


def row_line(number: int, cells: Sequence[str], headers: Iterable[int] = ()) -> Line:
    """A row whose cells span nothing; `headers` are the columns that head it."""
    heads = frozenset(headers)
    made, at = [], 0
    for column, cell in enumerate(cells):
        end = at + len(cell)
        made.append(Cell(cell, at, end, column in heads))
        at = end + _BAR_LETTERS
    return Line(number, BAR.join(cells), LineKind.ROW, tuple(made))


@dataclass(slots=True)
class Grid:
    """Lays out the rows of one table: what spans rows stands in each of them, what spans columns in each."""

    _held: dict[int, _Held] = field(default_factory=dict)
    _repeated: int = 0

    def line(self, number: int, cells: Iterable[Spanning]) -> Line:
        """The next row. A cell that spans columns is one stretch of its text, given once for each of them."""
        cells = list(cells)
        if not self._held and len(cells) <= _WIDEST and all(cell[2:] == (1, 1) for cell in cells):
            heads = (column for column, cell in enumerate(cells) if cell.header)
            return row_line(number, [cell.text for cell in cells], heads)
        text: list[str] = []
        made: list[Cell] = []
        at = 0
        coming = iter(cells)
        hanging, self._held = self._held, {}
        while (column := len(made)) < _WIDEST:
            held = hanging.pop(column, None)
            cell = held.cell if held else next(coming, None)
            rows = held.rows if held else min(cell.rows, _FARTHEST) if cell else 1
            if cell is None:
                if not any(other > column for other in hanging):
                    break
                cell = Spanning("")
            self._repeated += len(cell.text) if held else 0
            if rows > 1 and self._repeated < _MOST_REPEATED:
                self._held[column] = _Held(cell._replace(text=cell.text[:_LONGEST_HELD]), rows - 1)
            text.append(cell.text)
            made += [Cell(cell.text, at, at + len(cell.text), cell.header)] * max(1, min(cell.columns, _WIDEST))
            at += len(cell.text) + len(BAR)
        return Line(number, BAR.join(text), LineKind.ROW, tuple(made[:_WIDEST]))


def without_empty_columns(rows: Sequence[Line]) -> list[Line]:
    """The rows of a table without its columns of colours: no row says anything in them, but for a header they share."""
    cells = [row.cells or () for row in rows]
    width = max(map(len, cells), default=0)
    empty = {
        column
        for column in range(width)
        if all(_says_nothing(row, column) for row in cells) and any(column < len(row) for row in cells)
    }
    if not empty:
        return list(rows)
    return [
        replace(row, cells=tuple(cell for column, cell in enumerate(row.cells or ()) if column not in empty))
        for row in rows
    ]


def _says_nothing(row: Sequence[Cell], column: int) -> bool:
    """Whether a cell is empty, or a header that its neighbour says too."""
    if column >= len(row) or not row[column].text:
        return True
    shared = any(row[at] == row[column] for at in (column - 1, column + 1) if 0 <= at < len(row))
    return row[column].header and shared
