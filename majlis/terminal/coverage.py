"""What is known and what is not, as text and as tables: one table for the terminal and for CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from queries.checking.coverage import Coverage
from queries.checking.facts import FactLine
from queries.checking.source_coverage import SourceCouncil, SourceCoverage
from queries.who.answer import NO_VOTE, VOTED

from ..wording.accounted import coverage_sentence
from ..wording.coverage import lacking_words, line_words, source_sentence, table
from ..wording.forms import ENGLISH, isolate, value_text
from .answer import table_lines
from .phrases import command, no_vote_lines, note_lines, numbered
from .text import marks, source_lines, wrap

_MOST = 10  # lines of one kind that a terminal shows


def text(answer: Coverage | SourceCoverage, by: str) -> str:
    """The whole answer for a terminal, of all sources or of one."""
    return coverage_text(answer, by) if isinstance(answer, Coverage) else source_text(answer, by)


# --- A whole election ---------------------------------------------------------------------------------------


def coverage_text(answer: Coverage, by: str) -> str:
    """The whole answer for a terminal: the sentence, the table asked for, what is not known, the sources."""
    differing = (*answer.disputed[:_MOST], *answer.contradicted[:_MOST])
    cited = {side.source for fact in differing for side in fact.sides}
    sources = [share.source for share in answer.sources if share.source.id in cited]
    numbers = numbered(sources)
    lines = [wrap(coverage_sentence(answer)), *_table_lines(answer, by)]
    lines += no_vote_lines(place.name for place in answer.provinces if place.status == NO_VOTE)
    silent = (place.name for place in answer.provinces if place.status not in (NO_VOTE, VOTED))
    lines += _said("coverage.silent", places=ENGLISH.listed(map(isolate, silent)))
    lines += _differing("coverage.disputed", answer.disputed, answer.names, numbers)
    lines += _differing("coverage.contradicted", answer.contradicted, answer.names, numbers)
    for title, gaps in (("coverage.unresolved", answer.unresolved), ("coverage.unreadable", answer.unreadable)):
        said = [f"{isolate(gap.text)} ({gap.source}, {isolate(gap.locator)}): {gap.reason}" for gap in gaps]
        lines += _listed(title, said)
    lines.append(f"{ENGLISH.say('coverage.not_covered')}:")
    kinds = (lacking_words(item) for item in answer.not_covered if item.predicate)
    lines += [f"  {line}" for line in _said("coverage.no_fact", kinds=ENGLISH.listed(kinds))]
    lines += [wrap(f"  {lacking_words(item)}", "    ") for item in answer.not_covered if not item.predicate]
    spread = (f"{sources}: {facts}" for sources, facts in answer.tally.by_sources.items())
    lines += _said("coverage.spread", spread=ENGLISH.listed(spread))
    count, bare = len(answer.sources), len(answer.without_address)
    lines += _said("coverage.sources", count=str(count), bare=str(bare), command=command("coverage", "--by", "source"))
    lines += note_lines(answer.notes)
    return "\n".join([*lines, *source_lines(sources)])


def _table_lines(answer: Coverage, by: str) -> list[str]:
    found = table(answer, ENGLISH, by)
    if by != "province":
        return table_lines(found)
    total = answer.tally
    missing = None if answer.council_size is None else answer.council_size - (answer.accounted or 0)
    known = (answer.council_size, answer.accounted, missing)
    size, *seats = (found.blank if number is None else str(number) for number in known)
    sums = (*seats, "", *map(str, (total.facts, total.single_sourced, total.disputed)))
    voted = replace(found, rows=[place for place in answer.provinces if place.status == VOTED])
    return [
        *table_lines(voted, (ENGLISH.say("coverage.in_all"), size, "", *sums)),
        wrap(ENGLISH.say("coverage.legend"), "  "),
    ]


def _differing(
    title: str, facts: Iterable[FactLine], names: Mapping[str, str], numbers: Mapping[str, int]
) -> list[str]:
    return _listed(
        title,
        [f"{line_words(fact, names)}: {'; '.join(_sides(fact, numbers))} ({isolate(fact.reason)})" for fact in facts],
    )


def _sides(fact: FactLine, numbers: Mapping[str, int]) -> list[str]:
    """What each side says, and who: those that won first."""
    said: dict[str, list[tuple[str, str]]] = {}
    for side in fact.sides:
        dates = ENGLISH.period(side.since, side.until)
        value = " ".join([*([] if side.value is None else [value_text(side.value)]), *([dates] if dates else [])])
        said.setdefault(value or ENGLISH.say("coverage.so"), []).append((side.source, side.locator))
    return [f"{isolate(value)} {marks(places, numbers)}" for value, places in said.items()]


def _said(key: str, **values: str) -> list[str]:
    """A line of its own; nothing where there is nothing to say."""
    return [wrap(ENGLISH.say(key, **values), "  ")] if all(values.values()) else []


def _listed(title: str, items: Sequence[str]) -> list[str]:
    if not items:
        return []
    lines = [f"{ENGLISH.say(title)}:", *(wrap(f"  {item}", "    ") for item in items[:_MOST])]
    return lines + ([f"  {ENGLISH.say('coverage.rest', n=len(items) - _MOST)}"] if len(items) > _MOST else [])


# --- One source ---------------------------------------------------------------------------------------------


def source_text(answer: SourceCoverage, by: str) -> str:
    """The whole answer on one source for a terminal."""
    numbers = numbered(answer.sources)
    lines = [wrap(source_sentence(answer)), *table_lines(table(answer, ENGLISH, by))]
    lines += [line for council in answer.councils if council.stated is not None for line in _lacking(council, numbers)]
    silent = (isolate(council.name) for council in answer.councils if council.stated is None)
    lines += _said("coverage.source_silent", places=ENGLISH.listed(silent))
    lines += _listed(
        "coverage.unnamed", [f"{isolate(item.text)} {item.seats} ({isolate(item.locator)})" for item in answer.unnamed]
    )
    none = (ENGLISH.say(f"about.{kind.predicate}") for kind in answer.kinds if not kind.has)
    lines += _said("coverage.source_no_kind", kinds=ENGLISH.listed(none))
    lines += note_lines(answer.notes)
    return "\n".join([*lines, *source_lines(answer.sources)])


def _lacking(council: SourceCouncil, numbers: Mapping[str, int]) -> list[str]:
    name = isolate(council.name)
    lacks = [f"{isolate(held.name)} {held.seats} {_cited(held.sources, numbers)}".rstrip() for held in council.lacks]
    nobody = (council.council_size or 0) - (council.accounted or 0)
    if nobody > 0:
        lacks.append(ENGLISH.counted("no_source", nobody))
    lines = _said("coverage.source_lacking", place=name, lists=ENGLISH.listed(lacks, "semicolon"))[: len(lacks)]
    for held in council.differs:
        seats = {"here": str(held.stated), "everywhere": f"{held.seats} {_cited(held.sources, numbers)}"}
        lines += _said("coverage.source_differing", place=name, list=isolate(held.name), **seats)
    return lines


def _cited(sources: Sequence[str], numbers: Mapping[str, int]) -> str:
    return "".join(f"[{number}]" for number in sorted(numbers[source] for source in sources if source in numbers))
