"""What the tests of the web page share: the server on the shipped graph, asked without a network."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from majlis.web.app import application
from majlis.web.reader import Reader
from queries.graph import AskedGraph

HERE = "http://127.0.0.1:8285"


@pytest.fixture(scope="session")
def graph_file(graph: AskedGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped graph in a file."""
    path = tmp_path_factory.mktemp("web") / "shipped.kgl"
    graph._store.save(path)  # type: ignore[attr-defined]
    return path


@pytest.fixture(scope="session")
def client(graph_file: Path) -> TestClient:
    """A browser that asks the server on the shipped graph."""
    return TestClient(application(Reader(str(graph_file))), base_url=HERE, raise_server_exceptions=False)
