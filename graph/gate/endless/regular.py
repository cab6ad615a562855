"""Regular expressions that may take too long where nothing fits: they are tried in too many ways."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log2

from .weight import ORDINARY

_WAYS = 20  # in which a pattern without endless repeats may be tried, by the power of two
TRIED = 28  # the same with them, on a text of so many letters
TRIED_IN_A_ROW = 20  # of an UNWIND
_LONGEST = 5_000  # letters of a pattern
_LEVELS = 100  # of groups in groups
_ENDLESS = re.compile(r"[*+]|\{\d+,\}")  # repeats without an end
_COUNTED = re.compile(r"(?<!\()\?|\{(\d{1,10}),?(\d{0,10})\}")  # with an end
_LETTER = r"\\(?:c.|[^QRc])"
_OF_SEVERAL = rf"\[\^?\]?(?>(?:{_LETTER}|[^\]\[\\]|%s)*)\]"
# A letter, or one of several, among which may be another bracket.
_UNTRIED = re.compile(f"{_LETTER}|{_OF_SEVERAL % (_OF_SEVERAL % '(?!)')}", re.DOTALL)
# What then is left is quoted, an end of a line that can be read in two ways, or in more brackets; by the flag x blanks
# and comments mean nothing.
_OTHERWISE = re.compile(r"[\\\[]|\(\?[a-zA-Z-]*x")
_BACK = re.compile(r"\\[1-9k]")
_MOST_REPEATS = 3


@dataclass(slots=True)
class _Part:
    """A letter or group of a pattern: in how many ways it may be tried, by the power of two, and how often it turns."""

    ways: float = 0.0
    turns: float = 0.0  # of loops within loops that have an end, by the power of two
    choices: int = 1
    endless: bool = False  # whether something in it repeats without an end


def slow_pattern(pattern: str, letters: int = ORDINARY, tries: float = TRIED) -> str | None:
    """Why a pattern may take too long on a text of so many letters, or on any; None if it does not.

    `tries` is the power of two of the ways in which it may be tried on such a text.

    An endless repeat of what itself repeats or has choices takes exponential time where nothing fits (Kirrage,
    Rathnayake and Thielecke 2013).
    """
    if _BACK.search(re.sub(r"\\\\", "", pattern)):
        return "refers back to what it found"
    if len(pattern) > _LONGEST:
        return f"has more than {_LONGEST:,} letters"
    plain = _plain(pattern)
    if _OTHERWISE.search(plain):
        return "has another way of writing: \\Q, \\R, the flag x, or brackets in brackets of letters"
    if re.search(r"\(\?(?:[=!<>]|<[=!])", plain):
        return "looks around"
    endless = len(_ENDLESS.findall(plain))
    if endless > _MOST_REPEATS:
        return f"has more than {_MOST_REPEATS} parts that repeat"
    around = [_Part()]  # what is open, the innermost last
    last = _Part()  # what stands before
    for place, letter in enumerate(plain):
        part = around[-1]
        if letter == ")" and len(around) > 1:
            last = around.pop()
            part = around[-1]
            last.ways += log2(last.choices)
            part.ways += last.ways
            part.turns = max(part.turns, last.turns)
            part.endless |= last.endless
            continue
        if letter == "(":
            if len(around) > _LEVELS:
                return f"has more than {_LEVELS} levels of groups"
            around.append(_Part())
        elif letter == "|":
            part.choices += 1
        else:
            if _ENDLESS.match(plain, place):
                if last.endless or last.ways:
                    return "repeats what itself repeats or has choices"
                part.endless = True
            if times := _COUNTED.match(plain, place):
                least, most = int(times[1] or 0), int(times[2] or times[1] or 1)
                if last.endless and most > 1:
                    return "repeats what itself repeats or has choices"
                part.ways += last.ways * max(0, most - 1) + log2(max(1, most - least + 1))
                part.turns = max(part.turns, last.turns + log2(max(1, most)))
        last = _Part()
    whole = around[0]
    tried = whole.ways + log2(whole.choices) + whole.turns
    if tried > min(_WAYS, tries) or tried + endless * log2(letters) > tries:
        return f"may be tried in too many ways on a text of {letters:,} letters"
    return None


def _plain(pattern: str) -> str:
    """A pattern with an x for each letter that stands for itself, or for one of several."""
    return _UNTRIED.sub("x", pattern)
