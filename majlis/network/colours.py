"""The colours of all lists of a graph: those that ship, those kept in the cache, or new ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.stores.protocol import Row
from queries.view import GraphView

from ..pictures import colour, palette, search
from ..pictures.palette import Colours
from ..pictures.search import Lists
from ..wording.messages import USUAL, say
from . import kept

NAME = "colours"
_LAST = 4  # how much more a seat of a last election counts than one of an earlier
_BIG = 5  # seats of a list named and coloured at rest
_MOST_BIG = 24  # lists that are told apart at rest
_HALF = 0.5  # of all seats: what the lists named at rest hold at least
_MOSTLY = 0.5  # of the lists of a graph: those that ship, for its data to be an extension of these


def colours_of(graph: GraphView, tell: kept.Telling = kept.quietly) -> Colours:
    """The colour of every list of a graph, on light and on dark paper; the same through all of its elections.

    Those of the shipped data come with the package. A graph most of whose lists are among these keeps their colours,
    and its others are searched around them, once.
    """
    lists = lists_in(graph)
    key = key_of(lists)
    if (found := kept.kept(NAME, key)) is None:
        tell(say(USUAL, "told.colours"))
        known = {id: (light, dark) for id, (light, dark) in (kept.shipped(NAME) or {}).items() if id in lists.weights}
        found = search.search(lists, known if len(known) > len(lists.order) * _MOSTLY else None)
        kept.keep(NAME, key, found)
    return {id: (found[id][0], found[id][1]) for id in lists.order}


def key_of(lists: Lists) -> str:
    """A name of the lists and of whom they meet."""
    sets = [sorted(map(sorted, part)) for part in (lists.rest, lists.councils)]
    return kept.key((lists.order, lists.weights, sets, palette.LIGHT.backs, palette.DARK.backs), colour, search)


def lists_in(graph: GraphView) -> Lists:
    """The lists of a graph, and which of them meet."""
    bodies: dict[object, str] = {}
    for at in sorted(graph.elections, key=lambda one: one.date):
        bodies[at.body] = at.id
    return lists_of(graph.run("every_seat"), set(bodies.values()))


def lists_of(rows: Iterable[Row], last: set[str]) -> Lists:
    """Which lists there are and which of them meet, from the rows of `every_seat.cypher`.

    Seats of the `last` elections of each body, which pages open on, count for more of a list's weight.
    """
    placed: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    stated: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row["province"] is None:
            stated[row["election"]][row["list"]] = row["seats"]
        else:
            held = placed[row["election"]][row["province"]]
            held[row["list"]] = held.get(row["list"], 0) + row["seats"]
    rest, councils = [], []
    won: dict[str, int] = defaultdict(int)
    for election in sorted({*placed, *stated}):
        sums: dict[str, int] = defaultdict(int)
        for held in placed[election].values():
            for id, seats in held.items():
                sums[id] += seats
            councils.append(frozenset(held))
        totals = {id: max(stated[election].get(id, 0), sums.get(id, 0)) for id in sorted({*stated[election], *sums})}
        totals = {id: seats for id, seats in totals.items() if seats}
        for id, seats in totals.items():
            won[id] += seats * (_LAST if election in last else 1)
        big = big_of(totals)
        rest.append(frozenset(id for id, seats in totals.items() if seats >= big))
        if not placed[election]:
            councils.append(frozenset(totals))
    order = [id for _, id in sorted((-seats, id) for id, seats in won.items())]
    weights = {id: round(won[id] / won[order[0]], 4) for id in sorted(won)}
    return Lists(tuple(order), weights, tuple(rest), tuple(councils))


def big_of(totals: Mapping[str, int]) -> int:
    """From how many seats on a list is named at rest: 5; fewer where such lists hold less than half of all seats.

    More where they are too many to be told apart.
    """
    big, whole = _BIG, sum(totals.values())
    while big > 1 and sum(seats for seats in totals.values() if seats >= big) < whole * _HALF:
        big -= 1
    while sum(seats >= big for seats in totals.values()) > _MOST_BIG:
        big += 1
    return big
