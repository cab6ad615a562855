"""The documents whose claims are kept in a data folder, by what their files hold: none is read a second time."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from graph.errors import DocumentError
from graph.fingerprint import DOCUMENTS

from .rows import Table, is_there, read_table

KEPT = Table(("source", "digest"), ("file", "layout", "note"))


def digest_of(path: Path) -> str:
    """What tells a document from all others: a hash of its bytes. Raises DocumentError."""
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError as error:
        todo = "Check the path and its permissions."
        raise DocumentError(str(path), None, f"cannot be opened: {error.strerror}", todo) from error


def kept_documents(folders: Sequence[Path]) -> dict[str, Path]:
    """The documents that these folders keep the claims of, each by its hash with its folder. Raises DocumentError."""
    return {
        row["digest"]: folder
        for folder in folders
        if is_there(folder / DOCUMENTS)
        for _, row in read_table(folder / DOCUMENTS, str(folder / DOCUMENTS), KEPT)
    }
