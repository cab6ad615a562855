"""The table of predicates: what may be said of whom, what two claims of one thing have in common, what it becomes.

A new predicate is a row here (and its words, in majlis/wording/messages.csv): the columns of edges and entities
(graph/schema.py), what is written (graph/build.py) and the order of telling are read from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .kinds import BODIES, COUNCIL_SIZE, ELECTIONS, HOLDS_SEATS, LISTS, PROVINCES, SITS_FOR, TOTAL_SEATS, Kind

UNTOLD = 1000  # facts of a predicate without a place are told last


class ValueKind(StrEnum):
    """What the value of a predicate is; the tables of a data folder are read by it."""

    NONE = "none"
    COUNT = "count"  # a whole number, 0 or more
    ORDINAL = "ordinal"  # 1, 2, 3 ...
    PERCENT = "percent"  # 0 to 100
    DATE = "date"  # ISO 8601, as precise as the source
    PLACE = "place"  # 1, 2, 3 ..., where there is an order
    ANY = "any"


# What is claimed with these is that something is so; a value, where there is one, is a detail of it.
DETAILS = frozenset({ValueKind.NONE, ValueKind.PLACE, ValueKind.ANY})

MOST_COUNTED = 100_000_000_000  # no count of people or votes is larger
MOST_SEATS = 1_000_000  # no election fills more


@dataclass(frozen=True, slots=True)
class Edge:
    """The edge that a fact becomes: its type, its properties -> fields of the fact, and the field where it ends."""

    type: str
    properties: Mapping[str, str]
    end: str = "object"


@dataclass(frozen=True, slots=True)
class Predicate:
    """One row of the table of predicates.

    `objects` are the kinds an object may have (empty: the predicate takes no object); `whole` says that no
    object means the whole election; `bases` are the words `of` may hold (empty: anything); `by_basis`
    keeps facts with different `of` apart; `by_period` keeps facts that began in different years apart; `most` is the
    largest number that is believed.

    `of_list`: `of` is the list whose people the claims name; the fact is the list's, and its value their number.

    A fact may become an `edge`, one of the whole election a `whole_edge` where there is one, and properties -> fields
    of the fact: `of_entity` of its subject, `of_council` of the edge from a province to an election. `shows_vote`: it
    shows that a province took part in an election. `tie`: its edges are the lines of a network of names;
    `affiliation`: they lead from a name to its lists; `absence`: who took no part in an election. `told` is its place
    in the order of telling.
    """

    name: str
    subjects: frozenset[Kind]
    objects: frozenset[Kind] = frozenset()
    whole: bool = False
    text_object: bool = False
    value: ValueKind = ValueKind.NONE
    most: int = MOST_COUNTED
    bases: tuple[str, ...] = ()
    by_basis: bool = False
    by_period: bool = False
    per_election: bool = True
    of_list: bool = False
    edge: Edge | None = None
    whole_edge: Edge | None = None
    of_entity: Mapping[str, str] = field(default_factory=dict)
    of_council: Mapping[str, str] = field(default_factory=dict)
    shows_vote: bool = False
    tie: bool = False
    affiliation: bool = False
    absence: bool = False
    told: int = UNTOLD

    @property
    def hearsay(self) -> bool:
        """Whether its facts are ties that have no value: said by one source alone, they are what this one reports."""
        return self.tie and self.value is ValueKind.NONE

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The edges that its facts may become."""
        return tuple(edge for edge in (self.edge, self.whole_edge) if edge)

    def edge_of(self, fact: object) -> Edge | None:
        """The edge that this fact becomes, which must have both ends."""
        edge = self.whole_edge if self.whole_edge and getattr(fact, "object", None) is None else self.edge
        return edge if edge and getattr(fact, edge.end) is not None else None


_FIGURES = frozenset({Kind.FIGURE})
_ORGANISATIONS = frozenset({Kind.PARTY, Kind.ALLIANCE})
_MEMBERS = _ORGANISATIONS | _FIGURES
_BLOCS = frozenset({Kind.BLOC})
_PLACES = PROVINCES | ELECTIONS
_OFFICES = frozenset({Kind.OFFICE})
_SIZE_BASES = ("general", "reserved", "both")

_STANDING = {"standing": "standing", "disputed": "disputed"}
_VOTE = {"election": "election"}
_DATED = {"election": "election", "since": "since", "until": "until", **_STANDING}
_ABSENT = {"province": "object", **_STANDING}
# `seats` is the smallest number that stands, `most` the largest: they differ where sources dispute it.
_SEATS = {**_VOTE, "seats": "minimum", "most": "maximum", "reserved_for": "reserved_for", **_STANDING}


def _absence(name: str, told: int) -> Predicate:
    """That somebody took no part in an election, or in that of one province."""
    edge = Edge(name.upper(), _ABSENT, end="election")
    return Predicate(name, LISTS, PROVINCES, whole=True, edge=edge, absence=True, told=told)


_ROWS = (
    Predicate(
        HOLDS_SEATS,
        LISTS,
        PROVINCES,
        whole=True,
        value=ValueKind.COUNT,
        most=MOST_SEATS,
        edge=Edge("HOLDS_SEATS", _SEATS),
        whole_edge=Edge("WON_IN_ALL", _SEATS, end="election"),
        shows_vote=True,
        tie=True,
        told=10,
    ),
    Predicate(
        "votes",
        LISTS,
        PROVINCES,
        whole=True,
        value=ValueKind.COUNT,
        edge=Edge("STOOD_IN", {**_VOTE, "votes": "value", **_STANDING}),
        shows_vote=True,
        told=20,
    ),
    Predicate(
        "ranked",
        LISTS,
        PROVINCES,
        whole=True,
        value=ValueKind.ORDINAL,
        bases=("votes", "seats"),
        by_basis=True,
        edge=Edge("RANKED", {**_VOTE, "rank": "value", "basis": "of", **_STANDING}),
        shows_vote=True,
        told=30,
    ),
    Predicate(
        "stood_in",
        LISTS,
        PROVINCES,
        whole=True,
        edge=Edge("STOOD_IN", {**_VOTE, **_STANDING}),
        shows_vote=True,
        told=40,
    ),
    # What a person won who stood on a list: the seats and votes are the list's.
    Predicate(
        "won_seat",
        _FIGURES,
        PROVINCES,
        edge=Edge("WON_SEAT", {**_VOTE, "reserved_for": "reserved_for", **_STANDING}),
        told=16,
    ),
    Predicate("candidate_votes", _FIGURES, PROVINCES, value=ValueKind.COUNT),
    # Who is named in a list of members: it proves neither that the seat was won nor that it is held today.
    Predicate(
        SITS_FOR,
        _FIGURES,
        PROVINCES,
        whole=True,
        of_list=True,
        edge=Edge("HAS_MEMBERS", {**_VOTE, "members": "value", "standing": "standing"}),
        told=15,
    ),
    _absence("boycotted", 50),
    _absence("barred", 60),
    _absence("did_not_stand", 65),
    Predicate(
        "turnout",
        _PLACES,
        value=ValueKind.PERCENT,
        bases=("registered", "eligible"),
        of_entity={"turnout": "value", "turnout_of": "of"},
        of_council={"turnout": "value", "of": "of"},
        shows_vote=True,
        told=90,
    ),
    Predicate("counted", _PLACES, value=ValueKind.PERCENT, bases=("ballots",), of_entity={"counted": "value"}),
    Predicate(
        "voters",
        _PLACES,
        value=ValueKind.COUNT,
        by_basis=True,
        of_entity={"voters": "value"},
        of_council={"voters": "value"},
    ),
    Predicate("electorate", _PLACES, value=ValueKind.COUNT, bases=("registered", "eligible")),
    Predicate("candidates", _PLACES, value=ValueKind.COUNT),
    Predicate("women_elected", _PLACES, value=ValueKind.COUNT),
    Predicate(
        COUNCIL_SIZE,
        PROVINCES,
        value=ValueKind.COUNT,
        most=MOST_SEATS,
        bases=_SIZE_BASES,
        by_basis=True,
        shows_vote=True,
        told=70,
    ),
    Predicate(
        TOTAL_SEATS,
        _PLACES,
        value=ValueKind.COUNT,
        most=MOST_SEATS,
        bases=_SIZE_BASES,
        by_basis=True,
        shows_vote=True,
    ),
    # When what an election filled was dissolved, or one council of it, before the next election.
    Predicate(
        "sat_until",
        _PLACES,
        value=ValueKind.DATE,
        of_entity={"sat_until": "value"},
        of_council={"sat_until": "value"},
    ),
    Predicate(
        "population",
        _PLACES,
        value=ValueKind.COUNT,
        by_basis=True,
        per_election=False,
        of_entity={"population": "value", "population_year": "of"},
    ),
    Predicate(
        "held_no_vote",
        _PLACES,
        value=ValueKind.ANY,
        edge=Edge("HELD_NO_VOTE", {"standing": "standing"}, end="election"),
        told=80,
    ),
    Predicate("last_held", _PLACES, value=ValueKind.DATE),
    Predicate(
        "leads",
        _MEMBERS,
        _MEMBERS | _BLOCS,
        by_period=True,
        per_election=False,
        edge=Edge("LEADS", _DATED),
        tie=True,
        affiliation=True,
        told=100,
    ),
    Predicate(
        "member_of",
        _MEMBERS,
        _ORGANISATIONS | _BLOCS,
        by_period=True,
        per_election=False,
        edge=Edge("MEMBER_OF", _DATED),
        tie=True,
        affiliation=True,
        told=110,
    ),
    Predicate(
        "expected_in",
        _MEMBERS,
        _ORGANISATIONS | _BLOCS,
        edge=Edge("EXPECTED_IN", _DATED),
        tie=True,
        affiliation=True,
        told=120,
    ),
    Predicate("rival_of", _MEMBERS, _MEMBERS, per_election=False, edge=Edge("RIVAL_OF", _DATED), tie=True),
    Predicate(
        "held_office",
        _FIGURES,
        _OFFICES,
        value=ValueKind.ANY,
        by_period=True,
        per_election=False,
        edge=Edge("HELD", {**_DATED, "terms": "value"}),
        tie=True,
    ),
    Predicate(
        "office_in",
        _OFFICES,
        PROVINCES | BODIES,
        value=ValueKind.PLACE,
        per_election=False,
        edge=Edge("OFFICE_IN", {**_STANDING, "place": "value"}),
    ),
    Predicate(
        "elected",
        _FIGURES,
        _OFFICES,
        value=ValueKind.COUNT,
        bases=("votes", "present", "members"),
        by_basis=True,
        by_period=True,
        per_election=False,
        edge=Edge("ELECTED", {**_DATED, "basis": "of", "number": "value"}),
    ),
    Predicate(
        "supported", _MEMBERS | _BLOCS, _FIGURES, by_period=True, per_election=False, edge=Edge("SUPPORTED", _DATED)
    ),
    Predicate("renamed_from", _MEMBERS, text_object=True, per_election=False),
    Predicate("described_as", _MEMBERS, text_object=True, by_basis=True, per_election=False),
)

PREDICATES: Mapping[str, Predicate] = {row.name: row for row in _ROWS}
FACT_ORDER: Mapping[str, int] = {row.name: row.told for row in _ROWS}
