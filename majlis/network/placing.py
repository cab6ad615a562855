"""The layouts of an election: the shipped ones, those in the cache, or new ones that start from the election before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from queries.view import GraphView
from queries.view.elections import Election

from ..wording.messages import USUAL, say
from . import annealing, board, geometry, house, kept, layouts, stretch
from .model import Layout, Stages
from .scene import Scene
from .stretch import Country
from .view import drawn_ties, names_of, scene_of


def key_of(scene: Scene) -> str:
    """A name of a scene and of the code that lays it out."""
    return kept.key(scene, annealing, board, geometry, house, layouts, stretch)


def made(scene: Scene, last: Mapping[str, Layout]) -> dict[str, Any]:
    """The layouts of a scene and the land under them as they are kept; `last` are layouts of the election before."""
    found = layouts.stages(scene, last)
    return {"layouts": found.layouts, "land": found.land}


class Placing:
    """Gives the layouts of the scenes of a graph; `tell` hears of those that have to be made."""

    def __init__(self, graph: GraphView, tell: kept.Telling = kept.quietly) -> None:
        self._graph, self._tell = graph, tell

    def __call__(self, scene: Scene, at: Election) -> Stages:
        """The layouts of an election."""
        key = key_of(scene)
        if (found := kept.kept(at.id, key)) is None:
            last = self._before(scene.country, at)
            self._tell(say(USUAL, "told.placing", election=at.name, date=at.date))
            found = made(scene, last)
            kept.keep(at.id, key, found)
        return Stages(
            {shape: {id: (x, y) for id, (x, y) in places.items()} for shape, places in found["layouts"].items()},
            {shape: tuple(map(tuple, rings)) for shape, rings in found["land"].items()},
        )

    def _before(self, country: Country, at: Election) -> Mapping[str, Layout]:
        """The layouts of the election before of the same house, or of councils; none for the first."""
        same = [one for one in self._graph.elections if one.body == at.body and one.date < at.date]
        if not same:
            return {}
        last = max(same, key=lambda one: one.date)
        names, ties = names_of(self._graph), drawn_ties(self._graph, last)
        return self(scene_of(self._graph, last, names, ties, country), last).layouts
