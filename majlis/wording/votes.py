"""Votes and seats in words: whether the seats follow from the votes, and how close it was."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from queries.plain import Named
from queries.votes.follows import DIFFERS, FOLLOWS, NOT_COMPUTABLE, Cell, Constituency, Follows
from queries.votes.margins import ListMargin, Margin, Margins

from .forms import ENGLISH, Language
from .notes import note_text
from .sitting import body_words
from .tables import Column, Table, fields, named

# --- Whether the seats follow from the votes ----------------------------------------------------------


def follows_sentence(answer: Follows, language: Language = ENGLISH) -> str:
    """How many cells agree at an election, and in how many constituencies votes make seats."""
    return language.say(
        "follows.is",
        election=language.name(answer.election.id, answer.election.name),
        agree=answer.agree,
        cells=answer.agree + answer.differ,
        listed=answer.listed,
        computed=len(answer.computed),
        places=language.counted("constituency", len(answer.constituencies)),
    )


def follows_lines(answer: Follows, language: Language = ENGLISH) -> list[str]:
    """Which constituencies do not follow and where, which follow, which lack what; alike ones in one line."""
    alike: dict[tuple[str, str], list[str]] = {}
    for place in answer.constituencies:
        differing = (_cell_words(cell, language) for cell in place.cells if not cell.agrees)
        words = language.say(
            f"follows.{place.status}",
            stage=f"standing.{place.stage}",
            cells=language.listed(differing, "semicolon"),
            reason=note_text(place.reason, language) if place.reason else "",
        )
        alike.setdefault((place.status, words), []).append(language.name(place.id, place.name))
    rows = sorted(alike.items(), key=lambda item: (_ORDER.index(item[0][0]), item[1]))
    return [language.say("follows.places", words=words, places=language.listed(names)) for (_, words), names in rows]


_ORDER = (DIFFERS, FOLLOWS, NOT_COMPUTABLE)


def _cell_words(cell: Cell, language: Language) -> str:
    return language.say(
        "follows.listed" if cell.listed else "follows.cell",
        list=language.name(cell.id, cell.name),
        published=language.number(cell.published, cell.most),
        computed=language.number(cell.computed, cell.computed_most),
    )


class _Row(NamedTuple):
    """A cell with its constituency and election; no cell where the votes of a constituency make no seats."""

    of: Follows
    place: Constituency
    cell: Cell | None


def follows_table(answers: Sequence[Follows], language: Language = ENGLISH) -> Table:
    """A row a cell, and one for each constituency whose votes make no seats."""
    rows = [
        _Row(answer, place, cell)
        for answer in answers
        for place in answer.constituencies
        for cell in place.cells or (None,)
    ]

    def of_cell(name: str) -> Column:
        return Column(name, None, lambda row: row.cell and getattr(row.cell, name))

    return Table(
        [
            Column("election", None, lambda row: row.of.election.id),
            *named(language, of="place"),
            *fields(language, "status", "seats", "stage", of="place"),
            Column("list", None, lambda row: row.cell and row.cell.id),
            *map(of_cell, ("votes", "published", "most", "listed", "computed", "computed_most", "agrees")),
            Column("reason", None, lambda row: row.place.reason),
        ],
        rows,
    )


# --- How close it was ---------------------------------------------------------------------------------

LACKS = "reason"  # the column of what lacks where no margin is known


def margins_sentence(answer: Margins, language: Language = ENGLISH) -> str:
    """The margin of the one constituency, or of the closest."""
    heading = {"body": body_words(answer.election, language), "when": language.day(answer.election.date)}
    if not answer.constituencies:
        return language.say("margins.none", **heading)
    if len(answer.constituencies) == 1:
        return language.say("margins.one", **heading, margin=margin_words(answer.constituencies[0], language))
    known = answer.known
    return language.say(
        "margins.closest" if known else "margins.nowhere",
        **heading,
        known=len(known),
        places=language.counted("constituency", len(answer.constituencies)),
        margin=margin_words(known[0], language) if known else "",
    )


def margin_words(row: Margin, language: Language = ENGLISH) -> str:
    """The last seat and the nearest loser, or what lacks."""
    place = language.name(row.id, row.name)
    if row.reason or not row.last or not row.nearest:
        reason = note_text(row.reason, language) if row.reason else language.say("margins.no_rival")
        return language.say("margins.unknown", place=place, reason=reason)
    return language.say(
        "margins.last",
        place=place,
        stage=f"standing.{row.stage}",
        seats=row.seats,
        last=language.the(*row.last),
        nearest=language.the(*row.nearest),
        votes=row.short_by or 0,
    )


def margins_table(answer: Margins, language: Language = ENGLISH) -> Table:
    """A row a constituency; of one that was asked about a row a list."""
    asked = answer.subject and answer.subject.candidate.id
    if [row.id for row in answer.constituencies] == [asked]:
        return Table(_of_list(language), answer.constituencies[0].lists)
    return Table(_of_place(language), answer.constituencies, link=lambda row: ("who", row.id))


def _of_place(language: Language) -> list[Column]:
    return [
        *named(language),
        *fields(language, "seats:seats.of_all", "stage", "votes:votes"),
        _per_seat(language),
        _list("last", language),
        _list("nearest", language),
        *fields(language, "short_by:short_by", "as_published"),
        Column(
            LACKS, language.say("column.lacks"), lambda row: row.reason, lambda row: note_text(row.reason, language)
        ),
        *fields(language, "sources"),
    ]


def _of_list(language: Language) -> list[Column]:
    def yes(row: ListMargin) -> str:
        return language.say("yes") if row.last else ""

    return [
        *named(language, "lists"),
        *fields(language, "votes:votes", "seats:seats.of_all"),
        _per_seat(language),
        *fields(language, "short_by:more_for_one"),
        Column("last", language.say("column.last"), lambda row: row.last, yes),
    ]


def _list(name: str, language: Language) -> Column:
    def words(row: Margin) -> str:
        found: Named = getattr(row, name)
        return language.name(*found)

    return Column(name, language.say(f"column.{name}"), lambda row: (found := getattr(row, name)) and found.id, words)


def _per_seat(language: Language) -> Column:
    def words(row: Margin | ListMargin) -> str:
        return str(int((row.votes_per_seat or 0) + Fraction(1, 2)))

    return Column("votes_per_seat", language.say("column.votes_per_seat"), lambda row: row.votes_per_seat, words)
