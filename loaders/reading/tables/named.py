"""Columns that are headed by a name and what is counted of it: "Reds votes", "Reds seats" beside "Blues votes"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..labels import Labels, Sort
from ..words import Role, fold_words, lexicon
from .columns import Column, How

_MEASURES = (Role.SEATS, Role.VOTES, Role.SHARE, Role.PERCENT)
_FEWEST = 2  # names; measures of each where none of the names is known


class _Named(NamedTuple):
    """A header parted into a name and the measure beside it."""

    name: str
    role: Role


def of_names(made: Sequence[Column], labels: Labels) -> list[Column]:
    """The columns; where those of several names stand in a table of places, or of lists, each is that name's.

    The names are told by one of them that is known, or by each having the same several measures; a table of places has
    lists in its columns, one of lists has places.
    """
    by_place = any(column.role is Role.PLACE for column in made)
    by_list = any(column.role is Role.LIST for column in made)
    if by_place == by_list:
        return list(made)
    parted = {column.index: named for column in made if column.numeric and (named := _parted(column.header))}
    measures: dict[str, set[Role]] = defaultdict(set)
    for named in parted.values():
        measures[named.name].add(named.role)
    wanted = Sort.LIST if by_place else Sort.PLACE
    known = any(labels.sort(name) is wanted for name in measures)
    paired = by_place and all(len(roles) >= _FEWEST for roles in measures.values())
    if len(measures) < _FEWEST or not (known or paired):
        return list(made)
    return [
        _of(column, parted[column.index], by_place=by_place) if column.index in parted else column for column in made
    ]


def _of(column: Column, named: _Named, *, by_place: bool) -> Column:
    """A column as that of its name; of a share no claim is made."""
    if named.role is Role.SHARE:
        return replace(column, role=named.role, how=How.HEADER)
    key = {"list": named.name} if by_place else {"place": named.name}
    return replace(column, role=named.role, how=How.HEADER, **key)  # type: ignore[arg-type]  # a key of two


def _parted(header: str) -> _Named | None:
    """The name in a header and the measure before or behind it; None where the other words are no name."""
    words, table = header.split(), lexicon()
    for begin in range(len(words)):
        for end in (len(words), *range(begin + 1, len(words))):
            measured = words[begin:end]
            rest = words[end:] if begin == 0 else words[:begin]
            if (begin and end < len(words)) or not rest or not measured:
                continue
            roles = table.roles_of(fold_words(" ".join(measured)))
            role = next((one for one in _MEASURES if one in roles), None)
            if role is not None and not list(table.phrases(fold_words(" ".join(rest)))):
                return _Named(" ".join(rest), Role.SHARE if role is Role.PERCENT else role)
    return None
