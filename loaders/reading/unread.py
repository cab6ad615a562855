"""The figures of a text that became no claim, each with the reason; none of those that may be a result is dropped."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ..languages.words import fold, months
from .blocks import Block, BlockKind
from .cues import roles_in, years_in
from .figures import UNITS, Figure
from .found import Found, Span, Unknown, Unread
from .line import Line
from .lists.entries import Entries, entries_of
from .lists.list import span
from .tables.dressings import LONGEST
from .words import Role, fold_words, lexicon

_DIGITS, _CROWDED = re.compile(r"\d+"), 10  # letters of a long line that each of its figures has at most
_SHOWN = 200  # letters of it, where it is told of
_NEAR, _WORDS = 40, 2  # letters and words behind a figure in which its unit may stand
_LARGE = 1000
_LAST_DAY = 31
_MONEY = tuple("$€£¥₹")
_BETWEEN = frozenset("to from in for zu aus von à de a gegen against contra contre مقابل و and und et y e".split())
_OF_MONTH = re.compile(r"(?:\.|\s+de)\s+([^\W\d_]+)")  # behind the number of a day
_RESULT_UNITS = frozenset((*UNITS, Role.PERCENT))
_SPOKEN = frozenset({Role.SEATS, Role.VOTES, Role.TURNOUT, Role.SIZE, Role.VOTERS})
_A_VOTE = frozenset({Role.SEATS, Role.VOTES, Role.TURNOUT, Role.VOTERS, Role.REGISTERED})


def unread_figures(
    found: Sequence[Figure], entries: Entries, where: Span, reason: str = Unknown.LINK
) -> Iterator[Unread]:
    """The figures of a sentence that look like results, each with the reason why none is a claim."""
    if not found:
        return
    speaks = any(figure.unit in _RESULT_UNITS for figure in entries.figures) or bool(roles_in(entries.text) & _SPOKEN)
    for figure in found:
        spoken = speaks and not _counts_else(figure, entries.text) and not _is_day(figure, entries.text)
        counts = figure.unit in _RESULT_UNITS or (not figure.year and (spoken or _like_votes(figure, entries.text)))
        if not (counts or figure.before):
            continue
        why = "approximate" if figure.approximate else "another time" if figure.before else reason
        text = entries.text[figure.start : figure.end]
        yield Unread(text, span(figure, where.line, where.start), why, figure.value)


def each_unread(entries: Entries, where: Span, reason: str) -> Iterator[Unread]:
    """Every figure of a line that is a list, whatever it looks like, with the reason why none is a claim."""
    for figure in entries.figures:
        yield Unread(str(figure.value), span(figure, where.line, where.start), reason, figure.value)


def without_crowded(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Unread]]:
    """The lines, with those too long for a row that have a figure every few letters left blank; and these as unread."""
    crowded = [
        at
        for at, (_, text, _, cells, *_) in enumerate(lines)
        if len(text) > LONGEST and cells is None and len(_DIGITS.findall(text)) * _CROWDED > len(text)
    ]
    if not crowded:
        return lines, []
    rest, told = list(lines), []
    for at in crowded:
        number, text = lines[at].number, lines[at].text
        rest[at] = lines[at]._replace(text="")
        told.append(Unread(text[:_SHOWN], Span(number, 0, len(text)), "too many figures for a sentence or a list"))
    return rest, told


def unread_aside(block: Block) -> Iterator[Unread]:
    """The figures of seats and votes in a line about the page itself; "the 2005 vote" is that of a year."""
    for figure in entries_of(block.text).figures:
        text = block.text[figure.start : figure.end]
        if figure.unit in (Role.SEATS, Role.VOTES) and text.split()[0] not in map(str, years_in(text)):
            at = span(figure, block.at.line, block.at.start)
            yield Unread(text, at, "a caption, a note, a dateline or a link", figure.value)


def unread_table(block: Block, reason: str) -> Iterator[Unread]:
    """All figures of a table that is not read."""
    for row in block.grid.rows if block.grid else ():
        for cell in row:
            if any(char.isdigit() for char in cell.text):
                yield Unread(cell.text, cell.at, reason)


def unread_strange(blocks: Sequence[Block]) -> Iterator[Unread]:
    """The figures of a document in which no word of a vote is known: of a language without a table, it may be."""
    if any(roles_in(block.text) & _A_VOTE for block in blocks):
        return
    for block in blocks:
        entries = entries_of(block.text) if block.kind is not BlockKind.ASIDE else None
        for figure in entries.figures if entries else ():
            if not figure.year:
                at = span(figure, block.at.line, block.at.start)
                text = block.text[figure.start : figure.end]
                yield Unread(text, at, "no word of its language is known", figure.value)


def uncovered(figures: Sequence[Figure], said: Sequence[Found], where: Span) -> list[Figure]:
    """The figures of a sentence where neither a claim nor an unread figure stands.

    A bare figure that a claim of another number steps over, "from 31 to 19 seats", is one of them.
    """
    if not figures:
        return []
    here = [one for one in said if one.at.line == where.line]
    told = _Covered([one.at for one in here])
    unread = _Covered([one.at for one in here if isinstance(one, Unread)])
    values = {one.value for one in here}
    rest = []
    for figure in figures:
        at = where.start + figure.start
        stepped_over = figure.unit is None and not figure.year and figure.value not in values and not unread.has(at)
        if stepped_over or not told.has(at):
            rest.append(figure)
    return rest


class _Covered:
    """Where the letters of a line are covered by spans."""

    def __init__(self, spans: Sequence[Span]) -> None:
        ordered = sorted((span.start, max(span.end, span.start + 1)) for span in spans)
        self._begins = [start for start, _ in ordered]
        self._ends: list[int] = []  # the farthest end of the spans that begin at each of these or before
        for _, end in ordered:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def has(self, at: int) -> bool:
        """Whether a span covers a letter."""
        before = bisect_right(self._begins, at)
        return bool(before) and self._ends[before - 1] > at


def with_values(said: Iterable[Found], entries: Entries, where: Span) -> Iterator[Found]:
    """What a sentence says, its unread figures with the numbers that they mean."""
    starts = [figure.start for figure in entries.figures]
    for one in said:
        if isinstance(one, Unread) and one.value is None:
            first = bisect_left(starts, one.at.start - where.start)
            end = max(one.at.end, one.at.start + 1) - where.start
            if first < len(starts) and starts[first] < end:
                yield one._replace(value=entries.figures[first].value)
                continue
        yield one


def _counts_else(figure: Figure, text: str) -> bool:
    """Whether a noun stands right behind a number, so that it counts something else: "40 independents"."""
    behind = text[figure.end : figure.end + _NEAR]
    if len(behind) < 2 or behind[0] != " " or not behind[1].isalpha():
        return False
    words = fold_words(behind)[:_WORDS]
    if words[:1] and words[0] in _BETWEEN:
        return False  # "from 31 to 19 seats"
    return not any(lexicon().roles_of((word,)) & UNITS for word in words)  # "the 12 Senate seats"


def _is_day(figure: Figure, text: str) -> bool:
    """Whether a number is a day of a month: "October 30", "30 October", "30. Oktober", "30 de octubre", "٣٠ أكتوبر"."""
    if figure.unit is not None or figure.value > _LAST_DAY:
        return False
    before, behind = text[max(figure.start - _NEAR, 0) : figure.start], text[figure.end : figure.end + _NEAR]
    of = _OF_MONTH.match(behind)
    if of is not None and fold(of[1]) in months():
        return True
    beside = (*before.split()[-1:], *behind.split()[:1])
    return any(fold(word.strip(".,،")) in months() for word in beside if not word[0].islower())


def _like_votes(figure: Figure, text: str) -> bool:
    """Whether a number is large and written as votes are, and nothing that it counts stands behind it."""
    written = text[figure.start : figure.end]
    if figure.value < _LARGE or written.isdigit() or text[figure.start - 1 : figure.start] in _MONEY:
        return False
    behind = text[figure.end : figure.end + _NEAR]
    word = next(iter(behind.split()), "")
    return not behind[:1].isspace() or not word.isalpha() or word in _BETWEEN
