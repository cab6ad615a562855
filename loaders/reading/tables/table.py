"""A grid of cells with the roles of its columns becomes claims; a figure that becomes none is listed, with why."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from ..found import Certainty, Claim, Found, Mechanism, Origin, Span, Unknown, Unread
from ..labels import Labels, Sort, bare_name, of_candidate
from ..line import Line
from ..measures import WHY_NOT, measure, two_measures
from ..scope import Scope
from ..words import Role, fold_words, lexicon
from .cell import GridCell, cell_value, is_empty, is_figure
from .claims import A_GROUP, SHARES, SIGNS, SOME_PLACES, Claims, Names, Where
from .columns import Column, Sum, TableReading, value_in
from .grid import Grid, Row, grid_of_cells, upright
from .notes import figures_among, measures_noted
from .roles import columns_of
from .spelled import with_spelled

_SEVERAL = re.compile(r"\(\d+\).*\(\d+\)")  # people in one cell, each with a number
_OF_EITHER = "whether a list or a person won the seat is not said"
_MOST_PLACES = 2_000  # names kept
_SAMPLE = 400  # rows by which it is told of what they are
_DECIMALS = 6  # of a sum of shares
_SILENT = frozenset({Role.ORDER, Role.YEAR, Role.PLACE, Role.LIST, Role.PERSON, Role.WINNER, Role.LEADER, Role.WON})
_SUMMED = frozenset({Role.SEATS, Role.VOTES, Role.TOTAL})
_MAY_BE_WORDS = frozenset({Role.BEFORE, Role.SEATS, Role.VOTES, Role.SIZE, Role.TURNOUT, Role.VOTERS})
# Asked for in each row: to look them up in their enum takes its time.
_TOTAL, _OTHERS, _MEASURE, _UNKNOWN = Sort.TOTAL, Sort.OTHERS, Sort.MEASURE, Sort.UNKNOWN
Figure = tuple[Column, GridCell, "int | float | None"]


def _counts(column: Column) -> bool:
    """Whether the cells of a column are figures, whatever else they hold."""
    return column.role is Role.CHANGE or (column.numeric and column.role not in _SILENT)


class Table:
    """Reads one table of a document."""

    def __init__(
        self,
        grid: Grid,
        scope: Scope,
        labels: Labels,
        *,
        won: bool | None,
        said: Mapping[Role, str] | None = None,
        year: int | None = None,
    ) -> None:
        """`won`: whether those named won, None where they did not; `year`: of the vote that is read, where known."""
        self._doubts = grid.doubts
        grid = with_spelled(upright(grid))
        self._scope = scope
        self._labels = labels
        self._won = won
        self.columns = columns = columns_of(grid, labels, scope.unit, said, year, rounded=scope.rounded)
        last = max((row[-1].at.line for row in grid.rows if row), default=0)
        self.reading = TableReading(grid, columns, last=last)
        self._place: Where | None = None
        self._below: dict[int, int | float] = {}
        self._since = 0  # rows behind the last sum
        # Of each column, whether its figures are shares, and whether they may stand among words.
        self._kinds = [
            (each, each.role in SHARES, each.role in _MAY_BE_WORDS or _counts(each)) for each in columns.columns
        ]
        self._list_column = columns.of(Role.LIST)
        self._place_column = columns.of(Role.PLACE)
        self._person_column = columns.of(Role.WINNER, Role.PERSON)
        self._leader_column = columns.of(Role.LEADER)
        self._won_column = columns.of(Role.WON)
        self._year_column = columns.of(Role.YEAR)
        self._year = str(year) if year else self._last_year()
        above = scope.list
        self._heading_list = GridCell(above.text, above.at) if above is not None and not above.guessed else None
        self._of_lists = self._has_whole_lists()
        self._claims = Claims(scope, labels, columns, places_repeat=self._repeats())

    def read(self, sizes: Callable[[], Container[int | float]] = tuple) -> list[Found]:
        """The claims of the table, and its figures that became none, row by row.

        `sizes`: the numbers of seats of which the words of the document speak; sums that come to one are of all places.
        """
        found = self._rows(self.reading.grid.rows[self.columns.header_rows :])
        if why := self.reading.grid.unsure:
            return [
                one._replace(certainty=Certainty.PROPOSED, reason=one.reason or why) if isinstance(one, Claim) else one
                for one in found
            ]
        sums = [one.value for one in found if isinstance(one.value, int) and one.reason == SOME_PLACES]
        if not sums or sum(sums) not in sizes():
            return found
        return [
            one._replace(certainty=Certainty.STATED, reason="")
            if isinstance(one, Claim) and one.reason == SOME_PLACES
            else one
            for one in found
        ]

    def go_on(self, lines: Sequence[Line]) -> list[Found]:
        """The same of further rows of the table."""
        grid = grid_of_cells(lines)
        rows, self._doubts = grid.rows, grid.doubts
        self.reading.last = lines[-1].number
        return self._rows(rows)

    def _rows(self, rows: Iterable[Row]) -> list[Found]:
        return list(chain.from_iterable(map(self._row, rows)))

    def _row(self, row: Row) -> Iterable[Found]:
        filled = [cell for cell in row if cell.text]
        if not filled:
            return ()
        if self._doubts and (doubt := self._doubts.get(filled[0].at.line)):
            return [Unread(cell.text, cell.at, doubt, cell_value(cell.text)) for cell in filled if is_figure(cell.text)]
        figures: list[Figure] = []
        among: list[GridCell] = []  # that may hold figures among words: "Outer District (five seats)", "4.4%, 3 seats"
        counting: dict[GridCell, str] = {}  # those of them in a column of figures, "27 or 28", and why they are none
        for (column, share, words), cell in zip(self._kinds, row, strict=False):
            text = cell.text
            if is_figure(text):
                figures.append((column, cell, cell_value(text, share=share)))
            elif text and (words or "(" in text):
                among.append(cell)
                if words and _counts(column):
                    counting[cell] = WHY_NOT[Role.CHANGE] if column.role is Role.CHANGE else Unknown.CELL
        if not figures:
            self._section(filled)
            return list(figures_among(filled, self._scope, counting))
        year = self._cell(row, self._year_column)
        other = year is not None and not year.text.startswith(self._year)
        if other or self._labels.sum_of_year(filled[0].text):
            return [Unread(cell.text, cell.at, "another year", value) for _, cell, value in figures if cell is not year]
        list_cell, person = self._list_cell(row), self._cell(row, self._person_column)
        label = list_cell or person or self._cell(row, self._place_column) or filled[0]
        sort = self._sort_of(filled[0], label, figures)
        if self.columns.label_sort is _MEASURE or (sort is _MEASURE and self._is_measure(row, label)):
            return self._measure(label, figures, self._scope)
        place = self._where(row) if sort is _MEASURE and label in (list_cell, person) else None
        if place is not None and place[0] is not None:
            return self._measure(label, figures, self._scope.with_place(place[0], Origin.ROW, row[0].at))
        if sort is _TOTAL:
            return [*self._total(figures), *measures_noted(filled[0], self._scope)]
        below, self._since = self._below, self._since + 1
        for column, _, value in figures:
            if value is not None:
                below[column.index] = below.get(column.index, 0) + value
        if sort is _OTHERS:
            return [Unread(cell.text, cell.at, A_GROUP, value) for _, cell, value in figures]
        if list_cell is None and person is not None and self._heading_list is not None:
            list_cell = self._heading_list  # its candidates stand below the list's name
        alone = list_cell is None or self._claims.subject(list_cell.text).independent
        names = Names(self._where(row), list_cell, person, alone)
        found = self._people(row, names) if person is not None or self._leader_column is not None else []
        if self._of_lists:
            names = names._replace(person=None)
        noted: list[Found] = []
        for column, cell, value in figures:
            if column.role not in _SILENT:
                one = self._claims.figure(column, cell, value, names)
                if one is not None:
                    found.append(one)
            if cell.note is not None:
                text, start = cell.note
                at = Span(cell.at.line, start, start + len(text))
                noted.append(Unread(text, at, "in brackets, beside the figure itself", cell_value(text.strip())))
        for cell in among:
            found.extend(figures_among([cell], self._scope, counting))
        return found + noted if noted else found

    def _sort_of(self, first: GridCell, label: GridCell, figures: Sequence[Figure]) -> Sort:
        """Whether a row is a sum, a measure or a group, by its first cell, by its label, or by what it comes to."""
        sort = self._labels.group(first.text)
        if label is not first and sort not in (_TOTAL, _OTHERS):
            sort = self._labels.group(label.text)
        if sort is _UNKNOWN and "(" in first.text:
            sort = self._labels.group(first.text.partition("(")[0])  # "Total (turnout 86.6%)"
        summed = [(value, self._below.get(column.index)) for column, _, value in figures if column.role in _SUMMED]
        if sort is _UNKNOWN and self._since > 1 and summed and all(value == below for value, below in summed):
            named = self._labels.sort(label.text) is Sort.LIST or not self._labels.ends_as_sum(label.text)
            return sort if named else _TOTAL  # "Coalition total"
        return sort

    def _repeats(self) -> bool:
        """Whether rows name a place that other rows name too."""
        rows = self.reading.grid.rows[self.columns.header_rows :]
        cells = (self._cell(row, self._place_column) for row in rows)
        texts = [cell.text for cell in cells if cell is not None]
        return len(set(texts)) < len(texts)

    def _has_whole_lists(self) -> bool:
        """Whether each row is of a list and a person: some have several seats, and none stands twice in a place."""
        seats, person = self.columns.of(Role.SEATS), self._person_column
        if seats is None or person is None or person.role is Role.WINNER:
            return False
        body = self.reading.grid.rows[self.columns.header_rows :][:_SAMPLE]
        rows = [(row, self._cell(row, self._place_column), self._cell(row, self._list_column)) for row in body]
        named = [(place and place.text, one.text) for _, place, one in rows if one is not None]
        several = any((value_in(row, seats) or 0) > 1 for row, _, one in rows if one is not None)
        return several and len(set(named)) == len(named)

    def _last_year(self) -> str:
        """The last of the years of the rows that are there, of which the others are not."""
        cells = (self._cell(row, self._year_column) for row in self.reading.grid.rows[self.columns.header_rows :])
        return max((cell.text for cell in cells if cell is not None), default="")

    def _list_cell(self, row: Row) -> GridCell | None:
        """The list of a row, with the short form of its name where another column has it: "Name (SHORT)"."""
        column = self._list_column
        cell = self._cell(row, column)
        if cell is not None and (name := of_candidate(cell.text)) != cell.text:
            return cell._replace(text=name)
        if column is None or column.short is None or cell is None or column.short >= len(row):
            return cell
        short = row[column.short].text
        return cell._replace(text=f"{cell.text} ({short})") if len(short) > 1 and short not in cell.text else cell

    def _cell(self, row: Row, column: Column | None) -> GridCell | None:
        if column is None or column.index >= len(row) or is_empty(row[column.index].text):
            return None
        return row[column.index]

    def _is_measure(self, row: Row, label: GridCell) -> bool:
        return label.at == row[0].at or not any(char.isalpha() for char in row[0].text)

    def _section(self, filled: Sequence[GridCell]) -> None:
        """A row of one name heads the rows below it."""
        alone = len(filled) == 1
        headed = alone and self._place_column is not None and filled[0].at.start <= 40
        if not headed and not (alone and self._labels.sort(filled[0].text) is Sort.PLACE):
            return
        if self._list_column is not None or self._person_column is not None:
            self._place = (filled[0].text, Origin.HEADING)

    def _total(self, figures: Sequence[Figure]) -> Iterator[Found]:
        """A row of sums: of lists in columns, what each has in all; else what the rows above come to."""
        for column, cell, value in figures:
            if value is None or column.role in _SILENT:
                continue
            counted = self._below.get(column.index)
            counted = round(counted, _DECIMALS) if isinstance(counted, float) else counted
            if column.role in _SUMMED and counted is not None:
                self.reading.sums.append(Sum(column.header, value, counted, cell.at))
            whole = self._scope.place is None and not self._scope.closed
            group = bool(column.list) and self._labels.group(column.list or "") is Sort.OTHERS
            if column.list and not column.sum and whole and not group:
                yield self._claims.in_all(column, column.list, value, cell)
            else:
                fits = "the rows above come to it" if counted == value else f"the rows above come to {counted or 0}"
                yield Unread(cell.text, cell.at, f"a sum: {fits}", value)
        self._below.clear()
        self._since = 0

    def _measure(self, label: GridCell, figures: Sequence[Figure], scope: Scope) -> list[Found]:
        """A row of one measure of the place, or of each that heads a column: turnout, voters."""
        found: list[Found] = []
        told: set[tuple[str, str | None]] = set()
        two = two_measures(label.text)
        counted = any(column.role in _SUMMED for column, _, _ in figures)
        for column, cell, value in figures:
            share = column.role in SHARES
            said = label.text if two is None else two[share]
            here = scope if column.place is None else scope.with_place(column.place, Origin.COLUMN, cell.at)
            one = measure(said, cell.text, cell_value(cell.text, share=share), cell.at, here, Mechanism.TABLE)
            if isinstance(one, Claim) and counted and (column.role is None or column.role in _SILENT):
                one = Unread(cell.text, cell.at, Unknown.COLUMN, value)
            elif told and cell.text[0] in SIGNS:
                one = Unread(cell.text, cell.at, WHY_NOT[Role.CHANGE], value)
            elif told and (not (share or two or column.place) or not isinstance(one, Claim) or _key(one) in told):
                one = Unread(cell.text, cell.at, "a second figure of one measure", value)
            elif isinstance(one, Claim):
                told.add(_key(one))
            found.append(one)
        return found

    def _people(self, row: Row, names: Names) -> list[Found]:
        """What a row says of people: who stands for a list, who won a seat, who leads."""
        found: list[Found] = []
        person, column = names.person, self._person_column
        if person is not None and column is not None and not names.alone and not _SEVERAL.search(person.text):
            if names.list is not None:
                found.append(self._tie("member_of", person, names.list.text))
            named = column.role is Role.WINNER
            place = names.place[0] if names.place else self._claims.at(None)[0]
            won = self._won is not None and self._flagged(row)
            if named or won or (self._won and place):
                where, origin, certainty, reason = self._claims.at(names.place)
                found.append(
                    Claim(
                        "won_seat", bare_name(person.text), where, None, person.at, Mechanism.TABLE, certainty, origin,
                        self._scope.standing, reason=reason,
                    )
                )  # fmt: skip
        elif person is not None and column is not None and column.role is Role.WINNER and names.list is None:
            where, origin, _, _ = self._claims.at(names.place)
            if where is not None:
                found.append(
                    Claim(
                        "won_seat", bare_name(person.text), where, None, person.at, Mechanism.TABLE,
                        Certainty.PROPOSED, origin, self._scope.standing, reason=_OF_EITHER,
                    )
                )  # fmt: skip
        leader = self._cell(row, self._leader_column)
        same = leader is not None and names.list is not None and leader.text == names.list.text  # one cell over both
        if leader is not None and names.list is not None and not (names.alone or same or is_figure(leader.text)):
            found.append(self._tie("leads", leader, names.list.text))
        return found

    def _flagged(self, row: Row) -> bool:
        """Whether a column, a word in a cell, or those with which a row begins that no header names, say who won."""
        flag = self._cell(row, self._won_column)
        if flag is not None:
            return Role.YES in lexicon().roles_at(fold_words(flag.text), 0)[0]
        opens = self.columns.columns[0].role is None and Role.YES in lexicon().roles_at(fold_words(row[0].text), 0)[0]
        return any(cell.won for cell in row) or (bool(row[0].text) and opens)

    def _where(self, row: Row) -> Where | None:
        column = self._place_column
        if column is not None and column.index < len(row):
            self._place = _named_by(row[column.index].text) or self._place
        return self._place

    def _tie(self, predicate: str, person: GridCell, object: str) -> Claim:
        subject, standing = bare_name(person.text), self._scope.standing
        return Claim(predicate, subject, bare_name(object), None, person.at, Mechanism.TABLE, standing=standing)


@lru_cache(maxsize=_MOST_PLACES)
def _named_by(text: str) -> Where | None:
    """The place that a cell names; one place stands in many rows."""
    name = bare_name(text)
    return (name, Origin.ROW) if name and not is_empty(name) else None


def _key(one: Claim) -> tuple[str, str | None]:
    """What a claim of a measure is of: its predicate and its place."""
    return one.predicate, one.object
