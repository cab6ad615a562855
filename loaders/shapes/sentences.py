"""Sentences that stand beside a list: the general reader reads each, and remembers what a pronoun can mean."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from graph.model import Item, Place, Standing

from ..assembler import Assembler, unreadable
from ..documents import HEAD, Document
from ..reading.blocks import Block, BlockKind
from ..reading.found import Certainty, Claim, Span
from ..reading.parts.page import Page, page_of
from ..reading.parts.paragraphs import read_text
from .general import Maker, vote_of
from .prose import standing_of, with_place

_LINE = 1  # each sentence is a document of one line


class Sentences:
    """The sentences of one document, in their order."""

    def __init__(self, document: Document, assembler: Assembler) -> None:
        self._document, self._assembler = document, assembler
        self._standing = Standing.REPORTED
        self._maker = Maker(document, assembler, lambda one: standing_of(one, self._standing))
        self._page: Page | None = None

    def read(self, text: str, locator: str, place: Place, standing: Standing) -> Iterator[Item]:
        """The items of one line. `standing` is that of the results it tells; what is only proposed is not read."""
        self._standing = standing
        block = Block(BlockKind.TEXT, text, Span(_LINE, 0, len(text)), alone=False)
        page = self._opened()
        page.names.paragraph.clear()  # what a pronoun can mean is remembered, of which council a line is not
        for one in map(with_place, read_text(page, block)):
            if not isinstance(one, Claim):
                yield unreadable(one.text, one.reason, locator, place)
            elif one.certainty is Certainty.PROPOSED:
                yield unreadable(one.quote or text, one.reason, locator, place)
            else:
                yield from self._maker.items(one, locator, place, one.quote or text)

    def _opened(self) -> Page:
        """What the first lines of the document say of its names; looked through when the first sentence is read."""
        if self._page is None:
            lines = list(islice(self._document.laid_lines(), HEAD))
            self._page = page_of([], self._assembler.resolver, {}, vote_of(self._document))
            self._page.texts = [line.text for line in lines]
        return self._page
