"""A spreadsheet (XLSX): each sheet's rows as lines; merged cells stand in each of their rows and columns."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import CellCoordinatesException, InvalidFileException

from graph.model import Remark

from ..reading.line import Cell, Line, LineKind
from .archive import check_archive, part_blocks, pictures
from .content import Content
from .damage import DAMAGE, damaged
from .format import Laid, refuse
from .rows import BAR, Spread

_MOST_ROWS = 200_000
_LAST_ROW = 1_048_576  # of a sheet; the library makes each row up to the number that one says
_WIDEST = 1_000  # cells of a row
_MOST_MERGES, _MOST_SPANNED = 20_000, 2_000
_MERGED = re.compile(r'<(?:\w{1,20}:)?mergeCell\s++ref="([A-Z0-9:]{1,40})"')
# Parts that are read as a stream, or not at all.
_STREAMED = re.compile(r"xl/(?:worksheets/[^/]++\.xml|sharedStrings\.xml|(?:media|pivotCache|drawings|charts)/.*+)")
_FORMULA = re.compile(r"<(?:\w{1,20}:)?f[\s>/]")
_UNNAMED = re.compile(r"[^\W\d_]{3,10}\d{1,3}|Sheet")  # as programs call a sheet: "Sheet1", "Feuil2"
_Merges = dict[int, list[tuple[int, int, int]]]  # row: first column, last column, first row


class Reader:
    """Goes through the sheets of a spreadsheet."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._lines: list[Line] = []
        self._remarks: list[Remark] = []
        self._spread = Spread()

    def read(self) -> None:
        """Take the rows of all sheets. Raises DocumentError for one that is damaged, has a password or is too large."""
        check_archive(self._content, _STREAMED)
        if count := pictures(self._content):
            self._tell(f"left out: pictures, whose words are not read ({count})")
        try:
            self._read()
        except (InvalidFileException, CellCoordinatesException, *DAMAGE) as error:
            raise damaged(self._content, "this spreadsheet", error) from error

    def laid(self) -> Laid:
        """The rows so far, and what is left out of them."""
        return Laid("XLSX", lambda: iter(self._lines), remarks=tuple(self._remarks))

    def _read(self) -> None:
        content = self._content
        with content.open() as stream, content.open() as again:
            values = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
            formulas: Any = None
            for name in values.sheetnames:
                sheet = values[name]
                if not hasattr(sheet, "iter_rows"):
                    self._tell(f"left out: the chart {name!r}")
                    continue
                has_formulas, merges = _marks(content, sheet, self._spread)
                if has_formulas and formulas is None:
                    formulas = openpyxl.load_workbook(again, read_only=True, keep_links=False)
                written = formulas[name].iter_rows(values_only=True) if has_formulas else ()
                before = len(self._lines)
                unknown = self._rows(name, sheet.iter_rows(), written, merges)
                if unknown:
                    what = f"cells with a formula and no value: {unknown}"
                    self._tell(f"sheet {name!r}: {what}. Open it, let it calculate, and save it.")
                if getattr(sheet, "sheet_state", "visible") != "visible" and len(self._lines) > before:
                    self._tell(f"sheet {name!r} is hidden, and is read as the others are")

    def _tell(self, text: str) -> None:
        self._remarks.append(Remark(text, self._content.shown))

    def _rows(
        self,
        name: str,
        rows: Iterator[Sequence[Any]],
        written: Iterator[Sequence[Any]] | tuple[()],
        merges: _Merges,
    ) -> int:
        """Take the lines of a sheet; how many of its cells have a formula whose value was never calculated."""
        lines = self._lines
        begins = len(lines)
        unknown, origin = 0, {}
        for at, (row, formula) in enumerate(zip_longest(rows, written), 1):
            if at > _LAST_ROW:
                what = f"a row of the sheet {name!r} says that it is beyond the last of a sheet, {_LAST_ROW:,}"
                raise refuse(self._content, what, "Open it and save it again.")
            cells = [_text(cell.value, cell) for cell in (row or ())[:_WIDEST]]
            for column, told in enumerate(formula or ()):
                if isinstance(told, str) and told.startswith("=") and not (column < len(cells) and cells[column]):
                    unknown += 1
            spans = merges.get(at, ())
            for left, _, top in spans:
                if at == top:
                    origin[left, top] = cells[left] if left < len(cells) else ""
            merged = [(left, right, origin.get((left, top), "")) for left, right, top in spans]
            line = _line(cells, merged, self._spread)
            if line is None:
                continue
            if len(lines) >= _MOST_ROWS:
                what = f"a spreadsheet of more than {_MOST_ROWS:,} rows"
                raise refuse(self._content, what, "Save the sheet as CSV, which is read as a stream.")
            if len(lines) == begins:
                title = "" if _UNNAMED.fullmatch(name) else name
                lines.append(Line(len(lines) + 1, title, LineKind.BREAK, where=name))
            lines.append(line._replace(number=len(lines) + 1, where=f"{name}, row {at}"))
        return unknown


def _marks(content: Content, sheet: Any, spread: Spread) -> tuple[bool, _Merges]:
    """Whether a sheet has formulas, and which of its cells are merged; read from its part of the archive."""
    part = str(getattr(sheet, "_worksheet_path", ""))
    formulas, tail, count = False, "", 0
    merges: _Merges = {}
    for block in part_blocks(content, part.lstrip("/")):
        text = tail + block.decode("latin-1")
        formulas = formulas or _FORMULA.search(text) is not None
        for found in _MERGED.finditer(text):
            bounds = range_boundaries(found[1])
            if found.end() <= len(tail) or count >= _MOST_MERGES or None in bounds:
                continue
            left, top, right, bottom = (bound or 0 for bound in bounds)
            count += 1
            last = min(bottom, top + _MOST_SPANNED)
            spread.add(last - top)
            for row in range(top, last + 1):
                merges.setdefault(row, []).append((left - 1, min(right - 1, _WIDEST), top))
        tail = text[-200:]
    return formulas, merges


def _line(cells: list[str], merged: list[tuple[int, int, str]], spread: Spread) -> Line | None:
    """A row; what is merged is one stretch of text, given once for each of its columns. None for an empty row."""
    spans = {left: (right, text) for left, right, text in merged}
    made: list[Cell] = []
    text: list[str] = []
    at = column = 0
    last = max(
        [index for index, cell in enumerate(cells) if cell] + [right for right, said in spans.values() if said],
        default=-1,
    )
    while column <= last:
        right, said = spans.get(column, (column, cells[column] if column < len(cells) else ""))
        spread.add(right - column, len(said) if right > column else 0)
        made += [Cell(said, at, at + len(said))] * (right - column + 1)
        text.append(said)
        at += len(said) + len(BAR)
        column = right + 1
    if not any(text):
        return None
    return Line(0, BAR.join(text), LineKind.ROW, tuple(made))


def _text(value: object, cell: Any) -> str:
    """A cell as a reader sees it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, (int, float)) and "%" in (cell.number_format or ""):
        return f"{round(value * 100, 6):.12g}%"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(round(value, 10))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return " ".join(str(value).split())
