"""Why does Majlis say so? The statements behind an answer: who says what, which one won, and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.kinds import HOLDERS, PROVINCES, Kind, Value
from graph.predicates import FACT_ORDER, PREDICATES
from graph.stores.protocol import Row

from .ties import LED, OWN, SHARED, ties_of
from .view import Election, GraphView, SourceLine, Subject, source_line


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement as `why` shows it."""

    id: str
    subject: str | None
    subject_text: str
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

    def to_dict(self, predicate: str) -> dict[str, Any]:
        """For JSON."""
        return {
            "id": self.id,
            "subject": self.subject,
            "subject_text": self.subject_text,
            "predicate": predicate,
            "object": self.object,
            "object_text": self.object_text,
            "value": self.value,
            "of": self.of,
            "reserved_for": self.reserved_for,
            "since": self.since,
            "until": self.until,
            "standing": self.standing,
            "locator": self.locator,
            "quote": self.quote,
            "won": self.won,
            "source": self.source.to_dict(),
        }


@dataclass(frozen=True, slots=True)
class DecidedFact:
    """A fact with its statements. `counts` is False where its claims decide nothing; `reason` says why."""

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

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "fact": self.id,
            "predicate": self.predicate,
            "subject": self.subject,
            "object": self.object,
            "value": self.value,
            "values": list(self.values),
            "standing": self.standing,
            "disputed": self.disputed,
            "counts": self.counts,
            "reason": self.reason,
            "reason_code": self.reason_code,
            "reason_values": list(self.reason_values),
            "statements": [claim.to_dict(self.predicate) for claim in self.statements],
        }


@dataclass(frozen=True, slots=True)
class Why:
    """What is claimed of X, of what X leads, and of the lists it shares; in one province where one was asked."""

    asked: str
    subject: Subject
    province: Subject | None
    election: Election
    data_version: str
    facts: tuple[DecidedFact, ...]
    names: dict[str, str]
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """For JSON, in the order of DESIGN.md section 5."""
        place = self.province.candidate if self.province else None
        return {
            "asked": self.asked,
            "subject": self.subject.to_dict(),
            "province": {"id": place.id, "name": place.name} if place else None,
            "election": self.election.to_dict(),
            "data_version": self.data_version,
            "facts": [fact.to_dict() for fact in self.facts],
            "notes": list(self.notes),
        }


def why(graph: GraphView, asked: str, province: str | None = None, election: str | None = None) -> Why:
    """The statements behind what is said of X, or of X in one province.

    X may be a list, party, alliance, bloc or figure, or a province where none of these has that name.
    Raises CannotAnswerError for a name that cannot be read, UsageError for an unknown election, StoreError.
    """
    at = graph.election(election)
    place = graph.read(province, PROVINCES) if province is not None else None
    found = graph.resolver.resolve(asked, HOLDERS)
    everything = frozenset(Kind)
    subject = graph.read(asked, HOLDERS if found.candidates else everything)
    ids = [subject.candidate.id]
    relations: dict[str, str] = {subject.candidate.id: OWN}
    if subject.candidate.kind in HOLDERS:
        relations = {tie.list: tie.relation for tie in ties_of(graph, subject.candidate, at).values()}
        ids = [id for id, relation in relations.items() if relation in (OWN, LED) or place is not None]
        if subject.candidate.kind is Kind.BLOC:
            ids = [subject.candidate.id, *(relations if place is not None else ())]
    rows = graph.run("claims_about", ids=ids)
    kept = [row for row in rows if _wanted(row, set(ids), relations, place, at)]
    facts = _facts(kept)
    names = {
        id: known.name
        for fact in facts
        for id in (fact.subject, fact.object)
        if id is not None and (known := graph.resolver.candidate(id))
    }
    return Why(asked, subject, place, at, graph.data_version, facts, names, _notes(facts))


def _wanted(row: Row, ids: set[str], relations: dict[str, str], place: Subject | None, election: Election) -> bool:
    if row["election"] not in (None, election.id):
        return False
    if place is None:
        return True
    where = place.candidate.id
    if PREDICATES[row["predicate"]].affiliation:  # how X came to a list
        return row["subject"] in ids and row["object"] in ids
    about = where in (row["object"], row["subject"])
    if relations.get(row["subject"]) == SHARED and row["predicate"] != "holds_seats":
        return False
    return about or (
        row["object"] is None and row["object_text"] is None and row["predicate"] in ("boycotted", "barred")
    )


def _facts(rows: Sequence[Row]) -> tuple[DecidedFact, ...]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["fact"] or f"unresolved/{row['statement']}", []).append(row)
    facts = [_fact(group) for group in groups.values()]

    def order(fact: DecidedFact) -> tuple[int, str]:
        return FACT_ORDER[fact.predicate], str(fact.id or fact.statements[0].id)

    return tuple(sorted(facts, key=order))


def _fact(rows: Sequence[Row]) -> DecidedFact:
    first = rows[0]
    claims = tuple(
        Claim(
            row["statement"],
            row["subject"],
            row["subject_text"],
            row["object"],
            row["object_text"],
            row["value"],
            row["of"],
            row["reserved_for"],
            row["since"],
            row["until"],
            row["standing"],
            row["locator"],
            row["quote"],
            bool(row["won"]),
            source_line(row, "source_kind"),
        )
        for row in sorted(rows, key=lambda row: (not row["won"], row["statement"]))
    )
    if first["fact"] is None:
        return DecidedFact(
            None,
            first["predicate"],
            first["subject"],
            first["object"],
            None,
            (),
            None,
            False,
            False,
            "a name in it is not known, or it names nobody",
            "unresolved",
            (),
            claims,
        )
    return DecidedFact(
        first["fact"],
        first["predicate"],
        first["fact_subject"],
        first["fact_object"],
        first["decided"],
        tuple(first["values"] or ()),
        first["fact_standing"],
        bool(first["disputed"]),
        bool(first["counts"]),
        first["reason"],
        first["reason_code"],
        tuple(first["reason_values"]),
        claims,
    )


def _notes(facts: Sequence[DecidedFact]) -> tuple[str, ...]:
    typed_in = any(claim.quote is None for fact in facts for claim in fact.statements)
    return ("Without a quote: as summarised in data/, from the place named.",) if typed_in else ()
