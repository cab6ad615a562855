"""The acts of a person: each says something of items, or who a name means. Session keeps what was before each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from graph.errors import UsageError
from graph.model import PROVINCES, Kind, Registry
from graph.names import Resolver
from graph.predicates import PREDICATES
from loaders.assembler import Assembler, own_names
from loaders.reading.found import Certainty
from loaders.reading.tokens import value_of
from loaders.registration import free_id

from .items import KINDS, NAMED, NEW_KINDS, Item, Said, State, kinds_of, named, sort_of, with_words
from .sections import Block

UNITS: Mapping[str, str] = {"seats": "holds_seats", "votes": "votes", "rank": "ranked"}
_WORDS = ("predicate", "subject", "object", "election")


@dataclass(frozen=True, slots=True)
class Known:
    """What acts go by: who is known, the sections of the document, and the id of its source."""

    registry: Registry
    resolver: Resolver
    blocks: Sequence[Block]
    source: str

    def elections(self) -> dict[str, str]:
        """The elections that are known, by id."""
        return {entity.id: entity.name for entity in self.registry.of_kind({Kind.ELECTION})}

    def check_election(self, id: str) -> None:
        """Raises UsageError for an election that is not known."""
        if id not in self.elections():
            raise UsageError(f"no election {id!r} is known.")

    def resolved(self, item: Item, state: State) -> Item:
        """A claim whose words were changed, with whom they mean."""
        own = own_names(self.registry, [item.election])
        names = Assembler(self.resolver, self.source, own=own)
        place = self.resolver.resolve(item.object, PROVINCES).entity
        for role in NAMED:
            words = getattr(item, role)
            kinds = kinds_of(item, role)
            row = state.names.get(named(sort_of(kinds), words), {}) if kinds else {}
            found = names.mention(words, kinds, place and place.id).entity if words and kinds else None
            id = found.id if found else row.get("entity") or row.get("id") or ""
            item = with_words(item, {f"{role}_id": id})
        return item


def _ids(state: State, said: Mapping[str, Any], known: Known) -> list[int]:
    """The items of an act: those it lists, all, or all of a block."""
    if "block" in said:
        block = known.blocks[int(said["block"])]
        return [item.id for item in state.items.values() if block.first <= item.index <= block.last]
    if said["ids"] == "all":
        return list(state.items)
    return [int(id) for id in said["ids"] if int(id) in state.items]


def _say(state: State, ids: Iterable[int], said: Said) -> None:
    for id in ids:
        item = state.items[id]
        if item.predicate:
            state.items[id] = replace(item, said=said)


def _settle(answer: Said, state: State, said: Mapping[str, Any], known: Known) -> None:
    """Say one thing of the items of an act."""
    _say(state, _ids(state, said, known), answer)


def _accept_stated(state: State, said: Mapping[str, Any], known: Known) -> None:
    stated = [
        item.id
        for item in state.items.values()
        if item.certainty == Certainty.STATED and item.said is Said.OPEN and not item.kept
    ]
    _say(state, stated, Said.ACCEPTED)


def _edit(state: State, said: Mapping[str, Any], known: Known) -> None:
    """Change what a claim says, or make one of a figure that became none."""
    id = int(said["id"])
    item = state.items[id]
    fields = {name: str(said[name]).strip() for name in _WORDS if name in said}
    if fields.get("predicate", item.predicate) not in PREDICATES:
        raise UsageError(f"no predicate {fields.get('predicate')!r}. Use one of: {', '.join(PREDICATES)}.")
    if fields.get("election"):
        known.check_election(fields["election"])
    changed = with_words(item, fields)
    if "value" in said:
        text = str(said["value"]).strip()
        changed = replace(changed, value=value_of(text) if text else None)
        if text and changed.value is None:
            raise UsageError(f"value is {text!r}: write a number.")
    state.items[id] = replace(known.resolved(changed, state), said=Said.ACCEPTED)


def _set(state: State, said: Mapping[str, Any], known: Known) -> None:
    """Set the place, list, unit or election of many claims in one act."""
    what, value = str(said["field"]), str(said["value"]).strip()
    for id in _ids(state, said, known):
        item = state.items[id]
        if not item.predicate:
            continue
        if what == "unit":
            if value not in UNITS:
                raise UsageError(f"no unit {value!r}. Use one of: {', '.join(UNITS)}.")
            item = replace(item, predicate=UNITS[value])
        elif what in ("place", "list"):
            role = {"place": "object", "list": "subject"}[what]
            item = known.resolved(with_words(item, {role: value}), state)
        elif what == "election":
            known.check_election(value)
            item = replace(item, election=value)
            if not item.subject_id or own_names(known.registry, [value]) is not None:  # other names are known there
                item = known.resolved(item, state)
        else:
            raise UsageError(f"{what!r} cannot be set. Use one of: place, list, unit, election.")
        state.items[id] = item


def _name(state: State, said: Mapping[str, Any], known: Known) -> None:
    """Say who words mean: somebody known (an alias), or somebody new (an entity)."""
    sort, words = str(said["kind"]), str(said["text"])
    if said.get("entity"):
        entity = known.registry.entities.get(str(said["entity"]))
        if entity is None or entity.kind not in KINDS[sort]:
            raise UsageError(f"no {sort} {said['entity']!r} is known.")
        row = {"entity": entity.id, "alias": words, "source": known.source}
        id = entity.id
    else:
        kind = Kind(said.get("new") or NEW_KINDS[sort])
        if kind not in KINDS[sort]:
            raise UsageError(f"a {kind.value} is no {sort}.")
        id = free_id(words, known.registry)
        row = {"id": id, "kind": kind.value, "name": words, "source": known.source}
    state.names[named(sort, words)] = row
    for item in list(state.items.values()):
        for role in NAMED:
            if item.predicate and getattr(item, role) == words and sort_of(kinds_of(item, role)) == sort:
                state.items[item.id] = with_words(state.items[item.id], {f"{role}_id": id})


ACTS: Mapping[str, Callable[[State, Mapping[str, Any], Known], None]] = {
    "accept": partial(_settle, Said.ACCEPTED),
    "reject": partial(_settle, Said.REJECTED),
    "reopen": partial(_settle, Said.OPEN),
    "accept_stated": _accept_stated,
    "edit": _edit,
    "set": _set,
    "name": _name,
}
