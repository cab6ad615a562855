"""The graph's labels, edges and properties, as one table: what `build` writes and `schema` shows.

What facts become is read from the table of predicates. Labels and relationship types in query texts come from
here, never from data or from a user.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .kinds import BODIES, ELECTIONS, LISTS, PROVINCES, Kind
from .predicates import PREDICATES, ValueKind

LABELS: Mapping[Kind, str] = {kind: kind.value.capitalize() for kind in Kind}


@dataclass(frozen=True, slots=True)
class NodeTable:
    """A label whose nodes have a unique `id`, a `name`, and these further properties."""

    label: str
    properties: tuple[str, ...]
    extra_label: str | None = None  # a second label of every node of this table


@dataclass(frozen=True, slots=True)
class EdgeTable:
    """A relationship type with a unique `id`, the labels it connects, and its further properties."""

    type: str
    start: str
    end: str
    properties: tuple[str, ...]


def _properties(given: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """The properties that facts give, each once."""
    return tuple(dict.fromkeys(name for properties in given for name in properties))


_OF_ELECTIONS = (
    # The seats of all that an election fills, and how many of them lists are stated to have won in all.
    "seats",
    "seats_standing",
    "won_in_all",
    # And the law by which votes became its seats.
    "method",
    "divisors",
    "threshold",
    "alone",
    "law_sources",
)
_ENTITY = (
    "kind",
    "name_local",
    "lang",
    "aliases",
    "local_aliases",
    "sources",
    "date",
    "born",
    "founded",
    "dissolved",
    "elects",
    "country",
    "capital",
    "area_km2",
    "lat",
    "lon",
    "wikidata",
    "partyfacts",
    *_properties(row.of_entity for row in PREDICATES.values()),
    *_OF_ELECTIONS,
)
_CLAIM = ("subject", "predicate", "object", "value", "of", "election", "reserved_for", "since", "until", "standing")

ENTITIES: Mapping[Kind, NodeTable] = {
    kind: NodeTable("Entity", _ENTITY, extra_label=label) for kind, label in LABELS.items()
}
# `title` comes last: the embedded engine lets a later `name` overwrite it.
SOURCE = NodeTable(
    "Source",
    ("publisher", "published", "url", "language", "kind", "copy_of", "accessed", "archived", "read", "added", "title"),
)
STATEMENT = NodeTable(
    "Statement", (*_CLAIM, "subject_text", "object_text", "source", "locator", "quote", "fact", "won")
)
FACT = NodeTable(
    "Fact",
    (
        *(*_CLAIM, "object_text", "values", "disputed", "counts", "reason", "reason_code", "reason_values", "sources"),
        "country",
    ),
)
UNRESOLVED = NodeTable("Unresolved", ("text", "kind", "source", "locator", "reason"))
UNREADABLE = NodeTable("Unreadable", ("text", "source", "locator", "reason"))
CORRECTION = NodeTable("Correction", ("date", "fact", "was", "now", "why", "source"))
MAJLIS = NodeTable("Majlis", ("state", "model", "data_version", "documents", "not_covered"))

NODES = (*ENTITIES.values(), SOURCE, STATEMENT, FACT, UNRESOLVED, UNREADABLE, CORRECTION, MAJLIS)


def _of_facts() -> Iterator[EdgeTable]:
    """The edges that facts become, in the order of their predicates; those of one type have the columns of each."""
    columns: dict[str, dict[str, None]] = {}
    for edge in (edge for row in PREDICATES.values() for edge in row.edges):
        columns.setdefault(edge.type, {}).update(dict.fromkeys(edge.properties))
    for type, properties in columns.items():
        yield EdgeTable(type, "Entity", "Entity", tuple(properties))


# From a province to an election in which it took part: what its council comes to, and what facts say of it.
VOTED_IN = EdgeTable(
    "VOTED_IN",
    "Entity",
    "Entity",
    (
        "council_size",
        "general_seats",
        "reserved_seats",
        "size_standing",
        "accounted",
        "accounted_standing",
        *_properties(row.of_council for row in PREDICATES.values()),
    ),
)
# What an election fills, where that is one body; and the provinces that are constituencies of a body at an election.
ELECTS = EdgeTable("ELECTS", "Entity", "Entity", ())
HAS_CONSTITUENCY = EdgeTable("HAS_CONSTITUENCY", "Entity", "Entity", ("election", "seats", "standing"))
FROM = EdgeTable("FROM", "Statement", "Source", ())
ABOUT = EdgeTable("ABOUT", "Statement", "Entity", ("role",))

EDGES: Mapping[str, EdgeTable] = {
    table.type: table for table in (*_of_facts(), VOTED_IN, ELECTS, HAS_CONSTITUENCY, FROM, ABOUT)
}

# The kinds that alone have a property of entities.
_OF_KINDS = {name: row.subjects for row in PREDICATES.values() for name in row.of_entity} | dict.fromkeys(
    _OF_ELECTIONS, ELECTIONS
)
# The properties that nodes of each label may have.
PROPERTIES: Mapping[str, frozenset[str]] = {
    **{table.label: frozenset({"id", "name", *table.properties}) for table in NODES},
    **{
        label: frozenset({"id", "name", *(name for name in _ENTITY if kind in _OF_KINDS.get(name, LABELS))})
        for kind, label in LABELS.items()
    },
}


# The properties that hold numbers, if something; those of facts and statements alone may also hold texts.
NUMBERS = {
    *("area_km2", "lat", "lon", "seats", "won_in_all", "threshold", "sources", "value"),
    *("council_size", "general_seats", "reserved_seats", "accounted"),
} | {
    name
    for row in PREDICATES.values()
    for given in (*(edge.properties for edge in row.edges), row.of_entity, row.of_council)
    for name, field in given.items()
    if field in ("value", "minimum", "maximum") and (row.of_list or row.value not in (ValueKind.NONE, ValueKind.DATE))
}
# And those that hold texts, if something: neither numbers, nor flags, nor lists.
TEXTS = {
    name
    for properties in (*PROPERTIES.values(), *(("id", *table.properties) for table in EDGES.values()))
    for name in properties
    if name not in NUMBERS
} - {
    *("disputed", "counts", "won", "alone"),
    *("aliases", "local_aliases", "law_sources", "divisors", "values", "reason_values", "documents", "not_covered"),
}


def _ends() -> Iterator[tuple[str, Iterable[Kind], Iterable[Kind]]]:
    """The types of relationships between entities, with the kinds that they lead from and to."""
    yield VOTED_IN.type, PROVINCES, ELECTIONS
    yield ELECTS.type, ELECTIONS, BODIES
    yield HAS_CONSTITUENCY.type, BODIES, PROVINCES
    for row in PREDICATES.values():
        for edge in row.edges:
            yield edge.type, LISTS if row.of_list else row.subjects, row.objects if edge.end == "object" else ELECTIONS


# The labels that each type of relationships may lead from and to.
ENDS: dict[str, tuple[set[str], set[str]]] = {table.type: ({table.start}, {table.end}) for table in EDGES.values()}
for _type, *_kinds in _ends():
    for _labels, _of in zip(ENDS[_type], _kinds, strict=True):
        _labels.update(LABELS[kind] for kind in _of)
ENDS[ABOUT.type][1].update(LABELS.values())

# Which tables a graph was written by: one of others lacks what the queries ask for, or says what they do not know.
MODEL = hashlib.blake2b(repr((NODES, EDGES, tuple(PREDICATES))).encode(), digest_size=8).hexdigest()
