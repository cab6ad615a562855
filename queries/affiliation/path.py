"""The shortest ties between two names: every way of that length, each step with its direction, dates and sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any, NamedTuple

from graph.dates import holds_at
from graph.errors import UsageError
from graph.kinds import HOLDERS, Kind
from graph.predicates import PREDICATES
from graph.stores.protocol import Row

from ..plain import Named, Note, Plain
from ..view import Election, GraphView, SourceLine, Subject, sorted_sources, sources_of

TIED = HOLDERS | {Kind.OFFICE}  # what ties lead from and to
_USUAL = 5
# What is walked: ties of people and lists; offices too, where there is no other way; then seats in the same place too.
_PEOPLE = frozenset({"LEADS", "MEMBER_OF", "EXPECTED_IN", "RIVAL_OF", "SUPPORTED"})
_OFFICES = _PEOPLE | {"HELD", "ELECTED"}
_PLACES = _OFFICES | {"OFFICE_IN", "HOLDS_SEATS", "WON_IN_ALL"}
_WALKED = {"": _PEOPLE, "path.by_office": _OFFICES, "path.by_place": _PLACES}
_SEATS = frozenset({"HOLDS_SEATS", "WON_IN_ALL"})
_PREDICATE = {edge.type: row.name for row in PREDICATES.values() for edge in row.edges}


class _Node(NamedTuple):
    """An entity; a place where seats were won is another one at each election."""

    id: str
    election: str | None = None


_Way = tuple[_Node, ...]
_Ties = Mapping[tuple[_Node, _Node], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class StepTie(Plain):
    """One tie between the two ends of a step; `back`: it leads from the second to the first.

    `known` is the date of its newest source, where it is of no election and no source says when. `reported_by` is the
    publisher of the one source that says it; None where several do.
    """

    FIELDS = (
        *("fact", "predicate", "back", "election=election_id", "since", "until", "known", "standing", "reported_by"),
        "sources",
    )

    fact: str
    predicate: str
    back: bool
    election: Election | None
    since: str | None
    until: str | None
    known: str | None
    standing: str
    reported_by: str | None
    locators: tuple[tuple[str, str], ...]

    @property
    def election_id(self) -> str | None:
        """The election that it is of."""
        return self.election.id if self.election else None

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources behind it."""
        return sources_of(self.locators)


@dataclass(frozen=True, slots=True)
class Step(Plain):
    """From one name to the next, with every tie of the two that holds when it was asked about."""

    FIELDS = ("from=start", "to=end", "ties")

    start: Named
    end: Named
    ties: tuple[StepTie, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Path(Plain):
    """The shortest ways between two names: `count` are known of `length` steps, `ways` the first of them.

    `election` and `as_of` are None where ties of any time were asked about; `length` is None where no way is known.
    """

    ROWS = "ways"
    LINE = "{0.subject.candidate.name}, {0.other.candidate.name}: {rows} ways of {0.length} steps"
    FIELDS = (
        *("asked", "subject", "other_asked", "other", "election", "as_of", "data_version", "length", "count", "ways"),
        *("sources", "notes"),
    )

    asked: str
    subject: Subject
    other_asked: str
    other: Subject
    election: Election | None
    as_of: str | None
    data_version: str
    length: int | None
    count: int
    ways: tuple[tuple[Step, ...], ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]

    @property
    def subjects(self) -> tuple[Subject, Subject]:
        """Both names."""
        return self.subject, self.other


def path(
    graph: GraphView,
    name: str,
    other: str,
    election: str | Election | None = None,
    as_of: str | None = None,
    ways: int = _USUAL,
) -> Path:
    """The shortest ties of any kind between two figures, parties, alliances, blocs or offices.

    With an election or a day only what held then is walked; where that gives no way, what held at any time is, and a
    note says so. Raises CannotAnswerError for a name that cannot be read, UsageError for an unknown election, a day
    that is no date, and two names of the same.
    """
    subject, end = (_read(graph, text) for text in (name, other))
    if subject.candidate.id == end.candidate.id:
        raise UsageError(f"{name!r} and {other!r} are both {subject.candidate.name}: name another.")
    at = graph.election(election, as_of) if election is not None else None
    every = graph.run("every_tie")
    held = list(_then(graph, every, at, as_of))
    ends = _Node(subject.candidate.id), _Node(end.candidate.id)
    dated = at is not None or as_of is not None
    found, notes = _shortest(held, *ends), [] if dated else [Note("path.any_time")]
    if found is None and dated:
        found = _shortest(every, *ends)
        notes = [Note("path.other_time", {"date": at.day if at else as_of})]
    told = list(islice(found.ways(ends[0]), ways)) if found else []
    count = found.count(ends[0]) if found else 0
    if found and found.code:
        notes.append(Note(found.code))
    if len(told) < count:
        notes.append(Note("path.more", {"told": len(told), "count": count}))
    steps = _Steps(graph, found.ties if found else {}, told)
    return Path(
        asked=name,
        subject=subject,
        other_asked=other,
        other=end,
        election=at,
        as_of=as_of,
        data_version=graph.data_version,
        length=found.far[ends[0]] if found else None,
        count=count,
        ways=tuple(tuple(steps.of(way)) for way in told),
        sources=steps.sources,
        notes=tuple(notes) if found else (),
    )


def at_any_election(graph: GraphView, answer: Any, names: Sequence[str], options: Mapping[str, Any]) -> Path:
    """The answer of a question where no election is named, which is about ties of any."""
    found: Path = answer(graph, *names, **options)
    return found


def _read(graph: GraphView, asked: str) -> Subject:
    """A holder by its name, else an office."""
    known = graph.resolver.resolve(asked, TIED).candidates
    return graph.read(asked, TIED) if known else graph.read_holder(asked)


def _then(graph: GraphView, ties: Iterable[Row], at: Election | None, as_of: str | None) -> Iterator[Row]:
    """The ties that held then: of that election, or of those whose bodies sat on the day, or of none."""
    if at is None and as_of is None:
        yield from ties
        return
    elections = {at.id} if at else {election.id for election in graph.sitting(as_of)}
    day = at.day if at else str(as_of)
    for row in ties:
        if row["election"] in (None, *elections) and holds_at(row["since"], row["until"], day):
            yield row


# --- Decide -------------------------------------------------------------------------------------------


class _Found:
    """The shortest ways to an end: how far each node is from it, the ties of any two, and the note on their kinds."""

    def __init__(self, code: str, far: Mapping[_Node, int], ties: _Ties) -> None:
        self.code, self.far, self.ties = code, far, ties
        self._next: dict[_Node, list[_Node]] = defaultdict(list)
        for a, b in sorted(ties, key=lambda pair: [(node.id, node.election or "") for node in pair]):
            if a in far and far.get(b) == far[a] - 1:
                self._next[a].append(b)
        self._counts: dict[_Node, int] = {}

    def count(self, node: _Node) -> int:
        """How many shortest ways lead from a node to the end."""
        for each in sorted(self.far, key=self.far.__getitem__):
            self._counts[each] = sum(self._counts[after] for after in self._next[each]) if self.far[each] else 1
        return self._counts[node]

    def ways(self, node: _Node) -> Iterator[_Way]:
        """These ways, one after the other, in the order of their ids."""
        if not self.far[node]:
            yield (node,)
        for after in self._next[node]:
            for rest in self.ways(after):
                yield (node, *rest)


def _shortest(rows: Sequence[Row], start: _Node, end: _Node) -> _Found | None:
    """The shortest ways by the first kinds of ties by which there are any."""
    for code, types in _WALKED.items():
        ties: dict[tuple[_Node, _Node], list[Row]] = defaultdict(list)
        near: dict[_Node, set[_Node]] = defaultdict(set)
        for row in rows:
            if row["type"] in types:
                a = _Node(row["a"])
                b = _Node(row["b"], row["election"] if row["type"] in _SEATS else None)
                for pair in ((a, b), (b, a)):
                    ties[pair].append(row)
                    near[pair[0]].add(pair[1])
        far, edge = {end: 0}, [end]
        while edge and start not in far:
            edge = list({after: None for node in edge for after in near[node] if after not in far})
            far |= dict.fromkeys(edge, max(far.values()) + 1)
        if start in far:
            return _Found(code, far, ties)
    return None


class _Steps:
    """Makes the steps of ways from the ties between their nodes."""

    def __init__(self, graph: GraphView, ties: _Ties, ways: Iterable[_Way]) -> None:
        self._graph, self._ties = graph, ties
        facts = {row["fact"] for way in ways for pair in pairwise(way) for row in ties[pair]}
        self._evidence, self._sources = graph.evidence(sorted(facts))
        self._copies = {row["id"] for row in graph.run("sources") if row["copy_of"]}
        self._elections = {election.id: election for election in graph.elections}

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The sources of all ties."""
        return sorted_sources(self._sources.values())

    def of(self, way: _Way) -> Iterator[Step]:
        """The steps of a way."""
        for pair in pairwise(way):
            start, end = (Named(node.id, self._graph.name(node.id)) for node in pair)
            ties = [self._tie(row, pair[0]) for row in self._ties[pair]]
            yield Step(start, end, tuple(sorted(ties, key=_order)))

    def _tie(self, row: Row, start: _Node) -> StepTie:
        evidence = self._evidence.get(row["fact"])
        locators = evidence.locators if evidence else ()
        sources = [self._sources[id] for id in sources_of(locators)]
        alone = [source for source in sources if source.id not in self._copies] or sources
        dated = row["election"] or row["since"] or row["until"]
        return StepTie(
            fact=row["fact"],
            predicate=_PREDICATE[row["type"]],
            back=row["a"] != start.id,
            election=self._elections.get(row["election"]),
            since=row["since"] or None,
            until=row["until"] or None,
            known=None if dated else max((source.published or "" for source in sources), default="") or None,
            standing=row["standing"],
            reported_by=(alone[0].publisher or alone[0].title) if len(alone) == 1 else None,
            locators=locators,
        )


def _order(tie: StepTie) -> tuple[str, str, str, str]:
    return tie.predicate, tie.election.date if tie.election else "", tie.since or "", tie.fact
