"""Reading 100,000 lines of seat list: lines a second, peak memory, and where the time goes."""

from __future__ import annotations

import re
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import loaders
from graph.kinds import LISTS, Kind
from graph.model import Entity, Registry, Standing, Statement
from graph.names import Name, Resolver
from loaders.shapes.seat_lines import RESULT

LINES = 100_000
_SEATS = re.compile(r"- (.+): (\d+) seats?")


PROVINCES, LISTS_EACH = 20, 5_000


def _country() -> Registry:
    """An invented country in which no list stands twice in a council of 5,000 lists."""
    rows = [("e", Kind.ELECTION, "The election")]
    rows += [(f"p{number}", Kind.PROVINCE, f"Province {number}") for number in range(PROVINCES)]
    rows += [(f"l{number}", Kind.PARTY, f"Union of valley {number}") for number in range(LISTS_EACH)]
    entities = {id: Entity(id, kind, name, attributes={"date": "2023-12-18"}) for id, kind, name in rows}
    names = tuple(Name(id, kind, name, primary=True) for id, kind, name in rows)
    return Registry(entities, names, {}, ())


def lines(folder: Path) -> Iterator[str]:
    """A list of 100,000 results in twenty councils, against a bare regular expression."""
    registry = _country()
    resolver = Resolver(registry.names)
    path = folder / "long.txt"
    rows: list[str] = ["The commission announced the final results."]
    for province in range(PROVINCES):
        rows += ["", f"Province {province}"]
        rows += [f"- Union of valley {number}: {number % 9 + 1} seats" for number in range(LISTS_EACH)]
    path.write_text("\n".join(rows), encoding="utf-8")

    def read() -> int:
        return sum(1 for _ in loaders.read(path, registry, resolver).items())

    def bare() -> int:
        with path.open(encoding="utf-8") as stream:
            return sum(1 for line in stream if _SEATS.match(line))

    bare(), read()
    ours = min(seconds(read) for _ in range(3))
    python = min(seconds(bare) for _ in range(3))
    tracemalloc.start()
    read()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    yield (
        f"reading {LINES:,} lines of seat list: {LINES / ours:,.0f} lines/s, {ours / python:.1f} x a bare regular "
        f"expression over the file ({python:.2f} s); peak memory {peak / 1e6:.1f} MB; aim: 55 x at most"
    )
    yield from _parts(path, resolver, ours)


def seconds(step: Callable[[], object]) -> float:
    """The processor's time that a step takes: a busy machine lengthens a long step more than a short one."""
    start = time.process_time()
    step()
    return time.process_time() - start


def _parts(path: Path, resolver: Resolver, whole: float) -> Iterator[str]:
    """The steps of reading, each alone over the same lines."""
    text = path.read_text(encoding="utf-8").splitlines()
    names = [found["name"] for line in text if (found := RESULT.fullmatch(line))]

    def matching() -> None:
        for line in text:
            RESULT.fullmatch(line)

    def resolving() -> None:
        for name in names:
            resolver.resolve(name, LISTS, "IQ-BG")

    def stating() -> None:
        for number, name in enumerate(names):
            Statement(
                source="s", locator=f"Baghdad, item {number} (line {number})", predicate="holds_seats", subject="x",
                subject_text=name, object="IQ-BG", object_text="Baghdad", value=3, election="e",
                standing=Standing.FINAL, quote=name,
            )  # fmt: skip

    steps = {"matching lines": matching, "resolving names": resolving, "making statements": stating}
    shares = [f"{what} {seconds(step) / whole:.0%}" for what, step in steps.items()]
    yield f"  of that time: {', '.join(shares)}; the rest is reading, places and the stream of items"
