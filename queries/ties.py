"""From whom to which lists: the ties of an entity at a date, and the relation they give it to each list.

A list is `own` when it is the entity, `led` when only LEADS ties reach it, `shared` when a membership or
a reported expectation is among the ties, `member` for the lists that a source itself places in a bloc.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.dates import holds_at
from graph.kinds import LISTS, Kind
from graph.names import Candidate
from graph.stores.protocol import Row

from .view import Election, GraphView

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


def ties_of(graph: GraphView, subjects: Sequence[Candidate], election: Election) -> dict[str, dict[str, Tie]]:
    """The lists (and what else could be one) that each subject is tied to, on the day asked about, by both ids."""
    blocs = [subject.id for subject in subjects if subject.kind is Kind.BLOC]
    others = {subject.id: subject.name for subject in subjects if subject.kind is not Kind.BLOC}
    found: dict[str, dict[str, Tie]] = {id: {} for id in blocs}
    found |= {id: {id: Tie(id, name, OWN)} for id, name in others.items()}
    for row in graph.run("bloc_members", id=blocs, election=election.id) if blocs else ():
        if holds_at(row["since"], row["until"], election.day):
            member = Tie(row["id"], row["name"], MEMBER, facts=(row["fact"],), standings=(row["standing"],))
            found[row["bloc"]][row["id"]] = member
    for row in graph.run("ties", id=list(others), election=election.id) if others else ():
        tie, ties = _tie(row, election.day), found[row["through"][0]]
        known = ties.get(tie.list) if tie else None
        if tie and (known is None or (known.relation == SHARED and tie.relation == LED)):
            ties[tie.list] = tie
    return found


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
