"""The closed vocabularies: kinds of entities, standings of claims, kinds of sources."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Kind(StrEnum):
    """What an entity is. A list (what stood on the ballot) is a party, an alliance or one figure."""

    FIGURE = "figure"
    PARTY = "party"
    ALLIANCE = "alliance"
    BLOC = "bloc"
    OFFICE = "office"
    PROVINCE = "province"
    ELECTION = "election"


LISTS = frozenset({Kind.PARTY, Kind.ALLIANCE, Kind.FIGURE})
HOLDERS = LISTS | {Kind.BLOC}
PROVINCES = frozenset({Kind.PROVINCE})
ELECTIONS = frozenset({Kind.ELECTION})


class Standing(StrEnum):
    """What a text attributes its claim to, strongest first."""

    CERTIFIED = "certified"
    FINAL = "final"
    PRELIMINARY = "preliminary"
    REPORTED = "reported"
    INFERRED = "inferred"

    @property
    def rank(self) -> int:
        """0 for the strongest; larger is weaker."""
        return _STANDING_RANK[self]


class SourceKind(StrEnum):
    """How a source came to what it says, strongest first; relay is press passing on official figures."""

    OFFICIAL = "official"
    RELAY = "relay"
    PRESS = "press"
    REFERENCE = "reference"

    @property
    def rank(self) -> int:
        """0 for the strongest; larger is weaker."""
        return _SOURCE_RANK[self]


_STANDING_RANK = {standing: rank for rank, standing in enumerate(Standing)}
_SOURCE_RANK = {kind: rank for rank, kind in enumerate(SourceKind)}


def weakest(standings: Iterable[Standing]) -> Standing:
    """The weakest of these standings, of which there is one at least."""
    return max(standings, key=_STANDING_RANK.__getitem__)


Value = int | float | str
