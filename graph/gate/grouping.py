"""How rows are grouped: by the values of a WITH or RETURN in which nothing is counted or summed."""

from __future__ import annotations

from collections.abc import Sequence

from .brackets import opposite_brackets
from .rows import AGGREGATES
from .tokens import Token
from .words import PLAIN

_LOOPS = ("ANY", "ALL", "NONE", "SINGLE", "REDUCE")
_SUBQUERIES = ("EXISTS", "COUNT", "COLLECT")


def beside(tokens: Sequence[Token], items: Sequence[tuple[int, int]]) -> tuple[int, str, str] | None:
    """Where a value begins that stands beside an aggregate and rows are not grouped by; that value, and the other."""
    found = {item: _aggregate(tokens, *item) for item in items}
    groups = {tuple(token.text for token in tokens[start:end]) for (start, end), at in found.items() if at is None}
    for (start, end), aggregate in found.items():
        if aggregate is not None and (at := _stray(tokens, start, end, groups)) is not None:
            return *at, tokens[aggregate].text
    return None


def _aggregate(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where the first aggregate is called."""
    calls = (at for at in range(start, end) if tokens[at].key in AGGREGATES and tokens[at + 1].key == "(")
    return next(calls, None)


def _stray(tokens: Sequence[Token], start: int, end: int, groups: set[tuple[str, ...]]) -> tuple[int, str] | None:
    """The first name with its properties, outside of aggregates and loops, that is none of the groups, nor of one."""
    keys = [token.key for token in tokens[start : end + 1]]
    closes = opposite_brackets(keys)
    at = -1
    while (at := at + 1) < len(keys) - 1:
        key, after, token = keys[at], keys[at + 1], tokens[start + at]
        if (after == "(" and key in (*AGGREGATES, *_LOOPS)) or (after == "{" and key in _SUBQUERIES):
            at = closes[at + 1]
        elif key == "[" and (keys[at + 2 : at + 3] == ["IN"] or after == "("):
            at = closes[at]
        elif token.kind in ("word", "name") and key not in PLAIN and after != "(":
            whole = at
            while keys[whole + 1] == "." and whole + 2 < len(keys) - 1:
                whole += 2
            if keys[whole + 1] == "(":  # what stands there is called
                at = whole
                continue
            words = [each.text for each in tokens[start + at : start + whole + 1]]
            before = keys[at - 1] if at else ""
            named = before == "." or (after == ":" and before in ("{", ","))
            if not named and not any(tuple(words[:many]) in groups for many in range(1, len(words) + 1)):
                return start + at, "".join(words)
            while keys[whole + 1] == ":" and not named and whole + 2 < len(keys) - 1:  # a label
                whole += 2
            at = whole
    return None
