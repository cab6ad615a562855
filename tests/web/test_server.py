"""`majlis serve` as a process: ready, stopped, a port that is taken; many readers at once; a graph built anew."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from graph.errors import StoreError
from graph.saves import JOURNAL
from graph.stores.embedded import EmbeddedStore
from graph.stores.protocol import Query
from loaders.folder import UserDocument
from loaders.own_folder import make_folder
from majlis.data import DataFolders
from majlis.graphs import build as graphs
from majlis.pictures.councils import councils
from majlis.web import snapshot as snapshots
from majlis.web import tables
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder, Snapshot
from queries.view import GraphView
from queries.where import where

from ..command import Served, program
from ..made import COUNTRIES
from .conftest import HERE

Serve = Callable[..., Served]
READERS, REQUESTS = 8, 20
COUNCILS = "iq-2023-governorates"


def get(address: str) -> tuple[int, str]:
    """The status and text at an address."""
    try:
        with urllib.request.urlopen(address, timeout=20) as response:  # noqa: S310 - our own server
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


# --- The process ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_the_server_says_when_it_is_ready_and_stops_when_told(
    serve: Serve, graph_file: Path, by: signal.Signals
) -> None:
    """A line on stdout names the address, which answers; Ctrl-C or a stop ends it with 0 and no complaint."""
    served = serve("--graph", graph_file)
    assert served.ready.startswith("Majlis answers at http://127.0.0.1:")
    assert "won 35 of 285" in get(served.address + "/where/Maliki")[1]
    assert served.end(by) == (0, "")


def test_ctrl_c_reaches_the_program_while_a_thread_asks(store: EmbeddedStore) -> None:
    """The engine takes a Ctrl-C for the query that runs; one in another thread ends, and so does the program."""
    endless = Query("endless", "UNWIND range(1, 9999) AS a UNWIND range(1, 9999) AS b RETURN count(*) AS n")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with ThreadPoolExecutor(1) as pool:
            asked = pool.submit(store.run, endless, {})
            with pytest.raises(KeyboardInterrupt):
                time.sleep(1)
                os.kill(os.getpid(), signal.SIGINT)
                time.sleep(5)
            with pytest.raises(StoreError, match="'endless' was interrupted"):
                asked.result(20)
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_text_that_runs_does_not_keep_the_server(serve: Serve, graph_file: Path) -> None:
    """Told to stop while a text runs, the server ends the text and itself at once, without a complaint."""
    served = serve("--graph", graph_file)
    endless = "/cypher.json?text=" + quote("UNWIND range(1, 9999) AS a UNWIND range(1, 9999) AS b RETURN count(*) AS n")
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(get, served.address + endless)
        time.sleep(1.5)
        began = time.monotonic()
        assert served.end() == (0, "")
        assert time.monotonic() - began < 3
        assert asked.result()[0] == 422


def test_a_port_that_is_taken_is_a_clear_error(serve: Serve, graph_file: Path) -> None:
    """A second server on a port ends with 4 at once and says what to do."""
    port = serve("--graph", graph_file).address.rpartition(":")[2]
    second = serve("--graph", graph_file, "--port", port)
    code, said = second.end()
    assert (code, second.ready) == (4, "")
    assert f"majlis: cannot listen on 127.0.0.1, port {port}" in said
    assert "--port 0" in said


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--host", "no such host"], 2), (["--port", "70000"], 2), (["--graph", "none.kgl"], 4), (["--data", "none"], 3)],
)
def test_what_cannot_be_served_is_said_at_once(serve: Serve, tmp_path: Path, arguments: list[str], code: int) -> None:
    """A host, port, graph or data folder that is none ends the command with the exit code of its kind."""
    served = serve(*arguments)
    ended, said = served.end()
    assert (ended, served.ready) == (code, "")
    assert said


def test_a_request_that_is_no_http_ends_no_server(site: str) -> None:
    """Rubbish, endless headers and a caller who hangs up leave the server answering."""
    host, _, port = site.removeprefix("http://").partition(":")
    for rubbish in (b"\x16\x03\x01\x00\xff", b"GET / HTTP/9.9\r\n\r\n", b"GET /" + b"x" * 200_000 + b"\r\n", b"G"):
        with socket.create_connection((host, int(port)), timeout=10) as caller:
            caller.sendall(rubbish)
    two_hosts = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    with socket.create_connection((host, int(port)), timeout=10) as caller:
        caller.sendall(two_hosts)
        assert caller.recv(100).split()[1] in (b"400", b"421")
    assert get(site + "/schema")[0] == 200


def test_where_pays_nothing_for_the_server() -> None:
    """No command but `serve` imports the server."""
    script = (
        "import sys, majlis.cli, majlis.commands.answer; print({'starlette', 'uvicorn', 'jinja2'} & {*sys.modules})"
    )
    done = program(sys.executable, "-c", script)
    assert done.stdout == "set()\n"


def test_the_first_page_pays_nothing_for_others(graph_file: Path) -> None:
    """It is shown without what only networks, cards, questions in words and Cypher texts need."""
    script = """
import sys
from starlette.testclient import TestClient
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder
assert TestClient(application(GraphHolder(sys.argv[1])), base_url=sys.argv[2]).get("/").status_code == 200
others = "queries.power queries.cypher graph.model graph.gate.statements majlis.network.view majlis.page.parts"
print({*others.split(), "majlis.pictures.card", "majlis.web.questions", "rapidfuzz"} & {*sys.modules})
"""
    assert program(sys.executable, "-c", script, graph_file, HERE).stdout == "set()\n"


def test_later_pages_are_made_ready_while_nobody_asks(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While somebody asks nothing of them is begun; behind the answer it is."""
    reader, begun, answer = GraphHolder(str(graph_file)), list[int](), threading.Event()
    monkeypatch.setattr(Snapshot, "warm", lambda warmed: begun.append(id(warmed)))
    snapshot = reader.ask(lambda snapshot: snapshot)
    with ThreadPoolExecutor(2) as pool:
        asked = pool.submit(reader.ask, lambda _: answer.wait(60))
        while not reader._lent[snapshot]:
            time.sleep(0.01)
        warmed = pool.submit(reader.warm)
        time.sleep(0.2)
        assert begun == []
        answer.set()
        assert asked.result(60)
        warmed.result(60)
    assert begun == [id(snapshot)]


# --- Many at once --------------------------------------------------------------------------------------------


def test_what_several_ask_for_is_made_once(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for what another has begun to make waits for it, and gets the same."""
    made, reader, gate = list[int](), GraphHolder(str(graph_file)), threading.Barrier(4)

    def slowly(*given: Any) -> tuple[Any, ...]:
        made.append(1)
        time.sleep(0.1)
        return councils(*given)

    def first() -> object:
        gate.wait(60)
        return reader.ask(lambda snapshot: snapshot.councils())

    monkeypatch.setattr(snapshots, "councils", slowly)
    with ThreadPoolExecutor(4) as pool:
        found = [future.result() for future in [pool.submit(first) for _ in range(4)]]
    assert made == [1]
    assert all(one is found[0] for one in found)


def test_many_readers_at_once_get_the_right_answers(site: str, graph: GraphView) -> None:
    """Eight readers with twenty requests each get every answer whole, and the same as a reader alone."""
    expected = {
        f"/where/{id}.json": where(graph, id).to_dict()
        for id in ("nouri-al-maliki", "nabni", "taqaddum", "coordination-framework", "muqtada-al-sadr")
    }
    addresses = [*expected, "/who/IQ-BG", "/ask?q=malki", "/why/nouri-al-maliki/IQ-BB", "/map", "/influence/IQ-KI"]

    def read(reader: int) -> list[tuple[str, int, str]]:
        turns = [addresses[(reader + turn) % len(addresses)] for turn in range(REQUESTS)]
        return [(address, *get(site + address)) for address in turns]

    with ThreadPoolExecutor(READERS) as pool:
        answers = [answer for found in pool.map(read, range(READERS)) for answer in found]
    assert len(answers) == READERS * REQUESTS
    first: dict[str, str] = {}
    for address, status, text in answers:
        assert status == 200
        assert first.setdefault(address, text) == text
    assert {address: json.loads(text) for address, text in first.items() if address in expected} == expected


def test_names_are_never_looked_up_half_read(graph_file: Path) -> None:
    """The first questions of many threads at once are all answered: no table of names is seen half made."""
    for _ in range(5):
        reader = GraphHolder(str(graph_file))
        gate = threading.Barrier(8)

        def first(reader: GraphHolder = reader, gate: threading.Barrier = gate) -> int | None:
            gate.wait(60)
            return reader.ask(lambda snapshot: snapshot.majlis.where("coalition state of law", election=COUNCILS).total)

        with ThreadPoolExecutor(8) as pool:
            assert {future.result() for future in [pool.submit(first) for _ in range(8)]} == {35}
        reader.close()


def test_only_so_many_texts_run_at_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text beyond the number that may run waits a moment, and is then told so; the places are given back."""
    monkeypatch.setattr(tables, "_PATIENCE", 0.05)
    assert tables._running.acquire(blocking=False)
    assert tables._running.acquire(blocking=False)
    try:
        refused = client.post("/cypher.json", data={"text": "RETURN 1 AS x"})
    finally:
        tables._running.release()
        tables._running.release()
    assert refused.status_code == 503
    assert refused.json()["error"] == "busy"
    assert "2 texts are running" in refused.json()["hint"]
    for _ in range(3):
        assert client.post("/cypher", data={"text": "RETURN x"}).status_code == 400
        assert client.post("/cypher", data={"text": "RETURN 1 AS x"}).status_code == 200


def test_a_text_that_fails_in_the_store_is_not_run_again(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's text runs once, its failure is told with the text in the box, and the open graph is kept."""
    reader, run = GraphHolder(str(graph_file)), []

    def fails(*_: object) -> None:
        run.append(1)
        raise StoreError("the process that ran this text ended with -9")

    monkeypatch.setattr(tables, "free", fails)
    client = TestClient(application(reader), base_url=HERE)
    before = reader.ask(lambda snapshot: snapshot)
    failed = client.post("/cypher", data={"text": "RETURN 1 AS x"})
    assert (failed.status_code, run) == (503, [1])
    assert "ended with -9" in failed.text
    assert "RETURN 1 AS x</textarea>" in failed.text
    assert reader.ask(lambda snapshot: snapshot) is before


def test_texts_that_wait_leave_the_other_pages_their_threads(site: str) -> None:
    """However many texts are sent at once, few of them wait, and another page comes at once."""
    slow = "/cypher.json?text=" + quote("UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b RETURN count(*) AS n")
    with ThreadPoolExecutor(60) as pool:
        texts = [pool.submit(get, site + slow) for _ in range(60)]
        time.sleep(0.3)
        began = time.monotonic()
        assert get(site + "/where/nouri-al-maliki")[0] == 200
        assert time.monotonic() - began < 1.5
        assert {text.result()[0] for text in texts} <= {200, 422, 503}


def test_a_form_that_is_broken_off_is_no_failure(serve: Serve, graph_file: Path) -> None:
    """A caller who hangs up in the middle of a form leaves no trace in what the server prints."""
    served = serve("--graph", graph_file)
    host, _, port = served.address.removeprefix("http://").partition(":")
    for _ in range(5):
        with socket.create_connection((host, int(port)), timeout=10) as caller:
            caller.sendall(
                b"POST /cypher HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                b"Content-Length: 1000\r\n\r\ntext=RET"
            )
            time.sleep(0.2)
    assert get(served.address + "/schema")[0] == 200
    assert served.end() == (0, "")


# --- A graph built anew --------------------------------------------------------------------------------------


def test_a_graph_file_that_was_built_anew_is_opened_anew(
    graph: GraphView, published: GraphView, tmp_path: Path
) -> None:
    """The request after a file was replaced is answered from the new one; a file that is gone is said to be gone."""
    file = tmp_path / "graph.kgl"
    graph.store.save(file)  # type: ignore[attr-defined]
    client = TestClient(application(GraphHolder(str(file))), base_url=HERE)
    first = client.get("/who/IQ-KI.json").json()
    published.store.save(file)  # type: ignore[attr-defined]
    second = client.get("/who/IQ-KI.json").json()
    assert first["data_version"] != second["data_version"]
    assert second["accounted"] < first["accounted"]
    file.unlink()
    gone = client.get("/who/IQ-KI")
    assert gone.status_code == 503
    assert "there is no graph here. Build one: majlis build" in gone.text
    graph.store.save(file)  # type: ignore[attr-defined]
    assert client.get("/who/IQ-KI.json").json() == first


def test_a_save_that_was_ended_beside_a_graph_file_hides_no_new_graph(
    data: Path, graph: GraphView, published: GraphView, tmp_path: Path
) -> None:
    """A graph in a file does not wait for the tables of the folder that has its map."""
    file, folder = tmp_path / "graph.kgl", Path(shutil.copytree(data, tmp_path / "data"))
    graph.store.save(file)  # type: ignore[attr-defined]
    client = TestClient(application(GraphHolder(str(file), data=str(folder))), base_url=HERE)
    first = client.get("/who/IQ-KI.json").json()
    (folder / JOURNAL).touch()
    os.utime(folder / JOURNAL, (1, 1))
    published.store.save(file)  # type: ignore[attr-defined]
    assert client.get("/who/IQ-KI.json").json()["data_version"] != first["data_version"]
    assert client.get("/map").text.count("data-province=") == 18


def test_a_data_folder_that_changed_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edited table is in the next answer; one that cannot be read is said with its file and line."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = Path(shutil.copytree(COUNTRIES / "two_elections", tmp_path / "data"))
    client = TestClient(application(GraphHolder(data=str(folder))), base_url=HERE)
    assert client.get("/entity/P-1.json").json()["name"] == "Northmark"
    table = folder / "entities.csv"
    whole = table.read_text(encoding="utf-8")
    table.write_text(whole.replace("Northmark", "Southmark"), encoding="utf-8")
    assert client.get("/entity/P-1.json").json()["name"] == "Southmark"
    table.write_text(whole.replace("P-1,province", "P-1,nothing"), encoding="utf-8")
    broken = client.get("/entity/P-1")
    assert broken.status_code == 503
    assert "entities.csv" in broken.text
    table.write_text(whole, encoding="utf-8")
    assert client.get("/entity/P-1.json").json()["name"] == "Northmark"


@pytest.mark.parametrize("began", [1, None], ids=["ended", "goes on"])
def test_data_that_are_being_saved_are_told_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, began: int | None
) -> None:
    """While a save goes on, and after one that was ended, the graph that is held answers at once; then the new one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder, own = Path(shutil.copytree(COUNTRIES / "two_elections", tmp_path / "data")), tmp_path / "own"
    make_folder(own)
    reader = GraphHolder(data=DataFolders(folder, (own,)))
    first = reader.ask(lambda snapshot: snapshot)
    with monkeypatch.context() as patched:
        patched.setattr("graph.saves.time.sleep", lambda _: pytest.fail("a request waits"))
        (own / JOURNAL).touch()
        if began is not None:
            os.utime(own / JOURNAL, (began, began))
        table = folder / "entities.csv"
        table.write_text(table.read_text(encoding="utf-8").replace("Northmark", "Southmark"), encoding="utf-8")
        assert reader.ask(lambda snapshot: snapshot) is first
    (own / JOURNAL).unlink()
    assert reader.ask(lambda snapshot: snapshot.named("P-1", "en")) == "Southmark"
    reader.close()


@pytest.mark.parametrize("from_file", [False, True], ids=["data", "file"])
def test_a_map_that_changed_is_read_anew(
    data: Path, graph_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, from_file: bool
) -> None:
    """An edited map of the data folder is on the next page, also beside a graph in a file; one that is gone is not."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = Path(shutil.copytree(data, tmp_path / "data"))
    reader = GraphHolder(str(graph_file) if from_file else None, data=str(folder))
    client = TestClient(application(reader), base_url=HERE)
    assert client.get("/map").text.count("data-province=") == 18
    table = folder / "map.geojson"
    known = json.loads(table.read_text(encoding="utf-8"))
    table.write_text(json.dumps(known | {"features": known["features"][:5]}), encoding="utf-8")
    assert client.get("/map").text.count("data-province=") == 5
    table.unlink()
    assert client.get("/map").text.count("data-province=") == 0


def test_a_reader_that_failed_is_asked_once_more_on_a_graph_opened_anew(graph_file: Path) -> None:
    """A store that fails is let go: the question is asked again of a new one, and fails only if that fails too."""
    reader = GraphHolder(str(graph_file))
    seen: list[Snapshot] = []

    def once(snapshot: Snapshot) -> str:
        seen.append(snapshot)
        if len(seen) == 1:
            raise StoreError("the graph was built anew while it was asked. Ask again.")
        return snapshot.majlis.graph.data_version

    assert reader.ask(once)
    assert seen[0] is not seen[1]
    with pytest.raises(StoreError, match="closed"):
        seen[0].majlis.where("Maliki")

    def always(snapshot: Snapshot) -> None:
        raise StoreError("no")

    with pytest.raises(StoreError, match="no"):
        reader.ask(always)
    reader.close()
    assert reader._lent == {}


def test_a_graph_is_closed_only_when_nobody_reads_it(graph: GraphView, tmp_path: Path) -> None:
    """A file replaced while a question is being answered: that answer is whole, from the graph it began with."""
    file = tmp_path / "graph.kgl"
    graph.store.save(file)  # type: ignore[attr-defined]
    reader = GraphHolder(str(file))

    def slowly(snapshot: Snapshot) -> Any:
        os.utime(file, (1, 1))
        newer = reader.ask(lambda other: other)
        assert newer is not snapshot
        return snapshot.majlis.where("Maliki", election=COUNCILS).total

    assert reader.ask(slowly) == 35
    assert len(reader._lent) == 1


# --- Neo4j ---------------------------------------------------------------------------------------------------


def test_a_graph_in_neo4j_that_was_built_anew_is_opened_anew(data: Path, empty_neo4j: str) -> None:
    """A user's text is answered and one that writes refused; a graph built anew meanwhile answers the next request."""
    graphs.build(data, to=empty_neo4j).store.close()
    reader = GraphHolder(empty_neo4j)
    served = TestClient(application(reader), base_url=HERE)
    assert served.post("/cypher", data={"text": "MATCH (n:Bloc) RETURN n.id AS id"}).status_code == 200
    assert served.post("/cypher", data={"text": "MATCH (n) DETACH DELETE n"}).status_code == 400
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: served.get("/where/nabni").status_code, range(20))) == {200}
    before = served.get("/.json").json()["data_version"]
    report = UserDocument(data / "reports" / "2023-12-28-final-results.txt")
    graphs.build(data, [report], only=True, to=empty_neo4j).store.close()
    assert served.get("/.json").json()["data_version"] != before
    assert served.get("/where/nouri-al-maliki").status_code == 200
    reader.close()


# --- How long it takes ---------------------------------------------------------------------------------------


def test_a_page_is_quick(client: TestClient) -> None:
    """An answer page takes a few hundredths of a second at most, whatever else the machine does."""
    client.get("/where/nouri-al-maliki")
    marks = []
    for _ in range(15):
        marks.append(time.perf_counter())
        client.get("/where/nouri-al-maliki")
    assert min(after - before for before, after in pairwise(marks)) < 0.05
