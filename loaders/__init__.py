"""Loaders: a document of a known shape becomes statements; a folder of tables becomes the registry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from graph.errors import DocumentError
from graph.model import Item, Registry, Source, SourceKind
from graph.names import Resolver

from .document import Document, Options, open_document
from .prose import read_prose
from .seat_list import looks_like_seat_list, read_seat_list
from .words import cites_authority

__all__ = ["SHAPES", "Options", "Reading", "read"]

SHAPES: dict[str, Callable[[Document, Resolver, str | None], Iterator[Item]]] = {
    "seat_list": read_seat_list,
    "prose": read_prose,
}
_HEAD = 400


@dataclass(frozen=True, slots=True)
class Reading:
    """A document about to be read: its shape, source and election; `items()` reads it as a stream."""

    document: Document
    shape: str
    source: Source
    election: str
    _resolver: Resolver
    _election_date: str | None

    def items(self) -> Iterator[Item]:
        """Statements, unresolved names, unreadable lines and remarks, in the order of the document."""
        return SHAPES[self.shape](self.document, self._resolver, self._election_date)


def read(
    path: Path, registry: Registry, resolver: Resolver, options: Options | None = None, shown: str | None = None
) -> Reading:
    """Open a document and tell its shape from front matter, option or its first lines.

    Raises DocumentError where it cannot be read and UsageError where its election cannot be told.
    """
    document = open_document(path, registry, options, shown)
    shape = document.shape
    if shape is None:
        shape = "seat_list" if looks_like_seat_list(islice(document.lines(), _HEAD)) else "prose"
    if shape not in SHAPES:
        raise DocumentError(document.shown, None, f"shape is {shape!r}", f"Use one of: {', '.join(SHAPES)}.")
    source = document.source
    if not document.kind_stated and shape == "seat_list":
        head = " ".join(line for _, line in islice(document.lines(), _HEAD))
        if cites_authority(head):
            source = replace(source, kind=SourceKind.RELAY)
    date = registry.entities[document.election].attributes.get("date")
    return Reading(document, shape, source, document.election, resolver, str(date) if date else None)
