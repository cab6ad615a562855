"""A version of the data by its name: a graph file or server, a data folder, or a git revision of the data folder."""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import UsageError
from graph.stores.open import is_server, open_store
from queries.view import GraphView

from .data import data_folder
from .graphs.open import Opened, open_folder

if TYPE_CHECKING:
    from queries.checking.diff import Diff


def diff(old: str | Path, new: str | Path, data: str | Path | None = None) -> Diff:
    """What changed from one version of the data to another (`queries.checking.diff`); raises what `open_version` does.

    `data`: the folder whose revisions are meant, where a version is one.
    """
    from queries.checking.diff import diff as differences

    before, after = open_version(old, data), open_version(new, data)
    try:
        return differences(before.graph, after.graph)
    finally:
        before.graph.store.close()
        after.graph.store.close()


def open_version(version: str | Path, data: str | Path | None = None) -> Opened:
    """The graph of a version: what is there under this name, else the data folder at this git revision.

    A folder is taken without the documents that a user added to it. Raises UsageError for what is none of these,
    DocumentError or CheckError for data that cannot be built, StoreError for a graph that cannot be opened.
    """
    name = str(version)
    if is_server(name) or os.path.isfile(name):  # noqa: PTH113 - unlike Path.is_file it never raises
        return Opened(GraphView(open_store(name)))
    if os.path.isdir(name):  # noqa: PTH112 - unlike Path.is_dir it never raises
        return open_folder(data_folder(name))
    with tempfile.TemporaryDirectory(prefix="majlis-") as folder:
        zipfile.ZipFile(io.BytesIO(_revision(name, data_folder(data)))).extractall(folder)
        return open_folder(data_folder(folder))


def _revision(name: str, folder: Path) -> bytes:
    """A data folder at a revision of the git repository that it stands in, as a zip archive."""
    command = ["git", "-C", str(folder), "archive", "--format=zip", "--end-of-options", name]
    try:
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell reads the name
    except OSError as error:
        said = f"git cannot be run: {error.strerror}"
    else:
        if done.returncode == 0:
            return done.stdout
        said = done.stderr.decode("utf-8", "replace").strip().replace("\n", " ")
    raise UsageError(
        f"{name}: there is no such folder or graph file, and {folder} has no such git revision ({said}). "
        "Name a data folder, a graph file or server, or a revision of the repository that the data folder stands in."
    )
