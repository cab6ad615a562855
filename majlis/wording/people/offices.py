"""Terms of offices, in words."""

from __future__ import annotations

from graph.kinds import Kind
from queries.people.offices import Offices, Term

from ..forms import ENGLISH, Language
from ..tables import Column, Table, entity, fields, named

_WHOLE_DAY = 10  # letters: "2024-08-10", and no month or year


def period_words(term: Term, language: Language = ENGLISH) -> str:
    """From when until when; for a term without a stated end that was followed, when the next one began."""
    if term.succeeded is None or term.since is None:
        return language.period(term.since, term.until)
    return language.say("succeeded", since=language.day(term.since), next=language.day(term.succeeded))


def election_words(term: Term, language: Language = ENGLISH) -> str:
    """How a figure was elected to an office, and who supported it then; nothing where no source says so."""
    votes, present, members = (term.election.get(basis) for basis in ("votes", "present", "members"))
    of = language.say("elected.of_present" if present is not None else "elected.of_members", n=present or members or 0)
    parts = []
    if votes is not None:
        counted = present is not None or members is not None
        parts.append(language.say("elected.by" if counted else "elected.with", votes=votes, of=of))
    elif present is not None:
        parts.append(
            language.say("elected.present" if members else "elected.quorum", of=of, present=present, members=members)
        )
    if term.supporters:
        names = language.listed(language.name(*one) for one in term.supporters)
        parts.append(language.say("elected.supported", names=names))
    return language.listed(parts, "semicolon")


def offices_sentence(answer: Offices, language: Language = ENGLISH) -> str:
    """How many terms of office are known, and of how many people."""
    name = language.name(*answer.subject.named)
    when = "offices.day" if len(answer.as_of or "") == _WHOLE_DAY else "offices.period"
    day = language.say(when, day=language.day(answer.as_of)) if answer.as_of else ""
    if not answer.terms:
        return language.say("offices.none", name=name, day=day)
    if answer.subject.candidate.kind is Kind.OFFICE:
        return _holders(answer, name, day, language)
    people = language.counted("office_holder", len({term.figure.id for term in answer.terms}))
    return language.say(
        "offices.some", name=name, day=day, terms=language.counted("term", len(answer.terms)), people=people
    )


def _holders(answer: Offices, name: str, day: str, language: Language) -> str:
    """Who holds one office, with the time, and who held it before."""
    last, *earlier = [
        f"{language.name(*term.figure)} ({when})"
        if (when := period_words(term, language))
        else language.name(*term.figure)
        for term in answer.terms
    ]
    said = language.say("offices.held", name=name, day=day, people=last)
    if earlier:
        said += " " + language.say("offices.before", people=language.listed(earlier, "semicolon"))
    return said


def offices_table(answer: Offices, language: Language = ENGLISH) -> Table:
    """A row a term of office."""

    def tie(term: Term) -> str:
        if term.tie is None:
            return ""
        return f"{language.say(f'tie.{term.tie.type}')} {language.name(*term.tie.to)}"

    columns = [
        *named(language, "kind.figure", of="figure", id="figure"),
        *entity(language, "office", "kind.office"),
        *fields(language, "since", "until", "succeeded"),
        Column(
            None,
            language.say("column.when"),
            lambda term: term.since or term.until,
            lambda term: period_words(term, language),
        ),
        *fields(language, "standing", "disputed", "statements", "sources"),
    ]
    if answer.people is not None:
        columns.insert(2, Column("tie", language.say("column.tie"), lambda term: term.tie and term.tie.type, tie))
        columns.insert(3, Column("tie_to", None, lambda term: term.tie and term.tie.to.id))
    return Table(columns, answer.terms, link=lambda term: ("entity", term.figure.id), cited=True)
