"""A name or a place through the elections, in words."""

from __future__ import annotations

from collections.abc import Sequence

from queries.affiliation.ties import OWN, SHARED
from queries.history import History, PlaceThen
from queries.then import Then
from queries.who.answer import NO_VOTE

from .forms import ENGLISH, Language
from .sitting import body_words, listless, total_words
from .tables import Column, Table, fields


def history_sentence(answer: History, language: Language = ENGLISH) -> str:
    """The latest row of each body in one sentence."""
    latest: dict[str, Then] = {}
    for row in answer.elections:
        if isinstance(row, Then) and row.total is not None and not listless(row):
            latest.setdefault(row.body.id, row)
    parts = [
        language.say(
            "history.last",
            body=body_words(row.election, language),
            seats=total_words(row, language),
            when=language.day(row.election.date),
        )
        for row in latest.values()
    ]
    name = language.name(*answer.subject.named)
    if any(isinstance(row, PlaceThen) for row in answer.elections):
        return language.say("history.place", name=name, elections=len(answer.elections))
    if not parts:
        return language.say("history.nothing" if answer.elections else "history.none", name=name)
    return language.say("history.is", name=name, parts=language.listed(parts, "semicolon"))


def history_table(answer: History, language: Language = ENGLISH) -> Table:
    """A row an election, the latest first."""
    head = [
        *fields(language, "election=election.id"),
        Column(
            "date",
            language.say("column.date"),
            lambda row: row.election.date,
            lambda row: language.day(row.election.date),
        ),
        Column(
            "body", language.say("column.body"), lambda row: row.body.id, lambda row: body_words(row.election, language)
        ),
        *fields(language, "status"),
    ]
    if any(isinstance(row, PlaceThen) for row in answer.elections):
        return Table([*head, *_of_place(language)], answer.elections)
    any_changed = any(isinstance(row, Then) and row.changed for row in answer.elections)
    return Table([*head, *_of_holder(language, any_changed)], answer.elections)


def place_words(row: Then, language: Language = ENGLISH) -> str:
    """The place by seats of its largest list: "joint 4th"; a dash where it has none."""
    return "-" if row.place is None else language.placed(row.place)


def share_words(row: Then, language: Language = ENGLISH) -> str:
    """The share of all seats: "9.1%"; nothing where no list is known."""
    return "" if listless(row) else language.share(row.total or 0, row.most or row.total or 0, row.size)


def lists_words(rows: Sequence[Then], language: Language = ENGLISH) -> str:
    """Through which lists X is told, with the years of their votes; nothing where it is a list itself."""
    years: dict[tuple[str, str, str], dict[str, None]] = {}
    for row in rows:
        for item in row.lists:
            years.setdefault((item.id, item.name, item.relation), {})[row.election.date[:4]] = None
    if all(relation == OWN for _, _, relation in years):
        return ""
    joint = {SHARED: [language.say("letters.shared")]}
    named = (
        f"{language.name(id, name)} ({language.listed([*joint.get(relation, ()), *found])})"
        for (id, name, relation), found in years.items()
    )
    return language.say("history.lists", lists=language.listed(named, "semicolon"))


def _of_holder(language: Language, any_changed: bool) -> list[Column]:
    def lists(row: Then) -> list[str]:
        return [
            f"{item.id} {item.relation} {language.number(item.total, item.most, item.others or ())}"
            for item in row.lists
        ]

    def list_words(row: Then) -> str:
        found = [
            language.name(item.id, item.name)
            if item.since_before is not False
            else language.say("history.new", list=language.name(item.id, item.name))
            for item in row.lists
        ]
        return language.listed(found) or "-"

    def changed_words(row: Then) -> str:
        return language.listed(language.say(f"history.changed.{what}") for what in row.changed or ()) or "-"

    return [
        Column("seats", None, lambda row: row.total),
        Column(None, language.say("seats"), lambda row: total_words(row, language)),
        *fields(language, "most", "size", "minimum", "placed", "members"),
        Column("share", language.say("share"), lambda row: row.share, lambda row: share_words(row, language)),
        Column(
            "rank",
            language.say("place"),
            lambda row: row.place and row.place.rank,
            lambda row: place_words(row, language),
        ),
        Column("lists", language.say("lists"), lists, list_words),
        Column(
            "changed",
            language.say("history.changed") if any_changed else None,
            lambda row: row.changed or (),
            changed_words,
        ),
        Column("left", None, lambda row: [item.id for item in row.left]),
        *fields(language, "sources"),
    ]


def largest_words(row: PlaceThen, language: Language = ENGLISH) -> str:
    """The lists that no other surely exceeds, with their seats."""
    names = (f"{language.name(item.id, item.name)} {language.seats_told(item)}" for item in row.largest)
    return language.listed(names, "and") or "-"


def known_words(row: PlaceThen, language: Language = ENGLISH) -> str:
    """How many seats of a place are accounted for: "9 of 52"; that none was voted on, or that none is known."""
    if row.status == NO_VOTE or not row.accounted:
        return language.say("status.no_vote" if row.status == NO_VOTE else "status.unknown")
    return language.of(row.accounted, row.accounted, row.size)


def _of_place(language: Language) -> list[Column]:
    return [
        *fields(language, "size:seats"),
        Column(
            "accounted",
            language.say("column.accounted_seats"),
            lambda row: row.accounted,
            lambda row: known_words(row, language),
        ),
        *fields(language, "lists:lists"),
        Column(
            "largest",
            language.say("largest.list"),
            lambda row: [item.id for item in row.largest],
            lambda row: largest_words(row, language),
        ),
        *fields(language, "certain", "sources"),
    ]
