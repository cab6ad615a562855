"""A grid of cells with the roles of its columns becomes claims; a figure that becomes none is listed, with why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..found import Certainty, Claim, Found, Mechanism, Origin, Span, Unread
from ..labels import Labels, Sort
from ..lists.entries import entries_of
from ..scope import Scope
from ..words import Role, fold_words, lexicon
from .grid import Grid, GridCell, Row, cell_value, is_empty, is_figure
from .roles import Column, Columns, How, columns_of

LARGEST_BODY = 5000  # seats; no elected body of the world is larger
_WHY_NOT = {
    Role.SHARE: "a share, of which no claim is made",
    Role.PERCENT: "a share, of which no claim is made",
    Role.CHANGE: "a change against another vote",
    Role.BEFORE: "another year",
    Role.PROJECTED: "a forecast, and no result",
    Role.TOTAL: "a sum of what stands beside it",
    Role.CONTESTED: "candidates, and no result",
    Role.NEEDED: "a threshold, and no result",
    Role.INVALID: "invalid or blank ballots",
    Role.VALID: "all valid votes",
    Role.REGISTERED: "registered voters, and no result",
}
_OF_A_PLACE = {
    Role.TURNOUT: "turnout",
    Role.VOTERS: "voters",
    Role.COUNTED: "counted",
    Role.SIZE: "council_size",
}
_SILENT = frozenset({Role.ORDER, Role.PLACE, Role.LIST, Role.PERSON, Role.WINNER, Role.LEADER})


@dataclass(frozen=True, slots=True)
class Sum:
    """A row of a sum beside what its column comes to."""

    column: str
    said: int | float
    counted: int | float
    at: Span


@dataclass(slots=True)
class TableReading:
    """How a table was understood: its columns, and the sums that were checked."""

    grid: Grid
    columns: Columns
    sums: list[Sum] = field(default_factory=list)


def upright(grid: Grid) -> Grid:
    """A grid whose rows are of one list, place or person each: turned round where its columns are."""
    if grid.dressing != "box":
        words = lexicon()
        down = [words.roles_of(fold_words(row[0].text)) for row in grid.rows if row]
        across = [words.roles_of(fold_words(cell.text)) for cell in grid.rows[0]]
        numeric = {Role.SEATS, Role.VOTES, Role.SHARE}
        turned = sum(bool(roles & (numeric | {Role.LIST, Role.LEADER})) for roles in down)
        if turned < 2 or len(grid.rows) > 40 or sum(map(bool, across[1:])) or not any(r & numeric for r in down):
            return grid
        if not any(Role.LIST in roles for roles in down) and Role.LIST not in across[0] and grid.rows[0][0].text:
            return grid
    width = max(map(len, grid.rows))
    rows = [row for row in grid.rows if len(row) == width]
    if not rows:
        return grid
    turned_rows = tuple(tuple(row[at] for row in rows) for at in range(width))
    return Grid(turned_rows, grid.dressing if grid.dressing != "box" else "turned box", 1)


class Table:
    """Reads one table of a document."""

    def __init__(
        self, grid: Grid, scope: Scope, labels: Labels, *, won: bool, said: Mapping[Role, str] | None = None
    ) -> None:
        grid = upright(grid)
        self._scope = scope
        self._labels = labels
        self._won = won
        self.columns = columns_of(grid, labels, scope.unit, said)
        self.reading = TableReading(grid, self.columns)
        self._place: tuple[str, Origin] | None = None
        self._below: dict[int, int | float] = {}
        self._list_column = self.columns.of(Role.LIST)
        self._place_column = self.columns.of(Role.PLACE)
        self._person_column = self.columns.of(Role.WINNER, Role.PERSON)
        self._sized: set[str] = set()

    def read(self) -> Iterator[Found]:
        """The claims of the table, and its figures that became none, row by row."""
        grid = self.reading.grid
        for row in grid.rows[self.columns.header_rows :]:
            for one in self._row(row):
                yield replace(one, value=cell_value(one.text)) if isinstance(one, Unread) else one

    # Rows ------------------------------------------------------------------------------------------------------

    def _row(self, row: Row) -> Iterator[Found]:
        filled = [cell for cell in row if cell.text]
        if not filled:
            return
        figures = [
            (column, row[column.index])
            for column in self.columns.columns
            if column.index < len(row) and is_figure(row[column.index].text)
        ]
        if not figures:
            self._section(row, filled)
            if any(char.isdigit() for cell in filled for char in cell.text):
                yield from self._odd(filled)
            return
        label = self._cell(row, self._list_column) or self._cell(row, self._person_column)
        label = label or self._cell(row, self._place_column) or filled[0]
        first = self._labels.group(filled[0].text)
        sort = first if first in (Sort.TOTAL, Sort.OTHERS) else self._labels.group(label.text)
        if self.columns.label_sort is Sort.MEASURE or (sort is Sort.MEASURE and self._is_measure(row, label)):
            yield from self._measure(label, figures)
            return
        if sort is Sort.TOTAL:
            yield from self._total(figures)
            return
        for column, cell in figures:
            value = cell_value(cell.text)
            if value is not None:
                self._below[column.index] = self._below.get(column.index, 0) + value
        if sort is Sort.OTHERS:
            for _, cell in figures:
                yield Unread(cell.text, cell.at, "a group of lists, and no list")
            return
        yield from self._result(row, figures, label, sort)
        for cell in row:  # a figure among words: "Outer District (five seats)"
            if cell.text and not is_figure(cell.text) and "(" in cell.text and any(c.isdigit() for c in cell.text):
                yield from self._odd([cell])

    def _cell(self, row: Row, column: Column | None) -> GridCell | None:
        if column is None or column.index >= len(row) or is_empty(row[column.index].text):
            return None
        return row[column.index]

    def _is_measure(self, row: Row, label: GridCell) -> bool:
        return label is row[0] or not any(char.isalpha() for char in row[0].text)

    def _section(self, row: Row, filled: list[GridCell]) -> None:
        """A row of one name heads the rows below it."""
        alone = len(filled) == 1
        headed = alone and self._place_column is not None and filled[0].at.start <= 40
        if not headed and not (alone and self._labels.sort(filled[0].text) is Sort.PLACE):
            return
        if self._list_column is not None or self._person_column is not None:
            self._place = (filled[0].text, Origin.HEADING)

    def _odd(self, cells: list[GridCell]) -> Iterator[Found]:
        for cell in cells:
            for figure in entries_of(cell.text).figures:
                if figure.unit and not figure.year:
                    at = Span(cell.at.line, cell.at.start + figure.start, cell.at.start + figure.end)
                    before = fold_words(cell.text[: figure.start])[-1:]
                    if figure.unit is Role.SEATS and Role.TOTAL in lexicon().roles_of(before):
                        yield self._whole(int(figure.value), at)  # "All 111 seats in the National Parliament"
                        continue
                    yield Unread(cell.text, at, "a figure among words in a cell")

    def _whole(self, value: int, at: Span) -> Claim:
        where, origin, certainty, reason = self._scope.where
        return Claim(
            "council_size", None, where, value, at, Mechanism.TABLE, certainty, origin, self._scope.standing,
            reason=reason,
        )  # fmt: skip

    def _total(self, figures: list[tuple[Column, GridCell]]) -> Iterator[Found]:
        """A row of sums: of lists in columns, what each has in all; else what the rows above come to."""
        for column, cell in figures:
            value = cell_value(cell.text)
            if value is None or column.role in _SILENT:
                continue
            counted = self._below.get(column.index)
            if column.role in (Role.SEATS, Role.VOTES, Role.TOTAL) and counted is not None:
                self.reading.sums.append(Sum(column.header, value, counted, cell.at))
            whole = self._scope.place is None and not self._scope.closed
            if column.list and not column.sum and whole:
                claim = self._claim(column, column.list, None, value, cell, None)
                yield claim
            else:
                fits = "the rows above come to it" if counted == value else f"the rows above come to {counted or 0}"
                yield Unread(cell.text, cell.at, f"a sum: {fits}")
        self._below.clear()

    def _measure(self, label: GridCell, figures: list[tuple[Column, GridCell]]) -> Iterator[Found]:
        """A row of one measure of the place: turnout, voters."""
        for _, cell in figures[:1]:
            yield measure(label.text, cell.text, cell_value(cell.text), cell.at, self._scope, Mechanism.TABLE)
        for _, cell in figures[1:]:
            yield Unread(cell.text, cell.at, "a second figure of one measure")

    def _result(self, row: Row, figures: list[tuple[Column, GridCell]], label: GridCell, sort: Sort) -> Iterator[Found]:
        place = self._where(row)
        list_cell = self._cell(row, self._list_column)
        person = self._cell(row, self._person_column)
        alone = list_cell is None or self._labels.group(list_cell.text) is Sort.INDEPENDENT
        if person is not None and self._person_column is not None:
            winner = self._person_column.role is Role.WINNER or self._won
            place_text = place[0] if place else self._scope.where[0]
            if list_cell is not None and not alone:
                yield self._tie("member_of", person, list_cell.text)
            named = self._person_column.role is Role.WINNER
            if winner and (place_text or named) and not alone:
                yield self._bare("won_seat", person, place)
        leader = self._cell(row, self.columns.of(Role.LEADER))
        if leader is not None and list_cell is not None and not alone and not is_figure(leader.text):
            yield self._tie("leads", leader, list_cell.text)
        for column, cell in figures:
            yield from self._figure(column, cell, place, list_cell, person, alone=alone, sort=sort)

    def _where(self, row: Row) -> tuple[str, Origin] | None:
        column = self._place_column
        if column is not None and column.index < len(row):
            text = bare_name(row[column.index].text)
            if text and not is_empty(text):
                self._place = (text, Origin.ROW)
        return self._place

    def _figure(
        self,
        column: Column,
        cell: GridCell,
        place: tuple[str, Origin] | None,
        list_cell: GridCell | None,
        person: GridCell | None,
        *,
        alone: bool,
        sort: Sort,
    ) -> Iterator[Found]:
        role = column.role
        if role in _SILENT:
            return
        share = role in (Role.SHARE, Role.TURNOUT, Role.COUNTED)
        value = cell_value(cell.text, share=share)
        if value is None or cell.text[:1] in "+-−±":
            why = "a change against another vote" if cell.text[:1] in "+-−±" else "no number that can be read"
            yield Unread(cell.text, cell.at, why)
        elif column.sum:
            yield Unread(cell.text, cell.at, "a sum of two columns")
        elif role is None:
            yield Unread(cell.text, cell.at, "the column is not understood")
        elif column.list or column.place:
            subject = column.list or (list_cell.text if list_cell else None)
            spot = (column.place, Origin.COLUMN) if column.place else place
            if subject is None:
                yield Unread(cell.text, cell.at, "no list named")
            elif self._labels.group(subject) is Sort.OTHERS:
                yield Unread(cell.text, cell.at, "a group of lists, and no list")
            else:
                yield self._claim(column, subject, spot, value, cell, None)
        elif role in _OF_A_PLACE:
            yield from self._of_place(column, _OF_A_PLACE[role], place, value, cell, share=share)
        elif role is Role.TOTAL and list_cell is not None and any(c.place for c in self.columns.columns):
            basis = next(c for c in self.columns.columns if c.place)
            yield self._claim(replace(column, role=basis.role), list_cell.text, None, value, cell, None)
        elif role in (Role.SEATS, Role.VOTES, Role.RANK):
            yield from self._counted(column, place, list_cell, person, value, cell, alone=alone)
        else:
            yield Unread(cell.text, cell.at, _WHY_NOT.get(role, "the column is not understood"))

    def _counted(
        self,
        column: Column,
        place: tuple[str, Origin] | None,
        list_cell: GridCell | None,
        person: GridCell | None,
        value: int | float,
        cell: GridCell,
        *,
        alone: bool,
    ) -> Iterator[Found]:
        """Seats, votes or a rank: of a person, of a list, or, where the rows are places, of a place."""
        if person is not None and column.role in (Role.VOTES, Role.RANK):
            yield self._claim(column, person.text, place, value, cell, None if alone else "candidate_votes")
        elif list_cell is not None:
            yield self._claim(column, list_cell.text, place, value, cell, None)
        elif person is not None:
            yield self._claim(column, person.text, place, value, cell, None)
        elif column.role is Role.SEATS and place is not None:
            yield from self._of_place(column, "council_size", place, value, cell, share=False)
        else:
            yield Unread(cell.text, cell.at, "no list named")

    # Claims ----------------------------------------------------------------------------------------------------

    def _claim(
        self,
        column: Column,
        subject: str,
        place: tuple[str | None, Origin] | None,
        value: int | float,
        cell: GridCell,
        predicate: str | None,
    ) -> Found:
        role = column.role
        name = "ranked" if role is Role.RANK else "holds_seats"
        if role is Role.VOTES:
            name = predicate or "votes"
        subject = bare_name(subject)
        most = LARGEST_BODY if name == "holds_seats" and place is not None else 10**10
        if value != int(value) or not (1 if name == "ranked" else 0) <= value <= most:
            return Unread(cell.text, cell.at, "no such number of seats, votes or places is possible")
        where, origin, certainty, reason = self._scope.where if place is None else (*place, Certainty.STATED, "")
        if column.how is How.GUESS:
            certainty, reason = Certainty.PROPOSED, reason or "what the column counts is not said"
        if self._labels.group(subject) is Sort.INDEPENDENT:
            certainty, reason = Certainty.PROPOSED, "many who stood alone, counted together"
        if not any(char.isalpha() for char in subject):
            return Unread(cell.text, cell.at, "no list named")
        return Claim(
            name, subject, where, int(value), cell.at, Mechanism.TABLE, certainty, origin, self._scope.standing,
            reason=reason,
        )  # fmt: skip

    def _of_place(
        self, column: Column, predicate: str, place: tuple[str, Origin] | None, value: int | float, cell: GridCell,
        *, share: bool,
    ) -> Iterator[Found]:  # fmt: skip
        where, origin, certainty, reason = self._scope.where if place is None else (*place, Certainty.STATED, "")
        if share and not 0 <= value <= 100:
            yield Unread(cell.text, cell.at, "no such share is possible")
            return
        if not share and value != int(value):
            yield Unread(cell.text, cell.at, "no whole number")
            return
        if predicate == "council_size":
            if (where or "") in self._sized:
                return
            self._sized.add(where or "")
            if column.role is Role.SEATS and column.how is How.GUESS:
                certainty, reason = Certainty.PROPOSED, "what the column counts is not said"
        yield Claim(
            predicate, None, where, value if share else int(value), cell.at, Mechanism.TABLE, certainty, origin,
            reason=reason,
        )  # fmt: skip

    def _tie(self, predicate: str, person: GridCell, object: str) -> Claim:
        return Claim(predicate, bare_name(person.text), bare_name(object), None, person.at, Mechanism.TABLE)

    def _bare(self, predicate: str, person: GridCell, place: tuple[str, Origin] | None) -> Claim:
        where, origin, certainty, reason = self._scope.where if place is None else (*place, Certainty.STATED, "")
        return Claim(
            predicate, bare_name(person.text), where, None, person.at, Mechanism.TABLE, certainty, origin, reason=reason
        )


def bare_name(text: str) -> str:
    """A name without the bracket behind it, if that holds figures or says that its bearer stood alone."""
    text = " ".join(text.split()).strip(' *_"“”:')
    begin = text.rfind("(")
    if begin > 0 and text.endswith(")"):
        note = text[begin + 1 : -1]
        roles = lexicon().roles_of(fold_words(note))
        if any(char.isdigit() for char in note) or Role.INDEPENDENT in roles:
            return text[:begin].rstrip()
        if any(
            role in (Role.SEATS, Role.VOTES) for _, _, found in lexicon().phrases(fold_words(note)) for role in found
        ):
            return text[:begin].rstrip()
    return text


_MEASURES = (
    (Role.TURNOUT, "turnout"),
    (Role.COUNTED, "counted"),
    (Role.VOTERS, "voters"),
)
_NO_CLAIM = {Role.NEEDED, Role.INVALID, Role.VALID, Role.SHARE, Role.CHANGE, Role.CONTESTED}


def measure(label: str, text: str, value: int | float | None, at: Span, scope: Scope, mechanism: Mechanism) -> Found:
    """A figure behind the words of a measure: "Turnout so far: 57.4 per cent"."""
    words = fold_words(label)
    roles = {role for _, _, found in lexicon().phrases(words) for role in found}
    for role in (Role.NEEDED, Role.INVALID, Role.CHANGE, Role.REGISTERED):
        if role in roles:
            return Unread(text, at, _WHY_NOT[role], value)
    for role, predicate in _MEASURES:
        if role not in roles or value is None:
            continue
        percent = role in (Role.TURNOUT, Role.COUNTED)
        if (percent and not 0 <= value <= 100) or (not percent and value != int(value)):
            continue
        where, origin, certainty, reason = scope.where
        return Claim(
            predicate, None, where, value if percent else int(value), at, mechanism, certainty, origin, reason=reason
        )
    why = next((_WHY_NOT[role] for role in (Role.VALID, Role.SHARE, Role.CONTESTED) if role in roles), None)
    return Unread(text, at, why or "no list named", value)
