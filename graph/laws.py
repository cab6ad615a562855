"""How an election's law makes seats of votes, as a data folder states it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .lexicon import Place

DIVISORS, LARGEST_REMAINDER = METHODS = ("divisors", "largest_remainder")
CONSTITUENCY = "constituency"  # where votes are counted against each other
GENERAL = "general"  # the seats that they fill


@dataclass(frozen=True, slots=True)
class Law:
    """How votes become seats at an election.

    `divisors` are the first ones, as written: each later one is as far from the one before as the last two are. Shares
    under the `threshold`, a percentage of all votes of the constituency, win nothing; `alone` is the most seats that
    a person who stands as a list can win, None where the law sets no such limit.
    """

    election: str
    method: str
    divisors: tuple[str, ...]
    threshold: str | None
    alone: int | None
    level: str
    seats: str
    sources: tuple[str, ...]
    note: str | None = None
    place: Place | None = None


def divisors(first: Sequence[str]) -> Iterator[Fraction]:
    """All divisors that begin with these: 1.7, 3, 5 go on with 7, 9, and so on."""
    numbers = [Fraction(number) for number in first]
    yield from numbers
    last, step = numbers[-1], numbers[-1] - numbers[-2]
    while True:
        last += step
        yield last
