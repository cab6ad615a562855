"""Which data a caller names: the folder in the place of the shipped one, and the user's own that lie over it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from graph.errors import DocumentError, UsageError
from graph.files import whole_path
from graph.fingerprint import rooms
from graph.saves import await_save


class DataFolders(NamedTuple):
    """Data folders as they are given: one in the place of the shipped one, and a user's own that lie over it."""

    base: Path | str | None = None
    over: tuple[Path | str, ...] = ()


Given = Path | str | DataFolders | None  # how a caller names the data


def with_folders(given: Given, *over: Path | str) -> DataFolders:
    """The data with these folders of the user's over it and over those that lie there."""
    known = given if isinstance(given, DataFolders) else DataFolders(given)
    return known._replace(over=(*known.over, *over))


def over_folders(given: Given) -> tuple[Path, ...]:
    """The user's folders that lie over the data, as whole paths, each once.

    Raises UsageError for one without a name, DocumentError for one that is no data folder or is part of another,
    StoreError for one to which a save was ended in the middle.
    """
    if not isinstance(given, DataFolders):
        return ()
    for folder in given.over:
        _refuse_nameless(folder)
    found = tuple(dict.fromkeys(map(whole_path, given.over)))
    base = whole_path(data_folder(given))
    for folder in found:
        if not _is_data(folder):
            what = "this is no data folder: it has no entities.csv and no sources.csv"
            raise DocumentError(str(folder), None, what, f"Make one: majlis init {folder}")
        for inner, outer in (*((folder, other) for other in (base, *found)), (base, folder)):
            refuse_part(inner, outer, same=folder == base)
        await_save(folder)
    return found


def refuse_part(inner: Path, outer: Path, *, same: bool = False) -> None:
    """Raises DocumentError for a folder whose tables another data folder reads as its own, both whole paths."""
    if same or any(room in (inner, *inner.parents) for room in rooms(outer)):
        what = f"this folder is part of the data in {outer}, and would be read twice"
        raise DocumentError(str(inner), None, what, "Name a folder of your own beside it.")


def refuse_inside(folder: Path) -> None:
    """Raises DocumentError for a folder that is part of a data folder above it."""
    for outer in filter(_is_data, folder.parents):
        refuse_part(folder, outer)


def _refuse_nameless(folder: Path | str) -> None:
    """Raises UsageError for a folder without a name, as of a variable that is not set: it would be where one stands."""
    if not str(folder).strip():
        raise UsageError("a data folder without a name is given. Name one, or leave out what is empty.")


def _is_data(folder: Path) -> bool:
    """Whether a folder holds data, of its own or over others."""
    return any(_is_file(folder / name) for name in ("entities.csv", "sources.csv"))


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - unlike Path.is_file it never raises


def data_folder(given: Given = None) -> Path:
    """The data folder, to be read: the one given, or the one that ships with the packages.

    Raises what `named_folder` raises, StoreError for one to which a save was ended in the middle.
    """
    folder = named_folder(given)
    if with_folders(given).base is not None:
        await_save(folder)
    return folder


def named_folder(given: Given = None) -> Path:
    """The same, whether or not its tables are being saved: the map in it is no table.

    Raises UsageError for one without a name, DocumentError for one that is no data folder.
    """
    base = with_folders(given).base
    if base is not None:
        _refuse_nameless(base)
        folder = Path(base)
        if not _is_file(folder / "entities.csv"):
            what = "this is no data folder: it has no entities.csv"
            raise DocumentError(str(folder), None, what, "See data/README.md for what one holds.")
        return folder
    import graph

    package = Path(graph.__file__).resolve().parent
    shipped = package / "_data"
    return shipped if shipped.is_dir() else package.parent / "data"
