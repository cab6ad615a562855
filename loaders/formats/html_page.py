"""The walk through a page of HTML, in the order of its text: what a reader sees becomes lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from graph.model import Remark

from ..reading.line import Line, LineKind
from .rows import Grid, Spanning, Spread, without_empty_columns

LINE = "data-l"  # the attribute of a tag that says its line
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "header hr li main ol p pre section summary table tbody tfoot thead ul".split()
) | frozenset(_HEADINGS)
_UNSEEN = frozenset("script style noscript template head svg iframe object math canvas audio video".split())
_ASIDE = frozenset("nav button select textarea input".split())
CELLS = frozenset(("td", "th"))
_CAPTIONS = frozenset(("caption", "figcaption"))
_CLOSED = (LineKind.ROW, LineKind.BREAK)  # after these no blank line tells that a paragraph ends
_HIDDEN = re.compile(r"(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)", re.IGNORECASE)
SPACES = re.compile(r"\s+")
_NOTE = re.compile(r"\s*+[\[(]?(?:\d{1,3}|[a-z]|[*†‡§¶#]{1,3}|(?:note|nb|efn)\s*+\d{1,2})[\])]?\s*+", re.IGNORECASE)
_LONGEST_NOTE = 20  # letters


@dataclass(slots=True)
class _Table:
    """An open table: its rows' layout, the cells of its open row, and the text of its open cell, with its line.

    `begins`: which of the page's lines is its first.
    """

    grid: Grid
    cells: list[Spanning] | None = None
    line: int = 0
    cell: list[str] | None = None
    cell_line: int = 0
    header: bool = False
    begins: int = 0


@dataclass(slots=True)
class Page:
    """Walks a page in the order of its text; `line` is that of the file where the walk is."""

    lines: list[Line] = field(default_factory=list)
    line: int = 1
    _words: list[str] = field(default_factory=list)
    _starts: int = 0
    _bullet: str = ""
    _lists: int = 0
    _kind: tuple[LineKind, int] = (LineKind.TEXT, 0)
    _preformatted: int = 0
    _tables: list[_Table] = field(default_factory=list)
    _spread: Spread = field(default_factory=Spread)
    _left_out: Counter[str] = field(default_factory=Counter)

    def read(self, root: etree._Element) -> None:
        """Walk the whole page."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if self._skipped(element):
                    self._leave_out(element)
                    walk.skip_subtree()
                    self._text(element.tail)
                    continue
                self._start(element, tag)
                self._text(element.text)
            elif not self._skipped(element):
                self._end(element, tag)
                self._text(element.tail)
        self._flush()

    def remarks(self, shown: str) -> Iterator[Remark]:
        """What the page has and its lines do not."""
        words = {
            "img": "pictures, whose words are not read",
            "hidden": "parts that the page hides",
            "nav": "blocks of navigation",
            "note": "marks of notes behind words and figures",
        }
        told = ", ".join(f"{what} ({self._left_out[key]})" for key, what in words.items() if self._left_out[key])
        if told:
            yield Remark(f"left out: {told}", shown)

    def _skipped(self, element: etree._Element) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _UNSEEN or tag in _ASIDE:
            return True
        if "hidden" in element.attrib or _HIDDEN.search(element.get("style") or ""):
            return True
        return tag in ("sup", "sub") and self._is_note(element)

    def _is_note(self, element: etree._Element) -> bool:
        letters = "".join(str(text)[:_LONGEST_NOTE] for text in islice(element.itertext(), _LONGEST_NOTE))
        return _NOTE.fullmatch(letters) is not None

    def _leave_out(self, element: etree._Element) -> None:
        """Count what a reader may miss."""
        tag = element.tag
        if tag in ("sup", "sub"):
            self._left_out["note"] += 1
        elif tag == "nav":
            self._left_out["nav"] += 1
        elif tag not in _UNSEEN and tag not in _ASIDE:
            self._left_out["hidden"] += 1

    def _start(self, element: etree._Element, tag: str) -> None:
        marked = element.get(LINE)
        if marked and marked.isdigit():
            self.line = int(marked)
        if tag == "img":
            self._left_out["img"] += 1
        table = self._tables[-1] if self._tables else None
        if tag == "table":
            self._open_table()
        elif tag == "tr" and table:
            self._close_row()
            table.cells, table.line = [], self.line
        elif tag in CELLS and table:
            self._close_cell()
            if table.cells is None:
                table.cells, table.line = [], self.line
            table.cell, table.cell_line = [], self.line
            table.header = tag == "th"
        elif table and table.cell is not None:
            if tag in BLOCKS or tag == "br":
                table.cell.append(" ")
        elif tag == "br":
            self._flush(ends=False)
        elif tag not in BLOCKS:
            self._part(element)
        else:
            self._flush()
            if tag in ("ul", "ol"):
                self._lists += 1
            elif tag == "li":
                self._bullet = "  " * max(self._lists - 1, 0) + "- "
            elif tag in _HEADINGS:
                self._kind = LineKind.HEADING, _HEADINGS[tag]
            elif tag in _CAPTIONS:
                self._kind = LineKind.CAPTION, 0
            elif tag == "pre":
                self._preformatted += 1

    def _part(self, element: etree._Element) -> None:
        """Part a word from a figure between which only tags stand: a page shows them apart."""
        before, text = element.getprevious(), (element.text or "")[:1]
        last = self._words[-1][-1:] if self._words else ""
        if before is not None and not before.tail and last.isalnum() and text.isalnum():
            self._words.extend(" " if last.isdigit() != text.isdigit() else "")

    def _end(self, element: etree._Element, tag: str) -> None:
        table = self._tables[-1] if self._tables else None
        if tag == "table" and table:
            self._close_row()
            self._tables.pop()
            rows = self.lines[table.begins :]
            if all(line.kind is LineKind.ROW for line in rows):
                self.lines[table.begins :] = without_empty_columns(rows)
        elif tag == "tr" and table:
            self._close_row()
        elif tag in CELLS and table:
            self._close_cell(element)
        elif (table is None or table.cell is None) and tag in BLOCKS:
            self._flush()
            if tag in ("ul", "ol"):
                self._lists -= 1
            elif tag == "li":
                self._bullet = ""
            elif tag in _HEADINGS or tag in _CAPTIONS:
                self._kind = LineKind.TEXT, 0
            elif tag == "pre":
                self._preformatted -= 1

    def _text(self, text: str | None) -> None:
        """Text within an element, or after it."""
        if not text:
            return
        table = self._tables[-1] if self._tables else None
        if table and table.cell is not None:
            if text.strip() and not any(part.strip() for part in table.cell):
                table.cell_line = self.line + _newlines_before(text)
                table.line = table.line if table.cells else table.cell_line
            table.cell.append(text)
        elif self._preformatted:
            for number, part in enumerate(text.split("\n")):
                if number:
                    self._flush(ends=False)
                    self.line += 1
                if part:
                    self._starts = self._starts if self._words else self.line
                    self._words.append(part)
            return
        elif text.strip() or self._words:
            if not self._words:
                self._starts = self.line + _newlines_before(text)
            self._words.append(text)
        self.line += text.count("\n")

    def _flush(self, *, ends: bool = True) -> None:
        """Write the words so far as a line; a blank line after it where the block `ends`, as between paragraphs."""
        whole = "".join(self._words)
        text = whole.rstrip() if self._preformatted else SPACES.sub(" ", whole).strip()
        self._words.clear()
        if text:
            kind, level = self._kind
            self.lines.append(Line(self._starts, f"{self._bullet}{text}", kind, level=level))
            self._bullet = " " * len(self._bullet)
        last = self.lines[-1] if self.lines else None
        if ends and last and last.text and last.kind not in _CLOSED and not last.text.lstrip().startswith("- "):
            self.lines.append(Line(last.number, ""))

    def _open_table(self) -> None:
        """A table begins. One that holds tables only places them on the page: its cells are read as blocks."""
        outer = self._tables[-1] if self._tables else None
        if outer and outer.cell is not None:  # what stands before it in its cell
            self._words, self._starts = list(outer.cell), self.line
            outer.cell = None
        self._flush()
        self.lines.append(Line(self.line, "", LineKind.BREAK))
        self._tables.append(_Table(Grid(self._spread), begins=len(self.lines)))

    def _close_cell(self, element: etree._Element | None = None) -> None:
        table = self._tables[-1]
        if table.cell is None:
            self._flush()
            return
        text = SPACES.sub(" ", "".join(table.cell)).strip()
        columns, rows = (_span(element, name) for name in ("colspan", "rowspan"))
        if table.cells is None:
            table.cells = []
        table.cells.append(Spanning(text, table.header, columns, rows, table.cell_line))
        table.cell = None

    def _close_row(self) -> None:
        table = self._tables[-1]
        self._close_cell()
        if table.cells:
            line = table.grid.line(table.line, table.cells)
            if any(cell.text for cell in line.cells or ()):
                self.lines.append(line)
        table.cells = None


def _newlines_before(text: str) -> int:
    return text[: len(text) - len(text.lstrip())].count("\n")


def _span(element: etree._Element | None, name: str) -> int:
    said = element.get(name, "1") if element is not None else "1"
    return int(said) if said.isdecimal() and len(said) < 6 else 1
