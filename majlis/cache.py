"""Which graph answers: opened from the cache, built when there is none or the data changed, or a file of the user's.

The cached graph is an immutable file named by a hash of data, documents, code and engine. A build writes
beside and renames, so a build killed at any moment leaves the old graph whole, and two processes at once
do not spoil each other. The user's documents are remembered in a small file per data folder.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import math
import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import CorruptGraphError, DocumentError, StoreError, UsageError
from graph.fingerprint import fingerprint
from graph.stores.embedded import ENGINE, EmbeddedStore
from graph.stores.open import is_server, open_store
from graph.stores.protocol import Query, Store

if TYPE_CHECKING:
    from graph.checks.settle import Problem
    from graph.decide import Decided
    from graph.model import Knowledge, Remark
    from loaders.folder import UserDocument

_KEPT = 8  # graphs kept in the cache
_STALE = 3600.0  # seconds after which a half-written file is a dead build's
_MAGIC = b"RGF"  # how a graph file of the engine begins
_OURS = Query("whose graph", "MATCH (m:Majlis) RETURN count(m) AS ours")


@dataclass(frozen=True, slots=True)
class Opened:
    """A graph ready to be asked, what the user should be told of it, and whether this very code wrote it."""

    store: Store
    notes: tuple[str, ...] = ()
    current: bool = False


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


@dataclass(frozen=True, slots=True)
class DataFolders:
    """Data folders as they are given: one in the place of the shipped one, and a user's own that lie over it."""

    base: Path | str | None = None
    over: tuple[Path | str, ...] = ()


Given = Path | str | DataFolders | None  # how a caller names the data


def over_folders(given: Given) -> tuple[Path, ...]:
    """The user's folders that lie over the data, as whole paths. Raises DocumentError for one that is none."""
    found = tuple(Path(folder).resolve() for folder in given.over) if isinstance(given, DataFolders) else ()
    for folder in found:
        if not any((folder / name).is_file() for name in ("entities.csv", "sources.csv")):
            what = "this is no data folder: it has no entities.csv and no sources.csv"
            raise DocumentError(str(folder), None, what, f"Make one: majlis init {folder}")
    return found


def with_own(given: Given, folder: Path) -> tuple[Path, ...]:
    """The folders over the data with one more of the user's, which rows are added to. Raises DocumentError."""
    base, over = (given.base, given.over) if isinstance(given, DataFolders) else (given, ())
    return tuple(dict.fromkeys(over_folders(DataFolders(base, (*over, folder)))))


def data_folder(given: Given = None) -> Path:
    """The data folder: the one given, or the one that ships with the packages."""
    if isinstance(given, DataFolders):
        given = given.base
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
    """The user's cache folder for graphs: as `platformdirs` says, which takes longer to import than a graph to open."""
    home = os.environ.get("XDG_CACHE_HOME") or f"{os.environ.get('HOME', '')}/.cache"
    if sys.platform == "linux" and home.startswith("/"):
        return Path(home, "majlis")
    import platformdirs

    return platformdirs.user_cache_path("majlis")


def open_graph(address: str | None = None, data: Given = None) -> Opened:
    """The graph at an address, or the cached graph of a data folder, built when needed.

    Raises StoreError for an address without a graph, DocumentError or CheckError where a build fails.
    """
    over = over_folders(data)
    if address is not None:
        told = f"{address} is asked as it was built: without {', '.join(map(str, over))}"
        return Opened(open_store(address), (told,) if over else ())
    folder = data_folder(data)
    documents = remembered(folder)
    for document in documents:
        if not os.path.exists(document.path):  # noqa: PTH110 - unlike Path.exists it never raises
            raise DocumentError(
                str(document.path),
                None,
                "this document of your last build is gone",
                "Put it back, or build without it: majlis build",
            )
    return open_folder(folder, documents, over)


def open_folder(folder: Path, documents: Sequence[UserDocument] = (), over: Sequence[Path] = ()) -> Opened:
    """The cached graph of a data folder, these documents and the user's folders over it, built when needed.

    Raises DocumentError, CheckError.
    """
    path = _cached(folder, documents, over)
    notes: tuple[str, ...] = ()
    try:
        return Opened(_read(path), current=True)  # its name holds a hash of the code
    except CorruptGraphError:
        if os.path.lexists(path):  # else there is no graph in the cache
            notes = (f"the graph in {path} was damaged: built it again",)
            with contextlib.suppress(OSError):
                path.unlink()
    except StoreError:
        pass  # there is none yet
    built = build(folder, documents, over=over)
    size = f"{len(built.knowledge.statements)} statements"
    told = [*notes, *built.notes, f"built the graph from {', '.join(map(str, (folder, *over)))} ({size})"]
    told += [f"{problem}; its claims are dissent" for problem in built.problems if over]
    unknown = len({name.text for _, name in built.knowledge.unresolved})
    if unknown:
        told.append(f"names of its documents that are not known: {unknown}; majlis check names them")
    return Opened(built.store, tuple(told))


def _read(path: Path) -> EmbeddedStore:
    """The graph of a file; the questions are imported meanwhile, for the engine reads without Python's lock.

    Raises what `EmbeddedStore.open` raises.
    """
    found: list[EmbeddedStore | StoreError] = []

    def read() -> None:
        try:
            found.append(EmbeddedStore.open(path))
        except StoreError as error:
            found.append(error)

    reading = threading.Thread(target=read)
    reading.start()
    import queries.sitting  # noqa: F401 - whoever opens a graph asks it something

    reading.join()
    (store,) = found
    if isinstance(store, StoreError):
        raise store
    return store


@contextlib.contextmanager
def without_collector() -> Iterator[None]:
    """Without Python's search for circles of objects: reading and building make many objects and no circle."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


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
    from graph.build import batches
    from graph.checks.settle import settle
    from graph.stores.bulk import graph_of
    from loaders.folder import gather

    from .wording.messages import USUAL
    from .wording.notes import reason

    server = open_store(to) if to is not None and is_server(to) else None  # before the data are read: it may be down
    if to is not None and server is None:
        _refuse_to_overwrite(Path(to))
    cached = _cached(folder, documents, over)  # named before the files are read: what changes meanwhile is built again
    try:
        knowledge, remarks = gather(folder, documents, only=only, over=over)
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
        address = _keep(graph, Path(to)) if to is not None else _cache(graph, cached, notes)
        if address is None and documents:
            notes.append("later questions will not know your documents: name a file with --to, and ask it with --graph")
    return Built(store, address, knowledge, decided, tuple(problems), tuple(remarks), tuple(notes))


def _keep(store: EmbeddedStore, target: Path) -> str:
    """Keep a graph in a file of the user's, and say where. Raises StoreError."""
    import glob

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        store.save(target)
        _sweep(target.parent, f".{glob.escape(target.stem)}.*.tmp*")
    except OSError as error:
        raise StoreError(f"{target}: the graph cannot be written ({error})") from error
    return str(target)


def _cache(store: EmbeddedStore, path: Path, notes: list[str]) -> str | None:
    """Keep a graph in the cache and say where; in memory, with a note, where that cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        store.save(path)
        _sweep(path.parent, ".*.tmp*", kept=_KEPT)
    except OSError as error:
        notes.append(f"the cache {path.parent} cannot be written ({error}): the graph is kept in memory")
        return None
    return str(path)


def remember(folder: Path, documents: Sequence[UserDocument]) -> None:
    """Remember the user's documents: later builds of this data folder read them again. Raises StoreError."""
    import json

    from graph.files import replacing

    file = _memory(folder)
    rows = [{"path": str(document.path), "options": document.options.stated()} for document in documents]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as out:
            out.write(json.dumps({"documents": rows}, indent=1).encode())
    except OSError as error:
        raise StoreError(f"{file}: your documents cannot be remembered ({error})") from error


def remembered(folder: Path) -> list[UserDocument]:
    """The user's documents of the last build of this data folder. Raises StoreError."""
    file = _memory(folder)
    if not os.path.exists(file):  # noqa: PTH110 - unlike Path.exists it never raises
        return []
    import json

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


def _cached(folder: Path, documents: Sequence[UserDocument], over: Sequence[Path] = ()) -> Path:
    said = [(document.path, _as_text(document.options.stated())) for document in documents]
    return cache_folder() / f"{fingerprint(folder, said, ENGINE, over)}.kgl"


def _as_text(options: Mapping[str, str]) -> str:
    import json

    return json.dumps(options, sort_keys=True)


def _refuse_to_overwrite(target: Path) -> None:
    """Raises UsageError where the target is a file of another kind, or a graph that Majlis did not write.

    A graph that cannot be read is nobody's any more.
    """
    try:
        with target.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError:
        return  # there is none, or saving will say what is wrong with it
    if start and start != _MAGIC:
        raise UsageError(f"{target}: this file is no graph and is not overwritten. Remove it, or name another file.")
    with contextlib.suppress(StoreError):
        if start and not EmbeddedStore.open(target).run(_OURS, {})[0]["ours"]:
            raise UsageError(
                f"{target}: this graph holds data that Majlis did not write, so it is not overwritten. "
                "Remove it, or name another file."
            )


def _sweep(folder: Path, halves: str, kept: int | None = None) -> None:
    """Remove what dead builds left half-written, and all graphs but the newest `kept`."""
    found = [(_age(path), path) for path in folder.glob("[!.]*.kgl")] if kept is not None else []
    old = [path for _, path in sorted(found)[kept:]]
    old += [path for path in folder.glob(halves) if _age(path) > _STALE]
    for path in old:
        with contextlib.suppress(OSError):  # another process was faster, or it is not ours to remove
            path.unlink()


def _age(path: Path) -> float:
    """Seconds since a file was written; 0 for one that is gone.

    One that is dated in the future, beyond what clocks differ by, is older than any: else it would outlive all.
    """
    try:
        age = time.time() - path.stat().st_mtime
    except OSError:
        return 0.0
    return age if age > -_STALE else math.inf
