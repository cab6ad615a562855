"""The layout of text for terminals: wrapping, aligned columns, bars, blocks and numbered sources."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TextIO

from ..wording.forms import ENGLISH

if TYPE_CHECKING:
    import json

    from queries.view.evidence import SourceLine

BAR = "#"
# A seat, one that is reserved, one that is not accounted for: as letters, and where the output cannot hold them.
BLOCKS = {"seat": ("■", "#"), "reserved": ("▣", "@"), "hollow": ("□", ".")}
_USUAL, _WIDEST = 80, 100
_LEAST = 12  # columns of a text that is cut
_NUMBERS = re.compile(r"(?:^|(?<=; )|(?<= ))(?:\[\d+\]|\+\d+)(?=$|[ ;])")
_ISOLATE, _END = "\u2068", "\u2069"
_DIFFER = " !"  # at its end: sources dispute the seats
# Codes that steer a terminal, and marks that turn the direction of all that follows.
_STEERING = dict.fromkeys([*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F)], "\ufffd")
_STEERING[0x09] = " "
# JSON escapes what is below the blank; these steer too.
_ESCAPED = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *range(0x202A, 0x202F))}
_TO_ESCAPE = re.compile("[\x7f-\x9f\u202a-\u202e]")


def width() -> int:
    """The width of the text in columns: the terminal's, at most 100; 80 in a pipe."""
    try:
        return min(os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL, _WIDEST)
    except (OSError, ValueError):  # a pipe, a file, or no file at all
        return _USUAL


def plain(text: str) -> str:
    """Lines that no document can make steer the terminal."""
    return text.translate(_STEERING)


def json_text(value: object, out: TextIO, indent: int | None = None) -> str:
    """A value as JSON: letters as they are where the output can hold them, and none that would steer a terminal."""
    text = _encoder(not writes_all(out), indent).encode(value)
    plain = text.isascii() and "\x7f" not in text
    return text.translate(_ESCAPED) if not plain and _TO_ESCAPE.search(text) else text


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
    """A paragraph in the width of the terminal; later lines are indented."""
    import textwrap

    return textwrap.fill(text, width(), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


@dataclass(frozen=True, slots=True)
class Room:
    """How much of an answer a command shows: the columns of a table, and sources; None is as many as there are."""

    columns: int | None = None
    sources: int | None = None


_EVERYTHING = Room()
ROOM: ContextVar[Room] = ContextVar("room", default=_EVERYTHING)


def table(rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset(), *, whole: bool = False) -> list[str]:
    """Rows as aligned columns, two spaces apart; the columns in `right` are set to the right.

    Where there is not the room, bars are left out, then the widest texts go on in lines below, unless they are to stay
    `whole`.
    """
    found = [tuple(row) for row in rows]
    if not found:
        return []
    widths = [max(columns_of(row[column]) for row in found) for column in range(len(found[0]))]
    if not whole and (most := ROOM.get().columns) is not None and _total(widths) > most:
        found, widths = _fitted(found, widths, right, most)
    lines = []
    for row in found:
        parts = [_broken(cell, widths[column]) if column not in right else [cell] for column, cell in enumerate(row)]
        for at in range(max(map(len, parts))):
            cells = []
            for column, part in enumerate(parts):
                cell = part[at] if at < len(part) else ""
                space = " " * (widths[column] - columns_of(cell))
                cells.append(space + cell if column in right else cell + space)
            lines.append("  ".join(cells).rstrip())
    return lines


def _broken(cell: str, most: int) -> list[str]:
    """A cell in lines of so many columns; the later ones are indented, and an isolate is closed in each."""
    if columns_of(cell) <= most:
        return [cell]
    import textwrap

    isolated = cell.startswith(_ISOLATE) and cell.endswith(_END)
    lines = textwrap.wrap(
        cell.strip(_ISOLATE + _END), most, subsequent_indent="" if isolated else " ", break_on_hyphens=False
    )
    return [f"{_ISOLATE}{line}{_END}" if isolated else line for line in lines]


def _total(widths: Sequence[int]) -> int:
    """The columns of a line: two spaces stand before each column but the first that has any."""
    return sum(widths) + 2 * (len(widths) - 1)


def _fitted(
    rows: Sequence[tuple[str, ...]], widths: Sequence[int], right: frozenset[int], most: int
) -> tuple[list[tuple[str, ...]], list[int]]:
    """The rows with bars left out and sources cut, and narrower columns for the widest texts; numbers stay whole."""
    widths = list(widths)
    texts = [at for at in range(len(widths)) if at not in right and widths[at] > _LEAST]
    if texts and texts[-1] == len(widths) - 1:  # the last says where it stands in the sources
        room = max(widths[texts[-1]] - max(_total(widths) - most, 0), _LEAST)
        widths[texts[-1]] = max(columns_of(_cut(row[-1], room)) for row in rows)
    if _total(widths) > most:
        for at in (at for at in range(len(widths)) if _is_bar([row[at] for row in rows])):
            rows = [(*row[:at], "", *row[at + 1 :]) for row in rows]
            widths[at] = 0
    longest = {at: max(columns_of(word) for row in rows for word in row[at].split() or [""]) + 1 for at in texts}
    for least in (longest, dict.fromkeys(texts, _LEAST)):  # words are broken only where nothing else helps
        while _total(widths) > most and (wide := [at for at in texts if widths[at] > least[at]]):
            widths[max(wide, key=widths.__getitem__)] -= 1
    return [(*row[:-1], _cut(row[-1], widths[-1])) for row in rows], widths


def _is_bar(cells: Sequence[str]) -> bool:
    """Whether a column is of bars alone."""
    return all(set(cell) <= {BAR, "."} for cell in cells) and any(BAR in cell for cell in cells)


def _cut(text: str, most: int) -> str:
    """A text in so many columns, the end left out where it is longer; an isolate is closed again."""
    if columns_of(text) <= most or most < 1:
        return text
    if text.endswith(_DIFFER):
        return _cut(text.removesuffix(_DIFFER), most - len(_DIFFER)) + _DIFFER
    if text.startswith("[") and (numbers := _NUMBERS.findall(text)):  # of sources these say most
        return _cut_numbers(numbers, most)
    ending = "…" if writes_all(sys.stdout) else "..."
    while text and columns_of(text) > most - len(ending):
        text = text[:-1]
    return text.rstrip() + ending + _END * (text.count(_ISOLATE) - text.count(_END))


def _cut_numbers(numbers: Sequence[str], most: int) -> str:
    """As many numbers of sources as there is room for, and how many more there are: "[10] [2] +6"."""
    shown = [number for number in numbers if number.startswith("[")]
    more = sum(int(number) for number in numbers if number.startswith("+"))
    while columns_of(text := " ".join([*shown, *([f"+{more}"] if more else [])])) > most and shown:
        shown.pop()
        more += 1
    return text


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
