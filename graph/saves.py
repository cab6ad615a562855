"""A save of several files of a folder, which a reader finds either not begun or done, whenever its program is ended.

All files are written beside the old ones; then a list of them, the journal, takes its place: from there on the save
counts. Whoever writes to the folder next moves what is still beside into its place; whoever reads waits for a save
that goes on, and is told of one that was ended.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from .errors import StoreError
from .files import beside, refuse_endless, replacing

JOURNAL = "unfinished-save"  # lines of two names: a file beside, and the one whose place it takes
LEFT = (".*.csv.*.tmp", f".{JOURNAL}.*.tmp")  # what a save leaves that was ended before it counted
_MOVE = r"((?:[\w.-]+/)?)\.([^/\0\t\n]+)\.[0-9a-f]{16}\.tmp\t\1([^/\0\t\n]+)"
_LONGEST = 1 << 20  # bytes of a journal
_GOES_ON = 2.0  # seconds that a save may take from its journal on


def save_all(folder: Path, texts: Mapping[str, str]) -> None:
    """Write these texts to files of a folder, all of them or none.

    Raises OSError, or StoreError for a folder that is a link to another, and then nothing was written.
    """
    moves: dict[Path, str] = {}
    journal = folder / JOURNAL
    _refuse_links(folder, texts)
    finish_save(folder)
    try:
        for file, text in texts.items():
            above = (folder / file).parent
            above.mkdir(parents=True, exist_ok=True)
            with beside(folder / file) as (path, out):
                moves[path] = file
                out.write(text.encode())
        with replacing(journal) as out:
            lines = (f"{path.relative_to(folder).as_posix()}\t{file}\n" for path, file in moves.items())
            out.write("".join(lines).encode())
    except BaseException:
        if not journal.exists():
            for path in moves:
                path.unlink(missing_ok=True)
        raise
    finish_save(folder)


def await_save(folder: Path) -> None:
    """Wait for a save of the folder that counts and goes on. Raises StoreError for one that was ended in the middle."""
    journal = folder / JOURNAL
    until = time.monotonic() + _GOES_ON
    while (began := _written(journal)) is not None:
        if time.monotonic() > until or began < time.time() - _GOES_ON:
            todo = f"Whoever may write there finishes it: majlis init {folder}"
            raise StoreError(f"{folder}: a save was ended in the middle, so that its tables are not read. {todo}")
        time.sleep(_GOES_ON / 100)


def is_saved(folder: Path) -> bool:
    """Whether a save of the folder counts and is not done."""
    return _written(folder / JOURNAL) is not None


def _written(journal: Path) -> float | None:
    """When a journal was written; None where there is none, or none may be seen."""
    try:
        return journal.lstat().st_mtime
    except OSError:
        return None


def _refuse_links(folder: Path, files: Iterable[str]) -> None:
    """Raises StoreError where one of these files is to stand in a folder that is a link."""
    for above in {(folder / file).parent for file in files} - {folder}:
        if above.is_symlink():
            todo = "Put the folder itself in its place, or name that folder."
            raise StoreError(f"{above}: this is a link to another folder, in which nothing is written. {todo}")


def finish_save(folder: Path) -> bool:
    """Move the files of a save that counts into their places; whether there was one. Raises StoreError."""
    journal = folder / JOURNAL
    if _written(journal) is None:
        return False
    if journal.is_symlink():
        raise StoreError(f"{journal}: this is a link, and no list of a save. Take it away.")
    refuse_endless(journal, str(journal))
    try:
        with journal.open("rb") as file:
            written = file.read(_LONGEST + 1)
        if len(written) > _LONGEST:
            what = f"{journal}: this is longer than any list of a save"
            raise StoreError(f"{what}. Move the file away, and look at the tables of the folder.")
        moves = written.decode(errors="replace").splitlines()
        found = [re.fullmatch(_MOVE, move) for move in moves]
        for number, move in enumerate(found, 1):
            if move is None or move[1] in ("./", "../") or not move[3].startswith(move[2][:100]):
                what = f"{journal}:{number}: this is no line of a save: {moves[number - 1][:80]!r}"
                raise StoreError(f"{what}. Move the file away, and look at the tables of the folder.")
        pairs = [line.split("\t") for line in moves]
        _refuse_links(folder, (target for _, target in pairs))
        for source, target in pairs:
            with contextlib.suppress(FileNotFoundError):  # it was moved, by who was ended or by another now
                (folder / source).replace(folder / target)
        journal.unlink(missing_ok=True)
    except FileNotFoundError:  # another program has just finished it
        return False
    except OSError as error:
        what = f"{folder}: a save was ended in the middle, and cannot be finished here ({error.strerror})"
        raise StoreError(f"{what}. Run majlis add or majlis review there as who may write.") from error
    return True
