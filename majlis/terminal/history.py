"""A name or a place through the elections, as text."""

from __future__ import annotations

from queries.history import History
from queries.then import Then

from ..wording.forms import ENGLISH
from ..wording.history import history_sentence, history_table
from ..wording.notes import note_text
from .answer import table_lines
from .phrases import reading
from .text import bar, table, wrap

_WIDEST = 40  # marks of the longest bar


def history_text(answer: History) -> str:
    """The whole answer for a terminal: a row an election, and the shares as lines of bars, body by body."""
    lines = reading(answer.asked, answer.subject)
    lines.append(wrap(history_sentence(answer)))
    lines += table_lines(history_table(answer))
    lines += _bars(answer)
    lines += [wrap(note_text(note), "  ") for note in answer.notes]
    return "\n".join(lines)


def _bars(answer: History) -> list[str]:
    """The share of the seats at each election as a bar, the oldest first, body by body."""
    rows = [row for row in reversed(answer.elections) if isinstance(row, Then) and row.share is not None]
    most = max((row.share or 0 for row in rows), default=0)
    if len(rows) < 2 or not most:
        return []
    found = []
    for body in dict.fromkeys(row.body.id for row in rows):
        for row in (row for row in rows if row.body.id == body):
            share = row.share or 0
            words = ENGLISH.share(row.total or 0, row.total or 0, row.size)
            found.append((row.body.name, row.election.date[:4], words, bar(round(share / most * _WIDEST))))
    return ["", *table(found, right=frozenset({2}))]
