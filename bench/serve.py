"""The local web page: how soon it is ready, how long a page takes, and how many readers it can serve."""

from __future__ import annotations

import http.client
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from statistics import median

from tests.command import Served

from .timing import as_installed, paired, process, resident, seconds

PAGES = (
    *("/where/nouri-al-maliki", "/who/IQ-BG", "/why/nouri-al-maliki/IQ-BB", "/map", "/coverage"),
    *("/", "/network", "/network/nouri-al-maliki"),
)
READERS, REQUESTS = 8, 50


def _started(folder: Path) -> Served:
    """A server on the shipped graph, ready; its code stays compiled, and its cache is never the user's own."""
    environment = as_installed(folder) | {"PYTHONDONTWRITEBYTECODE": "", "XDG_CACHE_HOME": str(folder)}
    return Served("serve", "--port", "0", **environment)


def _caller(server: Served) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(server.address.removeprefix("http://"))


def _get(caller: http.client.HTTPConnection, path: str) -> int:
    """The bytes of a page; one that is not there is an error."""
    caller.request("GET", path)
    response = caller.getresponse()
    found = response.read()
    if response.status != 200:
        raise RuntimeError(f"{path}: {response.status}")
    return len(found)


def ready(folder: Path) -> Iterator[str]:
    """From the command to the line that says ready, against a Python that does nothing; then a first page."""
    first: list[float] = []

    def start() -> float:
        begun = time.perf_counter()
        with _started(folder) as server:  # one after the other: what a server makes behind that line takes time too
            taken = time.perf_counter() - begun
            first.append(seconds(partial(_get, _caller(server), "/")))
        return taken

    start()  # builds the graph
    start()  # compiles the templates
    nothing = process([sys.executable, "-c", "pass"])
    ours, least = zip(*((start(), seconds(nothing)) for _ in range(9)), strict=True)
    yield (
        f"majlis serve, ready: {median(ours) * 1e3:.0f} ms = {median(ours) / median(least):.1f} x `python -c pass` "
        f"({median(least) * 1e3:.0f} ms); aim: under 500 ms; the first page, asked for at once, after another "
        f"{median(first) * 1e3:.0f} ms"
    )


def page_time(folder: Path) -> Iterator[str]:
    """Each kind of page over one connection, against the smallest file of the same server."""
    with _started(folder) as server:
        caller = _caller(server)
        for path in PAGES:
            ours, least = paired(partial(_get, caller, path), partial(_get, caller, "/static/page.css"), 41)
            size = _get(caller, path)
            yield (
                f"page {path}: {ours * 1e3:.1f} ms, {size / 1e3:.0f} kB = {ours / least:.1f} x a file of the same "
                f"server ({least * 1e3:.1f} ms); aim: under 20 ms"
            )
        yield from _load(server)


def _load(server: Served) -> Iterator[str]:
    """Several readers at once, against one reader with as many requests."""

    def reader(_: int) -> list[float]:
        caller = _caller(server)
        return [seconds(partial(_get, caller, PAGES[0])) for _ in range(REQUESTS)]

    start = time.perf_counter()
    alone = reader(0)
    one = len(alone) / (time.perf_counter() - start)
    start = time.perf_counter()
    with ThreadPoolExecutor(READERS) as pool:
        taken = sorted(taken for found in pool.map(reader, range(READERS)) for taken in found)
    many = len(taken) / (time.perf_counter() - start)
    slowest = taken[int(len(taken) * 0.95)]
    yield (
        f"{READERS} readers x {REQUESTS} requests of {PAGES[0]}: {many:.0f} requests/s, 0 errors, median "
        f"{median(taken) * 1e3:.0f} ms, 95% under {slowest * 1e3:.0f} ms; one reader alone: {one:.0f} requests/s"
    )
    if held := resident(server.process.pid):
        yield f"memory of the server after that: {held:.0f} MB"
