"""What every question needs: the graph that is asked, its names, its elections, and the evidence of its facts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import filterfalse
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar
from weakref import proxy

from graph.dates import not_after, today
from graph.errors import StoreError, UsageError
from graph.kinds import BODIES, COUNCILS, PROVINCES
from graph.lexicon import Candidate
from graph.stores.protocol import Row, Store

from ..plain import Named
from .elections import Election, check_day, sits
from .evidence import Evidence, SourceLine, dissenting, sorted_sources, source_line, strength
from .names import GraphNames
from .rows import made, rows_by

T = TypeVar("T")
_KEPT = 24  # answers to prepared queries that are kept
LATEST = "latest"  # the word for the last election by the day asked about


class GraphView(GraphNames):
    """A store with its names and councils read once; `current`: this very code wrote its graph.

    Raises StoreError while the graph is being built, and for one that was written with other properties.
    """

    def __init__(self, store: Store, *, current: bool = False) -> None:
        super().__init__(store)
        state = self.run("state")
        if not state or state[0]["state"] != "ready":
            word = state[0]["state"] if state else "empty"
            raise StoreError(f"the graph is {word}: build it again with majlis build")
        if not current and state[0]["model"] != _model():
            raise StoreError("another version of Majlis wrote this graph, with other properties: build it again")
        self.data_version: str = state[0]["data_version"]
        self.elections = tuple(
            made(Election, row, body=Named(row["body"], row["body_name"]) if row["body"] else None)
            for row in self.run("elections")
        )
        # The election that questions are about which name none; None: of every body that sits.
        self.usual_election = os.environ.get("MAJLIS_ELECTION") or None
        self._read: dict[tuple[object, ...], Any] = {}  # what was read of an election, by what reads it and its id
        self._every: dict[str, Mapping[str, Sequence[Row]]] = {}  # rows by election, by the query that gives them
        self._evidence: dict[str, Evidence] = {}
        self._sources: dict[str, SourceLine] = {}
        self._citing = Lock()
        self._sat: tuple[str, tuple[Election, ...]] = ("", ())  # the last day asked about, and what sat on it

    @property
    def file(self) -> Path | None:
        """The file that holds this very graph; None where it is in no file, or on a server."""
        return self.store.file

    def kept(self, name: str, **parameters: object) -> Sequence[Row]:
        """The rows of a prepared query as they were read before, of the latest few: what each body's answer asks again.

        They are shared, and nobody changes them.
        """
        given = ((key, tuple(value) if isinstance(value, list) else value) for key, value in parameters.items())
        return self._kept(name, tuple(given))

    @cached_property
    def _kept(self) -> Callable[[str, tuple[tuple[str, object], ...]], Sequence[Row]]:
        view = proxy(self)  # so that it is let go, with its rows, as soon as nobody asks it

        def read(name: str, given: tuple[tuple[str, object], ...]) -> Sequence[Row]:
            asked = {key: list(value) if isinstance(value, tuple) else value for key, value in given}
            rows: Sequence[Row] = view.run(name, **asked)
            return rows

        return lru_cache(maxsize=_KEPT)(read)

    @cached_property
    def _terms(self) -> list[Row]:
        return self.run("terms")

    @cached_property
    def offices_held(self) -> list[Row]:
        """Every term of office, the rows of `offices_held.cypher`."""
        return self.run("offices_held")

    @cached_property
    def ties(self) -> list[Row]:
        """Every tie of any kind, the rows of `every_tie.cypher`."""
        return self.run("every_tie")

    @cached_property
    def copies(self) -> frozenset[str]:
        """The sources that copy another, by their ids."""
        return frozenset(row["id"] for row in self.run("sources") if row["copy_of"])

    @cached_property
    def corrections(self) -> Mapping[str, tuple[Row, ...]]:
        """What was corrected in published data, the rows of `corrections.cypher` by fact."""
        return {fact: tuple(rows) for fact, rows in rows_by("fact", self.run("corrections")).items()}

    def rows_at(self, name: str, election: Election) -> Sequence[Row]:
        """The rows of a prepared query that are of one election; it is asked once about all elections."""
        if name not in self._every:
            self._every[name] = rows_by("election", self.run(name, election=[at.id for at in self.elections]))
        return self._every[name].get(election.id, ())

    def once(self, reads: Callable[[GraphView, Election], T], election: Election) -> T:
        """What a function reads of an election, or of those of its councils that are asked about; each is read once."""
        key = reads, election.id, election.only
        if key not in self._read:
            self._read[key] = reads(self, election)
        found: T = self._read[key]
        return found

    def every_council(self, election: Election) -> Sequence[Row]:
        """The provinces of an election with their councils, the rows of `councils.cypher`."""
        return self.kept("councils", election=election.id)

    def councils(self, election: Election) -> Sequence[Row]:
        """The same of those councils of an election that are asked about."""
        rows = self.every_council(election)
        return rows if election.only is None else [row for row in rows if row["id"] in election.only]

    def house(self, election: Election) -> Sequence[Row]:
        """Every list in a whole election, the rows of `house.cypher`."""
        return self.kept("house", election=election.id)

    def members(self, election: Election) -> Sequence[Row]:
        """How many people a list of members names, the rows of `members_by_list.cypher`."""
        return self.rows_at("members_by_list", election)

    def in_all(self, election: Election) -> Mapping[str, Row]:
        """What is stated of lists in a whole election, the rows of `seats_in_all.cypher` by list."""
        return self.once(_in_all, election)

    def listed(self, election: Election) -> Sequence[Row]:
        """Who is on a list of members for the seats of an election, the rows of `members_listed.cypher`."""
        return self.kept("members_listed", election=election.id) if self.members(election) else ()

    def people(self, election: Election) -> Sequence[Row]:
        """Who is named for the seats of an election, the rows of `people.cypher`."""
        return self.kept("people", election=election.id)

    def election(self, id: str | int | Election | None = None, as_of: str | None = None) -> Election:
        """The election of this id, the only one of this year, or the last of this body; else the usual or the latest.

        That is by the day `as_of`, today by default; "councils" are those of the last election that filled any.

        One that was found before is taken as it is. Raises UsageError for an unknown id, for a day that is no date, and
        for one before all elections.
        """
        if isinstance(id, Election):
            return id
        check_day(as_of)
        wanted = str((self.usual_election if id is None else id) or LATEST)
        day = as_of or today()
        for election in self.elections:
            if election.id == wanted or (wanted == LATEST and not_after(election.date, day)):
                return replace(election, as_of=as_of) if as_of else election
        if wanted.lower() == COUNCILS:
            return self._last(None, COUNCILS, as_of)
        if wanted != LATEST and (body := self.resolver.resolve(wanted, BODIES).entity):
            return self.election_of(body, None, as_of)
        of_year = [election for election in self.elections if election.date.split("-")[0] == wanted]
        if len(of_year) == 1:
            return replace(of_year[0], as_of=as_of) if as_of else of_year[0]
        told = (f"{at.id} ({at.fills.name}, {at.date})" for at in of_year or self.elections)
        known = ", ".join(told) or "none"
        if of_year:
            raise UsageError(f"{wanted} has {len(of_year)} elections. Name one: {known}.")
        if wanted == LATEST:
            raise UsageError(f"no election by {day} is known. Known: {known}. Name one with --election.")
        if place := self.resolver.resolve(wanted, PROVINCES).entity:
            raise UsageError(f"{place.name} is no election: `majlis who {wanted}` tells its seats in each body.")
        raise UsageError(f"no election {wanted!r} is known. Known: {known}.")

    def is_election(self, text: str) -> bool:
        """Whether `election` may be asked for this: an id, a year that has any, a body, "councils" or "latest"."""
        said = {name for at in self.elections for name in (at.id, at.date[:4])}
        words = text in said | {LATEST} or text.lower() == COUNCILS
        return words or self.resolver.resolve(text, BODIES).entity is not None

    def election_of(self, body: Candidate, id: str | Election | None = None, as_of: str | None = None) -> Election:
        """An election of a body: of this id or year, else the last by the day. Raises UsageError for one of another."""
        wanted = self.usual_election if id is None else id
        if wanted not in (None, LATEST):
            ours = (at for at in self.elections if at.body and at.body.id == body.id and at.date[:4] == wanted)
            found = self.election(next(ours, wanted), as_of)
            if found.body is None or found.body.id != body.id:
                raise UsageError(f"{found.id} is no election of {body.name}.")
            return found
        return self._last(body.id, body.name, as_of)

    def _last(self, body: str | None, name: str, as_of: str | None) -> Election:
        """The last election of a body, or of councils, by a day. Raises UsageError where there is none."""
        check_day(as_of)
        day = as_of or today()
        for election in self.elections:
            if (election.body and election.body.id) == body and not_after(election.date, day):
                return replace(election, as_of=as_of) if as_of else election
        raise UsageError(f"no election of {name} by {day} is known.")

    def sitting(self, as_of: str | None = None) -> tuple[Election, ...]:
        """The elections that filled what sits on a day, today by default: the body with most seats first.

        A body sits from its election until the next of the same body, or a stated end; each council likewise. Ties
        are asked about as of that day. Raises UsageError for a day that is no date.
        """
        check_day(as_of)
        day = as_of or today()
        if self._sat[0] != day:
            self._sat = day, self._sitting(day)
        return self._sat[1]

    def _sitting(self, day: str) -> tuple[Election, ...]:
        held = [election for election in self.elections if not_after(election.date, day)]
        bodies: dict[str, Election] = {}
        for election in held:
            if election.body:
                bodies.setdefault(election.body.id, election)
        councils: dict[str, tuple[str, str | None]] = {}  # by province, the latest election first
        for row in self._terms:
            if not_after(row["date"], day):
                councils.setdefault(row["province"], (row["election"], row["sat_until"]))
        sit = [election for election in bodies.values() if sits(election.sat_until, day)]
        for election in (at for at in held if not at.body):
            ours = frozenset(
                province
                for province, (id, end) in councils.items()
                if id == election.id and sits(end or election.sat_until, day)
            )
            if ours:
                every = {row["id"] for row in self.every_council(election) if row["accounted"] is not None}
                sit.append(replace(election, only=None if every <= ours else ours))
        sit.sort(key=lambda election: (-(election.seats or 0), election.id))
        return tuple(replace(election, as_of=day) for election in sit)

    def evidence(self, facts: Sequence[str]) -> tuple[dict[str, Evidence], dict[str, SourceLine]]:
        """The evidence of facts, by fact, and the sources that won any, by id; of each fact read once."""
        every, cited = self.evidence_read(facts)
        evidence = {fact: every[fact] for fact in facts if fact in every}
        behind = frozenset[str]().union(*(one.sources for one in evidence.values()))
        return evidence, {id: one for id, one in cited.items() if id in behind}

    def evidence_read(self, facts: Iterable[str]) -> tuple[Mapping[str, Evidence], Mapping[str, SourceLine]]:
        """The evidence of all facts that were asked about, with these, and the sources that won any of them.

        The sources stand in the order in which answers number them.
        """
        asked = [*facts]
        if not all(map(self._evidence.__contains__, asked)):
            with self._citing:  # two threads at once would each leave out the sources that the other has read
                self._cite([*filterfalse(self._evidence.__contains__, asked)])
        return self._evidence, self._sources

    def _cite(self, facts: Sequence[str]) -> None:
        """Read the evidence of facts; their sources are known before, for whoever asks meanwhile."""
        read: dict[str, Evidence] = {}
        cited = dict(self._sources)
        for fact, found in rows_by("fact", self.run("provenance", facts=facts) if facts else ()).items():
            found.sort(key=lambda row: (row["copy_of"] is not None, *strength(row)))  # a copy after what it repeats
            won = [row for row in found if row["won"]]
            cited |= {row["source"]: source_line(row) for row in won if row["source"] not in cited}
            read[fact] = Evidence(
                tuple(row["statement"] for row in won),
                tuple(dict.fromkeys((row["source"], row["locator"]) for row in won)),
                dissenting(found),
                frozenset(row["source"] for row in won),
            )
        self._sources = {one.id: one for one in sorted_sources(cited.values())}
        self._evidence |= read


def _in_all(graph: GraphView, election: Election) -> Mapping[str, Row]:
    return {row["list"]: row for row in reversed(graph.rows_at("seats_in_all", election))}


def _model() -> str:
    """What this code writes into its graphs."""
    from graph.schema import MODEL  # noqa: PLC0415 - most questions are asked of graphs that this code wrote

    return MODEL
