"""Fixtures for tests on a real Neo4j: one server for the whole run, or the one that NEO4J_URI names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import neo4j
import pytest

from graph.decide import Decided
from graph.model import Knowledge
from graph.stores.batch import Batch
from tests.made import rows_of

from .server import PASSWORD, USER, MissingServerError, Server


def _missing(reason: object) -> None:
    """No server: a reason to skip for a developer, a failure in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI needs a real Neo4j: {reason}", pytrace=False)
    pytest.skip(str(reason))


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts servers of a test's own, with Neo4j's settings as arguments (`__` for a dot)."""
    started: list[Server] = []

    def start(**settings: str) -> Server:
        server = Server(tmp_path_factory.mktemp("neo4j"))
        started.append(server)
        try:
            server.start(**settings)
        except MissingServerError as error:
            _missing(error)
        return server

    yield start
    for server in started:
        server.kill()


@pytest.fixture(scope="session")
def neo4j_own(neo4j_server: Callable[..., Server]) -> Server:
    """One server for all tests, which is nobody else's."""
    return neo4j_server()


@pytest.fixture(scope="session")
def neo4j_address(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a Neo4j that the tests may write to; its credentials are in the environment.

    A server that NEO4J_URI names must be empty or hold a graph of Majlis: the tests replace it.
    """
    with pytest.MonkeyPatch.context() as environment:
        address = os.environ.get("NEO4J_URI")
        if address is None:
            address = request.getfixturevalue("neo4j_own").address
            environment.setenv("NEO4J_USERNAME", USER)
            environment.setenv("NEO4J_PASSWORD", PASSWORD)
            environment.delenv("NEO4J_DATABASE", raising=False)
        with bare_driver(address) as driver:
            found = driver.execute_query(
                "RETURN EXISTS { MATCH (n) } AND NOT EXISTS { MATCH (:Majlis) } AS foreign",
                database_=os.environ.get("NEO4J_DATABASE"),
            )
            if found.records[0]["foreign"]:
                pytest.fail(f"{address}: the tests write only to an empty database or to one of Majlis", pytrace=False)
        yield address


@pytest.fixture(scope="session")
def whole(knowledge: Knowledge, decided: Decided) -> list[Batch]:
    """The shipped data as batches."""
    return rows_of(knowledge, decided)


@pytest.fixture
def neo4j_query(neo4j_address: str) -> Iterator[Callable[..., list[dict[str, Any]]]]:
    """Runs any text on the server beside Majlis, as its owner might."""
    with bare_driver(neo4j_address) as driver:

        def query(text: str, **parameters: object) -> list[dict[str, Any]]:
            found = driver.execute_query(text, parameters, database_=os.environ.get("NEO4J_DATABASE"))
            return [record.data() for record in found.records]

        yield query


@pytest.fixture
def empty_neo4j(neo4j_address: str, neo4j_query: Callable[..., list[dict[str, Any]]]) -> str:
    """The address of the server, with nothing in its database."""
    neo4j_query("MATCH (n) DETACH DELETE n")
    return neo4j_address


def bare_driver(address: str, **options: Any) -> neo4j.Driver:
    """The official driver with the credentials of the environment, without Majlis."""
    user, password = os.environ.get("NEO4J_USERNAME"), os.environ.get("NEO4J_PASSWORD")
    auth = (user, password) if user and password else None
    return neo4j.GraphDatabase.driver(address, auth=auth, notifications_min_severity="OFF", **options)
