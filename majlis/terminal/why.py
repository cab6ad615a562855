"""Why Majlis says so, as text."""

from __future__ import annotations

from graph.kinds import Value
from queries.why import Claim, DecidedFact, Why

from ..wording.notes import usual
from .phrases import reading
from .text import cite, isolate, wrap

PHRASES = {
    "holds_seats": "{s}: seats in {o}",
    "votes": "{s}: votes in {o}",
    "ranked": "{s}: place in {o}",
    "stood_in": "{s} stood in {o}",
    "won_seat": "{s} won a seat of a list in {o}",
    "candidate_votes": "{s}: votes in person in {o}",
    "boycotted": "{s} boycotted the election",
    "barred": "{s} was barred",
    "leads": "{s} leads {o}",
    "member_of": "{s} is part of {o}",
    "expected_in": "{s} was expected in {o}, before the vote",
    "rival_of": "{s} is a rival of {o}",
    "held_office": "{s} held the office {o}",
    "office_in": "{s} is an office of {o}",
    "elected": "{s} was elected {o}",
    "supported": "{s} supported {o}",
    "council_size": "{s}: seats of the council",
    "total_seats": "{s}: seats in all",
    "turnout": "{s}: turnout, percent",
    "counted": "{s}: percent counted",
    "voters": "{s}: voters",
    "electorate": "{s}: who may vote",
    "candidates": "{s}: candidates",
    "women_elected": "{s}: women elected",
    "population": "{s}: population",
    "held_no_vote": "{s}: provinces without a vote",
    "last_held": "{s}: such a vote was last held",
    "renamed_from": "{s} was renamed from {o}",
    "described_as": "{s} is described as {o}",
}


def why_text(answer: Why) -> str:
    """The whole answer for a terminal: each fact, its decision and reason, and who says what."""
    name = answer.subject.candidate.name
    lines = reading(answer.asked, name, answer.subject.matched.value)
    place = f" in {answer.province.candidate.name}" if answer.province else ""
    if not answer.facts:
        lines.append(wrap(f"No statement is known about {isolate(name)}{place}."))
    for fact in answer.facts:
        lines += _fact_lines(fact, answer)
    return "\n".join([*lines, *[wrap(usual(note), "  ") for note in answer.notes if answer.facts]])


def _fact_lines(fact: DecidedFact, answer: Why) -> list[str]:
    first = fact.statements[0]
    subject = answer.names.get(fact.subject or "", first.subject_text)
    object = answer.names.get(fact.object or "", first.object_text or "the whole election")
    head = PHRASES.get(fact.predicate, "{s} " + fact.predicate + " {o}").format(s=isolate(subject), o=isolate(object))
    of = f" ({first.of})" if first.of else ""
    if fact.disputed:
        said = ": disputed, " + " or ".join(map(_number, fact.values))
    elif fact.value is not None:
        said = f": {fact.value}"
    else:
        said = "" if fact.counts or fact.id is None else ": does not count"
    reason = f"{fact.standing}; {fact.reason}" if fact.standing else fact.reason
    lines = [wrap(f"{head}{of}{said} ({reason})", "  ")]
    lines += [wrap(f"  {'+' if claim.won else '-'} {_claim(claim)}", "    ") for claim in fact.statements]
    return lines


def _claim(claim: Claim) -> str:
    parts = [str(claim.value)] if claim.value is not None else []
    if claim.reserved_for:
        parts.append(f"reserved for {claim.reserved_for}")
    if claim.since or claim.until:
        parts.append(f"{claim.since or '...'} to {claim.until or '...'}")
    parts.append(claim.standing)
    if claim.quote:
        parts.append(f'"{isolate(claim.quote)}"')
    place = f", {claim.locator}" if claim.locator else ""
    return f"{', '.join(parts)}: {cite(claim.source).split(' <')[0]}{place}"


def _number(value: Value) -> str:
    """A value in words: 42.0, which stands beside 45.6 in a list of one type, is 42."""
    return f"{value:.15g}" if isinstance(value, float) else str(value)
