"""True places, stretched to a stage: each axis by one rising curve, so that what lies north or west stays so.

Where places are dense an axis gets more room, where they are sparse less: a cartogram of the axes, not a map.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from .geometry import outer_rings, simplified
from .model import Point, radius

EXTENT = {"wide": (1240.0, 760.0), "square": (930.0, 930.0), "tall": (600.0, 960.0)}  # the country on each stage
_BY_DENSITY = {"wide": (0.55, 0.5), "square": (0.6, 0.5), "tall": (0.62, 0.5)}  # how much of each axis goes by density
_REACH = 0.06  # how far a place makes an axis wider, as a part of its length
_STEPS = 400
_RIM = 12.0  # of a ring, with the air around it
_TURNS = 60
_MARGIN = 0.12  # around places where there is no map, as a part of their extent
_TOLERANCE = 1.6  # units that the outline may be off


@dataclass(frozen=True, slots=True)
class Country:
    """Where provinces lie: degrees east and north by id, the largest council that each had, and the map's borders.

    The stretch is the same for all elections, and has room for the rings of the largest councils.
    """

    places: Mapping[str, Point]
    sizes: Mapping[str, int]
    borders: tuple[tuple[Point, ...], ...] = ()

    def stretched(self, shape: str) -> Mapping[str, Point]:
        """The places on a stage, in its units."""
        to_x, to_y = self._curves(shape)
        return self._on_stage(to_x, to_y)

    def _on_stage(self, to_x: _Curve, to_y: _Curve) -> dict[str, Point]:
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
        """The curves of both axes: where rings would meet, their provinces weigh more until none do."""
        width, height = EXTENT[shape]
        (west, east), (south, north) = (self._span(axis) for axis in (0, 1))
        by = _BY_DENSITY[shape]
        lon, lat = ([place[axis] for place in self.places.values()] for axis in (0, 1))
        usual = sum(self.sizes.values()) / len(self.sizes) if any(self.sizes.values()) else 1.0
        r = {id: radius(self.sizes.get(id, 0)) + _RIM for id in self.places}
        weights = {id: 0.4 + 0.6 * self.sizes.get(id, 0) / usual for id in self.places}
        for turn in range(_TURNS):
            more = 1 + 0.02 * max(0, turn - _TURNS // 2)  # a stage that is too small for the rings grows
            given = list(weights.values())
            curves = (
                _Curve.of(west, east, lon, given, by[0], width * more),
                _Curve.of(south, north, lat, given, by[1], -height * more),
            )
            at = self._on_stage(*curves)
            meeting = [
                pair for pair in combinations(at, 2) if math.dist(at[pair[0]], at[pair[1]]) < r[pair[0]] + r[pair[1]]
            ]
            if not meeting:
                break
            for id in {id for pair in meeting for id in pair}:
                weights[id] *= 1.15
        return curves

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
