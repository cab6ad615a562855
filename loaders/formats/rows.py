"""Rows of tables as lines: cells joined by a bar, spans laid out so that each row has all of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..reading.line import Cell, Line, LineKind

BAR = " | "
_BAR_LETTERS = len(BAR)
_WIDEST = 1_000  # cells of a row; more are not a table that people made
_FARTHEST = 10_000  # rows that one cell may span
_LONGEST_HELD = 300  # letters of a cell that are said again in the rows below its own
_MOST_CELLS, _MOST_LETTERS = 2_000_000, 20_000_000  # that the tables of a document say again


class SpreadError(Exception):
    """The tables of a document say more again than people write: a hostile one would fill the memory with it."""


@dataclass(slots=True)
class Spread:
    """What the tables of one document say again, in the rows and columns that their cells span."""

    _cells: int = 0
    _letters: int = 0

    def add(self, cells: int, letters: int = 0) -> None:
        """More of it. Raises SpreadError where it is too much."""
        self._cells += cells
        self._letters += letters
        if self._cells > _MOST_CELLS or self._letters > _MOST_LETTERS:
            raise SpreadError(f"{_MOST_CELLS:,} rows and columns, or {_MOST_LETTERS:,} letters")


class Spanning(NamedTuple):
    """A cell as markup gives it: over how many columns and rows it stands, and the line in which it begins."""

    text: str
    header: bool = False
    columns: int = 1
    rows: int = 1
    number: int = 0


class _Held(NamedTuple):
    """A cell that stands in rows below its own too: in this many more."""

    cell: Spanning
    rows: int


_cell = tuple.__new__  # of each cell: by its own name one is made in twice the time


def row_line(number: int, cells: Sequence[str], headers: Iterable[int] = ()) -> Line:
    """A row whose cells span nothing; `headers` are the columns that head it."""
    made, at = [], 0
    for cell in cells:
        end = at + len(cell)
        made.append(_cell(Cell, (cell, at, end, False, 0)))
        at = end + _BAR_LETTERS
    for column in headers:
        made[column] = made[column]._replace(header=True)
    return Line(number, BAR.join(cells), LineKind.ROW, tuple(made))


@dataclass(slots=True)
class Grid:
    """Lays out the rows of one table: what spans rows stands in each of them, what spans columns in each."""

    _spread: Spread
    _held: dict[int, _Held] = field(default_factory=dict)

    def line(self, number: int, cells: Iterable[Spanning]) -> Line:
        """The next row. A cell that spans columns is one stretch of its text, given once for each of them.

        Raises SpreadError.
        """
        cells = list(cells)
        if not self._held and len(cells) <= _WIDEST and all(cell[2:4] == (1, 1) for cell in cells):
            heads = (column for column, cell in enumerate(cells) if cell.header)
            line = row_line(number, [cell.text for cell in cells], heads)
            placed = zip(line.cells or (), cells, strict=True)
            return line._replace(cells=tuple(cell._replace(number=given.number) for cell, given in placed))
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
            columns = max(1, min(cell.columns, _WIDEST - column))
            if held or columns > 1:
                self._spread.add(columns, len(cell.text) if held else 0)
            if rows > 1:
                self._held[column] = _Held(cell._replace(text=cell.text[:_LONGEST_HELD]), rows - 1)
            text.append(cell.text)
            made += [Cell(cell.text, at, at + len(cell.text), cell.header, cell.number)] * columns
            at += len(cell.text) + len(BAR)
        return Line(number, BAR.join(text), LineKind.ROW, tuple(made))


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
        row._replace(cells=tuple(cell for column, cell in enumerate(row.cells or ()) if column not in empty))
        for row in rows
    ]


def _says_nothing(row: Sequence[Cell], column: int) -> bool:
    """Whether a cell is empty, or a header that its neighbour says too."""
    if column >= len(row) or not row[column].text:
        return True
    shared = any(row[at] == row[column] for at in (column - 1, column + 1) if 0 <= at < len(row))
    return row[column].header and shared
