"""Which graph a Neo4j database holds at a moment: an answer that a build has touched meanwhile is no answer.

What a transaction has written is seen piece by piece while it is committed, and what says which graph it is may be seen
last. So a build says before that it is about to be committed, and after that it was: while one says so, readers wait.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import neo4j

COMMITTING = "MajlisCommit"  # the label of what a build leaves while it is committed
ANNOUNCE = f"CREATE (:{COMMITTING} {{build: $build}})"
ANNOUNCED = f"MATCH (c:{COMMITTING}) RETURN collect(c.build) AS builds"
SETTLE = f"MATCH (c:{COMMITTING}) WHERE c.build IN $builds DELETE c"
_NOW = (
    f"OPTIONAL MATCH (m:Majlis) WITH m OPTIONAL MATCH (c:{COMMITTING}) RETURN m IS NOT NULL AS there, "
    "m.state AS state, m.data_version AS data_version, m.documents AS documents, m.build AS build, "
    "collect(c.build) AS committing"
)
_PATIENCE = 5.0  # seconds that a commit may take; one that takes longer was killed
_STEP = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class State:
    """The state of a graph, the data that it was built from, and the marks of its build and of those on their way."""

    state: str
    data_version: str | None
    documents: tuple[str, ...]
    build: str | None
    committing: frozenset[str] = frozenset()


def state_of(tx: neo4j.ManagedTransaction | neo4j.Transaction) -> State | None:
    """The graph as it is now; None where there is none."""
    found = tx.run(_NOW).single(strict=True)
    committing = frozenset(found["committing"])
    if not found["there"] and not committing:
        return None
    documents = tuple(found["documents"] or ())
    return State(found["state"] or "building", found["data_version"], documents, found["build"], committing)


def settled(tx: neo4j.ManagedTransaction | neo4j.Transaction, killed: frozenset[str] = frozenset()) -> State | None:
    """The graph as it is once no build is committed any more; those `killed` are not, nor is any after some seconds."""
    until = time.monotonic() + _PATIENCE
    while (now := state_of(tx)) is not None and now.committing - killed and time.monotonic() < until:
        time.sleep(_STEP)
    return now


def same_data(first: State | None, second: State | None) -> bool:
    """Whether no build, or one of the same data, lies between."""
    if first is None or second is None:
        return first == second
    return replace(first, build=second.build, committing=second.committing) == second


def changed(now: State | None) -> str:
    """What a user should know whose answer a build has touched; `now` is the graph after it."""
    if now is None:
        return "the graph is empty: it was taken away while it was asked. Build it again: majlis build --to ADDRESS"
    if now.state != "ready":
        return f"the graph is {now.state}: a build began while it was asked. Ask again when it has ended."
    return "the graph was built anew while it was asked. Ask again."
