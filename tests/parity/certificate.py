"""What was compared on both engines, query by query, and the table that says so."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.decide import Decided
from graph.model import Knowledge
from graph.stores.protocol import Query, Store
from majlis.exports import tables
from queries import catalogue
from tests.made import rows_of

Values = dict[str, list[object]]  # what may be given for each type of parameter

_CHOICES = 200_000  # combinations of parameters to choose from


def exact(rows: Iterable[object]) -> list[str]:
    """Rows as texts that differ wherever a value, its type or the order of columns does."""
    return [json.dumps(row, ensure_ascii=False) for row in rows]


@dataclass(slots=True)
class Line:
    """A query: how often it was run on both engines, how many rows were equal, and the first that was not."""

    query: str
    runs: int = 0
    rows: int = 0
    differs: str = ""

    def compare(self, given: object, first: list[str], second: list[str]) -> None:
        """Add a run on both engines."""
        self.runs += 1
        if first == second:
            self.rows += len(first)
        elif not self.differs:
            pairs = itertools.zip_longest(first, second)
            number, (one, other) = next((n, pair) for n, pair in enumerate(pairs) if pair[0] != pair[1])
            self.differs = f"{self.query} with {given}, row {number}:\n  {one}\n  {other}"


@dataclass(slots=True)
class Certificate:
    """The lines of one comparison, by query."""

    lines: dict[str, Line] = field(default_factory=dict)

    def line(self, query: str) -> Line:
        """The line of a query."""
        return self.lines.setdefault(query, Line(query))

    @property
    def differs(self) -> list[str]:
        """What was not equal."""
        return [line.differs for line in self.lines.values() if line.differs]

    def compare(self, first: Store, second: Store, query: Query, given: dict[str, object]) -> int:
        """Run a query on both engines; the number of rows of the first."""
        rows = exact(first.run(query, given))
        self.line(query.name).compare(given, rows, exact(second.run(query, given)))
        return len(rows)

    def graph(self, first: Store, second: Store, knowledge: Knowledge, decided: Decided) -> None:
        """Write a graph into both, read every node and edge back, and hold each reading to the other.

        A line "write X" counts the rows that were written and came back equal.
        """
        for store in (first, second):
            store.write(rows_of(knowledge, decided))
        for made in (tables.nodes, tables.edges):
            for one, other in zip(made(first), made(second), strict=True):
                self.line(f"read {one.name}").compare("nothing", exact(one.rows), exact(other.rows))
        read = {name.removeprefix("read "): line for name, line in self.lines.items() if name.startswith("read ")}
        for batch in rows_of(knowledge, decided):
            line = self.line(f"write {batch.name}")
            came_back = read.get(batch.name, read["Entity"])  # an entity is written by its kind, and read as one of all
            line.runs, line.rows, line.differs = line.runs + 1, line.rows + len(batch), came_back.differs

    def prepared(
        self, first: Store, second: Store, name: str, values: Values, *, full: int, empty: int, most: int
    ) -> None:
        """Run a prepared query, `full` times with parameters that give rows and `empty` times with some that give none.

        At most `most` parameters are tried: all of them where they are few, else always the same random choice.
        """
        found = catalogue.prepared(name)
        line = self.line(name)
        for given in choices(found, values)[:most]:
            if not full and not empty:
                return
            rows = exact(first.run(found.query, given))
            if (full if rows else empty) > 0:
                line.compare(given, rows, exact(second.run(found.query, given)))
                full, empty = full - bool(rows), empty - (not rows)


def choices(prepared: catalogue.Prepared, values: Values) -> list[dict[str, object]]:
    """Parameters to try, in an order that is random and every time the same."""
    every = itertools.islice(itertools.product(*(values[item.type] for item in prepared.parameters)), _CHOICES)
    found = [dict(zip([item.name for item in prepared.parameters], chosen, strict=True)) for chosen in every]
    random.Random(prepared.name).shuffle(found)  # noqa: S311 - an order, not a secret
    return found


def values_of(store: Store) -> Values:
    """Values to try for each type of parameter, from a graph."""

    def ids(label: str, where: str = "true") -> list[object]:
        text = f"MATCH (x:{label}) WHERE {where} RETURN x.id AS id ORDER BY id"
        return [row["id"] for row in store.run(Query("test", text), {})]

    entities, facts = ids("Entity"), ids("Fact")
    return {
        "list": ids("Entity", "x.kind IN ['party', 'alliance', 'figure']"),
        "figure": ids("Figure"),
        "province": ids("Province"),
        "election": ids("Election"),
        "source": ids("Source"),
        "date": [None, "2024-05-12", "2022-11", "2030"],
        "number": [1, 2, 3, 50],
        "text": ["", "won", "seats", "Baghdad", "المالكي"],
        "entity": entities,
        "entities": [entities, entities[:40], entities[:1], []],
        "figures": [ids("Figure"), []],
        "blocs": [ids("Bloc"), []],
        "provinces": [ids("Province"), ids("Province")[:1], []],
        "elections": [ids("Election"), ids("Election")[:1], []],
        "texts": [facts, facts[:25], facts[:1], []],
    }


def written(engines: tuple[str, str], shipped: Certificate, worlds: Certificate, count: int) -> str:
    """The certificate as Markdown: a line for each query, what ran, and whether the rows were equal."""
    head = (
        "# The same answers on both engines\n\n"
        f"Every query of Majlis ran on {engines[0]} and on {engines[1]}, over the shipped data and over\n"
        f"{count} generated elections, and its rows were compared exactly: order, values and types. Runs have other\n"
        "parameters each, some of which give no row. Made by `make parity`, which fails where one row differs.\n\n"
        "| query | runs | rows | runs, generated | rows, generated | equal |\n|---|--:|--:|--:|--:|---|\n"
    )
    rows = []
    for name, line in shipped.lines.items():
        made = worlds.lines.get(name, Line(name))
        equal = "no" if line.differs or made.differs else "yes"
        rows.append(f"| {name} | {line.runs:,} | {line.rows:,} | {made.runs:,} | {made.rows:,} | {equal} |\n")
    return head + "".join(rows)
