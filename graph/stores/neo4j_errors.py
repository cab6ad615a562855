"""What a Neo4j server or its driver says when something fails, as a StoreError that says what to do."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from ..errors import StoreError

FAILURES = (DriverError, Neo4jError, OSError, ValueError)
"""All that the driver raises for a server that cannot be reached, or that refuses."""

_MAY_NOT_WRITE = frozenset(
    {
        "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
        "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase",
        "Neo.ClientError.Cluster.NotALeader",
        "Neo.ClientError.Security.Forbidden",
        "Neo.ClientError.Statement.AccessMode",
    }
)
_CREDENTIALS = "Check NEO4J_USERNAME and NEO4J_PASSWORD"


def explained(error: BaseException, address: str, database: str | None, doing: str) -> StoreError:
    """What happened while `doing` something, and what to do about it."""
    causes = list(_causes(error))
    said = " ".join(str(each) for each in causes)
    if any(isinstance(each, socket.gaierror) for each in causes) or "DNS resolve" in said:
        what = "no machine of this name is known. Check the address"
    elif any(isinstance(each, ssl.SSLError) for each in causes) or "SSL" in said:
        what = (
            "no encrypted connection can be made. For a server without encryption begin the address with "
            "neo4j:// or bolt://, for one with a certificate of its own making with neo4j+ssc:// or bolt+ssc://"
        )
    elif any(isinstance(each, ConnectionRefusedError) for each in causes) or "Connection refused" in said:
        what = "nothing answers there. Start Neo4j, or check the address and its port (7687 where none is given)"
    elif isinstance(error, Neo4jError):
        what = _refused(error, database, doing)
    elif isinstance(error, ConfigurationError):
        what = f"the driver refuses this address ({_short(error)})"
    elif isinstance(error, (ServiceUnavailable, SessionExpired, OSError)):
        what = (
            f"the connection was lost, or none could be made, {doing} ({_short(error)}). "
            "Check that Neo4j runs there and speaks Bolt on this port, then try again"
        )
    else:
        what = f"the driver failed {doing} ({_short(error)})"
    return StoreError(f"{address}: {what}.")


def _refused(error: Neo4jError, database: str | None, doing: str) -> str:
    code = str(error.code)
    if code == "Neo.ClientError.Security.CredentialsExpired":
        return "this user must choose a new password first: ALTER CURRENT USER SET PASSWORD FROM '...' TO '...'"
    if code == "Neo.ClientError.Security.AuthenticationRateLimit":
        return f"too many wrong passwords: the server wants a pause. {_CREDENTIALS}, and try again in a minute"
    if isinstance(error, AuthError):
        return f"the server does not accept this user and password. {_CREDENTIALS}"
    if code in _MAY_NOT_WRITE:
        return "this user or this database may only be read. Build with a user who may write, on a database open to it"
    if "TransactionTimedOut" in code:
        return f"the server did not end in time {doing}. Ask again when it has less to do"
    if code.endswith("DatabaseNotFound"):
        return f"there is no database {database!r}. Check NEO4J_DATABASE" if database else "there is no database"
    if code.endswith("DatabaseUnavailable"):
        return "the database is starting, stopped or damaged. Try again soon; the server's log says more"
    return f"the server failed {doing} ({code}: {_short(error)})"


def _causes(error: BaseException | None, depth: int = 0) -> Iterator[BaseException]:
    """An error and what it came from, groups opened."""
    if error is None or depth > 8:
        return
    yield error
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _causes(each, depth + 1)
    yield from _causes(error.__cause__ or error.__context__, depth + 1)


def _short(error: BaseException) -> str:
    said = (error.message if isinstance(error, Neo4jError) else None) or str(error) or type(error).__name__
    return said.splitlines()[0].rstrip(".:")
