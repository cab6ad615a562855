"""Facts and the statements behind them, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from graph.kinds import Value

from .forms import ENGLISH, Language, value_text
from .locators import locator_words
from .messages import messages
from .tables import Column, Table, fields

if TYPE_CHECKING:
    from queries.why import Claim, DecidedFact, Why


def fact_words(
    predicate: str, subject: str, object: str | None, of: str | None = None, language: Language = ENGLISH
) -> str:
    """What a fact is about, without its value; subject and object are names as they are to stand there.

    Who left the name that it is known by here has it on both sides, and that is said in words of its own.
    """
    itself = f"itself.{predicate}"
    key = itself if object == subject and itself in messages() else f"fact.{predicate}"
    text = language.say(key, s=subject, o=object or language.say("election.whole"))
    return text + basis_words(of, language)


def reported_words(words: str, by: str | None, language: Language = ENGLISH) -> str:
    """A fact in words, as what somebody reports where one source alone says so."""
    return language.say("reported.by", by=language.isolate(by), fact=words) if by else words


def basis_words(of: str | None, language: Language = ENGLISH) -> str:
    """What a number is a number of, in brackets: a basis that has words, or a year; nothing where it is not stated."""
    key = f"of.{of}"
    return f" ({language.say(key) if key in messages() else of})" if of else ""


def value_words(value: Value | None, values: Sequence[Value], disputed: bool, language: Language = ENGLISH) -> str:
    """The value of a fact, or those in dispute: "43 or 45.6"; nothing where it has none."""
    if disputed:
        return language.listed(map(value_text, values), "or")
    return "" if value is None else value_text(value)


def decision_words(
    value: Value | None, values: Sequence[Value], disputed: bool, counts: bool, language: Language = ENGLISH
) -> str:
    """What a fact came to: its value, what is disputed, or that it does not count; nothing where it has no value."""
    found = value_words(value, values, disputed, language)
    if disputed:
        return language.say("disputed", values=found)
    return found or ("" if counts else language.say("uncounted"))


def summary_words(answer: Why, language: Language = ENGLISH) -> str:
    """How much is said: the number of facts and of those in dispute, or that no statement is known."""
    if not answer.facts:
        above = any(note.code == "told_above" for note in answer.notes)
        return language.say("why.none.else" if above else "why.none")
    disputed = sum(fact.disputed for fact in answer.facts)
    return language.say(
        "why.summary.disputed" if disputed else "why.summary", facts=len(answer.facts), disputed=disputed
    )


def about_words(answer: Why, language: Language = ENGLISH) -> str:
    """What is asked about: "What is said of the Reds in Babil"."""
    name, place = (
        found and language.name(found.candidate.id, found.candidate.name) for found in (answer.subject, answer.province)
    )
    return language.say("why.in", name=name, place=place) if place else language.say("why.about", name=name)


def statement_words(
    value: Value | None,
    reserved_for: str | None,
    since: str | None,
    until: str | None,
    language: Language = ENGLISH,
    words: str = "",
) -> str:
    """What a statement says: a value, whom a seat is reserved for, from when until when, by what `words` of its own."""
    parts = [value_text(value)] if value is not None else []
    if reserved_for:
        parts.append(language.say("reserved.statement", whom=language.component(reserved_for)))
    if since or until:
        parts.append(language.period(since, until))
    if words:
        parts.append(language.say("cite.as", words=language.isolate(words)))
    return language.listed(parts)


def own_words(fact: DecidedFact, claim: Claim, answer: Why) -> str:
    """The name that a statement prints, where the fact is that this is another than the one known here; else none."""
    left = fact.subject and answer.names.get(fact.subject) == claim.object_text
    return claim.subject_text if left and claim.subject_text != claim.subject else ""


class _Said(NamedTuple):
    """A statement with the fact that it is about."""

    fact: DecidedFact
    claim: Claim


def why_table(answer: Why, language: Language = ENGLISH) -> Table:
    """Every statement with the fact that it is about, and whether it won."""
    found, predicate, *decided = fields(
        language, "fact=id", "predicate", "decided=value", "disputed", "reason", of="fact"
    )
    ends = [
        Column("subject", None, lambda row: row.claim.subject or row.claim.subject_text),
        Column("object", None, lambda row: row.claim.object or row.claim.object_text),
    ]
    said = fields(
        language, "statement=id", "value", "won", "standing", "source=source.id", "locator", "quote", of="claim"
    )

    def about(row: _Said) -> str:
        fact, claim = row.fact, row.claim
        names = [
            language.name(id, answer.names.get(id, "")) if id else text and language.isolate(text)
            for id, text in ((fact.subject, claim.subject_text), (fact.object, claim.object_text))
        ]
        of = answer.names.get(claim.of or "")
        basis = language.name(claim.of, of) if claim.of and of else claim.of
        return fact_words(fact.predicate, names[0] or "", names[1], basis, language)

    def value(row: _Said) -> str:
        claim, words = row.claim, own_words(row.fact, row.claim, answer)
        return statement_words(claim.value, claim.reserved_for, claim.since, claim.until, language, words)

    def place(row: _Said) -> str:
        source = row.claim.source
        place = locator_words(row.claim.locator or "", language)
        return language.listed(filter(None, (language.isolate(source.publisher or source.title), place)))

    shown = [
        Column(None, language.say("column.facts"), lambda row: row.fact.predicate, about),
        Column(None, language.say("column.value"), lambda row: value(row) or None, value),
        Column(None, language.say("said"), lambda row: row.claim.source.id, place),
    ]
    rows = [_Said(fact, claim) for fact in answer.facts for claim in fact.statements]
    return Table([found, predicate, *ends, *decided, *said, *shown], rows)
