"""Values that the embedded engine makes otherwise than Neo4j, in silence: what the text tells, and what its rows show.

A number or duration of which the text does not tell what it is cannot be refused there: a note says how it is meant.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .orders import unordered
from .tokens import Token, scan

_END = Token("end", "", "", 0)
_TIMES = ("TIME", "LOCALTIME", "DATETIME", "LOCALDATETIME")
_ROOTS = ("LOG", "LOG10", "SQRT")  # of 0 or less they are no number
_GROUPS = ("COUNT", "SUM", "AVG", "MIN", "MAX", "COLLECT", "STDEV", "STDEVP", "PERCENTILECONT", "PERCENTILEDISC")
_FRACTIONS = ("TOFLOAT", "AVG", "ROUND", "FLOOR", "CEIL", "SQRT")
_MIXED = ("value", "turnout", "counted")  # properties that hold whole numbers and fractions
# Calls that give nothing where they are given nothing: what is not there shows in the answer.
_SHOWING = ("ROUND", "FLOOR", "CEIL", "ABS", "SIGN", "TOINTEGER", "TOFLOAT", "TOSTRING", "SQRT", "LOG", "LOG10", "")
_TEXTS = frozenset(("TOSTRING", "+", "||"))
_ARROW_ENDS = (("]", "("), ("-", "("))
# Properties that hold ids, days and addresses: their letters are ASCII.
_ASCII = frozenset(
    "id kind date born founded dissolved since until published accessed archived added election predicate fact url "
    "wikidata partyfacts standing".split()
)
_OF_SCRIPTS = re.compile(r"\\\\[wWdDsSbB]|\[\[:")  # a backslash is written as two
_WRITTEN_OUT = re.compile(r"(?<![\d.])(?:\d{8,}\.\d|0\.000\d)")
_ZONE = re.compile(r"\d[+-]\d\d:\d\d")
_READS = ("TOFLOAT", "TOBOOLEAN")
# Blanks around a text, numbers as Java writes them, and names of what is no number.
_ODD = re.compile(r"^\s|\s$|\d[dDfF]$|^[+-]?(?:0[xX]|(?!NaN$|Infinity$)(?i:nan|inf|infinity)$)")
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
    checks |= {
        "halves_below_zero": "ROUND" in called and _goes_below_zero(tokens, rows),
        "own_numbers": not called.isdisjoint(("ID", "ELEMENTID")),
        "nothing_in_lists": any(token.key == "+" for token in tokens) and (_adds_null(tokens) or _lists_null(rows)),
        "letters_of_scripts": any(map(_is_of_scripts, tokens, tokens[1:], tokens[2:], tokens[3:])),
        "fractions_as_text": not _TEXTS.isdisjoint(token.key for token in tokens)
        and (_writes_out(rows) or ("TOSTRING" in called and any(map(_is_written_out, tokens)))),
        "times_of_kinds": _compares_times(tokens, called),
        "texts_as_numbers": not called.isdisjoint(_READS) and _reads_texts(tokens, _holds_nothing(rows)),
    }
    return {code for code, holds in checks.items() if holds} | unordered(tokens, rows)


def _goes_below_zero(tokens: list[Token], rows: object) -> bool:
    """Whether something may be rounded that is less than 0: what is subtracted or given, or shows in the answer."""
    return _is_negative(rows) or any(
        token.kind == "parameter"
        or (token.key == "-" and after.key not in ("[", "-", ">") and (before.key, after.key) not in _ARROW_ENDS)
        for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _is_negative(value: object) -> bool:
    """Whether a value holds a number below 0."""
    if isinstance(value, (list, tuple)):
        return any(map(_is_negative, value))
    return isinstance(value, (int, float)) and value < 0


def _adds_null(tokens: list[Token]) -> bool:
    """Whether null itself is added to a list that is written out."""
    sides = (
        {(before.key, after.key), (after.key, before.key)}
        for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if token.key == "+"
    )
    return any(not side.isdisjoint({("]", "NULL"), ("[", "NULL")}) for side in sides)


def _lists_null(value: object) -> bool:
    """Whether a value holds a list with null in it."""
    if isinstance(value, dict):
        value = (*value.values(),)
    if isinstance(value, list) and None in value:
        return True
    return isinstance(value, (list, tuple)) and any(map(_lists_null, value))


def _is_of_scripts(name: Token, operator: Token, pattern: Token, after: Token) -> bool:
    """Whether a pattern of letters of every script is looked for, and in what may hold letters beyond ASCII."""
    text = after.text if pattern.key == "(" else pattern.text
    if operator.key != "=~" or name.text in _ASCII:
        return False
    cased = "(?i" in text and any(not char.isascii() and char.lower() != char.upper() for char in text)
    return cased or bool(_OF_SCRIPTS.search(text))


def _writes_out(value: object) -> bool:
    """Whether a text in an answer has a fraction that Neo4j writes with a power of ten."""
    if isinstance(value, dict):
        value = (*value.values(),)
    if isinstance(value, str):
        return bool(_WRITTEN_OUT.search(value))
    return isinstance(value, (list, tuple)) and any(map(_writes_out, value))


def _is_written_out(token: Token) -> bool:
    """Whether a fraction in a text is one that Neo4j writes with a power of ten."""
    return token.kind == "number" and not token.text.isdecimal() and not 1e-3 <= (_number(token.text) or 1.0) < 1e7


def _reads_texts(tokens: list[Token], nothing: bool) -> bool:
    """Whether a text may be made a number or a truth that one engine alone reads so.

    What is written out shows it; what is not is told where it may have come to nothing, in the answer or before it.
    """
    last = max((at for at, token in enumerate(tokens) if token.key == "RETURN"), default=0)
    for at, token in enumerate(tokens[:-3]):
        given, after = tokens[at + 2], tokens[at + 3]
        if token.key not in _READS or tokens[at + 1].key != "(" or given.kind == "number":
            continue
        if given.kind == "string" and after.key == ")":
            if _ODD.search(given.text[1:-1]):
                return True
        elif nothing or at < last:
            return True
    return False


def _compares_times(tokens: list[Token], called: set[str]) -> bool:
    """Whether days and times of several kinds, or times that tell a zone, are compared."""
    kinds = called & {"DATE", *_TIMES}
    zoned = any(token.kind == "string" and _ZONE.search(token.text) for token in tokens)
    compares = not {"=", "<>", "<", "<=", ">", ">=", "IN", "DISTINCT"}.isdisjoint(token.key for token in tokens)
    return compares and (len(kinds) > 1 or (zoned and not kinds.isdisjoint(("DATETIME", "TIME"))))


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
