"""A process that runs one text and answers in JSON: the inner side of `parent.py`.

It is started as a file of its own and loads no more of this package than the engine's part needs
(`embedded_child.py`, `neo4j_child.py`): a process starts in a few hundredths of a second. Before a
text runs it gives up what the text could misuse, and the system ends it when its time is over, whatever the
engine is doing.
"""

from __future__ import annotations

import contextlib
import datetime
import importlib
import json
import math
import signal
import sys
from typing import Any

DEEPEST = 100
_DURATION = ("months", "days", "seconds")


def main() -> None:
    """Read a request from stdin, answer it on stdout: rows, or an `error` with a `message`."""
    request = json.loads(sys.stdin.buffer.read())
    sys.path[:] = request["modules"]
    # A driver would load these where they are, which takes longer than most texts.
    sys.modules.update(dict.fromkeys(("numpy", "pandas")))  # type: ignore[arg-type]  # None stops an import
    engine = importlib.import_module(request["engine"])
    try:
        answer = encoded(engine.run(request))
    except (MemoryError, RecursionError) as error:
        answer = encoded({"error": "memory" if isinstance(error, MemoryError) else "depth"})
    if len(answer) > request["size"]:
        answer = encoded({"error": "size"})
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def confine(seconds: float, memory: int) -> None:
    """Set this process's limits on time and memory; a system without such limits has the parent's clock."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
        signal.setitimer(signal.ITIMER_REAL, seconds)
    with contextlib.suppress(ImportError, OSError, ValueError), open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - it loads no pathlib
        import resource

        limit("RLIMIT_AS", int(file.read().split()[0]) * resource.getpagesize() + memory)
    limit("RLIMIT_CPU", math.ceil(seconds) + 5)
    limit("RLIMIT_CORE", 0)


def limit(name: str, most: int) -> None:
    """Set a limit of this process, where the system has such limits."""
    with contextlib.suppress(AttributeError, ImportError, OSError, ValueError):
        import resource

        what = getattr(resource, name)
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def plain(value: Any, depth: int = 0, *, durations: bool = False) -> Any:
    """A value as JSON can hold it. Raises RecursionError for one that is nested too deep to be read again.

    `durations`: a map with the keys of a duration is one, as the embedded engine gives it.
    """
    if depth > DEEPEST:
        raise RecursionError
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {math.inf: "Infinity", -math.inf: "-Infinity"}.get(value, "NaN")
    if isinstance(value, dict):
        if durations and {*_DURATION} <= value.keys() <= {*_DURATION, "nanoseconds"}:
            months, days, seconds = (value[key] for key in _DURATION)
            if type(months) is type(days) is type(seconds) is int:
                return duration_text(months, days, seconds, value.get("nanoseconds", 0))
        return {str(key): plain(each, depth + 1, durations=durations) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each, depth + 1, durations=durations) for each in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return time_text(value.isoformat())
    return str(value)


def time_text(text: str) -> str:
    """A day or time by ISO 8601, alike on both engines: of a second as many digits as it has."""
    whole, point, rest = text.partition(".")
    if not point:
        return text
    digits = len(rest) - len(rest.lstrip("0123456789"))
    part = rest[:digits].rstrip("0")
    return f"{whole}{'.' if part else ''}{part}{rest[digits:]}"


def duration_text(months: int, days: int, seconds: int, nanoseconds: int) -> str:
    """A duration by ISO 8601, alike on both engines: PT0S where it is none."""
    nanoseconds += seconds * 1_000_000_000
    sign, parts = (-1 if nanoseconds < 0 else 1), abs(nanoseconds)
    hours, minutes, rest = parts // 3_600_000_000_000, parts // 60_000_000_000 % 60, parts % 60_000_000_000
    second = f"{rest // 1_000_000_000}.{rest % 1_000_000_000:09}".rstrip("0").rstrip(".")
    years, left = int(months / 12), months - 12 * int(months / 12)
    day = "".join(f"{count}{unit}" for count, unit in ((years, "Y"), (left, "M"), (days, "D")) if count)
    time = "".join(f"{sign * count}{unit}" for count, unit in ((hours, "H"), (minutes, "M")) if count)
    if rest:
        time += f"{'-' if sign < 0 else ''}{second}S"
    return f"P{day}{'T' if time else ''}{time}" if day or time else "PT0S"


def encoded(value: object) -> bytes:
    """JSON as bytes."""
    return json.dumps(value).encode()


if __name__ == "__main__":
    main()
