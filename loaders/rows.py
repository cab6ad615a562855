"""CSV tables: rows with their places, and what a cell may hold."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from graph.dates import is_date
from graph.errors import DocumentError
from graph.kinds import Read
from graph.model import Kind, Place, SourceKind, Standing

from .formats.text import read_lines

Row = Mapping[str, str]
_Word = TypeVar("_Word", Kind, SourceKind, Standing, Read)
_DIGITS = re.compile(r"[0-9]{1,18}")
_ID = re.compile(r"[^\W_](?:[\w.:~+-]*\w)?")
_NUMBER = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a kind of table: those a row must fill, and those it may."""

    required: tuple[str, ...]
    optional: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, required ones first."""
        return self.required + self.optional


def is_there(path: Path) -> bool:
    """Whether a table that may be missing is in its folder; a link that leads nowhere is, and cannot be read."""
    return path.is_symlink() or path.exists()


def read_table(path: Path, shown: str, table: Table) -> Iterator[tuple[Place, Row]]:
    """The rows of a CSV file with their places; every column is there, empty where the file lacks it.

    Raises DocumentError for a missing or unknown column, a row of another length, a stray quote or an
    empty required cell.
    """
    return table_rows(_written(path, shown), table)


def _written(path: Path, shown: str) -> Iterator[tuple[Place, list[str]]]:
    """The cells of each row as they are written, the header first."""
    reader = csv.reader((f"{line}\n" for _, line in read_lines(path, shown)), strict=True)
    line = 0
    try:
        for written in reader:
            start, line = line + 1, reader.line_num
            yield Place(shown, start), written
    except csv.Error as error:
        raise row_error(
            Place(shown, max(line + 1, reader.line_num)),
            f"the row cannot be read as CSV ({error})",
            'Quote a cell that holds a quotation mark and double the mark: "He said ""no""".',
        ) from error


def table_rows(rows: Iterable[tuple[Place, list[str]]], table: Table) -> Iterator[tuple[Place, Row]]:
    """The same of rows whose cells are known, the header first."""
    header: list[str] = []
    empty = dict.fromkeys(table.columns, "")
    for place, written in rows:
        cells = [cell.strip() for cell in written]
        if not header:
            header = cells
            _check_header(header, table, place)
            continue
        if not any(cells):
            continue
        if len(cells) != len(header):
            raise row_error(
                place,
                f"{len(cells)} cells where the header has {len(header)} columns: {','.join(written)!r}",
                "Quote a cell that holds a comma, and give every column a cell.",
            )
        row = empty | dict(zip(header, cells, strict=True))
        for column in table.required:
            if not row[column]:
                raise row_error(place, f"the column {column!r} is empty", "Every row must fill it.")
        yield place, row


def read_header(path: Path, shown: str) -> list[str]:
    """The columns that a CSV file has, in its order. Raises DocumentError."""
    try:
        return [cell.strip() for cell in next(csv.reader(line for _, line in read_lines(path, shown)), [])]
    except csv.Error as error:
        raise row_error(
            Place(shown, 1), f"the header cannot be read as CSV ({error})", "Write column,column,..."
        ) from error


def _check_header(header: list[str], table: Table, place: Place) -> None:
    missing = [column for column in table.required if column not in header]
    unknown = [column for column in header if column not in table.columns]
    for what, columns in (("no", missing), ("unknown", unknown)):
        if columns:
            names = ", ".join(map(repr, columns))
            raise row_error(place, f"{what} column {names}", f"Columns: {', '.join(table.columns)}.")
    if len(set(header)) != len(header):
        raise row_error(place, "a column stands twice", "Give each column once.")


_SHOWN = 400  # letters of what is wrong
_FORMULA = ("=", "+", "-", "@")  # what a spreadsheet takes for the beginning of a formula


def guarded(cell: str) -> str:
    """A cell of a document's words, which no spreadsheet must take for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguarded(row: Row) -> Row:
    """A row whose cells are as they were before they were guarded."""
    return {column: cell[1:] if cell[:1] == "'" and cell[1:2] in _FORMULA else cell for column, cell in row.items()}


def row_error(place: Place, what: str, todo: str) -> DocumentError:
    """What is wrong with a row, where, and what to do; of a long row or cell its beginning."""
    short = what if len(what) <= _SHOWN else f"{what[:_SHOWN]}..."
    return DocumentError(place.file, place.line, short, todo)


def check_id(id: str, place: Place) -> None:
    """Raises DocumentError for an id with letters that no address takes."""
    if not _ID.fullmatch(id):
        raise row_error(place, f"the id is {id!r}", "An id stands in addresses: use letters, digits, hyphens and dots.")


def date_cell(row: Row, column: str, place: Place) -> str | None:
    """The date of a cell, as precise as it is; None for an empty cell. Raises DocumentError."""
    text = row[column]
    if text and not is_date(text):
        raise row_error(place, f"{column} is {text!r}", "Write a day that there was, as 2023, 2023-12 or 2023-12-18.")
    return text or None


def word_cell(table: type[_Word], text: str, column: str, place: Place) -> _Word:
    """The word of a cell in a table of words. Raises DocumentError."""
    try:
        return table(text)
    except ValueError as error:
        raise row_error(place, f"{column} is {text!r}", f"Use one of: {', '.join(table)}.") from error


def count_cell(text: str) -> int:
    """A whole number. Raises ValueError."""
    if not _DIGITS.fullmatch(text):
        raise ValueError(text)
    return int(text)


def decimal_cell(text: str) -> float:
    """A number. Raises ValueError."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text)
