"""The interactive page as a file: what `majlis show` asks of a graph for it."""

from __future__ import annotations

from graph.kinds import Kind
from queries.view import GraphView

from ..data import Given
from ..network.kept import Telling, quietly
from ..pictures.outlines import map_of


def page_of(
    graph: GraphView, about: str | None = None, election: str | None = None, data: Given = None, tell: Telling = quietly
) -> tuple[str, list[str]]:
    """The interactive page as HTML text, and what the user should be told of it; `about`: the name it opens on.

    Raises CannotAnswerError for a name that cannot be read, UsageError for an unknown election and for a graph
    that is too large, DocumentError for a map that cannot be read, StoreError.
    """
    from .page import page
    from .parts import Parts

    subject = graph.read_holder(about) if about is not None else None
    outlines, notes = map_of({place.id for place in graph.of_kind(Kind.PROVINCE)}, data)
    parts = Parts(graph, election, outlines=outlines, tell=tell)
    if not parts.are_kept:
        parts.gather()
    return page(parts, subject.candidate.id if subject else None), notes
