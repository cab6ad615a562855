"""What comes in an order of the engine's own: lists and rows that no ORDER BY stands before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .brackets import CLOSES, OPENS, opposite_brackets
from .rows import AGGREGATES, parts
from .tokens import Token, clause_keys

_KEYS = "KEYS"  # a list that no order of rows has a part in
_MAKES = ("COLLECT", _KEYS)
_PICKS = ("HEAD", "LAST")  # one item of a list
_CUTS = ("LIMIT", "SKIP", "OFFSET")
_DIRECTIONS = ("ASC", "ASCENDING", "DESC", "DESCENDING")
_ENDS = frozenset((*_CUTS, *CLOSES, *"WHERE MATCH OPTIONAL WITH RETURN UNWIND CALL UNION".split()))


def unordered(tokens: Sequence[Token], rows: Sequence[Sequence[object]]) -> set[str]:
    """The codes of the notes that an answer needs whose lists, or whose rows, are in no order."""
    keys = clause_keys(tokens)
    ordered = keys.index("ORDER") if "ORDER" in keys else len(keys)
    closes = opposite_brackets(keys)
    lists = (at for at in range(1, len(keys)) if _makes_list(keys, closes, at))
    made = [at for at in lists if at < ordered or keys[at - 1] == _KEYS]
    picked = any(keys[closes[at] + 1] == "[" or keys[at - 3] in _PICKS for at in made)
    found = set()
    if made and (picked or any(map(_holds_several, rows))):
        found.add("lists_unordered")
    if any(keys[at] in _CUTS and _cuts(tokens, at, len(rows)) for at in range(ordered)):
        found.add("rows_unordered")
    orders = [at for at, key in enumerate(keys) if key == "ORDER"]
    if any(_leaves_ties(tokens, keys, closes, at, len(rows)) for at in orders):
        found.add("ties_unordered")
    return found


def _leaves_ties(tokens: Sequence[Token], keys: Sequence[str], closes: dict[int, int], at: int, count: int) -> bool:
    """Whether rows are left out behind the ORDER at `at` that may be equal in it: no id, nor all of a row, is in it."""
    end = _end(tokens, keys, closes, at + 2)
    if not any(keys[cut] in _CUTS and _cuts(tokens, cut, count) for cut in (end, end + 2)):
        return False
    start = next((back for back in range(at, 0, -1) if keys[back] in ("WITH", "RETURN")), 0)
    columns = [_words(tokens, *part) for part in parts(tokens, start + 1, at)]
    by = [
        [word for word in _words(tokens, *part) if word.upper() not in _DIRECTIONS]
        for part in parts(tokens, at + 2, end)
    ]
    named = {column[-1]: column[:-2] for column in columns if column[-2:-1] == ["AS"]}
    by += [named[words[0]] for words in by if len(words) == 1 and words[0] in named]
    if any((".", "id") in pairwise(words) and "(" not in words for words in by):
        return False
    grouped = any(keys[place] in AGGREGATES for place in range(start, at))
    columns = [words for words in columns if not (grouped and AGGREGATES.intersection(map(str.upper, words)))]
    return not all(words in by or (words[-2:-1] == ["AS"] and words[:-2] in by) for words in columns)


def _end(tokens: Sequence[Token], keys: Sequence[str], closes: dict[int, int], at: int) -> int:
    """Where what begins at `at` ends: before a clause, a closing bracket, or the end of the text."""
    while tokens[at].kind != "end" and keys[at] not in _ENDS:
        at = closes[at] + 1 if keys[at] in OPENS else at + 1
    return at


def _words(tokens: Sequence[Token], start: int, end: int) -> list[str]:
    """The words and marks of a value and its name, without DISTINCT before it."""
    first = start + (tokens[start].key == "DISTINCT")
    return ["AS" if token.key == "AS" else token.text for token in tokens[first:end]]


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
