"""The answer to who holds a council, a house or a constituency of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.kinds import BODIES

from ..disputed import Contest, Told
from ..people.offices import Term
from ..plain import Note, Plain
from ..view.elections import Election
from ..view.evidence import SourceLine
from ..view.subject import Subject

VOTED, NO_VOTE, NOT_KNOWN = "voted", "no_vote", "unknown"


@dataclass(frozen=True, slots=True)
class Holder(Plain):
    """A list in a council with its seats (`queries.disputed.Told`); `share` is the part of the council that they are.

    `rank`, its rank by seats, is None where disputed numbers leave it open, and `tied_with` are the lists with as many
    where neither number is disputed. `dissent`: a source says another number, at the same stage. `preliminary`: the
    number rests on a preliminary count, and no final one is known. `placed`, in a house, are its seats by province
    where `seats` are stated in all; `members` are those that a list of members names.
    """

    FIELDS = (
        *("id", "name", "kind", "seats", "most", "placed", "share", "rank", "tied_with", "reserved_for", "standing"),
        *("preliminary", "disputed", "dissent", "others", "members", "statements"),
    )
    OPTIONAL = ("placed", "members")

    id: str
    name: str
    kind: str
    seats: int
    most: int
    share: float | None
    rank: int | None
    tied_with: tuple[str, ...]
    reserved_for: str | None
    standing: str
    disputed: bool
    dissent: bool
    statements: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]
    placed: int | None = None
    members: int | None = None
    others: tuple[int, ...] = ()
    preliminary: bool = False

    @property
    def told(self) -> Told:
        """Its seats with all that is said of them."""
        return Told(self.seats, self.most, self.others)


@dataclass(frozen=True, slots=True)
class Unregistered(Plain):
    """Seats that a source gives to a list nobody registered, which do not count."""

    text: str
    seats: int
    locator: str


@dataclass(frozen=True, slots=True, repr=False)
class Who(Contest[Holder]):
    """A council or house at an election: its lists, most seats first; `majority` is of all seats, reserved ones too.

    Of a province in the election of a house it is the constituency, which has no majority. `offices` are the terms of
    the offices from the vote on; `unvoted`: the code of the note that says why there was no vote.
    """

    ROWS = "lists"
    LINE = "{0.subject.candidate.name}: {0.status}, {0.accounted} of {0.council_size}, {rows} lists ({0.election.date})"
    FIELDS = (
        *("asked", "province", "election", "body=election.fills", "data_version", "status", "accounted", "majority"),
        *("turnout", "turnout_of", "lists", "unresolved", "offices", "sources", "notes"),
    )

    asked: str
    subject: Subject
    election: Election
    data_version: str
    status: str
    council_size: int | None
    size_standing: str | None
    accounted: int
    majority: int | None
    turnout: float | None
    turnout_of: str | None
    lists: tuple[Holder, ...]
    unresolved: tuple[Unregistered, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]
    offices: tuple[Term, ...] = ()
    unvoted: str | None = None

    @property
    def province(self) -> Mapping[str, object] | None:
        """The province and its council, as JSON has it; None for a house."""
        found = self.subject.candidate
        if found.kind in BODIES:
            return None
        size = {"council_size": self.council_size, "size_standing": self.size_standing}
        return {"id": found.id, "name": found.name} | size

    @property
    def missing(self) -> int | None:
        """Seats of the council that are not accounted for; None while its size is unknown."""
        return None if self.council_size is None else max(self.council_size - self.accounted, 0)
