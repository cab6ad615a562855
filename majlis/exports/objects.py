"""The graph as objects of other libraries: a networkx graph, pandas frames, files of GraphML and GEXF."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from graph.stores.protocol import Store
from queries.plain import Plain, frame, plain

from . import tables

if TYPE_CHECKING:
    import networkx
    import pandas

_ENTITY = "Entity"
# What XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_networkx(store: Store, *, everything: bool = True) -> networkx.MultiDiGraph[str]:
    """The whole graph, or else its names and ties alone, parallel edges kept.

    A node is an entity's id ("nabni"), or for others label and id ("Source:relay"); it has `labels`
    ("Entity:Alliance") and its properties. An edge's key is its id, after the label of a start that is no entity
    ("Statement:..."); it has `type` and its properties.
    Nulls are left out, lists stay lists. Raises StoreError.
    """
    import networkx

    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for table in tables.nodes(store):
        for row in table.rows if everything or table.name == _ENTITY else ():
            properties = {name: value for name, value in row.items() if value is not None}
            graph.add_node(_node(table.name, row["id"]), labels=":".join(tables.labels(table, row)), **properties)
    for edge in tables.edges(store):
        if not everything and not edge.start == edge.end == _ENTITY:
            continue
        for row in edge.rows:
            properties = {name: row[name] for name in edge.columns if name not in ("a", "b") and row[name] is not None}
            a, b = _node(edge.start, row["a"]), _node(edge.end, row["b"])
            graph.add_edge(a, b, key=_node(edge.start, row["id"]), type=edge.name, **properties)
    return graph


def write_graphml(store: Store, out: BinaryIO, *, everything: bool = True) -> None:
    """Write the graph as GraphML, as networkx and Gephi read it; all of it, or else its names and ties.

    As `to_networkx`, with `label` beside (a node's name, an edge's type), lists as JSON text, and one type for each
    attribute: where a property holds numbers and texts, the texts are in an attribute NAME_as_text.
    Raises StoreError.
    """
    import networkx

    networkx.write_graphml(_typed(store, everything=everything), out, encoding="utf-8", named_key_ids=True)


def write_gexf(store: Store, out: BinaryIO, *, everything: bool = True) -> None:
    """Write the graph as GEXF, as Gephi reads it: as `write_graphml`, but the type of an edge is its `relation`.

    GEXF has a `type` of its own, directed or not. Raises StoreError.
    """
    import networkx

    graph = _typed(store, everything=everything)
    for edge in graph.edges.values():
        edge["relation"] = edge.pop("type")
    networkx.write_gexf(graph, out, encoding="utf-8")


def _typed(store: Store, *, everything: bool) -> networkx.MultiDiGraph[str]:
    """The graph with labels, and each attribute of one type that XML can hold."""
    graph = to_networkx(store, everything=everything)
    for node in graph.nodes.values():
        node["label"] = node.get("name", node["id"])
    for edge in graph.edges.values():
        edge["label"] = edge["type"]
    _one_type_each(list(graph.nodes.values()))
    _one_type_each(list(graph.edges.values()))
    return graph


def to_pandas(rows: Plain | Iterable[Mapping[str, Any] | Plain]) -> pandas.DataFrame:
    """An answer, parts of one (`where(...).provinces`) or mappings as a frame. Raises UsageError without pandas."""
    if isinstance(rows, Plain):
        return rows.to_pandas()
    return frame([plain(row) for row in rows])


def _node(label: str, id: str) -> str:
    return id if label == "Entity" else f"{label}:{id}"


def _one_type_each(items: list[dict[str, Any]]) -> None:
    """Make each attribute hold one type that XML can name."""
    types: dict[str, set[type]] = defaultdict(set)
    for item in items:
        for name, value in item.items():
            if isinstance(value, list):
                item[name] = json.dumps(value, ensure_ascii=False)
            types[name].add(type(item[name]))
    for item in items:
        for name, value in list(item.items()):
            if isinstance(value, str):
                item[name] = _NOT_XML.sub("\ufffd", value)
                if len(types[name]) > 1:
                    item[f"{name}_as_text"] = item.pop(name)
            elif float in types[name] and type(value) is int:
                item[name] = float(value)
