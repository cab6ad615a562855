"""Neo4j as a Store: the official driver, managed transactions, and builds that are never half believed.

A build that fits one transaction is one: killed at any moment it leaves the graph that was there, and readers wait
while it is committed (`neo4j_state`). A larger one marks
the graph as `building` in a transaction of its own, takes out all that is there, writes everything, and the last
batch says `ready`; so the graph is what its data say, whatever was there before. Each transaction of a build first
locks the `Majlis` node and looks whether the build is still the one that began last: of two builds at once the
later one is whole and the earlier one is told. A large build that dies leaves `building`.
Nodes with labels that are not Majlis's stay, without their edges to what was built anew.

A reader keeps in mind which graph it saw first. An answer that a build has touched meanwhile is no answer.
"""

from __future__ import annotations

import logging
import os
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import neo4j

from ..errors import StoreError, UsageError
from ..schema import MAJLIS, NODES, NodeTable
from .batch import BATCH_ROWS, Batch
from .neo4j_errors import FAILURES, explained
from .neo4j_state import ANNOUNCE, ANNOUNCED, COMMITTING, SETTLE, State, changed, same_data, settled, state_of
from .protocol import Query, Row, Table

if TYPE_CHECKING:
    from ..gate import UserQuery

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
CONNECT_SECONDS = 15.0  # to reach a server that may have to be looked for in a cluster
RETRY_SECONDS = 15.0  # for what passes: a deadlock, a cluster that chooses a new leader
READ_SECONDS = 60.0  # that a question of ours may take on the server
ONE_TRANSACTION = 50_000  # rows that a build takes out and writes in one transaction

_T = TypeVar("_T")
_There = dict[tuple[str, str], str]  # the server's id of each node that is written, by its label and our id
_LABELS = tuple(dict.fromkeys(table.label for table in NODES if table is not MAJLIS))
_SCHEMA = (
    *(
        f"CREATE CONSTRAINT majlis_{label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in (*_LABELS, MAJLIS.label)
    ),
    "CREATE INDEX majlis_statement_fact IF NOT EXISTS FOR (s:Statement) ON (s.fact)",
)
_FOREIGN = f"RETURN EXISTS {{ MATCH (n) WHERE NOT n:{COMMITTING} }} AND NOT EXISTS {{ MATCH (:Majlis) }} AS foreign"
_TAKE = "MERGE (m:Majlis {id: 'majlis'}) SET m.name = m.id, m.state = 'building', m.build = $build"
_LOCK = "MATCH (m:Majlis {id: 'majlis'}) SET m.name = m.id"  # writes what is there, and so holds the node
_HOLDER = "MATCH (m:Majlis {id: 'majlis'}) RETURN m.build AS build"
_THERE = f"MATCH (n:{'|'.join(_LABELS)}) RETURN count(n) + count {{ MATCH ()-->() }} AS there"
_CLEAR = (  # edges first: a province with a million of them would not fit into one transaction
    f"MATCH (n:{'|'.join(_LABELS)})-[r]-() WITH DISTINCT r LIMIT {BATCH_ROWS} DELETE r RETURN count(*) AS gone",
    f"MATCH (n:{'|'.join(_LABELS)}) WITH n LIMIT {BATCH_ROWS} DETACH DELETE n RETURN count(*) AS gone",
)
_BETWEEN = "UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row.a MATCH (b) WHERE elementId(b) = row.b"
# What the driver logs reaches the user as our error; without a handler it would be printed as well.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Neo4jStore:
    """A graph in a database of a Neo4j server or cluster."""

    def __init__(
        self, driver: neo4j.Driver, engine: str, address: str, auth: tuple[str, str] | None, database: str | None
    ) -> None:
        self._driver = driver
        self._engine = engine
        self._address = address
        self._auth = auth
        self._database = database
        self._seen: State | None = None  # the graph that this reader saw first
        self._killed: frozenset[str] = frozenset()  # builds that were killed while they were committed

    @classmethod
    def open(cls, address: str) -> Neo4jStore:
        """The database at an address, with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE of the environment.

        Without a user name no credentials are sent; without a database it is the user's home database. Raises
        UsageError for an address that is none, StoreError where no server answers or the user is refused.
        """
        _check(address)
        database = os.environ.get("NEO4J_DATABASE") or None
        user, password = os.environ.get("NEO4J_USERNAME"), os.environ.get("NEO4J_PASSWORD")
        if bool(user) != bool(password):
            missing = "NEO4J_PASSWORD" if user else "NEO4J_USERNAME"
            raise StoreError(f"{address}: {missing} is not set, its other half is. Set both, or neither.")
        auth = (user, password) if user and password else None
        try:
            driver = neo4j.GraphDatabase.driver(
                address,
                auth=auth,
                connection_timeout=CONNECT_SECONDS,
                connection_acquisition_timeout=CONNECT_SECONDS,
                max_transaction_retry_time=RETRY_SECONDS,
                notifications_min_severity="OFF",
            )
            try:
                agent = driver.get_server_info().agent
            except BaseException:
                driver.close()
                raise
        except FAILURES as error:
            raise explained(error, address, database, "while connecting") from error
        return cls(driver, agent.replace("/", " "), address, auth, database)

    @property
    def engine(self) -> str:
        """The server's name and version."""
        return self._engine

    @property
    def file(self) -> None:
        """None: a server keeps it."""
        return None

    def run(self, query: Query, parameters: Mapping[str, object]) -> list[Row]:
        """The rows of a query. Raises StoreError with the query's name, and where a build changed the graph."""
        text, given = query.text, dict(parameters)

        def work(tx: neo4j.ManagedTransaction) -> tuple[list[Row], State | None, State | None]:
            before = settled(tx, self._killed)
            found = tx.run(text, given)
            names = found.keys()
            rows: list[Row] = [dict(zip(names, record.values(), strict=True)) for record in found]
            return rows, before, state_of(tx)

        rows, before, after = self._read(work, f"at the query {query.name!r}")
        if after != before and same_data(before, after):  # a build of the same data, or one that is only announced
            rows, before, after = self._read(work, f"at the query {query.name!r}")
        if after != before or not same_data(self._seen or after, after):
            raise StoreError(f"{self._address}: {changed(after)}")
        self._seen, self._killed = after, after.committing if after else frozenset()
        return rows

    def run_user(self, query: UserQuery, parameters: Mapping[str, object], *, seconds: float, rows: int) -> Table:
        """Run a user's text in a process and a connection of its own (`graph/sandbox`).

        Raises RefusedError for one that the server would work on after its time.
        """
        from ..sandbox.neo4j import run_text  # only a user's text needs it

        server = self._address, self._auth, self._database
        return run_text(*server, query, parameters, seconds=seconds, rows=rows)

    def write(self, batches: Iterable[Batch]) -> None:
        """Replace the graph by these batches, written in their order, `BATCH_ROWS` rows a query.

        Raises StoreError: for a database with data that is not Majlis's (nothing is changed then), where
        another build takes over, and where the server fails; a graph of more than `ONE_TRANSACTION` rows is
        `building` then.
        """
        build = uuid.uuid4().hex
        self._seen = None
        content = list(batches)
        if self._prepare() + sum(map(len, content)) <= ONE_TRANSACTION:
            self._commit(build, partial(_replace, build, content))
            return
        self._write(lambda tx: tx.run(_TAKE, build=build).consume())
        for text in _CLEAR:
            while self._change(build, partial(_taken_out, text)):
                pass
        there: _There = {}
        for batch in content:
            for rows in batch.rows(BATCH_ROWS):
                self._change(build, partial(_write_rows, batch, rows, there))

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def _prepare(self) -> int:
        """Declare what is unique and indexed; how many nodes and edges there are to be taken out.

        Raises StoreError for a database of others.
        """
        foreign = self._read(lambda tx: tx.run(_FOREIGN).single(strict=True).value(), "while looking into it")
        if foreign:
            raise StoreError(
                f"{self._address}: this database holds data that Majlis did not write, so nothing was changed. "
                "Name an empty database in NEO4J_DATABASE, or empty this one yourself."
            )

        def declare(tx: neo4j.ManagedTransaction) -> None:
            for text in _SCHEMA:
                tx.run(text).consume()

        self._write(declare)
        there: int = self._read(lambda tx: tx.run(_THERE).single(strict=True).value(), "while looking into it")
        return there

    def _commit(self, build: str, work: Callable[[neo4j.ManagedTransaction], None]) -> None:
        """Do a build in one transaction, and let readers wait while it is committed."""
        killed = self._read(lambda tx: tx.run(ANNOUNCED).single(strict=True).value(), "while looking into it")

        def announced(tx: neo4j.ManagedTransaction) -> None:
            work(tx)
            self._write(lambda other: other.run(ANNOUNCE, build=build).consume())

        try:
            self._write(announced)
        finally:
            self._write(lambda tx: tx.run(SETTLE, builds=[*killed, build]).consume())

    def _change(self, build: str, work: Callable[[neo4j.ManagedTransaction], _T]) -> _T:
        """Do a part of a build in a transaction of its own."""

        def change(tx: neo4j.ManagedTransaction) -> _T:
            tx.run(_LOCK).consume()
            holder = tx.run(_HOLDER).single()
            if holder is None or holder["build"] != build:
                raise StoreError(f"{self._address}: another build began meanwhile, so this one stopped. Build again.")
            return work(tx)

        return self._write(change)

    def _read(self, work: Callable[[neo4j.ManagedTransaction], _T], doing: str) -> _T:
        return self._transact(neo4j.READ_ACCESS, work, doing)

    def _write(self, work: Callable[[neo4j.ManagedTransaction], _T]) -> _T:
        return self._transact(neo4j.WRITE_ACCESS, work, "while the graph was written")

    def _transact(self, mode: str, work: Callable[[neo4j.ManagedTransaction], _T], doing: str) -> _T:
        with self._driver.session(database=self._database, default_access_mode=mode) as session:
            try:
                if mode == neo4j.READ_ACCESS:
                    return session.execute_read(neo4j.unit_of_work(timeout=READ_SECONDS)(work))
                return session.execute_write(work)
            except FAILURES as error:
                raise explained(error, self._address, self._database, doing) from error


def _check(address: str) -> None:
    """Raises UsageError for an address that is none; the message repeats no password."""
    known = ", ".join(f"{scheme}://" for scheme in SCHEMES)
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise UsageError(f"{address.partition('://')[0]}://...: this is no address ({error}).") from error
    if "@" in parts.netloc:
        raise UsageError("an address holds no user and password: set NEO4J_USERNAME and NEO4J_PASSWORD.")
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise UsageError(f"{address}: this is no address of a Neo4j server. One begins with {known} and names a host.")


def _replace(build: str, content: Sequence[Batch], tx: neo4j.ManagedTransaction) -> None:
    """Take out all that is there and write everything."""
    tx.run(_TAKE, build=build).consume()
    for text in _CLEAR:
        while _taken_out(text, tx):
            pass
    there: _There = {}
    for batch in content:
        for rows in batch.rows(BATCH_ROWS):
            _write_rows(batch, rows, there, tx)


def _taken_out(text: str, tx: neo4j.ManagedTransaction) -> int:
    """How many nodes or edges a text of `_CLEAR` took out."""
    gone: int = tx.run(text).single(strict=True).value()
    return gone


def _write_rows(batch: Batch, rows: Sequence[dict[str, Any]], there: _There, tx: neo4j.ManagedTransaction) -> None:
    """Write rows of a batch: nodes, which are `there` then, or edges between such.

    To look an end up by our own id takes ever longer in a transaction, with all that it takes out and writes.
    """
    table = batch.table
    if isinstance(table, NodeTable):
        # What says how far the graph is stands in it from the first; of the others there is none yet.
        label = f"{table.label}:{table.extra_label}" if table.extra_label else table.label
        node = f"MERGE (n:{label} {{id: row.id}})" if table is MAJLIS else f"CREATE (n:{label})"
        written = tx.run(f"UNWIND $rows AS row {node} SET n += row RETURN n.id, elementId(n)", rows=rows).values()
        there.update(((table.label, id), at) for id, at in written)
        return
    ends = ((there.get((table.start, row["a"])), there.get((table.end, row["b"])), row) for row in rows)
    edges = [{"a": start, "b": end, "of": _without_ends(row)} for start, end, row in ends if start and end]
    tx.run(f"{_BETWEEN} CREATE (a)-[r:{table.type}]->(b) SET r = row.of", rows=edges).consume()


def _without_ends(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("a", "b")}
