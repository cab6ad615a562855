"""The layout of text for terminals: its width, wrapping, bars, blocks and numbered sources."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TextIO

from ..wording.forms import ENGLISH

if TYPE_CHECKING:
    import json

    from queries.view.evidence import SourceLine

BAR = "#"
# A seat, one that is reserved, one that is not accounted for: as letters, and where the output cannot hold them.
BLOCKS = {"seat": ("■", "#"), "reserved": ("▣", "@"), "hollow": ("□", ".")}
_USUAL, _WIDEST = 80, 100
# Codes that steer a terminal, and marks that turn the direction of all that follows.
_STEERING = dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F)], "\ufffd")
_STEERING[0x09] = " "
# JSON escapes what is below the blank; these steer too.
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *range(0x202A, 0x202F))}
_TO_ESCAPE = "[\x7f-\x9f\u202a-\u202e]"


def columns() -> int:
    """The columns of the terminal, or as many as COLUMNS says; 80 in a pipe."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said):
        return int(said)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL
    except (OSError, ValueError):  # a pipe, a file, or no file at all
        return _USUAL


def width() -> int:
    """The width of running text in columns: the terminal's, at most 100, which are read with ease."""
    return min(columns(), _WIDEST)


def plain(text: str) -> str:
    """Lines that no document can make steer the terminal."""
    return text.translate(_STEERING)


def json_text(value: object, out: TextIO, indent: int | None = None) -> str:
    """A value as JSON: letters as they are where the output can hold them, and none that would steer a terminal."""
    text = _encoder(not writes_all(out), indent).encode(value)
    plain = text.isascii() and "\x7f" not in text
    return text.translate(_ESCAPED) if not plain and re.search(_TO_ESCAPE, text) else text


@cache
def _encoder(ascii_alone: bool, indent: int | None) -> json.JSONEncoder:
    import json

    return json.JSONEncoder(ensure_ascii=ascii_alone, indent=indent)


def writes_all(stream: TextIO) -> bool:
    """Whether a stream can hold every letter."""
    return (stream.encoding or "utf-8").lower().startswith("utf")


def columns_of(text: str) -> int:
    """The columns a text takes: marks that combine or steer take none."""
    if text.isascii():
        return len(text)
    return sum(not (unicodedata.combining(char) or unicodedata.category(char) == "Cf") for char in text)


def wrap(text: str, indent: str = "") -> str:
    """A paragraph in the width of the terminal; later lines are indented, and no word is broken.

    A line is as long as the columns that it takes; `textwrap` counts letters.
    """
    lines: list[str] = []
    line, blank, room = text[: len(text) - len(text.lstrip(" "))], "", width()
    for word in text.split(" "):
        if blank and columns_of(line) + columns_of(word) >= room:
            lines.append(line)
            line, blank = indent, ""
        if word:
            line += blank + word
            blank = " "
    return "\n".join([*lines, line])


class Room(NamedTuple):
    """How much of an answer a command shows: the columns of a table, and sources; None is as many as there are."""

    columns: int | None = None
    sources: int | None = None


_EVERYTHING = Room()
ROOM: ContextVar[Room] = ContextVar("room", default=_EVERYTHING)


@contextmanager
def room(sources: int | None = None) -> Iterator[None]:
    """Within this tables take the room of the terminal, and answers tell so many sources."""
    token = ROOM.set(Room(columns(), sources))
    try:
        yield
    finally:
        ROOM.reset(token)


def bar(number: int) -> str:
    """A bar of one mark a seat."""
    return BAR * number


def blocks(groups: Iterable[tuple[str, int]], mark_after: int | None = None) -> list[str]:
    """One block a seat: each group is the name of a block in `BLOCKS` and how often; groups stand apart.

    A bar stands after the first `mark_after` seats, which is after a majority of them.
    """
    column = 0 if writes_all(sys.stdout) else 1
    words, seats = [], 0
    for name, count in groups:
        word = BLOCKS[name][column] * count
        if mark_after is not None and seats < mark_after <= seats + count:
            word = f"{word[: mark_after - seats]}|{word[mark_after - seats :]}"
        words.append(word)
        seats += count
    import textwrap

    return textwrap.wrap(" ".join(words), width())


def source_lines(sources: Sequence[SourceLine]) -> list[str]:
    """The numbered sources of an answer; an address keeps a line of its own whole."""
    lines = []
    most = ROOM.get().sources
    for number, source in enumerate(sources[:most], 1):
        cited = ENGLISH.cite(source)
        lines.append(wrap(f"[{number}] {cited.words}", indent="    "))
        if cited.address:
            lines.append(f"    {cited.address}")
    if most is not None and len(sources) > most:
        lines.append(ENGLISH.say("sources.rest", n=len(sources) - most))
    return lines


def marks(locators: Iterable[tuple[str, str]], numbers: Mapping[str, int]) -> str:
    """Where a line comes from: "[1] Baghdad, item 1", of one source with several places "[1] line 12 (+14)"."""
    places: dict[str, list[str]] = {}
    for source, place in locators:
        if source in numbers:
            places.setdefault(f"[{numbers[source]}]", []).append(place)
    found = [
        f"{mark} {first}".rstrip() + (f" (+{len(rest)})" if rest else "") for mark, (first, *rest) in places.items()
    ]
    return "; ".join(found[:2]) + (f"; +{len(found) - 2}" if len(found) > 2 else "")
