"""Who took no part in an election: who boycotted it, was barred from it, or did not stand."""

from __future__ import annotations

from dataclasses import dataclass

from .plain import Named, Note, Plain
from .view import GraphView
from .view.elections import Election
from .view.evidence import Sourced, SourceLine, sorted_sources
from .view.rows import made


@dataclass(frozen=True, slots=True)
class Absence(Sourced):
    """Somebody who took no part; `how` is "boycotted", "barred" or "did_not_stand".

    `province`: it holds there only.
    """

    FIELDS = ("id", "name", "kind", "how", "province", "standing", "statements", "sources")
    OPTIONAL = ("province",)

    id: str
    name: str
    kind: str
    how: str
    province: Named | None
    standing: str
    statements: tuple[str, ...]
    locators: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Absent(Plain):
    """All who took no part in an election, as far as sources here say; nobody named is not nobody absent."""

    ROWS = "absent"
    LINE = "{rows} absent ({0.election.date})"
    FIELDS = ("asked", "election", "body=election.fills", "data_version", "absent", "sources", "notes")

    asked: str | None
    election: Election
    data_version: str
    absent: tuple[Absence, ...]
    sources: tuple[SourceLine, ...]
    notes: tuple[Note, ...]


def absent(graph: GraphView, election: str | Election | None = None) -> Absent:
    """Who boycotted an election, was barred from it or did not stand. Raises UsageError, StoreError."""
    at = graph.election(election)
    rows = graph.run("absent", election=at.id)
    evidence, sources = graph.evidence([row["fact"] for row in rows])
    found = [
        made(
            Absence,
            row,
            how=row["type"].lower(),
            province=Named(row["province"], row["province_name"]) if row["province"] else None,
            statements=evidence[row["fact"]].statements,
            locators=evidence[row["fact"]].locators,
        )
        for row in rows
    ]
    return Absent(None, at, graph.data_version, tuple(found), sorted_sources(sources.values()), (Note("absent"),))
