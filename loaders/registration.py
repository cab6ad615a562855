"""The rows that would register a name nobody knows: of a new entity, or of another name of one that is near."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.model import LISTS, PROVINCES, Kind, Registry, Unresolved
from graph.names import Resolver

from .documents import slug
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
    """A row of a table that would register a name, as it would stand in it; `name` is of the entity it names."""

    file: str
    name: str
    row: str


def registering_rows(
    folder: Path, registry: Registry, unresolved: Iterable[tuple[str, Unresolved]]
) -> Iterator[tuple[Unresolved, tuple[RegisteringRow, ...]]]:
    """Each unresolved name once, with the row of a new entity and those of the nearest entities it may be.

    `unresolved` holds each name with the id of its source. The rows are in the order of the folder's own columns.
    """
    resolver = Resolver(registry.names)
    columns = {name: _columns(folder / name, table) for name, table in _TABLES.items()}
    seen: set[tuple[str, str]] = set()
    for source, name in unresolved:
        if (name.kind, name.text) in seen:
            continue
        seen.add((name.kind, name.text))
        if name.kind not in _KINDS or len(seen) > _MOST:
            yield name, ()
            continue
        kind, kinds = _KINDS[name.kind]
        found = resolver.ask(name.text, kinds)
        new = _row(columns[_NEW], id=free_id(name.text, registry), kind=kind, name=name.text, source=source)
        rows = [RegisteringRow(_NEW, name.text, new)]
        for near in found.candidates or found.nearest:
            cells = _row(columns[_OTHER], entity=near.id, alias=name.text)
            rows.append(RegisteringRow(_OTHER, near.name, cells))
        yield name, tuple(rows)


_NEW, _OTHER = "entities.csv", "aliases.csv"
_TABLES = {_NEW: ENTITIES, _OTHER: ALIASES}


def _columns(path: Path, table: Table) -> list[str]:
    """The columns of a table in their order; all that it may have where there is no such file yet."""
    if not path.exists():
        return list(table.columns)
    return read_header(path, path.name)


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
