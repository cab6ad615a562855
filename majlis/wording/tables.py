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


class _Columns:
    """Columns in a language: their headings are keys of `column.*`."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._say = language.say

    def of(self, *names: str, of: str = "", **headings: str) -> list[Column]:
        """Attributes of the row, or of its attribute `of`; those are shown that have a heading."""
        return [self.one(name, headings.get(name), attrgetter(f"{of}.{name}" if of else name)) for name in names]

    def one(
        self,
        name: str,
        heading: str | None,
        cell: Callable[[Any], object],
        words: Callable[[Any], str] | None = None,
    ) -> Column:
        """One column; a heading of no words is shown too."""
        return Column(name, self._say(f"column.{heading}") if heading else heading, cell, words)

    def keyed(self, name: str, heading: str, cell: Callable[[Any], object], prefix: str) -> Column:
        """A column of values that are keys of words behind a prefix."""
        return self.one(name, heading, cell, lambda row: self._say(f"{prefix}.{cell(row)}"))

    def named(self) -> Column:
        """The name of a row that has an id."""
        return self.one("name", "", attrgetter("name"), lambda row: self._language.name(row.id, row.name))

    def kind(self) -> Column:
        """What the facts of a row's predicate tell of."""
        return self.one("kind", "", lambda row: self._say(f"about.{row.predicate}"))

    def tallied(self) -> list[Column]:
        """How many facts there are, and how well they are known."""
        names = ("facts", "single_sourced", "disputed")
        return self.of(*names, of="tally", **dict(zip(names, names, strict=True)))

    def facts(self, names: Mapping[str, str]) -> list[Column]:
        """A fact in words, its value, and how well it is known."""

        def value(fact: FactLine) -> str | None:
            return value_words(fact.value, fact.values, fact.disputed, self._language) or None

        return [
            self.one("what", "", lambda fact: line_words(fact, names, self._language)),
            self.one("value", "value", value),
            *self.of("fact", "predicate", "subject", "object", "of"),
            self.keyed("standing", "standing", attrgetter("standing"), "standing"),
            *self.of("sources", sources="sources"),
            *self.of("counts", "disputed", "reason"),
        ]


def line_words(fact: FactLine, names: Mapping[str, str], language: Language = ENGLISH) -> str:
    """A fact in words, without its value."""
    subject, object = (language.name(id, names.get(id, id)) if id else "" for id in (fact.subject, fact.object))
    return fact_words(fact.predicate, subject, object, fact.of, language)


def by_province(answer: Coverage, language: Language = ENGLISH) -> Table:
    """Seats, sources and facts of each province; in words those that voted."""
    make = _Columns(language)
    columns = [
        *make.of("id"),
        make.named(),
        *make.of("status", "council_size", council_size="size"),
        make.keyed("size_standing", "size_is", attrgetter("size_standing"), "standing"),
        *make.of("accounted", "missing", "sources", accounted="accounted", missing="missing", sources="sources"),
        *make.tallied(),
    ]
    return Table(columns, answer.provinces, language.say("status.unknown"))


def by_kind(answer: Coverage, language: Language = ENGLISH) -> Table:
    """Each kind of fact: how many there are, on how many sources, in how many provinces."""
    make = _Columns(language)
    last = make.of("provinces", provinces="provinces")
    return Table([*make.of("predicate", predicate=""), make.kind(), *make.tallied(), *last], answer.kinds)


def by_matrix(answer: Coverage, language: Language = ENGLISH) -> Table:
    """Provinces by kinds of fact; in words without the kinds of which there is no fact."""
    known = {kind.predicate for kind in answer.kinds if kind.provinces}

    def column(kind: str) -> Column:
        def cell(place: PlaceCoverage) -> int | None:
            return tally.facts if (tally := place.kinds[kind]) else None

        return Column(kind, language.say(f"about.{kind}") if kind in known else None, cell)

    make = _Columns(language)
    return Table([*make.of("id"), make.named(), *map(column, OF_PROVINCES)], answer.provinces)


def by_source(answer: Coverage, language: Language = ENGLISH) -> Table:
    """What each source contributes, alone and with others."""
    make = _Columns(language)

    def address(share: Any) -> str:
        return language.say("address.recorded" if share.source.url else "address.lacking")

    columns = [
        make.one("source", "", attrgetter("source.id")),
        *make.of("title", "publisher", "published", of="source"),
        make.keyed("kind", "kind", attrgetter("source.kind"), "source"),
        *make.of("url", of="source"),
        *make.of("statements", "facts", "alone", statements="statements", facts="facts", alone="alone"),
        make.one("address", "address", address),
    ]
    return Table(columns, answer.sources)


def by_fact(answer: Coverage, language: Language = ENGLISH) -> Table:
    """Every fact and how well it is known."""
    return Table(_Columns(language).facts(answer.names), answer.facts)


def source_by_province(answer: SourceCoverage, language: Language = ENGLISH) -> Table:
    """The seats of each council, as this source states them and as all account for them."""
    make = _Columns(language)
    columns = [
        *make.of("id"),
        make.named(),
        *make.of("stated", "accounted", "council_size", stated="here", accounted="everywhere", council_size="size"),
        make.one("lists_lacking", "lists_lacking", lambda council: len(council.lacks)),
        make.one("lists_differing", "lists_differing", lambda council: len(council.differs)),
    ]
    return Table(columns, answer.councils, language.say("status.unknown"))


def source_by_kind(answer: SourceCoverage, language: Language = ENGLISH) -> Table:
    """Each kind of fact: how many there are, and of how many this source speaks."""
    make = _Columns(language)
    counts = make.of("has", "facts", "alone", has="here", facts="everywhere", alone="here_alone")
    return Table([*make.of("predicate", predicate=""), make.kind(), *counts], answer.kinds)


def source_by_fact(answer: SourceCoverage, language: Language = ENGLISH) -> Table:
    """Every fact, and whether this source speaks of it."""
    make = _Columns(language)
    has = make.one("has", "here", lambda fact: language.say("yes" if fact.fact in answer.has else "no"))
    return Table([*make.facts(answer.names), has], answer.facts)


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
