"""Who holds the seats of a council, of a house or of a constituency of it, and what is not accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from graph.kinds import BODIES, PROVINCES, Kind, Standing
from graph.lexicon import Candidate
from graph.names import Matched
from graph.stores.protocol import Row

from ..checking.corrections import corrected
from ..council_seats import place_among
from ..people.offices import terms_of
from ..plain import Named, Note
from ..totals import lists_in_all
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import Evidence, SourceLine, sorted_sources, sources_behind
from ..view.rows import made, rows_by
from ..view.subject import Subject
from .answer import NO_VOTE, NOT_KNOWN, VOTED, Holder, Unregistered, Who


def who(graph: GraphView, asked: str, election: str | Election | None = None, as_of: str | None = None) -> Who:
    """Who holds the seats of a province's council, or of a house, and its offices from the vote on, or as of a day.

    An election of a house that is asked about a province is answered with its constituency. Raises CannotAnswerError
    for a name that is no province's or body's, UsageError for an election that is not known or not of this body and
    for a date that is none, StoreError.
    """
    council = council_of(graph, asked, election, as_of)
    if council.election.body and council.province:
        return council
    offices, cited = terms_of(graph, council.subject.candidate.id, council.election)
    if not offices:
        return council
    notes = (*council.notes, *corrected(graph, (fact for term in offices for fact in term.facts)), Note("offices"))
    sources = sorted_sources((*council.sources, *cited.values()))
    return replace(council, offices=offices, sources=sources, notes=notes)


def council_of(graph: GraphView, asked: str, election: str | Election | None = None, as_of: str | None = None) -> Who:
    """Who holds the seats of a council or house, without its offices. Raises what `who` raises."""
    subject = graph.read(asked, PROVINCES | BODIES)
    if subject.candidate.kind in BODIES:
        return _house(graph, asked, subject, graph.election_of(subject.candidate, election, as_of))
    return councils_of(graph, [asked], election, as_of)[0]


def house_of(graph: GraphView, election: Election, body: Named) -> Who:
    """The whole of the one body that an election fills."""
    subject = Subject(Candidate(body.id, Kind.BODY, body.name), Matched.EXACT)
    return _house(graph, body.name, subject, election)


def councils_of(
    graph: GraphView, asked: Sequence[str], election: str | Election | None = None, as_of: str | None = None
) -> tuple[Who, ...]:
    """The council of each of these provinces, with as many queries as for one. Raises what `who` raises."""
    subjects = [graph.read(text, PROVINCES) for text in asked]
    at = graph.election(election, as_of)
    provinces = list({subject.candidate.id: None for subject in subjects})
    councils = {row["id"]: row for row in graph.councils(at)}
    lists, turnout, unresolved = (
        rows_by("province", graph.run(name, province=provinces, election=at.id))
        for name in ("council", "council_turnout", "unresolved_in_council")
    )
    no_vote = [row["no_vote"] for row in councils.values() if row["no_vote"] and row["id"] in provinces]
    members = rows_by("province", graph.members(at))
    told = [row["fact"] for rows in (lists, members) for id in provinces for row in rows[id]]
    evidence, sources = graph.evidence([*told, *no_vote])
    unlisted = [id for id in provinces if id not in councils]
    dates = {row["id"]: row for row in (graph.run("province", province=unlisted) if unlisted else ())}
    every = graph.every_council(at) if at.body and at.seats else ()
    complete = bool(every) and sum(row["council_size"] or 0 for row in every) == at.seats
    return tuple(
        _decide(
            text,
            subject,
            at,
            graph.data_version,
            _Gathered(
                councils.get(id),
                dates.get(id),
                complete,
                lists[id],
                members[id],
                turnout[id],
                unresolved[id],
                evidence,
                sources,
            ),
            graph.reading_notes(text, subject.candidate),
        )
        for text, subject in zip(asked, subjects, strict=True)
        for id in (subject.candidate.id,)
    )


class _Gathered(NamedTuple):
    """What the graph holds of a council, rows as the queries give them, and what these rest on.

    `dates` has when it was a province, for one that no council of the election is known of; `complete`: constituencies
    that are known have all seats of the house that is elected.
    """

    council: Row | None
    dates: Row | None
    complete: bool
    lists: Sequence[Row]
    members: Sequence[Row]
    turnout: Sequence[Row]
    unresolved: Sequence[Row]
    evidence: Mapping[str, Evidence]
    sources: Mapping[str, SourceLine]

    def unvoted(self, day: str) -> str | None:
        """Why it has no seats of a vote on a day, as a note says it; None for one that voted, or may have."""
        if self.dates is None:
            return "no_vote" if self.council and self.council["no_vote"] and not self.lists else None
        founded, dissolved = self.dates["founded"] or "", self.dates["dissolved"]
        if founded > day or (dissolved is not None and dissolved <= day):
            return "no_province"
        return "no_constituency" if self.complete else None


def _house(graph: GraphView, asked: str, subject: Subject, at: Election) -> Who:
    """A whole house, from what is stated of its lists in all and from their seats by province."""
    members = Counter[str]()
    for row in graph.members(at):
        members[row["list"]] += row["members"]
    found, sources = lists_in_all(graph, at)
    rows = [
        {**item.row, "seats": item.told.seats, "most": item.told.most, "placed": item.placed, "standing": item.standing}
        for item in found
    ]
    lists = [
        _holder(
            row,
            rows,
            at.seats,
            item.evidence,
            others=item.told.others,
            preliminary=item.preliminary,
            members=members.get(row["id"]),
        )
        for row, item in zip(rows, found, strict=True)
    ]
    answer = Who(
        asked=asked,
        subject=subject,
        election=at,
        data_version=graph.data_version,
        status=VOTED if lists else NOT_KNOWN,
        council_size=at.seats,
        size_standing=at.seats_standing,
        accounted=sum(item.seats for item in lists),
        majority=at.fills.majority,
        turnout=None,
        turnout_of=None,
        lists=tuple(lists),
        unresolved=tuple(
            Unregistered(row["text"], row["seats"], f"{row['locator']}, {row['title']}")
            for row in graph.run("unresolved_in_all", election=at.id)
        ),
        sources=sorted_sources(sources.values()),
        notes=(),
    )
    return replace(answer, notes=tuple(_notes(answer)))


def _decide(
    asked: str, subject: Subject, at: Election, data_version: str, rows: _Gathered, read: Sequence[Note]
) -> Who:
    """A council from what was gathered of it alone; `read` says how its name was read."""
    council, unvoted = rows.council or _NOTHING, rows.unvoted(at.date)
    status = NO_VOTE if unvoted else VOTED if council["accounted"] is not None else NOT_KNOWN
    stated = {row["id"] for row in rows.lists}
    listed = [row for row in rows.members if row["list"] not in stated]
    facts = [row["fact"] for row in (*rows.lists, *listed)] or ([council["no_vote"]] if council["no_vote"] else [])
    size = council["council_size"]
    turnout = next(iter(rows.turnout), {"turnout": None, "basis": None, "values": None})
    answer = Who(
        asked=asked,
        subject=subject,
        election=at,
        data_version=data_version,
        status=status,
        council_size=size,
        size_standing=council["size_standing"],
        accounted=council["accounted"] or 0,
        majority=size // 2 + 1 if size and not at.body else None,
        turnout=turnout["turnout"],
        turnout_of=turnout["basis"],
        lists=tuple(
            _holder(
                row,
                rows.lists,
                size,
                evidence,
                others=evidence.others,
                preliminary=row["standing"] == Standing.PRELIMINARY,
            )
            for row in rows.lists
            for evidence in (rows.evidence[row["fact"]],)
        ),
        unresolved=tuple(
            Unregistered(row["text"], row["seats"], f"{row['locator']}, {row['title']}") for row in rows.unresolved
        ),
        sources=sources_behind(facts, rows.evidence, rows.sources),
        notes=(),
        unvoted=unvoted,
    )
    shares = tuple(f"{float(share):g}" for share in turnout["values"] or ())
    differ = [Note("turnout_disputed", {"values": shares})] if shares else []
    return replace(answer, notes=(*read, *differ, *_notes(answer, listed)))


# The row of a province that no council of the election is known of.
_NOTHING: Row = dict.fromkeys(("no_vote", "accounted", "council_size", "size_standing"))


def _holder(row: Row, rows: Sequence[Row], size: int | None, evidence: Evidence, **told: object) -> Holder:
    """A list in a council of this size, among the rows of all its lists; with what else is `told` of its seats."""
    rank, tied = place_among(row, rows)
    return made(
        Holder,
        row,
        share=row["seats"] / size if size else None,
        rank=rank,
        tied_with=tied,
        dissent=evidence.dissent,
        statements=evidence.statements,
        locators=evidence.locators,
        **told,
    )


def _notes(answer: Who, listed: Sequence[Row] = ()) -> Iterator[Note]:
    """The notes on an answer; `listed` are lists without stated seats of whom a list of members names people."""
    if answer.unvoted:
        about = {"province": answer.subject.named, "date": answer.election.date}
        yield Note(answer.unvoted, about | ({"body": answer.election.body} if answer.election.body else {}))
        return
    if answer.council_size is None:
        yield Note("size_unknown")
    elif answer.accounted > answer.council_size:
        yield Note("more_than_size", {"seats": answer.accounted, "size": answer.council_size})
    elif answer.missing:
        yield Note("missing", {"missing": answer.missing, "size": answer.council_size})
    if listed:
        named = (
            Note("listed_of", {"list": Named(row["list"], row["name"]), "members": row["members"]}) for row in listed
        )
        yield Note("listed_there", {"lists": tuple(named)})
    if any(item.preliminary for item in answer.lists):
        yield Note("preliminary_count")
    disputed = tuple(Named(item.id, item.name) for item in answer.lists if item.disputed)
    if disputed:
        yield Note("lists_disputed", {"lists": disputed})
    if answer.size_standing == Standing.INFERRED:
        yield Note("size_inferred", {"size": answer.council_size})
    for item in answer.unresolved:
        yield Note("unregistered", {"text": item.text, "seats": item.seats, "locator": item.locator})
    yield from answer.election.notes
