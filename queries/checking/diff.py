"""What changed between two versions of the data: decided facts by id, and the entities with their names.

The same claims, filed under another id since a source was found to speak of one election or one term, are one fact that
changed and not one that went and one that came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.kinds import Value
from graph.predicates import FACT_ORDER
from graph.stores.protocol import Row

from ..plain import Named, Plain
from ..view import GraphView
from ..view.evidence import Evidence, SourceLine, sorted_sources, sources_of
from ..view.rows import made, rows_by

ADDED, GONE, CHANGED = "added", "gone", "changed"
# What makes a fact another one where it differs.
COMPARED = ("election", "value", "values", "of", "reserved_for", "since", "until", "standing", "disputed", "counts")


@dataclass(frozen=True, slots=True)
class Told(Plain):
    """What one version says of a fact, and the ids of the sources that carry it."""

    fact: str
    election: str | None
    value: Value | None
    values: tuple[Value, ...]
    of: str | None
    reserved_for: str | None
    since: str | None
    until: str | None
    standing: str
    disputed: bool
    counts: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactChange(Plain):
    """A fact that was added, is gone, or changed in these `fields`; `old` and `new` are what each version says."""

    OPTIONAL = ("object_text",)

    change: str
    predicate: str
    subject: Named
    object: Named | None
    object_text: str | None
    election: str | None
    fields: tuple[str, ...]
    old: Told | None
    new: Told | None


@dataclass(frozen=True, slots=True)
class EntityChange(Plain):
    """An entity that was added, is gone or was renamed, or whose other names came or went."""

    change: str
    id: str
    kind: str
    old: str | None
    new: str | None
    names_added: tuple[str, ...] = ()
    names_gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Diff(Plain):
    """What changed from one version of the data to another; `sources` are those of the facts that did."""

    ROWS = "facts"
    LINE = "{0.old} to {0.new}: {rows} facts differ"

    old: str
    new: str
    facts: tuple[FactChange, ...]
    entities: tuple[EntityChange, ...]
    sources: tuple[SourceLine, ...]


def diff(old: GraphView, new: GraphView) -> Diff:
    """What changed from one graph to another. Raises StoreError."""
    before, after = _gather(old), _gather(new)
    pairs = list(_pairs(before, after))
    _cite(old, before, (old_id for old_id, _ in pairs if old_id))
    _cite(new, after, (new_id for _, new_id in pairs if new_id))
    facts = [_fact_change(before, after, *pair) for pair in pairs]
    facts.sort(key=lambda item: (item.change, item.election or "", FACT_ORDER[item.predicate], _id(item)))
    cited = {**before.sources, **after.sources}
    entities = tuple(_entity_changes(before.entities, after.entities))
    return Diff(old.data_version, new.data_version, tuple(facts), entities, sorted_sources(cited.values()))


# --- Gather -------------------------------------------------------------------------------------------


class _Version(NamedTuple):
    """What one version holds: facts and entities by id; and what carries the facts that differ, once it is asked."""

    graph: GraphView
    facts: Mapping[str, Row]
    entities: Mapping[str, Row]
    evidence: dict[str, Evidence]
    sources: dict[str, SourceLine]


def _gather(graph: GraphView) -> _Version:
    facts = {row["fact"]: row for row in graph.run("all_facts")}
    return _Version(graph, facts, {row["id"]: row for row in graph.run("names")}, {}, {})


def _cite(graph: GraphView, version: _Version, facts: Iterable[str]) -> None:
    """Ask for what carries these facts, those that were asked for left out."""
    evidence, sources = graph.evidence([fact for fact in facts if fact not in version.evidence])
    version.evidence.update(evidence)
    version.sources.update(sources)


# --- Decide -------------------------------------------------------------------------------------------


def _pairs(old: _Version, new: _Version) -> Iterator[tuple[str | None, str | None]]:
    """The ids of facts that differ, in the old version and in the new one."""
    for id in old.facts.keys() & new.facts.keys():
        if _differs(old.facts[id], new.facts[id]):
            yield id, id
    gone, added = sorted(old.facts.keys() - new.facts.keys()), sorted(new.facts.keys() - old.facts.keys())
    about = rows_by("about", ({"about": _about(new.facts[id]), "fact": id} for id in added))
    met = {id: [row["fact"] for row in about[_about(old.facts[id])]] for id in gone}
    _cite(old.graph, old, [id for id in gone if met[id]])
    _cite(new.graph, new, sorted({id for ids in met.values() for id in ids}))
    filed: set[str] = set()
    for id in gone:
        shared = {to: _shared(old.evidence.get(id), new.evidence.get(to)) for to in met[id] if to not in filed}
        moved = max(shared, key=lambda to: shared[to], default=None)
        if moved is None or not any(shared[moved]):
            yield id, None
            continue
        filed.add(moved)
        yield id, moved
    for id in added:
        if id not in filed:
            yield None, id


def _shared(old: Evidence | None, new: Evidence | None) -> tuple[int, int]:
    """How many places in sources two facts both rest on, and how many sources."""
    if old is None or new is None:
        return 0, 0
    sources = {*sources_of(old.locators)} & {*sources_of(new.locators)}
    return len({*old.locators} & {*new.locators}), len(sources)


def _about(fact: Row) -> str:
    return f"{fact['predicate']}/{fact['subject']}/{fact['object'] or ''}"


def _differs(old: Row, new: Row) -> tuple[str, ...]:
    return tuple(name for name in COMPARED if old[name] != new[name] and (old[name] or new[name] or name == "value"))


def _fact_change(old: _Version, new: _Version, before: str | None, after: str | None) -> FactChange:
    told_old = _told(old, before) if before else None
    told_new = _told(new, after) if after else None
    here = new if after else old
    row = here.facts[after or before or ""]
    return FactChange(
        change=CHANGED if before and after else GONE if before else ADDED,
        predicate=row["predicate"],
        subject=Named(row["subject"], here.graph.name(row["subject"])),
        object=Named(row["object"], here.graph.name(row["object"])) if row["object"] else None,
        object_text=row["object_text"],
        election=row["election"],
        fields=_differs(old.facts[before], row) if before and after else (),
        old=told_old,
        new=told_new,
    )


def _told(version: _Version, id: str) -> Told:
    found = version.evidence.get(id)
    row = version.facts[id]
    sources = sources_of(found.locators) if found else ()
    return made(Told, row, values=tuple(row["values"] or ()), sources=sources)


def _id(item: FactChange) -> str:
    told = item.new or item.old
    return told.fact if told else ""


def _entity_changes(old: Mapping[str, Row], new: Mapping[str, Row]) -> Iterator[EntityChange]:
    for id in sorted(old.keys() | new.keys()):
        before, after = old.get(id), new.get(id)
        row = after or before
        if row is None:
            continue
        names = [before["name"] if before else None, after["name"] if after else None]
        if before is None or after is None:
            yield EntityChange(ADDED if after else GONE, id, row["kind"], names[0], names[1])
            continue
        was, now = _other_names(before), _other_names(after)
        if names[0] != names[1] or was != now:
            came, went = tuple(sorted(now - was)), tuple(sorted(was - now))
            yield EntityChange(CHANGED, id, row["kind"], names[0], names[1], came, went)


def _other_names(entity: Row) -> set[str]:
    return {entity["name_local"], *(entity["aliases"] or ()), *(entity["local_aliases"] or ())} - {None, ""}


def counts(facts: Sequence[FactChange]) -> list[tuple[str | None, str, dict[str, int]]]:
    """How many facts were added, are gone and changed: by election, and by predicate in their usual order."""
    found: dict[tuple[str | None, str], dict[str, int]] = defaultdict(lambda: dict.fromkeys((ADDED, CHANGED, GONE), 0))
    for item in facts:
        found[item.election, item.predicate][item.change] += 1
    order = sorted(found, key=lambda key: (key[0] or "", FACT_ORDER[key[1]]))
    return [(election, predicate, found[election, predicate]) for election, predicate in order]
