"""Acronyms: how they are written, and whether one stands for a name."""

from __future__ import annotations

import re
from functools import lru_cache

from ...languages.words import fold

_ACRONYM = re.compile(r"(?=(?:[^\W\d_a-z]*[A-ZÀ-Þ]){2})[A-ZÀ-Þ][\w&+/-]{1,9}")
_LONGEST_ACRONYM = 10  # letters
_PAIR = 2  # letters


@lru_cache(maxsize=20_000)
def acronym(text: str) -> bool:
    """Whether a text is written as an acronym is: "PUK", "AfD", "D66"."""
    return len(text) <= _LONGEST_ACRONYM and _ACRONYM.fullmatch(text) is not None


def initials_of(name: str) -> frozenset[str]:
    """The first letters of a name's words together, folded: of all of them, and of those with a capital."""
    words = name.replace("-", " ").split()
    each = (words, [word for word in words if word[0].isupper()])
    return frozenset(fold("".join(word[0] for word in some)) for some in each)


def stands_for(short: str, full: str) -> bool:
    """Whether the letters of an acronym stand in their order at the beginnings of a name's words."""
    if is_camel(short, full):
        return True
    if fold(short)[:1] != fold(full)[:1] or any(mark in full for mark in ";:–—()"):
        return False
    if "," in full:  # "Order, Unity and Renewal"
        return [word[0] for word in full.split() if word[0].isupper()] == list(short)
    letters = [letter for letter in fold(short) if letter.isalnum()]
    whole = iter(fold(full))
    if len(full.split()) > 2 and len(letters) > 3 and all(letter in whole for letter in letters):
        return True  # GECOM of Guyana Elections Commission
    begins = [word[0] for word in fold(full).replace("-", " ").split() if word]
    rest = iter(begins)
    missing = len(letters) > _PAIR  # of two letters none may be
    return len(letters) > 1 and sum(letter in rest for letter in letters) >= len(letters) - missing


def is_of_another(short: str, full: str, known: str) -> bool:
    """Whether an acronym has just the initials of the name that is known for it, and not those of another."""
    return known != short and fold(short) in initials_of(known) and fold(short) not in initials_of(full)


def is_camel(short: str, word: str) -> bool:
    """Whether the letters of an acronym are the capitals of one word: BBB of BoerBurgerBeweging."""
    return [letter for letter in word if letter.isupper()] == list(short)
