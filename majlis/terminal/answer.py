"""The usual layout of an answer: its sentence, its table, what is not known, the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from numbers import Real
from typing import Any

from queries.plain import basis
from queries.view.evidence import SourceLine

from ..wording.forms import isolate
from ..wording.tables import Column, Table
from .phrases import note_lines, numbered, reading
from .table import table
from .text import source_lines, wrap


def answer_text(answer: Any, sentence: str, found: Table, sources: Sequence[SourceLine]) -> str:
    """The whole answer for a terminal, for a question without a layout of its own."""
    whole = basis(answer)
    lines = reading(whole.asked, whole.subject) if getattr(whole, "subject", None) else []
    lines += [wrap(sentence)] if sentence else []
    if found.rows or not found.cited:
        lines += table_lines(_cited(found, sources) if found.cited else found)
    lines += note_lines(getattr(answer, "notes", ()))
    return "\n".join([*lines, *source_lines(sources)])


def _cited(found: Table, sources: Sequence[SourceLine]) -> Table:
    """A table with the numbers of its rows' sources behind each row."""
    numbers = numbered(sources)
    cited = Column(None, "", lambda row: " ".join(f"[{numbers[source]}]" for source in row.sources))
    return replace(found, columns=[*found.columns, cited])


def table_lines(found: Table, last: Sequence[str] = ()) -> list[str]:
    """A table for a terminal, its empty columns left out; `last` is one more row, of its shown columns in words."""
    if found.rows and not last:
        found = replace(found, columns=[column for column in found.columns if _says(found, column)])
    cells = [[column.cell(row) for row in found.rows] for column in found.shown]
    numbers = frozenset(
        place
        for place, column in enumerate(cells)
        if any(isinstance(value, Real) for value in column)
        and all(value is None or isinstance(value, Real) for value in column)
    )
    texts = [[isolate(found.text(column, row)) for column in found.shown] for row in found.rows]
    head = [column.heading or "" for column in found.shown]
    return table([*texts, *([last] if last else [])], right=numbers, head=head)


def _says(found: Table, column: Column) -> bool:
    """Whether a column has anything in any row; one that is for scripts alone is not asked."""
    return column.heading is None or any(found.text(column, row) not in ("", "-") for row in found.rows)
