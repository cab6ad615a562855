"""The shapes of documents: a row for each, with how it is told and how it is read.

A new shape is a file here, with `looks_like(lines)` and `read(document, assembler)`, and its row in `SHAPES`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.model import Item

    from ..assembler import Assembler
    from ..documents import Document
    from ..reading.marked import Marked
    from ..reading.reader import Read
    from ..reading.words import Role


@dataclass(frozen=True, slots=True)
class Shape:
    """A row of the table: its module, which tells the shape from the first lines of a document, and reads it.

    `relays` says that what cites an authority is its own numbers, passed on; `marks`, that its module has a `mark`,
    which gives the items with where they stand and how they were read.
    """

    name: str
    relays: bool = False
    marks: bool = False

    def looks_like(self, lines: Iterable[str]) -> bool:
        """Whether a document that begins so has this shape."""
        found: bool = self._module.looks_like(lines)
        return found

    def read(self, document: Document, assembler: Assembler) -> Iterator[Item]:
        """The items of a document of this shape."""
        found: Iterator[Item] = self._module.read(document, assembler)
        return found

    def mark(
        self, document: Document, assembler: Assembler, columns: Mapping[Role, str], read: Read | None
    ) -> Iterator[Marked]:
        """The same with where each stands; `read`: what was found out of the document already."""
        found: Iterator[Marked] = self._module.mark(document, assembler, columns, read)
        return found

    @property
    def _module(self) -> Any:
        """Imported when a document needs it."""
        return import_module(f".{self.name}", __package__)


# The first that a document looks like is its shape; the last takes any.
SHAPES: Mapping[str, Shape] = {
    shape.name: shape
    for shape in (
        Shape("seat_list", relays=True),
        Shape("general", relays=True, marks=True),
        Shape("prose", marks=True),
    )
}
