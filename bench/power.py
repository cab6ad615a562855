"""The power indices of large councils, all lists and exact, against the package powerindex."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from powerindex import Game

from queries.power.indices import banzhaf, majority, shapley_shubik

from .timing import paired

SEATS = 400
INDICES: tuple[tuple[str, Callable[..., object], Callable[[Game], None], float], ...] = (
    ("Banzhaf", banzhaf, Game.calc_banzhaf, 0.05),
    ("Shapley-Shubik", shapley_shubik, Game.calc_shapley_shubik, 1.0),
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
