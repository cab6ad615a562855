"""Boxes whose fields are numbered, "party1, seats1, party2 ...": a grid of a row for each number beside the rest."""

from __future__ import annotations

import re

from ..words import Role, fold_words, lexicon
from .cell import GridCell
from .grid import Grid, Row

_NUMBERED = re.compile(r"(?P<field>[^\W\d_][\w .-]*?)[ _]?(?P<number>\d{1,2})")
_FEWEST = 4  # numbered fields
_NAMES = frozenset({Role.LIST, Role.PERSON, Role.LEADER, Role.PLACE})
_FIGURES = frozenset({Role.SEATS, Role.VOTES, Role.SHARE})


def parted(grid: Grid) -> tuple[Grid, ...]:
    """The grids of a table of fields and values: its numbered fields as a grid with a header, and the others.

    Any other table is given as it is.
    """
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


def _field(row: Row) -> tuple[str, int] | None:
    """The name and the number of a row's field; None where it has no number, or no value beside it."""
    found = _NUMBERED.fullmatch(row[0].text) if len(row) > 1 and row[1].text else None
    return (found["field"].replace("_", " ").strip(), int(found["number"])) if found else None
