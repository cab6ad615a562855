"""What the tests of the web page share: the server on the shipped graph, asked without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from majlis.graphs import build as graphs
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder
from tests.command import Served

HERE = "http://127.0.0.1:8285"


@pytest.fixture(scope="session")
def client(graph_file: Path) -> TestClient:
    """A browser that asks the server on the shipped graph."""
    return TestClient(application(GraphHolder(str(graph_file))), base_url=HERE, raise_server_exceptions=False)


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Starts servers, and ends those that a test leaves running."""
    with ExitStack() as started:
        yield lambda *arguments, **environment: started.enter_context(
            Served("serve", "--port", "0", *arguments, **environment)
        )


@pytest.fixture(scope="session")
def site(graph_file: Path) -> Iterator[str]:
    """The address of a server on the shipped graph that runs for all tests."""
    yield from answering(graph_file)


@pytest.fixture(scope="module")
def neo4j_site(data: Path, neo4j_address: str) -> Iterator[str]:
    """The address of a server on the shipped graph in Neo4j."""
    graphs.build(data, to=neo4j_address).store.close()
    yield from answering(neo4j_address)


def answering(graph: Path | str, **environment: str) -> Iterator[str]:
    """The address of a server on a graph, which must end without a complaint."""
    with Served("serve", "--port", "0", "--graph", graph, **environment) as served:
        yield served.address
        code, said = served.end()
    assert code == 0, said
    assert "Traceback" not in said, said
