"""The closed vocabularies: kinds of entities, standings of claims, kinds of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from operator import attrgetter


class Kind(StrEnum):
    """What an entity is. A list (what stood on the ballot) is a party, an alliance or one figure."""

    FIGURE = "figure"
    PARTY = "party"
    ALLIANCE = "alliance"
    BLOC = "bloc"
    OFFICE = "office"
    PROVINCE = "province"
    ELECTION = "election"
    BODY = "body"


LISTS = frozenset({Kind.PARTY, Kind.ALLIANCE, Kind.FIGURE})
HOLDERS = LISTS | {Kind.BLOC}
PROVINCES = frozenset({Kind.PROVINCE})
ELECTIONS = frozenset({Kind.ELECTION})
BODIES = frozenset({Kind.BODY})
# What an election fills that is no one body: a council in each province, each a body of its own.
COUNCILS = "councils"
# The predicates that rules of their own speak of: the seats of a council or house, how many it has, who sits there.
HOLDS_SEATS, COUNCIL_SIZE, TOTAL_SEATS, SITS_FOR = "holds_seats", "council_size", "total_seats", "sits_for"


class Ranked(StrEnum):
    """A vocabulary from strongest to weakest; `rank` is 0 for the strongest."""

    rank: int

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)


class Standing(Ranked):
    """What a text attributes its claim to, strongest first."""

    CERTIFIED = "certified"
    FINAL = "final"
    PRELIMINARY = "preliminary"
    REPORTED = "reported"
    INFERRED = "inferred"


class SourceKind(Ranked):
    """How a source came to what it says, strongest first; relay is press passing on official figures."""

    OFFICIAL = "official"
    RELAY = "relay"
    PRESS = "press"
    REFERENCE = "reference"


class Read(StrEnum):
    """How much of a source was read by whoever entered what it says."""

    WHOLE = "whole"
    OPENING = "opening"
    SUMMARY = "summary"


def weakest(standings: Iterable[Standing]) -> Standing:
    """The weakest of these standings, of which there is one at least."""
    return max(standings, key=attrgetter("rank"))


Value = int | float | str


def country_of(province: str) -> str | None:
    """The country that the ISO 3166-2 code of a province begins with: IQ of IQ-BG; None of an id that is no code."""
    found = re.match(r"([A-Z]{2})-", province)
    return found[1] if found else None
