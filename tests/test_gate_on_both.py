"""A user's text on both engines: what passes the gate runs and changes nothing, and what does not never gets there."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import kglite
import neo4j
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.gate import LimitError, QueryError, RefusedError, UserQuery, admit
from graph.sandbox import parent
from graph.sandbox.neo4j import run_text, terminate
from graph.stores.batch import Batch
from graph.stores.embedded import EmbeddedStore
from graph.stores.neo4j import Neo4jStore
from graph.stores.protocol import Store, Table
from queries.cypher import free
from queries.view import GraphView

from . import test_meanings as meanings
from . import test_mistakes as mistakes
from .gate.texts import ANALYSTS, CORPUS, GIVEN, NEO4J, PASSED, REFUSED, RELAXED, disguised, mixed, run_here
from .neo4j.fixtures import bare_driver
from .neo4j.server import PASSWORD, USER, Server
from .test_endless import ENDLESS, SHORT

CANARY = "canary-93c1f0"
PARAMETERS = {key: each for row in CORPUS for key, each in row.get("parameters", {}).items()}
Outcome = Table | QueryError | LimitError
# A text's session ends with its process; where it runs here, with the connection, unclosed.
SESSIONS_END = pytest.mark.filterwarnings("ignore:unclosed  Session:ResourceWarning")


class Both(NamedTuple):
    """The shipped graph on either engine, and where each keeps it."""

    embedded: EmbeddedStore
    neo4j: Neo4jStore
    file: Path
    server: Server
    canary: str  # the address of a file that no text may read

    def kept(self) -> tuple[object, ...]:
        """All that the engines hold: the bytes of the file; every node, edge, index, user and setting of the server."""
        texts = (
            "MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS all ORDER BY id",
            "MATCH ()-[r]->() RETURN elementId(r) AS id, type(r) AS type, properties(r) AS all ORDER BY id",
            "SHOW INDEXES YIELD name, state, labelsOrTypes, properties RETURN * ORDER BY name",
            "SHOW CONSTRAINTS YIELD name, type RETURN * ORDER BY name",
            "CALL db.labels() YIELD label RETURN label ORDER BY label",
            "CALL db.propertyKeys() YIELD propertyKey AS key RETURN key ORDER BY key",
            "SHOW USERS YIELD user, suspended RETURN * ORDER BY user",
            "SHOW SETTINGS YIELD name, value RETURN * ORDER BY name",
        )
        with bare_driver(self.server.address) as driver:
            rows = [json.dumps([each.data() for each in driver.execute_query(text).records]) for text in texts]
        return self.file.read_bytes(), *rows


@pytest.fixture(scope="module")
def both(
    neo4j_own: Server, whole: list[Batch], graph_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Both]:
    """The shipped graph on both engines, with a file beside it that is nobody's."""
    folder = tmp_path_factory.mktemp("both")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NEO4J_USERNAME", USER)
        environment.setenv("NEO4J_PASSWORD", PASSWORD)
        environment.delenv("NEO4J_DATABASE", raising=False)
        with contextlib.closing(Neo4jStore.open(neo4j_own.address)) as store:
            store.write(whole)
            (folder / "canary.csv").write_text(f"{CANARY}\n", encoding="utf-8")
            yield Both(EmbeddedStore.open(graph_file), store, graph_file, neo4j_own, f"file://{folder}/canary.csv")


@pytest.fixture
def writable(both: Both) -> Iterator[kglite.KnowledgeGraph]:
    """The graph on an embedded engine without a process around it."""
    policy = kglite.get_query_warning_policy()
    kglite.set_query_warning_policy("silent")
    yield kglite.load(str(both.file))
    kglite.set_query_warning_policy(policy)


def outcome(store: Store, query: UserQuery, parameters: dict[str, Any], seconds: float) -> Outcome:
    """What a text comes to: rows, or an error of the text's own. Every other error is the test's failure."""
    try:
        return store.run_user(query, parameters, seconds=seconds, rows=20)
    except (QueryError, LimitError) as error:
        return error


# --- The corpus -----------------------------------------------------------------------------------------


@SESSIONS_END
def test_what_passes_runs_on_neo4j_too(both: Both) -> None:
    """A text of the corpus that passes is answered, or told in the words that the corpus names; nothing is changed."""
    before = both.kept()
    with run_here("neo4j"), ThreadPoolExecutor(4) as pool:
        texts = [(both.neo4j, admit(row["text"]), row.get("parameters", {}), 30) for row in PASSED + NEO4J]
        found = list(pool.map(lambda given: outcome(*given), texts))
    for row, came in zip(PASSED + NEO4J, found, strict=True):
        if says := row.get("neo4j_says"):
            assert isinstance(came, QueryError), row
            assert says in str(came)
        else:
            assert isinstance(came, Table), (row, came)
            assert came.columns
    assert both.kept() == before


@SESSIONS_END
def test_analysts_get_the_same_from_both(both: Both) -> None:
    """A text that both engines answer has the same rows on both: neither is silent where the other knows."""
    with run_here("neo4j", "embedded"):
        for text in ANALYSTS:
            here, there = (outcome(store, admit(text), GIVEN, 30) for store in (both.embedded, both.neo4j))
            assert isinstance(here, Table), (text, here)
            assert isinstance(there, Table), (text, there)
            assert (here.columns, _rounded(here.rows)) == (there.columns, _rounded(there.rows)), text


@SESSIONS_END
def test_mistakes_are_told_on_both(both: Both) -> None:
    """A mistake, an order of chance and a day beside a text are told on either engine that answers."""
    graphs = [GraphView(store) for store in (both.embedded, both.neo4j)]
    told = 0
    with run_here("neo4j", "embedded"):
        for text in (*mistakes.TOLD, *(text for text, code in meanings.TOLD.items() if code in meanings.ON_BOTH)):
            try:
                notes = (free(graph, text, mistakes.GIVEN).notes for graph in graphs)
                here, there = ({note.code for note in each} for each in notes)
            except QueryError:  # one engine alone has it
                continue
            assert there, text
            assert here & (there | meanings.ON_BOTH) == there, text
            told += 1
    assert told > 40


def _rounded(value: Any) -> Any:
    """A value whose fractions are cut to what adding up in another order leaves equal."""
    if isinstance(value, float):
        return round(value, 9)
    if isinstance(value, (list, tuple)):
        return [_rounded(each) for each in value]
    return {key: _rounded(each) for key, each in value.items()} if isinstance(value, dict) else value


def test_what_is_refused_reaches_neither_engine(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    """No text of the corpus that must be refused gets as far as a process or a connection that would run it."""
    graphs = [GraphView(store) for store in (both.embedded, both.neo4j)]
    started: list[object] = []
    monkeypatch.setattr(subprocess, "Popen", lambda *given, **more: started.append(given))
    for graph in graphs:
        for row in REFUSED:
            with pytest.raises(RefusedError):
                free(graph, row["text"])
        with pytest.raises(TypeError, match="passed the gate"):
            graph.store.run_user("RETURN 1", {}, seconds=1, rows=1)  # type: ignore[arg-type]
    assert started == []


def test_what_is_refused_is_worth_refusing(both: Both, writable: kglite.KnowledgeGraph) -> None:
    """Without the gate, dozens of the refused texts would write on either engine, and both read files."""
    writable.read_only(True)  # so it says what would write
    wrote, would_write = 0, 0
    with bare_driver(both.server.address) as driver, driver.session() as session:
        for row in (row for row in REFUSED if len(row["text"]) < 500):
            if min(wrote, would_write) > 40:
                break
            with contextlib.suppress(neo4j.exceptions.Neo4jError), session.begin_transaction(timeout=2) as transaction:
                wrote += transaction.run(row["text"], PARAMETERS).consume().counters.contains_updates
                transaction.rollback()
            try:
                writable.cypher(row["text"], params=PARAMETERS, timeout_ms=1000, max_work_units=100_000)
            except (kglite.KgError, ValueError) as error:
                would_write += "read-only" in str(error)
        reads = f"LOAD CSV FROM '{both.canary}' AS line RETURN line[0] AS x"
        assert session.run(reads).single(strict=True)["x"] == CANARY
        assert writable.cypher(reads).to_list() == [{"x": CANARY}]  # type: ignore[union-attr]
    assert min(wrote, would_write) > 40


# --- Any text -------------------------------------------------------------------------------------------


@st.composite
def quoted(draw: st.DrawFn) -> str:
    """A disguised attack as a string or a name inside a text that reads."""
    quote = draw(st.sampled_from("'\"`"))
    inside = draw(disguised()).replace("\\", "").replace(quote, "").replace("\n", " ").replace("\r", " ")
    host = draw(st.sampled_from(["RETURN {} AS x", "MATCH (n) WHERE n.id <> {} RETURN n", "UNWIND [{}] AS x RETURN x"]))
    return host.format(f"{quote}{inside}{quote}")


@SESSIONS_END
def test_no_text_that_passes_changes_reads_files_or_ends_anything(both: Both) -> None:
    """Random texts that pass are run on both engines: nothing written, no file read, no process ended."""
    before = both.kept()
    until = time.monotonic() + 20
    ran: set[str] = set()
    reaches = [f"LOAD CSV FROM '{both.canary}' AS line", f"'{both.canary}'", "$canary", "line[0]"]
    given_all = PARAMETERS | {"canary": both.canary}

    @settings(RELAXED, max_examples=1000)
    @given(st.one_of(mixed(), mixed(), disguised(), quoted()), st.sampled_from(["", *reaches]), st.integers(0, 400))
    def attempt(text: str, reach: str, place: int) -> None:
        text = text[:place] + reach + text[place:] if reach else text
        if time.monotonic() > until or len(ran) == 100 or text in ran:
            return
        try:
            query = admit(text)
        except RefusedError:
            return
        ran.add(text)
        for found in pool.map(lambda store: outcome(store, query, given_all, 1), both[:2]):
            assert CANARY not in (json.dumps(found.rows) if isinstance(found, Table) else str(found))

    with run_here("neo4j"), ThreadPoolExecutor(2) as pool:
        attempt()
    assert len(ran) > 20
    assert both.kept() == before
    for store in both[:2]:
        assert store.run_user(admit("RETURN 1 AS one"), {}, seconds=20, rows=1).rows == ((1,),)


# --- Time and memory, on Neo4j --------------------------------------------------------------------------

LONG = {
    "planning a chain": "MATCH " + ", ".join(f"(a{i})--(a{i + 1})" for i in range(30)) + " RETURN count(*) AS c",
    "planning all with all": "MATCH " + ", ".join(f"(a{i})--(a{j})" for i in range(8) for j in range(i)) + " RETURN 1",
    "reading one large row": f"RETURN {', '.join(f'range(1, 2000000) AS x{i}' for i in range(3))}",
    "reading large rows": "UNWIND range(1, 500) AS y RETURN range(1, 20000) AS x",
    "running": "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7) AS x",
}


@pytest.mark.parametrize("kind", LONG)
def test_a_time_limit_holds_whatever_the_server_does(both: Both, kind: str) -> None:
    """A text that takes too long to plan, run or read ends at its limit; the server lets it go and answers others."""
    query, seconds = admit(LONG[kind]), 1.0
    start = time.monotonic()
    with pytest.raises(LimitError) as caught:
        both.neo4j.run_user(query, {}, seconds=seconds, rows=500)
    assert time.monotonic() - start < seconds + 2  # a process starts in 0.3 s where the machine is not busy
    assert caught.value.limit == "time"
    assert both.neo4j.run_user(admit("RETURN 1 AS one"), {}, seconds=5, rows=1).rows == ((1,),)
    until = time.monotonic() + 20
    with bare_driver(both.server.address) as driver:
        while len(driver.execute_query("SHOW TRANSACTIONS").records) > 1:
            assert time.monotonic() < until, "the server still works for a text that has ended"
            time.sleep(0.1)


def test_a_transaction_is_ended_by_its_mark(both: Both) -> None:
    """A text that reached a limit is ended on the server by its transaction's id, while its connection still stands."""
    slow = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7) AS x"

    def work() -> BaseException | None:
        with bare_driver(both.server.address) as driver, driver.session() as session:
            try:
                session.begin_transaction(metadata={"majlis": "mark-1"}, timeout=60).run(slow).consume()
            except neo4j.exceptions.Neo4jError as error:
                return error
        return None

    with ThreadPoolExecutor(1) as pool, bare_driver(both.server.address) as driver:
        told, start = pool.submit(work), time.monotonic()
        running = "SHOW TRANSACTIONS YIELD metaData WHERE metaData.majlis = 'mark-1' RETURN metaData"
        while not driver.execute_query(running).records:
            assert time.monotonic() < start + 20
        terminate(both.server.address, (USER, PASSWORD), "mark-2")
        assert driver.execute_query(running).records, "another's transaction was ended"
        terminate(both.server.address, (USER, PASSWORD), "mark-1")
        assert "Terminated" in str(told.result(timeout=10))
        assert time.monotonic() < start + 30


@SESSIONS_END
def test_what_would_not_end_never_reaches_the_server(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that Neo4j would work on after its time is refused before a connection; what is like it is answered."""
    with run_here("neo4j"):
        for text in SHORT:
            found = outcome(both.neo4j, admit(text), {"q": "ali"}, 20)
            assert isinstance(found, Table), (text, found)
    monkeypatch.setattr(parent, "_run", lambda sent, seconds: pytest.fail("it was sent"))
    for text in ENDLESS:
        with pytest.raises(RefusedError):
            both.neo4j.run_user(admit(text), {"p": "(a+)+b"}, seconds=1, rows=1)


def test_a_server_that_says_nothing_is_not_waited_for() -> None:
    """A server that takes the connection and never answers does not hold a text longer than its limit."""
    with socket.create_server(("127.0.0.1", 0)) as mute, pytest.raises(LimitError) as caught:
        address = f"bolt://127.0.0.1:{mute.getsockname()[1]}"
        run_text(address, None, None, admit("RETURN 1 AS one"), {}, seconds=0.5, rows=1)
    assert caught.value.limit == "time"


def test_a_value_that_fills_the_memory_ends_the_text_alone(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that needs more memory here than a text may take is a limit, and this process does not hold it."""
    monkeypatch.setattr(parent, "MEMORY", 64 << 20)
    with pytest.raises(LimitError) as caught:
        text = admit("RETURN range(1, 2000000) AS x, range(1, 2000000) AS y, range(1, 2000000) AS z")
        run_text(both.server.address, (USER, PASSWORD), None, text, {}, seconds=60, rows=1)
    assert caught.value.limit == "memory"


@pytest.mark.parametrize("value", [2**70, "\ud800"])
def test_a_parameter_that_no_engine_can_hold_is_a_wrong_text(both: Both, value: object) -> None:
    """A number of more than 64 bits or a text that is none is told as the text's own error, on both engines."""
    for store in both[:2]:
        with pytest.raises(QueryError):
            store.run_user(admit("RETURN $x AS x"), {"x": value}, seconds=5, rows=1)
