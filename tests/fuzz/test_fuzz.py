"""Whatever is given to loaders, names, folders, graph files and the server: an answer or an error of ours, in time.

What once broke them is a row of `crashes.csv`, which is tried in every run. Some of the rest is tried as well, the same
each time; `make fuzz` tries more of it, and other things each time.
"""

from __future__ import annotations

import base64
import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from starlette.testclient import TestClient

from graph.model import Knowledge
from graph.names import Resolver
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder
from queries.view import GraphView
from queries.where import where
from tests.web.conftest import HERE, answering

from . import material
from .attempts import ask_name, ask_server, build_folder, open_graph, read_document, send
from .budget import tries

CRASHES = Path(__file__).with_name("crashes.csv")
TABLES = {
    path.relative_to(material.ELSEWHERE).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(material.ELSEWHERE.rglob("*.csv"))
} | {
    "map.geojson": json.dumps(
        {
            "metadata": {"source": "made up", "note": "three squares"},
            "features": [
                {
                    "properties": {"iso_3166_2": id, "name": id},
                    "geometry": {"type": kind, "coordinates": [ring] if kind == "Polygon" else [[ring]]},
                }
                for id, kind, ring in (
                    ("EM-CO", "Polygon", [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]),
                    ("EM-DU", "MultiPolygon", [[1, 0], [1, 1], [2, 1], [2, 0], [1, 0]]),
                )
            ],
        }
    )
}


@pytest.fixture(scope="module")
def client(graph_file: Path) -> TestClient:
    """A browser that asks the server on the shipped graph; what breaks in it breaks the test."""
    return TestClient(application(GraphHolder(str(graph_file))), base_url=HERE)


@pytest.fixture(scope="module")
def port(graph_file: Path) -> Iterator[int]:
    """The port of a server of its own, which must end without a complaint."""
    served = answering(graph_file)
    yield int(next(served).rpartition(":")[2])
    next(served, None)


def crashes() -> list[dict[str, str]]:
    """What once broke something: its `kind` and `name`, its `input` (a JSON string, or base64), and `what` it did."""
    with CRASHES.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.parametrize("row", crashes(), ids=lambda row: row["what"])
def test_what_broke_something_once_breaks_nothing_now(
    row: dict[str, str],
    tmp_path: Path,
    knowledge: Knowledge,
    resolver: Resolver,
    graph: GraphView,
    client: TestClient,
    request: pytest.FixtureRequest,
) -> None:
    """Each input that once was a traceback or took too long is answered, or is an error of ours."""
    text = json.loads(row["input"]) if row["input"].startswith('"') else ""
    content = text.encode("utf-8", "surrogatepass") if text else base64.b64decode(row["input"])
    match row["kind"]:
        case "document":
            read_document(tmp_path, knowledge.registry, resolver, row["name"], content)
        case "name":
            ask_name(graph, resolver, text)
        case "table":
            build_folder(tmp_path, row["name"], text)
        case "address":
            ask_server(client, text)
        case "form":
            ask_server(client, "", json.loads(text))
        case "head":
            send("127.0.0.1", request.getfixturevalue("port"), content)
        case "graph":
            open_graph(tmp_path, content, lambda view: view)
        case other:
            pytest.fail(f"{CRASHES.name}: no kind {other!r}")


def test_any_document_is_read_or_refused(tmp_path: Path, knowledge: Knowledge, resolver: Resolver) -> None:
    """A spoilt document of any format is read or refused, its claims stand in it, and a build with it ends."""

    @tries(80)
    @given(material.documents())
    def attempt(document: tuple[str, bytes]) -> None:
        read_document(tmp_path, knowledge.registry, resolver, *document)

    attempt()


def test_any_name_is_read_or_unknown(graph: GraphView, knowledge: Knowledge, resolver: Resolver) -> None:
    """A text that is nearly a name, or none, is answered or cannot be, by every question that takes one."""
    known = [name.text for name in knowledge.registry.names]

    @tries(15)
    @given(material.names(known))
    def attempt(text: str) -> None:
        ask_name(graph, resolver, text)

    attempt()


def test_any_table_is_read_or_refused(tmp_path: Path) -> None:
    """A data folder with a spoilt table is built and answers, or is refused."""

    @tries(60)
    @given(material.tables(TABLES))
    def attempt(table: tuple[str, str]) -> None:
        build_folder(tmp_path, *table)

    attempt()


def test_any_graph_file_is_opened_or_refused(tmp_path: Path, graph: GraphView, graph_file: Path) -> None:
    """A damaged graph file is refused, or says what it said before."""
    content, before = graph_file.read_bytes(), where(graph, "nouri-al-maliki").to_dict()

    def same(view: GraphView) -> None:
        assert where(view, "nouri-al-maliki").to_dict() == before

    @tries(20)
    @given(material.spoilt(content))
    def attempt(damaged: bytes) -> None:
        open_graph(tmp_path, damaged, same)

    attempt()


def test_any_address_is_answered_or_refused(client: TestClient) -> None:
    """A request to any address ends below 500, with our headers and no traceback."""

    @tries(120)
    @given(material.addresses())
    def attempt(address: str) -> None:
        ask_server(client, address)

    attempt()


def test_any_form_is_answered_or_refused(client: TestClient) -> None:
    """A form with any fields ends below 500."""

    @tries(20)
    @given(material.FORMS)
    def attempt(form: dict[str, str]) -> None:
        ask_server(client, "", form)

    attempt()


def test_any_bytes_leave_the_server_answering(port: int) -> None:
    """Bytes that are hardly a request are refused or let go, and the server says no 500."""

    @tries(40)
    @given(material.heads())
    def attempt(sent: bytes) -> None:
        assert not send("127.0.0.1", port, sent).startswith((b"HTTP/1.1 5", b"HTTP/1.0 5"))

    attempt()
    assert send("127.0.0.1", port, b"GET /static/page.js HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n").startswith(
        b"HTTP/1.1 200"
    )
