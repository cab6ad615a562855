"""The parts of an office document, which is a zip archive: none that is encrypted, or a bomb."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator

from .content import Content
from .damage import DAMAGE, damaged
from .format import refuse

_MOST = 600_000_000  # bytes of all parts unpacked
_MOST_HELD = 100_000_000  # bytes of those that are parsed whole, in up to twenty times their size
_PASSWORD = 0x1  # the flag of an encrypted part


def holds(content: Content, part: str) -> bool:
    """Whether the archive holds this part."""
    try:
        with content.open() as stream, zipfile.ZipFile(stream) as archive:
            return part in archive.namelist()
    except DAMAGE:
        return False


def check_archive(content: Content, streamed: re.Pattern[str] | None = None) -> None:
    """Raises DocumentError for an archive that is damaged, encrypted, or unpacks to more than is ever read.

    `streamed` are the names of the parts that are read as a stream, or not at all.
    """
    try:
        with content.open() as stream, zipfile.ZipFile(stream) as archive:
            parts = archive.infolist()
    except DAMAGE as error:
        raise damaged(content, "this document", error) from error
    if any(part.flag_bits & _PASSWORD for part in parts):
        raise refuse(content, "this document has a password", "Open it and save it without one.")
    held = (part.file_size for part in parts if streamed is None or not streamed.fullmatch(part.filename))
    for most, size in ((_MOST, sum(part.file_size for part in parts)), (_MOST_HELD, sum(held))):
        if size > most:
            what = f"this document unpacks to more than {most / 1e6:,.0f} MB{' of what is read whole' * (most < _MOST)}"
            raise refuse(content, what, "Split it, or save its tables as CSV, which is read as a stream.")


def part_blocks(content: Content, name: str) -> Iterator[bytes]:
    """A part of the archive in blocks; nothing where it has none of this name."""
    with content.open() as stream, zipfile.ZipFile(stream) as archive:
        if name in archive.namelist():
            with archive.open(name) as part:
                while block := part.read(1_000_000):
                    yield block


def pictures(content: Content) -> int:
    """How many pictures the document holds."""
    with content.open() as stream, zipfile.ZipFile(stream) as archive:
        return sum("/media/" in name for name in archive.namelist())
