"""Golden rows: the tables of `golden/`."""

from __future__ import annotations

import csv
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def golden(name: str) -> list[dict[str, str]]:
    """The rows of a table of `golden/`, each cell as text by its column."""
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
