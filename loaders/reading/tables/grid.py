"""A grid of cells: what a table of any dressing becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..line import Line
from ..words import Role
from .cell import GridCell, clean

Row = tuple[GridCell, ...]
Roles = tuple["Role | None", ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells. `header_rows`: how many rows head the table by its markup; None where it does not say.

    `roles`: those of columns without a header, where the layout tells them. `doubts`: by line, why the cells of a row
    may be others than they seem. `unsure`: why no claim of the table is sure.
    """

    rows: tuple[Row, ...]
    dressing: str
    header_rows: int | None = None
    doubts: Mapping[int, str] = field(default_factory=dict)
    roles: Roles = ()
    unsure: str = ""


def grid_of_cells(lines: Sequence[Line]) -> Grid:
    """The grid of rows whose cells are known."""
    rows: list[Row] = []
    headers = 0
    for line in lines:
        number = line.number
        row = tuple([clean(text, start, number, header=header) for text, start, _, header, _ in line.cells or ()])
        if headers == len(rows) and row and all(cell.header or not cell.text for cell in row):
            headers += 1
        rows.append(row)
    doubts = {line.number: line.doubt for line in lines if line.doubt}
    return Grid(tuple(rows), "cells", headers or None, doubts)


def whole(line: Line) -> GridCell:
    """A line as one cell."""
    return clean(line.text, 0, line.number)
