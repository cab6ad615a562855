"""What the header of a column says: which rows head a table, the role that words give, the year that is spoken of."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from ..cues import roles_in
from ..labels import FILLERS, Labels, Sort
from ..words import Role, fold_words, is_code, lexicon
from .cell import is_empty, is_figure, is_odd
from .columns import Column, How
from .grid import Grid, Row

_SEVERAL = 3  # columns
_MOST_UNKNOWN = 2  # words of a header that tells of what its figures are
_OF_ALL_WORDS = (Role.VOTERS, Role.TURNOUT)  # "absent voters" are none
_OF_SHARES = frozenset({Role.SHARE, Role.PERCENT})
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s?[-–/]\s?((?:19|20)\d\d|\d\d))?(?!\d)")
_NUMERIC = (
    Role.TURNOUT, Role.REGISTERED, Role.VOTERS, Role.INVALID, Role.VALID, Role.COUNTED, Role.NEEDED, Role.CONTESTED,
    Role.SIZE, Role.SEATS, Role.VOTES, Role.RANK, Role.ORDER,
)  # fmt: skip
TEXTUAL = (Role.WINNER, Role.LEADER, Role.PERSON, Role.LIST, Role.PLACE)
_COUNTS = (*_NUMERIC, Role.SHARE, Role.PERCENT, Role.CHANGE, Role.MARGIN)
_NAMED = frozenset({Role.LIST, Role.PLACE})
_BLANKS = re.compile(r"_|(?<=[^\W\d]{3})/(?=[^\W\d]{3})")  # "Province/city"
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # "BlankVotes"
_IN = frozenset("in at en à im na nel no في در".split())
_OF_VOTERS = frozenset({Role.TURNOUT, Role.REGISTERED, Role.VALID, Role.INVALID, Role.VOTERS, Role.COUNTED})
_LARGE = (Role.VOTES, Role.VOTERS)
_ROUNDED = "rounded, to thousands or more"
_OUTSIDE = (Role.PROJECTED, Role.CHANGE, Role.MARGIN, Role.BEFORE)


def header_rows(grid: Grid) -> int:
    """How many rows head a table: as the markup says, else those above the first figure that speak in words."""
    if grid.dressing == "box":
        return 0
    if grid.header_rows is not None:
        return grid.header_rows + _names_columns(grid.rows, grid.header_rows)
    words = lexicon()
    heads = 0
    for row in grid.rows[:3]:
        filled = [cell.text for cell in row if cell.text]
        numbers = [text for text in filled if is_figure(text) and not _YEARS.fullmatch(text)]
        said = sum(bool(words.roles_of(fold_words(text)) or _YEARS.fullmatch(text)) for text in filled)
        phrases = sum(bool(list(words.phrases(fold_words(text)))) for text in filled)
        if numbers or not filled:
            break
        below = grid.rows[heads + 1] if heads + 1 < len(grid.rows) else ()
        turns = any(is_figure(cell.text) for cell in below)
        if said < 1 and not (phrases and turns) and not (heads == 0 and turns and len(filled) == len(row) > 2):
            break
        if len(filled) == 1 and len(row) > 1 and heads:
            break
        heads += 1
    return heads


def _names_columns(rows: Sequence[Row], at: int) -> bool:
    """Whether the first row below those that the markup says head a table says of each part what it counts or names."""
    said = (
        [lexicon().roles_of(said_words(cell.text)) for cell in rows[at] if cell.text] if 0 < at < len(rows) - 1 else []
    )
    counts = any(not roles.isdisjoint(_COUNTS) for roles in said)
    return len(said) >= _SEVERAL and counts and not any(roles.isdisjoint((*TEXTUAL, *_COUNTS)) for roles in said)


def shared_heads(grid: Grid, heads: int) -> Container[int]:
    """The columns that lie together below one cell: with the next one they share what an upper row says over both."""
    found: set[int] = set()
    for row in grid.rows[: max(heads - 1, 0)]:
        for left, right in pairwise(enumerate(row)):
            if left[1].text and left[1].text == right[1].text:
                found |= {left[0], right[0]}
    return found


def column_of(grid: Grid, index: int, heads: int, body: Sequence[Row]) -> Column:
    """A column by the words of its header, and by what most of its cells are."""
    said: list[str] = []
    for row in grid.rows[:heads]:
        text = row[index].text if index < len(row) else ""
        if text and text not in said:
            said.append(text)
    header = " ".join(said)
    filled = [row[index] for row in body if index < len(row) and not is_empty(row[index].text)]
    cells = [cell.text for cell in filled]
    says = header
    if sum(cell.note is not None for cell in filled) * 4 > len(filled):
        says = header.partition("(")[0] or header  # "Seats (change)" over "206 (+53)"
    counts = role_of(says, numeric=True)[0] in _NUMERIC
    numbers = sum(is_figure(text) or (counts and is_odd(text)) for text in cells)
    numeric = bool(cells) and numbers * 5 >= len(cells) * 3
    role, how = role_of(says, numeric=numeric)
    if not header and index < len(grid.roles) and grid.roles[index] is not None:
        return Column(index, header, grid.roles[index], How.SCOPE, numeric)
    if (role is None or role in TEXTUAL) and cells and all(map(_is_flag, cells)):
        return Column(index, header, Role.WON, How.HEADER)
    if role is None and numeric and cells and all("%" in text or "٪" in text for text in cells if is_figure(text)):
        role, how = Role.SHARE, How.ARITHMETIC
    if role is None and header and cells and all(map(_YEARS.fullmatch, cells)):
        role, how = Role.YEAR, How.ARITHMETIC
    units = {cell.unit for cell in filled if is_figure(cell.text)} - {None}  # a share of some cells is of these alone
    if role is None and numeric and len(units) == 1 and (Role.SHARE not in units or all(one.unit for one in filled)):
        role, how = units.pop(), How.HEADER
    years = _YEARS.findall(header)
    year = int(years[-1][0]) if years else None
    return Column(index, header, role, how, numeric, year=year)


def _is_flag(text: str) -> bool:
    """Whether a cell says yes or no, and names nobody."""
    return not lexicon().roles_of(fold_words(text)).isdisjoint({Role.YES, Role.NO})


def said_words(header: str) -> tuple[str, ...]:
    """The folded words of a header, parted by blanks or low lines, without a name in capitals beside them: "PP %"."""
    words, table = _CAMEL.sub(" ", _BLANKS.sub(" ", header)).split(), lexicon()
    kept = [word for word in words if not (is_code(word) and table.roles_of(fold_words(word)) == {Role.CHANGE})]
    return fold_words(" ".join(kept or words))


def role_of(header: str, *, numeric: bool) -> tuple[Role | None, How]:
    """The role that the words of a header give a column of numbers, or of words."""
    words = said_words(_YEARS.sub(" ", header))
    table = lexicon()
    whole = table.roles_of(words)
    said = [roles for _, _, roles in table.phrases(words)]
    every = whole or frozenset(role for roles in said for role in roles)
    if not every or (is_code(header) and every == {Role.CHANGE}):
        return None, How.GUESS
    if numeric or not every.intersection(TEXTUAL):
        outside = next((role for role in _OUTSIDE if any(role in roles for roles in said)), None)
        poll = outside is Role.PROJECTED and not every.isdisjoint(_OF_VOTERS)  # "Poll: turnout", which is the vote
        if outside and not poll and (numeric or outside in whole):
            return outside, How.HEADER
        if numeric and Role.PART in whole and not whole.intersection(TEXTUAL):
            return Role.PART, How.HEADER
        percent = any({Role.SHARE, Role.PERCENT} & roles for roles in said)
        if percent and Role.TURNOUT not in every:
            return Role.SHARE, How.HEADER
        number = next((role for role in _NUMERIC if role in every), None)
        if number and numeric:
            unknown = unknown_words(words)
            if unknown > _MOST_UNKNOWN:
                return None, How.GUESS  # "precincts with votes per minute over two"
            return number, How.GUESS if unknown and number in _OF_ALL_WORDS else How.HEADER
        if numeric and Role.TOTAL in every and not every.intersection(TEXTUAL):
            return Role.TOTAL, How.HEADER
        if numeric and Role.WINNER in whole:
            return Role.SEATS, How.HEADER
    if not numeric:
        if Role.BEFORE in (said[0] if said else ()):
            return Role.BEFORE, How.HEADER  # "Incumbent's party"
        led_by = Role.LEADER if Role.LED_BY in whole else Role.PERSON if Role.BEHIND in every else None
        own = whole or _without_where(words)
        naming = all(Role.NAME in roles for roles in said if Role.PERSON in roles)
        if not whole and naming and own & _NAMED:
            own -= {Role.PERSON}  # "Constituency name"
        text = next((role for role in TEXTUAL if role in own), led_by)
        if text and not whole and Role.ORDER in said[-1]:
            return Role.ORDER, How.HEADER  # "party id"
        return (text, How.HEADER) if text else (None, How.GUESS)
    return None, How.GUESS


def share_of(header: str) -> str:
    """The name beside the words for a share: X of "X %"; empty where a header has no such words, or nothing else."""
    words = header.split()
    behind = len(words) > 1 and _OF_SHARES & lexicon().roles_of(fold_words(words[-1]))
    return " ".join(words[:-1]) if behind else ""


def unknown_words(words: Sequence[str]) -> int:
    """How many words of a header stand in no phrase that is known: "voters absent" has one."""
    known = {at for start, end, _ in lexicon().phrases(tuple(words)) for at in range(start, end)}
    return sum(at not in known and word not in FILLERS for at, word in enumerate(words))


def _without_where(words: tuple[str, ...]) -> frozenset[Role]:
    """The roles of the phrases of a header, without those that say where: "its head in the province" is no place."""
    phrases = lexicon().phrases(words)
    return frozenset(role for start, _, roles in phrases if _IN.isdisjoint(words[1:start]) for role in roles)


def without_years(made: list[Column], labels: Labels) -> list[Column]:
    """The columns; the year in a header that is a list's name and heads one column alone is a part of the name.

    So is that of the only other header with a year among several columns of numbers that no words explain.
    """
    rest = [" ".join(_YEARS.sub(" ", column.header).split()) if column.year else "" for column in made]
    named = {at for at, name in enumerate(rest) if name and rest.count(name) == 1 and labels.sort(name) is Sort.LIST}
    others = [at for at, column in enumerate(made) if column.year and at not in named]
    plain = sum(column.numeric and column.role is None and not column.year and bool(column.header) for column in made)
    only = others[0] if len(others) == 1 and plain >= _SEVERAL and made[others[0]].role is None else None
    if only is not None and rest[only] and not roles_in(rest[only]):
        named |= {only} - {only for column in made if column.header == rest[only]}
    return [replace(column, year=None) if at in named else column for at, column in enumerate(made)]


def without_rounded(made: list[Column], *, beside: bool) -> list[Column]:
    """The columns; those of thousands or millions tell no number. `beside`: a line by the table says so of votes."""
    return [
        replace(one, role=None, why=_ROUNDED)
        if Role.ROUNDED in roles_in(one.header) or (beside and one.numeric and one.role in _LARGE)
        else one
        for one in made
    ]


def last_years(made: list[Column], year: int | None = None) -> list[Column]:
    """Of columns of several years that of the vote, or else the last one, speaks of it; the others, of other votes."""
    years = [column.year for column in made if column.numeric and column.year]
    if len(set(years)) < 2:
        return made
    last = year if year in years else max(years)
    return [_of_year(column, last) if column.numeric and column.year else column for column in made]


def _of_year(column: Column, last: int) -> Column:
    """A column of one of several years; that of the last year is headed by the rest of its header."""
    if column.year is not None and column.year != last:
        return replace(column, role=Role.BEFORE, how=How.HEADER)
    rest = " ".join(_YEARS.sub(" ", column.header).split())
    return replace(column, header=rest, year=None) if column.role is None and rest else column
