"""How data folders are watched: every change is seen, also the one made right after the last look."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from graph import fingerprint
from graph.fingerprint import Watch, data_files

Change = Callable[[Path], object]

CHANGES: dict[str, Change] = {
    "a file says something else": lambda folder: (folder / "entities.csv").write_text("id,kind\n", encoding="utf-8"),
    "a file has as many letters and its old time": lambda folder: _same_size_and_time(folder / "entities.csv"),
    "a table is new": lambda folder: (folder / "aliases.csv").write_text("", encoding="utf-8"),
    "a table is gone": lambda folder: (folder / "sources.csv").unlink(),
    "statements are new": lambda folder: (folder / "statements-2.csv").write_text("", encoding="utf-8"),
    "a report is new": lambda folder: _written(folder / "reports" / "new.txt"),
    "statements are new in a folder that is": lambda folder: _written(folder / "statements" / "deep" / "er" / "a.csv"),
    "a folder has another name": lambda folder: (folder / "registry" / "old").rename(folder / "registry" / "other"),
    "a registry is gone": lambda folder: (folder / "registry" / "old" / "ties.csv").unlink(),
}


def _written(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")


def _same_size_and_time(path: Path) -> None:
    then = path.stat()
    path.write_text(path.read_text(encoding="utf-8").swapcase(), encoding="utf-8")
    os.utime(path, ns=(then.st_atime_ns, then.st_mtime_ns))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a table of each sort."""
    for name in ("entities.csv", "sources.csv", "statements.csv", "registry/old/ties.csv", "reports/a.txt"):
        _written(tmp_path / name)
    for path in (tmp_path, *(path for path in tmp_path.rglob("*") if path.is_dir())):
        os.utime(path, (1, 1))  # a change that follows at once has another time, however coarse times are
    return tmp_path


@pytest.mark.parametrize("settled", [0, 2_000_000_000], ids=["long ago", "just now"])
@pytest.mark.parametrize("what", CHANGES)
def test_every_change_is_seen(folder: Path, what: str, settled: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the folder was gone through long ago or just now; while nothing changes the state is the same."""
    monkeypatch.setattr(fingerprint, "_SETTLED", settled)
    watch = Watch()
    before = watch.state(folder)
    assert watch.state(folder) == before
    CHANGES[what](folder)
    assert watch.state(folder) != before
    assert [path for path, _ in watch.state(folder)] == sorted(str(path) for path in data_files(folder))


def test_what_no_graph_is_built_from_changes_nothing(folder: Path) -> None:
    """A file beside the data is none of them."""
    watch = Watch()
    before = watch.state(folder)
    (folder / "notes.md").write_text("x", encoding="utf-8")
    assert watch.state(folder) == before


def test_a_folder_that_does_not_change_is_not_gone_through_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once its times are old enough to be sure, only the files themselves are looked at."""
    monkeypatch.setattr(fingerprint, "_SETTLED", 0)
    watch = Watch()
    before = watch.state(folder)
    monkeypatch.setattr(fingerprint, "_data_files", lambda *_: pytest.fail("gone through again"))
    assert watch.state(folder) == before
