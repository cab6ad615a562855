"""Layouts that were made before: those of the shipped data come with the package, others are kept in the cache.

`make layouts` makes the shipped ones (`python -m majlis.network.shipped`); a user's own are made on first use.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from queries.view import Election, GraphView

from ..cache import cache_folder
from .layouts import layouts
from .model import Layout
from .scene import Scene
from .stretch import Country
from .view import drawn_ties, names_of, scene_of

SHIPPED = Path(__file__).parent / "shipped"
_KEPT = 40  # layouts in the cache

Layouts = dict[str, dict[str, tuple[float, float]]]
Telling = Callable[[str], None]


def quietly(_: str) -> None:
    """Tell nobody."""


class Keeper:
    """Gives the layouts of a scene: the shipped ones, those in the cache, or new ones, and tells of these."""

    def __init__(self, graph: GraphView, tell: Telling = quietly) -> None:
        self._graph, self._tell = graph, tell

    def __call__(self, scene: Scene, at: Election) -> Layouts:
        """The layouts of an election, which starts from that of the same councils or house before it."""
        if (kept := _shipped(scene.key) or _cached(scene.key)) is not None:
            return kept
        last: Mapping[str, Layout] = {}
        if before := self._before(at):
            last = self(self._scene(before, scene.country), before)
        self._tell(f"placing the names of {at.name} ({at.date}), once for these data")
        made = layouts(scene, last)
        _cache(scene.key, made)
        return made

    def _before(self, at: Election) -> Election | None:
        """The election before of the same house, or of councils."""
        same = [one for one in self._graph.elections if one.body == at.body and one.date < at.date]
        return max(same, key=lambda one: one.date, default=None)

    def _scene(self, at: Election, country: Country) -> Scene:
        return scene_of(self._graph, at, names_of(self._graph), drawn_ties(self._graph, at), country)


def _shipped(key: str) -> Layouts | None:
    return _read(SHIPPED / f"{key}.json")


def _cached(key: str) -> Layouts | None:
    return _read(cache_folder() / f"network-{key}.json")


def _read(file: Path) -> Layouts | None:
    """The layouts in a file; None where there is none, or a damaged one."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        return _placed(json.loads(file.read_text(encoding="utf-8")))
    return None


def _placed(found: Mapping[str, Mapping[str, Any]]) -> Layouts:
    return {shape: {id: (float(x), float(y)) for id, (x, y) in places.items()} for shape, places in found.items()}


def _cache(key: str, made: Layouts) -> None:
    file = cache_folder() / f"network-{key}.json"
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    with contextlib.suppress(OSError):  # a cache that cannot be written keeps nothing
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text_of(made), encoding="utf-8")
        beside.replace(file)
        for old in _oldest(file.parent):
            old.unlink()


def _oldest(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.glob("network-*.json"), key=os.path.getmtime)[:-_KEPT]


def text_of(made: Mapping[str, Layout]) -> str:
    """Layouts as compact JSON, the same each time."""
    return json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
