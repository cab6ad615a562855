"""How a table was understood: what each of its columns counts or names, how that was told, and its sums."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from ..found import Span
from ..labels import Sort
from ..words import Role, fold_words
from .cell import cell_value, is_figure
from .grid import Grid, Row


class How(StrEnum):
    """How the role of a column was told."""

    HEADER = "header"
    ARITHMETIC = "arithmetic"
    SCOPE = "scope"
    GUESS = "guess"
    SAID = "said"  # by the person who reads


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, its role, None where none was told, and how that was told.

    `list` and `place`: the header itself names a list or a place, whose `role` the figures below are. `year`: of which
    it speaks. `sum`: it is the sum of the columns of lists or places beside it. `why`: why its figures are not
    sure. `short`: the column of the short forms of the names in this one.
    """

    index: int
    header: str
    role: Role | None = None
    how: How = How.GUESS
    numeric: bool = False
    list: str | None = None
    place: str | None = None
    year: int | None = None
    sum: bool = False
    why: str = ""
    short: int | None = None

    def of(self, name: str, role: Role, how: How, *, of_list: bool) -> Column:
        """The column as one of figures of a list, or of a place, of this name."""
        return replace(self, role=role, how=how, list=name if of_list else None, place=None if of_list else name)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a grid, and how many of its rows head it."""

    columns: tuple[Column, ...]
    header_rows: int
    labels: int | None = None  # the column whose cells name what the rows are of, where no header says
    label_sort: Sort = Sort.UNKNOWN
    unplaced: bool = False  # no column is of places, and one that is not understood stands before whom a row is of

    def of(self, *roles: Role) -> Column | None:
        """The first column of one of these roles."""
        return next((one for role in roles for one in self.columns if one.role is role and not one.list), None)


@dataclass(frozen=True, slots=True)
class Sum:
    """A row of a sum beside what its column comes to."""

    column: str
    said: int | float
    counted: int | float
    at: Span


@dataclass(slots=True)
class TableReading:
    """How a table was understood: its columns, and the sums that were checked. `last`: the line of its last row."""

    grid: Grid
    columns: Columns
    sums: list[Sum] = field(default_factory=list)
    last: int = 0

    @property
    def ends(self) -> tuple[int, int]:
        """Its first and its last line as it was first met, counted from 0 in the lines that the document lays out."""
        rows = [row for row in self.grid.rows if row]
        return rows[0][0].at.line - 1, rows[-1][-1].at.line - 1


def value_in(row: Row, column: Column) -> int | float | None:
    """The number that a row has in a column."""
    return cell_value(row[column.index].text) if column.index < len(row) and is_figure(row[column.index].text) else None


def meant(column: Column, header: str) -> bool:
    """Whether a person means a column: by its header, or by its number from 1."""
    wanted = fold_words(header)
    return (bool(wanted) and fold_words(column.header) == wanted) or header == str(column.index + 1)
