"""Facts become nodes and edges: one published table, predicate -> edge, and the batches that write them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .decide import CouncilSize, Decided
from .model import (
    Entity,
    Fact,
    Kind,
    Knowledge,
    Name,
    Registry,
    Source,
    Standing,
    Statement,
    Unreadable,
    Unresolved,
    Value,
)
from .schema import (
    EDGES,
    ENTITIES,
    FACT,
    MAJLIS,
    MODEL,
    SOURCE,
    STATEMENT,
    UNREADABLE,
    UNRESOLVED,
    EdgeTable,
    NodeTable,
)
from .stores.protocol import Batch, Query

Properties = dict[str, Any]


@dataclass(frozen=True, slots=True)
class EdgeRule:
    """How a predicate's facts become edges: the type, where the edge ends, and edge property -> fact field."""

    type: str
    end: str  # the fact's field that names the entity at the end
    properties: Mapping[str, str]


_STANDING = {"standing": "standing", "disputed": "disputed"}
_DATED = {"election": "election", "since": "since", "until": "until", **_STANDING}

EDGE_OF: Mapping[str, EdgeRule] = {
    "holds_seats": EdgeRule(
        "HOLDS_SEATS",
        "object",
        {"election": "election", "seats": "minimum", "most": "maximum", "reserved_for": "reserved_for", **_STANDING},
    ),
    "votes": EdgeRule("STOOD_IN", "object", {"election": "election", "votes": "value", **_STANDING}),
    "stood_in": EdgeRule("STOOD_IN", "object", {"election": "election", **_STANDING}),
    "ranked": EdgeRule("RANKED", "object", {"election": "election", "rank": "value", "basis": "of", **_STANDING}),
    "held_no_vote": EdgeRule("HELD_NO_VOTE", "election", {"standing": "standing"}),
    "leads": EdgeRule("LEADS", "object", _DATED),
    "member_of": EdgeRule("MEMBER_OF", "object", _DATED),
    "expected_in": EdgeRule("EXPECTED_IN", "object", _DATED),
    "rival_of": EdgeRule("RIVAL_OF", "object", _DATED),
    "held_office": EdgeRule("HELD", "object", {**_DATED, "terms": "value"}),
    "office_in": EdgeRule("OFFICE_IN", "object", _STANDING),
    "elected": EdgeRule("ELECTED", "object", {**_DATED, "basis": "of", "number": "value"}),
    "supported": EdgeRule("SUPPORTED", "object", _DATED),
    "boycotted": EdgeRule("BOYCOTTED", "election", {"province": "object", **_STANDING}),
    "barred": EdgeRule("BARRED", "election", {"province": "object", **_STANDING}),
}
# Facts that are properties: of the edge province -> election, or of the entity itself.
COUNCIL_PROPERTY = {"turnout": "turnout", "voters": "voters"}
ENTITY_PROPERTY = {"turnout": "turnout", "voters": "voters", "counted": "counted", "population": "population"}
# What shows that a province took part in an election.
_EVIDENCE = frozenset({"holds_seats", "votes", "ranked", "stood_in", "council_size", "turnout", "total_seats"})


def batches(knowledge: Knowledge, decided: Decided) -> Iterator[Batch]:
    """The batches that write this knowledge into an empty store; the last one says that it is whole."""
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
    yield _nodes(FACT, [_fact(fact) for fact in decided.facts])
    yield _nodes(UNRESOLVED, [_gap(source, gap, number) for number, (source, gap) in enumerate(knowledge.unresolved)])
    yield _nodes(UNREADABLE, [_gap(source, gap, number) for number, (source, gap) in enumerate(knowledge.unreadable)])
    edges: dict[str, list[Properties]] = defaultdict(list)
    for fact in decided.facts:
        edge = _edge(fact)
        if edge:
            edges[edge[0]].append(edge[1])
    edges["VOTED_IN"] = _councils(decided, registry)
    for claim in statements:
        edges["FROM"].append({"id": claim.id, "a": claim.id, "b": claim.source})
        for role, entity in (("subject", claim.subject), ("object", claim.object)):
            if entity is not None:
                edges["ABOUT"].append({"id": f"{claim.id}/{role}", "a": claim.id, "b": entity, "role": role})
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


def _fact(fact: Fact) -> Properties:
    row: Properties = {name: getattr(fact, name) for name in _CLAIM_FIELDS}
    return row | {
        "id": fact.id,
        "standing": fact.standing.value,
        "values": _one_type(fact.values),
        "disputed": fact.disputed,
        "counts": fact.counts,
        "reason": fact.reason,
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
    rule = EDGE_OF.get(fact.predicate)
    end = getattr(fact, rule.end) if rule else None
    if rule is None or end is None or not fact.counts or end == fact.subject:
        return None
    if rule.type == "HOLDS_SEATS" and not fact.minimum:
        return None
    row: Properties = {name: _plain(getattr(fact, attribute)) for name, attribute in rule.properties.items()}
    return rule.type, row | {"id": fact.id, "a": fact.subject, "b": end}


def _plain(value: object) -> object:
    return value.value if isinstance(value, Standing) else value


def _entity_properties(facts: Iterable[Fact]) -> defaultdict[str, Properties]:
    """What facts say of an entity itself: an election's turnout, a province's latest population."""
    found: defaultdict[str, Properties] = defaultdict(dict)
    for fact in facts:
        name = ENTITY_PROPERTY.get(fact.predicate)
        if name is None or fact.value is None or (fact.election and fact.election != fact.subject):
            continue
        row = found[fact.subject]
        if fact.predicate == "population":
            if (fact.of or "") >= str(row.get("population_year") or ""):
                row.update(population=fact.value, population_year=fact.of)
        else:
            row[name] = fact.value
            if fact.predicate == "turnout":
                row["turnout_of"] = fact.of
    return found


def _councils(decided: Decided, registry: Registry) -> list[Properties]:
    """An edge for each province that took part in an election: its council's size and what is accounted for."""
    provinces = {entity.id for entity in registry.of_kind({Kind.PROVINCE})}
    parts: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in decided.facts:
        province = fact.object if fact.object in provinces else fact.subject
        if fact.election and province in provinces and fact.predicate in (_EVIDENCE | set(COUNCIL_PROPERTY)):
            parts[province, fact.election].append(fact)
    rows = []
    for (province, election), facts in sorted(parts.items()):
        if not any(fact.counts and fact.predicate in _EVIDENCE for fact in facts):
            continue
        rows.append(_council(province, election, facts, decided.sizes.get((province, election))))
    return rows


def _council(province: str, election: str, facts: Sequence[Fact], size: CouncilSize | None) -> Properties:
    held = [fact for fact in facts if fact.predicate == "holds_seats" and fact.counts and fact.minimum]
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
        if fact.predicate == "council_size" and fact.counts and fact.of in ("general", "reserved"):
            row[f"{fact.of}_seats"] = fact.value
        elif fact.predicate in COUNCIL_PROPERTY and fact.value is not None:
            row[COUNCIL_PROPERTY[fact.predicate]] = fact.value
            if fact.predicate == "turnout":
                row["of"] = fact.of
    return row


def accounted(facts: Iterable[Fact]) -> int:
    """The seats that facts account for: a disputed number counts with its minimum."""
    return sum(int(fact.minimum or 0) for fact in facts if fact.counts)


def weakest(standings: Iterable[Standing]) -> str | None:
    """The weakest of these standings; None of none."""
    return max(standings, key=lambda standing: standing.rank, default=None)
