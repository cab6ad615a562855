"""A line of a document as every reader sees it: its number, its text, what it is, and its cells where it has them.

What turns bytes into lines (HTML, wikitext, a spreadsheet, a page of PDF) gives a row of a table its cells; plain text
gives none, and the grid finds them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class LineKind(StrEnum):
    """What a line is, as far as the document's own markup says it."""

    TEXT = "text"
    HEADING = "heading"
    ROW = "row"
    CAPTION = "caption"  # of a picture or a table
    BREAK = "break"  # a sheet, a page or a table begins; its text names it, or is empty


class Cell(NamedTuple):
    """A cell of a row: its text, and the letters of the line's text that hold it.

    `header`: the markup says that it heads a column or a row. A cell that spans columns is given once for each: `start`
    and `end` are the same, and so is the text. `number`: the line of the file in which it begins, where its row has
    several; 0 is that of the row.
    """

    text: str
    start: int
    end: int
    header: bool = False
    number: int = 0


class Line(NamedTuple):
    """A line: `number` counts lines of the file from 1, `text` is what a reader sees of it; offsets count in `text`.

    `level` of a heading counts from 1; 0 where the markup gives none. `where` is how a person finds the line in a
    document that has no lines of its own: "Results, row 7", "page 3, line 12"; there `number` counts what was made.
    `doubt`: why its cells may be others than they seem.
    """

    number: int
    text: str
    kind: LineKind = LineKind.TEXT
    cells: tuple[Cell, ...] | None = None
    level: int = 0
    where: str = ""
    doubt: str = ""

    @property
    def numbers(self) -> set[int]:
        """The lines of the file in which its text begins, and its cells."""
        return {self.number, *(cell.number or self.number for cell in self.cells or ())}

    def number_at(self, offset: int) -> int:
        """The line of the file in which a letter of the text stands."""
        if not self.cells or not self.cells[-1].number:
            return self.number
        return next((cell.number for cell in self.cells if cell.start <= offset < cell.end), 0) or self.number
