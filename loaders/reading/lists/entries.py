"""The entries of a text: a name with the figures behind it, however the two are joined, one after another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..figures import Figure, figures, without_ranges
from ..tokens import MARK, WORD, Token, tokens
from ..words import Role, kept, lexicon
from .notes import Note
from .trimmed import LINKS, before_note, links, trimmed

_OPEN = {"(": ")", "[": "]", "（": "）", "«": "»"}
_BRACKETS = frozenset((*_OPEN, *_OPEN.values()))
_LINK_MARKS = frozenset(":：=-–—−‑|،,;؛/·•.…([)]）（%*_\"“”'’")
_SEPARATORS = frozenset(":：=–—−|([（…") | {"-"}
_COMMAS = frozenset("،,;؛/·•|")


class Entry(NamedTuple):
    """A name and its figures. Letters `start` to `end` hold the name, `stop` is where the last figure ends.

    `lead`: where the words before a colon begin and end, if a colon stands within what comes before the figures.
    `separated`: a colon, a dash, a bracket or the like stands before the first figure. `opens`: a colon stands before
    the name. `after_comma`: a comma parts it from the entry before. `each`: the figure is of each of several names.
    """

    name: str
    start: int
    end: int
    stop: int
    figures: tuple[Figure, ...]
    notes: tuple[Note, ...] = ()
    lead: tuple[int, int] | None = None
    separated: bool = False
    after_comma: bool = False
    opens: bool = False
    each: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True)  # not slotted: most sentences are asked for their figures alone
class Entries:
    """What a text comes to: all of its figures, its entries, and the words behind the last entry.

    `goes_on`: words stand behind the last figure, in no brackets, so that it ends in no list.
    """

    text: str
    figures: tuple[Figure, ...]
    goes_on: bool

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The names with their figures, in order."""
        return self._parted[0]

    @property
    def tail(self) -> str:
        """The words behind the last entry."""
        return self.text[self.tail_start :]

    @property
    def tail_start(self) -> int:
        """The letter with which they begin; that behind the text where there are none."""
        return self._parted[1]

    @cached_property
    def _parted(self) -> tuple[tuple[Entry, ...], int]:
        return _parted(self.text, self.figures) if self.figures else ((), len(self.text))


_Piece = Token | Figure | Note  # a token outside of notes and figures


@dataclass(slots=True)
class _Growing:
    """An entry as it begins, and what comes to it: figures, their units, and notes behind them."""

    begun: Entry
    notes: list[Note]
    figures: list[Figure] = field(default_factory=list)
    units: set[Role | None] = field(default_factory=set)
    each: bool = False

    def add(self, figure: Figure, *, each: bool) -> None:
        """A further figure."""
        self.figures.append(figure)
        self.units.add(figure.unit)
        self.each = self.each or each

    def entry(self) -> Entry:
        """The whole entry."""
        if len(self.figures) == 1 and len(self.notes) == len(self.begun.notes) and not self.each:
            return self.begun
        figures, notes = tuple(self.figures), tuple(self.notes)
        return self.begun._replace(figures=figures, notes=notes, stop=figures[-1].end, each=self.each)


@kept
def entries_of(text: str) -> Entries:
    """The figures of a text, and its entries."""
    if not lexicon().may_count(text):
        return Entries(text, (), goes_on=False)
    found = tokens(text)
    every = without_ranges(figures(found, text), text)
    own = tuple([
        one for at, one in enumerate(every) if not (_in_name(found, one, every, text) or _of_list(every[at:], text))
    ])  # fmt: skip
    return Entries(text, own, goes_on=bool(own) and _goes_on(found[own[-1].last :]))


def _goes_on(behind: Sequence[Token]) -> bool:
    """Whether words stand behind a figure, in no brackets, and do not say that it is of each of several."""
    words = [token.key for token in behind if token.kind is not MARK]
    return bool(words) and not _each_length(words) and not any(token.text in _BRACKETS for token in behind)


def _parted(text: str, own: Sequence[Figure]) -> tuple[tuple[Entry, ...], int]:
    """The entries of a text with these figures, and where the words behind the last of them begin."""
    found = tokens(text)
    numbers = [figure for figure in own if not figure.before]
    pieces = _pieces(text, found, numbers, {one.first: one.last + 1 for one in own if one.before})
    made: list[_Growing] = []
    name: list[Token] = []
    notes: list[Note] = []
    after_figure = False
    for at, piece in enumerate(pieces):
        if isinstance(piece, Token):
            name.append(piece)
        elif isinstance(piece, Note):
            (made[-1].notes if after_figure and not name and made else notes).append(piece)
        else:
            if not made or notes or not _joins(made[-1], name, piece):
                comma = bool(made) and any(token.text in _COMMAS for token in name[:2])
                made.append(_Growing(_entry(text, name, notes, piece, after_comma=comma, first=not made), notes))
            made[-1].add(piece, each=_each_behind(pieces, at))
            name, notes, after_figure = [], [], True
    words = [token for token in name if token.kind is not MARK]
    if made and made[-1].each:
        length = _each_length([token.key for token in words])
        words = words[length:]
    return tuple([one.entry() for one in made]), words[0].start if words else len(text)


def _in_name(found: Sequence[Token], figure: Figure, every: Sequence[Figure], text: str) -> bool:
    """Whether a number is the last word of a name, with a colon and figures behind it: "Eesti 200: 6.0 percent"."""
    if figure.unit is not None or figure.year or figure is every[-1] or not figure.first:
        return False
    before = found[figure.first - 1]
    tied = before.kind is WORD and before.end == figure.start - 1 and before.text[0].isupper()
    return tied and text[figure.end : figure.end + 2] in (": ", "： ")


def _of_list(figures: Sequence[Figure], text: str) -> bool:
    """Whether the first figure is the number of a list, in brackets before a colon: "Reds (555): 5 seats"."""
    first, following = figures[0], figures[1] if len(figures) > 1 else None
    counts = following is not None and following.unit in (Role.SEATS, Role.VOTES)
    return counts and first.unit is None and first.bracketed and text[first.end : first.end + 2] == "):"


def _pieces(text: str, found: Sequence[Token], numbers: Sequence[Figure], before: Mapping[int, int]) -> list[_Piece]:
    """Tokens, figures and notes in order; brackets that hold figures alone, or a name alone, are gone through.

    `before`: where figures that an arrow leads from begin and end; they are left out.
    """
    by_first = {figure.first: figure for figure in numbers}
    firsts = [figure.first for figure in numbers]
    closing = _closings(found) if any(opening in text for opening in _OPEN) else {}
    made: list[_Piece] = []
    done = 0  # tokens that are among the pieces, or left out
    for at in sorted((*firsts, *before, *closing)):
        if at < done:
            continue
        made += found[done:at]
        done = at
        if at in before:
            done = before[at]
        elif at in by_first:
            made.append(by_first[at])
            done = by_first[at].last
        else:
            end, start, stop = closing[at], found[at].end, found[closing[at]].start
            inside = tuple(numbers[bisect_left(firsts, at) : bisect_left(firsts, end)])
            if not _transparent(found, inside, at + 1, end, found[at].text):
                noted = text[start:stop]
                made.append(Note(noted.strip(), start + len(noted) - len(noted.lstrip()), stop, inside))
                done = end + 1
    return [*made, *found[done:]]


def _closings(found: Sequence[Token]) -> dict[int, int]:
    """Opening bracket -> closing bracket, of brackets in no other bracket."""
    pairs: dict[int, int] = {}
    opened: tuple[int, str] | None = None
    for at, token in enumerate(found):
        if token.kind is not MARK:
            continue
        if opened is None and token.text in _OPEN:
            opened = (at, _OPEN[token.text])
        elif opened and token.text == opened[1]:
            pairs[opened[0]] = at
            opened = None
    return pairs


def _transparent(found: Sequence[Token], inside: Sequence[Figure], first: int, end: int, mark: str) -> bool:
    """Whether brackets hold nothing but figures, or, of square ones and quotation marks, nothing but a name.

    A share and how it has changed say nothing of their own: "(28.9 per cent, +14.8 on 2022)".
    """
    if len(inside) > 1 and inside[0].unit is Role.PERCENT and not any(figure.unit for figure in inside[1:]):
        return False
    at = first
    for figure in (*inside, None):
        until = figure.first if figure else end
        for token in found[at:until]:
            if token.kind is not MARK and token.key not in LINKS:
                return mark in "[«" and not inside
        at = figure.last if figure else end
    return bool(inside)


def _joins(entry: _Growing, between: Sequence[Token], figure: Figure) -> bool:
    """Whether a figure with no name of its own before it is of the entry before: "26 seats from 90,336 votes"."""
    for token in between:
        if token.kind is MARK:
            if token.text not in _LINK_MARKS:
                return False
        elif not links(token):
            return False
    return figure.unit is None or figure.unit not in entry.units


def _entry(text: str, name: list[Token], notes: list[Note], figure: Figure, *, after_comma: bool, first: bool) -> Entry:
    separated = any(token.text in _SEPARATORS for token in name[-2:]) or text[figure.start - 1 : figure.start] in (
        "(", "[",
    )  # fmt: skip
    separated = separated or (bool(name) and figure.start - name[-1].end >= 2)
    kept = list(name)
    if figure.unit is Role.PERCENT and kept and Role.PERCENT in lexicon().roles_of((kept[-1].key,)):
        kept.pop()  # "Turnout: per cent 57.6"
    lead: tuple[int, int] | None = None
    colon = next((at for at in range(len(kept) - 1, -1, -1) if kept[at].text in ":："), None)
    opens = colon is not None and any(token.kind is WORD for token in kept[colon + 1 :])
    if colon is not None and opens:
        lead = (kept[0].start, kept[colon].start)
        kept = kept[colon + 1 :]
    kept = before_note(kept, notes)
    kept = trimmed(kept, first=first and lead is None, after_comma=after_comma)
    if not kept:
        return Entry("", figure.start, figure.start, figure.end, (figure,), tuple(notes), lead, separated, after_comma)
    start, end = kept[0].start, kept[-1].end
    words = tuple(token.key for token in kept if token.kind is not MARK)
    inner = [note for note in notes if note.start < end]
    written = text[start:end]
    for note in reversed(inner):  # "Courant démocratique (Attayar) : 22": the note is no part of the name
        at, stop = note.start - 1 - start, note.end + 1 - start
        written = (written[:at].rstrip() + written[stop:]) if at >= 0 else written
    return Entry(
        " ".join(written.split()), start, end, figure.end, (figure,), tuple(notes), lead, separated, after_comma,
        opens, words=words,
    )  # fmt: skip


def _each_behind(pieces: Sequence[_Piece], at: int) -> bool:
    keys = []
    for piece in pieces[at + 1 : at + 5]:
        if not isinstance(piece, Token):
            break
        if piece.kind is not MARK:
            keys.append(piece.key)
    return _each_length(keys) > 0


def _each_length(keys: Sequence[str]) -> int:
    roles, length = lexicon().roles_at(keys, 0)
    return length if Role.EACH in roles else 0
