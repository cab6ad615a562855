"""Measures what could turn other scripts into Latin letters: `python -m tests.names.romanisers`.

Each candidate that is installed stands in for the one in use, alone and with the vowel letters that `graph.sounds`
adds, and reads the local names of the shipped figures and provinces against their Latin names, and the tuning half
of the gold set. The held half is not touched. The table in README.md is its output with the candidates installed.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from graph import sounds
from graph.kinds import Kind
from graph.lexicon import Name
from graph.names import FUZZY_MINIMUM, Resolver
from graph.spelling import normalise
from loaders.folder import gather

from .gold import pairs, score

# The alphabets of Arabic, Persian and Sorani, and two more right-to-left and left-to-right ones.
ALPHABETS = {
    "Arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "Persian": "پچژگکی",
    "Kurdish": "ڕڵڤۆێە",
    "Hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
    "Cyrillic": "абвгдежзийклмнопрстуфхцчшщюяіїє",
}
# The least that would do for Arabic letters alone, to compare with.
TABLE = dict(zip("بتجحدرزسصضطظفقكلمنهويپگڕڵڤۆێەیکا", "btjhdrzssdtzfqklmnhwypgrlvoeeyka", strict=True)) | dict(
    zip("عثخذشغچژ", ("`", "th", "kh", "dh", "sh", "gh", "ch", "zh"), strict=True)
)

Romaniser = Callable[[str], str]


def _attribute(module: str, *path: str) -> Any:
    found: Any = importlib.import_module(module)
    for part in path:
        found = getattr(found, part)
    return found


CANDIDATES: dict[str, Callable[[], Romaniser]] = {
    "anyascii": lambda: _attribute("anyascii", "anyascii"),
    "Unidecode": lambda: _attribute("unidecode", "unidecode"),
    "text-unidecode": lambda: _attribute("text_unidecode", "unidecode"),
    "PyICU": lambda: _attribute("icu", "Transliterator").createInstance("Any-Latin; Latin-ASCII").transliterate,
    "uroman": lambda: _attribute("uroman", "Uroman")().romanize_string,
    "lang-trans": lambda: _attribute("lang_trans.arabic", "buckwalter", "transliterate"),
    "a table of our own": lambda: lambda letter: TABLE.get(letter, letter),
}
CARRIERS = sounds._CARRIERS


def _unread(romaniser: Romaniser) -> str:
    """The letters of each alphabet that become nothing, or nothing that a Latin keyboard has."""
    found = []
    for script, letters in ALPHABETS.items():
        unread = [letter for letter in letters if not romaniser(letter).strip() or not romaniser(letter).isascii()]
        if unread:
            found.append(f"{script} {len(unread)} of {len(letters)}")
    return ", ".join(found) or "none"


def _found(names: tuple[Name, ...]) -> str:
    """How many local names are heard as the Latin one of their entity, and how many spellings of the half are found."""
    latin = {name.entity: name.text for name in names if name.primary}
    local = [
        name
        for name in names
        if name.kind in (Kind.FIGURE, Kind.PROVINCE) and "entities.csv" in str(name.place) and not name.text.isascii()
    ]
    alike = 0
    for name in local:
        here, there = (
            sounds.spoken(normalise(text, name.kind), sounds.vowelled(text)) for text in (name.text, latin[name.entity])
        )
        alike += sounds.likeness(here, there)[1] >= FUZZY_MINIMUM
    result = score(Resolver(names), tuple(pair for pair in pairs() if not pair.held and _foreign(pair.text)))
    wrong = f", {result.answered - result.right} wrong" if result.answered > result.right else ""
    return f"{alike} of {len(local)} | {result.right} of {result.findable}{wrong}"


def _foreign(text: str) -> bool:
    return any(ord(letter) > 0x370 and letter.isalpha() for letter in text)


def main() -> None:
    """Print the table, one candidate a line."""
    names = gather(Path(__file__).parents[2] / "data")[0].registry.names
    for name, load in CANDIDATES.items():
        started = perf_counter()
        try:
            romaniser = load()
        except ImportError:
            sys.stdout.write(f"| {name} | not installed |\n")
            continue
        loading = (perf_counter() - started) * 1000
        sounds.anyascii = romaniser  # type: ignore[assignment]
        found = []
        for carriers in ({}, CARRIERS):
            sounds._CARRIERS = carriers
            found.append(_found(names))
        sys.stdout.write(f"| {name} | {loading:.0f} ms | {_unread(romaniser)} | {' | '.join(found)} |\n")


if __name__ == "__main__":
    main()
