"""What Neo4j would work on after its clock has ended: it looks at the time between rows, and not inside of a value.

A text that passed the gate is read once more, token by token, before it is sent there: loops inside of loops over long
lists, loops over a range of unknown length, values that grow with each turn, and patterns of letters that are
tried in too many ways are refused. What comes row by row (UNWIND, MATCH, subqueries) is left to the clock.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

from .errors import RefusedError
from .tokens import Token, scan

_TURNS = 10_000_000  # of all loops of one value
_UNKNOWN = 20_000  # how long a list is taken for that is not written out: as many as the graph has names, and more
_GROWN = 20_000  # turns in which a text or list may grow: each copies what the turns before it made
_SHORT = {"LABELS": 100, "KEYS": 100, "NODES": 100, "RELATIONSHIPS": 100, "SPLIT": 1_000}
_MEASURES = ("SIZE", "LENGTH")
_LOOPS = ("ANY", "ALL", "NONE", "SINGLE", "REDUCE")
_OPENS, _CLOSES = ("(", "[", "{"), (")", "]", "}")
_APART = frozenset(
    "CASE WHEN THEN ELSE END AND OR XOR NOT = <> < > <= >= ,".split()
)  # values on either side stay apart
_SUMS = _APART | frozenset("+ - * / % ^ ( )".split())
_REPEATS = re.compile(r"[*+]|\{\d+,\}")  # without an end
_TIMES = re.compile(r"[*+]|\{\d")  # at all
_UNTRIED = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*+\]", re.DOTALL)  # a letter, or one of several
_BACK = re.compile(r"\\[1-9k]")
_MOST_REPEATS = 3
_END = Token("end", "", "", 0)


@dataclass(slots=True)
class _Loop:
    """A loop that is open: the bracket it stands in, the turns it takes, and whether its body has begun."""

    depth: int
    turns: int
    body: bool = False


def refuse_endless(asked: str, text: str, parameters: Mapping[str, object]) -> None:
    """Raises RefusedError for a text that could hold a core of Neo4j long after its time."""
    tokens = [*scan(text)[0], _END, _END, _END, _END]
    loops: list[_Loop] = []
    depth = 0
    ranges = [_longest(tokens, at) for at, token in enumerate(tokens) if token.key == "RANGE"]
    for at, token in enumerate(tokens):
        if token.key in _OPENS:
            depth += 1
            if (start := _source(tokens, at)) is not None:
                loops.append(_Loop(depth, _turns(asked, tokens, start)))
                if prod([loop.turns for loop in loops if loop.body or loop is loops[-1]]) > _TURNS:
                    what = "the loop over it may take too many turns, with those around it. UNWIND a list instead"
                    raise RefusedError(tokens[start].text, f"{tokens[start].text}: {what}", asked, tokens[start].start)
                if tokens[at - 1].key == "REDUCE":
                    _refuse_growth(asked, tokens, at, max(ranges, default=0))
        elif token.key in _CLOSES:
            if loops and loops[-1].depth == depth:
                loops.pop()
            depth -= 1
        elif token.key in ("WHERE", "|") and loops and loops[-1].depth == depth:
            loops[-1].body = True
        elif token.key == "RANGE" and tokens[at + 1].key == "(" and tokens[at - 1].key != "UNWIND":
            if (_range(tokens, at) or 0) > _TURNS:
                raise RefusedError(token.text, f"{token.text} makes a list of more than {_TURNS:,}", asked, token.start)
        elif token.key == "=~":
            _refuse_pattern(asked, tokens, at, parameters)


def _source(tokens: list[Token], at: int) -> int | None:
    """Where the list of a loop begins that opens with this bracket; None where none does."""
    if tokens[at].key == "[" or (tokens[at].key == "(" and tokens[at - 1].key in _LOOPS[:-1]):
        return at + 3 if tokens[at + 2].key == "IN" and tokens[at + 1].kind in ("word", "name") else None
    if tokens[at].key == "(" and tokens[at - 1].key == "REDUCE":
        end = _skip(tokens, at + 1, (",",))
        return end + 3 if tokens[end + 2].key == "IN" else None
    return None


def _skip(tokens: list[Token], at: int, until: tuple[str, ...]) -> int:
    """Where one of these stands next outside of brackets, or what is around closes."""
    depth = 0
    while tokens[at].kind != "end" and not (depth == 0 and tokens[at].key in (*until, *_CLOSES)):
        depth += (tokens[at].key in _OPENS) - (tokens[at].key in _CLOSES)
        at += 1
    return at


def _turns(asked: str, tokens: list[Token], at: int) -> int:
    """How many turns a loop over the list that begins here takes, as far as the text tells."""
    first, end = tokens[at], _skip(tokens, at, ("WHERE", "|"))
    if first.key == "RANGE" and tokens[at + 1].key == "(":
        known = _range(tokens, at)
        if known is None and not any(token.key in _MEASURES for token in tokens[at:end]):
            what = f"{first.text} in a loop needs numbers for its bounds. UNWIND it instead"
            raise RefusedError(first.text, what, asked, first.start)
        return _UNKNOWN if known is None else known
    if first.key == "[" and tokens[at + 2].key != "IN" and _skip(tokens, at + 1, ()) == end - 1:
        return 1 + sum(token.key == "," for token in tokens[at:end])
    return _SHORT.get(first.key, _UNKNOWN) if tokens[at + 1].key == "(" else _UNKNOWN


def _range(tokens: list[Token], at: int) -> int | None:
    """How many numbers a range has whose bounds are written out."""
    end = _skip(tokens, at + 2, ())
    said = "".join(token.text for token in tokens[at + 2 : end])
    found = re.fullmatch(r"(-?\d{1,18}),(-?\d{1,18})(?:,(-?\d{1,18}))?", said)
    if not found:
        return None
    first, last, step = int(found[1]), int(found[2]), int(found[3] or 1)
    return max(0, (last - first) // step + 1) if step else 0


def _longest(tokens: list[Token], at: int) -> int:
    """How many numbers a range may have: more than any may where its bounds are neither written out nor measured."""
    known = _range(tokens, at)
    measured = any(token.key in _MEASURES for token in tokens[at : _skip(tokens, at + 2, ())])
    return known if known is not None else _UNKNOWN if measured else _TURNS


def _refuse_growth(asked: str, tokens: list[Token], at: int, longest: int) -> None:
    """Refuse a REDUCE whose value can double with each turn: it stands in it twice, or in a call, list or map.

    One that grows by a piece with each turn is refused in a text with a range as `longest` that is longer than texts
    need: the list that it goes through may be made of it.
    """
    name, bar = tokens[at + 1].text, _skip(tokens, at + 1, ("|",))
    end = _skip(tokens, bar + 1, ())
    body = tokens[bar + 1 : end]
    if longest > _GROWN and any(token.key == "+" for token in body) and not _counts(tokens, at, body):
        what = f"{name} may grow with each of more than {_GROWN:,} turns of reduce. Make the range shorter"
        raise RefusedError(name, what, asked, tokens[at + 1].start)
    seen = depth = 0
    for token in tokens[bar + 1 : end]:
        depth += (token.key in _OPENS) - (token.key in _CLOSES)
        if token.key in _APART:
            seen = 0
        elif token.text == name and token.kind in ("word", "name"):
            seen += 1
            if seen > 1 or depth:
                what = f"{name} can double with each turn of reduce. Let it stand once, outside of brackets"
                raise RefusedError(name, what, asked, token.start)


def _counts(tokens: list[Token], at: int, body: list[Token]) -> bool:
    """Whether a REDUCE begins with a number and adds to it only numbers, or those of the range that it goes through."""
    comma = _skip(tokens, at + 1, (",",))
    own = {tokens[at + 1].text, tokens[comma + 1].text}
    begins = [token.kind for token in tokens[at + 3 : comma] if token.key != "-"]
    plain = all(token.kind == "number" or token.text in own or token.key in _SUMS for token in body)
    return begins == ["number"] and tokens[comma + 3].key == "RANGE" and plain


def _refuse_pattern(asked: str, tokens: list[Token], at: int, parameters: Mapping[str, object]) -> None:
    """Refuse a pattern of letters that is not written out, or that is tried in too many ways."""
    brackets = tokens[at + 1].key == "("
    start = at + 1 + brackets
    parts: list[str] = []
    while True:
        token = tokens[start]
        if token.kind == "string":
            parts.append(re.sub(r"\\(.)", r"\1", token.text[1:-1]))
        elif token.kind == "parameter":
            parts.append(str(parameters.get(token.text[1:].strip("`"), "")))
        else:
            what = "=~ needs a pattern that is written out, or a parameter"
            raise RefusedError("=~", what, asked, tokens[at].start)
        if tokens[start + 1].key != "+":
            break
        start += 2
    if why := slow_pattern("".join(parts)):
        raise RefusedError("=~", f"this pattern {why}", asked, tokens[at].start)


def slow_pattern(pattern: str) -> str | None:
    """Why a pattern of letters may take more than linear or, for its few repeats, cubic time; None if it does not.

    A repeat of what itself repeats or has choices takes exponential time where nothing fits (Kirrage, Rathnayake and
    Thielecke 2013).
    """
    if _BACK.search(re.sub(r"\\\\", "", pattern)):
        return "refers back to what it found"
    plain = _UNTRIED.sub("x", pattern)
    if re.search(r"\(\?(?:[=!<>]|<[=!])", plain):
        return "looks around"
    if len(_REPEATS.findall(plain)) > _MOST_REPEATS:
        return f"has more than {_MOST_REPEATS} parts that repeat"
    inner = [False]  # of each group that is open: whether something in it repeats without end, or may be chosen
    for place, letter in enumerate(plain):
        if letter == "(":
            inner.append(False)
        elif letter == "|" or _REPEATS.match(plain, place):
            inner[-1] = True
        elif letter == ")" and len(inner) > 1:
            held = inner.pop()
            if held and _TIMES.match(plain, place + 1):
                return "repeats what itself repeats or has choices"
            inner[-1] |= held
    return None
