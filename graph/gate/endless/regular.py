"""Regular expressions that may take too long where nothing fits: they are tried in too many ways."""

from __future__ import annotations

import re
from math import log2

from .weight import ORDINARY

_WAYS = 20  # in which a pattern without endless repeats may be tried, by the power of two
_TRIED = 31  # the same with them, on a text of so many letters
_REPEATS = re.compile(r"[*+]|\{\d+,\}")  # without an end
_COUNTED = re.compile(r"\?|\{(\d{1,9})(,?)(\d{0,9})\}")  # with an end
_TIMES = re.compile(r"[*+]|\{\d")  # at all
_LETTER = r"\\(?:c.|[^Qc])"
_OF_SEVERAL = rf"\[\^?\]?(?:{_LETTER}|[^\]\[\\]|%s)*+\]"
# A letter, or one of several, among which may be another bracket.
_UNTRIED = re.compile(f"{_LETTER}|{_OF_SEVERAL % (_OF_SEVERAL % '(?!)')}", re.DOTALL)
# What then is left is quoted, or in more brackets; by the flag x blanks and comments mean nothing.
_OTHERWISE = re.compile(r"[\\\[]|\(\?[a-zA-Z-]*x")
_BACK = re.compile(r"\\[1-9k]")
_MOST_REPEATS = 3


def slow_pattern(pattern: str, letters: int = ORDINARY) -> str | None:
    """Why a pattern may take too long on a text of so many letters, or on any; None if it does not.

    A repeat of what itself repeats or has choices takes exponential time where nothing fits (Kirrage, Rathnayake and
    Thielecke 2013).
    """
    if _BACK.search(re.sub(r"\\\\", "", pattern)):
        return "refers back to what it found"
    plain = _plain(pattern)
    if _OTHERWISE.search(plain):
        return "has another way of writing: \\Q, the flag x, or brackets in brackets of letters"
    if re.search(r"\(\?(?:[=!<>]|<[=!])", plain):
        return "looks around"
    if len(_REPEATS.findall(plain)) > _MOST_REPEATS:
        return f"has more than {_MOST_REPEATS} parts that repeat"
    inner = [False]  # of each group that is open: whether something in it repeats without end, or may be chosen
    ways = [0.0]  # and in how many ways it may be tried, by the power of two
    last = 0.0  # the same of what stands before
    for place, letter in enumerate(plain):
        times = _COUNTED.match(plain, place)
        if times:
            least, most = int(times[1] or 0), int(times[3] or times[1] or 1)
            ways[-1] += last * max(0, most - 1) + log2(max(1, most - least + 1)) * (times[2] != "" or letter == "?")
        if letter == "(":
            inner.append(False)
            ways.append(0.0)
        elif letter == "|" or _REPEATS.match(plain, place):
            inner[-1] = True
        elif letter == ")" and len(inner) > 1:
            held = inner.pop()
            if held and _TIMES.match(plain, place + 1):
                return "repeats what itself repeats or has choices"
            inner[-1] |= held
            last = ways.pop()
            ways[-1] += last
            continue
        last = 0.0
    endless = len(_REPEATS.findall(plain))
    if ways[0] > _WAYS or ways[0] + endless * log2(letters) > _TRIED:
        return f"may be tried in too many ways on a text of {letters:,} letters"
    return None


def _plain(pattern: str) -> str:
    """A pattern with an x for each letter that stands for itself, or for one of several."""
    return _UNTRIED.sub("x", pattern)
