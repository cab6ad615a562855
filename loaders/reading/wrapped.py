"""Wrapped text: lines that were broken to a width are put together again, and what is found goes back to its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .found import Claim, Found, Span
from .line import Line, LineKind
from .lists.entries import entries_of
from .words import Role

_NARROWEST, _WIDEST = 40, 160  # characters of the longest line of wrapped text
_LONGEST_NAME = 90  # characters of a line that is a name, whose figures stand below
_COUNTED = frozenset({Role.SEATS, Role.VOTES})
_FULL = 0.85  # of the width that a line has at least which the next word would not have fitted in
_FEWEST = 3  # lines that go on, in a document whose script has no small letters to tell it
_BEGINS = re.compile(r"\s*(?:[^\w\s(\"'“”‘’«»\[]|\(?\w{1,3}[.)]\s|\[\d)")  # an item, a heading, a row, a note
_WHOLE, _PART = re.compile(r"\S(?:.*\S)?", re.DOTALL), re.compile(r"\S+(?:\s\S+)*")  # a line; between wide gaps
_ORDERED = re.compile(r"\(?\d{1,3}[.)]\s+")
_WIDE = re.compile(r"\s(?<=[^\s.!?:]\s)\s+\S")  # the blank first: it is rare
_COLUMNS = ("\t", "|", "....", "……")  # and wide gaps
ENDS_SENTENCE = tuple('.!?؟:：…"”»')
_FIGURE_ENDS = re.compile(r"\d[\s%)\].]*$")
_ENTRY = re.compile(r"\d\S{0,12}(?:\s\S{1,20}){0,3}\s?$")  # a figure, and what it counts


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that were put together. `pieces`: where each begins in them, its index, its number, letters before it."""

    line: Line
    pieces: tuple[tuple[int, int, int, int], ...]

    def placed(self, span: Span) -> tuple[int, Span]:
        """The index of the line of the document in which a span begins, and its letters there."""
        at = max(bisect_right(self.pieces, span.start, key=lambda piece: piece[0]) - 1, 0)
        begins, index, number, lead = self.pieces[at]
        stop = self.pieces[at + 1][0] - 1 if at + 1 < len(self.pieces) else len(self.line.text)
        end = max(min(span.end, stop), span.start)
        return index, Span(number, span.start - begins + lead, end - begins + lead)

    def with_figure(self, span: Span) -> Span:
        """The part of a span from the line on in which its first figure stands; of words alone the span."""
        figure = next((at for at in range(span.start, span.end) if self.line.text[at].isdigit()), span.start)
        at = bisect_right(self.pieces, figure, key=lambda piece: piece[0]) - 1
        return span._replace(start=max(self.pieces[at][0], span.start))


def stretch_of(held: Sequence[tuple[int, Line]], where: str = "", parts: re.Pattern[str] = _WHOLE) -> Stretch:
    """Lines with their indices as one, with the number of the first; what parts them becomes single blanks."""
    pieces, texts, begins = [], [], 0
    for index, line in held:
        for part in parts.finditer(line.text):
            pieces.append((begins, index, line.number, part.start()))
            texts.append(part[0])
            begins += len(part[0]) + 1
    first = held[0][1]
    return Stretch(first._replace(text=" ".join(texts), where=where or first.where), tuple(pieces))


def unwrapped(lines: Sequence[Line]) -> dict[int, Stretch]:
    """The stretches of a document's wrapped text, by the index of their first line.

    Text is wrapped to a width where the next word would not have fitted in the line; the small letters with which its
    lines begin tell that it is text, and no list of long names.
    """
    found = {at: stretch_of([(at, lines[at]), (at + 1, lines[at + 1])], parts=_PART) for at in _names_above(lines)}
    runs = [run for run in _runs(lines) if len(run) > 1]
    width = max((len(lines[at].text.rstrip()) for run in runs for at in run), default=0)
    if width < _NARROWEST:
        return found
    full = {above for run in runs for above, at in pairwise(run) if _is_full(lines[above].text, lines[at].text, width)}
    wrapped = bool(full) and _is_text([(lines[at].text, lines[at + 1].text) for at in full])
    for run in runs:
        held = [run[0]]
        for above, at in pairwise([*run, -1]):
            if at >= 0 and ((wrapped and above in full) or _goes_on(lines[above].text, lines[at].text)):
                held.append(at)
                continue
            if len(held) > 1:
                found[held[0]] = stretch_of([(index, lines[index]) for index in held])
            held = [at]
    return found


def joined(lines: Sequence[Line], stretches: dict[int, Stretch]) -> list[Line]:
    """The lines of a document, those of each stretch as one."""
    inside = {index for stretch in stretches.values() for _, index, _, _ in stretch.pieces[1:]}
    return [
        stretches[index].line if index in stretches else line for index, line in enumerate(lines) if index not in inside
    ]


def placed(found: Iterable[Found], stretches: dict[int, Stretch]) -> Iterator[Found]:
    """What was found, each where it stands in the lines of the document, the first of which has the number 1."""
    for one in found:
        stretch = stretches.get(one.at.line - 1)
        if stretch is None:
            yield one
            continue
        _, at = stretch.placed(stretch.with_figure(one.at) if one.value is not None else one.at)
        if isinstance(one, Claim):
            yield one._replace(at=at, quote=one.quote or stretch.line.text[one.at.start : one.at.end])
        else:
            yield one._replace(at=at)


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The lines of text that stand right below each other; what begins an item begins a run."""
    held: list[int] = []
    for at, line in enumerate(lines):
        text = line.text
        plain = line.kind is LineKind.TEXT and not line.cells and 0 < len(text.strip()) <= _WIDEST
        plain = plain and not any(map(text.__contains__, _COLUMNS)) and not _WIDE.search(text)
        if held and (not plain or _BEGINS.match(text)):
            yield held
            held = []
        if plain:
            held.append(at)
    if held:
        yield held


def _names_above(lines: Sequence[Line]) -> list[int]:
    """The lines that are names, each with its seats and votes in the line below, further in: "1. Reds", "  9 seats"."""
    found = []
    for at, (name, below) in enumerate(pairwise(lines)):
        text, figures = name.text.strip(), below.text.strip()
        if not figures[:1].isdigit() or not 0 < len(text) <= _LONGEST_NAME or name.cells or below.cells:
            continue
        further = len(below.text) - len(below.text.lstrip()) > len(name.text) - len(name.text.lstrip())
        if not further or text.endswith(ENDS_SENTENCE) or entries_of(_ORDERED.sub("", text)).figures:
            continue
        counted = entries_of(figures)
        units = {figure.unit for figure in counted.figures}
        if len(counted.entries) == 1 and not (counted.entries[0].name or counted.tail) and units & _COUNTED:
            found.append(at)
    return found if len(found) > 1 else []


def _is_full(text: str, below: str, width: int) -> bool:
    """Whether the first word of the line below would not have fitted in a line."""
    text = text.rstrip()
    word = below.split(maxsplit=1)[0]
    return len(text) + 1 + len(word) > width * _FULL and not text.endswith((":", "："))


def _is_text(breaks: Sequence[tuple[str, str]]) -> bool:
    """Whether lines and those on which they go on are text: small letters begin many; where there are none, few count.

    Where a line of a script without small letters ends in a figure, it may be an entry of a list; lines that a mark
    parts into as many cells each are rows.
    """
    cased = [below.lstrip()[0] for _, below in breaks if below.lstrip()[0].lower() != below.lstrip()[0].upper()]
    if any(_parts_alike([below for _, below in breaks], mark) for mark in ",;|"):
        return False
    if cased:
        return sum(letter.islower() for letter in cased) * 3 >= len(cased)
    return len(breaks) >= _FEWEST and sum(_ENTRY.search(above) is not None for above, _ in breaks) * 3 <= len(breaks)


def _parts_alike(lines: Sequence[str], mark: str) -> bool:
    """Whether a mark stands as often in most lines, and more than once."""
    ((most, times),) = Counter(line.count(mark) for line in lines).most_common(1)
    return most > 1 and times * 4 >= len(lines) * 3


def _goes_on(above: str, text: str) -> bool:
    """Whether a sentence goes on from a line to the next whatever the width: the line ends none, the next is small."""
    above = above.rstrip()
    ends = above.endswith(ENDS_SENTENCE) or _FIGURE_ENDS.search(above) is not None
    return not ends and len(above) > _NARROWEST and text.lstrip()[:1].islower()
