"""Whether the published seats follow from the published votes by the law, constituency by constituency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from graph.laws import CONSTITUENCY, GENERAL, Law
from graph.stores.protocol import Row

from ..disputed import Span
from ..plain import Named, Note, Plain
from ..view import GraphView
from ..view.elections import Election
from ..view.rows import made
from .allot import Allotted, allot
from .published import Published, Stage, published

FOLLOWS, DIFFERS, NOT_COMPUTABLE = "follows", "differs", "not_computable"
_MOST = 256  # ways to combine disputed votes that are tried


@dataclass(frozen=True, slots=True)
class Cell(Plain):
    """A list in a constituency: its votes, and its general seats as published and as the law makes them of the votes.

    `published` to `most` are stated seats, or, where `listed`, the people on a list of members. `computed_most` is more
    than `computed` where a lot decides.
    """

    id: str
    name: str
    votes: int
    votes_most: int
    published: int
    most: int
    listed: bool
    computed: int
    computed_most: int
    agrees: bool


@dataclass(frozen=True, slots=True)
class Constituency(Plain):
    """A constituency: its general seats, the stage of the votes used, and each list that has seats or would have.

    `reason` says what lacks where the votes make no seats. `votes` are those used, of all lists, `disputed` the lists
    for which sources give several numbers, of which each makes the same seats.
    """

    FIELDS = ("id", "name", "status", "seats", "stage", "cells", "reason", "sources")
    OPTIONAL = ("reason",)

    id: str
    name: str
    status: str
    seats: int | None
    stage: str | None
    cells: tuple[Cell, ...]
    reason: Note | None
    sources: tuple[str, ...]
    votes: Mapping[str, int]
    names: Mapping[str, str]
    disputed: tuple[str, ...]
    allotted: Allotted | None
    alone: frozenset[str]

    def name_of(self, id: str) -> Named:
        """A list whose votes are counted here."""
        return Named(id, self.names[id])

    @property
    def agree(self) -> int:
        """The cells that agree."""
        return sum(cell.agrees for cell in self.cells)

    @property
    def differ(self) -> int:
        """The cells that do not."""
        return sum(not cell.agrees for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Follows(Plain):
    """An election with a stated law: whether its seats follow from its votes; sums of cells of all constituencies."""

    FIELDS = ("election", "agree", "differ", "listed", "constituencies")

    election: Election
    law: Law
    constituencies: tuple[Constituency, ...]

    @property
    def agree(self) -> int:
        """The cells that agree."""
        return sum(one.agree for one in self.constituencies)

    @property
    def differ(self) -> int:
        """The cells that do not."""
        return sum(one.differ for one in self.constituencies)

    @property
    def listed(self) -> int:
        """The cells that are compared with a list of members, for want of stated seats."""
        return sum(cell.listed for one in self.constituencies for cell in one.cells)

    @property
    def computed(self) -> tuple[Constituency, ...]:
        """The constituencies whose votes make seats."""
        return tuple(one for one in self.constituencies if one.status != NOT_COMPUTABLE)


def follows(graph: GraphView, election: Election) -> Follows | None:
    """What the law makes of the votes of an election, beside its seats; None where no source states the law."""
    law = next((_law(row) for row in graph.run("laws") if row["election"] == election.id), None)
    if law is None:
        return None
    places, persons = published(graph, election)
    return Follows(election, law, tuple(_constituency(graph, law, place, persons) for place in places))


def _law(row: Row) -> Law:
    divisors, sources = tuple(row["divisors"] or ()), tuple(row["sources"] or ())
    return made(Law, row, divisors=divisors, level=CONSTITUENCY, seats=GENERAL, sources=sources)


def _constituency(graph: GraphView, law: Law, place: Published, persons: frozenset[str]) -> Constituency:
    stage, reason = _usable(graph, place)
    outcomes: list[tuple[Mapping[str, int], Allotted]] = []
    if stage is not None and reason is None and place.size is not None:
        outcomes = [(votes, allot(law, votes, place.size, persons)) for votes in _ways(stage)]
        if any(found != outcomes[0][1] for _, found in outcomes):
            reason = Note("votes.open", {"lists": _numbers(graph, stage)})
    votes, found = outcomes[0] if outcomes and reason is None else ({}, None)
    cells = tuple(_cells(graph, place, stage, found)) if stage and found else ()
    status = FOLLOWS if found else NOT_COMPUTABLE
    if not all(cell.agrees for cell in cells):
        status = DIFFERS
    return Constituency(
        *place.place,
        status=status,
        seats=place.size,
        stage=stage.standing if stage and found else None,
        cells=cells,
        reason=reason,
        sources=tuple(sorted(stage.sources)) if stage and found else (),
        votes=votes,
        names={id: graph.name(id) for id in votes},
        disputed=stage.differing if stage and found else (),
        allotted=found,
        alone=persons,
    )


def _usable(graph: GraphView, place: Published) -> tuple[Stage | None, Note | None]:
    """The strongest stage at which every list with seats has votes; else what lacks at the one that lacks least."""
    if place.size is None:
        return None, Note("votes.no_size")
    if place.missing:
        return None, Note("votes.no_list", {"missing": place.missing, "size": place.size})
    if not place.stages:
        return None, Note("votes.none")
    lacking = {stage.standing: sorted(place.holders - stage.votes.keys()) for stage in place.stages}
    stage = min(place.stages, key=lambda one: len(lacking[one.standing]))
    lacks = lacking[stage.standing]
    words = f"standing.{stage.standing}"
    if lacks:
        elsewhere = sorted({id for other in place.stages for id in other.votes} & set(lacks))
        code = "votes.of_stages" if len(elsewhere) == len(lacks) else "votes.lacking"
        return stage, Note(code, {"stage": words, "lists": graph.named(lacks)})
    if len(stage.shares) > 1:
        return stage, Note("votes.shares", {"shares": tuple(f"{share:g}%" for share in sorted(stage.shares))})
    broken = [id for id, numbers in stage.votes.items() if any(number != int(number) for number in numbers)]
    if broken:
        return stage, Note("votes.broken", {"lists": graph.named(broken)})
    if prod(len(numbers) for numbers in stage.votes.values()) > _MOST:
        return stage, Note("votes.open", {"lists": _numbers(graph, stage)})
    return stage, None


def _ways(stage: Stage) -> Iterator[Mapping[str, int]]:
    """Every way in which one number stands for each list."""
    lists = sorted(stage.votes)
    for numbers in product(*(sorted(stage.votes[id]) for id in lists)):
        yield {id: int(number) for id, number in zip(lists, numbers, strict=True)}


def _numbers(graph: GraphView, stage: Stage) -> tuple[Note, ...]:
    """The lists for which several numbers stand, each with the least and the most."""
    return tuple(
        Note("votes.list", {"list": item, "votes": Span(*_ends(stage.votes[item.id]))})
        for item in graph.named(sorted(stage.differing))
    )


def _ends(numbers: frozenset[float]) -> tuple[int, int]:
    return int(min(numbers)), int(max(numbers))


def _cells(graph: GraphView, place: Published, stage: Stage, found: Allotted) -> Iterator[Cell]:
    """The lists that have seats or would have, most votes first."""
    lists = place.holders | {id for id in stage.votes if found.seats[id] or id in found.tied}
    for id in sorted(lists, key=lambda one: (-max(stage.votes[one]), one)):
        numbers = place.numbers(id)
        sure = found.seats[id]
        most = sure + min(found.drawn, found.tied.count(id))
        yield Cell(
            id,
            graph.name(id),
            *_ends(stage.votes[id]),
            published=min(numbers),
            most=max(numbers),
            listed=id not in place.seats and id in place.listed,
            computed=sure,
            computed_most=most,
            agrees=any(found.may_have(id, number) for number in numbers),
        )
