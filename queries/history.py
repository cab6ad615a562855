"""A name or a place through all elections: one row an election, the latest first; rows are never added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.dates import not_after, today
from graph.kinds import BODIES, HOLDERS
from graph.stores.protocol import Row

from .plain import Named, Note, Plain
from .then import Renamed, Then, thens, with_changes
from .totals import all_known
from .view import GraphView
from .view.elections import Body, Election
from .view.evidence import SourceLine, sorted_sources, source_line
from .view.subject import Subject
from .where import where_each
from .where.answer import DID_NOT_STAND
from .who import council_of
from .who.answer import Holder, Who

RENAMED = "renamed_from"


@dataclass(frozen=True, slots=True)
class PlaceThen(Plain):
    """A council, constituency or house at one election; `largest` are the lists that no other surely exceeds."""

    election: Election
    body: Body
    status: str
    size: int | None
    accounted: int
    lists: int
    largest: tuple[Holder, ...]
    certain: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class History(Plain):
    """X through the elections that are known, the latest first."""

    ROWS = "elections"
    LINE = "{0.subject.candidate.name}: {rows} elections"

    asked: str
    subject: Subject
    data_version: str
    elections: tuple[Then, ...] | tuple[PlaceThen, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]


def history(graph: GraphView, asked: str) -> History:
    """A holder, a province or a body through the elections until today.

    A word that is both a holder's and a place's means the holder. Raises CannotAnswerError for an unknown or ambiguous
    name, StoreError.
    """
    elections = [election for election in graph.elections if not_after(election.date, today())]
    subject = graph.read_any(asked)
    place = subject.candidate
    if place.kind in HOLDERS:
        return _of_holder(graph, asked, subject, elections)
    councils = [
        council_of(graph, asked, election)
        for election in elections
        if (
            election.body is not None and election.body.id == place.id
            if place.kind in BODIES
            else any(row["id"] == place.id for row in graph.councils(election))
        )
    ]
    sources = sorted_sources(source for council in councils for source in council.sources)
    rows = tuple(_place_then(council) for council in councils)
    silent = _silent(graph, elections, [row.election for row in rows])
    preliminary = any(item.preliminary for row in rows for item in row.largest)
    notes = [Note("silent_elections", {"place": Named(place.id, place.name), "elections": silent})] if silent else []
    notes += [Note("preliminary_count")] if preliminary else []
    return History(asked, subject, graph.data_version, rows, sources, (*notes, Note("never_added")))


def _silent(graph: GraphView, elections: Sequence[Election], told: Sequence[Election]) -> tuple[Named, ...]:
    """The elections of the same bodies at which a place may have been a constituency that nothing is known of."""
    bodies = {election.body for election in told} - {None}
    return tuple(
        Named(election.id, election.name)
        for election in elections
        if election not in told
        and election.body in bodies
        and (sizes := [row["council_size"] for row in graph.councils(election)])
        and not all_known(election, sizes)
    )


def _of_holder(graph: GraphView, asked: str, subject: Subject, elections: Sequence[Election]) -> History:
    (answers,) = where_each(graph, [subject.candidate.id], elections)
    rows = tuple(thens(graph, answers, graph.kept("affiliations")))
    names = {item.id: item.name for row in rows for item in row.lists}
    claims = _renames(graph, dict([subject.named]) | names)
    rows, changed = with_changes(rows, [renamed for renamed, _ in claims])
    told = [one.sources for one in answers if one.lists or one.status == DID_NOT_STAND]
    sources = sorted_sources(source for of in (*told, *(stated for _, stated in claims)) for source in of)
    counted = [Note("preliminary_count")] if any(row.preliminary for row in rows) else []
    notes = (*changed, *counted, Note("ties_at_votes"), Note("never_added"), Note("same_list"))
    return History(asked, subject, graph.data_version, rows, sources, notes)


def _renames(graph: GraphView, names: Mapping[str, str]) -> list[tuple[Renamed, list[SourceLine]]]:
    """Which of these took another name, as dated by a source, and who says so; the earliest first."""
    claims: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in graph.kept("claims_about", ids=sorted(names)):
        if row["predicate"] == RENAMED and row["subject"] in names and row["won"] and row["since"]:
            claims[row["subject"], row["object_text"]].append(row)
    found = [
        (
            Renamed(
                Named(id, names[id]),
                former,
                min(row["since"] for row in rows),
                tuple(dict.fromkeys(row["subject_text"] for row in rows if row["subject_text"] not in (id, former))),
            ),
            [source_line(row, "source_kind") for row in rows],
        )
        for (id, former), rows in claims.items()
    ]
    return sorted(found, key=lambda item: (item[0].since, item[0].list))


def _place_then(council: Who) -> PlaceThen:
    return PlaceThen(
        election=council.election,
        body=council.election.fills,
        status=council.status,
        size=council.council_size,
        accounted=council.accounted,
        lists=len(council.lists),
        largest=council.leading,
        certain=council.certain,
        sources=tuple(source.id for source in council.sources),
    )
