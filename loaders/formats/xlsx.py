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
from .format import DAMAGE, Laid, damaged, refuse
from .rows import BAR

_MOST_ROWS = 200_000
_LAST_ROW = 1_048_576  # of a sheet; the library makes each row up to the number that one says
_WIDEST = 1_000  # cells of a row
_MOST_MERGES, _MOST_SPANNED = 20_000, 2_000
_MERGED = re.compile(r'<(?:\w{1,20}:)?mergeCell\s++ref="([A-Z0-9:]{1,40})"')
_FORMULA = re.compile(r"<(?:\w{1,20}:)?f[\s>/]")
_Merges = dict[int, list[tuple[int, int, int]]]  # row: first column, last column, first row


def lay(content: Content) -> Laid:
    """The rows of all sheets. Raises DocumentError for one that is damaged, has a password or is too large."""
    check_archive(content)
    try:
        lines, remarks = _read(content)
    except (InvalidFileException, CellCoordinatesException, *DAMAGE) as error:
        raise damaged(content, "this spreadsheet", error) from error
    if count := pictures(content):
        remarks.append(Remark(f"left out: {count} pictures: what they show is not read", content.shown))
    made = tuple(lines)
    return Laid("XLSX", lambda: iter(made), remarks=tuple(remarks))


def _read(content: Content) -> tuple[list[Line], list[Remark]]:
    lines: list[Line] = []
    remarks: list[Remark] = []
    with content.open() as stream, content.open() as again:
        values = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        formulas = openpyxl.load_workbook(again, read_only=True)
        for name in values.sheetnames:
            sheet = values[name]
            if not hasattr(sheet, "iter_rows"):
                remarks.append(Remark(f"left out: the chart {name!r}", content.shown))
                continue
            has_formulas, merges = _marks(content, sheet)
            written = formulas[name].iter_rows(values_only=True) if has_formulas else ()
            hidden = getattr(sheet, "sheet_state", "visible") != "visible"
            sheet_lines, unknown = _rows(content, name, sheet.iter_rows(), written, merges, len(lines))
            if unknown:
                what = f"cells with a formula and no value: {unknown}"
                remarks.append(
                    Remark(f"sheet {name!r}: {what}. Open it, let it calculate, and save it.", content.shown)
                )
            if hidden and sheet_lines:
                remarks.append(Remark(f"sheet {name!r} is hidden, and is read as the others are", content.shown))
            if sheet_lines:
                lines.append(Line(len(lines) + 1, name, LineKind.BREAK, where=name))
                lines += sheet_lines
    return lines, remarks


def _marks(content: Content, sheet: Any) -> tuple[bool, _Merges]:
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
            for row in range(top, min(bottom, top + _MOST_SPANNED) + 1):
                merges.setdefault(row, []).append((left - 1, min(right - 1, _WIDEST), top))
        tail = text[-200:]
    return formulas, merges


def _rows(
    content: Content,
    name: str,
    rows: Iterator[Sequence[Any]],
    written: Iterator[Sequence[Any]] | tuple[()],
    merges: _Merges,
    before: int,
) -> tuple[list[Line], int]:
    """The lines of a sheet, and how many of its cells have a formula whose value was never calculated."""
    lines: list[Line] = []
    unknown, origin = 0, {}
    for at, (row, formula) in enumerate(zip_longest(rows, written), 1):
        if at > _LAST_ROW:
            what = f"a row of the sheet {name!r} says that it is beyond the last of a sheet, {_LAST_ROW:,}"
            raise refuse(content, what, "Open it and save it again.")
        cells = [_text(cell.value, cell) for cell in (row or ())[:_WIDEST]]
        for column, told in enumerate(formula or ()):
            if isinstance(told, str) and told.startswith("=") and not (column < len(cells) and cells[column]):
                unknown += 1
        spans = merges.get(at, ())
        for left, _, top in spans:
            if at == top:
                origin[left, top] = cells[left] if left < len(cells) else ""
        line = _line(
            before + len(lines) + 2, cells, [(left, right, origin.get((left, top), "")) for left, right, top in spans]
        )
        if line is None:
            continue
        if before + len(lines) >= _MOST_ROWS:
            what = f"a spreadsheet of more than {_MOST_ROWS:,} rows"
            raise refuse(content, what, "Save the sheet as CSV, which is read as a stream.")
        lines.append(Line(line.number, line.text, line.kind, line.cells, where=f"{name}, row {at}"))
    return lines, unknown


def _line(number: int, cells: list[str], merged: list[tuple[int, int, str]]) -> Line | None:
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
        made += [Cell(said, at, at + len(said))] * (right - column + 1)
        text.append(said)
        at += len(said) + len(BAR)
        column = right + 1
    if not any(text):
        return None
    return Line(number, BAR.join(text), LineKind.ROW, tuple(made))


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
