"""The power indices of large councils, all lists and exact, against the package powerindex."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest.mock import patch

from powerindex import Game

import majlis
from queries.power.indices import banzhaf, majority, power, shapley_shubik
from queries.totals import totals_of

from .timing import paired

SEATS = 400
INDICES: tuple[tuple[str, Callable[..., object], Callable[[Game], None], float], ...] = (
    ("Banzhaf", banzhaf, Game.calc_banzhaf, 0.05),
    ("Shapley-Shubik", shapley_shubik, Game.calc_shapley_shubik, 1.0),
)


def house(folder: Path) -> Iterator[str]:
    """All measures of the largest body that sits, seats of no known list as single members."""
    with patch.dict(os.environ, XDG_CACHE_HOME=str(folder)), majlis.open() as opened:
        at = opened.graph.sitting()[0]
        held = [total.seats for total in totals_of(opened.graph, at).values()]
    size = at.seats or 0
    seats = (*held, *[1] * (size - sum(held)))
    game = Game(quota=majority(size), weights=list(seats))

    def theirs() -> None:
        game.calc_banzhaf()
        game.calc_shapley_shubik()

    ours, package = paired(partial(power, seats, majority(size)), theirs, 9)
    yield (
        f"all measures of {at.name}, {len(held)} lists and {len(seats) - len(held)} seats of no known list, exact: "
        f"{ours * 1e3:.1f} ms = {ours / package:.2f} x both indices alone of the package powerindex "
        f"({package * 1e3:.1f} ms); aim: under 0.1 s"
    )


def indices(folder: Path) -> Iterator[str]:
    """A parliament of 400 seats with 20 lists, and with 150: as many different sizes as there is room for."""
    for lists in (20, 150):
        seats = parliament(lists)
        game = Game(quota=majority(SEATS), weights=list(seats))
        for name, index, theirs, aim in INDICES:
            ours, package = paired(partial(index, seats, majority(SEATS)), partial(theirs, game), 3)
            yield (
                f"{name} of {lists} lists with {SEATS} seats, all lists, exact: {ours * 1e3:.2f} ms = "
                f"{ours / package:.2f} x the package powerindex in floating point ({package * 1e3:.1f} ms); "
                f"aim: under {aim} s with 150 lists"
            )


def parliament(lists: int) -> tuple[int, ...]:
    """The seats of the lists: one each, and one more, two more and so on while there are any."""
    found = [1] * lists
    left = SEATS - lists
    for at in range(lists):
        more = min(at + 1, left)
        found[at] += more
        left -= more
    found[0] += left
    return tuple(found)
