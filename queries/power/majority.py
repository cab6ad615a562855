"""Do these lists reach a majority, by how much, and who could complete it: in a house and in every council.

Seats that sources dispute are told with both ends. Those not accounted for are added to nobody whose seats are stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from graph.errors import UsageError
from graph.kinds import BODIES, COUNCILS, PROVINCES, Kind, Standing
from graph.lexicon import Candidate

from ..affiliation.ties import SHARED, Tie, ties_of
from ..disputed import Told, sum_of
from ..plain import Named, Note, Plain, once
from ..sitting import bodies_sitting
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import Sourced, SourceLine, sorted_sources
from ..view.subject import Subject
from ..who import councils_of, house_of
from ..who.answer import Holder, Who

YES, NO, OPEN = "yes", "no", "open"
LISTED = 5  # of the smallest pairs that would complete a majority


@dataclass(frozen=True, slots=True)
class Part(Sourced):
    """A list with seats in a body; `through` are the names that were asked about and hold seats through it."""

    FIELDS = ("id", "name", "seats", "most", "others", "preliminary", "through", "sources")

    id: str
    name: str
    seats: int
    most: int
    through: tuple[str, ...]
    others: tuple[int, ...] = ()
    preliminary: bool = False
    locators: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Completion(Plain):
    """Lists that would complete a majority; `reaches` is "open" where that hangs on seats nobody knows."""

    lists: tuple[Part, ...]
    reaches: str | None


@dataclass(frozen=True, slots=True)
class Reach(Plain):
    """Lists together in a body: `seats` to `most` of `size`, each list once.

    Where no source states all seats of a list of a house, `most` has those that are not accounted for. `others` is
    what they come to with numbers that sources say besides. `reaches` is "yes" where the smallest number of all is a
    majority, "no" where the largest is none, else "open"; None while the size is not known. `by` is how many seats
    there are beyond a majority, below 0 how many lack, from the smaller to the larger number. `singles` are the lists
    that would complete it, `pairs` the smallest of the pairs that surely would and of whose lists none would alone,
    out of `pairs_in_all`; none where it is reached.
    """

    FIELDS = (
        *("id", "name", "election=election.id", "size", "size_standing", "accounted", "majority", "seats", "most"),
        *("others", "preliminary", "reaches", "by", "lists", "singles", "pairs", "pairs_in_all"),
    )

    id: str
    name: str
    election: Election
    size: int | None
    size_standing: str | None
    accounted: int
    majority: int | None
    seats: int
    most: int
    reaches: str | None
    lists: tuple[Part, ...]
    singles: tuple[Completion, ...] = ()
    pairs: tuple[Completion, ...] = ()
    pairs_in_all: int = 0
    others: tuple[int, ...] = ()

    @property
    def by(self) -> tuple[int, int] | None:
        """How many seats beyond a majority, from the smallest to the largest number; below 0 what lacks."""
        if self.majority is None:
            return None
        least, most = Told(self.seats, self.most, self.others).ends
        return least - self.majority, most - self.majority

    @property
    def preliminary(self) -> bool:
        """Whether the sum rests on a preliminary count, in part or whole."""
        return any(item.preliminary for item in self.lists)


@dataclass(frozen=True, slots=True, repr=False)
class Majority(Plain):
    """Whether the lists of these names reach a majority: in a house, and in each council where they have any seats."""

    ROWS = "bodies"
    LINE = "{0.asked}: {rows} bodies"

    asked: tuple[str, ...]
    subjects: tuple[Subject, ...]
    as_of: str | None
    data_version: str
    bodies: tuple[Reach, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]


def majority(
    graph: GraphView,
    *names: str,
    body: str | None = None,
    election: str | Election | None = None,
    as_of: str | None = None,
) -> Majority:
    """Whether these lists, or what these names hold seats through, reach a majority at an election.

    Who leads and belongs to what is taken at the day `as_of`, where one is given, and else at that of the vote.

    In the house that it fills, or in each council where they have any; with `body` in this one, a body, the council of
    a province or "councils", all of them. Raises CannotAnswerError for an unknown or ambiguous name, UsageError for
    an election that is not known or not of this body and for a constituency, which has no majority, StoreError.
    """
    if _all_councils(body):
        at = graph.election(election or COUNCILS, as_of)
        if at.body:
            raise UsageError(f"{at.id} is no election of {COUNCILS}.")
        return _answer(graph, names, [(at, None)])
    place = graph.read(body, PROVINCES | BODIES).candidate if body is not None else None
    if place is not None and place.kind in BODIES:
        return _answer(graph, names, [(graph.election_of(place, election, as_of), None)])
    return _answer(graph, names, [(graph.election(election, as_of), place)])


def majority_sitting(graph: GraphView, answer: Any, names: Sequence[str], options: Mapping[str, Any]) -> Majority:
    """The same in what sits on a day: the house with most seats in which any of them has seats, and every council.

    With a body in this one. Raises what `majority` raises.
    """
    elections = bodies_sitting(graph, options.get("as_of"))
    body = options.get("body")
    if body is None or _all_councils(body):
        return _answer(graph, names, [(at, None) for at in elections if body is None or not at.body])
    place = graph.read(body, PROVINCES | BODIES).candidate
    if place.kind in BODIES:
        return _answer(graph, names, [(graph.election_of(place, None, elections[0].day), None)])
    at = [at for at in elections if not at.body and any(row["id"] == place.id for row in graph.councils(at))]
    if not at:
        raise UsageError(f"no council of {place.name} is known that sits: name an election with --election.")
    return _answer(graph, names, [(at[0], place)])


def _all_councils(body: str | None) -> bool:
    return body is not None and body.lower() == COUNCILS


def _answer(graph: GraphView, names: Sequence[str], where: Sequence[tuple[Election, Candidate | None]]) -> Majority:
    subjects = tuple(graph.read_holder(name) for name in names)
    found: list[Reach] = []
    sources: list[SourceLine] = []
    shared: dict[str, dict[Named, None]] = {}
    for at, place in where:
        if at.body and any(item.election.body for item in found):
            continue  # a smaller house
        ties = ties_of(graph, {item.candidate.id: item.candidate for item in subjects}.values(), at)
        for council in _bodies(graph, at, place):
            reach = together(council, ties)
            held = {item.id for item in council.lists}
            for id, lists in ties.items():
                joined = [Named(tie.list, tie.name) for tie in lists.values() if tie.relation == SHARED]
                shared.setdefault(id, {}).update(dict.fromkeys(list for list in joined if list.id in held))
            if reach.lists or place or (at.body and len(where) == 1):
                found.append(reach)
                sources += council.sources
    found.sort(key=lambda item: (item.election.body is None, -item.seats, item.name, item.id))
    named = {item.candidate.id: item.named for item in subjects}
    days = [at.as_of for at, _ in where if at.as_of]
    notes = [Note("shared_not_counted", {"name": named[id], "lists": tuple(of)}) for id, of in shared.items() if of]
    return Majority(
        tuple(names),
        subjects,
        days[0] if days else None,
        graph.data_version,
        tuple(found),
        sorted_sources(sources),
        (*notes, *_notes(found)),
    )


def _notes(found: Sequence[Reach]) -> Iterator[Note]:
    missing = tuple(
        Note("seats_of", {"seats": item.size - item.accounted, "province": Named(item.id, item.name)})
        for item in found
        if item.size and item.accounted < item.size
    )
    if missing:
        yield Note("seats_of_nobody", {"missing": missing})
    inferred = tuple(Named(item.id, item.name) for item in found if item.size_standing == Standing.INFERRED)
    if inferred:
        yield Note("sizes_inferred", {"provinces": inferred})
    if any(item.preliminary for item in found):
        yield Note("preliminary_count")
    yield Note("no_promise")
    yield from once(note for item in found for note in item.election.notes)


def _bodies(graph: GraphView, at: Election, place: Candidate | None) -> Sequence[Who]:
    """The house that an election fills, the council of a place, or all councils that it fills."""
    if at.body and place:
        raise UsageError(f"{place.name} is a constituency of {at.body.name} there: a majority is of {at.body.name}.")
    if at.body:
        return [house_of(graph, at, at.body)]
    ids = [place.id] if place else [row["id"] for row in graph.councils(at) if row["accounted"]]
    return councils_of(graph, ids, at)


def together(council: Who, ties: Mapping[str, Mapping[str, Tie]], *, complete: bool = True) -> Reach:
    """What the lists of these names come to in a council or house, each once; shared lists never count.

    With who could `complete` a majority, where it is not reached.
    """
    own: dict[str, list[str]] = {}
    for id, lists in ties.items():
        for tie in lists.values():
            if tie.relation != SHARED:
                own.setdefault(tie.list, []).append(id)
    mine = [item for item in council.lists if item.id in own and item.most]
    others = [item for item in council.lists if item.id not in own]
    told = _together(mine, council)
    quota, size = council.majority, council.council_size
    place = council.subject.candidate
    found = Reach(
        place.id,
        place.name,
        council.election,
        size,
        council.size_standing,
        council.accounted,
        quota,
        told.seats,
        told.most,
        _reaches(told, quota),
        tuple(_part(item, own[item.id]) for item in mine),
        others=told.others,
    )
    lacks = complete and bool(mine) and found.reaches in (NO, OPEN)
    return _completed(found, mine, others, council) if lacks else found


def _together(lists: Sequence[Holder], council: Who) -> Told:
    """The seats of lists together, from the smallest number to the largest.

    A list of a house that is known by some of its constituencies alone may have the seats not accounted for, too; a
    person has one seat.
    """
    told = sum_of(item.told for item in lists)
    several = [item for item in lists if item.kind != Kind.FIGURE]
    in_part = council.province is None and any(item.placed is None for item in several)
    most = max(told.most, told.seats + (council.missing or 0 if in_part else 0))
    return Told(told.seats, most, tuple(other for other in told.others if not told.seats <= other <= most))


def _reaches(told: Told, quota: int | None) -> str | None:
    if quota is None:
        return None
    least, most = told.ends
    return YES if least >= quota else NO if most < quota else OPEN


def _part(item: Holder, through: Sequence[str] = ()) -> Part:
    names = tuple(sorted(through))
    return Part(item.id, item.name, item.seats, item.most, names, item.others, item.preliminary, item.locators)


def _completed(found: Reach, mine: Sequence[Holder], others: Sequence[Holder], council: Who) -> Reach:
    """With the lists that would complete a majority, and the smallest pairs that surely would."""
    reached = [(item, _reaches(_together([*mine, item], council), found.majority)) for item in others]
    wanted = (YES, OPEN) if found.reaches == NO else (YES,)
    singles = [Completion((_part(item),), reaches) for item, reaches in reached if reaches in wanted]
    lacking = -found.by[0] if found.by else 0
    least = {item.id: item.told.ends.seats for item in others}
    able = [item for item in others if least[item.id] < lacking]
    pairs = [pair for pair in combinations(able, 2) if least[pair[0].id] + least[pair[1].id] >= lacking]
    pairs.sort(key=lambda pair: (pair[0].seats + pair[1].seats, -pair[0].seats, pair[0].id, pair[1].id))
    smallest = tuple(Completion((_part(a), _part(b)), YES) for a, b in pairs[:LISTED])
    return replace(found, singles=tuple(singles), pairs=smallest, pairs_in_all=len(pairs))


def blocs(graph: GraphView, council: Who) -> tuple[Reach, ...]:
    """What the lists of each bloc come to in a house, the largest first, for every bloc with a list that has seats."""
    known = graph.of_kind(Kind.BLOC)
    ties = ties_of(graph, known, council.election)
    found = [
        replace(together(council, {bloc.id: ties[bloc.id]}, complete=False), id=bloc.id, name=bloc.name)
        for bloc in known
    ]
    return tuple(sorted((item for item in found if item.lists), key=lambda item: (-item.seats, -item.most, item.id)))
