"""A user's text on Neo4j, inside the process that runs it: one connection, one read transaction, values as JSON.

The driver's own session would wait for a server that plans without looking at its clock, and would read a value
of any size to its end; here the system ends both, and the server lets go of a transaction without a connection.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import neo4j
from neo4j.exceptions import BrokenRecordError, Neo4jError
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Duration

from ..stores.neo4j_errors import FAILURES, explained
from ..stores.neo4j_state import changed, settled, state_of
from . import child

_PLACE = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\)")
_OF_A_PLAN = re.compile(r"^(\w+)\(.*\)(?= can only)")  # an aggregate with what the server made of its value
_SENTENCES = re.compile(r"(?:(?<=\.) [^.\n]*)?\n.*", re.DOTALL)  # behind the first line, with what it breaks off in
_SERVER_MEMORY = "the text needs more memory than the server gives a transaction"
# Ends of the server's codes that say which limit a text reached.
_LIMITS = {
    "TransactionTimedOut": {"error": "time"},
    "TransactionTimedOutClientConfiguration": {"error": "time"},
    "TransactionTerminated": {"error": "time"},
    "MemoryPoolOutOfMemoryError": {"error": "memory", "message": _SERVER_MEMORY},
    "TransactionOutOfMemoryError": {"error": "memory", "message": _SERVER_MEMORY},
    "OutOfMemoryError": {"error": "memory", "message": _SERVER_MEMORY},
    "StackOverflow": {"error": "depth"},
    "StackOverflowError": {"error": "depth"},
}
# What a function cannot do with its values, as a negative length of a text, the server calls a failure of its own.
_OF_TEXTS = (
    "Neo.ClientError.Statement.",
    "Neo.ClientError.Procedure.",
    "Neo.ClientError.Schema.",
    "Neo.DatabaseError.Statement.ExecutionFailed",
)


def run(request: dict[str, Any]) -> dict[str, Any]:
    """Columns, rows and whether they were cut, or an error: time, memory, depth, size, text, store."""
    child.confine(request["seconds"], request["memory"])
    try:
        # Closing the driver ends what is still running; closing the session would read it to its end first.
        with neo4j.GraphDatabase.driver(
            request["address"],
            auth=tuple(request["auth"]) if request["auth"] else None,
            notifications_min_severity="OFF",
        ) as driver:
            return _answer(driver.session(database=request["database"], default_access_mode=neo4j.READ_ACCESS), request)
    except Neo4jError as error:
        return _told(error) or _failed(error, request)
    except BrokenRecordError as error:
        what = (
            f"the answer holds a value that cannot be read here, as a day of no calendar ({error.__cause__ or error})"
        )
        return {"error": "text", "message": what, "line": None, "column": None}
    except (OverflowError, UnicodeEncodeError) as error:
        return {"error": "text", "message": f"a parameter cannot be sent ({error})", "line": None, "column": None}
    except FAILURES as error:
        return _failed(error, request)


def _answer(session: neo4j.Session, request: Mapping[str, Any]) -> dict[str, Any]:
    # Not a managed transaction: a text that asks too much must not be tried again.
    # By its mark the parent finds it on the server, where a limit ends this process.
    transaction = session.begin_transaction(
        timeout=max(request["seconds"], 0.001), metadata={"majlis": request["mark"]}
    )
    before = settled(transaction)
    result = transaction.run(request["text"], request["parameters"])
    most, size = request["rows"], 0
    found: list[list[Any]] = []
    for record in result:
        found.append([_plain(value) for value in record.values()])
        size += len(child.encoded(found[-1]))
        if size > request["size"]:
            return {"error": "size"}
        if len(found) > most:
            break
    columns = list(result.keys())
    plan = result.consume().plan
    if plan and request["plan"]:
        columns = ["step", "operation", "estimated_rows"]
        found = [[number, *step] for number, step in enumerate(_steps(plan), 1)]
    after = state_of(transaction)
    if after != before or (after and after.state != "ready"):
        return {"error": "store", "message": f"{request['address']}: {changed(after)}"}
    return {"columns": columns, "rows": found[:most], "cut": len(found) > most}


def _told(error: Neo4jError) -> dict[str, Any] | None:
    """What the server said of a text, with the place in it; None for a failure that is not the text's."""
    code = str(error.code)
    if reached := _LIMITS.get(code.rpartition(".")[2]):
        return reached
    if not code.startswith(_OF_TEXTS):
        return None
    said = str(error.message or code)
    place = _PLACE.search(said)
    said = said[: place.start()] if place else _SENTENCES.sub("", said, count=1)
    said = said.strip().rstrip(".")
    said = _OF_A_PLAN.sub(r"\1()", said)
    line, column = (int(place[1]), int(place[2])) if place else (None, None)
    return {"error": "text", "message": said, "line": line, "column": column}


def _failed(error: Exception, request: Mapping[str, Any]) -> dict[str, Any]:
    return {"error": "store", "message": str(explained(error, request["address"], request["database"], "at this text"))}


def _plain(value: Any, depth: int = 0) -> Any:
    """A value as JSON can hold it: nodes, relationships and paths as maps, as the embedded engine gives them."""
    if depth > child.DEEPEST:
        raise RecursionError
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
    if isinstance(value, dict):
        return {str(key): _plain(each, depth + 1) for key, each in value.items()}
    if type(value) in (list, tuple):
        return [_plain(each, depth + 1) for each in value]
    if isinstance(value, Duration):
        return child.duration_text(value.months, value.days, value.seconds, value.nanoseconds)
    iso_format = getattr(value, "iso_format", None)
    return child.time_text(iso_format()) if iso_format else child.plain(value)


def _properties(value: Node | Relationship, depth: int) -> dict[str, Any]:
    return {key: _plain(each, depth + 1) for key, each in sorted(value.items())}


def _id(node: Node | None) -> Any:
    return None if node is None else node.get("id")


def _steps(plan: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The steps of a plan in the order in which they run."""
    for before in plan.get("children", ()):
        yield from _steps(before)
    told = plan.get("args", {})
    name = str(plan.get("operatorType", "")).partition("@")[0]
    rows = told.get("EstimatedRows")
    yield f"{name} {told.get('Details', '')}".strip(), None if rows is None else round(rows)
