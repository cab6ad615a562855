"""Graphs made for a test: of the shipped knowledge with something changed, or of a small country in `countries/`."""

from __future__ import annotations

from pathlib import Path

from graph.build import batches
from graph.checks.settle import settle
from graph.decide import Decided
from graph.model import Knowledge
from graph.stores.embedded import EmbeddedStore
from loaders.folder import UserDocument, gather
from queries.view import GraphView

COUNTRIES = Path(__file__).parent / "countries"


def stored(knowledge: Knowledge, decided: Decided | None = None) -> EmbeddedStore:
    """The graph of this knowledge, in memory; without a decision, of what its checks leave of it."""
    store = EmbeddedStore.create()
    store.write(batches(knowledge, decided or settle(knowledge)[0]))
    return store


def asked(knowledge: Knowledge, decided: Decided | None = None) -> GraphView:
    """The same, ready to be asked."""
    return GraphView(stored(knowledge, decided))


def country(name: str) -> GraphView:
    """The graph of a country of `countries/`: its tables, and its texts as documents of a user."""
    folder = COUNTRIES / name
    documents = [UserDocument(path) for path in sorted(folder.glob("*.txt"))]
    return asked(gather(folder, documents)[0])
