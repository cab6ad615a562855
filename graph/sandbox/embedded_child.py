"""A user's text on the embedded engine, inside the process that runs it: no file can be opened, none written."""

from __future__ import annotations

import re
from typing import Any

import kglite

from .child import confine, limit, plain

_NAMED = re.compile(r"^Unknown function: (\w+)|^Undefined variable '(\w+)'")  # what the engine tells no place of
WORK = 50_000_000  # the engine's own count of rows and items


def run(request: dict[str, Any]) -> dict[str, Any]:
    """Rows with the engine's own count, or an error: time, work, text, store."""
    kglite.set_query_warning_policy("silent")
    try:
        graph: Any = kglite.load(request["path"])
    except (kglite.KgError, OSError, ValueError) as error:
        return {"error": "store", "message": f"{request['path']}: the graph cannot be read ({error})"}
    graph.read_only(True)
    # What is loaded on first use has to be loaded while files can still be opened.
    graph.cypher("RETURN date('2023-12-18') AS a, datetime('2023-12-18T00:00Z') AS b, time('01:00') AS c").to_list()
    confine(request["seconds"] + 0.5, request["memory"])
    limit("RLIMIT_FSIZE", 0)
    limit("RLIMIT_NOFILE", 0)
    try:
        found = graph.cypher(
            request["text"],
            params=request["parameters"],
            timeout_ms=request["engine_ms"],
            row_limit=request["rows"],
            max_work_units=WORK,
            hide_structural_keys=True,
        )
        columns = list(found.columns)
        durations = "duration" in request["text"].lower()
        return {
            "columns": columns,
            "rows": [[plain(row[column], durations=durations) for column in columns] for row in found.to_list()],
            "total": found.diagnostics["total_rows"],
        }
    except (MemoryError, RecursionError):
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001 - whatever a text can raise is the text's answer
        return _explained(error, request["text"])


def _explained(error: BaseException, text: str) -> dict[str, Any]:
    """What the engine said of a text, with the place in it; a panic of its own, which is no Exception, is told too."""
    if not isinstance(error, Exception):
        if re.search("memory|capacity|alloc", str(error), re.IGNORECASE):
            return {"error": "memory"}
        return {"error": "work", "message": f"the engine broke off at this text ({str(error)[:200]})"}
    if isinstance(error, kglite.CypherTimeoutError):
        return {"error": "time"}
    if "max_work_units" in str(error):
        return {"error": "work", "message": f"the text makes more than {WORK:,} rows and items on its way"}
    line, column = getattr(error, "line", None), getattr(error, "col", None)
    said = re.sub(r"^[\w ]+ error(?: at line \d+, col \d+)?: ", "", str(error))
    said = re.sub(r"\n +[^\n]*\n *\^", "", said)
    if reserved := re.search(r"(\S+) — a reserved keyword", said):
        said = f"{reserved[1]} is a reserved word on the embedded engine; in backticks it can be a name"
    elif alien := re.match(r"Unexpected character '(.)' at position (\d+)", said):
        place = text.find(alien[1], min(int(alien[2]), len(text)) - 1)
        if place >= 0:
            line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
        if alien[1].isalpha():
            said = f"on the embedded engine a name with {alien[1]} needs backticks"
        said = said.replace(f" at position {alien[2]}", "")
    elif line is None and (named := _NAMED.search(said)):
        found = re.search(rf"\b{re.escape(named[1] or named[2])}\b", text)
        if found:
            line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
    if "embedded engine" not in said:
        said = f"the embedded engine says: {said}"
    return {"error": "text", "message": said, "line": line, "column": column}
