"""What the tests of the web page share: the server on the shipped graph, asked without a network."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from majlis.graphs import build as graphs
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder

HERE = "http://127.0.0.1:8285"


@pytest.fixture(scope="session")
def client(graph_file: Path) -> TestClient:
    """A browser that asks the server on the shipped graph."""
    return TestClient(application(GraphHolder(str(graph_file))), base_url=HERE, raise_server_exceptions=False)


class Served:
    """`majlis serve` as a process of its own: its address once it is ready, what it printed, and how it ended."""

    def __init__(self, *arguments: object, **environment: str) -> None:
        command = [sys.executable, "-m", "majlis", "serve", "--port", "0", *map(str, arguments)]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )
        assert self.process.stdout is not None
        self.ready = self.process.stdout.readline()
        self.address = self.ready.partition(" at ")[2].partition(" ")[0].rstrip("/")

    def end(self, by: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Tell it to stop: its exit code, and what it said on stderr."""
        if self.process.poll() is None:
            self.process.send_signal(by)
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


@pytest.fixture
def serve() -> Iterator[Callable[..., Served]]:
    """Starts servers, and ends those that a test leaves running."""
    started: list[Served] = []

    def start(*arguments: object, **environment: str) -> Served:
        started.append(Served(*arguments, **environment))
        return started[-1]

    yield start
    for served in started:
        served.end()


@pytest.fixture(scope="session")
def site(graph_file: Path) -> Iterator[str]:
    """The address of a server on the shipped graph that runs for all tests."""
    yield from answering(graph_file)


@pytest.fixture(scope="module")
def neo4j_site(data: Path, neo4j_address: str) -> Iterator[str]:
    """The address of a server on the shipped graph in Neo4j."""
    graphs.build(data, to=neo4j_address).store.close()
    yield from answering(neo4j_address)


def answering(graph: Path | str) -> Iterator[str]:
    """The address of a server on a graph, which must end without a complaint."""
    served = Served("--graph", graph)
    yield served.address
    code, said = served.end()
    assert (code, "Traceback" in said) == (0, False)
