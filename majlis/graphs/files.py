"""The files of graphs: each in the cache under a hash of what it was built from, or where the user wants it.

A graph's file is immutable. A new one is written beside and renamed, so a build killed at any moment leaves the old
graph whole, and two processes at once do not spoil each other.
"""

from __future__ import annotations

import contextlib
import math
import stat
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError, UsageError
from graph.fingerprint import fingerprint, stamp
from graph.stores.embedded import ENGINE, EmbeddedStore
from graph.stores.protocol import Query

from ..cache import Keeper, cache_folder
from ..output import followed

if TYPE_CHECKING:
    from loaders.folder import UserDocument

_KEPT = 8  # graphs kept in the cache
_NAMES = Keeper("name", most=4 * _KEPT)  # of graphs, by the stamp of what they are built from
_STALE = 3600.0  # seconds after which a half-written file is a dead build's
_MAGIC = b"RGF"  # how a graph file of the engine begins
_BEGINNING, _OUR_LABEL = 1 << 16, b'"Majlis"'  # bytes in which it names its labels, and the one that tells ours
_OURS = Query("whose graph", "MATCH (m:Majlis) RETURN count(m) AS ours")


def cached_file(folder: Path, documents: Sequence[UserDocument], over: Sequence[Path] = ()) -> Path:
    """The file in the cache for the graph of a data folder, these documents and the user's folders over it."""
    said = [(document.path, _as_text(document.options.stated())) for document in documents]
    stamped = stamp(folder, said, ENGINE, over)
    if stamped and (name := _NAMES.kept(stamped)):
        return cache_folder() / f"{name.decode()}.kgl"
    made = fingerprint(folder, said, ENGINE, over)
    if stamped:
        _NAMES.keep(stamped, made.encode())
    return cache_folder() / f"{made}.kgl"


def _as_text(options: Mapping[str, str]) -> str:
    import json

    return json.dumps(options, sort_keys=True)


def keep_at(store: EmbeddedStore, target: Path) -> str:
    """Keep a graph in a file of the user's, to which a link may lead, and say where. Raises StoreError."""
    import glob

    try:
        file = followed(target)
        file.parent.mkdir(parents=True, exist_ok=True)
        store.save(file)
        _sweep(file.parent, f".{glob.escape(file.stem)}.*.tmp*")
    except OSError as error:
        what = error.strerror or str(error)
        raise StoreError(f"{target}: the graph cannot be written ({what}). Name another file.") from error
    return str(target)


def keep_in_cache(store: EmbeddedStore, path: Path, notes: list[str]) -> str | None:
    """Keep a graph in the cache and say where; in memory, with a note, where that cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        store.save(path)
        _sweep(path.parent, ".*.tmp*", kept=_KEPT)
    except OSError as error:
        notes.append(f"the cache {path.parent} cannot be written ({error}): the graph is kept in memory")
        return None
    return str(path)


def refuse_to_overwrite(target: Path) -> None:
    """Raises UsageError for a pipe or a device, a file of another kind, or a graph that Majlis did not write.

    Of a graph that cannot be read, damaged or of another version of the engine, the beginning tells whose it is.
    """
    todo = "Remove it, or name another file."
    try:
        mode = target.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise UsageError(f"{target}: this is a pipe or a device, in which no graph can be kept. Name a file.")
        with target.open("rb") as file:
            start = file.read(_BEGINNING)
    except OSError:
        return  # there is none, or saving will say what is wrong with it
    if not start:
        return
    if not start.startswith(_MAGIC):
        raise UsageError(f"{target}: this file is no graph and is not overwritten. {todo}")
    try:
        ours = EmbeddedStore.open(target).run(_OURS, {})[0]["ours"]
    except StoreError:
        if _OUR_LABEL in start:
            return
        what = "this graph cannot be read here, and nothing shows that Majlis wrote it, so it is not overwritten"
        raise UsageError(f"{target}: {what}. {todo}") from None
    if not ours:
        what = "this graph holds data that Majlis did not write, so it is not overwritten"
        raise UsageError(f"{target}: {what}. {todo}")


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
