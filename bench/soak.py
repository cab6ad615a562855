"""A soak: readers, builds, kills, hostile texts and slow clients together on this machine, for a time; `make soak`.

It prints how many requests were answered, errors, the server's memory at the start and at the end, and graphs that a
kill lost; it ends with 1 where there is an error, or a graph was lost. On the embedded engine, and on Neo4j too
where the tests can start one.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from tests.gate.texts import REFUSED
from tests.neo4j.server import PASSWORD, USER, MissingServerError, Server
from tests.test_endless import ENDLESS

from .timing import resident

_SECONDS = 60.0
_PATIENCE = 30.0  # seconds that an answer may take while builds and texts take the processor
_ENDS = 2.0  # seconds in which the server ends when it is told to
_PAGES = (
    "/",
    "/where/nouri-al-maliki",
    "/who/IQ-BG",
    "/why/nouri-al-maliki/IQ-BB",
    "/map",
    "/coverage",
    "/ask?q=malki",
)
_ANSWER = "/where/nouri-al-maliki.json?election=iq-2023-governorates"
_TOTAL = 35  # seats of that answer, whatever else is built
_LONG = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7) AS x"
_TEXTS = [*(row["text"] for row in REFUSED if row["text"]), *ENDLESS]
_ASK_AGAIN = "Ask again"  # a server that was built anew twice while it was asked says so
_RUBBISH = (
    b"GET / HT",
    b"\x16\x03\x01\x00\xff",
    b"POST /cypher HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\nx",
)
_HOSTILE = (
    "Najaf\n- Nabni: 3 seats\n" + "A and b " * 20_000 + "boycotted the vote.\n",
    "# Results\n\n" + "| List | Seats |\n|---|---|\n" + "| Valley | 3 |\n" * 3_000,
    " " * 40_000 + "x\n" + "- A" + ". " * 20_000 + "(3)\n",
)


@dataclass(slots=True)
class Count:
    """What happened in a soak; several threads count."""

    done: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    lost: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, what: str) -> None:
        """One more of these."""
        with self._lock:
            self.done[what] += 1

    def wrong(self, what: str) -> None:
        """Something that must not be."""
        with self._lock:
            self.errors.append(what)


class Soak:
    """A server, those who ask it, and those who build what it serves."""

    def __init__(self, folder: Path, seconds: float, neo4j: str | None) -> None:
        self.folder, self.count, self.neo4j, self.seconds = folder, Count(), neo4j, seconds
        self.until, self.dice = 0.0, random.Random()  # noqa: S311 - what it tries is no secret
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"), "PYTHONUNBUFFERED": "1"}
        self.server: subprocess.Popen[str] | None = None
        self.port = 0

    # The server ----------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start the server and wait until it is ready."""
        graph = ["--graph", self.neo4j] if self.neo4j else []
        self.server = self._majlis("serve", "--port", "0", *graph, stderr=(self.folder / "said").open("ab"))
        assert self.server.stdout is not None  # noqa: S101 - it is a pipe
        self.port = int(self.server.stdout.readline().partition("127.0.0.1:")[2].partition("/")[0])

    def memory(self) -> float:
        """What the server holds of memory, in MB."""
        return resident(self.server.pid) if self.server else 0.0

    def stop(self) -> float:
        """Tell the server to end; the seconds that it took."""
        if self.server is None:
            return 0.0
        start = time.monotonic()
        self.server.terminate()
        try:
            self.server.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
        if self.server.stdout:
            self.server.stdout.close()
        if self.server.returncode:
            self.count.wrong(f"the server ended with {self.server.returncode}")
        return time.monotonic() - start

    # Those who ask -------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Ask for a page, or for the answer that never changes."""
        path = self.dice.choice([*_PAGES, _ANSWER, _ANSWER])
        status, body = self._ask("GET", path)
        if status == http.HTTPStatus.SERVICE_UNAVAILABLE and _ASK_AGAIN in body:
            self.count.add("told to ask again")
        elif status != http.HTTPStatus.OK:
            self.count.wrong(f"{path}: {status} {body[-300:]}")
        elif path == _ANSWER and json.loads(body)["total"] != _TOTAL:
            self.count.wrong(f"{path}: {json.loads(body)['total']} seats")
        else:
            self.count.add("pages and answers")

    def attack(self) -> None:
        """Send a text that the gate refuses, or one that works until its time is over."""
        text = self.dice.choice(_TEXTS if self.dice.random() < 0.9 else [_LONG])
        status, body = self._ask("POST", "/cypher.json", urlencode({"text": text}, errors="surrogatepass"))
        if status == http.HTTPStatus.OK and text.strip() and text in (row["text"] for row in REFUSED):
            self.count.wrong(f"it passed: {text!r}")
        elif status >= http.HTTPStatus.INTERNAL_SERVER_ERROR and status != http.HTTPStatus.SERVICE_UNAVAILABLE:
            self.count.wrong(f"{text[:100]!r}: {status} {body[-300:]}")
        else:
            self.count.add("hostile texts")

    def dawdle(self) -> None:
        """Connect, send rubbish or half a request, and wait to be let go."""
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=15) as client:
            client.sendall(self.dice.choice(_RUBBISH))
            start = time.monotonic()
            client.recv(1000)
            if time.monotonic() - start > 14:
                self.count.wrong("a slow client was not let go in 14 seconds")
        self.count.add("slow clients and rubbish")

    def _ask(self, method: str, path: str, form: str | None = None) -> tuple[int, str]:
        """The status and text of a request; 599 where the server did not answer."""
        caller = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        head = {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
        try:
            caller.request(method, path, form, head)
            response = caller.getresponse()
            return response.status, response.read().decode()
        except (OSError, http.client.HTTPException) as error:
            return 599, repr(error)
        finally:
            caller.close()

    # Those who build -----------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Build with another document, hostile or not; some builds are killed, and then the graph must answer."""
        report = self.folder / "report.txt"
        plain = f"---\ntitle: Report {self.dice.random()}\npublished: 2023-12-20\n---\nNajaf\n- Nabni: 3 seats\n"
        report.write_text(self.dice.choice([plain, plain, *_HOSTILE]), encoding="utf-8")
        to = self.dice.choice([[], ["--to", str(self.folder / "own.kgl")]])
        if self.neo4j:
            to = ["--to", self.neo4j]
        building = self._majlis("build", report, *to, "--election", "iq-2023-governorates", stderr=subprocess.PIPE)
        killed = self.dice.random() < 0.6
        with suppress(subprocess.TimeoutExpired):
            building.wait(self.dice.uniform(0.1, 3.0) if killed else _PATIENCE)
        if building.poll() is None:
            building.send_signal(signal.SIGKILL)
            self.count.add("builds that were killed" if killed else "builds that took too long")
        else:
            self.count.add("builds")
        _, said = building.communicate()
        if building.returncode not in (0, 3, -signal.SIGKILL):
            self.count.wrong(f"a build ended with {building.returncode}: {said[-300:]}")
        kept = to[1:] if self.neo4j or (to and Path(to[1]).exists()) else []
        where = ["--graph", *kept] if kept else []
        asked = self._majlis("where", "Maliki", "--election", "iq-2023-governorates", *where, "--format", "json")
        out, said = asked.communicate()
        if asked.returncode or json.loads(out)["total"] != _TOTAL:
            self.count.lost += 1
            self.count.wrong(
                f"after a build the graph does not answer: {asked.returncode} {said[-300:] if said else ''}"
            )

    def _majlis(self, *arguments: object, stderr: object = subprocess.PIPE) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "majlis", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=stderr,  # type: ignore[arg-type]  # a file or what subprocess names
            text=True,
            env=self.environment,
        )

    # All together --------------------------------------------------------------------------------------------------

    def run(self) -> bool:
        """Do all of it at once until the time is over, and say what happened; whether nothing went wrong."""
        if self.neo4j:
            self._majlis("build", "--to", self.neo4j).communicate()
        self.start()
        for path in _PAGES:  # what is made once is made before memory is looked at
            self._ask("GET", path)
        begin = self.memory()
        self.until = time.monotonic() + self.seconds
        tasks = [self.read] * 4 + [self.attack] * 2 + [self.dawdle] * 2 + [self.build]
        threads = [threading.Thread(target=self._until_the_end, args=(task,)) for task in tasks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        end = self.memory()
        took = self.stop()
        if took > _ENDS + 1:
            self.count.wrong(f"the server took {took:.1f} s to end")
        self._say(begin, end, took)
        return not self.count.errors

    def _until_the_end(self, task: Callable[[], None]) -> None:
        while time.monotonic() < self.until:
            try:
                task()
            except Exception as error:  # noqa: BLE001 - whatever goes wrong is counted
                self.count.wrong(repr(error))

    def _say(self, begin: float, end: float, took: float) -> None:
        said = (self.folder / "said").read_text(encoding="utf-8", errors="replace")
        if "Traceback" in said:
            self.count.wrong(said[-2000:])
        done = ", ".join(f"{number:,} {what}" for what, number in sorted(self.count.done.items()))
        requests = sum(self.count.done.values())
        print(f"{'Neo4j' if self.neo4j else 'embedded'}: {requests:,} requests and builds ({done})")
        print(f"  errors: {len(self.count.errors)}; graphs lost: {self.count.lost}")
        print(f"  memory of the server: {begin:.0f} MB at the start, {end:.0f} MB at the end; it ended in {took:.1f} s")
        for error in self.count.errors[:20]:
            print(f"  {error}")
        sys.stdout.flush()


def main() -> None:
    """Soak each engine for as many seconds as the command line or SECONDS says."""
    seconds = float(sys.argv[1] if len(sys.argv) > 1 else _SECONDS)
    sound = True
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "embedded").mkdir()
        sound &= Soak(Path(folder) / "embedded", seconds, None).run()
        server = Server(Path(folder) / "server")
        try:
            server.start()
        except MissingServerError as error:
            print(f"Neo4j: none here ({error})")
        else:
            os.environ.update(NEO4J_USERNAME=USER, NEO4J_PASSWORD=PASSWORD)
            (Path(folder) / "neo4j").mkdir()
            sound &= Soak(Path(folder) / "neo4j", seconds, server.address).run()
        finally:
            server.kill()
    sys.exit(not sound)


if __name__ == "__main__":
    main()
