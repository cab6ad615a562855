"""The prepared queries as text: which there are, what one wants and gives, and the rows it found."""

from __future__ import annotations

from collections.abc import Sequence

from queries.catalogue import GROUPS, Prepared
from queries.cypher import Free
from queries.prepared import Answer

from ..wording.forms import ENGLISH, isolate
from .phrases import reading
from .rows import is_number, rows_text, share
from .table import table
from .text import wrap


def catalogue_text(found: Sequence[Prepared]) -> str:
    """The queries by group, each with its question and what it must be given."""
    lines: list[str] = []
    for group, about in GROUPS.items():
        rows = [(f"  {item.name}", _wanted(item)) for item in found if item.group == group]
        if rows:
            lines += ["", f"{group}: {about}", *table(rows)]
    return "\n".join([*lines[1:], "", wrap(ENGLISH.say("query.how"))])


def _wanted(item: Prepared) -> str:
    return f"{item.question} [{', '.join(item.needed)}]" if item.needed else item.question


def answer_text(answer: Answer) -> str:
    """How names were read where that was a guess, the question, and the rows as a table."""
    lines = []
    for asked, subject in answer.readings:
        lines += reading(asked, subject)
    lines.append(wrap(isolate(answer.query.question)))
    shares = {place for place, column in enumerate(answer.columns) if column.unit == "share"}
    rows = tuple(
        tuple(share(value) if place in shares and is_number(value) else value for place, value in enumerate(row))
        for row in answer.rows
    )
    if not rows:
        lines.append(ENGLISH.say("rows.none"))
        return "\n".join(lines)
    return "\n".join([*lines, rows_text(Free(tuple(column.name for column in answer.columns), rows, answer.cut))])
