"""Writing to a real Neo4j: batches of UNWIND through the store, and CSV files through neo4j-admin."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from unittest.mock import patch

import neo4j

from graph.schema import NodeTable
from graph.stores.batch import BATCH_ROWS, Batch
from graph.stores.bulk import load
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from majlis.exports.neo4j_csv import write_neo4j_csv
from tests.neo4j import server

from . import elections
from .timing import seconds

UNWIND_EDGES, CSV_EDGES = 10_000, 100_000
ROUNDS = 3


def rates(folder: Path) -> Iterator[str]:
    """Rows (nodes and edges) a second each way; a line says so where there is no Neo4j to be had."""
    try:
        server.jars()
    except server.MissingServerError as error:
        yield f"Neo4j: not measured. {error}"
        return
    size = elections.Size.of(UNWIND_EDGES)
    written = elections.tables(size)
    rows = sum(map(len, written))
    ours, bare = _unwind(folder / "unwind", written)
    yield (
        f"Neo4j {server.version()} with 1 GB, {size.edges:,} seat edges with their statements ({rows:,} rows) "
        f"by UNWIND, the fastest of {ROUNDS}: {rows / ours:,.0f} a second = {bare / ours:.2f} of the bare driver with "
        f"MERGE by our ids in batches of {BATCH_ROWS:,} ({rows / bare:,.0f} a second)"
    )
    size = elections.Size.of(CSV_EDGES)
    store = EmbeddedStore.create()
    tables = elections.tables(size)
    load(store, tables)
    more = sum(map(len, tables))
    arguments: list[str] = []
    files = folder / "csv"
    writing = seconds(lambda: arguments.extend(write_neo4j_csv(store, files)))
    importing = seconds(partial(_import, arguments, files, folder / "home"))
    yield (
        f"Neo4j {server.version()}, {size.edges:,} seat edges with their statements ({more:,} rows) as CSV: "
        f"written in {writing:.1f} s, imported by neo4j-admin in {importing:.1f} s, {more / importing:,.0f} a second = "
        f"{more / importing / (rows / bare):.0f} x the bare driver's UNWIND; both steps "
        f"{more / (writing + importing):,.0f} a second"
    )


def _unwind(folder: Path, written: Sequence[Batch]) -> tuple[float, float]:
    """The seconds of the store, and of the bare driver with the batches' own queries, each into an empty database."""
    running = server.Server(folder)
    running.start()
    credentials = {"NEO4J_USERNAME": server.USER, "NEO4J_PASSWORD": server.PASSWORD, "NEO4J_DATABASE": ""}
    try:
        with (
            patch.dict(os.environ, credentials),
            neo4j.GraphDatabase.driver(
                running.address, auth=(server.USER, server.PASSWORD), notifications_min_severity="OFF"
            ) as driver,
        ):
            store = Neo4jStore.open(running.address)
            store.write(written)  # also declares what both look up by
            ours = bare = float("inf")
            for _ in range(ROUNDS):
                _clear(driver)
                ours = min(ours, seconds(partial(store.write, written)))
                _clear(driver)
                bare = min(bare, seconds(partial(_bare, driver, written)))
            store.close()
    finally:
        running.kill()
    return ours, bare


def _bare(driver: neo4j.Driver, written: Sequence[Batch]) -> None:
    for batch in written:
        table = batch.table
        if isinstance(table, NodeTable):
            found = f"MERGE (r:{table.label} {{id: row.id}})"
        else:
            ends = f"MATCH (a:{table.start} {{id: row.a}}) MATCH (b:{table.end} {{id: row.b}})"
            found = f"{ends} MERGE (a)-[r:{table.type} {{id: row.id}}]->(b)"
        sets = [f"SET r.{name} = row.{name}" for name in batch.columns if name not in ("id", "a", "b")]
        text = " ".join([f"UNWIND $rows AS row {found}", *sets])
        for rows in batch.rows(BATCH_ROWS):
            driver.execute_query(text, rows=rows)


def _clear(driver: neo4j.Driver) -> None:
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS").consume()


def _import(arguments: Sequence[str], files: Path, home: Path) -> None:
    """Run neo4j-admin in the folder of the files. Raises CalledProcessError with what it said."""
    (home / "conf").mkdir(parents=True)
    (home / "conf" / "neo4j.conf").touch()
    subprocess.run(
        [server.java(), "-Xmx1g", "-cp", f"{server.jars()}/*", "org.neo4j.cli.AdminTool", *arguments],
        cwd=files,
        env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        capture_output=True,
        check=True,
    )
