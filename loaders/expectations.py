"""The tables in which a data folder declares what it holds and lacks; `data/README.md` describes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from graph.checks.expectations import AmbiguousName, Correction, Expectations, ExpectedRows, Misfit
from graph.errors import DocumentError
from graph.fingerprint import AMBIGUOUS, CORRECTIONS, EXPECTED, MISFITS, NOT_COVERED
from graph.model import Place
from graph.predicates import PREDICATES

from .rows import Row, Table, date_cell, is_there, read_table, row_error

DECLARED = {
    EXPECTED: Table(("minimum", "maximum"), ("file", "predicate", "note")),
    AMBIGUOUS: Table(("alias", "entities"), ("note",)),
    NOT_COVERED: Table(("what",), ("note",)),
    MISFITS: Table(("rule", "subject"), ("election", "note")),
    CORRECTIONS: Table(("date", "fact", "why"), ("was", "is", "source")),
}


def read_expectations(folder: Path, over: Sequence[Path] = ()) -> Expectations:
    """What the folder declares; a table that is not there declares nothing.

    Of the user's folders over it only the ambiguous names are read. Raises DocumentError where a table cannot be read.
    """
    return Expectations(
        tuple(_expected(place, row) for place, row in _rows(folder, EXPECTED)),
        tuple(
            AmbiguousName(row["alias"], frozenset(part.strip() for part in row["entities"].split(";")), place)
            for place, row in chain(_rows(folder, AMBIGUOUS), *(_rows(own, AMBIGUOUS, own=True) for own in over))
        ),
        tuple(row["what"] for _, row in _rows(folder, NOT_COVERED)),
        tuple(
            Misfit(row["rule"], row["subject"], row["election"] or None, place) for place, row in _rows(folder, MISFITS)
        ),
        tuple(_correction(place, row) for place, row in _rows(folder, CORRECTIONS)),
    )


def _rows(folder: Path, name: str, *, own: bool = False) -> Iterator[tuple[Place, Row]]:
    path = folder / name
    if is_there(path):
        yield from read_table(path, str(path) if own else name, DECLARED[name])


def _correction(place: Place, row: Row) -> Correction:
    if row["was"] == row["is"]:
        raise row_error(place, f"it was {row['was']!r} and is the same", "Write what the fact was, or is; or both.")
    date = date_cell(row, "date", place) or ""
    return Correction(date, row["fact"], row["was"], row["is"], row["why"], row["source"] or None, place)


def _expected(place: Place, row: Row) -> ExpectedRows:
    for column in ("minimum", "maximum"):
        if not (row[column].isascii() and row[column].isdigit()):
            raise DocumentError(place.file, place.line, f"{column} is {row[column]!r}", "Write a whole number.")
    if row["predicate"] and row["predicate"] not in PREDICATES:
        raise DocumentError(
            place.file, place.line, f"no predicate {row['predicate']!r}", f"Use one of: {', '.join(PREDICATES)}."
        )
    return ExpectedRows(int(row["minimum"]), int(row["maximum"]), row["file"] or None, row["predicate"] or None, place)
