"""A user's text in a process of its own with limits on time, memory and the size of its answer.

An engine can end its process or read files (the embedded one), plan for hours, or send a value that takes
gigabytes and minutes to read (Neo4j), whatever limits it is given; here only the child process can end, and its
connection to a server ends with it.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import StoreError, UsageError
from ..gate import LimitError, QueryError, UserQuery

MEMORY = 1 << 30  # bytes that a text may take beside the graph
ANSWER = 16 << 20  # bytes of an answer
_START = 30.0  # seconds for the process to start and read a large graph
_CHILD = Path(__file__).with_name("child.py")
# A large reservation of address space would count as memory in use; the engine's allocator takes KiB.
_ENVIRONMENT = {"MIMALLOC_ARENA_RESERVE": "16384"}
_PASSED_ON = ("LD_LIBRARY_PATH", "SSL_CERT_DIR", "SSL_CERT_FILE", "SYSTEMROOT", "TZ")
_TOO_LONG = frozenset(getattr(signal, name, None) for name in ("SIGALRM", "SIGXCPU"))  # not on every system
_running: set[subprocess.Popen[bytes]] = set()
_TOO_DEEP = frozenset(getattr(signal, name, None) for name in ("SIGSEGV", "SIGBUS"))


def run_confined(
    engine: str,
    request: Mapping[str, object],
    query: UserQuery,
    parameters: Mapping[str, object],
    *,
    seconds: float,
    rows: int,
) -> dict[str, Any]:
    """What the engine's child module answers to a text, after at most about `seconds`.

    Raises QueryError where the engine finds the text wrong, LimitError where it needs too much, StoreError
    where the graph cannot be asked, UsageError for a parameter that JSON cannot hold.
    """
    require_passed(query)
    whole = {
        **request,
        "engine": f"{__package__}.{engine}",
        "modules": [*sys.path, str(Path(__file__).parents[2])],
        "text": query.text,
        "plan": query.plan,
        "parameters": dict(parameters),
        "seconds": seconds,
        "rows": rows,
        "memory": MEMORY,
        "size": ANSWER,
    }
    try:
        sent = json.dumps(whole).encode()
    except (TypeError, ValueError) as error:
        raise UsageError(f"a parameter has a value that is no text, number, list or map ({error})") from error
    code, out, err = _run(sent, seconds + _START)
    if code is None or -code in _TOO_LONG:
        answer: dict[str, Any] = {"error": "time"}
    elif code < 0:
        answer = {"error": "depth" if -code in _TOO_DEEP or "overflowed its stack" in err else "memory"}
    elif code:
        raise StoreError(f"the process that ran this text ended with {code}: {err.strip()[-300:] or 'no message'}")
    else:
        answer = json.loads(out)
    if "error" not in answer:
        return answer
    if answer["error"] == "store":
        raise StoreError(answer["message"])
    if answer["error"] == "text":
        raise QueryError(answer["message"][:600], query.asked, answer["line"], answer["column"])
    raise _over(answer, query, seconds)


def require_passed(query: UserQuery) -> None:
    """Raises TypeError for what only looks like a text that passed the gate."""
    if type(query) is not UserQuery:
        raise TypeError("only a text that passed the gate runs")


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
        _running.add(child)
        try:
            out, err = child.communicate(sent, timeout=seconds)
        except subprocess.TimeoutExpired:
            return None, b"", ""
        finally:
            child.kill()  # nothing, once it has ended
            stopped = child not in _running
            _running.discard(child)
    return None if stopped else child.returncode, out, err.decode(errors="replace")


def end_running() -> None:
    """End the texts that run now, as a program does that is told to stop: to whoever asked they took too long."""
    while _running:
        _running.pop().kill()


def _over(answer: Mapping[str, Any], query: UserQuery, seconds: float) -> LimitError:
    limit = answer["error"]
    what = (
        answer.get("message")
        or {
            "time": f"the text did not end within {seconds:g} seconds",
            "memory": f"the text needs more memory than the {MEMORY >> 20:,} MB that it may take",
            "depth": "the text or its answer is nested too deep for the engine",
            "size": f"the answer is larger than {ANSWER >> 20} MB",
        }[limit]
    )
    todo = "Ask for less: narrow MATCH and WHERE, or end with LIMIT"
    return LimitError(limit, query.asked, f"{what}. {todo}{', or give it more time' if limit == 'time' else ''}.")
