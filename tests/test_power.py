"""Voting power: published worked examples, an independent package, and a count of all coalitions."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import comb, factorial
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from powerindex import Game

from queries.power.indices import (
    banzhaf,
    coalitions,
    effective_number,
    majority,
    majority_alone,
    minimal_winning,
    pairs_with_majority,
    power,
    shapley_shubik,
    swings,
)

KIRKUK = (5, 3, 2, 2, 2, 1, 1)
SECURITY_COUNCIL = (7,) * 5 + (1,) * 10
# States and the District of Columbia by electoral votes, from the census of 1990: 538 votes, 270 decide.
ELECTORAL_COLLEGE = (
    *(54, 33, 32, 25, 23, 22, 21, 18, 15, 14, 13, 13, 12, 12, 11, 11, 11, 11, 10, 10),
    *(9,) * 2, *(8,) * 6, *(7,) * 3, *(6,) * 2, *(5,) * 4, *(4,) * 6, *(3,) * 8,
)  # fmt: skip


def parliament(lists: int, seats: int) -> tuple[int, ...]:
    """A parliament with as many different numbers of seats as there is room for."""
    found = [1] * lists
    left = seats - lists
    for at in range(lists):
        found[at] += min(at + 1, left)
        left -= min(at + 1, left)
    return tuple(found)


# --- The worked example of the design -----------------------------------------------------------------


def test_kirkuk_with_all_seats_known() -> None:
    """Kirkuk with seats 5, 3, 2, 2, 2, 1, 1: 15 minimal winning coalitions, and the Banzhaf indices of the design."""
    found = power(KIRKUK, majority(16))
    assert (found.quota, found.minimal_winning_coalitions) == (9, 15)
    assert [round(float(index), 3) for index in found.banzhaf] == [0.374, 0.165, 0.113, 0.113, 0.113, 0.061, 0.061]
    assert found.banzhaf[0] == Fraction(43, 115)
    assert found.effective_number == Fraction(16, 3)
    assert not any(found.majority_alone)
    assert found.in_minimal_winning == (11, 9, 7, 7, 7, 7, 7)


@pytest.mark.parametrize(
    ("size", "seats"), [(23, (12, 5, 3, 1, 1, 1)), (13, (7, 2, 2, 1, 1))], ids=["Basra", "Karbala"]
)
def test_a_majority_alone_leaves_nothing_to_others(size: int, seats: tuple[int, ...]) -> None:
    """Tasmim has 12 of 23 seats in Basra and Ibdaa Karbala 7 of 13: each decides alone, all others are dummies."""
    found = power(seats, majority(size))
    rest = len(seats) - 1
    assert found.majority_alone == (True, *(False,) * rest)
    assert found.banzhaf == found.shapley_shubik == (1, *(0,) * rest)
    assert (found.minimal_winning_coalitions, found.in_minimal_winning) == (1, (1, *(0,) * rest))
    assert pairs_with_majority(seats, majority(size)) == ()


@pytest.mark.parametrize(("size", "expected"), [(1, 1), (2, 2), (13, 7), (16, 9), (52, 27), (285, 143)])
def test_a_majority_is_more_than_half(size: int, expected: int) -> None:
    """Half of an even council is no majority."""
    assert majority(size) == expected


# --- Published worked examples ------------------------------------------------------------------------


def test_luxembourg_was_a_dummy_in_the_council_of_1958() -> None:
    """EEC 1958, 4, 4, 4, 2, 2, 1 of which 12 decide: Banzhaf 5/21, 1/7 and 0 (Britannica Guide to Statistics)."""
    found = banzhaf((4, 4, 4, 2, 2, 1), 12)
    assert found == (*(Fraction(5, 21),) * 3, *(Fraction(1, 7),) * 2, 0)


def test_a_veto_is_worth_a_hundred_times_a_seat_in_the_security_council() -> None:
    """Security Council, 7 votes for a veto and 39 to decide: swings 848 and 84, Shapley-Shubik 421/2145 and 4/2145."""
    assert swings(SECURITY_COUNCIL, 39) == (*(848,) * 5, *(84,) * 10)
    assert shapley_shubik(SECURITY_COUNCIL, 39) == (*(Fraction(421, 2145),) * 5, *(Fraction(4, 2145),) * 10)
    assert minimal_winning(SECURITY_COUNCIL, 39) == (comb(10, 4), (*(210,) * 5, *(84,) * 10))


@pytest.mark.parametrize(
    ("seats", "quota"), [((9, 9, 7, 3, 1, 1), 16), ((31, 31, 28, 21, 2, 2), 58)], ids=["1958", "1964"]
)
def test_three_districts_of_nassau_county_had_no_power(seats: tuple[int, ...], quota: int) -> None:
    """Nassau County: the three largest had a third each, the three others nothing (Banzhaf 1965)."""
    assert banzhaf(seats, quota) == (*(Fraction(1, 3),) * 3, 0, 0, 0)


def test_nobody_is_a_dummy_in_nassau_county_once_the_quota_is_raised() -> None:
    """Nassau County 1970: the same votes with a quota of 63 leave no district without power (Malkevitch, AMS)."""
    assert all(banzhaf((31, 31, 28, 21, 2, 2), 63))


def test_the_electoral_college_of_2000_to_the_last_swing() -> None:
    """Electoral college 2000: the swings that the program ipgenf gives for the five largest states."""
    assert (len(ELECTORAL_COLLEGE), sum(ELECTORAL_COLLEGE)) == (51, 538)
    assert swings(ELECTORAL_COLLEGE, 270)[:5] == (
        525_180_666_785_903,
        292_267_988_381_903,
        282_842_187_059_467,
        218_271_801_954_339,
        200_234_772_354_797,
    )
    assert round(float(banzhaf(ELECTORAL_COLLEGE, 270)[0]), 5) == 0.11143


def test_the_third_party_of_a_hung_parliament_has_the_power_of_the_second() -> None:
    """House of Commons 2010: 57 Liberal Democrats had as much as 258 for Labour, 22.0 % (Dunleavy, LSE)."""
    found = banzhaf((307, 258, 57, 8, 6, 3, 3, 1, 1, 1), 323)
    percent = [round(100 * float(index), 1) for index in found]
    assert percent == [36.7, 22.0, 22.0, 7.3, 5.5, 1.8, 1.8, 0.9, 0.9, 0.9]


@pytest.mark.parametrize(
    ("seats", "quota", "expected"),
    [
        ((47, 46, 17, 16, 2), 65, (9, 7, 5, 3, 3)),  # Scottish Parliament 2007 (Lippman, Math in Society)
        ((6, 4, 2, 1), 7, (6, 2, 2, 2)),
        ((3, 1, 1, 1, 1, 1), 5, (25, 5, 5, 5, 5, 5)),
    ],
)
def test_swings_of_textbook_examples(seats: tuple[int, ...], quota: int, expected: tuple[int, ...]) -> None:
    """The times that each player of a textbook's example is critical come out as printed."""
    found = swings(seats, quota)
    assert [Fraction(count, sum(found)) for count in found] == [Fraction(count, sum(expected)) for count in expected]


def test_shapley_shubik_of_a_textbook_example() -> None:
    """10, 10, 20, 30 with 50 to decide: 1/12, 1/12, 1/4, 7/12 (Stach 2011)."""
    expected = (Fraction(1, 12), Fraction(1, 12), Fraction(1, 4), Fraction(7, 12))
    assert shapley_shubik((10, 10, 20, 30), 50) == expected


def test_minimal_winning_coalitions_of_a_textbook_example() -> None:
    """40, 30, 15, 8, 7 of 100: the five coalitions AB, AC, ADE, BCD, BCE of the German encyclopedia article."""
    seats = (40, 30, 15, 8, 7)
    found = ["".join("ABCDE"[at] for at in members) for members in coalitions(seats, 51)]
    assert found == ["AB", "AC", "ADE", "BCD", "BCE"]
    assert minimal_winning(seats, 51) == (5, (3, 3, 3, 2, 2))
    assert pairs_with_majority(seats, 51) == ((0, 1), (0, 2))


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ((75, 25), 1.60),
        ((75, 10, *(1,) * 15), 1.74),
        ((55, 45), 1.98),
        ((55, 10, 10, 10, *(1,) * 15), 2.99),
        ((35, 35, 30), 2.99),
        ((35, *(10,) * 5, *(1,) * 15), 5.75),
        ((15, *(10,) * 7, *(1,) * 15), 10.64),
    ],
)
def test_effective_numbers_of_published_constellations(shares: tuple[int, ...], expected: float) -> None:
    """The Laakso-Taagepera index has the values that Golosov (2010) prints for these constellations."""
    assert round(float(effective_number(shares)), 2) == expected


# --- Against other ways to count ----------------------------------------------------------------------


@st.composite
def councils(draw: st.DrawFn, lists: int = 12, seats: int = 30) -> tuple[tuple[int, ...], int]:
    """Seats of a few lists, some without any, and a quota between one seat and all."""
    found = draw(st.lists(st.integers(0, seats), min_size=1, max_size=lists).filter(any))
    return tuple(found), draw(st.integers(1, sum(found)))


def winning(seats: Sequence[int], quota: int) -> list[tuple[int, ...]]:
    """All coalitions that reach the quota, by going through every one there is."""
    players = range(len(seats))
    sets = (members for size in range(len(seats) + 1) for members in combinations(players, size))
    return [members for members in sets if sum(seats[at] for at in members) >= quota]


@settings(deadline=None, max_examples=60)
@given(councils())
def test_all_measures_agree_with_going_through_every_coalition(council: tuple[tuple[int, ...], int]) -> None:
    """Up to twelve lists, every index and count is what the definition gives when all coalitions are looked at."""
    seats, quota = council
    number = len(seats)
    critical = [0] * number
    orders = [0] * number
    minimal = set()
    for members in winning(seats, quota):
        needed = [at for at in members if sum(seats[other] for other in members) - seats[at] < quota]
        for at in needed:
            critical[at] += 1
            orders[at] += factorial(len(members) - 1) * factorial(number - len(members))
        if len(needed) == len(members):
            minimal.add(frozenset(members))
    found = power(seats, quota)
    assert swings(seats, quota) == tuple(critical)
    assert found.banzhaf == tuple(Fraction(count, sum(critical)) for count in critical)
    assert found.shapley_shubik == tuple(Fraction(count, factorial(number)) for count in orders)
    assert found.minimal_winning_coalitions == len(minimal)
    assert found.in_minimal_winning == tuple(sum(at in members for members in minimal) for at in range(number))
    listed = coalitions(seats, quota)
    assert (len(listed), {frozenset(members) for members in listed}) == (len(minimal), minimal)
    pairs = {frozenset(pair) for pair in pairs_with_majority(seats, quota)}
    assert pairs >= {members for members in minimal if len(members) == 2}
    assert majority_alone(seats, quota) == tuple(own >= quota for own in seats)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 40), min_size=2, max_size=12))
def test_the_indices_agree_with_an_independent_package(seats: list[int]) -> None:
    """The package powerindex gives the same Banzhaf and Shapley-Shubik indices for a majority."""
    game = Game(quota=majority(sum(seats)), weights=seats)
    game.calc()
    assert [float(index) for index in banzhaf(seats, majority(sum(seats)))] == pytest.approx(game.banzhaf)
    assert [float(index) for index in shapley_shubik(seats, majority(sum(seats)))] == pytest.approx(game.shapley_shubik)


def test_150_lists_agree_with_the_independent_package() -> None:
    """The Banzhaf index of 150 lists with 400 seats is the package's, where other packages overflow."""
    seats = parliament(150, 400)
    game = Game(quota=201, weights=list(seats))
    game.calc_banzhaf()
    assert [float(index) for index in banzhaf(seats, 201)] == pytest.approx(game.banzhaf, rel=1e-12)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=9), st.integers(0, 5), st.data())
def test_coalitions_that_differ_only_in_single_members_are_given_once(
    seats: list[int], singles: int, data: st.DataObject
) -> None:
    """Each coalition of lists and so many single members stands for as many as there are choices of these."""
    players = [*seats, *[1] * singles]
    quota = data.draw(st.integers(1, sum(players)))
    told = coalitions(players, quota, alike=singles)
    shapes = [(tuple(at for at in members if at < len(seats)), len(members)) for members in told]
    assert len(set(shapes)) == len(shapes)
    ways = sum(comb(singles, number - len(named)) for named, number in shapes)
    assert ways == minimal_winning(players, quota)[0]


# --- Large parliaments and what always holds ----------------------------------------------------------


@pytest.mark.parametrize(
    "seats",
    [parliament(150, 400), (120, 90, *(1,) * 148, 42), (3,) * 133 + (1,), (201, *(1,) * 199)],
    ids=["150 lists", "three large", "equal", "majority alone"],
)
def test_large_parliaments_are_exact(seats: tuple[int, ...]) -> None:
    """With 400 seats and up to 200 lists the indices sum to exactly 1, and more seats never have less power."""
    assert sum(seats) == 400
    found = power(seats, majority(400))
    assert sum(found.banzhaf) == sum(found.shapley_shubik) == 1
    for indices in (found.banzhaf, found.shapley_shubik):
        by_seats = dict(zip(seats, indices, strict=True))
        assert indices == tuple(by_seats[own] for own in seats)
        assert sorted(by_seats.values()) == [by_seats[own] for own in sorted(by_seats)]


def test_equal_lists_have_equal_parts_however_many_there_are() -> None:
    """101 lists with one seat have 1/101 each, and every 51 of them are a minimal winning coalition."""
    found = power((1,) * 101, 51)
    assert found.banzhaf == found.shapley_shubik == (Fraction(1, 101),) * 101
    assert found.minimal_winning_coalitions == comb(101, 51)
    assert found.in_minimal_winning == (comb(100, 50),) * 101
    assert found.effective_number == 101


def test_a_few_of_very_many_coalitions_are_listed_without_going_through_them() -> None:
    """The limit holds where there are more coalitions than anyone could list."""
    listed = coalitions(parliament(150, 400), 201, limit=7)
    assert len(set(listed)) == 7
    assert minimal_winning(parliament(150, 400), 201)[0] > 10**30


@settings(deadline=None, max_examples=60)
@given(councils(lists=40), st.randoms(use_true_random=False))
def test_the_order_of_the_lists_does_not_matter(council: tuple[tuple[int, ...], int], random: Random) -> None:
    """Lists handed in in another order have the same power, and lists with as many seats have the same."""
    seats, quota = council
    order = list(range(len(seats)))
    random.shuffle(order)
    one, other = power(seats, quota), power([seats[at] for at in order], quota)
    assert other.banzhaf == tuple(one.banzhaf[at] for at in order)
    assert other.shapley_shubik == tuple(one.shapley_shubik[at] for at in order)
    assert other.in_minimal_winning == tuple(one.in_minimal_winning[at] for at in order)


@settings(deadline=None, max_examples=60)
@given(councils(lists=40))
def test_dummies_and_only_dummies_have_no_power(council: tuple[tuple[int, ...], int]) -> None:
    """A list is in no minimal winning coalition exactly where both indices are 0; both sum to 1."""
    found = power(*council)
    powerless = [count == 0 for count in found.in_minimal_winning]
    assert powerless == [index == 0 for index in found.banzhaf] == [index == 0 for index in found.shapley_shubik]
    assert sum(found.banzhaf) == sum(found.shapley_shubik) == 1


def test_a_list_without_seats_changes_nothing() -> None:
    """A list that won no seat has no power and takes none from the others."""
    with_one, without = power((5, 0, 4, 3), 7), power((5, 4, 3), 7)
    assert with_one.banzhaf == (Fraction(1, 3), 0, Fraction(1, 3), Fraction(1, 3))
    assert with_one.minimal_winning_coalitions == without.minimal_winning_coalitions == 3
    assert with_one.effective_number == without.effective_number


@pytest.mark.parametrize(("seats", "quota"), [((3, 2), 6), ((3, 2), 0), ((3, -1), 2), ((), 1), ((0, 0), 1)])
def test_a_quota_out_of_reach_and_negative_seats_are_refused(seats: tuple[int, ...], quota: int) -> None:
    """Where nobody could decide, or seats make no sense, no number is made up."""
    for measure in (banzhaf, shapley_shubik, minimal_winning, pairs_with_majority, majority_alone, coalitions, power):
        with pytest.raises(ValueError, match="quota"):
            measure(seats, quota)


@pytest.mark.parametrize("seats", [(), (0, 0), (2, -1)])
def test_no_seats_have_no_effective_number(seats: tuple[int, ...]) -> None:
    """An effective number of nothing is refused."""
    with pytest.raises(ValueError, match="effective number"):
        effective_number(seats)
