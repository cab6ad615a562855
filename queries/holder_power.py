"""Power of a name over all councils: of a list, or of what a figure, party, alliance or bloc holds seats through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from graph.model import PROVINCES
from graph.stores.protocol import Row

from .council_power import (
    ARITHMETIC,
    ONE_LIST,
    SINGLE_MEMBERS,
    Scenario,
    figures,
    not_accounted,
    rows_by_council,
    scenarios,
    why_not,
)
from .power import Power, majority
from .ties import SHARED
from .view import GraphView
from .where import SEATS, UNKNOWN, CouncilAnswer, Where


@dataclass(frozen=True, slots=True)
class Block:
    """Lists that are taken as one in a council, and what they come to in each scenario; one list is a block too."""

    lists: tuple[str, ...]
    seats: int
    scenarios: Mapping[str, Scenario]

    @property
    def power(self) -> Power | None:
        """The figures told first; the block stands at position 0."""
        return self.scenarios[SINGLE_MEMBERS].power if self.scenarios else None

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        second = self.scenarios.get(ONE_LIST)
        return {
            "seats": self.seats,
            **figures(self.power, 0),
            "scenarios": {ONE_LIST: figures(second.power, 0)} if second else {},
        }


@dataclass(frozen=True, slots=True)
class HeldCouncil:
    """A council where X holds seats: as `where` counts them, list by list, and with all its lists as one."""

    council: CouncilAnswer
    majority: int | None
    counted: Block
    lists: tuple[tuple[str, str, Block], ...]  # name, relation, the list
    together: Block | None  # None where X has one list there

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        found = self.counted.power
        return {
            "id": self.council.id,
            "name": self.council.name,
            "council_size": self.council.council_size,
            "size_standing": self.council.size_standing,
            "accounted": self.council.accounted,
            "majority": self.majority,
            **self.counted.to_dict(),
            "minimal_winning_coalitions": found.minimal_winning_coalitions if found else None,
            "lists": [
                {"id": block.lists[0], "name": name, "relation": relation, **block.to_dict()}
                for name, relation, block in self.lists
            ],
            "together": {"lists": list(self.together.lists), **self.together.to_dict()} if self.together else None,
            "sources": list(self.council.sources),
        }


@dataclass(frozen=True, slots=True)
class Summary:
    """What X comes to over the councils where it holds seats; means are over those that could be computed."""

    councils: int
    computed: int
    mean_share: Fraction | None
    mean_banzhaf: Fraction | None
    mean_shapley_shubik: Fraction | None
    majority_alone: tuple[str, ...]
    powerless: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "councils": self.councils,
            "computed": self.computed,
            "mean_share": None if self.mean_share is None else float(self.mean_share),
            "mean_banzhaf": None if self.mean_banzhaf is None else float(self.mean_banzhaf),
            "mean_shapley_shubik": None if self.mean_shapley_shubik is None else float(self.mean_shapley_shubik),
            "majority_alone": list(self.majority_alone),
            "powerless": list(self.powerless),
        }


@dataclass(frozen=True, slots=True)
class HolderInfluence:
    """Power of a list, or of what a party, alliance, bloc or figure holds seats through; shared lists never count."""

    where: Where
    councils: tuple[HeldCouncil, ...]
    summary: Summary
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON, in the order of DESIGN.md section 5."""
        return {
            "asked": self.where.asked,
            "subject": self.where.subject.to_dict(),
            "election": self.where.election.to_dict(),
            "data_version": self.where.data_version,
            "status": self.where.status,
            "totals": self.where.totals,
            "councils": [council.to_dict() for council in self.councils],
            "summary": self.summary.to_dict(),
            "sources": [source.to_dict() for source in self.where.sources],
            "notes": list(self.notes),
        }


def of_holder(graph: GraphView, held: Where) -> HolderInfluence:
    """Power of a name in each council where it holds seats, and over all of them."""
    rows = rows_by_council(graph, held.election)
    councils = tuple(_held(answer, held, rows[answer.id]) for answer in held.provinces if answer.status == SEATS)
    done = [(council.council, found) for council in councils if (found := council.counted.power)]
    summary = Summary(
        len(councils),
        len(done),
        _mean([Fraction(found.seats[0], sum(found.seats)) for _, found in done]),
        _mean([found.banzhaf[0] for _, found in done]),
        _mean([found.shapley_shubik[0] for _, found in done]),
        tuple(council.id for council, found in done if found.majority_alone[0]),
        tuple(council.id for council, found in done if not found.banzhaf[0]),
    )
    return HolderInfluence(held, councils, summary, (*_holder_notes(graph, held, councils), ARITHMETIC))


def _mean(values: Sequence[Fraction]) -> Fraction | None:
    return sum(values, Fraction(0)) / len(values) if values else None


def _held(answer: CouncilAnswer, held: Where, rows: Sequence[Row]) -> HeldCouncil:
    size = answer.council_size
    computable = not why_not([row["seats"] for row in rows], size, any(row["disputed"] for row in rows))

    def block(lists: Sequence[str]) -> Block:
        own = sum(row["seats"] for row in rows if row["list"] in lists)
        others = [row["seats"] for row in rows if row["list"] not in lists]
        return Block(tuple(lists), own, scenarios([own, *others], size) if computable and size else {})

    mine = {item.id: item for item in answer.lists if item.relation != SHARED}
    # As in `where`: own seats where there are any, else led, else a bloc's; the three are never added.
    first = next(name for name, total in held.totals.items() if any(item.relation == name for item in mine.values()))
    return HeldCouncil(
        answer,
        majority(size) if size else None,
        block([id for id, item in mine.items() if item.relation == first]),
        tuple((item.name, item.relation, block([id])) for id, item in mine.items()),
        block(list(mine)) if len(mine) > 1 else None,
    )


def _holder_notes(graph: GraphView, held: Where, councils: Sequence[HeldCouncil]) -> list[str]:
    subject = held.subject.candidate
    notes = []
    place = graph.resolver.resolve(held.asked, PROVINCES).candidates
    if place:
        notes.append(f"{held.asked} is also a name of the province {place[0].name}: majlis influence {place[0].id}")
    if held.status != SEATS:
        return notes + list(held.notes)
    shared = [item.name for item in held.lists if item.relation == SHARED]
    if shared:
        notes.append(f"Lists that {subject.name} shares do not count, its part is unknown: {', '.join(shared)}.")
    several = [council.council.name for council in councils if council.together]
    if several:
        notes.append(f"Several of these lists are in {', '.join(several)}: there they are also taken as one list.")
    open_seats = [council.name for council in held.provinces if council.status == UNKNOWN]
    if open_seats:
        notes.append(f"Not known whether it has seats: {', '.join(open_seats)}.")
    for council in councils:
        answer = council.council
        if not council.counted.scenarios:
            notes.append(f"{answer.name}: no power is computed, its size is not known or its seats are disputed.")
        elif answer.missing:
            notes.append(f"{answer.name}: {not_accounted(answer.missing)}.")
    inferred = [council.council.name for council in councils if council.council.size_standing == "inferred"]
    if inferred:
        notes.append(f"The size is inferred from the seats themselves: {', '.join(inferred)}.")
    notes += held.election.notes
    return notes
