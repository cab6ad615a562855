"""An election, and what it fills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from graph.dates import before, is_date
from graph.errors import UsageError
from graph.kinds import COUNCILS

from ..plain import Named, Note, Plain

_COUNCILS = Named(COUNCILS, "Councils")


class Body(NamedTuple):
    """What an election fills: one body, or `councils`, one in each province; `seats` are all of it, if they are known.

    `majority` is of one body; each council has its own.
    """

    id: str
    name: str
    seats: int | None
    seats_standing: str | None
    majority: int | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Election(Plain):
    """An election that a graph knows; `date` is ISO 8601 text, `as_of` the day for which ties are asked, if another.

    `body` is the one body that it fills, None where it fills a council in each province; `seats` are all that it
    fills, `won_in_all` those that lists are stated to have won in all. `only`: the provinces whose councils are asked
    about, where others have voted since; None for all.
    """

    FIELDS = ("id", "name", "date", "as_of")
    OPTIONAL = ("as_of",)

    id: str
    name: str
    date: str
    as_of: str | None = None
    body: Named | None = None
    seats: int | None = None
    seats_standing: str | None = None
    won_in_all: int | None = None
    sat_until: str | None = None
    only: frozenset[str] | None = None

    @property
    def fills(self) -> Body:
        """What it fills, as answers have it."""
        majority = self.seats // 2 + 1 if self.body and self.seats else None
        return Body(*(self.body or _COUNCILS), self.seats, self.seats_standing, majority)

    @property
    def day(self) -> str:
        """The day on which ties must hold."""
        return self.as_of or self.date

    @property
    def notes(self) -> tuple[Note, ...]:
        """What an answer says of its days."""
        seats = Note("as_won", {"date": self.date})
        return (Note("as_of", {"date": self.as_of}), seats) if self.as_of else (seats,)


def check_day(day: str | None) -> None:
    """Raises UsageError for a day that is no date."""
    if day is not None and not is_date(day):
        raise UsageError(f"{day!r} is no date: write 2024, 2024-05 or 2024-05-31.")


def sits(until: str | None, day: str) -> bool:
    """Whether what sat until a day, if that is known, sits on another."""
    return until is None or before(day, until)
