"""Columns of the short forms of lists, "NPP" or "B", beside those of their names: what a row names is the name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..words import Role
from .columns import Column, How
from .grid import Row

_LONGEST = 6  # letters
_FEWEST = 2  # rows


def names_beside(column: Column, others: Sequence[Column], body: Sequence[Row]) -> Column | None:
    """The column that has a name of its own for each short form of another; None where that has no short forms.

    It is headed as one of lists, or not at all: what another header speaks of, as "Ideology", is no name.
    """
    for other in others:
        if other.header and other.header != column.header and other.role is not Role.LIST:
            continue
        last = max(column.index, other.index)
        pairs = [(row[column.index].text, row[other.index].text) for row in body if last < len(row)]
        pairs = [pair for pair in pairs if all(pair)]
        short = all(len(form) <= _LONGEST and form.isupper() and " " not in form for form, _ in pairs)
        forms, names = ({pair[at] for pair in pairs} for at in (0, 1))
        told_apart = len(pairs) >= _FEWEST and len(forms) == len(names) == len(set(pairs))
        if short and told_apart and all(len(name) > len(form) for form, name in pairs):
            return other
    return None


def by_names(made: list[Column], body: Sequence[Row]) -> list[Column]:
    """The columns; of lists that are told by their short forms, and by their names beside them, the names count."""
    lists = [one for one in made if one.role is Role.LIST and not one.numeric and one.how is not How.SAID]
    texts = [one for one in made if one.role in (None, Role.LIST) and not one.numeric]
    for column in lists:
        named = names_beside(column, [one for one in texts if one is not column], body)
        if named is not None:
            made[column.index] = replace(column, role=None)
            made[named.index] = replace(named, role=Role.LIST, how=column.how, short=column.index)
    return made
