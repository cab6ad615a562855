"""The outlines of provinces from a data folder's map.geojson, as SVG paths with places for their labels."""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from pathlib import Path
from typing import Any

from graph.errors import DocumentError
from graph.files import refuse_endless

from ..data import Given, named_folder
from ..wording.messages import USUAL, say

FILE = "map.geojson"
_WIDTH, _HEIGHT = 640, 720  # the box the map is drawn in, in pixels
_SCANS = 24  # lines across a province on which a place for its label is looked for
_MOST_POINTS = 100_000
_STRETCHES = 8  # of each such line that are looked at, the longest
_NUMBERS = {int, float}

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


def _unreadable(file: Path, what: str, line: int | None = None) -> DocumentError:
    return DocumentError(str(file), line, what, "See data/README.md for what a map file holds.")


def map_of(provinces: set[str], data: Given = None) -> tuple[Outlines | None, list[str]]:
    """The map of the data folder, given or shipped, if it has any of these provinces; and what is amiss with it.

    A graph does not hold a map: one in a file or on a server takes that of the folder given, or the shipped one.
    Raises DocumentError for a map that cannot be read.
    """
    folder = named_folder(data)
    outlines = read_outlines(folder)
    if outlines is None:
        return None, [say(USUAL, "map.no_file", file=folder / FILE)]
    if not provinces & {shape.id for shape in outlines.shapes}:
        return None, [say(USUAL, "map.none_of_these", file=folder / FILE)]
    return outlines, []


def read_outlines(folder: Path) -> Outlines | None:
    """The map of a data folder; None where the folder has none. Raises DocumentError for one that cannot be read.

    The projection is equirectangular, true to scale at the middle latitude. Points are rounded to whole pixels,
    which thins out what no reader could see and leaves neighbours with the same border.
    """
    file = folder / FILE
    if not (file.is_symlink() or file.exists()):
        return None
    refuse_endless(file, str(file))
    found = _parsed(file)
    rings: dict[tuple[str, str], list[_Ring]] = {}
    for number, feature in enumerate(found["features"], 1):
        try:
            named = _named(feature)
            rings[named] = _rings(feature)
        except (ValueError, KeyError, TypeError, OverflowError) as error:
            raise _unreadable(
                file,
                f"feature {number} of this map: "
                + (f"it has no {error}" if isinstance(error, KeyError) else str(error)[:200]),
            ) from error
    points = [point for of_one in rings.values() for ring in of_one for point in ring]
    if len(points) > _MOST_POINTS:
        raise DocumentError(
            str(file),
            None,
            f"this map has {len(points):,} points, more than the {_MOST_POINTS:,} that are read",
            "Make it simpler: a map of a page needs a few thousand.",
        )
    said = found.get("metadata") or {}
    west, east = min((x for x, _ in points), default=0), max((x for x, _ in points), default=0)
    south, north = min((y for _, y in points), default=0), max((y for _, y in points), default=0)
    shrink = math.cos(math.radians((south + north) / 2))
    if not ((east - west) * shrink and north - south):
        raise _unreadable(file, "the outlines of this map have no extent")
    scale = min(_WIDTH / ((east - west) * shrink), _HEIGHT / (north - south))

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


def _parsed(file: Path) -> dict[str, Any]:
    """The object of a map's file, which has a list of features. Raises DocumentError."""
    try:
        found = json.loads(file.read_text(encoding="utf-8-sig"), parse_constant=_no_number)
    except OSError as error:
        raise DocumentError(
            str(file), None, f"cannot be opened: {error.strerror}", "Check the path and its permissions."
        ) from error
    except UnicodeDecodeError as error:
        raise DocumentError(str(file), None, "this is not UTF-8 text", "Save the file as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise _unreadable(file, f"this map is no JSON ({error.msg}, column {error.colno})", error.lineno) from error
    except ValueError as error:
        raise _unreadable(file, f"this map cannot be read ({str(error)[:100]})") from error
    except RecursionError as error:
        raise _unreadable(file, "this map is nested too deep to be read") from error
    if not isinstance(found, dict) or not isinstance(found.get("features"), list):
        raise _unreadable(file, "this map is no object with a list of features")
    if not isinstance(found.get("metadata") or {}, dict):
        raise _unreadable(file, "the metadata of this map are no object")
    return found


def _named(feature: Any) -> tuple[str, str]:
    """The id and name of a feature. Raises TypeError or KeyError for one without."""
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise TypeError("it is no object with properties")
    id = feature["properties"]["iso_3166_2"]
    if not isinstance(id, str):
        raise TypeError("its iso_3166_2 is no text")
    return id, str(feature["properties"].get("name") or "")


def _rings(feature: Any) -> list[_Ring]:
    """The rings of a feature. Raises ValueError, TypeError or OverflowError for what is none."""
    shape = feature.get("geometry")
    if not isinstance(shape, dict) or shape.get("type") not in ("Polygon", "MultiPolygon"):
        raise ValueError("its geometry is neither a Polygon nor a MultiPolygon")
    found = shape.get("coordinates")
    parts = [found] if shape["type"] == "Polygon" else found
    return [[_point(point) for point in _listed(ring)] for part in _listed(parts) for ring in _listed(part)]


def _listed(value: Any) -> list[Any]:
    """A list of coordinates. Raises TypeError for what is none."""
    if not isinstance(value, list):
        raise TypeError(f"its coordinates hold {str(value)[:40]!r} where a list is expected")
    return value


def _point(value: Any) -> tuple[float, float]:
    """A point, degrees east and north. Raises ValueError or TypeError for what is none."""
    if len(_listed(value)) < 2 or not {type(value[0]), type(value[1])} <= _NUMBERS:
        raise ValueError(f"its coordinates hold {str(value)[:40]} where a point is expected")
    return _degrees(value[0], 180), _degrees(value[1], 90)


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
    # off the whole pixels, where the corners lie
    lines = [top + (bottom - top) * scan / _SCANS + 0.01 for scan in range(1, _SCANS)]
    middles = [
        ((left + right) / 2 + 0.003, y, (right - left) / 2)
        for y, inside in _inside(rings, lines).items()
        for left, right in nlargest(_STRETCHES, inside, key=lambda stretch: stretch[1] - stretch[0])
    ]
    columns = _inside([[(b, a) for a, b in ring] for ring in rings], (x for x, _, _ in middles))
    found = []
    for x, y, across in middles:
        up, down = next((span for span in columns[x] if span[0] <= y <= span[1]), (y, y))
        found.append(Spot(round(x, 1), round(y, 1), round(across, 1), round(min(y - up, down - y), 1)))
    return tuple(sorted(found, key=lambda spot: (-spot.room, spot.y, spot.x)))


def _inside(rings: list[_Ring], lines: Iterable[float]) -> dict[float, list[tuple[float, float]]]:
    """Of each of these horizontal lines the stretches that lie in the shape."""
    order = sorted(set(lines))
    crossed: dict[float, list[float]] = {y: [] for y in order}
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
            low, high = (y1, y2) if y1 < y2 else (y2, y1)
            for y in order[bisect_left(order, low) : bisect_left(order, high)]:
                crossed[y].append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    for found in crossed.values():
        found.sort()
    return {y: list(zip(found[::2], found[1::2], strict=True)) for y, found in crossed.items()}
