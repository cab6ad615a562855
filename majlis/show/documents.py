"""Whole files for other people's pages: a picture with title, legend, notes and sources, valid on its own."""

from __future__ import annotations

from collections.abc import Sequence

from majlis.terminal import cite, day, isolate
from queries.graph import Election, SourceLine
from queries.who import Who

from . import palette
from .hemicycle import LegendRow, hemicycle, legend, legend_text
from .svg import Picture, element, lines, paragraph, shift, write

_EDGE = 24.0
_SMALL = 11.5


def document(picture: Picture, heading: str, under: Sequence[str], notes: Sequence[str]) -> str:
    """A picture as a file: a heading, lines under it, the picture, and small notes such as sources."""
    width = picture.width + 2 * _EDGE
    parts, y = [], _EDGE + 18
    for line in lines(heading, 21, picture.width, 3):
        parts.append(write(_EDGE, y, line, class_="strong", font_size=21))
        y += 26
    for text in under:
        found = lines(text, 14, picture.width)
        parts.append(paragraph(_EDGE, y, found, 19, font_size=14))
        y += 19 * len(found)
    y += 6
    parts.append(shift(_EDGE, y, picture.body))
    y += picture.height + 18
    for text in notes:
        found = lines(text, _SMALL, picture.width)
        parts.append(paragraph(_EDGE, y, found, 15, font_size=_SMALL, class_="faint"))
        y += 15 * len(found) + 3
    whole = Picture(
        picture.ids,
        width,
        y + _EDGE - 15,
        element("style", palette.css()) + element("rect", width="100%", height="100%", class_="paper") + "".join(parts),
        picture.title,
        picture.text,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole.inline(sized=True)}\n'


def beside(election: Election) -> str:
    """The line under a heading: which election, and when."""
    return f"{isolate(election.name)}, {day(election.date)}"


def source_notes(sources: Sequence[SourceLine], data_version: str) -> list[str]:
    """The lines that say where it all comes from."""
    return [*(f"Source: {cite(source)}" for source in sources), f"Majlis, data version {data_version}"]


def council_document(answer: Who, slots: dict[str, int]) -> str:
    """The council of an answer as a file, with its legend."""
    picture = hemicycle(answer, slots)
    key, height = _legend(legend(answer, slots), picture.width)
    whole = Picture(
        picture.ids,
        picture.width,
        picture.height + height,
        picture.body + shift(0, picture.height + 20, key),
        picture.title,
        picture.text,
    )
    notes = [*answer.notes, *source_notes(answer.sources, answer.data_version)]
    return document(whole, picture.title, (beside(answer.election),), notes)


def _legend(rows: Sequence[LegendRow], width: float) -> tuple[str, float]:
    """The lists in two columns, read downwards; and the height."""
    column, found, tallest = width / 2 - 12, [], 0.0
    half = (len(rows) + 1) // 2
    for x, part in ((0.0, rows[:half]), (column + 24, rows[half:])):
        y = 0.0
        for row in part:
            name = lines(legend_text(row), 14, column - 70, 2)
            figures = str(row.seats)
            swatch = element("circle", cx=7.0, cy=-5.0, r=6.0, class_="seat")
            if row.reserved_for:
                swatch = element("circle", cx=7.0, cy=-5.0, r=4.0, class_="seat") + element(
                    "circle", cx=7.0, cy=-5.0, r=6.3, class_="ring", stroke_width=1.3
                )
            found.append(
                shift(
                    x,
                    y,
                    element("g", swatch, class_=row.css)
                    + write(20, 0, row.key, class_="faint", font_size=13)
                    + paragraph(42, 0, name, 17, font_size=14)
                    + write(column, 0, figures, class_="strong end", font_size=14),
                )
            )
            y += 17 * len(name) + 5
        tallest = max(tallest, y)
    return "".join(found), tallest
