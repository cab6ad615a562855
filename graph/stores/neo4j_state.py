"""Which graph a Neo4j database holds at a moment: an answer that a build has touched meanwhile is no answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import neo4j

_NOW = (
    "MATCH (m:Majlis) RETURN m.state AS state, m.data_version AS data_version, m.documents AS documents, "
    "m.build AS build"
)


@dataclass(frozen=True, slots=True)
class State:
    """The state of a graph, the data that it was built from, and the mark of the build itself."""

    state: str
    data_version: str | None
    documents: tuple[str, ...]
    build: str | None


def state_of(tx: neo4j.ManagedTransaction | neo4j.Transaction) -> State | None:
    """The graph as it is now; None where there is none."""
    found = tx.run(_NOW).single()
    if found is None:
        return None
    return State(found["state"], found["data_version"], tuple(found["documents"] or ()), found["build"])


def same_data(first: State | None, second: State | None) -> bool:
    """Whether no build, or one of the same data, lies between."""
    return first == second or (
        first is not None and second is not None and replace(first, build=second.build) == second
    )


def changed(now: State | None) -> str:
    """What a user should know whose answer a build has touched; `now` is the graph after it."""
    if now is None:
        return "the graph is empty: it was taken away while it was asked. Build it again: majlis build --to ADDRESS"
    if now.state != "ready":
        return f"the graph is {now.state}: a build began while it was asked. Ask again when it has ended."
    return "the graph was built anew while it was asked. Ask again."
