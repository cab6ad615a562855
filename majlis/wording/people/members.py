"""The people named for seats, in words."""

from __future__ import annotations

from queries.people.members import Member, Members

from ..forms import ENGLISH, Language
from ..sitting import body_words
from ..tables import Column, Table, entity, fields


def members_sentence(answer: Members, language: Language = ENGLISH) -> str:
    """How many are named, and as what."""
    found = answer.subject.candidate
    candidates = sum(not (row.listed or row.won) for row in answer.members)
    ways = (("listed", answer.listed), ("won", answer.won), ("candidate", candidates))
    whole = answer.election.body is not None and answer.election.body.id == found.id
    key = ("members.of_body" if whole else "members.some") if answer.members else "members.nobody"
    return language.say(
        f"{key}_of_body" if whole and not answer.members else key,
        name=language.name(found.id, found.name),
        body=body_words(answer.election, language),
        when=language.day(answer.election.date),
        people=language.counted("person", len(answer.members)),
        ways=language.listed((language.counted(f"named_{key}", number) for key, number in ways if number), "and"),
    )


def named_words(row: Member, language: Language = ENGLISH) -> str:
    """As what somebody is named: on a list of members, as a winner, or both."""
    named = [key for key, said in (("won", row.won), ("listed", row.listed)) if said]
    return language.listed(language.say(f"members.{key}") for key in named or ["candidate"])


def members_table(answer: Members, language: Language = ENGLISH) -> Table:
    """A row a person, the largest list first."""

    def name(row: Member) -> str:
        whom = language.say("reserved", whom=language.component(row.reserved_for)) if row.reserved_for else ""
        return language.name(row.figure or "", row.name) + (f" ({whom})" if whom else "")

    columns = [
        Column("figure", None, lambda row: row.figure),
        Column("name", language.say("name"), lambda row: row.name, name),
        *entity(language, "list", "list"),
        *entity(language, "province", "province"),
        *fields(language, "votes:votes_in_person", "reserved_for", "listed", "won"),
        Column(None, language.say("members.as"), lambda row: row.won, lambda row: named_words(row, language)),
        *fields(language, "statements", "sources"),
    ]
    return Table(columns, answer.members, link=lambda row: ("entity", row.figure) if row.figure else None, cited=True)
