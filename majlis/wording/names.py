"""Names as a table."""

from __future__ import annotations

from queries.names import Names

from .forms import ENGLISH, Language
from .tables import Column, Table


def names_table(answer: Names, language: Language = ENGLISH) -> Table:
    """The entities with all their names."""
    return Table(
        (
            Column("id", None, lambda row: row.id),
            Column("kind", None, lambda row: row.kind),
            Column("name", language.say("name"), lambda row: row.name, lambda row: language.names(row.id, row.name)),
            Column(None, language.say("kind"), lambda row: language.say(f"kind.{row.kind}")),
            Column("aliases", language.say("aliases"), lambda row: "; ".join(row.aliases)),
        ),
        answer.known,
        link=lambda row: ("entity", row.id),
    )
