"""What Neo4j would work on after its clock has ended: it looks at the time between rows, and not inside of a value.

A text that passed the gate is read once more, token by token, before it is sent there: loops inside of loops over long
lists, loops over a range of unknown length or through long values (`weight`), values that grow with each turn, patterns
of letters that are tried in too many ways, and too much of these in one text (`sums`) are refused. What comes row by
row (UNWIND, MATCH, subqueries) is left to the clock.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass
from math import log2, prod

from ..brackets import CLOSES, OPENS, closing, opposite_brackets, skip
from ..errors import RefusedError
from ..rows import count_rows
from ..tokens import Token, scan
from ..words import PLAIN
from .growth import refuse_growth
from .lengths import ON_A_NODE, Lengths, range_length
from .regular import TRIED, TRIED_IN_A_ROW, slow_pattern
from .sums import TURNS, WORK, Sums
from .weight import LOOPS, ORDINARY, Weight, weigh

_UNKNOWN = 20_000  # how long a list is taken for that is not written out: as many as the graph has names, and more
_SHORT = {"LABELS": 100, "KEYS": 100, "NODES": 100, "RELATIONSHIPS": 100}
_PARTS = 1_000  # of a text that is split
_LISTED = 2_000_000  # numbers of a range that is a list, and not the list of a loop alone
_OF_A_ROW = 1_000  # turns for one of many rows: the server looks at its clock only after many of them
_ON_A_WAY = 1_000  # turns in the condition of a part of a pattern: a path is searched for without a look at the clock
_MAKERS = ("SPLIT", "TOSTRINGLIST", "TOINTEGERLIST", "TOFLOATLIST", "TOBOOLEANLIST")
_MADE = 32  # letters that a value of a list takes the place of
_MEASURES = ("SIZE", "LENGTH")
_END = Token("end", "", "", 0)


@dataclass(slots=True)
class _Loop:
    """A loop that is open: the bracket it stands in, the turns it takes, and whether its body has begun."""

    depth: int
    turns: int
    names: frozenset[str]  # what a turn calls its own
    weight: int  # letters or items that a turn goes through
    collected: bool  # whether the list was collected of many rows
    sure: int  # turns that the text tells, or what a list of the graph has
    body: bool = False


def refuse_endless(asked: str, text: str, parameters: Mapping[str, object]) -> None:
    """Raises RefusedError for a text that could hold a core of Neo4j long after its time."""
    tokens = [*scan(text)[0], _END, _END, _END, _END]
    loops: list[_Loop] = []
    sources: set[int] = set()  # where the lists of loops begin
    within: list[str] = []  # the brackets that are open
    conditions: list[int] = []  # the depths of those of a pattern whose condition has begun
    ranges = [_longest(tokens, at) for at, token in enumerate(tokens) if token.key == "RANGE"]
    rows = count_rows(tokens)
    found = weigh(asked, tokens, parameters, rows.product)
    lengths = Lengths(tokens)
    sums = Sums(asked, found.made, found.listed, rows.unwound)
    depth, many, collected = 0, False, frozenset[str]()
    closes = opposite_brackets([token.key for token in tokens])
    telling = [place for place, token in enumerate(tokens) if _may_be_long(token)]
    for at, token in enumerate(tokens):
        many, collected = rows.starts.get(at, many), rows.collected.get(at, collected)
        sums.step(tokens, at)
        if token.key in OPENS:
            depth += 1
            within.append(token.key)
            if (start := _source(tokens, at)) is not None:
                sources.add(start)
                around = [loop for loop in loops if loop.body]
                body = skip(tokens, start, ("WHERE", "|")), closes[at]
                told = telling[bisect(telling, body[0]) : bisect(telling, body[1])]
                own = {tokens[start - 2].text, *([tokens[at + 1].text] if tokens[at - 1].key == "REDUCE" else [])}
                loops.append(_loop(asked, tokens, start, own, told, depth, around, found, collected, lengths))
                _refuse_turns(asked, tokens[start], [*around, loops[-1]], many, sums)
                if conditions and loops[-1].turns > _ON_A_WAY and tokens[start + 1].key != ".":
                    what = f"a loop of more than {_ON_A_WAY:,} turns in the condition of a part of a pattern"
                    raise RefusedError(tokens[start].text, f"{what}. Ask it after MATCH", asked, tokens[start].start)
                if tokens[at - 1].key == "REDUCE":
                    turns, longest = loops[-1].turns, max(ranges, default=0)
                    if refuse_growth(asked, tokens, at, longest, found, turns, lengths):
                        sums.growth(tokens[start], turns, loops[-1].sure, prod(loop.turns for loop in around))
        elif token.key in CLOSES:
            if conditions and conditions[-1] == depth:
                conditions.pop()
            if loops and loops[-1].depth == depth:
                loops.pop()
            depth -= 1
            del within[-1:]
        elif token.key in ("WHERE", "|") and loops and loops[-1].depth == depth:
            loops[-1].body = True
        elif token.key == "WHERE" and within and within[-1] != "{":
            conditions.append(depth)
        elif token.key == "RANGE" and tokens[at + 1].key == "(" and tokens[at - 1].key != "UNWIND":
            _refuse_range(asked, tokens, at, TURNS if at in sources else _LISTED)
        elif token.key == "=~":
            tries = (TRIED_IN_A_ROW if sums.unwound else TRIED) - log2(sum(token.key == "=~" for token in tokens))
            _refuse_pattern(asked, tokens, at, parameters, found.letters, tries)


def _refuse_range(asked: str, tokens: list[Token], at: int, most: int) -> None:
    """Refuse a range of more numbers than these."""
    token = tokens[at]
    if (range_length(tokens, at) or 0) > most:
        raise RefusedError(token.text, f"{token.text} makes a list of more than {most:,}", asked, token.start)


def _may_be_long(token: Token) -> bool:
    """Whether a token may stand for a long text or list, or for what goes through one."""
    if token.kind == "string":
        return len(token.text) > ORDINARY
    return token.kind in ("word", "name", "parameter") or token.key in ("+", "||")


def _loop(
    asked: str,
    tokens: list[Token],
    start: int,
    own: set[str],
    told: list[int],
    depth: int,
    around: list[_Loop],
    found: Weight,
    collected: frozenset[str],
    lengths: Lengths,
) -> _Loop:
    """The loop over the list that begins at `start`.

    `own` is what a turn names, `told` are the places in its body that may be long.
    """
    names = own.union(*(loop.names for loop in around))
    counts = tokens[start].key == "RANGE"  # what a turn calls its own is a number
    heavy = makes = False
    for place in told:
        token, after = tokens[place], tokens[place + 1]
        called = token.kind == "word" and after.key == "("
        if token.kind in ("string", "parameter"):
            heavy = True
        elif called or token.key in ("+", "||"):
            heavy |= not counts or token.key == "RANGE"
        elif tokens[place - 1].key != ".":
            heavy |= token.text not in names and token.key not in PLAIN
        makes |= called and token.key in _MAKERS
        if heavy and makes:
            break
    known = lengths.of(start, skip(tokens, start, ("WHERE", "|")))
    turns = _turns(asked, tokens, start, found) if known is None else known
    ordinary = tokens[start + 1].key == "." or found.longest <= _UNKNOWN
    usual = ON_A_NODE if tokens[start].key in _SHORT else ORDINARY
    sure = turns if known is not None or not ordinary else min(turns, usual)
    is_collected = known is None and tokens[start].name in collected and ordinary
    return _Loop(depth, turns, frozenset(own), _weight(found, heavy, makes), is_collected, sure)


def _weight(found: Weight, heavy: bool, makes: bool) -> int:
    """What a turn goes through: more where it makes a value of each item."""
    return found.longest * (_MADE if makes else 1) if heavy else 1


def _refuse_turns(asked: str, source: Token, loops: list[_Loop], many: bool, sums: Sums) -> None:
    """Refuse loops that take too many turns, for each of `many` rows or at all, or whose turns go through too much."""
    turns, weight = prod(loop.turns for loop in loops), max(loop.weight for loop in loops)
    if turns > TURNS:
        what = "the loop over it may take too many turns, with those around it"
    elif weight > ORDINARY and turns * weight > WORK:
        what = f"the loop over it may go through values of {weight:,} letters or items too often"
    elif many and prod(loop.sure for loop in loops) > _OF_A_ROW:
        what = f"a loop of more than {_OF_A_ROW:,} turns in each of many rows"
    elif any(loop.collected for loop in loops) and turns > _UNKNOWN:
        what = "a loop over all that was collected, and another in it, in each of many rows"
    else:
        sums.loop(source, turns, turns * weight * (weight > ORDINARY), prod(loop.sure for loop in loops))
        return
    raise RefusedError(source.text, f"{source.text}: {what}. UNWIND a list instead", asked, source.start)


def _source(tokens: list[Token], at: int) -> int | None:
    """Where the list of a loop begins that opens with this bracket; None where none does."""
    if tokens[at].key == "[" or (tokens[at].key == "(" and tokens[at - 1].key in LOOPS[:-1]):
        return at + 3 if tokens[at + 2].key == "IN" and tokens[at + 1].kind in ("word", "name") else None
    if tokens[at].key == "(" and tokens[at - 1].key == "REDUCE":
        end = skip(tokens, at + 1, (",",))
        return end + 3 if tokens[end + 2].key == "IN" else None
    return None


def _turns(asked: str, tokens: list[Token], at: int, found: Weight) -> int:
    """How many turns a loop takes over a list whose length is not told, and which begins here."""
    first, end = tokens[at], skip(tokens, at, ("WHERE", "|"))
    unknown = max(_UNKNOWN, found.longest)
    if tokens[at + 1].key != "(":
        return unknown
    if first.key == "RANGE" and range_length(tokens, at) is None:
        if not any(token.key in _MEASURES for token in tokens[at:end]):
            what = f"{first.text} in a loop needs numbers for its bounds. UNWIND it instead"
            raise RefusedError(first.text, what, asked, first.start)
    elif closing(tokens, at + 1) == end - 1:
        return max(_PARTS, found.letters) if first.key == "SPLIT" else _SHORT.get(first.key, unknown)
    return unknown


def _longest(tokens: list[Token], at: int) -> int:
    """How many numbers a range may have: more than any may where its bounds are neither written out nor measured."""
    known = range_length(tokens, at)
    measured = any(token.key in _MEASURES for token in tokens[at : skip(tokens, at + 2, ())])
    return known if known is not None else _UNKNOWN if measured else TURNS


def _refuse_pattern(
    asked: str, tokens: list[Token], at: int, parameters: Mapping[str, object], letters: int, tries: float
) -> None:
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
    if why := slow_pattern("".join(parts), letters, tries):
        raise RefusedError("=~", f"this pattern {why}", asked, tokens[at].start)
