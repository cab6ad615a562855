"""What a language is to the lists of seats: its words for what they tell, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Standing


@dataclass(frozen=True, slots=True)
class Language:
    """A row of the table of languages. Texts are words as they are written, but for those that are said to be patterns.

    The words of its sentences stand in `words`.
    """

    name: str
    units: tuple[str, ...] = ()  # of a number of seats
    numbers: Mapping[str, int] = field(default_factory=dict)  # words that may stand before a unit
    seats: Mapping[str, int] = field(default_factory=dict)  # other words for a number of seats
    totals: tuple[str, ...] = ()  # before the sum of the numbers above
    council: tuple[str, ...] = ()  # of a note on a council behind its name, beside the units
    whole_vote: tuple[str, ...] = ()  # patterns: a sentence speaks of all councils
    reserved: tuple[str, ...] = ()  # of a note on a reserved seat
    beside_reserved: tuple[str, ...] = ()  # in such a note, and no name of a component
    vague: tuple[str, ...] = ()  # at the end of a name: the number behind it is not exact, or not alone
    standings: Mapping[Standing, str] = field(default_factory=dict)  # patterns: what a text says of its results
    unsettled: tuple[str, ...] = ()  # patterns: what a sentence says of results is not so, or not yet
    authorities: tuple[str, ...] = ()  # patterns: who held the vote
