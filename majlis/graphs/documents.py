"""The user's documents of a data folder: later builds read them again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError
from graph.files import hash_of

from ..cache import cache_folder

if TYPE_CHECKING:
    from loaders.folder import UserDocument


def remember(folder: Path, documents: Sequence[UserDocument]) -> None:
    """Remember the user's documents: later builds of this data folder read them again. Raises StoreError."""
    import json

    from graph.files import replacing

    file = _memory(folder)
    rows = [{"path": str(document.path), "options": document.options.stated()} for document in documents]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as out:
            out.write(json.dumps({"documents": rows}, indent=1).encode())
    except OSError as error:
        raise StoreError(f"{file}: your documents cannot be remembered ({error})") from error


def remembered(folder: Path) -> list[UserDocument]:
    """The user's documents of the last build of this data folder. Raises StoreError."""
    file = _memory(folder)
    if not os.path.exists(file):  # noqa: PTH110 - unlike Path.exists it never raises
        return []
    import json

    from loaders import Options
    from loaders.folder import UserDocument

    try:
        rows = json.loads(file.read_text(encoding="utf-8"))["documents"]
        return [UserDocument(Path(row["path"]), Options(**row["options"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StoreError(
            f"{file}: the list of your documents cannot be read ({error}). Name them again: majlis build FILE..."
        ) from error


def _memory(folder: Path) -> Path:
    name = hash_of(str(folder.resolve()).encode(), digest_size=6).hexdigest()
    return cache_folder() / f"documents-{name}.json"
