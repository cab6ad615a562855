"""A word processor's document (DOCX): its paragraphs, headings and tables as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from graph.model import Remark

from ..reading.line import Line, LineKind
from .archive import check_archive, pictures
from .content import Content
from .damage import DAMAGE, damaged
from .format import Laid
from .rows import Grid, Spanning, Spread

_MOST = 30_000_000  # bytes: the document is parsed whole
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_TEXT, _TAB, _BREAKS = qn("w:t"), qn("w:tab"), (qn("w:br"), qn("w:cr"))
_GONE = frozenset((qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:delText")))
_NOTES = (qn("w:footnoteReference"), qn("w:endnoteReference"), qn("w:commentReference"))
_WRAPPERS = frozenset((qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:smartTag"), qn("w:ins")))


class Reader:
    """Walks the body of a document."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._styles: dict[str, str] = {}
        self._spread = Spread()
        self._lines: list[Line] = []
        self._said: dict[str, str] = {}
        self._pictures = 0
        self._number = 0
        self._notes = 0  # marks of notes
        self._changed = False  # whether there are tracked changes

    def read(self) -> None:
        """Take the lines of the body. Raises DocumentError for one that is damaged, has a password or is too large."""
        content = self._content
        check_archive(content)
        content.limit(_MOST, "a DOCX document")
        self._pictures = pictures(content)
        try:
            with content.open() as stream:
                document = docx.Document(stream)
                if title := (document.core_properties.title or "").strip():
                    self._said["title"] = title
                self._styles = {style.style_id: style.name or "" for style in document.styles}
                self._lines.extend(self._body(document.element.body))
        except (OpcError, PythonDocxError, *DAMAGE) as error:
            raise damaged(content, "this document", error) from error

    def laid(self) -> Laid:
        """The lines so far, and what is left out of them."""
        told = []
        if self._pictures:
            told.append(f"left out: pictures, whose words are not read ({self._pictures})")
        if self._notes:
            told.append(f"left out: footnotes and comments ({self._notes})")
        if self._changed:
            told.append("the document holds tracked changes: it is read as if all were accepted")
        remarks = tuple(Remark(text, self._content.shown) for text in told)
        return Laid("DOCX", lambda: iter(self._lines), self._said, remarks)

    def _body(self, body: Any) -> Iterator[Line]:
        """The lines of a body, a blank one after each paragraph."""
        for element in self._blocks(body):
            if element.tag == _TABLE:
                yield from self._table(element)
            else:
                yield from self._paragraph(element)

    def _blocks(self, parent: Any) -> Iterator[Any]:
        """The paragraphs and tables, out of what wraps them."""
        open_parents = [iter(parent)]
        while open_parents:
            element = next(open_parents[-1], None)
            if element is None:
                open_parents.pop()
            elif element.tag in (_PARAGRAPH, _TABLE):
                yield element
            elif element.tag in _WRAPPERS:
                open_parents.append(iter(element))

    def _line(self, text: str, kind: LineKind = LineKind.TEXT, level: int = 0) -> Line:
        self._number += 1
        return Line(self._number, text, kind, level=level)

    def _paragraph(self, element: Any) -> Iterator[Line]:
        style = self._style(element)
        level = int(style[-1]) if style.lower().startswith("heading ") and style[-1].isdigit() else 0
        kind = LineKind.HEADING if level or style in ("Title", "Subtitle") else LineKind.TEXT
        kind = LineKind.CAPTION if style.lower() == "caption" else kind
        bullet = "- " if element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None or style.startswith("List") else ""
        text = self._words(element)
        for part in text.split("\n"):
            if part.strip():
                yield self._line(f"{bullet if kind is LineKind.TEXT else ''}{part.strip()}", kind, level)
        if text.strip() and not bullet:
            yield self._line("")

    def _style(self, element: Any) -> str:
        found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return self._styles.get(found.get(qn("w:val")), "") if found is not None else ""

    def _words(self, element: Any) -> str:
        """The letters of a paragraph or cell, without what was deleted."""
        parts: list[str] = []
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, part in walk:
            if event == "end":
                if part.tag == _PARAGRAPH and part is not element:
                    parts.append("\n")
            elif part.tag in _GONE:
                self._changed = self._changed or part.tag in (qn("w:del"), qn("w:moveFrom"))
                walk.skip_subtree()
            elif part.tag == _TEXT:
                parts.append(part.text or "")
            elif part.tag == _TAB and part.getparent().tag == qn("w:r"):
                parts.append("\t")
            elif part.tag in _BREAKS:
                parts.append("\n")
            elif part.tag in _NOTES:
                self._notes += 1
        return "".join(parts)

    def _table(self, table: Any) -> Iterator[Line]:
        yield self._line("", LineKind.BREAK)
        grid = Grid(self._spread)
        above: dict[int, str] = {}
        for row in table.iterchildren(_ROW):
            cells: list[Spanning] = []
            column = 0
            for cell in row.iterchildren(_CELL):
                span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
                said = span.get(qn("w:val"), "1") if span is not None else "1"
                columns = int(said) if said.isdecimal() and len(said) < 4 else 1
                merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
                text = " ".join(self._words(cell).split())
                if merged is not None and merged.get(qn("w:val")) != "restart":
                    text = above.get(column, "")
                above[column] = text
                cells.append(Spanning(text, columns=columns))
                column += columns
            head = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
            self._number += 1
            yield grid.line(self._number, [cell._replace(header=head) for cell in cells])
