"""A page of HTML: its headings, paragraphs, items and tables as lines, each with its line in the file.

What a reader of the page does not see (scripts, hidden parts, navigation) is left out. A parser knows the line of a
tag up to 65,535 only, so each tag that begins a block is given its line as an attribute before the page is parsed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from graph.dates import is_date
from graph.model import Remark

from ..reading.line import Line, LineKind
from .content import Content, behind_front_matter
from .encoding import encoding_of
from .format import Laid, refuse
from .rows import Grid, Spanning, Spread, without_empty_columns
from .text import encoding_remarks

_MOST = 30_000_000  # bytes: a page is parsed whole, in about ten times its size
_BLOCK = 4_096  # bytes that are parsed at a time: the end of a tag is looked for in all that are open
_DEEPEST = 2_000  # tags within tags
_LINE = "data-l"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "header hr li main ol p pre section summary table tbody tfoot thead ul".split()
) | frozenset(_HEADINGS)
_UNSEEN = frozenset("script style noscript template head svg iframe object math canvas audio video".split())
_ASIDE = frozenset("nav button select textarea input".split())
_CELLS = frozenset(("td", "th"))
_CAPTIONS = frozenset(("caption", "figcaption"))
_CLOSED = (LineKind.ROW, LineKind.BREAK)  # after these no blank line tells that a paragraph ends
_HIDDEN = re.compile(r"(?:display\s*+:\s*+none|visibility\s*+:\s*+hidden)", re.IGNORECASE)
_MARKED = re.compile(
    rf"<(?=(?:{'|'.join(sorted(_BLOCKS | _CELLS | {'tr', 'br'}))})[\s>/])([a-z0-9]+)|\n", re.IGNORECASE
)
_OPENED = re.compile(r"<[a-z][^\s/>]*+(?=[\s/])", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
_MOST_ATTRIBUTES, _FEW_ATTRIBUTES = 100, 20
_SPACES = re.compile(r"\s+")
_NOTE = re.compile(r"\s*+[\[(]?(?:\d{1,3}|[a-z]|[*†‡§¶#]{1,3}|(?:note|nb|efn)\s*+\d{1,2})[\])]?\s*+", re.IGNORECASE)
_LONGEST_NOTE = 20  # letters
_META = {"article:published_time": "published", "datepublished": "published", "og:site_name": "publisher"}
_LANGUAGE = re.compile(r"[A-Za-z-]{2,12}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Reader:
    """Goes through a page of HTML."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._page = _Page()
        self._matter: list[Line] = []
        self._said: dict[str, str] = {}
        self._remarks: tuple[Remark, ...] = ()

    def read(self) -> None:
        """Take the lines of the page. Raises DocumentError where it is too large, no text, or empty."""
        content = self._content
        encoding = encoding_of(content)
        self._remarks = encoding_remarks(content, encoding)
        markup = content.whole(_MOST, "a page of HTML").decode(encoding.codec, "replace")
        markup = markup.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        matter, markup = behind_front_matter(markup)
        root = _parsed(_with_lines(_uncrowded(markup), 1 + matter.count("\n")).encode("utf-8", "replace"))
        if root is None:
            raise refuse(content, "there is no text in this page of HTML", "Check that it was saved whole.")
        if _ends_deep(root):
            what = f"its tags stand more than {_DEEPEST:,} deep in one another, and the rest cannot be read"
            raise refuse(content, what, "Save the page anew, or give its text.")
        self._matter = [Line(number, text) for number, text in enumerate(matter.split("\n"), 1) if matter]
        self._said = _said(root)
        self._page.read(root)

    def laid(self) -> Laid:
        """The lines so far, what the page says of itself, and what is left out."""
        lines = (*self._matter, *self._page.lines)
        remarks = (*self._remarks, *self._page.remarks(self._content.shown))
        return Laid("HTML", lambda: iter(lines), self._said, remarks)


def _uncrowded(markup: str) -> str:
    """The markup with an end of each tag behind its hundredth attribute: what follows is text, and nothing is lost.

    The parser compares each attribute of a tag with all before it. A tag is told here as it tells it, from any `<` on:
    in a comment or a script there is none, but what stands there is not seen.
    """
    ends: set[int] = set()
    counted: set[int] = set()
    for tag in _OPENED.finditer(markup):
        at, count = tag.end(), 0
        while at not in counted and (found := _ATTRIBUTE.match(markup, at)):
            if count >= _FEW_ATTRIBUTES:
                counted.add(at)
            at, count = found.end(), count + 1
            if count % _MOST_ATTRIBUTES == 0:
                ends.add(at)
    if not ends:
        return markup
    at, kept = 0, []
    for end in sorted(ends):
        kept.append(markup[at:end])
        at = end
    return ">".join((*kept, markup[at:]))


def _parsed(markup: bytes) -> etree._Element | None:
    """The tree of a page, parsed block by block: within one nothing can be broken off. None for a page of nothing."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    for at in range(0, len(markup), _BLOCK):
        parser.feed(markup[at : at + _BLOCK])
    try:
        return parser.close()
    except etree.ParseError:
        return None


def _ends_deep(root: etree._Element) -> bool:
    """Whether a page ends in a tag so deep that the parser stopped there, which it tells nobody."""
    depth, last = 0, root
    while len(last):
        depth, last = depth + 1, last[-1]
    return depth >= _DEEPEST


def _with_lines(markup: str, number: int) -> str:
    """The markup with the line of each block's tag as an attribute of it; inside of a comment or script it is lost.

    `number` is the line where the markup begins.
    """

    def mark(found: re.Match[str]) -> str:
        nonlocal number
        if found[1] is None:
            number += 1
            return "\n"
        return f"{found[0]} {_LINE}={number}"

    return _MARKED.sub(mark, markup)


def _said(root: etree._Element) -> dict[str, str]:
    """What the head of a page says of it: title, language, who published it and when."""
    said: dict[str, str] = {}
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language and _LANGUAGE.fullmatch(language):
        said["language"] = language
    title = root.find(".//title")
    if title is not None and title.text and title.text.strip():
        said["title"] = _SPACES.sub(" ", title.text).strip()
    for meta in root.iter("meta"):
        key = _META.get((meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower())
        value = _SPACES.sub(" ", meta.get("content") or "").strip()
        if key == "published":
            day = _DAY.match(value)
            value = day[0] if day and is_date(day[0]) else ""
        if key and value:
            said.setdefault(key, value)
    return said


@dataclass(slots=True)
class _Table:
    """An open table: its rows' layout, the cells of its open row, and the text that its open cell has so far.

    `begins`: which of the page's lines is its first.
    """

    grid: Grid
    cells: list[Spanning] | None = None
    line: int = 0
    cell: list[str] | None = None
    header: bool = False
    begins: int = 0


@dataclass(slots=True)
class _Page:
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
                    self._text(element.tail, element, after=True)
                    continue
                self._start(element, tag)
                self._text(element.text, element)
            elif not self._skipped(element):
                self._end(element, tag)
                self._text(element.tail, element, after=True)
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
        marked = element.get(_LINE)
        if marked and marked.isdigit():
            self.line = int(marked)
        if tag == "img":
            self._left_out["img"] += 1
        table = self._tables[-1] if self._tables else None
        if tag == "table":
            self._open_table(element)
        elif tag == "tr" and table:
            self._close_row()
            table.cells, table.line = [], self.line
        elif tag in _CELLS and table:
            self._close_cell()
            if table.cells is None:
                table.cells, table.line = [], self.line
            table.cell = []
            table.header = tag == "th"
        elif table and table.cell is not None:
            if tag in _BLOCKS or tag == "br":
                table.cell.append(" ")
        elif tag == "br":
            self._flush(ends=False)
        elif tag in _BLOCKS:
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
        elif tag in _CELLS and table:
            self._close_cell(element)
        elif (table is None or table.cell is None) and tag in _BLOCKS:
            self._flush()
            if tag in ("ul", "ol"):
                self._lists -= 1
            elif tag == "li":
                self._bullet = ""
            elif tag in _HEADINGS or tag in _CAPTIONS:
                self._kind = LineKind.TEXT, 0
            elif tag == "pre":
                self._preformatted -= 1

    def _text(self, text: str | None, element: etree._Element, *, after: bool = False) -> None:
        """Text within an element, or after it."""
        if not text:
            return
        table = self._tables[-1] if self._tables else None
        if table and table.cell is not None:
            if text.strip() and not any(part.strip() for part in table.cell) and not table.cells:
                table.line = self.line + _newlines_before(text)
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
        text = whole.rstrip() if self._preformatted else _SPACES.sub(" ", whole).strip()
        self._words.clear()
        if text:
            kind, level = self._kind
            self.lines.append(Line(self._starts, f"{self._bullet}{text}", kind, level=level))
            self._bullet = " " * len(self._bullet)
        last = self.lines[-1] if self.lines else None
        if ends and last and last.text and last.kind not in _CLOSED and not last.text.lstrip().startswith("- "):
            self.lines.append(Line(last.number, ""))

    def _open_table(self, element: etree._Element) -> None:
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
        text = _SPACES.sub(" ", "".join(table.cell)).strip()
        columns, rows = (_span(element, name) for name in ("colspan", "rowspan"))
        if table.cells is None:
            table.cells = []
        table.cells.append(Spanning(text, table.header, columns, rows))
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
