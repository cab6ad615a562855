"""The bytes of a document: a file, or what came from standard input, opened as often as they are read."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph.errors import DocumentError
from graph.files import refuse_endless

STANDARD_INPUT = Path("-")
LARGEST = 100_000_000  # bytes of a document
_HEAD = 65_536  # bytes looked at to tell what a document is
_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Content:
    """A document's bytes; `shown` is what messages call it, `data` holds them where they are in no file."""

    path: Path
    shown: str
    head: bytes
    size: int
    data: bytes | None = None

    def open(self) -> BinaryIO:
        """The bytes as a stream from the first. Raises DocumentError."""
        if self.data is not None:
            return io.BytesIO(self.data)
        return _opened(self.path, self.shown)

    def blocks(self, size: int = 1_000_000) -> Iterator[bytes]:
        """The bytes in blocks. Raises DocumentError."""
        with self.open() as stream:
            while block := stream.read(size):
                yield block

    def whole(self, most: int, what: str) -> bytes:
        """All bytes of a document that is not read as a stream. Raises DocumentError where there are more than `most`.

        `what` is the kind of document: "a page of HTML".
        """
        self.limit(most, what)
        return b"".join(self.blocks())

    def limit(self, most: int, what: str) -> None:
        """Raises DocumentError for a document of more than `most` bytes."""
        if self.size > most:
            raise DocumentError(
                self.shown,
                None,
                f"{what} of {self.size / 1e6:,.0f} MB: at most {most / 1e6:,.0f} MB are read",
                "Split it, or save its tables as CSV, which is read as a stream.",
            )

    @property
    def text_head(self) -> str:
        """The first bytes behind front matter, each as a letter; those of ASCII are the same in every encoding."""
        text = self.head.replace(b"\0", b"").decode("latin-1").replace("\r\n", "\n")
        return behind_front_matter(text.removeprefix("\xef\xbb\xbf"))[1]


def behind_front_matter(text: str) -> tuple[str, str]:
    """A text in two: its front matter, empty where it has none, and the rest."""
    first, _, rest = text.partition("\n")
    end = rest.find(f"\n{_FENCE}")
    if first.strip() != _FENCE or end < 0:
        return "", text
    cut = len(first) + 1 + end + 1 + len(_FENCE)
    return text[:cut], text[cut:]


def content_of(path: Path, shown: str | None = None) -> Content:
    """The bytes at a path; of `-`, all that standard input gives.

    Raises DocumentError for a file that is missing, empty, too large, or no file but a pipe.
    """
    if path == STANDARD_INPUT:
        shown = shown or "standard input"
        data = sys.stdin.buffer.read(LARGEST + 1)
        content = Content(path, shown, data[:_HEAD], len(data), data)
    else:
        shown = shown or str(path)
        refuse_endless(path, shown)
        try:
            with _opened(path, shown) as stream:
                head = stream.read(_HEAD)
                size = stream.seek(0, io.SEEK_END) if stream.seekable() else len(head)
        except OSError as error:
            todo = "Check that the disk or device is whole."
            raise DocumentError(shown, None, f"cannot be read: {error.strerror}", todo) from error
        content = Content(path, shown, head, size)
    if not content.head.removeprefix(codecs.BOM_UTF8):
        raise DocumentError(shown, None, "the file is empty", "Nothing was read; check that it was saved.")
    content.limit(LARGEST, "a document")
    return content


def _opened(path: Path, shown: str) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise DocumentError(
            shown, None, f"cannot be opened: {error.strerror}", "Check the path and its permissions."
        ) from error
