"""Several names side by side, in words."""

from __future__ import annotations

from collections.abc import Mapping

from queries.compare import Compare, PlaceCompared
from queries.view.evidence import SourceLine
from queries.where.answer import DID_NOT_STAND, NONE, SEATS, UNKNOWN, CouncilAnswer, Where

from .forms import ENGLISH, Language
from .sitting import body_words, total_words
from .tables import Column, Table, fields, named
from .where import brief_words, span_words


def compare_sentence(answer: Compare, language: Language = ENGLISH) -> str:
    """What each has in all, and in how many provinces it has more than the others."""
    found = [(language.name(*side.subject.named), side.then, side.ahead_in) for side in answer.sides]
    parts = [language.say("compare.has", name=name, seats=total_words(then, language)) for name, then, _ in found]
    ahead = [
        language.say("compare.in", name=name, provinces=language.counted("province", count))
        for name, _, count in found
        if count
    ]
    more = " " + language.say("compare.more", parts=language.listed(ahead)) if ahead else ""
    body, when = body_words(answer.election, language), language.day(answer.election.date)
    return language.say("compare.is", body=body, when=when, parts=language.listed(parts, "semicolon")) + more


def cited(answer: Compare) -> list[SourceLine]:
    """The sources that its sentence rests on: of each number of seats the first."""
    told = {id for place in answer.provinces for cell in place.cells if cell.status == SEATS for id in cell.sources[:1]}
    return [source for source in answer.sources if source.id in told]


def cell_words(cell: CouncilAnswer, answer: Where, language: Language = ENGLISH) -> str:
    """What one has in a province, in brief."""
    if cell.status == NONE and not cell.members:
        return language.say("compare.none") + language.mark(cell)
    return (span_words(cell, language) if cell.status == UNKNOWN and not cell.members else "") or brief_words(
        cell, answer, language
    )


def ahead_words(place: PlaceCompared | Compare, names: Mapping[str, str], language: Language = ENGLISH) -> str:
    """Who has more there: one of these names, by id, "as many", or that it is open."""
    if len(place.ahead) > 1:
        words = language.say("compare.equal")
    elif place.ahead:
        words = language.name(place.ahead[0], names[place.ahead[0]])
    elif isinstance(place, PlaceCompared) and all(cell.status in (NONE, DID_NOT_STAND) for cell in place.cells):
        words = "-"
    else:
        words = language.say("compare.open")
    return words + ("~" if isinstance(place, PlaceCompared) and place.by_members else "")


def compare_table(answer: Compare, language: Language = ENGLISH) -> Table:
    """A row a province, with columns for each of the names."""
    columns = [*named(language, id="province"), *fields(language, "council_size")]
    for at, side in enumerate(answer.sides):
        columns += _of_side(at, side.subject.candidate.id, answer, language)
    columns += [
        Column(
            "ahead",
            language.say("compare.ahead"),
            lambda row: row.ahead,
            lambda row: ahead_words(row, answer.short_names, language),
        ),
        *fields(language, "by_members"),
        Column("sources", None, lambda row: list(dict.fromkeys(id for cell in row.cells for id in cell.sources))),
    ]
    return Table(columns, answer.provinces)


def _of_side(at: int, id: str, answer: Compare, language: Language) -> list[Column]:
    """The columns of one of the names."""

    def known(name: str) -> Column:
        return Column(f"{id}_{name}", None, lambda row: getattr(row.cells[at], name))

    def words(row: PlaceCompared) -> str:
        return cell_words(row.cells[at], answer.held[at], language)

    heading = language.name(id, answer.short_names[id])
    return [
        *map(known, ("status", "seats", "most", "perhaps", "members")),
        Column(None, heading, lambda row: row.cells[at].status, words),
    ]
