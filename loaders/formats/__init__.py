"""The formats of documents: a row for each, with how it is told; each module turns its bytes into lines.

A new format is a file here and its row in `FORMATS`. Libraries are imported when a document needs them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ..deadline import Deadline
from ..reading.line import Line
from .content import LARGEST, STANDARD_INPUT, Content, content_of
from .format import Format, Laid, refuse, too_long

__all__ = ["FORMATS", "LARGEST", "STANDARD_INPUT", "Content", "Format", "Laid", "content_of", "lay"]

_OFFICE = b"PK\x03\x04"
_CLOSED_TAG = re.compile(r"</(?:table|tr|t[dh]|p|div|li|[uo]l|h[1-6]|body|article)[\s>]", re.IGNORECASE)
_PAGE = re.compile(r"<(?:!doctype\s++html|html)\b", re.IGNORECASE)
_WIKI = re.compile(r"\[\[[^\[\]\n]++\]\]|\{\{[^{}\n]++\}\}|^==|^\{\||^\|-", re.MULTILINE)
_FEWEST_TAGS, _FEWEST_MARKS = 3, 4
_SOFT_HYPHEN = "\u00ad"  # where a word may be broken at the end of a line

# What is no document that can be read, by its first bytes: what it is, and what to do.
_PICTURE = "this is a picture", "Have its text recognised (OCR) and give the text, checked against the picture."
_STRANGERS: Mapping[bytes, tuple[str, str]] = {
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"II*\0": _PICTURE,
    b"MM\0*": _PICTURE,
    b"\xd0\xcf\x11\xe0": (
        "this is an office document of before 2007, or one with a password",
        "Open it and save it as DOCX, XLSX or text, without a password.",
    ),
    b"{\\rtf": ("this is a rich text (RTF)", "Save it as DOCX or text."),
    b"\x1f\x8b": ("this is a compressed file", "Unpack it and give the document in it."),
    b"BZh": ("this is a compressed file", "Unpack it and give the document in it."),
    b"7z\xbc\xaf": ("this is a compressed file", "Unpack it and give the document in it."),
    b"Rar!": ("this is a compressed file", "Unpack it and give the document in it."),
}


def _is_html(content: Content) -> bool:
    head = content.text_head
    return _PAGE.match(head.lstrip()) is not None or len(_CLOSED_TAG.findall(head)) >= _FEWEST_TAGS


def _is_wikitext(content: Content) -> bool:
    marks = _WIKI.findall(content.text_head)
    return ("{|" in marks and "|-" in marks) or len(set(marks)) >= _FEWEST_MARKS


def _holds(content: Content, part: str) -> bool:
    """Whether an office document, which is a zip archive, holds this part."""
    if not content.head.startswith(_OFFICE):
        return False
    from .archive import holds  # noqa: PLC0415 - 5 ms that no text needs

    return holds(content, part)


# The first that a document looks like is its format; else its ending tells it, and the last takes any.
FORMATS: Mapping[str, Format] = {
    format.name: format
    for format in (
        Format("PDF", "pdf", lambda content: b"%PDF-" in content.head[:1024], needs="pypdf"),
        Format("XLSX", "xlsx", lambda content: _holds(content, "xl/workbook.xml"), needs="openpyxl"),
        Format("DOCX", "docx", lambda content: _holds(content, "word/document.xml"), needs="docx"),
        Format("HTML", "html", _is_html, (".html", ".htm", ".xhtml")),
        Format("wikitext", "wikitext", _is_wikitext, (".wiki", ".wikitext", ".mediawiki")),
        Format("CSV", "csv", lambda content: False, (".csv", ".tsv", ".tab")),
        Format("text", "text", lambda content: False, (".txt", ".md", ".markdown")),
    )
}


def lay(content: Content) -> Laid:
    """The lines of a document, whatever it is, in its time: of one that takes longer those that were read by then.

    Raises DocumentError for what cannot be read.
    """
    found: list[Format] = []
    if not Deadline(content.size).run(lambda: found.append(_format_of(content))):
        raise too_long(content, "the time of this document was over before it was known what it is")
    laid = found[0].lay(content)
    numbered = laid.numbered
    return replace(
        laid,
        again=lambda: map(_of_whole_words, laid.again()),
        numbered=numbered and (lambda: ((number, text.replace(_SOFT_HYPHEN, "")) for number, text in numbered())),
    )


def _of_whole_words(line: Line) -> Line:
    """A line without soft hyphens, which are no letters of its words."""
    text = line.text
    if _SOFT_HYPHEN not in text:
        return line
    cells = line.cells and tuple(
        cell._replace(
            text=cell.text.replace(_SOFT_HYPHEN, ""),
            start=cell.start - text.count(_SOFT_HYPHEN, 0, cell.start),
            end=cell.end - text.count(_SOFT_HYPHEN, 0, cell.end),
        )
        for cell in line.cells
    )
    return line._replace(text=text.replace(_SOFT_HYPHEN, ""), cells=cells)


def _format_of(content: Content) -> Format:
    for mark, (what, todo) in _STRANGERS.items():
        if content.head.startswith(mark):
            raise refuse(content, what, todo)
    ending = content.path.suffix.lower()
    table = ending in FORMATS["CSV"].endings  # its cells may hold anything
    found = next((row for row in FORMATS.values() if not (table and row.endings) and row.looks_like(content)), None)
    if found is None and content.head.startswith(_OFFICE):
        raise refuse(content, "this is an archive or an office document of another kind", "Save it as DOCX or XLSX.")
    named = next((row for row in FORMATS.values() if ending in row.endings), FORMATS["text"])
    return found or named
