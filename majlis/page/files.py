"""The interactive page as a file: what `majlis show` asks of a graph for it, and the layouts that it keeps."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from graph.kinds import Kind
from queries.view import GraphView

from ..cache import cache_folder
from ..pictures.files import map_of
from . import layouts
from .model import Node, TieView

_KEPT = 8  # networks whose layouts are kept


def page_of(
    graph: GraphView, about: str | None = None, election: str | None = None, data: Path | str | None = None
) -> tuple[str, list[str]]:
    """The interactive page as HTML text, and what the user should be told of it; `about`: the name it opens on.

    Raises CannotAnswerError for a name that cannot be read, UsageError for an unknown election and for a graph
    that is too large, DocumentError for a map that cannot be read, StoreError.
    """
    from .page import page
    from .parts import Parts

    subject = graph.read_holder(about) if about is not None else None
    provinces = {row["id"] for row in graph.run("names") if row["kind"] == Kind.PROVINCE.value}
    outlines, notes = map_of(provinces, data)
    parts = Parts.of(graph, election, outlines=outlines, layouts=kept_layouts)
    parts.gather()
    return page(parts, subject.candidate.id if subject else None), notes


def kept_layouts(nodes: Sequence[Node], ties: Sequence[TieView], places: layouts.Layout) -> dict[str, layouts.Layout]:
    """The layouts of a network as `layouts.layouts` gives them, from the cache where they were made before."""
    network = repr((nodes, ties, places)).encode() + Path(layouts.__file__).read_bytes()
    file = cache_folder() / f"layouts-{hashlib.blake2b(network, digest_size=12).hexdigest()}.json"
    with contextlib.suppress(OSError, ValueError):  # there are none yet, or they are damaged
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {name: {id: (x, y) for id, (x, y) in points.items()} for name, points in kept.items()}
    made = layouts.layouts(nodes, ties, places)
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    with contextlib.suppress(OSError):  # a cache that cannot be written keeps nothing
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(made), encoding="utf-8")
        beside.replace(file)
        for old in sorted(file.parent.glob("layouts-*.json"), key=os.path.getmtime)[:-_KEPT]:
            old.unlink()
    return made
