"""The model: entities, sources, statements and facts, and the table of predicates.

Everything here is plain data. What a predicate may connect, which values it takes and what makes two
statements speak of the same thing are rows of `PREDICATES`, never branches elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from .expectations import Expectations
from .kinds import ELECTIONS, HOLDERS, LISTS, PROVINCES, Kind, SourceKind, Standing, Value
from .names import Name, Place

__all__ = [
    "ELECTIONS",
    "HOLDERS",
    "LISTS",
    "PREDICATES",
    "PROVINCES",
    "QUOTE_LIMIT",
    "Entity",
    "Fact",
    "Item",
    "Kind",
    "Knowledge",
    "Name",
    "Place",
    "Predicate",
    "Registry",
    "Remark",
    "Source",
    "SourceKind",
    "Standing",
    "Statement",
    "Unreadable",
    "Unresolved",
    "Value",
    "ValueKind",
    "Weighed",
    "sort_key",
    "statement",
]


class ValueKind(StrEnum):
    """What the value of a predicate is; the tables of a data folder are read by it."""

    NONE = "none"
    COUNT = "count"  # a whole number, 0 or more
    ORDINAL = "ordinal"  # 1, 2, 3 ...
    PERCENT = "percent"  # 0 to 100
    DATE = "date"  # ISO 8601, as precise as the source
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Predicate:
    """One row of the table of predicates.

    `objects` are the kinds an object may have (empty: the predicate takes no object); `whole` says that no
    object means the whole election; `bases` are the words `of` may hold (empty: anything); `by_basis`
    keeps facts with different `of` apart; `by_period` keeps facts that began in different years apart.
    """

    name: str
    subjects: frozenset[Kind]
    objects: frozenset[Kind] = frozenset()
    whole: bool = False
    text_object: bool = False
    value: ValueKind = ValueKind.NONE
    bases: tuple[str, ...] = ()
    by_basis: bool = False
    by_period: bool = False
    per_election: bool = True


_ORGANISATIONS = frozenset({Kind.PARTY, Kind.ALLIANCE})
_MEMBERS = _ORGANISATIONS | {Kind.FIGURE}
_PLACES = PROVINCES | ELECTIONS
_OFFICES = frozenset({Kind.OFFICE})
_SIZE_BASES = ("general", "reserved", "both")

PREDICATES: Mapping[str, Predicate] = {
    row.name: row
    for row in (
        Predicate("holds_seats", LISTS, PROVINCES, whole=True, value=ValueKind.COUNT),
        Predicate("votes", LISTS, PROVINCES, whole=True, value=ValueKind.COUNT),
        Predicate(
            "ranked",
            LISTS,
            PROVINCES,
            whole=True,
            value=ValueKind.ORDINAL,
            bases=("votes", "seats"),
            by_basis=True,
        ),
        Predicate("stood_in", LISTS, PROVINCES, whole=True),
        # What a person won who stood on a list: the seats and votes are the list's.
        Predicate("won_seat", frozenset({Kind.FIGURE}), PROVINCES),
        Predicate("candidate_votes", frozenset({Kind.FIGURE}), PROVINCES, value=ValueKind.COUNT),
        Predicate("boycotted", LISTS, PROVINCES, whole=True),
        Predicate("barred", LISTS, PROVINCES, whole=True),
        Predicate("turnout", _PLACES, value=ValueKind.PERCENT, bases=("registered", "eligible")),
        Predicate("counted", _PLACES, value=ValueKind.PERCENT, bases=("ballots",)),
        Predicate("voters", _PLACES, value=ValueKind.COUNT, by_basis=True),
        Predicate("electorate", _PLACES, value=ValueKind.COUNT, bases=("registered", "eligible")),
        Predicate("candidates", _PLACES, value=ValueKind.COUNT),
        Predicate("women_elected", _PLACES, value=ValueKind.COUNT),
        Predicate("council_size", PROVINCES, value=ValueKind.COUNT, bases=_SIZE_BASES, by_basis=True),
        Predicate("total_seats", _PLACES, value=ValueKind.COUNT, bases=_SIZE_BASES, by_basis=True),
        Predicate("population", _PLACES, value=ValueKind.COUNT, by_basis=True, per_election=False),
        Predicate("held_no_vote", _PLACES, value=ValueKind.ANY),
        Predicate("last_held", _PLACES, value=ValueKind.DATE),
        Predicate("leads", _MEMBERS, _MEMBERS | {Kind.BLOC}, by_period=True, per_election=False),
        Predicate("member_of", _MEMBERS, _ORGANISATIONS | {Kind.BLOC}, by_period=True, per_election=False),
        Predicate("expected_in", _MEMBERS, _ORGANISATIONS | {Kind.BLOC}),
        Predicate("rival_of", _MEMBERS, _MEMBERS, per_election=False),
        Predicate(
            "held_office",
            frozenset({Kind.FIGURE}),
            _OFFICES,
            value=ValueKind.ANY,
            by_period=True,
            per_election=False,
        ),
        Predicate("office_in", _OFFICES, PROVINCES, per_election=False),
        Predicate(
            "elected",
            frozenset({Kind.FIGURE}),
            _OFFICES,
            value=ValueKind.COUNT,
            bases=("votes", "present", "members"),
            by_basis=True,
            by_period=True,
            per_election=False,
        ),
        Predicate("supported", _MEMBERS | {Kind.BLOC}, frozenset({Kind.FIGURE}), by_period=True, per_election=False),
        Predicate("renamed_from", _MEMBERS, text_object=True, per_election=False),
        Predicate("described_as", _MEMBERS, text_object=True, by_basis=True, per_election=False),
    )
}


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that statements speak of. `attributes` holds the kind's own properties as text."""

    id: str
    kind: Kind
    name: str
    name_local: str | None = None
    lang: str | None = None
    attributes: Mapping[str, Value] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document or table that makes claims. `copy_of`: the source it repeats; a copy never counts twice."""

    id: str
    title: str
    kind: SourceKind
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    copy_of: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim by one source at one place in it.

    The texts are what the source wrote; `subject` and `object` are the entities those texts were read as,
    or None. `quote` holds words of a document that was really read, at most 200 characters. `place` is
    the file and line Majlis read it from; it is not part of the claim.
    """

    id: str
    subject: str | None
    subject_text: str
    predicate: str
    object: str | None
    object_text: str | None
    value: Value | None
    of: str | None
    election: str | None
    reserved_for: str | None
    since: str | None
    until: str | None
    standing: Standing
    source: str
    locator: str
    quote: str | None = None
    place: Place | None = None


QUOTE_LIMIT = 200


def statement(
    *,
    source: str,
    locator: str,
    predicate: str,
    subject: str | None,
    subject_text: str,
    object: str | None = None,
    object_text: str | None = None,
    value: Value | None = None,
    of: str | None = None,
    election: str | None = None,
    reserved_for: str | None = None,
    since: str | None = None,
    until: str | None = None,
    standing: Standing = Standing.REPORTED,
    quote: str | None = None,
    place: Place | None = None,
) -> Statement:
    """A Statement with its stable id.

    The id is a hash of what the source says and where, never of the resolved ids: a better table of
    names must not change it, and reading a document twice gives the same ids.
    """
    claim = (
        f"{source}\x1f{locator}\x1f{predicate}\x1f{subject_text}\x1f{object_text}\x1f{value}\x1f{of}"
        f"\x1f{election}\x1f{reserved_for}\x1f{since}\x1f{until}"
    )
    digest = hashlib.blake2b(claim.encode(), digest_size=8).hexdigest()
    if quote is not None and len(quote) > QUOTE_LIMIT:
        quote = quote[: QUOTE_LIMIT - 1].rstrip() + "…"
    return Statement(
        digest,
        subject,
        subject_text,
        predicate,
        object,
        object_text,
        value,
        of,
        election,
        reserved_for,
        since,
        until,
        standing,
        source,
        locator,
        quote,
        place,
    )


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that a document uses and nobody registered: kept and shown, never dropped."""

    text: str
    kind: str
    locator: str
    reason: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that looks like a claim and cannot be read as one."""

    text: str
    locator: str
    reason: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A statement and whether it carries its fact's decision."""

    statement: Statement
    won: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """What the statements about one thing come to.

    `value` is None when `disputed`: then `values` holds every value that stands, sorted. `counts` is
    False for a claim that decides nothing (a preliminary line beside a final report). `sources` is the
    number of independent sources (publishers, copies left out) whose statements won.
    """

    id: str
    predicate: str
    subject: str
    object: str | None
    of: str | None
    election: str | None
    value: Value | None
    values: tuple[Value, ...]
    reserved_for: str | None
    since: str | None
    until: str | None
    standing: Standing
    disputed: bool
    counts: bool
    reason: str
    sources: int
    statements: tuple[Weighed, ...]

    @property
    def minimum(self) -> Value | None:
        """The value that totals use: the smallest that stands."""
        return self.value if self.value is not None else min(self.values, key=sort_key, default=None)

    @property
    def maximum(self) -> Value | None:
        """The largest value that stands; the minimum where nothing is disputed."""
        return self.value if self.value is not None else max(self.values, key=sort_key, default=None)


def sort_key(value: Value) -> tuple[bool, Value]:
    """Orders numbers before texts, each among themselves."""
    return (isinstance(value, str), value)


@dataclass(frozen=True, slots=True)
class Registry:
    """Who and what is known before any report is read: entities, their names, sources, background claims."""

    entities: Mapping[str, Entity]
    names: tuple[Name, ...]
    sources: Mapping[str, Source]
    statements: tuple[Statement, ...]
    unresolved: tuple[Unresolved, ...] = ()

    def of_kind(self, kinds: Iterable[Kind]) -> list[Entity]:
        """The entities of these kinds, by id."""
        wanted = frozenset(kinds)
        return [entity for _, entity in sorted(self.entities.items()) if entity.kind in wanted]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reader should know of a document: a repeated line, a fact that was not stated."""

    text: str
    locator: str
    place: Place | None = None


Item = Statement | Unresolved | Unreadable | Remark


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that one graph is built from: the registry, sources, claims and what was not read.

    `documents` are the paths of the user's documents and `users` the ids of their sources: what they say may
    break a check, and then is dissent. `expectations` is what the data folder says of itself.
    """

    registry: Registry
    sources: Mapping[str, Source]
    statements: Sequence[Statement]
    unresolved: Sequence[tuple[str, Unresolved]]  # source id, name
    unreadable: Sequence[tuple[str, Unreadable]]  # source id, line
    documents: Sequence[str]
    data_version: str
    users: frozenset[str] = frozenset()
    expectations: Expectations = field(default_factory=Expectations)

    def added(self, place: Place | None) -> bool:
        """Whether this stands in a document of the user's."""
        return place is not None and place.file in self.documents
