"""Names: which are known, and how a text would be read."""

from __future__ import annotations

from dataclasses import dataclass

from graph.kinds import HOLDERS, PROVINCES, Kind
from graph.lexicon import Candidate

from .plain import Plain
from .view import GraphView

# The scopes a text may be read in: what a question about seats, about a council, or about the rest would take.
SCOPES = {
    "list, party, alliance, bloc or figure": HOLDERS,
    "province": PROVINCES,
    "office or election": frozenset({Kind.OFFICE, Kind.ELECTION}),
}


@dataclass(frozen=True, slots=True)
class Reading(Plain):
    """How a text would be read in one scope: one candidate, several (ambiguous), or the nearest names."""

    scope: str
    matched: str | None
    candidates: tuple[Candidate, ...]
    nearest: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class KnownName(Plain):
    """An entity and all its names."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Names(Plain):
    """The answer of `names`: readings of a text, or all entities."""

    ROWS = "names"
    LINE = "{rows} names"
    FIELDS = ("asked", "readings", "names=known")

    asked: str | None
    readings: tuple[Reading, ...]
    known: tuple[KnownName, ...]

    @property
    def found(self) -> bool:
        """Whether the text was read as anything, or no text was asked."""
        return self.asked is None or any(reading.candidates for reading in self.readings)


def names(graph: GraphView, asked: str | None = None) -> Names:
    """All names, or how a text would be read in each scope with all names of what it may mean."""
    rows = {
        row["id"]: KnownName(
            row["id"], row["kind"], row["name"], (*(row["aliases"] or ()), *(row["local_aliases"] or ()))
        )
        for row in graph.run("names")
    }
    if asked is None:
        return Names(None, (), tuple(sorted(rows.values(), key=lambda row: (row.kind, row.id))))
    readings = []
    for scope, kinds in SCOPES.items():
        found = graph.resolver.ask(asked, kinds)
        matched = found.matched.value if found.matched else None
        readings.append(Reading(scope, matched, found.candidates, found.nearest))
    # A guess in one scope is no reading while another scope knows the text.
    sure = any(reading.candidates and reading.matched != "fuzzy" for reading in readings)
    if sure:
        readings = [
            reading if reading.matched != "fuzzy" else Reading(reading.scope, None, (), reading.candidates)
            for reading in readings
        ]
    ids = dict.fromkeys(item.id for reading in readings for item in reading.candidates)
    return Names(asked, tuple(readings), tuple(rows[id] for id in ids))
