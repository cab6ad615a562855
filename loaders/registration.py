"""The rows that would register a name nobody knows: of a new entity, or of another name of one that is near."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.lexicon import Candidate
from graph.model import LISTS, PROVINCES, Kind, Name, Registry, Unresolved
from graph.names import MOST, Resolver

from .documents import slug
from .reading.mentions import acronym, stands_for
from .rows import Table, read_header
from .tables import ALIASES, ENTITIES

# What a new entity is, and what a known one may be; a list may be an alliance too, which whoever adds the row knows.
_KINDS: Mapping[str, tuple[Kind, frozenset[Kind]]] = {
    "list": (Kind.PARTY, LISTS),
    "province": (Kind.PROVINCE, PROVINCES),
    "office": (Kind.OFFICE, frozenset({Kind.OFFICE})),
}
_MOST = 100  # names that rows are made for; a hostile document names thousands


@dataclass(frozen=True, slots=True)
class RegisteringRow:
    """A row of a table that would register a name, as it would stand in it; `name` is of the entity it names.

    `file` is the table's name in the data, and its whole path in a folder of the user's.
    """

    file: str
    name: str
    row: str


def registering_rows(
    folders: Sequence[Path], registry: Registry, unresolved: Iterable[tuple[str, Unresolved]]
) -> Iterator[tuple[Unresolved, tuple[RegisteringRow, ...]]]:
    """Each unresolved name once, with the row of a new entity and those of the nearest entities it may be.

    `folders` are the data and the user's over them: a row is of the one in which the name stands, else of the last, in
    the order of that one's own columns. `unresolved` holds each name with the id of its source.
    """
    resolver = Resolver(registry.names)
    own = [name for name in registry.names if name.place and name.place.own]
    of_user = Resolver(own)
    headers = {folder / file: _columns(folder / file, _TABLES[file]) for folder in folders for file in _TABLES}
    seen: set[tuple[str, str]] = set()
    for source, name in unresolved:
        if (name.kind, name.text) in seen:
            continue
        seen.add((name.kind, name.text))
        if name.kind not in _KINDS or len(seen) > _MOST:
            yield name, ()
            continue
        kind, kinds = _KINDS[name.kind]
        stands = [folder for folder in folders if name.place and folder in Path(name.place.file).parents]
        folder = (stands or folders)[-1]
        columns, others = (headers[folder / file] for file in (_NEW, _OTHER))
        new = _row(columns, id=free_id(name.text, registry), kind=kind, name=name.text, source=source)
        at = folder if folder != folders[0] else Path()
        rows = [RegisteringRow(str(at / _NEW), name.text, new)]
        for near in _near(name.text, kinds, own, of_user, resolver):
            rows.append(RegisteringRow(str(at / _OTHER), near.name, _row(others, entity=near.id, alias=name.text)))
        yield name, tuple(rows)


def _near(text: str, kinds: frozenset[Kind], own: Iterable[Name], *resolvers: Resolver) -> list[Candidate]:
    """Who a text may mean: by its letters one of the user's `own`, then by words or sound as each resolver has it."""
    short = {name.entity for name in own if name.kind in kinds and acronym(text) and stands_for(text, name.text)}
    near = [resolvers[0].candidate(id) for id in sorted(short)]
    for resolver in resolvers:
        asked = resolver.ask(text, kinds)
        near += asked.candidates or asked.nearest
    return list({one.id: one for one in near if one}.values())[:MOST]


_NEW, _OTHER = "entities.csv", "aliases.csv"
_TABLES = {_NEW: ENTITIES, _OTHER: ALIASES}


def _columns(path: Path, table: Table) -> Sequence[str]:
    """The columns of a table in their order; all that it may have where there is no such file yet."""
    return read_header(path, path.name) if path.exists() else table.columns


def free_id(text: str, registry: Registry) -> str:
    """An id made of a name that no entity has."""
    id, number = slug(text), 2
    while id in registry.entities:
        id, number = f"{slug(text)}-{number}", number + 1
    return id


def _row(columns: Iterable[str], **cells: str) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow([cells.get(column, "") for column in columns])
    return written.getvalue()
