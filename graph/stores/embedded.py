"""The embedded engine as a Store: a graph in memory, opened from and saved to one immutable file."""

from __future__ import annotations

import _thread
import contextlib
import os
import threading
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

import kglite

from ..errors import CorruptGraphError, StoreError
from .protocol import Query, Row, Table

if TYPE_CHECKING:
    from ..gate import UserQuery
    from .batch import Batch

ENGINE = f"kglite {kglite.__version__}"
# Properties that no node has yet are normal here; the engine would warn about each on stderr.
kglite.set_query_warning_policy("silent")


class EmbeddedStore:
    """A graph on the embedded engine."""

    def __init__(self, graph: kglite.KnowledgeGraph) -> None:
        self._graph: kglite.KnowledgeGraph | None = graph
        self._file: tuple[Path, object] | None = None  # a file with the same graph, and its mark

    @classmethod
    def create(cls) -> EmbeddedStore:
        """An empty graph in memory with the schema declared."""
        return cls(_declared(kglite.KnowledgeGraph()))

    @classmethod
    def open(cls, path: Path) -> EmbeddedStore:
        """The graph of a file, read-only. Raises StoreError where there is none, CorruptGraphError if damaged."""
        if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 - these never raise
            raise CorruptGraphError(f"{path}: this is no file, and no graph is in it. Name another file.")
        try:
            graph = kglite.load(str(path), verify="eager")
        except kglite.FileError as error:
            raise StoreError(f"{path}: there is no graph here. Build one: majlis build --to {path}") from error
        except (kglite.KgError, OSError, ValueError) as error:
            raise CorruptGraphError(
                f"{path}: the graph cannot be read ({str(error).splitlines()[0]}). "
                f"Build it again: majlis build --to {path}"
            ) from error
        graph.read_only(True)
        store = cls(graph)
        store._file = path.absolute(), _mark(path)
        return store

    @property
    def engine(self) -> str:
        """The engine's name and version."""
        return ENGINE

    @property
    def file(self) -> Path | None:
        """A file that holds this very graph; None where there is none."""
        return self._file[0] if self._file and self._file[1] == _mark(self._file[0]) else None

    def run(self, query: Query, parameters: Mapping[str, object]) -> list[Row]:
        """The rows of a query. Raises StoreError with the query's name.

        While a query runs, the engine takes the program's Ctrl-C as one for the query. In the main thread that
        ends the program; another thread hands it on.
        """
        try:
            found = cast(kglite.ResultView, self._open().cypher(query.text, params=dict(parameters)))
            return cast(list[Row], found.to_list())
        except kglite.KgError as error:
            raise StoreError(f"the query {query.name!r} failed: {error}") from error
        except KeyboardInterrupt as interrupt:
            if threading.current_thread() is threading.main_thread():
                raise
            _thread.interrupt_main()
            raise StoreError(f"the query {query.name!r} was interrupted") from interrupt

    def run_user(self, query: UserQuery, parameters: Mapping[str, object], *, seconds: float, rows: int) -> Table:
        """Run a user's text in a process of its own (`graph/sandbox`), on this graph's file or a copy."""
        import tempfile

        from ..sandbox.embedded import run_text  # only a user's text needs it

        graph = self._open()
        if self.file:
            return run_text(self.file, query, parameters, seconds=seconds, rows=rows)
        with tempfile.TemporaryDirectory(prefix="majlis-") as folder:
            copy = Path(folder) / "graph.kgl"
            try:
                with _saving():
                    graph.save(str(copy))
            except OSError as error:
                raise StoreError(f"the graph cannot be handed to the process that runs a text ({error})") from error
            return run_text(copy, query, parameters, seconds=seconds, rows=rows)

    def write(self, batches: Iterable[Batch]) -> None:
        """Replace the graph by these batches. Raises StoreError, also for a graph that was opened from a file."""
        from .records import recorded  # a graph that is only asked needs none

        if self._open().read_only():
            raise StoreError("the graph could not be written: it is read-only")
        try:
            self._graph = _declared(recorded(batches))
        except (kglite.KgError, ValueError) as error:
            raise StoreError(f"the graph could not be written: {error}") from error
        self._file = None

    def save(self, path: Path) -> None:
        """Write the graph beside `path` and rename it there: a reader sees the old file or the whole new one.

        Raises OSError where the folder cannot be written.
        """
        beside = path.parent / f".{path.stem}.{os.getpid()}-{os.urandom(4).hex()}.tmp.kgl"
        try:
            with _saving():
                self._open().save(str(beside), fsync=True)
            beside.replace(path)
            self._file = path.absolute(), _mark(path)
        finally:
            beside.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the store; the engine's own `close` would write the file again."""
        self._graph = None

    def _open(self) -> kglite.KnowledgeGraph:
        if self._graph is None:
            raise StoreError("the graph is closed")
        return self._graph


def _declared(graph: kglite.KnowledgeGraph) -> kglite.KnowledgeGraph:
    """The same graph with its schema declared."""
    from ..schema import NODES  # a graph that is only asked needs no schema

    properties: dict[str, list[str]] = {}
    for table in NODES:
        for label in (table.label, table.extra_label):
            if label:
                properties[label] = ["id", "name", *table.properties]
    graph.define_schema({"nodes": {label: {"optional": names} for label, names in properties.items()}})
    return graph


def _mark(path: Path) -> object:
    """What tells a file from one that was put in its place; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


@contextlib.contextmanager
def _saving() -> Iterator[None]:
    """The engine's file errors as OSError, like every other failure to write a file, and one warning less.

    It warns that a mapped load would hold rewritten columns on the heap; we never load so.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=kglite.MappedFallbackWarning)
        try:
            yield
        except kglite.KgError as error:
            raise OSError(str(error)) from error
