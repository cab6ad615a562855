"""An information box in plain text: lines of a role and a value for each of some parties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..line import Line, LineKind
from ..words import Role, fold_words, lexicon
from .cell import GridCell, clean
from .grid import Grid, Row
from .stacked import COLUMN_ROLES

_BoxRow = tuple[Line, int, list[tuple[int, int]]]


class Boxes:
    """Finds the information boxes among the lines of a document; each line a role, then as many values as parties.

    Where lines that may be rows are no box, those behind the first of them are none either.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._no_box = 0

    def box_at(self, at: int) -> tuple[Grid, int] | None:
        """The box that begins at a line, and the index behind its last line; None where none does."""
        if at < self._no_box:
            return None
        rows, end = _rows(self._lines, at)
        grid = _grid(rows)
        if grid is None:
            self._no_box = end
            return None
        return grid, end


def _rows(lines: Sequence[Line], at: int) -> tuple[list[_BoxRow], int]:
    """The lines from one on that may be rows of a box, and the index behind the last."""
    rows: list[_BoxRow] = []
    end = at
    while end < len(lines):
        line = lines[end]
        if line.kind is not LineKind.TEXT or not line.text.strip() or len(line.text) > 120:
            break
        found = _role_and_values(line.text)
        if found is None:
            break
        rows.append((line, *found))
        end += 1
    return rows, end


def _grid(rows: Sequence[_BoxRow]) -> Grid | None:
    """The box that such lines are; None where they are none."""
    counted = [len(values) for _, _, values in rows if len(values) > 1]
    if len(rows) < 3 or len(counted) < 2:
        return None
    width = max(dict.fromkeys(counted), key=counted.count)
    if counted.count(width) < 2:
        return None
    made: list[Row] = []
    for line, stop, values in rows:
        head = clean(line.text[:stop], 0, line.number, header=True)
        spans = values if len(values) == width else _shared(line.text, stop, width)
        if spans is None and not any(char.isdigit() for char in line.text):
            continue  # words of which it is not known where one value ends
        if spans is None:
            rest = clean(line.text[stop:], stop, line.number)
            made.append((head, rest, *(GridCell("", rest.at) for _ in range(width - 1))))
        else:
            made.append((head, *(clean(line.text[a:b], a, line.number) for a, b in spans)))
    return Grid(tuple(made), "box")


_BOX_VALUE = re.compile(r"\d[\d.,٬٫]*\d%?|\d%?")
_WORD = re.compile(r"\S+")
_FIRST_GROUP, _GROUP = re.compile(r"[1-9]\d{0,2}"), re.compile(r"\d{3}")
_LONGEST_ROLE, _MOST_WORDS = 4, 12
_ROLES = COLUMN_ROLES | {Role.BEFORE, Role.CHANGE, Role.CONTESTED}


def _role_and_values(text: str) -> tuple[int, list[tuple[int, int]]] | None:
    """The end of the words of a role at the beginning of a line, and the figures behind them where these are all."""
    words, table = fold_words(text), lexicon()
    _, opens = table.roles_at(words, 0)
    if not opens and len(words) > _MOST_WORDS:
        return None
    said = list(_WORD.finditer(text))
    longest = min(_LONGEST_ROLE, len(said) - 1) if opens else 0
    for length in range(longest, 0, -1):
        phrase = fold_words(text[said[0].start() : said[length - 1].end()])
        if table.roles_of(phrase) & _ROLES:
            stop = said[length - 1].end()
            rest = said[length:]
            values = _grouped([(one.start(), one.end()) for one in rest], text)
            if all(_BOX_VALUE.fullmatch(one[0]) for one in rest):
                return stop, values
            return stop, []
    if len(said) > 1 and said[0][0][0].isalpha() and len(said) <= _MOST_WORDS:
        last = next((at for at, one in enumerate(said) if any(map(str.isdigit, one[0]))), len(said))
        head = min(last, 2)
        return said[head - 1].end() if head else said[0].end(), []
    return None


def _grouped(values: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """The values of a line; where one blank parts thousands, "112 760", they are one."""
    groups = [text[start:end] for start, end in values]
    apart = any(after[0] - before[1] > 1 for before, after in pairwise(values))
    if len(groups) < 2 or apart or not _FIRST_GROUP.fullmatch(groups[0]):
        return values
    return [(values[0][0], values[-1][1])] if all(map(_GROUP.fullmatch, groups[1:])) else values


def _shared(text: str, stop: int, width: int) -> list[tuple[int, int]] | None:
    """As many runs of as many words each, of a line whose values are words."""
    said = list(_WORD.finditer(text, stop))
    if not said or len(said) % width or any(char.isdigit() for char in text[stop:]):
        return None
    each = len(said) // width
    return [(said[at * each].start(), said[at * each + each - 1].end()) for at in range(width)]
