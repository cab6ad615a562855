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
from graph.decide import Decided, fact_key
from graph.model import (
    Entity,
    Kind,
    Knowledge,
    Name,
    Reason,
    Registry,
    Source,
    SourceKind,
    Standing,
    Statement,
)
from graph.schema import EDGES, FACT, STATEMENT
from graph.stores.batch import Batch
from majlis.wording.messages import USUAL
from majlis.wording.reasons import reason

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


def tables(size: Size) -> Iterator[Batch]:
    """The tables of this world's graph, in the order in which they are loaded.

    Here each fact rests on one statement, so that what `decide` would say of it is plain.
    """
    registry = _registry(size)
    bare = Knowledge(registry, _sources(size), (), (), (), (), "generated")
    *first, last = batches(bare, Decided((), {}), words)  # the graph's state, entities and sources; "ready"
    yield from first
    claims = sorted(_claims(size), key=lambda claim: claim.id)
    by_fact = sorted(((fact_key(claim) or "", claim) for claim in claims), key=lambda pair: pair[0])
    yield _statement_table(claims)
    yield _fact_table(by_fact)
    seats = [(fact, claim) for fact, claim in by_fact if claim.predicate == "holds_seats"]
    plain = {"standing": Standing.FINAL.value, "disputed": False}
    yield _edge_table("HOLDS_SEATS", seats, {"election": "election", "seats": "value", "most": "value"}, plain)
    yield _voted(by_fact, seats)
    leads = [(fact, claim) for fact, claim in by_fact if claim.predicate == "leads"]
    yield _edge_table("LEADS", leads, {}, {"standing": Standing.REPORTED.value, "disputed": False})
    ids = [claim.id for claim in claims]
    yield Batch(EDGES["FROM"], {"id": ids, "a": ids, "b": [claim.source for claim in claims]})
    about = [
        (claim.id, role, entity)
        for claim in claims
        for role, entity in (("subject", claim.subject), ("object", claim.object))
        if entity
    ]
    yield Batch(
        EDGES["ABOUT"],
        {
            "id": [f"{id}/{role}" for id, role, _ in about],
            "a": [id for id, _, _ in about],
            "b": [entity for _, _, entity in about],
            "role": [role for _, role, _ in about],
        },
    )
    yield last


# The world ----------------------------------------------------------------------------------------------


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


# Its tables ---------------------------------------------------------------------------------------------

_CLAIM = ("subject", "predicate", "object", "value", "of", "election", "reserved_for", "since", "until")


def _fields(claims: list[Statement], *names: str) -> dict[str, list[object]]:
    return {name: [getattr(claim, name) for claim in claims] for name in names}


def _statement_table(claims: list[Statement]) -> Batch:
    ids = [claim.id for claim in claims]
    columns = _fields(claims, *_CLAIM, "subject_text", "object_text", "source", "locator", "quote")
    columns["standing"] = [claim.standing.value for claim in claims]
    facts = [fact_key(claim) for claim in claims]
    return Batch(STATEMENT, {"id": ids, "name": ids, **columns, "fact": facts, "won": [True] * len(ids)})


def _fact_table(by_fact: list[tuple[str, Statement]]) -> Batch:
    ids, claims = [fact for fact, _ in by_fact], [claim for _, claim in by_fact]
    size = len(ids)
    nothing: list[object] = []
    alone = Reason("one_source")
    columns: dict[str, list[object]] = {
        **_fields(claims, *_CLAIM),
        "standing": [claim.standing.value for claim in claims],
        "values": [nothing] * size,
        "disputed": [False] * size,
        "counts": [True] * size,
        "reason": [words(alone)] * size,
        "reason_code": [alone.code] * size,
        "reason_values": [nothing] * size,
        "sources": [1] * size,
    }
    return Batch(FACT, {"id": ids, "name": ids, **columns})


def _edge_table(type: str, rows: list[tuple[str, Statement]], fields: dict[str, str], same: dict[str, object]) -> Batch:
    claims = [claim for _, claim in rows]
    ends: dict[str, list[object]] = {"id": [fact for fact, _ in rows], **_fields(claims, "subject", "object")}
    columns = {"id": ends["id"], "a": ends["subject"], "b": ends["object"]}
    columns |= {name: [getattr(claim, field) for claim in claims] for name, field in fields.items()}
    return Batch(EDGES[type], columns | {name: [value] * len(rows) for name, value in same.items()})


def _voted(by_fact: list[tuple[str, Statement]], seats: list[tuple[str, Statement]]) -> Batch:
    sums: dict[tuple[str | None, str | None], int] = {}
    for _, claim in seats:
        council = (claim.object, claim.election)
        sums[council] = sums.get(council, 0) + int(claim.value or 0)
    sizes = [claim for _, claim in by_fact if claim.predicate == "council_size"]
    return Batch(
        EDGES["VOTED_IN"],
        {
            "id": [f"voted_in/{claim.subject}/{claim.election}" for claim in sizes],
            "a": [claim.subject for claim in sizes],
            "b": [claim.election for claim in sizes],
            "council_size": [claim.value for claim in sizes],
            "size_standing": [claim.standing.value for claim in sizes],
            "accounted": [sums[claim.subject, claim.election] for claim in sizes],
            "accounted_standing": [Standing.FINAL.value] * len(sizes),
        },
    )


def largest(size: Size) -> tuple[str, str]:
    """A list with seats in the most councils of one election, and that election, among the first country's."""
    won = Counter(
        (claim.subject or "", claim.election or "")
        for claim in _claims(replace(size, countries=1))
        if claim.predicate == "holds_seats"
    )
    return max(won, key=lambda key: (won[key], key))
