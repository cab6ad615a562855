"""A grid of cells, from a table of any dressing: bars, tabs, commas, columns of blanks, leaders, one cell a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ..figures import figures
from ..found import Span
from ..line import Line, LineKind
from ..tokens import TokenKind, tokens, value_of
from ..words import Role, fold_words, lexicon


class GridCell(NamedTuple):
    """A cell: its text without what dresses it, and where it stands. `header`: the markup says that it heads.

    `unit`: what its figure counts, where the cell says it: "5 seats".
    """

    text: str
    at: Span
    header: bool = False
    unit: Role | None = None


Row = tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells. `header_rows`: how many rows head the table by its markup; None where it does not say."""

    rows: tuple[Row, ...]
    dressing: str
    header_rows: int | None = None


_LONGEST = 2000  # letters of a line of a table
_RULE = re.compile(r"[\s|+:=_-]{3,}")
_GAP = re.compile(r"[ \u00a0\u2007\u3000]{2,}|\t+")
_LEADER = re.compile(r"\s?(?:\.{3,}|…+|(?:\. ){2,}\.?|·{3,}|_{3,})[.…·_ ]*")
_AROUND = " \t\u00a0*_`'\""
_FIGURE_LIKE = re.compile(r"[+±−–-]?\s?[%٪]?\s?\d[\d.,٬٫'’ \u00a0\u202f]*\s?[%٪]?")
_EMPTY = frozenset(("", "-", "–", "—", "−", "n/a", "na", "n.a.", "..", "...", "…", "x", "/", "*", "nil", "–*", "none"))
_COUNTED = re.compile(r"\d[\d.,٬'’ \u00a0]{0,14}+[^\W\d_][\w\u064b-\u065f ]{0,24}")
_NOTE_MARKS = frozenset("*¹²³⁴⁵⁶⁷⁸⁹†‡")
_LONGEST_NOTE = 8  # letters of a reference in brackets: "[n 1]"


def is_empty(text: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return text.casefold() in _EMPTY


def is_figure(text: str) -> bool:
    """Whether a cell holds a number alone, with a sign, a percent sign or none."""
    return _FIGURE_LIKE.fullmatch(text) is not None


def cell_value(text: str, *, share: bool = False) -> int | float | None:
    """The number of a cell that holds nothing else."""
    if text.isdecimal() and text.isascii() and len(text) < 16:
        return int(text)
    return value_of(text.strip(" %٪\u00a0+"), share=share or "%" in text or "٪" in text)


def clean(text: str, start: int, line: int, *, header: bool = False) -> GridCell:
    """A cell of a line that begins at letter `start`, without blanks, emphasis and references around it."""
    begin, end = 0, len(text)
    while begin < end and text[begin] in _AROUND:
        begin += 1
    while end > begin and text[end - 1] in _AROUND:
        end -= 1
    while end > begin + 1 and text[end - 1] in _NOTE_MARKS:
        end -= 1
    if end > begin + 1 and text[end - 1] == "]":
        opens = text.rfind("[", begin + 1, end)
        end = opens if 0 < end - opens <= _LONGEST_NOTE and opens > 0 else end
    while end > begin and text[end - 1] in _AROUND:
        end -= 1
    cell = GridCell(text[begin:end], Span(line, start + begin, start + end), header)
    return _with_unit(cell) if _COUNTED.fullmatch(cell.text) else cell


def _with_unit(cell: GridCell) -> GridCell:
    """A cell of a figure and its unit, without the unit."""
    found = tokens(cell.text)
    numbers = figures(found, cell.text)
    if len(numbers) != 1 or (numbers[0].start, numbers[0].end) != (0, len(cell.text)) or not numbers[0].unit:
        return cell
    if numbers[0].unit is Role.PERCENT:
        return cell
    end = found[numbers[0].last - 1].end
    for token in found[: numbers[0].last]:
        if token.kind is TokenKind.WORD:
            break
        end = token.end
    at = cell.at
    return GridCell(cell.text[:end], Span(at.line, at.start, at.start + end), cell.header, numbers[0].unit)


def grid_of_cells(lines: Sequence[Line]) -> Grid:
    """The grid of rows whose cells are known."""
    rows: list[Row] = []
    headers = 0
    for line in lines:
        row = tuple(clean(cell.text, cell.start, line.number, header=cell.header) for cell in line.cells or ())
        if row and all(cell.header or not cell.text for cell in row) and headers == len(rows):
            headers += 1
        rows.append(row)
    return Grid(tuple(rows), "cells", headers or None)


# Rows of plain text: each dressing says where the cells of one line begin and end ---------------------------------


def bars(line: str) -> list[tuple[int, int]] | None:
    """The cells of a line parted by bars."""
    if "|" not in line:
        return None
    parts = list(_split(line, "|"))
    if not line[parts[0][0] : parts[0][1]].strip():
        parts = parts[1:]
    if len(parts) > 1 and not line[parts[-1][0] : parts[-1][1]].strip():
        parts = parts[:-1]
    return parts


def tabs(line: str) -> list[tuple[int, int]] | None:
    """The cells of a line parted by tabs."""
    return list(_split(line, "\t")) if "\t" in line.strip() else None


def semicolons(line: str) -> list[tuple[int, int]] | None:
    """The cells of a line of CSV parted by semicolons."""
    return _quoted(line, ";")


def commas(line: str) -> list[tuple[int, int]] | None:
    """The cells of a line of CSV."""
    return _quoted(line, ",")


def leaders(line: str) -> list[tuple[int, int]] | None:
    """The two or more cells of a line with dots between them."""
    found = list(_LEADER.finditer(line))
    found = [one for one in found if line[: one.start()].strip()]
    if not found or not line[found[-1].end() :].strip():
        return None
    return _between(line, [(one.start(), one.end()) for one in found])


def gaps(line: str) -> list[tuple[int, int]] | None:
    """The cells of a line with two blanks or more between them."""
    body = len(line) - len(line.lstrip())
    found = [
        (one.start(), one.end()) for one in _GAP.finditer(line) if one.start() >= body and line[one.end() :].strip()
    ]
    return _between(line, found) if found else None


def _between(line: str, parted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    starts = [0, *(end for _, end in parted)]
    ends = [*(start for start, _ in parted), len(line)]
    return list(zip(starts, ends, strict=True))


def _split(line: str, mark: str) -> Iterator[tuple[int, int]]:
    begin = 0
    while True:
        end = line.find(mark, begin)
        if end < 0:
            yield begin, len(line)
            return
        yield begin, end
        begin = end + 1


def _quoted(line: str, mark: str) -> list[tuple[int, int]] | None:
    """The cells of a line of CSV; a mark within quotation marks parts nothing."""
    if mark not in line:
        return None
    cells, begin, quoted = [], 0, False
    for at, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == mark and not quoted:
            cells.append((begin, at))
            begin = at + 1
    return None if quoted else [*cells, (begin, len(line))]


_DRESSINGS = (
    ("bars", bars),
    ("tabs", tabs),
    ("leaders", leaders),
    ("gaps", gaps),
    ("semicolons", semicolons),
    ("commas", commas),
)


def table_at(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """The table of plain text that begins at a line, and the index behind its last line; None where none does."""
    line = lines[at]
    if line.kind is not LineKind.TEXT or len(line.text) > _LONGEST:
        return None
    for name, cells in _DRESSINGS:
        if cells(line.text) is None and name != "leaders":
            continue
        found = _run(lines, at, name)
        if found:
            return found
    return None


def _run(lines: Sequence[Line], at: int, name: str) -> tuple[Grid, int] | None:
    """The rows of one dressing from a line on."""
    cells = dict(_DRESSINGS)[name]
    rows: list[Row] = []
    header: int | None = None
    end = at
    loose = name in ("leaders",)
    if loose and cells(lines[at].text) is None:
        return None
    while end < len(lines):
        line = lines[end]
        text = line.text
        if line.kind is not LineKind.TEXT or len(text) > _LONGEST or not text.strip():
            break
        if rows and _RULE.fullmatch(text) and name in ("bars", "gaps", "tabs"):
            header = header if header is not None else len(rows)
            end += 1
            continue
        parts = cells(text)
        if parts is None:
            if loose and rows and len(text) < 60 and end + 1 < len(lines) and cells(lines[end + 1].text):
                parts = [(0, len(text))]
            else:
                break
        if name in ("semicolons", "commas") and rows and len(parts) != len(rows[0]):
            break
        rows.append(tuple(clean(text[start:stop], start, line.number) for start, stop in parts))
        end += 1
    if not _is_table(rows, name, header):
        return None
    if name == "gaps":
        rows = _aligned(rows)
    return Grid(tuple(rows), name, header), end


def _is_table(rows: Sequence[Row], name: str, header: int | None) -> bool:
    """Whether rows of one dressing are a table: enough of them, of like length, with columns of figures."""
    if name == "leaders":
        return len(rows) >= 2 and sum(is_figure(row[-1].text) for row in rows) * 2 >= len(rows)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    if header is not None and len(rows) > 1:
        return True
    most = max(map(len, rows))
    figures = sum(any(is_figure(cell.text) for cell in row[1:]) for row in rows)
    headed = sum(bool(lexicon().roles_of(fold_words(cell.text))) for cell in rows[0]) >= 2
    if name == "commas" and sum(_in_prose(row) for row in rows) * 2 > len(rows):
        return False
    if name == "commas":
        return (
            len(rows) >= 3 and figures * 3 >= len(rows) * 2 and all(len(c.text) < 80 for row in rows[:50] for c in row)
        )
    if name == "gaps":
        long_cells = sum(len(cell.text) > 60 for row in rows for cell in row)
        return figures * 2 >= len(rows) and long_cells == 0 and (len(rows) >= 3 or headed)
    return (figures * 2 >= len(rows) - 1 or headed) and most >= 2


def _in_prose(row: Row) -> bool:
    """Whether the commas of a row are those of a sentence, each with a blank behind it, or of thousands."""
    spaced = all(cell.at.start > before.at.end + 1 for before, cell in pairwise(row) if cell.text)
    split = [before.text[-1:].isdigit() and cell.text[:3].isdigit() for before, cell in pairwise(row)]
    return spaced or all(split) or (any(split) and any(":" in cell.text for cell in row))


def _aligned(rows: Sequence[Row]) -> list[Row]:
    """Rows of blanks with the same number of cells: where a cell is left out, the columns tell which."""
    width = max(map(len, rows))
    full = [row for row in rows if len(row) == width]
    if len(full) == len(rows) or len(full) * 3 < len(rows):
        return list(rows)
    edges = [(min(row[at].at.start for row in full), max(row[at].at.end for row in full)) for at in range(width)]
    made = []
    for row in rows:
        if len(row) == width:
            made.append(row)
            continue
        placed: list[GridCell | None] = [None] * width
        for cell in row:
            free = [at for at in range(width) if placed[at] is None]
            overlap = {at: min(edges[at][1], cell.at.end) - max(edges[at][0], cell.at.start) for at in free}
            best = max(overlap, key=lambda at: overlap[at], default=None)
            if best is not None:
                placed[best] = cell
        line = row[0].at.line
        end = row[-1].at.end
        made.append(tuple(cell or GridCell("", Span(line, end, end)) for cell in placed))
    return made


# One cell a line ------------------------------------------------------------------------------------------------

_COLUMN_ROLES = frozenset({
    Role.LIST, Role.PERSON, Role.WINNER, Role.PLACE, Role.SEATS, Role.VOTES, Role.SHARE, Role.PERCENT, Role.RANK,
    Role.ORDER, Role.CHANGE, Role.LEADER, Role.TURNOUT, Role.REGISTERED, Role.VOTERS, Role.BEFORE, Role.SIZE,
    Role.VALID, Role.INVALID,
})  # fmt: skip
_FIGURE_ROLES = frozenset(
    {Role.SEATS, Role.VOTES, Role.SHARE, Role.PERCENT, Role.TURNOUT, Role.VOTERS, Role.REGISTERED}
)
_MOST_COLUMNS = 12


def stacked_at(lines: Sequence[Line], at: int) -> tuple[Grid, int] | None:
    """The table whose cells stand one a line, headed by the words of its columns, from a line on."""
    words = lexicon()
    header: list[Line] = []
    end = at
    figures = False
    while end < len(lines) and len(header) < _MOST_COLUMNS:
        line = lines[end]
        if line.kind is not LineKind.TEXT or len(line.text) > 40:
            break
        if not line.text.strip():
            end += 1
            continue
        roles = words.roles_of(fold_words(line.text)) & _COLUMN_ROLES
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
    rows = [tuple(_whole(line) for line in header)]
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
        cells = tuple(_whole(line) for line in taken)
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
        if len(pair) < 2 or len(pair[0].text) > 40 or not is_figure(pair[1].text.strip()):
            break
        if not words.roles_of(fold_words(pair[0].text)) & _MEASURED:
            break
        rows.append((_whole(pair[0]), _whole(pair[1])))
        end = step
    return (Grid(tuple(rows), "pairs of lines", 0), end) if rows else None


_MEASURED = frozenset({
    Role.TURNOUT, Role.VOTERS, Role.REGISTERED, Role.INVALID, Role.VALID, Role.NEEDED, Role.COUNTED, Role.SIZE,
})  # fmt: skip


def _whole(line: Line) -> GridCell:
    return clean(line.text, 0, line.number)


# An information box: lines of a role and a value for each of some parties ------------------------------------------


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
        if table.roles_of(phrase) & (_COLUMN_ROLES | {Role.BEFORE, Role.CHANGE, Role.CONTESTED}):
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
