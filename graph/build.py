"""Facts become nodes and edges, by the table of predicates: the batches that write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from .councils import CouncilSize
from .decide import Decided
from .model import (
    Entity,
    Fact,
    Kind,
    Knowledge,
    Name,
    Reason,
    Registry,
    Source,
    Standing,
    Statement,
    Unreadable,
    Unresolved,
    Value,
)
from .predicates import COUNCIL_SIZE, HOLDS_SEATS, PREDICATES
from .schema import (
    ABOUT,
    EDGES,
    ENTITIES,
    FACT,
    FROM,
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
from .stores.protocol import Batch, Query

Properties = dict[str, Any]


def batches(knowledge: Knowledge, decided: Decided, words: Callable[[Reason], str]) -> Iterator[Batch]:
    """The batches that write this knowledge into an empty store; the last one says that it is whole.

    `words` says a reason, which a `Fact` holds in words and as a code.
    """
    registry = knowledge.registry
    yield _nodes(MAJLIS, [_majlis(knowledge, "building")])
    properties = _entity_properties(decided.facts)
    names: dict[str, list[Name]] = defaultdict(list)
    for name in registry.names:
        names[name.entity].append(name)
    for kind, table in ENTITIES.items():
        rows = [_entity(entity, names[entity.id], properties[entity.id]) for entity in registry.of_kind({kind})]
        yield _nodes(table, rows)
    yield _nodes(SOURCE, [_source(source) for _, source in sorted(knowledge.sources.items())])
    fact_of = {weighed.statement.id: (fact, weighed.won) for fact in decided.facts for weighed in fact.statements}
    statements = sorted({claim.id: claim for claim in knowledge.statements}.values(), key=lambda claim: claim.id)
    yield _nodes(STATEMENT, [_statement(claim, fact_of.get(claim.id)) for claim in statements])
    yield _nodes(FACT, [_fact(fact, words) for fact in decided.facts])
    yield _nodes(UNRESOLVED, [_gap(source, gap, number) for number, (source, gap) in enumerate(knowledge.unresolved)])
    yield _nodes(UNREADABLE, [_gap(source, gap, number) for number, (source, gap) in enumerate(knowledge.unreadable)])
    edges: dict[str, list[Properties]] = defaultdict(list)
    for fact in decided.facts:
        edge = _edge(fact)
        if edge:
            edges[edge[0]].append(edge[1])
    edges[VOTED_IN.type] = _councils(decided, registry)
    for claim in statements:
        edges[FROM.type].append({"id": claim.id, "a": claim.id, "b": claim.source})
        for role, entity in (("subject", claim.subject), ("object", claim.object)):
            if entity is not None:
                edges[ABOUT.type].append({"id": f"{claim.id}/{role}", "a": claim.id, "b": entity, "role": role})
    for edge_table in EDGES.values():
        yield _edges(edge_table, edges[edge_table.type])
    yield _nodes(MAJLIS, [_majlis(knowledge, "ready")])


def _nodes(table: NodeTable, rows: Sequence[Properties]) -> Batch:
    sets = ", ".join(f"n.{name} = row.{name}" for name in ("name", *table.properties))
    extra = f", n:{table.extra_label}" if table.extra_label else ""
    text = f"UNWIND $rows AS row MERGE (n:{table.label} {{id: row.id}}) SET {sets}{extra}"
    blank = dict.fromkeys(table.properties)
    return Batch(
        Query(f"write {table.extra_label or table.label}", text),
        [{**blank, "name": row["id"], **row} for row in rows],
    )


def _edges(table: EdgeTable, rows: Sequence[Properties]) -> Batch:
    text = (
        f"UNWIND $rows AS row MATCH (a:{table.start} {{id: row.a}}) MATCH (b:{table.end} {{id: row.b}}) "
        f"MERGE (a)-[r:{table.type} {{id: row.id}}]->(b)"
    )
    if table.properties:
        text += " SET " + ", ".join(f"r.{name} = row.{name}" for name in table.properties)
    blank = dict.fromkeys(table.properties)
    return Batch(Query(f"write {table.type}", text), [{**blank, **row} for row in rows])


def _majlis(knowledge: Knowledge, state: str) -> Properties:
    return {
        "id": "majlis",
        "state": state,
        "model": MODEL,
        "data_version": knowledge.data_version,
        "documents": list(knowledge.documents),
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


def _source(source: Source) -> Properties:
    return {
        "id": source.id,
        "name": source.title,
        "title": source.title,
        "publisher": source.publisher,
        "published": source.published,
        "url": source.url,
        "language": source.language,
        "kind": source.kind.value,
        "copy_of": source.copy_of,
    }


_CLAIM_FIELDS = ("subject", "predicate", "object", "value", "of", "election", "reserved_for", "since", "until")


def _statement(claim: Statement, weighed: tuple[Fact, bool] | None) -> Properties:
    row: Properties = {name: getattr(claim, name) for name in _CLAIM_FIELDS}
    return row | {
        "id": claim.id,
        "subject_text": claim.subject_text,
        "object_text": claim.object_text,
        "standing": claim.standing.value,
        "source": claim.source,
        "locator": claim.locator,
        "quote": claim.quote,
        "fact": weighed[0].id if weighed else None,
        "won": weighed[1] if weighed else False,
    }


def _fact(fact: Fact, words: Callable[[Reason], str]) -> Properties:
    row: Properties = {name: getattr(fact, name) for name in _CLAIM_FIELDS}
    return row | {
        "id": fact.id,
        "standing": fact.standing.value,
        "values": _one_type(fact.values),
        "disputed": fact.disputed,
        "counts": fact.counts,
        "reason": words(fact.reason),
        "reason_code": fact.reason.code,
        "reason_values": list(fact.reason.values),
        "sources": fact.sources,
    }


def _one_type(values: Sequence[Value]) -> list[Value]:
    """The values as a property can hold them, which has one type: 42 beside 45.6 is 42.0."""
    return [float(value) for value in values] if any(isinstance(value, float) for value in values) else [*values]


def _gap(source: str, gap: Unresolved | Unreadable, number: int) -> Properties:
    row = {"id": f"{source}/{number}", "text": gap.text, "source": source, "locator": gap.locator, "reason": gap.reason}
    return row | ({"kind": gap.kind} if isinstance(gap, Unresolved) else {})


def _edge(fact: Fact) -> tuple[str, Properties] | None:
    """The edge of a fact, or None: it has no edge, decides nothing, or says 0 seats."""
    edge = PREDICATES[fact.predicate].edge
    end = getattr(fact, edge.end) if edge else None
    if edge is None or end is None or not fact.counts or end == fact.subject:
        return None
    if fact.predicate == HOLDS_SEATS and not fact.minimum:
        return None
    return edge.type, _fields(fact, edge.properties) | {"id": fact.id, "a": fact.subject, "b": end}


def _fields(fact: Fact, properties: Mapping[str, str]) -> Properties:
    """Properties of a node or an edge, from the fields of a fact that they are."""
    return {name: _plain(getattr(fact, field)) for name, field in properties.items()}


def _plain(value: object) -> object:
    return value.value if isinstance(value, Standing) else value


def _entity_properties(facts: Iterable[Fact]) -> defaultdict[str, Properties]:
    """What facts say of an entity itself: an election's turnout, a province's population; of several the last."""
    found: defaultdict[str, Properties] = defaultdict(dict)
    for fact in facts:
        if fact.value is not None and fact.election in (None, fact.subject):
            found[fact.subject].update(_fields(fact, PREDICATES[fact.predicate].of_entity))
    return found


def _councils(decided: Decided, registry: Registry) -> list[Properties]:
    """An edge for each province that took part in an election: its council's size and what is accounted for."""
    provinces = {entity.id for entity in registry.of_kind({Kind.PROVINCE})}
    parts: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in decided.facts:
        province = fact.object if fact.object in provinces else fact.subject
        row = PREDICATES[fact.predicate]
        if fact.election and province in provinces and (row.shows_vote or row.of_council):
            parts[province, fact.election].append(fact)
    rows = []
    for (province, election), facts in sorted(parts.items()):
        if not any(fact.counts and PREDICATES[fact.predicate].shows_vote for fact in facts):
            continue
        rows.append(_council(province, election, facts, decided.sizes.get((province, election))))
    return rows


def _council(province: str, election: str, facts: Sequence[Fact], size: CouncilSize | None) -> Properties:
    held = [fact for fact in facts if fact.predicate == HOLDS_SEATS and fact.counts and fact.minimum]
    row: Properties = {
        "id": f"voted_in/{province}/{election}",
        "a": province,
        "b": election,
        "council_size": size.seats if size else None,
        "size_standing": size.standing.value if size else None,
        "accounted": accounted(held),
        "accounted_standing": weakest(fact.standing for fact in held),
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


def weakest(standings: Iterable[Standing]) -> str | None:
    """The weakest of these standings; None of none."""
    return max(standings, key=lambda standing: standing.rank, default=None)
