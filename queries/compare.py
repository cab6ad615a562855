"""Several names side by side at an election: the seats of each, in all and by province, and who surely has the most."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import UsageError

from .affiliation.ties import SHARED
from .disputed import Told
from .plain import Named, Note, Plain, once
from .then import Then, thens
from .view import GraphView
from .view.elections import Election
from .view.evidence import SourceLine, sorted_sources
from .view.subject import Subject
from .where import where_many
from .where.answer import DID_NOT_STAND, NONE, SEATS, CouncilAnswer, Where, counted_lists

# Notes of `where` that do not say whose they are: the cells of the comparison say the same.
_OF_ONE = frozenset({"minimum_missing", "minimum_disputed", "none_if_inferred"})


@dataclass(frozen=True, slots=True)
class Side(Plain):
    """One of the names, and its seats in all."""

    FIELDS = (
        *("subject.candidate.id", "subject.candidate.kind", "subject.candidate.name", "subject.matched"),
        *("then.status", "then.total", "then.most", "then.size", "then.share", "then.minimum", "then.placed"),
        *("then.others", "then.preliminary"),
        *("then.members", "then.place", "then.lists", "ahead_in"),
    )

    OPTIONAL = ("others",)

    subject: Subject
    then: Then
    ahead_in: int  # provinces where it surely has more than any other


@dataclass(frozen=True, slots=True)
class PlaceCompared(Plain):
    """A council or constituency: the answer of `where` for each name, in their order; `ahead`: who has the most there.

    That is one where the smallest number that any source says exceeds the largest of every other, several where they
    surely have as many, and none where it is open. `by_members`: it is so by a list of members alone.
    """

    id: str
    name: str
    council_size: int | None
    cells: tuple[CouncilAnswer, ...]
    ahead: tuple[str, ...]
    by_members: bool


@dataclass(frozen=True, slots=True, repr=False)
class Compare(Plain):
    """Several names at one election; `ahead` has the most seats in all, as in a `PlaceCompared`."""

    ROWS = "provinces"
    LINE = "{0.asked}: {rows} provinces ({0.election.date})"
    FIELDS = (
        *("asked", "election", "body=election.fills", "data_version", "sides", "ahead", "provinces", "no_vote"),
        *("sources", "notes"),
    )

    asked: tuple[str, ...]
    subjects: tuple[Subject, ...]
    election: Election
    data_version: str
    sides: tuple[Side, ...]
    ahead: tuple[str, ...]
    provinces: tuple[PlaceCompared, ...]
    no_vote: tuple[Named, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]
    held: tuple[Where, ...]  # the whole answer about each name, in their order
    short_names: Mapping[str, str]  # of all entities, by id


def compare(graph: GraphView, *names: str, election: str | Election | None = None, as_of: str | None = None) -> Compare:
    """Several names (lists, parties, alliances, blocs or figures) side by side at an election.

    What each has is what `queries.where.where` says of it, with its statuses; nothing is added up over names. Raises
    what that raises, and UsageError where two names are of the same.
    """
    answers = where_many(graph, names, election, as_of)
    subjects = tuple(answer.subject for answer in answers)
    ids = [subject.candidate.id for subject in subjects]
    for at, id in enumerate(ids):
        if id in ids[:at]:
            raise UsageError(f"{names[ids.index(id)]!r} and {names[at]!r} are both {graph.name(id)}: name another.")
    places = tuple(sorted(_places(ids, answers), key=lambda place: (-_most(place), place.name, place.id)))
    totals = [then for answer in answers for then in thens(graph, [answer])]
    return Compare(
        asked=names,
        subjects=subjects,
        election=answers[0].election,
        data_version=graph.data_version,
        sides=tuple(
            Side(subject, then, sum(place.ahead == (subject.candidate.id,) for place in places))
            for subject, then in zip(subjects, totals, strict=True)
        ),
        ahead=_ahead(ids, [_in_all(then) for then in totals]),
        provinces=places,
        no_vote=answers[0].no_vote,
        sources=sorted_sources(source for answer in answers for source in answer.sources),
        notes=tuple(_notes(answers)),
        held=answers,
        short_names=graph.short_names,
    )


# --- Decide -------------------------------------------------------------------------------------------


_Bounds = tuple[float, float]  # the fewest and the most seats that somebody can have
_OPEN: _Bounds = 0, math.inf


def _places(ids: Sequence[str], answers: Sequence[Where]) -> Iterator[PlaceCompared]:
    """What all answers say of each province."""
    at = [{council.id: council for council in answer.provinces} for answer in answers]
    for council in answers[0].provinces:
        cells = tuple(found[council.id] for found in at)
        ahead, by_members = _ahead(ids, [_bounds(cell) for cell in cells]), False
        counts = [cell.members for cell in cells if cell.members is not None]
        if not ahead and len(counts) == len(cells):
            ahead = _ahead(ids, [(count, count) for count in counts])
            by_members = bool(ahead)
        yield PlaceCompared(council.id, council.name, council.council_size, cells, ahead, by_members)


def _ahead(ids: Sequence[str], bounds: Sequence[_Bounds]) -> tuple[str, ...]:
    """Who has the most: one that surely does, or several that surely have as many; none where it is open, or all 0."""
    least = max(fewest for fewest, _ in bounds)
    found = [(id, both) for id, both in zip(ids, bounds, strict=True) if both[1] >= least]
    sure = least > 0 and (len(found) == 1 or all(both == (least, least) for _, both in found))
    return tuple(id for id, _ in found) if sure else ()


def _bounds(cell: CouncilAnswer) -> _Bounds:
    """The fewest and the most seats of somebody in a council; on a joint list it may be all that this has."""
    joint = sum(item.most for item in cell.lists if item.relation == SHARED)
    if cell.status == SEATS:
        least, most = Told(cell.seats or 0, cell.most or 0, cell.others).ends
        return least, most + joint
    if cell.status in (NONE, DID_NOT_STAND):
        return 0, 0
    if cell.status == SHARED:
        return 0, math.inf if cell.missing is None else joint + cell.missing
    return 0, math.inf if cell.perhaps is None else cell.perhaps


def _in_all(then: Then) -> _Bounds:
    """The fewest and the most seats of somebody in all."""
    if then.total is None:
        return (0, 0) if then.status == DID_NOT_STAND else _OPEN
    counted = {item.id for item in counted_lists(then.lists)}
    joint = sum(item.most for item in then.lists if item.id not in counted)  # and led ones, beside its own
    least, most = Told(then.total, then.most or then.total, then.others or ()).ends
    return least, math.inf if then.minimum else most + joint


def _most(place: PlaceCompared) -> int:
    return max(cell.seats or cell.members or 0 for cell in place.cells)


def _notes(answers: Sequence[Where]) -> Iterator[Note]:
    """The lists whose seats several of the names count, and what the answers say, each once."""
    counted: dict[str, dict[str, Named]] = {}
    names: dict[str, str] = {}
    for answer in answers:
        for item in counted_lists(answer.lists):
            names[item.id] = item.name
            counted.setdefault(item.id, {})[answer.subject.candidate.id] = answer.subject.named
    for id, of in counted.items():
        if len(of) > 1:
            yield Note("same_seats", {"list": Named(id, names[id]), "names": tuple(of.values())})
    yield from once(note for answer in answers for note in answer.notes if note.code not in _OF_ONE)
