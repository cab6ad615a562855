"""What the data hold of an election and what they lack: by council, by kind of fact, by source, and not at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.predicates import PREDICATES
from graph.stores.protocol import Row

from .facts import OF_PROVINCES, FactLine, Facts, Tally, fact_line, kind_of, shortfall, total
from .view import Election, GraphView, SourceLine, sorted_sources
from .who import NO_VOTE, NOT_KNOWN, VOTED


@dataclass(frozen=True, slots=True)
class PlaceCoverage:
    """A province at the election: its council, and the facts about it by kind (None: there is none).

    `accounted` is None where no seat's list is known; `sources` counts independent ones.
    """

    id: str
    name: str
    status: str
    council_size: int | None
    size_standing: str | None
    accounted: int | None
    sources: int
    tally: Tally
    kinds: Mapping[str, Tally | None]

    @property
    def missing(self) -> int | None:
        """The seats that are not accounted for; None where the size is not known."""
        return None if self.council_size is None else self.council_size - (self.accounted or 0)

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "status": self.status,
            "council_size": self.council_size,
            "size_standing": self.size_standing,
            "accounted": self.accounted,
            "missing": self.missing,
            "sources": self.sources,
            **self.tally.to_dict(),
            "kinds": {predicate: tally and tally.to_dict() for predicate, tally in self.kinds.items()},
        }


@dataclass(frozen=True, slots=True)
class KindCoverage:
    """A kind of fact; `provinces` that have one (None for a kind that no province can have)."""

    predicate: str
    tally: Tally
    provinces: int | None

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "predicate": self.predicate,
            "kind": kind_of(self.predicate),
            **self.tally.to_dict(),
            "provinces": self.provinces,
        }


@dataclass(frozen=True, slots=True)
class SourceShare:
    """What a source contributes: its statements, the facts they speak of, and the facts that no other speaks of."""

    source: SourceLine
    statements: int
    facts: int
    alone: int

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            **self.source.to_dict(),
            "statements": self.statements,
            "facts": self.facts,
            "alone": self.alone,
        }


@dataclass(frozen=True, slots=True)
class NotCovered:
    """What the data say nothing of: a kind of fact without any, or what the folder itself declares (no predicate)."""

    predicate: str | None
    what: str

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"predicate": self.predicate, "what": self.what}


@dataclass(frozen=True, slots=True)
class Gap:
    """A name that nobody registered, or a line that could not be read (then `kind` is None)."""

    text: str
    kind: str | None
    source: str
    locator: str
    reason: str

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is known of an election, how well, and what is not."""

    election: Election
    data_version: str
    council_size: int | None
    accounted: int | None
    tally: Tally
    provinces: tuple[PlaceCoverage, ...]
    kinds: tuple[KindCoverage, ...]
    sources: tuple[SourceShare, ...]
    facts: tuple[FactLine, ...]
    unresolved: tuple[Gap, ...]
    unreadable: tuple[Gap, ...]
    not_covered: tuple[NotCovered, ...]
    names: Mapping[str, str]
    notes: tuple[str, ...]

    @property
    def councils(self) -> tuple[PlaceCoverage, ...]:
        """The provinces that voted."""
        return tuple(place for place in self.provinces if place.status == VOTED)

    @property
    def disputed(self) -> tuple[FactLine, ...]:
        """The facts on which sources of equal weight differ."""
        return tuple(fact for fact in self.facts if fact.disputed)

    @property
    def contradicted(self) -> tuple[FactLine, ...]:
        """The facts that were decided against a source."""
        return tuple(fact for fact in self.facts if fact.sides and not fact.disputed)

    @property
    def without_address(self) -> tuple[SourceLine, ...]:
        """The sources whose address is not recorded."""
        return tuple(share.source for share in self.sources if share.source.url is None)

    def short_of(self, percent: float) -> tuple[str, ...]:
        """What keeps the seats accounted for under a percentage of all seats; empty when nothing does."""
        return shortfall(percent, [(place.name, place.council_size, place.accounted) for place in self.councils])

    def to_dict(self) -> dict[str, Any]:
        """For JSON, in the order of DESIGN.md section 5."""
        return {
            "election": self.election.to_dict(),
            "data_version": self.data_version,
            "total": {
                "council_size": self.council_size,
                "accounted": self.accounted,
                "councils": len(self.councils),
                **self.tally.to_dict(),
                "sources": len(self.sources),
                "sources_without_address": len(self.without_address),
            },
            "provinces": [place.to_dict() for place in self.provinces],
            "kinds": [kind.to_dict() for kind in self.kinds],
            "sources": [share.to_dict() for share in self.sources],
            "unresolved": [gap.to_dict() for gap in self.unresolved],
            "unreadable": [gap.to_dict() for gap in self.unreadable],
            "disputed": [fact.to_dict() for fact in self.disputed],
            "contradicted": [fact.to_dict() for fact in self.contradicted],
            "not_covered": [item.to_dict() for item in self.not_covered],
            "notes": list(self.notes),
        }


def coverage(graph: GraphView, election: str | None = None) -> Coverage:
    """What the data hold of an election and what they lack. Raises UsageError for an unknown election, StoreError."""
    at = graph.election(election)
    known = Facts(graph, at)
    places = tuple(_place(known, row) for row in known.councils)
    councils = [place for place in places if place.status == VOTED]
    facts = tuple(fact_line(known, row) for row in known.facts.values())
    named = {id for fact in facts for id in (fact.subject, fact.object) if id is not None}
    kinds = tuple(_kind(known, predicate, places) for predicate in PREDICATES)
    return Coverage(
        election=at,
        data_version=graph.data_version,
        council_size=total(place.council_size for place in councils),
        accounted=total((place.accounted for place in councils), unknown_is_none=False),
        tally=Tally.of(known.facts.values()),
        provinces=places,
        kinds=kinds,
        sources=_shares(known),
        facts=facts,
        unresolved=tuple(_gap(row) for row in graph.run("unresolved_names")),
        unreadable=tuple(_gap(row) for row in graph.run("unreadable_lines")),
        not_covered=(
            *(NotCovered(kind.predicate, kind_of(kind.predicate)) for kind in kinds if not kind.tally.facts),
            *(NotCovered(None, text) for row in graph.run("not_covered") for text in row["what"] or ()),
        ),
        names={id: name.name for id in sorted(named) if (name := graph.resolver.candidate(id))},
        notes=_notes(known, councils, at),
    )


def _place(known: Facts, row: Row) -> PlaceCoverage:
    facts = known.facts_at.get(row["id"], ())
    by_kind: dict[str, list[Row]] = defaultdict(list)
    for fact in facts:
        by_kind[fact["predicate"]].append(fact)
    status = VOTED if row["accounted"] is not None else NO_VOTE if row["no_vote"] else NOT_KNOWN
    return PlaceCoverage(
        id=row["id"],
        name=row["name"],
        status=status,
        council_size=row["council_size"],
        size_standing=row["size_standing"],
        accounted=row["accounted"] if any(fact["counts"] for fact in by_kind["holds_seats"]) else None,
        sources=known.independent(facts),
        tally=Tally.of(facts),
        kinds={kind: counted if (counted := Tally.of(by_kind[kind])).facts else None for kind in OF_PROVINCES},
    )


def _kind(known: Facts, predicate: str, places: Sequence[PlaceCoverage]) -> KindCoverage:
    having = sum(place.kinds.get(predicate) is not None for place in places)
    return KindCoverage(
        predicate,
        Tally.of(fact for fact in known.facts.values() if fact["predicate"] == predicate),
        having if predicate in OF_PROVINCES else None,
    )


def _shares(known: Facts) -> tuple[SourceShare, ...]:
    said = Counter(claim["source"] for claim in known.claims)
    about = Counter(source for claims in known.claims_of.values() for source in {claim["source"] for claim in claims})
    return tuple(
        SourceShare(line, said[line.id], about[line.id], len(known.alone.get(line.id, ())))
        for line in sorted_sources(map(known.line, known.sources))
    )


def _gap(row: Row) -> Gap:
    return Gap(row["text"], row.get("kind"), row["source"], row["locator"], row["reason"])


def _notes(known: Facts, councils: Sequence[PlaceCoverage], election: Election) -> tuple[str, ...]:
    notes = []
    inferred = [place.name for place in councils if place.size_standing == "inferred"]
    if inferred:
        notes.append(f"The size is inferred from the seats themselves, and no source states it: {', '.join(inferred)}.")
    unsized = [place.name for place in councils if place.council_size is None]
    if unsized:
        notes.append(f"The size of the council is not known: {', '.join(unsized)}.")
    open_ = sum(claim["fact"] is None for claim in known.claims)
    if open_:
        notes.append(
            f"{open_} statements name nobody that is registered, and come to no fact: majlis query claims_in_words."
        )
    notes.append(f"Seats as won on {election.date}; what changed later is not tracked.")
    return tuple(notes)
