"""How tests are run: one that waits for ever fails where it stands, and one worker has those that share a server."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.command import program

TESTS = """
import threading, time, pytest

@pytest.fixture
def endless():
    yield
    time.sleep(600)

def test_wait():
    thread = threading.Thread(target=time.sleep, args=(600,), daemon=True)
    thread.start()
    thread.join()
def test_wrong(endless): assert False
def test_good(): pass
def test_last(): pass
"""


def test_no_test_waits_for_ever(tmp_path: Path) -> None:
    """It fails; where it failed already and its end hangs, as in C code, its process dies and another goes on."""
    root = Path(__file__).parents[1]
    (tmp_path / "test_endless.py").write_text(TESTS, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.watchdog", "-p", "no:playwright", "-c", "pyproject.toml"]
    command += ["--rootdir", ".", "--noconftest", "-n", "2", "-o", "timeout=1", "-o", "faulthandler_timeout=8"]
    done = program(*command, tmp_path, cwd=root, ends_well=False)
    assert "= 3 failed, 2 passed" in done.stdout, done.stdout  # test_wrong twice: at its call and at its end
    assert "test_wait - Failed: Timeout" in done.stdout
    assert ">       thread.join()" in done.stdout
    assert "::test_wrong'" in done.stdout.partition("crashed while running")[2]
    assert 'test_endless.py", line 7 in endless' in done.stderr


def test_a_worker_knows_the_group_of_a_test(request: pytest.FixtureRequest) -> None:
    """Where several workers share the tests out, each goes to one with its group, so a server starts once."""
    shared_out = "PYTEST_XDIST_WORKER" in os.environ
    assert request.node.nodeid.endswith("@tests/test_watchdog.py") == shared_out
