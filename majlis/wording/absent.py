"""Who took no part in an election, in words."""

from __future__ import annotations

from queries.absent import Absence, Absent

from .forms import ENGLISH, Language
from .sitting import body_words
from .tables import Column, Table, fields, named


def absent_sentence(answer: Absent, language: Language = ENGLISH) -> str:
    """Who boycotted, who was barred, who did not stand."""
    body, when = body_words(answer.election, language), language.day(answer.election.date)
    if not answer.absent:
        return language.say("absent.none", body=body, when=when)
    parts = []
    for how in dict.fromkeys(row.how for row in answer.absent):
        names = [_name(row, language) for row in answer.absent if row.how == how]
        parts.append(language.say(f"absent.{how}", names=language.listed(names)))
    return language.say("absent.is", body=body, when=when, parts=language.listed(parts, "semicolon"))


def _name(row: Absence, language: Language) -> str:
    name = language.name(row.id, row.name)
    return f"{name} ({language.name(*row.province)})" if row.province else name


def absent_table(answer: Absent, language: Language = ENGLISH) -> Table:
    """A row a name."""
    columns = [
        *named(language, "name"),
        *fields(language, "kind:kind:kind", "how:column.how:how"),
        Column("province", None, lambda row: row.province and row.province.id),
        Column(
            "province_name",
            language.say("province"),
            lambda row: row.province.name if row.province else language.say("election.whole"),
            lambda row: language.name(*row.province) if row.province else language.say("election.whole"),
        ),
        *fields(language, "standing:column.standing:standing", "statements", "sources"),
    ]
    return Table(columns, answer.absent, link=lambda row: ("where", row.id), cited=True)
