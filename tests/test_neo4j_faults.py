"""What can go wrong with a Neo4j: each fault is one clear error with exit code 4, and no half graph answers."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.errors import StoreError, UsageError
from graph.stores import neo4j as engine
from graph.stores.batch import Batch
from graph.stores.neo4j import Neo4jStore
from graph.stores.protocol import Query
from queries.view import GraphView
from queries.where import where
from tests.command import Ran, program

from .made import interrupted, known_of, rows_of
from .neo4j.server import PASSWORD, USER, Server, free_port

ROOT = Path(__file__).parents[1]


def fault(address: str) -> str:
    """What a user reads when the graph at this address is asked."""
    with pytest.raises(StoreError) as caught, contextlib.closing(Neo4jStore.open(address)) as store:
        GraphView(store)
    assert caught.value.exit_code == 4
    return str(caught.value)


def told(address: str) -> str:
    """What a user reads of the server at this address, which the error names first."""
    place, what = fault(address).split(": ", 1)
    assert place == address
    return what


def run(code: str, *arguments: str) -> Ran:
    """A program of its own, with all warnings on."""
    return program(sys.executable, "-W", "always", "-c", code, *arguments, cwd=ROOT, ends_well=False)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_where_nothing_listens_the_user_is_told_to_start_it(scheme: str) -> None:
    """A refused connection says that nothing answers there."""
    assert "nothing answers there. Start Neo4j" in told(f"{scheme}://127.0.0.1:{free_port()}")


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_unknown_machine_is_named(scheme: str) -> None:
    """A host name that nobody knows says so."""
    assert "no machine of this name is known" in told(f"{scheme}://no-such-host.invalid:7687")


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s", "neo4j+ssc"])
def test_encryption_that_the_server_has_not_is_told(scheme: str, neo4j_address: str) -> None:
    """An address with encryption for a server without says which addresses are without."""
    assert "begin the address with neo4j:// or bolt://" in told(f"{scheme}://{neo4j_address.partition('://')[2]}")


def test_a_wrong_password_is_told(neo4j_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong password names the variable to correct and repeats no secret."""
    monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    text = told(neo4j_address)
    assert "does not accept this user and password. Check NEO4J_USERNAME and NEO4J_PASSWORD" in text
    assert "not-the-password" not in text


def test_missing_credentials_are_told(neo4j_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that wants credentials and gets none is told like a wrong password; half of them is told at once."""
    monkeypatch.delenv("NEO4J_PASSWORD")
    assert "NEO4J_PASSWORD is not set" in told(neo4j_address)
    monkeypatch.delenv("NEO4J_USERNAME")
    assert "Check NEO4J_USERNAME" in told(neo4j_address)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_an_unknown_database_is_named(scheme: str, neo4j_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that the server does not have is named with the variable that chose it."""
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    text = told(f"{scheme}://{neo4j_address.partition('://')[2]}")
    assert "there is no database 'nowhere'. Check NEO4J_DATABASE" in text


def test_something_that_does_not_speak_bolt_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that takes the connection and says nothing ends in an error, not in waiting."""
    monkeypatch.setattr(engine, "CONNECT_SECONDS", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert "Check that Neo4j runs there" in told(f"bolt://127.0.0.1:{silent.getsockname()[1]}")


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:7474", "neo4j://", "bolt://127.0.0.1:port", "bolt://[::1", "neo4j://me:secret@127.0.0.1"],
)
def test_what_is_no_address_is_wrong_usage(address: str) -> None:
    """An address that cannot be one is refused before anything is tried, and a password in it is not repeated."""
    with pytest.raises(UsageError, match="address") as caught:
        Neo4jStore.open(address)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "text", ["MATCH (n:Nowhere) WHERE n.nothing = 1 RETURN n.nothing AS x", "RETURN 1 AS x"], ids=["unknown", "plain"]
)
def test_the_driver_prints_nothing(text: str, neo4j_address: str) -> None:
    """Notifications of the server and warnings of the driver do not reach the user, with all warnings on."""
    code = (
        "from graph.stores.neo4j import Neo4jStore; from graph.stores.protocol import Query; import sys; "
        "store = Neo4jStore.open(sys.argv[1]); print(store.run(Query('t', sys.argv[2]), {})); store.close()"
    )
    done = run(code, neo4j_address, text)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_fault_is_one_line_and_no_traceback() -> None:
    """What the driver logs about a server that cannot be reached is not printed beside our error."""
    code = (
        "from graph.stores.neo4j import Neo4jStore; from graph.errors import StoreError; import sys\n"
        "try: Neo4jStore.open(sys.argv[1])\n"
        "except StoreError as error: sys.exit(str(error))"
    )
    address = f"neo4j://127.0.0.1:{free_port()}"
    done = run(code, address)
    assert done.returncode == 1
    assert done.stderr.startswith(address)
    assert done.stderr.count("\n") == 1


@pytest.fixture(scope="module")
def own(neo4j_server: Callable[..., Server]) -> Iterator[Server]:
    """A server that a test may kill; its credentials are those of the environment."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NEO4J_USERNAME", USER)
        environment.setenv("NEO4J_PASSWORD", PASSWORD)
        environment.delenv("NEO4J_DATABASE", raising=False)
        yield neo4j_server()


@pytest.mark.parametrize("most", [0, 50_000], ids=["in parts", "in one transaction"])
def test_a_server_that_dies_leaves_no_half_graph(
    most: int, own: Server, whole: list[Batch], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server killed while it is written to fails the build; back again it says building, or has the old graph."""
    few = rows_of(known_of("two_elections"))  # what is there before and after: only what is interrupted must be large
    with contextlib.closing(Neo4jStore.open(own.address)) as store:
        store.write(few)
    monkeypatch.setattr(engine, "RETRY_SECONDS", 1.0)
    monkeypatch.setattr(engine, "ONE_TRANSACTION", most)
    facts = next(at for at, batch in enumerate(whole) if batch.name == "Fact")
    killed = interrupted(whole, facts, lambda: threading.Timer(0.02, own.kill).start())
    lost = pytest.raises(StoreError, match=r"Start Neo4j|Check that Neo4j runs there")
    with contextlib.closing(Neo4jStore.open(own.address)) as store, lost:
        store.write(killed)
    own.start()
    if not most:
        assert "the graph is building" in fault(own.address)
        with contextlib.closing(Neo4jStore.open(own.address)) as store:
            store.write(few)
    with contextlib.closing(Neo4jStore.open(own.address)) as store:
        assert where(GraphView(store), "Blues").total == 5


def test_a_database_that_may_only_be_read_answers_and_is_not_built(own: Server) -> None:
    """Where nothing may be written a build says so, and the graph that is there goes on answering."""
    few = rows_of(known_of("two_elections"))
    with contextlib.closing(Neo4jStore.open(own.address)) as store:
        store.write(few)
    own.stop()
    own.start(server__databases__default_to_read_only="true")
    with contextlib.closing(Neo4jStore.open(own.address)) as store:
        with pytest.raises(StoreError, match="may only be read") as caught:
            store.write(few)
        assert "Build with a user who may write" in str(caught.value)
        assert where(GraphView(store), "Blues").total == 5


def test_a_query_that_fails_is_named(neo4j_address: str) -> None:
    """A text that the server cannot run is told with the query's name."""
    store = Neo4jStore.open(neo4j_address)
    parameters: dict[str, Any] = {}
    with pytest.raises(StoreError, match="'broken'"):
        store.run(Query("broken", "RETURN nothing"), parameters)
    store.close()
