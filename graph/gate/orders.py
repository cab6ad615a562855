"""What comes in an order of the engine's own: lists and rows that no ORDER BY stands before."""

from __future__ import annotations

from collections.abc import Sequence

from .brackets import opposite_brackets
from .tokens import Token

_KEYS = "KEYS"  # a list that no order of rows has a part in
_MAKES = ("COLLECT", _KEYS)
_PICKS = ("HEAD", "LAST")  # one item of a list


def unordered(tokens: Sequence[Token], rows: Sequence[Sequence[object]]) -> set[str]:
    """The codes of the notes that an answer needs whose lists, or whose rows, are in no order."""
    dots = ("", *(token.key for token in tokens))  # what a dot stands before is a property, and no clause
    keys = ["" if before == "." else token.key for before, token in zip(dots, tokens, strict=False)]
    ordered = keys.index("ORDER") if "ORDER" in keys else len(keys)
    closes = opposite_brackets(keys)
    lists = (at for at in range(1, len(keys)) if _makes_list(keys, closes, at))
    made = [at for at in lists if at < ordered or keys[at - 1] == _KEYS]
    picked = any(keys[closes[at] + 1] == "[" or keys[at - 3] in _PICKS for at in made)
    found = set()
    if made and (picked or any(map(_holds_several, rows))):
        found.add("lists_unordered")
    if any(keys[at] in ("LIMIT", "SKIP", "OFFSET") and _cuts(tokens, at, len(rows)) for at in range(ordered)):
        found.add("rows_unordered")
    return found


def _makes_list(keys: Sequence[str], closes: dict[int, int], at: int) -> bool:
    """Whether a list of several rows is made in the bracket `at`: by a call, or of a pattern."""
    if keys[at] == "(":
        return keys[at - 1] in _MAKES
    inside = keys[at + 1 : closes.get(at, at)]
    return keys[at] == "[" and inside[:1] == ["("] and "|" in inside and "-" in inside


def _holds_several(value: object) -> bool:
    """Whether a value holds a list of different items."""
    if isinstance(value, dict):
        value = (*value.values(),)
    elif isinstance(value, list) and any(item != value[0] for item in value[1:]):
        return True
    return isinstance(value, (list, tuple)) and any(map(_holds_several, value))


def _cuts(tokens: Sequence[Token], at: int, count: int) -> bool:
    """Whether LIMIT or SKIP leaves rows out: not where it ends a text whose answer has fewer rows."""
    most = tokens[at + 1]
    if tokens[at].key != "LIMIT" or tokens[at + 2].kind != "end" or not most.text.isdecimal():
        return most.text != "0"
    return 0 < int(most.text) <= count
