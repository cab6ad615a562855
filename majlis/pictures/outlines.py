"""The outlines of provinces from a data folder's map.geojson, as SVG paths with places for their labels."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from graph.errors import DocumentError
from graph.files import refuse_endless

FILE = "map.geojson"
_WIDTH, _HEIGHT = 640, 720  # the box the map is drawn in, in pixels
_SCANS = 24  # lines across a province on which a place for its label is looked for
_Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a label inside an outline: its middle, and how far the outline reaches from there."""

    x: float
    y: float
    across: float
    down: float

    @property
    def room(self) -> float:
        """How much of a label it takes, which is about twice as wide as high."""
        return min(self.across, 2.2 * self.down)


@dataclass(frozen=True, slots=True)
class Outline:
    """A province's outline: the data of an SVG path in whole pixels, and places for a label, roomiest first."""

    id: str
    name: str
    path: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Outlines:
    """A map: outlines by id, its size in pixels, and what the file says of where it comes from.

    `borders` are the rings of all provinces as the file has them, degrees east and north.
    """

    width: float
    height: float
    shapes: tuple[Outline, ...]
    source: str
    note: str
    borders: tuple[tuple[tuple[float, float], ...], ...] = ()


def _unreadable(file: Path, what: str) -> DocumentError:
    return DocumentError(str(file), None, what, "See data/README.md for what a map file holds.")


def read_outlines(folder: Path) -> Outlines | None:
    """The map of a data folder; None where the folder has none. Raises DocumentError for one that cannot be read.

    The projection is equirectangular, true to scale at the middle latitude. Points are rounded to whole pixels,
    which thins out what no reader could see and leaves neighbours with the same border.
    """
    file = folder / FILE
    if not (file.is_symlink() or file.exists()):
        return None
    refuse_endless(file, str(file))
    try:
        found = json.loads(file.read_text(encoding="utf-8"), parse_constant=_no_number)
        said = dict(found.get("metadata") or {})
        rings = {
            (str(feature["properties"]["iso_3166_2"]), str(feature["properties"].get("name") or "")): _rings(feature)
            for feature in found["features"]
        }
        points = [point for of_one in rings.values() for ring in of_one for point in ring]
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
        shrink = math.cos(math.radians((south + north) / 2))
        scale = min(_WIDTH / ((east - west) * shrink), _HEIGHT / (north - south))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise _unreadable(file, f"this map cannot be read ({error!r})") from error
    except RecursionError as error:
        raise _unreadable(file, "this map is nested too deep to be read") from error

    def project(ring: _Ring) -> _Ring:
        placed = [(round((x - west) * shrink * scale), round((north - y) * scale)) for x, y in ring]
        return [point for before, point in pairwise([None, *placed]) if point != before and point is not None]

    shapes = []
    for (id, name), of_one in sorted(rings.items()):
        drawn = [ring for ring in map(project, of_one) if len(ring) > 2]
        shapes.append(Outline(id, name or id, "".join(map(_path, drawn)), _spots(drawn)))
    return Outlines(
        round((east - west) * shrink * scale),
        round((north - south) * scale),
        tuple(shapes),
        str(said.get("source") or ""),
        str(said.get("note") or ""),
        tuple(tuple(ring) for of_one in rings.values() for ring in of_one),
    )


def _rings(feature: Any) -> list[_Ring]:
    shape = feature["geometry"]
    kinds = {"Polygon": [shape["coordinates"]], "MultiPolygon": shape["coordinates"]}
    return [
        [(_degrees(x, 180), _degrees(y, 90)) for x, y, *_ in ring] for part in kinds[shape["type"]] for ring in part
    ]


def _degrees(value: Any, most: int) -> float:
    """A longitude or latitude. Raises ValueError for what is none."""
    if not -most <= (degrees := float(value)) <= most:
        raise ValueError(f"{value} is no place on the globe")
    return degrees


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is no number")


def _path(ring: _Ring) -> str:
    """The ring as steps from point to point."""
    x, y = ring[0]
    return f"M{x} {y}l{' '.join(f'{x2 - x1} {y2 - y1}' for (x1, y1), (x2, y2) in pairwise(ring))}z"


def _spots(rings: list[_Ring]) -> tuple[Spot, ...]:
    """The middles of the stretches on lines across the shape, those with most room first."""
    if not rings:
        return ()
    heights = [y for ring in rings for _, y in ring]
    top, bottom = min(heights), max(heights)
    found = []
    for scan in range(1, _SCANS):
        y = top + (bottom - top) * scan / _SCANS + 0.01  # off the whole pixels, where the corners lie
        for left, right in _inside(rings, y):
            x = (left + right) / 2 + 0.003
            turned = [[(b, a) for a, b in ring] for ring in rings]
            up, down = next((span for span in _inside(turned, x) if span[0] <= y <= span[1]), (y, y))
            found.append(Spot(round(x, 1), round(y, 1), round((right - left) / 2, 1), round(min(y - up, down - y), 1)))
    return tuple(sorted(found, key=lambda spot: (-spot.room, spot.y, spot.x)))


def _inside(rings: list[_Ring], y: float) -> list[tuple[float, float]]:
    """The stretches of a horizontal line that lie in the shape."""
    crossed = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for ring in rings
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]])
        if (y1 > y) != (y2 > y)
    )
    return list(zip(crossed[::2], crossed[1::2], strict=True))
