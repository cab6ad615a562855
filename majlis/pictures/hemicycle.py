"""A council as the usual half-circle: one dot a seat, lists side by side with most seats on the left."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import cycle

from queries.who.answer import NO_VOTE, Who

from ..wording.forms import ENGLISH, Language
from ..wording.who import who_sentence
from .palette import list_class
from .svg import Picture, element, escape, path, text_width, write

WIDTH = 640.0
_MARGIN = 26.0  # for the letters around the arc
_BIGGEST = 30.0  # the radius of a dot in a council of very few seats
_DOT = 0.43  # of the least distance between two seats
_LEAST = 5  # seats to a row, on average
_HOLE = 0.55  # of the outer radius, about
_KEY = 13.0


@dataclass(frozen=True, slots=True)
class Seat:
    """The place of a seat: its centre, its row from the inside, and its angle from the left end, in radians."""

    x: float
    y: float
    row: int
    angle: float


@dataclass(frozen=True, slots=True)
class Arc:
    """Places for a council's seats from left to right, with the radius of a dot and of each row, inside first."""

    seats: tuple[Seat, ...]
    dot: float
    rows: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class LegendRow:
    """A list of the council, or with `id` None the seats that are not accounted for; `key` is its letter."""

    key: str
    id: str | None
    name: str
    seats: int  # dots
    most: int  # more than `seats` where sources dispute the number
    share: str  # a percentage; empty where the council's size is not known
    css: str
    reserved_for: str | None
    disputed: bool
    others: tuple[int, ...] = ()  # what sources say besides

    @property
    def ringed(self) -> bool:
        """Whether its seat is drawn as a reserved one: how many of several are reserved, the answer does not tell."""
        return bool(self.reserved_for) and self.most == 1


@lru_cache(256)  # few councils differ in size
def arc(seats: int) -> Arc:
    """Where a council of this many seats sits: rows about as far apart as neighbours in a row, none overlapping."""
    if seats <= 0:
        return Arc((), 0.0, ())
    outer = WIDTH / 2 - _MARGIN
    last, count = min((_rows(seats, rows) for rows in range(1, max(seats // _LEAST, 1) + 1)), key=_hole)
    gap = min(outer / (last + _DOT), _BIGGEST / _DOT)
    dot = _DOT * gap
    rows = [outer - dot - (count - 1 - row) * gap for row in range(count)]
    counts = _share_out(seats, rows)
    steps = [math.pi / (held - 1) if held > 1 else math.pi for held in counts]
    chords = [2 * radius * math.sin(step / 2) for radius, step in zip(rows, steps, strict=True)]
    found = sorted(
        (round(place * step if held > 1 else math.pi / 2, 9), -row)
        for row, (held, step) in enumerate(zip(counts, steps, strict=True))
        for place in range(held)
    )
    return Arc(
        tuple(Seat(*at(rows[-row], angle), -row, angle) for angle, row in found),
        min(dot, _DOT * min(chords)),
        tuple(rows),
    )


def at(radius: float, angle: float) -> tuple[float, float]:
    """The point at this distance from the middle and this angle from the left end."""
    return WIDTH / 2 - radius * math.cos(angle), WIDTH / 2 - radius * math.sin(angle)


def _rows(seats: int, rows: int) -> tuple[float, int]:
    """The radius of the last of so many rows, in units of their distance; neighbours in a row are as far apart."""
    return max((seats - rows) / (math.pi * rows) + (rows - 1) / 2, rows), rows


def _hole(rows: tuple[float, int]) -> float:
    """How far the hole is from its usual share of the whole."""
    last, count = rows
    return abs((last - count + 1) / last - _HOLE)


def _share_out(seats: int, rows: Sequence[float]) -> list[int]:
    """Seats by row in proportion to its length; the largest remainders take what is left over."""
    parts = [seats * radius / sum(rows) for radius in rows]
    counts = [int(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda row: (counts[row] - parts[row], -row))
    for row in order[: seats - sum(counts)]:
        counts[row] += 1
    return counts


def letters(place: int) -> str:
    """The key of a list by its place: A, B, ... Z, AA, AB."""
    return (letters(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def missing(answer: Who) -> int:
    """Seats of the council that are not accounted for; 0 while its size is not known."""
    return (answer.missing or 0) if answer.status != NO_VOTE else 0


def legend(answer: Who, slots: Mapping[str, int], language: Language = ENGLISH) -> tuple[LegendRow, ...]:
    """The lists from left to right, then what is not accounted for: the picture as a table."""
    size = answer.council_size
    greys = cycle(("rest", "rest-2"))  # lists side by side that have no colour of their own stay apart
    rows = [
        LegendRow(
            letters(place),
            item.id,
            language.name(item.id, item.name),
            item.seats,
            item.most,
            language.share(item.seats, item.most, size),
            list_class(slots[item.id]) if item.id in slots else next(greys),
            item.reserved_for,
            item.disputed,
            item.others,
        )
        for place, item in enumerate(answer.lists)
    ]
    if lacking := missing(answer):
        name, share = language.say("accounted"), language.share(lacking, lacking, size)
        rows.append(LegendRow("", None, name, lacking, lacking, share, "hollow", None, False))
    return tuple(rows)


def legend_text(row: LegendRow, language: Language = ENGLISH) -> str:
    """A row's name with what else must be said of it."""
    said = [row.name]
    if row.reserved_for:
        key = "picture.reserved" if row.ringed else "picture.among"
        said.append(f"({language.say(key, whom=language.component(row.reserved_for))})")
    if row.disputed:
        said.append(f"({language.say('differ')})")
    return " ".join(said)


def hemicycle(answer: Who, slots: Mapping[str, int], language: Language = ENGLISH, ids: str = "council") -> Picture:
    """The council's arc: a group for each list with `data-list` (its id; "" for seats not accounted for).

    `slots` gives the lists their colours (`palette.slots`). Reserved seats are ringed, seats not accounted for
    hollow; those of a list about whose number sources differ are struck through. A line parts the seats that
    are a majority, counted from the left.
    """
    rows, place = legend(answer, slots, language), answer.subject.candidate
    drawn = arc(sum(row.seats for row in rows))
    name, middle = language.name(place.id, place.name), WIDTH / 2
    body, taken, free = [], 0, -1.0
    for row in rows:
        seats = drawn.seats[taken : taken + row.seats]
        taken += row.seats
        label = f"{legend_text(row, language)}: {language.seats(row.seats, row.most, answer.council_size, row.others)}"
        key, free = _key(row.key, seats, drawn.dot, free)
        body.append(
            element(
                "g",
                element("title", escape(label)) + "".join(_dot(seat, drawn.dot, row) for seat in seats) + key,
                class_=f"wedge {row.css}",
                data_list=row.id or "",
                data_seats=row.seats,
                role="img",
                aria_label=label,
            )
        )
    hole = (drawn.rows[0] if drawn.rows else middle) - drawn.dot
    size = answer.council_size or answer.accounted
    said: str = language.counted("seat_alone" if answer.council_size else "known_seat_alone", size)
    if lacking := missing(answer):
        said = language.listed((said, language.say("picture.lacking", lacking=lacking)))
    if drawn.rows:
        big, small = min(48.0, hole / 3), min(15.0, hole / 8)
        body.append(write(middle, middle, str(size), class_="strong middle", font_size=big))
        body.append(write(middle, middle + small + 4, said, class_="middle", font_size=small))
        if line := _majority_line(drawn, answer, taken):
            above = middle - 0.85 * big - 4
            body.insert(0, line)
            told = language.say("picture.majority", majority=answer.majority)
            body.append(write(middle, above, told, class_="middle", font_size=small))
    lists = language.listed(
        (f"{legend_text(row, language)} {language.number(row.seats, row.most, row.others)}" for row in rows),
        "semicolon",
    )
    sentence = who_sentence(answer, language)
    return Picture(
        ids,
        WIDTH,
        middle + max(drawn.dot, 24.0) + 2 if drawn.rows else 0.0,
        "".join(body),
        f"{name}: {size} {said}" if drawn.rows else name,
        f"{sentence} {language.say('picture.order', lists=lists)}" if lists else sentence,
    )


def _dot(seat: Seat, radius: float, row: LegendRow) -> str:
    """A seat: a dot; in a ring where it is reserved, struck through where sources differ, hollow where unknown."""
    inner = radius * 0.62 if row.ringed else radius if row.id else radius - 0.75
    found = element("circle", cx=seat.x, cy=seat.y, r=inner, class_="seat")
    if row.ringed:
        found += element("circle", cx=seat.x, cy=seat.y, r=radius - 0.75, class_="ring", stroke_width=1.5)
    if row.disputed:
        reach = radius * 0.75
        ends = [(seat.x - reach, seat.y + reach), (seat.x + reach, seat.y - reach)]
        found += element("path", d=path(ends), class_="slash", stroke_width=radius * 0.35)
    return found


def _key(key: str, seats: Sequence[Seat], dot: float, free: float) -> tuple[str, float]:
    """The letter of a list: around the arc, if that is free from this angle on, else in its dots; the angle then."""
    radius, angle = WIDTH / 2 - _KEY, (seats[0].angle + seats[-1].angle) / 2
    if not key:
        return "", free
    if angle >= free:
        x, y = at(radius, angle)
        said = write(x, y + _KEY * 0.36, key, class_="middle", font_size=_KEY, aria_hidden="true")
        return said, angle + text_width(key, _KEY) * 1.3 / radius
    size = min(_KEY, dot * 1.1)
    inside = (
        write(seat.x, seat.y + size * 0.36, key, class_="label middle", font_size=size, aria_hidden="true")
        for seat in seats
    )
    return "".join(inside), free


def _majority_line(drawn: Arc, answer: Who, seats: int) -> str:
    """The line between the seats that are a majority and the others, from the hole outwards."""
    size, majority = answer.council_size, answer.majority
    if not size or not majority or seats != size or majority >= size:
        return ""
    points = []
    for row, radius in enumerate(drawn.rows):
        inside = [seat.angle for seat in drawn.seats[:majority] if seat.row == row]
        beyond = [seat.angle for seat in drawn.seats[majority:] if seat.row == row]
        points.append((radius, ((inside[-1] if inside else 0) + (beyond[0] if beyond else math.pi)) / 2))
    inner, outer = points[0], points[-1]
    ends = [(inner[0] - drawn.dot - 4, inner[1]), *points, (outer[0] + drawn.dot + 3, outer[1])]
    return element(
        "path", d=path(at(*end) for end in ends), class_="line majority", stroke_width=1.5, stroke_dasharray="5 4"
    )
