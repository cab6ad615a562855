"""Power in a council, and all councils side by side: who could turn a majority, whoever has the seats not known.

The majority is of the council's size, reserved seats included. Seats that are not accounted for are counted
in two named scenarios, which are no bounds: as single members, and as one list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import Any

from graph.kinds import Standing
from graph.stores.protocol import Row

from ..plain import Named, Note, Plain
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import SourceLine, sorted_sources
from ..view.rows import made, rows_by
from ..who.answer import NO_VOTE, Holder, Who
from .indices import Power, coalitions, effective_number, majority, pairs_with_majority, power
from .majority import Reach

ARITHMETIC = Note("arithmetic")
SINGLE_MEMBERS, ONE_LIST = "single_members", "one_list"
LISTED = 10  # minimal winning coalitions listed, unless asked otherwise


@dataclass(frozen=True, slots=True)
class Figures(Plain):
    """The measures of one list in a council; None where they cannot be computed."""

    banzhaf: Fraction | None = None
    shapley_shubik: Fraction | None = None
    in_minimal_winning: int | None = None
    majority_alone: bool | None = None


FIGURES = ("banzhaf", "shapley_shubik", "in_minimal_winning", "majority_alone")


@dataclass(frozen=True, slots=True)
class Scenario(Plain):
    """A council with the seats that are not accounted for counted in one way.

    `power` has the lists in their order, then `unaccounted`: the seats of each of those who are not known.
    """

    FIELDS = ("power.effective_number", "power.minimal_winning_coalitions", "lists=named", "unaccounted=others")

    lists: tuple[str, ...]
    unaccounted: tuple[int, ...]
    power: Power

    @property
    def named(self) -> list[dict[str, Any]]:
        """The measures of each list, as JSON has them."""
        return [{"id": id} | figures(self.power, at).to_dict() for at, id in enumerate(self.lists)]

    @property
    def others(self) -> list[dict[str, Any]]:
        """The measures of those who are not known, as JSON has them."""
        rest = enumerate(self.unaccounted, len(self.power.seats) - len(self.unaccounted))
        return [{"seats": seats} | figures(self.power, at).to_dict() for at, seats in rest]


@dataclass(frozen=True, slots=True)
class Coalition(Plain):
    """A minimal winning coalition of these lists and `unaccounted` single members.

    It is told once and counts `ways` times, once for each choice of those members.
    """

    lists: tuple[str, ...]
    unaccounted: int
    seats: int
    ways: int


@dataclass(frozen=True, slots=True, repr=False)
class CouncilInfluence(Plain):
    """Power in one council. Where it cannot be computed `scenarios` is empty and a note says why.

    `effective_number` is over the seats accounted for; each scenario has its own, over the whole council. `blocs` are,
    of a house, those with lists in it, and whether they reach a majority.
    """

    ROWS = "lists"
    LINE = "{0.council.subject.candidate.name}: {rows} lists ({0.council.election.date})"
    FIELDS = (
        *("council.asked", "province=council.subject.named", "council.election", "council.data_version"),
        *("council.status", "council.council_size", "council.size_standing", "council.accounted", "council.majority"),
        *("majority_alone", "pairs_with_majority=pairs", "effective_number", "minimal_winning_coalitions"),
        *("coalitions", "lists", "blocs", "scenarios", "council.sources", "notes"),
    )
    OPTIONAL = ("blocs",)

    council: Who
    effective_number: Fraction | None
    coalitions: tuple[Coalition, ...]
    pairs_with_majority: tuple[tuple[str, str], ...]
    scenarios: Mapping[str, Scenario]
    notes: tuple[Note, ...]
    blocs: tuple[Reach, ...] | None = None

    @property
    def basis(self) -> Who:
        """The answer that it is computed from: its subject, its sources."""
        return self.council

    @property
    def power(self) -> Power | None:
        """The figures told first: seats not accounted for as single members."""
        return self.scenarios[SINGLE_MEMBERS].power if self.scenarios else None

    @property
    def alone(self) -> Holder | None:
        """The list that has a majority alone."""
        found = self.power
        return next((item for at, item in enumerate(self.council.lists) if found and found.majority_alone[at]), None)

    @property
    def majority_alone(self) -> str | None:
        """The id of the list that has a majority alone."""
        return self.alone.id if self.alone else None

    @property
    def pairs(self) -> tuple[tuple[str, str], ...] | None:
        """The pairs of lists with a majority; None where that cannot be computed."""
        return self.pairs_with_majority if self.power else None

    @property
    def minimal_winning_coalitions(self) -> int | None:
        """How many there are; None where that cannot be computed."""
        return self.power.minimal_winning_coalitions if self.power else None

    @property
    def lists(self) -> list[dict[str, Any]]:
        """The lists with their measures, as JSON has them."""
        known = "id name kind seats most others preliminary share reserved_for standing disputed".split()
        return [
            {name: getattr(item, name) for name in known}
            | figures(self.power, at).to_dict()
            | {"statements": item.statements}
            for at, item in enumerate(self.council.lists)
        ]


@dataclass(frozen=True, slots=True)
class CouncilLine(Plain):
    """A council in the table of all; the measures are None and `scenarios` empty where nothing can be computed."""

    FIELDS = (
        *("id", "name", "council_size", "size_standing", "accounted", "majority", "lists", "effective_number"),
        *("majority_alone=alone", "pairs_with_majority=pairs", "minimal_winning_coalitions", "scenarios=counted"),
    )

    id: str
    name: str
    council_size: int | None
    size_standing: str | None
    accounted: int
    lists: int
    effective_number: Fraction | None
    alone: Named | None  # the list that has a majority alone
    pairs: int | None
    scenarios: Mapping[str, Scenario]
    why_not: Note | None

    @property
    def majority(self) -> int | None:
        """The seats that are a majority."""
        return majority(self.council_size) if self.council_size else None

    def minimal(self, scenario: str = SINGLE_MEMBERS) -> int | None:
        """The number of minimal winning coalitions in a scenario."""
        return self.scenarios[scenario].power.minimal_winning_coalitions if self.scenarios else None

    @property
    def minimal_winning_coalitions(self) -> int | None:
        """Their number with seats that are not accounted for as single members."""
        return self.minimal()

    @property
    def counted(self) -> Mapping[str, Mapping[str, int | None]]:
        """Their number in each scenario, as JSON has it."""
        return {name: {"minimal_winning_coalitions": self.minimal(name)} for name in self.scenarios}


@dataclass(frozen=True, slots=True, repr=False)
class AllCouncils(Plain):
    """Every council that voted, by name, side by side."""

    ROWS = "councils"
    LINE = "{rows} councils ({0.election.date})"

    election: Election
    data_version: str
    councils: tuple[CouncilLine, ...]
    no_vote: tuple[Named, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]


def in_council(council: Who, limit: int) -> CouncilInfluence:
    """Power in this council, with at most `limit` of its minimal winning coalitions."""
    seats, size = [item.seats for item in council.lists], council.council_size
    reason = why_not(seats, size, any(item.disputed for item in council.lists))
    if council.election.body and council.province:
        reason = Note("no_power_constituency", {"body": council.election.body})
    if council.status == NO_VOTE or reason or size is None:
        notes = (reason,) if reason and council.status != NO_VOTE else ()
        return CouncilInfluence(council, None, (), (), {}, (*council.notes, *notes, ARITHMETIC))
    ids = [item.id for item in council.lists]
    found = scenarios(seats, size, ids)
    quota, missing = majority(size), size - sum(seats)
    listed = []
    for members in coalitions(found[SINGLE_MEMBERS].power.seats, quota, limit, alike=missing):
        named = [at for at in members if at < len(ids)]
        others = len(members) - len(named)
        won = sum(seats[at] for at in named) + others
        listed.append(Coalition(tuple(ids[at] for at in named), others, won, comb(missing, others)))
    open_seats = (Note("open_seats", {"counted": as_single_members(missing)}),) if missing else ()
    differ = (Note("power_of_first"),) if any(item.others for item in council.lists) else ()
    return CouncilInfluence(
        council,
        effective_number(seats),
        tuple(listed),
        tuple((ids[a], ids[b]) for a, b in pairs(seats, quota)),
        found,
        (*council.notes, *open_seats, *differ, ARITHMETIC),
    )


def all_councils(graph: GraphView, election: str | Election | None = None) -> AllCouncils:
    """How each council divides: majority, who has it alone, effective number, minimal winning coalitions.

    Raises UsageError for an unknown election, StoreError where the graph cannot be asked.
    """
    at = graph.election(election)
    rows = rows_by("province", graph.run("seats_by_council", election=at.id))
    councils = sorted(graph.councils(at), key=lambda row: (row["name"], row["id"]))
    away = [row for row in councils if row["no_vote"] and not row["accounted"]]
    lines = tuple(_line(row, rows[row["id"]]) for row in councils if row not in away)
    _, sources = graph.evidence([row["fact"] for found in rows.values() for row in found])
    return AllCouncils(
        at,
        graph.data_version,
        lines,
        tuple(Named(row["id"], row["name"]) for row in away),
        sorted_sources(sources.values()),
        (*_notes(lines), *at.notes, ARITHMETIC),
    )


def _line(row: Row, held: Sequence[Row]) -> CouncilLine:
    seats, size = [item["seats"] for item in held], row["council_size"]
    reason = why_not(seats, size, any(item["disputed"] for item in held))
    alone = next((item for item in held if not reason and item["seats"] >= majority(size)), None)
    return made(
        CouncilLine,
        row,
        accounted=row["accounted"] or 0,
        lists=len(held),
        effective_number=None if reason else effective_number(seats),
        alone=Named(alone["list"], alone["name"]) if alone else None,
        pairs=None if reason else len(pairs(seats, majority(size))),
        scenarios={} if reason else scenarios(seats, size, [item["list"] for item in held]),
        why_not=reason,
    )


def _notes(lines: Sequence[CouncilLine]) -> Iterator[Note]:
    for line in lines:
        if line.why_not:
            yield Note("of_council", {"province": Named(line.id, line.name), "note": line.why_not})
    missing = tuple(
        Note("seats_of", {"seats": line.council_size - line.accounted, "province": Named(line.id, line.name)})
        for line in lines
        if line.council_size and line.accounted < line.council_size
    )
    if missing:
        yield Note("open_in_councils", {"missing": missing})
    inferred = tuple(Named(line.id, line.name) for line in lines if line.size_standing == Standing.INFERRED)
    if inferred:
        yield Note("sizes_inferred", {"provinces": inferred})


def scenarios(seats: Sequence[int], size: int, lists: Sequence[str] = ()) -> dict[str, Scenario]:
    """The two scenarios of a council of this size whose lists hold these seats: each has all `size` seats."""
    missing = size - sum(seats)
    parts = {SINGLE_MEMBERS: (1,) * missing, ONE_LIST: (missing,) if missing else ()}
    return {name: Scenario(tuple(lists), rest, power((*seats, *rest), majority(size))) for name, rest in parts.items()}


def pairs(seats: Sequence[int], quota: int) -> tuple[tuple[int, int], ...]:
    """The pairs of lists with a majority; none where all lists together have none."""
    return pairs_with_majority(seats, quota) if sum(seats) >= quota else ()


def as_single_members(missing: int) -> Note:
    """How so many seats that nobody is known to hold are counted."""
    return Note("single_member" if missing == 1 else "single_members", {"seats": missing})


def why_not(seats: Sequence[int], size: int | None, disputed: bool) -> Note | None:
    """Why no power can be computed; None where it can."""
    if size is None:
        return Note("no_power_size")
    if disputed:
        return Note("no_power_disputed")
    if sum(seats) > size:
        return Note("no_power_excess")
    return None if seats else Note("no_power_seats")


def figures(found: Power | None, at: int) -> Figures:
    """The measures of the list at a position."""
    return Figures(*(getattr(found, name)[at] for name in FIGURES)) if found else Figures()
