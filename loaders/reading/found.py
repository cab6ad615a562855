"""What the reader finds in a document, before its names are looked up: a claim, or a figure that became none."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from graph.model import Standing


class Certainty(StrEnum):
    """Whether a document says a claim in one place, or a part of it was inherited or guessed."""

    STATED = "stated"
    PROPOSED = "proposed"


class Mechanism(StrEnum):
    """How a claim was read."""

    TABLE = "table"
    LIST = "list"
    CLAUSE = "clause"
    OFFICE = "office"


class Origin(StrEnum):
    """Where a part of a claim that its own words do not say was taken from."""

    CLAUSE = "clause"
    ROW = "row"
    COLUMN = "column"
    ITEM = "item"
    HEADING = "heading"
    TITLE = "title"
    LEAD_IN = "lead in"  # the sentence that ends in a colon above a list
    SENTENCE_BEFORE = "sentence before"


class Unknown(StrEnum):
    """Why a figure is not understood: of whom it is, or what it counts, was not found."""

    LIST = "no list named"
    LINK = "no verb or preposition ties it to a name"
    WORDS = "words between the name and its figure are not understood"
    UNIT = "what it counts is not said"
    SHARE = "a share of something that is not read"
    COLUMN = "the column is not understood"
    CELL = "more than a number in its cell"
    NUMBER = "no number that can be read"


class Span(NamedTuple):
    """Letters `start` to `end` of a line of the document; lines count from 1, letters from 0."""

    line: int
    start: int
    end: int


class Claim(NamedTuple):
    """A claim in the document's own words. `subject` None: of the place itself, or of the whole election.

    `reason` says why it is only proposed; `of`: of whom or what the value is a number or a share. `wording`: more of
    the words for the subject than its name, "supporters of X".
    """

    predicate: str
    subject: str | None
    object: str | None
    value: int | float | str | None
    at: Span
    mechanism: Mechanism
    certainty: Certainty = Certainty.STATED
    place_from: Origin | None = None
    standing: Standing | None = None
    since: str | None = None
    until: str | None = None
    quote: str = ""
    reason: str = ""
    of: str | None = None
    wording: str = ""


class Unread(NamedTuple):
    """A figure of seats, votes, percent or rank that became no claim, and why; `value`: the number it means."""

    text: str
    at: Span
    reason: str
    value: int | float | None = None


Found = Claim | Unread
