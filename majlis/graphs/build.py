"""A graph built from data and documents, checked, and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graph.build import batches
from graph.checks.settle import settle
from graph.collector import without_collector
from graph.fingerprint import settled
from graph.stores.bulk import graph_of
from graph.stores.open import is_server, open_store
from graph.stores.protocol import Store
from loaders.folder import gather_once

from ..wording.messages import USUAL
from ..wording.notes import reason
from .files import cached_file, keep_at, keep_in_cache, refuse_to_overwrite

if TYPE_CHECKING:
    from graph.checks.settle import Problem
    from graph.decide import Decided
    from graph.model import Knowledge, Remark
    from loaders.folder import UserDocument


@dataclass(frozen=True, slots=True)
class Built:
    """A graph that was built: its address (None: in memory), what it holds, and what was found."""

    store: Store
    address: str | None
    knowledge: Knowledge
    decided: Decided
    problems: tuple[Problem, ...]
    remarks: tuple[Remark, ...]
    notes: tuple[str, ...]


@without_collector()
def build(
    folder: Path,
    documents: Sequence[UserDocument] = (),
    *,
    only: bool = False,
    to: str | None = None,
    over: Sequence[Path] = (),
) -> Built:
    """Build a graph from a data folder and documents (absolute paths), check it, and keep it at `to` or in the cache.

    `over` are the user's data folders that lie over it. Raises DocumentError, CheckError (nothing is kept then),
    UsageError for a file that is no graph and would be overwritten, StoreError for an address that cannot be written.
    """
    server = open_store(to) if to is not None and is_server(to) else None  # before the data are read: it may be down
    if to is not None and server is None:
        refuse_to_overwrite(Path(to))

    def read() -> tuple[Path, tuple[Knowledge, list[Remark]]]:
        # Named before the documents are read: one that changes meanwhile is built again.
        return cached_file(folder, documents, over), gather_once(folder, documents, only, over)

    try:
        cached, (knowledge, remarks) = settled([folder, *over], read)
        decided, problems = settle(knowledge)
    except BaseException:
        if server is not None:
            server.close()
        raise
    content = batches(knowledge, decided, partial(reason, USUAL))
    notes: list[str] = []
    store: Store
    address: str | None = to
    if server is not None:
        server.write(content)
        store = server
    else:
        store = graph = graph_of(content)
        address = keep_at(graph, Path(to)) if to is not None else keep_in_cache(graph, cached, notes)
        if address is None and documents:
            notes.append("later questions will not know your documents: name a file with --to, and ask it with --graph")
    return Built(store, address, knowledge, decided, tuple(problems), tuple(remarks), tuple(notes))
