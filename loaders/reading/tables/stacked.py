"""Tables whose cells stand one a line, and measures with their figure in the line below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..line import Line, LineKind
from ..words import Role, fold_words, lexicon
from .cell import is_empty, is_figure
from .grid import Grid, Row, whole

COLUMN_ROLES = frozenset({
    Role.LIST, Role.PERSON, Role.WINNER, Role.PLACE, Role.SEATS, Role.VOTES, Role.SHARE, Role.PERCENT, Role.RANK,
    Role.ORDER, Role.CHANGE, Role.LEADER, Role.TURNOUT, Role.REGISTERED, Role.VOTERS, Role.BEFORE, Role.SIZE,
    Role.VALID, Role.INVALID,
})  # fmt: skip
_FIGURE_ROLES = frozenset(
    {Role.SEATS, Role.VOTES, Role.SHARE, Role.PERCENT, Role.TURNOUT, Role.VOTERS, Role.REGISTERED}
)
NAME_ROLES = frozenset({Role.LIST, Role.PERSON, Role.WINNER, Role.PLACE})
_MOST_COLUMNS = 12
_FEWEST_ROWS, _FEWEST_UNHEADED = 2, 4  # the latter where no word of the header says what is counted
_LONGEST_HEADER, _LONGEST_CELL = 50, 90  # letters
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST_LABEL = 40  # letters


def stacked_at(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """The table whose cells stand one a line, headed by the words of its columns, from a line on.

    How many columns it has shows in its cells: those of a column of figures are all figures, or empty.
    """
    header, said = _header(lines, at)
    if len(header) < 2:
        return None
    best: tuple[list[list[Line]], int] | None = None
    for width in range(2, len(header) + 1):
        if not said[:width][-1] or sum(map(bool, said[:width])) * 2 < width:
            continue
        rows, end = _rows(lines, header[width - 1][0] + 1, width)
        fewest = _FEWEST_ROWS if _heads(said[:width]) else _FEWEST_UNHEADED
        if len(rows) >= fewest and (best is None or end > best[1]):
            best = ([[line for _, line in header[:width]], *rows], end)
    if best is None:
        return None
    return Grid(tuple(tuple(whole(line) for line in row) for row in best[0]), "one cell a line", 1), best[1]


def _header(lines: Sequence[Line], at: int) -> tuple[list[tuple[int, Line]], list[frozenset[Role]]]:
    """The lines from one on that may head columns, each with its index, and the roles that their words have."""
    words = lexicon()
    header: list[tuple[int, Line]] = []
    said: list[frozenset[Role]] = []
    end = at
    while end < len(lines) and len(header) < _MOST_COLUMNS:
        line = lines[end]
        text = line.text.strip()
        if line.kind is not LineKind.TEXT or len(line.text) > _LONGEST_HEADER or is_figure(text):
            break
        if text:
            folded = fold_words(_YEAR.sub(" ", text))
            roles = words.roles_of(folded) & COLUMN_ROLES
            if not roles:
                roles = frozenset(role for _, _, found in words.phrases(folded) for role in found) & COLUMN_ROLES
            if not roles and not header:
                break
            header.append((end, line))
            said.append(roles)
        end += 1
    return header, said


def _heads(said: Sequence[frozenset[Role]]) -> bool:
    """Whether the words of a header name what is counted and whose it is."""
    every = frozenset().union(*said)
    return bool(every & _FIGURE_ROLES) and (bool(every & NAME_ROLES) or not said[0])


def _rows(lines: Sequence[Line], at: int, width: int) -> tuple[list[list[Line]], int]:
    """The rows of so many cells each from a line on, and the index behind the last; none where no column counts."""
    rows: list[list[Line]] = []
    numeric: list[bool | None] = [None] * width
    end = at
    while True:
        taken: list[Line] = []
        kinds = list(numeric)
        step = end
        while step < len(lines) and len(taken) < width:
            line = lines[step]
            text = line.text.strip()
            if line.kind is not LineKind.TEXT or len(line.text) > _LONGEST_CELL:
                break
            if text:
                counts = None if is_empty(text) else is_figure(text)
                if counts is not None and kinds[len(taken)] not in (None, counts):
                    break
                kinds[len(taken)] = counts if kinds[len(taken)] is None else kinds[len(taken)]
                taken.append(line)
            step += 1
        if len(taken) < width or True not in kinds:
            break
        rows.append(taken)
        numeric, end = kinds, step
    return (rows, end) if True in numeric and False in numeric else ([], at)


def pairs_at(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """Pairs of a line that names a measure and a line of its figure, from a line on."""
    words = lexicon()
    rows: list[Row] = []
    end = at
    while True:
        pair: list[Line] = []
        step = end
        while step < len(lines) and len(pair) < 2 and lines[step].kind is LineKind.TEXT:
            if lines[step].text.strip():
                pair.append(lines[step])
            step += 1
            if pair and len(pair[0].text) > _LONGEST_LABEL:
                break
        if len(pair) < 2 or not is_figure(pair[1].text.strip()):
            break
        if not words.roles_of(fold_words(pair[0].text)) & _MEASURED:
            break
        rows.append((whole(pair[0]), whole(pair[1])))
        end = step
    return (Grid(tuple(rows), "pairs of lines", 0), end) if rows else None


_MEASURED = frozenset({
    Role.TURNOUT, Role.VOTERS, Role.REGISTERED, Role.INVALID, Role.VALID, Role.NEEDED, Role.COUNTED, Role.SIZE,
})  # fmt: skip
