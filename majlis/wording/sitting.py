"""Answers about every body that sits, in words: what each body is called, and all answers in one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from queries.affiliation.ties import SHARED
from queries.plain import Note
from queries.view.elections import Election
from queries.where.answer import UNKNOWN, Where

from .forms import ENGLISH, Language
from .where import and_led

if TYPE_CHECKING:
    from queries.then import Then

    from .tables import Column, Table


def body_words(election: Election, language: Language = ENGLISH) -> str:
    """What an election filled: the name of the body, or "Councils"."""
    if election.body:
        return language.name(election.body.id, election.body.name)
    return language.say("councils")


def election_words(election: Election, language: Language = ENGLISH) -> str:
    """An election by its own name, and its day."""
    return language.listed((language.name(election.id, election.name), language.day(election.date)))


def body_heading(election: Election, language: Language = ENGLISH) -> str:
    """A heading: the body and the day of the vote."""
    return language.say("sitting.heading", body=body_words(election, language), when=language.day(election.date))


def shared_notes(noted: Sequence[Sequence[Note]]) -> tuple[list[Note], list[list[Note]]]:
    """The notes that every one of several answers has, and of each those that it has besides."""
    shared = [note for note in noted[0] if all(note in each for each in noted)] if len(noted) > 1 else []
    return shared, [[note for note in each if note not in shared] for each in noted]


def listless(row: Then | Where) -> bool:
    """Whether no list of X is known at an election: a 0 would say that it stood, whatever is accounted for."""
    return not row.lists and (row.status == UNKNOWN or row.total == 0)


def total_words(row: Then | Where, language: Language = ENGLISH, *, brief: bool = False) -> str:
    """The seats at one election: "29 of 329", "at least 11 of 329", "no list known", "did not stand".

    `brief`: where there is little room, "joint list" alone.
    """
    if listless(row):
        return language.say("sitting.no_list")
    if row.total is None:
        return language.say(f"letters.{row.status}" if brief and row.status == SHARED else f"status.{row.status}")
    size = row.all_seats if isinstance(row, Where) else row.size
    seats = language.of(row.total, row.most or row.total, size, row.others or ()) + language.mark(row)
    seats = language.say("history.at_least", seats=seats) if row.minimum else seats
    return and_led(seats, row.lists, language)


class _Of(NamedTuple):
    """A row of a table, and the election that it is of."""

    election: Election
    columns: dict[str, Column]
    row: Any

    def cell(self, key: str) -> object:
        """The cell of a column; None where its table has no such column."""
        return self.columns[key].cell(self.row) if key in self.columns else None

    def words(self, key: str) -> str:
        """The cell in words; only asked where there is one."""
        column = self.columns[key]
        return column.words(self.row) if column.words else str(column.cell(self.row))


def together(tables: Sequence[tuple[Election, Table]], language: Language) -> Table:
    """The rows of several tables, each behind its election; a column that a table lacks stays empty there."""
    from .tables import Column, Table

    rows, columns = [], dict[str, Column]()
    for election, table in tables:
        own = {column.name or column.heading or "": column for column in table.columns}
        columns |= {key: column for key, column in own.items() if key not in columns}
        rows += [_Of(election, own, row) for row in table.rows]
    election_column = Column(
        "election",
        language.say("column.election"),
        lambda row: row.election.id,
        lambda row: body_words(row.election, language),
    )
    return Table([election_column, *(_column(key, column) for key, column in columns.items())], rows)


def _column(key: str, column: Column) -> Column:
    return replace(column, cell=lambda row: row.cell(key), words=lambda row: row.words(key))
