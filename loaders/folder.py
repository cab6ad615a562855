"""Everything that a graph is built from: a data folder's tables and reports, and the user's documents."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from graph.fingerprint import REPORTS, STATEMENTS, data_files, data_version, files_of
from graph.model import Item, Knowledge, Registry, Remark, Source, Statement, Unreadable, Unresolved
from graph.names import Resolver

from . import Options, Reading, read
from .expectations import read_expectations
from .laws import read_laws
from .statements import read_statements
from .tables import read_registry


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
    folder: Path, documents: Sequence[UserDocument] = (), *, only: bool = False
) -> tuple[Knowledge, list[Remark]]:
    """Read a data folder and the user's documents; `only` leaves out the folder's own reports and statements.

    Raises DocumentError for a table or document that cannot be read.
    """
    registry = read_registry(folder)
    declared = read_expectations(folder)
    if only:  # what is not read cannot be counted, nor be at odds with anything
        declared = replace(declared, expected=(), misfits=(), corrections=())
    resolver = Resolver(registry.names)
    gathered = _Gathered(
        dict(registry.sources),
        list(registry.statements),
        [("registry", name) for name in registry.unresolved],
        [],
        [],
    )
    for typed in files_of(folder, STATEMENTS) if not only else ():
        shown = typed.relative_to(folder).as_posix()
        for item in read_statements(typed, shown, registry, resolver):
            gathered.keep(shown, item)
    for path in files_of(folder, REPORTS) if not only else ():
        gathered.add(read(path, registry, resolver, shown=str(path.relative_to(folder))))
    users = _add_documents(gathered, documents, registry, resolver)
    files = [*data_files(folder, only=only), *(document.path for document in documents)]
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
            expectations=declared,
            laws=read_laws(folder, registry),
        ),
        gathered.remarks,
    )


def _add_documents(
    gathered: _Gathered, documents: Sequence[UserDocument], registry: Registry, resolver: Resolver
) -> set[str]:
    users: set[str] = set()
    read_before: dict[str, str] = {}
    for document in documents:
        reading = read(document.path, registry, resolver, document.options)
        content = hashlib.blake2b(document.path.read_bytes(), digest_size=16).hexdigest()
        if content in read_before:
            gathered.remarks.append(
                Remark(f"{document.path} says the same as {read_before[content]}: it was read once", "document")
            )
            continue
        read_before[content] = str(document.path)
        users.add(gathered.add(reading).id)
    return users
