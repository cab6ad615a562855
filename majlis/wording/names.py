"""Names as a table."""

from __future__ import annotations

from queries.names import Names

from .forms import ENGLISH, Language
from .tables import Column, Table, fields, named


def names_table(answer: Names, language: Language = ENGLISH) -> Table:
    """The entities with all their names."""
    kind = Column(None, language.say("kind"), lambda row: row.kind, lambda row: language.say(f"kind.{row.kind}"))
    aliases = Column("aliases", language.say("aliases"), lambda row: row.aliases, lambda row: "; ".join(row.aliases))
    id, name = named(language, "name")
    return Table(
        [id, *fields(language, "kind"), name, kind, aliases], answer.known, link=lambda row: ("entity", row.id)
    )
