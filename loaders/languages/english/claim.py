"""A kind of clause, what it claims, and what its pronouns can mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graph.model import LISTS, Value

from ...assembler import Mention
from .clauses import Clause
from .names import PhraseNames

_PRONOUN = re.compile(r"(?:it|they|the (?:alliance|coalition|party|list|bloc|movement))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a pattern read, before it has an election, a standing and a place."""

    predicate: str
    subject: Mention
    object: Mention | None = None
    value: Value | None = None
    of: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(slots=True)
class Memory:
    """What pronouns can mean: the list, and whether a province's turnout, the sentence before spoke of."""

    names: PhraseNames
    election: Mention
    last_list: Mention | None = None
    after_turnout: bool = False
    said_list: Mention | None = None
    said_turnout: bool = False
    problems: list[str] = field(default_factory=list)

    def next_sentence(self) -> None:
        """Go on: a pronoun reaches back to the sentence before and no further."""
        self.last_list, self.after_turnout = self.said_list, self.said_turnout
        self.said_list, self.said_turnout = None, False
        self.problems.clear()

    def list(self, phrase: str) -> Mention | None:
        """The list of a phrase, or that of the sentence before where a pronoun stands for it."""
        if not _PRONOUN.match(phrase.strip()):
            return self.names.in_phrase(phrase, LISTS) or self.names.unknown(phrase, LISTS)
        if self.last_list is None:
            self.problems.append(f"the sentence before it does not say which list '{phrase.strip().lower()}' is")
        return self.last_list

    def places(self, phrase: str) -> Sequence[Mention]:
        """The provinces of a phrase; none where it says more than provinces."""
        read = self.names.places(phrase) or []
        if not read:
            self.problems.append(f"{phrase.strip()!r} is not read as provinces")
        return read

    def place(self, phrase: str) -> Mention | None:
        """The one province of a phrase; one figure for several provinces is of neither."""
        read = self.places(phrase)
        return read[0] if len(read) == 1 else None


Reader = Callable[[re.Match[str], Clause, Memory], list[Claim]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of clause: its shape, who reads it, and whether it speaks of this election and can be hedged."""

    shape: re.Pattern[str]
    read: Reader
    background: bool = False  # not of this vote's results: another year or a hedge is no reason to pass


def shape(text: str) -> re.Pattern[str]:
    """The shape of a clause, in capital and small letters."""
    return re.compile(text, re.IGNORECASE)
