"""Distances, crossings and boxes on a stage: what layouts, routes and names need to keep out of each other's way."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from .model import Line, Point

Box = tuple[float, float, float, float]  # left, top, right, bottom


def to_segment(p: Point, a: Point, b: Point) -> float:
    """How far a point is from a segment."""
    (px, py), (ax, ay), (bx, by) = p, a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    if not length:
        return math.hypot(px - ax, py - ay)
    at = ((px - ax) * dx + (py - ay) * dy) / length
    at = 0.0 if at < 0 else 1.0 if at > 1 else at
    return math.hypot(px - ax - at * dx, py - ay - at * dy)


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the segments ab and cd cross."""
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(p: Point, q: Point, r: Point) -> float:
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes have room in common."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def touches(box: Box, x: float, y: float, r: float) -> bool:
    """Whether a box and a disc have room in common."""
    return math.hypot(x - max(box[0], min(x, box[2])), y - max(box[1], min(y, box[3]))) < r


def strikes(box: Box, p: Point, q: Point) -> bool:
    """Whether a segment runs through a box (Liang and Barsky 1984)."""
    low, high = 0.0, 1.0
    for start, end, least, most in ((p[0], q[0], box[0], box[2]), (p[1], q[1], box[1], box[3])):
        step = end - start
        if not step:
            if not least <= start <= most:
                return False
            continue
        first, last = sorted(((least - start) / step, (most - start) / step))
        low, high = max(low, first), min(high, last)
        if low > high:
            return False
    return True


def simplified(line: Sequence[Point], tolerance: float) -> Line:
    """A line without the points that are nearer than this to what is left (Douglas and Peucker 1973)."""
    kept = [False] * len(line)
    parts = [(0, len(line) - 1)]
    while parts:
        first, last = parts.pop()
        kept[first] = kept[last] = True
        far, at = max(
            ((to_segment(line[at], line[first], line[last]), at) for at in range(first + 1, last)), default=(0.0, 0)
        )
        if far > tolerance:
            parts += [(first, at), (at, last)]
    return tuple(point for point, keep in zip(line, kept, strict=True) if keep)


def outer_rings(rings: Sequence[Sequence[Point]]) -> Iterator[list[Point]]:
    """The outline of what these rings cover together: neighbours share their borders point by point, which cancel."""
    steps = Counter((min(a, b), max(a, b)) for ring in rings for a, b in pairwise((*ring, ring[0])) if a != b)
    near: dict[Point, list[Point]] = {}
    for (a, b), number in steps.items():
        if number == 1:
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
    while near:
        start = next(iter(near))
        found = [start]
        while near.get(found[-1]):
            here = found[-1]
            there = near[here].pop()
            near[there].remove(here)
            for end in (here, there):
                if not near[end]:
                    del near[end]
            found.append(there)
        yield found
