"""A real Neo4j Community for the tests, without docker: its jars from Maven, started as a child process.

The jars are kept in the user's cache folder, outside the tree. NEO4J_VERSION asks for another version than the
pom's, JAVA_HOME for another Java. As a program it starts the server once and says what answered.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
USER, PASSWORD = "neo4j", "majlis-tests"
_FETCH_SECONDS, _START_SECONDS = 500.0, 120.0
# Light and quick to start: what a server for hours of work would do differently does not matter here.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
_SETTINGS: Mapping[str, str] = {
    "server.bolt.enabled": "true",
    "dbms.security.auth_enabled": "true",
    "dbms.usage_report.enabled": "false",
    "db.tx_log.preallocate": "false",
    "server.memory.pagecache.size": "64m",
    "dbms.cypher.min_replan_interval": "1h",  # a plan is kept when a test replaces the graph it was made for
    "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",
    "internal.server.bolt.connection_shutdown_wait_time": "0s",
}


class MissingServerError(Exception):
    """There is no Neo4j to be had on this machine; the text says why."""


def version() -> str:
    """The version that the tests start."""
    found = re.search(r"<neo4j\.version>(.+?)</", (HERE / "pom.xml").read_text(encoding="utf-8"))
    assert found
    return os.environ.get("NEO4J_VERSION") or found[1]


def java() -> str:
    """The Java program. Raises MissingServerError."""
    home = os.environ.get("JAVA_HOME")
    found = str(Path(home) / "bin" / "java") if home else shutil.which("java")
    if found is None:
        raise MissingServerError("Neo4j needs Java 17 or newer, and there is no java here")
    return found


def jars() -> Path:
    """The folder with the server's jars, fetched when they are not in the cache. Raises MissingServerError."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "majlis-neo4j" / version()
    lib = cache / "lib"
    if lib.is_dir():
        return lib
    java()
    maven = shutil.which("mvn")
    if maven is None:
        raise MissingServerError("the jars of Neo4j are fetched with Maven, and there is no mvn here")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as beside:
        command = [maven, "-B", "-q", "-f", str(HERE / "pom.xml"), f"-Dneo4j.version={version()}"]
        command += ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={beside}/lib"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=_FETCH_SECONDS, check=False)
        if done.returncode:
            raise MissingServerError(f"Maven cannot fetch Neo4j {version()}: {done.stdout[-800:]}{done.stderr[-800:]}")
        if not lib.is_dir():  # another process may have been faster
            (Path(beside) / "lib").replace(lib)
    return lib


def free_port() -> int:
    """A port on which nothing listens now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Server:
    """A Neo4j whose data are in one folder; it lives until `stop` or `kill`, or until this process ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.address = f"bolt://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, **settings: str) -> None:
        """Start, or start again on the same data; `settings` are Neo4j's, with __ for a dot.

        The first start gives the user `USER` the password `PASSWORD`. Raises MissingServerError.
        """
        lib = jars()
        self.folder.mkdir(parents=True, exist_ok=True)
        new = not (self.folder / "home").exists()
        given = {"server.bolt.listen_address": f"127.0.0.1:{self.port}"}
        given |= {name.replace("__", "."): value for name, value in settings.items()}
        text = "".join(f"{name}={value}\n" for name, value in (_SETTINGS | given).items())
        (self.folder / "settings").write_text(text, encoding="utf-8")
        command = [java(), "-Xmx1g", *QUICK, "-cp", f"{lib}/*", str(HERE / "Main.java"), "home", "settings"]
        said = self.folder / "said"
        with said.open("wb") as output:
            self._process = subprocess.Popen(
                command, cwd=self.folder, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.STDOUT
            )
        until = time.monotonic() + _START_SECONDS
        while "ready" not in said.read_text(encoding="utf-8", errors="replace").splitlines():
            if self._process.poll() is not None or time.monotonic() > until:
                self.kill()
                told = said.read_text(encoding="utf-8", errors="replace")[-1500:]
                raise MissingServerError(f"Neo4j {version()} does not start on {java()}: {told}")
            time.sleep(0.05)
        if new:
            self._choose_password()

    def kill(self) -> None:
        """End the process at once, as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(60)
            if self._process.stdin:
                self._process.stdin.close()
            self._process = None

    def stop(self) -> None:
        """End the process in an orderly way: what it wrote can be opened read-only."""
        if self._process is not None and self._process.stdin:
            self._process.stdin.write(b".")
            self._process.stdin.flush()
            self._process.wait(_START_SECONDS)
        self.kill()

    def _choose_password(self) -> None:
        import neo4j

        with (
            neo4j.GraphDatabase.driver(self.address, auth=(USER, USER)) as driver,
            driver.session(database="system") as session,
        ):
            text = f"ALTER CURRENT USER SET PASSWORD FROM '{USER}' TO '{PASSWORD}'"
            session.run(text).consume()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        try:
            start = time.monotonic()
            server.start()
            print(f"Neo4j {version()} answered after {time.monotonic() - start:.1f} s on {java()}")  # noqa: T201
        except MissingServerError as error:
            sys.exit(str(error))
        finally:
            server.kill()
