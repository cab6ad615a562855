"""The shortest ties between two names: every way of that length, each step with its direction, dates and sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.errors import UsageError
from graph.kinds import HOLDERS, HOLDS_SEATS, Kind
from graph.predicates import PREDICATES
from graph.stores.protocol import Row

from ..plain import Note, Plain, frame, plain
from ..view import GraphView
from ..view.elections import Election
from ..view.evidence import SourceLine
from ..view.subject import Subject
from .steps import Step, Steps, then

if TYPE_CHECKING:
    import pandas

TIED = HOLDERS | {Kind.OFFICE}  # what ties lead from and to
_USUAL = 5
_SEATS = tuple(edge.type for edge in PREDICATES[HOLDS_SEATS].edges)  # in a place, and in all of an election


def _between(kinds: frozenset[Kind]) -> frozenset[str]:
    """The types of edges that lead from these kinds to these."""
    rows = (row for row in PREDICATES.values() if row.objects and row.subjects | row.objects <= kinds)
    return frozenset(edge.type for row in rows for edge in row.edges)


# What is walked: ties of people and lists; offices too, where there is no other way; then seats in the same place too;
# last those of which no more is told than the election. Each with the code of the note that says so.
WALKED = (
    ("", _between(HOLDERS)),
    ("path.by_office", _between(TIED)),
    ("path.by_place", _between(TIED) | {"OFFICE_IN", *_SEATS[:1]}),
    ("path.by_place", _between(TIED) | {"OFFICE_IN", *_SEATS}),
)


class _Node(NamedTuple):
    """An entity; a place where seats were won is another one at each election."""

    id: str
    election: str | None = None


_Way = tuple[_Node, ...]
_Ties = Mapping[tuple[_Node, _Node], Sequence[Row]]


@dataclass(frozen=True, slots=True, repr=False)
class Path(Plain):
    """The shortest ways between two names: `count` are known of `length` steps, `ways` the first of them.

    `election` and `as_of` are None where ties of any time were asked about; `length` is None where no way is known.
    """

    ROWS = "ways"
    LINE = "{0.subject.candidate.name}, {0.other.candidate.name}: {rows} ways of {0.length} steps"

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

    def to_pandas(self) -> pandas.DataFrame:
        """A row a step, `way` counting the ways from 1. Raises UsageError without pandas."""
        return frame([{"way": at} | plain(step) for at, way in enumerate(self.ways, 1) for step in way])

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
    every = graph.ties
    held = list(then(graph, every, at, as_of))
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
    pairs = {pair: found.ties[pair] for way in told for pair in pairwise(way)} if found else {}
    steps = Steps(graph, (row for rows in pairs.values() for row in rows))
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
        ways=tuple(tuple(steps.of(a.id, b.id, pairs[a, b]) for a, b in pairwise(way)) for way in told),
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
    for code, types in WALKED:
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
