"""How ties run: from a disc to a place of their own on a ring, bent so that none passes behind a name not its own."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .model import Point

_BENDS = (0.0, 0.1, -0.1, 0.2, -0.2, 0.31, -0.31, 0.44, -0.44, 0.6, -0.6)  # of the length
_SHORT_BENDS, _SHORT = (0.0, 0.1, -0.1, 0.2, -0.2), 70.0  # of a tie up to this length
_CLEAR = 4.0  # units that a tie keeps from a foreign disc
_SAMPLES = 24
_LONGEST = 520.0  # what a bend is measured by at most

Disc = tuple[str, float, float, float]  # id, x, y, radius


@dataclass(frozen=True, slots=True)
class Line:
    """A tie to be drawn: from where to where, how wide, and whether it ends in a slot of a ring."""

    start: str
    end: str
    width: float
    slot: bool


@dataclass(frozen=True, slots=True)
class Route:
    """A cubic curve by its four points; `under` are discs that it has to pass behind."""

    points: tuple[Point, Point, Point, Point]
    under: frozenset[str]

    def at(self, part: float) -> Point:
        """The point at this part of the curve."""
        rest = 1 - part
        weights = rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3
        x, y = (sum(w * p[axis] for w, p in zip(weights, self.points, strict=True)) for axis in (0, 1))
        return x, y

    def samples(self, count: int = _SAMPLES) -> list[Point]:
        """Points along the curve, both ends among them."""
        return [self.at(step / count) for step in range(count + 1)]


def slots(lines: Sequence[Line], discs: Mapping[str, Disc]) -> dict[Line, float]:
    """The angle at which each tie reaches its ring: towards where it comes from, beside its neighbours."""
    at: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.slot:
            at[line.end].append(line)
    found: dict[Line, float] = {}
    for id, arriving in at.items():
        _, x, y, r = discs[id]
        angles = {line: math.atan2(discs[line.start][2] - y, discs[line.start][1] - x) for line in arriving}
        order = sorted(arriving, key=lambda line: (angles[line], line.start))
        half = {line: (line.width / 2 + 0.9) / r for line in order}
        for _ in range(24):
            for place, first in enumerate(order):
                second = order[(place + 1) % len(order)]
                if first is second:
                    continue
                turn = 2 * math.pi if place + 1 == len(order) else 0.0
                lack = half[first] + half[second] - (angles[second] + turn - angles[first])
                if lack > 0:
                    angles[first] -= lack / 2
                    angles[second] += lack / 2
        found |= angles
    return found


def routes(lines: Sequence[Line], discs: Iterable[Disc]) -> dict[Line, Route]:
    """The way of each tie among these discs, which are as large as their rings."""
    known = {disc[0]: disc for disc in discs}
    angles = slots(lines, known)
    return {line: _route(line, angles.get(line), known) for line in lines}


def _route(line: Line, slot: float | None, discs: Mapping[str, Disc]) -> Route:
    _, ax, ay, ar = discs[line.start]
    _, bx, by, br = discs[line.end]
    angle = math.atan2(ay - by, ax - bx)
    end = angle if slot is None else slot
    from_a, from_b = (ar * 0.6, br - 1) if line.slot else (ar + 2, br + 3)
    x0, y0 = ax - from_a * math.cos(angle), ay - from_a * math.sin(angle)
    x1, y1 = bx + from_b * math.cos(end), by + from_b * math.sin(end)
    dx, dy = x1 - x0, y1 - y0
    length = math.hypot(dx, dy) or 1.0
    across, span = (-dy / length, dx / length), min(length, _LONGEST)
    reach = length / 2 + 180
    near = [
        disc
        for id, disc in discs.items()
        if id not in (line.start, line.end)
        and abs(disc[1] - (x0 + x1) / 2) < reach
        and abs(disc[2] - (y0 + y1) / 2) < reach
    ]
    lean = min(length * 0.34, 90.0) if line.slot else length * 0.3
    best: tuple[float, Route] | None = None
    for bend in _BENDS if line.slot or length > _SHORT else _SHORT_BENDS:
        for first, second, extra in ((1.0, 1.0, 0.0), (1.0, 0.3, 0.0), (0.3, 1.0, 0.0), (1.0, -0.8, 3.0)):
            side = bend * span
            points = (
                (x0, y0),
                (x0 + dx * 0.32 + across[0] * side * first, y0 + dy * 0.32 + across[1] * side * first),
                (
                    x1 + lean * math.cos(end) * 0.6 - dx * 0.12 + across[0] * side * second,
                    y1 + lean * math.sin(end) * 0.6 - dy * 0.12 + across[1] * side * second,
                ),
                (x1, y1),
            )
            cost, under = _in_the_way(Route(points, frozenset()), near, line.width / 2 + 1.5)
            value = cost + abs(bend) * 44 + extra
            if best is None or value < best[0]:
                best = value, Route(points, under)
            if not cost:
                return best[1]
            if not bend:
                break
    return best[1] if best else Route(((x0, y0), (x0, y0), (x1, y1), (x1, y1)), frozenset())


def _in_the_way(route: Route, near: Sequence[Disc], half: float) -> tuple[float, frozenset[str]]:
    cost, under = 0.0, set()
    for step in range(1, 20):
        x, y = route.at(step / 20)
        for id, dx, dy, r in near:
            gap = math.hypot(dx - x, dy - y) - r - half
            if gap < _CLEAR:
                cost += _CLEAR - gap * 0.4
                if gap < 0:
                    cost += 9
                    under.add(id)
    return cost, frozenset(under)
