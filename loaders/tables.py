"""The tables of a data folder become the registry.

`sources.csv`, `entities.csv` and `aliases.csv` say who and what is known; every table in `registry/` holds
background claims, and `statements*.csv` the claims of reports, all with the same columns. `data/README.md`
is the codebook. A table that cannot be read raises DocumentError with file, line, what was read and what
to do; nothing is guessed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from graph.errors import DocumentError
from graph.fingerprint import REGISTRY, files_of, settled
from graph.kinds import BODIES, COUNCILS, Read
from graph.lexicon import without_gloss
from graph.model import Entity, Kind, Name, Place, Registry, Source, SourceKind, Statement, Unresolved, Value
from graph.names import Resolver
from graph.spelling import normalise

from .rows import Row, Table, check_id, date_cell, decimal_cell, is_there, read_table, row_error, word_cell
from .statements import read_statements

_NUMBERS = ("area_km2", "lat", "lon")
_DATES = ("date", "born", "founded", "dissolved")
ATTRIBUTES = (*_DATES, "elects", "capital", *_NUMBERS, "wikidata", "partyfacts")

SOURCES = Table(
    ("id", "title", "kind"),
    ("publisher", "published", "url", "language", "copy_of", "accessed", "archived", "read", "note"),
)
ENTITIES = Table(("id", "kind", "name", "source"), ("name_local", "lang", *ATTRIBUTES, "note"))
ALIASES = Table(("entity", "alias"), ("within", "lang", "source", "note"))


def read_registry(folder: Path, over: Sequence[Path] = ()) -> Registry:
    """Read the registry of a data folder: entities, names, sources and background claims.

    `over` are a user's folders that lie over it: each may hold any of its tables, and their files go by their whole
    path. Raises DocumentError where the folder or a table is missing or a row cannot be read.
    """
    registry = _names(folder, over)
    resolver = Resolver(registry.names)
    items = [
        item
        for path, shown in tables_of(folder, over, REGISTRY)
        for item in read_statements(path, shown, registry, resolver)
    ]
    background = tuple(item for _, item in items if isinstance(item, Statement))
    unresolved = tuple((source, item) for source, item in items if isinstance(item, Unresolved))
    return replace(registry, statements=background, unresolved=unresolved)


def read_names(folder: Path, over: Sequence[Path] = ()) -> Registry:
    """The same without the background claims: all that a document is read by."""
    return settled([folder, *over], lambda: _names(folder, over))


def _names(folder: Path, over: Sequence[Path]) -> Registry:
    if not folder.is_dir():
        raise DocumentError(str(folder), None, "there is no such data folder", "Name a folder that holds entities.csv.")
    sources: dict[str, Source] = {}
    for place, row in _rows(folder, over, "sources.csv", SOURCES):
        _once(row["id"], sources, place)
        sources[row["id"]] = Source(
            id=row["id"],
            title=row["title"],
            kind=word_cell(SourceKind, row["kind"], "kind", place),
            publisher=row["publisher"] or None,
            published=date_cell(row, "published", place),
            url=row["url"] or None,
            language=row["language"] or None,
            copy_of=row["copy_of"] or None,
            accessed=date_cell(row, "accessed", place),
            archived=row["archived"] or None,
            read=word_cell(Read, row["read"], "read", place).value if row["read"] else None,
            place=place,
        )
    entities: dict[str, Entity] = {}
    names: list[Name] = []
    for place, row in _rows(folder, over, "entities.csv", ENTITIES):
        _once(row["id"], entities, place)
        entity = _entity(row, place)
        entities[entity.id] = entity
        names.append(Name(entity.id, entity.kind, entity.name, primary=True, place=place))
        if entity.name_local:
            names.append(Name(entity.id, entity.kind, entity.name_local, place=place))
    for entity in entities.values():
        elects = entity.attributes.get("elects", COUNCILS)
        if elects != COUNCILS and elects not in {id for id, body in entities.items() if body.kind in BODIES}:
            todo = f"Write {COUNCILS}, or the id of a body of entities.csv."
            raise row_error(entity.place or Place("entities.csv"), f"elects is {elects!r}", todo)
    for place, row in _rows(folder, over, "aliases.csv", ALIASES):
        known = entities.get(row["entity"])
        if known is None:
            raise row_error(place, f"no entity {row['entity']!r}", "Use an id of entities.csv.")
        if row["source"] and row["source"] not in sources:
            raise row_error(place, f"no source {row['source']!r}", "Use an id of sources.csv.")
        names.append(Name(known.id, known.kind, row["alias"], within=row["within"] or None, place=place))
    return Registry(entities, (*names, *_without_gloss(entities.values(), names)), sources, ())


def _without_gloss(entities: Collection[Entity], names: Iterable[Name]) -> Iterator[Name]:
    """Names without what stands in brackets, "Iraqi Accord Front (Tawafuq)", where they are nobody else's."""
    bare = {one.id: without_gloss(one.name) for one in entities}
    taken = Counter((one.kind, normalise(bare[one.id], one.kind)) for one in entities if bare[one.id] != one.name)
    taken.update({(name.kind, normalise(name.text, name.kind)) for name in names})
    for one in entities:
        if bare[one.id] != one.name and taken[one.kind, normalise(bare[one.id], one.kind)] == 1:
            yield Name(one.id, one.kind, bare[one.id], place=one.place)


def tables_of(folder: Path, over: Sequence[Path], patterns: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """The files of a data folder and of those over it that one of these patterns names, each with what it is called."""
    patterns = tuple(patterns)
    for path in files_of(folder, patterns):
        yield path, path.relative_to(folder).as_posix()
    for other in over:
        for path in files_of(other, patterns):
            yield path, str(path)


def _rows(folder: Path, over: Sequence[Path], name: str, table: Table) -> Iterator[tuple[Place, Row]]:
    """The rows of a table of the folder and of those over it; all but the first two may be missing in the first."""
    if name != "aliases.csv" or is_there(folder / name):
        yield from read_table(folder / name, name, table)
    for other in over:
        if is_there(other / name):
            yield from read_table(other / name, str(other / name), table)


def _entity(row: Row, place: Place) -> Entity:
    attributes: dict[str, Value] = {}
    for column in ATTRIBUTES:
        if not row[column]:
            continue
        if column in _NUMBERS:
            try:
                attributes[column] = decimal_cell(row[column])
            except ValueError as error:
                raise row_error(place, f"{column} is {row[column]!r}", "Write a number.") from error
        else:
            attributes[column] = row[column] if column not in _DATES else date_cell(row, column, place) or ""
    return Entity(
        id=row["id"],
        kind=word_cell(Kind, row["kind"], "kind", place),
        name=row["name"],
        name_local=row["name_local"] or None,
        lang=row["lang"] or None,
        attributes=attributes,
        sources=tuple(part.strip() for part in row["source"].split(";") if part.strip()),
        place=place,
    )


def _once(id: str, known: Mapping[str, Source | Entity], place: Place) -> None:
    check_id(id, place)
    if id in known:
        what = f"the id {id!r} stands twice: {known[id].place} has it too"
        raise row_error(place, what, "Give every row an id of its own.")
