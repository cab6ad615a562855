"""One open graph for all requests at once, opened anew when what it was read from has changed.

Many threads may read one graph: the embedded engine makes calls wait only while one writes, and these graphs
are read-only; the Neo4j driver is made to be shared, and each query has a session of its own; a user's text
runs in a process of its own. What several would make at the same time is made by the first, for which the others wait.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import majlis
from graph.dates import today
from graph.errors import StoreError
from graph.fingerprint import Watch, stand
from graph.kinds import Kind
from graph.saves import is_saved
from graph.stores.open import is_server
from queries.checking.summary import Summary, summary

from .. import Majlis, __version__
from ..data import Given, data_folder, named_folder, over_folders
from ..graphs.documents import remembered
from ..network.colours import colours_of
from ..page.extent import Extent
from ..page.names import Names
from ..page.page import style
from ..pictures.councils import councils
from ..pictures.outlines import FILE, Outlines, map_of
from ..pictures.palette import Colours, slots
from ..question import Question
from ..wording.messages import USUAL

if TYPE_CHECKING:
    from queries.who.answer import Who

    from ..page.parts import Parts
    from ..pictures.network.file import ElectionNetwork

_T = TypeVar("_T")
_PATIENCE = 0.05  # seconds in which somebody may begin to ask, and after which it is looked whether they still do
_KEPT = 200  # answers about everything, of elections and days


class Snapshot:
    """An open graph with what pages show beside its answers: local names, colours and the map."""

    def __init__(self, opened: Majlis, data: Given) -> None:
        self.majlis, self._data = opened, data
        self._made: dict[tuple[str, str], Any] = {}
        self._parts: dict[str, bytes] = {}
        self._making: dict[tuple[str, str], threading.Lock] = {}
        self._of_day: tuple[str, Parts] | None = None

    @cached_property
    def outlines(self) -> Outlines | None:
        """The map of the data folder; None where it has none of the provinces. Raises DocumentError."""
        return map_of({place.id for place in self.majlis.graph.of_kind(Kind.PROVINCE)}, self._data)[0]

    @cached_property
    def names(self) -> Names:
        """The names of the graph."""
        return Names.of(self.majlis.graph)

    def named(self, id: str, language: str) -> str | None:
        """The name of an entity in a language of the page; None where the graph has none."""
        if language == USUAL:
            known = self.majlis.graph.resolver.candidate(id)
            return known.name if known else None
        return self.names.local(id, language)

    @cached_property
    def colours(self) -> Colours:
        """The colour of every list, the same through all elections."""
        return colours_of(self.majlis.graph)

    @cached_property
    def slots(self) -> dict[str, int]:
        """The number of each list's colour."""
        return slots(self.colours)

    @cached_property
    def style(self) -> bytes:
        """The style sheet of the pages, with these colours."""
        return style(self.colours).encode()

    def councils(self, election: str | None = None) -> tuple[Who, ...]:
        """Every council of an election. Raises UsageError, StoreError."""
        return self._once("councils", election, lambda at: councils(self.majlis.graph, at))

    def network(self, election: str | None = None) -> ElectionNetwork:
        """The network of an election, how its seats divide, and who holds them. Raises UsageError, StoreError."""
        from queries.who import house_of

        from ..network.placing import Placing
        from ..network.view import majorities, network, power_of
        from ..pictures.network.file import ElectionNetwork

        def make(id: str) -> ElectionNetwork:
            graph = self.majlis.graph
            at = graph.election(id)
            power = power_of(graph, at)
            drawn = network(graph, at, self.outlines, self.colours, Placing(graph), majorities(power, at))
            holders = (house_of(graph, at, at.body),) if at.body else self.councils(id)
            return ElectionNetwork(at, drawn, power, holders)

        return self._once("network", election, make)

    def summary(self, election: str | None = None) -> Summary:
        """What is known of an election in short. Raises UsageError, StoreError."""
        return self._once("summary", election, lambda at: summary(self.majlis.graph, at))

    @property
    def parts(self) -> Parts:
        """The application's data, which tell what sits today. Raises UsageError, StoreError."""
        from ..page.parts import Parts

        if self._of_day is None or self._of_day[0] != today():
            self._parts.clear()
            self._of_day = today(), Parts(self.majlis.graph, outlines=self.outlines)
        return self._of_day[1]

    @property
    def extent(self) -> Extent:
        """The elections that the application is about, and the latest, with which it opens. Raises UsageError."""
        return Extent(self.majlis.graph)

    @property
    def mark(self) -> str:
        """What tells this data, as this version of the software gives them on this day, from all others."""
        about = f"{self.majlis.graph.data_version} {__version__} {today()}"
        return hashlib.blake2b(about.encode(), digest_size=8).hexdigest()

    def part(self, name: str) -> bytes | None:
        """A part of the application's data, compressed; None for a name of none. Raises what `parts` raises."""
        found = self._parts.get(name)
        if found is None:
            try:
                found = self.parts.packed(name)  # a new day clears those that are kept
            except KeyError:
                return None
            self._parts[name] = found
        return found

    def about_all(self, question: Question, names: Sequence[str | None], options: Mapping[str, object]) -> Any:
        """The answer to a question that names nobody, kept for the day. Raises what the question raises."""
        key = question.name, repr((today(), self.majlis.graph.usual_election, sorted(options.items(), key=str)))
        return self._kept(key, lambda: question.ask(self.majlis.graph, names, options))

    def begin(self) -> None:
        """Make what the first page needs and most others do. Raises what `councils` and `outlines` raise."""
        if self.majlis.graph.elections:
            self.councils()
            self.summary()
        _ = self.outlines, self.slots

    def warm(self) -> None:
        """Make what the application asks for first, then what the first question in words needs."""
        from .questions import prepare

        if self.majlis.graph.elections:
            _ = self.parts
        prepare(self.majlis.graph)

    def _once(self, what: str, election: str | None, make: Callable[[str], _T]) -> _T:
        """What is made of an election when it is first asked for."""
        id = self.majlis.graph.election(election).id
        return self._kept((what, id), lambda: make(id))

    def _kept(self, key: tuple[str, str], make: Callable[[], _T]) -> _T:
        """What is kept under a key, or made now; who asks meanwhile waits for it."""
        found: _T | None = self._made.get(key)
        if found is None:
            with self._making.setdefault(key, threading.Lock()):
                try:
                    if (found := self._made.get(key)) is None:
                        if len(self._made) > _KEPT:
                            self._made.clear()
                        found = self._made[key] = make()
                finally:
                    self._making.pop(key, None)
        return found


class GraphHolder:
    """Lends the open graph to threads; the graph of an address, or of a data folder as `majlis.open` has it."""

    def __init__(
        self, graph: str | None = None, data: Given = None, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self._graph, self._data, self._tell = graph, data, tell
        self._lock = threading.Lock()
        self._lent: dict[Snapshot, int] = {}  # how many use each snapshot that is open
        self._current: Snapshot | None = None
        self._mark: object = None
        self._watch = Watch()
        self._folders: tuple[Path, ...] = ()  # of the data that the graph is built from, when they were last looked at

    def ask(self, question: Callable[[Snapshot], _T]) -> _T:
        """The answer to a question; where the graph was built anew meanwhile, of the new one.

        Raises what `majlis.open` and the question raise.
        """
        try:
            return self._ask(question)
        except StoreError:
            return self._ask(question)

    def _ask(self, question: Callable[[Snapshot], _T]) -> _T:
        with self._borrow() as snapshot:
            try:
                if self._graph is not None and is_server(self._graph):
                    snapshot.majlis.graph.run("state")  # a server tells here that its graph was built anew
                return question(snapshot)
            except StoreError:
                self._drop(snapshot)
                raise

    def warm(self) -> None:
        """Make what later requests need as soon as nobody asks. Raises what `ask` raises."""

        def make(snapshot: Snapshot) -> None:
            time.sleep(_PATIENCE)
            while self._lent[snapshot] > 1:
                time.sleep(_PATIENCE)
            snapshot.warm()

        self.ask(make)

    def close(self) -> None:
        """Close the store."""
        with self._lock:
            self._retire(self._current)
            self._current = None

    @contextlib.contextmanager
    def _borrow(self) -> Iterator[Snapshot]:
        with self._lock:
            snapshot = self._newest()
            self._lent[snapshot] += 1
        try:
            yield snapshot
        finally:
            with self._lock:
                self._lent[snapshot] -= 1
                if snapshot is not self._current:
                    self._retire(snapshot)

    def _newest(self) -> Snapshot:
        """The graph of the data as they are; while they are being saved, and after a save that was ended, as before."""
        if self._current is not None and any(map(is_saved, self._folders)):
            return self._current
        mark = self._look()
        if self._current is None or mark != self._mark:
            opened = majlis.open(self._graph, data=self._data)
            for note in opened.notes:
                self._tell(note)
            try:
                snapshot = Snapshot(opened, self._data)
            except BaseException:
                opened.close()
                raise
            self._retire(self._current)
            self._current, self._mark = snapshot, mark
            self._lent[snapshot] = 0
        return self._current

    def _drop(self, snapshot: Snapshot) -> None:
        """A snapshot that failed is not lent again."""
        with self._lock:
            if self._current is snapshot:
                self._current = None

    def _retire(self, snapshot: Snapshot | None) -> None:
        """Close a snapshot that nobody uses."""
        if snapshot is not None and self._lent.get(snapshot) == 0:
            del self._lent[snapshot]
            snapshot.majlis.close()

    def _look(self) -> object:
        """What tells that the graph must be opened anew: the state of the files it and its map were read from."""
        if self._graph is not None:
            files = [] if is_server(self._graph) else [Path(self._graph)]
            return tuple(stand(str(path)) for path in [*files, named_folder(self._data) / FILE])
        folder = data_folder(self._data)
        self._folders = (folder, *over_folders(self._data))
        documents = remembered(folder)
        options = tuple(tuple(document.options.stated().items()) for document in documents)
        data = tuple(self._watch.state(part) for part in self._folders)
        return options, data, tuple(stand(str(path)) for path in [folder / FILE, *(item.path for item in documents)])
