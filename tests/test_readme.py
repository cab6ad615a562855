"""The README, the answers and the codebook show what the commands print: written and checked by this file."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ANSWERS = ROOT / "docs" / "answers.md"
CODEBOOK = ROOT / "data" / "README.md"
_BLOCK = re.compile(r"```console\n\$ (?P<command>majlis [^\n]+)\n.*?```", re.DOTALL)


def written(text: str, cache: str) -> str:
    """The text with each console block holding what its command prints."""

    def block(found: re.Match[str]) -> str:
        command = [sys.executable, "-m", "majlis", *shlex.split(found["command"])[1:]]
        env = {name: value for name, value in os.environ.items() if name != "MAJLIS_ELECTION"}
        env |= {"XDG_CACHE_HOME": cache, "MAJLIS_TODAY": "2026-11-28"}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
        return f"```console\n$ {found['command']}\n{done.stdout}```"

    return _BLOCK.sub(block, text)


@pytest.mark.parametrize(("page", "blocks"), [(README, 1), (ANSWERS, 13), (CODEBOOK, 2)])
def test_the_page_shows_what_the_commands_print(page: Path, blocks: int, tmp_path: Path) -> None:
    """Each command of the page, run now, prints what stands below it (write it anew with `make readme`)."""
    text = page.read_text(encoding="utf-8")
    assert len(_BLOCK.findall(text)) >= blocks
    assert written(text, str(tmp_path)) == text


def test_the_readme_is_short() -> None:
    """What a newcomer reads first has at most 200 lines."""
    assert len(README.read_text(encoding="utf-8").splitlines()) <= 200


def test_the_readme_says_where_the_command_is() -> None:
    """Before the first bare `majlis` stands how to call it after `make demo`, which installs it here."""
    before = README.read_text(encoding="utf-8").partition("$ majlis")[0]
    assert "source .venv/bin/activate" in before.partition("make demo")[2]
    assert "VENV := .venv\n" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme() -> None:
    """No command is undocumented."""
    from majlis.cli import main

    text = README.read_text(encoding="utf-8")
    assert [name for name in main.modules if f"majlis {name}" not in text] == []


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for page in (README, ANSWERS, CODEBOOK):
            page.write_text(written(page.read_text(encoding="utf-8"), folder), encoding="utf-8")
