"""The prepared queries: one `.cypher` file each, with a header that says what it asks.

A header line is `// Word: text`: Question, Group, Parameter (one a line), Column (one a line).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.store import Query

FOLDER = Path(__file__).parent


@cache
def query(name: str) -> Query:
    """The prepared query of this name: the text of its file without the header."""
    lines = (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").splitlines()
    return Query(name, "\n".join(line for line in lines if not line.startswith("//")))


def names() -> list[str]:
    """The names of all prepared queries, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.cypher"))
