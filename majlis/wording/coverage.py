"""What is known of an election, and what one source has of it, in a sentence or two."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graph.errors import UsageError
from queries.coverage import Coverage, PlaceCoverage, SourceCoverage, SourceShare
from queries.facts import OF_PROVINCES, FactLine, kind_of
from queries.view import SourceLine

from .forms import ENGLISH, Language, percent
from .tables import Column, Link, Table, fields
from .why import fact_words, value_words


def coverage_sentence(answer: Coverage, language: Language = ENGLISH) -> str:
    """How many seats are accounted for, how well the facts are sourced, and how many are disputed."""
    election = answer.election
    said = accounted_words(answer.accounted, answer.council_size, len(answer.councils), language)
    short = [f"{language.name(place.id, place.name)} {place.missing}" for place in answer.councils if place.missing]
    one, facts, disputed = answer.tally.single_sourced, answer.tally.facts, answer.tally.disputed
    return language.say(
        "coverage.all",
        election=language.name(election.id, election.name),
        when=language.day(election.date),
        seats=said + (language.say("coverage.missing", lists=language.listed(short)) if short else ""),
        single=language.say("coverage.single", one=one, facts=facts, share=percent(one, facts))
        if facts
        else language.say("coverage.no_facts"),
        disputed=language.counted("disputed", disputed),
    )


def accounted_words(seats: int | None, size: int | None, councils: int, language: Language = ENGLISH) -> str:
    """How many seats of how many councils are accounted for."""
    within = language.counted("council", councils)
    if seats is None:
        return language.say("coverage.none", councils=within)
    key = "coverage.seats" if size else "coverage.unsized"
    return language.say(key, seats=language.of(seats, seats, size), councils=within)


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
    return coverage_sentence(answer, language) if isinstance(answer, Coverage) else source_sentence(answer, language)


def cited(answer: Coverage | SourceCoverage) -> Sequence[SourceLine]:
    """The source that the sentence is about; none where it counts them all."""
    return () if isinstance(answer, Coverage) else (answer.source,)


def phrase(fact: FactLine, names: Mapping[str, str], language: Language = ENGLISH) -> str:
    """A fact in words, without its value."""
    subject, object = (language.name(id, names.get(id, id)) if id else "" for id in (fact.subject, fact.object))
    return fact_words(fact.predicate, subject, object, fact.of, language)


# --- Tables -------------------------------------------------------------------------------------------


def table(answer: Coverage | SourceCoverage, language: Language = ENGLISH, by: str = "province") -> Table:
    """The table of this name. Raises UsageError for one that does not tell of one source."""
    tables = _tables(answer)
    if by not in tables:
        raise UsageError(f"--by {by} does not tell of one source. Use one of: {', '.join(tables)}.")
    return tables[by](answer, language)


def table_names(answer: Coverage | SourceCoverage) -> Sequence[str]:
    """The names of the tables that the answer has."""
    return tuple(_tables(answer))


def _tables(answer: Coverage | SourceCoverage) -> Mapping[str, Callable[[Any, Language], Table]]:
    return _TABLES if isinstance(answer, Coverage) else _OF_SOURCE


def _by_province(answer: Coverage, language: Language) -> Table:
    """Seats, sources and facts of each province; readers see those that voted."""
    columns = [
        *_named(language),
        *fields(language, "status"),
        *fields(language, "council_size", "size_standing", council_size="size", size_standing="size_is"),
        *fields(
            *(language, "accounted", "missing", "sources"),
            accounted="accounted",
            missing="missing",
            sources="sources",
        ),
        *_tallied(language),
    ]
    return Table(columns, answer.provinces, link=_to_council)


def _by_kind(answer: Coverage, language: Language) -> Table:
    """Each kind of fact: how many there are, on how many sources, in how many provinces."""
    columns = [
        *fields(language, "predicate", predicate=""),
        Column("kind", "", lambda kind: kind_of(kind.predicate)),
        *_tallied(language),
        *fields(language, "provinces", provinces="provinces"),
    ]
    return Table(columns, answer.kinds, blank="-")


def _by_matrix(answer: Coverage, language: Language) -> Table:
    """Provinces by kinds of fact; readers see no kind of which there is no fact."""
    known = {kind.predicate for kind in answer.kinds if kind.provinces}

    def cell(kind: str) -> Callable[[PlaceCoverage], object]:
        return lambda place: tally.facts if (tally := place.kinds[kind]) else None

    columns = [
        *_named(language),
        *(Column(kind, kind_of(kind) if kind in known else None, cell(kind)) for kind in OF_PROVINCES),
    ]
    return Table(columns, answer.provinces, blank="-", link=_to_council)


def _by_source(answer: Coverage, language: Language) -> Table:
    """What each source contributes, alone and with others."""

    def address(share: SourceShare) -> str:
        return language.say("address.recorded" if share.source.url else "address.missing")

    columns = [
        Column("source", "", lambda share: share.source.id),
        *fields(language, "title", "publisher", "published", "kind", "url", of="source", kind="kind"),
        *fields(language, "statements", "facts", "alone", statements="statements", facts="facts", alone="alone"),
        Column("address", language.say("heading.address"), address),
    ]
    return Table(columns, answer.sources, link=lambda share: ("sources", share.source.id))


def _by_fact(answer: Coverage, language: Language) -> Table:
    """Every fact and how well it is known."""
    return Table(_of_facts(answer.names, language), answer.facts, blank="-", link=why)


def _source_by_province(answer: SourceCoverage, language: Language) -> Table:
    """The seats of each council, as this source states them and as all account for them."""
    columns = [
        *_named(language),
        *fields(
            *(language, "stated", "accounted", "council_size"),
            stated="here",
            accounted="all_sources",
            council_size="size",
        ),
        Column("lists_lacking", language.say("heading.lacks"), lambda council: len(council.lacks)),
        Column("lists_differing", language.say("heading.differs"), lambda council: len(council.differs)),
    ]
    return Table(columns, answer.councils, link=_to_council)


def _source_by_kind(answer: SourceCoverage, language: Language) -> Table:
    """Each kind of fact: how many there are, and of how many this source speaks."""
    columns = [
        *fields(language, "predicate", predicate=""),
        Column("kind", "", lambda kind: kind_of(kind.predicate)),
        *fields(language, "has", "facts", "alone", has="here", facts="all_sources", alone="here_alone"),
    ]
    return Table(columns, answer.kinds)


def _source_by_fact(answer: SourceCoverage, language: Language) -> Table:
    """Every fact, and whether this source speaks of it."""

    def has(fact: FactLine) -> str:
        return language.say("yes" if fact.fact in answer.has else "no")

    here = Column("has", language.say("heading.here"), has)
    return Table([*_of_facts(answer.names, language), here], answer.facts, blank="-", link=why)


def _named(language: Language) -> list[Column]:
    return [
        *fields(language, "id"),
        Column("name", "", lambda row: row.name, lambda row: language.names(row.id, row.name)),
    ]


def _tallied(language: Language) -> list[Column]:
    return fields(
        *(language, "facts", "single_sourced", "disputed"),
        of="tally",
        facts="facts",
        single_sourced="one_source",
        disputed="disputed",
    )


def _of_facts(names: Mapping[str, str], language: Language) -> list[Column]:
    def value(fact: FactLine) -> str | None:
        return value_words(fact.value, fact.values, fact.disputed, language) or None

    return [
        Column("what", "", lambda fact: phrase(fact, names, language)),
        Column("value", language.say("heading.value"), value),
        *fields(language, "fact", "predicate", "subject", "object", "of"),
        *fields(language, "standing", "sources", standing="standing", sources="sources"),
        *fields(language, "counts", "disputed", "reason"),
    ]


def _to_council(row: Any) -> Link:
    return "who", row.id


def why(fact: FactLine) -> Link:
    """The page of the statements behind a fact."""
    return "why", fact.subject, fact.object


_TABLES = {
    "province": _by_province,
    "kind": _by_kind,
    "matrix": _by_matrix,
    "source": _by_source,
    "fact": _by_fact,
}
_OF_SOURCE = {"province": _source_by_province, "kind": _source_by_kind, "fact": _source_by_fact}
