"""Columns of words: which of them names whom or what a row is of, and which only says it once more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..labels import Labels, Sort
from ..words import Role, fold_words, lexicon
from .columns import Column, How
from .grid import Row
from .headers import TEXTUAL, said_words, unknown_words

NAMED = {Sort.PLACE: Role.PLACE, Sort.PERSON: Role.PERSON, Sort.LIST: Role.LIST}
NAMES = 100  # cells by which it is told what a column names

_LONGEST = 6  # letters of a short form of a list
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


def filled(made: list[Column], body: Sequence[Row]) -> list[Column]:
    """The columns; of two below one header, "Party" over a colour and a name, the one without words has no role.

    A cell over both, as of a sum below them, is of neither alone.
    """
    empty = {one.index for one in made if one.role in TEXTUAL and not _has_words(one, made, body)}
    twice = {column.role for column in made if column.role in TEXTUAL and column.index not in empty}
    return [replace(one, role=None, how=How.GUESS) if one.index in empty and one.role in twice else one for one in made]


def _has_words(column: Column, made: Sequence[Column], body: Sequence[Row]) -> bool:
    """Whether a column has words of its own, beside others of its role."""
    others = [one.index for one in made if one.role is column.role and one is not column]
    return any(
        any(map(str.isalpha, row[column.index].text))
        and not any(at < len(row) and row[at].at == row[column.index].at for at in others)
        for row in body
        if column.index < len(row)
    )


def translated(made: list[Column]) -> list[Column]:
    """The columns; beside one of lists "Arabic name" is what these are called; "station name" names no person."""
    lists = any(column.role is Role.LIST for column in made)
    table = lexicon()
    return [
        replace(column, role=None, how=How.GUESS)
        if column.role is Role.PERSON and Role.PERSON not in table.roles_of(said := said_words(column.header))
        and all(Role.NAME in roles for _, _, roles in table.phrases(said) if Role.PERSON in roles)
        and (Role.NAME in table.roles_of(said[-1:]) if lists else unknown_words(said))
        else column
        for column in made
    ]  # fmt: skip


def of_whom(made: list[Column], body: Sequence[Row], labels: Labels) -> list[Column]:
    """The columns; one that is headed "Name" alone is of what most of its cells name.

    Beside one of the short forms of lists its words, if most are one, are their names.
    """
    lists = next((column for column in made if column.role is Role.LIST), None)
    for column in made:
        if column.role is not Role.PERSON or Role.NAME not in lexicon().roles_of(said_words(column.header)):
            continue
        cells = [row[column.index].text for row in body if column.index < len(row) and row[column.index].text]
        cells = cells[:NAMES]
        if lists is not None:
            named = replace(column, role=None, header="")
            shown = any(labels.sort(cell) is Sort.LIST for cell in cells)
            if shown and 2 * sum(" " not in cell for cell in cells) > len(cells) and names_beside(lists, [named], body):
                made[lists.index] = replace(lists, role=None)
                made[column.index] = replace(column, role=Role.LIST, how=How.SCOPE, short=lists.index)
            continue
        sorts = [sort for cell in cells if (sort := labels.sort(cell)) in NAMED]
        best = max(dict.fromkeys(sorts), key=sorts.count, default=Sort.UNKNOWN)
        if best in NAMED and sorts.count(best) * 2 >= len(cells):
            made[column.index] = replace(column, role=NAMED[best], how=How.SCOPE)
    return made


def one_person(made: list[Column]) -> list[Column]:
    """The columns; of several that speak of people those are of their names that say nothing else: no "first name"."""
    people = [column for column in made if column.role is Role.PERSON]
    whole = [one for one in people if Role.PERSON in lexicon().roles_of(said_words(one.header))]
    if len(people) < 2:
        return made
    return [replace(one, role=None) if one in people and one not in whole else one for one in made]


def is_kind(cell: str) -> bool:
    """Whether a cell says what its row is, and names nobody: "party", "coalition", "total"."""
    return not lexicon().roles_of(fold_words(cell)).isdisjoint({Role.LIST, Role.PERSON, Role.PLACE, Role.TOTAL})


def is_unplaced(made: Sequence[Column], body: Sequence[Row]) -> bool:
    """Whether no column is of places, and one that is not understood may be: of words, before whom a row is of.

    Where neither its words nor whom the rows are of stand twice, it tells something of each of these.
    """
    roles = {column.role for column in made}
    owner = next((one.index for one in made if one.role in (Role.LIST, Role.PERSON, Role.WINNER)), None)
    if owner is None or Role.PLACE in roles or any(column.list or column.place for column in made):
        return False
    rows = [row for row in body if owner < len(row) and row[owner].text]
    for column in made[:owner]:
        cells = [row[column.index].text for row in rows if any(map(str.isalpha, row[column.index].text))]
        told = column.role is None and not column.numeric and column.header and 2 * len(cells) > len(rows)
        if told and (len(set(cells)) < len(cells) or len({row[owner].text for row in rows}) < len(rows)):
            return True
    return False


def placed(made: list[Column], body: Sequence[Row]) -> list[Column]:
    """The columns of a table of lists in columns; that one of words which tells most rows apart has the places."""
    texts = [one for one in made if not one.numeric and one.role in (None, Role.ORDER)]
    cells = {one.index: [row[one.index].text for row in body if one.index < len(row)] for one in texts}
    worded = [one for one in texts if any(any(map(str.isalpha, cell)) for cell in cells[one.index])]
    best = max(worded, key=lambda one: len(set(cells[one.index])), default=None)
    if best is None:
        return made
    return [replace(one, role=Role.PLACE, how=How.SCOPE) if one is best else one for one in made]
