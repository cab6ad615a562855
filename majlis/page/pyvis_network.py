"""The network of pyvis without what it loads for notebooks: IPython and jsonpickle take longer than the page."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

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
