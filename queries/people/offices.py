"""Who held offices: of a province or body from the vote on; and all of a place, of a list's people, of a figure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.dates import before, holds_at, not_after
from graph.kinds import HOLDERS, Kind
from graph.stores.protocol import Row

from ..plain import Named, Note, Plain
from ..view import GraphView
from ..view.elections import Election, check_day
from ..view.evidence import Evidence, Sourced, SourceLine, sorted_sources, sources_of
from ..view.rows import rows_by
from ..view.subject import Subject

_OFFICES = frozenset({Kind.OFFICE})


@dataclass(frozen=True, slots=True)
class Belonging(Plain):
    """How a figure belongs to a list: the first tie on the way, "leads" or "member_of", to what, and the facts."""

    type: str
    to: Named
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term(Sourced):
    """A term of office; dates as precise as a source says, None where none does.

    `election` counts how the figure was elected to it: "votes" for the figure, "present" and "members" of
    the council, each where a source says. `supporters` are those who supported the figure then. `succeeded`: no source
    states its end, and the next term of the office began on that day. `places` are the provinces or bodies of the
    office, and `tie` is how the figure belongs to the list that was asked about.
    `first_sources` are enough to stand behind all of it: its dates, each number and the support.
    """

    FIELDS = (
        *("office", "figure", "since", "until", "succeeded", "election=counts", "supporters", "places", "tie"),
        *("standing", "disputed", "statements", "sources"),
    )
    OPTIONAL = ("succeeded", "places", "tie")

    office: Named
    figure: Named
    since: str | None
    until: str | None
    election: Mapping[str, int]
    supporters: tuple[Named, ...]
    standing: str
    disputed: bool
    statements: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]
    first_sources: tuple[str, ...]
    succeeded: str | None = None
    places: tuple[Named, ...] | None = None
    tie: Belonging | None = None
    facts: tuple[str, ...] = ()  # what it rests on

    @property
    def counts(self) -> Mapping[str, int] | None:
        """How the figure was elected to it; None where no source counts."""
        return self.election or None


def terms_of(graph: GraphView, province: str, election: Election) -> tuple[tuple[Term, ...], dict[str, SourceLine]]:
    """The terms of a province's offices from the day of a vote until the next one, and their sources by id.

    Asked as of a day, it is those who held them then: a term without an end is over when the next one began.
    They come by office, the head of a body first, then by date. Raises StoreError where the graph cannot be asked.
    """
    rows = graph.run("offices_in_council", province=province, election=election.id, as_of=election.as_of)
    elections = [row for row in rows if row["type"] == "ELECTED"]
    evidence, sources = graph.evidence(list(dict.fromkeys(id for row in rows for id in (row["fact"], *row["support"]))))
    terms, next_terms = [], successions(graph)
    for row in rows:
        if row["type"] == "ELECTED" or (election.as_of and _followed(row, rows)):
            continue
        votes = [item for item in elections if _began(row, item)]
        facts = (row["fact"], *(item["fact"] for item in votes), *row["support"])
        found, behind = [evidence[id] for id in facts], Evidence.together(evidence[id] for id in facts)
        dated = [item[name] for item in (row, *votes) for name in ("since_source", "until_source") if item[name]]
        terms.append(
            Term(
                office=Named(row["office"], row["office_name"]),
                figure=Named(row["figure"], row["figure_name"]),
                since=row["since"] or None,
                until=row["until"] or None,
                election={item["basis"]: item["number"] for item in votes if item["number"] is not None},
                supporters=graph.named(row["supporters"]),
                standing=row["standing"],
                disputed=any(item["disputed"] for item in (row, *votes)),
                statements=behind.statements,
                locators=behind.locators,
                first_sources=tuple(dict.fromkeys([*dated, *(_first(item, dated) for item in found)])),
                succeeded=next_terms.get(row["fact"]),
                facts=facts,
            )
        )
    shown = {source for term in terms for source, _ in term.locators}
    return tuple(terms), {id: source for id, source in sources.items() if id in shown}


def _first(item: Evidence, shown: Sequence[str]) -> str:
    """A source of a fact, one of those shown already if there is one."""
    return min(item.locators, key=lambda locator: locator[0] not in shown)[0]


def _began(term: Row, election: Row) -> bool:
    """Whether a term began with this election: the same figure and office, and dates of which one refines the other."""
    same = (term["office"], term["figure"]) == (election["office"], election["figure"])
    dates = sorted((term["since"], election["since"]), key=len)
    return same and bool(dates[0]) and dates[1].startswith(dates[0])


def _followed(term: Row, rows: Sequence[Row]) -> bool:
    """Whether a later term of the same office is among these rows, so that this one, without an end, has one."""
    later = (row for row in rows if row["type"] != "ELECTED" and row["office"] == term["office"])
    return not term["until"] and any(row["since"] > term["since"] for row in later)


def successions(graph: GraphView) -> dict[str, str]:
    """By its fact, for each term whose end no source states: when the next term of the office began, if any did."""
    found = {}
    for rows in rows_by("office", graph.offices_held).values():
        began = [row["since"] for row in rows if row["since"]]
        for row in rows:
            if row["since"] and not row["until"] and (later := [date for date in began if before(row["since"], date)]):
                found[row["fact"]] = min(later)
    return found


# --- The offices of a place, of a list's people, or of a figure -------------------------------------------------


@dataclass(frozen=True, slots=True, repr=False)
class Offices(Plain):
    """Who held which office, as far as sources here tell: of a place, a figure, a list's people, or one office.

    Those of a list lead it, are members of it, or of a member of it. `as_of`: the day on which terms and ties hold,
    None for terms of any time, with ties that may have held then.
    """

    ROWS = "terms"
    LINE = "{0.subject.candidate.name}: {rows} terms of office"

    asked: str
    subject: Subject
    as_of: str | None
    data_version: str
    people: int | None
    terms: tuple[Term, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]


def offices(graph: GraphView, asked: str, as_of: str | None = None) -> Offices:
    """The terms of an office, of a place's or body's, of a figure, or of the people of a list; on a day, if given.

    A word that is both a holder's and a place's means the holder. Raises CannotAnswerError for an unknown or ambiguous
    name, UsageError for a day that is no date, StoreError.
    """
    check_day(as_of)
    office = not graph.resolver.holders(asked).candidates and graph.resolver.resolve(asked, _OFFICES).candidates
    subject = graph.read(asked, _OFFICES) if office else graph.read_any(asked)
    found = subject.candidate
    ways: Mapping[str, Sequence[Row]] | None = None
    rows = [row for row in graph.offices_held if found.id in (row["figure"], row["office"], *row["places"])]
    if found.kind in HOLDERS and found.kind is not Kind.FIGURE:
        ways = _ways(graph, found.id, as_of)
        rows = [row for row in graph.offices_held if row["figure"] in ways]
    next_terms = successions(graph)
    kept = [
        (row, way)
        for row in rows
        if as_of is None or _holds(row, next_terms.get(row["fact"]), as_of)
        for way in [_way(row, ways[row["figure"]]) if ways is not None else None]
        if ways is None or way
    ]
    facts = [id for row, way in kept for id in (row["fact"], *(way["facts"] if way else ()))]
    evidence, sources = graph.evidence(facts)
    terms = [_term(graph, row, way, evidence, next_terms) for row, way in kept]
    place = {row["office"]: row["place"] or math.inf for row in rows}
    terms.sort(key=lambda term: term.since or term.until or "", reverse=True)
    terms.sort(key=lambda term: term.figure.name if found.kind in HOLDERS else term.office.name)
    if found.kind not in HOLDERS:
        terms.sort(key=lambda term: place[term.office.id])
    notes = [Note("offices")] if terms else []
    notes += [Note("ties_then")] if terms and ways is not None and as_of is None else []
    return Offices(
        asked,
        subject,
        as_of,
        graph.data_version,
        None if ways is None else len(ways),
        tuple(terms),
        sorted_sources(sources[id] for term in terms for id in term.sources),
        tuple(notes),
    )


def every_term(graph: GraphView) -> tuple[Term, ...]:
    """Every term of every office, by office and date. Raises StoreError."""
    rows = graph.offices_held
    evidence, _ = graph.evidence([row["fact"] for row in rows])
    next_terms = successions(graph)
    return tuple(_term(graph, row, None, evidence, next_terms) for row in rows)


def _ways(graph: GraphView, id: str, as_of: str | None) -> dict[str, list[Row]]:
    """The figures of a list, and on which ways of leading and membership each comes to it, the shortest first.

    As of a day the ties hold then; one that is of an election holds while what that filled sits.
    """
    sit = {election.id for election in graph.sitting(as_of)} if as_of else set()
    found: dict[str, list[Row]] = {}
    for row in graph.run("people_of", id=id):
        dated = zip(row["sinces"], row["untils"], row["elections"], strict=True)
        if not as_of or all(
            holds_at(since, until, as_of) and election in ("", *sit) for since, until, election in dated
        ):
            found.setdefault(row["figure"], []).append(row)
    return found


def _way(term: Row, ways: Sequence[Row]) -> Row | None:
    """The first way on which every tie may have held at some time of the term."""
    return next((way for way in ways if all(map(_overlaps, [term] * way["steps"], way["sinces"], way["untils"]))), None)


def _overlaps(term: Row, since: str, until: str) -> bool:
    ended = bool(until and term["since"]) and before(until, term["since"])
    return not ended and not (since and term["until"] and before(term["until"], since))


def _holds(term: Row, succeeded: str | None, day: str) -> bool:
    """Whether a term holds on a day; without a stated end until the next one began."""
    return holds_at(term["since"], term["until"], day) and not (succeeded and not_after(succeeded, day))


def _term(
    graph: GraphView, row: Row, way: Row | None, evidence: Mapping[str, Evidence], next_terms: Mapping[str, str]
) -> Term:
    behind, facts = evidence[row["fact"]], tuple(way["facts"]) if way is not None else ()
    tie = None
    if way is not None:
        to = way["through"][1]
        tie = Belonging(way["types"][0].lower(), Named(to, graph.name(to)), facts)
    tied = (evidence[fact].locators[0] for fact in facts)
    return Term(
        office=Named(row["office"], row["office_name"]),
        figure=Named(row["figure"], row["figure_name"]),
        since=row["since"] or None,
        until=row["until"] or None,
        election={},
        supporters=(),
        standing=row["standing"],
        disputed=row["disputed"],
        statements=behind.statements,
        locators=tuple(dict.fromkeys((*behind.locators, *tied))),
        first_sources=sources_of(behind.locators),
        succeeded=next_terms.get(row["fact"]),
        places=graph.named(row["places"]),
        tie=tie,
    )
