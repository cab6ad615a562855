"""Whether lists reach a majority, in words."""

from __future__ import annotations

from collections.abc import Sequence

from queries.disputed import Span
from queries.power.majority import YES, Completion, Majority, Part, Reach

from ..forms import ENGLISH, Language
from ..tables import Column, Table, fields, named

_SHOWN = 3  # completions that a cell names


def majority_sentence(answer: Majority, language: Language = ENGLISH) -> str:
    """What the names come to in the house, and in which councils they reach a majority."""
    names = language.listed((language.name(s.candidate.id, s.candidate.name) for s in answer.subjects), "and")
    if not answer.bodies:
        return language.say("majority.nothing", names=names)
    houses = [item for item in answer.bodies if item.election.body]
    councils = [item for item in answer.bodies if not item.election.body]
    parts = [_of_body(item, names, language) for item in houses or (councils if len(councils) == 1 else [])]
    if (houses and councils) or len(councils) > 1:
        reached = [language.name(item.id, item.name) for item in councils if item.reaches == YES]
        when = language.day(councils[0].election.date)
        parts.append(
            language.say(
                "majority.councils",
                councils=language.counted("council_of", len(reached), size=len(councils)),
                reached=f" ({language.listed(reached)})",
                when=when,
            )
            if reached
            else language.say("majority.nowhere", councils=len(councils), when=when)
        )
    return " ".join(parts)


def _of_body(item: Reach, names: str, language: Language) -> str:
    return language.say(
        "majority.body",
        names=names,
        body=language.the(item.id, item.name),
        when=language.day(item.election.date),
        seats=language.seats(item.seats, item.most, item.size, item.others),
        majority=item.majority if item.majority is not None else language.say("size.short"),
        reaches=reach_words(item, language),
    )


def reach_words(item: Reach, language: Language = ENGLISH) -> str:
    """Whether it is a majority, and how many seats there are to spare or lack."""
    if item.by is None or item.reaches is None:
        return language.say("status.unknown")
    low, high = item.by
    least, most = (low, high) if item.reaches == YES else (max(-high, 0), -low)
    return language.say(f"majority.{item.reaches}", by=Span(least, most))


def parts_words(parts: Sequence[Part], language: Language = ENGLISH) -> str:
    """Lists with their seats: "Reds 6 + Greens 2"."""
    return " + ".join(f"{language.name(item.id, item.name)} {language.seats_told(item)}" for item in parts)


def completed_words(found: Sequence[Completion], in_all: int, language: Language = ENGLISH) -> str:
    """Who would complete it, the first few; "perhaps" where that hangs on seats nobody knows."""
    said = [
        parts_words(item.lists, language)
        if item.reaches == YES
        else language.say("majority.perhaps", lists=parts_words(item.lists, language))
        for item in found[:_SHOWN]
    ]
    if more := in_all - len(said):
        said.append(language.more(more))
    return language.listed(said, "semicolon") or "-"


def majority_table(answer: Majority, language: Language = ENGLISH) -> Table:
    """A row a body."""

    def lists(row: Reach) -> str:
        return parts_words(row.lists, language)

    columns = [
        *named(language, "column.body", id="body"),
        *fields(language, "election=election.id", "size", "size_standing", "accounted"),
        Column("seats", None, lambda row: row.seats),
        Column(None, language.say("seats"), lambda row: row.seats, lambda row: language.seats_told(row, row.size)),
        *fields(language, "most", "majority:majority"),
        Column("reaches", None, lambda row: row.reaches),
        Column(None, language.say("majority.answer"), lambda row: row.id, lambda row: reach_words(row, language)),
        Column("lists", language.say("lists"), lambda row: [item.id for item in row.lists], lists),
        Column(
            "singles",
            language.say("majority.one_more"),
            lambda row: [part.id for item in row.singles for part in item.lists],
            lambda row: completed_words(row.singles, len(row.singles), language),
        ),
        Column(
            "pairs",
            language.say("majority.two_more"),
            lambda row: [" + ".join(part.id for part in item.lists) for item in row.pairs],
            lambda row: completed_words(row.pairs, row.pairs_in_all, language),
        ),
        *fields(language, "pairs_in_all"),
    ]
    return Table(columns, answer.bodies, link=lambda row: ("influence", row.id))


def blocs_words(blocs: Sequence[Reach], language: Language = ENGLISH) -> str:
    """What the lists of each bloc come to in a house, and whether that is a majority."""
    said = [
        language.say(
            "majority.bloc",
            bloc=language.name(item.id, item.name),
            seats=language.seats_told(item, item.size),
            reaches=reach_words(item, language),
        )
        for item in blocs
    ]
    day = language.day(blocs[0].election.day)
    return language.say("majority.blocs", day=day, blocs=language.listed(said, "semicolon"))
