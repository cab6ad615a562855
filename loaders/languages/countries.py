"""The names of countries, from `countries.csv`: a result told of one is told of the whole of its election.

They are those of the Unicode Common Locale Data Repository (`countries.LICENSE`), and some common English and Arabic
ones, without those that a city, a province or a state has, too.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from .words import fold

_LONGEST = 3  # words of a name that is looked for in a text


def is_country(name: str) -> bool:
    """Whether a name is that of a country, in whatever language."""
    return fold(name.replace("-", " ")) in _countries()


def names_country(text: str) -> bool:
    """Whether a text names a country, by one word or by several."""
    words = text.replace("’", "'").replace("'s ", " ").replace(":", " ").split()
    runs = (words[at : at + long] for long in range(1, _LONGEST + 1) for at in range(len(words) - long + 1))
    return any(is_country(" ".join(run).strip(".,;!?\"'()[]*#")) for run in runs)


@cache
def _countries() -> frozenset[str]:
    with Path(__file__).with_name("countries.csv").open(encoding="utf-8", newline="") as rows:
        return frozenset(
            fold(name.replace("-", " ")) for row in csv.DictReader(rows) for name in row["names"].split("|")
        )
