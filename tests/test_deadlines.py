"""No document keeps a program: its time is over in the middle of anything, and a program told to stop ends at once."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

import loaders
from loaders import Options, deadline
from loaders.deadline import Deadline
from loaders.folder import UserDocument
from majlis.graphs.documents import remember
from tests.command import command_line, run_here, started

SECONDS = 0.3


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document has a third of a second."""
    monkeypatch.setattr(deadline, "SECONDS", SECONDS)
    monkeypatch.setattr(deadline, "SECONDS_A_MEGABYTE", 0.0)


def endless() -> Iterator[int]:
    """A loop that nobody thought of."""
    yield 1
    while True:
        pass


def test_work_that_does_not_end_is_broken_off() -> None:
    """It ends when its time is over, what it had by then is there, and the thread goes on."""
    found: list[int] = []
    start = time.process_time()
    assert not Deadline(0).run(lambda: found.extend(endless()))
    assert time.process_time() - start < SECONDS + 1
    assert found == [1]
    assert sum(range(100_000)) == 4_999_950_000


def test_work_in_time_is_done_and_nothing_strikes_later() -> None:
    """What ends in time is whole, and the end of its time breaks off nothing that comes after it."""
    found: list[int] = []
    for _ in range(200):
        assert Deadline(0).run(lambda: found.append(1))
    until = time.thread_time() + SECONDS + 0.2
    while time.thread_time() < until:
        found.append(2)
    assert found.count(1) == 200


def test_work_that_ends_as_its_time_does_breaks_nothing() -> None:
    """However close the two ends lie, it is done or it is not, and nothing else is broken off."""
    for at in range(60):
        ends = time.thread_time() + SECONDS / 10 - 0.001 + at / 30_000

        def work(until: float = ends) -> None:
            while time.thread_time() < until:
                pass

        deadline.SECONDS = SECONDS / 10
        assert Deadline(0).run(work) in (True, False)
        for _ in range(1000):
            pass


def test_an_error_in_time_is_the_works_own() -> None:
    """What goes wrong in the work is raised as it is."""

    def wrong() -> None:
        raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        Deadline(0).run(wrong)


def test_each_thread_has_its_own_time() -> None:
    """Work of another thread goes on when the time of one is over."""
    done: list[bool] = []
    slept = partial(time.sleep, SECONDS * 2)
    other = threading.Thread(target=lambda: done.append(Deadline(10_000_000).run(slept)), daemon=True)
    deadline.SECONDS_A_MEGABYTE = 1.0
    other.start()
    assert not Deadline(0).run(lambda: list(endless()))
    other.join(60)
    assert done == [True]


@pytest.mark.parametrize("shape", ["general", "prose", "seat_list"])
def test_one_paragraph_is_broken_off_and_said(tmp_path: Path, shape: str) -> None:
    """In every shape a document of one line, that takes long, ends soon after its time, and says where."""
    path = tmp_path / "report.txt"
    line = "Nabni came first in Najaf and Babil, and State of Law second in Wasit. " * 10_000
    path.write_text(f"---\nshape: {shape}\n---\nNajaf\n- Nabni: 3 seats\n\n{line}\n", encoding="utf-8")
    start = time.process_time()
    done = run_here("read", path, "--format", "json", MAJLIS_ELECTION="iq-2023-governorates")
    assert "reading took too long and stopped before line" in done.stdout, shape
    assert time.process_time() - start < SECONDS * 2 + 5


@pytest.mark.parametrize("looks", ["_is_of_country", "cites_authority"])
def test_looking_at_the_first_lines_is_broken_off_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks: str
) -> None:
    """A document of which it takes too long to tell what it is, is read as any document, and says what to do."""
    path = tmp_path / "report.txt"
    path.write_text("Najaf\n- Nabni: 3 seats\n", encoding="utf-8")
    monkeypatch.setattr(loaders, looks, lambda *given, **options: list(endless()))
    start = time.process_time()
    done = run_here("read", path, "--format", "json", MAJLIS_ELECTION="iq-2023-governorates")
    assert "looking at the first lines took too long" in done.stdout
    assert "--shape" in done.stdout
    assert time.process_time() - start < SECONDS * 2 + 5


# --- A program that is told to stop ---------------------------------------------------------------------------


@pytest.fixture
def remembered(tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A document of a user's last build."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "report.txt"
    path.write_text("Najaf\n- Nabni: 3 seats\n", encoding="utf-8")
    remember(data, [UserDocument(path, Options(election="iq-2023-governorates"))])
    return path


@pytest.mark.parametrize(("ready", "by"), [(True, signal.SIGINT), (False, signal.SIGTERM)])
def test_a_server_that_reads_a_slow_document_ends_when_told(remembered: Path, ready: bool, by: signal.Signals) -> None:
    """While a page waits for the document, and before it is ready, it ends in two seconds and without complaint."""
    slow = "Najaf\n- Nabni: 3 seats\n\n" + ("A and b " * 200 + "won.\n") * 12_000  # minutes
    if not ready:
        remembered.write_text(slow, encoding="utf-8")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with started(*command_line("serve", "--port", "0"), **pipes) as served, ThreadPoolExecutor(1) as pool:
        if ready:
            address = served.stdout.readline().partition(" at ")[2].partition(" ")[0]
            remembered.write_text(slow, encoding="utf-8")
            asked = pool.submit(urllib.request.urlopen, f"{address}where/Maliki", timeout=20)
        time.sleep(1.5)
        assert served.poll() is None
        start = time.monotonic()
        served.send_signal(by)
        assert served.wait(20) == 0
        assert time.monotonic() - start < 4  # two seconds, where the machine has nothing else to do
        assert "Traceback" not in served.stderr.read()
        if ready:
            assert isinstance(asked.exception(), OSError)


def test_a_document_that_is_overdue_leaves_debuggers_and_profilers_alone() -> None:
    """After a strike Python has nothing more to look for: a profiler that begins then sees the first step end."""
    code = (
        "import sys\n"
        "from loaders import deadline\n"
        "deadline.SECONDS = 0.1\n"
        "def spin():\n"
        "    while True:\n"
        "        pass\n"
        "assert not deadline.Deadline(0).run(spin)\n"
        "sys.setprofile(lambda *_: None)\n"
        "(lambda: None)()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
