"""Columns of one role that compete: which of them tells the list's number, by arithmetic, by year and by words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from ..cues import roles_in
from ..words import Role, fold_words
from .columns import Column, How, value_in
from .grid import Row

_OF_VOTERS = (Role.TURNOUT, Role.VOTERS)
_WHOLES = (Role.TOTAL, Role.SEATS, Role.SIZE, Role.VOTES, Role.VALID)  # of which others may be the sum
_BY_RANK = (Role.SEATS, Role.VOTES, Role.SHARE)
_OF_A_ROW = (Role.LIST, Role.WINNER)
# Words by which a column of several is the one that counts, and those by which another is.
_FOR, _AGAINST = frozenset({Role.FINAL, Role.TOTAL}), frozenset({Role.PRELIMINARY, Role.PERSONAL, Role.PART})
_OUTDONE = "another column says that it is the one that counts"


def of_first_list(made: list[Column]) -> list[Column]:
    """The columns; where figures part two lists of a row, those behind the second are its own, and it is not read.

    Those of a first list that is headed by an earlier year are of that year.
    """
    first, second = [*(column for column in made if column.role is Role.LIST), None, None][:2]
    figures = [column for column in made if column.role in (Role.SEATS, Role.VOTES) and column.how is not How.SAID]
    if first is None or second is None or not any(first.index < one.index < second.index for one in figures):
        return made
    before = first.year is not None and second.year is not None and first.year < second.year
    for one in figures:
        if one.index > second.index:
            made[one.index] = replace(one, role=None, why="of another list of the row")
        elif before and one.index > first.index:
            made[one.index] = replace(one, role=Role.BEFORE)
    return made


def places_sizes(made: list[Column], body: Sequence[Row]) -> list[Column]:
    """The columns; seats before the list of a row are those of its place where the list's own stand behind it.

    Those before a winner, with none behind, are so too, as a guess.
    """
    owner = next((column for column in made if column.role in _OF_A_ROW), None)
    seats = [column for column in made if column.role is Role.SEATS and column.numeric and column.how is not How.SAID]
    if owner is None or not any(column.role is Role.PLACE for column in made):
        return made
    own = next((column for column in seats if column.index > owner.index), None)
    if own is None and owner.role is not Role.WINNER:
        return made
    how, why = (How.HEADER, "") if own else (How.GUESS, "the seats of the place or of its winner")
    sizes = {one.index for one in seats if one.index < owner.index and (own is None or _holds(one, own, body))}
    return [replace(one, role=Role.SIZE, how=how, why=why) if one.index in sizes else one for one in made]


def _holds(size: Column, own: Column, body: Sequence[Row]) -> bool:
    """Whether a column is nowhere less than another."""
    pairs = [(value_in(row, size), value_in(row, own)) for row in body]
    return all(whole >= part for whole, part in pairs if whole is not None and part is not None)


def totalled(made: list[Column], body: Sequence[Row]) -> list[Column]:
    """The columns of a table of lists; what a column of totals is the sum of are parts, and it tells the number.

    Where it is no such sum, what stands beside a part of it is only a guess.
    """
    roles = {column.role for column in made}
    total = next((column for column in made if column.role is Role.TOTAL and column.numeric), None)
    said = any(column.how is How.SAID and column.role is not Role.LIST for column in made)
    if total is None or said or Role.LIST not in roles or Role.PLACE in roles:
        return made
    for role in (Role.SEATS, Role.VOTES):
        counted = [one for one in made if one.numeric and not (one.list or one.place or one.year)]
        parts = [one for one in counted if one.role in (role, Role.PART, None)]
        if role in roles and is_sum(total, parts, body):
            made = [replace(one, role=Role.PART) if one in parts else one for one in made]
            made[total.index] = replace(total, role=role, how=How.ARITHMETIC)
            return made
        if Role.PART in roles:
            why = f"a part of its {role} and a total stand beside it"
            made = [
                replace(one, how=How.GUESS, why=why)
                if one.role is role and one in parts and _holds(total, one, body)
                else one
                for one in made
            ]
    return made


def one_of_each(made: list[Column], body: Sequence[Row], year: int | None) -> list[Column]:
    """Of several columns of seats, or of votes, one is the list's number; none surely where nothing says which."""
    for role in (Role.SEATS, Role.VOTES, Role.TURNOUT, Role.VOTERS):
        same = [column for column in made if column.role is role and not column.list and not column.place]
        if role in _OF_VOTERS and {How.HEADER, How.GUESS} == {column.how for column in same}:
            for column in (one for one in same if one.how is How.GUESS):
                made[column.index] = replace(column, role=None, why=_OUTDONE)
            same = [column for column in same if column.how is not How.GUESS]
        if len(same) < 2:
            continue
        keep = (
            next((one for one in same if one.how is How.SAID), None)
            or next((one for one in same if is_sum(one, [o for o in same if o is not one], body)), None)
            or next((one for one in same if year is not None and one.year == year), None)
            or _without_year(same)
            or _by_words([one for one in same if not one.year])
        )
        plain = sum(not one.year for one in same)
        unclear = keep is None and (role not in _OF_VOTERS or len({fold_words(one.header) for one in same}) < len(same))
        keep = keep or same[0]
        for column in same:
            if unclear and (not column.year or plain == 1):
                why = f"another column of {role} stands beside it, and nothing says which counts"
                made[column.index] = replace(column, how=How.GUESS, why=why)
            elif column is not keep:
                made[column.index] = replace(column, role=Role.BEFORE if column.year else None, why=_OUTDONE)
    return made


def _without_year(same: Sequence[Column]) -> Column | None:
    """The one column that names no year, beside others of earlier votes; none where it is of today, and of no vote."""
    plain = [one for one in same if not one.year]
    return plain[0] if len(plain) == 1 and Role.NOW not in roles_in(plain[0].header) else None


def _by_words(same: Sequence[Column]) -> Column | None:
    """The one of several columns for which its words speak the most; None where they do for several."""
    said = [roles_in(one.header) for one in same]
    ranks = [bool(roles & _FOR) - bool(roles & _AGAINST) for roles in said]
    best = [one for one, rank in zip(same, ranks, strict=True) if rank == max(ranks)]
    return best[0] if len(best) == 1 < len(same) else None


def in_order(made: list[Column], body: Sequence[Row]) -> list[Column]:
    """The columns; ranks by which no column of results falls are numbers on the ballot."""
    rank = next((one for one in made if one.role is Role.RANK and one.numeric and one.how is not How.SAID), None)
    results = [one for one in made if one.role in _BY_RANK and one.numeric]
    if rank is None or not results or any(map(partial(_falls_by, rank, body), results)):
        return made
    return [replace(one, role=Role.ORDER) if one is rank else one for one in made]


def _falls_by(rank: Column, body: Sequence[Row], result: Column) -> bool:
    """Whether a result is nowhere larger than that one rank above it, but for one row in four."""
    pairs = [(value_in(row, rank), value_in(row, result)) for row in body]
    steps = [
        (before, after)
        for (first, before), (second, after) in pairwise(pairs)
        if first is not None and second == first + 1 and before is not None and after is not None
    ]
    return sum(before >= after for before, after in steps) * 4 >= len(steps) * 3


def is_sum(one: Column, others: Sequence[Column], body: Sequence[Row]) -> bool:
    """Whether a column is the sum of others in each of several rows."""
    pairs = [(value_in(row, one), [value_in(row, other) for other in others]) for row in body]
    pairs = [(whole, parts) for whole, parts in pairs if whole is not None and any(part for part in parts)]
    return len(others) > 1 and len(pairs) > 1 and all(whole == sum(p or 0 for p in parts) for whole, parts in pairs)


def adds_up(made: Sequence[Column], named: Sequence[Column], body: Sequence[Row], *, least: float = 1) -> Column | None:
    """The column of a sum which is what the named columns come to, in most rows; None where there is none.

    `least`: which part of it they come to at least, where others may have the rest.
    """
    totals = [column for column in made if column.role in _WHOLES]
    rows = [row for row in body if len(row) > max(column.index for column in made)]
    for total in totals:
        pairs: list[tuple[float, float]] = [
            (whole, sum(value_in(row, column) or 0 for column in named if "+" not in column.header))
            for row in rows
            if (whole := value_in(row, total))
        ]
        if pairs and sum(least * whole <= parts <= whole for whole, parts in pairs) * 3 >= len(pairs) * 2:
            return total
    return None
