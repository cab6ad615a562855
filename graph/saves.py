"""A save of several files of a folder, which a reader finds either not begun or done, whenever its program is ended.

All files are written beside the old ones; then a list of them, the journal, takes its place: from there on the save
counts, and whoever looks at the folder next moves what is still beside into its place.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from pathlib import Path

from .errors import StoreError
from .files import beside, refuse_endless, replacing

JOURNAL = "unfinished-save"  # lines of two names: a file beside, and the one whose place it takes
LEFT = (".*.csv.*.tmp", f".{JOURNAL}.*.tmp")  # what a save leaves that was ended before it counted
_MOVE = r"((?:[\w.-]+/)?)\.([^/\0\t\n]+)\.[0-9a-f]{16}\.tmp\t\1([^/\0\t\n]+)"
_LONGEST = 1 << 20  # bytes of a journal


def save_all(folder: Path, texts: Mapping[str, str]) -> None:
    """Write these texts to files of a folder, all of them or none.

    Raises OSError, or StoreError for a folder that is a link to another, and then nothing was written.
    """
    moves: dict[Path, str] = {}
    journal = folder / JOURNAL
    for above in {(folder / file).parent for file in texts} - {folder}:
        if above.is_symlink():
            todo = "Put the folder itself in its place, or name that folder."
            raise StoreError(f"{above}: this is a link to another folder, in which nothing is written. {todo}")
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


def finish_save(folder: Path) -> bool:
    """Move the files of a save that counts into their places; whether there was one. Raises StoreError."""
    journal = folder / JOURNAL
    if not journal.is_symlink() and not journal.exists():
        return False
    refuse_endless(journal, str(journal))
    try:
        with journal.open("rb") as file:
            moves = file.read(_LONGEST + 1).decode(errors="replace").splitlines()
        found = [re.fullmatch(_MOVE, move) for move in moves]
        for number, move in enumerate(found, 1):
            if move is None or move[1] in ("./", "../") or not move[3].startswith(move[2][:100]):
                what = f"{journal}:{number}: this is no line of a save: {moves[number - 1][:80]!r}"
                raise StoreError(f"{what}. Move the file away, and look at the tables of the folder.")
        for line in moves:
            source, target = line.split("\t")
            with contextlib.suppress(FileNotFoundError):  # it was moved, by who was ended or by another now
                (folder / source).replace(folder / target)
        journal.unlink(missing_ok=True)
    except FileNotFoundError:  # another program has just finished it
        return False
    except OSError as error:
        what = f"{folder}: a save was ended in the middle, and cannot be finished here ({error.strerror})"
        raise StoreError(f"{what}. Run majlis add or majlis review there as who may write.") from error
    return True
