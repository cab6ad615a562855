"""The texts of the prepared queries, read one by one: `majlis where` needs no more than a few."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from graph.stores.protocol import Query

FOLDER = Path(__file__).parent / "cypher"
_ENDING = ".cypher"


@cache
def _files() -> Mapping[str, str]:
    """The file of each prepared query; the folder it stands in is its group."""
    groups = [group for group in os.scandir(FOLDER) if group.is_dir()]
    found = {file.name: file.path for group in groups for file in os.scandir(group) if file.name.endswith(_ENDING)}
    return {name.removesuffix(_ENDING): found[name] for name in sorted(found)}


@cache
def query(name: str) -> Query:
    """The prepared query of this name: the text of its file without the header."""
    return without_header(name, lines(name))


def names() -> list[str]:
    """The names of all prepared queries, sorted."""
    return sorted(_files())


def lines(name: str) -> list[str]:
    """The file of a prepared query, header and text."""
    return Path(_files()[name]).read_text(encoding="utf-8").splitlines()


def without_header(name: str, found: list[str]) -> Query:
    """The query in these lines of a file."""
    return Query(name, "\n".join(line for line in found if not line.startswith("//")))
