"""Whole files for other people's pages: a picture with title, legend, notes and sources, valid on its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from queries.view.elections import Election
from queries.view.evidence import SourceLine, sorted_sources
from queries.where.answer import SEATS, Where
from queries.who.answer import Who

from ..wording.forms import ENGLISH, isolate
from ..wording.notes import note_text
from ..wording.where import where_sentence
from ..wording.who import who_sentence
from . import palette
from .areas import LARGEST, LEVEL, OPEN, PATTERNS, Area, areas_of, largest_areas
from .hemicycle import LegendRow, hemicycle, legend, legend_text
from .map import defs, paint, provinces, unplaced
from .multiples import multiples
from .outlines import Outlines
from .palette import Colours
from .svg import Picture, element, lines, paragraph, shift, text_width, write

_EDGE = 24.0
_SMALL = 11.5
_CITED = 6  # sources named
_ADDRESS = 200  # letters: what is longer is mostly percent signs
_TEXT = 13.0
_BESIDE = 300.0  # the table beside a map
_ALONE = 640.0  # the table where there is no map


def council_document(answer: Who, colours: Colours) -> str:
    """A council as a file, with its legend."""
    slots = palette.slots(colours)
    picture = hemicycle(answer, slots)
    key, height = _legend(legend(answer, slots), picture.width)
    dissent = ", ".join(isolate(item.name) for item in answer.lists if item.dissent)
    differ = [ENGLISH.say("picture.dissent", lists=dissent)] if dissent else []
    notes = [*differ, *map(note_text, answer.notes), *source_notes(answer.sources, answer.data_version)]
    under = (when_words(answer.election), who_sentence(answer))
    return whole_file(below(picture, key, height), picture.title, under, notes, palette.css(colours, _ids([answer])))


def where_document(answer: Where, outlines: Outlines | None) -> str:
    """The map of an answer as a file, with every province in words."""
    areas, heading = areas_of(answer), isolate(answer.subject.candidate.name)
    notes = [*map(note_text, answer.notes), *source_notes(_behind(answer), answer.data_version)]
    said = where_sentence(answer)
    return _map_file(areas, outlines, heading, said, _shares(areas), answer.election, notes, palette.css({}))


def largest_document(councils: Sequence[Who], colours: Colours, outlines: Outlines | None) -> str:
    """The map of the largest list of each council as a file, with every province in words."""
    areas = largest_areas(councils, palette.slots(colours))
    key = [("rest", ENGLISH.say("map.rest"))] if any("rest" in area.fills for area in areas) else []
    text = ENGLISH.say("map.text")
    for status in (LEVEL, OPEN):
        text += ENGLISH.say(f"map.{status}") if any(area.status == status for area in areas) else ""
    sources = {source.id: source for answer in councils for source in answer.sources}.values()
    notes = [
        *map(note_text, councils[0].election.notes),
        *source_notes(sorted_sources(sources), councils[0].data_version),
    ]
    css = palette.css(colours, _ids(councils))
    return _map_file(areas, outlines, ENGLISH.say("largest"), text, key, councils[0].election, notes, css)


def multiples_document(answers: Sequence[Where], outlines: Outlines | None, note: str = "") -> str:
    """Small maps of these answers as a file; `note` says what they leave out."""
    picture = multiples(answers, outlines)
    areas = [area for answer in answers for area in areas_of(answer)]
    key, height = _swatches(areas, _shares(areas), picture.width, "key") if outlines else ("", 0.0)
    key = defs((), "key") + key
    election = answers[0].election
    sources = {source.id: source for answer in answers for source in _behind(answer)}.values()
    notes = [*([note] if note else ()), *map(note_text, election.notes), *_map_notes(areas, outlines)]
    notes += source_notes(sorted_sources(sources), answers[0].data_version)
    return whole_file(below(picture, key, height), picture.title, (when_words(election),), notes, palette.css({}))


def _map_file(
    areas: Sequence[Area],
    outlines: Outlines | None,
    heading: str,
    text: str,
    key: Iterable[tuple[str, str]],
    election: Election,
    notes: Sequence[str],
    css: str,
) -> str:
    ids = "map"
    if outlines is None:
        table, tall = _table(areas, _ALONE, ids)
        told = "; ".join(area.label for area in areas)
        whole = Picture(ids, _ALONE, tall, defs(areas, ids) + shift(0, 12, table), heading, f"{text} {told}.")
    else:
        picture = provinces(areas, outlines, heading, text, ids)
        table, tall = _table(areas, _BESIDE, ids)
        left = picture.width + _EDGE
        drawn = below(picture, *_swatches(areas, key, picture.width, ids))
        body = drawn.body + shift(left, 12, table)
        whole = replace(drawn, width=left + _BESIDE, height=max(drawn.height, tall), body=body)
    return whole_file(whole, heading, (when_words(election), text), [*_map_notes(areas, outlines), *notes], css)


def _ids(councils: Iterable[Who]) -> set[str]:
    """The lists that these councils show."""
    return {item.id for answer in councils for item in answer.lists}


def whole_file(picture: Picture, heading: str, under: Sequence[str], notes: Sequence[str], css: str) -> str:
    """A picture as a file: a heading, lines under it, the picture, and small notes such as sources."""
    parts, y = [], _EDGE + 18
    for texts, size, leading, weight in (((heading,), 21.0, 26.0, "strong"), (under, 14.0, 19.0, None)):
        for text in texts:
            found = lines(text, size, picture.width, 5)
            parts.append(paragraph(_EDGE, y, found, leading, font_size=size, class_=weight))
            y += leading * len(found)
    parts.append(shift(_EDGE, y, picture.body))
    y += picture.height + 20
    for text in notes:
        found = lines(text, _SMALL, picture.width)
        parts.append(paragraph(_EDGE, y, found, 15, font_size=_SMALL, class_="faint"))
        y += 15 * len(found) + 3
    back = element("style", css) + element("rect", width="100%", height="100%", class_="paper")
    whole = replace(picture, width=picture.width + 2 * _EDGE, height=y + 6, body=back + "".join(parts))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole.inline(sized=True)}\n'


def below(picture: Picture, more: str, height: float) -> Picture:
    """The picture with more under it."""
    top = picture.height + 24
    return replace(picture, height=top + height, body=picture.body + shift(0, top, more))


def when_words(election: Election) -> str:
    """The election and its day."""
    return ENGLISH.listed((isolate(election.name), ENGLISH.day(election.date)))


def _behind(answer: Where) -> list[SourceLine]:
    """The sources of what the answer mainly says: of the seats, where there are any."""
    cited = {id for council in answer.provinces if council.status == answer.status for id in council.sources}
    return [source for source in answer.sources if source.id in cited]


def source_notes(sources: Sequence[SourceLine], data_version: str) -> list[str]:
    """The lines that say where it all comes from: the strongest sources, with an address that fits into a line."""
    said = []
    for source in sources[:_CITED]:
        cited = ENGLISH.cite(source)
        short = cited if len(cited.address or "") < _ADDRESS else cited.words
        said.append(ENGLISH.say("cite.source", source=short))
    if len(sources) > _CITED:
        said.append(ENGLISH.say("cite.others", number=len(sources) - _CITED))
    return [*said, ENGLISH.say("cite.version", version=data_version)]


def _map_notes(areas: Iterable[Area], outlines: Outlines | None) -> list[str]:
    """What the map lacks, and where it comes from."""
    if outlines is None:
        return [ENGLISH.say("map.none")]
    lacking = ENGLISH.listed(dict.fromkeys(area.label for area in unplaced(areas, outlines)), "semicolon")
    notes = [ENGLISH.say("map.lacking", areas=lacking)] if lacking else []
    source = outlines.source or ENGLISH.say("map.sourceless")
    return [*notes, ENGLISH.say("map.source", source=source, note=outlines.note).rstrip()]


def _shares(areas: Sequence[Area]) -> list[tuple[str, str]]:
    """The steps of the shading, in words."""
    if not any(area.status == SEATS for area in areas):
        return []
    bounds = [f"{bound:.0%}" for bound in palette.BOUNDS]
    keys = ("map.up_to", *["map.to"] * (len(bounds) - 1), "map.over")
    texts = [ENGLISH.say(key, bound=bound) for key, bound in zip(keys, (*bounds, bounds[-1]), strict=True)]
    return [(f"step-{at}", text) for at, text in enumerate(texts, 1)]


def _swatches(areas: Sequence[Area], key: Iterable[tuple[str, str]], width: float, ids: str) -> tuple[str, float]:
    """The legend of fills and patterns in lines as wide as the picture, and its height."""
    items = [({"class_": f"border {css}"}, text) for css, text in key]
    if any("none" in area.fills for area in areas):
        items.append(({"class_": "border none"}, ENGLISH.say("legend.none")))
    seen = {area.status: area for area in areas}
    items += [
        (paint(seen[status], ids, "border"), ENGLISH.say(f"status.{status}")) for status in PATTERNS if status in seen
    ]
    x = y = 0.0
    found = []
    for given, text in items:
        wide = 26 + text_width(text, _TEXT) + 14
        if x and x + wide > width:
            x, y = 0.0, y + 22
        found.append(shift(x, y, _swatch(given) + write(26, 0, text, font_size=_TEXT)))
        x += wide
    return "".join(found), y + 10


def _swatch(given: dict[str, str]) -> str:
    return element("rect", x=0.5, y=-11.5, width=19.0, height=14.0, **given, stroke_width=0.8)


def _table(areas: Sequence[Area], width: float, ids: str) -> tuple[str, float]:
    """Every province in words: beside its name where there is room, else under it; and the height."""
    y = 0.0
    found = []
    for area in areas:
        words = f"{area.letters} {area.words}" if area.status in (LARGEST, LEVEL, OPEN) else area.words
        words += " !" if area.marked else ""
        name = isolate(area.name)
        row = _swatch(paint(area, ids, "border")) + write(28, 0, name, class_="strong", font_size=_TEXT)
        left = 28 + text_width(name, _TEXT) + 12
        if left + text_width(words, _TEXT) <= width:
            row += write(width, 0, words, class_="end", font_size=_TEXT)
            tall = 22.0
        else:
            under = lines(words, _TEXT, width - 28)
            row += paragraph(28, 17, under, 16, font_size=_TEXT)
            tall = 22.0 + 16 * len(under)
        found.append(shift(0, y, row))
        y += tall
    if any(area.marked for area in areas):
        found.append(write(0, y + 2, f"! {ENGLISH.say('differ')}", class_="faint", font_size=_TEXT))
        y += 22
    return "".join(found), y


def _legend(rows: Sequence[LegendRow], width: float) -> tuple[str, float]:
    """The lists of a council in two columns, read downwards; and the height."""
    column, found, tallest = width / 2 - 12, [], 0.0
    half = (len(rows) + 1) // 2
    for x, part in ((0.0, rows[:half]), (column + 24, rows[half:])):
        y = 0.0
        for row in part:
            name = lines(legend_text(row), 14, column - 70, 2)
            dot = element("circle", cx=7.0, cy=-5.0, r=4.0 if row.ringed else 6.0, class_="seat")
            if row.ringed:
                dot += element("circle", cx=7.0, cy=-5.0, r=6.3, class_="ring", stroke_width=1.3)
            if row.disputed:
                dot += element("path", d="M3 -1L11 -9", class_="slash", stroke_width=2)
            found.append(
                shift(
                    x,
                    y,
                    element("g", dot, class_=row.css)
                    + write(20, 0, row.key, class_="faint", font_size=_TEXT)
                    + paragraph(42, 0, name, 17, font_size=14)
                    + write(
                        column, 0, ENGLISH.number(row.seats, row.most, row.others), class_="strong end", font_size=14
                    ),
                )
            )
            y += 17 * len(name) + 5
        tallest = max(tallest, y)
    return "".join(found), tallest - 12
