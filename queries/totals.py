"""All seats of an election: whether the provinces make them, or what is stated in all is told instead; and places."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.stores.protocol import Row

from .disputed import Span, rank
from .plain import Plain
from .view import GraphView
from .view.elections import Election


@dataclass(frozen=True, slots=True)
class Place(Plain):
    """The place by seats of a list in a whole election; `rank` is None where disputed numbers leave it open."""

    list: str
    rank: int | None
    tied_with: tuple[str, ...]


def whole(election: Election, councils: Iterable[Row]) -> bool:
    """Whether every seat of an election has a province and a list, by the rows of `councils.cypher`."""
    voted = [row for row in councils if not row["no_vote"] or row["accounted"]]
    sizes = [row["council_size"] for row in voted if (row["accounted"] or 0) >= (row["council_size"] or math.inf)]
    all_seats = election.seats if election.body else 0
    return len(sizes) == len(voted) > 0 and all_seats is not None and sum(sizes) >= all_seats


def totals_of(graph: GraphView, election: Election) -> Mapping[str, Span]:
    """The seats of every list in an election: by province where all seats have one, else as stated where they are."""
    complete = whole(election, graph.councils(election))
    found = {}
    for row in graph.house(election):
        seats, most = ("stated", "stated_most") if told_in_all(row, complete) else ("placed", "placed_most")
        found[row["id"]] = Span(row[seats], row[most])
    return {id: total for id, total in found.items() if total.most}


def told_in_all(row: Row, complete: bool) -> bool:
    """Whether what is stated in all is told of a row of `house.cypher`: not where its seats by province are more."""
    return row["stated"] is not None and not complete and row["stated_most"] >= row["placed"]


def place_of(list: str, totals: Mapping[str, Span]) -> Place | None:
    """The place of a list among these totals; None for one without seats."""
    mine = totals.get(list)
    if mine is None:
        return None
    others = {id: total for id, total in totals.items() if id != list}
    ahead = sum(total.seats > mine.most for total in others.values())
    perhaps = sum(total.most > mine.seats for total in others.values())
    return Place(list, rank(ahead, perhaps), tuple(sorted(id for id, total in others.items() if total == mine)))
