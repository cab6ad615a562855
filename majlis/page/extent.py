"""Which elections a page is about, and the one that it opens with."""

from __future__ import annotations

from queries.view import GraphView


class Extent:
    """All elections of a graph, or one. Raises UsageError for an unknown election."""

    def __init__(self, graph: GraphView, election: str | None = None) -> None:
        self._graph, self.opening = graph, graph.election(election)
        self.elections = graph.elections if election is None else (self.opening,)

    @property
    def version(self) -> str:
        """The version of the data."""
        return self._graph.data_version

    @property
    def every(self) -> bool:
        """Whether what names no election is asked about every body that sits: the page has all, none is the usual."""
        everything = len(self.elections) == len(self._graph.elections)
        return everything and not self._graph.usual_election and bool(self._graph.sitting())
