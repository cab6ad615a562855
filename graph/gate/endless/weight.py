"""How long the longest text or list of a user's text may be: what is written in it, and how its clauses make it grow.

The engines hold such values whole, and look at no clock while they go through one. Texts and lists of the graph are
taken for ordinary ones; a clause that joins a name with itself doubles it, and `replace` can do more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..brackets import CLOSES, OPENS, closing
from ..errors import RefusedError
from ..rows import parts
from ..tokens import Token
from ..words import PLAIN
from .lengths import range_length
from .nesting import Nesting

ORDINARY = 200  # letters or items of a value of the graph
_MOST = 10_000_000  # letters or items of one value
_COLLECTED = 1_000_000  # rows of each with each
_HELD = 1_000_000_000  # values that one holds, in lists within lists, each as often as it stands there
_WRITTEN = 1_000_000  # of these, by the maps that are written out: the text may send them all
_USUAL = 100  # items of the lists that texts are gathered from
_CLAUSES = frozenset("WITH RETURN UNWIND".split())
_ENDS = _CLAUSES | frozenset("MATCH OPTIONAL CALL UNION ORDER WHERE".split())
_MEASURES = ("SIZE", "LENGTH")
LOOPS = ("ANY", "ALL", "NONE", "SINGLE", "REDUCE")  # over a list, of which they make no other
_WORDS = frozenset(
    "AS DISTINCT AND OR XOR NOT IN IS NULL TRUE FALSE CASE WHEN THEN ELSE END ASC DESC LIMIT SKIP BY".split()
)
_BEFORE_VALUES = _WORDS | _ENDS


@dataclass(frozen=True, slots=True)
class Weight:
    """The most letters of a text, and the most letters or items of a text or list; `before` the last clause.

    `made` counts what the text writes out or makes itself, and not what it collects; `listed` its longest list alone.
    """

    letters: int
    longest: int
    before: int
    made: int
    listed: int


def weigh(asked: str, tokens: list[Token], parameters: Mapping[str, object], product: bool) -> Weight:
    """The weight of a text; `product`: rows of each with each are collected.

    Raises RefusedError where a clause makes a value too long.
    """
    letters = max(
        [ORDINARY]
        + [len(token.text) for token in tokens if token.kind == "string"]
        + [_size(value) for value in parameters.values()]
    )
    listed, all_made = _items_of_lists(tokens)
    items = max(listed, _COLLECTED * product)
    growth = earlier = 1
    nesting = Nesting(tokens, items)
    for start, end in _clauses(tokens):
        earlier = growth
        nesting.clause(start, end)
        goes_on = any(
            token.key in PLAIN or (token.kind == "mark" and token.key not in (".", ",")) for token in tokens[end:]
        )
        growth *= max(_growth(tokens, *item, letters * growth, goes_on) for item in parts(tokens, start + 1, end))
        token = tokens[start]
        if growth > 1 and letters * growth > _MOST:
            what = f"{token.text} may make a text or list of more than {_MOST:,} letters or items"
            raise RefusedError(token.text, what, asked, token.start)
        if nesting.times * growth > _HELD or nesting.sure > _WRITTEN:
            most = _WRITTEN if nesting.sure > _WRITTEN else _HELD
            what = f"{token.text} may make lists within lists of more than {most:,} items"
            raise RefusedError(token.text, what, asked, token.start)
    longest, made = max(letters, items), max(letters, all_made)
    return Weight(letters * growth, longest * growth, longest * earlier, made * growth, all_made)


def _size(value: object) -> int:
    """The letters and items of a parameter."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Mapping):
        value = [*value.values()]
    return len(value) + max(map(_size, value), default=0) if isinstance(value, (list, tuple)) else 1


def _items_of_lists(tokens: list[Token]) -> tuple[int, int]:
    """How many items the longest list has that is written out, or that a range makes; and with those that a loop makes.

    A range that is unwound is a list where it is collected again; one of which the only loop makes a value is none.
    """
    collects = any(token.key == "COLLECT" for token in tokens)
    loops = sum(token.key == "IN" and tokens[at - 2].key in (*OPENS, ",") for at, token in enumerate(tokens))
    numbers = (int(token.text) for token in tokens if token.kind == "number" and token.text.isdecimal())
    largest = max(numbers, default=0)
    longest = made = 0
    around: list[list[int]] = []  # the brackets that are open: where, and the commas so far
    for at, token in enumerate(tokens):
        before = tokens[at - 1]
        if token.key in OPENS:
            around.append([at, 0])
        elif token.key in CLOSES and around:
            longest = max(longest, around.pop()[1] * (token.key == "]"))
        elif token.key == "," and around:
            around[-1][1] += 1
        elif token.key == "RANGE" and tokens[at + 1].key == "(":
            if before.key == "UNWIND" and not collects:
                continue
            known = range_length(tokens, at)
            items = known if known is not None else _range_guessed(tokens, at, largest)
            start = around[-1][0] if around and before.key == "IN" else 0
            maker = tokens[start].key == "[" and start == at - 3
            asks = tokens[start].key == "(" and tokens[start - 1].key in LOOPS
            made = max(made, items * (not asks))
            longest = max(longest, items * (loops > 1 or not (maker or asks)))
    return longest, max(longest, made)


def _range_guessed(tokens: list[Token], at: int, largest: int) -> int:
    """How many numbers a range may have whose bounds are not written out, in a text with this largest number."""
    bounds = tokens[at : closing(tokens, at + 1)]
    if any(each.key in _MEASURES for each in bounds):
        return 0
    return _MOST if any(each.key in ("*", "^") for each in bounds) else largest


def _clauses(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Where each WITH, RETURN and UNWIND begins, and where the next clause does."""
    start = None
    for at, token in enumerate(tokens):
        if token.kind == "word" and token.key in _ENDS and tokens[at - 1].key not in ("STARTS", "ENDS", "."):
            if start is not None:
                yield start, at
            start = at if token.key in _CLAUSES else None
    if start is not None:
        yield start, len(tokens) - 1


def _growth(tokens: list[Token], start: int, end: int, letters: int, goes_on: bool) -> int:
    """How many times longer than any before it a value may be that is joined of others.

    What REDUCE gathers counts where the text `goes_on`, and does more than sort by it: how it is gathered has a limit
    of its own.
    """
    joins, names, longer = False, 0, 1
    at = start - 1
    while (at := at + 1) < end and longer <= _MOST:
        token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
        if token.key in ("+", "||"):
            joins |= "number" not in (before.kind, after.kind)
        elif token.key == "[":
            joins |= _is_list(before)
        elif token.key == "REPLACE" and after.key == "(":
            longer *= _replaced(tokens, at + 1, letters)
        elif token.key == "REDUCE" and after.key == "(":
            longer *= _gathered(tokens, at + 1) if goes_on else 1
            at = closing(tokens, at + 1)
        elif token.kind in ("word", "name") and token.key not in _WORDS:
            names += after.key != "(" and before.key not in (".", "AS")
    return max(1, names if joins else 1) * longer


def _is_list(before: Token) -> bool:
    """Whether a bracket behind this token opens a list, and no index, and no relationship."""
    value = before.kind in ("word", "name") and before.key not in _BEFORE_VALUES
    return not (value or before.kind in ("string", "parameter") or before.key in (*CLOSES, "-"))


def _gathered(tokens: list[Token], at: int) -> int:
    """How many times longer a text or list may be that REDUCE gathers, in the bracket `at`: once for each turn."""
    if tokens[at + 3].kind == "number":
        return 1
    inside = range(at, closing(tokens, at))
    turns = max((range_length(tokens, place) or 0 for place in inside if tokens[place].key == "RANGE"), default=0)
    return max(1, turns or _USUAL) if any(tokens[place].key == "+" for place in inside) else 1


def _replaced(tokens: list[Token], at: int, letters: int) -> int:
    """How many times longer the text may be of which parts are replaced, in the bracket `at`."""
    commas = [first for first, _ in parts(tokens, at + 1, closing(tokens, at))]
    if len(commas) < 3:
        return 1
    was, now = tokens[commas[1]], tokens[commas[2]]
    given = len(now.text) - 2 if now.kind == "string" else letters
    return max(1, given // max(1, len(was.text) - 2 if was.kind == "string" else 1))
