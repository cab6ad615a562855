"""What is tried with hostile material, and what must hold of it: an answer or an error of ours, in time, and sound."""

from __future__ import annotations

import io
import shutil
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from starlette.testclient import TestClient

import loaders
from graph.build import batches
from graph.checks.settle import settle
from graph.errors import CannotAnswerError, DocumentError, MajlisError, StoreError, UsageError
from graph.kinds import HOLDERS, PROVINCES, Kind
from graph.model import Registry, Statement
from graph.names import Resolver
from graph.stores.embedded import EmbeddedStore
from loaders.folder import UserDocument, gather
from loaders.kept import digest_of
from majlis import readings
from majlis.pictures.outlines import read_outlines
from majlis.register import QUESTIONS
from majlis.review.session import Review
from majlis.wording.messages import USUAL
from majlis.wording.notes import reason
from queries.view import GraphView

from .budget import in_time
from .material import ELSEWHERE

LONGEST_QUOTE = 200


def read_document(folder: Path, registry: Registry, resolver: Resolver, name: str, content: bytes) -> None:
    """Read a document in its shape and by every writer, review it, and build a small country with it."""
    path = folder / name
    path.write_bytes(content)
    with in_time(), suppress(DocumentError, UsageError):
        reading = loaders.read(path, registry, resolver)
        lines = {number: line.text for line in reading.document.laid_lines() for number in line.numbers}
        for marked in reading.marked():
            if isinstance(marked.item, Statement):
                sound(marked.item, lines, reading.document.shown)
        for write in (readings.write_json, readings.write_csv, readings.write_text):
            write(reading, io.StringIO())
        review = Review(reading, registry, resolver, folder / "mine", digest_of(path))
        review.queue()
        review.act({"act": "accept", "ids": list(review.state.items)})
        assert review.additions().diff() is not None
    with in_time(), suppress(DocumentError, UsageError):
        build(ELSEWHERE, [UserDocument(path, loaders.Options(election="em-2021-councils"))])


def sound(claim: Statement, lines: Mapping[int, str], shown: str) -> None:
    """A claim stands in its document: a line that is there, and the words that are quoted of it."""
    assert claim.place is not None
    assert claim.place.file == shown
    assert claim.place.line in lines
    if claim.quote:
        assert len(claim.quote) <= LONGEST_QUOTE
    if isinstance(claim.value, int):
        assert claim.value >= 0


def build(folder: Path, documents: list[UserDocument] | None = None) -> GraphView:
    """The graph of a data folder and documents, in memory. Raises what a build raises."""
    knowledge, _ = gather(folder, documents or [])
    decided, _ = settle(knowledge)
    store = EmbeddedStore.create()
    store.write(batches(knowledge, decided, partial(reason, USUAL)))
    return GraphView(store)


def ask_name(graph: GraphView, resolver: Resolver, text: str) -> None:
    """Read a name as each kind, and ask every question that takes one about it."""
    with in_time():
        for kinds in (HOLDERS, PROVINCES, frozenset(Kind)):
            found = resolver.resolve(text, kinds)
            assert all(candidate.kind in kinds for candidate in found.candidates)
        for question in QUESTIONS.values():
            if question.needs_name:
                with suppress(CannotAnswerError, UsageError):
                    question.ask(graph, question.parted([text, *["IQ-BB"] * (len(question.names) - 1)]), {})


def build_folder(folder: Path, name: str, text: str) -> None:
    """Build a country of which one table is not as it should be, ask it, and draw its map."""
    country = folder / "country"
    if country.exists():
        shutil.rmtree(country)
    shutil.copytree(ELSEWHERE, country)
    (country / name).parent.mkdir(exist_ok=True)
    (country / name).write_text(text, encoding="utf-8", errors="replace", newline="")
    with in_time():
        with suppress(MajlisError):
            read_outlines(country)
        with suppress(MajlisError):
            graph = build(country)
            for question in QUESTIONS.values():
                if not question.needs_name:
                    with suppress(CannotAnswerError, UsageError):
                        question.ask(graph, [None] * len(question.names), {})


def open_graph(folder: Path, content: bytes, same: Callable[[GraphView], object]) -> None:
    """Open a graph file; where it opens it says the `same`."""
    path = folder / "graph.kgl"
    path.write_bytes(content)
    with in_time():
        try:
            store = EmbeddedStore.open(path)
        except StoreError:
            return
        same(GraphView(store))


def ask_server(client: TestClient, address: str, form: Mapping[str, str] | None = None) -> None:
    """Send a request, or a form: it is answered or refused, and never ours to mend."""
    with in_time():
        url = client.base_url.copy_with(raw_path=address.encode("ascii", "replace"))
        if form is None:
            found = client.get(url, follow_redirects=False)
        else:
            sent = urlencode(form, errors="surrogatepass")
            head = {"Content-Type": "application/x-www-form-urlencoded"}
            found = client.post("/cypher", content=sent, headers=head)
    assert found.status_code < 500
    assert "content-security-policy" in found.headers
    assert "Traceback" not in found.text


def send(host: str, port: int, sent: bytes) -> bytes:
    """Send bytes and hang up; what came back first."""
    with socket.create_connection((host, port), timeout=10) as caller:
        try:
            caller.sendall(sent)
            caller.shutdown(socket.SHUT_WR)
            return caller.recv(4096)
        except ConnectionError:
            return b""
