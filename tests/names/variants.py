"""The systematic romanisation variants of the gold set: what a row marked `variant:RULE` does to a known spelling."""

from __future__ import annotations

import re

RULES: dict[str, tuple[str, str]] = {
    "final-y": (r"i$", "y"),
    "oo": (r"ou", "oo"),
    "u": (r"ou", "u"),
    "k": (r"q", "k"),
    "ee": (r"i(?=[^aeiouy\W]\b)", "ee"),
    "single": (r"([bdlmnrst])\1", r"\1"),
    "double": (r"(?<=[aeiou])([lmnrs])(?=[aeiou])", r"\1\1"),
    "joined": (r"\bal-(\w)", r"Al\1"),
    "e": (r"(?<=[bdfhjklmnqrst])a(?=[bdfhjklmnqrst])", "e"),
    "dh": (r"dh", "d"),
    "no-h": (r"ah\b", "a"),
    "o": (r"(?<=M)u", "o"),
    "article": (r"\b[Aa]l-(?=\w)", ""),
    "hamza": (r"[أإآ]", "ا"),
    "taa": (r"ة\b", "ه"),
    "yaa": (r"ي\b", "ى"),
}


def variant(name: str, rule: str) -> str:
    """A spelling with the first place changed that the rule applies to; unchanged where there is none."""
    return re.sub(*RULES[rule], name, count=1)
