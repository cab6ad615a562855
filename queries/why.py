"""Why does Majlis say so? The statements behind an answer: who says what, which one won, and the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.kinds import BODIES, HOLDERS, PROVINCES, Kind, Read, Standing, Value
from graph.predicates import FACT_ORDER, PREDICATES
from graph.stores.protocol import Row

from .affiliation.ties import LED, OWN, SHARED, ties_of
from .checking.corrections import corrected
from .plain import Named, Note, Plain
from .sitting import Sitting, bodies_sitting, elections_about
from .view import GraphView
from .view.elections import Election
from .view.evidence import SourceLine, sorted_sources, source_line, strength
from .view.rows import made
from .view.subject import Subject

_IN_PART = {Read.OPENING.value, Read.SUMMARY.value}  # how much of a source was read, if not all


@dataclass(frozen=True, slots=True)
class Claim(Plain):
    """A statement as `why` shows it."""

    id: str
    subject: str | None
    subject_text: str
    predicate: str
    object: str | None
    object_text: str | None
    value: Value | None
    of: str | None
    reserved_for: str | None
    since: str | None
    until: str | None
    standing: str
    locator: str
    quote: str | None
    won: bool
    source: SourceLine


@dataclass(frozen=True, slots=True)
class Correction(Plain):
    """A fact was wrong when it was published: what it `was`, and is `now`; empty where there was or is none."""

    FIELDS = ("date", "was", "is=now", "why", "source")

    date: str
    was: str
    now: str
    why: str
    source: str | None


@dataclass(frozen=True, slots=True)
class DecidedFact(Plain):
    """A fact with its statements. `counts` is False where its claims decide nothing; `reason` says why.

    `reported_by`: who says so, where one independent source alone stands behind a tie (`reporter`).
    `corrections` are what was published of it before, None where nothing else was.
    """

    FIELDS = (
        *("fact=id", "predicate", "subject", "object", "value", "values", "standing", "disputed", "counts", "reason"),
        *("reason_code", "reason_values", "reported_by", "read", "corrections", "statements"),
    )
    OPTIONAL = ("reported_by", "read", "corrections")

    id: str | None
    predicate: str
    subject: str | None
    object: str | None
    value: Value | None
    values: tuple[Value, ...]
    standing: str | None
    disputed: bool
    counts: bool
    reason: str
    reason_code: str
    reason_values: tuple[str, ...]
    statements: tuple[Claim, ...]
    reported_by: str | None = None
    corrections: tuple[Correction, ...] | None = None

    @property
    def read(self) -> str | None:
        """Opening or summary, where no source that carries the fact is known to have been read any further."""
        found = [claim.source.read for claim in self.statements if claim.won]
        return found[0] if found and all(read in _IN_PART for read in found) else None


@dataclass(frozen=True, slots=True, repr=False)
class Why(Plain):
    """What is claimed of X, of what X leads, and of the lists it shares; in one province where one was asked."""

    ROWS = "facts"
    LINE = "{0.subject.candidate.name}: {rows} facts"
    FIELDS = ("asked", "subject", "province=named_province", "election", "data_version", "facts", "notes")

    asked: str
    subject: Subject
    province: Subject | None
    election: Election
    data_version: str
    facts: tuple[DecidedFact, ...]
    names: dict[str, str]
    notes: tuple[Note, ...]

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The sources of all statements, in the order in which answers number them."""
        return sorted_sources(claim.source for fact in self.facts for claim in fact.statements)

    @property
    def named_province(self) -> Named | None:
        """The province, as JSON has it."""
        return self.province.named if self.province else None


def why(graph: GraphView, asked: str, province: str | None = None, election: str | Election | None = None) -> Why:
    """The statements behind what is said of X, or of X in one province.

    X may be a list, party, alliance, bloc or figure, or anything else where none of these has that name. An election is
    told as itself, whatever `election` says; a body with the election that filled it.
    Raises CannotAnswerError for a name that cannot be read, UsageError for an unknown election, StoreError.
    """
    subject = subject_of(graph, asked)
    itself = subject.candidate.kind is Kind.ELECTION
    at = graph.election(subject.candidate.id if itself else election)
    within = graph.read(province, PROVINCES) if province is not None else None
    ids = [subject.candidate.id]
    if subject.candidate.kind in BODIES and at.fills.id == subject.candidate.id:
        ids.append(at.id)
    relations: dict[str, str] = {subject.candidate.id: OWN}
    if subject.candidate.kind in HOLDERS:
        ties = ties_of(graph, [subject.candidate], at)[subject.candidate.id]
        relations = {tie.list: tie.relation for tie in ties.values()}
        ids = [id for id, relation in relations.items() if relation in (OWN, LED) or within is not None]
        if subject.candidate.kind is Kind.BLOC:
            ids = [subject.candidate.id, *(relations if within is not None else ())]
    rows = graph.kept("claims_about", ids=ids)
    kept = [row for row in rows if _wanted(row, set(ids), relations, within, at)]
    facts = _facts(graph, kept)
    names = {
        id: known.name
        for fact in facts
        for id in (fact.subject, fact.object, fact.statements[0].of)
        if id is not None and (known := graph.resolver.candidate(id))
    }
    read = graph.reading_notes(asked, subject.candidate)
    if within is not None and province is not None:
        read += graph.reading_notes(province, within.candidate)
    whole = (Note("election_alone", {"election": at.id}),) if at.id in ids else ()
    return Why(asked, subject, within, at, graph.data_version, facts, names, (*read, *_notes(graph, facts), *whole))


def why_all(
    graph: GraphView, answer: Callable[..., Why], names: Sequence[str | None], options: Mapping[str, Any]
) -> Sitting[Why] | Why:
    """Why Majlis says so of each body that sits, also where nothing is said; of an election, of that one alone.

    What holds at any election is told once. Raises CannotAnswerError for a name that cannot be read.
    """
    asked, province = names[0] or "", names[1] if len(names) > 1 else None
    subject = subject_of(graph, asked)
    about = subject.candidate
    if about.kind is Kind.ELECTION:
        return answer(graph, asked, province)
    elections = bodies_sitting(graph, None)
    wanted = elections_about(graph, province or (about.id if about.kind in PROVINCES | BODIES else None), elections)
    told: list[Why] = []
    seen: set[str] = set()
    for at in wanted or elections:
        one = answer(graph, asked, province, election=at)
        left = tuple(fact for fact in one.facts if (fact.id or fact.statements[0].id) not in seen)
        above = len(one.facts) - len(left)
        seen |= {fact.id or fact.statements[0].id for fact in left}
        notes = (*one.notes, Note("told_above", {"facts": above})) if above else one.notes
        told.append(replace(one, facts=left, notes=notes))
    return Sitting(asked, subject, elections[0].day, graph.data_version, tuple(told))


def subject_of(graph: GraphView, asked: str) -> Subject:
    """What a question why is about: a list, party, alliance, bloc or figure, else whatever has the name.

    Raises CannotAnswerError for a name that cannot be read.
    """
    return graph.read(asked, HOLDERS if graph.resolver.holders(asked).candidates else frozenset(Kind))


def _wanted(row: Row, ids: set[str], relations: dict[str, str], within: Subject | None, election: Election) -> bool:
    if row["election"] not in (None, election.id):
        return False
    if within is None:
        return True
    province = within.candidate.id
    if PREDICATES[row["predicate"]].affiliation:  # how X came to a list
        return row["subject"] in ids and row["object"] in ids
    about = province in (row["object"], row["subject"])
    if relations.get(row["subject"]) == SHARED and row["predicate"] != "holds_seats":
        return False
    return about or (row["object"] is None and row["object_text"] is None and PREDICATES[row["predicate"]].absence)


def _facts(graph: GraphView, rows: Sequence[Row]) -> tuple[DecidedFact, ...]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["fact"] or f"unresolved/{row['statement']}", []).append(row)
    facts = [_fact(group, graph.corrections.get(group[0]["fact"] or "", ())) for group in groups.values()]

    def order(fact: DecidedFact) -> tuple[int, str]:
        return FACT_ORDER[fact.predicate], str(fact.id or fact.statements[0].id)

    return tuple(sorted(facts, key=order))


def _fact(rows: Sequence[Row], corrections: Sequence[Row]) -> DecidedFact:
    """A fact with its statements and what was corrected of it, the oldest correction first."""
    first = rows[0]
    claims = tuple(
        made(Claim, row, id=row["statement"], won=bool(row["won"]), source=source_line(row, "source_kind"))
        for row in sorted(rows, key=lambda row: (not row["won"], row["statement"]))
    )
    known = first["fact"] is not None
    return DecidedFact(
        id=first["fact"],
        predicate=first["predicate"],
        subject=first["fact_subject"] if known else first["subject"],
        object=first["fact_object"] if known else first["object"],
        value=first["decided"],
        values=tuple(first["values"] or ()),
        standing=first["fact_standing"],
        disputed=bool(first["disputed"]),
        counts=bool(first["counts"]),
        reason=first["reason"] if known else "a name in it is not known, or it names nobody",
        reason_code=first["reason_code"] if known else "unresolved",
        reason_values=tuple(first["reason_values"] or ()),
        statements=claims,
        reported_by=reporter(rows),
        corrections=tuple(made(Correction, row) for row in corrections) or None,
    )


def reporter(rows: Sequence[Row]) -> str | None:
    """Who alone reports that somebody leads, belongs to or rivals another: the publisher, else the title.

    None for other facts, for those that several independent sources carry or dispute, and for what Majlis inferred.
    """
    first = rows[0]
    told = first["counts"] and not first["disputed"] and first["fact_standing"] != Standing.INFERRED
    if not told or not PREDICATES[first["predicate"]].hearsay or first["fact_sources"] != 1:
        return None
    won = [row for row in rows if row["won"]]
    best = min(won, key=lambda row: (row["copy_of"] is not None, *strength(row, "source_kind")))
    return str(best["publisher"] or best["title"])


def _notes(graph: GraphView, facts: Sequence[DecidedFact]) -> Iterator[Note]:
    yield from corrected(graph, (fact.id for fact in facts))
    if in_part := sum(fact.read is not None for fact in facts):
        yield Note("not_whole", {"facts": in_part})
    if any(claim.quote is None for fact in facts for claim in fact.statements):
        yield Note("unquoted")
