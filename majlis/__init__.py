"""Majlis: who holds which seats, where, with whom, and who says so.

>>> import majlis
>>> with majlis.open() as m:
...     m.where("Maliki", election="iq-2023-governorates").totals["led"]
35
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

from graph.errors import CannotAnswerError, CheckError, DocumentError, MajlisError, StoreError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    import networkx

    from queries.absent import Absent
    from queries.affiliation.path import Path as Ways
    from queries.affiliation.relations import Relations
    from queries.checking.coverage import Coverage
    from queries.checking.diff import Diff
    from queries.checking.source_coverage import SourceCoverage
    from queries.compare import Compare
    from queries.cypher import Free, Schema
    from queries.history import History
    from queries.largest import Largest
    from queries.names import Names
    from queries.people.members import Members
    from queries.people.offices import Offices
    from queries.power.betweenness import Betweenness
    from queries.power.council import AllCouncils, CouncilInfluence
    from queries.power.influence import HolderInfluence
    from queries.power.majority import Majority
    from queries.prepared import Answer
    from queries.sitting import Sitting
    from queries.view.elections import Election
    from queries.votes.margins import Margins
    from queries.where.answer import Where
    from queries.who.answer import Who
    from queries.why import Why

    from .data import DataFolders
    from .graphs.open import Opened
    from .notebook import Shown

__all__ = [
    "CannotAnswerError",
    "CheckError",
    "DocumentError",
    "Majlis",
    "MajlisError",
    "StoreError",
    "UsageError",
    "diff",
    "open",
]
__version__ = "0.1.0"


class Majlis:
    """An open graph; every question is a method. `notes` tells how the graph came about (built, in memory)."""

    def __init__(self, opened: Opened, data: Path | str | DataFolders | None = None) -> None:
        self.graph, self.notes, self._data = opened.graph, opened.notes, data

    @overload
    def where(self, name: str, *, election: None = None, as_of: str | None = None) -> Sitting[Where]: ...
    @overload
    def where(self, name: str, *, election: str, as_of: str | None = None) -> Where: ...
    def where(self, name: str, *, election: str | None = None, as_of: str | None = None) -> Any:
        """Where a list, party, alliance, bloc or figure holds seats, as of a date (`queries.where.where`).

        Without an election, as all of these: one answer for each body that sits (`queries.sitting.Sitting`).
        """
        return self._ask("where", [name], election=election, as_of=as_of)

    @overload
    def who(self, place: str, *, election: None = None, as_of: str | None = None) -> Sitting[Who]: ...
    @overload
    def who(self, place: str, *, election: str, as_of: str | None = None) -> Who: ...
    def who(self, place: str, *, election: str | None = None, as_of: str | None = None) -> Any:
        """Who holds the seats of a council, constituency or house, and its offices (`queries.who.who`)."""
        return self._ask("who", [place], election=election, as_of=as_of)

    @overload
    def why(self, name: str, province: str | None = None, *, election: None = None) -> Sitting[Why]: ...
    @overload
    def why(self, name: str, province: str | None = None, *, election: str) -> Why: ...
    def why(self, name: str, province: str | None = None, *, election: str | None = None) -> Any:
        """The statements behind what is said of a name (`queries.why.why`)."""
        return self._ask("why", [name, province], election=election)

    @overload
    def margins(self, place: str | None = None, *, election: None = None) -> Sitting[Margins]: ...
    @overload
    def margins(self, place: str | None = None, *, election: str) -> Margins: ...
    def margins(self, place: str | None = None, *, election: str | None = None) -> Any:
        """The last seat of a constituency, or of each of a body, and the nearest loser (`queries.votes.margins`)."""
        return self._ask("margins", [place], election=election)

    def history(self, name: str) -> History:
        """A holder, a province or a body through all elections (`queries.history.history`)."""
        answer: History = self._ask("history", [name])
        return answer

    @overload
    def members(self, name: str, *, election: None = None) -> Sitting[Members]: ...
    @overload
    def members(self, name: str, *, election: str) -> Members: ...
    def members(self, name: str, *, election: str | None = None) -> Any:
        """Who is named for the seats of a list, a province or a body (`queries.people.members.members`)."""
        return self._ask("members", [name], election=election)

    def offices(self, name: str, *, as_of: str | None = None) -> Offices:
        """Who of a list held which office, or the offices of a place or person (`queries.people.offices.offices`)."""
        answer: Offices = self._ask("offices", [name], as_of=as_of)
        return answer

    @overload
    def largest(self, *, election: None = None) -> Sitting[Largest]: ...
    @overload
    def largest(self, *, election: str) -> Largest: ...
    def largest(self, *, election: str | None = None) -> Any:
        """Which lists won most seats in all (`queries.largest.largest`)."""
        return self._ask("largest", [], election=election)

    @overload
    def absent(self, *, election: None = None) -> Sitting[Absent]: ...
    @overload
    def absent(self, *, election: str) -> Absent: ...
    def absent(self, *, election: str | None = None) -> Any:
        """Who boycotted an election, was barred from it or did not stand (`queries.absent.absent`)."""
        return self._ask("absent", [], election=election)

    def leaders(self, name: str, *, election: str | None = None, as_of: str | None = None) -> Relations:
        """Who leads a name; of a figure, what it leads (`queries.affiliation.relations.leaders`)."""
        answer: Relations = self._ask("leaders", [name], election=election, as_of=as_of)
        return answer

    def parts(self, name: str, *, election: str | None = None, as_of: str | None = None) -> Relations:
        """What sources place in a party, alliance or bloc (`queries.affiliation.relations.parts`)."""
        answer: Relations = self._ask("parts", [name], election=election, as_of=as_of)
        return answer

    def allies(self, name: str, *, election: str | None = None, as_of: str | None = None) -> Relations:
        """Who is in one alliance or bloc with a name (`queries.affiliation.relations.allies`)."""
        answer: Relations = self._ask("allies", [name], election=election, as_of=as_of)
        return answer

    def majority(
        self, *names: str, body: str | None = None, election: str | None = None, as_of: str | None = None
    ) -> Majority:
        """Whether lists reach a majority together, and who could complete it (`queries.power.majority.majority`)."""
        answer: Majority = self._ask("majority", names, election=election, body=body, as_of=as_of)
        return answer

    @overload
    def compare(self, *names: str, election: None = None, as_of: str | None = None) -> Sitting[Compare]: ...
    @overload
    def compare(self, *names: str, election: str, as_of: str | None = None) -> Compare: ...
    def compare(self, *names: str, election: str | None = None, as_of: str | None = None) -> Any:
        """Two or more names side by side, province by province (`queries.compare.compare`)."""
        return self._ask("compare", names, election=election, as_of=as_of)

    def path(
        self, name: str, other: str, *, ways: int = 5, election: str | None = None, as_of: str | None = None
    ) -> Ways:
        """The shortest ties of any kind between two names, of any time by default (`queries.affiliation.path.path`)."""
        answer: Ways = self._ask("path", [name, other], ways=ways, election=election, as_of=as_of)
        return answer

    def _ask(self, question: str, names: Sequence[str | None], **options: object) -> Any:
        """The answer to a question of the register; about each body that sits where it names no election."""
        from .register import QUESTIONS

        return QUESTIONS[question].ask(self.graph, names, options, usual=False)

    @overload
    def influence(
        self, name: str | None = None, *, limit: int = 10, betweenness: bool = False, election: None = None
    ) -> Sitting[AllCouncils | Betweenness | CouncilInfluence | HolderInfluence]: ...
    @overload
    def influence(
        self, name: None = None, *, limit: int = 10, betweenness: Literal[False] = False, election: str
    ) -> AllCouncils | CouncilInfluence: ...
    @overload
    def influence(
        self, name: str, *, limit: int = 10, betweenness: Literal[False] = False, election: str
    ) -> CouncilInfluence | HolderInfluence: ...
    @overload
    def influence(
        self, name: None = None, *, limit: int = 10, betweenness: Literal[True], election: str
    ) -> Betweenness: ...
    def influence(
        self, name: str | None = None, *, limit: int = 10, betweenness: bool = False, election: str | None = None
    ) -> Any:
        """Power in a house or all councils, a province, or of a name (`queries.power.influence.influence`)."""
        return self._ask("influence", [name], election=election, limit=limit, betweenness=betweenness or None)

    @overload
    def coverage(self, source: str | None = None, *, election: None = None) -> Sitting[Coverage | SourceCoverage]: ...
    @overload
    def coverage(self, source: None = None, *, election: str) -> Coverage: ...
    @overload
    def coverage(self, source: str, *, election: str) -> SourceCoverage: ...
    def coverage(self, source: str | None = None, *, election: str | None = None) -> Any:
        """What the data hold and lack, or one source of them (`queries.checking.coverage`)."""
        return self._ask("coverage", [], source=source, election=election)

    def query(self, name: str, /, *, limit: int | None = None, **given: str | int | Sequence[str]) -> Answer:
        """The answer of a prepared query (`queries.prepared.run`)."""
        from queries.prepared import run

        return run(self.graph, name, given, limit=limit)

    def cypher(self, text: str, parameters: Mapping[str, object] | None = None) -> Free:
        """A frame of what a Cypher text of your own gives, read-only and within limits (`queries.cypher.free`).

        `found["seats"]` is a column, `found[0]` a row, `pandas.DataFrame(found)` or `.to_pandas()` pandas' own frame.
        Warns of a label, type or property that the graph cannot have: an empty frame alone would not tell.
        """
        from warnings import warn

        from queries.cypher import free

        from .wording.notes import note_text

        found = free(self.graph, text, parameters)
        for note in found.notes:
            warn(note_text(note), stacklevel=2)
        return found

    def schema(self) -> Schema:
        """Labels, edges and their properties, each with an example (`queries.cypher.schema`)."""
        from queries.cypher import schema

        return schema()

    @property
    def elections(self) -> tuple[Election, ...]:
        """The elections that the graph knows, the latest first."""
        return self.graph.elections

    def show(self, name: str | None = None, *, election: str | None = None) -> Shown:
        """The interactive page, opened on a name; a notebook shows it in a frame (`majlis.notebook.Shown`)."""
        from .notebook import Shown
        from .page.files import page_of

        html, _ = page_of(self.graph, name, election, self._data)
        return Shown(html, name or "Majlis")

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The whole graph for networkx, parallel edges kept (`majlis.exports.objects.to_networkx`)."""
        from .exports.objects import to_networkx

        return to_networkx(self.graph.store)

    def names(self, text: str | None = None) -> Names:
        """Which names are known, or how a text would be read (`queries.names.names`)."""
        answer: Names = self._ask("names", [text])
        return answer

    def close(self) -> None:
        """Close the store."""
        self.graph.store.close()

    def __enter__(self) -> Majlis:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open(
    graph: str | None = None, *, data: Path | str | DataFolders | None = None, with_: Sequence[Path | str] = ()
) -> Majlis:
    """Open the graph at an address (a file), or the graph of a data folder, built on first use.

    `with_` are data folders of your own that lie over it (`majlis init`). Raises StoreError where there is no graph at
    the address, DocumentError or CheckError where the data cannot be built.
    """
    from .graphs.open import open_graph

    if with_:
        from .data import with_folders

        data = with_folders(data, *with_)
    return Majlis(open_graph(graph, data), data)


def diff(old: Path | str, new: Path | str, *, data: Path | str | None = None) -> Diff:
    """What changed from one version of the data to another (`majlis.versions.open_version` says what names one).

    Raises UsageError for a name of no version, DocumentError or CheckError for data that cannot be built, StoreError.
    """
    from .versions import diff as differences

    return differences(old, new, data)
