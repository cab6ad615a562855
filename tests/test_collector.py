"""Python's search for circles of objects stands still while a document is read."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import loaders
from graph.collector import without_collector
from graph.model import Registry
from graph.names import Resolver

pytestmark = pytest.mark.usefixtures("nothing_set_aside")
ROOT = Path(__file__).parents[1]


@pytest.fixture
def nothing_set_aside() -> Iterator[None]:
    """What the tests have set aside is searched again, as all is in a program."""
    gc.unfreeze()
    yield
    gc.freeze()


def test_what_was_made_is_not_looked_through_right_behind() -> None:
    """Behind the stretch without the search nothing made in it is looked through, and the search is on again."""
    passes: list[int] = []

    def note(phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            passes.append(info["generation"])

    before = gc.get_threshold()
    gc.set_threshold(1_000, 10, 10)
    try:
        with without_collector():
            gc.callbacks.append(note)
            made = [[number] for number in range(20_000)]
            assert not gc.isenabled()
        more = [[number] for number in range(100)]
        assert passes == []
    finally:
        gc.callbacks.remove(note)
        gc.set_threshold(*before)
    assert gc.isenabled()
    assert len(made) + len(more) == 20_100


def test_the_search_that_was_off_stays_off() -> None:
    """One stretch within another leaves it as it found it."""
    with without_collector():
        with without_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_is_set_aside_stays_so() -> None:
    """Objects that somebody has taken out of the search are not brought back into it."""
    gc.freeze()
    aside = gc.get_freeze_count()
    with without_collector():
        pass
    assert gc.get_freeze_count() == aside > 0


def test_a_document_is_understood_without_it(tmp_path: Path) -> None:
    """No search begins while a document is read, whoever reads it."""
    path = tmp_path / "table.csv"
    rows = "".join(f"Marden,Union {number},{number + 100}\n" for number in range(2_000))
    path.write_text(f"Province,Party,Votes\n{rows}", encoding="utf-8")
    reading = loaders.read(path, Registry({}, (), {}, ()), Resolver(()))
    passes: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        passes.append(phase)

    before = gc.get_threshold()
    gc.set_threshold(100, 10, 10)
    gc.callbacks.append(note)
    try:
        read = reading.understood()
        during = list(passes)
    finally:
        gc.callbacks.remove(note)
        gc.set_threshold(*before)
    assert len(read.found) == 2_000
    assert during.count("start") <= 1  # one that was due before


def test_a_page_brings_in_only_what_it_needs(tmp_path: Path) -> None:
    """`majlis read` of a page of sentences imports no reader of tables or archives, no register and no laws."""
    path = tmp_path / "page.txt"
    path.write_text("The commission spoke in Marden.\n\nThe Reds won 9 seats in Marden.\n", encoding="utf-8")
    unneeded = ("loaders.reading.tables.table", "zipfile", "majlis.register", "graph.laws", "graph.checks.expectations")
    script = (
        "import os, sys\n"
        "from majlis.cli import main\n"
        f"main(['read', {str(path)!r}], standalone_mode=False)\n"
        f"print('brought in:', [name for name in {unneeded!r} if name in sys.modules])\n"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "9" in run.stdout
    assert run.stdout.splitlines()[-1] == "brought in: []"
