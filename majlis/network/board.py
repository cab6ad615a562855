"""What is taken on a stage, and the best free place beside something: discs, boxes of names, and ties."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from .geometry import Box, cross, overlap, strikes, to_segment, touches
from .model import Point

CHAR, LINE = 7.6, 17.0  # the room of a letter and of a line of a name, in units
_AIR = 9.0  # between discs
_FURTHER = (1.0, 1.6, 2.4, 3.4, 4.6, 6.0, 8.0, 11.0)  # how far out is looked, where nothing nearer is free
_TURNS = 36


def name_boxes(x: float, y: float, r: float, text: str) -> tuple[Box, Box, Box, Box]:
    """Where a name may stand beside its disc: on the right, on the left, below, above."""
    wide, high = len(text) * CHAR, LINE
    return (
        (x + r + 4, y - high / 2, x + r + 4 + wide, y + high / 2),
        (x - r - 4 - wide, y - high / 2, x - r - 4, y + high / 2),
        (x - wide / 2, y + r + 3, x + wide / 2, y + r + 3 + high),
        (x - wide / 2, y - r - 3 - high, x + wide / 2, y - r - 3),
    )


@dataclass(slots=True)
class Board:
    """The discs with their radius, the names and the ties that stand already."""

    discs: list[tuple[str, float, float, float]] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    lines: list[tuple[str, str, Point, Point]] = field(default_factory=list)

    def free(self, x: float, y: float, r: float, air: float = 1.0) -> bool:
        """Whether a disc would overlap no other one."""
        return all(math.hypot(x - dx, y - dy) >= r + dr + air for _, dx, dy, dr in self.discs)

    def apart(self, spot: Point, r: float, air: float) -> bool:
        """Whether a disc would keep off all names."""
        return not any(touches(box, *spot, r + air) for box in self.boxes)

    def clear(self, x: float, y: float, r: float) -> Point:
        """The nearest place where a disc overlaps no other one: this, or on ever wider rings around it."""
        for ring in count():
            for step in range(max(1, 8 * ring)):
                angle = 2 * math.pi * step / max(1, 8 * ring)
                there = x + 4 * ring * math.cos(angle), y + 4 * ring * math.sin(angle)
                if self.free(*there, r, 2.0):
                    return there
        raise AssertionError  # there is room far away

    def clear_box(self, x: float, y: float, wide: float, high: float) -> Point:
        """The nearest place where a box, by its upper left corner, meets neither disc nor name."""
        for ring in count():
            for step in range(max(1, 8 * ring)):
                angle = 2 * math.pi * step / max(1, 8 * ring)
                left, top = x + 12 * ring * math.cos(angle), y + 12 * ring * math.sin(angle)
                box = (left, top, left + wide, top + high)
                if not any(touches(box, *disc[1:]) for disc in self.discs) and not any(
                    overlap(box, other) for other in self.boxes
                ):
                    return left, top
        raise AssertionError  # there is room far away

    def cost(self, x: float, y: float, r: float, box: Box | None, mine: set[str], bound: float) -> float:
        """How much a disc and its name would be in the way there; counted no further than the bound."""
        cost = 0.0
        reach = r + _AIR if box is None else max(r + _AIR, math.hypot(box[2] - box[0], box[3] - box[1]) + r)
        for _, dx, dy, dr in self.discs:
            if abs(x - dx) > reach + dr or abs(y - dy) > reach + dr:
                continue
            gap = math.hypot(x - dx, y - dy) - r - dr
            if gap < _AIR:
                cost += 60 + (_AIR - gap) * 6
            if box and touches(box, dx, dy, dr + 3):
                cost += 70
        if cost >= bound:
            return cost
        for other in self.boxes:
            if touches(other, x, y, r + 2):
                cost += 90
            if box and overlap(box, other):
                cost += 110
        for a, b, p, q in self.lines:
            if cost >= bound:
                return cost
            if a in mine or b in mine:
                continue
            if max(p[0], q[0]) < x - reach or min(p[0], q[0]) > x + reach:
                continue
            if max(p[1], q[1]) < y - reach or min(p[1], q[1]) > y + reach:
                continue
            if to_segment((x, y), p, q) < r + 4.5:
                cost += 26
            if box and strikes(box, p, q):
                cost += 9
        return cost

    def put(
        self,
        id: str,
        r: float,
        anchor: tuple[str, Point, float],
        towards: float,
        far: Sequence[float],
        pull: float,
        text: str = "",
        sway: float = 0.5,
    ) -> Point:
        """The best place beside an anchor (its id, place and radius), near the direction `towards` (radians).

        `far` are distances to try, each unit of which costs `pull`, as each ten degrees of turn cost `sway`; `text` is
        the name that needs room. The disc, its name and its tie are then taken.
        """
        name, (ax, ay), base = anchor
        best: tuple[float, Point, Box | None] | None = None
        for further in _FURTHER:
            for away in (step * further + base * (further - 1) for step in far):
                for turn in sorted(range(-_TURNS // 2, _TURNS // 2 + 1), key=abs):
                    angle, distance = towards + 2 * math.pi * turn / _TURNS, base + r + away
                    x, y = ax + distance * math.cos(angle), ay + distance * math.sin(angle)
                    fixed = away * pull + abs(turn) * sway
                    if (best and fixed >= best[0]) or not self.free(x, y, r):
                        continue
                    if text:
                        fixed += 5 * sum(cross((ax, ay), (x, y), p, q) for _, _, p, q in self.lines)
                    for side, box in enumerate(name_boxes(x, y, r, text) if text else (None,)):
                        cost = fixed + side * 0.6
                        if best and cost >= best[0]:
                            continue
                        cost += self.cost(x, y, r, box, {id, name}, best[0] - cost if best else math.inf)
                        if best is None or cost < best[0]:
                            best = cost, (x, y), box
            if best:
                break
        _, (x, y), box = best or (0.0, self.clear(ax, ay, r), None)
        self.discs.append((id, x, y, r))
        if box:
            self.boxes.append(box)
        self.lines.append((id, name, (x, y), (ax, ay)))
        return x, y
