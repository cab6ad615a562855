"""A user's text on the embedded engine: what its process answers, as the graph's own nodes, edges and paths."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..gate import QueryError, UserQuery
from ..gate.errors import placed
from ..schema import NODES
from ..stores.protocol import Table
from .parent import require_passed, run_confined

_TITLED = [
    label for table in NODES for label in (table.label, table.extra_label) if label and "title" in table.properties
]


def run_text(path: Path, query: UserQuery, parameters: Mapping[str, object], *, seconds: float, rows: int) -> Table:
    """Run a text on the graph of a file, read-only; at most `rows` rows after at most about `seconds`.

    Raises what `run_confined` raises.
    """
    require_passed(query)
    if query.misread is not None:
        raise placed(query.misread[0], query.asked, query.misread[1])
    request = {"path": str(path), "engine_ms": max(1, int(seconds * 1000))}
    try:
        answer = run_confined("embedded_child", request, query, parameters, seconds=seconds, rows=rows)
    except QueryError as error:
        if query.neo4j_form is None:
            raise
        what, start = query.neo4j_form
        raise placed(f"{what} runs on Neo4j, and not on the embedded engine", query.asked, start) from error
    found, total = answer["rows"], answer["total"]
    return Table(
        tuple(answer["columns"]),
        tuple(tuple(_plain(value) for value in row) for row in found[:rows]),
        len(found) > rows or (total is not None and total > len(found)),
    )


def _plain(value: Any) -> Any:
    """Nodes, relationships and paths as maps without the engine's own numbers and keys."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    if _is(value, _PATH) and all(_is(each, _NODE) for each in value["nodes"]):
        return _path(value)
    if _is(value, _NODE):
        return _node(value)
    if _is(value, _EDGE):
        return {"type": value["type"], "properties": _plain(value["properties"])}
    return {key: _plain(each) for key, each in value.items()}


# How the engine gives them: a map of a user's own may look so, but does not have to.
_NODE = {"id": int, "labels": list, "properties": dict}
_EDGE = {"id": int, "start": int, "end": int, "type": str, "properties": dict}
_PATH = {"nodes": list, "relationships": list}


def _is(value: Any, shape: Mapping[str, type]) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() == shape.keys()
        and all(isinstance(value[key], kind) for key, kind in shape.items())
    )


def _node(node: Mapping[str, Any]) -> dict[str, Any]:
    hidden = ("type",) if any(label in _TITLED for label in node["labels"]) else ("type", "title")
    return {
        "labels": _plain(node["labels"]),
        "properties": {key: _plain(each) for key, each in node["properties"].items() if key not in hidden},
    }


def _path(path: Mapping[str, Any]) -> dict[str, Any]:
    """A path; its relationships name the nodes they lead from and to by their `id`."""
    ids = {node["id"]: node["properties"].get("id") for node in path["nodes"]}
    return {
        "nodes": [_node(node) for node in path["nodes"]],
        "relationships": [
            {"start": ids.get(each["start"]), "end": ids.get(each["end"]), **_plain(each)}
            if _is(each, _EDGE)
            else _plain(each)
            for each in path["relationships"]
        ],
    }
