"""The layout of a house: one ring of all its seats in the middle, its lists around it, its constituencies outside.

Lists stand where their marks are on the ring, so that their ties are short and never cross; constituencies stand in the
direction in which they lie from the middle of the country.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from .board import Board
from .model import Layout, Point
from .scene import Scene
from .stretch import EXTENT

_AROUND = {"wide": (1.42, 1.0), "square": (1.0, 1.0), "tall": (1.0, 1.42)}  # the shape of the rings on a stage
_OUTER = 18.0  # units between a list and what stands outside it


def placed(scene: Scene, shape: str, last: Layout) -> tuple[dict[str, Point], Board]:
    """The house, its lists in the order of their seats, and its constituencies."""
    body = scene.body[0] if scene.body else ""
    middle = scene.radius(body) + 10
    places: dict[str, Point] = {body: (0.0, 0.0)}
    board = Board(discs=[(body, 0.0, 0.0, middle)])
    lists = [id for id in scene.largest_first() if scene.named(id)]
    around(scene, shape, lists, middle + 26, places, board)
    small = [id for id in scene.largest_first() if not scene.named(id)]
    around(scene, shape, small, middle + 8, places, board)
    compass(scene, shape, places, board)
    return places, board


def around(scene: Scene, shape: str, ids: Sequence[str], inner: float, places: dict[str, Point], board: Board) -> None:
    """Lists on a belt around the ring, each in the middle of its share of all seats, from the top clockwise."""
    across, down = _AROUND[shape]
    whole = sum(scene.totals[id] for id in ids) or 1
    run = 0.0
    for id in ids:
        angle = 2 * math.pi * (run + scene.totals[id] / 2) / whole - math.pi / 2
        run += scene.totals[id]
        r = scene.radius(id)
        distance = inner + r
        while True:
            x, y = distance * across * math.cos(angle), distance * down * math.sin(angle)
            if board.free(x, y, r, 12.0):
                break
            distance += 6
        places[id] = x, y
        board.discs.append((id, x, y, r))


def compass(scene: Scene, shape: str, places: dict[str, Point], board: Board) -> None:
    """The constituencies around all of it, in the direction in which each lies."""
    stretched = scene.country.stretched(shape)
    width, height = EXTENT[shape]
    known = [id for id in scene.councils if id in stretched]
    if not known:
        return
    middle = [sum(stretched[id][axis] for id in known) / len(known) for axis in (0, 1)]
    turn = {id: math.atan2(stretched[id][1] - middle[1], stretched[id][0] - middle[0]) for id in known}
    order = sorted(known, key=turn.__getitem__)
    for at, id in enumerate(order):
        angle = 2 * math.pi * at / len(order) - math.pi
        r = scene.radius(id) + 6
        distance = 1.0
        while True:
            x, y = distance * width / 2 * math.cos(angle), distance * height / 2 * math.sin(angle)
            if board.free(x, y, r, _OUTER):
                break
            distance += 0.03
        places[id] = x, y
        board.discs.append((id, x, y, r))
