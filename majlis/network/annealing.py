"""Where lists of several councils stand: near what they hold, off each other and off foreign ties (annealing).

Kirkpatrick, Gelatt and Vecchi (1983). The councils stay; a list is tried at another place, and takes it if the picture
gets better, or by chance a little worse while it is warm. Seeded, and as many steps as time allows.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence

from .board import CHAR
from .geometry import Box, cross, to_segment
from .model import Point
from .scene import Scene
from .stretch import EXTENT

SEED = 20231218
_STARTS = 2
_WORK = 5_000_000  # comparisons of two things that all steps of a layout may take together
_MOST, _LEAST = 7000, 600  # steps from one start
_PULL = {
    "wide": (0.12, 0.04),
    "square": (0.15, 0.045),
    "tall": (0.15, 0.045),
}  # of a tie drawn at rest, a unit: and more a seat
_FAINT = 0.05  # of a tie that is not
_AIR = {"wide": 60.0, "square": 50.0, "tall": 46.0}  # between lists that are named
# The corners kept for the key and for who stood apart, as parts of the stage: left, top, right, bottom.
KEY = {"wide": (-0.66, 0.12, -0.2, 0.6), "square": (-0.6, 0.2, -0.2, 0.6), "tall": (-0.6, 0.36, -0.02, 0.6)}


def anneal(scene: Scene, shape: str, places: Mapping[str, Point], last: Mapping[str, Point]) -> dict[str, Point]:
    """The places of the lists of several councils; `last` are places that they had before and keep where they can."""
    lists = [id for id in scene.largest_first() if len(scene.seats.get(id, ())) > 1]
    if not lists:
        return {}
    task = _Task(scene, shape, places, last, lists)
    steps = max(_LEAST, min(_MOST, _WORK // (_STARTS * task.work)))
    found = [task.run(start, steps) for start in range(_STARTS)]
    return min(found, key=lambda pair: pair[0])[1]


class _Task:
    """The lists of one stage, what they hold, and what is in their way."""

    def __init__(
        self, scene: Scene, shape: str, places: Mapping[str, Point], last: Mapping[str, Point], lists: Sequence[str]
    ) -> None:
        width, height = EXTENT[shape]
        self.lists, self.last, self.air = lists, last, _AIR[shape]
        self.edge = width * (0.54 if shape == "wide" else 0.5), height * 0.46
        left, top, right, bottom = KEY[shape]
        self.key: Box = (left * width, top * height, right * width, bottom * height)
        self.r = {id: scene.radius(id) for id in lists}
        self.named = {id: scene.named(id) for id in lists}
        self.half = {
            id: max(self.r[id] + 6, min(len(scene.labels[id]) * CHAR / 2, 60)) if self.named[id] else self.r[id] + 2
            for id in lists
        }
        self.rings = [(id, *places[id], scene.radius(id) + 6) for id in scene.councils if id in places]
        self.empty = [places[id] for id in scene.empty if id in places]
        on_stage = {id: {p: n for p, n in scene.seats[id].items() if p in places} for id in lists}
        self.bold = {id: [places[p] for p, n in on_stage[id].items() if n >= scene.bold] for id in lists}
        self.ends = {id: {p for p, n in on_stage[id].items() if n >= scene.bold} for id in lists}
        pull, more = _PULL[shape]
        self.pulls = {
            id: [(*places[p], pull + more * n if n >= scene.bold else _FAINT) for p, n in on_stage[id].items()]
            for id in lists
        }
        self.middle = {
            id: tuple(sum(places[p][axis] * n for p, n in held.items()) / (sum(held.values()) or 1) for axis in (0, 1))
            for id, held in on_stage.items()
        }
        ties = sum(map(len, self.bold.values())) or 1
        self.work = len(self.rings) * (1 + ties // len(lists)) + len(lists) + ties * 2
        self.spot: dict[str, Point] = {}

    def run(self, start: int, steps: int) -> tuple[float, dict[str, Point]]:
        """The cost and the places that one start comes to."""
        chance = random.Random(SEED + start)  # noqa: S311 - a picture, not a secret
        self.spot = {
            id: self.last.get(id)
            or (self.middle[id][0] + chance.uniform(-90, 70), self.middle[id][1] + chance.uniform(-70, 70))
            for id in self.lists
        }
        x_edge, y_edge = self.edge
        for step in range(steps):
            heat = (1 - step / steps) ** 2
            id = self.lists[chance.randrange(len(self.lists))]
            x, y = self.spot[id]
            if chance.random() < 0.15:
                there = chance.uniform(-x_edge, x_edge), chance.uniform(-y_edge, y_edge)
            else:
                reach = 10 + 120 * heat
                there = x + chance.gauss(0, reach), y + chance.gauss(0, reach)
            allowed = self.cost(id, (x, y), math.inf) - math.log(chance.random() or 1e-9) * (0.5 + 40 * heat)
            if self.cost(id, there, allowed) < allowed:
                self.spot[id] = there
        return sum(self.cost(id, self.spot[id], math.inf) for id in self.lists), dict(self.spot)

    def cost(self, id: str, here: Point, bound: float) -> float:
        """How bad a place is for a list while the others stand where they do; counted no further than the bound."""
        x, y = here
        me, tall = self.r[id], 44 if self.named[id] else 12
        cost = max(0.0, abs(x) + me - self.edge[0]) * 6 + max(0.0, abs(y) + me - self.edge[1]) * 6
        left, top, right, bottom = self.key
        if left < x + me and x - me < right and top < y + me and y - me < bottom:
            cost += 160
        for px, py, pull in self.pulls[id]:
            cost += math.hypot(x - px, y - py) * pull
        if id in self.last:
            cost += math.dist(here, self.last[id]) * 0.12
        for px, py in self.empty:
            cost += max(0.0, me + 40 - math.hypot(x - px, y - py)) * 5
        if cost >= bound:
            return cost
        bold, ends = self.bold[id], self.ends[id]
        for name, px, py, r in self.rings:
            gap = math.hypot((px - x) * 0.9, (py - y) * 1.1)
            need = me + r + tall
            if gap < need:
                cost += (need - gap) * 5
            if name not in ends:
                for q in bold:
                    if _near(px, py, here, q, r + 8):
                        cost += 46
        for other in self.lists:
            if other == id:
                continue
            if cost >= bound:
                return cost
            there = self.spot[other]
            ox, oy = there
            gx, gy, r = abs(x - ox), abs(y - oy), self.r[other]
            gap, need = math.hypot(gx, gy * 1.1), me + r + (self.air if self.named[other] else 20)
            if gap < need:
                cost += (need - gap) * 6
            if gy < 34 and gx < self.half[id] + self.half[other] + 10:
                cost += 40
            foreign = self.bold[other]
            for p in bold:
                if _near(ox, oy, here, p, r + 8):
                    cost += 34 + r
            for q in foreign:
                if _near(x, y, there, q, me + 8):
                    cost += 34 + me
                for p in bold:
                    if p != q and _may_meet(here, p, there, q) and cross(here, p, there, q):
                        cost += 5
        return cost


def _near(x: float, y: float, p: Point, q: Point, r: float) -> bool:
    """Whether a point is nearer to a segment than r; most are ruled out by the box around it."""
    if (x < p[0] - r and x < q[0] - r) or (x > p[0] + r and x > q[0] + r):
        return False
    if (y < p[1] - r and y < q[1] - r) or (y > p[1] + r and y > q[1] + r):
        return False
    return to_segment((x, y), p, q) < r


def _may_meet(a: Point, b: Point, c: Point, d: Point) -> bool:
    return not (
        max(a[0], b[0]) < min(c[0], d[0])
        or max(c[0], d[0]) < min(a[0], b[0])
        or max(a[1], b[1]) < min(c[1], d[1])
        or max(c[1], d[1]) < min(a[1], b[1])
    )
