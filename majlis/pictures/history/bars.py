"""Seats through the elections: a row a name, a disc an election, each seat the same area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from queries.history import History
from queries.then import Then
from queries.totals import totals_of
from queries.view import GraphView
from queries.view.elections import Election

from ...wording.forms import ENGLISH, Language
from ...wording.sitting import body_words, total_words
from ..palette import Colours, list_class, slots
from ..svg import Picture, element, escape, lines, path, text_width, write

ROWS = 12  # lists in the picture of the largest ones
_NAMES, _TIME = 190.0, 860.0  # the room of names and of time
_HEAD = 46.0
_LARGEST = 38.0  # the radius of the largest disc
_INSIDE = 11.0
_APART, _ROUNDS = 80.0, 400  # between two elections at least; how often neighbours push each other
_CLOSE = 46.0  # heads nearer than this stand on two levels


@dataclass(frozen=True, slots=True)
class Mark:
    """The seats of a name at an election: from `seats` to `most`, on `list`, and of how many."""

    election: Election
    seats: int
    most: int
    list: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A name with its marks."""

    name: str
    marks: tuple[Mark, ...]


def rows_of(answer: History, language: Language = ENGLISH) -> list[Row]:
    """A row for each body in which a name had seats, or on whose joint lists; the list with most gives its colour.

    None for a name on joint lists alone: it has no number.
    """
    found: dict[str, list[Mark]] = {}
    names: dict[str, str] = {}
    for row in reversed(answer.elections):
        if not isinstance(row, Then) or row.total is None:
            continue
        lists = sorted(row.lists, key=lambda item: (-item.total, item.id))
        mark = Mark(
            row.election, row.total, row.most or row.total, lists[0].id if lists else "", total_words(row, language)
        )
        found.setdefault(row.body.id, []).append(mark)
        names.setdefault(row.body.id, body_words(row.election, language))
    if not any(mark.most for marks in found.values() for mark in marks):
        return []
    return [Row(names[id], tuple(marks)) for id, marks in found.items()]


def largest_rows(graph: GraphView, colours: Colours, language: Language = ENGLISH) -> list[Row]:
    """The lists met most over all elections, each with what it won at every one."""
    shown = list(colours)[:ROWS]
    found: dict[str, list[Mark]] = {id: [] for id in shown}
    for at in sorted(graph.elections, key=lambda one: one.date):
        totals = totals_of(graph, at)
        for id in shown:
            if (span := totals.get(id)) is not None:
                words = language.of(span.seats, span.most, at.seats)
                found[id].append(Mark(at, span.seats, span.most, id, words))
    return [Row(language.name(id, graph.short_names[id]), tuple(marks)) for id, marks in found.items() if marks]


def history_picture(
    rows: Sequence[Row], colours: Colours, title: str, text: str, language: Language = ENGLISH, ids: str = "history"
) -> Picture:
    """The rows on one axis of time, true to scale."""
    elections = sorted({mark.election.date: mark.election for row in rows for mark in row.marks}.items())
    at = _places([day for day, _ in elections])
    most = max((mark.most for row in rows for mark in row.marks), default=1)
    scale = min(6.2, _LARGEST / most**0.5)
    body, y = _head([one for _, one in elections], at, language), _HEAD
    numbers, told = slots(colours), []
    for row in rows:
        r = max((scale * mark.most**0.5 for mark in row.marks), default=0.0)
        high = max(40.0, 2 * r + 22)
        middle = y + (high - 16) / 2
        name = lines(row.name, 13.5, _NAMES - 12, 3)
        body += "".join(
            write(0, middle + 5 + (at_row - (len(name) - 1) / 2) * 17, line, class_="strong", font_size=13.5)
            for at_row, line in enumerate(name)
        )
        body += element(
            "path", d=path([(_NAMES, middle), (_NAMES + _TIME, middle)]), class_="coast drawn", stroke_width=1.0
        )
        for mark in row.marks:
            body += _disc(mark, at[mark.election.date], middle, scale, numbers, language)
        told.append(f"{row.name}: " + language.listed(f"{mark.election.date[:4]} {mark.words}" for mark in row.marks))
        y += high
    said = f"{text} {'; '.join(told)}.".strip()
    return Picture(ids, _NAMES + _TIME + 40, y, body, title, said)


def _places(days: Sequence[str]) -> dict[str, float]:
    """Where each day stands: in true proportion, but for those that are too close to be told apart."""
    numbers = [_ordinal(day) for day in days]
    first, last = min(numbers, default=0), max(numbers, default=0)
    room = (_TIME - 80) / max(1, len(days) - 1)
    need = min(_APART, room)
    spots = [_NAMES + 40 + (_TIME - 80) * (value - first) / ((last - first) or 1) for value in numbers]
    for _ in range(_ROUNDS):
        before = spots[:]
        for at, (a, b) in enumerate(pairwise(spots)):
            if b - a < need:
                spots[at], spots[at + 1] = a - (need - b + a) / 2, b + (need - b + a) / 2
        spots = [min(max(spot, _NAMES + 40), _NAMES + _TIME - 40) for spot in spots]
        if spots == before:
            break
    return dict(zip(days, spots, strict=True))


def _ordinal(day: str) -> int:
    """A date as precise as it is, as a day: the middle of a year or month that is all there is."""
    parts = [int(part) for part in day.split("-")]
    year, month, of_month = [*parts, *(6, 15)[len(parts) - 1 :]] if len(parts) < 3 else parts
    return date(year, month, of_month).toordinal()


def _head(elections: Sequence[Election], at: dict[str, float], language: Language) -> str:
    """The elections along the top: year and what was filled; close ones on two levels."""
    found, last, level = "", -1e9, 0
    for one in elections:
        x = at[one.date]
        words = body_words(one, language)
        wide = text_width(words, 10.5)
        level = 1 - level if x - last < wide / 2 + _CLOSE else 0
        last = x + wide / 2
        top = 11.0 + 21 * level
        found += write(x, top, one.date[:4], class_="strong middle", font_size=11.5)
        found += write(x, top + 11, words, class_="faint middle", font_size=9.5)
    return found


def _disc(mark: Mark, x: float, y: float, scale: float, numbers: dict[str, int], language: Language) -> str:
    r = scale * mark.seats**0.5
    css = list_class(numbers.get(mark.list))
    words = language.number(mark.seats, mark.most)
    label = f"{mark.election.date[:4]}: {mark.words}"
    drawn = element("circle", cx=x, cy=y, r=r + 1.2, class_="paper") + element("circle", cx=x, cy=y, r=r, class_=css)
    if mark.most > mark.seats:  # disputed: the larger number as a line around
        drawn += element(
            "circle",
            cx=x,
            cy=y,
            r=scale * mark.most**0.5,
            class_=f"{css} drawn",
            stroke_width=1.2,
            stroke_dasharray="3 2",
        )
    if r > _INSIDE:
        drawn += write(x, y + 4.5, words, class_=f"strong middle on {css}", font_size=min(15.0, r * 0.8))
        drawn += write(x, y + r + 13, mark.words.partition(" ")[2], class_="faint middle", font_size=10.0)
    else:
        drawn += write(x, y + r + 13, words, class_="middle", font_size=11.0)
    return element("g", element("title", escape(label)) + drawn, role="img", aria_label=label)
