"""Who holds the seats of each council of an election, and the place of a list there by seats."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.stores.protocol import Row

from .disputed import Span, place
from .view import GraphView
from .view.elections import Election
from .view.rows import rows_by


class CouncilSeats(NamedTuple):
    """The rows of `council.cypher` of all councils of an election, each list also under `list`."""

    by_list: Mapping[str, Sequence[Row]]
    by_province: Mapping[str, Sequence[Row]]
    places: dict[tuple[str, str], tuple[int | None, tuple[str, ...]]]  # by list and province, as they were asked for

    def place(self, row: Row) -> tuple[int | None, tuple[str, ...]]:
        """The place by seats of the list of a row in its council, and the lists that share it."""
        key = row["list"], row["province"]
        if key not in self.places:
            self.places[key] = place_among(row, self.by_province[row["province"]])
        return self.places[key]


def place_among(row: Row, rows: Iterable[Row]) -> tuple[int | None, tuple[str, ...]]:
    """The place by seats of a list among the rows of all lists of a council, and the lists that share it."""
    spans = {other["id"]: Span(other["seats"], other["most"]) for other in rows if other["id"] != row["id"]}
    return place(Span(row["seats"], row["most"]), spans)


def council_seats(graph: GraphView, election: Election) -> CouncilSeats:
    """The seats of every council of an election, which a view reads once."""
    provinces = [row["id"] for row in graph.every_council(election)]
    found = graph.run("council", province=provinces, election=election.id) if provinces else ()
    rows = [{**row, "list": row["id"]} for row in found]
    return CouncilSeats(rows_by("list", rows), rows_by("province", rows), {})
