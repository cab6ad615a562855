"""The decisions of a review: the questions whose answers settle its claims, those first on which most depend."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.names import Resolver
from loaders.reading.found import Certainty

from .items import KINDS, NAMED, Item, Said, State, kinds_of, named, sort_of
from .sections import Block

_OFFERED = 5  # names beside one that is not known


@dataclass(frozen=True, slots=True)
class Decision:
    """A question whose answer settles the claims `ids`: what it asks, of which words, and who may be meant.

    `asks` is a code: name, place, table, claim.
    """

    key: str
    asks: str
    text: str
    kind: str
    reason: str
    ids: tuple[int, ...]
    candidates: tuple[tuple[str, str], ...] = ()


def queue(state: State, blocks: Sequence[Block], resolver: Resolver) -> list[Decision]:
    """The decisions that are open, those first on which most claims depend."""
    found = [*_names(state, resolver)]
    rest = {
        item.id: item
        for item in state.items.values()
        if item.predicate and item.said is Said.OPEN and not item.kept and item.certainty == Certainty.PROPOSED
    }
    for block in blocks:
        within = {id for id, item in rest.items() if block.table and block.first <= item.index <= block.last}
        if len(within) > 1 and block.sums_agree:
            found.append(Decision(f"table\0{block.first}", "table", block.name, "", "", tuple(sorted(within))))
            rest = {id: item for id, item in rest.items() if id not in within}
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for id, item in rest.items():
        groups[item.object, item.reason].append(id)
    for (place, reason), group in groups.items():
        asks = "place" if place else "claim"
        found.append(Decision(f"place\0{place}\0{reason}", asks, place, "", reason, tuple(group)))
    return sorted(found, key=lambda one: (-len(one.ids), one.key))


def _names(state: State, resolver: Resolver) -> Iterator[Decision]:
    """Who the names mean that nobody registered."""
    names: dict[tuple[str, str], list[int]] = defaultdict(list)
    for item in state.items.values():
        if item.said is Said.REJECTED or not item.predicate or item.kept:
            continue
        for role in NAMED:
            if _unknown(item, role, state):
                names[sort_of(kinds_of(item, role)), getattr(item, role)].append(item.id)
    for (sort, words), ids in names.items():
        asked = resolver.ask(words, KINDS[sort])
        near = tuple((one.id, one.name) for one in (asked.candidates or asked.nearest)[:_OFFERED])
        yield Decision(f"name\0{sort}\0{words}", "name", words, sort, "", tuple(ids), near)


def _unknown(item: Item, role: str, state: State) -> bool:
    """Whether nobody is known by the words of a role, and nobody said who they mean."""
    words, kinds = getattr(item, role), kinds_of(item, role)
    return bool(words and kinds and not getattr(item, f"{role}_id") and named(sort_of(kinds), words) not in state.names)
