"""Reading long documents: seat lists, tables, prose and hostile text, each against a named baseline of the same run."""

from __future__ import annotations

import csv
import os
import re
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import loaders
from graph.collector import without_collector
from graph.kinds import LISTS, Kind
from graph.lexicon import Name
from graph.model import Entity, Registry, Standing, Statement
from graph.names import Resolver
from loaders.shapes.seat_lines import RESULT

from . import documents
from .timing import as_installed, paired, process

LINES = 100_000
ROWS, PROSE, HOSTILE, ONE_LINE = 20_000, 4_000, 60_000, 100_000
_SEATS = re.compile(r"- (.+): (\d+) seats?")
_TOLD = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)*) (?:won|took|secured|with|received) ([\d,]+)")
_PAGE = """Provisional results of the council elections

The electoral commission announced the results of {place} on Tuesday. Turnout was 41 per cent.

{lines}
"""

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


def tables(folder: Path) -> Iterator[str]:
    """A table of places, lists, votes and seats, of a country that nobody registered, against the reader of CSV."""
    path = folder / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(documents.table(ROWS))

    def bare() -> int:
        with path.open(encoding="utf-8", newline="") as stream:
            return sum(int(row["Votes"]) + int(row["Seats"]) for row in csv.DictReader(stream))

    yield _rate(path, ROWS, "rows of a table (CSV)", bare, "Python's csv.DictReader with both numbers", 20_000)


def prose(folder: Path) -> Iterator[str]:
    """A long English report, against one regular expression for its results."""
    path = folder / "report.txt"
    path.write_text("A long report\n\n" + "\n".join(documents.prose(PROSE)), encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    yield _rate(path, PROSE, "lines of prose", lambda: len(_TOLD.findall(text)), "one regular expression", 5_000)


def hostile(folder: Path) -> Iterator[str]:
    """Texts of one run over and over, in lines of some length and in one line, against taking their words apart."""
    path = folder / "hostile.txt"

    def took(text: str) -> float:
        path.write_text(text, encoding="utf-8")
        return seconds(lambda: _read(path))  # once: what was found out of a text is kept

    def rate_of(text: str, taken: float) -> float:
        return len(text.encode()) / 1e6 / taken  # MB of the file a second

    rates: list[tuple[float, str, str]] = []
    for name, run in documents.HOSTILE:
        text = documents.hostile(HOSTILE, run)
        rate = rate_of(text, took(text))
        words = rate_of(text, seconds(lambda text=text: re.findall(r"\w+", text)))
        short, long = ((run * (letters // len(run) + 1))[:letters] for letters in (ONE_LINE // 10, ONE_LINE))
        line, longer = took(short), took(long)
        one_line = (
            f"{rate_of(long, longer):.2f} MB/s in one line, of which ten times as much takes {longer / line:.1f} x"
        )
        regular = f"{words / rate:,.0f} x finding its words by a regular expression"
        rates.append((rate, name, f"{rate:.2f} MB/s = {regular}; {one_line}"))
    slowest, name, _ = min(rates)
    yield f"reading hostile text: {slowest:.2f} MB/s at least ({name}); aims: 0.3 MB/s, and 12 x for ten times as much"
    for _, name, told in rates:
        yield f"  {name}: {told}"


def cold(folder: Path) -> Iterator[str]:
    """`majlis read` of one page, a whole process with its code compiled, against a Python that does nothing."""
    path = folder / "page.txt"
    told = "\n".join(documents.prose(40))
    path.write_text(_PAGE.format(place="Hurufa", lines=told), encoding="utf-8")
    with patch.dict(os.environ, XDG_CACHE_HOME=str(folder)):  # never the user's own cache
        kept = as_installed(folder)
        run = process([sys.executable, "-m", "majlis", "read", str(path)], kept)
        ours, python = paired(run, process([sys.executable, "-c", "pass"], kept), 11)
    yield (
        f"majlis read of a page of 40 lines, cold: {ours * 1e3:.0f} ms = {ours / python:.1f} x `python -c pass` "
        f"({python * 1e3:.0f} ms); aim: under 500 ms"
    )


def _rate(path: Path, size: int, what: str, bare: Callable[[], int], baseline: str, aim: int) -> str:
    ours = min(seconds(lambda: _read(path)) for _ in range(3))
    theirs = min(seconds(bare) for _ in range(3))
    return (
        f"reading {size:,} {what}: {size / ours:,.0f} a second = {ours / theirs:,.0f} x {baseline} ({theirs:.3f} s); "
        f"aim: {aim:,} a second"
    )


def _read(path: Path) -> int:
    """Read a document of which nobody is registered, as `majlis read` does; gives how many items there are."""
    with without_collector():
        return sum(1 for _ in loaders.read(path, Registry({}, (), {}, ()), Resolver(())).marked())


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
