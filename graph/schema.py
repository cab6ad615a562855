"""The graph's labels, edges and properties, as one table: what `build` writes and `schema` shows.

Labels and relationship types in query texts come from here, never from data or from a user.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from .kinds import Kind

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
    "capital",
    "area_km2",
    "lat",
    "lon",
    "wikidata",
    "partyfacts",
    "population",
    "population_year",
    "turnout",
    "turnout_of",
    "voters",
    "counted",
)
_CLAIM = (
    "subject",
    "predicate",
    "object",
    "value",
    "of",
    "election",
    "reserved_for",
    "since",
    "until",
    "standing",
)

ENTITIES: Mapping[Kind, NodeTable] = {
    kind: NodeTable("Entity", _ENTITY, extra_label=label) for kind, label in LABELS.items()
}
# `title` comes last: the embedded engine lets a later `name` overwrite it.
SOURCE = NodeTable("Source", ("publisher", "published", "url", "language", "kind", "copy_of", "title"))
STATEMENT = NodeTable(
    "Statement",
    (*_CLAIM, "subject_text", "object_text", "source", "locator", "quote", "fact", "won"),
)
FACT = NodeTable("Fact", (*_CLAIM, "values", "disputed", "counts", "reason", "sources"))
UNRESOLVED = NodeTable("Unresolved", ("text", "kind", "source", "locator", "reason"))
UNREADABLE = NodeTable("Unreadable", ("text", "source", "locator", "reason"))
MAJLIS = NodeTable("Majlis", ("state", "model", "data_version", "documents", "not_covered"))

NODES = (*ENTITIES.values(), SOURCE, STATEMENT, FACT, UNRESOLVED, UNREADABLE, MAJLIS)

_SINCE = ("election", "since", "until", "standing", "disputed")
EDGES: Mapping[str, EdgeTable] = {
    table.type: table
    for table in (
        # `seats` is the smallest number that stands, `most` the largest: they differ where sources dispute it.
        EdgeTable(
            "HOLDS_SEATS", "Entity", "Entity", ("election", "seats", "most", "reserved_for", "standing", "disputed")
        ),
        EdgeTable("STOOD_IN", "Entity", "Entity", ("election", "votes", "standing", "disputed")),
        EdgeTable("RANKED", "Entity", "Entity", ("election", "rank", "basis", "standing", "disputed")),
        EdgeTable(
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
                "turnout",
                "of",
                "voters",
            ),
        ),
        EdgeTable("HELD_NO_VOTE", "Entity", "Entity", ("standing",)),
        EdgeTable("LEADS", "Entity", "Entity", _SINCE),
        EdgeTable("MEMBER_OF", "Entity", "Entity", _SINCE),
        EdgeTable("EXPECTED_IN", "Entity", "Entity", _SINCE),
        EdgeTable("RIVAL_OF", "Entity", "Entity", _SINCE),
        EdgeTable("HELD", "Entity", "Entity", (*_SINCE, "terms")),
        EdgeTable("OFFICE_IN", "Entity", "Entity", ("standing", "disputed")),
        EdgeTable("ELECTED", "Entity", "Entity", (*_SINCE, "basis", "number")),
        EdgeTable("SUPPORTED", "Entity", "Entity", _SINCE),
        EdgeTable("BOYCOTTED", "Entity", "Entity", ("province", "standing", "disputed")),
        EdgeTable("BARRED", "Entity", "Entity", ("province", "standing", "disputed")),
        EdgeTable("FROM", "Statement", "Source", ()),
        EdgeTable("ABOUT", "Statement", "Entity", ("role",)),
    )
}

# Which tables a graph was written by: one of other tables lacks what the queries ask for.
MODEL = hashlib.blake2b(repr((NODES, EDGES)).encode(), digest_size=8).hexdigest()
