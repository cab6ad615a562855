"""The lists of a whole election by their seats, in words."""

from __future__ import annotations

from queries.largest import Largest, Ranked

from .forms import ENGLISH, Language
from .sitting import body_words
from .tables import Column, Table, fields, named

_NEXT = 2  # lists after the first that a sentence tells


def largest_sentence(answer: Largest, language: Language = ENGLISH) -> str:
    """Which lists have most seats, no more certain than the numbers make it, and the next ones."""
    body, when = body_words(answer.election, language), language.day(answer.election.date)
    first = answer.leading
    if not first:
        return language.say("largest.none", body=body, when=when)
    names = [language.the(item.id, item.name) for item in first]
    seats = language.seats_told(first[0], answer.size)
    if answer.open:
        lists = language.listed(
            f"{name} ({language.seats_told(item)})" for name, item in zip(names, first, strict=True)
        )
        said = language.say("largest.open", lists=lists)
    else:
        key = f"{'most' if answer.certain else 'known'}{'_each' if len(first) > 1 else ''}"
        said = language.say(f"largest.{key}", lists=language.listed(names, "and"), seats=seats)
    rest = [item for item in answer.lists if item not in first][:_NEXT]
    after = language.listed((_told(item, language) for item in rest), "semicolon")
    more = language.say("largest.next", lists=after) if rest else ""
    return language.say("largest.is", body=body, when=when, most=said, next=more)


def _told(item: Ranked, language: Language) -> str:
    return f"{language.name(item.id, item.name)} {language.seats_told(item)}"


def largest_table(answer: Largest, language: Language = ENGLISH) -> Table:
    """The lists, most seats first."""

    def share(row: Ranked) -> str:
        return language.share(row.seats, row.most, answer.size)

    house = answer.election.body is not None
    columns = [
        *named(language, "list", id="list"),
        *fields(language, "kind"),
        Column("seats", language.say("seats"), lambda row: row.seats, language.seats_told),
        *fields(language, "most"),
        Column("share", language.say("share"), lambda row: row.share, share),
        Column("rank", language.say("place"), lambda row: row.rank or "", language.placed),
        *fields(language, f"places:{'column.constituencies' if house else 'councils'}"),
        *fields(language, "standing", "disputed", "statements", "sources"),
    ]
    return Table(columns, answer.lists, link=lambda row: ("where", row.id), cited=True)
