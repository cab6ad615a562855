"""A user's text on Neo4j: run by a process of its own, so that its time limit holds whatever the server does."""

from __future__ import annotations

from collections.abc import Mapping

from ..gate import UserQuery
from ..gate.endless import refuse_endless
from ..stores.protocol import Table
from .parent import require_passed, run_confined


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

    Raises RefusedError for a text that the server would work on after its time, and what `run_confined` raises.
    """
    require_passed(query)
    refuse_endless(query.asked, query.text, parameters)
    request = {"address": address, "auth": auth, "database": database}
    answer = run_confined("neo4j_child", request, query, parameters, seconds=seconds, rows=rows)
    return Table(tuple(answer["columns"]), tuple(map(tuple, answer["rows"])), answer["cut"])
