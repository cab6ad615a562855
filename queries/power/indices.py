"""The arithmetic of voting power in a council: who could turn a majority, counted exactly.

Everything is a pure function of seat counts, one number for each list, and a quota, the seats that decide.
Results are whole numbers or `Fraction`s, in the order of the seats given; all functions raise ValueError for
negative seats and for a quota that nobody or only nothing at all could reach (below 1, above all seats).

A polynomial is one big integer here: the coefficient of x^s, the number of coalitions with s seats, stands in
the bits from `s * width`. Adding a list is a shift and an addition, taking it out again a few of them, so a
power is computed once for each number of seats and not for each list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, islice
from math import factorial


@dataclass(frozen=True, slots=True)
class Power:
    """All measures of one council, list by list in the order of `seats`.

    `banzhaf` and `shapley_shubik` each sum to 1; `in_minimal_winning` counts, of `minimal_winning_coalitions`,
    those that a list is in; `effective_number` is of all that have `seats` here.
    """

    seats: tuple[int, ...]
    quota: int
    banzhaf: tuple[Fraction, ...]
    shapley_shubik: tuple[Fraction, ...]
    minimal_winning_coalitions: int
    in_minimal_winning: tuple[int, ...]
    majority_alone: tuple[bool, ...]
    effective_number: Fraction


def power(seats: Sequence[int], quota: int) -> Power:
    """All measures of a council."""
    coalitions, containing = minimal_winning(seats, quota)
    return Power(
        tuple(seats),
        quota,
        banzhaf(seats, quota),
        shapley_shubik(seats, quota),
        coalitions,
        containing,
        majority_alone(seats, quota),
        effective_number(seats),
    )


def majority(size: int) -> int:
    """The seats that are a majority of a council of this size, reserved seats included."""
    return size // 2 + 1


def swings(seats: Sequence[int], quota: int) -> tuple[int, ...]:
    """For each list, in how many coalitions that decide it is decisive: without it they would not (Banzhaf 1965).

    Penrose (1946) had the same count. By generating polynomials (Mann and Shapley 1962, as given by Matsui and
    Matsui 2000): the swings of a list with w seats are the coalitions of the others with quota - w to
    quota - 1 seats.
    """
    width = len(seats) + 1  # all coalitions together, 2^n, fit in one coefficient
    whole = _check(seats, quota).polynomial(width, quota)

    def count(own: int) -> int:
        others = _without(whole, own * width, quota * width)
        return _digit_sum(others >> max(quota - own, 0) * width, width) << seats.count(0)  # with or without those

    by_seats = {own: count(own) if own else 0 for own in set(seats)}
    return tuple(by_seats[own] for own in seats)


def banzhaf(seats: Sequence[int], quota: int) -> tuple[Fraction, ...]:
    """The normalised Banzhaf index: each list's part of all swings (Banzhaf 1965; Penrose 1946). Sums to 1."""
    found = swings(seats, quota)
    total = sum(found)
    return tuple(Fraction(count, total) for count in found)


def shapley_shubik(seats: Sequence[int], quota: int) -> tuple[Fraction, ...]:
    """The Shapley-Shubik index: in which part of all orders a list turns the majority (Shapley and Shubik 1954).

    For a list with w seats among n, the sum over k of k! (n-1-k)! / n! times the coalitions of k others that
    have quota - w to quota - 1 seats; these are counted by polynomials in seats and members (Mann and
    Shapley 1962; Matsui and Matsui 2000). Sums to 1.
    """
    number = sum(own > 0 for own in seats)  # a list without seats never turns anything
    width = number + 1
    row = -(-width * width // 8) * 8  # bits of one number of seats: 0 to n members, in whole bytes
    whole = _check(seats, quota).polynomial(row, quota, members=width)
    weights = [factorial(k) * factorial(number - 1 - k) for k in range(number)]
    mask = (1 << width) - 1

    def index(own: int) -> Fraction:
        others = _without(whole, own * row + width, quota * row) >> max(quota - own, 0) * row
        size = row // 8
        rows = others.to_bytes(min(own, quota) * size, "little")
        by_members = sum(int.from_bytes(rows[at : at + size], "little") for at in range(0, len(rows), size))
        orders = sum(weight * (by_members >> k * width & mask) for k, weight in enumerate(weights))
        return Fraction(orders, factorial(number))

    by_seats = {own: index(own) if own else Fraction(0) for own in set(seats)}
    return tuple(by_seats[own] for own in seats)


def minimal_winning(seats: Sequence[int], quota: int) -> tuple[int, tuple[int, ...]]:
    """How many minimal winning coalitions there are, and in how many of them each list is.

    Such a coalition reaches the quota and loses it with any one member (von Neumann and Morgenstern 1944;
    Riker 1962 for parliaments). It loses it with any member if it does with its smallest: taking the
    lists from the largest on, each is counted as the smallest member, ties by their order. The coalitions
    that a list is in are all less those of the council without it, the quota unchanged.
    """
    council = _check(seats, quota)
    total = council.minimal(quota)
    inside = {own: total - council.less(own).minimal(quota) if own else 0 for own in set(seats)}
    return total, tuple(inside[own] for own in seats)


def coalitions(
    seats: Sequence[int], quota: int, limit: int | None = None, alike: int = 0
) -> tuple[tuple[int, ...], ...]:
    """Minimal winning coalitions as positions in `seats`, largest lists first, at most `limit` of them.

    The last `alike` of `seats`, none larger than any other, stand for one another: coalitions that differ only
    in them are given once. Each takes time in the number of lists only, however many coalitions there are.
    """
    _check(seats, quota)
    return tuple(islice(_minimal_winning(seats, quota, alike), limit))


def pairs_with_majority(seats: Sequence[int], quota: int) -> tuple[tuple[int, int], ...]:
    """The pairs of lists that reach the quota together and neither of them alone, as positions in `seats`."""
    _check(seats, quota)
    able = [at for at, own in enumerate(seats) if own < quota]
    return tuple((a, b) for a, b in combinations(able, 2) if seats[a] + seats[b] >= quota)


def majority_alone(seats: Sequence[int], quota: int) -> tuple[bool, ...]:
    """For each list, whether it reaches the quota alone."""
    _check(seats, quota)
    return tuple(own >= quota for own in seats)


def effective_number(seats: Sequence[int]) -> Fraction:
    """The effective number of lists: 1 / sum of the squared shares (Laakso and Taagepera 1979).

    A share is of the sum of `seats`: of the seats handed in, not of a council's size where seats are missing.
    Raises ValueError where there are none.
    """
    squares = sum(own * own for own in seats)
    if not squares or min(seats) < 0:
        raise ValueError(f"seats {list(seats)}: an effective number needs seats, none of them negative")
    return Fraction(sum(seats) ** 2, squares)


# --- Counting with polynomials ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Council:
    """Seats that some list has, the most first, and how many lists have so many."""

    lists: dict[int, int]

    def less(self, own: int) -> _Council:
        """The council without one list that has so many seats."""
        return _Council({seats: number - (seats == own) for seats, number in self.lists.items()})

    def polynomial(self, width: int, quota: int, members: int = 0) -> int:
        """The product of 1 + x^seats over all lists, below x^quota; with `members`, of 1 + y x^seats.

        A coefficient of x has `width` bits; y stands `members` bits up in it.
        """
        found = 1
        for own, number in reversed(self.lists.items()):  # the least seats first: a short integer for longer
            for _ in range(number):
                found = _cut(found + (found << own * width + members), quota * width)
        return found

    def minimal(self, quota: int) -> int:
        """The number of minimal winning coalitions."""
        width = sum(self.lists.values()) + 1
        larger, count = 1, 0
        for own, number in self.lists.items():
            for _ in range(number):
                count += _digit_sum(larger >> max(quota - own, 0) * width, width)
                larger = _cut(larger + (larger << own * width), quota * width)
        return count


def _check(seats: Sequence[int], quota: int) -> _Council:
    if any(own < 0 for own in seats) or not 1 <= quota <= sum(seats):
        raise ValueError(f"seats {list(seats)}, quota {quota}: no seats below 0, and 1 <= quota <= all seats")
    return _Council({own: seats.count(own) for own in sorted(set(seats), reverse=True) if own})


def _cut(polynomial: int, bits: int) -> int:
    return polynomial & ((1 << bits) - 1) if polynomial < 0 or polynomial.bit_length() > bits else polynomial


def _without(polynomial: int, shift: int, bits: int) -> int:
    """The polynomial, cut at `bits`, divided by 1 + t, where t is 2^shift: times (1 - t)(1 + t^2)(1 + t^4)..."""
    found = _cut(polynomial - (polynomial << shift), bits)
    shift *= 2
    while shift < bits:
        found = _cut(found + (_cut(found, bits - shift) << shift), bits)
        shift *= 2
    return found


def _digit_sum(polynomial: int, width: int) -> int:
    """The sum of the coefficients, which must be below 2^width - 1: casting out nines, in base 2^width."""
    return polynomial % ((1 << width) - 1)


def _minimal_winning(seats: Sequence[int], quota: int, alike: int) -> Iterator[tuple[int, ...]]:
    order = sorted(range(len(seats)), key=lambda at: (-seats[at], at))
    left = [sum(seats[at] for at in order[start:]) for start in range(len(order) + 1)]
    chosen: list[int] = []
    total, at = 0, 0
    while True:
        if total + left[at] >= quota:  # with all that is left it would decide: so some coalition goes on from here
            chosen.append(at)
            total += seats[order[at]]
            at += 1
            if total < quota:
                continue
            yield tuple(order[member] for member in chosen)
        if not chosen:
            return
        last = chosen.pop()
        total -= seats[order[last]]
        at = last + 1 if last < len(order) - alike else len(order)
