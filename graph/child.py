"""A process that runs one text on one graph file and answers in JSON: the inner side of `graph/confined.py`.

It is started as a file of its own, without this package, so that it starts in a few hundredths of a second.
Before the text runs it gives up what a text could misuse: it cannot open a file or a connection, write to
a file or take more memory, and the system ends it when its time is over, whatever the engine is doing.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import math
import signal
import sys
from typing import Any

_DEEPEST = 100


def main() -> None:
    """Read a request from stdin, answer it on stdout."""
    request = json.loads(sys.stdin.buffer.read())
    sys.path.append(request["packages"])
    answer = _answer(request)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def _answer(request: dict[str, Any]) -> bytes:
    import kglite

    kglite.set_query_warning_policy("silent")
    try:
        graph: Any = kglite.load(request["path"])
    except (kglite.KgError, OSError, ValueError) as error:
        return _encoded({"error": "file", "message": str(error)})
    graph.read_only(True)
    # What is loaded on first use has to be loaded while files can still be opened.
    graph.cypher("RETURN date('2023-12-18') AS a, datetime('2023-12-18T00:00Z') AS b, time('01:00') AS c").to_list()
    _confine(request["memory"], request["seconds"])
    try:
        found = graph.cypher(
            request["text"],
            params=request["parameters"],
            timeout_ms=request["engine_ms"],
            row_limit=request["rows"],
            max_work_units=request["work"],
            hide_structural_keys=True,
        )
        columns = list(found.columns)
        rows = [[_plain(row[column]) for column in columns] for row in found.to_list()]
        answer = _encoded(
            {
                "columns": columns,
                "rows": rows,
                "total": found.diagnostics["total_rows"],
                "warnings": found.diagnostics["warnings"],
            }
        )
    except (MemoryError, RecursionError) as error:
        return _encoded({"error": "memory" if isinstance(error, MemoryError) else "depth", "message": ""})
    except Exception as error:  # noqa: BLE001 - whatever a text can raise is the text's answer
        return _encoded({"error": _kind(kglite, error), "message": str(error), **_place(error)})
    return answer if len(answer) <= request["size"] else _encoded({"error": "size", "message": ""})


def _confine(memory: int, seconds: float) -> None:
    """Let go of files, memory and time beyond what is allowed; a system without such limits has the parent's."""
    with contextlib.suppress(ImportError, AttributeError, OSError, ValueError):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
        signal.setitimer(signal.ITIMER_REAL, seconds + 0.5)
    try:
        import resource
    except ImportError:
        return

    def limit(what: int, most: int) -> None:
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))

    with contextlib.suppress(OSError, ValueError), open("/proc/self/statm", "rb") as file:  # noqa: PTH123
        limit(resource.RLIMIT_AS, int(file.read().split()[0]) * resource.getpagesize() + memory)
    limit(resource.RLIMIT_CPU, math.ceil(seconds) + 5)
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_FSIZE, 0)
    limit(resource.RLIMIT_NOFILE, 0)


def _kind(kglite: Any, error: Exception) -> str:
    if isinstance(error, kglite.CypherTimeoutError):
        return "time"
    if isinstance(error, kglite.CypherSyntaxError):
        return "syntax"
    return "work" if "max_work_units" in str(error) else "text"


def _place(error: Exception) -> dict[str, Any]:
    return {"line": getattr(error, "line", None), "column": getattr(error, "col", None)}


def _plain(value: Any, depth: int = 0) -> Any:
    """A value as JSON can hold it. Raises RecursionError for one that is nested too deep to be read again."""
    if depth > _DEEPEST:
        raise RecursionError
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")
    if isinstance(value, dict):
        return {str(key): _plain(each, depth + 1) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each, depth + 1) for each in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return str(value)


def _encoded(value: object) -> bytes:
    return json.dumps(value).encode()


if __name__ == "__main__":
    main()
