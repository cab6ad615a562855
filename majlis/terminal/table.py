"""The layout of a table for a terminal: aligned columns, and what gives way where there is not the room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .text import BAR, ROOM, columns_of

_GAP = 2  # blanks between columns; one where that makes them fit
_LEAST = 12  # columns of a text that goes on in lines below
_NUMBER = 24  # columns of a number with what sources say besides; it is a text where it has more
_LINES = 2  # that a first text takes in its column
_NUMBERS = r"(?:^|(?<=; )|(?<= ))(?:\[\d+\]|\+\d+)(?=$|[ ;])"
_ISOLATE, _END = "\u2068", "\u2069"
_DIFFER = " !"  # at its end: sources dispute the seats

Row = Sequence[str]


class _Grid(NamedTuple):
    """Rows with the width of each column, which columns are set to the right, and whether the first row is the head."""

    rows: Sequence[Row]
    widths: Sequence[int]
    right: frozenset[int]
    headed: bool
    gap: int = _GAP

    @property
    def total(self) -> int:
        """The columns of a line."""
        return sum(self.widths) + self.gap * (sum(map(bool, self.widths)) - 1)

    def of(self, columns: Sequence[int]) -> _Grid:
        """Some of the columns."""
        right = frozenset(place for place, at in enumerate(columns) if at in self.right)
        rows = [row if len(row) == 1 else [row[at] for at in columns] for row in self.rows]
        return _Grid(rows, [self.widths[at] for at in columns], right, self.headed, self.gap)


def table(rows: Iterable[Row], right: frozenset[int] = frozenset(), *, head: Row | None = None) -> list[str]:
    """Rows as aligned columns, two blanks apart, below the headings in `head`; columns in `right` are set to the right.

    A row of a single text stands on a line of its own. Where there is not the room, sources are cut to their numbers,
    bars are left out, headings and the widest texts go on in lines below; then the blanks give way, or each row goes on
    below its first text, or the columns stand in several tables. Only where none of that helps words are broken.
    """
    found = _natural([*([head] if head else []), *rows], right, headed=bool(head))
    most = ROOM.get().columns
    if most is None or found.total <= most:
        return _lines(found)
    fitted = _fitted(found, most)
    for gap in (_GAP, 1):
        tight = _narrowed(fitted, most, gap, _words(fitted))
        if tight.total <= most:
            return _lines(tight, most)
    columns = range(len(found.widths))
    if 0 not in right and len(columns) > _LINES:
        below = _narrowed(fitted.of(columns[1:]), most - _GAP, _GAP, _words(fitted.of(columns[1:])))
        if below.total <= most - _GAP:
            return _stacked(found, below, most)
        if parts := _parts(fitted, most):
            return [line for part in parts for line in (*([""] if part is not parts[0] else []), *_lines(part, most))]
    return _lines(_narrowed(fitted, most, _GAP, dict.fromkeys(_texts(fitted), _LEAST)), most)


def fits(rows: Sequence[Row]) -> bool:
    """Whether these rows fit beside each other as they are."""
    most = ROOM.get().columns
    return most is None or _natural(rows, frozenset(), headed=False).total <= most


def _natural(rows: Sequence[Row], right: frozenset[int], *, headed: bool) -> _Grid:
    """The rows as wide as they are."""
    cells = [row for row in rows if len(row) > 1] or rows
    widths = [max(columns_of(row[at]) for row in cells) for at in range(len(cells[0]))] if cells else []
    return _Grid(rows, widths, right, headed)


# --- Lines ---------------------------------------------------------------------------------------------------------


def _lines(found: _Grid, most: int | None = None) -> list[str]:
    """The rows as lines; a first text that would take many lines stands on one of its own above its row."""
    lines: list[str] = []
    for row in found.rows:
        if len(row) == 1 and len(found.widths) > 1:
            lines += [row[0]] if most is None else _broken(row[0], most)
            continue
        parts = [_broken(cell, found.widths[at]) for at, cell in enumerate(row)]
        if most is not None and len(parts[0]) > _LINES and columns_of(row[0]) <= most:
            lines.append(row[0])
            parts[0] = [""]
        for at in range(max(map(len, parts))):
            cells = []
            for column, part in enumerate(parts):
                cell = part[at] if at < len(part) else ""
                space = " " * (found.widths[column] - columns_of(cell))
                if found.widths[column]:
                    cells.append(space + cell if column in found.right else cell + space)
            lines.append((" " * found.gap).join(cells).rstrip())
    return lines


def _stacked(found: _Grid, below: _Grid, most: int) -> list[str]:
    """The first text of each row on a line, the rest of the row below it."""
    lines: list[str] = []
    for row, rest in zip(found.rows, below.rows, strict=True):
        one = _Grid([rest], below.widths, below.right, headed=False, gap=below.gap)
        lines += _broken(row[0], most) if row[0] else []
        lines += [f"  {line}" for line in _lines(one, most)] if len(row) > 1 else []
    return lines


def _parts(found: _Grid, most: int) -> list[_Grid]:
    """The columns in several tables, each with the first one; none where one column is too wide beside it."""
    groups: list[list[int]] = [[0]]
    for at in range(1, len(found.widths)):
        if len(groups[-1]) > 1 and found.of([*groups[-1], at]).total > most:
            groups.append([0])
        groups[-1].append(at)
    parts = [found.of(group) for group in groups]
    return parts if all(part.total <= most for part in parts) else []


def _broken(cell: str, most: int) -> list[str]:
    """A cell in lines of so many columns; the later ones are indented, and an isolate is closed in each."""
    if columns_of(cell) <= most:
        return [cell]
    import textwrap

    isolated = cell.startswith(_ISOLATE) and cell.endswith(_END)
    lines = textwrap.wrap(cell.strip(_ISOLATE + _END), most, subsequent_indent=" ", break_on_hyphens=False)
    if not isolated:
        return lines
    return [f"{' ' * (number > 0)}{_ISOLATE}{line.strip()}{_END}" for number, line in enumerate(lines)]


# --- Room ----------------------------------------------------------------------------------------------------------


def _fitted(found: _Grid, most: int) -> _Grid:
    """The rows with sources cut, bars left out, and no column wider than it must be for its heading; numbers whole."""
    rows, widths = found.rows, list(found.widths)
    cells = [row for row in rows if len(row) > 1]
    if found.headed:
        for at in found.right:
            widths[at] = _head_width(cells[0][at], max(0, *(columns_of(row[at]) for row in cells[1:]), 0))
    last = len(widths) - 1
    if last in _texts(found):  # it says where a row stands in the sources
        narrow = _Grid(rows, widths, found.right, found.headed)
        room = max(widths[last] - max(narrow.total - most, 0), _LEAST)
        rows = [row if len(row) == 1 else (*row[:-1], _cut(row[-1], room)) for row in rows]
        widths[last] = max(columns_of(row[-1]) for row in rows if len(row) > 1)
    if _Grid(rows, widths, found.right, found.headed).total > most:
        for at in (at for at in range(len(widths)) if _is_bar([row[at] for row in cells])):
            rows = [row if len(row) == 1 else (*row[:at], "", *row[at + 1 :]) for row in rows]
            widths[at] = 0
    return _Grid(rows, widths, found.right, found.headed)


def _head_width(head: str, least: int) -> int:
    """The columns in which a heading takes few lines and breaks no word."""
    widest = columns_of(head)
    words = max((columns_of(word) for word in head.split()), default=0)
    least = max(least, words + (words < widest))
    return next((width for width in range(least, widest) if len(_broken(head, width)) <= _LINES), max(least, widest))


def _texts(found: _Grid) -> list[int]:
    """The columns of texts that are wide enough to be narrowed."""
    return [at for at, wide in enumerate(found.widths) if wide > (_NUMBER if at in found.right else _LEAST)]


def _words(found: _Grid) -> Mapping[int, int]:
    """How narrow each text can be with its words whole."""
    cells = [row for row in found.rows if len(row) > 1]
    return {at: max(columns_of(word) for row in cells for word in row[at].split() or [""]) + 1 for at in _texts(found)}


def _narrowed(found: _Grid, most: int, gap: int, least: Mapping[int, int]) -> _Grid:
    """The widest texts narrower, until there is the room or all are as narrow as they may be."""
    widths = list(found.widths)
    grid = _Grid(found.rows, widths, found.right, found.headed, gap)
    while grid.total > most and (wide := [at for at in least if widths[at] > least[at]]):
        widths[max(wide, key=widths.__getitem__)] -= 1
    return grid


def _is_bar(cells: Sequence[str]) -> bool:
    """Whether a column is of bars alone."""
    return all(set(cell) <= {BAR, "."} for cell in cells) and any(BAR in cell for cell in cells)


def _cut(text: str, most: int) -> str:
    """A text in so many columns, the end left out where it is longer; an isolate is closed again."""
    if columns_of(text) <= most or most < 1:
        return text
    if text.endswith(_DIFFER):
        return _cut(text.removesuffix(_DIFFER), most - len(_DIFFER)) + _DIFFER
    if text.startswith("[") and (numbers := re.findall(_NUMBERS, text)):  # of sources these say most
        return _cut_numbers(numbers, most)
    return text  # it goes on in lines below


def _cut_numbers(numbers: Sequence[str], most: int) -> str:
    """As many numbers of sources as there is room for, and how many more there are: "[10] [2] +6"."""
    shown = [number for number in numbers if number.startswith("[")]
    more = sum(int(number) for number in numbers if number.startswith("+"))
    while columns_of(text := " ".join([*shown, *([f"+{more}"] if more else [])])) > most and shown:
        shown.pop()
        more += 1
    return text
