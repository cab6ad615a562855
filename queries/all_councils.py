"""All councils side by side: how each divides, and who has a majority in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from graph.stores.protocol import Row

from .council_power import ARITHMETIC, SINGLE_MEMBERS, Scenario, pairs, rows_by_council, scenarios, why_not
from .power import effective_number, majority
from .view import Election, GraphView, SourceLine, sorted_sources


@dataclass(frozen=True, slots=True)
class CouncilLine:
    """A council in the table of all; the measures are None and `scenarios` empty where nothing can be computed."""

    id: str
    name: str
    council_size: int | None
    size_standing: str | None
    accounted: int
    lists: int
    effective_number: Fraction | None
    alone: tuple[str, str] | None  # id and name of the list that has a majority alone
    pairs: int | None
    scenarios: Mapping[str, Scenario]
    why_not: str

    @property
    def majority(self) -> int | None:
        """The seats that are a majority."""
        return majority(self.council_size) if self.council_size else None

    def minimal(self, scenario: str = SINGLE_MEMBERS) -> int | None:
        """The number of minimal winning coalitions in a scenario."""
        return self.scenarios[scenario].power.minimal_winning_coalitions if self.scenarios else None

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "council_size": self.council_size,
            "size_standing": self.size_standing,
            "accounted": self.accounted,
            "majority": self.majority,
            "lists": self.lists,
            "effective_number": None if self.effective_number is None else float(self.effective_number),
            "majority_alone": {"id": self.alone[0], "name": self.alone[1]} if self.alone else None,
            "pairs_with_majority": self.pairs,
            "minimal_winning_coalitions": self.minimal(),
            "scenarios": {
                name: {"minimal_winning_coalitions": scenario.power.minimal_winning_coalitions}
                for name, scenario in self.scenarios.items()
            },
        }


@dataclass(frozen=True, slots=True)
class AllCouncils:
    """Every council that voted, by name, side by side."""

    election: Election
    data_version: str
    councils: tuple[CouncilLine, ...]
    no_vote: tuple[tuple[str, str], ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "election": self.election.to_dict(),
            "data_version": self.data_version,
            "councils": [council.to_dict() for council in self.councils],
            "no_vote": [{"id": id, "name": name} for id, name in self.no_vote],
            "sources": [source.to_dict() for source in self.sources],
            "notes": list(self.notes),
        }


def all_councils(graph: GraphView, election: str | None = None) -> AllCouncils:
    """How each council divides: majority, who has it alone, effective number, minimal winning coalitions.

    Raises UsageError for an unknown election, StoreError where the graph cannot be asked.
    """
    at = graph.election(election)
    rows = rows_by_council(graph, at)
    lines, no_vote = [], []
    for row in graph.councils(at):
        if row["no_vote"] and not row["accounted"]:
            no_vote.append((row["id"], row["name"]))
        else:
            lines.append(_line(row, rows[row["id"]]))
    lines.sort(key=lambda line: (line.name, line.id))
    _, sources = graph.evidence([row["fact"] for found in rows.values() for row in found])
    notes = [f"{line.name}: {line.why_not}" for line in lines if line.why_not]
    missing = [
        f"{line.council_size - line.accounted} of {line.name}"
        for line in lines
        if line.council_size and line.accounted < line.council_size
    ]
    if missing:
        notes.append(
            f"Seats not accounted for count as single members, which is no bound: {', '.join(missing)}. "
            "The effective number is over the seats accounted for."
        )
    inferred = [line.name for line in lines if line.size_standing == "inferred"]
    if inferred:
        notes.append(f"The size is inferred from the seats themselves: {', '.join(inferred)}.")
    notes += at.notes
    return AllCouncils(
        at,
        graph.data_version,
        tuple(lines),
        tuple(sorted(no_vote, key=lambda place: (place[1], place[0]))),
        sorted_sources(sources.values()),
        (*notes, ARITHMETIC),
    )


def _line(row: Row, held: Sequence[Row]) -> CouncilLine:
    seats, size = [item["seats"] for item in held], row["council_size"]
    reason = why_not(seats, size, any(item["disputed"] for item in held))
    known = not reason
    alone = next((item for item in held if known and item["seats"] >= majority(size)), None)
    return CouncilLine(
        row["id"],
        row["name"],
        size,
        row["size_standing"],
        row["accounted"] or 0,
        len(held),
        effective_number(seats) if known else None,
        (alone["list"], alone["name"]) if alone else None,
        len(pairs(seats, majority(size))) if known else None,
        scenarios(seats, size) if known else {},
        reason,
    )
