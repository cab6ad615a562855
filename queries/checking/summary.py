"""What is known of an election in short: the seats accounted for, and on how many sources its facts rest."""

from __future__ import annotations

from typing import NamedTuple

from ..totals import accounted_for, all_seats, totals_of
from ..view import GraphView
from ..view.elections import Election
from .facts import Facts, Tally


class Seated(NamedTuple):
    """A council that voted, or a constituency, and the seats of it that are accounted for (None: no seat's list is)."""

    id: str
    name: str
    council_size: int | None
    accounted: int | None

    @property
    def missing(self) -> int | None:
        """The seats that are not accounted for; None where the size is not known."""
        return None if self.council_size is None else self.council_size - (self.accounted or 0)


class Summary(NamedTuple):
    """What is known of an election; `by_list` are the seats of all lists of a house, with a place or not."""

    election: Election
    council_size: int | None
    accounted: int | None
    by_list: int | None
    tally: Tally
    councils: tuple[Seated, ...]


def summary(graph: GraphView, election: str | Election | None = None) -> Summary:
    """What is known of an election in short. Raises UsageError for an unknown election, StoreError."""
    at = graph.election(election)
    known = graph.once(Facts, at)
    councils = tuple(
        Seated(row["id"], row["name"], row["council_size"], known.accounted(row))
        for row in known.councils
        if row["accounted"] is not None
    )
    return Summary(
        at,
        all_seats(at, [council.council_size for council in councils]),
        accounted_for((council.council_size, council.accounted) for council in councils),
        sum(span.seats for span in totals_of(graph, at).values()) if at.body else None,
        Tally.of(known.facts.values()),
        councils,
    )
