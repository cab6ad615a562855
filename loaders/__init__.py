"""Loaders: a document of a known shape becomes statements; a folder of tables becomes the registry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from graph.errors import DocumentError
from graph.model import Item, Registry, Remark, Source, SourceKind
from graph.names import Resolver

from .assembler import Assembler
from .documents import HEAD, Document, Options, open_document
from .languages import cites_authority
from .shapes import SHAPES

__all__ = ["SHAPES", "Options", "Reading", "read"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document about to be read: its shape, source and election; `items()` reads it as a stream."""

    document: Document
    shape: str
    source: Source
    election: str
    _resolver: Resolver

    def items(self) -> Iterator[Item]:
        """Statements, unresolved names, unreadable lines and remarks, in the order of the document.

        Of a document in which nothing reads as either, one remark says so.
        """
        assembler = Assembler(self._resolver, self.source.id, self.document.retyped)
        empty = True
        yield from self.document.laid.remarks
        for item in SHAPES[self.shape].read(self.document, assembler):
            empty = empty and isinstance(item, Remark)
            yield item
        if empty:
            said = f"nothing was read: it was taken for {self.shape}, and no line of it reads as a statement"
            yield Remark(f"{said}. Say what it is with --shape: {', '.join(SHAPES)}.", self.document.shown)


def read(
    path: Path, registry: Registry, resolver: Resolver, options: Options | None = None, shown: str | None = None
) -> Reading:
    """Open a document and tell its shape from front matter, option or its first lines.

    Raises DocumentError where it cannot be read and UsageError where its election cannot be told.
    """
    document = open_document(path, registry, options, shown)
    head = [line for _, line in islice(document.lines(), HEAD)]
    name = document.shape or next(shape.name for shape in SHAPES.values() if shape.looks_like(head))
    if name not in SHAPES:
        raise DocumentError(document.shown, None, f"shape is {name!r}", f"Use one of: {', '.join(SHAPES)}.")
    source = document.source
    if SHAPES[name].relays and not document.kind_stated and cites_authority(" ".join(head)):
        source = replace(source, kind=SourceKind.RELAY)
    return Reading(document, name, source, document.election.id, resolver)
