"""The model: entities, sources, statements and facts, as plain data; what may be said is in `predicates`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING

from .kinds import ELECTIONS, HOLDERS, LISTS, PROVINCES, Kind, SourceKind, Standing, Value
from .lexicon import Name, Place

if TYPE_CHECKING:
    from .checks.expectations import Expectations
    from .laws import Law

# What is imported from here beside what stands here.
__all__ = ["ELECTIONS", "HOLDERS", "LISTS", "PROVINCES", "Kind", "Name", "Place", "SourceKind", "Standing", "Value"]


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
    """A document or table that makes claims. `copy_of`: the source it repeats; a copy never counts twice.

    `accessed`: when it was read, and `read` how much of it; `archived`: the address of an archive's copy.
    """

    id: str
    title: str
    kind: SourceKind
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    copy_of: str | None = None
    accessed: str | None = None
    archived: str | None = None
    read: str | None = None
    place: Place | None = None


QUOTE_LIMIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One claim by one source at one place in it.

    The texts are what the source wrote; `subject` and `object` are the entities those texts were read as,
    or None. `quote` holds words of a document that was really read, at most 200 characters. `place` is
    the file and line Majlis read it from; it is not part of the claim.

    The id, where none is given, is a hash of what the source says and where, never of the resolved ids: a better
    table of names must not change it, and reading a document twice gives the same ids.
    """

    id: str = ""
    subject: str | None
    subject_text: str
    predicate: str
    object: str | None = None
    object_text: str | None = None
    value: Value | None = None
    of: str | None = None
    election: str | None = None
    reserved_for: str | None = None
    since: str | None = None
    until: str | None = None
    standing: Standing = Standing.REPORTED
    source: str
    locator: str
    quote: str | None = None
    place: Place | None = None

    def __post_init__(self) -> None:
        if not self.id:
            claim = (
                f"{self.source}\x1f{self.locator}\x1f{self.predicate}\x1f{self.subject_text}\x1f{self.object_text}"
                f"\x1f{self.value}\x1f{self.of}\x1f{self.election}\x1f{self.reserved_for}\x1f{self.since}"
                f"\x1f{self.until}"
            )
            object.__setattr__(self, "id", hashlib.blake2b(claim.encode(), digest_size=8).hexdigest())
        if self.quote is not None and len(self.quote) > QUOTE_LIMIT:
            object.__setattr__(self, "quote", self.quote[: QUOTE_LIMIT - 1].rstrip() + "…")


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

    `object_text` are the words that stand for an object (`Predicate.text_object`). `value` is None when
    `disputed`: then `values` holds every value that stands, sorted. `counts` is False for a claim that decides
    nothing (a preliminary line beside a final report). `sources` is the number of independent sources
    (publishers, copies left out) whose statements won.
    """

    id: str
    predicate: str
    subject: str
    object: str | None
    object_text: str | None
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
    """Who and what is known before any report is read: entities, their names, sources, background claims.

    `unresolved` are the names in these that nobody has, each with the id of its source.
    """

    entities: Mapping[str, Entity]
    names: tuple[Name, ...]
    sources: Mapping[str, Source]
    statements: tuple[Statement, ...]
    unresolved: tuple[tuple[str, Unresolved], ...] = ()

    def of_kind(self, kinds: Iterable[Kind]) -> list[Entity]:
        """The entities of these kinds, by id."""
        wanted = frozenset(kinds)
        return sorted((entity for entity in self.entities.values() if entity.kind in wanted), key=attrgetter("id"))


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reader should know of a document: a repeated line, a fact that was not stated."""

    text: str
    locator: str
    place: Place | None = None


Item = Statement | Unresolved | Unreadable | Remark


def _declares_nothing() -> Expectations:
    """Of a folder that says nothing of itself; what is read alone needs none of it."""
    from .checks.expectations import Expectations

    return Expectations()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that one graph is built from: the registry, sources, claims and what was not read.

    `documents` are the paths of the user's documents, `over` those of the user's data folders, and `users` the ids of
    their sources: what they say may break a check, and then is dissent. `expectations` is what the data folder says of
    itself, `laws` how votes become seats at elections.
    """

    registry: Registry
    sources: Mapping[str, Source]
    statements: Sequence[Statement]
    unresolved: Sequence[tuple[str, Unresolved]]  # source id, name
    unreadable: Sequence[tuple[str, Unreadable]]  # source id, line
    documents: Sequence[str]
    data_version: str
    users: frozenset[str] = frozenset()
    over: tuple[str, ...] = ()
    expectations: Expectations = field(default_factory=_declares_nothing)
    laws: tuple[Law, ...] = ()

    def added(self, place: Place | None) -> bool:
        """Whether this stands in a document or a data folder of the user's."""
        if place is None:
            return False
        return place.file in self.documents or (bool(self.over) and place.file.startswith(self.over))
