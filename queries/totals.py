"""All seats of an election: whether the provinces make them, or what is stated in all must be told instead."""

from __future__ import annotations

import math
from collections.abc import Iterable

from graph.stores.protocol import Row

from .view import Election


def whole(election: Election, councils: Iterable[Row]) -> bool:
    """Whether every seat of an election has a province and a list, by the rows of `councils.cypher`."""
    voted = [row for row in councils if not row["no_vote"] or row["accounted"]]
    sizes = [row["council_size"] for row in voted if (row["accounted"] or 0) >= (row["council_size"] or math.inf)]
    all_seats = election.seats if election.body else 0
    return len(sizes) == len(voted) > 0 and all_seats is not None and sum(sizes) >= all_seats
