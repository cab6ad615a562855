"""A name or a place through all elections: one row an election, the latest first; rows are never added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.dates import not_after, today
from graph.kinds import BODIES, HOLDERS

from .affiliation.ties import MEMBER
from .plain import Named, Note, Plain
from .totals import Place, place_of, totals_of
from .view import Body, Election, GraphView, SourceLine, Subject, sorted_sources
from .where import SEATS, ListTotal, Where, counted_lists, where_each
from .who import Holder, Who, council_of


@dataclass(frozen=True, slots=True)
class ListThen(Plain):
    """A list of X at an election, and its seats; `since_before`: X had it at the election before of the same body."""

    id: str
    name: str
    relation: str
    total: int
    most: int
    since_before: bool | None


@dataclass(frozen=True, slots=True)
class Then(Plain):
    """X at one election: `total` to `most` seats of `size`, the place of its largest list, its lists and those it lost.

    `total` is None where it is not known, `minimum` says that it may be more; `share` is of the size. `left` are lists
    of X at the election before of the same body that it had no more at this one.
    """

    OPTIONAL = ("placed", "place", "members")

    election: Election
    body: Body
    status: str
    total: int | None
    most: int | None
    size: int | None
    share: float | None
    minimum: bool
    placed: int | None
    members: int | None
    place: Place | None
    lists: tuple[ListThen, ...]
    left: tuple[Named, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceThen(Plain):
    """A council, constituency or house at one election; `largest` are the lists that no other surely exceeds."""

    election: Election
    body: Body
    status: str
    size: int | None
    accounted: int
    lists: int
    largest: tuple[Holder, ...]
    certain: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class History(Plain):
    """X through the elections that are known, the latest first."""

    ROWS = "elections"
    LINE = "{0.subject.candidate.name}: {rows} elections"
    FIELDS = ("asked", "subject", "data_version", "elections", "sources", "notes")

    asked: str
    subject: Subject
    data_version: str
    elections: tuple[Then, ...] | tuple[PlaceThen, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]


def history(graph: GraphView, asked: str) -> History:
    """A holder, a province or a body through the elections until today.

    A word that is both a holder's and a place's means the holder. Raises CannotAnswerError for an unknown or ambiguous
    name, StoreError.
    """
    elections = [election for election in graph.elections if not_after(election.date, today())]
    subject = graph.read_any(asked)
    place = subject.candidate
    if place.kind in HOLDERS:
        return _of_holder(graph, asked, subject, elections)
    councils = [
        council_of(graph, asked, election)
        for election in elections
        if (
            election.body is not None and election.body.id == place.id
            if place.kind in BODIES
            else any(row["id"] == place.id for row in graph.councils(election))
        )
    ]
    sources = {source.id: source for council in councils for source in council.sources}
    rows = tuple(_place_then(council) for council in councils)
    return History(asked, subject, graph.data_version, rows, sorted_sources(sources.values()), (Note("never_added"),))


def _of_holder(graph: GraphView, asked: str, subject: Subject, elections: Sequence[Election]) -> History:
    (answers,) = where_each(graph, [subject.candidate.id], elections)
    sources = {source.id: source for answer in answers if answer.lists for source in answer.sources}
    notes = (Note("never_added"), Note("same_list"))
    rows = tuple(thens(graph, answers))
    return History(asked, subject, graph.data_version, rows, sorted_sources(sources.values()), notes)


def thens(graph: GraphView, answers: Sequence[Where]) -> Iterator[Then]:
    """A row for each of these answers about one subject, the latest election first."""
    for at, answer in enumerate(answers):
        before = next((one for one in answers[at + 1 :] if one.election.fills.id == answer.election.fills.id), None)
        yield _then(graph, answer, before)


def _then(graph: GraphView, answer: Where, before: Where | None) -> Then:
    election, mine = answer.election, counted_lists(answer.lists)
    seats = answer.total
    most = None if seats is None else max(sum(item.most for item in mine), seats)
    size = answer.all_seats
    had = None if before is None else {item.id for item in before.lists}
    has = {item.id for item in answer.lists}
    lists = [item for item in mine if item.relation != MEMBER and answer.status == SEATS]  # a bloc has no place
    largest = max(lists, key=lambda item: item.total, default=None)
    return Then(
        election=election,
        body=election.fills,
        status=answer.status,
        total=seats,
        most=most,
        size=size,
        share=seats / size if seats is not None and size else None,
        minimum=answer.minimum,
        placed=answer.placed,
        members=answer.members,
        place=place_of(largest.id, totals_of(graph, election)) if largest else None,
        lists=tuple(_list_then(item, had) for item in answer.lists),
        left=tuple(Named(item.id, item.name) for item in (before.lists if before else ()) if item.id not in has),
        sources=tuple(source.id for source in answer.sources) if answer.lists else (),
    )


def _list_then(item: ListTotal, had: Iterable[str] | None) -> ListThen:
    return ListThen(item.id, item.name, item.relation, item.total, item.most, None if had is None else item.id in had)


def _place_then(council: Who) -> PlaceThen:
    return PlaceThen(
        election=council.election,
        body=council.election.fills,
        status=council.status,
        size=council.council_size,
        accounted=council.accounted,
        lists=len(council.lists),
        largest=council.leading,
        certain=council.certain,
        sources=tuple(source.id for source in council.sources),
    )
