"""The shapes of documents: a row for each, with how it is told and how it is read.

A new shape is a file here and its row in `SHAPES`. The file has `looks_like(lines, resolver)` and `read(document,
assembler)`; in place of `read` that of a shape that `marks` has `mark(document, assembler, columns, read)`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from graph.model import Remark, Statement
from graph.predicates import PREDICATES

from ..reading.found import Certainty

if TYPE_CHECKING:
    from graph.model import Item
    from graph.names import Resolver

    from ..assembler import Assembler
    from ..documents import Document
    from ..reading.marked import Marked
    from ..reading.reader import Read
    from ..reading.words import Role


@dataclass(frozen=True, slots=True)
class Shape:
    """A row of the table: its module, which tells the shape from the first lines of a document, and reads it.

    `relays` says that what cites an authority is its own numbers, passed on; `marks`, that its module has no `read` but
    a `mark`, which gives the items with where they stand and how they were read.
    """

    name: str
    relays: bool = False
    marks: bool = False

    def looks_like(self, lines: Iterable[str], resolver: Resolver) -> bool:
        """Whether a document that begins so has this shape; the resolver knows names of the registry."""
        found: bool = self._module.looks_like(lines, resolver)
        return found

    def read(self, document: Document, assembler: Assembler) -> Iterator[Item]:
        """The items of a document of this shape; of what is only proposed, one remark says how many there are."""
        if self.marks:
            return _stated(self.mark(document, assembler, {}, None), document.shown)
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


def _stated(marked: Iterable[Marked], shown: str) -> Iterator[Item]:
    """The items that count, and how many there are that do not."""
    proposed = 0
    for one in marked:
        if isinstance(one.item, Statement) and (one.certainty is Certainty.PROPOSED or _lacks_place(one.item)):
            proposed += 1
        else:
            yield one.item
    if proposed:
        said = "1 claim is" if proposed == 1 else f"{proposed} claims are"
        yield Remark(f"{said} only proposed: what is proposed counts when a person has accepted it", shown)


def _lacks_place(claim: Statement) -> bool:
    """Whether a claim names no place and its predicate cannot do without."""
    predicate = PREDICATES[claim.predicate]
    return bool(predicate.objects) and claim.object_text is None and not predicate.whole


# The first that a document looks like is its shape; the last takes any.
SHAPES: Mapping[str, Shape] = {
    shape.name: shape
    for shape in (
        Shape("seat_list", relays=True),
        Shape("general", relays=True, marks=True),
        Shape("prose", marks=True),
    )
}
