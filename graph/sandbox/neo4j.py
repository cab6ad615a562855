"""A user's text on Neo4j: run by a process of its own, so that its time limit holds whatever the server does."""

from __future__ import annotations

from collections.abc import Mapping

from ..gate import UserQuery
from ..stores.protocol import Table
from .parent import run_confined


def run_text(
    address: str,
    auth: tuple[str, str] | None,
    database: str | None,
    query: UserQuery,
    parameters: Mapping[str, object],
    *,
    seconds: float,
    rows: int,
) -> Table:
    """Run a text in a read transaction; at most `rows` rows after at most about `seconds`.

    Raises what `run_confined` raises.
    """
    request = {"address": address, "auth": auth, "database": database}
    answer = run_confined("neo4j_child", request, query, parameters, seconds=seconds, rows=rows)
    return Table(tuple(answer["columns"]), tuple(map(tuple, answer["rows"])), answer["cut"])
