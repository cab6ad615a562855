"""Who leads a name or what it leads, what is part of it, who is with it in an alliance or bloc: now and earlier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from graph.dates import before, not_after, today
from graph.kinds import Kind
from graph.stores.protocol import Row

from ..plain import Named, Note, Plain
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import SourceLine
from ..view.subject import Subject
from .steps import Step, Steps, StepTie, then

LED_BY, LEADS, PARTS, ALLIES = "led_by", "leads", "parts", "allies"


@dataclass(frozen=True, slots=True)
class Relation(Plain):
    """One other name: the `step` to it, with every tie of the two that was asked about.

    `now`: it holds on the day asked about, today by default. Of an ally, `together` is the alliance or bloc that both
    are in, `member` who of the two is the subject's, itself or what it leads, and `step` leads from the ally to the
    first.
    """

    FIELDS = ("other", "kind", "now", "together", "member", "step.ties", "sources")
    OPTIONAL = ("together", "member")

    other: Named
    kind: str
    now: bool
    step: Step
    together: Named | None = None
    member: Named | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources behind it."""
        return tuple(dict.fromkeys(source for tie in self.step.ties for source in tie.sources))


@dataclass(frozen=True, slots=True, repr=False)
class Relations(Plain):
    """The names that stand in one `relation` to a subject: led_by, leads, parts or allies; those of now first.

    `election` and `as_of` are None where ties of any time were asked about.
    """

    ROWS = "relations"
    LINE = "{0.subject.candidate.name}, {0.relation}: {rows} names"

    asked: str
    subject: Subject
    relation: str
    election: Election | None
    as_of: str | None
    data_version: str
    relations: tuple[Relation, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]


def leaders(
    graph: GraphView, asked: str, election: str | Election | None = None, as_of: str | None = None
) -> Relations:
    """Who leads a party, alliance or bloc; of a figure that no source says anybody leads, what it leads.

    With an election or a day only the ties that held then. Raises CannotAnswerError for a name that cannot be read,
    UsageError for an unknown election and a day that is no date, StoreError.
    """
    subject, ties = graph.read_holder(asked), _Ties(graph, election, as_of)
    id = subject.candidate.id
    led_by = subject.candidate.kind is not Kind.FIGURE
    pairs = ties.pairs("LEADS", b=id) if led_by else ties.pairs("LEADS", a=id)
    found = [_Found(pair[0] if led_by else pair[1], pair, rows) for pair, rows in pairs.items()]
    return ties.answer(asked, subject, LED_BY if led_by else LEADS, found)


def parts(graph: GraphView, asked: str, election: str | Election | None = None, as_of: str | None = None) -> Relations:
    """What sources place in a party, alliance or bloc itself, whatever kind it is. Raises what `leaders` raises."""
    subject, ties = graph.read_holder(asked), _Ties(graph, election, as_of)
    pairs = ties.pairs("MEMBER_OF", "EXPECTED_IN", b=subject.candidate.id)
    return ties.answer(asked, subject, PARTS, [_Found(pair[0], pair, rows) for pair, rows in pairs.items()])


def allies(graph: GraphView, asked: str, election: str | Election | None = None, as_of: str | None = None) -> Relations:
    """Which lists, or leaders without one there, are in one alliance or bloc with a name or with what it leads.

    Two are together where their memberships are of one election, or of times that overlap. Raises what `leaders`
    raises.
    """
    subject, ties = graph.read_holder(asked), _Ties(graph, election, as_of)
    mine = _led(ties, subject.candidate.id)
    own = mine | {a for a, b in ties.pairs("LEADS") if b in mine}  # nobody is allied with what it leads
    found: list[_Found] = []
    for (member, group), joined in ties.pairs("MEMBER_OF", "LEADS").items():
        if member not in mine or group in mine or ties.kind(group) not in _JOINED:
            continue
        for (other, _), rows in ties.pairs("MEMBER_OF", "LEADS", b=group).items():
            together = [row for row in rows if any(_together(row, mine_row) for mine_row in joined)]
            if other in own or not together or (ties.kind(other) is Kind.FIGURE and not _leads(together)):
                continue
            now = any(map(ties.holds, joined)) and any(map(ties.holds, together))
            found.append(_Found(other, (other, group), together, group, member, now))
    led = {(a, b) for a, b in ties.pairs("LEADS")}
    beside = {(item.other, item.together) for item in found}
    usual = [item for item in found if not any(a == item.other and (b, item.together) in beside for a, b in led)]
    return ties.answer(asked, subject, ALLIES, usual)


# --- Decide -------------------------------------------------------------------------------------------

_JOINED = frozenset({Kind.ALLIANCE, Kind.BLOC})


class _Found(NamedTuple):
    """Another name, the ends of the ties that lead to it, and these; of an ally, the group and who is in it."""

    other: str
    pair: tuple[str, str]
    rows: Sequence[Row]
    together: str | None = None
    member: str | None = None
    now: bool | None = None


def _leads(rows: Iterable[Row]) -> bool:
    """Whether one of these ties is that of a leader: a person who is only a member of an alliance is no ally."""
    return any(row["type"] == "LEADS" for row in rows)


def _led(ties: _Ties, id: str) -> set[str]:
    """A name and all that it leads, through any number of steps."""
    found, edge = {id}, [id]
    while edge:
        edge = [b for (a, b) in ties.pairs("LEADS") if a in edge and b not in found]
        found |= set(edge)
    return found


def _together(one: Row, other: Row) -> bool:
    """Whether two memberships are of one time: one election, or periods that overlap."""
    if one["election"] and other["election"] and one["election"] != other["election"]:
        return False
    apart = (first["until"] and second["since"] and before(first["until"], second["since"])
             for first, second in ((one, other), (other, one)))  # fmt: skip
    return not any(apart)


class _Ties:
    """The ties asked about, and whether each holds on the day."""

    def __init__(self, graph: GraphView, election: str | Election | None, as_of: str | None) -> None:
        self._graph = graph
        self._at = graph.election(election, as_of) if election is not None else None
        self._as_of = as_of
        self._day = self._at.day if self._at else as_of or today()
        every = graph.ties
        self.rows = list(then(graph, every, self._at, as_of))
        current = then(graph, every, self._at, None if self._at else self._day)
        dates = {known.id: known.date for known in graph.elections}
        ended: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for row in every:
            if row["until"]:
                ended[_key(row)].append(row["until"])
        self._held = {row["fact"] for row in current if not self._over(row, ended[_key(row)], dates)}

    def _over(self, row: Row, ends: Iterable[str], dates: Mapping[str, str]) -> bool:
        """Whether a tie without dates has one of these ends, of other claims of the same tie, after its vote."""
        if row["since"] or row["until"]:
            return False
        start = dates.get(row["election"] or "", "")
        return any((not start or not_after(start, end)) and not not_after(self._day, end) for end in ends)

    def kind(self, id: str) -> Kind:
        """The kind of an entity that has a tie."""
        known = self._graph.resolver.candidate(id)
        return known.kind if known else Kind.PARTY

    def holds(self, row: Row) -> bool:
        """Whether a tie holds on the day asked about."""
        return row["fact"] in self._held

    def pairs(self, *types: str, a: str | None = None, b: str | None = None) -> Mapping[tuple[str, str], list[Row]]:
        """The ties of these types by their ends, of those that begin at `a` and end at `b` where these are given."""
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.rows:
            if row["type"] in types and a in (None, row["a"]) and b in (None, row["b"]):
                found[row["a"], row["b"]].append(row)
        return found

    def answer(self, asked: str, subject: Subject, relation: str, found: Sequence[_Found]) -> Relations:
        """The answer from what was found, those of now first, then by the last election and the name."""
        steps = Steps(self._graph, [row for item in found for row in item.rows])
        relations = [self._relation(item, steps) for item in found]
        relations.sort(key=lambda item: item.other.name)
        relations.sort(key=lambda item: max((_date(tie) for tie in item.step.ties), default=""), reverse=True)
        relations.sort(key=lambda item: (not item.now, item.together.name if item.together else ""))
        notes = list(self._notes(relation, relations))
        return Relations(
            asked, subject, relation, self._at, self._as_of, self._graph.data_version, tuple(relations), steps.sources,
            tuple(notes),
        )  # fmt: skip

    def _relation(self, item: _Found, steps: Steps) -> Relation:
        start = item.other
        end = item.pair[1] if item.pair[0] == start else item.pair[0]
        now = any(map(self.holds, item.rows)) if item.now is None else item.now
        named = self._graph.named
        return Relation(
            other=named([item.other])[0],
            kind=self.kind(item.other).value,
            now=now,
            step=steps.of(start, end, item.rows),
            together=named([item.together])[0] if item.together else None,
            member=named([item.member])[0] if item.member else None,
        )

    def _notes(self, relation: str, found: Sequence[Relation]) -> Iterator[Note]:
        if found:
            yield Note("relations_allies" if relation == ALLIES else "relations")
        if self._at:
            yield Note("relations_at", {"date": self._day})


def _key(row: Row) -> tuple[str, str, str]:
    """What two claims of the same tie have in common."""
    return row["a"], row["type"], row["b"]


def _date(tie: StepTie) -> str:
    dates = (tie.election.date if tie.election else "", tie.since or "", tie.until or "", tie.known or "")
    return max(dates)
