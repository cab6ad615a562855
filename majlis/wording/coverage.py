"""What is known of an election, and what one source has of it: in a sentence or two, and as tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from graph.errors import UsageError
from queries.checking.coverage import Coverage, NotCovered, ProvinceCoverage
from queries.checking.facts import OF_PROVINCES, FactLine
from queries.checking.source_coverage import SourceCouncil, SourceCoverage
from queries.plain import Note
from queries.view.evidence import SourceLine

from .accounted import coverage_sentence
from .forms import ENGLISH, Language
from .notes import note_text
from .tables import Column, Link, Table, fields, headed, named
from .why import fact_words, value_words


def lacking_words(item: NotCovered, language: Language = ENGLISH) -> str:
    """What the data say nothing of."""
    return note_text(item.what, language) if isinstance(item.what, Note) else language.isolate(item.what)


def source_sentence(answer: SourceCoverage, language: Language = ENGLISH) -> str:
    """What one source states of the seats, what it lacks, and how many statements it makes."""
    said = language.say("coverage.source_none")
    if answer.stated is not None:
        said = language.seats(answer.stated, answer.stated, answer.council_size)
        if answer.accounted is not None:
            said += language.say("coverage.source_all", accounted=answer.accounted)
        short = [
            f"{language.name(council.id, council.name)} {lack}"
            for council in answer.councils
            if council.council_size is not None and (lack := council.council_size - (council.stated or 0)) > 0
        ]
        if short:
            said += language.say("coverage.source_lacks", lists=language.listed(short))
    return language.say(
        "coverage.source",
        source=language.cite(answer.source).words,
        seats=said,
        statements=language.counted("statement", answer.statements),
        election=language.name(answer.election.id, answer.election.name),
    )


def sentence(answer: Coverage | SourceCoverage, language: Language = ENGLISH) -> str:
    """The answer on all sources or on one."""
    if isinstance(answer, Coverage):
        return coverage_sentence(answer, language)
    return source_sentence(answer, language)


def cited(answer: Coverage | SourceCoverage) -> Sequence[SourceLine]:
    """The source that the sentence is about; none where it counts them all."""
    return () if isinstance(answer, Coverage) else (answer.source,)


# --- Tables -------------------------------------------------------------------------------------------


def tables(answer: Coverage | SourceCoverage) -> Mapping[str, Callable[[Any, Language], Table]]:
    """The tables that the answer has, by name."""
    return _TABLES if isinstance(answer, Coverage) else _OF_SOURCE


def table(answer: Coverage | SourceCoverage, language: Language = ENGLISH, by: str = "province") -> Table:
    """The table of this name. Raises UsageError for one that does not tell of one source."""
    known = tables(answer)
    if by not in known:
        raise UsageError(f"--by {by} does not tell of one source. Use one of: {', '.join(known)}.")
    return known[by](answer, language)


_TALLIED = ("facts:facts", "single_sourced:single_sourced", "disputed:disputed")


def _kinds(language: Language) -> list[Column]:
    """A predicate, and what its facts tell of."""
    kind = Column("kind", "", lambda row: language.say(f"about.{row.predicate}"))
    return [*fields(language, "predicate:"), kind]


def _facts(language: Language, names: Mapping[str, str]) -> list[Column]:
    """A fact in words, its value, and how well it is known."""

    def value(fact: FactLine) -> str | None:
        return value_words(fact.value, fact.values, fact.disputed, language) or None

    return [
        Column("what", "", lambda fact: line_words(fact, names, language)),
        Column("value", language.say("column.value"), value),
        *fields(language, "fact", "predicate", "subject", "object", "of", "standing:standing:standing"),
        *fields(language, "sources:sources", "counts", "disputed", "reason"),
    ]


def line_words(fact: FactLine, names: Mapping[str, str], language: Language = ENGLISH) -> str:
    """A fact in words, without its value."""
    subject, object = (language.name(id, names.get(id, id)) if id else "" for id in (fact.subject, fact.object))
    words = object or language.isolate(fact.object_text or "")
    return fact_words(fact.predicate, subject, words, fact.of, language)


def _by_province(answer: Coverage, language: Language) -> Table:
    """Seats, sources and facts of each province; in words those that voted."""

    def missing(place: ProvinceCoverage) -> str:
        number = place.missing or 0
        return str(number) if number >= 0 else language.say("coverage.too_many", n=-number)

    seats = fields(language, "status", "council_size:size", "size_standing:size_is:standing", "accounted:accounted")
    lacking = Column("missing", language.say("column.missing"), attrgetter("missing"), missing)
    more = [lacking, *fields(language, "sources:sources"), *fields(language, *_TALLIED, of="tally")]
    return Table([*named(language), *seats, *more], answer.provinces, language.say("status.unknown"), _council)


def _by_kind(answer: Coverage, language: Language) -> Table:
    """Each kind of fact: how many there are, on how many sources, in how many provinces."""
    counts = [*fields(language, *_TALLIED, of="tally"), *fields(language, "provinces:provinces")]
    return Table([*_kinds(language), *counts], answer.kinds)


def _by_matrix(answer: Coverage, language: Language) -> Table:
    """Provinces by kinds of fact; in words without the kinds of which there is no fact."""
    known = {kind.predicate for kind in answer.kinds if kind.provinces}

    def column(kind: str) -> Column:
        def cell(place: ProvinceCoverage) -> int | None:
            return tally.facts if (tally := place.kinds[kind]) else None

        return Column(kind, headed(language.say(f"about.{kind}")) if kind in known else None, cell)

    return Table([*named(language), *map(column, OF_PROVINCES)], answer.provinces, link=_council)


def _by_source(answer: Coverage, language: Language) -> Table:
    """What each source contributes, alone and with others."""

    def address(share: Any) -> str:
        return language.say("address.recorded" if share.source.url else "address.lacking")

    columns = [
        Column("source", "", attrgetter("source.id")),
        *fields(language, "title", "publisher", "published", "kind:kind:source", "url", of="source"),
        *fields(language, "statements:statements", "facts:facts", "alone:alone"),
        Column("address", language.say("column.address"), address),
    ]
    return Table(columns, answer.sources, link=lambda share: ("sources", share.source.id))


def _by_fact(answer: Coverage, language: Language) -> Table:
    """Every fact and how well it is known."""
    return Table(_facts(language, answer.names), answer.facts, link=_statements)


def _source_by_province(answer: SourceCoverage, language: Language) -> Table:
    """The seats of each council, as this source states them and as all account for them."""
    columns = [
        *named(language),
        *fields(language, "stated:here", "accounted:everywhere", "council_size:size"),
        Column("lists_lacking", language.say("column.lists_lacking"), lambda council: len(council.lacks)),
        Column("lists_differing", language.say("column.lists_differing"), lambda council: len(council.differs)),
    ]
    return Table(columns, answer.councils, language.say("status.unknown"), _council)


def _source_by_kind(answer: SourceCoverage, language: Language) -> Table:
    """Each kind of fact: how many there are, and of how many this source speaks."""
    return Table(
        [*_kinds(language), *fields(language, "has:here", "facts:everywhere", "alone:here_alone")], answer.kinds
    )


def _source_by_fact(answer: SourceCoverage, language: Language) -> Table:
    """Every fact, and whether this source speaks of it."""

    def has(fact: FactLine) -> str:
        return language.say("yes" if fact.fact in answer.has else "no")

    columns = [*_facts(language, answer.names), Column("has", language.say("column.here"), has)]
    return Table(columns, answer.facts, link=_statements)


def _council(row: ProvinceCoverage | SourceCouncil) -> Link:
    return "who", row.id


def _statements(fact: FactLine) -> Link:
    return "why", fact.subject, fact.object


_TABLES = {"province": _by_province, "kind": _by_kind, "matrix": _by_matrix, "source": _by_source, "fact": _by_fact}
_OF_SOURCE = {"province": _source_by_province, "kind": _source_by_kind, "fact": _source_by_fact}
