"""Power in a council, of a name over all councils, and in all councils side by side.

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

from graph.errors import CannotAnswerError
from graph.model import PROVINCES, Kind
from graph.store import Row

from .graph import AskedGraph, Election, SourceLine, sorted_sources
from .power import Power, coalitions, effective_number, majority, pairs_with_majority, power
from .ties import SHARED, holds_at
from .where import SEATS, UNKNOWN, CouncilAnswer, Where, where
from .who import NO_VOTE, Holder, Who, council_of

ARITHMETIC = (
    "Arithmetic, not influence: it assumes that a list votes as one and that all coalitions are equally likely."
)
BETWEENNESS = (
    "It says how often a figure lies on the shortest chains of leading and membership between two others in "
    "these data; it says nothing of contacts that no source reports, nor of what passes along a chain."
)
SINGLE_MEMBERS, ONE_LIST = "single_members", "one_list"
LISTED = 10  # minimal winning coalitions listed, unless asked otherwise


# --- A council ----------------------------------------------------------------------------------------


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
            "lists": [{"id": id, **_figures(found, at)} for at, id in enumerate(ids)],
            "unaccounted": [
                {"seats": seats, **_figures(found, at)} for at, seats in enumerate(self.unaccounted, len(ids))
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
                    **_figures(found, at),
                    "statements": list(item.statements),
                }
                for at, item in enumerate(council.lists)
            ],
            "scenarios": {name: scenario.to_dict(ids) for name, scenario in self.scenarios.items()},
            "sources": [source.to_dict() for source in council.sources],
            "notes": list(self.notes),
        }


def influence(
    graph: AskedGraph, asked: str, election: str | None = None, limit: int = LISTED
) -> CouncilInfluence | HolderInfluence:
    """Power in the council of a province, with at most `limit` of its coalitions, or of a name over all councils.

    A word that is both a province's and a holder's means the holder, as everywhere; a note then says so.
    Raises CannotAnswerError for an unknown or ambiguous name, UsageError for an unknown election, StoreError.
    """
    try:
        graph.read_holder(asked)
    except CannotAnswerError as error:
        if error.answer["error"] != "province":
            raise
        return _in_council(council_of(graph, asked, election), limit)
    return _of_holder(graph, where(graph, asked, election))


def scenarios(seats: Sequence[int], size: int) -> dict[str, Scenario]:
    """The two scenarios of a council of this size whose lists hold these seats: each has all `size` seats."""
    missing = size - sum(seats)
    parts = {SINGLE_MEMBERS: (1,) * missing, ONE_LIST: (missing,) if missing else ()}
    return {name: Scenario(rest, power((*seats, *rest), majority(size))) for name, rest in parts.items()}


def _in_council(council: Who, limit: int) -> CouncilInfluence:
    seats, size = [item.seats for item in council.lists], council.council_size
    why_not = _why_not(seats, size, any(item.disputed for item in council.lists))
    if council.status == NO_VOTE or why_not or size is None:
        notes = (*council.notes, why_not) if council.status != NO_VOTE else council.notes
        return CouncilInfluence(council, None, (), (), {}, (*notes, ARITHMETIC))
    found = scenarios(seats, size)
    quota, players = majority(size), found[SINGLE_MEMBERS].power.seats
    ids = [item.id for item in council.lists]
    missing = size - sum(seats)
    notes = council.notes
    if missing:
        notes = (
            *notes,
            f"{_not_accounted(missing)}; as one list is the second scenario. Neither is a bound: "
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
        tuple((ids[a], ids[b]) for a, b in _pairs(seats, quota)),
        found,
        (*notes, ARITHMETIC),
    )


def _pairs(seats: Sequence[int], quota: int) -> tuple[tuple[int, int], ...]:
    """The pairs of lists with a majority; none where all lists together have none."""
    return pairs_with_majority(seats, quota) if sum(seats) >= quota else ()


def _not_accounted(missing: int) -> str:
    seats = "1 seat not accounted for counts" if missing == 1 else f"{missing} seats not accounted for count"
    return f"{seats} as single members"


def _why_not(seats: Sequence[int], size: int | None, disputed: bool) -> str:
    """Why no power can be computed; empty where it can."""
    if size is None:
        return "No power is computed: without the size of the council nobody knows what a majority is."
    if disputed:
        return "No power is computed: sources dispute the seats of a list in this council."
    if sum(seats) > size:
        return "No power is computed: the lists have more seats than the council."
    return "" if seats else "No power is computed: no seat of this council is accounted for."


def _figures(found: Power | None, at: int) -> dict[str, Any]:
    """The measures of the list at a position, for JSON."""
    if found is None:
        return dict.fromkeys(("banzhaf", "shapley_shubik", "in_minimal_winning", "majority_alone"))
    return {
        "banzhaf": float(found.banzhaf[at]),
        "shapley_shubik": float(found.shapley_shubik[at]),
        "in_minimal_winning": found.in_minimal_winning[at],
        "majority_alone": found.majority_alone[at],
    }


# --- A name over all councils -------------------------------------------------------------------------


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
            **_figures(self.power, 0),
            "scenarios": {ONE_LIST: _figures(second.power, 0)} if second else {},
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


def _of_holder(graph: AskedGraph, held: Where) -> HolderInfluence:
    rows = _rows_by_council(graph, held.election)
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
    computable = not _why_not([row["seats"] for row in rows], size, any(row["disputed"] for row in rows))

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


def _holder_notes(graph: AskedGraph, held: Where, councils: Sequence[HeldCouncil]) -> list[str]:
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
            notes.append(f"{answer.name}: {_not_accounted(answer.missing)}.")
    inferred = [council.council.name for council in councils if council.council.size_standing == "inferred"]
    if inferred:
        notes.append(f"The size is inferred from the seats themselves: {', '.join(inferred)}.")
    notes.append(f"Seats as won on {held.election.date}; what changed later is not tracked.")
    return notes


# --- All councils -------------------------------------------------------------------------------------


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


def all_councils(graph: AskedGraph, election: str | None = None) -> AllCouncils:
    """How each council divides: majority, who has it alone, effective number, minimal winning coalitions.

    Raises UsageError for an unknown election, StoreError where the graph cannot be asked.
    """
    at = graph.election(election)
    rows = _rows_by_council(graph, at)
    lines, no_vote = [], []
    for row in graph.run("councils", election=at.id):
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
    notes.append(f"Seats as won on {at.date}; what changed later is not tracked.")
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
    why_not = _why_not(seats, size, any(item["disputed"] for item in held))
    known = not why_not
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
        len(_pairs(seats, majority(size))) if known else None,
        scenarios(seats, size) if known else {},
        why_not,
    )


def _rows_by_council(graph: AskedGraph, election: Election) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in graph.run("seats_by_council", election=election.id):
        found[row["province"]].append(row)
    return found


# --- The affiliation graph ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Between:
    """A figure and its betweenness: 0 to 1, the part of all pairs of others that it lies between."""

    id: str
    name: str
    betweenness: float

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"id": self.id, "name": self.name, "betweenness": self.betweenness}


def betweenness(graph: AskedGraph, election: str | None = None) -> tuple[Between, ...]:
    """The betweenness of all figures that lead or joined anything, the highest first (Freeman 1977).

    `BETWEENNESS` says what it means. The graph has figures, parties, lists, alliances and blocs, and an edge
    without direction for each leading and membership that holds at the election; forecasts are no edges.
    """
    import networkx  # noqa: PLC0415 - takes 0.3 s to import

    at = graph.election(election)
    ties: networkx.Graph[str] = networkx.Graph()
    figures: dict[str, str] = {}
    for row in graph.run("affiliations"):
        if holds_at(row["since"], row["until"], at.date):
            ties.add_edge(row["a"], row["b"])
            if row["a_kind"] == Kind.FIGURE.value:
                figures[row["a"]] = row["a_name"]
    found = networkx.betweenness_centrality(ties)
    rows = [Between(id, name, round(found[id], 12)) for id, name in figures.items()]
    return tuple(sorted(rows, key=lambda row: (-row.betweenness, row.id)))
