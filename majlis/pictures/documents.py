"""Whole files for other people's pages: a picture with title, legend, notes and sources, valid on its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from queries.plain import Note
from queries.view.elections import Election
from queries.view.evidence import SourceLine, sorted_sources
from queries.where.answer import SEATS, Where
from queries.who.answer import Who

from ..wording.forms import ENGLISH, Language
from ..wording.notes import note_text
from ..wording.sitting import election_words
from ..wording.where import cited, where_sentence
from ..wording.who import who_sentence
from . import palette
from .areas import LARGEST, LEVEL, OPEN, PATTERNS, Area, areas_of, hue_of, largest_areas
from .hemicycle import LegendRow, hemicycle, legend, legend_text
from .map import defs, paint, provinces, unplaced
from .multiples import multiples
from .outlines import Outlines
from .palette import Colours
from .side import Side
from .svg import Picture, element, lines, number, shift, text_width

_EDGE = 24.0
_SMALL = 11.5
_CITED = 6  # sources named
_ADDRESS = 200  # letters: what is longer is mostly percent signs
_TEXT = 13.0
_BESIDE = 300.0  # the table beside a map
_ALONE = 640.0  # the table where there is no map


def council_document(answer: Who, colours: Colours, language: Language = ENGLISH) -> str:
    """A council as a file, with its legend."""
    slots = palette.slots(colours)
    picture = hemicycle(answer, slots, language)
    key, height = _legend(legend(answer, slots, language), Side(language, picture.width))
    dissent = language.listed(language.name(item.id, item.name) for item in answer.lists if item.dissent)
    differ = [language.say("picture.dissent", lists=dissent)] if dissent else []
    notes = [*differ, *note_texts(answer.notes, language)]
    notes += source_notes(answer.sources, answer.data_version, language)
    under = (election_words(answer.election, language), who_sentence(answer, language))
    css = palette.css(colours, _ids([answer]))
    return whole_file(below(picture, key, height), picture.title, under, notes, css, language)


def where_document(answer: Where, colours: Colours, outlines: Outlines | None, language: Language = ENGLISH) -> str:
    """The map of an answer as a file, with every province in words."""
    slots, found = palette.slots(colours), answer.subject.candidate
    areas, hue = areas_of(answer, language, slots), hue_of(answer, slots)
    notes = [*note_texts(answer.notes, language), *source_notes(cited(answer), answer.data_version, language)]
    heading, said = language.name(found.id, found.name), where_sentence(answer, language)
    css = palette.css(colours, {item.id for item in answer.lists})
    return _map_file(
        areas, outlines, heading, said, _shares(areas, hue, language), answer.election, notes, css, language
    )


def largest_document(
    councils: Sequence[Who], colours: Colours, outlines: Outlines | None, language: Language = ENGLISH
) -> str:
    """The map of the largest list of each council as a file, with every province in words."""
    areas = largest_areas(councils, palette.slots(colours), language)
    key = [("rest", language.say("map.rest"))] if any("rest" in area.fills for area in areas) else []
    text = language.say("map.text")
    for status in (LEVEL, OPEN):
        text += language.say(f"map.{status}") if any(area.status == status for area in areas) else ""
    sources = (source for answer in councils for source in answer.sources)
    notes = note_texts(councils[0].election.notes, language)
    notes += source_notes(sorted_sources(sources), councils[0].data_version, language)
    css = palette.css(colours, _ids(councils))
    return _map_file(areas, outlines, language.say("largest"), text, key, councils[0].election, notes, css, language)


def multiples_document(answers: Sequence[Where], colours: Colours, outlines: Outlines | None, note: str = "") -> str:
    """Small maps of these answers as a file; `note` says what they leave out."""
    picture = multiples(answers, palette.slots(colours), outlines)
    areas = [area for answer in answers for area in areas_of(answer)]
    side = Side(ENGLISH, picture.width)
    key, height = _swatches(areas, _shares(areas, "", ENGLISH), side, "key") if outlines else ("", 0.0)
    key = defs((), "key") + key
    election = answers[0].election
    sources = (source for answer in answers for source in cited(answer))
    notes = [*([note] if note else ()), *note_texts(election.notes, ENGLISH), *_map_notes(areas, outlines, ENGLISH)]
    notes += source_notes(sorted_sources(sources), answers[0].data_version)
    css = palette.css(colours, {item.id for answer in answers for item in answer.lists})
    return whole_file(below(picture, key, height), picture.title, (election_words(election),), notes, css)


def _map_file(
    areas: Sequence[Area],
    outlines: Outlines | None,
    heading: str,
    text: str,
    key: Iterable[tuple[str, str]],
    election: Election,
    notes: Sequence[str],
    css: str,
    language: Language,
) -> str:
    ids = "map"
    if outlines is None:
        table, tall = _table(areas, Side(language, _ALONE), ids)
        told = "; ".join(area.label for area in areas)
        whole = Picture(ids, _ALONE, tall, defs(areas, ids) + shift(0, 12, table), heading, f"{text} {told}.")
    else:
        picture = provinces(areas, outlines, heading, text, ids)
        table, tall = _table(areas, Side(language, _BESIDE), ids)
        left = picture.width + _EDGE
        drawn = below(picture, *_swatches(areas, key, Side(language, picture.width), ids))
        body = drawn.body + shift(left, 12, table)
        whole = replace(drawn, width=left + _BESIDE, height=max(drawn.height, tall), body=body)
    notes = [*_map_notes(areas, outlines, language), *notes]
    return whole_file(whole, heading, (election_words(election, language), text), notes, css, language)


def _ids(councils: Iterable[Who]) -> set[str]:
    """The lists that these councils show."""
    return {item.id for answer in councils for item in answer.lists}


def whole_file(
    picture: Picture, heading: str, under: Sequence[str], notes: Sequence[str], css: str, language: Language = ENGLISH
) -> str:
    """A picture as a file: a heading, lines under it, the picture, and small notes such as sources."""
    parts, y, side = [], _EDGE + 18, Side(language, picture.width + 2 * _EDGE)
    for texts, size, leading, weight in (((heading,), 21.0, 26.0, "strong"), (under, 14.0, 19.0, "")):
        for text in texts:
            found = lines(text, size, picture.width, 5)
            parts.append(side.paragraph(_EDGE, y, found, leading, size, weight))
            y += leading * len(found)
    parts.append(shift(_EDGE, y, picture.body))
    y += picture.height + 20
    for text in notes:
        found = lines(text, _SMALL, picture.width)
        parts.append(side.paragraph(_EDGE, y, found, 15, _SMALL, "faint"))
        y += 15 * len(found) + 3
    back = element("style", css) + element("rect", width="100%", height="100%", class_="paper")
    whole = replace(picture, width=picture.width + 2 * _EDGE, height=y + 6, body=back + "".join(parts))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole.inline(sized=True)}\n'


def below(picture: Picture, more: str, height: float) -> Picture:
    """The picture with more under it."""
    top = picture.height + 24
    return replace(picture, height=top + height, body=picture.body + shift(0, top, more))


def note_texts(notes: Iterable[Note], language: Language) -> list[str]:
    """Notes in words."""
    return [note_text(note, language) for note in notes]


def source_notes(sources: Sequence[SourceLine], data_version: str, language: Language = ENGLISH) -> list[str]:
    """The lines that say where it all comes from: the strongest sources, with an address that fits into a line."""
    said = []
    for source in sources[:_CITED]:
        whole = language.cite(source)
        address = whole.address if whole.address and len(whole.address) < _ADDRESS else None
        short = f"{whole.words} {language.isolate(f'<{address}>')}" if address else whole.words
        said.append(language.say("cite.source", source=short))
    if len(sources) > _CITED:
        said.append(language.say("cite.others", number=len(sources) - _CITED))
    return [*said, language.say("cite.version", version=language.isolate(data_version))]


def _map_notes(areas: Iterable[Area], outlines: Outlines | None, language: Language) -> list[str]:
    """What the map lacks, and where it comes from."""
    if outlines is None:
        return [language.say("map.none")]
    lacking = language.listed(dict.fromkeys(area.label for area in unplaced(areas, outlines)), "semicolon")
    notes = [language.say("map.lacking", areas=lacking)] if lacking else []
    source = language.isolate(outlines.source) if outlines.source else language.say("map.sourceless")
    return [*notes, language.say("map.source", source=source, note=language.isolate(outlines.note)).rstrip()]


def _shares(areas: Sequence[Area], hue: str, language: Language) -> list[tuple[str, str]]:
    """The steps of the shading, in words."""
    if not any(area.status == SEATS for area in areas):
        return []
    bounds = [f"{bound:.0%}" for bound in palette.BOUNDS]
    keys = ("map.up_to", *["map.to"] * (len(bounds) - 1), "map.over")
    texts = [language.say(key, bound=bound) for key, bound in zip(keys, (*bounds, bounds[-1]), strict=True)]
    return [(palette.part_class(at, hue), text) for at, text in enumerate(texts, 1)]


def _swatches(areas: Sequence[Area], key: Iterable[tuple[str, str]], side: Side, ids: str) -> tuple[str, float]:
    """The legend of fills and patterns in lines as wide as the picture, and its height."""
    items = [({"class_": f"border {css}"}, text) for css, text in key]
    if any("none" in area.fills for area in areas):
        items.append(({"class_": "border none"}, side.language.say("legend.none")))
    seen = {area.status: area for area in areas}
    items += [
        (paint(seen[status], ids, "border"), side.language.say(f"status.{status}"))
        for status in PATTERNS
        if status in seen
    ]
    x = y = 0.0
    found = []
    for given, text in items:
        wide = 26 + text_width(text, _TEXT) + 14
        if x and x + wide > side.width:
            x, y = 0.0, y + 22
        found.append(shift(0, y, _swatch(side, given, x) + side.write(x + 26, 0, text, _TEXT)))
        x += wide
    return "".join(found), y + 10


def _swatch(side: Side, given: dict[str, str], x: float = 0.0) -> str:
    return element("rect", x=side.left(x + 0.5, 19.0), y=-11.5, width=19.0, height=14.0, **given, stroke_width=0.8)


def _table(areas: Sequence[Area], side: Side, ids: str) -> tuple[str, float]:
    """Every province in words: beside its name where there is room, else under it; and the height."""
    y = 0.0
    found = []
    for area in areas:
        words = f"{area.letters} {area.words}" if area.status in (LARGEST, LEVEL, OPEN) else area.words
        words += " !" if area.marked else ""
        name = area.language.isolate(area.name)
        row = _swatch(side, paint(area, ids, "border")) + side.write(28, 0, name, _TEXT, "strong")
        left = 28 + text_width(name, _TEXT) + 12
        if left + text_width(words, _TEXT) <= side.width:
            row += side.write(side.width, 0, words, _TEXT, end=True)
            tall = 22.0
        else:
            under = lines(words, _TEXT, side.width - 28)
            row += side.paragraph(28, 17, under, 16, _TEXT)
            tall = 22.0 + 16 * len(under)
        found.append(shift(0, y, row))
        y += tall
    if any(area.marked for area in areas):
        found.append(side.write(0, y + 2, f"! {side.language.say('differ')}", _TEXT, "faint"))
        y += 22
    return "".join(found), y


def _legend(rows: Sequence[LegendRow], side: Side) -> tuple[str, float]:
    """The lists of a council in two columns, read downwards; and the height."""
    column, found, tallest = side.width / 2 - 12, list[str](), 0.0
    half = (len(rows) + 1) // 2
    for x, part in ((0.0, rows[:half]), (column + 24, rows[half:])):
        y = 0.0
        for row in part:
            name = lines(legend_text(row, side.language), 14, column - 70, 2)
            middle = side.at(x + 7)
            dot = element("circle", cx=middle, cy=-5.0, r=4.0 if row.ringed else 6.0, class_="seat")
            if row.ringed:
                dot += element("circle", cx=middle, cy=-5.0, r=6.3, class_="ring", stroke_width=1.3)
            if row.disputed:
                slash = f"M{number(middle - 4)} -1L{number(middle + 4)} -9"
                dot += element("path", d=slash, class_="slash", stroke_width=2)
            words = (
                side.write(x + 20, 0, row.key, _TEXT, "faint")
                + side.paragraph(x + 42, 0, name, 17, 14.0)
                + side.write(
                    x + column, 0, side.language.number(row.seats, row.most, row.others), 14.0, "strong", end=True
                )
            )
            found.append(shift(0, y, element("g", dot, class_=row.css) + words))
            y += 17 * len(name) + 5
        tallest = max(tallest, y)
    return "".join(found), tallest - 12
