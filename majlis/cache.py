"""The cache folder, and what takes long to work out and is kept there for what it was worked out from."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import NamedTuple

from graph.files import hash_of, replacing

_DIGEST = 16  # bytes


def cache_folder() -> Path:
    """The user's cache folder: as `platformdirs` says, which takes longer to import than a graph to open."""
    home = os.environ.get("XDG_CACHE_HOME") or f"{os.environ.get('HOME', '')}/.cache"
    if sys.platform == "linux" and home.startswith("/"):
        return Path(home, "majlis")
    import platformdirs

    return platformdirs.user_cache_path("majlis")


class Keeper(NamedTuple):
    """Keeps one sort of thing in the cache, each under a key that names all that it was worked out from.

    `sort` begins the names of its files, of which the newest `most` are kept. One that was damaged is as good as none.
    """

    sort: str
    most: int

    def kept(self, key: str) -> bytes | None:
        """What was kept under a key; None where nothing was, or no longer whole."""
        with contextlib.suppress(OSError):
            content = self._file(key).read_bytes()
            digest, made = content[:_DIGEST], content[_DIGEST:]
            return made if _digest(made) == digest else None
        return None

    def keep(self, key: str, made: bytes) -> None:
        """Keep something under a key; a cache that cannot be written keeps nothing."""
        file = self._file(key)
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            with replacing(file) as out:
                out.write(_digest(made) + made)
            for old in sorted(file.parent.glob(self._file("*").name), key=os.path.getmtime)[: -self.most]:
                old.unlink()

    def _file(self, key: str) -> Path:
        return cache_folder() / f"{self.sort}-{key}.kept"


def _digest(content: bytes) -> bytes:
    return hash_of(content, digest_size=_DIGEST).digest()
