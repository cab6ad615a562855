"""What one name holds in each council at one election is decided from its part of what the graph holds, alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import itemgetter

from graph.kinds import Kind, Standing
from graph.lexicon import Candidate
from graph.stores.protocol import Row

from ..affiliation.ties import LED, MEMBER, OWN, SHARED, Tie
from ..holdings import NO_LISTS, Holdings
from ..view.evidence import Evidence, weakest
from ..view.rows import rows_by
from .answer import DID_NOT_STAND, NONE, SEATS, UNKNOWN, CouncilAnswer, HeldList

_LIST, _MEMBERS = itemgetter("list"), itemgetter("members")
_KEPT = 1000  # answers for other ties that are kept of an election


def councils_of(subject: Candidate, gathered: Holdings) -> Sequence[CouncilAnswer]:
    """The answers about one subject for all councils that voted, most seats first.

    They are decided once for the same ties to lists, unless a source speaks of the subject itself besides.
    """
    if gathered.absences or gathered.reported:
        return _Councils(subject, gathered).answers()
    kept, ties = gathered.common.kept, tuple(gathered.ties.values())
    found = kept.get(ties)
    if found is None:
        if len(kept) >= _KEPT:
            kept.clear()
        found = kept[ties] = _Councils(subject, gathered).answers()
    return found


class _Councils:
    """What decides the answers about one subject for each council."""

    def __init__(self, subject: Candidate, gathered: Holdings) -> None:
        self._rows, self._common, self._ties = gathered, gathered.common, gathered.ties
        self._held = rows_by("province", gathered.seats)
        self._stood = rows_by("province", gathered.stood)
        self._members = rows_by("province", gathered.members)
        led = {id for id, tie in gathered.ties.items() if tie.relation == LED}
        itself = {subject.id} if subject.kind is Kind.FIGURE else set[str]()
        self._may_hold = gathered.ties.keys() - (itself if led else set())  # who leads a list has none of its own
        seated = {id for id in itself if id in gathered.placed and gathered.placed[id].seats}  # a person has one seat
        self._unplaced = gathered.unplaced(self._may_hold, seated)
        self._none = rows_by("province", gathered.none)
        self._reported = rows_by("province", gathered.reported)
        self._listless = subject.kind in NO_LISTS and not gathered.totals
        told = self._held.keys() | self._none.keys() | self._reported.keys()
        everywhere = gathered.absences or (self._unplaced == 0 and not self._listless)
        self._told = self._common.voted.keys() if everywhere else told | self._common.full.intersection(self._stood)

    def answers(self) -> Sequence[CouncilAnswer]:
        """The answers for all that voted; those where nothing is told of X are made once for all of whom that is so."""
        voted = self._common.voted
        alone = voted.keys() - self._members.keys() - self._told
        alike = self._common.alike.setdefault((self._listless, self._unplaced), {})
        for id in alone - alike.keys():
            alike[id] = self._without(voted[id])
        found = [*map(alike.__getitem__, alone)]
        for id in voted.keys() - alone:
            held = self._held.get(id)
            found.append(self._with_lists(voted[id], held) if held else self._without(voted[id]))
        return sorted(found, key=lambda council: (-(council.seats or 0), council.name, council.id))

    def _with_lists(self, row: Row, held: Sequence[Row]) -> CouncilAnswer:
        """The answer for a council where lists have seats that are X's own, or of others to which X belongs."""
        own = counted_rows(self._ties, held)
        basis = [item["standing"] for item in own or held]
        preliminary = Standing.PRELIMINARY in basis
        facts = [item["fact"] for item in held]
        for tie in () if own else (self._ties[item["list"]] for item in held):
            basis += tie.standings
            facts += reversed(tie.facts)
        evidence, members = evidence_of(facts, self._rows), self._members_in(row)
        return CouncilAnswer(
            id=row["id"],
            name=row["name"],
            status=SEATS if own else SHARED,
            seats=sum(item["seats"] for item in own) if own else None,
            most=sum(item["most"] for item in own) if own else None,
            council_size=row["council_size"],
            size_standing=row["size_standing"],
            accounted=row["accounted"] or 0,
            standing=weakest(basis),
            disputed=any(item["disputed"] for item in held),
            dissent=any(self._rows.evidence[item["fact"]].dissent for item in held),
            lists=tuple(map(self._held_list, held)),
            statements=_statements(evidence),
            locators=locators_of(evidence),
            unplaced=self._unplaced,
            members=members,
            preliminary=preliminary,
            partly=bool(own and members) and self._listed_beside(row["id"], set(map(_LIST, held))),
        )

    def _without(self, row: Row) -> CouncilAnswer:
        """The answer for a council where no list of X is stated to have seats: it has none, or nobody knows."""
        accounted, size = row["accounted"] or 0, row["council_size"]
        status, basis, facts, stood = UNKNOWN, list[str | None](), list[str](), False
        none = {item["list"]: item for item in self._none.get(row["id"], ())}
        unplaced = self._rows.unplaced(self._may_hold, none) if none else self._unplaced
        told = bool(none) and self._may_hold <= none.keys()  # a source says it of each that it could hold seats by
        if away := [item for item in self._rows.absences if item["province"] in (None, row["id"])]:
            status = DID_NOT_STAND
            basis = [item["standing"] for item in away]
            facts = [item["fact"] for item in away]
        elif not self._listless and (row["id"] in self._common.full or unplaced == 0 or told):
            status = NONE
            basis = [row["accounted_standing"], row["size_standing"]]
            if row["id"] not in self._common.full:  # all that X won has a province, and it is none of this one
                rows = [item for id, item in self._rows.in_all.items() if id not in none]
                rows += none.values() or self._rows.seats
                basis, facts = ([item[column] for item in rows] for column in ("standing", "fact"))
                stood = told
            facts += (ballots := [item["fact"] for item in self._stood.get(row["id"], ())])
            stood = stood or bool(ballots)
        reported = self._reported.get(row["id"], ()) if status in (NONE, UNKNOWN) else ()
        if reported:  # of whom a source speaks there, nobody knows that it has none
            status, stood, basis, facts = UNKNOWN, False, [], []
        evidence = evidence_of(facts, self._rows)
        return CouncilAnswer(
            id=row["id"],
            name=row["name"],
            status=status,
            seats=None,
            most=None,
            council_size=size,
            size_standing=row["size_standing"],
            accounted=accounted,
            standing=weakest(basis),
            disputed=False,
            dissent=False,
            stood=stood,
            statements=_statements(evidence) + tuple(item["statement"] for item in reported),
            locators=locators_of(evidence) + tuple((item["source"], item["locator"]) for item in reported),
            listless=self._listless and not away,
            reported=len(reported) or None,
            unplaced=unplaced,
            members=self._members_in(row),
            preliminary=status == NONE and Standing.PRELIMINARY in basis,
        )

    def _members_in(self, row: Row) -> int | None:
        """How many of X's a list of members names for a province; None where it has not all seats of it by list."""
        here = self._members.get(row["id"])
        named = members_of(self._ties, here) if here else 0
        return named or (0 if self._rows.members_whole(row) else None)

    def _listed_beside(self, province: str, stated: Collection[str]) -> bool:
        """Whether a list of members has people there of lists that count and are none of these."""
        return any(item["list"] not in stated for item in counted_rows(self._ties, self._members.get(province, ())))

    def _held_list(self, row: Row) -> HeldList:
        rank, tied = self._common.all_lists.place(row)
        return HeldList(
            row["id"],
            row["name"],
            self._ties[row["list"]].relation,
            row["seats"],
            row["most"],
            rank,
            tied,
            row["reserved_for"],
            row["standing"],
            row["fact"],
            self._rows.evidence[row["fact"]].others,
        )


def counted_rows(ties: Mapping[str, Tie], rows: Sequence[Row]) -> list[Row]:
    """Of rows of lists those that are counted: own ones where there are any, else led ones, else a bloc's."""
    if len(rows) < 2:  # as most often
        return [] if not rows or ties[rows[0]["list"]].relation == SHARED else [*rows]
    relations = {ties[row["list"]].relation for row in rows}
    first = next((relation for relation in (OWN, LED, MEMBER) if relation in relations), None)
    return [row for row in rows if ties[row["list"]].relation == first]


def members_of(ties: Mapping[str, Tie], rows: Sequence[Row]) -> int:
    """How many people a list of members names, of rows of `members_by_list.cypher` those that are counted."""
    return sum(map(_MEMBERS, counted_rows(ties, rows)))


def evidence_of(facts: Iterable[str], gathered: Holdings) -> list[Evidence]:
    """The evidence of those of these facts that have any."""
    known = gathered.evidence
    return [known[fact] for fact in facts if fact in known]


def _statements(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    if len(evidence) == 1:  # as most often
        return evidence[0].statements
    return tuple(id for item in evidence for id in item.statements)


def locators_of(evidence: Sequence[Evidence]) -> tuple[tuple[str, str], ...]:
    """The locators behind some facts, the first of each before the others: a short citation speaks for every fact."""
    if len(evidence) < 2:  # as most often
        return evidence[0].locators if evidence else ()
    first = [locator for item in evidence for locator in item.locators[:1]]
    return tuple(dict.fromkeys([*first, *(locator for item in evidence for locator in item.locators)]))
