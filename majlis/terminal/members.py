"""The people named for seats, as text."""

from __future__ import annotations

from queries.members import Members

from ..wording.members import members_sentence, members_table
from ..wording.notes import note_text
from .answer import cited_table
from .phrases import reading
from .text import source_lines, wrap


def members_text(answer: Members) -> str:
    """The whole answer for a terminal: a row a person, with the numbers of the sources that name them."""
    lines = reading(answer.asked, answer.subject)
    lines.append(wrap(members_sentence(answer)))
    if answer.members:
        lines += cited_table(members_table(answer), answer.sources)
    lines += [wrap(note_text(note), "  ") for note in answer.notes]
    return "\n".join([*lines, *source_lines(answer.sources)])
