"""What the words above a line say for it: the place, list, unit, year and body, each with where it was said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.model import Standing

from .found import Certainty, Origin, Span
from .words import Role

OF_NEXT_FIGURE = "the place is said of a figure behind it"
OF_ROUND = "a round is spoken of, and they may be those of it alone"
OF_OTHER_BODY = "another body is spoken of than in the sentence before"
OF_ONE_COUNCIL = "the vote is that of one council, whose place is not read"


@dataclass(frozen=True, slots=True)
class Level:
    """A part of a claim that stands above: its words, where they stand, and what they are there.

    `guessed`: only the layout says that the words name this.
    """

    text: str
    origin: Origin
    at: Span
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds at one line, or at one sentence, if its own words say nothing else.

    `unit`: what a figure without a unit of its own counts. `closed`: a heading that names no place stands above: what
    is below belongs to no known place. `local`: the document is of one council, whose place it may not name: what names
    no place is not of the whole. `of_part`: it speaks of bodies of parts of a country alone, so that nor is it there.
    `other_year`: what is told here is of another election; `hedged`: a poll or a forecast, and nothing is a result.
    `of_places`: what is listed here are places, "the seats of each province". `rounded`: what is counted here is told
    in thousands or more.
    """

    place: Level | None = None
    list: Level | None = None
    unit: Role | None = None
    year: Level | None = None
    body: Level | None = None
    standing: Standing = Standing.REPORTED
    closed: bool = False
    local: bool = False
    of_part: bool = False
    other_year: bool = False
    hedged: bool = False
    of_places: bool = False
    rounded: bool = False

    def with_place(self, text: str, origin: Origin, at: Span) -> Scope:
        """The same scope at another place."""
        return replace(self, place=Level(text, origin, at), closed=False)

    @property
    def where_of_table(self) -> tuple[str | None, Origin | None, Certainty, str]:
        """The same of a table, for which a title is enough where the page speaks of the body of a part alone."""
        place, origin, certainty, reason = self.where
        told = origin is Origin.TITLE and self.place is not None and not self.place.guessed
        if told and (self.local or self.of_part):
            return place, origin, Certainty.STATED, ""
        return place, origin, certainty, reason

    @property
    def where(self) -> tuple[str | None, Origin | None, Certainty, str]:
        """The place of a claim that names none: its words, where they stand, how sure that is, and why not surer."""
        if self.closed:
            return None, None, Certainty.PROPOSED, "a heading that names no known place stands above"
        if self.place is None and (self.local or self.of_part):
            return None, None, Certainty.PROPOSED, OF_ONE_COUNCIL
        if self.place is None:
            return None, None, Certainty.STATED, ""
        if self.place.guessed:
            return self.place.text, self.place.origin, Certainty.PROPOSED, "the place is taken from the layout"
        if self.place.origin in (Origin.TITLE, Origin.SENTENCE_BEFORE):
            return (
                self.place.text,
                self.place.origin,
                Certainty.PROPOSED,
                f"the place is that of the {self.place.origin}",
            )
        return self.place.text, self.place.origin, Certainty.STATED, ""
