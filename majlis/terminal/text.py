"""Plain text for terminals: wrapping, aligned columns, bars, percentages, and names that run right to left."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from queries.view import SourceLine

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_ISOLATE, _POP = "\u2068", "\u2069"
BAR = "#"
# A seat, one that is reserved, one that is not accounted for: as letters, and where the output cannot hold them.
BLOCKS = {"seat": ("■", "#"), "reserved": ("▣", "@"), "hollow": ("□", ".")}
_USUAL, _WIDEST = 80, 100
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
# Codes that steer a terminal, and marks that turn the direction of all that follows.
_STEERING = dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F)], "\ufffd")
_STEERING[0x09] = " "


def width() -> int:
    """The width of the text in columns: the terminal's, at most 100; 80 in a pipe."""
    try:
        return min(os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL, _WIDEST)
    except (OSError, ValueError):  # a pipe, a file, or no file at all
        return _USUAL


def isolate(text: str) -> str:
    """A text that runs right to left, kept from turning the line around it."""
    if text.isascii():
        return text
    text = text.translate(_ISOLATES)  # a document's own could end ours
    if not any(unicodedata.bidirectional(char) in ("R", "AL") for char in text):
        return text
    return f"{_ISOLATE}{text}{_POP}"


def plain(text: str) -> str:
    """Lines that no document can make steer the terminal."""
    return text.translate(_STEERING)


def writes_all(stream: TextIO) -> bool:
    """Whether a stream can hold every letter."""
    return (stream.encoding or "utf-8").lower().startswith("utf")


def columns_of(text: str) -> int:
    """The columns a text takes: marks that combine or steer take none."""
    if text.isascii():
        return len(text)
    return sum(not (unicodedata.combining(char) or unicodedata.category(char) == "Cf") for char in text)


def wrap(text: str, indent: str = "") -> str:
    """A paragraph in the width of the terminal; later lines are indented."""
    import textwrap

    return textwrap.fill(text, width(), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def table(rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> list[str]:
    """Rows as aligned columns, two spaces apart; the columns in `right` are set to the right."""
    rows = [tuple(row) for row in rows]
    if not rows:
        return []
    widths = [max(columns_of(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = []
        for column, cell in enumerate(row):
            space = " " * (widths[column] - columns_of(cell))
            cells.append(space + cell if column in right else cell + space)
        lines.append("  ".join(cells).rstrip())
    return lines


def percent(part: int, whole: int) -> str:
    """A share as a percentage, rounded half up to one digit: 5 of 16 is 31.3%."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%"


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


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def day(date: str) -> str:
    """An ISO date for readers: "2023-12-28" is "28 Dec 2023", "2023-12" is "Dec 2023"."""
    parts = date.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, _MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def cite(source: SourceLine) -> str:
    """A source as a line: title, publisher, date, address."""
    by = source.publisher
    if by and source.kind == "relay":
        by = f"relayed by {by}"
    parts = [isolate(source.title), by and isolate(by), day(source.published) if source.published else "no date"]
    return ", ".join(part for part in parts if part) + (f" <{source.url}>" if source.url else "")


def source_lines(sources: Sequence[SourceLine]) -> list[str]:
    """The numbered sources of an answer; an address keeps a line of its own whole."""
    lines = []
    for number, source in enumerate(sources, 1):
        head, _, address = cite(source).partition(" <")
        lines.append(wrap(f"[{number}] {head}", indent="    "))
        if address:
            lines.append(f"    {address.rstrip('>')}")
    return lines


def marks(locators: Iterable[tuple[str, str]], numbers: Mapping[str, int]) -> str:
    """Where a line comes from: "[1] Baghdad, item 1"."""
    found = [f"[{numbers[source]}] {place}".rstrip() for source, place in locators if source in numbers]
    return "; ".join(found[:2]) + (f"; +{len(found) - 2}" if len(found) > 2 else "")
