"""The answer to where X holds seats: six answers for each council, and three figures that are never added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from graph.kinds import Standing

from ..affiliation.ties import LED, MEMBER, OWN
from ..disputed import Told, sum_of
from ..plain import Named, Note, Plain
from ..totals import all_known, all_seats
from ..view.elections import Election
from ..view.evidence import Sourced, SourceLine, sources_of
from ..view.subject import Subject

SEATS, NONE, UNKNOWN = "seats", "none", "unknown"
DID_NOT_STAND, NO_VOTE = "did_not_stand", "no_vote"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class HeldList(Plain):
    """A list with seats in one council, `rank` and `tied_with` as of a `queries.who.answer.Holder`."""

    FIELDS = ("id", "name", "relation", "seats", "most", "others", "rank", "tied_with", "reserved_for", "standing")

    id: str
    name: str
    relation: str
    seats: int
    most: int
    rank: int | None
    tied_with: tuple[str, ...]
    reserved_for: str | None
    standing: str
    fact: str
    others: tuple[int, ...] = ()

    @property
    def told(self) -> Told:
        """The seats with all that is said of them."""
        return Told(self.seats, self.most, self.others)

    @property
    def preliminary(self) -> bool:
        """Whether the number rests on a preliminary count."""
        return self.standing == Standing.PRELIMINARY


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ListTotal(Sourced):
    """A list that X holds seats on, and all its seats; `by` joined it, where `reported` before the vote only.

    `total` is of the smallest numbers that stand, `most` of the largest; `placed` are its seats by province, where
    `total` is what is stated in all, by the sources `stated_by`, and these are not all seats of the election;
    `dissent`: another source says another number, at the same stage of the count; `others` are these, of a sum what
    it comes to with them. `preliminary`: it rests on a preliminary count, and no final number is known.
    """

    FIELDS = (
        *("id", "name", "relation", "total", "most", "placed", "stated_by", "dissent", "others", "preliminary"),
        *("councils", "sources", "by", "reported"),
    )
    OPTIONAL = ("placed", "stated_by", "dissent", "others", "by", "reported")

    id: str
    name: str
    relation: str
    total: int
    most: int
    councils: int
    placed: int | None = None
    by: str | None = None
    by_id: str | None = None
    reported: bool | None = None
    locators: tuple[tuple[str, str], ...] = ()  # source id and locator of what ties X to it, nearest to the list first
    stated_at: tuple[tuple[str, str], ...] = ()  # the same of what states the total
    others: tuple[int, ...] | None = None
    preliminary: bool = False

    @property
    def told(self) -> Told:
        """The total with all that is said of it."""
        return Told(self.total, self.most, self.others or ())

    @property
    def dissent(self) -> bool | None:
        """Whether another source says another number of seats in all; None where no such number is told."""
        return True if self.others else None

    @property
    def stated_by(self) -> tuple[str, ...] | None:
        """The ids of the sources that state the total; None where it is the sum of its seats."""
        return sources_of(self.stated_at) or None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CouncilAnswer(Sourced):
    """The answer for one council. `seats` is set for the status "seats" only; `missing` seats are not accounted for.

    Where sources dispute the number, it is the smallest and `most` the largest that stands, else they are equal.
    `listless`: it is unknown because no list of X is known, whatever is accounted for. `unplaced`: how many seats of X
    have no province, where all that X won is stated. `reported`: how many statements speak of a bloc there in words
    that name no list, where it would be said to have none. `members` are those of X on a list of members, which proves
    neither that their seats were won nor that they have them today; `partly`: some of these are of lists of which no
    seats are stated there, beside others of which they are. `preliminary`: the number, also that it is none, rests on a
    preliminary count, and no final one is known.
    """

    FIELDS = (
        *("id", "name", "status", "seats", "most", "council_size", "size_standing", "accounted", "standing"),
        *("preliminary", "disputed", "dissent", "others", "lists", "stood", "reported", "members", "statements"),
        "sources",
    )
    OPTIONAL = ("reported", "members")

    id: str
    name: str
    status: str
    seats: int | None
    most: int | None
    council_size: int | None
    size_standing: str | None
    accounted: int
    standing: str | None
    disputed: bool
    dissent: bool
    lists: tuple[HeldList, ...] = ()
    statements: tuple[str, ...] = ()
    locators: tuple[tuple[str, str], ...] = ()
    stood: bool = False
    listless: bool = False
    reported: int | None = None
    unplaced: int | None = None
    members: int | None = None
    partly: bool = False
    preliminary: bool = False

    @property
    def others(self) -> tuple[int, ...]:
        """What sources say besides of the seats, or what these come to with it where they are of several lists."""
        if self.status != SEATS or not any(item.others for item in self.lists):
            return ()
        return sum_of(item.told for item in counted_lists(self.lists)).others

    @property
    def size_inferred(self) -> bool:
        """Whether the answer rests on a size of the council that is worked out from its seats."""
        told = self.status != DID_NOT_STAND and not self.listless and not self.reported
        return told and self.size_standing == Standing.INFERRED

    @property
    def missing(self) -> int | None:
        """Seats of the council that are not accounted for; None while its size is unknown."""
        return None if self.council_size is None else max(self.council_size - self.accounted, 0)

    @property
    def perhaps(self) -> int | None:
        """At most how many seats X has here where that is unknown; None where nothing bounds them."""
        bounds = [bound for bound in (self.missing, self.unplaced) if bound is not None]
        return min(bounds) if bounds and not self.listless and not self.reported else None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Where(Plain):
    """Where X holds seats at an election.

    Where not every seat of it has a province, the totals are what is stated in all, and `placed` the seats of these
    lists by province. `members` are X's on a list of members.
    """

    ROWS = "provinces"
    LINE = "{0.subject.candidate.name}: {0.status}, {0.total} of {0.all_seats} ({0.election.date})"
    FIELDS = (
        *("asked", "subject", "election", "body=election.fills", "data_version", "status", "totals", "total"),
        *("placed", "members", "minimum", "lists", "no_vote", "provinces", "sources", "notes"),
    )
    OPTIONAL = ("placed", "members")

    asked: str
    subject: Subject
    election: Election
    data_version: str
    status: str
    totals: dict[str, int | None]
    total: int | None
    minimum: bool
    lists: tuple[ListTotal, ...]
    no_vote: tuple[Named, ...]
    provinces: tuple[CouncilAnswer, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]
    short_names: Mapping[str, str]  # of all entities, by id
    placed: int | None = None
    members: int | None = None

    @property
    def listless(self) -> bool:
        """Whether it is unknown and no list of X is known at all."""
        return self.status == UNKNOWN and not self.lists

    @property
    def most(self) -> int | None:
        """The largest total that stands; None where it is not known."""
        return None if self.total is None else max(sum(item.most for item in counted_lists(self.lists)), self.total)

    @property
    def others(self) -> tuple[int, ...]:
        """What sources say besides of the total, or what it comes to with that where it is of several lists."""
        if self.status != SEATS or not any(item.others for item in self.lists):
            return ()
        return sum_of(item.told for item in counted_lists(self.lists)).others

    @property
    def preliminary(self) -> bool:
        """Whether the total rests on a preliminary count, in part or whole."""
        return self.total is not None and any(item.preliminary for item in counted_lists(self.lists))

    @property
    def all_seats(self) -> int | None:
        """The seats of the body, or of all councils together; None while that is unknown."""
        return all_seats(self.election, [council.council_size for council in self.provinces])

    @property
    def all_places(self) -> int | None:
        """How many councils or constituencies there are; None where those that are known do not make the house."""
        known = all_known(self.election, [council.council_size for council in self.provinces])
        return len(self.provinces) if known else None


class _Related(Protocol):
    """A list of X, and how X comes to it."""

    @property
    def relation(self) -> str: ...


_List = TypeVar("_List", bound=_Related)


def counted_lists(lists: Iterable[_List]) -> list[_List]:
    """The lists whose seats are the total: own ones where there are any, else led ones, else a bloc's."""
    found = list(lists)
    relations = {item.relation for item in found}
    first = next((relation for relation in (OWN, LED, MEMBER) if relation in relations), None)
    return [item for item in found if item.relation == first]
