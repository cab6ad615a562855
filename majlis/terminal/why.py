"""Why Majlis says so, as text."""

from __future__ import annotations

from queries.sitting import Sitting
from queries.why import Claim, DecidedFact, Why

from ..wording.forms import ENGLISH, isolate
from ..wording.notes import note_text
from ..wording.sitting import body_heading, body_words, shared_notes
from ..wording.why import (
    about_words,
    decision_words,
    fact_words,
    own_words,
    reported_words,
    statement_words,
    summary_words,
)
from .phrases import note_lines, reading
from .table import table
from .text import width, wrap


def why_text(answer: Why) -> str:
    """The whole answer for a terminal: each fact, its decision and reason, and who says what."""
    lines = reading(answer.asked, answer.subject)
    if not answer.facts:
        lines.append(wrap(f"{about_words(answer)}: {ENGLISH.say('why.none')}"))
    for fact in answer.facts:
        lines += _fact_lines(fact, answer)
    return "\n".join([*lines, *note_lines(answer.notes)])


def why_sitting_text(answer: Sitting[Why]) -> str:
    """How much is said of each body that sits, then the statements, body by body."""
    first = answer.answers[0]
    lines = [*reading(first.asked, first.subject), wrap(f"{about_words(first)}. {note_text(answer.notes[0])}"), ""]
    lines += table(
        [(body_words(one.election), ENGLISH.day(one.election.date), summary_words(one)) for one in answer.answers]
    )
    told = [one for one in answer.answers if one.facts]
    shared, noted = shared_notes([one.notes for one in told]) if told else ([*first.notes], [])
    for one, notes in zip(told, noted, strict=True):
        heading = body_heading(one.election)
        lines += ["", heading, "-" * min(len(heading), width())]
        lines += [line for fact in one.facts for line in _fact_lines(fact, one)]
        lines += note_lines(notes)
    return "\n".join([*lines, "", *note_lines((*shared, *answer.notes[1:]))])


def _fact_lines(fact: DecidedFact, answer: Why) -> list[str]:
    first = fact.statements[0]
    subject = isolate(answer.names.get(fact.subject or "", first.subject_text))
    object = isolate(answer.names.get(fact.object or "", first.object_text or ""))
    head = reported_words(
        fact_words(fact.predicate, subject, object, answer.names.get(first.of or "", first.of)), fact.reported_by
    )
    decided = decision_words(fact.value, fact.values, fact.disputed, fact.counts or fact.id is None)
    reason = f"{fact.standing}; {fact.reason}" if fact.standing else fact.reason
    if fact.read:
        reason += f"; {ENGLISH.say(f'read.{fact.read}')}"
    lines = [wrap(f"{head}{f': {decided}' if decided else ''} ({reason})", "  ")]
    for claim in fact.statements:
        lines.append(wrap(f"  {'+' if claim.won else '-'} {_claim(claim, own_words(fact, claim, answer))}", "    "))
    for item in fact.corrections or ():
        said = ENGLISH.say(
            "why.corrected", date=ENGLISH.day(item.date), was=isolate(item.was) or "-", why=isolate(item.why)
        )
        lines.append(wrap(f"  ! {said}", "    "))
    return lines


def _claim(claim: Claim, words: str) -> str:
    said = statement_words(claim.value, claim.reserved_for, claim.since, claim.until, words=words)
    parts = [*([said] if said else []), claim.standing]
    if claim.quote:
        parts.append(f'"{isolate(claim.quote)}"')
    place = f", {claim.locator}" if claim.locator else ""
    copy = f", {ENGLISH.say('archived')}: {claim.source.archived}" if claim.source.archived else ""
    return f"{', '.join(parts)}: {ENGLISH.cite(claim.source).words}{place}{copy}"
