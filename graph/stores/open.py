"""Which store an address names: a graph file, or a server."""

from __future__ import annotations

from pathlib import Path

from .protocol import Store


def is_server(address: str) -> bool:
    """Whether an address names a server, and not a file."""
    return "://" in address


def open_store(address: str) -> Store:
    """The store at an address: a graph file, or a Neo4j server (neo4j://, neo4j+s://, bolt:// and their kind).

    Raises UsageError for a scheme that is none, StoreError where nothing answers.
    """
    if is_server(address):
        from .neo4j import Neo4jStore

        return Neo4jStore.open(address)
    from .embedded import EmbeddedStore

    return EmbeddedStore.open(Path(address))
