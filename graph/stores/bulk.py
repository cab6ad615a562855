"""The bulk path of the embedded engine: whole tables, column by column, through its own loader.

The graph is the one that the same rows written as batches would give. pandas, an extra, carries the columns.
"""

from __future__ import annotations

import contextlib
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import kglite

from ..errors import StoreError
from ..schema import EdgeTable, NodeTable
from .batch import Batch
from .embedded import EmbeddedStore
from .records import INDEX, Column, Rest, columns_of, one_type, set_rest, tables_of

if TYPE_CHECKING:
    import pandas

# Numpy's types for those of cells that it holds only where no cell is missing.
_WHOLE: Mapping[type, str] = {int: "int64", bool: "bool"}
# Rows of nodes in one frame: many, for each frame costs the engine a beginning, and yet few beside a large table.
CHUNK = 50_000
# As many rows are loaded as fast as they are written as records, pandas imported; from there on bulk is faster.
BULK_ROWS = 40_000


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one table as the engine's loader takes them.

    A frame's column has one type. Where a column has several, the frame keeps the most frequent, and `rest`
    holds the other cells by column, as rows (id, a, value) to be set one by one.
    """

    table: NodeTable | EdgeTable
    frame: pandas.DataFrame
    types: Mapping[str, str]
    rest: Rest


def graph_of(batches: Iterable[Batch]) -> EmbeddedStore:
    """A new graph of these batches, in memory: loaded in bulk where they are many and pandas is there to carry them.

    Raises StoreError.
    """
    made, store = list(batches), EmbeddedStore.create()
    if sum(map(len, made)) >= BULK_ROWS and _has_pandas():
        load(store, made)
    else:
        store.write(made)
    return store


def _has_pandas() -> bool:
    try:
        import pandas  # noqa: F401 - also one that is there and cannot be imported is none
    except ImportError:
        return False
    return True


def load(store: EmbeddedStore, batches: Iterable[Batch]) -> None:
    """Write tables into an empty store: nodes before the edges between them, each edge table once.

    An edge whose end is no node is left out, as a batch leaves it out. Raises StoreError; pandas must be there.
    """
    graph = store._open()
    try:
        for part in parts(batches, CHUNK):
            if isinstance(part.table, NodeTable):
                _load_nodes(graph, part, part.table)
            else:
                _load_edges(graph, part, part.table)
            set_rest(graph, part.table, part.rest)
        graph.cypher(INDEX)
    except kglite.KgError as error:
        raise StoreError(f"the graph could not be written: {error}") from error


def parts(batches: Iterable[Batch], chunk: int) -> Iterator[Part]:
    """The tables as the engine's loader takes them: nodes `chunk` rows at a time, each table of edges whole.

    Raises StoreError where edges of one type come in two tables, of which the engine would merge parallel edges.
    """
    for batch in tables_of(batches):
        if isinstance(batch.table, EdgeTable):
            yield _part(batch)
            continue
        for start in range(0, len(batch), chunk):
            cut = {id(cells): cells[start : start + chunk] for cells in batch.columns.values()}
            yield _part(Batch(batch.table, {name: cut[id(cells)] for name, cells in batch.columns.items()}))


def _load_nodes(graph: kglite.KnowledgeGraph, part: Part, table: NodeTable) -> None:
    labels = [table.extra_label] if table.extra_label else None
    with warnings.catch_warnings():  # a property with values of several types is normal here
        warnings.filterwarnings("ignore", message=".*Type mismatch for property")
        graph.add_nodes(part.frame, table.label, "id", "name", column_types=dict(part.types), labels=labels)


def _load_edges(graph: kglite.KnowledgeGraph, part: Part, table: EdgeTable) -> None:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*stub node\(s\) vivified")
        report = graph.add_relationships(
            part.frame, table.type, table.start, "a", table.end, "b", column_types=dict(part.types)
        )
    if report["stubs_vivified"]:  # the engine invents an end that is missing
        graph.purge_provisional()


def _part(batch: Batch) -> Part:
    import pandas

    arrays: dict[str, Any] = {}
    made: dict[int, Any] = {}
    types: dict[str, str] = {}
    rest: dict[str, list[dict[str, Any]]] = {}
    for name, column in columns_of(batch):
        if id(column) in made:  # the same column under another name
            arrays[name] = made[id(column)]
            continue
        if type(column[0]) is str:  # most columns: the array itself sees whether all cells are texts
            with contextlib.suppress(ValueError):
                arrays[name] = made[id(column)] = _array(column, str)
                continue
        cells, others, kept, missing = one_type(batch.columns, column)
        if others:
            rest[name] = others
        arrays[name] = _array(cells, kept, missing)
        if kept is list:
            types[name] = "list"
    return Part(batch.table, pandas.DataFrame(arrays, copy=False), types, rest)


def _array(column: Column, kept: type, missing: bool = True) -> Any:
    """Cells of one type, and null where some are missing. Raises ValueError where a text is none.

    Made by hand, for pandas takes half as long again where it is left to find the type.
    """
    import numpy
    import pandas

    if kept is float or (kept in _WHOLE and not missing):
        return numpy.array(column, dtype=_WHOLE.get(kept, "float64"))  # a missing fraction is not a number
    cells = numpy.fromiter(column, dtype=object, count=len(column))
    if kept is str:
        dtype = pandas.StringDtype("python")  # of two kinds the one that holds Python's own texts
        return pandas.arrays.StringArray(cells, dtype=dtype)  # type: ignore[call-arg]  # missing from the stubs
    if kept is list:
        return cells
    gaps = pandas.isna(cells)
    cells[gaps] = 0
    masked = pandas.arrays.IntegerArray if kept is int else pandas.arrays.BooleanArray
    return masked(cells.astype(_WHOLE[kept]), gaps)
