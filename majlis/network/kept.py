"""Layouts and colours, which take long to work out: they ship for the shipped data, and are kept for a user's own."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from ..cache import Keeper

SHIPPED = Path(__file__).parent / "shipped"
_KEEPER = Keeper("network", most=60)
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
    if found := shipped(name, key):
        return found
    made = _KEEPER.kept(f"{name}-{key}")
    return None if made is None else json.loads(made)


def shipped(name: str, key: str | None = None) -> Any:
    """What ships under a name, for this key if one is given; None where nothing does."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):  # there is none, or it is damaged
        found = json.loads(shipped_file(name).read_text(encoding="utf-8"))
        if key in (None, found["key"]):
            return found["made"]
    return None


def keep(name: str, key: str, made: object) -> None:
    """Keep something in the cache; one that cannot be written keeps nothing."""
    _KEEPER.keep(f"{name}-{key}", _text(made).encode())


def shipped_file(name: str) -> Path:
    """Where what ships under a name stands."""
    return SHIPPED / f"{name}.json"


def text_of(key: str, made: object) -> str:
    """The content of a file that ships."""
    return _text({"key": key, "made": made}) + "\n"


def _text(made: object) -> str:
    """Compact JSON, the same each time."""
    return json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
