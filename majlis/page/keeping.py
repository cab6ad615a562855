"""What tells the parts of the page that were made before: the same graph, map, code and day."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

from graph.dates import today

from ..cache import Keeper

PARTS = Keeper("part", most=300)  # those of a few graphs
_CODE = ("graph", "queries", "majlis")
_SUFFIXES = (".py", ".csv", ".cypher", ".json")


def mark_of(file: Path, *about: object) -> str:
    """What tells the parts of the graph in this file, about these things, from those of any other. Raises OSError."""
    found = hashlib.blake2b(file.read_bytes(), digest_size=12)
    found.update(repr((_code(), today(), os.environ.get("MAJLIS_ELECTION"), about)).encode())
    return found.hexdigest()


@cache
def _code() -> str:
    found = hashlib.blake2b(digest_size=12)
    root = Path(__file__).parents[2]
    for package in _CODE:
        for file in sorted((root / package).rglob("*")):
            if file.suffix in _SUFFIXES:
                found.update(file.read_bytes())
    return found.hexdigest()
