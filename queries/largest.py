"""Which lists won most seats in a whole election, all councils or a house, and in how many places."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .disputed import Contest
from .plain import Note
from .totals import lists_in_all, place_of, totals_of
from .view import GraphView
from .view.elections import Election
from .view.evidence import Sourced, SourceLine, sorted_sources


@dataclass(frozen=True, slots=True)
class Ranked(Sourced):
    """A list with all its seats (`queries.disputed.Told`); `preliminary`: they rest on a preliminary count.

    `rank` is None where disputed numbers leave it open; `tied_with` are lists with as many seats. `places` are the
    councils, or constituencies of a house, in which it won any; None where its seats by province are not all known.
    """

    FIELDS = (
        *("id", "name", "kind", "seats", "most", "others", "share", "rank", "tied_with", "places", "standing"),
        *("preliminary", "disputed", "statements", "sources"),
    )

    id: str
    name: str
    kind: str
    seats: int
    most: int
    share: float | None
    rank: int | None
    tied_with: tuple[str, ...]
    places: int | None
    standing: str
    disputed: bool
    statements: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]
    others: tuple[int, ...] = ()
    preliminary: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Largest(Contest[Ranked]):
    """The lists of an election, most seats first: `accounted` are the seats of all, `size` all that it filled."""

    ROWS = "lists"
    LINE = "{rows} lists, {0.accounted} of {0.size} seats ({0.election.date})"
    FIELDS = (
        *("asked", "election", "body=election.fills", "data_version", "size", "accounted", "lists", "sources"),
        "notes",
    )

    asked: str | None
    election: Election
    data_version: str
    lists: tuple[Ranked, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]

    @property
    def size(self) -> int | None:
        """All seats that the election filled; None where nobody states them."""
        return self.election.seats

    @property
    def accounted(self) -> int:
        """The seats of these lists, disputed ones with their smallest number."""
        return sum(item.seats for item in self.lists)

    @property
    def missing(self) -> int | None:
        """Seats that are not accounted for; None where nobody states how many there are."""
        return None if self.size is None else max(self.size - self.accounted, 0)


def largest(graph: GraphView, election: str | Election | None = None) -> Largest:
    """Every list of an election by the seats that it won in all. Raises UsageError for an unknown one, StoreError."""
    at = graph.election(election)
    totals = totals_of(graph, at)
    found, sources = lists_in_all(graph, at)
    lists = []
    for item in found:
        row, told, place = item.row, item.told, place_of(item.row["id"], totals)
        lists.append(
            Ranked(
                id=row["id"],
                name=row["name"],
                kind=row["kind"],
                seats=told.seats,
                most=told.most,
                share=told.seats / at.seats if at.seats else None,
                rank=place.rank if place else None,
                tied_with=place.tied_with if place else (),
                places=row["provinces"] if row["placed"] == told.seats else None,
                standing=item.standing,
                disputed=told.seats != told.most,
                statements=item.evidence.statements,
                locators=item.evidence.locators,
                others=told.others,
                preliminary=item.preliminary,
            )
        )
    answer = Largest(None, at, graph.data_version, tuple(lists), sorted_sources(sources.values()), at.notes)
    notes = [Note("missing", {"missing": answer.missing, "size": at.seats})] if answer.missing and at.body else []
    notes += [Note("preliminary_count")] if any(item.preliminary for item in lists) else []
    return replace(answer, notes=(*notes, *at.notes))
