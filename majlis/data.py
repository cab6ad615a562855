"""Which data a caller names: the folder in the place of the shipped one, and the user's own that lie over it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from graph.errors import DocumentError
from graph.files import whole_path
from graph.saves import finish_save


class DataFolders(NamedTuple):
    """Data folders as they are given: one in the place of the shipped one, and a user's own that lie over it."""

    base: Path | str | None = None
    over: tuple[Path | str, ...] = ()


Given = Path | str | DataFolders | None  # how a caller names the data


def over_folders(given: Given) -> tuple[Path, ...]:
    """The user's folders that lie over the data, as whole paths, each save to them finished.

    Raises DocumentError for one that is none.
    """
    found = tuple(whole_path(folder) for folder in given.over) if isinstance(given, DataFolders) else ()
    for folder in found:
        if not any(_is_file(folder / name) for name in ("entities.csv", "sources.csv")):
            what = "this is no data folder: it has no entities.csv and no sources.csv"
            raise DocumentError(str(folder), None, what, f"Make one: majlis init {folder}")
        finish_save(folder)
    return found


def with_own(given: Given, folder: Path) -> tuple[Path, ...]:
    """The folders over the data with one more of the user's, which rows are added to. Raises DocumentError."""
    base, over = (given.base, given.over) if isinstance(given, DataFolders) else (given, ())
    return tuple(dict.fromkeys(over_folders(DataFolders(base, (*over, folder)))))


def _is_file(path: Path) -> bool:
    return os.path.isfile(path)  # noqa: PTH113 - unlike Path.is_file it never raises


def data_folder(given: Given = None) -> Path:
    """The data folder: the one given, or the one that ships with the packages."""
    if isinstance(given, DataFolders):
        given = given.base
    if given is not None:
        folder = Path(given)
        if not _is_file(folder / "entities.csv"):
            raise DocumentError(
                str(folder),
                None,
                "this is no data folder: it has no entities.csv",
                "See data/README.md for what one holds.",
            )
        return folder
    import graph

    package = Path(graph.__file__).resolve().parent
    shipped = package / "_data"
    return shipped if shipped.is_dir() else package.parent / "data"
