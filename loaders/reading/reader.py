"""The general reader: goes through the blocks of a document, keeps what stands above, and yields what each says."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.names import Resolver

from .blocks import Block, BlockKind
from .checks import checked
from .context import standing_in
from .found import Found, Unread
from .headings import read_heading, read_title
from .line import Line
from .page import Page, page_of
from .paragraphs import read_item, read_text
from .tables.table import Table, TableReading
from .unread import unread_aside, unread_strange, unread_table
from .words import Role

_SECONDS, _SECONDS_A_MEGABYTE = 10.0, 5.0
_ABOVE = (BlockKind.HEADING, BlockKind.TABLE, BlockKind.BREAK)  # no pronoun reaches over them


@dataclass(slots=True)
class Read:
    """What was found in a document, and how its tables were understood; `stopped` is the line of the deadline."""

    found: list[Found] = field(default_factory=list)
    tables: list[TableReading] = field(default_factory=list)
    stopped: int | None = None
    hedged: bool = False
    looks: str = ""


def read_lines(lines: Sequence[Line], resolver: Resolver, said: Mapping[Role, str] | None = None) -> Read:
    """Everything that the lines of a document say. `said`: the headers of columns whose role a person gives."""
    size = sum(len(line.text) for line in lines) / 1e6
    page = page_of(lines, resolver, said or {})
    deadline = time.monotonic() + _SECONDS + _SECONDS_A_MEGABYTE * size
    read = Read(hedged=page.scope.hedged, looks=_looks(page.blocks))
    found: list[Found] = []
    for at, block in enumerate(page.blocks):
        if time.monotonic() > deadline:
            read.stopped = block.at.line
            break
        standing = standing_in(block.text) if block.text and block.kind is not BlockKind.ASIDE else None
        if standing:
            page.scope = replace(page.scope, standing=standing)
        finished = list(_finished(page, _block(page, read, at, block)))
        found.extend(finished)
        page.learn(finished)
    read.found = checked(found or list(unread_strange(page.blocks)))
    return read


def _block(page: Page, read: Read, at: int, block: Block) -> Iterator[Found]:
    """What one block says."""
    if block.kind in _ABOVE:
        page.names.new_paragraph()
    if block.kind is BlockKind.TITLE:
        return read_title(page, at, block)
    if block.kind is BlockKind.HEADING:
        return read_heading(page, at, block)
    if block.kind is BlockKind.TABLE:
        return _table(page, read, block)
    if block.kind is BlockKind.ITEM:
        return read_item(page, at, block)
    if block.kind is BlockKind.ASIDE:
        return unread_aside(block)
    if block.kind is BlockKind.BREAK:
        page.reset()
        return read_heading(page, at, block) if block.text else iter(())
    return read_text(page, block)


def _table(page: Page, read: Read, block: Block) -> Iterator[Found]:
    """A table; one below a heading of another year is not read."""
    if block.grid is None:
        return
    if page.scope.other_year:
        yield from unread_table(block, "another year")
        return
    table = Table(block.grid, page.scope, page.labels, won=page.won, said=page.said)
    read.tables.append(table.reading)
    yield from table.read()


def _finished(page: Page, found: Iterator[Found]) -> Iterator[Found]:
    """Claims with their standing; of a poll nothing is a claim."""
    for one in found:
        if isinstance(one, Unread):
            yield one
        elif page.scope.hedged:
            number = one.value if isinstance(one.value, int | float) else None
            text = str(one.value if one.value is not None else one.subject or "")
            yield Unread(text, one.at, "a poll or a forecast, and no result", number)
        else:
            yield one if one.standing else replace(one, standing=page.scope.standing)


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
