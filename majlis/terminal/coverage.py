"""What is known and what is not, as text and as tables: one table for the terminal and for CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from queries.coverage import Coverage, PlaceCoverage, SourceCouncil, SourceCoverage
from queries.facts import OF_PROVINCES, FactLine, kind_of
from queries.plain import Note
from queries.who import NO_VOTE, VOTED

from ..wording.coverage import coverage_sentence, source_sentence
from ..wording.forms import isolate, value_text
from ..wording.notes import note_text
from ..wording.why import fact_words, value_words
from .text import marks, source_lines, table, wrap

_MOST = 10  # lines of one kind that a terminal shows


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name in CSV, its heading in a terminal (None: not shown there), and its cells."""

    name: str
    heading: str | None
    cell: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one kind with their columns; `blank` stands for what is not known in a terminal."""

    columns: Sequence[Column]
    rows: Sequence[Any]
    blank: str = "unknown"

    def values(self) -> list[Sequence[object]]:
        """The cells of all rows, as they are."""
        return [[column.cell(row) for column in self.columns] for row in self.rows]

    def lines(self, last: Sequence[object] = ()) -> list[str]:
        """The table for a terminal; `last` is one more row, of its shown columns."""
        shown = [column for column in self.columns if column.heading is not None]
        cells = [[column.cell(row) for column in shown] for row in self.rows]
        cells += [list(last)] if last else []
        numbers = frozenset(
            place
            for place in range(len(shown))
            if any(isinstance(row[place], int) for row in cells)
            and all(row[place] in (None, "") or isinstance(row[place], int) for row in cells)
        )
        head = [column.heading or "" for column in shown]
        return table([head, *([self._text(value) for value in row] for row in cells)], right=numbers)

    def _text(self, value: object) -> str:
        return self.blank if value is None else isolate(str(value))


def _fields(*names: str, of: str = "", **headings: str) -> list[Column]:
    """Columns of attributes of the row, or of its attribute `of`; a terminal shows those that have a heading."""
    return [Column(name, headings.get(name), attrgetter(f"{of}.{name}" if of else name)) for name in names]


# --- The tables of a whole election and of one source -------------------------------------------------------


def by_province(answer: Coverage) -> Table:
    """Seats, sources and facts of each province; in a terminal those that voted."""
    columns = [
        *_fields("id", "name", "status", name=""),
        *_fields("council_size", "size_standing", council_size="size", size_standing="size is"),
        *_fields("accounted", "missing", "sources", accounted="accounted", missing="missing", sources="sources"),
        *_TALLIED,
    ]
    return Table(columns, answer.provinces)


_TALLIED = _fields(
    *("facts", "single_sourced", "disputed"),
    of="tally",
    facts="facts",
    single_sourced="one source",
    disputed="disputed",
)


def by_kind(answer: Coverage) -> Table:
    """Each kind of fact: how many there are, on how many sources, in how many provinces."""
    columns = [
        *_fields("predicate", predicate=""),
        Column("kind", "", lambda kind: note_text(kind.kind)),
        *_TALLIED,
        *_fields("provinces", provinces="provinces"),
    ]
    return Table(columns, answer.kinds, blank="-")


def by_matrix(answer: Coverage) -> Table:
    """Provinces by kinds of fact; in a terminal without the kinds of which there is no fact."""
    known = {kind.predicate for kind in answer.kinds if kind.provinces}

    def cell(kind: str) -> Callable[[PlaceCoverage], object]:
        return lambda place: tally.facts if (tally := place.kinds[kind]) else None

    columns = [
        *_fields("id", "name", name=""),
        *(Column(kind, note_text(kind_of(kind)) if kind in known else None, cell(kind)) for kind in OF_PROVINCES),
    ]
    return Table(columns, answer.provinces, blank="-")


def by_source(answer: Coverage) -> Table:
    """What each source contributes, alone and with others."""
    columns = [
        Column("source", "", attrgetter("source.id")),
        *_fields("title", "publisher", "published", "kind", "url", of="source", kind="kind"),
        *_fields("statements", "facts", "alone", statements="statements", facts="facts", alone="alone"),
        Column("address", "address", lambda share: "recorded" if share.source.url else "not recorded"),
    ]
    return Table(columns, answer.sources)


def by_fact(answer: Coverage) -> Table:
    """Every fact and how well it is known."""
    return Table(_of_facts(answer.names), answer.facts, blank="-")


def source_by_province(answer: SourceCoverage) -> Table:
    """The seats of each council, as this source states them and as all account for them."""
    columns = [
        *_fields("id", "name", name=""),
        *_fields("stated", "accounted", "council_size", stated="here", accounted="all sources", council_size="size"),
        Column("lists_lacking", "lists it lacks", lambda council: len(council.lacks)),
        Column("lists_differing", "lists that differ", lambda council: len(council.differs)),
    ]
    return Table(columns, answer.councils)


def source_by_kind(answer: SourceCoverage) -> Table:
    """Each kind of fact: how many there are, and of how many this source speaks."""
    columns = [
        *_fields("predicate", predicate=""),
        Column("kind", "", lambda kind: note_text(kind.kind)),
        *_fields("has", "facts", "alone", has="here", facts="all sources", alone="here alone"),
    ]
    return Table(columns, answer.kinds)


def source_by_fact(answer: SourceCoverage) -> Table:
    """Every fact, and whether this source speaks of it."""
    here = Column("has", "here", lambda fact: "yes" if fact.fact in answer.has else "no")
    return Table([*_of_facts(answer.names), here], answer.facts, blank="-")


def _of_facts(names: Mapping[str, str]) -> list[Column]:
    return [
        Column("what", "", lambda fact: phrase(fact, names)),
        Column("value", "value", lambda fact: value_words(fact.value, fact.values, fact.disputed) or None),
        *_fields("fact", "predicate", "subject", "object", "of"),
        *_fields("standing", "sources", standing="standing", sources="sources"),
        *_fields("counts", "disputed", "reason"),
    ]


TABLES: Mapping[str, Callable[[Coverage], Table]] = {
    "province": by_province,
    "kind": by_kind,
    "matrix": by_matrix,
    "source": by_source,
    "fact": by_fact,
}
SOURCE_TABLES: Mapping[str, Callable[[SourceCoverage], Table]] = {
    "province": source_by_province,
    "kind": source_by_kind,
    "fact": source_by_fact,
}


# --- A whole election ---------------------------------------------------------------------------------------


def phrase(fact: FactLine, names: Mapping[str, str]) -> str:
    """A fact in words, without its value."""
    subject, object = (isolate(names.get(id, id)) if id else "" for id in (fact.subject, fact.object))
    return fact_words(fact.predicate, subject, object, fact.of)


def coverage_text(answer: Coverage, by: str) -> str:
    """The whole answer for a terminal: the sentence, the table asked for, what is not known, the sources."""
    differing = (*answer.disputed[:_MOST], *answer.contradicted[:_MOST])
    cited = {side.source for fact in differing for side in fact.sides}
    sources = [share.source for share in answer.sources if share.source.id in cited]
    numbers = {source.id: number for number, source in enumerate(sources, 1)}
    lines = [wrap(coverage_sentence(answer)), *_table_lines(answer, by)]
    no_vote = [isolate(place.name) for place in answer.provinces if place.status == NO_VOTE]
    if no_vote:
        lines.append(wrap(f"No vote: {', '.join(no_vote)}", "  "))
    silent = [isolate(place.name) for place in answer.provinces if place.status not in (NO_VOTE, VOTED)]
    if silent:
        lines.append(wrap(f"Nothing is known of: {', '.join(silent)}", "  "))
    lines += _differing("Disputed", answer.disputed, answer.names, numbers)
    lines += _differing("Decided against a source", answer.contradicted, answer.names, numbers)
    gaps = [f"{isolate(gap.text)} ({gap.source}, {isolate(gap.locator)}): {gap.reason}" for gap in answer.unresolved]
    lines += _listed("Names that nobody registered", gaps)
    gaps = [f"{isolate(gap.text)} ({gap.source}, {isolate(gap.locator)}): {gap.reason}" for gap in answer.unreadable]
    lines += _listed("Lines that could not be read", gaps)
    lines.append("Not covered at all:")
    unsaid = [item.what for item in answer.not_covered]
    kinds = [note_text(what) for what in unsaid if isinstance(what, Note)]
    if kinds:
        lines.append(wrap(f"  No fact about this election tells of: {', '.join(kinds)}.", "    "))
    lines += [wrap(f"  {isolate(what)}", "    ") for what in unsaid if isinstance(what, str)]
    spread = [f"{sources}: {facts}" for sources, facts in answer.tally.by_sources.items()]
    if spread:
        lines.append(wrap(f"Facts by the number of independent sources: {', '.join(spread)}", "  "))
    count, bare = len(answer.sources), len(answer.without_address)
    lines.append(wrap(f"Sources: {count}; the address of {bare} is not recorded: majlis coverage --by source", "  "))
    lines += [wrap(note_text(note), "  ") for note in answer.notes]
    return "\n".join([*lines, *source_lines(sources)])


def _table_lines(answer: Coverage, by: str) -> list[str]:
    found = TABLES[by](answer)
    if by != "province":
        return found.lines()
    total = answer.tally
    sums = (answer.accounted, total_missing(answer), "", total.facts, total.single_sourced, total.disputed)
    voted = Table(found.columns, [place for place in answer.provinces if place.status == VOTED])
    return [
        *voted.lines(("in sum", answer.council_size, "", *sums)),
        wrap("one source: facts that rest on one independent source. In sum: also what is of no province.", "  "),
    ]


def total_missing(answer: Coverage) -> int | None:
    """The seats of all councils that are not accounted for; None where a size is not known."""
    return None if answer.council_size is None else answer.council_size - (answer.accounted or 0)


def _differing(
    title: str, facts: Iterable[FactLine], names: Mapping[str, str], numbers: Mapping[str, int]
) -> list[str]:
    return _listed(
        title,
        [f"{phrase(fact, names)}: {'; '.join(_sides(fact, numbers))} ({isolate(fact.reason)})" for fact in facts],
    )


def _sides(fact: FactLine, numbers: Mapping[str, int]) -> list[str]:
    """What each side says, and who: those that won first."""
    said: dict[str, list[tuple[str, str]]] = {}
    for side in fact.sides:
        dates = [f"{word} {date}" for word, date in (("since", side.since), ("until", side.until)) if date]
        value = " ".join([*([] if side.value is None else [value_text(side.value)]), *dates])
        said.setdefault(value or "so", []).append((side.source, side.locator))
    return [f"{isolate(value)} {marks(places, numbers)}" for value, places in said.items()]


def _listed(title: str, items: Sequence[str]) -> list[str]:
    if not items:
        return []
    lines = [f"{title}:", *(wrap(f"  {item}", "    ") for item in items[:_MOST])]
    return lines + ([f"  {len(items) - _MOST} more: --format json"] if len(items) > _MOST else [])


# --- One source ---------------------------------------------------------------------------------------------


def source_text(answer: SourceCoverage, by: str) -> str:
    """The whole answer on one source for a terminal."""
    numbers = {source.id: number for number, source in enumerate(answer.sources, 1)}
    lines = [wrap(source_sentence(answer)), *SOURCE_TABLES[by](answer).lines()]
    lines += [line for council in answer.councils if council.stated is not None for line in _lacking(council, numbers)]
    silent = [isolate(council.name) for council in answer.councils if council.stated is None]
    if silent:
        lines.append(wrap(f"It states no seats of: {', '.join(silent)}", "  "))
    lines += _listed(
        "Seats of lists that nobody registered",
        [f"{isolate(item.text)} {item.seats} ({isolate(item.locator)})" for item in answer.unnamed],
    )
    none = [note_text(kind.kind) for kind in answer.kinds if not kind.has]
    if none:
        lines.append(wrap(f"It says nothing of what others tell of: {', '.join(none)}", "  "))
    lines += [wrap(note_text(note), "  ") for note in answer.notes]
    return "\n".join([*lines, *source_lines(answer.sources)])


def _lacking(council: SourceCouncil, numbers: Mapping[str, int]) -> list[str]:
    name = isolate(council.name)
    lacks = [f"{isolate(held.name)} {held.seats} {_cited(held.sources, numbers)}".rstrip() for held in council.lacks]
    nobody = (council.council_size or 0) - (council.accounted or 0)
    if nobody > 0:
        lacks.append(f"{nobody} that no source accounts for")
    lines = [wrap(f"Lacking in {name}: {'; '.join(lacks)}", "  ")] if lacks else []
    for held in council.differs:
        said = f"{isolate(held.name)} has {held.stated} here and {held.seats} {_cited(held.sources, numbers)}"
        lines.append(wrap(f"Differing in {name}: {said}", "  "))
    return lines


def _cited(sources: Sequence[str], numbers: Mapping[str, int]) -> str:
    return "".join(f"[{number}]" for number in sorted(numbers[source] for source in sources if source in numbers))
