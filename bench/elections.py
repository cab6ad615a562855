"""Elections of any size that never were: for the benchmarks, and for tests that compare two ways to build.

A world of countries, each with its provinces, lists and elections, so that the councils of an election stay
as many as a country's however large the world is. The same size and seed give the same world.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from graph.build import batches
from graph.checks.settle import settle
from graph.model import (
    Entity,
    Kind,
    Knowledge,
    Name,
    Registry,
    Source,
    SourceKind,
    Standing,
    Statement,
)
from graph.stores.batch import Batch
from majlis.wording.messages import USUAL
from majlis.wording.notes import reason

FAMILIES = ("Renewal", "Nahda", "Accord", "Harvest", "النهضة", "العدل", "الوفاء", "Ülkü", "Új Út", 'O\'Neill "List"')
PLACES = ("North Bank", "دجلة", "Old Fort", "الفرات", "Łęg", "Salt Marsh")
DAYS = "-05-11"


words = partial(reason, USUAL)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a world is: `lines` of a country's lists win seats in each of its councils at each election."""

    countries: int
    elections: int = 25
    provinces: int = 20
    lists: int = 200
    lines: int = 20
    seed: int = 0

    @property
    def edges(self) -> int:
        """The seat edges of this world."""
        return self.countries * self.elections * self.provinces * self.lines

    @classmethod
    def of(cls, edges: int) -> Size:
        """The world with this many seat edges, or a few more to fill its last country."""
        country = cls(1).edges
        return cls(-(-edges // country))


def knowledge(size: Size) -> Knowledge:
    """All that the graph of this world is built from."""
    return Knowledge(_registry(size), _sources(size), list(_claims(size)), (), (), (), "generated")


def tables(size: Size) -> list[Batch]:
    """The tables of this world's graph, in the order in which they are loaded."""
    known = knowledge(size)
    return list(batches(known, settle(known)[0], words))


def _registry(size: Size) -> Registry:
    entities: dict[str, Entity] = {}
    for country in range(size.countries):
        for number in range(size.elections):
            id, year = f"vote-{country}-{number}", 1950 + number
            entities[id] = Entity(id, Kind.ELECTION, f"Vote of {year}", attributes={"date": f"{year}{DAYS}"})
        for number in range(size.provinces):
            id = f"P-{country}-{number}"
            entities[id] = Entity(id, Kind.PROVINCE, f"{PLACES[number % len(PLACES)]} {country}-{number}")
        for number in range(size.lists):
            id, family = f"list-{country}-{number}", FAMILIES[number % len(FAMILIES)]
            local = f"قائمة {family} {number}" if number % 3 else None
            kind = Kind.PARTY if number % 2 else Kind.ALLIANCE
            entities[id] = Entity(id, kind, f"{family} {country}-{number}", local, "ar" if local else None)
            if number % 10 == 0:
                leader = f"leader-{country}-{number}"
                entities[leader] = Entity(leader, Kind.FIGURE, f"Leader of {family} {country}-{number}")
    names = tuple(Name(entity.id, entity.kind, entity.name, primary=True) for entity in entities.values())
    return Registry(entities, names, _sources(size), ())


def _sources(size: Size) -> dict[str, Source]:
    return {
        f"commission-{country}": Source(
            f"commission-{country}", f"Results {country}", SourceKind.OFFICIAL, "Commission", "2020-05-12"
        )
        for country in range(size.countries)
    }


def _claims(size: Size) -> Iterator[Statement]:
    dice = random.Random(size.seed)  # noqa: S311 - a world, not a secret
    for country in range(size.countries):
        source = f"commission-{country}"
        for number in range(0, size.lists, 10):
            leader, led = f"leader-{country}-{number}", f"list-{country}-{number}"
            yield Statement(
                source=source, locator=f"leaders, {number}", predicate="leads", subject=leader, subject_text=leader,
                object=led, object_text=led,
            )  # fmt: skip
        for vote in range(size.elections):
            election = f"vote-{country}-{vote}"
            for number in range(size.provinces):
                yield from _council(size, dice, source, election, f"P-{country}-{number}", country)


def _council(
    size: Size, dice: random.Random, source: str, election: str, province: str, country: int
) -> Iterator[Statement]:
    """The lines of one council, and its size, which is their sum."""
    total = 0
    for line, number in enumerate(dice.sample(range(size.lists), size.lines)):
        seats = dice.randint(1, 9)
        total += seats
        text = f"{FAMILIES[number % len(FAMILIES)]} {number}"
        yield Statement(
            source=source, locator=f"{election}, {province}, item {line}", predicate="holds_seats",
            subject=f"list-{country}-{number}", subject_text=text, object=province, object_text=province,
            value=seats, election=election, standing=Standing.FINAL, quote=f"- {text}: {seats} seats",
        )  # fmt: skip
    yield Statement(
        source=source, locator=f"{election}, {province}, size", predicate="council_size", subject=province,
        subject_text=province, value=total, of="both", election=election, standing=Standing.CERTIFIED,
    )  # fmt: skip


def largest(size: Size) -> tuple[str, str]:
    """A list with seats in the most councils of one election, and that election, among the first country's."""
    won = Counter(
        (claim.subject or "", claim.election or "")
        for claim in _claims(replace(size, countries=1))
        if claim.predicate == "holds_seats"
    )
    return max(won, key=lambda key: (won[key], key))
