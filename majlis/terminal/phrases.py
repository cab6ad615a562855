"""Phrases that several answers use."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from queries.disputed import span

from .text import isolate, percent

OPEN = "place open"  # a place that sources leave open, disputing the numbers


def reading(asked: str, name: str, matched: str) -> list[str]:
    """The first line of an answer to a misspelt name."""
    return [f'Reading "{asked}" as {isolate(name)}.'] if matched == "fuzzy" else []


_TAKES_THE = frozenset(
    ["Coalition", "Alliance", "Party", "Movement", "Front", "Union", "Forces", "Framework", "Bloc", "Organization"]
)


def the(name: str, *, first: bool = False) -> str:
    """A name with its article where English wants one."""
    words = name.split(" (", maxsplit=1)[0].split(" ")
    wants = words[-1] in _TAKES_THE or (len(words) > 2 and "of" in words[1:3] and "Union" in words[:2])
    article = ("The " if first else "the ") if wants and words[0].lower() != "the" else ""
    return article + isolate(name)


def share(seats: int, most: int, size: int | None, either: str = " or ", between: str = " to ") -> str:
    """The part of a council, "15.4%" or "15.4% or 17.3%"; nothing while its size is not known."""
    return span(seats, most, lambda part: percent(part, size), either, between) if size else ""


def seats_of(number: str, size: int | None = None) -> str:
    """A number of seats in words: "9 of 52 seats", "8 or 9 seats", "1 seat"."""
    if size:
        return f"{number} of {size} seats"
    return f"{number} seat" if number == "1" else f"{number} seats"


def differ(name: str, place: str) -> list[str]:
    """What the mark "!" means, with where to look."""
    return [f"! sources differ here: majlis why {shlex.quote(name)} {shlex.quote(place)}"]


def cite_text(sentence: str, sources: Sequence[str], data_version: str) -> str:
    """A sentence with its sources and the version of the data, ready to paste."""
    said = f" Source: {'; '.join(sources)}." if sources else ""
    return f"{sentence}{said} Majlis, data version {data_version}."
