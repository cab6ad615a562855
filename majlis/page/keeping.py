"""The parts of the page that were made before, kept in the cache for the same graph, map, code and day."""

from __future__ import annotations

import contextlib
import hashlib
import os
from functools import cache
from pathlib import Path

from graph.dates import today
from graph.files import replacing

from ..cache import cache_folder

_MOST = 300  # files kept: the parts of a few graphs
_CODE = ("graph", "queries", "majlis")
_SUFFIXES = (".py", ".csv", ".cypher", ".json")


def mark_of(file: Path, *about: object) -> str:
    """What tells the parts of the graph in this file, about these things, from those of any other. Raises OSError."""
    found = hashlib.blake2b(file.read_bytes(), digest_size=12)
    found.update(repr((_code(), today(), os.environ.get("MAJLIS_ELECTION"), about)).encode())
    return found.hexdigest()


def kept(mark: str, name: str) -> bytes | None:
    """A part as it was kept; None where it was not."""
    with contextlib.suppress(OSError):
        return _file(mark, name).read_bytes()
    return None


def keep(mark: str, name: str, part: bytes) -> None:
    """Keep a part; a cache that cannot be written keeps nothing."""
    file = _file(mark, name)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as out:
            out.write(part)
        for old in sorted(file.parent.glob("part-*.gz"), key=os.path.getmtime)[:-_MOST]:
            old.unlink()


def _file(mark: str, name: str) -> Path:
    return cache_folder() / f"part-{mark}-{name}.gz"


@cache
def _code() -> str:
    found = hashlib.blake2b(digest_size=12)
    root = Path(__file__).parents[2]
    for package in _CODE:
        for file in sorted((root / package).rglob("*")):
            if file.suffix in _SUFFIXES:
                found.update(file.read_bytes())
    return found.hexdigest()
