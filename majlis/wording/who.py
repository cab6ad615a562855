"""Who holds a council, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from queries.who.answer import NO_VOTE, VOTED, Holder, Who

from .forms import ENGLISH, Language
from .tables import Column, Table, fields, named


def who_sentence(answer: Who, language: Language = ENGLISH) -> str:
    """The answer in one sentence."""
    name, when = _seats_of(answer, language), language.day(answer.election.date)
    if answer.status != VOTED:
        body = answer.election.body
        house = language.the(body.id, body.name) if body else ""
        return language.say(f"who.{answer.unvoted or answer.status}", name=name, when=when, body=house)
    known = language.accounted(answer.accounted, answer.council_size)
    parts = [language.say("who.voted" if answer.leading else "who.nothing", name=name, when=when, seats=known)]
    if answer.leading:
        parts.append(_largest(answer, language))
    if answer.majority:
        parts.append(language.say("who.majority", majority=answer.majority))
    return language.listed(parts, "semicolon") + "."


def _seats_of(answer: Who, language: Language) -> str:
    """Whose seats they are: a house, the council of a province, or a constituency with its house."""
    name, body = language.name(*answer.subject.named), answer.election.body
    if answer.province is None or answer.status != VOTED:
        return name
    if body is None:
        return language.say("who.council", name=name)
    return language.say("who.constituency", name=name, body=language.the(body.id, body.name))


def _largest(answer: Who, language: Language) -> str:
    """Which list is the largest, no more certain than the numbers make it."""
    first = answer.leading
    names = [language.the(item.id, item.name) for item in first]
    if answer.open:
        numbers = [language.number(item.seats, item.most, item.others) for item in first]
        lists = language.listed(f"{name} ({number})" for name, number in zip(names, numbers, strict=True))
        return language.say("who.open", lists=lists)
    key = f"who.{'largest' if answer.certain else 'most'}{'' if len(first) == 1 else '_each'}"
    seats, most, others = first[0].seats, first[0].most, first[0].others
    return language.say(
        key,
        lists=language.listed(names, "and"),
        seats=language.seats(seats, most, None, others) if answer.certain else language.number(seats, most, others),
    )


def turnout_words(answer: Who, language: Language = ENGLISH) -> str:
    """The turnout, with what it is a share of; nothing where none is known."""
    if answer.turnout is None:
        return ""
    key = f"turnout.{answer.turnout_of}" if answer.turnout_of else "turnout.unstated"
    return language.say(key, share=f"{answer.turnout:g}%")


def largest_words(answer: Who, first: Sequence[Holder], language: Language = ENGLISH) -> str:
    """The largest lists of a council on a map, `first` in the order of the map, and how certain that is."""
    if not first:
        return language.say("map.unknown")
    names = [language.name(item.id, item.name) for item in first]
    numbers = [language.of(item.seats, item.most, answer.council_size, item.others) for item in first]
    if answer.open:
        lists = language.listed(f"{name} {number}" for name, number in zip(names, numbers, strict=True))
        text = language.say("map.disputed", lists=lists)
    elif len(first) > 1:
        text = language.say("map.level_words", lists=language.listed(names, "and"), seats=numbers[0])
    else:
        text = f"{names[0]} {numbers[0]}"
    if answer.missing is None:
        text += language.say("map.unsized")
    elif answer.missing and not answer.certain:
        text += language.say("map.uncertain", missing=answer.missing)
    return text


def size_words(answer: Who, language: Language = ENGLISH) -> str:
    """The size of a council: "52 seats"."""
    size = answer.council_size
    return language.seats(size, size) if size else language.say("size.short")


def council_summary(answer: Who, language: Language = ENGLISH) -> str:
    """A council in a few words: its largest lists, its majority, and what is not accounted for."""
    if answer.status != VOTED:
        return language.say("status.no_vote" if answer.status == NO_VOTE else "status.unknown")
    parts = [largest_words(answer, answer.leading, language)]
    if answer.majority:
        parts.append(language.say("picture.majority", majority=answer.majority))
    if answer.missing and answer.certain:  # else the words of the largest lists say it
        parts.append(language.say("picture.lacking", lacking=answer.missing))
    return language.listed(parts, "semicolon")


def who_table(answer: Who, language: Language = ENGLISH) -> Table:
    """The lists of the council, most seats first."""

    def share(row: Holder) -> str:
        return language.share(row.seats, row.most, answer.council_size)

    def held_by(row: Holder) -> str:
        said = language.name(row.id, row.name)
        if row.reserved_for is None:
            return said
        return f"{said} ({language.say('reserved.statement', whom=language.component(row.reserved_for))})"

    kind, most, *known = fields(language, "kind", "most", "reserved_for", "standing", "disputed", "statements")
    numbers = [
        Column("seats", language.say("seats"), lambda row: row.seats, language.seats_told),
        most,
        Column("share", language.say("share"), lambda row: row.share, share),
        Column("rank", language.say("place"), lambda row: row.rank, language.placed),
    ]
    id, name = named(language, "list", id="list")
    columns = [id, replace(name, words=held_by), kind, *numbers, *known]
    return Table(columns, answer.lists, link=lambda row: ("where", row.id))
