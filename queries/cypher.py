"""The texts of the prepared queries, read one by one: `majlis where` needs no more than a few."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.store import Query

FOLDER = Path(__file__).parent


@cache
def query(name: str) -> Query:
    """The prepared query of this name: the text of its file without the header."""
    return without_header(name, lines(name))


def names() -> list[str]:
    """The names of all prepared queries, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.cypher"))


def lines(name: str) -> list[str]:
    """The file of a prepared query, header and text."""
    return (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").splitlines()


def without_header(name: str, found: list[str]) -> Query:
    """The query in these lines of a file."""
    return Query(name, "\n".join(line for line in found if not line.startswith("//")))
