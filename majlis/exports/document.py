"""The graph as one JSON document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TextIO

from graph.stores.protocol import Row, Store

from . import tables

FORMAT = "majlis graph 1"
# Nodes by the name of their list in the document; a statement's own fields say what FROM and ABOUT would.
_LISTS: Mapping[str, str] = {
    "Entity": "entities",
    "Source": "sources",
    "Statement": "statements",
    "Fact": "facts",
    "Unresolved": "unresolved",
    "Unreadable": "unreadable",
    "Correction": "corrections",
}
_IMPLIED = frozenset({"FROM", "ABOUT"})


def document(store: Store) -> dict[str, Any]:
    """The whole graph as plain data: each list in the order of its ids, nulls left out. Raises StoreError."""
    found: dict[str, Any] = {"format": FORMAT, "data_version": None, "documents": []}
    for table in tables.nodes(store):
        if table.name in _LISTS:
            found[_LISTS[table.name]] = [_without_nulls(row) for row in table.rows]
        else:  # the one node that says from what the graph was built
            for row in table.rows:
                found |= {"data_version": row["data_version"], "documents": row["documents"]}
    found["edges"] = {
        table.name: [_without_nulls(row) for row in table.rows]
        for table in tables.edges(store)
        if table.name not in _IMPLIED
    }
    return found


def write_json(found: Mapping[str, Any], out: TextIO) -> None:
    """Write a document, letters as they are."""
    json.dump(found, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _without_nulls(row: Row) -> Row:
    return {name: value for name, value in row.items() if value is not None}
