"""What was said in a review that is not saved yet: kept after each act, and taken up when it is opened again."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from graph.files import replacing

from .items import Item, Said, State


def keep(path: Path, state: State) -> None:
    """Keep what was said so far, so that it is there when the review is opened again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {"items": [asdict(item) for item in state.items.values()], "names": state.names, "columns": state.columns}
    with replacing(path) as out:
        out.write(json.dumps(kept, ensure_ascii=False).encode())


def restored(path: Path) -> State | None:
    """What was said in a review that was broken off; None where the file holds no such thing."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        items = [Item(**{**row, "said": Said(row["said"])}) for row in kept["items"]]
        names = {str(key): dict(row) for key, row in kept["names"].items()}
        columns = {str(role): str(header) for role, header in kept["columns"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return State({item.id: item for item in items}, names, columns)
