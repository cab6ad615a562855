"""Tables whose cells stand one a line, and measures with their figure in the line below."""

from __future__ import annotations

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
_MOST_COLUMNS = 12
_LONGEST_LABEL = 40  # letters


def stacked_at(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """The table whose cells stand one a line, headed by the words of its columns, from a line on."""
    words = lexicon()
    header: list[Line] = []
    end = at
    figures = False
    while end < len(lines) and len(header) < _MOST_COLUMNS:
        line = lines[end]
        if line.kind is not LineKind.TEXT or len(line.text) > _LONGEST_LABEL:
            break
        if not line.text.strip():
            end += 1
            continue
        roles = words.roles_of(fold_words(line.text)) & COLUMN_ROLES
        if not roles:
            break
        figures = figures or bool(roles & _FIGURE_ROLES)
        header.append(line)
        end += 1
    if len(header) < 2 or not figures:
        return None
    numeric = [
        bool(words.roles_of(fold_words(line.text)) & (_FIGURE_ROLES | {Role.RANK, Role.ORDER})) for line in header
    ]
    rows = [tuple(whole(line) for line in header)]
    while True:
        taken: list[Line] = []
        step = end
        while step < len(lines) and len(taken) < len(header):
            line = lines[step]
            if line.kind is not LineKind.TEXT or len(line.text) > 90:
                break
            if line.text.strip():
                text = line.text.strip()
                if numeric[len(taken)] != (is_figure(text) or is_empty(text)):
                    break
                taken.append(line)
            step += 1
        cells = tuple(whole(line) for line in taken)
        if len(taken) < len(header):
            break
        rows.append(cells)
        end = step
    return (Grid(tuple(rows), "one cell a line", 1), end) if len(rows) > 2 else None


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
