"""`majlis` for tests: in their own process, which is quick, or in one of its own where that is what is tested."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from majlis.cli import main

Ran = subprocess.CompletedProcess[str]
Run = Callable[..., Ran]
LONGEST = 300  # seconds: more than any program of a test takes, on any machine


def command_line(*arguments: str | Path) -> list[str]:
    """The command line of a process of its own."""
    return [sys.executable, "-m", "majlis", *map(str, arguments)]


def run_here(*arguments: str | Path, **env: str) -> Ran:
    """Run `majlis` in this process: its exit code, and what it wrote to stdout and to stderr."""
    words = [str(word) for word in arguments]
    done = CliRunner().invoke(main, words, prog_name="majlis", env=env, catch_exceptions=False)
    return subprocess.CompletedProcess(words, done.exit_code, done.stdout, done.stderr)


def run_apart(*arguments: str | Path, **env: str) -> Ran:
    """Run `majlis` in a process of its own, in the current folder."""
    return program(*command_line(*arguments), ends_well=False, **env)


def program(*words: object, cwd: Path | None = None, ends_well: bool = True, **env: str) -> Ran:
    """Run any program and wait for it: what it wrote. It `ends_well` unless it is for the test to say how it ends."""
    done = subprocess.run(
        [str(word) for word in words],
        cwd=cwd,
        env={**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=LONGEST,
        check=False,
    )
    assert not ends_well or done.returncode == 0, done.stdout + done.stderr
    return done


@contextmanager
def started(*words: object, **options: Any) -> Iterator[subprocess.Popen[Any]]:
    """A program that runs beside the test: it is killed where the test leaves it running."""
    with subprocess.Popen([str(word) for word in words], **options) as process:
        try:
            yield process
        finally:
            process.kill()  # nothing, once it has ended


class Served:
    """A server of `majlis` as a process of its own: its address once it is ready, what it printed, and how it ended."""

    def __init__(self, *arguments: object, **environment: str) -> None:
        self.process = subprocess.Popen(
            command_line(*map(str, arguments)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )
        assert self.process.stdout is not None
        late = threading.Timer(LONGEST, self.process.kill)
        late.start()
        self.ready = self.process.stdout.readline()
        late.cancel()
        self.address = self.ready.partition(" at ")[2].partition(" ")[0].rstrip("/")

    def end(self, by: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        """Tell it to stop: its exit code, and what it said on stderr."""
        if self.process.poll() is None:
            self.process.send_signal(by)
        try:
            _, said = self.process.communicate(timeout=20)
        finally:
            self.process.kill()  # nothing, once it has ended
        return self.process.returncode, said
