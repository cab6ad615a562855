"""A page of HTML: its headings, paragraphs, items and tables as lines, each with its line in the file.

What a reader of the page does not see (scripts, hidden parts, navigation) is left out. A parser knows the line of a
tag up to 65,535 only, so each tag that begins a block is given its line as an attribute before the page is parsed.
"""

from __future__ import annotations

import re

from lxml import etree

from graph.dates import is_date
from graph.model import Remark

from ..reading.line import Line
from .content import Content, behind_front_matter
from .encoding import encoding_of
from .format import Laid, refuse
from .html_page import BLOCKS, CELLS, LINE, SPACES, Page
from .text import encoding_remarks

_MOST = 30_000_000  # bytes: a page is parsed whole, in about ten times its size
_BLOCK = 4_096  # bytes that are parsed at a time: the end of a tag is looked for in all that are open
_DEEPEST = 2_000  # tags within tags
_MARKED = re.compile(rf"<(?=(?:{'|'.join(sorted(BLOCKS | CELLS | {'tr', 'br'}))})[\s>/])([a-z0-9]+)|\n", re.IGNORECASE)
_OPENED = re.compile(r"<[a-z][^\s/>]*+(?=[\s/])", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[\s/]*+[^\s/>][^\s/>=]*+(?>(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?)")
_MOST_ATTRIBUTES, _FEW_ATTRIBUTES = 100, 20
_META = {"article:published_time": "published", "datepublished": "published", "og:site_name": "publisher"}
_LANGUAGE = re.compile(r"[A-Za-z-]{2,12}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Reader:
    """Goes through a page of HTML."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._page = Page()
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
        return f"{found[0]} {LINE}={number}"

    return _MARKED.sub(mark, markup)


def _said(root: etree._Element) -> dict[str, str]:
    """What the head of a page says of it: title, language, who published it and when."""
    said: dict[str, str] = {}
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language and _LANGUAGE.fullmatch(language):
        said["language"] = language
    title = root.find(".//title")
    if title is not None and title.text and title.text.strip():
        said["title"] = SPACES.sub(" ", title.text).strip()
    for meta in root.iter("meta"):
        key = _META.get((meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower())
        value = SPACES.sub(" ", meta.get("content") or "").strip()
        if key == "published":
            day = _DAY.match(value)
            value = day[0] if day and is_date(day[0]) else ""
        if key and value:
            said.setdefault(key, value)
    return said
