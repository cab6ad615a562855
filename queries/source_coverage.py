"""What one source has and lacks of an election, against all sources together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.predicates import PREDICATES
from graph.stores.protocol import Row

from .facts import FactLine, Facts, fact_line, kind_of, shortfall, total
from .prepared import source_id
from .view import Election, GraphView, SourceLine, sorted_sources

SEATS = "holds_seats"


@dataclass(frozen=True, slots=True)
class Held:
    """A list's seats in a council: as decided, and as this source states them (None: it does not)."""

    fact: str
    list: str
    name: str
    seats: int
    stated: int | None
    sources: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {name: getattr(self, name) for name in self.__slots__} | {"sources": [*self.sources]}


@dataclass(frozen=True, slots=True)
class SourceCouncil:
    """A council: seats as this source states them, and as all sources together account for them (None: not at all)."""

    id: str
    name: str
    council_size: int | None
    accounted: int | None
    stated: int | None
    lists: tuple[Held, ...]

    @property
    def lacks(self) -> tuple[Held, ...]:
        """The lists with seats that this source does not name here."""
        return tuple(held for held in self.lists if held.stated is None)

    @property
    def differs(self) -> tuple[Held, ...]:
        """The lists to which this source gives another number of seats than was decided."""
        return tuple(held for held in self.lists if held.stated not in (None, held.seats))

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "council_size": self.council_size,
            "accounted": self.accounted,
            "stated": self.stated,
            "lacks": [held.to_dict() for held in self.lacks],
            "differs": [held.to_dict() for held in self.differs],
        }


@dataclass(frozen=True, slots=True)
class KindShare:
    """A kind of fact: how many there are, of how many this source speaks, and of how many no other does."""

    predicate: str
    facts: int
    has: int
    alone: int

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"predicate": self.predicate, "kind": kind_of(self.predicate)} | {
            name: getattr(self, name) for name in ("facts", "has", "alone")
        }


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Seats that the source gives to a list nobody registered."""

    text: str
    province: str | None
    seats: int
    locator: str

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class SourceCoverage:
    """One source against all: council by council, and by kind of fact; `has` are the ids of facts it speaks of."""

    asked: str
    source: SourceLine
    election: Election
    data_version: str
    statements: int
    council_size: int | None
    accounted: int | None
    stated: int | None
    councils: tuple[SourceCouncil, ...]
    kinds: tuple[KindShare, ...]
    facts: tuple[FactLine, ...]
    has: frozenset[str]
    unnamed: tuple[Unnamed, ...]
    sources: tuple[SourceLine, ...]
    names: Mapping[str, str]
    notes: tuple[str, ...]

    def short_of(self, percent: float) -> tuple[str, ...]:
        """What keeps the seats that this source states under a percentage of all seats; empty when nothing does."""
        return shortfall(percent, [(council.name, council.council_size, council.stated) for council in self.councils])

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "asked": self.asked,
            "source": self.source.to_dict(),
            "election": self.election.to_dict(),
            "data_version": self.data_version,
            "total": {
                "council_size": self.council_size,
                "accounted": self.accounted,
                "stated": self.stated,
                "statements": self.statements,
            },
            "provinces": [council.to_dict() for council in self.councils],
            "kinds": [kind.to_dict() for kind in self.kinds],
            "unresolved": [item.to_dict() for item in self.unnamed],
            "sources": [source.to_dict() for source in self.sources],
            "notes": list(self.notes),
        }


def source_coverage(graph: GraphView, asked: str, election: str | None = None) -> SourceCoverage:
    """What one source, named by its id or title, has and lacks of an election.

    Raises CannotAnswerError for a source that is not known, UsageError for an unknown election, StoreError.
    """
    at = graph.election(election)
    id = source_id(graph, asked)
    known = Facts(graph, at)
    mine: dict[str, list[Row]] = defaultdict(list)
    for claim in known.claims:
        if claim["source"] == id and claim["fact"] is not None:
            mine[claim["fact"]].append(claim)
    councils = tuple(_council(graph, known, row, mine) for row in known.councils if row["accounted"] is not None)
    facts = tuple(fact_line(known, row) for row in known.facts.values() if row["counts"])
    alone = set(known.alone.get(id, ()))
    kinds = tuple(
        KindShare(
            predicate,
            len(facts_of := [fact for fact in facts if fact.predicate == predicate]),
            sum(fact.fact in mine for fact in facts_of),
            sum(fact.fact in alone for fact in facts_of),
        )
        for predicate in PREDICATES
    )
    named = {id for fact in facts for id in (fact.subject, fact.object) if id is not None}
    others = {source for council in councils for held in (*council.lacks, *council.differs) for source in held.sources}
    return SourceCoverage(
        asked=asked,
        source=known.line(id),
        election=at,
        data_version=graph.data_version,
        statements=sum(claim["source"] == id for claim in known.claims),
        council_size=total(council.council_size for council in councils),
        accounted=total((council.accounted for council in councils), unknown_is_none=False),
        stated=total((council.stated for council in councils), unknown_is_none=False),
        councils=councils,
        kinds=tuple(kind for kind in kinds if kind.facts),
        facts=facts,
        has=frozenset(mine),
        unnamed=tuple(
            Unnamed(claim["subject_text"], claim["object"], claim["value"], claim["locator"])
            for claim in known.claims
            if claim["source"] == id and claim["predicate"] == SEATS and claim["subject"] is None
        ),
        sources=sorted_sources(known.line(source) for source in others - {id}),
        names={id: name.name for id in sorted(named) if (name := graph.resolver.candidate(id))},
        notes=(f"Seats as won on {at.date}; what changed later is not tracked.",),
    )


def _council(graph: GraphView, known: Facts, row: Row, mine: Mapping[str, Sequence[Row]]) -> SourceCouncil:
    facts = [fact for fact in known.facts_at.get(row["id"], ()) if fact["predicate"] == SEATS]
    stated = {fact["fact"]: _stated(mine.get(fact["fact"], ())) for fact in facts}
    lists = []
    for fact in facts:
        seats = fact["value"] if fact["value"] is not None else min(fact["values"] or [0])
        if not fact["counts"] or not seats:
            continue
        won = sorted({claim["source"] for claim in known.claims_of[fact["fact"]] if claim["won"]})
        name = graph.resolver.candidate(fact["subject"])
        list = fact["subject"]
        lists.append(Held(fact["fact"], list, name.name if name else list, seats, stated[fact["fact"]], tuple(won)))
    return SourceCouncil(
        id=row["id"],
        name=row["name"],
        council_size=row["council_size"],
        accounted=row["accounted"] if lists else None,
        stated=total(stated.values(), unknown_is_none=False),
        lists=tuple(sorted(lists, key=lambda held: (-held.seats, held.list))),
    )


def _stated(claims: Sequence[Row]) -> int | None:
    """The seats that one source gives a list in a council; a reserved seat of a list counted there adds none."""
    plain = [claim["value"] for claim in claims if claim["reserved_for"] is None]
    return min(plain or [claim["value"] for claim in claims], default=None)
