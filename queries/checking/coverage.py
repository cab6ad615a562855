"""What the data hold of an election and what they lack, all together or one source against all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from graph.kinds import Standing
from graph.predicates import PREDICATES
from graph.stores.protocol import Row

from ..plain import Named, Note, Plain
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import SourceLine, sorted_sources
from ..view.rows import made, rows_by
from ..votes.follows import Follows, follows
from ..who.answer import NO_VOTE, NOT_KNOWN, VOTED
from .facts import OF_PROVINCES, FactLine, Facts, Tally, fact_line, names_of, shortfall
from .source_coverage import SourceCoverage, source_coverage
from .summary import summary

_TALLIED = tuple(f"tally.{name}" for name in Tally.__slots__)


@dataclass(frozen=True, slots=True)
class ProvinceCoverage(Plain):
    """A province at the election: its council, and the facts about it by kind (None: there is none).

    `accounted` is None where no seat's list is known; `sources` counts independent ones.
    """

    FIELDS = (
        *("id", "name", "status", "council_size", "size_standing", "accounted", "missing", "sources"),
        *(*_TALLIED, "kinds"),
    )

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


@dataclass(frozen=True, slots=True)
class KindCoverage(Plain):
    """A kind of fact; `provinces` that have one (None for a kind that no province can have)."""

    FIELDS = ("predicate", "kind", *_TALLIED, "provinces")

    predicate: str
    kind: Note
    tally: Tally
    provinces: int | None


@dataclass(frozen=True, slots=True)
class SourceShare(Plain):
    """What a source contributes: its statements, the facts they speak of, and the facts that no other speaks of."""

    FIELDS = (*(f"source.{name}" for name in SourceLine.__slots__), "statements", "facts", "alone")

    source: SourceLine
    statements: int
    facts: int
    alone: int


@dataclass(frozen=True, slots=True)
class NotCovered(Plain):
    """What the data say nothing of: a kind of fact without any, or what the folder itself declares (no predicate)."""

    predicate: str | None
    what: Note | str


@dataclass(frozen=True, slots=True)
class Gap(Plain):
    """A name that nobody registered, or a line that could not be read (then `kind` is None)."""

    text: str
    kind: str | None
    source: str
    locator: str
    reason: str


@dataclass(frozen=True, slots=True, repr=False)
class Coverage(Plain):
    """What is known of an election, how well, and what is not.

    `accounted` are seats in councils or constituencies; `by_list` those of all lists of a house, with a place or not.
    """

    ROWS = "provinces"
    LINE = "{0.election.name}: {0.accounted} of {0.council_size}, {rows} provinces"
    FIELDS = (
        *("election", "data_version", "total", "provinces", "kinds", "sources", "unresolved", "unreadable"),
        *("disputed", "contradicted", "not_covered", "notes"),
    )

    election: Election
    data_version: str
    council_size: int | None
    accounted: int | None
    by_list: int | None
    tally: Tally
    provinces: tuple[ProvinceCoverage, ...]
    kinds: tuple[KindCoverage, ...]
    sources: tuple[SourceShare, ...]
    facts: tuple[FactLine, ...]
    unresolved: tuple[Gap, ...]
    unreadable: tuple[Gap, ...]
    not_covered: tuple[NotCovered, ...]
    names: Mapping[str, str]
    notes: tuple[Note, ...]

    @property
    def total(self) -> Mapping[str, object]:
        """The numbers of the whole election, as JSON has them."""
        return {
            "council_size": self.council_size,
            "accounted": self.accounted,
            **({} if self.by_list is None else {"by_list": self.by_list}),
            "councils": len(self.councils),
            **self.tally.to_dict(),
            "sources": len(self.sources),
            "sources_without_address": len(self.without_address),
        }

    @property
    def councils(self) -> tuple[ProvinceCoverage, ...]:
        """The provinces that voted."""
        return tuple(province for province in self.provinces if province.status == VOTED)

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
        return shortfall(
            percent, [(province.name, province.council_size, province.accounted) for province in self.councils]
        )


@overload
def coverage(graph: GraphView, source: None = None, election: str | Election | None = None) -> Coverage: ...
@overload
def coverage(graph: GraphView, source: str, election: str | Election | None = None) -> SourceCoverage: ...
def coverage(
    graph: GraphView, source: str | None = None, election: str | Election | None = None
) -> Coverage | SourceCoverage:
    """What the data hold of an election and what they lack, or one source of them, named by its id or title.

    Raises CannotAnswerError for a source that is not known, UsageError for an unknown election, StoreError.
    """
    return _all_coverage(graph, election) if source is None else source_coverage(graph, source, election)


def _all_coverage(graph: GraphView, election: str | Election | None) -> Coverage:
    at = graph.election(election)
    known, short = graph.once(Facts, at), summary(graph, at)
    provinces = tuple(_province(known, row) for row in known.councils)
    councils = [province for province in provinces if province.status == VOTED]
    facts = tuple(fact_line(known, row) for row in known.facts.values())
    kinds = tuple(_kind(known, predicate, provinces) for predicate in PREDICATES)
    return Coverage(
        election=at,
        data_version=graph.data_version,
        council_size=short.council_size,
        accounted=short.accounted,
        by_list=short.by_list,
        tally=short.tally,
        provinces=provinces,
        kinds=kinds,
        sources=_shares(known),
        facts=facts,
        unresolved=tuple(made(Gap, row) for row in graph.run("unresolved_names")),
        unreadable=tuple(made(Gap, row, kind=None) for row in graph.run("unreadable_lines")),
        not_covered=(
            *(NotCovered(kind.predicate, kind.kind) for kind in kinds if not kind.tally.facts),
            *(NotCovered(None, text) for row in graph.run("not_covered") for text in row["what"] or ()),
        ),
        names=names_of(graph, facts),
        notes=(*_notes(known, councils), *_votes(follows(graph, at)), Note("as_won", {"date": at.date})),
    )


def _votes(found: Follows | None) -> Iterator[Note]:
    """In how many cells the seats follow from the votes, where the law is stated."""
    if found:
        yield Note(
            "votes_follow",
            {
                "agree": found.agree,
                "cells": found.agree + found.differ,
                "listed": found.listed,
                "computed": len(found.computed),
                "places": len(found.constituencies),
            },
        )


def _province(known: Facts, row: Row) -> ProvinceCoverage:
    facts = known.facts_at.get(row["id"], ())
    by_kind = rows_by("predicate", facts)
    status = VOTED if row["accounted"] is not None else NO_VOTE if row["no_vote"] else NOT_KNOWN
    return made(
        ProvinceCoverage,
        row,
        status=status,
        accounted=known.accounted(row),
        sources=known.independent(facts),
        tally=Tally.of(facts),
        kinds={kind: counted if (counted := Tally.of(by_kind[kind])).facts else None for kind in OF_PROVINCES},
    )


def _kind(known: Facts, predicate: str, provinces: Sequence[ProvinceCoverage]) -> KindCoverage:
    having = sum(province.kinds.get(predicate) is not None for province in provinces)
    tally = Tally.of(fact for fact in known.facts.values() if fact["predicate"] == predicate)
    return KindCoverage(predicate, Note(f"about.{predicate}"), tally, having if predicate in OF_PROVINCES else None)


def _shares(known: Facts) -> tuple[SourceShare, ...]:
    statements = Counter(claim["source"] for claim in known.claims)
    about = Counter(source for claims in known.claims_of.values() for source in {claim["source"] for claim in claims})
    return tuple(
        SourceShare(line, statements[line.id], about[line.id], len(known.alone.get(line.id, ())))
        for line in sorted_sources(map(known.line, known.sources))
        if statements[line.id]
    )


def _notes(known: Facts, councils: Sequence[ProvinceCoverage]) -> Iterator[Note]:
    inferred = tuple(
        Named(province.id, province.name) for province in councils if province.size_standing == Standing.INFERRED
    )
    if inferred:
        yield Note("sizes_stated_nowhere", {"provinces": inferred})
    unsized = tuple(Named(province.id, province.name) for province in councils if province.council_size is None)
    if unsized:
        yield Note("sizes_unknown", {"provinces": unsized})
    nobody = sum(claim["fact"] is None for claim in known.claims)
    if nobody:
        yield Note("names_nobody", {"statements": nobody})
