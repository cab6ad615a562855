"""The table of an answer: its columns and rows, for a terminal, for CSV and for a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from .forms import Language

Link = tuple[str, str | None] | tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in CSV and its heading for readers, each None where it is not shown there; and its cells.

    `words` says a cell to a reader where the value itself would not do.
    """

    name: str | None
    heading: str | None
    cell: Callable[[Any], object]
    words: Callable[[Any], str] | None = None

    def shown(self, row: Any) -> object:
        """The cell as a reader sees it."""
        return self.words(row) if self.words else self.cell(row)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind with their columns; `blank` stands for what is not known.

    `link` names the page about a row, by the page's name and the ids it takes.
    """

    columns: Sequence[Column]
    rows: Sequence[Any]
    blank: str = "unknown"
    link: Callable[[Any], Link] | None = None

    def for_csv(self) -> tuple[list[str], list[Sequence[object]]]:
        """The names of the columns, and the cells of all rows as they are."""
        columns = [column for column in self.columns if column.name is not None]
        names = [column.name or "" for column in columns]
        return names, [[column.cell(row) for column in columns] for row in self.rows]

    @property
    def read(self) -> list[Column]:
        """The columns that a reader sees."""
        return [column for column in self.columns if column.heading is not None]


def fields(language: Language, *names: str, of: str = "", **headings: str) -> list[Column]:
    """Columns of attributes of the row, or of its attribute `of`; `headings` has keys of `heading.*`, or nothing.

    Readers see those that have a heading.
    """
    said = {name: language.say(f"heading.{key}") if key else "" for name, key in headings.items()}
    return [Column(name, said.get(name), attrgetter(f"{of}.{name}" if of else name)) for name in names]
