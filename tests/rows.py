"""Golden rows: the tables of `golden/`, and its texts with the rows that each comes to."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import NamedTuple

GOLDEN = Path(__file__).parent / "golden"


def golden(name: str) -> list[dict[str, str]]:
    """The rows of a table of `golden/`, each cell as text by its column."""
    with (GOLDEN / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


class Asked(NamedTuple):
    """A text of a file of `golden/`, what is said of it above it, and its rows as JSON."""

    section: str
    says: str
    text: str
    rows: list[str]

    def __str__(self) -> str:
        return ascii(self.text[:60])


def asked(name: str, section: str = "") -> list[Asked]:
    """The texts of a file, or of one of its sections.

    `== ` begins a section, `# ` says something of the texts below it, each other line is a text (a JSON string where it
    has letters that cannot stand there), and the lines further in are its rows.
    """
    found: list[Asked] = []
    part = says = ""
    for line in (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            part, says = line.removeprefix("== "), ""
        elif line.startswith("# "):
            says = line.removeprefix("# ")
        elif line.startswith("    "):
            found[-1].rows.append(line.strip())
        elif line:
            found.append(Asked(part, says, json.loads(line) if line.startswith('"') else line, []))
    chosen = [item for item in found if section in ("", item.section)]
    assert chosen, f"{name}.txt has no section {section}"
    return chosen
