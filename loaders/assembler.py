"""The assembler: names, words and a place become a statement, or a gap that says what is not known or not read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from graph.kinds import COUNCILS, PROVINCES
from graph.lexicon import Candidate
from graph.model import Entity, Item, Kind, Place, Registry, Standing, Statement, Unreadable, Unresolved, Value
from graph.names import Resolver
from graph.predicates import PREDICATES


class Mention(NamedTuple):
    """A name as it is written and the entity it means; `candidates` are those it may mean.

    `told`: that nobody is known by it needs no telling, since it describes somebody or was told of before.
    """

    text: str
    entity: Candidate | None = None
    candidates: tuple[Candidate, ...] = ()
    told: bool = False


class OwnNames(NamedTuple):
    """By whom an election of the user's own is stood for: the names of the user's folders; the data's provinces."""

    resolver: Resolver
    provinces: frozenset[str]


def own_names(registry: Registry, elections: Iterable[str]) -> OwnNames | None:
    """The only names that are known at these elections, but in provinces of the data; None where all names are.

    A party of the data has a namesake in every country. So its names count at an election of the user's own only where
    that fills a body of the data, in a province of the data, and where a row of the user's own names it too.
    """
    held = [registry.entities[id] for id in elections if id in registry.entities]
    if not held or not all(election.place and election.place.own for election in held):
        return None
    own = _own_entities(registry)
    if not own | {COUNCILS} >= {election.attributes.get("elects", COUNCILS) for election in held}:
        return None
    return only_own(registry)


def only_own(registry: Registry) -> OwnNames:
    """The names of the user's folders, where the data's hold in provinces of the data alone."""
    names = (name for name in registry.names if name.place and name.place.own)
    provinces = frozenset(entity.id for entity in registry.of_kind(PROVINCES)) - _own_entities(registry)
    return OwnNames(Resolver(names), provinces)


def _own_entities(registry: Registry) -> frozenset[str]:
    return frozenset(id for id, entity in registry.entities.items() if entity.place and entity.place.own)


@dataclass(frozen=True, slots=True)
class Assembler:
    """Makes the statements and gaps of one source.

    What is `retyped` tells only what holds for its original too: no numbers of lines, no quotes. `own` are the only
    names by which anybody is known in it, where it is of an election of the user's.
    """

    resolver: Resolver
    source: str
    retyped: bool = False
    own: OwnNames | None = None

    def mention(self, text: str, kinds: frozenset[Kind], within: str | None = None) -> Mention:
        """A name among entities of these kinds; `within` is the province whose council is spoken of."""
        found = self.resolver.resolve(text, kinds, within)
        known = self.own is None or kinds & PROVINCES or within in self.own.provinces
        if self.own is None or known or (found.entity and found.entity.id == text):
            return Mention(text, found.entity, found.candidates)
        own = self.own.resolver.resolve(text, kinds, within)
        return Mention(text, own.entity, own.candidates or found.candidates)

    def province(self, text: str, kinds: frozenset[Kind]) -> str | None:
        """The province that an object of a row names, where names hold in some provinces alone."""
        found = self.resolver.resolve(text, kinds & PROVINCES).entity if self.own is not None and text else None
        return found.id if found else None

    def locator(self, where: str, place: Place) -> str:
        """Where in the document: "Baghdad, item 1 (line 107)"."""
        return where if self.retyped else f"{where} (line {place.line})"

    def claim(
        self,
        predicate: str,
        subject: Mention,
        object: Mention | None = None,
        value: Value | None = None,
        *,
        locator: str,
        place: Place,
        quote: str = "",
        standing: Standing,
        election: str | None,
        of: str | None = None,
        reserved_for: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Item]:
        """A statement, and the names in it that nobody registered."""
        made = Statement(
            source=self.source,
            locator=locator,
            predicate=predicate,
            subject=subject.entity.id if subject.entity else None,
            subject_text=subject.text,
            object=object.entity.id if object and object.entity else None,
            object_text=object.text if object else None,
            value=value,
            of=of,
            election=election,
            reserved_for=reserved_for,
            since=since,
            until=until,
            standing=standing,
            quote=None if self.retyped else quote,
            place=place,
        )
        items: list[Item] = [made]
        if subject.entity is None and not subject.told:
            items.append(unresolved(subject, PREDICATES[predicate].subjects, locator, place))
        if object and object.entity is None and not object.told:
            items.append(unresolved(object, PREDICATES[predicate].objects, locator, place))
        return items


def mention_of(entity: Entity, text: str = "") -> Mention:
    """An entity, by its name or in other words."""
    return Mention(text or entity.name, Candidate(entity.id, entity.kind, entity.name))


def unresolved(mention: Mention, kinds: frozenset[Kind], locator: str, place: Place, more: str = "") -> Unresolved:
    """A name that nobody among these kinds has, or more than one; `more` goes on saying what follows from it."""
    kind = next(iter(kinds)).value if len(kinds) == 1 else Kind.PROVINCE.value if Kind.PROVINCE in kinds else "list"
    reason = f"no {kind} of the registry has this name{more}"
    if mention.candidates:
        reason = "it may be " + " or ".join(f"{one.name} ({one.id})" for one in mention.candidates)
    return Unresolved(mention.text, kind, locator, reason, place)


def unreadable(text: str, reason: str, locator: str, place: Place) -> Unreadable:
    """A line that looks like a claim and is none that can be read."""
    return Unreadable(text.strip(), locator, reason, place)
