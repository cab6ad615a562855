"""From whom to which lists: the ties of an entity at a date, and the relation they give it to each list.

A list is `own` when it is the entity, `led` when only LEADS ties reach it, `shared` when a membership or
a reported expectation is among the ties, `member` for the lists that a source itself places in a bloc.

A tie that sources tell of an election, without dates, holds from the vote until a stated end of the same tie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.dates import holds_at, not_after
from graph.kinds import LISTS, Kind
from graph.lexicon import Candidate
from graph.stores.protocol import Row

from ..view import GraphView
from ..view.elections import Election
from ..view.rows import rows_by

OWN, LED, SHARED, MEMBER = "own", "led", "shared", "member"
_LIST_KINDS = frozenset(kind.value for kind in LISTS)


class Tie(NamedTuple):
    """How an entity comes to a list: the relation, the last step (who, by which tie), the facts it rests on."""

    list: str
    name: str
    relation: str
    by: str = ""  # the id of the one who joined, or was expected to join, the list
    reported: bool = False  # by EXPECTED_IN: reported before the vote
    facts: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()


class _Way(NamedTuple):
    """A way to a list, a row of `ties.cypher`; `dated`: a source states of a step when it began or ended."""

    row: Row
    tie: Tie
    dated: bool


class Walks(NamedTuple):
    """The ways from some entities to lists at some elections, whenever they held: `ties` at one come from these."""

    members: Mapping[str, Sequence[Row]]  # of each bloc
    ways: Mapping[str, Sequence[_Way]]  # of each other entity, and of the members of the blocs
    dated: bool  # whether a source states of any when it began or ended

    @classmethod
    def of(cls, graph: GraphView, subjects: Sequence[Candidate], elections: Sequence[str]) -> Walks:
        """Those of these subjects at these elections."""
        blocs = [subject.id for subject in subjects if subject.kind is Kind.BLOC]
        members = rows_by("bloc", graph.run("bloc_members", id=blocs, election=elections) if blocs else ())
        others = {subject.id: None for subject in subjects if subject.kind is not Kind.BLOC}
        others |= {row["id"]: None for rows in members.values() for row in rows}
        ways: dict[str, list[_Way]] = {id: [] for id in others}
        for row in graph.run("ties", id=list(others), election=elections) if others else ():
            if _LIST_KINDS.issuperset(row["kinds"][1:]):
                ways[row["through"][0]].append(_Way(row, _tie(row), any(row["sinces"]) or any(row["untils"])))
        belonged = any(row["since"] or row["until"] for rows in members.values() for row in rows)
        return cls(members, ways, belonged or any(way.dated for found in ways.values() for way in found))

    @property
    def lists(self) -> list[str]:
        """Every list that one of them may come to, themselves among them."""
        ends = {way.tie.list for found in self.ways.values() for way in found}
        return sorted(ends.union(self.ways, (row["id"] for rows in self.members.values() for row in rows)))

    def ties(self, at: Election, subject: Candidate, day: str | None = None) -> dict[str, Tie]:
        """The lists (and what else could be one) that a subject is tied to on a day, by their ids.

        The day is by default the one that the election is asked about.
        """
        day = day or at.day
        if subject.kind is Kind.BLOC:
            return self._of_bloc(at, subject.id, day)
        found = {subject.id: Tie(subject.id, subject.name, OWN)}
        for tie in self._ways_of(at, subject.id, day):
            known = found.get(tie.list)
            if known is None or (known.relation == SHARED and tie.relation == LED):
                found[tie.list] = tie
        return found

    def _of_bloc(self, at: Election, bloc: str, day: str) -> dict[str, Tie]:
        """The lists that a source places in a bloc, and those that these joined: the part of the bloc is not known."""
        rows = [row for row in self.members.get(bloc, ()) if row["election"] in (None, at.id)]
        over = {row["id"] for row in rows if _over(at, row["until"], day)}
        found = {
            row["id"]: Tie(row["id"], row["name"], MEMBER, facts=(row["fact"],), standings=(row["standing"],))
            for row in rows
            if holds_at(row["since"], row["until"], day) and (row["since"] or row["id"] not in over)
        }
        for member in list(found.values()):
            for tie in self._ways_of(at, member.list, day):
                if tie.relation == SHARED and tie.list not in found:
                    facts, standings = member.facts + tie.facts, member.standings + tie.standings
                    found[tie.list] = tie._replace(facts=facts, standings=standings)
        return found

    def _ways_of(self, at: Election, id: str, day: str) -> Iterator[Tie]:
        """The ties of one entity, the shortest first."""
        ours = {"", at.id}
        found = [way for way in self.ways.get(id, ()) if ours.issuperset(way.row["elections"])]
        dated = [way.row for way in found if way.dated]
        if over := {step for row in dated for step, _, until in _steps(row) if _over(at, until, day)}:
            found = [way for way in found if not any(step in over and not since for step, since, _ in _steps(way.row))]
        return (way.tie for way in found if not way.dated or _held(way.row, day))


def ties_of(graph: GraphView, subjects: Iterable[Candidate], election: Election) -> dict[str, dict[str, Tie]]:
    """The lists that each of these is tied to at one election, by the ids of both."""
    found = list(subjects)
    walks = Walks.of(graph, found, [election.id])
    return {subject.id: walks.ties(election, subject) for subject in found}


def _steps(row: Row) -> Iterator[tuple[tuple[str, str, str], str, str]]:
    """The ties on a way, who by which tie to whom, each with its beginning and its end."""
    through: Sequence[str] = row["through"]
    steps = zip(through, row["types"], through[1:], strict=False)
    return zip(steps, row["sinces"], row["untils"], strict=True)


def _over(at: Election, until: str, day: str) -> bool:
    """Whether a tie ended after the vote and before a day."""
    return bool(until) and not_after(at.date, until) and not not_after(day, until)


def _held(row: Row, date: str) -> bool:
    """Whether every tie of a way held at a date."""
    periods = zip(row["sinces"], row["untils"], strict=True)
    return all(holds_at(since, until, date) for since, until in periods)


def _tie(row: Row) -> Tie:
    """The tie of one way, whenever it held."""
    types: Sequence[str] = row["types"]
    joined = next((step for step in range(len(types) - 1, -1, -1) if types[step] != "LEADS"), None)
    return Tie(
        row["id"],
        row["name"],
        LED if joined is None else SHARED,
        "" if joined is None else row["through"][joined],
        joined is not None and types[joined] == "EXPECTED_IN",
        tuple(row["facts"]),
        tuple(row["standings"]),
    )


def led_by(ties: Mapping[str, Tie]) -> list[str]:
    """The subject itself and all that it leads."""
    return [tie.list for tie in ties.values() if tie.relation in (OWN, LED)]
