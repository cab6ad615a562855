"""How close it was: the votes for a seat, the last seat won, and who would have had it with how many votes more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from graph.kinds import BODIES, PROVINCES
from graph.laws import Law

from ..checking.facts import Facts
from ..plain import Named, Note, Plain
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import SourceLine, sorted_sources
from ..view.subject import Subject
from .allot import Allotted, needed
from .follows import DIFFERS, Constituency, follows


@dataclass(frozen=True, slots=True)
class ListMargin(Plain):
    """A list: its votes, the seats that the law makes of them, and the fewest votes more for one seat more.

    `short_by` is None where no number of votes gives it one.
    """

    id: str
    name: str
    votes: int
    seats: int
    votes_per_seat: Fraction | None
    short_by: int | None
    last: bool


@dataclass(frozen=True, slots=True)
class Margin(Plain):
    """A constituency: all votes counted for lists, its general seats, the last of them, and the nearest loser.

    `last` won the last seat and `nearest` would have had one more with `short_by` votes more, those of all others
    unchanged. `reason` says what lacks; `as_published`: whether the published seats are those that the votes make.
    """

    OPTIONAL = ("reason",)

    id: str
    name: str
    seats: int | None
    stage: str | None
    votes: int | None
    votes_per_seat: Fraction | None
    last: Named | None
    nearest: Named | None
    short_by: int | None
    as_published: bool | None
    lists: tuple[ListMargin, ...]
    reason: Note | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Margins(Plain):
    """How close it was in a constituency, or in each of a body; `subject` is None for all of an election."""

    ROWS = "constituencies"
    LINE = "{0.election.name}: {rows} constituencies"

    asked: str | None
    subject: Subject | None
    election: Election
    data_version: str
    constituencies: tuple[Margin, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]

    @property
    def known(self) -> tuple[Margin, ...]:
        """The constituencies whose margin is known, the closest first."""
        known = [one for one in self.constituencies if one.short_by is not None]
        return tuple(sorted(known, key=lambda one: (one.short_by or 0, one.id)))


def margins(graph: GraphView, asked: str | None = None, election: str | Election | None = None) -> Margins:
    """The margins of a province, of a body, or of every constituency of an election.

    Raises CannotAnswerError for an unknown or ambiguous name, UsageError for an unknown election, StoreError.
    """
    subject = None if asked is None else graph.read(asked, PROVINCES | BODIES)
    of_body = subject is not None and subject.candidate.kind in BODIES
    at = graph.election_of(subject.candidate, election) if subject and of_body else graph.election(election)
    known = graph.once(Facts, at)
    found = follows(graph, at)
    places = found.constituencies if found else ()
    if subject and not of_body:
        places = tuple(place for place in places if place.id == subject.candidate.id)
    rows = tuple(_margin(found.law, place) for place in places) if found else ()
    cited = {source for row in rows for source in row.sources} | {*(found.law.sources if found and rows else ())}
    return Margins(
        asked=asked,
        subject=subject,
        election=at,
        data_version=graph.data_version,
        constituencies=rows,
        sources=sorted_sources(known.line(source) for source in cited),
        notes=tuple(_notes(found.law if found else None, rows, at)),
    )


def _margin(law: Law, place: Constituency) -> Margin:
    lists: tuple[ListMargin, ...] = ()
    reason = place.reason
    found = place.allotted
    if found and place.disputed:
        reason = Note("votes.disputed", {"lists": tuple(map(place.name_of, place.disputed))})
    elif found and found.drawn:
        reason = Note("votes.lot", {"lists": tuple(map(place.name_of, found.tied))})
    elif found:
        lists = tuple(_lists(law, place, found))
    last = next((row for row in lists if row.last), None)
    rivals = [row for row in lists if row.short_by is not None and not row.last]
    nearest = min(rivals, key=lambda row: (row.short_by or 0, row.id), default=None)
    cast = sum(row.votes for row in lists)
    return Margin(
        id=place.id,
        name=place.name,
        seats=place.seats,
        stage=place.stage,
        votes=cast if lists else None,
        votes_per_seat=Fraction(cast, place.seats) if lists and place.seats else None,
        last=Named(last.id, last.name) if last else None,
        nearest=Named(nearest.id, nearest.name) if nearest else None,
        short_by=nearest.short_by if nearest else None,
        as_published=place.status != DIFFERS if found else None,
        lists=lists,
        reason=reason,
        sources=place.sources,
    )


def _lists(law: Law, place: Constituency, found: Allotted) -> Iterator[ListMargin]:
    """The lists of a constituency, most votes first."""
    for id, votes in sorted(place.votes.items(), key=lambda item: (-item[1], item[0])):
        won = found.seats[id]
        yield ListMargin(
            *place.name_of(id),
            votes=votes,
            seats=won,
            votes_per_seat=Fraction(votes, won) if won else None,
            short_by=needed(law, place.votes, place.seats or 0, id, place.alone),
            last=id == found.last,
        )


def _notes(law: Law | None, rows: Sequence[Margin], at: Election) -> Iterator[Note]:
    if law is None:
        yield Note("no_law")
        return
    yield Note(f"law.{law.method}", {"divisors": tuple(law.divisors)})
    if any(row.lists for row in rows):
        yield Note("margins_others")
    if any(row.as_published is False for row in rows):
        yield Note("margins_differ")
    yield Note("as_won", {"date": at.date})
