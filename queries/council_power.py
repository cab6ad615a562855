"""Power in one council: who could turn its majority, with the seats that nobody is known to hold.

The majority is of the council's size, reserved seats included. Seats that are not accounted for are counted
in two named scenarios, which are no bounds: as single members, and as one list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import Any

from graph.stores.protocol import Row

from .power import Power, coalitions, effective_number, majority, pairs_with_majority, power
from .view import Election, GraphView
from .who import NO_VOTE, Holder, Who

ARITHMETIC = (
    "Arithmetic, not influence: it assumes that a list votes as one and that all coalitions are equally likely."
)
SINGLE_MEMBERS, ONE_LIST = "single_members", "one_list"
LISTED = 10  # minimal winning coalitions listed, unless asked otherwise


@dataclass(frozen=True, slots=True)
class Scenario:
    """A council with the seats that are not accounted for counted in one way.

    `power` has the lists in their order, then `unaccounted`: the seats of each of those who are not known.
    """

    unaccounted: tuple[int, ...]
    power: Power

    def to_dict(self, ids: Sequence[str]) -> dict[str, Any]:
        """For JSON; `ids` are the lists'."""
        found = self.power
        return {
            "effective_number": float(found.effective_number),
            "minimal_winning_coalitions": found.minimal_winning_coalitions,
            "lists": [{"id": id, **figures(found, at)} for at, id in enumerate(ids)],
            "unaccounted": [
                {"seats": seats, **figures(found, at)} for at, seats in enumerate(self.unaccounted, len(ids))
            ],
        }


@dataclass(frozen=True, slots=True)
class Coalition:
    """A minimal winning coalition of these lists and `unaccounted` single members.

    It is told once and counts `ways` times, once for each choice of those members.
    """

    lists: tuple[str, ...]
    unaccounted: int
    seats: int
    ways: int

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"lists": list(self.lists), "unaccounted": self.unaccounted, "seats": self.seats, "ways": self.ways}


@dataclass(frozen=True, slots=True)
class CouncilInfluence:
    """Power in one council. Where it cannot be computed `scenarios` is empty and a note says why.

    `effective_number` is over the seats accounted for; each scenario has its own, over the whole council.
    """

    council: Who
    effective_number: Fraction | None
    coalitions: tuple[Coalition, ...]
    pairs_with_majority: tuple[tuple[str, str], ...]
    scenarios: Mapping[str, Scenario]
    notes: tuple[str, ...]

    @property
    def power(self) -> Power | None:
        """The figures told first: seats not accounted for as single members."""
        return self.scenarios[SINGLE_MEMBERS].power if self.scenarios else None

    @property
    def alone(self) -> Holder | None:
        """The list that has a majority alone."""
        found = self.power
        return next((item for at, item in enumerate(self.council.lists) if found and found.majority_alone[at]), None)

    def to_dict(self) -> dict[str, Any]:
        """For JSON, in the order of DESIGN.md section 5."""
        council, found = self.council, self.power
        ids = [item.id for item in council.lists]
        place = council.subject.candidate
        return {
            "asked": council.asked,
            "province": {"id": place.id, "name": place.name},
            "election": council.election.to_dict(),
            "data_version": council.data_version,
            "status": council.status,
            "council_size": council.council_size,
            "size_standing": council.size_standing,
            "accounted": council.accounted,
            "majority": council.majority,
            "majority_alone": self.alone.id if self.alone else None,
            "pairs_with_majority": [list(pair) for pair in self.pairs_with_majority] if found else None,
            "effective_number": None if self.effective_number is None else float(self.effective_number),
            "minimal_winning_coalitions": found.minimal_winning_coalitions if found else None,
            "coalitions": [item.to_dict() for item in self.coalitions],
            "lists": [
                {
                    "id": item.id,
                    "name": item.name,
                    "kind": item.kind,
                    "seats": item.seats,
                    "share": item.share,
                    "reserved_for": item.reserved_for,
                    "standing": item.standing,
                    "disputed": item.disputed,
                    **figures(found, at),
                    "statements": list(item.statements),
                }
                for at, item in enumerate(council.lists)
            ],
            "scenarios": {name: scenario.to_dict(ids) for name, scenario in self.scenarios.items()},
            "sources": [source.to_dict() for source in council.sources],
            "notes": list(self.notes),
        }


def scenarios(seats: Sequence[int], size: int) -> dict[str, Scenario]:
    """The two scenarios of a council of this size whose lists hold these seats: each has all `size` seats."""
    missing = size - sum(seats)
    parts = {SINGLE_MEMBERS: (1,) * missing, ONE_LIST: (missing,) if missing else ()}
    return {name: Scenario(rest, power((*seats, *rest), majority(size))) for name, rest in parts.items()}


def in_council(council: Who, limit: int) -> CouncilInfluence:
    """Power in this council, with at most `limit` of its minimal winning coalitions."""
    seats, size = [item.seats for item in council.lists], council.council_size
    reason = why_not(seats, size, any(item.disputed for item in council.lists))
    if council.status == NO_VOTE or reason or size is None:
        notes = (*council.notes, reason) if council.status != NO_VOTE else council.notes
        return CouncilInfluence(council, None, (), (), {}, (*notes, ARITHMETIC))
    found = scenarios(seats, size)
    quota, players = majority(size), found[SINGLE_MEMBERS].power.seats
    ids = [item.id for item in council.lists]
    missing = size - sum(seats)
    notes = council.notes
    if missing:
        notes = (
            *notes,
            f"{not_accounted(missing)}; as one list is the second scenario. Neither is a bound: "
            "they may also be a named list's. The effective number is over the seats accounted for.",
        )
    listed = []
    for members in coalitions(players, quota, limit, alike=missing):
        named = [at for at in members if at < len(ids)]
        others = len(members) - len(named)
        won = sum(seats[at] for at in named) + others
        listed.append(Coalition(tuple(ids[at] for at in named), others, won, comb(missing, others)))
    return CouncilInfluence(
        council,
        effective_number(seats),
        tuple(listed),
        tuple((ids[a], ids[b]) for a, b in pairs(seats, quota)),
        found,
        (*notes, ARITHMETIC),
    )


def pairs(seats: Sequence[int], quota: int) -> tuple[tuple[int, int], ...]:
    """The pairs of lists with a majority; none where all lists together have none."""
    return pairs_with_majority(seats, quota) if sum(seats) >= quota else ()


def not_accounted(missing: int) -> str:
    """In words: how so many seats that nobody is known to hold are counted."""
    seats = "1 seat not accounted for counts" if missing == 1 else f"{missing} seats not accounted for count"
    return f"{seats} as single members"


def why_not(seats: Sequence[int], size: int | None, disputed: bool) -> str:
    """Why no power can be computed; empty where it can."""
    if size is None:
        return "No power is computed: without the size of the council nobody knows what a majority is."
    if disputed:
        return "No power is computed: sources dispute the seats of a list in this council."
    if sum(seats) > size:
        return "No power is computed: the lists have more seats than the council."
    return "" if seats else "No power is computed: no seat of this council is accounted for."


def figures(found: Power | None, at: int) -> dict[str, Any]:
    """The measures of the list at a position, for JSON."""
    if found is None:
        return dict.fromkeys(("banzhaf", "shapley_shubik", "in_minimal_winning", "majority_alone"))
    return {
        "banzhaf": float(found.banzhaf[at]),
        "shapley_shubik": float(found.shapley_shubik[at]),
        "in_minimal_winning": found.in_minimal_winning[at],
        "majority_alone": found.majority_alone[at],
    }


def rows_by_council(graph: GraphView, election: Election) -> dict[str, list[Row]]:
    """The rows of the query `seats_by_council`, by province."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in graph.run("seats_by_council", election=election.id):
        found[row["province"]].append(row)
    return found
