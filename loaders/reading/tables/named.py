"""Columns that are headed by a name and what is counted of it: "Reds votes", "Reds seats" beside "Blues votes"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..labels import Labels, Sort
from ..words import Role, fold_words, is_code, lexicon
from .columns import Column, How
from .grid import Row
from .rivals import adds_up

_MEASURES = (Role.SEATS, Role.VOTES, Role.SHARE, Role.PERCENT)
_IN_NAMES = frozenset({Role.LIST_NOUN, Role.PLACE_NOUN, Role.OTHERS, Role.INDEPENDENT, Role.TITLE})
_JOINING = 2  # words between a measure and what it is of: "of the", "by"
_UNKNOWN = "the name in the header may be none"
_FEWEST = 2  # names; measures of each where none of the names is known


class _Named(NamedTuple):
    """A header parted into a name and the measure beside it; `sort`: what the measure says that the name is."""

    name: str
    role: Role
    sort: Sort


def of_names(made: Sequence[Column], labels: Labels, body: Sequence[Row], together: Container[int]) -> list[Column]:
    """The columns; where those of several names stand in a table of places, or of lists, each is that name's.

    The names are told by what their measure says ("seats of the parties" over each), by one of them that is known, by
    each having the same several measures, by a measure that stands over them `together`, or by a column of their sum; a
    table of places has lists in its columns, one of lists has places.
    Beside the seats of each place ("seats of the province") one name is enough, and unsure where it is not known.
    """
    by_place = any(column.role is Role.PLACE for column in made)
    if by_place and not any(column.role is Role.LIST for column in made):
        sizes = {one.index for one in made if one.numeric and (one.role is Role.SIZE or _of_its_place(one.header))}
        if sizes:
            return [_beside_sizes(column, sizes, labels) for column in made]
    parted = {
        column.index: named
        for column in made
        if column.numeric and not column.year and (named := _parted(column.header))
    }
    measures: dict[str, set[Role]] = defaultdict(set)
    for named in parted.values():
        measures[named.name].add(named.role)
    said = {named.sort for named in parted.values()}
    if said == {Sort.LIST} and not any(column.role is Role.PLACE for column in made):
        made = [replace(column, role=Role.PLACE) if column.role is Role.LIST else column for column in made]
    by_place = any(column.role is Role.PLACE for column in made)
    by_list = any(column.role is Role.LIST for column in made)
    if len(measures) < _FEWEST or by_place == by_list:
        return list(made)
    wanted = Sort.LIST if by_place else Sort.PLACE
    known = said == {wanted} or any(labels.sort(name) is wanted for name in measures)
    paired = by_place and all(len(roles) >= _FEWEST for roles in measures.values())
    below_one = by_place and all(index in together for index in parted)
    if not (known or paired or below_one or (by_place and adds_up(made, [made[at] for at in parted], body))):
        return list(made)
    return [
        _of(column, parted[column.index], by_place=by_place) if column.index in parted else column for column in made
    ]


def _of_its_place(header: str) -> bool:
    """Whether a header speaks of the seats of the place of a row: "seats of the province"."""
    words = fold_words(header)
    found = [roles for _, _, roles in lexicon().phrases(words)]
    nouns = [roles for roles in found if Role.PLACE in roles and Role.SEATS not in roles]
    seats = [roles for roles in found if Role.SEATS in roles and roles.isdisjoint({Role.CHANGE, Role.BEFORE})]
    return len(nouns) == len(seats) == 1 and len(found) == 2 and len(words) <= 2 + _JOINING


def _beside_sizes(column: Column, sizes: Container[int], labels: Labels) -> Column:
    """A column of the seats of places, or beside one."""
    if column.index in sizes:
        return replace(column, role=Role.SIZE, how=How.HEADER)
    named = _parted(column.header) if column.numeric and not column.year else None
    if named is None:
        return column
    nouns = {role for _, _, found in lexicon().phrases(fold_words(named.name)) for role in found}
    if Sort.LIST in (named.sort, labels.sort(named.name)) or Role.LIST_NOUN in nouns:
        return _of(column, named, by_place=True)
    return replace(_of(column, named, by_place=True), how=How.GUESS, why=_UNKNOWN)


def _of(column: Column, named: _Named, *, by_place: bool) -> Column:
    """A column as that of its name; of a share no claim is made."""
    if named.role is Role.SHARE:
        return replace(column, role=named.role, how=How.HEADER)
    return column.of(named.name, named.role, How.HEADER, of_list=by_place)


def _parted(header: str) -> _Named | None:
    """The name in a header and the measure before or behind it; None where the other words are no name."""
    words, table = header.replace("_", " ").split(), lexicon()
    if table.roles_of(fold_words(header)):
        return None  # "number of seats"
    for cut in range(len(words) - 1, 0, -1):  # the longest name first
        for measured, rest in ((words[:-cut], words[-cut:]), (words[cut:], words[:cut])):
            said = _measure(fold_words(" ".join(measured)))
            roles = {role for _, _, found in table.phrases(fold_words(" ".join(rest))) for role in found}
            named = roles <= _IN_NAMES or (is_code(" ".join(rest)) and roles == {Role.CHANGE})
            if said is not None and named:
                return _Named(" ".join(rest), *said)
    return None


def _measure(words: tuple[str, ...]) -> tuple[Role, Sort] | None:
    """What words count, and of what: "votes", "seats of the parties"; None where they are no measure alone."""
    whole = lexicon().roles_of(words)
    phrases = [(words[start:end], roles) for start, end, roles in lexicon().phrases(words)]
    sort = Sort.UNKNOWN
    if whole.isdisjoint(_MEASURES):
        said = {role for _, roles in phrases for role in roles}
        sort = Sort.LIST if Role.LIST in said else Sort.PLACE if Role.PLACE in said else Sort.UNKNOWN
        if sort is Sort.UNKNOWN or len(words) - sum(len(phrase) for phrase, _ in phrases) > _JOINING:
            return None
        whole = frozenset(said)
    role = next((one for one in _MEASURES if one in whole), None)
    if role is None:
        return None
    return Role.SHARE if role is Role.PERCENT else role, sort
