"""How many rows the clauses of a user's text may have, as far as it tells: one, many, or each with each.

A server looks at its clock only now and then between rows; what is asked of each row of many has to be little.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..schema import EDGES
from .brackets import CLOSES, OPENS, opposite_brackets
from .tokens import Token, clause_keys

CLAUSES = frozenset("MATCH OPTIONAL WITH RETURN UNWIND CALL UNION ORDER".split())
_STEPS = 3  # on ways of which there are no more than the graph has names
_OF_STATEMENTS = {table.type for table in EDGES.values() if table.start == "Statement"}
AGGREGATES = frozenset("COUNT COLLECT SUM AVG MIN MAX STDEV STDEVP PERCENTILECONT PERCENTILEDISC".split())


@dataclass(frozen=True, slots=True)
class Rows:
    """By the first token of a clause: whether it has many rows, and what was collected before them of many.

    `unwound`: the rows come of an UNWIND, and the server looks at its clock only after a hundred of them or so; only
    there it is told what was collected. `product`: rows of each with each are collected.
    """

    starts: dict[int, bool]
    unwound: dict[int, bool]
    collected: dict[int, frozenset[str]]
    product: bool


def count_rows(tokens: list[Token]) -> Rows:
    """The rows of a text's clauses."""
    starts: dict[int, bool] = {}
    collected: dict[int, frozenset[str]] = {}
    from_lists: dict[int, bool] = {}
    many = each = product = unwound = False
    seen: set[str] = set()  # the names of what differs from row to row
    lists: set[str] = set()  # the names of what was collected of many rows
    carried: set[str] = set()  # of these, what stands in many rows again
    ends: set[str | int] = set()  # of relationships, where many may stand for one other
    steps = 0  # from one node to another
    closes = opposite_brackets([token.key for token in tokens])
    for start, end in _clauses(tokens):
        key = tokens[start].key
        many |= key in ("MATCH", "CALL")
        unwound &= key not in ("MATCH", "CALL")
        starts[start], from_lists[start] = many, unwound
        collected[start] = frozenset(lists) if unwound else frozenset()
        where = next((at for at in range(start, end) if tokens[at].key == "WHERE"), end)
        carried |= lists if key in ("MATCH", "UNWIND", "CALL") else set()
        if key == "MATCH":
            narrow = any(_is_equal(tokens, at) for at in range(where, end))
            known = set(seen)
            for first, last in parts(tokens, start + 1, where):
                names = _names(tokens, first, last)
                if not narrow and all(tokens[at].key != "{" for at in range(first, last)):
                    ends |= set(_ends(tokens, first, last, closes))
                    steps += sum(tokens[at].key == "-" and tokens[at + 1].key == "[" for at in range(first, last))
                    each |= len(ends) > 1 or steps > _STEPS or (bool(known) and known.isdisjoint(names))
                known |= names
            seen |= _names(tokens, start, end)
        elif key == "UNWIND":
            each |= many and seen.isdisjoint(_names(tokens, start, end - 1))
            many = unwound = True
            seen.add(tokens[end - 1].name)
        elif key in ("WITH", "RETURN"):
            called = {tokens[at].key for at in range(start, end) if tokens[at + 1].key == "("} & AGGREGATES
            items = list(parts(tokens, start + 1, where))
            collects = [item for item in items if tokens[item[0]].key == "COLLECT"]
            again = any(carried & _names(tokens, first, last - 2) for first, last in collects)
            product |= again or (each and "COLLECT" in called)
            if many:
                lists |= {tokens[last - 1].name for _, last in collects}
            if called:
                each, ends, steps = False, set(), 0
                many = not all(tokens[first].key in AGGREGATES for first, _ in items)
                seen = _names(tokens, start, end) if many else set()
            else:
                seen |= {tokens[last - 1].name for first, last in items if _names(tokens, first, last) & seen}
    return Rows(starts, from_lists, collected, product)


def parts(tokens: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between commas, outside of brackets."""
    depth, first = 0, start
    for at in range(start, end):
        depth += (tokens[at].key in OPENS) - (tokens[at].key in CLOSES)
        if tokens[at].key == "," and depth <= 0:
            yield first, at
            first = at + 1
    yield first, end


def _clauses(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Where each clause begins and ends."""
    starts = [
        at
        for at, key in enumerate(clause_keys(tokens))
        if key in CLAUSES and tokens[at - 1].key not in ("STARTS", "ENDS")
    ]
    yield from zip(starts, [*starts[1:], len(tokens) - 1], strict=True)


def _is_equal(tokens: list[Token], at: int) -> bool:
    """Whether a condition says here that a property is equal to a value, or to another property and one is an id."""
    before, after = tokens[at - 2].key == ".", tokens[at + 2].key == "."
    ids = "id" in (tokens[at - 1].name, tokens[at + 3].name)
    return tokens[at].key in ("=", "IN") and (before or after) and (ids or not (before and after))


def _ends(tokens: list[Token], start: int, end: int, closes: Mapping[int, int]) -> Iterator[str | int]:
    """The ends of a pattern's relationships at which many may stand for one other: of any type, and statements."""
    for at in range(start, end):
        if tokens[at].key != "-" or tokens[at - 1].key not in (")", "<"):
            continue
        second = closes[at + 1] + 1 if tokens[at + 1].key == "[" else at + 1
        inside = tokens[at + 2 : second]
        types = {token.name for token in inside if token.name in EDGES}
        back, forth = tokens[at - 1].key == "<", tokens[second + 1].key == ">"
        if types and types.isdisjoint(_OF_STATEMENTS):
            continue
        node = tokens[(second + 1 if back else closes[at - 1]) + 1]
        yield node.name if types and back != forth and node.kind in ("word", "name") else at
        if any(token.key == "*" for token in inside):
            yield -at


def _names(tokens: list[Token], start: int, end: int) -> set[str]:
    """The names of variables that stand here."""
    return {
        tokens[at].name
        for at in range(start, end)
        if tokens[at].kind in ("word", "name")
        and tokens[at].key not in CLAUSES
        and tokens[at - 1].key not in (".", ":", "|", "&", "!")
        and tokens[at + 1].key != "("
        and not (tokens[at + 1].key == ":" and tokens[at - 1].key in ("{", ","))
    }
