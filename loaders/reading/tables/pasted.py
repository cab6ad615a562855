"""Tables whose cells stand with one blank between them, as a browser's are when they are pasted as text.

The words of the header tell how many figures a row ends with. A row with fewer lacks some: which, its percent signs and
changes may show.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from ..line import Line, LineKind
from ..words import Role, fold_words, lexicon
from .cell import GridCell, cell_value, clean, is_empty, is_figure
from .grid import Grid, Row
from .stacked import COLUMN_ROLES, NAME_ROLES

_NUMBERS = frozenset({Role.RANK, Role.ORDER})
_BESIDE = frozenset({Role.SHARE, Role.PERCENT, Role.CHANGE})  # of which no claim is made
_FIGURES = COLUMN_ROLES - NAME_ROLES - {Role.LEADER}
_WORD = re.compile(r"\S+")
_CHANGED = re.compile(r"[^\W\d_]{2,12}[+−–-]?\d[\d.,]{0,12}%?")  # "Increase13": what an arrow is called, and its figure
_LONGEST = 160  # letters of a line
_FEWEST, _MOST = 2, 10  # columns of figures
_FEWEST_ROWS = 2
_ALL = 100  # percent
_SHORT = "it has fewer figures than the table has columns of them, and does not say which it lacks"
_RUN_ON = "the name may run on into the cells beside it"

_Part = tuple[int, int]  # where a cell begins and ends in its line


class _Below(NamedTuple):
    """A line below a header: its words, a change being one with the word before it, of which the last are figures."""

    line: Line
    words: list[_Part]
    figures: int

    def text(self, part: _Part) -> str:
        return self.line.text[slice(*part)]


def pasted_at(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """The table that the words of a line head, and the index behind its last row; None where it heads none."""
    header = lines[at]
    if not _may_stand(header):
        return None
    first = _roles(header, (0, len(header.text.split(maxsplit=1)[0])))
    if first.isdisjoint(NAME_ROLES | _NUMBERS) or any(map(str.isdigit, header.text)):
        return None
    words = [found.span() for found in _WORD.finditer(header.text)]
    number = words[:1] if first & _NUMBERS else []
    names = words[len(number) :]
    if len(names) <= _FEWEST or _roles(header, names[0]).isdisjoint(NAME_ROLES):
        return None
    below = _below(lines, at)
    counts = {one.figures for one in below if _FEWEST <= one.figures <= _MOST}
    for count in sorted(counts, reverse=True):
        ways = [(end, way) for end in range(1, len(names)) for way in _parted(header, names[end:], count)]
        if len(ways) == 1:
            (end, figures) = ways[0]
            grid = _grid(header, number, names[:end], figures, below)
            return (grid, at + 1 + len(below)) if len(below) - len(grid.doubts) >= _FEWEST_ROWS else None
    return None


def _may_stand(line: Line) -> bool:
    return line.kind is LineKind.TEXT and 0 < len(line.text) <= _LONGEST and bool(line.text[0].strip())


def _below(lines: Sequence[Line], at: int) -> list[_Below]:
    """The lines right below one that are words with figures behind them."""
    found: list[_Below] = []
    for line in lines[at + 1 :]:
        parts: list[_Part] = []
        for word in _WORD.finditer(line.text) if _may_stand(line) else ():
            changed = parts and is_figure(word[0]) and _roles(line, parts[-1]) == {Role.CHANGE}
            parts[-1:] = [(parts[-1][0], word.end())] if changed else [*parts[-1:], word.span()]
        words = next((at for at in range(len(parts), 0, -1) if not _is_counted(line.text[slice(*parts[at - 1])])), 0)
        if not 0 < words < len(parts):
            break
        found.append(_Below(line, parts, len(parts) - words))
    return found


def _is_counted(text: str) -> bool:
    return is_figure(text) or is_empty(text) or _CHANGED.fullmatch(text) is not None or " " in text


def _roles(line: Line, part: _Part) -> frozenset[Role]:
    return lexicon().roles_of(fold_words(line.text[slice(*part)])) & COLUMN_ROLES


def _parted(header: Line, words: Sequence[_Part], count: int) -> Iterator[list[_Part]]:
    """The ways to part words into so many phrases, each of a column of figures."""
    if count == 0 or len(words) < count:
        if not (count or words):
            yield []
        return
    for many in range(1, len(words) - count + 2):
        part = words[0][0], words[many - 1][1]
        if not _roles(header, part).isdisjoint(_FIGURES):
            for rest in _parted(header, words[many:], count - 1):
                yield [part, *rest]


def _grid(header: Line, number: list[_Part], names: list[_Part], figures: list[_Part], below: Sequence[_Below]) -> Grid:
    """The table of a header with the words of a number, if there is one, of names and of each column of figures."""
    openings = ((names[0][0], end) for _, end in reversed(names))
    named = next(part for part in openings if _roles(header, part) & NAME_ROLES)
    columns = [_roles(header, part) for part in figures]
    full = [one for one in below if one.figures == len(figures)]
    bare = {at for one in full for at, part in enumerate(one.words[-one.figures :]) if _is_bare(one.text(part))}
    rows: list[Row] = [_row(header, [*number, named, *figures])]
    doubts: dict[int, str] = {}
    for one in below:
        behind = one.words[-one.figures :]
        before = one.words[len(number) : -one.figures] or one.words[:1]
        placed = _placed(list(map(one.text, behind)), columns, bare)
        opens = all(is_figure(one.text(part).rstrip(".)")) for part in one.words[: len(number)])
        if placed is None or not opens:
            doubts[one.line.number] = _SHORT if one.figures < len(figures) else _RUN_ON
        else:
            cells = dict(zip(placed, behind, strict=True))
            behind = [cells.get(at, (0, 0)) for at in range(len(figures))]
        rows.append(_row(one.line, [*one.words[: len(number)], (before[0][0], before[-1][1]), *behind]))
    return Grid(tuple(rows), "one blank", 1, doubts, unsure=_RUN_ON if named[1] < names[-1][1] else "")


def _placed(cells: Sequence[str], columns: Sequence[frozenset[Role]], bare: Container[int]) -> Sequence[int] | None:
    """The columns of the figures of a row, in their order; None where one that counts may be of several of them.

    `bare`: the columns that have figures without a sign in rows that lack none.
    """
    fits = [[at for at, roles in enumerate(columns) if _fits(cell, roles, bare=at in bare)] for cell in cells]
    first: list[int] = []
    last: list[int] = []  # of each figure the first and the last column that leaves the others theirs
    for each in fits:
        first.append(next((at for at in each if at > (first[-1] if first else -1)), len(columns)))
    for each in reversed(fits):
        last.insert(0, next((at for at in reversed(each) if at < (last[0] if last else len(columns))), -1))
    if len(columns) in first:
        return None
    several = ([at for at in each if low <= at <= high] for each, low, high in zip(fits, first, last, strict=True))
    return None if any(len(each) > 1 and not columns[at] & _BESIDE for each in several for at in each) else first


def _fits(text: str, roles: frozenset[Role], *, bare: bool) -> bool:
    """Whether a figure may be of a column, by how it is written."""
    if "%" in text or "٪" in text:
        return not roles.isdisjoint(_BESIDE | {Role.TURNOUT})
    if not _is_bare(text):
        return is_empty(text) or Role.CHANGE in roles
    if Role.CHANGE in roles:
        return bare
    return roles.isdisjoint({Role.SHARE, Role.PERCENT}) or (cell_value(text) or 0) <= _ALL


def _is_bare(text: str) -> bool:
    return is_figure(text) and text[0] not in "+±−–-"


def _row(line: Line, parts: Sequence[_Part]) -> tuple[GridCell, ...]:
    return tuple(clean(line.text[begin:end], begin, line.number) for begin, end in parts)
