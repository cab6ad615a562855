"""Random elections: all that a graph is built from, drawn from the table of predicates.

Every predicate can occur, with any of its kinds of subject and object, more than once between the same two (parallel
edges: other elections, other years), with nulls, with disagreeing sources, with councils of which nothing is known,
and with names in Arabic, of astral letters, of quotes and of Cypher's own words.
"""

from __future__ import annotations

from hypothesis import strategies as st

from graph.checks.expectations import Correction, Expectations
from graph.kinds import LISTS
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
    Unreadable,
    Unresolved,
    Value,
)
from graph.predicates import PREDICATES, Predicate, ValueKind

COUNTS = {
    Kind.BODY: (1, 2),
    Kind.ELECTION: (1, 2),
    Kind.PROVINCE: (2, 3),
    Kind.ALLIANCE: (2, 3),
    Kind.PARTY: (1, 2),
    Kind.FIGURE: (2, 3),
    Kind.BLOC: (1, 2),
    Kind.OFFICE: (0, 1),
}
WORDS = (
    *("ائتلاف دولة القانون", "تحالف «نبني»", "هه‌ولێر", "Ülkü", "ﬁne", "𐐷𐐲𐑌", "🗳 list", "Ａｒａｂ", "e\u0301"),
    *("O'Neill", 'say "no"', "back\\slash", "{x: $y}", "MATCH (n) DELETE n //", "line\nbreak", "tab\t"),
    *(" ", "0", "null"),
)
DATES = (None, "2019", "2022-11", "2024-05-11", "2025-03-01")
_MOST_TIES = 10  # paths grow with every tie: more of them would be a test of patience
_EACH, _MORE, _AGAIN = 2, 20, 20  # claims of each predicate, more of any, and of what was said
_VALUES: dict[ValueKind, st.SearchStrategy[Value | None]] = {
    ValueKind.NONE: st.none(),
    ValueKind.COUNT: st.integers(0, 9),
    ValueKind.ORDINAL: st.integers(1, 3),
    ValueKind.PERCENT: st.one_of(st.integers(0, 100), st.floats(0, 100).map(lambda part: round(part, 2))),
    ValueKind.DATE: st.sampled_from([date for date in DATES if date]),
    ValueKind.PLACE: st.one_of(st.none(), st.integers(1, 9)),
    ValueKind.ANY: st.one_of(st.none(), st.integers(0, 9), st.sampled_from(WORDS)),
}
texts = st.one_of(
    st.sampled_from(WORDS),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=8),
)


@st.composite
def worlds(draw: st.DrawFn) -> Knowledge:
    """All that one graph is built from: up to three of each kind, four sources, some sixty claims."""
    entities = {entity.id: entity for kind in COUNTS for entity in _entities(draw, kind)}
    names = [Name(entity.id, entity.kind, entity.name, primary=True) for entity in entities.values()]
    for entity in entities.values():
        if draw(st.booleans()):
            names.append(Name(entity.id, entity.kind, draw(texts), primary=False))
    sources = _sources(draw)
    rows = [row for row in PREDICATES.values() if _possible(row, entities)] * _EACH
    rows += draw(st.lists(st.sampled_from(rows), max_size=_MORE))
    ties = [number for number, row in enumerate(rows) if row.affiliation]
    left_out = frozenset(ties[_MOST_TIES:])
    kept = [(number, row) for number, row in enumerate(rows) if number not in left_out]
    claims = [_claim(draw, row, entities, list(sources), number) for number, row in kept]
    for claim in draw(st.lists(st.sampled_from(claims), max_size=_AGAIN)):  # said again, and otherwise
        claims.append(_said(draw, PREDICATES[claim.predicate], claim, list(sources), len(rows) + len(claims)))
    for election in (entity.id for entity in entities.values() if entity.kind is Kind.ELECTION):
        claims += _councils(draw, entities, list(sources), election)
    source = next(iter(sources))
    gaps = [(source, Unresolved(draw(texts), "list", draw(texts), draw(texts))) for _ in range(draw(st.integers(0, 2)))]
    lines = [(source, Unreadable(draw(texts), draw(texts), draw(texts))) for _ in range(draw(st.integers(0, 2)))]
    wrong = [Correction(day, draw(texts), draw(texts), draw(texts), draw(texts), source) for day in DATES[2:4] if day]
    return Knowledge(
        Registry(entities, tuple(names), sources, ()), sources, claims, gaps, lines, (), "a world",
        expectations=Expectations(corrections=tuple(draw(st.lists(st.sampled_from(wrong), unique=True)))),
    )  # fmt: skip


def _entities(draw: st.DrawFn, kind: Kind) -> list[Entity]:
    found = []
    for number in range(draw(st.integers(*COUNTS[kind]))):
        attributes = {"date": f"202{number + 3}-05-11"} if kind is Kind.ELECTION else {}
        if kind is Kind.ELECTION and draw(st.booleans()):
            attributes["elects"] = "body-0"
        local = draw(st.one_of(st.none(), texts))
        lang = draw(st.sampled_from([None, "ar"])) if local else None
        found.append(Entity(f"{kind.value}-{number}", kind, draw(texts), local, lang, attributes=attributes))
    return found


def _possible(row: Predicate, entities: dict[str, Entity]) -> bool:
    """Whether there is something that a predicate's object may be."""
    return not row.objects or any(entity.kind in row.objects for entity in entities.values())


def _sources(draw: st.DrawFn) -> dict[str, Source]:
    found = {}
    for number in range(4):
        copied = f"source-{number - 1}" if number and draw(st.booleans()) else None
        kind = draw(st.sampled_from(list(SourceKind)))
        publisher, date = draw(st.one_of(st.none(), texts)), draw(st.sampled_from(DATES))
        id = f"source-{number}"
        found[id] = Source(id, draw(texts), kind, publisher, date, None, draw(st.sampled_from([None, "ar"])), copied)
    return found


def _claim(draw: st.DrawFn, row: Predicate, entities: dict[str, Entity], sources: list[str], number: int) -> Statement:
    """One claim of this predicate, whatever it says; sometimes about a name that nobody registered."""
    subjects = [entity.id for entity in entities.values() if entity.kind in row.subjects]
    objects: list[str | None] = [entity.id for entity in entities.values() if entity.kind in row.objects]
    if row.whole or not objects:
        objects.append(None)
    elections = [entity.id for entity in entities.values() if entity.kind is Kind.ELECTION]
    bases = [entity.id for entity in entities.values() if entity.kind in LISTS] if row.of_list else row.bases
    subject = draw(st.sampled_from([*subjects, *subjects, *subjects, None]))
    object = draw(st.sampled_from(objects))
    claim = Statement(
        source="",
        locator="",
        predicate=row.name,
        subject=subject,
        subject_text=subject or draw(texts),
        object=object,
        object_text=draw(texts) if row.text_object else object,
        of=draw(st.sampled_from([*bases, None])),
        election=draw(st.sampled_from(elections if row.per_election else [*elections, None])),
    )
    return _said(draw, row, claim, sources, number)


def _said(draw: st.DrawFn, row: Predicate, claim: Statement, sources: list[str], number: int) -> Statement:
    """This claim as a source says it: with its own value, dates, standing and words."""
    return Statement(
        source=draw(st.sampled_from(sources)),
        locator=f"item {number}",
        predicate=claim.predicate,
        subject=claim.subject,
        subject_text=claim.subject_text,
        object=claim.object,
        object_text=claim.object_text,
        value=draw(_VALUES[row.value]),
        of=claim.of,
        election=claim.election,
        reserved_for=draw(st.sampled_from([None, None, "Fishers"])) if row.name == "holds_seats" else None,
        since=draw(st.sampled_from(DATES)),
        until=draw(st.sampled_from(DATES)),
        standing=draw(st.sampled_from(list(Standing))),
        quote=draw(st.one_of(st.none(), texts)),
    )


def _councils(draw: st.DrawFn, entities: dict[str, Entity], sources: list[str], election: str) -> list[Statement]:
    """For some provinces a council: its size, and seats of some lists, which may be none of them."""
    lists = [entity.id for entity in entities.values() if entity.kind in PREDICATES["holds_seats"].subjects]
    found = []
    for province in (entity.id for entity in entities.values() if entity.kind is Kind.PROVINCE):
        if not draw(st.booleans()):
            continue
        lines = [("council_size", province, None, draw(st.integers(1, 20)), "both")]
        held = draw(st.lists(st.sampled_from(lists), unique=True))
        lines += [("holds_seats", name, province, draw(st.integers(0, 6)), None) for name in held]
        for predicate, subject, object, value, of in lines:
            said = Statement(
                source=sources[0], locator=f"{election}, {province}", predicate=predicate, subject=subject,
                subject_text=subject, object=object, object_text=object, value=value, of=of, election=election,
                standing=Standing.FINAL,
            )  # fmt: skip
            found.append(said)
    return found
