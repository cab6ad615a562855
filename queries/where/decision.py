"""What one name holds at one election is decided from its part of what the graph holds, alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import attrgetter

from graph.kinds import HOLDS_SEATS, Standing
from graph.lexicon import Candidate
from graph.stores.protocol import Row

from ..affiliation.known import known_notes, reported_note
from ..affiliation.ties import LED, MEMBER, OWN, SHARED
from ..disputed import Span, Told, sum_of
from ..holdings import NO_LISTS, Holdings
from ..plain import Named, Note
from ..totals import all_known
from ..view.evidence import SourceLine, sorted_sources, source_line, sources_behind
from ..view.rows import rows_by
from ..view.subject import Subject
from .answer import DID_NOT_STAND, NONE, SEATS, UNKNOWN, CouncilAnswer, ListTotal, Where, counted_lists
from .council import councils_of, evidence_of, locators_of, members_of

_STATUS, _DISPUTED, _PRELIMINARY, _MEMBERS = map(attrgetter, ("status", "disputed", "preliminary", "members"))
# Over the whole election, the first of these that any council has.
_ORDER = (SEATS, SHARED, UNKNOWN, NONE, DID_NOT_STAND)


class Decision:
    """The answer about one subject, from what was gathered of it alone."""

    def __init__(self, asked: str, subject: Subject, gathered: Holdings) -> None:
        self._asked, self._subject, self._rows = asked, subject, gathered
        self._ties, self._totals = gathered.ties, gathered.totals
        self._reported = rows_by("province", gathered.reported)

    def answer(
        self, also: Candidate | None, read: Sequence[Note], data_version: str, short_names: Mapping[str, str]
    ) -> Where:
        """The answer; `also` is the province that the same word is a name of, `read` says how the name was read."""
        voted = councils_of(self._subject.candidate, self._rows)
        statuses = set(map(_STATUS, voted))
        unsure, disputed = UNKNOWN in statuses, any(map(_DISPUTED, voted))
        totals, lists = self._figures(), self.lists()
        stated = [item for item in lists if item.placed is not None and item.relation != SHARED]
        counted = counted_lists(lists)
        all_stated = bool(counted) and all(item.placed is not None for item in counted)
        if any(item.total for item in stated):
            statuses.add(SEATS)
        elif all_stated and not voted and not any(item.most for item in counted):
            statuses.add(NONE)  # in a house without constituencies: a source says so of each
        status = next((status for status in _ORDER if status in statuses), UNKNOWN)
        minimum = not all_stated and (unsure or disputed)
        return Where(
            asked=self._asked,
            subject=self._subject,
            election=self._rows.election,
            data_version=data_version,
            status=status,
            totals=totals,
            total=self._total(status, totals),
            minimum=minimum,
            lists=lists,
            no_vote=self._rows.common.no_vote,
            provinces=tuple(voted),
            sources=self._sources(voted),
            notes=(*read, *self._notes(voted, minimum, lists, also)),
            short_names=short_names,
            placed=sum(item.total if item.placed is None else item.placed for item in counted) if stated else None,
            members=members_of(self._ties, self._rows.members) if self._rows.members else None,
        )

    def _sources(self, councils: Iterable[CouncilAnswer]) -> tuple[SourceLine, ...]:
        """The sources of the facts that it rests on, also at the vote, and of what is said of it in words."""
        then = self._rows.at_the_vote
        facts = [*self._rows.facts, *(then.facts if then else ())]
        behind = sources_behind(facts, self._rows.evidence, self._rows.sources)
        if not self._reported:
            return behind
        rows = [row for council in councils if council.reported for row in self._reported[council.id]]
        return sorted_sources((*map(source_line, rows), *behind))

    def _figures(self) -> dict[str, int | None]:
        found: dict[str, int | None] = {OWN: None, LED: None, SHARED: None, MEMBER: None}
        for id, total in self._totals.items():
            relation = self._ties[id].relation
            found[relation] = (found[relation] or 0) + total.seats
        return found

    @staticmethod
    def _total(status: str, totals: dict[str, int | None]) -> int | None:
        if status == SEATS:
            return next((totals[name] for name in (OWN, LED, MEMBER) if totals[name] is not None), None)
        return 0 if status == NONE else None

    def lists(self) -> tuple[ListTotal, ...]:
        """The lists that X has seats on, its own first, then those it leads."""
        order = (OWN, LED, MEMBER, SHARED)
        placed, stated, seats = self._rows.placed, self._rows.stated, self._rows.common.seats
        found = [
            ListTotal(
                id,
                tie.name,
                tie.relation,
                total.seats,
                total.most,
                len(seats.get(id, ())),
                placed.get(id, Span(0, 0)).seats if id in stated else None,
                self._rows.names[tie.by] if tie.by else None,
                tie.by or None,
                tie.reported if tie.by else None,
                self._locators_of(reversed(tie.facts)),
                self._locators_of([stated[id]["fact"]] if id in stated else ()),
                self._others(id) or None,
                self._is_preliminary([stated[id]] if id in stated else seats.get(id, ())),
            )
            for id, total in self._totals.items()
            for tie in (self._ties[id],)
        ]
        return tuple(sorted(found, key=lambda item: (order.index(item.relation), -item.total, item.id)))

    def _others(self, list: str) -> tuple[int, ...]:
        """What sources say besides of the seats of a list in all: of what is stated, else of their sum."""
        evidence, stated = self._rows.evidence, self._rows.stated
        if list in stated:
            return evidence[stated[list]["fact"]].others
        rows = self._rows.common.seats.get(list, ())
        parts = [Told(row["seats"], row["most"], evidence[row["fact"]].others) for row in rows]
        return sum_of(parts).others if any(part.others for part in parts) else ()

    @staticmethod
    def _is_preliminary(rows: Iterable[Row]) -> bool:
        return any(row["standing"] == Standing.PRELIMINARY for row in rows)

    def _locators_of(self, facts: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return locators_of(evidence_of(facts, self._rows))

    def _notes(
        self, councils: Sequence[CouncilAnswer], minimum: bool, lists: Sequence[ListTotal], also: Candidate | None
    ) -> Iterator[Note]:
        subject = self._subject.candidate
        name = self._subject.named
        if also:
            yield Note("also_province", {"asked": self._asked, "province": Named(also.id, also.name)})
        for item in lists:
            if item.relation == SHARED:
                values = {
                    "by": Named(self._ties[item.id].by, item.by or ""),
                    "list": Named(item.id, item.name),
                    "seats": Span(item.total, item.most),
                    "date": self._rows.election.date,
                }
                yield Note("expected" if item.reported else "joined", values | {"name": name})
        for type, (one, several) in ABSENT.items() if self._rows.absences else ():
            absent = {Named(row["id"], row["name"]): None for row in self._rows.absences if row["type"] == type}
            if absent:
                names = reduce(_both, absent, None)
                yield Note(one if len(absent) == 1 else several, {"names": names, "date": self._rows.election.date})
        for row in self._rows.won:
            values = {"name": name, "province": Named(row["province"], row["name"])}
            whom = row["reserved_for"]
            yield Note("won_reserved_seat", values | {"whom": whom}) if whom else Note("won_seat", values)
        yield from (note for note, _ in self._rows.listed)
        for row in self._rows.reported:
            if row["province"] is None and row["predicate"] == HOLDS_SEATS:
                yield reported_note(row, None)
        for council in councils if self._rows.reported else ():
            for row in self._reported[council.id] if council.reported else ():
                yield reported_note(row, Named(council.id, council.name))
        bare = not self._totals and not self._rows.absences
        if bare and (subject.kind in NO_LISTS or any(council.status == UNKNOWN for council in councils)):
            yield Note(NO_LISTS.get(subject.kind, "no_list"), {"name": name})
        voted = self._rows.at_the_vote
        then = Decision(self._asked, self._subject, voted).lists() if voted else ()
        if lost := tuple(_list_then(item) for item in then if item.id not in self._ties):
            yield Note("at_the_vote", {"name": name, "date": self._rows.election.date, "lists": lost})
        if bare:
            yield from known_notes(self._subject, self._rows.known)
        yield from self._of_totals(councils, lists)
        if {*map(_MEMBERS, councils)} - {None}:
            yield Note("members_listed")
        if any(map(_PRELIMINARY, (*councils, *lists))):
            yield Note("preliminary_count")
        if minimum and self._totals:
            unknown = (council for council in councils if council.status == UNKNOWN and council.missing)
            missing = [Note("seats_of", {"seats": c.missing, "province": Named(c.id, c.name)}) for c in unknown]
            if missing:
                yield Note("minimum_missing", {"missing": tuple(missing)})
        if disputed := [*filter(_DISPUTED, councils)]:
            yield Note("minimum_disputed", {"provinces": tuple(Named(c.id, c.name) for c in disputed)})
        yield from self._rows.corrected
        yield from self._rows.election.notes

    def _of_totals(self, councils: Sequence[CouncilAnswer], lists: Sequence[ListTotal]) -> Iterator[Note]:
        """How the seats of each list in all and by province go together, and where the others may be."""
        for item in lists:
            stated = self._rows.in_all.get(item.id)
            placed = item.total if item.placed is None else item.placed
            if stated and item.placed is not None and placed < item.most:
                told = {"list": Named(item.id, item.name), "seats": Span(item.total, item.most)}
                yield Note("not_all_placed", told | {"placed": placed}) if placed else Note("none_placed", told)
            elif stated and not stated["seats"] <= placed <= stated["most"]:
                in_all = Span(stated["seats"], stated["most"])
                named = Named(item.id, item.name)
                yield Note("totals_differ", {"list": named, "seats": in_all, "placed": placed})
        unplaced = councils and any(item.placed is not None and item.placed < item.most for item in lists)
        if unplaced and not all_known(self._rows.election, [council.council_size for council in councils]):
            yield Note("more_constituencies", {"body": self._rows.election.body})


# What is said of one who was absent, and of several.
ABSENT = {
    "BOYCOTTED": ("boycotted", "boycotted"),
    "BARRED": ("barred", "barred_several"),
    "DID_NOT_STAND": ("did_not_stand", "did_not_stand"),
}


def _both(first: Named | Note | None, second: Named) -> Named | Note:
    return Note("both", {"first": first, "second": second}) if first else second


def _list_then(item: ListTotal) -> Note:
    values = {"list": Named(item.id, item.name), "relation": Note(item.relation), "seats": Span(item.total, item.most)}
    return Note("list_then", values)
