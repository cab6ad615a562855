"""Who is named for the seats of a list, a place or a body: people on lists of members, winners, votes in person.

A list of members proves neither that a seat was won nor that it is held today: what it says and what a source says of
winners are told apart. People of whom nothing else is registered stay the text of their source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.kinds import BODIES, HOLDERS, PROVINCES, Kind
from graph.spelling import words
from graph.stores.protocol import Row

from ..affiliation.known import seat_notes
from ..affiliation.ties import SHARED, ties_of
from ..plain import Named, Note, Plain
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import Sourced, SourceLine, sorted_sources, source_line
from ..view.rows import rows_by
from ..view.subject import Subject

LISTED, WON = "sits_for", "won_seat"


@dataclass(frozen=True, slots=True)
class Member(Sourced):
    """Somebody named for a seat: `listed` on a list of members, `won` as the winner of it; `votes` are in person.

    One who is neither is named with votes alone, which prove no seat. `figure` is None for one of whom nothing else is
    registered: `name` is then the text of the source.
    """

    FIELDS = (
        *("figure", "name", "list", "province", "votes", "reserved_for", "listed", "won", "statements", "sources"),
    )

    figure: str | None
    name: str
    list: Named | None
    province: Named | None
    votes: int | None
    reserved_for: str | None
    listed: bool
    won: bool
    statements: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Members(Plain):
    """The people named for a list, for what a figure, party or bloc holds seats through, for a place or for a body."""

    ROWS = "members"
    LINE = "{0.subject.candidate.name}: {rows} people ({0.election.date})"
    FIELDS = (
        *("asked", "subject", "election", "body=election.fills", "data_version", "lists", "listed", "won"),
        *("members", "sources", "notes"),
    )

    asked: str
    subject: Subject
    election: Election
    data_version: str
    lists: tuple[Named, ...]
    members: tuple[Member, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]

    @property
    def listed(self) -> int:
        """How many are on a list of members."""
        return sum(item.listed for item in self.members)

    @property
    def won(self) -> int:
        """How many a source names as the winner of a seat."""
        return sum(item.won for item in self.members)


def members(graph: GraphView, asked: str, election: str | Election | None = None) -> Members:
    """Who is named for the seats of a list, of what a figure leads, of a bloc's lists, of a province or a body.

    A word that is both a holder's and a place's means the holder. Raises CannotAnswerError for an unknown or ambiguous
    name, UsageError for an election that is not known or not of this body, StoreError.
    """
    subject = graph.read_any(asked)
    found = subject.candidate
    at = graph.election_of(found, election) if found.kind in BODIES else graph.election(election)
    everybody, sources = _people(graph, at)
    shared: tuple[Named, ...] = ()
    lists: tuple[Named, ...] = ()
    if found.kind in HOLDERS:
        ties = ties_of(graph, [found], at)[found.id].values()
        lists = tuple(Named(tie.list, tie.name) for tie in ties if tie.relation != SHARED)
        shared = tuple(Named(tie.list, tie.name) for tie in ties if tie.relation == SHARED)
    ids = {item.id for item in lists}
    named = tuple(
        item
        for item in everybody
        if found.kind in BODIES
        or (found.kind in PROVINCES and item.province and item.province.id == found.id)
        or (found.kind in HOLDERS and ((item.list and item.list.id in ids) or item.figure == found.id))
    )
    with_people = {item.list.id for item in everybody if item.list}
    answer = Members(
        asked,
        subject,
        at,
        graph.data_version,
        tuple(item for item in lists if item.id in with_people),
        named,
        sorted_sources(sources[id] for item in named for id in item.sources),
        (),
    )
    parts = tuple(item for item in shared if item.id in with_people)
    loose = sum(item.list is None for item in everybody) if found.kind in HOLDERS else 0
    return replace(answer, notes=tuple(_notes(graph, answer, parts, loose)))


def _notes(graph: GraphView, answer: Members, shared: tuple[Named, ...], loose: int) -> Iterator[Note]:
    if answer.listed:
        yield Note("members_listed")
    unlisted = [item for item in answer.members if not item.listed]
    if answer.listed and unlisted and any(item.figure is None for item in answer.members):
        yield Note("as_written")
    for item in unlisted:
        said = seat_notes(graph, Named(item.figure, item.name), answer.election) if item.figure else ()
        yield from (note for note, _ in said if note.code == "perhaps_member")
    if shared:
        yield Note("shared_not_counted", {"name": answer.subject.named, "lists": shared})
    if loose:
        yield Note("without_list", {"people": loose})
    yield from answer.election.notes


def _people(graph: GraphView, at: Election) -> tuple[list[Member], Mapping[str, SourceLine]]:
    """Everybody who is named for a seat of an election, the largest list first, and the sources by id."""
    rows = [row for row in graph.people(at) if at.only is None or row["province"] in at.only]
    grouped = rows_by("key", ({**row, "key": _person(row)} for row in rows))
    found = [_member(graph, several) for several in grouped.values()]
    sources = {row["source"]: source_line(row) for row in rows}
    alone, behind = _alone(graph, at)
    found = [_both(item, alone.pop(item.figure)) if item.figure in alone else item for item in found]
    found += alone.values()
    sources |= behind
    sizes = Counter(item.list.id for item in found if item.list)

    def order(item: Member) -> tuple[object, ...]:
        list, place = item.list or Named("", ""), item.province or Named("", "")
        return item.list is None, -sizes[list.id], list.name, list.id, place.name, item.name, item.statements

    return sorted(found, key=order), sources


def _person(row: Row) -> tuple[object, ...]:
    """Who a statement names: a registered figure, or a text in one place."""
    return (row["figure"],) if row["figure"] else (tuple(words(row["text"] or "")), row["province"])


def _member(graph: GraphView, rows: Sequence[Row]) -> Member:
    """A person, from all that is said of the seat."""

    def first(column: str) -> str | None:
        return next((row[column] for row in rows if row[column] is not None), None)

    figure, list, province = first("figure"), first("list"), first("province")
    votes = {row["votes"] for row in rows if row["predicate"] not in (LISTED, WON)}
    return Member(
        figure,
        graph.name(figure) if figure else first("text") or "",
        Named(list, graph.name(list)) if list else None,
        Named(province, graph.name(province)) if province else None,
        votes.pop() if len(votes) == 1 else None,
        first("reserved_for"),
        any(row["predicate"] == LISTED for row in rows),
        any(row["predicate"] == WON for row in rows),
        tuple(row["statement"] for row in rows),
        tuple(dict.fromkeys((row["source"], row["locator"]) for row in rows)),
    )


def _alone(graph: GraphView, at: Election) -> tuple[dict[str | None, Member], Mapping[str, SourceLine]]:
    """Those who stood alone and won the one seat of their list, by id, and the sources by id."""
    figures = [row["id"] for row in graph.house(at) if row["kind"] == Kind.FIGURE]
    rows = graph.run("seats_of_lists", lists=figures, election=[at.id]) if figures else []
    placed = {row["list"] for row in rows}
    stated = {} if at.only else graph.in_all(at)
    rows = [*rows, *(stated[figure] for figure in figures if figure in stated and figure not in placed)]
    evidence, sources = graph.evidence([row["fact"] for row in rows])
    found: dict[str | None, Member] = {}
    for row in rows:
        place, reserved = row.get("province"), row.get("reserved_for")
        if row["seats"] != 1 or row["most"] != 1 or (at.only is not None and place not in at.only):
            continue
        own, behind = Named(row["list"], graph.name(row["list"])), evidence[row["fact"]]
        province = Named(place, graph.name(place)) if place else None
        said = (behind.statements, behind.locators)
        found[own.id] = Member(own.id, own.name, own, province, None, reserved, False, True, *said)
    return found, sources


def _both(one: Member, other: Member) -> Member:
    """One person of whom two things are said."""
    return replace(
        one,
        list=one.list or other.list,
        province=one.province or other.province,
        reserved_for=one.reserved_for or other.reserved_for,
        won=True,
        statements=(*one.statements, *other.statements),
        locators=tuple(dict.fromkeys((*one.locators, *other.locators))),
    )
