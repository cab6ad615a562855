"""The dressings of tables in plain text: bars, tabs, commas, columns of blanks, leaders; each line becomes cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from ..found import Span
from ..line import Line, LineKind
from ..words import fold_words, lexicon
from .cell import AROUND, GridCell, clean, is_figure
from .grid import Grid, Row

LONGEST = 2000  # letters of a line of a table
_RULE = re.compile(r"[\s|+:=_-]{3,}")
_GAP = re.compile(r"\s?(?:\.{3,}|…+)[.…]*\s*+|[ \u00a0\u2007\u3000]{2,}|\t+")
_LEADERS = ("...", ". .", "…", "···", "___")  # one of them is in each
_LONGEST_HANGING = 60  # letters of a line that belongs to a row of leaders below it
_LEADER = re.compile(r"\s?(?:\.{3,}|…+|(?:\. ){2,}\.?|·{3,}|_{3,})[.…·_ ]*")


_COUNTS_FIRST = re.compile(r"[^\W\d_]\D{0,80}+(?:\d{4}|\d{1,3}[.,]\d{3})")  # a number of votes behind a name


Parts = list[tuple[int, int]]
Written = list[tuple[Line, int, int]]  # the cells of a row: each its line, and its letters in that


def bars(line: str) -> Parts | None:
    """The cells of a line parted by bars."""
    if "|" not in line:
        return None
    parts = list(_split(line, "|"))
    if not line[parts[0][0] : parts[0][1]].strip():
        parts = parts[1:]
    if len(parts) > 1 and not line[parts[-1][0] : parts[-1][1]].strip():
        parts = parts[:-1]
    return parts


def tabs(line: str) -> Parts | None:
    """The cells of a line parted by tabs."""
    return list(_split(line, "\t")) if "\t" in line and "\t" in line.strip() else None


def semicolons(line: str) -> Parts | None:
    """The cells of a line of CSV parted by semicolons."""
    return _quoted(line, ";")


def commas(line: str) -> Parts | None:
    """The cells of a line of CSV."""
    return _quoted(line, ",")


def spaced_commas(line: str) -> Parts | None:
    """The cells of a line parted by commas with a blank behind each; a comma in a number parts nothing."""
    return list(_split(line, ", ")) if ", " in line else None


def leaders(line: str) -> Parts | None:
    """The two or more cells of a line with dots between them."""
    if not any(map(line.__contains__, _LEADERS)):
        return None
    found = [one for one in _LEADER.finditer(line) if line[: one.start()].strip()]
    if not found or not line[found[-1].end() :].strip():
        return None
    return _between(line, [(one.start(), one.end()) for one in found])


def gaps(line: str) -> Parts | None:
    """The cells of a line with two blanks or more between them, or with dots that lead to the next."""
    if line.isascii() and "  " not in line and "\t" not in line:
        return None
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
    for part in line.split(mark):
        end = begin + len(part)
        yield begin, end
        begin = end + len(mark)


def _quoted(line: str, mark: str) -> Parts | None:
    """The cells of a line of CSV; a mark within quotation marks parts nothing."""
    if mark not in line:
        return None
    if '"' not in line:
        return list(_split(line, mark))
    cells, begin, quoted = [], 0, False
    for at, char in enumerate(line):
        if char == '"':
            quoted = not quoted
        elif char == mark and not quoted:
            cells.append((begin, at))
            begin = at + 1
    return None if quoted else [*cells, (begin, len(line))]


# Of each dressing how a row of it is parted, and the mark that does so; and, where each row has as many cells as the
# first, how many rows there are at least.
_DRESSINGS: Mapping[str, tuple[Callable[[str], Parts | None], str, int]] = {
    "bars": (bars, "|", 0),
    "tabs": (tabs, "\t", 0),
    "leaders": (leaders, "", 0),
    "gaps": (gaps, "", 0),
    "semicolons": (semicolons, ";", 2),
    "spaced commas": (spaced_commas, ", ", 3),
    "commas": (commas, ",", 3),
}
_LEAST = {"spaced commas": (2, 3), "commas": (2, 3), "gaps": (1, 2)}  # so many of so many rows have figures
_RULED = ("bars", "gaps", "tabs")
_LONG_RUN = 200  # lines
_LONGEST_CELL = 60  # letters of a cell that stands alone


class Dressings:
    """Finds the tables among the lines of a document.

    Long runs of lines that are no table are remembered by their dressing: they are not gone through from each of their
    lines.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._no_table: dict[str, int] = {}

    def table_at(self, at: int) -> tuple[Grid, int] | None:
        """The table that begins at a line, and the index behind its last line; None where none does."""
        line = self._lines[at]
        if line.kind is not LineKind.TEXT or len(line.text) > LONGEST:
            return None
        for name, (cells, mark, fewest) in _DRESSINGS.items():
            if mark not in line.text or self._no_table.get(name, 0) > at:
                continue
            if (not fewest or self._even(at, mark, fewest)) and cells(line.text) is not None:
                found = self._run(at, name)
                if found:
                    return found
        return None

    def _even(self, at: int, mark: str, fewest: int) -> bool:
        """Whether the marks of the first rows are as many in each, as they must be; not told of quoted rows."""
        if at + fewest > len(self._lines):
            return False
        first: int | None = None
        for line in self._lines[at : at + fewest]:
            marks = first if '"' in line.text else line.text.count(mark)
            if marks != first and first is not None:
                return False
            first = marks
        return True

    def _run(self, at: int, name: str) -> tuple[Grid, int] | None:
        """The rows of one dressing from a line on."""
        lines, (cells, _, even) = self._lines, _DRESSINGS[name]
        parted: list[Written] = []
        header: int | None = None
        end = at
        while end < len(lines):
            line = lines[end]
            text = line.text
            if line.kind is not LineKind.TEXT or len(text) > LONGEST or not text.strip():
                break
            if parted and name in _RULED and _RULE.fullmatch(text) and text.strip() != "|":
                header = header if header is not None or _counts(parted) else len(parted)
                end += 1
                continue
            parts = cells(text)
            taken = 1
            row = [(line, start, stop) for start, stop in parts or ()]
            if name == "bars" and (broken := self._broken(end)):
                row, taken = broken, 3
            elif parts is None:
                hangs = name == "leaders" and parted and len(text) < _LONGEST_HANGING
                if not (hangs and end + 1 < len(lines) and cells(lines[end + 1].text)):
                    break
                row = [(line, 0, len(text))]
            if even and parted and len(row) != len(parted[0]):
                break
            parted.append(row)
            end += taken
        if len(parted) > 1 and (header is not None or _may_count(parted, name)):
            rows = [
                tuple([clean(line.text[start:stop], start, line.number) for line, start, stop in row]) for row in parted
            ]
            if _is_table(rows, name, header):
                return Grid(tuple(_aligned(rows) if name == "gaps" else rows), name, header), end
        if end - at > _LONG_RUN:
            self._no_table[name] = end
        return None

    def _broken(self, at: int) -> Written | None:
        """A row whose first cell stands alone, then a bar alone, then the other cells; None where none begins."""
        lines = self._lines[at : at + 3]
        if len(lines) < 3 or lines[1].text.strip() != "|" or "|" in lines[0].text or len(lines[0].text) > _LONGEST_CELL:
            return None
        rest = bars(lines[2].text)
        if rest is None:
            return None
        return [(lines[0], 0, len(lines[0].text)), *((lines[2], start, stop) for start, stop in rest)]


def _may_count(parted: Sequence[Written], name: str) -> bool:
    """Whether enough of the rows may have a figure behind their first cell, before their cells are made."""
    of_figures, of_rows = _LEAST.get(name, (0, 1))
    may = 0
    for row in parted if of_figures else ():
        firsts = [line.text[start:stop].lstrip(AROUND)[:1] for line, start, stop in row[1:]]
        may += any(first and not first.isalpha() for first in firsts)
    return may * of_rows >= len(parted) * of_figures


def _counts(parted: Sequence[Written]) -> bool:
    """Whether the last line above a rule is a row of figures, so that the rule ends a table or parts its sum."""
    figures = [is_figure(line.text[start:stop].strip()) for line, start, stop in parted[-1][1:]]
    return len(parted) > 1 and 2 * sum(figures) > len(figures)


def _is_table(rows: Sequence[Row], name: str, header: int | None) -> bool:
    """Whether rows of one dressing are a table: enough of them, of like length, with columns of figures."""
    if name == "leaders":
        counted = sum(_COUNTS_FIRST.search(row[0].text) is not None for row in rows)
        return 2 * counted < len(rows) >= 2 and sum(is_figure(row[-1].text) for row in rows) * 2 >= len(rows)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    if header is not None and len(rows) > 1:
        return True
    most = max(map(len, rows))
    figures = sum(any(is_figure(cell.text) for cell in row[1:]) for row in rows)
    headed = sum(bool(lexicon().roles_of(fold_words(cell.text))) for cell in rows[0]) >= 2
    if name == "spaced commas":
        return headed and len(rows) >= 3 and most >= 3 and figures * 3 >= len(rows) * 2
    if name == "commas" and sum(_in_prose(row) for row in rows) * 2 > len(rows):
        return False
    if name == "commas":
        return (
            len(rows) >= 3 and figures * 3 >= len(rows) * 2 and all(len(c.text) < 80 for row in rows[:50] for c in row)
        )
    if name == "gaps" and all(row[0].text.endswith(")") and is_figure(row[1].text) for row in rows if len(row) > 1):
        return False  # "Ada Brown (Reds)   1,306": a list, whose brackets say of whom each is
    if name == "gaps":
        long_cells = sum(len(cell.text) > 60 for row in rows for cell in row)
        return figures * 2 >= len(rows) and long_cells == 0 and (len(rows) >= 3 or headed)
    return (figures * 2 >= len(rows) - 1 or headed) and most >= 2


def _in_prose(row: Row) -> bool:
    """Whether the commas of a row are those of a sentence, each with a blank behind it, or of thousands."""
    blanks = [cell.at.start > before.at.end + 1 for before, cell in pairwise(row) if cell.text]
    split = [before.text[-1:].isdigit() and cell.text[:3].isdigit() for before, cell in pairwise(row)]
    decimal = any(
        before.text[-1:].isdigit() and cell.text[:1].isdigit() and cell.at.start == before.at.end + 1
        for before, cell in pairwise(row)
    )
    told = any(":" in cell.text for cell in row)
    return all(blanks) or all(split) or (any(split) and told) or (decimal and (told or any(blanks)))


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
