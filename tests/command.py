"""`majlis` for tests: in their own process, which is quick, or in one of its own where that is what is tested."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from majlis.cli import main

Ran = subprocess.CompletedProcess[str]
Run = Callable[..., Ran]


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
    return subprocess.run(
        command_line(*arguments),
        env={**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=120,
        check=False,
    )
