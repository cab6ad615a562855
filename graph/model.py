"""The model: entities, sources, statements and facts, as plain data; what may be said is in `predicates`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .expectations import Expectations
from .kinds import ELECTIONS, HOLDERS, LISTS, PROVINCES, Kind, SourceKind, Standing, Value
from .names import Name, Place

__all__ = [
    "ELECTIONS",
    "HOLDERS",
    "LISTS",
    "PROVINCES",
    "QUOTE_LIMIT",
    "Entity",
    "Fact",
    "Item",
    "Kind",
    "Knowledge",
    "Name",
    "Place",
    "Reason",
    "Registry",
    "Remark",
    "Source",
    "SourceKind",
    "Standing",
    "Statement",
    "Unreadable",
    "Unresolved",
    "Value",
    "Weighed",
    "sort_key",
    "statement",
]


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
class Reason:
    """Why a fact is as it is: a code, and the values that its words take; some are keys of words themselves."""

    code: str
    values: tuple[str, ...] = ()


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
    reason: Reason
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
