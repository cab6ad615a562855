"""What the page of an answer shows beside its words, its table, its picture and its sources: councils, facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from graph.kinds import HOLDERS
from queries.checking.coverage import Coverage
from queries.checking.source_coverage import SourceCoverage
from queries.plain import Note
from queries.prepared import run
from queries.view.evidence import SourceLine
from queries.where.answer import Where
from queries.who.answer import NO_VOTE, VOTED, Who
from queries.why import DecidedFact, Why

from ..pictures.areas import Area, areas_of
from ..pictures.hemicycle import legend
from ..wording.coverage import lacking_words, line_words, tables
from ..wording.people.offices import period_words
from ..wording.where import cell_words, unsaid_beside
from ..wording.who import turnout_words
from ..wording.why import about_words, decision_words, fact_words, own_words, reported_words, summary_words, value_words
from .request import Cited, PageRequest, heading


class Layout(NamedTuple):
    """A template, what it shows beside what every answer has, and which rows of the answer's table.

    `tells`: whether the answer has a table beside those of other bodies; `notes`: what is then noted below it, `beside`
    what it shows there in place of its table.
    """

    template: str
    add: Callable[[PageRequest, Any], Mapping[str, Any]] = lambda asked, answer: {}
    keeps: Callable[[Any], bool] = lambda row: True
    tells: Callable[[Any], bool] = lambda answer: True
    notes: Callable[[Any], Sequence[Note]] = lambda answer: getattr(answer, "notes", ())
    beside: Callable[[PageRequest, Any], Mapping[str, Any]] = lambda asked, answer: {}


def _where(asked: PageRequest, answer: Where) -> Mapping[str, Any]:
    """The councils with a number, and the others."""
    held = [council for council in answer.provinces if council.status == "seats"]
    rest = [council for council in answer.provinces if council.status != "seats"]
    places = [place for council in held for place in council.locators]
    places += [place for council in rest if council.status != "none" for place in council.locators[:2]]
    places += [place for item in answer.lists for place in item.locators[:1]]
    return {
        "held": held,
        "rest": rest,
        "words": {council.id: cell_words(council, answer, asked.language) for council in answer.provinces},
        "sized": any(council.size_inferred for council in answer.provinces),
        "several": sum(item.relation != "shared" for item in answer.lists) > 1,
        "cited": Cited.of(answer.sources, places),
        "most": max((council.seats or 0 for council in held), default=1),
    }


def _who(asked: PageRequest, answer: Who) -> Mapping[str, Any]:
    """The legend of the half-circle, and the turnout."""
    places = [place for item in answer.lists for place in item.locators]
    places += [(source, "") for term in answer.offices for source in term.first_sources]
    return {
        "period": period_words,
        "turnout": turnout_words(answer, asked.language),
        "legend": {row.id: row for row in legend(answer, asked.snapshot.slots, asked.language)},
        "cited": Cited.of(answer.sources, places),
    }


def _why(asked: PageRequest, answer: Why) -> Mapping[str, Any]:
    """The facts in words, and of a holder in a province its seats there."""
    found, place = answer.subject.candidate, answer.province.candidate if answer.province else None
    council: Area | None = None
    if place and found.kind in HOLDERS:
        held = asked.majlis.where(found.id, election=answer.election.id, as_of=asked.as_of)
        council = next((area for area in areas_of(held, asked.language) if area.id == place.id), None)
    return {
        "title": heading(about_words(answer, asked.language)),
        "council": council,
        "facts": [fact_of(asked, fact, answer) for fact in answer.facts],
    }


def _why_beside(asked: PageRequest, answer: Why) -> Mapping[str, Any]:
    """The facts in words beside those of other bodies, and how many they are."""
    told = _why(asked, answer)
    council, said = told["council"], summary_words(answer, asked.language)
    return {
        "facts": told["facts"],
        "sentence": asked.language.listed([council.label, said], "semicolon") if council else said,
    }


def fact_of(asked: PageRequest, fact: DecidedFact, answer: Why) -> dict[str, Any]:
    """A fact in words: what it is about, its value, and whether it counts."""
    first, language, here = fact.statements[0], asked.language, answer.subject.candidate.id
    subject, object = first.subject_text, first.object_text or asked.say("election.whole")
    if fact.subject:
        subject = asked.name(fact.subject, answer.names.get(fact.subject, ""))
    if fact.object:
        object = asked.name(fact.object, answer.names.get(fact.object, ""))
    of = first.of and asked.name(first.of)
    ends = ((id if id != here else None, name) for id, name in ((fact.subject, subject), (fact.object, object)))
    return {
        "fact": fact,
        "printed": [own_words(fact, claim, answer) for claim in fact.statements],
        "words": reported_words(
            fact_words(fact.predicate, language.isolate(subject), language.isolate(object), of, language),
            fact.reported_by,
            language,
        ),
        "linked": asked.linked(fact.predicate, of, *ends),
        "value": decision_words(fact.value, fact.values, fact.disputed, fact.counts or fact.id is None, language),
    }


def _coverage(asked: PageRequest, answer: Coverage) -> Mapping[str, Any]:
    """What says its facts and what it lacks."""
    return {"line_words": line_words, "value_words": value_words, "lacking_words": lacking_words}


def _source(asked: PageRequest, answer: SourceCoverage) -> Mapping[str, Any]:
    """Every statement that the source makes."""
    said = run(asked.majlis.graph, "said_by_source", {"source": answer.source.id})
    names = [column.name for column in said.columns]
    return {
        "title": heading(answer.source.title),
        "choices": [(name, asked.url("sources", answer.source.id, by=name)) for name in tables(answer)],
        "said": [_statement_words(asked, dict(zip(names, row, strict=True))) for row in said.rows],
    }


def _statement_words(asked: PageRequest, row: Mapping[str, Any]) -> dict[str, Any]:
    """A statement in words, with a link to all that is said of the same fact, at the election that it speaks of."""
    election = {"election": row["election"]} if row["election"] else {}
    whole = row["object_text"] or asked.say("election.whole")
    ends = (
        (row["subject"], asked.name(row["subject"]) if row["subject"] else row["subject_text"]),
        (row["object"], asked.name(row["object"]) if row["object"] else whole),
    )
    return dict(row) | {
        "words": asked.linked(row["predicate"], row["of"], *ends),
        "why": asked.address("why", row["subject"], row["object"], **election) if row["subject"] else None,
    }


def all_cited(sources: Sequence[SourceLine]) -> Cited:
    """All sources of an answer, numbered."""
    return Cited.of(sources, [(source.id, "") for source in sources])


USUAL = Layout("answer.html")
# The layout of each kind of answer that has one of its own.
LAYOUTS: Mapping[type, Layout] = {
    Where: Layout("where.html", _where, tells=lambda answer: not answer.listless, notes=unsaid_beside),
    Who: Layout("who.html", _who),
    Why: Layout("why.html", _why, beside=_why_beside),
    Coverage: Layout("coverage.html", _coverage, keeps=lambda row: getattr(row, "status", VOTED) != NO_VOTE),
    SourceCoverage: Layout("source.html", _source),
}
