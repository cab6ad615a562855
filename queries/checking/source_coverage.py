"""What one source has and lacks of an election, against all that the data hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.kinds import HOLDS_SEATS
from graph.predicates import PREDICATES
from graph.stores.protocol import Row

from ..plain import Note, Plain
from ..prepared import source_id
from ..totals import accounted_for, all_seats
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import SourceLine, sorted_sources
from ..view.rows import made, rows_by
from .facts import FactLine, Facts, fact_line, names_of, shortfall, total


@dataclass(frozen=True, slots=True)
class StatedSeats(Plain):
    """A list's seats in a council: as decided, and as this source states them (None: it does not)."""

    fact: str
    list: str
    name: str
    seats: int
    stated: int | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceCouncil(Plain):
    """A council: seats as this source states them, and as all sources together account for them (None: not at all)."""

    FIELDS = ("id", "name", "council_size", "accounted", "stated", "lacks", "differs")

    id: str
    name: str
    council_size: int | None
    accounted: int | None
    stated: int | None
    lists: tuple[StatedSeats, ...]

    @property
    def lacks(self) -> tuple[StatedSeats, ...]:
        """The lists with seats that this source does not name here."""
        return tuple(held for held in self.lists if held.stated is None)

    @property
    def differs(self) -> tuple[StatedSeats, ...]:
        """The lists to which this source gives another number of seats than was decided."""
        return tuple(held for held in self.lists if held.stated not in (None, held.seats))


@dataclass(frozen=True, slots=True)
class KindShare(Plain):
    """A kind of fact: how many there are, of how many this source speaks, and of how many no other does."""

    predicate: str
    kind: Note
    facts: int
    has: int
    alone: int


@dataclass(frozen=True, slots=True)
class Unnamed(Plain):
    """Seats that the source gives to a list nobody registered."""

    text: str
    province: str | None
    seats: int
    locator: str


@dataclass(frozen=True, slots=True, repr=False)
class SourceCoverage(Plain):
    """One source against all: council by council, and by kind of fact; `has` are the ids of facts it speaks of."""

    ROWS = "provinces"
    LINE = "{0.source.title}: {rows} provinces"
    FIELDS = (
        *("asked", "source", "election", "data_version", "total", "provinces=councils", "kinds"),
        *("unresolved=unnamed", "sources", "notes"),
    )

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
    notes: tuple[Note, ...]

    @property
    def total(self) -> Mapping[str, int | None]:
        """The numbers of the whole election, as JSON has them."""
        return {name: getattr(self, name) for name in ("council_size", "accounted", "stated", "statements")}

    def short_of(self, percent: float) -> tuple[str, ...]:
        """What keeps the seats that this source states under a percentage of all seats; empty when nothing does."""
        return shortfall(percent, [(council.name, council.council_size, council.stated) for council in self.councils])


# --- All sources together -----------------------------------------------------------------------------


def source_coverage(graph: GraphView, asked: str, election: str | Election | None = None) -> SourceCoverage:
    """What one source, named by its id or title, has and lacks of an election.

    Raises CannotAnswerError for a source that is not known, UsageError for an unknown election, StoreError.
    """
    at = graph.election(election)
    id = source_id(graph, asked)
    known = graph.once(Facts, at)
    claims = [claim for claim in known.claims if claim["source"] == id]
    mine = rows_by("fact", (claim for claim in claims if claim["fact"] is not None))
    councils = tuple(_council(graph, known, row, mine) for row in known.councils if row["accounted"] is not None)
    sizes = [council.council_size for council in councils]
    facts = tuple(fact_line(known, row) for row in known.facts.values() if row["counts"])
    all, has, alone = (
        Counter(fact.predicate for fact in facts if among is None or fact.fact in among)
        for among in (None, mine, known.alone.get(id, ()))
    )
    others = {source for council in councils for held in (*council.lacks, *council.differs) for source in held.sources}
    return SourceCoverage(
        asked=asked,
        source=known.line(id),
        election=at,
        data_version=graph.data_version,
        statements=len(claims),
        council_size=all_seats(at, sizes) if at.body or None not in sizes else None,
        accounted=accounted_for((council.council_size, council.accounted) for council in councils),
        stated=total(council.stated for council in councils),
        councils=councils,
        kinds=tuple(
            KindShare(name, Note(f"about.{name}"), all[name], has[name], alone[name])
            for name in PREDICATES
            if all[name]
        ),
        facts=facts,
        has=frozenset(mine),
        unnamed=tuple(
            Unnamed(claim["subject_text"], claim["object"], claim["value"], claim["locator"])
            for claim in claims
            if claim["predicate"] == HOLDS_SEATS and claim["subject"] is None
        ),
        sources=sorted_sources(known.line(source) for source in others - {id}),
        names=names_of(graph, facts),
        notes=(Note("as_won", {"date": at.date}),),
    )


def _council(graph: GraphView, known: Facts, row: Row, mine: Mapping[str, Sequence[Row]]) -> SourceCouncil:
    facts = [fact for fact in known.facts_at.get(row["id"], ()) if fact["predicate"] == HOLDS_SEATS]
    stated = {fact["fact"]: _stated(mine.get(fact["fact"], ())) for fact in facts}
    lists = []
    for fact in facts:
        id, list = fact["fact"], fact["subject"]
        seats = fact["value"] if fact["value"] is not None else min(fact["values"] or [0])
        if fact["counts"] and seats:
            won = sorted({claim["source"] for claim in known.claims_of[id] if claim["won"]})
            lists.append(StatedSeats(id, list, graph.name(list), seats, stated[id], tuple(won)))
    return made(
        SourceCouncil,
        row,
        accounted=row["accounted"] if lists else None,
        stated=total(stated.values()),
        lists=tuple(sorted(lists, key=lambda held: (-held.seats, held.list))),
    )


def _stated(claims: Sequence[Row]) -> int | None:
    """The seats that one source gives a list in a council; a reserved seat of a list counted there adds none."""
    whole = [claim["value"] for claim in claims if claim["reserved_for"] is None]
    return min(whole or [claim["value"] for claim in claims], default=None)
