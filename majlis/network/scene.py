"""What a layout is computed from: councils or a house, the seats of lists in them, leaders, and who stood apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .model import radius
from .stretch import Country

PORTRAIT, UNSIZED = 10.0, 15.0  # the radius of a figure; of a province of whose seats nothing is known
BOLD = 3  # seats of a tie drawn at rest


@dataclass(frozen=True, slots=True)
class Scene:
    """An election to be laid out.

    `councils` are those that voted, or the constituencies of a house, with their seats, or those known of them; `empty`
    the provinces without a vote. `seats` are those of a list by council, `totals` all of a list. `leaders` are pairs of
    a figure and the list that it leads; `apart` are figures that took no part. `body`: the house, with its seats.
    """

    country: Country
    councils: Mapping[str, int | None]
    empty: tuple[str, ...]
    seats: Mapping[str, Mapping[str, int]]
    totals: Mapping[str, int]
    labels: Mapping[str, str]
    leaders: tuple[tuple[str, str], ...]
    apart: tuple[str, ...]
    body: tuple[str, int] | None
    big: int
    bold: int

    def radius(self, id: str) -> float:
        """The radius of a name on the stage."""
        if self.body and id == self.body[0]:
            return radius(self.body[1])
        if id in self.totals:
            return radius(self.totals[id])
        if id in self.councils:
            return radius(self.councils[id] or 0) or UNSIZED
        return PORTRAIT

    def named(self, id: str) -> bool:
        """Whether a list is named and coloured at rest."""
        return self.totals.get(id, 0) >= self.big

    def largest_first(self) -> list[str]:
        """The lists, most seats first."""
        return [id for _, id in sorted((-seats, id) for id, seats in self.totals.items())]
