"""The embedded engine as a Store: a graph in memory, opened from and saved to one immutable file."""

from __future__ import annotations

import contextlib
import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

import kglite

from .errors import CorruptGraphError, StoreError
from .schema import NODES
from .store import BATCH_ROWS, Batch, Query, Row

ENGINE = f"kglite {kglite.__version__}"
# Properties that no node has yet are normal here; the engine would warn about each on stderr.
kglite.set_query_warning_policy("silent")


class EmbeddedStore:
    """A graph on the embedded engine."""

    def __init__(self, graph: kglite.KnowledgeGraph) -> None:
        self._graph = graph

    @classmethod
    def create(cls) -> EmbeddedStore:
        """An empty graph in memory with the schema declared."""
        graph = kglite.KnowledgeGraph()
        properties: dict[str, list[str]] = {}
        for table in NODES:
            for label in (table.label, table.extra_label):
                if label:
                    properties[label] = ["id", "name", *table.properties]
        graph.define_schema({"nodes": {label: {"optional": names} for label, names in properties.items()}})
        return cls(graph)

    @classmethod
    def open(cls, path: Path) -> EmbeddedStore:
        """The graph of a file, read-only. Raises StoreError where there is none, CorruptGraphError if damaged."""
        try:
            graph = kglite.load(str(path))
        except kglite.FileError as error:
            raise StoreError(f"{path}: there is no graph here. Build one: majlis build --to {path}") from error
        except (kglite.KgError, OSError, ValueError) as error:
            raise CorruptGraphError(
                f"{path}: the graph cannot be read ({str(error).splitlines()[0]}). "
                f"Build it again: majlis build --to {path}"
            ) from error
        graph.read_only(True)
        return cls(graph)

    @property
    def engine(self) -> str:
        """The engine's name and version."""
        return ENGINE

    def run(self, query: Query, parameters: Mapping[str, object]) -> list[Row]:
        """The rows of a query. Raises StoreError with the query's name."""
        try:
            found = cast(kglite.ResultView, self._graph.cypher(query.text, params=dict(parameters)))
            return cast(list[Row], found.to_list())
        except kglite.KgError as error:
            raise StoreError(f"the query {query.name!r} failed: {error}") from error

    def write(self, batches: Iterable[Batch]) -> None:
        """Write batches in their order, `BATCH_ROWS` rows at a time."""
        try:
            for batch in batches:
                for start in range(0, len(batch.rows), BATCH_ROWS):
                    rows = [dict(row) for row in batch.rows[start : start + BATCH_ROWS]]
                    self._graph.cypher(batch.query.text, params={"rows": rows})
            self._graph.cypher("CREATE INDEX statement_fact FOR (s:Statement) ON (s.fact)")
        except kglite.KgError as error:
            raise StoreError(f"the graph could not be written: {error}") from error

    def save(self, path: Path) -> None:
        """Write the graph beside `path` and rename it there: a reader sees the old file or the whole new one.

        Raises OSError where the folder cannot be written.
        """
        beside = path.with_name(f".{path.stem}.{os.getpid()}.tmp.kgl")
        try:
            with _quiet_save(), _os_errors():
                self._graph.save(str(beside), fsync=True)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)

    def close(self) -> None:
        """Let the graph go."""
        self._graph.close()


@contextlib.contextmanager
def _quiet_save() -> Iterator[None]:
    """The engine warns that a mapped load would hold rewritten columns on the heap; we never load so."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", category=kglite.MappedFallbackWarning)
        yield


@contextlib.contextmanager
def _os_errors() -> Iterator[None]:
    """The engine's file errors as OSError, like every other failure to write a file."""
    try:
        yield
    except kglite.KgError as error:
        raise OSError(str(error)) from error
