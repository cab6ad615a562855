"""Facts become nodes and edges, by the table of predicates: the batches that write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

from .councils import CouncilSize
from .decide import Decided
from .kinds import COUNCIL_SIZE, COUNCILS, HOLDS_SEATS, PROVINCES, country_of, weakest
from .laws import Law
from .model import (
    Entity,
    Fact,
    Kind,
    Knowledge,
    Name,
    Reason,
    Registry,
    Statement,
    Unreadable,
    Unresolved,
    Value,
)
from .predicates import PREDICATES
from .schema import (
    ABOUT,
    CORRECTION,
    EDGES,
    ELECTS,
    ENTITIES,
    FACT,
    FROM,
    HAS_CONSTITUENCY,
    MAJLIS,
    MODEL,
    SOURCE,
    STATEMENT,
    UNREADABLE,
    UNRESOLVED,
    VOTED_IN,
    EdgeTable,
    NodeTable,
)
from .stores.batch import Batch

Properties = dict[str, Any]


def batches(knowledge: Knowledge, decided: Decided, words: Callable[[Reason], str]) -> Iterator[Batch]:
    """The batches that write this knowledge into an empty store; the last one says that it is whole.

    `words` says a reason, which a `Fact` holds in words and as a code.
    """
    registry = knowledge.registry
    yield _of_rows(MAJLIS, [_majlis(knowledge, "building")])
    properties = _entity_properties(decided)
    for law in knowledge.laws:
        properties[law.election].update(_law(law))
    countries = _countries(knowledge, decided.facts)
    for entity, country in countries.items():
        properties[entity].update(country=country)
    names: dict[str, list[Name]] = defaultdict(list)
    for name in registry.names:
        names[name.entity].append(name)
    for kind, table in ENTITIES.items():
        rows = [_entity(entity, names[entity.id], properties[entity.id]) for entity in registry.of_kind({kind})]
        yield _of_rows(table, rows)
    sources = [source for _, source in sorted(knowledge.sources.items())]
    added = [source.id in knowledge.users or None for source in sources]
    yield _of_items(SOURCE, sources, name=_column(sources, "title"), added=added)
    statements = sorted({claim.id: claim for claim in knowledge.statements}.values(), key=lambda claim: claim.id)
    yield _statements(statements, decided.facts)
    yield _facts(decided.facts, words, countries)
    yield _of_rows(UNRESOLVED, [_gap(*found, number) for number, found in enumerate(knowledge.unresolved)])
    yield _of_rows(UNREADABLE, [_gap(*found, number) for number, found in enumerate(knowledge.unreadable)])
    corrections = knowledge.expectations.corrections
    yield _of_items(CORRECTION, corrections, id=[f"correction/{number}" for number in range(len(corrections))])
    yield from _edges(decided.facts)
    bodies = {entity.id: body for entity in registry.of_kind({Kind.ELECTION}) if (body := body_of(entity))}
    yield _of_rows(VOTED_IN, _councils(decided, registry, bodies))
    yield _of_rows(ELECTS, [{"id": f"elects/{id}", "a": id, "b": body} for id, body in bodies.items()])
    yield _of_rows(HAS_CONSTITUENCY, _constituencies(decided, bodies))
    sourced = [claim for claim in statements if claim.source in knowledge.sources]
    ids = _column(sourced, "id")
    yield Batch(FROM, {"id": ids, "a": ids, "b": _column(sourced, "source")})
    ends = [
        (f"{claim.id}/{role}", claim.id, entity, role)
        for claim in statements
        for role, entity in (("subject", claim.subject), ("object", claim.object))
        if entity is not None
    ]
    yield Batch(ABOUT, {name: [end[at] for end in ends] for at, name in enumerate(("id", "a", "b", "role"))})
    yield _of_rows(MAJLIS, [_majlis(knowledge, "ready")])


def _of_rows(table: NodeTable | EdgeTable, rows: Sequence[Properties]) -> Batch:
    first = ("id", "name") if isinstance(table, NodeTable) else ("id", "a", "b")
    named = [{"name": row["id"], **row} for row in rows]
    return Batch(table, {name: [row.get(name) for row in named] for name in (*first, *table.properties)})


def _of_items(table: NodeTable, items: Sequence[Any], **given: Sequence[Any]) -> Batch:
    """The rows of a table whose properties are the fields of these items, but for the columns that are given."""
    ids = given.get("id") or _column(items, "id")
    columns = {name: _column(items, name) for name in table.properties if name not in given}
    return Batch(table, {"id": ids, "name": ids, **columns, **given})


def _column(items: Iterable[Any], field: str) -> list[Any]:
    """A field of each, as a property holds it."""
    cells = map(attrgetter(field), items)
    return [cell.value for cell in cells] if field in ("standing", "kind") else list(cells)


def _majlis(knowledge: Knowledge, state: str) -> Properties:
    return {
        "id": "majlis",
        "state": state,
        "model": MODEL,
        "data_version": knowledge.data_version,
        "documents": [Path(name).name for name in knowledge.documents],  # where a user keeps them is the user's
        "not_covered": list(knowledge.expectations.not_covered),
    }


def _entity(entity: Entity, names: Sequence[Name], properties: Properties) -> Properties:
    # An alias that holds in one council only is written "IQ-BA: Determination".
    return {
        "id": entity.id,
        "name": entity.name,
        "kind": entity.kind.value,
        "name_local": entity.name_local,
        "lang": entity.lang,
        "sources": list(entity.sources),
        **entity.attributes,
        **properties,
        "aliases": sorted({name.text for name in names if not name.primary and name.within is None}),
        "local_aliases": sorted({f"{name.within}: {name.text}" for name in names if name.within}),
    }


def _statements(statements: Sequence[Statement], facts: Iterable[Fact]) -> Batch:
    weighed = {item.statement.id: (fact.id, item.won) for fact in facts for item in fact.statements}
    known = [weighed.get(claim.id, (None, False)) for claim in statements]
    return _of_items(STATEMENT, statements, fact=[fact for fact, _ in known], won=[won for _, won in known])


def _facts(facts: Sequence[Fact], words: Callable[[Reason], str], countries: Mapping[str, str]) -> Batch:
    reasons = _column(facts, "reason")
    return _of_items(
        FACT,
        facts,
        values=[_one_type(fact.values) for fact in facts],
        country=[countries.get(fact.subject) for fact in facts],
        reason=list(map(words, reasons)),
        reason_code=_column(reasons, "code"),
        reason_values=[list(reason.values) for reason in reasons],
    )


def _one_type(values: Sequence[Value]) -> list[Value]:
    """The values as a property can hold them, which has one type: 42 beside 45.6 is 42.0."""
    return [float(value) for value in values] if any(isinstance(value, float) for value in values) else [*values]


def _gap(source: str, gap: Unresolved | Unreadable, number: int) -> Properties:
    row = {"id": f"{source}/{number}", "text": gap.text, "source": source, "locator": gap.locator, "reason": gap.reason}
    return row | ({"kind": gap.kind} if isinstance(gap, Unresolved) else {})


def _edges(facts: Iterable[Fact]) -> Iterator[Batch]:
    """The edges of facts, by type; of none that decides nothing, ends nowhere or says 0 seats in a council."""
    groups: dict[int, list[Fact]] = defaultdict(list)  # by the edge of the table
    for fact in facts:
        edge = PREDICATES[fact.predicate].edge_of(fact) if fact.counts else None
        told = edge is not None and getattr(fact, edge.end) != fact.subject
        if told and (fact.predicate != HOLDS_SEATS or fact.object is None or fact.minimum):
            groups[id(edge)].append(fact)
    columns: dict[str, dict[str, list[Any]]] = {}
    for edge in (edge for row in PREDICATES.values() for edge in row.edges):
        fields = {"id": "id", "a": "subject", "b": edge.end, **edge.properties}
        empty: dict[str, list[Any]] = {column: [] for column in ("id", "a", "b", *EDGES[edge.type].properties)}
        facts_of = groups[id(edge)]
        for column, cells in columns.setdefault(edge.type, empty).items():
            cells.extend(_column(facts_of, fields[column]) if column in fields else [None] * len(facts_of))
    for type, made in columns.items():
        yield Batch(EDGES[type], made)


def _fields(fact: Fact, properties: Mapping[str, str]) -> Properties:
    """Properties of a node or an edge, from the fields of a fact that they are."""
    return {name: _column([fact], field)[0] for name, field in properties.items()}


def _entity_properties(decided: Decided) -> defaultdict[str, Properties]:
    """What facts say of an entity itself: an election's turnout, a province's population; of several the last."""
    found: defaultdict[str, Properties] = defaultdict(dict)
    in_all: dict[str, list[Fact]] = defaultdict(list)
    for fact in decided.facts:
        if fact.value is not None and fact.election in (None, fact.subject):
            found[fact.subject].update(_fields(fact, PREDICATES[fact.predicate].of_entity))
        if fact.predicate == HOLDS_SEATS and fact.object is None and fact.election is not None:
            in_all[fact.election].append(fact)
    for election, size in decided.totals.items():
        found[election].update(seats=size.seats, seats_standing=size.standing.value)
    for election, facts in in_all.items():
        found[election].update(won_in_all=accounted(facts))
    return found


def _countries(knowledge: Knowledge, facts: Iterable[Fact]) -> dict[str, str]:
    """By entity the one country of all provinces that facts tie it to, over any number; of a province its own.

    What no fact ties to any is of the country of all provinces of the shipped data, or of the user's, as its row is.
    """
    tops: dict[str, str] = {}

    def top(id: str) -> str:
        while (above := tops.setdefault(id, id)) != id:
            tops[id] = id = tops[above]
        return id

    for fact in facts:
        for other in filter(None, (fact.object, fact.election)):
            tops[top(other)] = top(fact.subject)
    entities = knowledge.registry.entities.values()
    tied: dict[str, set[str]] = defaultdict(set)
    beside: dict[bool, set[str]] = defaultdict(set)
    own = {entity.id: code for entity in entities if entity.kind in PROVINCES and (code := country_of(entity.id))}
    for id, code in own.items():
        tied[top(id)].add(code)
        beside[knowledge.added(knowledge.registry.entities[id].place)].add(code)
    found = {each.id: tied.get(top(each.id)) or beside[knowledge.added(each.place)] for each in entities}
    return {id: next(iter(codes)) for id, codes in found.items() if len(codes) == 1} | own


def body_of(election: Entity) -> str | None:
    """The one body that an election fills; None where it fills a council in each province."""
    elects = election.attributes.get("elects", COUNCILS)
    return None if elects == COUNCILS else str(elects)


def _law(law: Law) -> Properties:
    return {
        "method": law.method,
        "divisors": list(law.divisors),
        "threshold": law.threshold,
        "alone": law.alone,
        "law_sources": list(law.sources),
    }


def _constituencies(decided: Decided, bodies: Mapping[str, str]) -> list[Properties]:
    """An edge from a body to each province whose seats in it are stated for an election."""
    return [
        {
            "id": f"has_constituency/{election}/{province}",
            "a": bodies[election],
            "b": province,
            "election": election,
            "seats": size.seats,
            "standing": size.standing.value,
        }
        for (province, election), size in sorted(decided.sizes.items(), key=lambda item: (str(item[0][1]), item[0][0]))
        if election is not None and election in bodies
    ]


def _councils(decided: Decided, registry: Registry, bodies: Mapping[str, str]) -> list[Properties]:
    """An edge for each province that took part in an election: its council's size and what is accounted for.

    In an election of a body for which no source tells of seats or lists in any province, none is a constituency.
    """
    provinces = {entity.id for entity in registry.of_kind({Kind.PROVINCE})}
    parts: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in decided.facts:
        province = fact.object if fact.object in provinces else fact.subject
        row = PREDICATES[fact.predicate]
        if fact.election and province in provinces and (row.shows_vote or row.of_council):
            parts[province, fact.election].append(fact)
    shown = [(at, PREDICATES[fact.predicate]) for at, facts in parts.items() for fact in facts if fact.counts]
    by_province = {election for (_, election), row in shown if row.shows_vote and not row.of_council}
    voted = {at for at, row in shown if row.shows_vote and (at[1] not in bodies or at[1] in by_province)}
    return [_council(*at, parts[at], decided.sizes.get(at)) for at in sorted(voted)]


def _council(province: str, election: str, facts: Sequence[Fact], size: CouncilSize | None) -> Properties:
    held = [fact for fact in facts if fact.predicate == HOLDS_SEATS and fact.counts and fact.minimum]
    row: Properties = {
        "id": f"voted_in/{province}/{election}",
        "a": province,
        "b": election,
        "council_size": size.seats if size else None,
        "size_standing": size.standing.value if size else None,
        "accounted": accounted(held),
        "accounted_standing": weakest(fact.standing for fact in held).value if held else None,
    }
    for fact in facts:
        if fact.predicate == COUNCIL_SIZE and fact.counts and fact.of in ("general", "reserved"):
            row[f"{fact.of}_seats"] = fact.value
        elif fact.value is not None:
            row.update(_fields(fact, PREDICATES[fact.predicate].of_council))
    return row


def accounted(facts: Iterable[Fact]) -> int:
    """The seats that facts account for: a disputed number counts with its minimum."""
    return sum(int(fact.minimum or 0) for fact in facts if fact.counts)
