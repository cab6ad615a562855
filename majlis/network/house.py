"""The layout of a house: one ring of all its seats in the middle, its lists around it, its constituencies outside.

Lists stand where their marks are on the ring, so that their ties are short and never cross; constituencies stand in the
direction in which they lie from the middle of the country.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from .board import Board, name_boxes
from .model import Point
from .scene import Scene
from .stretch import EXTENT

RIM = 10.0  # the marks of a house beyond its radius
_BELT = {"wide": (1.5, 1.0), "square": (1.04, 1.0), "tall": (0.9, 1.25)}  # the axes of the lists' belt, of its reach
_AIR = 26.0  # between the ring and a list
_APART = 16.0  # between two lists
_MOONS = tuple(8.0 + 12.0 * row for row in range(12))  # from the ring to a small list
_FINE = 720
_WIDEST = 3.0  # of the stage, for the constituencies


def shares(scene: Scene) -> dict[str, tuple[float, float]]:
    """Where the marks of each list begin and end on the ring: angles from the top clockwise, most seats first.

    Small lists come after those that are named, seats that are not accounted for last.
    """
    seats = scene.body[1] if scene.body else 0
    whole = max(seats, sum(scene.totals.values())) or 1
    found, run = {}, 0
    for id in scene.largest_first():
        found[id] = tuple(2 * math.pi * part / whole - math.pi / 2 for part in (run, run + scene.totals[id]))
        run += scene.totals[id]
    return found  # type: ignore[return-value]  # two angles each


def placed(scene: Scene, shape: str) -> tuple[dict[str, Point], Board]:
    """The house, its lists in the order of their seats, and its constituencies."""
    body = scene.body[0] if scene.body else ""
    middle = scene.radius(body) + RIM
    places: dict[str, Point] = {body: (0.0, 0.0)}
    board = Board(discs=[(body, 0.0, 0.0, middle)])
    parts = {id: (start + end) / 2 for id, (start, end) in shares(scene).items()}
    lists = [id for id in scene.largest_first() if scene.named(id)]
    largest = max((scene.radius(id) for id in lists), default=0.0)
    belt = _Oval(*((middle + _AIR + largest) * axis for axis in _BELT[shape]))
    spots = _spots(belt, [(id, parts[id], scene.radius(id) + _APART / 2) for id in lists])
    for id, (x, y) in spots.items():
        places[id] = x, y
        board.discs.append((id, x, y, scene.radius(id)))
        if scene.radius(id) < 34:
            board.boxes.append(name_boxes(x, y, scene.radius(id), scene.labels[id])[2 if y > 0 else 3])
        board.lines.append((id, id, (x, y), (0.0, 0.0)))
    for id in scene.largest_first():
        if id not in places:
            anchor = body, (0.0, 0.0), middle
            places[id] = board.put(id, scene.radius(id), anchor, parts[id], _MOONS, 0.05, sway=4.0)
    _constituencies(scene, shape, places, board)
    return places, board


def _constituencies(scene: Scene, shape: str, places: dict[str, Point], board: Board) -> None:
    stretched = scene.country.stretched(shape)
    known = [id for id in scene.councils if id in stretched]
    if not known:
        return
    x, y = (sum(stretched[id][axis] for id in known) / len(known) for axis in (0, 1))
    turns = {id: math.atan2(stretched[id][1] - y, stretched[id][0] - x) for id in known}
    r = {id: scene.radius(id) + 6 for id in known}
    width, height = EXTENT[shape]
    order = sorted(known, key=turns.__getitem__)
    room = [(id, turns[id], r[id] + 22) for id in order]
    part, spots = 0.2, dict[str, Point]()
    while part < _WIDEST:
        spots = _spots(_Oval(width * part, height * part), room)
        if all(board.free(*spot, r[id], 20.0) and board.apart(spot, r[id], 8.0) for id, spot in spots.items()):
            break
        part *= 1.03
    for id, (x, y) in spots.items():
        places[id] = x, y
        board.discs.append((id, x, y, r[id]))
    for id in known:
        board.boxes.append(name_boxes(*places[id], r[id], scene.labels[id])[2])


def _spots(oval: _Oval, names: Sequence[tuple[str, float, float]]) -> dict[str, Point]:
    """Names (id, angle, half of the room each needs) on an oval in their order, each as near to its angle as it can."""
    if not names:
        return {}
    need = sum(2 * half for _, _, half in names) * 1.02
    if need > oval.length:
        oval = _Oval(oval.across * need / oval.length, oval.down * need / oval.length)
    order = sorted(names, key=lambda item: item[1] % (2 * math.pi))
    spots = [oval.part(angle) * oval.length for _, angle, _ in order]
    for _ in range(200):  # neighbours push each other until each has its room
        moved = False
        for a, b in (*pairwise(range(len(order))), (len(order) - 1, 0)):
            if a == b:
                continue
            gap = spots[b] - spots[a] + (oval.length if b == 0 else 0.0)
            lack = order[a][2] + order[b][2] - gap
            if lack > 0.01:
                spots[a] -= lack / 2
                spots[b] += lack / 2
                moved = True
        if not moved:
            break
    return {id: oval.at(spot / oval.length) for (id, _, _), spot in zip(order, spots, strict=True)}


class _Oval:
    """An ellipse by the length along it, from the right clockwise."""

    def __init__(self, across: float, down: float) -> None:
        self.across, self.down = across, down
        points = [self._point(2 * math.pi * step / _FINE) for step in range(_FINE + 1)]
        self.run = [0.0]
        for a, b in pairwise(points):
            self.run.append(self.run[-1] + math.dist(a, b))
        self.length = self.run[-1]

    def _point(self, angle: float) -> Point:
        return self.across * math.cos(angle), self.down * math.sin(angle)

    def part(self, angle: float) -> float:
        """How far along it is in this direction from the middle, from 0 to 1."""
        turn = math.atan2(math.sin(angle) / self.down, math.cos(angle) / self.across) % (2 * math.pi)
        step = turn / (2 * math.pi) * _FINE
        low = int(step) % _FINE
        return (self.run[low] + (self.run[low + 1] - self.run[low]) * (step - int(step))) / self.length

    def at(self, part: float) -> Point:
        """The point at this part of its length."""
        wanted = part % 1.0 * self.length
        low, high = 0, _FINE
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.run[middle] <= wanted else (low, middle)
        return self._point(2 * math.pi * low / _FINE)
