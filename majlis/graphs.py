"""Which graph answers: opened from the cache, built when there is none or the data changed, or a file of the user's.

The cached graph is an immutable file named by a hash of data, documents, code and engine. A build writes
beside and renames, so a build killed at any moment leaves the old graph whole, and two processes at once
do not spoil each other. The user's documents are remembered in a small file per data folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.embedded import ENGINE, EmbeddedStore
from graph.errors import CorruptGraphError, DocumentError, StoreError, UsageError
from graph.origin import fingerprint

if TYPE_CHECKING:
    from graph.build import Knowledge
    from graph.checks import Problem
    from graph.decide import Decided
    from graph.model import Remark
    from loaders.folder import UserDocument

_KEPT = 8  # graphs kept in the cache
_STALE = 3600.0  # seconds after which a half-written file is a dead build's


@dataclass(frozen=True, slots=True)
class Opened:
    """A graph ready to be asked, and what the user should be told of how it came about."""

    store: EmbeddedStore
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """A graph that was built: where it is kept (None: in memory), what it holds, and what was found."""

    store: EmbeddedStore
    path: Path | None
    knowledge: Knowledge
    decided: Decided
    problems: tuple[Problem, ...]
    remarks: tuple[Remark, ...]
    notes: tuple[str, ...]


def data_folder(given: Path | str | None = None) -> Path:
    """The data folder: the one given, or the one that ships with the packages."""
    if given is not None:
        folder = Path(given)
        if not (folder / "entities.csv").is_file():
            raise DocumentError(
                str(folder),
                None,
                "this is no data folder: it has no entities.csv",
                "See data/README.md for what one holds.",
            )
        return folder
    import graph

    package = Path(graph.__file__).resolve().parent
    shipped = package / "_data"
    return shipped if shipped.is_dir() else package.parent / "data"


def cache_folder() -> Path:
    """The user's cache folder for graphs."""
    import platformdirs

    return platformdirs.user_cache_path("majlis")


def open_graph(address: str | None = None, data: Path | str | None = None) -> Opened:
    """The graph at an address, or the cached graph of a data folder, built when needed.

    Raises StoreError for an address without a graph, DocumentError or CheckError where a build fails.
    """
    if address is not None:
        return Opened(EmbeddedStore.open(_path(address)))
    folder = data_folder(data)
    documents = remembered(folder)
    for document in documents:
        if not document.path.exists():
            raise DocumentError(
                str(document.path),
                None,
                "this document of your last build is gone",
                "Put it back, or build without it: majlis build",
            )
    path = cache_folder() / f"{_name(folder, documents)}.kgl"
    notes: tuple[str, ...] = ()
    if path.exists():
        try:
            return Opened(EmbeddedStore.open(path))
        except CorruptGraphError:
            notes = (f"the graph in {path} was damaged: built it again",)
            with contextlib.suppress(OSError):
                path.unlink()
    built = build(folder, documents)
    size = f"{len(built.knowledge.statements)} statements"
    return Opened(built.store, (*notes, *built.notes, f"built the graph from {folder} ({size})"))


def build(folder: Path, documents: Sequence[UserDocument] = (), *, only: bool = False, to: str | None = None) -> Built:
    """Build a graph from a data folder and documents, check it, and keep it at `to` or in the cache.

    Raises DocumentError, CheckError (nothing is kept then) or, for an address that cannot be written, StoreError.
    """
    from graph.build import batches
    from graph.checks import settle
    from loaders.folder import gather

    target = _path(to) if to is not None else None
    knowledge, remarks = gather(folder, documents, only=only)
    decided, problems = settle(knowledge)
    store = EmbeddedStore.create()
    store.write(batches(knowledge, decided))
    notes: list[str] = []
    if target is not None:
        path: Path | None = target
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            store.save(target)
        except OSError as error:
            raise StoreError(f"{target}: the graph cannot be written ({error})") from error
    else:
        path = cache_folder() / f"{_name(folder, documents)}.kgl"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            store.save(path)
            _sweep(path)
        except OSError as error:
            notes.append(f"the cache {path.parent} cannot be written ({error}): the graph is kept in memory")
            path = None
    return Built(store, path, knowledge, decided, tuple(problems), tuple(remarks), tuple(notes))


def remember(folder: Path, documents: Sequence[UserDocument]) -> None:
    """Remember the user's documents: later builds of this data folder read them again. Raises OSError."""
    file = _memory(folder)
    rows = [{"path": str(document.path.resolve()), "options": document.options.stated()} for document in documents]
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    beside.write_text(json.dumps({"documents": rows}, ensure_ascii=False, indent=1), encoding="utf-8")
    beside.replace(file)


def remembered(folder: Path) -> list[UserDocument]:
    """The user's documents of the last build of this data folder."""
    file = _memory(folder)
    if not file.exists():
        return []
    from loaders import Options
    from loaders.folder import UserDocument

    try:
        rows = json.loads(file.read_text(encoding="utf-8"))["documents"]
        return [UserDocument(Path(row["path"]), Options(**row["options"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{file}: the list of your documents cannot be read ({error}). Name them again: majlis build FILE..."
        ) from error


def _memory(folder: Path) -> Path:
    name = hashlib.blake2b(str(folder.resolve()).encode(), digest_size=6).hexdigest()
    return cache_folder() / f"documents-{name}.json"


def _name(folder: Path, documents: Sequence[UserDocument]) -> str:
    said = [(document.path, json.dumps(document.options.stated(), sort_keys=True)) for document in documents]
    return fingerprint(folder, said, ENGINE)


def _path(address: str) -> Path:
    if "://" in address:
        raise UsageError(f"{address}: a graph is kept in a file here; give a path.")
    return Path(address)


def _sweep(newest: Path) -> None:
    """Let go of old graphs, and of what dead builds left half-written."""
    graphs = sorted(newest.parent.glob("[!.]*.kgl"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in graphs[_KEPT:]:
        path.unlink(missing_ok=True)
    for path in newest.parent.glob(".*.tmp*"):
        if time.time() - path.stat().st_mtime > _STALE:
            path.unlink(missing_ok=True)
