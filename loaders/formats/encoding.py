"""How the bytes of a text are letters: as its first bytes, its own markup or its letters tell."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from graph.errors import DocumentError

from .content import Content

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# One byte a letter: those that reports were saved in before UTF-8. The first that fits is taken where two fit alike.
_ONE_BYTE = ("cp1252", "cp1256", "cp1250", "cp1254", "cp1251", "cp1253", "iso8859_6", "iso8859_9", "mac_roman")
_NAMES = {"cp1256": "windows-1256 (Arabic)", "cp1252": "windows-1252 (Western European)", "utf-16": "UTF-16"}
_SAMPLE = 50_000  # bytes that hold other letters than ASCII
_SURROGATES = re.compile("[\udc80-\udcff]")
_DECLARED = re.compile(r"""<meta[^<>]{0,200}?charset\s*+=\s*+["']?([\w.:-]{1,40})""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding as Python names it, and as people do; `guessed` where nothing but the letters themselves tells it."""

    codec: str
    name: str
    guessed: bool


def encoding_of(content: Content) -> Encoding:
    """The encoding of a text. Raises DocumentError for bytes that are no text."""
    for mark, codec in _MARKS:
        if content.head.startswith(mark):
            return Encoding(codec, _NAMES.get(codec, "UTF-8"), guessed=False)
    if wide := _wide(content.head):
        return Encoding(wide, "UTF-16", guessed=True)
    if b"\0" in content.head:
        line = content.head.partition(b"\0")[0].count(b"\n") + 1
        todo = "Give a text, a page of HTML, a spreadsheet (XLSX), a DOCX or a PDF."
        raise DocumentError(content.shown, line, "this is a binary file", todo)
    good, bad, line = _as_utf8(content.blocks())
    if good >= bad:  # damaged where it is not: the reader of its lines says so
        return Encoding("utf-8", "UTF-8", guessed=False)
    declared = _DECLARED.search(content.text_head)
    if declared and (found := _known(declared[1], content)):
        return found
    return _guess(content, line)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its lines, blanks and digits is zero."""
    even, odd = head[0:4000:2].count(0), head[1:4000:2].count(0)
    letters = len(head[:4000]) // 2
    few = letters // 20
    if odd > few >= even and odd > 1:
        return "utf-16-le"
    if even > few >= odd and even > 1:
        return "utf-16-be"
    return None


def _as_utf8(blocks: Iterable[bytes]) -> tuple[int, int, int]:
    """How many letters outside ASCII read as UTF-8, how many bytes are none, and the line of the first of those."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    good = bad = lines = first = 0
    for text in (*map(decoder.decode, blocks), decoder.decode(b"", final=True)):
        if not text.isascii():
            broken = _SURROGATES.findall(text)
            if broken and not bad:
                first = lines + text.count("\n", 0, text.index(broken[0])) + 1
            bad += len(broken)
            good += len(text) - len(text.encode("ascii", "ignore")) - len(broken)
        lines += text.count("\n")
    return good, bad, first


def _known(name: str, content: Content) -> Encoding | None:
    """The encoding that a page declares, where its first bytes can be read by it."""
    try:
        codec = codecs.lookup(name).name
        content.head.decode(codec, "strict")
    except (LookupError, ValueError):
        return None
    return None if codec == "utf-8" else Encoding(codec, _NAMES.get(codec, name), guessed=False)


def _guess(content: Content, line: int) -> Encoding:
    """What the letters outside ASCII look like, the first of which stands in this line.

    Raises DocumentError where they look like nothing.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 50 ms that text in UTF-8 does not need

    sample = bytearray()
    for block in content.blocks():
        for text in block.splitlines(keepends=True):
            if not text.isascii() and len(sample) < _SAMPLE:
                sample += text
    found = from_bytes(bytes(sample[:_SAMPLE]), cp_isolation=list(_ONE_BYTE), threshold=0.3)
    fits = [(one.chaos, -one.coherence, _ONE_BYTE.index(one.encoding), str(one)) for one in found]
    if not fits:
        todo = "Save the file as UTF-8 and read it again."
        raise DocumentError(content.shown, line, "this is not UTF-8 text, nor any other that is known", todo)
    read = min(fits)[3]  # more than one reads the letters that stand here alike
    codec = next(name for name in _ONE_BYTE if bytes(sample[:_SAMPLE]).decode(name, "replace") == read)
    return Encoding(codec, _NAMES.get(codec, codec), guessed=True)
