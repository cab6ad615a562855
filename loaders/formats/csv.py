"""CSV and TSV: a row a line, its cells told by the delimiter that its first rows share, read as a stream."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import TextIOWrapper

from graph.errors import DocumentError

from ..reading.line import Line
from .content import Content
from .encoding import Encoding, encoding_of
from .format import Laid
from .rows import row_line
from .text import LONGEST_LINE, encoding_remarks, text_lines

_DELIMITERS = (",", "\t", ";", "|")
_TOLD_BY = 50  # rows
csv.field_size_limit(LONGEST_LINE)  # of the process: no thread may lower it while another reads


class Reader:
    """Finds out how a table is written; its rows are read as a stream."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._written: tuple[Encoding, str] | None = None

    def read(self) -> None:
        """Find the encoding and the delimiter. Raises DocumentError for bytes that are no text."""
        encoding = encoding_of(self._content)
        self._written = encoding, _delimiter(self._content, encoding.codec)

    def laid(self) -> Laid | None:
        """The rows of the table; None where it is not known how it is written."""
        if self._written is None:
            return None
        encoding, delimiter = self._written

        def again() -> Iterator[Line]:
            return _rows(self._content, encoding.codec, delimiter)

        return Laid("CSV", again, remarks=encoding_remarks(self._content, encoding), streams=True)


def _delimiter(content: Content, codec: str) -> str:
    """The delimiter by which most of the first rows have the same number of cells, more than one."""
    if content.path.suffix.lower() in (".tsv", ".tab"):
        return "\t"
    head = [line for (_, line), _ in zip(text_lines(content, codec), range(_TOLD_BY), strict=False) if line.strip()]

    def alike(delimiter: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(head, delimiter=delimiter)]
        except csv.Error:  # a cell without an end: the reader of its rows says where
            return 0, 1
        most = max((width for width in widths if width > 1), key=widths.count, default=1)
        return (widths.count(most) if most > 1 else 0, most)

    return max(_DELIMITERS, key=alike)


def _rows(content: Content, codec: str, delimiter: str) -> Iterator[Line]:
    utf8 = codec.startswith("utf-8")
    stream = TextIOWrapper(content.open(), "utf-8-sig" if utf8 else codec, "strict" if utf8 else "replace", newline="")
    with stream:
        reader = csv.reader(stream, delimiter=delimiter)
        number = 1
        try:
            for row in reader:
                cells = [cell if cell.isalnum() else " ".join(cell.split()) for cell in row]
                yield row_line(number, cells) if any(cells) else Line(number, "")
                number = reader.line_num + 1
        except csv.Error as error:
            todo = "Quote a cell that holds a delimiter or a line's end, and close every quotation mark."
            raise DocumentError(
                content.shown, reader.line_num, f"the row cannot be read as CSV ({error})", todo
            ) from error
