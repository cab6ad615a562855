"""Plain text and Markdown: lines as they stand in the file, read as a stream."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from io import TextIOWrapper
from pathlib import Path

from graph.errors import DocumentError
from graph.model import Remark

from ..reading.line import Line
from .content import Content, content_of
from .encoding import Encoding, encoding_of
from .format import Laid

LONGEST_LINE = 10_000_000  # characters; a file with a longer line is no text that people wrote
_SURROGATES = re.compile("[\udc80-\udcff]")


class Reader:
    """Finds out in what letters a text is written; its lines are read as a stream."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._encoding: Encoding | None = None

    def read(self) -> None:
        """Find the encoding. Raises DocumentError for bytes that are no text."""
        self._encoding = encoding_of(self._content)

    def laid(self) -> Laid | None:
        """The lines of the text; None where its letters are not known."""
        encoding = self._encoding
        if encoding is None:
            return None

        def numbered() -> Iterator[tuple[int, str]]:
            return text_lines(self._content, encoding.codec)

        def again() -> Iterator[Line]:
            return (Line(number, line) for number, line in numbered())

        return Laid("text", again, remarks=encoding_remarks(self._content, encoding), numbered=numbered)


def encoding_remarks(content: Content, encoding: Encoding) -> tuple[Remark, ...]:
    """That the letters were guessed, where they were."""
    if not encoding.guessed:
        return ()
    return (Remark(f"it is no UTF-8 text: its letters were read as {encoding.name}", content.shown),)


def read_lines(path: Path, shown: str) -> Iterator[tuple[int, str]]:
    """The lines of a UTF-8 file from 1, without their ends, read as a stream.

    Raises DocumentError where the file is missing, binary, not UTF-8 or empty, or a line is endless.
    """
    yield from text_lines(content_of(path, shown), "utf-8-sig")


def text_lines(content: Content, codec: str) -> Iterator[tuple[int, str]]:
    """The lines of a text from 1, without their ends, read as a stream.

    Raises DocumentError where it is binary or of another encoding, or a line is endless.
    """
    shown, number = content.shown, 0
    utf8 = codec.startswith("utf-8")
    errors = "surrogateescape" if utf8 else "replace"
    with TextIOWrapper(content.open(), "utf-8-sig" if utf8 else codec, errors, newline=None) as stream:
        for number, line in enumerate(iter(partial(stream.readline, LONGEST_LINE + 1), ""), 1):
            if not line.isascii() and _SURROGATES.search(line):
                raise DocumentError(
                    shown, number, "this is not UTF-8 text", "Save the file as UTF-8 and read it again."
                )
            if "\0" in line:
                raise DocumentError(shown, number, "this is a binary file", "Give a text file, saved as UTF-8.")
            if len(line) > LONGEST_LINE:
                what = f"this line has more than {LONGEST_LINE:,} characters"
                raise DocumentError(shown, number, what, "Break it into lines and read it again.")
            yield number, line.rstrip("\n")
