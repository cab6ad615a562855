"""Runs the benchmarks, all groups or those named, and prints a line a figure: how much, against what, the aim."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from graph.stores.embedded import ENGINE
from tests.neo4j.server import version as server

from . import answers, bulk, neo4j, page, power, reading, serve

GROUPS: Mapping[str, tuple[Callable[[Path], Iterator[str]], ...]] = {
    "answers": (answers.cold, answers.inside, answers.build),
    "reading": (reading.lines, reading.tables, reading.prose, reading.hostile, reading.cold),
    "power": (power.house, power.indices),
    "bulk": (bulk.whole, bulk.million),
    "neo4j": (neo4j.rates,),
    "page": (page.offline,),
    "serve": (serve.ready, serve.page_time),
}


def main() -> None:
    """Run the groups that the command line names, or all of them."""
    named = sys.argv[1:] or list(GROUPS)
    if unknown := [name for name in named if name not in GROUPS]:
        sys.exit(f"no group is called {', '.join(unknown)}. Groups: {', '.join(GROUPS)}.")
    print(_machine(), flush=True)
    for name in named:
        with tempfile.TemporaryDirectory() as folder:
            for run in GROUPS[name]:
                for line in run(Path(folder)):
                    print(line, flush=True)


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    info = Path("/proc/cpuinfo")
    models = [line for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    model = models[0].partition(": ")[2] if models else platform.processor()
    return (
        f"{os.cpu_count()} cores {model} (load {os.getloadavg()[0]:.1f}), {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}, {ENGINE}, pandas {version('pandas')}, Neo4j {server()}"
    )


main()
