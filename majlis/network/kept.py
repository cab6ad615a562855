"""What takes long to work out and is kept: with the package for the shipped data, in the cache for a user's own."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from graph.files import replacing

from ..cache import cache_folder

SHIPPED = Path(__file__).parent / "shipped"
_MOST = 60  # files kept in the cache
_REMARK = re.compile(rb"(?m)(?:^\s*|  )#.*$")

Telling = Callable[[str], None]


def quietly(_: str) -> None:
    """Tell nobody."""


def key(worked_out_from: object, *modules: ModuleType) -> str:
    """A hash of what something is worked out from and of the code that does it: another one asks for another.

    What is remarked beside the code does not count.
    """
    found = hashlib.blake2b(repr(worked_out_from).encode(), digest_size=12)
    for module in modules:
        found.update(_REMARK.sub(b"", Path(module.__file__ or "").read_bytes()))
    return found.hexdigest()


def kept(name: str, key: str) -> Any:
    """What was kept under a name for this key (a hash of what it was worked out from); None where nothing was."""
    return shipped(name, key) or _read(_cached_file(name, key), key)


def shipped(name: str, key: str | None = None) -> Any:
    """What ships under a name, for this key if one is given; None where nothing does."""
    return _read(shipped_file(name), key)


def _read(file: Path, key: str | None = None) -> Any:
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):  # there is none, or it is damaged
        found = json.loads(file.read_text(encoding="utf-8"))
        if key in (None, found["key"]):
            return found["made"]
    return None


def keep(name: str, key: str, made: object) -> None:
    """Keep something in the cache; one that cannot be written keeps nothing."""
    file = _cached_file(name, key)
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as out:
            out.write(text_of(key, made).encode())
        for old in sorted(file.parent.glob("network-*.json"), key=os.path.getmtime)[:-_MOST]:
            old.unlink()


def shipped_file(name: str) -> Path:
    """Where what ships under a name stands."""
    return SHIPPED / f"{name}.json"


def text_of(key: str, made: object) -> str:
    """The content of such a file: compact JSON, the same each time."""
    return json.dumps({"key": key, "made": made}, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _cached_file(name: str, key: str) -> Path:
    return cache_folder() / f"network-{name}-{key}.json"
