"""What a data folder declares of itself: rows it must hold, ambiguous names, misfits, corrections, what it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from ..lexicon import Place


@dataclass(frozen=True, slots=True)
class ExpectedRows:
    """How many rows must come of a file of the folder, of a predicate, or of both; of all statements where neither."""

    minimum: int
    maximum: int
    file: str | None = None
    predicate: str | None = None
    place: Place | None = None

    def __str__(self) -> str:
        return " of ".join(part for part in (self.predicate, self.file) if part) or "all tables and reports"


@dataclass(frozen=True, slots=True)
class AmbiguousName:
    """A name that means one of several entities, and is meant to: nobody can tell which from the name alone."""

    text: str
    entities: frozenset[str]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Misfit:
    """Figures of an election that break a rule in the sources themselves: they are shown as they stand."""

    rule: str
    subject: str
    election: str | None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A fact that was wrong when it was published: what it `was`, and is `now`; empty where there was or is none.

    `source` is the id of the source that showed it, None where it was found in our own work.
    """

    date: str
    fact: str
    was: str
    now: str
    why: str
    source: str | None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Expectations:
    """All that a data folder declares; `not_covered` are sentences, in their order."""

    expected: tuple[ExpectedRows, ...] = ()
    ambiguous: tuple[AmbiguousName, ...] = ()
    not_covered: tuple[str, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    corrections: tuple[Correction, ...] = ()
