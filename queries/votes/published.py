"""What is published of a constituency: the votes of its lists, stage by stage, and their seats."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graph.kinds import COUNCIL_SIZE, HOLDS_SEATS, TOTAL_SEATS, Kind, Standing
from graph.laws import GENERAL
from graph.stores.protocol import Row

from ..checking.facts import Facts
from ..plain import Named
from ..view import GraphView
from ..view.elections import Election

VOTES = "votes"
_STAGES = tuple(standing.value for standing in sorted(Standing, key=lambda one: one.rank))


@dataclass(slots=True)
class Stage:
    """The votes that sources give at one stage of the count (a standing): of each list every number that stands.

    `shares` are the parts of the ballots that these sources had counted, where they say so.
    """

    standing: str
    votes: dict[str, frozenset[float]] = field(default_factory=dict)
    shares: frozenset[float] = frozenset()
    sources: frozenset[str] = frozenset()

    @property
    def differing(self) -> tuple[str, ...]:
        """The lists for which more than one number stands."""
        return tuple(id for id, numbers in self.votes.items() if len(numbers) > 1)


@dataclass(frozen=True, slots=True)
class Published:
    """A constituency as sources have it: its general seats, and the general seats of each list.

    `seats` are stated: every number that stands; `listed` are those on a list of members, where no source states any.
    """

    place: Named
    size: int | None
    seats: Mapping[str, frozenset[int]]
    listed: Mapping[str, int]
    stages: tuple[Stage, ...]  # the strongest standing first

    @property
    def holders(self) -> frozenset[str]:
        """The lists that have general seats, stated or listed."""
        stated = {id for id, numbers in self.seats.items() if max(numbers)}
        return frozenset(stated | self.listed.keys())

    @property
    def missing(self) -> int | None:
        """The general seats without a list, stated or listed; None where their number is not known."""
        known = sum(max(numbers) for numbers in self.seats.values()) + sum(self.listed.values())
        return None if self.size is None else max(self.size - known, 0)

    def numbers(self, id: str) -> frozenset[int]:
        """The general seats that a list is published to have; none where all have another list."""
        return self.seats.get(id, frozenset({self.listed.get(id, 0)}))


def published(graph: GraphView, election: Election) -> tuple[tuple[Published, ...], frozenset[str]]:
    """Every constituency of an election, by name; and the lists that are one person."""
    known = graph.once(Facts, election)
    claims: dict[str, list[Row]] = defaultdict(list)
    persons = set()
    for claim in known.claims:
        if claim["object"] is not None and claim["subject"] is not None and claim["predicate"] in (VOTES, HOLDS_SEATS):
            claims[claim["object"]].append(claim)
            found = graph.resolver.candidate(claim["subject"])
            if found and found.kind is Kind.FIGURE:
                persons.add(found.id)
    counted: dict[str, set[float]] = defaultdict(set)
    for claim in known.claims:
        if claim["predicate"] == "counted" and claim["value"] is not None:
            counted[claim["source"]].add(claim["value"])
    members: dict[str, dict[str, int]] = defaultdict(dict)
    for row in graph.members(election):
        members[row["province"]][row["list"]] = row["members"]
    places = [
        _place(known, row, claims[row["id"]], members[row["id"]], counted)
        for row in known.councils
        if row["accounted"] is not None or claims[row["id"]] or members[row["id"]]
    ]
    return tuple(places), frozenset(persons)


def _place(
    known: Facts, council: Row, claims: Sequence[Row], members: Mapping[str, int], counted: Mapping[str, set[float]]
) -> Published:
    kept: Counter[str] = Counter()  # by list, its reserved seats
    for claim in claims:
        if claim["predicate"] == HOLDS_SEATS and claim["reserved_for"]:
            kept[claim["subject"]] = max(kept[claim["subject"]], int(claim["value"] or 0))
    stated = {
        fact["subject"]: frozenset(
            max(int(number) - kept[fact["subject"]], 0)
            for number in ([fact["value"]] if fact["value"] is not None else fact["values"])
        )
        for fact in known.facts_at.get(council["id"], ())
        if fact["predicate"] == HOLDS_SEATS and fact["counts"] and fact["object"] == council["id"]
    }
    # Who holds a reserved seat and no other was no rival for the general ones.
    aside = {id for id, number in kept.items() if number and not max(stated.get(id, {0}))}
    seats = {id: numbers for id, numbers in stated.items() if id not in aside}
    size = _general(known, council, kept.total())
    whole = size is not None and sum(min(numbers) for numbers in seats.values()) >= size
    listed = {
        id: number - kept[id]
        for id, number in members.items()
        if not whole and id not in stated and number > kept[id] and id not in aside
    }
    votes = [claim for claim in claims if claim["predicate"] == VOTES and claim["subject"] not in aside]
    return Published(Named(council["id"], council["name"]), size, seats, listed, tuple(_stages(votes, counted)))


def _general(known: Facts, council: Row, kept: int) -> int | None:
    """The general seats of a constituency: stated, or all of them less those reserved, as stated or else as held.

    Where other constituencies have reserved seats, this one has none if they make all of the election's.
    """
    sizes: dict[str | None, dict[str, int]] = defaultdict(dict)  # by what the size is of, and by place
    for fact in known.facts.values():
        if fact["predicate"] in (COUNCIL_SIZE, TOTAL_SEATS) and fact["counts"] and fact["value"] is not None:
            sizes[fact["of"]][fact["subject"]] = int(fact["value"])
    if council["id"] in sizes[GENERAL]:
        return sizes[GENERAL][council["id"]]
    reserved = sizes["reserved"]
    in_all = reserved.pop(known.election, None)
    here = reserved.get(council["id"], kept if not reserved or in_all == sum(reserved.values()) else None)
    return None if here is None or council["council_size"] is None else int(council["council_size"]) - here


def _stages(claims: Iterable[Row], counted: Mapping[str, set[float]]) -> list[Stage]:
    by: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if not claim["reserved_for"] and claim["value"] is not None:
            by[claim["standing"]][claim["subject"]].append(claim)
    stages = []
    for standing in _STAGES:
        stage = Stage(standing)
        for id, said in by[standing].items():
            told = [claim for claim in said if claim["won"]] or said
            stage.votes[id] = frozenset(claim["value"] for claim in told)
            stage.sources |= {claim["source"] for claim in told}
        stage.shares = frozenset(share for source in stage.sources for share in counted.get(source, ()))
        if stage.votes:
            stages.append(stage)
    return stages
