"""Where names stand beside their discs: never on each other, never on a disc, as little as can be on ties."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .geometry import Box, overlap, strikes, to_segment, touches
from .model import Point

_LEADING = 1.2
_GAP = 3.0  # between a disc and its name
_FAR = (13.0, 24.0, 38.0, 54.0, 72.0)  # how far a name goes that finds no place beside its disc
_EDGE = 2.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name to be placed: its lines, their size and width, the disc that it belongs to, and the side it likes best.

    `must`: where there is no place beside its disc it takes one farther off, with a line.
    """

    id: str
    lines: tuple[str, ...]
    size: float
    width: float
    x: float
    y: float
    r: float
    first: int  # of right, left, below, above
    must: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in its place: its box, how its lines are set, and the line to its disc where it stands farther off."""

    name: Name
    box: Box
    anchor: str  # start, middle or end
    struck: bool  # a tie runs beneath
    leader: tuple[Point, Point] | None

    @property
    def x(self) -> float:
        """Where its lines are set from."""
        return {"start": self.box[0], "end": self.box[2]}.get(self.anchor, (self.box[0] + self.box[2]) / 2)


def placed(
    names: Sequence[Name],
    discs: Sequence[tuple[str, float, float, float]],
    small: frozenset[str],
    ties: Sequence[Sequence[Point]],
    stage: Box,
    taken: Sequence[Box] = (),
) -> list[Placed]:
    """The names in their places, in the order in which they are given; those that find none are left out.

    `small` are discs that a name farther off may touch.
    """
    boxes, found = list(taken), []
    for name in names:
        best = _beside(name, discs, boxes, ties, stage) or (
            _farther(name, discs, small, boxes, ties, stage) if name.must else None
        )
        if best:
            boxes.append(best.box)
            found.append(best)
    return found


def _free(box: Box, boxes: Sequence[Box], stage: Box) -> bool:
    inside = box[0] >= stage[0] and box[1] >= stage[1] and box[2] <= stage[2] and box[3] <= stage[3]
    return inside and not any(overlap(box, other) for other in boxes)


def _struck(box: Box, ties: Sequence[Sequence[Point]]) -> int:
    return sum(box[0] < x < box[2] and box[1] < y < box[3] for tie in ties for x, y in tie)


def _sides(name: Name) -> list[tuple[float, float, str]]:
    """The corners of the eight boxes around a disc, with how their lines are set."""
    x, y, r = name.x, name.y, name.r + _GAP
    wide, high = name.width, _LEADING * name.size * len(name.lines)
    slant = r * 0.72
    return [
        (x + r + 1, y - high / 2, "start"),
        (x - r - wide - 1, y - high / 2, "end"),
        (x - wide / 2, y + r - 1, "middle"),
        (x - wide / 2, y - r - high + 1, "middle"),
        (x + slant, y + slant - high * 0.3, "start"),
        (x + slant, y - slant - high * 0.7, "start"),
        (x - slant - wide, y + slant - high * 0.3, "end"),
        (x - slant - wide, y - slant - high * 0.7, "end"),
    ]


def _box(name: Name, left: float, top: float) -> Box:
    return left - _EDGE, top, left + name.width + _EDGE, top + _LEADING * name.size * len(name.lines)


def _beside(
    name: Name,
    discs: Sequence[tuple[str, float, float, float]],
    boxes: Sequence[Box],
    ties: Sequence[Sequence[Point]],
    stage: Box,
) -> Placed | None:
    best: tuple[float, Placed] | None = None
    for side, (left, top, anchor) in enumerate(_sides(name)):
        box = _box(name, left, top)
        if not _free(box, boxes, stage):
            continue
        if any(touches(box, x, y, r + (-0.5 if id == name.id else 1.5)) for id, x, y, r in discs):
            continue
        struck = _struck(box, ties)
        cost = struck * 4 + (0 if side == name.first else 3 if side < 4 else 6)
        if best is None or cost < best[0]:
            best = cost, Placed(name, box, anchor, bool(struck), None)
    return best[1] if best else None


def _farther(
    name: Name,
    discs: Sequence[tuple[str, float, float, float]],
    small: frozenset[str],
    boxes: Sequence[Box],
    ties: Sequence[Sequence[Point]],
    stage: Box,
) -> Placed | None:
    best: tuple[float, Placed] | None = None
    high = _LEADING * name.size * len(name.lines)
    for far in _FAR:
        reach = name.r + _GAP + far
        for turn in range(16):
            angle = 2 * math.pi * turn / 16
            x, y = name.x + reach * math.cos(angle), name.y + reach * math.sin(angle)
            anchor = "start" if math.cos(angle) > 0.4 else "end" if math.cos(angle) < -0.4 else "middle"
            left = {"start": x, "end": x - name.width}.get(anchor, x - name.width / 2)
            top = y - high / 2 if anchor != "middle" else y if math.sin(angle) > 0 else y - high
            box = _box(name, left, top)
            if not _free(box, boxes, stage):
                continue
            ex, ey = max(box[0], min(name.x, box[2])), max(box[1], min(name.y, box[3]))
            length = math.hypot(ex - name.x, ey - name.y) or 1.0
            start = name.x + (ex - name.x) / length * name.r, name.y + (ey - name.y) / length * name.r
            cost = far * 0.5 + _struck(box, ties) * 3.0
            for id, dx, dy, r in discs:
                if id == name.id:
                    continue
                if touches(box, dx, dy, r + 1):
                    cost += 14 if id in small else 500
                elif to_segment((dx, dy), start, (ex, ey)) < r:
                    cost += 12 if id in small else 70
            if any(strikes(other, start, (ex, ey)) for other in boxes):
                cost += 60
            if cost < 240 and (best is None or cost < best[0]):
                best = cost, Placed(name, box, anchor, _struck(box, ties) > 0, (start, (ex, ey)))
    return best[1] if best else None
