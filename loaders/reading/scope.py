"""What the words above a line say for it: the place, list, unit, year and body, each with where it was said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.model import Standing

from .found import Origin, Span


@dataclass(frozen=True, slots=True)
class Level:
    """A part of a claim that stands above: its words, where they stand, and what they are there."""

    text: str
    origin: Origin
    at: Span


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds at one line, or at one sentence, if its own words say nothing else.

    `whole`: the document is of one place in the end (its title says it), so that a figure without a place is that
    place's. `closed`: a heading that names no place stands above: what is below belongs to no known place.
    `other_year`: what is told here is of another election; `hedged`: a poll or a forecast, and nothing is a result.
    """

    place: Level | None = None
    list: Level | None = None
    unit: Level | None = None
    year: Level | None = None
    body: Level | None = None
    standing: Standing = Standing.REPORTED
    closed: bool = False
    other_year: bool = False
    hedged: bool = False

    def with_place(self, text: str, origin: Origin, at: Span) -> Scope:
        """The same scope at another place."""
        return replace(self, place=Level(text, origin, at), closed=False)
