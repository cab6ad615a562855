"""All seats of an election: whether the provinces make them, or what is stated in all is told instead; and places."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.kinds import Standing
from graph.stores.protocol import Row

from .council_seats import council_seats
from .disputed import Span, Told, place, sum_of
from .view import GraphView
from .view.elections import Election
from .view.evidence import Evidence, SourceLine, weakest

_NONE = Span(0, 0)


class Place(NamedTuple):
    """The place by seats of a list in a whole election; `rank` is None where disputed numbers leave it open."""

    list: str
    rank: int | None
    tied_with: tuple[str, ...]


def whole(graph: GraphView, election: Election) -> bool:
    """Whether every seat of an election has a province and a list."""
    return graph.once(_whole, election)


def _whole(graph: GraphView, election: Election) -> bool:
    voted = [row for row in graph.councils(election) if not row["no_vote"] or row["accounted"]]
    sizes = [row["council_size"] for row in voted if (row["accounted"] or 0) >= (row["council_size"] or math.inf)]
    all_seats = election.seats if election.body else 0
    return len(sizes) == len(voted) > 0 and all_seats is not None and sum(sizes) >= all_seats


def all_seats(at: Election, sizes: Sequence[int | None]) -> int | None:
    """The seats of a house, or of councils of these sizes together: what is stated of all where one is not known."""
    return at.seats if at.body or None in sizes or not sizes else sum(size or 0 for size in sizes)


def all_known(at: Election, sizes: Iterable[int | None]) -> bool:
    """Whether no constituency of a house is unknown here: those of these sizes have all its seats."""
    return not at.body or sum(size or 0 for size in sizes) == at.seats


def accounted_for(councils: Iterable[tuple[int | None, int | None]]) -> int | None:
    """The seats accounted for in councils, each its size and the seats stated there, of which no more than it has."""
    known = [stated if size is None else min(stated, size) for size, stated in councils if stated is not None]
    return sum(known) if known else None


def totals_of(graph: GraphView, election: Election) -> Mapping[str, Span]:
    """The seats of every list in an election: by province where all seats have one, else as stated where they are."""
    placed = placed_in(row for rows in graph.once(council_seats, election).by_list.values() for row in rows)
    stated = {} if whole(graph, election) else stated_beside(graph.in_all(election), placed)
    found = placed | {id: Span(row["seats"], row["most"]) for id, row in stated.items()}
    return {id: found[id] for id in sorted(found) if found[id].most}


def placed_in(rows: Iterable[Row]) -> dict[str, Span]:
    """The seats by province of each list."""
    found: dict[str, Span] = {}
    for row in rows:
        known = found.get(row["list"], _NONE)
        found[row["list"]] = Span(known.seats + row["seats"], known.most + row["most"])
    return found


def stated_beside(in_all: Mapping[str, Row], placed: Mapping[str, Span]) -> dict[str, Row]:
    """What is stated of lists in all, where their seats by province are not more."""
    return {id: row for id, row in in_all.items() if row["most"] >= placed.get(id, _NONE).seats}


def told_in_all(row: Row, complete: bool) -> bool:
    """Whether what is stated in all is told of a row of `house.cypher`: not where its seats by province are more."""
    return row["stated"] is not None and not complete and row["stated_most"] >= row["placed"]


class InAll(NamedTuple):
    """A list with all its seats in an election: its row of `house.cypher`, what is told of it, and what that rests on.

    `placed` are its seats by province where they are not what is told; `standing` is the weakest that it rests on.
    """

    row: Row
    told: Told
    placed: int | None
    standing: str
    preliminary: bool
    evidence: Evidence


def lists_in_all(graph: GraphView, at: Election) -> tuple[list[InAll], Mapping[str, SourceLine]]:
    """Every list with seats in an election, most seats first, and the sources of all that they rest on."""
    complete, totals = whole(graph, at), totals_of(graph, at)
    by_list = graph.once(council_seats, at).by_list
    rows = [row for row in graph.house(at) if row["id"] in totals]
    evidence, sources = graph.evidence([fact for row in rows for fact in _facts(row, complete)])
    found = []
    for row in rows:
        stated = told_in_all(row, complete)
        behind = [evidence[fact] for fact in _facts(row, complete) if fact in evidence]
        parts = [Told(*totals[row["id"]], behind[0].others)] if stated and behind else []
        if not stated:
            others = {one["fact"]: evidence[one["fact"]].others for one in by_list[row["id"]]}
            parts = [Told(one["seats"], one["most"], others[one["fact"]]) for one in by_list[row["id"]]]
        standings = [row["standing"]] if stated else [one["standing"] for one in by_list[row["id"]]]
        told = Told(*totals[row["id"]], sum_of(parts).others)
        preliminary = Standing.PRELIMINARY in standings
        placed = row["placed"] if stated else None
        found.append(InAll(row, told, placed, weakest(standings) or "", preliminary, Evidence.together(behind)))
    found.sort(key=lambda item: (-item.told.seats, -item.told.most, item.row["id"]))
    return found, sources


def _facts(row: Row, complete: bool) -> list[str]:
    """The facts of what is told of a row of `house.cypher`."""
    return [row["fact"]] if told_in_all(row, complete) else list(row["facts"])


def place_of(list: str, totals: Mapping[str, Span]) -> Place | None:
    """The place of a list among these totals; None for one without seats."""
    mine = totals.get(list)
    if mine is None:
        return None
    return Place(list, *place(mine, {id: total for id, total in totals.items() if id != list}))
