"""Votes and seats as text: whether the seats follow from the votes, and how close it was."""

from __future__ import annotations

from dataclasses import replace

from queries.votes.follows import Follows
from queries.votes.margins import Margin, Margins

from ..wording.votes import LACKS, follows_lines, follows_sentence, margin_words, margins_sentence, margins_table
from .answer import table_lines
from .phrases import note_lines, reading
from .text import source_lines, wrap


def follows_text(answer: Follows) -> str:
    """An election: the sum of cells, and its constituencies."""
    return "\n".join([wrap(follows_sentence(answer)), *(wrap(f"  {line}", "    ") for line in follows_lines(answer))])


def margins_text(answer: Margins) -> str:
    """The whole answer for a terminal: where margins are known in a table, below it what lacks elsewhere."""
    lines = reading(answer.asked, answer.subject) if answer.subject and answer.asked else []
    lines.append(wrap(margins_sentence(answer)))
    found = margins_table(answer)
    rows = [row for row in found.rows if not isinstance(row, Margin) or row.lists]
    if rows:
        columns = [column for column in found.columns if column.name != LACKS]
        lines += table_lines(replace(found, columns=columns, rows=rows))
    if len(answer.constituencies) > 1:
        lines += [wrap(f"  {margin_words(row)}", "    ") for row in answer.constituencies if not row.lists]
    lines += note_lines(answer.notes)
    return "\n".join([*lines, *source_lines(answer.sources)])
