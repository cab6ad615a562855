"""The network of an election as pyvis holds it, without IPython and jsonpickle, which take longer than the page."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from .model import ViewModel, plain

if TYPE_CHECKING:
    from pyvis.network import Network

_UNUSED = {"IPython": (), "IPython.display": ("IFrame",), "jsonpickle": ()}  # and what pyvis takes from each


def new_network() -> Network:
    """A directed network of pyvis, to which names and ties are added."""
    absent = {name: taken for name, taken in _UNUSED.items() if name not in sys.modules}
    for name, taken in absent.items():
        stand_in = ModuleType(name)
        for one in taken:
            setattr(stand_in, one, None)
        sys.modules[name] = stand_in
    try:
        from pyvis.network import Network
    finally:
        for name in absent:
            del sys.modules[name]
    return Network(directed=True)


def network(model: ViewModel) -> dict[str, Any]:
    """The network of an election: its names and ties as pyvis holds them, the stages they stand on."""
    drawn = new_network()
    for node in model.network.nodes:
        known = {name: value for name, value in plain(node).items() if name not in ("id", "label")}
        drawn.add_node(node.id, label=node.label, **known)
    for number, tie in enumerate(model.network.ties):
        known = {name: value for name, value in plain(tie).items() if name not in ("start", "end")}
        drawn.add_edge(tie.start, tie.end, id=number, **known)
    stage = {name: value for name, value in plain(model.network).items() if name not in ("nodes", "ties", "colours")}
    return {"alone": {}, **stage, "nodes": drawn.nodes, "ties": drawn.edges}
