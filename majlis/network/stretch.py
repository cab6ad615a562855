"""True places, stretched to a stage: each axis by one rising curve, so that what lies north or west stays so.

Where places are dense an axis gets more room, where they are sparse less: a cartogram of the axes, not a map.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .geometry import outer_rings, simplified
from .model import Point

EXTENT = {"wide": (1240.0, 760.0), "square": (930.0, 930.0), "tall": (600.0, 960.0)}  # the country on each stage
_BY_DENSITY = {"wide": (0.55, 0.5), "square": (0.6, 0.5), "tall": (0.62, 0.5)}  # how much of each axis goes by density
_REACH = 0.06  # how far a place makes an axis wider, as a part of its length
_STEPS = 400
_MARGIN = 0.12  # around places where there is no map, as a part of their extent
_TOLERANCE = 1.6  # units that the outline may be off


@dataclass(frozen=True, slots=True)
class Country:
    """Where provinces lie: degrees east and north by id, with a weight each, and the rings of the map's borders."""

    places: Mapping[str, Point]
    weights: Mapping[str, float]
    borders: tuple[tuple[Point, ...], ...] = ()

    def stretched(self, shape: str) -> Mapping[str, Point]:
        """The places on a stage, in its units."""
        to_x, to_y = self._curves(shape)
        return {id: (to_x(lon), to_y(lat)) for id, (lon, lat) in self.places.items()}

    def land(self, shape: str) -> tuple[tuple[float, ...], ...]:
        """The outline of the country on a stage, by the same stretch: rings of x, y, x, y..., in whole units."""
        to_x, to_y = self._curves(shape)
        found = []
        for ring in outer_rings(self.borders):
            line = [(to_x(lon), to_y(lat)) for lon, lat in ring]
            half = len(line) // 2  # a ring begins where it ends: in halves it keeps its shape
            slim = (*simplified(line[: half + 1], _TOLERANCE)[:-1], *simplified(line[half:], _TOLERANCE))
            if len(slim) > 3:
                found.append(tuple(float(round(value)) for point in slim for value in point))
        return tuple(found)

    def _curves(self, shape: str) -> tuple[_Curve, _Curve]:
        width, height = EXTENT[shape]
        (west, east), (south, north) = (self._span(axis) for axis in (0, 1))
        by = _BY_DENSITY[shape]
        weights = [self.weights.get(id, 1.0) for id in self.places]
        lon, lat = ([place[axis] for place in self.places.values()] for axis in (0, 1))
        return _Curve.of(west, east, lon, weights, by[0], width), _Curve.of(south, north, lat, weights, by[1], -height)

    def _span(self, axis: int) -> tuple[float, float]:
        """From where to where the country reaches: its borders, or its places with a margin."""
        if self.borders:
            values = [point[axis] for ring in self.borders for point in ring]
            return min(values), max(values)
        values = [place[axis] for place in self.places.values()]
        margin = (max(values) - min(values)) * _MARGIN or 1.0
        return min(values) - margin, max(values) + margin


@dataclass(frozen=True, slots=True)
class _Curve:
    """One axis: degrees to units of the stage, ever rising (or ever falling, where `length` is negative)."""

    low: float
    high: float
    length: float
    share: float  # how much of it goes by density
    run: tuple[float, ...]  # the density up to each step

    @classmethod
    def of(
        cls, low: float, high: float, places: Sequence[float], weights: Sequence[float], share: float, length: float
    ) -> _Curve:
        run, reach = [0.0], _REACH * (high - low)
        for step in range(_STEPS):
            at = low + (high - low) * (step + 0.5) / _STEPS
            near = (
                weight * math.exp(-(((at - place) / reach) ** 2) / 2)
                for place, weight in zip(places, weights, strict=True)
            )
            run.append(run[-1] + sum(near))
        return cls(low, high, length, share, tuple(run))

    def __call__(self, value: float) -> float:
        part = max(0.0, min(1.0, (value - self.low) / (self.high - self.low)))
        step = min(_STEPS - 1, int(part * _STEPS))
        dense = (self.run[step] + (self.run[step + 1] - self.run[step]) * (part * _STEPS - step)) / self.run[-1]
        return self.length * ((1 - self.share) * part + self.share * dense - 0.5)
