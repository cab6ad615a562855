"""A graph of the embedded engine made of records: rows with the cells that they have, each column of one type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import kglite

from ..errors import StoreError
from ..schema import EdgeTable, NodeTable
from .batch import Batch

Column = Sequence[Any]
Rest = Mapping[str, Sequence[Mapping[str, Any]]]  # by column the cells of other types, as rows (id, a, value)

# Made when the rows are there: it would slow each of them.
INDEX = "CREATE INDEX statement_fact IF NOT EXISTS FOR (s:Statement) ON (s.fact)"
_TYPES = (int, float, str, bool, list)  # of cells


def recorded(batches: Iterable[Batch]) -> kglite.KnowledgeGraph:
    """A new graph of these batches, but for edges whose end is no node.

    Raises StoreError, and what the engine raises.
    """
    made: list[tuple[Batch, Rest]] = []
    parts: dict[type, list[Mapping[str, Any]]] = {NodeTable: [], EdgeTable: []}
    for batch in tables_of(batches):
        columns: dict[str, Column] = {}
        rest: dict[str, list[dict[str, Any]]] = {}
        for name, column in columns_of(batch):
            columns[name], rest[name], _, _ = one_type(batch.columns, column)
        made.append((batch, rest))
        records = [
            {name: cell for name, cell in zip(columns, cells, strict=True) if cell is not None}
            for cells in zip(*columns.values(), strict=True)
        ]
        parts[type(batch.table)].append({**_named(batch.table), "records": records})
    spec = {"nodes": parts[NodeTable], "connections": parts[EdgeTable]}
    graph = kglite.from_records(spec, on_missing_endpoint="drop")
    for batch, others in made:
        if isinstance(batch.table, NodeTable) and batch.table.extra_label:
            graph.add_label(batch.table.label, list(batch.columns["id"]), batch.table.extra_label)
        set_rest(graph, batch.table, others)
    graph.cypher(INDEX)
    return graph


def _named(table: NodeTable | EdgeTable) -> Mapping[str, str]:
    if isinstance(table, NodeTable):
        return {"type": table.label, "id_field": "id", "title_field": "name"}
    ends = {"source_type": table.start, "source_id_field": "a", "target_type": table.end, "target_id_field": "b"}
    return {"type": table.type, **ends}


def tables_of(batches: Iterable[Batch]) -> Iterator[Batch]:
    """The batches that have rows.

    Raises StoreError where edges of one type come in two tables, of which the engine would merge parallel edges.
    """
    seen: set[str] = set()
    for batch in filter(len, batches):
        if isinstance(batch.table, EdgeTable):
            if batch.table.type in seen:
                raise StoreError(f"the edges {batch.table.type} come in two tables: give them in one.")
            seen.add(batch.table.type)
        yield batch


def columns_of(batch: Batch) -> Iterator[tuple[str, Column]]:
    """The columns of a table that have a cell. Raises StoreError for a title that is not the name."""
    for name, column in batch.columns.items():
        if name == "title":  # the engine's own word for the name
            if list(column) != list(batch.columns["name"]):
                raise StoreError("a title that is not the node's name cannot be loaded")
        elif column[0] is not None or column.count(None) < len(column):
            yield name, column


def one_type(columns: Mapping[str, Column], column: Column) -> tuple[Column, list[dict[str, Any]], type, bool]:
    """A column's cells of its most frequent type, the others as rows, that type, and whether a cell is null."""
    found = set(map(type, column))
    missing = type(None) in found
    found.discard(type(None))
    if len(found) == 1:
        return column, [], found.pop(), missing
    kept = max(_TYPES, key=Counter(map(type, column)).__getitem__)
    rows = zip(columns["id"], columns.get("a", columns["id"]), column, strict=True)
    others = [{"id": id, "a": a, "value": cell} for id, a, cell in rows if cell is not None and type(cell) is not kept]
    return [cell if type(cell) is kept else None for cell in column], others, kept, True


def set_rest(graph: kglite.KnowledgeGraph, table: NodeTable | EdgeTable, rest: Rest) -> None:
    """Set the cells of other types than their column's, one by one."""
    if isinstance(table, NodeTable):
        found = f"(r:{table.label} {{id: row.id}})"
    else:
        found = f"(:{table.start} {{id: row.a}})-[r:{table.type} {{id: row.id}}]->()"
    for name, rows in rest.items():
        if rows:
            graph.cypher(f"UNWIND $rows AS row MATCH {found} SET r.{name} = row.value", params={"rows": rows})
