"""Power in a council, of a name over all councils, or in all councils: which of these a word asks for.

A name is a list, or what a figure, party, alliance or bloc holds seats through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from graph.errors import CannotAnswerError, UsageError
from graph.kinds import BODIES, PROVINCES, Standing
from graph.lexicon import Candidate
from graph.stores.protocol import Row

from ..affiliation.ties import SHARED
from ..plain import Named, Note, Plain
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import weakest
from ..view.rows import rows_by
from ..where import where
from ..where.answer import SEATS, UNKNOWN, CouncilAnswer, HeldList, Where, counted_lists
from ..who import council_of, house_of
from ..who.answer import Who
from .betweenness import Betweenness
from .betweenness import betweenness as betweenness_of
from .council import (
    ARITHMETIC,
    FIGURES,
    LISTED,
    ONE_LIST,
    SINGLE_MEMBERS,
    AllCouncils,
    CouncilInfluence,
    Figures,
    Scenario,
    all_councils,
    as_single_members,
    figures,
    in_council,
    scenarios,
    why_not,
)
from .indices import Power, majority
from .majority import blocs


@dataclass(frozen=True, slots=True)
class Block(Plain):
    """Lists that are taken as one in a council, and what they come to in each scenario; one list is a block too."""

    FIELDS = ("lists", "seats", *(f"figures.{name}" for name in FIGURES), "scenarios=second")

    lists: tuple[str, ...]
    seats: int
    scenarios: Mapping[str, Scenario]

    @property
    def power(self) -> Power | None:
        """The figures told first; the block stands at position 0."""
        return self.scenarios[SINGLE_MEMBERS].power if self.scenarios else None

    @property
    def figures(self) -> Figures:
        """Its measures, seats that are not accounted for as single members."""
        return figures(self.power, 0)

    @property
    def second(self) -> Mapping[str, Figures]:
        """Its measures in the other scenario."""
        return {name: figures(item.power, 0) for name, item in self.scenarios.items() if name == ONE_LIST}


_MEASURED = ("block.seats", *(f"block.figures.{name}" for name in FIGURES), "scenarios=block.second")


@dataclass(frozen=True, slots=True)
class ListInCouncil(Plain):
    """A list that X has in a council, and its power there."""

    FIELDS = ("list.id", "list.name", "list.relation", *_MEASURED)

    list: HeldList
    block: Block


@dataclass(frozen=True, slots=True)
class HeldCouncil(Plain):
    """A house or council where X holds seats: as `where` counts them (`block`), list by list, and all lists as one."""

    FIELDS = (
        *("council.id", "council.name", "council.council_size", "council.size_standing", "council.accounted"),
        *("majority", *_MEASURED, "minimal_winning_coalitions", "lists", "together", "council.sources"),
    )

    council: CouncilAnswer
    majority: int | None
    block: Block
    lists: tuple[ListInCouncil, ...]
    together: Block | None  # None where X has one list there

    @property
    def minimal_winning_coalitions(self) -> int | None:
        """How many there are; None where that cannot be computed."""
        return self.block.power.minimal_winning_coalitions if self.block.power else None


@dataclass(frozen=True, slots=True)
class Summary(Plain):
    """What X comes to over the councils where it holds seats; means are over those that could be computed."""

    councils: int
    computed: int
    mean_share: Fraction | None
    mean_banzhaf: Fraction | None
    mean_shapley_shubik: Fraction | None
    majority_alone: tuple[str, ...]
    powerless: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class HolderInfluence(Plain):
    """Power of a list, or of what a party, alliance, bloc or figure holds seats through; shared lists never count."""

    ROWS = "councils"
    LINE = "{0.where.subject.candidate.name}: {rows} councils ({0.where.election.date})"
    FIELDS = (
        *("where.asked", "where.subject", "where.election", "where.data_version", "where.status", "where.totals"),
        *("councils", "summary", "where.sources", "notes"),
    )

    where: Where
    councils: tuple[HeldCouncil, ...]
    summary: Summary
    notes: tuple[Note, ...]

    @property
    def basis(self) -> Where:
        """The answer that it is computed from: its subject, its sources."""
        return self.where


def influence(
    graph: GraphView,
    asked: str | None = None,
    election: str | Election | None = None,
    limit: int = LISTED,
    betweenness: bool = False,
) -> AllCouncils | Betweenness | CouncilInfluence | HolderInfluence:
    """Power in a house or in all councils, in the council of a province, with at most `limit` coalitions, or of a name.

    A word that is both a province's and a holder's means the holder, as everywhere; a note then says so.
    With `betweenness` that of all figures. Raises CannotAnswerError for an unknown or ambiguous name, UsageError for
    an unknown election or a name beside `betweenness`, StoreError.
    """
    if betweenness:
        if asked is not None:
            raise UsageError("betweenness is of all figures: give no name with it")
        return betweenness_of(graph, election)
    if asked is None:
        at = graph.election(election)
        return _in_body(graph, house_of(graph, at, at.body), limit) if at.body else all_councils(graph, at)
    try:
        graph.read_holder(asked)
    except CannotAnswerError as error:
        if error.answer["error"] != "province" and not graph.resolver.resolve(asked, BODIES).candidates:
            raise
        return _in_body(graph, council_of(graph, asked, election), limit)
    return _of_holder(graph, where(graph, asked, election))


def _in_body(graph: GraphView, council: Who, limit: int) -> CouncilInfluence:
    """Power in a council; in a house also which blocs reach a majority."""
    found = in_council(council, limit)
    whole = council.election.body and not council.province
    return replace(found, blocs=blocs(graph, council)) if whole else found


def _of_holder(graph: GraphView, held: Where) -> HolderInfluence:
    """Power of a name in the house, or in each council where it holds seats and over all of them."""
    if held.election.body:
        house = house_of(graph, held.election, held.election.body)
        lists = [{"list": item.id, "seats": item.seats, "disputed": item.disputed} for item in house.lists]
        has = held.status == SEATS
        councils: tuple[HeldCouncil, ...] = (_held(_in_house(held, house), held, lists),) if has else ()
    else:
        rows = rows_by("province", graph.run("seats_by_council", election=held.election.id))
        councils = tuple(_held(answer, held, rows[answer.id]) for answer in held.provinces if answer.status == SEATS)
    done = [(council.council, found) for council in councils if (found := council.block.power)]
    summary = Summary(
        len(councils),
        len(done),
        _mean([Fraction(found.seats[0], sum(found.seats)) for _, found in done]),
        _mean([found.banzhaf[0] for _, found in done]),
        _mean([found.shapley_shubik[0] for _, found in done]),
        tuple(council.id for council, found in done if found.majority_alone[0]),
        tuple(council.id for council, found in done if not found.banzhaf[0]),
    )
    also = graph.resolver.resolve(held.asked, PROVINCES).candidates
    return HolderInfluence(held, councils, summary, (*_notes(also, held, councils), ARITHMETIC))


def _in_house(held: Where, house: Who) -> CouncilAnswer:
    """What a name holds in a whole house, as `where` has it of a council: a constituency has no majority."""
    there = {item.id: item for item in house.lists}
    mine = [item for item in held.lists if item.id in there]
    counted = [there[item.id] for item in counted_lists(mine)]
    body = house.subject.candidate
    return CouncilAnswer(
        id=body.id,
        name=body.name,
        status=SEATS,
        seats=held.total,
        most=held.most,
        council_size=house.council_size,
        size_standing=house.size_standing,
        accounted=house.accounted,
        standing=weakest(item.standing for item in counted),
        disputed=any(item.disputed for item in counted),
        dissent=any(item.dissent for item in counted),
        lists=tuple(
            HeldList(
                id=item.id,
                name=item.name,
                relation=item.relation,
                seats=item.total,
                most=item.most,
                rank=there[item.id].rank,
                tied_with=there[item.id].tied_with,
                reserved_for=there[item.id].reserved_for,
                standing=there[item.id].standing,
                fact="",
                others=item.others or (),
            )
            for item in mine
        ),
        statements=tuple(statement for item in counted for statement in item.statements),
        locators=tuple(dict.fromkeys(locator for item in counted for locator in item.locators)),
        preliminary=held.preliminary,
    )


def _mean(values: Sequence[Fraction]) -> Fraction | None:
    return sum(values, Fraction(0)) / len(values) if values else None


def _held(answer: CouncilAnswer, held: Where, rows: Sequence[Row]) -> HeldCouncil:
    size = answer.council_size
    computable = not why_not([row["seats"] for row in rows], size, any(row["disputed"] for row in rows))

    def block(lists: Sequence[str]) -> Block:
        own = sum(row["seats"] for row in rows if row["list"] in lists)
        others = [row["seats"] for row in rows if row["list"] not in lists]
        return Block(tuple(lists), own, scenarios([own, *others], size) if computable and size else {})

    mine = [item for item in answer.lists if item.relation != SHARED]
    # As in `where`: own seats where there are any, else led, else a bloc's; the three are never added.
    first = next(name for name in held.totals if any(item.relation == name for item in mine))
    return HeldCouncil(
        answer,
        majority(size) if size else None,
        block([item.id for item in mine if item.relation == first]),
        tuple(ListInCouncil(item, block([item.id])) for item in mine),
        block([item.id for item in mine]) if len(mine) > 1 else None,
    )


def _notes(also: Sequence[Candidate], held: Where, councils: Sequence[HeldCouncil]) -> Iterator[Note]:
    if also:
        values = {"asked": held.asked, "province": Named(also[0].id, also[0].name), "id": also[0].id}
        yield Note("also_council", values)
    if held.status != SEATS:
        yield from held.notes
        return
    shared = tuple(Named(item.id, item.name) for item in held.lists if item.relation == SHARED)
    if shared:
        yield Note("shared_not_counted", {"name": held.subject.named, "lists": shared})
    several = _named(council.council for council in councils if council.together)
    if several:
        yield Note("also_as_one", {"provinces": several})
    perhaps = _named(council for council in held.provinces if council.status == UNKNOWN)
    if perhaps and not held.election.body:
        yield Note("perhaps_seats", {"provinces": perhaps})
    for council in councils:
        answer = council.council
        values = {"province": Named(answer.id, answer.name)}
        if not council.block.scenarios:
            yield Note("no_power_in", values)
        elif answer.missing:
            yield Note("open_in_council", values | {"counted": as_single_members(answer.missing)})
    if any(council.council.others for council in councils):
        yield Note("power_of_first")
    inferred = _named(council.council for council in councils if council.council.size_standing == Standing.INFERRED)
    if inferred:
        yield Note("sizes_inferred", {"provinces": inferred})
    yield from held.election.notes


def _named(councils: Iterable[CouncilAnswer]) -> tuple[Named, ...]:
    return tuple(Named(council.id, council.name) for council in councils)
