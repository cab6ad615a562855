"""A graph ready to be asked: opened from the cache, built when there is none or the data changed, or a user's file."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graph.errors import CorruptGraphError, DocumentError, StoreError
from graph.stores.embedded import EmbeddedStore

from ..data import Given, data_folder, over_folders
from .documents import remembered
from .files import cached_file

if TYPE_CHECKING:
    from loaders.folder import UserDocument
    from queries.view import GraphView


class Opened(NamedTuple):
    """A graph ready to be asked, and what the user should be told of it."""

    graph: GraphView
    notes: tuple[str, ...] = ()


def open_graph(address: str | None = None, data: Given = None) -> Opened:
    """The graph at an address, or the cached graph of a data folder, built when needed.

    Raises StoreError for an address without a graph that can be asked, DocumentError or CheckError where a build fails.
    """
    over = over_folders(data)
    if address is not None:
        from graph.stores.open import open_store
        from queries.view import GraphView

        told = f"{address} is asked as it was built: without {', '.join(map(str, over))}"
        return Opened(GraphView(open_store(address)), (told,) if over else ())
    folder = data_folder(data)
    documents = remembered(folder)
    for document in documents:
        if not os.path.exists(document.path):  # noqa: PTH110 - unlike Path.exists it never raises
            what, todo = "this document of your last build is gone", "Put it back, or build without it: majlis build"
            raise DocumentError(str(document.path), None, what, todo)
    return open_folder(folder, documents, over)


def open_folder(folder: Path, documents: Sequence[UserDocument] = (), over: Sequence[Path] = ()) -> Opened:
    """The cached graph of a data folder, these documents and the user's folders over it, built when needed.

    Raises DocumentError, CheckError.
    """
    path = cached_file(folder, documents, over)
    notes: tuple[str, ...] = ()
    try:
        return Opened(_read(path))
    except CorruptGraphError:
        if os.path.lexists(path):  # else there is no graph in the cache
            notes = (f"the graph in {path} was damaged: built it again",)
            with contextlib.suppress(OSError):
                path.unlink()
    except StoreError:
        pass  # there is none yet
    from queries.view import GraphView

    from .build import build

    built = build(folder, documents, over=over)
    size = f"{len(built.knowledge.statements)} statements"
    told = [*notes, *built.notes, f"built the graph from {', '.join(map(str, (folder, *over)))} ({size})"]
    told += [problem.told for problem in built.problems if over]
    unknown = len({name.text for _, name in built.knowledge.unresolved})
    if unknown:
        told.append(f"names of its documents that are not known: {unknown}; majlis check names them")
    return Opened(GraphView(built.store, current=True), tuple(told))


def _read(path: Path) -> GraphView:
    """The graph of a cached file; questions and words are made ready meanwhile.

    The engine reads, and answers, without Python's lock. Raises what `EmbeddedStore.open` raises.
    """
    found: list[GraphView | StoreError] = []

    def read() -> None:
        try:
            store = EmbeddedStore.open(path)
            from queries.view import GraphView

            found.append(GraphView(store, current=True))  # the file's name holds a hash of the code
        except StoreError as error:
            found.append(error)

    reading = threading.Thread(target=read)
    reading.start()
    from ..terminal import sitting  # noqa: F401 - whoever opens a graph asks it something, and says the answer
    from ..wording.messages import messages

    messages()
    reading.join()
    (graph,) = found
    if isinstance(graph, StoreError):
        raise graph
    return graph
