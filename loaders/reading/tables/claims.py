"""What a figure of a table becomes: a claim of a list, a person or a place, or a figure that is none, with why."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from ..checks import LARGEST_BODY
from ..found import Certainty, Claim, Found, Mechanism, Origin, Unknown, Unread
from ..labels import Labels, Sort, bare_name
from ..measures import WHY_NOT
from ..scope import OF_ONE_COUNCIL, Scope
from ..words import Role
from .cell import GridCell
from .columns import Column, Columns, How

Where = tuple["str | None", Origin]
SHARES = frozenset({Role.SHARE, Role.TURNOUT, Role.COUNTED})
A_GROUP = "a group of lists, and no list"
_MOST_COUNTED = 10**10
_MOST_SUBJECTS = 20_000  # names kept
_OF_A_PLACE = {
    Role.TURNOUT: "turnout",
    Role.VOTERS: "voters",
    Role.COUNTED: "counted",
    Role.SIZE: "council_size",
}
# What a figure of a list tells, and how much it is at least.
_OF_A_LIST: dict[Role | None, tuple[str, int]] = {Role.VOTES: ("votes", 0), Role.RANK: ("ranked", 1)}
_TABLE, _GUESS, _STATED, _PROPOSED = Mechanism.TABLE, How.GUESS, Certainty.STATED, Certainty.PROPOSED
_COUNTED = frozenset({Role.SEATS, Role.VOTES, Role.RANK})
SIGNS = frozenset("+-−±")
_PERCENT = frozenset("%٪")
SOME_PLACES = "a sum of the places of the table, which may not be all"


class Names(NamedTuple):
    """Who a row is of: its place, list and person. `alone`: no list is named, or those who stood alone are."""

    place: Where | None
    list: GridCell | None
    person: GridCell | None
    alone: bool


class _Subject(NamedTuple):
    """Whom a cell names, without a bracket. `independent`: those who stood alone; `named`: it has letters."""

    name: str
    independent: bool
    named: bool


class Claims:
    """Makes the claims of one table. `places_repeat`: several rows are of one place, so of something else besides."""

    def __init__(self, scope: Scope, labels: Labels, columns: Columns, *, places_repeat: bool) -> None:
        self._scope, self._labels, self._places_repeat = scope, labels, places_repeat
        self._above = scope.where_of_table
        if columns.unplaced and scope.where == (None, None, _STATED, ""):
            self._above = None, None, _PROPOSED, "a column that is not understood may name the place of each row"
        self._of_places = next((column.role for column in columns.columns if column.place), None)
        self._sized: set[str] = set()
        self._subjects: dict[str, _Subject] = {}

    def figure(self, column: Column, cell: GridCell, value: int | float | None, names: Names) -> Found | None:
        """What a figure of a column becomes in a row of these names; None where the same was told before."""
        role, text = column.role, cell.text
        if value is None or text[0] in SIGNS:
            why = "a change against another vote" if text[0] in SIGNS else Unknown.NUMBER
            return Unread(text, cell.at, why, value)
        counts = role in _COUNTED
        shared = text[-1] in _PERCENT or cell.unit is Role.SHARE
        if shared and (counts or role in (Role.VOTERS, Role.SIZE)):
            return Unread(text, cell.at, WHY_NOT[Role.SHARE], value)
        if column.sum:
            return Unread(text, cell.at, "a sum of two columns", value)
        if role is None:
            return Unread(text, cell.at, column.why or Unknown.COLUMN, value)
        if column.list or column.place:
            subject = column.list or (names.list.text if names.list else None)
            if subject is None:
                return Unread(text, cell.at, Unknown.LIST, value)
            if self._labels.group(subject) is Sort.OTHERS:
                return Unread(text, cell.at, A_GROUP, value)
            spot = (column.place, Origin.COLUMN) if column.place else names.place
            return self.of_list(column, subject, spot, value, cell)
        if counts:
            return self._counted(column, names, value, cell)
        if role in _OF_A_PLACE:
            return self._of_place(column, _OF_A_PLACE[role], names.place, value, cell)
        if role is Role.TOTAL and names.list is not None and self._of_places is not None:
            return self.in_all(replace(column, role=self._of_places), names.list.text, value, cell)
        return Unread(text, cell.at, WHY_NOT.get(role, Unknown.COLUMN), value)

    def of_list(
        self,
        column: Column,
        subject: str,
        place: Where | None,
        value: int | float,
        cell: GridCell,
        *,
        candidate: bool = False,
    ) -> Found:
        """What a list, or a `candidate`, has of what the column counts; `place` None: where the table is."""
        predicate, least = _OF_A_LIST.get(column.role, ("holds_seats", 0))
        most = LARGEST_BODY if predicate == "holds_seats" and place is not None else _MOST_COUNTED
        predicate = "candidate_votes" if candidate else predicate
        number = int(value)
        if value != number or not least <= number <= most:
            return Unread(cell.text, cell.at, "no such number of seats, votes or places is possible", value)
        name, independent, named = self.subject(subject)
        if not named:
            return Unread(cell.text, cell.at, Unknown.LIST, value)
        where, origin, certainty, reason = self.at(place)
        if column.how is _GUESS:
            certainty, reason = _PROPOSED, reason or column.why or "what the column counts is not said"
        if independent:
            certainty, reason = _PROPOSED, "many who stood alone, counted together"
        return Claim(
            predicate, name, where, number, cell.at, _TABLE, certainty, origin, self._scope.standing,
            reason=reason,
        )  # fmt: skip

    def in_all(self, column: Column, subject: str, value: int | float, cell: GridCell) -> Found:
        """What a list has in all of the places of the table, which are not said to be all there are."""
        found = self.of_list(column, subject, None, value, cell)
        if isinstance(found, Unread) or (found.certainty is _PROPOSED and found.reason != OF_ONE_COUNCIL):
            return found
        return found._replace(certainty=_PROPOSED, reason=SOME_PLACES)

    def subject(self, text: str) -> _Subject:
        """What the cell of a list or a person names; a table says the same names over and over."""
        found = self._subjects.get(text)
        if found is None:
            if len(self._subjects) > _MOST_SUBJECTS:
                self._subjects.clear()
            name = bare_name(text)
            independent = self._labels.group(name) is Sort.INDEPENDENT
            named = any(char.isalpha() for char in name)
            found = self._subjects[text] = _Subject(name, independent, named)
        return found

    def at(self, place: Where | None) -> tuple[str | None, Origin | None, Certainty, str]:
        """The place of a claim: that of its row or column, else what stands above."""
        return self._above if place is None else (*place, _STATED, "")

    def _counted(self, column: Column, names: Names, value: int | float, cell: GridCell) -> Found | None:
        """Seats, votes or a rank: of a person, of a list, or, where the rows are places, of a place."""
        if names.person is not None and (column.role is not Role.SEATS or names.list is None):
            if names.list is None:
                column = replace(column, how=_GUESS, why="no list is named, for which the person may stand")
            candidate = column.role is Role.VOTES and not names.alone
            return self.of_list(column, names.person.text, names.place, value, cell, candidate=candidate)
        if names.list is not None:
            return self.of_list(column, names.list.text, names.place, value, cell)
        if column.role is Role.SEATS and names.place is not None and not self._places_repeat:
            return self._of_place(column, "council_size", names.place, value, cell)
        return Unread(cell.text, cell.at, Unknown.LIST, value)

    def _of_place(
        self, column: Column, predicate: str, place: Where | None, value: int | float, cell: GridCell
    ) -> Found | None:
        """A figure of a place itself; the size of each is told once."""
        share = column.role in SHARES
        if share and not 0 <= value <= 100:
            return Unread(cell.text, cell.at, "no such share is possible", value)
        if not share and value != int(value):
            return Unread(cell.text, cell.at, "no whole number", value)
        where, origin, certainty, reason = self.at(place)
        if predicate == "council_size":
            if (where or "") in self._sized:
                return None
            self._sized.add(where or "")
        if column.how is _GUESS:
            certainty, reason = _PROPOSED, column.why or "what the column counts is not said"
        return Claim(
            predicate, None, where, value if share else int(value), cell.at, _TABLE, certainty, origin,
            self._scope.standing, reason=reason,
        )  # fmt: skip
