"""The people named for seats, as text."""

from __future__ import annotations

from dataclasses import replace

from queries.members import Members

from ..wording.forms import ENGLISH
from ..wording.members import members_sentence, members_table
from ..wording.notes import note_text
from ..wording.tables import Column
from .answer import table_lines
from .phrases import reading
from .text import source_lines, wrap


def members_text(answer: Members) -> str:
    """The whole answer for a terminal: a row a person, with the numbers of the sources that name them."""
    numbers = {source.id: number for number, source in enumerate(answer.sources, 1)}
    table = members_table(answer)
    cited = Column(None, "", lambda row: " ".join(f"[{numbers[source]}]" for source in row.sources))
    lines = reading(answer.asked, answer.subject)
    lines.append(wrap(members_sentence(answer, ENGLISH)))
    if answer.members:
        lines += table_lines(replace(table, columns=[*table.columns, cited]))
    lines += [wrap(note_text(note), "  ") for note in answer.notes]
    return "\n".join([*lines, *source_lines(answer.sources)])
