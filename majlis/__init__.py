"""Majlis: who holds which seats, where, with whom, and who says so.

>>> import majlis
>>> with majlis.open() as m:
...     m.where("Maliki").totals["led"]
35
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, overload

from graph.errors import CannotAnswerError, CheckError, DocumentError, MajlisError, StoreError, UsageError
from queries.plain import Note, note_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import networkx

    from queries.betweenness import Betweenness
    from queries.council_power import AllCouncils, CouncilInfluence
    from queries.coverage import Coverage, SourceCoverage
    from queries.cypher import Free
    from queries.influence import HolderInfluence
    from queries.names import Names
    from queries.prepared import Answer
    from queries.where import Where
    from queries.who import Who
    from queries.why import Why

    from .cache import Opened


def _english(note: Note) -> str:
    """A note in English; its words are read when one is first said."""
    from .wording.notes import note_text

    return note_text(note)


note_words(_english)

__all__ = [
    "CannotAnswerError",
    "CheckError",
    "DocumentError",
    "Majlis",
    "MajlisError",
    "StoreError",
    "UsageError",
    "open",
]
__version__ = "0.1.0"


class Majlis:
    """An open graph; every question is a method. `notes` tells how the graph came about (built, in memory)."""

    def __init__(self, opened: Opened) -> None:
        from queries.view import GraphView

        self.notes = opened.notes
        self._store = opened.store
        self.graph = GraphView(opened.store, current=opened.current)

    def where(self, name: str, *, election: str | None = None, as_of: str | None = None) -> Where:
        """Where a list, party, alliance, bloc or figure holds seats, as of a date (`queries.where.where`)."""
        from queries.where import where

        return where(self.graph, name, election, as_of)

    def who(self, province: str, *, election: str | None = None, as_of: str | None = None) -> Who:
        """Who holds the seats of a council, and its province's offices, as of a date (`queries.who.who`)."""
        from queries.who import who

        return who(self.graph, province, election, as_of)

    def why(self, name: str, province: str | None = None, *, election: str | None = None) -> Why:
        """The statements behind what is said of a name (`queries.why.why`)."""
        from queries.why import why

        return why(self.graph, name, province, election)

    @overload
    def influence(
        self, name: None = None, *, limit: int = 10, betweenness: Literal[False] = False, election: str | None = None
    ) -> AllCouncils: ...
    @overload
    def influence(
        self, name: str, *, limit: int = 10, betweenness: Literal[False] = False, election: str | None = None
    ) -> CouncilInfluence | HolderInfluence: ...
    @overload
    def influence(
        self, name: None = None, *, limit: int = 10, betweenness: Literal[True], election: str | None = None
    ) -> Betweenness: ...
    def influence(
        self, name: str | None = None, *, limit: int = 10, betweenness: bool = False, election: str | None = None
    ) -> AllCouncils | Betweenness | CouncilInfluence | HolderInfluence:
        """Power in all councils, in that of a province, or of a name over all (`queries.influence.influence`)."""
        from queries.influence import influence

        return influence(self.graph, name, election, limit, betweenness)

    @overload
    def coverage(self, source: None = None, *, election: str | None = None) -> Coverage: ...
    @overload
    def coverage(self, source: str, *, election: str | None = None) -> SourceCoverage: ...
    def coverage(self, source: str | None = None, *, election: str | None = None) -> Coverage | SourceCoverage:
        """What the data hold and lack, or one source of them (`queries.coverage`)."""
        from queries.coverage import coverage

        return coverage(self.graph, source, election)

    def query(self, name: str, /, *, limit: int | None = None, **given: str | int | Sequence[str]) -> Answer:
        """The answer of a prepared query (`queries.prepared.run`)."""
        from queries.prepared import run

        return run(self.graph, name, given, limit=limit)

    def cypher(self, text: str, parameters: Mapping[str, object] | None = None) -> Free:
        """The rows of a Cypher text of your own, read-only and within limits (`queries.cypher.free`)."""
        from queries.cypher import free

        return free(self.graph, text, parameters)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The whole graph for networkx, parallel edges kept (`majlis.exports.objects.to_networkx`)."""
        from .exports.objects import to_networkx

        return to_networkx(self._store)

    def names(self, text: str | None = None) -> Names:
        """Which names are known, or how a text would be read (`queries.names.names`)."""
        from queries.names import names

        return names(self.graph, text)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def __enter__(self) -> Majlis:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open(graph: str | None = None, *, data: Path | str | None = None) -> Majlis:
    """Open the graph at an address (a file), or the graph of a data folder, built on first use.

    Raises StoreError where there is no graph at the address, DocumentError or CheckError where the data
    cannot be built.
    """
    from .cache import open_graph

    return Majlis(open_graph(graph, data))
