"""What a command writes with -o takes the place of a file, and of nothing else."""

from __future__ import annotations

import os
import socket
import stat
import threading
from pathlib import Path

import pytest

from graph.errors import StoreError
from majlis.output import writing


def test_a_file_is_replaced_when_all_is_written(tmp_path: Path) -> None:
    """A write that fails leaves the old file whole and nothing beside it; one that ends keeps its mode."""
    file = tmp_path / "page.html"
    file.write_text("old")
    file.chmod(0o600)
    with pytest.raises(ZeroDivisionError), writing(str(file)) as out:
        out.write(b"half")
        raise ZeroDivisionError
    assert (file.read_text(), list(tmp_path.iterdir())) == ("old", [file])
    with writing(str(file)) as out:
        out.write(b"new")
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("new", 0o600)


def test_a_link_is_followed(tmp_path: Path) -> None:
    """The file that a link leads to is written, and the link stays a link."""
    file, link = tmp_path / "file", tmp_path / "link"
    link.symlink_to(file)
    with writing(str(link)) as out:
        out.write(b"new")
    assert link.is_symlink()
    assert file.read_text() == "new"


def test_a_link_that_leads_to_itself_gives_way(tmp_path: Path) -> None:
    """There is no file to follow it to: what is written takes its place."""
    link = tmp_path / "circle"
    link.symlink_to(link)
    with writing(str(link)) as out:
        out.write(b"new")
    assert (link.is_symlink(), link.read_text()) == (False, "new")


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    """A pipe is written to and stays a pipe."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    with writing(str(pipe)) as out:
        out.write(b"new")
    reader.join(timeout=10)
    assert read == [b"new"]
    assert pipe.is_fifo()


def test_a_pipe_that_nobody_reads_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe without a reader is an error that says so, and so is a socket."""
    monkeypatch.setattr("majlis.output._READER", 0.1)
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(tmp_path / "socket"))
    for name, why in (("pipe", "nobody reads this pipe"), ("socket", "No such device or address")):
        with (
            pytest.raises(StoreError, match=f"{name}: this file cannot be written .{why}"),
            writing(str(tmp_path / name)),
        ):
            pytest.fail("it was opened")


def test_a_folder_cannot_be_written(tmp_path: Path) -> None:
    """A folder, or a place in none, is an error that says what to do."""
    for where in (tmp_path, tmp_path / "none" / "file"):
        with pytest.raises(StoreError, match=r"cannot be written .* Name another with -o"), writing(str(where)):
            pass


def test_nothing_that_lies_there_is_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link laid where the half-written file would be is left alone: the name of that file is nobody's yet."""
    other, file = tmp_path / "other", tmp_path / "page.html"
    names = iter((b"12345678", b"abcdefgh"))
    monkeypatch.setattr(os, "urandom", lambda count: next(names))
    (tmp_path / f".page.html.{b'12345678'.hex()}.tmp").symlink_to(other)
    with pytest.raises(StoreError, match="cannot be written"), writing(str(file)) as out:
        out.write(b"new")
    assert not other.exists()
    with writing(str(file)) as out:
        out.write(b"new")
    assert file.read_text() == "new"


def test_anothers_link_in_a_shared_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder that all may write to a link of another user is not followed; one's own is."""
    shared, file = tmp_path / "shared", tmp_path / "file"
    shared.mkdir()
    shared.chmod(0o1777)
    link = shared / "page.html"
    link.symlink_to(file)
    with writing(str(link)) as out:
        out.write(b"own")
    found = list(link.lstat())
    found[stat.ST_UID] += 1
    monkeypatch.setattr(Path, "lstat", lambda _: os.stat_result(found))
    with pytest.raises(StoreError, match="another user's link"), writing(str(link)) as out:
        out.write(b"foreign")
    assert file.read_text() == "own"
