"""The largest lists side by side, each with a small map of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from queries.where.answer import SEATS, Where

from ..wording.forms import ENGLISH, isolate
from ..wording.where import total_words
from .areas import Area, areas_of
from .map import defs, paint
from .outlines import Outline, Outlines
from .svg import Picture, element, escape, lines, number, paragraph, shift

SHOWN = 8
_IDS = "multiples"  # how the ids in it begin
_ACROSS, _CELL, _GAP = 4, 216.0, 22.0
_SIZE, _LEADING = 14.0, 18.0


def multiples(answers: Sequence[Where], slots: Mapping[str, int], outlines: Outlines | None) -> Picture:
    """A small map for each answer, in rows of four; where there is no map, the councils in words."""
    cells = [(answer, areas_of(answer, slots=slots)) for answer in answers]
    height = _cell_height(cells, outlines)
    drawn = [
        shift(at % _ACROSS * (_CELL + _GAP), at // _ACROSS * (height + _GAP), _cell(answer, areas, outlines))
        for at, (answer, areas) in enumerate(cells)
    ]
    shapes = "".join(
        element("path", id=f"{_IDS}-{shape.id}", d=shape.path, fill_rule="evenodd")
        for shape in (outlines.shapes if outlines else ())
    )
    rows, columns = -(-len(cells) // _ACROSS), min(len(cells), _ACROSS)
    told = "; ".join(f"{isolate(answer.subject.candidate.name)}: {total_words(answer)}" for answer in answers)
    return Picture(
        _IDS,
        max(columns, 1) * (_CELL + _GAP) - _GAP,
        max(rows * (height + _GAP) - _GAP, 0.0),
        defs((), _IDS, outlines.width / _CELL if outlines else 1.0) + element("defs", shapes) + "".join(drawn),
        ENGLISH.say("multiples"),
        f"{told}.",
    )


def _cell(answer: Where, areas: Sequence[Area], outlines: Outlines | None) -> str:
    whole, total, top = isolate(answer.subject.candidate.name), total_words(answer), 2 * _LEADING
    name = lines(whole, _SIZE, _CELL, 2)
    head = paragraph(0, _SIZE, name, _LEADING, class_="strong", font_size=_SIZE)
    head += paragraph(0, _LEADING * len(name) + 13, [total], _LEADING, class_="faint", font_size=12)
    known = {area.id: area for area in areas}
    if outlines is None:
        content = paragraph(0, top + 32, _in_words(areas), 15, font_size=12)
    else:
        scale = _CELL / outlines.width
        shapes = "".join(_use(shape, known.get(shape.id)) for shape in outlines.shapes)
        content = element("g", shapes, transform=f"translate(0,{number(top + 22)}) scale({scale:.4f})")
    return element("g", head + content, role="img", aria_label=f"{whole}: {total}")


def _use(shape: Outline, area: Area | None) -> str:
    return element(
        "use",
        element("title", escape(area.label)) if area else "",
        href=f"#{_IDS}-{shape.id}",
        **paint(area, _IDS, "border"),
        stroke_width=2.2,
        data_province=shape.id,
        data_status=area.status if area else "outside",
    )


def _in_words(areas: Sequence[Area]) -> list[str]:
    held = [f"{isolate(area.name)} {area.letters}" for area in areas if area.status == SEATS]
    return lines(ENGLISH.listed(held) or ENGLISH.say("multiples.none"), 12, _CELL)


def _cell_height(cells: Sequence[tuple[Where, Sequence[Area]]], outlines: Outlines | None) -> float:
    if outlines is not None:
        return 2 * _LEADING + 22 + outlines.height * _CELL / outlines.width
    return 2 * _LEADING + 24 + 15 * max((len(_in_words(areas)) for _, areas in cells), default=0)
