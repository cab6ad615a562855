"""A grid of cells: what a table of any dressing becomes; one that stands on its side is turned round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..line import Line
from ..words import Role, fold_words, lexicon
from .cell import GridCell, clean

Row = tuple[GridCell, ...]
Roles = tuple["Role | None", ...]
_MOST_ROWS = 40  # of a table on its side


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


def upright(grid: Grid) -> Grid:
    """A grid whose rows are of one list, place or person each: turned round where its columns are."""
    if grid.dressing != "box":
        words = lexicon()
        down = [words.roles_of(fold_words(row[0].text)) for row in grid.rows if row]
        across = [words.roles_of(fold_words(cell.text)) for cell in grid.rows[0]]
        numeric = {Role.SEATS, Role.VOTES, Role.SHARE}
        turned = sum(bool(roles & (numeric | {Role.LIST, Role.LEADER})) for roles in down)
        if (
            turned < 2
            or len(grid.rows) > _MOST_ROWS
            or sum(map(bool, across[1:]))
            or not any(r & numeric for r in down)
        ):
            return grid
        if not any(Role.LIST in roles for roles in down) and Role.LIST not in across[0] and grid.rows[0][0].text:
            return grid
    width = max(map(len, grid.rows))
    rows = [row for row in grid.rows if len(row) == width]
    if not rows:
        return grid
    turned_rows = tuple(tuple(row[at] for row in rows) for at in range(width))
    return Grid(turned_rows, grid.dressing if grid.dressing != "box" else "turned box", 1)
