"""Boxes of fields with a table in them: by numbers, "party1, seats1, party2 ...", or below a header further down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ..found import Span
from ..words import Role, fold_words, lexicon
from .cell import GridCell, is_figure
from .grid import Grid, Row

_NUMBERED = re.compile(r"(?P<field>[^\W\d_][\w .-]*?)[ _]?(?P<number>\d{1,2})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FEWEST = 4  # numbered fields
_DEEPEST = 12  # rows in which the header of a table in a box may stand
_LONGEST_BOX = 200  # rows; a longer table is no box
_SHORTEST = 2  # rows above a further header
_COLUMNS = 3  # of such a table
_NAMES = frozenset({Role.LIST, Role.PERSON, Role.LEADER, Role.PLACE})
_FIGURES = frozenset({Role.SEATS, Role.VOTES, Role.SHARE})
_COUNTING = _FIGURES | {Role.VOTERS, Role.REGISTERED, Role.TURNOUT, Role.INVALID}


def parted(grid: Grid) -> Sequence[Grid]:
    """The grids of a box: its fields, and those that are numbered, or stand below a header, as a grid of their own.

    So is what stands below a further header in any other table.
    """
    if len(grid.rows) > _LONGEST_BOX:
        return (grid,)
    head = _inner_header(grid)
    if head:
        above = tuple(_field_row(row) for row in grid.rows[:head])
        spans = len(_distinct(grid.rows[head])) < len(grid.rows[head])  # over two columns, that a second row parts
        below = Grid(grid.rows[head:], grid.dressing, None if spans else 1)
        return (Grid(above, grid.dressing, 0), *parted(below))
    further = [at for at in range(_SHORTEST, len(grid.rows)) if _heads(grid.rows, at)]
    if further:
        opening = replace(grid, rows=grid.rows[: further[0]])
        stretches = pairwise((*further, len(grid.rows)))
        return (
            *parted(opening),
            *(replace(grid, rows=grid.rows[begin:end], header_rows=1) for begin, end in stretches),
        )
    fields = [_field(row) for row in grid.rows]
    numbered = [(field, row) for field, row in zip(fields, grid.rows, strict=True) if field]
    heads = list(dict.fromkeys(name for (name, _), _ in numbered))
    roles = {role for name in heads for role in lexicon().roles_of(fold_words(name))}
    if len(numbered) < _FEWEST or not roles & _NAMES or not roles & _FIGURES:
        return (grid,)
    first = {name: row[0] for (name, _), row in reversed(numbered)}
    header = tuple(GridCell(name, first[name].at, header=True) for name in heads)
    made: list[Row] = [header]
    for number in dict.fromkeys(number for (_, number), _ in numbered):
        cells = {name: row[1] for (name, other), row in numbered if other == number}
        at = next(iter(cells.values())).at
        made.append(tuple(cells.get(name, GridCell("", at)) for name in heads))
    rest = tuple(row for field, row in zip(fields, grid.rows, strict=True) if not field)
    box = Grid(tuple(made), "numbered box", 1)
    return (Grid(rest, grid.dressing, 0), box) if rest else (box,)


def _inner_header(grid: Grid) -> int:
    """The row that heads a table further down in a box, of which each row above holds a field; 0 where none does."""
    for at, row in enumerate(grid.rows[:_DEEPEST]):
        cells = _distinct(row)
        roles = [lexicon().roles_of(fold_words(cell.text)) for cell in cells]
        said = {role for found in roles for role in found}
        if len(cells) >= _COLUMNS and sum(map(bool, roles)) >= _COLUMNS - 1 and said & _NAMES and said & _FIGURES:
            return at if not any(is_figure(cell.text) for cell in cells) else 0
        if len(cells) >= _COLUMNS:
            return 0
    return 0


def _heads(rows: Sequence[Row], at: int) -> bool:
    """Whether a row behind figures is a further header: words for columns alone, and figures below."""
    cells = _distinct(rows[at])
    if len(cells) < _COLUMNS or at + 1 >= len(rows) or any(is_figure(cell.text) for cell in cells):
        return False
    roles = [lexicon().roles_of(fold_words(_YEAR.sub("", cell.text))) for cell in cells]
    said = {role for found in roles for role in found}
    below = [cell for cell in _distinct(rows[at + 1]) if is_figure(cell.text)]
    several = len(below) > 1 or (bool(below) and all(roles) and not said.isdisjoint(_NAMES))
    return sum(map(bool, roles)) * 3 >= len(cells) * 2 and bool(said & _COUNTING) and several


def _distinct(row: Row) -> list[GridCell]:
    """The filled cells of a row, one over several columns once."""
    return list({cell.at: cell for cell in row if cell.text}.values())


def _field_row(row: Row) -> Row:
    """A field and its value, without the bracket behind its figure; or the one cell that there is."""
    cells = _distinct(row)
    if len(cells) == 2:
        front = cells[1].text.partition(" (")[0]
        if is_figure(front):
            at = cells[1].at
            cells[1] = GridCell(front, Span(at.line, at.start, at.start + len(front)), unit=cells[1].unit)
    return tuple(cells)


def _field(row: Row) -> tuple[str, int] | None:
    """The name and the number of a row's field; None where it has no number, or no value beside it."""
    found = _NUMBERED.fullmatch(row[0].text) if len(row) > 1 and row[1].text else None
    return (found["field"].replace("_", " ").strip(), int(found["number"])) if found else None
