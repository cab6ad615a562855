"""The table of question words, which the server and the page both read: each phrase, and what it means."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("question_words.csv")


@cache
def question_words() -> Sequence[tuple[str, str]]:
    """What each phrase means, and the phrase; in the order of the table, the more specific first."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
        means, said = header.index("means"), header.index("words")
        return tuple((row[means], row[said]) for row in rows)
