"""Values that the embedded engine makes otherwise than Neo4j, in silence: what the text tells, and what its rows show.

A number or duration of which the text does not tell what it is cannot be refused there: a note says how it is meant.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .tokens import Token, scan

_END = Token("end", "", "", 0)
_TIMES = ("TIME", "LOCALTIME", "DATETIME", "LOCALDATETIME")
_ROOTS = ("LOG", "LOG10", "SQRT")  # of 0 or less they are no number
_GROUPS = ("COUNT", "SUM", "AVG", "MIN", "MAX", "COLLECT", "STDEV", "STDEVP", "PERCENTILECONT", "PERCENTILEDISC")
_FRACTIONS = ("TOFLOAT", "AVG", "ROUND", "FLOOR", "CEIL", "SQRT")
_MIXED = ("value", "turnout", "counted")  # properties that hold whole numbers and fractions
# Calls that give nothing where they are given nothing: what is not there shows in the answer.
_SHOWING = ("ROUND", "FLOOR", "CEIL", "ABS", "SIGN", "TOINTEGER", "TOFLOAT", "TOSTRING", "SQRT", "LOG", "LOG10", "")
_LARGEST = float(1 << 63)
_VALUE_ENDS = (")", "]", "}")


def differing(text: str, rows: Sequence[Sequence[object]]) -> set[str]:
    """The codes of the notes that an answer of the embedded engine needs."""
    tokens = [_END, *scan(text)[0], _END, _END, _END]
    called = {token.key for token, after in pairwise(tokens) if after.key in ("(", ".")}
    checks = {
        "durations_divided": "DURATION" in called and _scales(tokens),
        "times_without_seconds": not called.isdisjoint(_TIMES) and _writes(tokens),
        "bars_join_texts": _joins(tokens),
        "whole_numbers_end": "TOINTEGER" in called and _is_vast(tokens, called),
        "divided_by_zero": _divides(tokens, _holds_nothing(rows)),
        "whole_and_fraction": _groups_apart(tokens, called, rows),
    }
    return {code for code, holds in checks.items() if holds}


def _writes(tokens: list[Token]) -> bool:
    """Whether something is made a text that may be a time: neither a number nor a text that is written out."""
    return any(
        token.key == "TOSTRING" and tokens[at + 2].kind not in ("number", "string") for at, token in enumerate(tokens)
    )


def _scales(tokens: list[Token]) -> bool:
    """Whether something is divided, or multiplied, that may be a duration: no number, and no part of one."""
    for before, token, after, behind in zip(tokens[1:], tokens[2:], tokens[3:], tokens, strict=False):
        if token.key == "/" and before.kind != "number" and behind.key != ".":
            return True
        sides = (before.kind, after.kind)
        if token.key == "*" and "number" in sides and any("." in each.text for each in (before, after)):
            return True
    return False


def _joins(tokens: list[Token]) -> bool:
    """Whether || joins what may be lists: neither side of it is written out as a text."""
    return any(
        token.key == "||" and "string" not in (tokens[at - 1].kind, tokens[at + 1].kind)
        for at, token in enumerate(tokens)
    )


def _is_vast(tokens: list[Token], called: set[str]) -> bool:
    """Whether numbers of a text may come to more than 64 bits hold."""
    if "EXP" in called or any(token.key == "^" for token in tokens):
        return True
    numbers = (_number(token.text.strip("'\"")) for token in tokens if token.kind in ("number", "string"))
    return math.prod(max(1.0, number) for number in numbers) >= _LARGEST


def _number(text: str) -> float:
    """The number that is written, 0 for a text that is none."""
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return found if math.isfinite(found) else 0.0


def _divides(tokens: list[Token], nothing: bool) -> bool:
    """Whether a fraction may be divided by 0, and what comes of it is used or, with `nothing`, may be in the answer."""
    last = max((at for at, token in enumerate(tokens) if token.key == "RETURN"), default=0)
    calls: list[str] = []  # the calls that are open, an empty word for other brackets
    for at, (token, after) in enumerate(pairwise(tokens)):
        if token.key == "(":
            before = tokens[at - 1]
            calls.append(before.key if before.kind == "word" else "")
            risky = before.key in _ROOTS
        elif token.key in _VALUE_ENDS:
            calls = calls[:-1]
            continue
        elif token.key in ("[", "{"):
            calls.append("")
            continue
        else:
            risky = token.key in ("/", "%") and not (after.kind == "number" and _number(after.text))
        if risky and (nothing or at < last or any(call not in _SHOWING for call in calls)):
            return True
    return False


def _groups_apart(tokens: list[Token], called: set[str], rows: Sequence[Sequence[object]]) -> bool:
    """Whether 1 and 1.0 may be two values where Neo4j has one: in the answer, or counted on the way to it."""
    unites = any(token.key == "UNION" and tokens[at + 1].key != "ALL" for at, token in enumerate(tokens))
    distinct = any(token.key == "DISTINCT" for token in tokens)
    if (unites or distinct or not called.isdisjoint(_GROUPS)) and any(map(_mixes, zip(*rows, strict=False))):
        return True
    last = max((at for at, token in enumerate(tokens) if token.key == "RETURN"), default=0)
    hidden = any(
        token.key == "DISTINCT" and (at < last or tokens[at - 1].key == "(") for at, token in enumerate(tokens)
    )
    fractions = any(token.kind == "number" and not token.text.isalnum() for token in tokens)
    mixed = any(token.text in _MIXED and tokens[at - 1].key == "." for at, token in enumerate(tokens))
    whole = any(token.kind == "number" and token.text.isdecimal() for token in tokens)
    return hidden and (mixed or (whole and (fractions or not called.isdisjoint(_FRACTIONS))))


def _mixes(column: Iterable[object]) -> bool:
    """Whether a column holds a number both whole and as a fraction."""
    seen: dict[object, type] = {}
    numbers = (value for value in column if type(value) in (int, float))
    return any(seen.setdefault(value, type(value)) is not type(value) for value in numbers)


def _holds_nothing(value: object) -> bool:
    """Whether an answer holds nothing anywhere."""
    if isinstance(value, dict):
        value = [*value.values()]
    return any(map(_holds_nothing, value)) if isinstance(value, (list, tuple)) else value is None
