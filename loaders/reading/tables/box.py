"""An information box in plain text: lines of a role and a value for each of some parties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..line import Line, LineKind
from ..words import Role, fold_words, lexicon
from .cell import GridCell, clean
from .grid import Grid, Row
from .stacked import COLUMN_ROLES


def box_at(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """The information box in plain text that begins at a line: each line a role, then as many values as parties."""
    words = lexicon()
    rows: list[tuple[Line, int, list[tuple[int, int]]]] = []
    end = at
    while end < len(lines):
        line = lines[end]
        if line.kind is not LineKind.TEXT or not line.text.strip() or len(line.text) > 120:
            break
        found = _role_and_values(line.text, words)
        if found is None:
            break
        rows.append((line, *found))
        end += 1
    counted = [len(values) for _, _, values in rows if len(values) > 1]
    if len(rows) < 3 or len(counted) < 2:
        return None
    width = max(set(counted), key=counted.count)
    if counted.count(width) < 2:
        return None
    made: list[Row] = []
    for line, stop, values in rows:
        head = clean(line.text[:stop], 0, line.number, header=True)
        spans = values if len(values) == width else _shared(line.text, stop, width)
        if spans is None:
            rest = clean(line.text[stop:], stop, line.number)
            made.append((head, rest, *(GridCell("", rest.at) for _ in range(width - 1))))
        else:
            made.append((head, *(clean(line.text[a:b], a, line.number) for a, b in spans)))
    return Grid(tuple(made), "box"), end


_BOX_VALUE = re.compile(r"\d[\d.,٬٫]*\d%?|\d%?")
_WORD = re.compile(r"\S+")


def _role_and_values(text: str, words: object) -> tuple[int, list[tuple[int, int]]] | None:
    """The end of the words of a role at the beginning of a line, and the figures behind them where these are all."""
    said = list(_WORD.finditer(text))
    table = lexicon()
    for length in range(min(4, len(said) - 1), 0, -1):
        phrase = fold_words(text[said[0].start() : said[length - 1].end()])
        if table.roles_of(phrase) & (COLUMN_ROLES | {Role.BEFORE, Role.CHANGE, Role.CONTESTED}):
            stop = said[length - 1].end()
            rest = said[length:]
            values = [(one.start(), one.end()) for one in rest]
            if all(_BOX_VALUE.fullmatch(one[0]) for one in rest):
                return stop, values
            return stop, []
    if len(said) > 1 and said[0][0][0].isalpha() and len(said) <= 12:
        last = next((at for at, one in enumerate(said) if any(c.isdigit() for c in one[0])), len(said))
        head = min(last, 2)
        return said[head - 1].end() if head else said[0].end(), []
    return None


def _shared(text: str, stop: int, width: int) -> list[tuple[int, int]] | None:
    """As many runs of as many words each, of a line whose values are words."""
    said = list(_WORD.finditer(text, stop))
    if not said or len(said) % width or any(char.isdigit() for char in text[stop:]):
        return None
    each = len(said) // width
    return [(said[at * each].start(), said[at * each + each - 1].end()) for at in range(width)]
