"""The graph as one JSON document, and the statements read back from it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

from graph.errors import DocumentError
from graph.kinds import Standing
from graph.model import Statement
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
}
_IMPLIED = frozenset({"FROM", "ABOUT"})
_FIELDS = (
    "subject", "predicate", "object", "value", "of", "election", "reserved_for", "since", "until",
    "subject_text", "object_text", "source", "locator", "quote",
)  # fmt: skip


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


def write_json(store: Store, out: TextIO) -> None:
    """Write the document, letters as they are. Raises StoreError."""
    json.dump(document(store), out, ensure_ascii=False, indent=1)
    out.write("\n")


def read_json(path: Path) -> list[Statement]:
    """The statements of an exported document, by id, each as it was in the graph. Raises DocumentError."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["format"] == FORMAT:
            return [as_statement(row) for row in found["statements"]]
        wrong = f"its format is {found['format']!r}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        wrong = str(error)
    raise DocumentError(str(path), None, f"this is no {FORMAT!r} ({wrong})", "Write one: majlis export json -o FILE")


def statements(store: Store) -> list[Statement]:
    """The statements of a graph, by id. Raises StoreError."""
    (table,) = (table for table in tables.nodes(store) if table.name == "Statement")
    return [as_statement(row) for row in table.rows]


def as_statement(row: Row) -> Statement:
    """A statement from its properties; the file it was once read from is not part of the graph."""
    fields = {name: row.get(name) for name in _FIELDS}
    return Statement(id=row["id"], standing=Standing(row["standing"]), **fields)  # type: ignore[arg-type]


def _without_nulls(row: Row) -> Row:
    return {name: value for name, value in row.items() if value is not None}
