"""A user's text on Neo4j: run by a process of its own, so that its time limit holds whatever the server does.

Where a limit ends it, its transaction is ended by its id: the server would else learn of it by the connection that
is gone, or by the transaction's own time, whichever it looks at first.
"""

from __future__ import annotations

import contextlib
import threading
import uuid
from collections.abc import Mapping

from ..gate import LimitError, UserQuery
from ..gate.endless import refuse_endless
from ..stores.protocol import Table
from .parent import require_passed, run_confined

_SECONDS = 10.0  # for the server to hear that a transaction is to end
_WAITED = 0.5  # of these, before the user is told
_TERMINATE = (
    "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.majlis = $mark "
    "TERMINATE TRANSACTIONS id YIELD message RETURN message"
)


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
    mark = uuid.uuid4().hex
    request = {"address": address, "auth": auth, "database": database, "mark": mark}
    try:
        answer = run_confined("neo4j_child", request, query, parameters, seconds=seconds, rows=rows)
    except LimitError:
        ending = threading.Thread(target=terminate, args=(address, auth, mark), daemon=True)
        ending.start()
        ending.join(_WAITED)  # the user waits no longer for a server that has much to do
        raise
    return Table(tuple(answer["columns"]), tuple(map(tuple, answer["rows"])), answer["cut"])


def terminate(address: str, auth: tuple[str, str] | None, mark: str) -> None:
    """End the transaction with this mark, of a text that reached a limit: where it still runs, and this user may."""
    import neo4j

    from ..stores.neo4j_errors import FAILURES

    # What cannot be ended so has the transaction's own time as its limit: the text's error is what the user hears.
    with (
        contextlib.suppress(*FAILURES),
        neo4j.GraphDatabase.driver(
            address,
            auth=auth,
            connection_timeout=_SECONDS,
            connection_acquisition_timeout=_SECONDS,
            max_transaction_retry_time=0,
            notifications_min_severity="OFF",
        ) as driver,
    ):
        driver.execute_query(_TERMINATE, mark=mark)
