"""The betweenness of figures on the graph of affiliations."""

from __future__ import annotations

from dataclasses import dataclass

from graph.dates import holds_at
from graph.model import Kind

from ..plain import Note, Plain
from ..view import GraphView
from ..view.elections import Election

BETWEENNESS = Note("betweenness")


@dataclass(frozen=True, slots=True)
class Between(Plain):
    """A figure and its betweenness: 0 to 1, the part of all pairs of others that it lies between."""

    id: str
    name: str
    betweenness: float


@dataclass(frozen=True, slots=True, repr=False)
class Betweenness(Plain):
    """The figures of an affiliation graph, the highest betweenness first; `notes` say what it does not say."""

    ROWS = "figures"
    LINE = "{rows} figures ({0.election.date})"

    election: Election
    data_version: str
    figures: tuple[Between, ...]
    notes: tuple[Note, ...]


def betweenness(graph: GraphView, election: str | Election | None = None) -> Betweenness:
    """The betweenness of all figures that lead or joined anything, the highest first (Freeman 1977).

    The graph has figures, parties, lists, alliances and blocs, and an edge without direction for each leading and
    membership that holds at the election; forecasts are no edges. Raises UsageError for an unknown election.
    """
    import networkx  # noqa: PLC0415 - takes 0.3 s to import

    at = graph.election(election)
    ties: networkx.Graph[str] = networkx.Graph()
    figures: dict[str, str] = {}
    for row in graph.run("affiliations"):
        if row["election"] in (None, at.id) and holds_at(row["since"], row["until"], at.day):
            ties.add_edge(row["a"], row["b"])
            if row["a_kind"] == Kind.FIGURE.value:
                figures[row["a"]] = row["a_name"]
    found = networkx.betweenness_centrality(ties)
    rows = [Between(id, name, round(found[id], 12)) for id, name in figures.items()]
    rows.sort(key=lambda row: (-row.betweenness, row.id))
    return Betweenness(at, graph.data_version, tuple(rows), (BETWEENNESS,))
