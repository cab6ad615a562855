"""The arithmetic of a law: votes become seats, exactly.

Divisors: Sainte-Lague 1910, d'Hondt 1878 and their kin, by highest quotients (Balinski and Young, Fair Representation,
1982). Largest remainder: with the quota of Hare, all votes by all seats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from heapq import merge
from itertools import islice, repeat
from math import lcm

from graph.laws import DIVISORS, LARGEST_REMAINDER, Law, divisors


@dataclass(frozen=True, slots=True)
class Allotted:
    """The seats of a constituency: those that each list surely has, and how many of `tied` lists are drawn by lot.

    `last` is the list that won the last seat, None where that is drawn by lot or no seat was won.
    """

    seats: Mapping[str, int]
    drawn: int
    tied: tuple[str, ...]
    last: str | None

    def may_have(self, id: str, seats: int) -> bool:
        """Whether the law may give a list so many seats."""
        sure = self.seats.get(id, 0)
        return sure <= seats <= sure + min(self.drawn, self.tied.count(id))


def allot(law: Law, votes: Mapping[str, int], seats: int, alone: frozenset[str] = frozenset()) -> Allotted:
    """The seats that a law gives for these votes; `alone` are the lists that are one person.

    Each method ranks claims to a seat, the strongest first: the first `seats` of all win, equal ones at the edge draw.
    """
    every = sum(votes.values())
    floor = Fraction(law.threshold or 0) * every / 100

    def claims(id: str, cast: int) -> Iterator[tuple[int, str]]:
        most = law.alone if id in alone else None
        return ((-claim, id) for claim in islice(_CLAIMS[law.method](law, cast, every, seats), most))

    ranked = merge(*(claims(id, cast) for id, cast in votes.items() if cast and cast >= floor))
    won = [*islice(ranked, seats)]
    edge = won[-1][0] if won else None
    beyond = []
    for claim, id in ranked:
        if claim != edge:
            break
        beyond.append(id)
    at_edge = [id for claim, id in won if claim == edge] if beyond else []
    sure = Counter(id for _, id in won[: len(won) - len(at_edge)])
    return Allotted(
        {id: sure[id] for id in votes},
        len(at_edge),
        tuple(sorted({*at_edge, *beyond})),
        won[-1][1] if won and not beyond else None,
    )


def needed(law: Law, votes: Mapping[str, int], seats: int, id: str, alone: frozenset[str] = frozenset()) -> int | None:
    """The fewest further votes with which a list surely has one seat more than now; None where none give it one.

    The votes of all others stay. More votes never cost a list a seat, so the number is found by halving.
    """
    now = allot(law, votes, seats, alone).seats[id]

    def enough(more: int) -> bool:
        return allot(law, {**votes, id: votes[id] + more}, seats, alone).seats[id] > now

    low, high = 0, sum(votes.values()) * (seats + 1)
    if not enough(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def _quotients(law: Law, votes: int, _: int, seats: int) -> Iterator[int]:
    """The votes by each divisor, all times one number that leaves them whole."""
    return (votes * weight for weight in _weights(law.divisors, seats))


@cache
def _weights(first: tuple[str, ...], seats: int) -> tuple[int, ...]:
    used = [*islice(divisors(first), seats)]
    common = lcm(*(divisor.numerator for divisor in used))
    return tuple(common // divisor.numerator * divisor.denominator for divisor in used)


def _quotas(_: Law, votes: int, every: int, seats: int) -> Iterator[int]:
    """A claim for each whole quota and one for what is left over, all times the votes of all."""
    whole, rest = divmod(votes * seats, every)
    yield from repeat(every, whole)
    if rest:
        yield rest


_CLAIMS = {DIVISORS: _quotients, LARGEST_REMAINDER: _quotas}
