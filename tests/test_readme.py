"""The README shows what the commands print: its outputs are written by this file and checked by it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n\$ (?P<command>majlis [^\n]+)\n.*?```", re.DOTALL)


def written(text: str, cache: str) -> str:
    """The text with each console block holding what its command prints."""

    def block(found: re.Match[str]) -> str:
        command = [sys.executable, "-m", "majlis", *shlex.split(found["command"])[1:]]
        env = os.environ | {"XDG_CACHE_HOME": cache}
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
        return f"```console\n$ {found['command']}\n{done.stdout}```"

    return _BLOCK.sub(block, text)


def test_the_readme_shows_what_the_commands_print(tmp_path: Path) -> None:
    """Each command of the README, run now, prints what stands below it (write it anew with `make readme`)."""
    text = README.read_text(encoding="utf-8")
    assert len(_BLOCK.findall(text)) >= 5
    assert written(text, str(tmp_path)) == text


def test_every_command_is_in_the_readme() -> None:
    """No command is undocumented."""
    from majlis.cli import main

    text = README.read_text(encoding="utf-8")
    assert [name for name in main.modules if f"majlis {name}" not in text] == []


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        README.write_text(written(README.read_text(encoding="utf-8"), folder), encoding="utf-8")
