"""Pages with commands and their outputs: each command is run in this process, and its output written below it."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
from doctest import DocTestParser
from pathlib import Path
from unittest.mock import patch

from tests.command import program, run_here

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"
TODAY = "2026-11-28"  # of which day the pages tell
_BLOCK = re.compile(r"```(?P<kind>console|pycon)\n(?P<text>.*?)```", re.DOTALL)
_COMMAND = re.compile(r"^\$ (?P<command>[^\n]*(?:\n> [^\n]*)*)", re.MULTILINE)
_STATUS = "echo $?"
_BUILT = "majlis: built the graph"
HOME = "/home/you"


def blocks(text: str) -> list[str]:
    """The blocks of a page that show what was typed and what came back."""
    return [found["text"] for found in _BLOCK.finditer(text)]


def answered(text: str) -> list[tuple[str, str]]:
    """The commands of a page's console blocks, each as one text, with the outputs that the page shows."""
    found = []
    for block in _BLOCK.finditer(text):
        if block["kind"] == "console":
            typed = list(_COMMAND.finditer(block["text"]))
            ends = [*(one.start() for one in typed[1:]), len(block["text"])]
            found += [
                (_joined(one["command"]), block["text"][one.end() + 1 : end])
                for one, end in zip(typed, ends, strict=True)
            ]
    return found


def written(text: str, folder: Path, cache: str) -> str:
    """The text of a page with each block holding what its commands print.

    They run one after another in `folder`, a copy of `docs/examples` that the page calls `HOME`. A command that fails
    is an error, unless the page asks for its exit code next (`echo $?`). What is told beside an answer stands below
    it, but for how its graph came about.
    """
    if not folder.exists():
        shutil.copytree(EXAMPLES, folder)
    names: dict[str, object] = {}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAJLIS_")}
    environment |= {"XDG_CACHE_HOME": cache, "MAJLIS_TODAY": TODAY}

    def block(found: re.Match[str]) -> str:
        with contextlib.chdir(folder), patch.dict(os.environ, environment, clear=True):
            inside = _console(found["text"]) if found["kind"] == "console" else _python(found["text"], names)
        return f"```{found['kind']}\n{inside.replace(str(folder), HOME)}```"

    return _BLOCK.sub(block, text)


def _joined(command: str) -> str:
    return command.replace("\n> ", "\n")


def _console(text: str) -> str:
    typed = [found["command"] for found in _COMMAND.finditer(text)]
    whole, code = "", 0
    for number, command in enumerate(typed):
        if command == _STATUS:
            output = f"{code}\n"
        else:
            code, output = _run(_joined(command))
            if code and _STATUS not in typed[number + 1 : number + 2]:
                raise AssertionError(f"$ {command}\nended with {code}:\n{output}")
        whole += f"$ {command}\n{output}"
    return whole


def _run(command: str) -> tuple[int, str]:
    """The exit code and the output of a command, which may end in `| head -N` or `> FILE`."""
    words = shlex.split(command)
    lines = int(words[-1].removeprefix("-")) if words[-3:-1] == ["|", "head"] else None
    into = words[-1] if words[-2:-1] == [">"] else None
    words = words[:-3] if lines else words[:-2] if into else words
    done = program(*words, ends_well=False) if words[0] != "majlis" else run_here(*words[1:])
    output = done.stdout + "".join(
        line for line in done.stderr.splitlines(keepends=True) if not line.startswith(_BUILT)
    )
    if into:
        Path(into).write_text(done.stdout, encoding="utf-8")
        output = ""
    return done.returncode, "".join(output.splitlines(keepends=True)[:lines])


def _python(text: str, names: dict[str, object]) -> str:
    """A Python session; the names of the page's earlier ones are known."""
    whole = ""
    for example in DocTestParser().get_examples(text):
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(compile(example.source, "<page>", "single"), names)  # noqa: S102 - our own pages are what is tested
        first, *more = example.source.splitlines()
        whole += "".join([f">>> {first}\n", *(f"... {line}".rstrip() + "\n" for line in more), output.getvalue()])
    return whole
