"""A map of the provinces: outlines filled by what is said of each, with a label where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from queries.affiliation.ties import SHARED
from queries.where.answer import DID_NOT_STAND, NO_VOTE, UNKNOWN

from ..wording.forms import ENGLISH
from .areas import Area
from .outlines import Outline, Outlines, Spot
from .svg import Picture, element, escape, text_width, write

_NAME, _LETTERS = 11.0, 13.0
_STRIPE = 7
# What the patterns of the statuses are made of, in a square of 8: background, and a line or dots on it.
_PATTERNS = {
    SHARED: ("none", '<path d="M-2 2l4-4M0 8l8-8M6 10l4-4" class="hatch faint-line" stroke-width="1.6"/>'),
    UNKNOWN: ("paper", '<path d="M0 8l8-8M0 0l8 8" class="hatch faint-line" stroke-width=".9"/>'),
    DID_NOT_STAND: ("none", '<path d="M0 2h8M0 6h8" class="hatch faint-line" stroke-width="1"/>'),
    NO_VOTE: ("blank", '<circle cx="2" cy="2" r="1" class="faint"/><circle cx="6" cy="6" r="1" class="faint"/>'),
}


def provinces(areas: Sequence[Area], outlines: Outlines, title: str, text: str, ids: str = "map") -> Picture:
    """The map: a group for each province with `id`, `data-province`, `data-status`, `data-seats`, `data-size`.

    A group's accessible name is the area's label. Outlines without an area are drawn and say so; areas
    without an outline are in `unplaced`.
    """
    known = {area.id: area for area in areas}
    shapes = "".join(_province(shape, known.get(shape.id), ids) for shape in outlines.shapes)
    return Picture(
        ids,
        outlines.width,
        outlines.height,
        defs(areas, ids) + shapes + _labels(outlines, known),
        title,
        f"{text} {'; '.join(area.label for area in areas)}.",
    )


def unplaced(areas: Iterable[Area], outlines: Outlines | None) -> list[Area]:
    """The areas that the map has no outline for."""
    drawn = {shape.id for shape in outlines.shapes} if outlines else set()
    return [area for area in areas if area.id not in drawn]


def defs(areas: Iterable[Area], ids: str, scale: float = 1.0) -> str:
    """The patterns of the statuses and the stripes of these areas; their ids begin with `ids`.

    `scale` makes them coarser, for a map that is drawn smaller.
    """
    found = {
        status: (8, f"scale({scale:g})", element("rect", width=8, height=8, class_=back) + front)
        for status, (back, front) in _PATTERNS.items()
    }
    for area in areas:
        if len(area.fills) > 1:
            bars = "".join(
                element("rect", x=at * _STRIPE, width=_STRIPE, height=8, class_=fill)
                for at, fill in enumerate(area.fills)
            )
            found[_stripes(area)] = (_STRIPE * len(area.fills), "rotate(45)", bars)
    patterns = (
        element(
            "pattern",
            content,
            id=f"{ids}-{name}",
            width=width,
            height=8,
            patternUnits="userSpaceOnUse",
            patternTransform=turn,
        )
        for name, (width, turn, content) in sorted(found.items())
    )
    return element("defs", "".join(patterns))


def _stripes(area: Area) -> str:
    return "-".join(["stripes", *area.fills])


def paint(area: Area | None, ids: str, css: str) -> dict[str, str]:
    """The attributes that fill an area: the classes `css` and one of its own, or one of the patterns of `defs`."""
    if area is None:
        return {"class_": f"{css} blank"}
    if len(area.fills) == 1:
        return {"class_": f"{css} {area.fills[0]}"}
    return {"class_": css, "fill": f"url(#{ids}-{_stripes(area) if area.fills else area.status})"}


def _province(shape: Outline, area: Area | None, ids: str) -> str:
    label = area.label if area else ENGLISH.say("map.outside", name=shape.name)
    drawn = element("path", d=shape.path, fill_rule="evenodd", class_="border", stroke_width=0.8)
    return element(
        "g",
        element("title", escape(label)) + drawn,
        id=f"{ids}-{shape.id}",
        **paint(area, ids, "province"),
        data_province=shape.id,
        data_status=area.status if area else "outside",
        data_seats=area.seats if area else None,
        data_size=area.size if area else None,
        role="img",
        aria_label=label,
    )


def _labels(outlines: Outlines, known: dict[str, Area]) -> str:
    """The names and letters, those with least room placed first; where nothing else fits the letters alone."""
    taken: list[tuple[float, float, float, float]] = []
    found = []
    labelled = (shape for shape in outlines.shapes if shape.id in known and shape.spots)
    for shape in sorted(labelled, key=lambda shape: (shape.spots[0].room, shape.id)):
        area = known[shape.id]
        short = f"{area.letters}{' !' if area.marked else ''}".strip()
        both = [(area.name, _NAME, "label middle"), *([(short, _LETTERS, "label strong middle")] if short else [])]
        for rows in (both, both[1:]):
            wide = max((text_width(text, _LETTERS) for text, _, _ in rows), default=0.0) / 2
            high = sum(size + 2 for _, size, _ in rows) / 2
            spot = _free(shape, wide, high, taken, outlines.width)
            if rows and (spot or rows is not both):
                spot = spot or shape.spots[0]
                taken.append((spot.x - wide, spot.y - high, spot.x + wide, spot.y + high))
                y = spot.y - high
                for text, size, css in rows:
                    found.append(write(spot.x, y + size - 2, text, class_=css, font_size=size))
                    y += size + 2
                break
    return element("g", "".join(found), class_="labels", aria_hidden="true")


def _free(
    shape: Outline, wide: float, high: float, taken: Sequence[tuple[float, float, float, float]], width: float
) -> Spot | None:
    """The roomiest spot of a shape where a label neither meets another one nor leaves the picture."""
    for spot in shape.spots:
        left, top, right, bottom = spot.x - wide, spot.y - high, spot.x + wide, spot.y + high
        if left < 0 or right > width:
            continue
        if all(right <= x1 or x2 <= left or bottom <= y1 or y2 <= top for x1, y1, x2, y2 in taken):
            return spot
    return None
