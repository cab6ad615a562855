"""The role of each column of a grid: by the words of its header, then by arithmetic, then by a guess that is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ..checks import LARGEST_BODY
from ..cues import roles_in
from ..labels import Labels, Sort, names_kind
from ..words import Role
from .columns import Column, Columns, How, meant, value_in
from .grid import Grid, Row
from .headers import column_of, header_rows, last_years, share_of, shared_heads, without_rounded, without_years
from .named import of_names
from .rivals import adds_up, in_order, of_first_list, one_of_each, places_sizes, totalled
from .texts import (
    NAMED,
    NAMES,
    by_names,
    filled,
    is_kind,
    is_unplaced,
    names_beside,
    of_whom,
    one_person,
    placed,
    translated,
)

SAID_ROLES: Mapping[str, Role] = {
    "list": Role.LIST, "party": Role.LIST, "place": Role.PLACE, "province": Role.PLACE, "person": Role.PERSON,
    "candidate": Role.PERSON, "winner": Role.WINNER, "leader": Role.LEADER, "seats": Role.SEATS, "votes": Role.VOTES,
    "turnout": Role.TURNOUT, "voters": Role.VOTERS, "registered": Role.REGISTERED, "rank": Role.RANK,
    "size": Role.SIZE, "share": Role.SHARE, "none": Role.ORDER,
}  # fmt: skip
_BETWEEN = (None, Role.SHARE, Role.PERCENT, Role.CHANGE, Role.CONTESTED)  # roles of columns among those of lists
_SAMPLE = 400  # rows by which columns are told
_LARGEST_SEATS = 1000
_FEWEST_ALIKE = 3  # cells
_FEWEST_SHARES = 3  # rows that show what a column is the share of
_FEWEST_VOTERS = 100
_LEAST_TURNOUT, _NEARLY = 10, 0.85  # percent; of the votes of a row, those of the lists in the columns
_ROUNDED, _ROUNDED_SHARE = 0.6, 0.06  # of a percent, of what is told with a decimal


def columns_of(
    grid: Grid,
    labels: Labels,
    unit: Role | None = None,
    said: Mapping[Role, str] | None = None,
    year: int | None = None,
    *,
    rounded: bool = False,
) -> Columns:
    """The roles of the columns. `unit`: what the words above the table speak of; `said`: headers a person named.

    `year`: that of the vote of which the table is, where it is known; `rounded`: a line beside it says so of its votes.
    """
    heads = header_rows(grid)
    body = grid.rows[heads : heads + _SAMPLE]
    width = max(map(len, grid.rows))
    made = without_years([column_of(grid, index, heads, body) for index in range(width)], labels)
    made = by_names(translated(filled(made, body)), body)
    made = _said(one_person(of_whom(made, body, labels)), said or {})
    label, sort = _label(made, body, labels)
    if label is not None and made[label].role is None:
        role = NAMED.get(sort, Role.LIST)
        if sort is not Sort.MEASURE:
            made[label] = replace(made[label], role=role, how=How.SCOPE if sort is not Sort.UNKNOWN else How.GUESS)
    made = _of_lists(made)
    made = last_years(made, year)
    made = _matrix(of_names(made, labels, body, shared_heads(grid, heads)), body, labels, unit)
    made = _sums(made, body)
    made = _guessed(made, body, unit)
    made = one_of_each(totalled(places_sizes(of_first_list(made), body), body), body, year)
    made = _narrowest(in_order(made, body), body)
    made = _hours(_turned_out(made, body), body, unit)
    made = without_rounded(made, beside=rounded)
    return Columns(tuple(made), heads, label, sort, unplaced=is_unplaced(made, body))


def _of_lists(made: list[Column]) -> list[Column]:
    """The columns; in a table of lists and no places a turnout is the share of each, and valid votes are its own."""
    roles = {column.role for column in made}
    if Role.PLACE in roles or all(one.role is not Role.LIST or one.how is How.GUESS for one in made):
        return made
    own = {Role.TURNOUT: Role.SHARE} if Role.VOTES in roles else {Role.TURNOUT: Role.SHARE, Role.VALID: Role.VOTES}
    return [replace(column, role=own.get(column.role, column.role)) if column.role else column for column in made]


def _said(made: list[Column], said: Mapping[Role, str]) -> list[Column]:
    """The columns with the roles that a person gave: by header, or by number from 1."""
    for role, header in said.items():
        for at, column in enumerate(made):
            if meant(column, header):
                made[at] = replace(column, role=role, how=How.SAID)
                made = [
                    replace(other, role=None, how=How.GUESS)
                    if other.role is role and other.how is not How.SAID
                    else other
                    for other in made
                ]
    return made


def _label(made: list[Column], body: Sequence[Row], labels: Labels) -> tuple[int | None, Sort]:
    """The column of names whose sort no header says, and what most of its cells name."""
    named = {column.role for column in made}
    first = next((column.index for column in made if column.numeric), len(made))
    texts = [column for column in made if column.index < first and column.role is None]
    for column in texts:
        cells = [row[column.index].text for row in body if column.index < len(row) and row[column.index].text]
        if sum(any(char.isalpha() for char in cell) for cell in cells) * 2 <= len(body) or all(map(is_kind, cells)):
            continue
        if len(cells) >= _FEWEST_ALIKE and len(set(cells)) == 1 and sum(not one.numeric for one in made) > 1:
            continue  # what all rows are of
        sorts = [labels.sort(cell) for cell in cells[:NAMES]]
        known: list[Sort] = [sort for sort in sorts if sort in (Sort.PLACE, Sort.LIST, Sort.PERSON, Sort.MEASURE)]
        named_by: list[Sort] = [sort for sort in known if sort is not Sort.MEASURE]  # measures may stand among lists
        some = named_by if len(named_by) * 4 >= len(sorts) else known
        best = max(dict.fromkeys(some), key=some.count) if some else Sort.UNKNOWN  # of as many the first
        if best in (Sort.UNKNOWN, Sort.MEASURE) and named & {Role.LIST, Role.PERSON, Role.WINNER}:
            continue
        if best is Sort.MEASURE and some.count(best) * 3 < len(sorts) * 2:
            return column.index, Sort.UNKNOWN  # measures among names
        if {Sort.LIST: Role.LIST, Sort.PLACE: Role.PLACE}.get(best) in named:
            continue
        if some.count(best) * 4 < len(sorts):
            best = Sort.UNKNOWN
        named_in = names_beside(column, [one for one in texts if one is not column], body)
        if named_in is not None:
            made[named_in.index] = replace(named_in, short=column.index)
        return (named_in or column).index, best
    return None, Sort.UNKNOWN


def _matrix(made: list[Column], body: Sequence[Row], labels: Labels, unit: Role | None) -> list[Column]:
    """Columns that are headed by the names of lists, or of places, in a table whose rows are of the other."""
    named = [
        column
        for column in made
        if column.numeric and column.header and column.role in (None, Role.CONTESTED) and not column.year
        and labels.sort(column.header) not in (Sort.MEASURE, Sort.TOTAL)
    ]  # fmt: skip
    shares = {share_of(one.header) for one in made if one.role is Role.SHARE}
    twins = {column.header for column in named} & shares
    named = [one for one in named if one.header in twins] if len(twins) > 1 else _together(named, made)
    by_place = any(column.role is Role.PLACE for column in made)
    by_list = any(column.role is Role.LIST and column.header not in shares for column in made)  # "Die PARTEI"
    proved = adds_up(made, named, body) is not None or len(twins) > 1
    if proved and not by_place and not by_list and len(named) > 1:
        made = placed(made, body)
        by_place = any(column.role is Role.PLACE for column in made)
    whole = (
        adds_up(made, named, body, least=_NEARLY) if by_place and by_list and _is_headed(made, named, body) else None
    )
    if whole is not None:  # all votes of a row, and not those of its list, which is the first in the columns
        made = [replace(one, role=Role.VALID) if one is whole and one.role is Role.VOTES else one for one in made]
        by_list = False
    kinds = by_list and any(Role.OFFICE in roles_in(one.header) or names_kind(one.header) for one in named)
    if len(named) < 2 or by_place == by_list or kinds:
        return made  # "Mayor", "Ward members"
    sorts = [labels.sort(column.header) for column in named]
    counted_in_all = any(column.role is Role.TOTAL for column in made) or any(
        column.role in (Role.SEATS, Role.SIZE, Role.VOTES) for column in made
    )
    wanted = Sort.LIST if by_place else Sort.PLACE
    every = all(column in named or column.role is Role.TOTAL for column in made if column.numeric)
    shown = unit in (Role.SEATS, Role.VOTES) and (by_place or every)
    summed = (counted_in_all and adds_up(made, named, body) is not None) or len(twins) > 1
    if wanted not in sorts and not summed and not shown:
        return made
    counted = any(column.role in (Role.SEATS, Role.VOTES) for column in made)
    if by_list and counted and not adds_up(made, named, body):
        return made
    values = [value for column in named for value in _values(column, body)]
    seats = unit is Role.SEATS and max(values, default=0) <= LARGEST_BODY  # else what stands above speaks of others
    figure = unit if seats or unit is Role.VOTES else None
    how = How.SCOPE if figure else How.GUESS
    few = bool(values) and max(values) < _LARGEST_SEATS
    if figure is None and few and any(column.role in (Role.SEATS, Role.SIZE) for column in made):
        figure, how = Role.SEATS, How.HEADER
    if figure is None and any(column.role in (Role.VOTES, Role.VALID) for column in made):
        figure, how = Role.VOTES, How.HEADER
    if figure is None:
        figure = Role.SEATS if few else Role.VOTES
    measured = any(column.role is Role.CONTESTED for column in made)  # beside "Candidates" others may be measures
    if (by_list or measured) and wanted not in sorts and not summed:
        how = How.GUESS
    for column in named:
        made[column.index] = column.of(column.header, figure, how, of_list=by_place)
    return made


def _is_headed(made: Sequence[Column], named: Sequence[Column], body: Sequence[Row]) -> bool:
    """Whether most rows are of a list that heads one of the named columns."""
    lists = next((column.index for column in made if column.role is Role.LIST), None)
    cells = [row[lists].text for row in body if lists is not None and lists < len(row)]
    heads = {column.header for column in named}
    return len(heads) > 1 and 2 * sum(cell in heads for cell in cells) > len(cells)


def _together(named: list[Column], made: Sequence[Column]) -> list[Column]:
    """Those of the named columns that stand together; others that stand apart are numbers of places and rooms."""
    runs: list[list[Column]] = [[]]
    for column in made:
        if column in named:
            runs[-1].append(column)
        elif column.role not in _BETWEEN or not column.numeric:
            runs.append([])
    longest = max(runs, key=len)
    return longest if len(longest) > 2 * (len(named) - len(longest)) else named


def _sums(made: list[Column], body: Sequence[Row]) -> list[Column]:
    """Mark columns of lists that are the sum of two others, as their header says."""
    named = {column.header: column for column in made if column.list}
    for column in list(named.values()):
        parts = [part.strip() for part in re_parts(column.header)]
        others = [named[part] for part in parts if part in named and part != column.header]
        if len(parts) > 1 and len(others) == len(parts):
            made[column.index] = replace(column, sum=True)
    return made


def re_parts(header: str) -> list[str]:
    """The names that a plus sign, a slash or an ampersand joins in a header."""
    return header.replace("&", "+").replace("/", "+").split("+")


def _guessed(made: list[Column], body: Sequence[Row], unit: Role | None) -> list[Column]:
    """Columns of numbers that no header explains: by arithmetic, else by what stands above, else by their size."""
    matrix = any(column.list or column.place for column in made)
    free = [
        column for column in made if column.numeric and column.role is None and not matrix
        and (not column.header or column.year or len([c for c in made if c.numeric]) == 1)
    ]  # fmt: skip
    have, seats = {column.role for column in made}, unit is Role.SEATS
    for column in free:
        values = _values(column, body)
        if not values:
            continue
        counting = values == list(range(1, len(values) + 1)) and len(values) > 2
        if counting and column.index == 0 and len(free) > 1:
            role, how = Role.ORDER, How.ARITHMETIC
        elif any(value != int(value) for value in values) and max(values) <= 100:
            turnout = unit is Role.TURNOUT and Role.TURNOUT not in have
            role, how = (Role.TURNOUT, How.SCOPE) if turnout else (Role.SHARE, How.ARITHMETIC)
        elif unit in (Role.SEATS, Role.VOTES) and unit not in have and not (seats and max(values) > LARGEST_BODY):
            role, how = unit, How.SCOPE
        elif max(values) < _LARGEST_SEATS and Role.SEATS not in have:
            role, how = Role.SEATS, How.GUESS
        elif Role.VOTES not in have and max(values) >= _LARGEST_SEATS:
            shares = (one for one in made if one.role is Role.SHARE)
            shown = any(_in_proportion(body, column, share) for share in shares)
            role, how = Role.VOTES, How.ARITHMETIC if shown else How.GUESS
        else:
            continue
        have.add(role)
        made[column.index] = replace(column, role=role, how=how)
    place_rows = Role.PLACE in have and not have & {Role.LIST, Role.PERSON, Role.WINNER}
    for column in made:
        if column.role is Role.SHARE and place_rows and unit is Role.TURNOUT and Role.TURNOUT not in have:
            made[column.index] = replace(column, role=Role.TURNOUT, how=How.SCOPE)
            have.add(Role.TURNOUT)
    return made


def _narrowest(made: list[Column], body: Sequence[Row]) -> list[Column]:
    """Of two columns of places, as of regions and their districts, the one that names more places is that of a row."""
    places = [column for column in made if column.role is Role.PLACE and not column.numeric]
    if len(places) < 2:
        return made
    named = {
        column.index: len({row[column.index].text for row in body if column.index < len(row)}) for column in places
    }
    kept = max(places, key=lambda column: (named[column.index], -column.index))
    return [replace(one, role=None) if one in places and one is not kept else one for one in made]


def _turned_out(made: list[Column], body: Sequence[Row]) -> list[Column]:
    """The columns of a table of places; who was registered, who voted and the turnout show by their arithmetic.

    Whatever the headers say: "No. of eligible voters", "No. of electors", "Voting percentage".
    """
    roles = {column.role for column in made}
    told = roles >= {Role.TURNOUT, Role.VOTERS} or any(column.list for column in made)  # shares may be those of lists
    if told or Role.PLACE not in roles or not roles.isdisjoint({Role.LIST, Role.PERSON, Role.WINNER}):
        return made
    percent = (None, Role.SHARE, Role.PERCENT, Role.TURNOUT)
    shares = [column for column in made if column.role in percent and column.numeric]
    counts = [one for one in made if one.numeric and one.role in (None, Role.REGISTERED, Role.VOTERS, Role.VOTES)]
    for share in shares:
        for whole in counts:
            for part in counts:
                if len({share.index, whole.index, part.index}) == 3 and _is_share(body, part, whole, share):
                    made[share.index] = replace(share, role=Role.TURNOUT, how=How.ARITHMETIC)
                    made[whole.index] = replace(whole, role=Role.REGISTERED, how=How.ARITHMETIC)
                    made[part.index] = replace(part, role=Role.VOTERS, how=How.ARITHMETIC)
                    return made
    return made


def _hours(made: list[Column], body: Sequence[Row], unit: Role | None) -> list[Column]:
    """The columns of a table of places; of turnouts that grow from one to the next, as by the hour, the last counts."""
    roles = {column.role for column in made}
    if unit is not Role.TURNOUT or Role.PLACE not in roles or roles & {Role.LIST, Role.PERSON, Role.VOTERS}:
        return made
    shares = [
        one for one in made if one.numeric and not one.year and one.role in (None, Role.SHARE, Role.TURNOUT)
        and (values := _values(one, body)) and max(values) <= 100
    ]  # fmt: skip
    if len(shares) < 2:
        return made
    rows = [[value_in(row, one) for one in shares] for row in body]
    grows = [all(a < b for a, b in pairwise(row)) for row in rows if None not in row]  # type: ignore[operator]  # none is None
    if len(grows) < _FEWEST_SHARES or sum(grows) * 5 < len(grows) * 4:
        return made
    for one in shares:
        made[one.index] = replace(one, role=Role.PART)
    made[shares[-1].index] = replace(shares[-1], role=Role.TURNOUT, how=How.SCOPE)
    return [replace(one, role=Role.BEFORE) if one.year and one.numeric else one for one in made]


def _is_share(body: Sequence[Row], part: Column, whole: Column, share: Column) -> bool:
    """Whether a column is the share in percent that another has of a third, in most rows."""
    fits = said = 0
    for row in body:
        some, all_, percent = value_in(row, part), value_in(row, whole), value_in(row, share)
        if some is None or not all_ or percent is None or all_ < _FEWEST_VOTERS:
            continue
        said += 1
        fits += percent >= _LEAST_TURNOUT and abs(100 * some / all_ - percent) < _ROUNDED
    return said >= _FEWEST_SHARES and 5 * fits >= 4 * said


def _in_proportion(body: Sequence[Row], part: Column, share: Column) -> bool:
    """Whether a column of numbers is what another gives the shares in percent of, of one whole for all rows."""
    pairs = [(value_in(row, part), value_in(row, share)) for row in body]
    told = [(some, percent) for some, percent in pairs if some and percent]
    whole = sum(some for some, _ in told) / (sum(percent for _, percent in told) or 1)
    return len(told) >= _FEWEST_SHARES and all(abs(some / whole - percent) < _ROUNDED_SHARE for some, percent in told)


def _values(column: Column, body: Sequence[Row]) -> list[int | float]:
    return [value for row in body if (value := value_in(row, column)) is not None]
