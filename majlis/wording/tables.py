"""The tables of coverage: their columns and cells, for CSV and, in words, for the terminal and the web."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from queries.coverage import Coverage, PlaceCoverage, SourceCoverage
from queries.facts import OF_PROVINCES, FactLine

from .forms import ENGLISH, Language
from .why import fact_words, value_words


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in CSV, its heading in words (None: in CSV alone), its cell of a row, and that in words."""

    name: str
    heading: str | None
    cell: Callable[[Any], object]
    words: Callable[[Any], str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind with their columns; `blank` stands in words for what is not known."""

    columns: Sequence[Column]
    rows: Sequence[Any]
    blank: str = "-"

    @property
    def shown(self) -> list[Column]:
        """The columns that are shown in words."""
        return [column for column in self.columns if column.heading is not None]

    def values(self) -> list[Sequence[object]]:
        """The cells of all rows, as they are."""
        return [[column.cell(row) for column in self.columns] for row in self.rows]

    def text(self, column: Column, row: object) -> str:
        """A cell in words."""
        value = column.cell(row)
        return self.blank if value is None else column.words(row) if column.words else str(value)


def _fields(language: Language, *columns: str, of: str = "") -> list[Column]:
    """Columns of attributes of the row, or of its attribute `of`: "name", "name:heading" or "name:heading:words".

    A heading is a key of `column.*`, or empty; values with words are keys of them, behind what is given here.
    """

    def column(name: str, heading: str | None = None, prefix: str = "") -> Column:
        cell = attrgetter(f"{of}.{name}" if of else name)

        def words(row: object) -> str:
            return language.say(f"{prefix}.{cell(row)}")

        return Column(name, heading and language.say(f"column.{heading}"), cell, words if prefix else None)

    return [column(*text.split(":")) for text in columns]


_TALLIED = ("facts:facts", "single_sourced:single_sourced", "disputed:disputed")


def _named(language: Language) -> list[Column]:
    """The id of a row, and its name."""
    name = Column("name", "", attrgetter("name"), lambda row: language.name(row.id, row.name))
    return [*_fields(language, "id"), name]


def _kinds(language: Language) -> list[Column]:
    """A predicate, and what its facts tell of."""
    kind = Column("kind", "", lambda row: language.say(f"about.{row.predicate}"))
    return [*_fields(language, "predicate:"), kind]


def _facts(language: Language, names: Mapping[str, str]) -> list[Column]:
    """A fact in words, its value, and how well it is known."""

    def value(fact: FactLine) -> str | None:
        return value_words(fact.value, fact.values, fact.disputed, language) or None

    return [
        Column("what", "", lambda fact: line_words(fact, names, language)),
        Column("value", language.say("column.value"), value),
        *_fields(language, "fact", "predicate", "subject", "object", "of", "standing:standing:standing"),
        *_fields(language, "sources:sources", "counts", "disputed", "reason"),
    ]


def line_words(fact: FactLine, names: Mapping[str, str], language: Language = ENGLISH) -> str:
    """A fact in words, without its value."""
    subject, object = (language.name(id, names.get(id, id)) if id else "" for id in (fact.subject, fact.object))
    return fact_words(fact.predicate, subject, object, fact.of, language)


def by_province(answer: Coverage, language: Language = ENGLISH) -> Table:
    """Seats, sources and facts of each province; in words those that voted."""
    seats = _fields(language, "status", "council_size:size", "size_standing:size_is:standing", "accounted:accounted")
    more = [*_fields(language, "missing:missing", "sources:sources"), *_fields(language, *_TALLIED, of="tally")]
    return Table([*_named(language), *seats, *more], answer.provinces, language.say("status.unknown"))


def by_kind(answer: Coverage, language: Language = ENGLISH) -> Table:
    """Each kind of fact: how many there are, on how many sources, in how many provinces."""
    counts = [*_fields(language, *_TALLIED, of="tally"), *_fields(language, "provinces:provinces")]
    return Table([*_kinds(language), *counts], answer.kinds)


def by_matrix(answer: Coverage, language: Language = ENGLISH) -> Table:
    """Provinces by kinds of fact; in words without the kinds of which there is no fact."""
    known = {kind.predicate for kind in answer.kinds if kind.provinces}

    def column(kind: str) -> Column:
        def cell(place: PlaceCoverage) -> int | None:
            return tally.facts if (tally := place.kinds[kind]) else None

        return Column(kind, language.say(f"about.{kind}") if kind in known else None, cell)

    return Table([*_named(language), *map(column, OF_PROVINCES)], answer.provinces)


def by_source(answer: Coverage, language: Language = ENGLISH) -> Table:
    """What each source contributes, alone and with others."""

    def address(share: Any) -> str:
        return language.say("address.recorded" if share.source.url else "address.lacking")

    columns = [
        Column("source", "", attrgetter("source.id")),
        *_fields(language, "title", "publisher", "published", "kind:kind:source", "url", of="source"),
        *_fields(language, "statements:statements", "facts:facts", "alone:alone"),
        Column("address", language.say("column.address"), address),
    ]
    return Table(columns, answer.sources)


def by_fact(answer: Coverage, language: Language = ENGLISH) -> Table:
    """Every fact and how well it is known."""
    return Table(_facts(language, answer.names), answer.facts)


def source_by_province(answer: SourceCoverage, language: Language = ENGLISH) -> Table:
    """The seats of each council, as this source states them and as all account for them."""
    columns = [
        *_named(language),
        *_fields(language, "stated:here", "accounted:everywhere", "council_size:size"),
        Column("lists_lacking", language.say("column.lists_lacking"), lambda council: len(council.lacks)),
        Column("lists_differing", language.say("column.lists_differing"), lambda council: len(council.differs)),
    ]
    return Table(columns, answer.councils, language.say("status.unknown"))


def source_by_kind(answer: SourceCoverage, language: Language = ENGLISH) -> Table:
    """Each kind of fact: how many there are, and of how many this source speaks."""
    return Table(
        [*_kinds(language), *_fields(language, "has:here", "facts:everywhere", "alone:here_alone")], answer.kinds
    )


def source_by_fact(answer: SourceCoverage, language: Language = ENGLISH) -> Table:
    """Every fact, and whether this source speaks of it."""

    def has(fact: FactLine) -> str:
        return language.say("yes" if fact.fact in answer.has else "no")

    return Table([*_facts(language, answer.names), Column("has", language.say("column.here"), has)], answer.facts)


TABLES: Mapping[str, Callable[[Coverage, Language], Table]] = {
    "province": by_province,
    "kind": by_kind,
    "matrix": by_matrix,
    "source": by_source,
    "fact": by_fact,
}
SOURCE_TABLES: Mapping[str, Callable[[SourceCoverage, Language], Table]] = {
    "province": source_by_province,
    "kind": source_by_kind,
    "fact": source_by_fact,
}
