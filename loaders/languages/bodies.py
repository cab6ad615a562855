"""The bodies and votes that are of a whole country, and those of a part of it, by their words in `bodies.csv`.

A word that ends in a star has any ending. The plural of the bodies of parts, "the councils", speaks of the whole.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_LED = "[وف]?(?:[بلك]?ال|لل|[بلك])?"  # what is written together with the Arabic word behind it
_ARABIC = re.compile("[\u0600-\u06ff]")


def of_whole(text: str) -> bool:
    """Whether a text speaks of what is elected for all of a country, or of all bodies of its parts."""
    return _says("whole", text)


def of_part(text: str) -> bool:
    """Whether a text speaks of what is elected for a part of a country."""
    return _says("part", text)


def _says(reach: str, text: str) -> bool:
    plain, led = _patterns(reach)
    text = text.casefold()
    return plain.search(text) is not None or (_ARABIC.search(text) is not None and led.search(text) is not None)


@cache
def _patterns(reach: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words of a reach as one pattern, those in Arabic letters apart from it: they may be led by others."""
    with Path(__file__).with_name("bodies.csv").open(encoding="utf-8", newline="") as rows:
        words = [
            word.casefold() for row in csv.DictReader(rows) if row["reach"] == reach for word in row["words"].split("|")
        ]
    led = [word for word in words if _ARABIC.match(word)]
    plain = [word for word in words if not _ARABIC.match(word)]
    return re.compile(rf"\b(?:{_any_of(plain)})"), re.compile(rf"\b{_LED}(?:{_any_of(led)})")


def _any_of(words: Sequence[str]) -> str:
    return "|".join(re.escape(word.removesuffix("*")) + ("" if word.endswith("*") else r"\b") for word in words)
