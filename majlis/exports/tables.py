"""The graph read back table by table, through any store, with fixed texts made from the schema."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.kinds import Kind
from graph.schema import EDGES, LABELS, NODES
from graph.stores.protocol import Query, Row, Store


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one label or relationship type, by id; `columns` are what every row has, null or not."""

    name: str
    columns: tuple[str, ...]
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class EdgeRows(Table):
    """Edges: `a` and `b` in each row are the ids of nodes with the labels `start` and `end`."""

    start: str
    end: str


def nodes(store: Store) -> Iterator[Table]:
    """All nodes, a table for each label; an entity's second label is its kind's (`labels`). Raises StoreError."""
    for label, table in {table.label: table for table in NODES}.items():
        columns = ("id", "name", *table.properties)
        returned = ", ".join(f"n.{name} AS {name}" for name in columns)
        query = Query(f"read {label}", f"MATCH (n:{label}) RETURN {returned} ORDER BY id")
        yield Table(label, columns, store.run(query, {}))


def edges(store: Store) -> Iterator[EdgeRows]:
    """All edges, a table for each type. Raises StoreError."""
    for table in EDGES.values():
        columns = ("id", "a", "b", *table.properties)
        returned = "".join(f", r.{name} AS {name}" for name in table.properties)
        text = (
            f"MATCH (a:{table.start})-[r:{table.type}]->(b:{table.end}) "
            f"RETURN r.id AS id, a.id AS a, b.id AS b{returned} ORDER BY id"
        )
        yield EdgeRows(table.type, columns, store.run(Query(f"read {table.type}", text), {}), table.start, table.end)


def labels(table: Table, row: Row) -> tuple[str, ...]:
    """The labels of a node."""
    return (table.name, LABELS[Kind(row["kind"])]) if table.name == "Entity" else (table.name,)
