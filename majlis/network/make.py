"""Make what ships with the package: the colours of all lists and the layouts of every election (`make layouts`)."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from queries.view import GraphView

from ..data import data_folder
from ..graphs.build import build
from ..pictures.outlines import read_outlines
from ..pictures.search import search
from ..wording.messages import USUAL, say
from . import colours, placing
from .kept import SHIPPED, shipped, shipped_file, text_of
from .scene import Scene
from .view import country_of, drawn_ties, names_of, scene_of

_TRIES = 8  # of the search for colours


def scenes(graph: GraphView) -> dict[str, Scene]:
    """What each election of the shipped data is laid out from, the first one first."""
    country, names = country_of(graph, read_outlines(data_folder())), names_of(graph)
    return {
        at.id: scene_of(graph, at, names, drawn_ties(graph, at), country)
        for at in sorted(graph.elections, key=lambda one: one.date)
    }


def main() -> None:
    """Write the shipped files that were made from something else, or by other code, and layouts that follow such."""
    graph = GraphView(build(data_folder()).store)
    SHIPPED.mkdir(exist_ok=True)
    lists = colours.lists_in(graph)
    _write(colours.NAME, colours.key_of(lists), partial(search, lists, tries=_TRIES))
    changed: set[str] = set()
    last: dict[str, Any] = {}
    for id, scene in scenes(graph).items():
        body = scene.body[0] if scene.body else ""
        make = partial(placing.made, scene, last.get(body, {}))
        if _write(id, placing.key_of(scene), make, again=body in changed):
            changed.add(body)
        last[body] = shipped(id)["layouts"]


def _write(name: str, key: str, make: Callable[[], object], *, again: bool = False) -> bool:
    """Write a file if it was made from something else; whether it was."""
    if shipped(name, key) is not None and not again:
        return False
    start = time.perf_counter()
    shipped_file(name).write_text(text_of(key, make()), encoding="utf-8")
    sys.stderr.write(say(USUAL, "told.made", name=name, seconds=f"{time.perf_counter() - start:.1f}") + "\n")
    return True


if __name__ == "__main__":
    main()
