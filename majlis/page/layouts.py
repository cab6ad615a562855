"""Where the network's points stand: in columns, by their ties (force), and on the map. Rounded, the same each time."""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from graph.kinds import Kind

from .model import Node, Point, TieView

Layout = dict[str, Point]

COLUMN_WIDTH, ROW_HEIGHT = 265, 26  # pixels at scale 1
_COLUMN = {Kind.FIGURE: 0, Kind.PARTY: 1, Kind.OFFICE: 1, Kind.ALLIANCE: 2, Kind.BLOC: 2, Kind.PROVINCE: 3}
_SWEEPS = 12
_SPACING = 90.0  # pixels between neighbours of the force layout
MAP_SCALE = 4.0  # pixels of the map layout for one of the map
_PROJECTED = 640.0  # pixels of the longer side of a map that is made of places alone
_BROAD = 1.5  # screens are wider than high
_SEED = 20231218
_STEPS = 1_200_000  # point-to-point steps that the force layout may take


def layouts(nodes: Sequence[Node], ties: Sequence[TieView], places: Layout) -> dict[str, Layout]:
    """The layouts of a network by name: pixels, y downwards, rounded to 0.1.

    `places`: provinces on the map; without any there is no layout "map".
    """
    near = _neighbours(nodes, ties)
    found = {"columns": columns(nodes, near), "force": force(nodes, near)}
    if any(node.id in places for node in nodes):
        found["map"] = on_map(nodes, ties, places)
    return {
        name: {id: (round(x, 1), round(y, 1)) for id, (x, y) in sorted(points.items())}
        for name, points in found.items()
    }


def _neighbours(nodes: Sequence[Node], ties: Sequence[TieView]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {node.id: set() for node in nodes}
    for tie in ties:
        found[tie.start].add(tie.end)
        found[tie.end].add(tie.start)
    return {id: sorted(there - {id}) for id, there in found.items()}


def columns(nodes: Sequence[Node], near: Mapping[str, Sequence[str]]) -> Layout:
    """Figures, parties, alliances and provinces side by side, each near its neighbours (barycentre heuristic).

    Sugiyama, Tagawa and Toda (1981): each column in turn is ordered by the mean place of its neighbours.
    """
    rows: dict[int, list[str]] = defaultdict(list)
    for node in nodes:
        rows[_COLUMN[Kind(node.kind)]].append(node.id)
    place = {id: at / max(len(column), 1) for column in rows.values() for at, id in enumerate(column)}
    for sweep in range(_SWEEPS):
        for at in sorted(rows, reverse=sweep % 2 == 0):
            means = {
                id: sum(place[other] for other in near[id]) / len(near[id]) if near[id] else place[id]
                for id in rows[at]
            }
            rows[at] = [id for _, id in sorted((means[id], id) for id in rows[at])]
            place |= {id: row / len(rows[at]) for row, id in enumerate(rows[at])}
    return {
        id: (at * COLUMN_WIDTH, (row - (len(column) - 1) / 2) * ROW_HEIGHT)
        for at, column in rows.items()
        for row, id in enumerate(column)
    }


def force(nodes: Sequence[Node], near: Mapping[str, Sequence[str]]) -> Layout:
    """Points that pull their neighbours and push each other away, seeded.

    Fruchterman and Reingold (1991), with their grid: only points within two spacings push.
    """
    chance = random.Random(_SEED)  # noqa: S311 - a picture, not a secret
    side = _SPACING * math.sqrt(max(len(nodes), 1)) * 1.3
    at = {node.id: [chance.uniform(0, side), chance.uniform(0, side)] for node in nodes}
    rounds = max(10, min(60, _STEPS // (40 * max(len(nodes), 1))))
    for turn in range(rounds):
        heat = side / 8 * (1 - turn / rounds)
        move = {id: [0.0, 0.0] for id in at}
        _push(at, move)
        _pull(at, move, near)
        for id, (dx, dy) in move.items():
            length = math.hypot(dx, dy) or 1.0
            step = min(length, heat) / length
            at[id][0] += dx * step - (at[id][0] - side / 2) * 0.02
            at[id][1] += dy * step - (at[id][1] - side / 2) * 0.02
    order = sorted(nodes, key=lambda node: (-(node.seats or 0), node.id))
    return spread({node.id: (at[node.id][0] * _BROAD, at[node.id][1]) for node in order}, 110.0, 52.0)


def _push(at: Mapping[str, list[float]], move: Mapping[str, list[float]]) -> None:
    reach = 2 * _SPACING
    grid: dict[tuple[int, int], list[str]] = defaultdict(list)
    for id, (x, y) in at.items():
        grid[int(x // reach), int(y // reach)].append(id)
    for (column, row), here in grid.items():
        near = [id for dx in (-1, 0, 1) for dy in (-1, 0, 1) for id in grid.get((column + dx, row + dy), ())]
        for id in here:
            x, y = at[id]
            for other in near:
                if other == id:
                    continue
                dx, dy = x - at[other][0], y - at[other][1]
                distance = math.hypot(dx, dy) or 0.1
                if distance < reach:
                    push = _SPACING**2 / distance**2
                    move[id][0] += dx * push
                    move[id][1] += dy * push


def _pull(at: Mapping[str, list[float]], move: Mapping[str, list[float]], near: Mapping[str, Sequence[str]]) -> None:
    for id, others in near.items():
        for other in others:
            dx, dy = at[other][0] - at[id][0], at[other][1] - at[id][1]
            pull = math.hypot(dx, dy) / _SPACING / math.sqrt(max(len(others), len(near[other])))
            move[id][0] += dx * pull
            move[id][1] += dy * pull


def projected(places: Mapping[str, tuple[float | None, float | None]]) -> Layout:
    """Latitudes and longitudes (degrees) as points of a map: equirectangular, true at the middle."""
    known = {id: (lat, lon) for id, (lat, lon) in places.items() if lat is not None and lon is not None}
    if not known:
        return {}
    middle = sum(lat for lat, _ in known.values()) / len(known)
    flat = {id: (lon * math.cos(math.radians(middle)), -lat) for id, (lat, lon) in known.items()}
    left, top = min(x for x, _ in flat.values()), min(y for _, y in flat.values())
    extent = max(max(x for x, _ in flat.values()) - left, max(y for _, y in flat.values()) - top) or 1.0
    return {id: ((x - left) / extent * _PROJECTED, (y - top) / extent * _PROJECTED) for id, (x, y) in flat.items()}


def on_map(nodes: Sequence[Node], ties: Sequence[TieView], places: Layout) -> Layout:
    """Provinces where they lie, the rest beside what they hold.

    What holds seats stands at their weighted middle, what leads or joined it beside it; what has no tie to any
    place stands in rows below.
    """
    known = {node.id: places[node.id] for node in nodes if node.id in places}
    at = {id: (x * MAP_SCALE, y * MAP_SCALE) for id, (x, y) in known.items()}
    low = max(y for _, y in at.values()) + 300
    fixed = frozenset(at)
    large = sorted(nodes, key=lambda node: (-(node.seats or 0), node.id))
    for is_seat in (True, False, False):
        at |= _beside(ties, at, is_seat)
    rest = [node.id for node in nodes if node.id not in at]
    at |= {id: (row % 10 * 200.0, low + row // 10 * 80.0) for row, id in enumerate(rest)}
    return spread({node.id: at[node.id] for node in large}, 120.0, 96.0, fixed)


def _beside(ties: Sequence[TieView], at: Layout, is_seat: bool) -> Layout:
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for tie in ties:
        if (tie.seats is not None) == is_seat:
            for id, other in ((tie.start, tie.end), (tie.end, tie.start)):
                if id not in at and other in at:
                    weight = float(tie.seats or 1)
                    x, y = at[other]
                    for column, value in enumerate((x * weight, y * weight, weight)):
                        sums[id][column] += value
    return {id: (x / weight, y / weight) for id, (x, y, weight) in sums.items()}


def spread(at: Layout, width: float, height: float, fixed: frozenset[str] = frozenset()) -> Layout:
    """The same points, none within `width` and `height` of another: each in its turn takes the nearest free place.

    Points that are `fixed` stay, and keep the place below them free for their label.
    """
    taken: dict[tuple[int, int], list[Point]] = defaultdict(list)

    def free(x: float, y: float) -> bool:
        cell = (int(x // width), int(y // height))
        return not any(
            abs(px - x) < width and abs(py - y) < height
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for px, py in taken.get((cell[0] + dx, cell[1] + dy), ())
        )

    found: Layout = {}
    for id in sorted(at, key=lambda name: name not in fixed):
        x, y = at[id]
        if id not in fixed:
            x, y = next(point for point in _spiral(x, y, width, height) if free(*point))
        for below in (y, y + height * 0.7) if id in fixed else (y,):
            taken[int(x // width), int(below // height)].append((x, below))
        found[id] = (x, y)
    return found


def _spiral(x: float, y: float, width: float, height: float) -> Iterator[Point]:
    """A point, then ever wider rings around it."""
    yield x, y
    for ring in count(1):
        for step in range(8 * ring):
            angle = step / (8 * ring) * 2 * math.pi
            yield x + ring * width / 2 * math.cos(angle), y + ring * height / 2 * math.sin(angle)
