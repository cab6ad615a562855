"""Groups of columns: a table whose rows tell of who won and of who came behind, each with the same columns."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import NamedTuple

from ..found import Found
from ..labels import Labels
from ..line import Line
from ..scope import Scope
from ..words import Role, fold_words, lexicon
from .cell import GridCell, is_figure
from .columns import Columns, TableReading
from .grid import Grid, upright
from .headers import header_rows, role_of, said_words
from .table import Table

Group = tuple[int, ...]  # columns
_MARKS = frozenset({Role.WINNER, Role.BEHIND})
_PEOPLE = frozenset({Role.PERSON, Role.NAME, Role.LEADER, Role.OFFICE})
_OF_A_ROW = (None, Role.PLACE, Role.ORDER)
_FEWEST = 2  # groups


class _Header(NamedTuple):
    """The header of a column: the words that mark its group, and the rest of them. `behind`: it is of no winner."""

    text: str
    mark: tuple[str, ...]
    rest: tuple[str, ...]
    role: Role | None
    behind: bool

    @property
    def own(self) -> str:
        """What it says of its column: all of a person's, of others what stands beside the words of the group."""
        said = {role for _, _, roles in lexicon().phrases(self.rest) for role in roles}
        return " ".join(self.rest) if self.mark and said and not said & _PEOPLE else self.text


def table_of(
    grid: Grid,
    scope: Scope,
    labels: Labels,
    *,
    won: bool,
    said: Mapping[Role, str] | None = None,
    year: int | None = None,
) -> Table | GroupedTable:
    """The reader of a table: of each of its groups of columns, where it has some and no person says what they are."""
    turned = upright(grid)
    heads = header_rows(turned)
    headers = _headers(turned, heads)
    groups = () if said else _groups(turned, headers)
    if not groups:
        return Table(grid, scope, labels, won=won, said=said, year=year)
    tables = [
        Table(_picked(turned, group, heads, headers), scope, labels, won=won if not at else None, year=year)
        for at, group in enumerate(groups)
    ]
    return GroupedTable(turned, groups, tables)


class GroupedTable:
    """Reads the groups of columns of a table, each as a table of its own beside the columns of all."""

    def __init__(self, grid: Grid, groups: Sequence[Group], tables: Sequence[Table]) -> None:
        self._groups, self._tables = groups, tables
        columns = {
            index: replace(column, index=index)
            for group, table in zip(groups[::-1], tables[::-1], strict=True)
            for index, column in zip(group, table.columns.columns, strict=False)
        }
        made = Columns(tuple(columns[index] for index in sorted(columns)), tables[0].columns.header_rows)
        self.reading = TableReading(grid, made, tables[0].reading.sums, tables[0].reading.last)

    def read(self, sizes: Callable[[], Container[int | float]] = tuple) -> list[Found]:
        """The claims of the table, and its figures that became none, group by group."""
        return self._once([table.read(sizes) for table in self._tables])

    def go_on(self, lines: Sequence[Line]) -> list[Found]:
        """The same of further rows of the table."""
        self.reading.last = lines[-1].number
        picked = [[_of_line(line, group) for line in lines] for group in self._groups]
        return self._once([table.go_on(some) for table, some in zip(self._tables, picked, strict=True)])

    def _once(self, found: Sequence[Sequence[Found]]) -> list[Found]:
        """What the groups tell, by line; what a column of all of them tells once."""
        every = dict.fromkeys(one for group in found for one in group)
        return sorted(every, key=lambda one: one.at.line)


def _groups(grid: Grid, headers: Sequence[_Header]) -> tuple[Group, ...]:
    """The columns of each group, with those of no group that say where; nothing where none stands behind the winner."""
    starts: list[int] = []
    for at, header in enumerate(headers):
        if header.mark and (not starts or header.mark != headers[starts[-1]].mark):
            starts.append(at)
    if starts and headers[starts[0]].behind:
        person = next((at for at in range(starts[0]) if headers[at].role is Role.PERSON), None)
        starts = starts if person is None else [person, *starts]
    if len(starts) < _FEWEST or headers[starts[0]].behind or not all(headers[at].behind for at in starts[1:]):
        return ()
    while starts[0] and headers[starts[0] - 1].rest and len({headers[at - 1].rest for at in starts}) == 1:
        starts = [at - 1 for at in starts]  # "Party, winner, votes, party, runner-up, votes"
    first = tuple(range(starts[0], starts[1]))
    own = {headers[at].rest for at in first}
    behind = [
        (start, *takewhile(lambda at: headers[at].mark or headers[at].rest in own, range(start + 1, end)))
        for start, end in pairwise([*starts[1:], len(headers)])
    ]
    taken = {at for group in behind for at in group}
    where = tuple(at for at in range(starts[0]) if headers[at].role in _OF_A_ROW and not _counts(grid, at))
    return (tuple(at for at in range(len(headers)) if at not in taken), *((*where, *group) for group in behind))


def _counts(grid: Grid, at: int) -> bool:
    """Whether most cells of a column are figures."""
    cells = [row[at].text for row in grid.rows if at < len(row) and row[at].text]
    return 2 * sum(map(is_figure, cells)) > len(cells)


def _headers(grid: Grid, heads: int) -> list[_Header]:
    """The headers of the columns; what an upper row says over several goes for each, also where cells are blank."""
    over: list[list[str]] = [[] for _ in range(max(map(len, grid.rows), default=0))]
    for number, row in enumerate(grid.rows[:heads]):
        above = ""
        for at, cell in enumerate(row):
            above = cell.text or (above if number + 1 < heads and _mark(fold_words(above)) else "")
            if above and above not in over[at]:
                over[at].append(above)
    return [_header(" ".join(said)) for said in over]


def _header(text: str) -> _Header:
    words = said_words(text)
    start, end = _mark(words)
    behind = start < end and Role.BEHIND in lexicon().roles_of(words[start:end])
    return _Header(text, words[start:end], (*words[:start], *words[end:]), role_of(text, numeric=False)[0], behind)


def _mark(words: Sequence[str]) -> tuple[int, int]:
    """Where the words stand that say of who won, or who came behind; nowhere where both are equal."""
    return next(((start, end) for start, end, roles in lexicon().phrases(words) if roles & _MARKS), (0, 0))


def _picked(grid: Grid, group: Group, heads: int, headers: Sequence[_Header]) -> Grid:
    """The columns of a group as a table of its own, each headed by what it counts or names."""
    blank = GridCell("", grid.rows[0][0].at)
    top = grid.rows[heads - 1]
    head = tuple((top[at] if at < len(top) else blank)._replace(text=headers[at].own) for at in group)
    rows = [
        tuple(row[at] if at < len(row) else blank._replace(at=row[0].at) for at in group)
        for row in grid.rows[heads:]
        if row
    ]
    return replace(grid, rows=(head, *rows), header_rows=1, roles=())


def _of_line(line: Line, group: Group) -> Line:
    """A line with the cells of a group."""
    cells = line.cells or ()
    return line._replace(cells=tuple(cells[at] for at in group if at < len(cells)))
