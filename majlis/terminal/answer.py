"""The usual layout of an answer: its sentence, its table, what is not known, the sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from queries.view import SourceLine

from ..register import basis
from ..wording.forms import isolate
from ..wording.notes import note_text
from ..wording.tables import Table
from .phrases import reading
from .text import source_lines, table, wrap


def answer_text(answer: Any, sentence: str, found: Table, sources: Sequence[SourceLine]) -> str:
    """The whole answer for a terminal, for a question without a layout of its own."""
    whole = basis(answer)
    lines = reading(whole.asked, whole.subject) if hasattr(whole, "subject") else []
    lines += [wrap(sentence)] if sentence else []
    lines += table_lines(found)
    lines += [wrap(note_text(note), "  ") for note in getattr(answer, "notes", ())]
    return "\n".join([*lines, *source_lines(sources)])


def table_lines(found: Table, last: Sequence[object] = ()) -> list[str]:
    """A table for a terminal; `last` is one more row, of the columns that a reader sees."""
    columns = found.read
    values = [*([column.cell(row) for column in columns] for row in found.rows), *([last] if last else [])]
    shown = [*([column.shown(row) for column in columns] for row in found.rows), *([last] if last else [])]
    numbers = frozenset(
        place
        for place in range(len(columns))
        if any(isinstance(row[place], (int, float)) for row in values)
        and all(row[place] in (None, "") or isinstance(row[place], (int, float)) for row in values)
    )
    texts = [[found.blank if value is None else isolate(str(value)) for value in row] for row in shown]
    return table([[column.heading or "" for column in columns], *texts], right=numbers)
