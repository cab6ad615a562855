"""From whom to which lists: the ties of an entity at a date, and the relation they give it to each list.

A list is `own` when it is the entity, `led` when only LEADS ties reach it, `shared` when a membership or
a reported expectation is among the ties, `member` for the lists that a source itself places in a bloc.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.dates import holds_at
from graph.kinds import LISTS, Kind
from graph.names import Candidate
from graph.stores.protocol import Row

from .view import Election, GraphView

OWN, LED, SHARED, MEMBER = "own", "led", "shared", "member"
_LIST_KINDS = frozenset(kind.value for kind in LISTS)


@dataclass(frozen=True, slots=True)
class Tie:
    """How an entity comes to a list: the relation, the last step (who, by which tie), the facts it rests on."""

    list: str
    name: str
    relation: str
    by: str = ""  # the id of the one who joined, or was expected to join, the list
    reported: bool = False  # by EXPECTED_IN: reported before the vote
    facts: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()


def ties_of(graph: GraphView, subject: Candidate, election: Election) -> dict[str, Tie]:
    """The lists (and what else could be one) that the subject is tied to, on the day asked about, by id."""
    if subject.kind is Kind.BLOC:
        return {
            row["id"]: Tie(row["id"], row["name"], MEMBER, facts=(row["fact"],), standings=(row["standing"],))
            for row in graph.run("bloc_members", id=subject.id, election=election.id)
            if holds_at(row["since"], row["until"], election.day)
        }
    ties = {subject.id: Tie(subject.id, subject.name, OWN)}
    for row in graph.run("ties", id=subject.id, election=election.id):
        tie = _tie(row, election.day)
        known = ties.get(tie.list) if tie else None
        if tie and (known is None or (known.relation == SHARED and tie.relation == LED)):
            ties[tie.list] = tie
    return ties


def _tie(row: Row, date: str) -> Tie | None:
    """The tie of one path, or None where it leads through a bloc, to no list, or did not hold at the date."""
    kinds: Sequence[str] = row["kinds"]
    if not _LIST_KINDS.issuperset(kinds[1:]):
        return None
    if any(row["sinces"]) or any(row["untils"]):
        periods = zip(row["sinces"], row["untils"], strict=True)
        if not all(holds_at(since, until, date) for since, until in periods):
            return None
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
