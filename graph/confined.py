"""A user's text on the embedded engine, in a process of its own with limits on time, memory and files.

The engine ends its process when memory runs out, whatever its own limits say, and it can read files; here
only the child process can end, and it can open no file.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import kglite

from .errors import StoreError, UsageError
from .gate import LimitError, QueryError, UserQuery
from .schema import NODES
from .store import Table

MEMORY = 1 << 30  # bytes that a text may take beside the graph
ANSWER = 16 << 20  # bytes of an answer
WORK = 50_000_000  # the engine's own count of rows and items
_START = 30.0  # seconds for the process to start and read a large graph
_CHILD = Path(__file__).with_name("child.py")
# A large reservation of address space would count as memory in use; the engine's allocator takes KiB.
_ENVIRONMENT = {"MIMALLOC_ARENA_RESERVE": "16384"}
_PASSED_ON = ("LD_LIBRARY_PATH", "SYSTEMROOT", "TZ")
_TOO_LONG = frozenset(getattr(signal, name, None) for name in ("SIGALRM", "SIGXCPU"))  # not on every system
_TOO_DEEP = frozenset(getattr(signal, name, None) for name in ("SIGSEGV", "SIGBUS"))
_TITLED = [
    label for table in NODES for label in (table.label, table.extra_label) if label and "title" in table.properties
]


def run_confined(
    path: Path,
    query: UserQuery,
    parameters: Mapping[str, object],
    *,
    seconds: float,
    rows: int,
    memory: int = MEMORY,
    engine_timeout: bool = True,
) -> Table:
    """Run a text on the graph of a file, read-only; at most `rows` rows after at most about `seconds`.

    `engine_timeout` off leaves the time to the system alone. Raises QueryError where the engine finds the
    text wrong, LimitError where it needs too much, StoreError where the graph cannot be read.
    """
    if type(query) is not UserQuery:
        raise TypeError("only a text that passed the gate runs")
    request = {
        "packages": str(Path(kglite.__file__).parents[1]),
        "path": str(path),
        "text": query.text,
        "parameters": dict(parameters),
        "seconds": seconds,
        "engine_ms": max(1, int(seconds * 1000)) if engine_timeout else 0,
        "rows": rows,
        "work": WORK,
        "memory": memory,
        "size": ANSWER,
    }
    try:
        sent = json.dumps(request).encode()
    except (TypeError, ValueError) as error:
        raise UsageError(f"a parameter has a value that is no text, number, list or map ({error})") from error
    code, out, err = _run(sent, seconds + _START)
    if code is None or -code in _TOO_LONG:
        raise _over("time", query, seconds, memory)
    if code < 0:
        deep = -code in _TOO_DEEP or "overflowed its stack" in err
        raise _over("depth" if deep else "memory", query, seconds, memory)
    if code:
        raise StoreError(f"the process that ran this text ended with {code}: {err.strip()[-300:] or 'no message'}")
    answer = json.loads(out)
    if "error" not in answer:
        return _table(answer, rows)
    if answer["error"] == "file":
        raise StoreError(f"{path}: the graph cannot be read ({answer['message']})")
    if answer["error"] in ("syntax", "text"):
        raise _explained(query, answer)
    raise _over(answer["error"], query, seconds, memory)


def _run(sent: bytes, seconds: float) -> tuple[int | None, bytes, str]:
    """The exit code (None: it did not end in time), output and errors of the child."""
    environment = _ENVIRONMENT | {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    try:
        child = subprocess.Popen(  # noqa: S603 - our own file, by this very interpreter
            [sys.executable, "-I", "-S", str(_CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
    except OSError as error:
        raise StoreError(f"no process can be started for this text ({error})") from error
    with child:
        try:
            out, err = child.communicate(sent, timeout=seconds)
        except subprocess.TimeoutExpired:
            return None, b"", ""
        finally:
            child.kill()  # nothing, once it has ended
    return child.returncode, out, err.decode(errors="replace")


def _over(limit: str, query: UserQuery, seconds: float, memory: int) -> LimitError:
    what = {
        "time": f"the text did not end within {seconds:g} seconds",
        "memory": f"the text needs more memory than the {memory >> 20:,} MB that it may take",
        "work": f"the text makes more than {WORK:,} rows and items on its way",
        "depth": "the text or its answer is nested too deep for the engine",
        "size": f"the answer is larger than {ANSWER >> 20} MB",
    }[limit]
    todo = "Ask for less: narrow MATCH and WHERE, or end with LIMIT"
    return LimitError(limit, query.asked, f"{what}. {todo}{', or give it more time' if limit == 'time' else ''}.")


def _explained(query: UserQuery, answer: Mapping[str, Any]) -> QueryError:
    """What the engine said of a text, with the place in it."""
    line, column = answer["line"], answer["column"]
    said = re.sub(r"^[\w ]+ error(?: at line \d+, col \d+)?: ", "", answer["message"])
    said = re.sub(r"\n +[^\n]*\n *\^", "", said)
    if reserved := re.search(r"(\S+) — a reserved keyword", said):
        said = f"{reserved[1]} is a reserved word on the embedded engine; in backticks it can be a name"
    elif alien := re.match(r"Unexpected character '(.)' at position (\d+)", said):
        place = query.text.find(alien[1], min(int(alien[2]), len(query.text)) - 1)
        if place >= 0:
            line, column = query.text.count("\n", 0, place) + 1, place - query.text.rfind("\n", 0, place)
        if alien[1].isalpha():
            said = f"on the embedded engine a name with {alien[1]} needs backticks"
        said = said.replace(f" at position {alien[2]}", "")
    return QueryError(said[:600], query.asked, line, column)


def _table(answer: Mapping[str, Any], rows: int) -> Table:
    found = answer["rows"]
    total = answer["total"]
    notes = [text for text in answer["warnings"] if text.startswith("MATCH references unknown")]
    return Table(
        tuple(answer["columns"]),
        tuple(tuple(_plain(value) for value in row) for row in found[:rows]),
        len(found) > rows or (total is not None and total > len(found)),
        tuple(notes),
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
