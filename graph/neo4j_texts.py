"""A user's text on Neo4j: in a read transaction with a time limit, its values as JSON can hold them."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

import neo4j
from neo4j.exceptions import Neo4jError
from neo4j.graph import Node, Path, Relationship

from .gate import LimitError, QueryError, UserQuery
from .store import Table

ANSWER = 16 << 20  # bytes of an answer, as on the embedded engine
_DEEPEST = 100
_PLACE = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\)")
_TIME = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration", "TransactionTerminated")
_MEMORY = ("MemoryPoolOutOfMemoryError", "TransactionOutOfMemoryError", "OutOfMemoryError")
_OF_TEXTS = ("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.", "Neo.ClientError.Schema.")


def run_text(
    session: neo4j.Session, query: UserQuery, parameters: Mapping[str, object], *, seconds: float, rows: int
) -> Table:
    """Run a text in a session of read access; at most `rows` rows after at most about `seconds`.

    Raises QueryError where the server finds the text wrong, LimitError where it needs too much, and what the
    driver raises where the server fails.
    """
    if type(query) is not UserQuery:
        raise TypeError("only a text that passed the gate runs")
    try:
        # Not a managed transaction: a text that asks too much must not be tried again.
        with session.begin_transaction(timeout=max(seconds, 0.001)) as tx:
            result = tx.run(query.text, dict(parameters))
            found: list[tuple[Any, ...]] = []
            size = 0
            for record in result:
                row = tuple(_plain(value) for value in record.values())
                size += len(json.dumps(row))
                if size > ANSWER:
                    raise _over("size", query, seconds)
                found.append(row)
                if len(found) > rows:
                    break
            columns = tuple(result.keys())
            summary = result.consume()
    except Neo4jError as error:
        told = _explained(error, query, seconds)
        if told is None:
            raise
        raise told from error
    except RecursionError as error:
        raise _over("depth", query, seconds) from error
    if query.plan and summary.plan:
        steps = list(_steps(summary.plan))
        return Table(
            ("step", "operation", "estimated_rows"),
            tuple((number, *step) for number, step in enumerate(steps[:rows], 1)),
            len(steps) > rows,
        )
    return Table(columns, tuple(found[:rows]), len(found) > rows)


def _explained(error: Neo4jError, query: UserQuery, seconds: float) -> QueryError | LimitError | None:
    """What the server said of a text, with the place in it; None for a failure that is not the text's."""
    code = str(error.code)
    if code.endswith(_TIME):
        return _over("time", query, seconds)
    if code.endswith(_MEMORY):
        return _over("memory", query, seconds)
    if "StackOverflow" in code:
        return _over("depth", query, seconds)
    if not code.startswith(_OF_TEXTS):
        return None
    said = str(error.message or code)
    place = _PLACE.search(said)
    said = (said[: place.start()] if place else said.split("\n", 1)[0]).strip().rstrip(".")
    line, column = (int(place[1]), int(place[2])) if place else (None, None)
    return QueryError(said[:600], query.asked, line, column)


def _over(limit: str, query: UserQuery, seconds: float) -> LimitError:
    what = {
        "time": f"the text did not end within {seconds:g} seconds",
        "memory": "the text needs more memory than the server gives a transaction",
        "depth": "the text or its answer is nested too deep for the engine",
        "size": f"the answer is larger than {ANSWER >> 20} MB",
    }[limit]
    todo = "Ask for less: narrow MATCH and WHERE, or end with LIMIT"
    return LimitError(limit, query.asked, f"{what}. {todo}{', or give it more time' if limit == 'time' else ''}.")


def _plain(value: Any, depth: int = 0) -> Any:
    """A value as JSON can hold it: nodes, relationships and paths as maps, as the embedded engine gives them."""
    if depth > _DEEPEST:
        raise RecursionError
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")
    if isinstance(value, Node):
        labels = sorted(value.labels, key=lambda label: (label != "Entity", label))
        return {"labels": labels, "properties": _properties(value, depth)}
    if isinstance(value, Relationship):
        return {"type": value.type, "properties": _properties(value, depth)}
    if isinstance(value, Path):
        return {
            "nodes": [_plain(node, depth + 1) for node in value.nodes],
            "relationships": [
                {"start": _id(each.start_node), "end": _id(each.end_node), **_plain(each, depth + 1)}
                for each in value.relationships
            ],
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(each, depth + 1) for key, each in value.items()}
    if isinstance(value, (list, tuple)) and type(value) in (list, tuple):
        return [_plain(each, depth + 1) for each in value]
    iso_format = getattr(value, "iso_format", None)
    return iso_format() if iso_format else str(value)


def _properties(value: Node | Relationship, depth: int) -> dict[str, Any]:
    return {key: _plain(each, depth + 1) for key, each in sorted(value.items())}


def _id(node: Node | None) -> Any:
    return None if node is None else node.get("id")


def _steps(plan: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The steps of a plan in the order in which they run."""
    for child in plan.get("children", ()):
        yield from _steps(child)
    told = plan.get("args", {})
    name = str(plan.get("operatorType", "")).partition("@")[0]
    rows = told.get("EstimatedRows")
    yield f"{name} {told.get('Details', '')}".strip(), None if rows is None else round(rows)
