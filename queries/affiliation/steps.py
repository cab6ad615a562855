"""The steps from one name to the next: every tie of the two, with its direction, its dates and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.dates import holds_at
from graph.predicates import PREDICATES
from graph.stores.protocol import Row

from ..plain import Named, Plain
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import Sourced, SourceLine, sorted_sources, sources_of

_PREDICATE = {edge.type: row.name for row in PREDICATES.values() for edge in row.edges}


@dataclass(frozen=True, slots=True)
class StepTie(Sourced):
    """One tie between the two ends of a step; `back`: it leads from the second to the first.

    `known` is the date of its newest source, where it is of no election and no source says when. `reported_by` is the
    publisher of the one source that says it; None where several do.
    """

    FIELDS = (
        *("fact", "predicate", "back", "election=election_id", "since", "until", "known", "standing", "reported_by"),
        "sources",
    )

    fact: str
    predicate: str
    back: bool
    election: Election | None
    since: str | None
    until: str | None
    known: str | None
    standing: str
    reported_by: str | None
    locators: tuple[tuple[str, str], ...]

    @property
    def election_id(self) -> str | None:
        """The election that it is of."""
        return self.election.id if self.election else None


@dataclass(frozen=True, slots=True)
class Step(Plain):
    """From one name to the next, with every tie of the two that holds when it was asked about."""

    FIELDS = ("from=start", "to=end", "ties")

    start: Named
    end: Named
    ties: tuple[StepTie, ...]


def then(graph: GraphView, ties: Iterable[Row], at: Election | None, as_of: str | None) -> Iterator[Row]:
    """The ties that held then: of that election, or of those whose bodies sat on the day, or of none."""
    if at is None and as_of is None:
        yield from ties
        return
    elections = {at.id} if at else {election.id for election in graph.sitting(as_of)}
    day = at.day if at else str(as_of)
    for row in ties:
        if row["election"] in (None, *elections) and holds_at(row["since"], row["until"], day):
            yield row


class Steps:
    """Makes steps from the ties between their ends, rows of `every_tie.cypher`."""

    def __init__(self, graph: GraphView, ties: Iterable[Row]) -> None:
        self._graph = graph
        self._evidence, self._sources = graph.evidence(sorted({row["fact"] for row in ties}))
        self._copies = graph.copies
        self._elections = {election.id: election for election in graph.elections}

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The sources of all ties."""
        return sorted_sources(self._sources.values())

    def of(self, start: str, end: str, ties: Iterable[Row]) -> Step:
        """The step from one entity to another by these ties."""
        found = sorted((self._tie(row, start) for row in ties), key=_order)
        first, last = self._graph.named((start, end))
        return Step(first, last, tuple(found))

    def _tie(self, row: Row, start: str) -> StepTie:
        evidence = self._evidence.get(row["fact"])
        locators = evidence.locators if evidence else ()
        sources = [self._sources[id] for id in sources_of(locators)]
        alone = [source for source in sources if source.id not in self._copies] or sources
        dated = row["election"] or row["since"] or row["until"]
        return StepTie(
            fact=row["fact"],
            predicate=_PREDICATE[row["type"]],
            back=row["a"] != start,
            election=self._elections.get(row["election"]),
            since=row["since"] or None,
            until=row["until"] or None,
            known=None if dated else max((source.published or "" for source in sources), default="") or None,
            standing=row["standing"],
            reported_by=(alone[0].publisher or alone[0].title) if len(alone) == 1 else None,
            locators=locators,
        )


def _order(tie: StepTie) -> tuple[str, str, str, str]:
    return tie.predicate, tie.election.date if tie.election else "", tie.since or "", tie.fact
