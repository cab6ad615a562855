"""Where the names of an election stand, on a wide, a square and a tall stage; seeded, the same each time.

1. Councils stand where they lie in the country, stretched (`stretch`); a house stands in the middle (`house`).
2. Lists of several councils stand between them (`annealing`).
3. Lists of one council, leaders and small lists stand beside what they belong to (`board`), most seats first.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from . import house
from .annealing import KEY, anneal
from .board import CHAR, Board, name_boxes
from .model import SHAPES, Layout, Point, Stages
from .scene import PORTRAIT, Scene
from .stretch import EXTENT

_EMPTY = 15.0  # the radius of a province without a vote
# Where those stand who took no part, as parts of the stage, and how many of them have a place there.
_APART = {"wide": (-0.54, -0.2), "square": (-0.57, 0.1), "tall": (-0.5, 0.4)}
_BOXES = 3
_PIXEL = {"wide": 1.15, "square": 1.75, "tall": 1.8}  # in units, on a small stage, where words keep their size
_HIGH, _BESIDE = 38.0, 24.0  # pixels: how high their frames are, and how wide but for the words
_BIG_FAR, _MOON_FAR = (24.0, 34.0, 46.0, 60.0, 80.0), (7.0, 12.0, 18.0, 26.0, 36.0, 48.0)
_LEADER_FAR, _LATER_FAR = (5.0, 12.0, 20.0, 30.0, 44.0, 60.0), (14.0, 24.0, 36.0, 50.0, 70.0)


def stages(scene: Scene, last: Mapping[str, Layout]) -> Stages:
    """A layout for each shape of a stage, and the land under it; none under a house.

    `last` are the layouts of the election before, from which lists travel.
    """
    layouts = {shape: layout(scene, shape, last.get(shape, {})) for shape in SHAPES}
    return Stages(layouts, {shape: () if scene.body else scene.country.land(shape) for shape in SHAPES})


def layout(scene: Scene, shape: str, last: Layout) -> dict[str, Point]:
    """The places of one stage: x to the right, y downwards, rounded to 0.1."""
    if scene.body:
        places, board = house.placed(scene, shape)
    else:
        places, board = _placed(scene, shape, last)
    _beside(scene, shape, places, board)
    return {id: (round(x, 1), round(y, 1)) for id, (x, y) in sorted(places.items())}


def _placed(scene: Scene, shape: str, last: Layout) -> tuple[dict[str, Point], Board]:
    """The councils and the lists of several of them."""
    stretched = scene.country.stretched(shape)
    places = {id: stretched[id] for id in (*scene.councils, *scene.empty) if id in stretched}
    wide = anneal(scene, shape, places, last)
    board = Board()
    for id, (x, y) in places.items():
        r = _EMPTY if id in scene.empty else scene.radius(id) + 6
        board.discs.append((id, x, y, r))
        if id in scene.councils:
            board.boxes.append(name_boxes(x, y, r, scene.labels[id])[2])
    for id, wanted in wide.items():
        r = scene.radius(id)
        places[id] = x, y = board.clear(*wanted, r)
        board.discs.append((id, x, y, r))
        if scene.named(id) and r < 34:
            board.boxes.append(name_boxes(x, y, r, scene.labels[id])[2])
        board.lines += [
            (id, council, (x, y), places[council])
            for council, seats in scene.seats[id].items()
            if seats >= scene.bold and council in places
        ]
    return places, board


def _beside(scene: Scene, shape: str, places: dict[str, Point], board: Board) -> None:
    """Lists of one council of some size, leaders, small lists, the leaders of these, and who stood apart."""
    _, height = EXTENT[shape]
    lists = scene.largest_first()
    local = {id: next(iter(scene.seats[id])) for id in lists if len(scene.seats.get(id, ())) == 1}
    drawn = {id: r for id, _, _, r in board.discs}

    def put(id: str, r: float, anchor: str, towards: float, *more: object) -> None:
        places[id] = board.put(id, r, (anchor, places[anchor], drawn[anchor]), towards, *more)  # type: ignore[arg-type]  # `more` are the last of put
        drawn[id] = r

    def outward(id: str) -> float:
        x, y = places[id]
        return math.atan2(y - 0.02 * height, x or 0.01)

    def moons(*, named: bool) -> None:
        for id, council in sorted(local.items(), key=lambda pair: (-(scene.councils.get(pair[1]) or 0), pair[1])):
            if id in places or scene.named(id) is not named or council not in places:
                continue
            if named:
                put(id, scene.radius(id), council, outward(council), _BIG_FAR, 0.2, scene.labels[id])
            else:
                put(id, scene.radius(id), council, outward(council), _MOON_FAR, 0.6)

    def leaders(*, named: bool) -> None:
        for figure, led in scene.leaders:
            if figure in places or led not in places or scene.named(led) is not named:
                continue
            x, y = places[led]
            far, text = (_LEADER_FAR, scene.labels[figure]) if named else (_LATER_FAR, "")
            put(figure, PORTRAIT, led, math.atan2(y, x or 0.01), far, 0.5, text, 3.0 if scene.body else 0.5)

    moons(named=True)
    leaders(named=True)
    moons(named=False)
    _remaining(scene, shape, places, board)
    leaders(named=False)
    x, y = (part * length for part, length in zip(_APART[shape], EXTENT[shape], strict=True))
    high = _HIGH * _PIXEL[shape]
    for row, id in enumerate(scene.apart[:_BOXES]):
        wide = 2 * PORTRAIT + (len(scene.labels[id]) * CHAR + _BESIDE) * _PIXEL[shape]
        left, top = board.clear_box(x - PORTRAIT - 8, y - high / 2 + (high + 12) * row, wide, high)
        places[id] = left + PORTRAIT + 8, top + high / 2
        board.boxes.append((left, top, left + wide, top + high))


def _remaining(scene: Scene, shape: str, places: dict[str, Point], board: Board) -> None:
    """Lists whose council is not known stand in a row under the stage."""
    width, height = EXTENT[shape]
    x, y = KEY[shape][2] * width + 40, 0.56 * height
    for id in scene.largest_first():
        if id in places:
            continue
        r = scene.radius(id)
        room = r if not scene.named(id) else max(r, len(scene.labels[id]) * 3.4)
        if x + 2 * room > width * 0.52:
            x, y = KEY[shape][2] * width + 40, y + 64
        places[id] = board.clear(x + room, y, r)
        board.discs.append((id, *places[id], r))
        x += 2 * room + 14
