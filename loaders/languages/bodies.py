"""The bodies and votes that are of a whole country, and those of a part of it, by their words in `bodies.csv`.

A word that ends in a star has any ending. The plural of the bodies of parts, "the councils", speaks of the whole. `of`
are words between a body and the name of its part; `apart`: votes for the body of a whole that are of a part of it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

_LED = "[وف]?(?:[بلك]?ال|لل|[بلك])?"  # what is written together with the Arabic word behind it
_ARABIC = re.compile("[\u0600-\u06ff]")


def of_whole(text: str) -> bool:
    """Whether a text speaks of what is elected for all of a country, or of all bodies of its parts."""
    return _says("whole", text)


def of_part_alone(text: str) -> bool:
    """Whether a text speaks of what is elected for a part, and of nothing else: "the parliamentary by-election"."""
    apart, _ = _patterns("apart")
    return of_part(text) and not of_whole(apart.sub(" ", text.casefold()))


def of_part(text: str) -> bool:
    """Whether a text speaks of what is elected for a part of a country."""
    return _says("part", text)


def names_behind(text: str) -> Iterator[str]:
    """What may be the name of the part whose body a text speaks of, behind its words: "the city council of Marden".

    Of Arabic letters, which have no capitals, the first word, the first two and the first three.
    """
    plain, led = _naming()
    yield from (found["name"] for found in plain.finditer(text))
    for found in led.finditer(text) if _ARABIC.search(text) is not None else ():
        words = found["name"].split()
        yield from (" ".join(words[:length]) for length in range(1, len(words) + 1))


def _says(reach: str, text: str) -> bool:
    plain, led = _patterns(reach)
    text = text.casefold()
    return plain.search(text) is not None or (_ARABIC.search(text) is not None and led.search(text) is not None)


@cache
def _patterns(reach: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of a reach as one pattern, those in Arabic letters apart from it: they may be led by others."""
    plain, led = _words(reach)
    return re.compile(rf"\b(?:{_any_of(plain)})"), re.compile(rf"\b{_LED}(?:{_any_of(led)})")


@cache
def _naming() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The bodies of parts with a name behind them: one in capitals, or up to three words in Arabic letters."""
    (plain, led), (links, led_links) = _words("part"), _words("of")
    capitals = r"(?P<name>[^\W\d_a-zß-ÿ][\w'’-]+(?: [^\W\d_a-zß-ÿ][\w'’-]+){0,2})"
    arabic = "(?P<name>[\u0621-\u064a]{2,}(?: [\u0621-\u064a]{2,}){0,2})"
    ends = "[^\\W\\d_]*"
    return (
        re.compile(rf"\b(?i:{_any_of(plain, ends)})(?: (?:{_any_of(links)}))? {capitals}"),
        re.compile(rf"\b{_LED}(?:{_any_of(led)})(?: (?:{_any_of(led_links)}))? \**{arabic}"),
    )


@cache
def _words(reach: str) -> tuple[Sequence[str], Sequence[str]]:
    """The words of a reach, and those in Arabic letters apart from them."""
    with Path(__file__).with_name("bodies.csv").open(encoding="utf-8", newline="") as rows:
        words = [
            word.casefold() for row in csv.DictReader(rows) if row["reach"] == reach for word in row["words"].split("|")
        ]
    led = [word for word in words if _ARABIC.match(word)]
    return [word for word in words if not _ARABIC.match(word)], led


def _any_of(words: Sequence[str], ending: str = "") -> str:
    """A pattern of any of these words; `ending`: what may follow one with a star."""
    return "|".join(re.escape(word.removesuffix("*")) + (ending if word.endswith("*") else r"\b") for word in words)
