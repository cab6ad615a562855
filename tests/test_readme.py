"""The README, the documentation and the codebook show what the commands print: written and checked by this file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

import majlis
from docs.reference.make import COMMANDS, PYTHON, SHAPES, commands_page, python_page, shapes_page
from tests.pages import ROOT, TODAY, blocks, written

README = ROOT / "README.md"
# Each page with commands and outputs, and how many such blocks it has at least.
SHOWN = {
    "README.md": 1,
    "data/README.md": 2,
    "docs/answers.md": 13,
    "docs/cypher.md": 22,
    "docs/deciding.md": 2,
    "docs/reading.md": 1,
    "docs/limits.md": 1,
    "docs/own-data.md": 1,
    "docs/picture.md": 1,
    "docs/python.md": 5,
    "docs/time.md": 4,
    "docs/tutorials/analyst.md": 9,
    "docs/tutorials/developer.md": 5,
    "docs/tutorials/editor.md": 6,
    "docs/tutorials/journalist.md": 5,
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cache that the pages share, so that the shipped data are built once."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize("name", SHOWN)
def test_the_page_shows_what_the_commands_print(name: str, cache: str, tmp_path: Path) -> None:
    """Each command of the page, run now, prints what stands below it (write it anew with `make readme`)."""
    text = (ROOT / name).read_text(encoding="utf-8")
    assert len(blocks(text)) >= SHOWN[name]
    assert written(text, tmp_path / "examples", cache) == text


def test_no_page_with_outputs_is_left_out() -> None:
    """Every page of the documentation that shows an output is one that is checked."""
    pages = [path for path in (ROOT / "docs").rglob("*.md") if blocks(path.read_text(encoding="utf-8"))]
    assert {path.relative_to(ROOT).as_posix() for path in pages} <= set(SHOWN)


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
        for number, page in enumerate(SHOWN):
            path = ROOT / page
            path.write_text(
                written(path.read_text(encoding="utf-8"), Path(folder, str(number)), folder), encoding="utf-8"
            )
        os.environ |= {"XDG_CACHE_HOME": folder, "MAJLIS_TODAY": TODAY}
        COMMANDS.write_text(commands_page(), encoding="utf-8")
        PYTHON.write_text(python_page(), encoding="utf-8")
        with majlis.open() as graph:
            SHAPES.write_text(shapes_page(graph), encoding="utf-8")
