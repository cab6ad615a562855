"""The table of an answer: its columns and rows, as values for CSV and in words for the terminal and the web."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from queries.plain import plain

from .forms import Language
from .messages import words

Link = tuple[str, str | None] | tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in CSV and its heading in words (each None: not there), its cell of a row, that in words."""

    name: str | None
    heading: str | None
    cell: Callable[[Any], object]
    words: Callable[[Any], str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind with their columns; `blank` stands in words for what is not known.

    `link` tells the page about a row, its name and the ids it is about; None for a row that no page is about. Of a
    `cited` table each row has `sources`, ids of those of the answer.
    """

    columns: Sequence[Column]
    rows: Sequence[Any]
    blank: str = "-"
    link: Callable[[Any], Link | None] | None = None
    cited: bool = False

    @property
    def shown(self) -> list[Column]:
        """The columns that are shown in words."""
        return [column for column in self.columns if column.heading is not None]

    def text(self, column: Column, row: object) -> str:
        """A cell in words."""
        value = column.cell(row)
        return self.blank if value is None else column.words(row) if column.words else str(value)

    def csv(self) -> tuple[Sequence[str], list[Sequence[object]]]:
        """The names of the columns, and the cells of all rows as they are; several in one cell are parted by ";"."""
        columns = {column.name: column.cell for column in self.columns if column.name is not None}
        return list(columns), [[_flat(cell(row)) for cell in columns.values()] for row in self.rows]


def _flat(value: object) -> object:
    found = plain(value)
    return "; ".join(map(str, found)) if isinstance(found, list) else found


def headed(text: str) -> str:
    """Words as a heading: as a sentence begins."""
    return text[:1].upper() + text[1:]


def fields(language: Language, *columns: str, of: str = "") -> list[Column]:
    """Columns of attributes of the row, or of its attribute `of`: "name", "name:heading" or "name:heading:words".

    A name is written as in `queries.plain.Plain`. A heading is a key of `column.*` or any other key, or empty; values
    with words are keys of them, behind what is given here.
    """

    def column(name: str, heading: str | None = None, prefix: str = "") -> Column:
        other, _, path = name.partition("=")
        cell = attrgetter(f"{of}.{path or name}" if of else path or name)
        head = heading and words(language.code, heading, f"column.{heading}", heading)

        def said(row: object) -> str:
            return language.say(f"{prefix}.{cell(row)}")

        return Column(other if path else name.rpartition(".")[2], head, cell, said if prefix else None)

    return [column(*text.split(":")) for text in columns]


def entity(language: Language, part: str, heading: str = "") -> list[Column]:
    """The id and the name of a row's attribute `part`, an entity or None: in CSV as `part` and `part_name`."""
    found: Callable[[Any], Any] = attrgetter(part)
    return [
        Column(part, None, lambda row: found(row) and found(row).id),
        Column(
            f"{part}_name",
            headed(language.say(heading)) if heading else None,
            lambda row: found(row) and found(row).name,
            lambda row: language.name(*found(row)),
        ),
    ]


def named(language: Language, heading: str = "", of: str = "", id: str = "id") -> list[Column]:
    """The id of a row's entity, or of its attribute `of`, in CSV as `id`; and its name."""
    entity: Callable[[Any], Any] = attrgetter(of) if of else lambda row: row
    head = heading and headed(language.say(heading))
    return [
        Column(id, None, lambda row: entity(row).id),
        Column("name", head, lambda row: entity(row).name, lambda row: language.name(entity(row).id, entity(row).name)),
    ]
