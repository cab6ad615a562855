"""The tables of a data folder (CSV) become the registry and the statements typed in from sources.

`sources.csv`, `entities.csv` and `aliases.csv` say who and what is known; every table in `registry/` holds
background claims, and `statements*.csv` the claims of reports, all with the same columns. `data/README.md`
is the codebook. A table that cannot be read raises DocumentError with file, line, what was read and what
to do; nothing is guessed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from graph.dates import is_date
from graph.errors import DocumentError
from graph.model import (
    Entity,
    Kind,
    Name,
    Place,
    Registry,
    Source,
    SourceKind,
    Standing,
    Statement,
    Unresolved,
    Value,
    statement,
)
from graph.names import Resolver
from graph.predicates import PREDICATES, ValueKind

from .document import read_lines


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a kind of table: those a row must fill, and those it may."""

    required: tuple[str, ...]
    optional: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, required ones first."""
        return self.required + self.optional


_NUMBERS = ("area_km2", "lat", "lon")
_DATES = ("date", "born", "founded", "dissolved")
ATTRIBUTES = (*_DATES, "capital", *_NUMBERS, "wikidata", "partyfacts")

SOURCES = Table(("id", "title", "kind"), ("publisher", "published", "url", "language", "copy_of", "note"))
ENTITIES = Table(("id", "kind", "name", "source"), ("name_local", "lang", *ATTRIBUTES, "note"))
ALIASES = Table(("entity", "alias"), ("within", "lang", "source", "note"))
STATEMENTS = Table(
    ("predicate", "source"),
    (
        "subject",
        "subject_text",
        "object",
        "object_text",
        "value",
        "of",
        "election",
        "reserved_for",
        "since",
        "until",
        "standing",
        "locator",
        "note",
    ),
)
_DIGITS = re.compile(r"[0-9]{1,18}")
_NUMBER = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]+)?")
Row = Mapping[str, str]
_Word = TypeVar("_Word", Kind, SourceKind, Standing)


def read_table(path: Path, shown: str, table: Table) -> Iterator[tuple[Place, Row]]:
    """The rows of a CSV file with their places; every column is there, empty where the file lacks it.

    Raises DocumentError for a missing or unknown column, a row of another length, a stray quote or an
    empty required cell.
    """
    lines = (f"{line}\n" for _, line in read_lines(path, shown))
    reader = csv.reader(lines, strict=True)
    header: list[str] = []
    line = 0
    try:
        for cells in reader:
            start, line = line + 1, reader.line_num
            place = Place(shown, start)
            if not header:
                header = [cell.strip() for cell in cells]
                _check_header(header, table, place)
                continue
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                raise _error(
                    place,
                    f"{len(cells)} cells where the header has {len(header)} columns: {','.join(cells)!r}",
                    "Quote a cell that holds a comma, and give every column a cell.",
                )
            row = dict.fromkeys(table.columns, "") | {
                column: cell.strip() for column, cell in zip(header, cells, strict=True)
            }
            for column in table.required:
                if not row[column]:
                    raise _error(place, f"the column {column!r} is empty", "Every row must fill it.")
            yield place, row
    except csv.Error as error:
        raise _error(
            Place(shown, max(line + 1, reader.line_num)),
            f"the row cannot be read as CSV ({error})",
            'Quote a cell that holds a quotation mark and double the mark: "He said ""no""".',
        ) from error


def _check_header(header: list[str], table: Table, place: Place) -> None:
    missing = [column for column in table.required if column not in header]
    unknown = [column for column in header if column not in table.columns]
    if missing:
        raise _error(place, f"no column {', '.join(map(repr, missing))}", f"Columns: {', '.join(table.columns)}.")
    if unknown:
        raise _error(place, f"unknown column {', '.join(map(repr, unknown))}", f"Columns: {', '.join(table.columns)}.")
    if len(set(header)) != len(header):
        raise _error(place, "a column stands twice", "Give each column once.")


def _error(place: Place, what: str, todo: str) -> DocumentError:
    return DocumentError(place.file, place.line, what, todo)


def read_registry(folder: Path) -> Registry:
    """Read the registry of a data folder: entities, names, sources and background claims.

    Raises DocumentError where the folder or a table is missing or a row cannot be read.
    """
    if not folder.is_dir():
        raise DocumentError(str(folder), None, "there is no such data folder", "Name a folder that holds entities.csv.")
    sources: dict[str, Source] = {}
    for place, row in read_table(folder / "sources.csv", "sources.csv", SOURCES):
        _once(row["id"], sources, place)
        sources[row["id"]] = Source(
            id=row["id"],
            title=row["title"],
            kind=_word(SourceKind, row["kind"], "kind", place),
            publisher=row["publisher"] or None,
            published=_date(row, "published", place),
            url=row["url"] or None,
            language=row["language"] or None,
            copy_of=row["copy_of"] or None,
            place=place,
        )
    entities: dict[str, Entity] = {}
    names: list[Name] = []
    for place, row in read_table(folder / "entities.csv", "entities.csv", ENTITIES):
        _once(row["id"], entities, place)
        entity = _entity(row, place)
        entities[entity.id] = entity
        names.append(Name(entity.id, entity.kind, entity.name, primary=True, place=place))
        if entity.name_local:
            names.append(Name(entity.id, entity.kind, entity.name_local, place=place))
    aliases = folder / "aliases.csv"
    for place, row in read_table(aliases, "aliases.csv", ALIASES) if aliases.exists() else ():
        known = entities.get(row["entity"])
        if known is None:
            raise _error(place, f"no entity {row['entity']!r}", "Use an id of entities.csv.")
        if row["source"] and row["source"] not in sources:
            raise _error(place, f"no source {row['source']!r}", "Use an id of sources.csv.")
        names.append(Name(known.id, known.kind, row["alias"], within=row["within"] or None, place=place))
    registry = Registry(entities, tuple(names), sources, ())
    resolver = Resolver(names)
    background: list[Statement] = []
    unresolved: list[Unresolved] = []
    for path in sorted((folder / "registry").glob("*.csv")):
        shown = f"registry/{path.name}"
        for item in read_statements(path, shown, registry, resolver):
            if isinstance(item, Unresolved):
                unresolved.append(item)
            else:
                background.append(item)
    return Registry(entities, tuple(names), sources, tuple(background), tuple(unresolved))


def _entity(row: Row, place: Place) -> Entity:
    attributes: dict[str, Value] = {}
    for column in ATTRIBUTES:
        if not row[column]:
            continue
        if column in _NUMBERS:
            try:
                attributes[column] = _decimal(row[column])
            except ValueError as error:
                raise _error(place, f"{column} is {row[column]!r}", "Write a number.") from error
        else:
            attributes[column] = row[column] if column not in _DATES else _date(row, column, place) or ""
    return Entity(
        id=row["id"],
        kind=_word(Kind, row["kind"], "kind", place),
        name=row["name"],
        name_local=row["name_local"] or None,
        lang=row["lang"] or None,
        attributes=attributes,
        sources=tuple(part.strip() for part in row["source"].split(";") if part.strip()),
        place=place,
    )


def read_statements(path: Path, shown: str, registry: Registry, resolver: Resolver) -> Iterator[Statement | Unresolved]:
    """The claims of one table; the text of a claim is what stands in the cell."""
    elections = [entity.id for entity in registry.of_kind({Kind.ELECTION})]
    for place, row in read_table(path, shown, STATEMENTS):
        predicate = PREDICATES.get(row["predicate"])
        if predicate is None:
            raise _error(place, f"no predicate {row['predicate']!r}", f"Use one of: {', '.join(PREDICATES)}.")
        election = row["election"] or None
        if election is None and predicate.per_election and len(elections) == 1:
            election = elections[0]
        if election is not None and election not in elections:
            raise _error(place, f"no election {election!r}", "Use the id of an election of entities.csv.")
        if election is None and predicate.per_election:
            raise _error(place, "the column 'election' is empty", "More than one election is known: say which.")
        ids: dict[str, str | None] = {}
        texts: dict[str, str | None] = {}
        for column, kinds in (("subject", predicate.subjects), ("object", predicate.objects)):
            cell, text = row[column], row[f"{column}_text"]
            texts[column] = text or cell or None
            ids[column] = None
            if cell and not kinds:
                raise _error(place, f"{predicate.name} takes no {column}", f"Empty the cell ({cell!r}).")
            if cell:
                found = resolver.resolve(cell, kinds)
                ids[column] = found.entity.id if found.entity else None
                if not found.entity:
                    reason = f"no {' or '.join(sorted(kinds))} of the registry has this name"
                    yield Unresolved(cell, column, str(place), reason, place)
        if texts["subject"] is None:
            raise _error(place, "the row has no subject", "Fill 'subject' or 'subject_text'.")
        if predicate.objects and texts["object"] is None and not predicate.whole:
            raise _error(place, f"{predicate.name} needs an object", "Fill 'object' or 'object_text'.")
        if predicate.text_object and texts["object"] is None:
            raise _error(place, f"{predicate.name} needs words", "Fill 'object_text'.")
        yield statement(
            source=row["source"],
            locator=row["locator"],
            predicate=predicate.name,
            subject=ids["subject"],
            subject_text=texts["subject"],
            object=ids["object"],
            object_text=texts["object"],
            value=_value(row["value"], predicate.value, place),
            of=row["of"] or None,
            election=election,
            reserved_for=row["reserved_for"] or None,
            since=_date(row, "since", place),
            until=_date(row, "until", place),
            standing=_word(Standing, row["standing"] or Standing.REPORTED, "standing", place),
            place=place,
        )


def _value(text: str, kind: ValueKind, place: Place) -> Value | None:
    """The value of a cell, checked against what the predicate takes."""
    if not text:
        if kind in (ValueKind.NONE, ValueKind.ANY):
            return None
        raise _error(place, "the column 'value' is empty", f"This predicate takes a {kind}.")
    if kind is ValueKind.NONE:
        raise _error(place, f"value is {text!r}", "This predicate takes no value: empty the cell.")
    reader = _VALUES[kind]
    try:
        return reader(text)
    except ValueError as error:
        raise _error(place, f"value is {text!r}", f"This predicate takes a {kind}, digits only.") from error


def _count(text: str) -> int:
    if not _DIGITS.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _decimal(text: str) -> float:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return float(text)


def _ordinal(text: str) -> int:
    if _count(text) == 0:
        raise ValueError(text)
    return int(text)


def _percent(text: str) -> float | int:
    value = _decimal(text)
    if not 0 <= value <= 100:
        raise ValueError(text)
    return int(value) if value.is_integer() else value


def _iso(text: str) -> str:
    if not is_date(text):
        raise ValueError(text)
    return text


def _any(text: str) -> Value:
    try:
        return _count(text)
    except ValueError:
        return text


_VALUES: Mapping[ValueKind, Callable[[str], Value]] = {
    ValueKind.COUNT: _count,
    ValueKind.ORDINAL: _ordinal,
    ValueKind.PERCENT: _percent,
    ValueKind.DATE: _iso,
    ValueKind.ANY: _any,
}


def _once(id: str, known: Mapping[str, object], place: Place) -> None:
    if id in known:
        raise _error(place, f"the id {id!r} stands twice", "Give every row an id of its own.")


def _date(row: Row, column: str, place: Place) -> str | None:
    text = row[column]
    if text and not is_date(text):
        raise _error(place, f"{column} is {text!r}", "Write a date as 2023, 2023-12 or 2023-12-18.")
    return text or None


def _word(table: type[_Word], text: str, column: str, place: Place) -> _Word:
    try:
        return table(text)
    except ValueError as error:
        raise _error(place, f"{column} is {text!r}", f"Use one of: {', '.join(table)}.") from error
