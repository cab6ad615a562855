"""Where does X hold seats? Six answers for each council, and three figures that are never added."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.dates import holds_at
from graph.kinds import PROVINCES, Kind, Standing
from graph.stores.protocol import Row

from .disputed import rank, span
from .ties import LED, MEMBER, OWN, SHARED, Tie, led_by, ties_of
from .view import Election, Evidence, GraphView, SourceLine, Subject, sorted_sources

SEATS, NONE, UNKNOWN = "seats", "none", "unknown"
DID_NOT_STAND, NO_VOTE = "did_not_stand", "no_vote"
# Over the whole election, the first of these that any council has.
_ORDER = (SEATS, SHARED, UNKNOWN, NONE, DID_NOT_STAND)


@dataclass(frozen=True, slots=True)
class HeldList:
    """A list with seats in one council; `rank` is its place by seats there, `tied_with` the lists that share it.

    Disputed numbers are told as by `queries.who.Holder`: `seats` to `most`, and `rank` None where the place is open.
    """

    id: str
    name: str
    relation: str
    seats: int
    most: int
    rank: int | None
    tied_with: tuple[str, ...]
    reserved_for: str | None
    fact: str

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "relation": self.relation,
            "seats": self.seats,
            "most": self.most,
            "rank": self.rank,
            "tied_with": list(self.tied_with),
            "reserved_for": self.reserved_for,
        }


@dataclass(frozen=True, slots=True)
class ListTotal:
    """A list that X holds seats on, and all its seats; `by` joined it, where `reported` before the vote only.

    `total` is of the smallest numbers that stand, `most` of the largest.
    """

    id: str
    name: str
    relation: str
    total: int
    most: int
    councils: int
    by: str = ""
    reported: bool = False
    locators: tuple[tuple[str, str], ...] = ()  # source id and place of what ties X to it, nearest to the list first

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "relation": self.relation,
            "total": self.total,
            "most": self.most,
            "councils": self.councils,
            "sources": list(dict.fromkeys(source for source, _ in self.locators)),
        } | ({"by": self.by, "reported": self.reported} if self.by else {})


@dataclass(frozen=True, slots=True)
class CouncilAnswer:
    """The answer for one council. `seats` is set for the status "seats" only; `missing` seats are not accounted for.

    Where sources dispute the number, it is the smallest and `most` the largest that stands, else they are equal.
    `listless`: it is unknown because no list of X is known, whatever is accounted for.
    """

    id: str
    name: str
    status: str
    seats: int | None
    most: int | None
    council_size: int | None
    size_standing: str | None
    accounted: int
    standing: str | None
    disputed: bool
    dissent: bool
    lists: tuple[HeldList, ...] = ()
    statements: tuple[str, ...] = ()
    locators: tuple[tuple[str, str], ...] = ()
    stood: bool = False
    listless: bool = False

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources behind it."""
        return tuple(dict.fromkeys(source for source, _ in self.locators))

    @property
    def missing(self) -> int | None:
        """Seats of the council that are not accounted for; None while its size is unknown."""
        return None if self.council_size is None else max(self.council_size - self.accounted, 0)

    @property
    def perhaps(self) -> int | None:
        """At most how many seats X has here where that is unknown; None where nothing bounds them."""
        return None if self.listless else self.missing

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "id": self.id,
            "name": self.name,
            "status": self.status,
            "seats": self.seats,
            "most": self.most,
            "council_size": self.council_size,
            "size_standing": self.size_standing,
            "accounted": self.accounted,
            "standing": self.standing,
            "disputed": self.disputed,
            "dissent": self.dissent,
            "lists": [item.to_dict() for item in self.lists],
            "stood": self.stood,
            "statements": list(self.statements),
            "sources": list(self.sources),
        }


@dataclass(frozen=True, slots=True)
class Where:
    """Where X holds seats at an election."""

    asked: str
    subject: Subject
    election: Election
    data_version: str
    status: str
    totals: dict[str, int | None]
    total: int | None
    minimum: bool
    lists: tuple[ListTotal, ...]
    no_vote: tuple[tuple[str, str], ...]
    provinces: tuple[CouncilAnswer, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[str, ...]
    short_names: Mapping[str, str]  # of all entities, by id

    @property
    def all_seats(self) -> int | None:
        """The size of all councils together; None while one is unknown."""
        sizes = [council.council_size for council in self.provinces]
        return None if None in sizes else sum(size or 0 for size in sizes)

    def to_dict(self) -> dict[str, Any]:
        """For JSON, in the order of DESIGN.md section 5."""
        return {
            "asked": self.asked,
            "subject": self.subject.to_dict(),
            "election": self.election.to_dict(),
            "data_version": self.data_version,
            "status": self.status,
            "totals": self.totals,
            "total": self.total,
            "minimum": self.minimum,
            "lists": [item.to_dict() for item in self.lists],
            "no_vote": [{"id": id, "name": name} for id, name in self.no_vote],
            "provinces": [council.to_dict() for council in self.provinces],
            "sources": [source.to_dict() for source in self.sources],
            "notes": list(self.notes),
        }


def where(graph: GraphView, asked: str, election: str | None = None, as_of: str | None = None) -> Where:
    """Where X holds seats: X is a list, party, alliance, bloc or figure, by any of its names.

    With `as_of`, a date, X is asked about as it led and belonged to lists on that day; seats stay as won.

    Raises CannotAnswerError for an unknown or ambiguous name and for a province, UsageError for an unknown
    election or a date that is none, StoreError where the graph cannot be asked.
    """
    subject = graph.read_holder(asked)
    return _Answer(graph, asked, subject, graph.election(election, as_of)).answer()


class _Answer:
    def __init__(self, graph: GraphView, asked: str, subject: Subject, election: Election) -> None:
        self._graph, self._asked, self._subject, self._election = graph, asked, subject, election
        candidate = subject.candidate
        self._ties = ties_of(graph, candidate, election)
        lists = list(self._ties)
        self._held: dict[str, list[Row]] = defaultdict(list)
        totals: dict[str, int] = {}
        self._most: dict[str, int] = defaultdict(int)
        for row in graph.run("seats_of_lists", lists=lists, election=election.id):
            self._held[row["province"]].append(row)
            totals[row["list"]] = totals.get(row["list"], 0) + row["seats"]
            self._most[row["list"]] += row["most"]
        self._stood: dict[str, list[str]] = defaultdict(list)
        for row in graph.run("stood", lists=lists, election=election.id):
            self._stood[row["province"]].append(row["fact"])
            if self._ties[row["list"]].relation != SHARED:
                totals.setdefault(row["list"], 0)
        self._totals = totals
        self._absences = self._absent()
        figure = candidate.kind is Kind.FIGURE
        self._won = graph.run("won_seat", figure=candidate.id, election=election.id) if figure else []
        facts = [row["fact"] for rows in self._held.values() for row in rows]
        for id in totals:
            facts.extend(self._ties[id].facts)
        facts.extend(row["fact"] for row in (*self._absences, *self._won))
        for stood in self._stood.values():
            facts.extend(stood)
        self._evidence, self._sources = graph.evidence(facts)

    def _absent(self) -> list[Row]:
        """Boycotts and bars of X, of what it leads, and the boycott of who leads it; none for who had a list."""
        if self._totals or self._subject.candidate.kind is Kind.BLOC:
            return []
        graph, election = self._graph, self._election.id
        rows = graph.run("absences", ids=led_by(self._ties), election=election)
        if not rows:
            leaders = [
                row["id"]
                for row in graph.run("leaders", id=self._subject.candidate.id, election=election)
                if holds_at(row["since"], row["until"], self._election.date)
            ]
            rows = [row for row in graph.run("absences", ids=leaders, election=election) if row["type"] == "BOYCOTTED"]
        return rows

    def answer(self) -> Where:
        voted: list[CouncilAnswer] = []
        no_vote: list[tuple[str, str]] = []
        for row in self._graph.councils(self._election):
            if row["no_vote"] and not row["accounted"]:
                no_vote.append((row["id"], row["name"]))
            else:
                voted.append(self._council(row))
        voted.sort(key=lambda council: (-(council.seats or 0), council.name, council.id))
        statuses = {council.status for council in voted}
        status = next((status for status in _ORDER if status in statuses), UNKNOWN)
        totals, lists = self._figures(), self._lists()
        minimum = any(council.status == UNKNOWN or council.disputed for council in voted)
        return Where(
            asked=self._asked,
            subject=self._subject,
            election=self._election,
            data_version=self._graph.data_version,
            status=status,
            totals=totals,
            total=self._total(status, totals),
            minimum=minimum,
            lists=lists,
            no_vote=tuple(sorted(no_vote, key=lambda place: (place[1], place[0]))),
            provinces=tuple(voted),
            sources=sorted_sources(self._sources.values()),
            notes=self._notes(voted, minimum, lists),
            short_names=self._graph.short_names,
        )

    def _figures(self) -> dict[str, int | None]:
        found: dict[str, int | None] = {OWN: None, LED: None, SHARED: None, MEMBER: None}
        for id, total in self._totals.items():
            relation = self._ties[id].relation
            found[relation] = (found[relation] or 0) + total
        return found

    @staticmethod
    def _total(status: str, totals: dict[str, int | None]) -> int | None:
        if status == SEATS:
            return next((totals[name] for name in (OWN, LED, MEMBER) if totals[name] is not None), None)
        return 0 if status == NONE else None

    def _lists(self) -> tuple[ListTotal, ...]:
        councils: dict[str, int] = defaultdict(int)
        for rows in self._held.values():
            for row in rows:
                councils[row["list"]] += 1
        order = (OWN, LED, MEMBER, SHARED)
        found = [
            ListTotal(
                id,
                tie.name,
                tie.relation,
                total,
                self._most[id],
                councils[id],
                self._name(tie.by),
                tie.reported,
                _locators([self._evidence[fact] for fact in reversed(tie.facts) if fact in self._evidence]),
            )
            for id, total in self._totals.items()
            for tie in (self._ties[id],)
        ]
        return tuple(sorted(found, key=lambda item: (order.index(item.relation), -item.total, item.id)))

    def _name(self, id: str) -> str:
        known = self._graph.resolver.candidate(id) if id else None
        return known.name if known else id

    def _council(self, row: Row) -> CouncilAnswer:
        held = self._held.get(row["id"], ())
        relations = {self._ties[item["list"]].relation for item in held}
        accounted, size = row["accounted"] or 0, row["council_size"]
        seats = most = None
        basis: list[str | None] = []
        facts = [item["fact"] for item in held]
        stood = listless = False
        counted = next((relation for relation in (OWN, LED, MEMBER) if relation in relations), None)
        if counted:
            status = SEATS
            own = [item for item in held if self._ties[item["list"]].relation == counted]
            seats, most = sum(item["seats"] for item in own), sum(item["most"] for item in own)
            basis = [item["standing"] for item in own]
        elif held:
            status = SHARED
            for item in held:
                tie: Tie = self._ties[item["list"]]
                basis += [item["standing"], *tie.standings]
                facts += reversed(tie.facts)
        elif away := [item for item in self._absences if item["province"] in (None, row["id"])]:
            status = DID_NOT_STAND
            basis = [item["standing"] for item in away]
            facts = [item["fact"] for item in away]
        elif self._subject.candidate.kind in _NO_LISTS and not self._totals:
            status, listless = UNKNOWN, True
        elif size is not None and accounted >= size:
            status = NONE
            basis = [row["accounted_standing"], row["size_standing"]]
            facts = self._stood.get(row["id"], [])
            stood = bool(facts)
        else:
            status = UNKNOWN
        evidence = [self._evidence[fact] for fact in facts if fact in self._evidence]
        return CouncilAnswer(
            id=row["id"],
            name=row["name"],
            status=status,
            seats=seats,
            most=most,
            council_size=size,
            size_standing=row["size_standing"],
            accounted=accounted,
            standing=_weakest(basis),
            disputed=any(item["disputed"] for item in held),
            dissent=any(item["rank_disputed"] for item in held) or any(item.dissent for item in evidence),
            lists=tuple(self._held_list(item) for item in held),
            stood=stood,
            statements=tuple(id for item in evidence for id in item.statements),
            locators=_locators(evidence),
            listless=listless,
        )

    def _held_list(self, row: Row) -> HeldList:
        return HeldList(
            row["list"],
            row["name"],
            self._ties[row["list"]].relation,
            row["seats"],
            row["most"],
            rank(row["ahead"], row["perhaps_ahead"]),
            tuple(sorted(row["tied"])),
            row["reserved_for"],
            row["fact"],
        )

    def _at_the_vote(self) -> list[str]:
        """For another day than that of the vote: the lists that X led or had joined then."""
        if self._election.as_of is None:
            return []
        then = _Answer(self._graph, self._asked, self._subject, replace(self._election, as_of=None))._lists()
        if not then:
            return []
        lists = ", ".join(f"{item.name} ({item.relation}), which won {span(item.total, item.most)}" for item in then)
        return [f"On the day of the vote {self._subject.candidate.name} had {lists}."]

    def _notes(self, councils: Sequence[CouncilAnswer], minimum: bool, lists: Sequence[ListTotal]) -> tuple[str, ...]:
        notes = []
        name = self._subject.candidate.name
        place = self._graph.resolver.resolve(self._asked, PROVINCES).entity
        if place:
            notes.append(f"{self._asked!r} is also a province: majlis who {place.name}")
        for item in lists:
            if item.relation == SHARED:
                how = "was reported before the vote to join" if item.reported else "is part of"
                part = f"; the part of {name} is not reported"
                notes.append(f"{item.by} {how} {item.name}, which won {span(item.total, item.most)}{part}.")
        for type, words in _ABSENT.items():
            names = dict.fromkeys(row["name"] for row in self._absences if row["type"] == type)
            if names:
                verb = words if len(names) == 1 else words.replace("was ", "were ")
                notes.append(f"{' and '.join(names)} {verb} the election.")
        for row in self._won:
            seat = f"a seat reserved for {row['reserved_for']}" if row["reserved_for"] else "a seat"
            notes.append(f"{name} is named as the winner of {seat} in {row['name']}, which counts as its list's.")
        if not self._totals and not self._absences and (said := _NO_LISTS.get(self._subject.candidate.kind)):
            notes.append(said.format(name=name))
            notes += self._at_the_vote()
        inferred = [c.name for c in councils if c.status == NONE and c.size_standing == Standing.INFERRED]
        if inferred:
            notes.append(f"None is said if the council has the size inferred from its seats: {', '.join(inferred)}.")
        unknown = [f"{c.missing} of {c.name}" for c in councils if c.status == UNKNOWN and c.missing]
        if minimum and unknown and self._totals:
            notes.append(f"A minimum: seats are not accounted for, {', '.join(unknown)}.")
        disputed = [council.name for council in councils if council.disputed]
        if disputed:
            notes.append(f"A minimum: sources dispute the number of seats in {', '.join(disputed)}.")
        notes += self._election.notes
        return tuple(notes)


# What is said of those who need no list of their own when none is known of them.
_NO_LISTS = {
    Kind.FIGURE: "No list of this election is known that {name} is, leads or joined.",
    Kind.BLOC: "No source places a list in {name} by the day of the vote.",
}
_ABSENT = {"BOYCOTTED": "boycotted", "BARRED": "was barred from"}
_STANDING_ORDER = {standing.value: standing.rank for standing in Standing}


def _weakest(standings: Sequence[str | None]) -> str | None:
    return max((text for text in standings if text), key=_STANDING_ORDER.__getitem__, default=None)


def _locators(evidence: Sequence[Evidence]) -> tuple[tuple[str, str], ...]:
    """The places behind some facts, the first of each before the others: a short citation speaks for every fact."""
    first = [place for item in evidence for place in item.locators[:1]]
    return tuple(dict.fromkeys([*first, *(place for item in evidence for place in item.locators)]))
