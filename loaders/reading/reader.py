"""The general reader: goes through the blocks of a document, keeps what stands above, and yields what each says."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graph.names import Resolver

from ..deadline import Deadline
from .blocks import Block, BlockKind, blocks
from .checks import Agreement, checked
from .cues import says_rounded, sentences, standing_in, unit_of
from .found import Certainty, Claim, Found, Mechanism, Span, Unread
from .line import Line, LineKind
from .lists.forms import in_full
from .mentions import Vote
from .parts.fields import note_place
from .parts.headings import read_heading
from .parts.page import Page, page_of
from .parts.paragraphs import read_item, read_text
from .parts.rosters import roster
from .parts.runs import runs_of
from .parts.titles import read_title
from .prose.hearsay import AT_AN_HOUR
from .unread import unread_aside, unread_strange, unread_table, without_crowded
from .words import Role, fold_words, lexicon
from .wrapped import joined, placed, unwrapped

if TYPE_CHECKING:
    from .tables.columns import TableReading
    from .tables.groups import GroupedTable
    from .tables.table import Table

_ABOVE = (BlockKind.HEADING, BlockKind.TABLE, BlockKind.BREAK)  # no pronoun reaches over them


@dataclass(slots=True)
class Read:
    """What was found in a document, and how its tables were understood.

    `stopped` is the line that was read when the time was over; None where all was read. `lines` are those of the
    document, with the numbers that they have there.

    `streamed`: the document is too long to hold; it was gone through once for what its claims agree on, and `found` is
    empty: what it says comes part by part (`stream`), from `held` where it is not too much: lines, and what they say.
    """

    found: Sequence[Found] = ()
    tables: list[TableReading] = field(default_factory=list)
    stopped: int | None = None
    lines: Sequence[Line] = ()
    hedged: bool = False
    looks: str = ""
    streamed: Agreement | None = None
    held: list[tuple[Sequence[Line], Sequence[Found]]] | None = None


def read_lines(
    lines: Sequence[Line],
    resolver: Resolver,
    said: Mapping[Role, str] | None = None,
    vote: Vote | None = None,
    title: str = "",
) -> Read:
    """Everything that the lines of a document say. `said`: the headers of columns whose role a person gives.

    `vote`: the election that the document is read for, where that is known. `title`: what it calls itself outside of
    its text, which counts where that has no title.
    """
    reader = Reader(resolver, said, Deadline(sum(len(line.text) for line in lines)), vote, title)
    lines, crowded = without_crowded(lines)
    stretches = unwrapped(lines)
    found = reader.begin(joined(lines, stretches) if stretches else lines)
    told = reader.result.stopped is not None or any(isinstance(one, Claim) for one in found)
    strange = [] if told else list(unread_strange(reader.page.blocks))
    lines_listed = {one.at.line for one in strange}
    whole = found if reader.result.stopped is not None else reader.in_full(found)
    whole = [*strange, *(one for one in whole if one.at.line not in lines_listed)]
    tables = [(first + 1, last + 1) for first, last in (table.ends for table in reader.result.tables)]
    found = list(placed(checked(whole, tables), stretches))
    reader.result.found = sorted([*crowded, *found], key=lambda one: one.at.line) if crowded else found
    return reader.result


class Reader:
    """Reads the first lines of a document, and then what follows, in its time; `result` tells of it as a whole."""

    page: Page

    def __init__(
        self,
        resolver: Resolver,
        said: Mapping[Role, str] | None,
        deadline: Deadline,
        vote: Vote | None = None,
        title: str = "",
    ) -> None:
        self.result = Read()
        self._vote, self._title = vote, title
        self._resolver, self._said, self._deadline = resolver, said or {}, deadline
        self._table: Table | GroupedTable | None = None  # that ends where the lines so far end
        self._at = 0  # the line that is read

    def begin(self, lines: Sequence[Line]) -> list[Found]:
        """What the first lines say; when the time is over, what was found by then."""
        return self._in_time(lines, self._begin(lines))

    def more(self, lines: Sequence[Line]) -> list[Found]:
        """What further lines say: rows go on with the table above them."""
        return self._in_time(lines, self._more(lines))

    def in_full(self, found: Sequence[Found]) -> Sequence[Found]:
        """What was found, with the full names of lists that the document gives to their short forms."""
        return list(in_full(found, self.page.forms, self.page.spelled_out))

    def _in_time(self, lines: Sequence[Line], found: Iterator[Found]) -> list[Found]:
        self._at = lines[0].number if lines else 0
        said: list[Found] = []
        if not self._deadline.run(lambda: said.extend(found)):
            self.result.stopped = self._at
        return said

    def _begin(self, lines: Sequence[Line]) -> Iterator[Found]:
        self.page = page = page_of(lines, self._resolver, self._said, self._vote, self._title)
        if self._title and all(block.kind is not BlockKind.TITLE for block in page.blocks):
            title = Block(BlockKind.TITLE, self._title, Span(self._at, 0, 0))
            deque(read_title(page, -1, title), maxlen=0)  # its figures stand in no line
        self.result.hedged, self.result.looks = self.page.scope.hedged, _looks(self.page.blocks)
        yield from self._read()

    def _read(self) -> Iterator[Found]:
        """What the blocks of the page say, one by one; when the time is over nothing more."""
        page = self.page
        for at, block in enumerate(page.blocks):
            self._at = block.at.line
            if self._deadline.over:
                self.result.stopped = self._at
                return
            page.end_items(block)
            standing = standing_in(block.text) if block.text and block.kind is not BlockKind.ASIDE else None
            if standing:
                page.scope = replace(page.scope, standing=standing)
            self._table = None
            finished = list(_finished(page, self._block(at, block)))
            yield from finished
            page.learn(finished)

    def _more(self, lines: Sequence[Line]) -> Iterator[Found]:
        rest = 0
        if self._table is not None:
            while rest < len(lines) and lines[rest].kind is LineKind.ROW:
                rest += 1
        if self._table is not None and rest:
            if self._deadline.over:
                self.result.stopped = self._at
                return
            found = self._table.go_on(lines[:rest])
            yield from _finished(self.page, found) if self.page.scope.hedged else found
        if rest < len(lines):
            self.page.blocks = list(blocks(lines[rest:]))
            self.page.runs = runs_of(self.page.blocks, self.page.labels)
            yield from self._read()

    def _block(self, at: int, block: Block) -> Iterator[Found]:
        """What one block says."""
        page = self.page
        if block.kind in _ABOVE:
            page.new_section()
        if block.kind is BlockKind.TEXT:
            note_place(page, at, block)
            return read_text(page, block)
        if block.kind is BlockKind.TABLE:
            return self._read_table(at, block)
        if block.kind is BlockKind.ASIDE:
            return unread_aside(block)
        if block.kind is BlockKind.BREAK:
            page.reset()
        if block.kind is BlockKind.HEADING and ":" in block.text and (named := roster(page, block)) is not None:
            return iter(named)
        read = {BlockKind.TITLE: read_title, BlockKind.ITEM: read_item}.get(block.kind, read_heading)
        return read(page, at, block) if block.text or block.kind is not BlockKind.BREAK else iter(())

    def _read_table(self, at: int, block: Block) -> Iterator[Found]:
        """A table; one below a heading of another year is not read."""
        page = self.page
        if block.grid is None:
            return
        if page.scope.other_year:
            yield from unread_table(block, "another year")
            return
        from .tables.groups import table_of  # noqa: PLC0415 - 15 ms that a page without a table does not need

        won = page.won or (at > 0 and _tells_winners(page.blocks[at - 1], len(block.grid.rows)))
        year = page.vote.year if page.vote is not None else None
        unit = next((said for one in page.blocks[max(at - 1, 0) : at] if (said := _captioned(one))), page.scope.unit)
        beside = [*page.blocks[max(at - 1, 0) : at], *page.blocks[at + 1 : at + 2]]
        scope = replace(page.scope, unit=unit, rounded=any(says_rounded(one.text) for one in beside))
        self._table = table_of(block.grid, scope, page.labels, won=won, said=page.said, year=year)
        self.result.tables.append(self._table.reading)
        yield from self._table.read(page.seats_told)


def _finished(page: Page, found: Iterable[Found]) -> Iterator[Found]:
    """Claims with their standing; of a poll nothing is a claim."""
    for one in found:
        if isinstance(one, Unread):
            yield one
        elif page.scope.hedged:
            number = one.value if isinstance(one.value, int | float) else None
            text = str(one.value if one.value is not None else one.subject or "")
            yield Unread(text, one.at, "a poll or a forecast, and no result", number)
        else:
            early = one.predicate == "turnout" and one.mechanism is not Mechanism.CLAUSE and page.names.hour_told
            told = one._replace(certainty=Certainty.PROPOSED, reason=one.reason or AT_AN_HOUR) if early else one
            yield told if told.standing else told._replace(standing=page.scope.standing)


def _captioned(above: Block) -> Role | None:
    """What the caption of a table says that its figures count."""
    said = unit_of(above.text) if above.kind is BlockKind.ASIDE else None
    return said if said in (Role.SEATS, Role.VOTES) else None


def _tells_winners(above: Block, rows: int) -> bool:
    """Whether a sentence above a table says that as many won as it has rows, below one or two that head it."""
    if above.kind is not BlockKind.TEXT or rows < 2:
        return False
    table = lexicon()
    for start, end in sentences(above.text):
        words = fold_words(above.text[start:end])
        won = [words[first:last] for first, last, roles in table.phrases(words) if Role.WON in roles]
        spoken = {language for phrase in won for language in table.languages[phrase]}
        spelled = {number for word in words for one, number in table.numbers.get(word, {}).items() if one in spoken}
        said = spelled | {int(word) for word in words if word.isdecimal()} if won else set()
        if said & {rows, rows - 1, rows - 2}:
            return True
    return False


def _looks(made: Sequence[Block]) -> str:
    """What a document looks like, in words: how many tables, items and lines of text it has."""
    counted = Counter(block.kind for block in made)
    tables, items = counted[BlockKind.TABLE], counted[BlockKind.ITEM]
    texts = counted[BlockKind.TEXT] + counted[BlockKind.TITLE] + counted[BlockKind.HEADING]
    parts = [
        f"{tables} table{'s' if tables > 1 else ''}" if tables else "",
        f"a list of {items}" if items else "",
        f"{texts} line{'s' if texts > 1 else ''} of text" if texts else "",
    ]
    return " and ".join(part for part in parts if part) or "no text"
