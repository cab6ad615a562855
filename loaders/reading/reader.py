"""The general reader: goes through the blocks of a document, keeps what stands above, and yields what each says."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.names import Resolver

from .blocks import Block, BlockKind, blocks
from .checks import Agreement, checked
from .context import standing_in
from .found import Claim, Found, Unread
from .headings import read_heading, read_title
from .line import Line, LineKind
from .page import Page, page_of
from .paragraphs import read_item, read_text
from .runs import runs_of
from .tables.table import Table, TableReading
from .unread import unread_aside, unread_strange, unread_table
from .words import Role

_SECONDS, _SECONDS_A_MEGABYTE = 10.0, 5.0
_ABOVE = (BlockKind.HEADING, BlockKind.TABLE, BlockKind.BREAK)  # no pronoun reaches over them


@dataclass(slots=True)
class Read:
    """What was found in a document, and how its tables were understood; `stopped` is the line of the deadline.

    `streamed`: the document is too long to hold; it was gone through once for what its claims agree on, and `found` is
    empty: what it says comes part by part (`stream`), from `held` where it is not too much: lines, and what they say.
    """

    found: Sequence[Found] = ()
    tables: list[TableReading] = field(default_factory=list)
    stopped: int | None = None
    hedged: bool = False
    looks: str = ""
    streamed: Agreement | None = None
    held: list[tuple[Sequence[Line], Sequence[Found]]] | None = None


def read_lines(lines: Sequence[Line], resolver: Resolver, said: Mapping[Role, str] | None = None) -> Read:
    """Everything that the lines of a document say. `said`: the headers of columns whose role a person gives."""
    size = sum(len(line.text) for line in lines)
    reader = Reader(lines, resolver, said, deadline_of(size))
    found = list(reader.read())
    told = any(isinstance(one, Claim) for one in found)
    strange = [] if told else list(unread_strange(reader.page.blocks))
    reader.result.found = checked(strange or found)
    return reader.result


def deadline_of(size: int) -> float:
    """When a document of so many letters that is read from now on must be read, by the monotonic clock."""
    return time.monotonic() + _SECONDS + _SECONDS_A_MEGABYTE * size / 1e6


class Reader:
    """Reads the lines of a document, or of its beginning, and then what follows; `result` tells of it as a whole."""

    def __init__(
        self, lines: Sequence[Line], resolver: Resolver, said: Mapping[Role, str] | None, deadline: float
    ) -> None:
        self.page = page_of(lines, resolver, said or {})
        self.result = Read(hedged=self.page.scope.hedged, looks=_looks(self.page.blocks))
        self._deadline = deadline
        self._table: Table | None = None  # that ends where the lines so far end

    def read(self) -> Iterator[Found]:
        """What the lines say, block by block; past the deadline nothing more."""
        page = self.page
        for at, block in enumerate(page.blocks):
            if time.monotonic() > self._deadline:
                self.result.stopped = block.at.line
                return
            standing = standing_in(block.text) if block.text and block.kind is not BlockKind.ASIDE else None
            if standing:
                page.scope = replace(page.scope, standing=standing)
            self._table = None
            finished = list(_finished(page, self._block(at, block)))
            yield from finished
            page.learn(finished)

    def more(self, lines: Sequence[Line]) -> Iterator[Found]:
        """What further lines say: rows go on with the table above them."""
        rest = 0
        if self._table is not None:
            while rest < len(lines) and lines[rest].kind is LineKind.ROW:
                rest += 1
        if self._table is not None and rest:
            if time.monotonic() > self._deadline:
                self.result.stopped = lines[0].number
                return
            found = self._table.go_on(lines[:rest])
            yield from _finished(self.page, found) if self.page.scope.hedged else found
        if rest < len(lines):
            self.page.blocks = list(blocks(lines[rest:]))
            self.page.runs = runs_of(self.page.blocks, self.page.labels)
            yield from self.read()

    def _block(self, at: int, block: Block) -> Iterator[Found]:
        """What one block says."""
        page = self.page
        if block.kind in _ABOVE:
            page.new_paragraph()
        if block.kind is BlockKind.TITLE:
            return read_title(page, at, block)
        if block.kind is BlockKind.HEADING:
            return read_heading(page, at, block)
        if block.kind is BlockKind.TABLE:
            return self._read_table(block)
        if block.kind is BlockKind.ITEM:
            return read_item(page, at, block)
        if block.kind is BlockKind.ASIDE:
            return unread_aside(block)
        if block.kind is BlockKind.BREAK:
            page.reset()
            return read_heading(page, at, block) if block.text else iter(())
        return read_text(page, block)

    def _read_table(self, block: Block) -> Iterator[Found]:
        """A table; one below a heading of another year is not read."""
        page = self.page
        if block.grid is None:
            return
        if page.scope.other_year:
            yield from unread_table(block, "another year")
            return
        self._table = Table(block.grid, page.scope, page.labels, won=page.won, said=page.said)
        self.result.tables.append(self._table.reading)
        yield from self._table.read()


def _finished(page: Page, found: Iterable[Found]) -> Iterator[Found]:
    """Claims with their standing; of a poll nothing is a claim."""
    if not page.scope.hedged:
        for one in found:
            yield one if isinstance(one, Unread) or one.standing else replace(one, standing=page.scope.standing)
        return
    for one in found:
        if isinstance(one, Unread):
            yield one
        else:
            number = one.value if isinstance(one.value, int | float) else None
            text = str(one.value if one.value is not None else one.subject or "")
            yield Unread(text, one.at, "a poll or a forecast, and no result", number)


def _looks(made: Sequence[Block]) -> str:
    """What a document looks like, in words: how many tables, items and lines of text it has."""
    tables = sum(block.kind is BlockKind.TABLE for block in made)
    items = sum(block.kind is BlockKind.ITEM for block in made)
    texts = sum(block.kind in (BlockKind.TEXT, BlockKind.TITLE, BlockKind.HEADING) for block in made)
    parts = [
        f"{tables} table{'s' if tables > 1 else ''} (the columns are not understood)" if tables else "",
        f"a list of {items}" if items else "",
        f"{texts} line{'s' if texts > 1 else ''} of text" if texts else "",
    ]
    return " and ".join(part for part in parts if part) or "no text"
