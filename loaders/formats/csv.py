"""CSV and TSV: a row a line, its cells told by the delimiter that its first rows share, read as a stream."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper

from graph.errors import DocumentError

from ..reading.line import Line
from .content import Content
from .encoding import Encoding, encoding_of
from .format import Laid
from .rows import row_line
from .text import LONGEST_LINE, encoding_remarks, text_lines

_DELIMITERS = (",", "\t", ";", "|")
_COMMENT = "#"
_TOLD_BY = 50  # rows
_LONGEST_CELL, _LONGEST_RECORD = 200, 1_000  # lines
csv.field_size_limit(LONGEST_LINE)  # of the process: no thread may lower it while another reads


class Reader:
    """Finds out how a table is written; its rows are read as a stream."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._written: tuple[Encoding, str, int] | None = None

    def read(self) -> None:
        """Find the encoding and the delimiter. Raises DocumentError for bytes that are no text."""
        encoding = encoding_of(self._content)
        self._written = encoding, *_delimiter(self._content, encoding.codec)

    def laid(self) -> Laid | None:
        """The rows of the table; None where it is not known how it is written."""
        if self._written is None:
            return None
        encoding, delimiter, width = self._written

        def again() -> Iterator[Line]:
            return _rows(self._content, encoding.codec, delimiter, width)

        return Laid("CSV", again, remarks=encoding_remarks(self._content, encoding), streams=True)


def _delimiter(content: Content, codec: str) -> tuple[str, int]:
    """The delimiter by which most of the first rows have the same number of cells, more than one; and that number."""
    head = [line for (_, line), _ in zip(text_lines(content, codec), range(_TOLD_BY), strict=False) if line.strip()]

    def alike(delimiter: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(head, delimiter=delimiter)]
        except csv.Error:  # a cell without an end: the reader of its rows says where
            return 0, 1
        most = max((width for width in widths if width > 1), key=widths.count, default=1)
        return (widths.count(most) if most > 1 else 0, most)

    tabs = content.path.suffix.lower() in (".tsv", ".tab")
    told = "\t" if tabs else max(_DELIMITERS, key=alike)
    return told, alike(told)[1]


def _rows(content: Content, codec: str, delimiter: str, width: int) -> Iterator[Line]:
    utf8 = codec.startswith("utf-8")
    stream = TextIOWrapper(content.open(), "utf-8-sig" if utf8 else codec, "strict" if utf8 else "replace", newline="")
    with stream:
        records = Records(stream, delimiter)
        reader = csv.reader(records, delimiter=delimiter)
        begun = False
        try:
            for row in reader:
                number = records.number
                cells = [cell if cell.isalnum() else " ".join(cell.split()) for cell in row]
                text = _text(cells, delimiter, width, begun=begun)
                begun = len(cells) >= width or (begun and not text)  # a line of text ends the table
                line = row_line(number, cells) if text is None else Line(number, text)
                doubt = f"the quotation mark in line {number} is not closed" if records.unclosed else ""
                yield line._replace(doubt=doubt) if doubt else line
        except csv.Error as error:
            todo = "Quote a cell that holds a delimiter or a line's end, and close every quotation mark."
            raise DocumentError(
                content.shown, records.number, f"the row cannot be read as CSV ({error})", todo
            ) from error


def _text(cells: Sequence[str], delimiter: str, width: int, *, begun: bool) -> str | None:
    """What a row says that is none of the table; None of one that is. `width`: how many cells most rows have.

    It is a comment, a title above the table, a label and what it leads to ("Turnout: ..."), or empty.
    """
    if not any(cells):
        return ""
    if cells[0][:1] == _COMMENT and len(cells) != width:
        return f"{delimiter.strip()} ".join(cells).lstrip(_COMMENT + " ")
    alone = len(cells) == 1 < width
    return cells[0] if alone and (not begun or ": " in cells[0]) else None


class Records:
    """The records of a table, one after another: lines, or those joined that a quoted cell goes over.

    `number`: the line at which the last one begins. `unclosed`: it has a quotation mark that no line behind closes; it
    is given without its marks, and what follows is read as if it had none.
    """

    def __init__(self, lines: Iterable[str], delimiter: str) -> None:
        self.number = 0
        self.unclosed = False
        self._lines = iter(lines)
        self._delimiter = delimiter
        self._ahead: deque[str] = deque()
        self._next = 1
        self._lost = 0  # the last line that, begun within a cell, belongs to none that ends

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._lines)
        self.number, self.unclosed = self._next, False
        self._next += 1
        if '"' not in line or not _is_open(line, self._delimiter):
            return line
        ends = self._closed_by()
        if ends is None:
            self.unclosed = True
            return line.replace('"', "")
        whole = line + "".join(self._ahead.popleft() for _ in range(ends))
        self._next += ends
        return whole

    def _closed_by(self) -> int | None:
        """How many lines further the open cell is closed, and any that opens behind it; None where one is not."""
        if self._next <= self._lost:
            return None  # a search before came by here within a cell, and found no end
        lines = 0  # of the cell that is open
        for count in range(1, _LONGEST_RECORD + 1):
            if count > len(self._ahead):
                following = next(self._lines, None)
                if following is None:
                    return None
                self._ahead.append(following)
            lines += 1
            behind = _behind_cell(self._ahead[count - 1])
            if behind is None:
                if lines >= _LONGEST_CELL:
                    return None
                continue
            if behind.strip() and behind.lstrip(" ")[0] != self._delimiter:
                self._lost = self._next + count - 1
                return None
            if not _is_open(behind.lstrip(" "), self._delimiter):
                return count
            lines = 0
        self._lost = self._next + _LONGEST_RECORD - 1
        return None


def _is_open(line: str, delimiter: str) -> bool:
    """Whether a line ends within a quoted cell."""
    quoted, at = False, line.find('"')
    while at >= 0:
        if not quoted:
            quoted = at == 0 or line[at - 1] == delimiter
        elif line[at + 1 : at + 2] == '"':
            at += 1
        else:
            quoted = False
        at = line.find('"', at + 1)
    return quoted


def _behind_cell(line: str) -> str | None:
    """What stands behind the mark that ends a quoted cell in a line that begins within it; None where none does."""
    end = line.replace('""', "  ").find('"')
    return line[end + 1 :] if end >= 0 else None
