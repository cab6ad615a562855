"""Everything that a graph is built from: a data folder's tables and reports, and the user's documents."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.fingerprint import REPORTS, STATEMENTS, data_files, data_version, settled
from graph.model import Item, Knowledge, Registry, Remark, Source, Statement, Unreadable, Unresolved
from graph.names import Resolver

from . import Options, Reading, read
from .expectations import read_expectations
from .kept import digest_of, kept_documents
from .laws import read_laws
from .statements import read_statements
from .tables import read_registry, tables_of


@dataclass(frozen=True, slots=True)
class UserDocument:
    """A document that a user adds to the data, with what the user says of it."""

    path: Path
    options: Options = field(default_factory=Options)


@dataclass(slots=True)
class _Gathered:
    sources: dict[str, Source]
    statements: list[Statement]
    unresolved: list[tuple[str, Unresolved]]
    unreadable: list[tuple[str, Unreadable]]
    remarks: list[Remark]

    def add(self, reading: Reading) -> Source:
        """Read a document to its end; a source of its own that is described like another gets an id of its own.

        Raises UsageError where nothing tells of which election it is.
        """
        _ = reading.document.required_election
        source = reading.source
        if reading.document.own_source and source.id in self.sources:
            number = 2
            while f"{source.id}-{number}" in self.sources:
                number += 1
            source = replace(source, id=f"{source.id}-{number}")
            reading = replace(reading, source=source)
        self.sources[source.id] = source
        # The same source, named by two documents, says a thing at one place once.
        said = {claim.id for claim in self.statements if claim.source == source.id}
        for item in reading.items():
            if not isinstance(item, Statement) or item.id not in said:
                self.keep(source.id, item)
        return source

    def keep(self, source: str, item: Item) -> None:
        """Put an item of a source among its like."""
        if isinstance(item, Statement):
            self.statements.append(item)
        elif isinstance(item, Unresolved):
            self.unresolved.append((source, item))
        elif isinstance(item, Unreadable):
            self.unreadable.append((source, item))
        else:
            self.remarks.append(item)


def gather(
    folder: Path, documents: Sequence[UserDocument] = (), *, only: bool = False, over: Sequence[Path] = ()
) -> tuple[Knowledge, list[Remark]]:
    """Read a data folder and the user's documents; `only` leaves out the folder's own reports and statements.

    `over` are the user's data folders (whole paths) that lie over it; a document whose claims one of them keeps is not
    read a second time. Raises DocumentError for a table or document that cannot be read, StoreError where a save was
    ended in the middle or the tables change at every reading.
    """
    return settled([folder, *over], lambda: gather_once(folder, documents, only, over))


def gather_once(
    folder: Path, documents: Sequence[UserDocument], only: bool, over: Sequence[Path]
) -> tuple[Knowledge, list[Remark]]:
    """The same of one reading, amid which the tables may change."""
    registry = read_registry(folder, over)
    declared = read_expectations(folder, over)
    if only:  # what is not read cannot be counted, nor be at odds with anything
        declared = replace(declared, expected=(), misfits=(), corrections=())
    resolver = Resolver(registry.names)
    gathered = _Gathered(
        dict(registry.sources),
        list(registry.statements),
        list(registry.unresolved),
        [],
        [],
    )
    for typed, shown in tables_of(folder, over, STATEMENTS) if not only else ():
        for source, item in read_statements(typed, shown, registry, resolver):
            gathered.keep(source, item)
    for path, shown in tables_of(folder, (), REPORTS) if not only else ():
        gathered.add(read(path, registry, resolver, shown=shown))
    kept = kept_documents([folder, *over])
    users = _add_documents(gathered, documents, registry, resolver, {} if only else kept)
    prefixes = tuple(f"{other}{os.sep}" for other in over)
    users |= {id for id, source in registry.sources.items() if source.place and source.place.file.startswith(prefixes)}
    files = [*data_files(folder, only=only), *(document.path for document in documents)]
    files += [path for other in over for path in data_files(other, only=only)]
    return (
        Knowledge(
            registry=registry,
            sources=gathered.sources,
            statements=gathered.statements,
            unresolved=gathered.unresolved,
            unreadable=gathered.unreadable,
            documents=[str(document.path) for document in documents],
            data_version=data_version(folder, files),
            users=frozenset(users),
            over=prefixes,
            expectations=declared,
            laws=(*read_laws(folder, registry), *(law for other in over for law in read_laws(other, registry))),
        ),
        gathered.remarks,
    )


def _add_documents(
    gathered: _Gathered,
    documents: Sequence[UserDocument],
    registry: Registry,
    resolver: Resolver,
    kept: Mapping[str, Path],
) -> set[str]:
    users: set[str] = set()
    read_before: dict[str, str] = {}
    for document in documents:
        reading = read(document.path, registry, resolver, document.options)
        content = digest_of(document.path)
        if content in kept:
            what = f"its claims are kept in {kept[content]}: {document.path} was not read again"
            gathered.remarks.append(Remark(what, "document"))
            continue
        if content in read_before:
            gathered.remarks.append(
                Remark(f"{document.path} says the same as {read_before[content]}: it was read once", "document")
            )
            continue
        read_before[content] = str(document.path)
        users.add(gathered.add(reading).id)
    return users
