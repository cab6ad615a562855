"""The facts and claims of an election, read once: how many there are, on how many sources, and who alone says so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from weakref import proxy

from graph.kinds import HOLDS_SEATS, Kind, Standing, Value
from graph.predicates import PREDICATES
from graph.stores.protocol import Row

from ..plain import Plain
from ..totals import accounted_for
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import SourceLine, source_line
from ..view.rows import made

# The kinds of fact that a province can have.
OF_PROVINCES = tuple(row.name for row in PREDICATES.values() if Kind.PROVINCE in row.subjects | row.objects)


@dataclass(frozen=True, slots=True)
class Tally(Plain):
    """How many facts there are, on how many independent sources; what decides nothing is left out.

    `by_sources` has, of each number of independent sources, the facts that rest on so many, the fewest first.
    """

    facts: int
    single_sourced: int
    disputed: int
    by_sources: Mapping[int, int]

    @classmethod
    def of(cls, facts: Iterable[Row]) -> Tally:
        """Count facts."""
        facts = list(facts)
        counted = Counter(row["sources"] for row in facts if row["counts"])
        return cls(counted.total(), counted[1], sum(row["disputed"] for row in facts), dict(sorted(counted.items())))


@dataclass(frozen=True, slots=True)
class Side(Plain):
    """A statement of a fact that is not agreed on."""

    statement: str
    value: Value | None
    since: str | None
    until: str | None
    standing: str
    won: bool
    source: str
    locator: str


@dataclass(frozen=True, slots=True)
class FactLine(Plain):
    """A fact as coverage tells it; `sides` are its statements where they differ, those that won first."""

    OPTIONAL = ("object_text",)

    fact: str
    predicate: str
    subject: str
    object: str | None
    object_text: str | None
    of: str | None
    value: Value | None
    values: tuple[Value, ...]
    standing: str
    sources: int
    counts: bool
    disputed: bool
    reason: str
    reason_code: str
    reason_values: tuple[str, ...]
    sides: tuple[Side, ...]


class Facts:
    """The facts and claims of an election, read once, and what several answers ask of them."""

    def __init__(self, graph: GraphView, election: Election) -> None:
        self.election, self._graph = election.id, proxy(graph)  # which holds these, so that it is let go with them
        self.facts: dict[str, Row] = {row["fact"]: row for row in graph.kept("facts", election=election.id)}
        self.councils = sorted(graph.councils(election), key=lambda row: (row["name"], row["id"]))

    @cached_property
    def claims(self) -> Sequence[Row]:
        """The claims of these facts, and those that name nobody."""
        claims = self._graph.kept("claims", election=self.election)
        return [claim for claim in claims if claim["fact"] is None or claim["fact"] in self.facts]

    @cached_property
    def sources(self) -> Mapping[str, Row]:
        """All sources, by id."""
        return {row["id"]: row for row in self._graph.kept("sources")}

    @cached_property
    def claims_of(self) -> Mapping[str, Sequence[Row]]:
        """The claims of each fact, by its id."""
        found: dict[str, list[Row]] = defaultdict(list)
        for claim in self.claims:
            if claim["fact"] is not None:
                found[claim["fact"]].append(claim)
        return found

    @cached_property
    def facts_at(self) -> Mapping[str, Sequence[Row]]:
        """The facts about each province, by its id."""
        provinces = {row["id"] for row in self.councils}
        found: dict[str, list[Row]] = defaultdict(list)
        for fact in self.facts.values():
            for province in {fact["subject"], fact["object"]} & provinces:
                found[province].append(fact)
        return found

    def accounted(self, province: Row) -> int | None:
        """The seats of a province that are accounted for; None where no seat's list is known."""
        facts = self.facts_at.get(province["id"], ())
        held = any(fact["counts"] for fact in facts if fact["predicate"] == HOLDS_SEATS)
        return province["accounted"] if held else None

    @cached_property
    def alone(self) -> Mapping[str, Sequence[str]]:
        """The facts that only one source speaks of, by that source; a copy of it is no other source."""
        found: dict[str, list[str]] = defaultdict(list)
        for fact, claims in self.claims_of.items():
            sources = {claim["source"] for claim in claims}
            originals = {self._original(source) for source in sources}
            if len(originals) == 1:
                found[next(iter(originals & sources), min(sources))].append(fact)
        return found

    def _original(self, source: str) -> str:
        seen = {source}
        while (of := self.sources[source]["copy_of"]) in self.sources and of not in seen:
            seen.add(of)
            source = of
        return source

    def independent(self, facts: Iterable[Row]) -> int:
        """The independent sources that carry these facts: publishers, copies and what is inferred left out."""
        claims = (claim for fact in facts for claim in self.claims_of.get(fact["fact"], ()))
        won = {claim["source"] for claim in claims if claim["won"] and claim["standing"] != Standing.INFERRED}
        rows = [self.sources[source] for source in sorted(won)]
        originals = [row for row in rows if row["copy_of"] is None] or rows[:1]
        return len({row["publisher"] or row["id"] for row in originals})

    def line(self, source: str) -> SourceLine:
        """A source as answers cite it."""
        row = self.sources[source]
        return source_line({**row, "source": row["id"]})


def fact_line(known: Facts, row: Row) -> FactLine:
    """A fact with its sides, where its statements differ."""
    claims = known.claims_of.get(row["fact"], ())
    differ = row["disputed"] or not all(claim["won"] for claim in claims)
    sides = tuple(made(Side, claim) for claim in claims if differ)
    order = sorted(sides, key=lambda s: (not s.won, str(s.value), s.since or s.until or "", s.statement))
    values, reason_values = tuple(row["values"] or ()), tuple(row["reason_values"])
    return made(FactLine, row, values=values, reason_values=reason_values, sides=tuple(order))


def total(seats: Iterable[int | None]) -> int | None:
    """The sum of the seats that are known; None where none are."""
    known = [count for count in seats if count is not None]
    return sum(known) if known else None


def shortfall(percent: float, councils: Sequence[tuple[str, int | None, int | None]]) -> tuple[str, ...]:
    """What keeps the seats known under a percentage of all; each council is its name, size and seats known."""
    if not councils:
        return ("no council of this election is known",)
    unknown = [name for name, size, _ in councils if size is None]
    if unknown:
        return tuple(f"the size of the council of {name} is not known" for name in unknown)
    size = sum(size or 0 for _, size, _ in councils)
    known = accounted_for((size, seats) for _, size, seats in councils) or 0
    if 100 * known >= percent * size:
        return ()
    short = [
        f"{name} lacks {(of or 0) - (seats or 0)} of {of}" for name, of, seats in councils if (seats or 0) < (of or 0)
    ]
    return (f"{known} of {size} seats are accounted for, fewer than {percent:g}%", *short)


def names_of(graph: GraphView, facts: Iterable[FactLine]) -> dict[str, str]:
    """The names of all that these facts are about."""
    ids = {id for fact in facts for id in (fact.subject, fact.object) if id is not None}
    return {id: known.name for id in sorted(ids) if (known := graph.resolver.candidate(id))}
