"""The councils of a seat list: the one whose heading stands above, its results, and the totals that they come to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.model import LISTS, PROVINCES, Entity, Item, Place, Remark, Standing, Unreadable

from ..assembler import Assembler, Mention, mention_of, unreadable, unresolved
from ..reading.cues import of_whole
from .seat_lines import check_name, clean_heading, is_after_colon, number_of_seats, split_reserved

_MOST_LISTS = 10_000


class Style(NamedTuple):
    """How a line is written; a heading and the results below it are each written alike."""

    bulleted: bool
    indent: int
    numbered: bool


@dataclass(slots=True)
class Council:
    """What the lines below a heading belong to; its province has no entity where none is known by the heading.

    `whole`: the heading says that they are of the whole vote.
    """

    province: Mention
    style: Style
    place: Place
    id: str | None = None
    items: int = 0
    seats: int = 0
    whole: bool = False
    seen: dict[str, tuple[int, int]] = field(default_factory=dict)


class Councils:
    """Makes the statements and gaps of a seat list, each of the council that is open."""

    def __init__(self, assembler: Assembler, election: Entity, standing: Standing | None) -> None:
        self.standing = standing
        self.open: Council | None = None
        self.known: dict[str, Council] = {}
        self._assembler = assembler
        self._election = election
        self._seats = 0

    def enter(self, province: Mention, style: Style, place: Place) -> None:
        """Open the council of a province, or open it again."""
        if province.entity:
            id = province.entity.id
            self.open = self.known.setdefault(id, Council(province, style, place, id))
            self.open.province, self.open.style = province, style

    def close(self, heading: str, style: Style, place: Place) -> None:
        """Close the council: a heading, or what may be one, names no known province."""
        name = clean_heading(heading)
        self.open = Council(Mention(name), style, place, whole=of_whole(name))

    def unreadable(self, line: str, reason: str, place: Place) -> Unreadable:
        """A line that is not read, and why."""
        return unreadable(line, reason, self._locator(place), place)

    def result(self, found: re.Match[str], subject: Mention, line: str, place: Place) -> list[Item]:
        """The seats of a list in the open council."""
        council = self.open
        if council is None:
            return [self.unreadable(line, "a result above the first heading of a province", place)]
        council.items += 1
        name, reserved_for = split_reserved(subject.text)
        if reserved_for:
            subject = self._assembler.mention(name, LISTS, council.id)
        try:
            if subject.entity is None:
                check_name(name, after_colon=is_after_colon(found))
            seats = number_of_seats(found["number"])
        except ValueError as error:
            return [self.unreadable(line, str(error), place)]
        council.seats += seats
        self._seats += seats
        locator = self._locator(place)
        items = self._heading_gap(council)
        items += self._assembler.claim(
            "holds_seats",
            subject,
            None if council.whole else council.province,
            seats,
            reserved_for=reserved_for,
            locator=locator,
            place=place,
            quote=line.strip(),
            standing=self.standing or Standing.REPORTED,
            election=self._election.id,
        )
        key = subject.entity.id if subject.entity else name
        earlier = council.seen.get(key)
        if earlier:
            same = "the same number" if earlier[1] == seats else f"another number ({earlier[1]})"
            text = f"this list was given {same} of seats in this council before, in line {earlier[0]}"
            items.append(Remark(text, locator, place))
        elif len(council.seen) < _MOST_LISTS:  # a hostile document must not fill the memory with its names
            council.seen[key] = (place.line or 0, seats)
        return items

    def total(self, number: str, line: str, place: Place) -> list[Item]:
        """A total is of the council whose lists come to it, or of the whole list where all lists do."""
        council = self.open
        if council is None:
            return [self.unreadable(line, "a total above the first heading of a province", place)]
        try:
            seats = number_of_seats(number)
        except ValueError as error:
            return [self.unreadable(line, str(error), place)]
        locator = self._locator(place, "total")
        gap: list[Item] = []
        if not council.items or seats == council.seats:
            gap = self._heading_gap(council)
            subject = mention_of(self._election, "all councils") if council.whole else council.province
        elif seats == self._seats:
            subject = mention_of(self._election, "all councils")
        else:
            reason = f"a total that the lists above it ({council.seats} in this council) do not come to"
            return [unreadable(line, reason, locator, place)]
        return gap + self._assembler.claim(
            "total_seats",
            subject,
            value=seats,
            locator=locator,
            place=place,
            quote=line.strip(),
            standing=self.standing or Standing.REPORTED,
            election=self._election.id,
        )

    def _heading_gap(self, council: Council) -> list[Item]:
        """A heading that is no known province is told of once, when something stands below it."""
        province = council.province
        if province.entity or province.told or council.whole:
            return []
        council.province = province._replace(told=True)
        locator = province.text if self._assembler.retyped else f"line {council.place.line}"
        more = "; the results below it belong to no known council"
        return [unresolved(province, PROVINCES, locator, council.place, more)]

    def _locator(self, place: Place, what: str = "") -> str:
        council = self.open
        where = council.province.text if council else "above the list"
        if council and not what and council.items:
            what = f"item {council.items}"
        return self._assembler.locator(f"{where}, {what}" if what else where, place)
