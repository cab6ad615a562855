"""A card for an answer, as links to it are shown elsewhere, 1200 x 630 pixels: what it says, a picture, a source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from queries.history import History
from queries.view.evidence import SourceLine
from queries.where.answer import Where
from queries.who.answer import Who

from ..wording.forms import ENGLISH, Language
from ..wording.history import history_sentence
from ..wording.sitting import election_words
from ..wording.where import where_sentence
from ..wording.who import who_sentence
from . import palette
from .areas import areas_of
from .hemicycle import hemicycle
from .history.bars import history_picture, rows_of
from .map import provinces
from .network.drawing import Drawing
from .network.file import ElectionNetwork
from .outlines import Outlines
from .palette import Colours
from .side import Side
from .svg import Picture, element, fit, lines, number, text_width

WIDTH, HEIGHT = 1200.0, 630.0
_EDGE = 52.0
_FOOT = 74.0  # the room of the source at the bottom
_SIZES = (46.0, 40.0, 34.0, 29.0, 25.0)  # of the title: the largest that fits
_MOST = 6  # lines of it
_WIDE = 1.25  # a picture wider than this part of its height stands under the title, others beside it
_BESIDE, _OVER = 0.46, 112.0  # the part of the width that a title beside a picture has; the height of one over it
_ROW, _LISTS = 34.0, 7  # of a list, and how many lists
_SMALL = 16.0


@dataclass(frozen=True, slots=True)
class Row:
    """A list on a card: the class of its colour, its name and its seats."""

    css: str
    name: str
    number: str


def card(
    title: str,
    when: str,
    picture: Picture | None,
    sources: Sequence[SourceLine],
    data_version: str,
    css: str,
    rows: Sequence[Row] = (),
    language: Language = ENGLISH,
) -> str:
    """A card as SVG: a title, what it is about, a picture and lists if there are any, a source, the data's version.

    In a language that runs from the right the words stand on the right, and the picture beside them on the left.
    """
    side = Side(language, WIDTH)
    beside = picture is not None and (bool(rows) or picture.width < picture.height * _WIDE)
    wide = (WIDTH - 2 * _EDGE) * (_BESIDE if beside else 1.0)
    high = HEIGHT - _EDGE - _FOOT - 60 - _ROW * len(rows) if beside or picture is None else _OVER
    said, size = _title(title, wide, high)
    y = _EDGE + size * 0.8
    parts = [side.paragraph(_EDGE, y, said, size * 1.22, size, "strong")]
    y += size * 1.22 * (len(said) - 1) + 34
    under = lines(when, 20, wide, 2)
    parts.append(side.paragraph(_EDGE, y, under, 26, 20.0, "faint"))
    y += 26 * (len(under) - 1) + 20
    if picture is not None:
        left, top = (_EDGE + wide + 30, _EDGE - 8) if beside else (_EDGE, y)
        room = WIDTH - _EDGE - left
        parts.append(_fitted(picture, side.left(left, room), top, room, HEIGHT - _FOOT - top - 6))
    y = max(y + 20, HEIGHT - _FOOT - _ROW * len(rows))
    for row in rows:
        parts.append(element("circle", cx=side.at(_EDGE + 9), cy=y, r=9.0, class_=row.css))
        parts.append(side.write(_EDGE + 30, y + 7, fit(row.name, 21, wide - 90), 21.0))
        parts.append(side.write(_EDGE + wide, y + 7, row.number, 21.0, "strong", end=True))
        y += _ROW
    parts.append(_foot(sources, data_version, side))
    back = element("style", css) + element("rect", width=WIDTH, height=HEIGHT, class_="paper")
    whole = Picture(picture.ids if picture else "card", WIDTH, HEIGHT, back + "".join(parts), title, when)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole.inline(sized=True)}\n'


def where_card(answer: Where, colours: Colours, outlines: Outlines | None, language: Language = ENGLISH) -> str:
    """The card of where a name has seats: its map."""
    title = where_sentence(answer, language)
    areas = areas_of(answer, language, palette.slots(colours))
    picture = provinces(areas, outlines, title, "") if outlines else None
    when = election_words(answer.election, language)
    css = palette.css(colours, {item.id for item in answer.lists})
    return card(title, when, picture, answer.sources, answer.data_version, css, language=language)


def who_card(answer: Who, colours: Colours, language: Language = ENGLISH) -> str:
    """The card of who has the seats of a council or house: its half-circle, and its largest lists by name."""
    numbers = palette.slots(colours)
    picture = hemicycle(answer, numbers, language) if answer.lists else None
    css = palette.css(colours, {item.id for item in answer.lists})
    rows = [
        Row(
            palette.list_class(numbers.get(item.id)),
            language.name(item.id, item.name),
            language.number(item.seats, item.most, item.others),
        )
        for item in answer.lists[:_LISTS]
    ]
    title, when = who_sentence(answer, language), election_words(answer.election, language)
    return card(title, when, picture, answer.sources, answer.data_version, css, rows, language)


def history_card(answer: History, colours: Colours, language: Language = ENGLISH) -> str:
    """The card of a name, a province or a body through the elections: its seats on the axis of time."""
    rows, title = rows_of(answer, language), history_sentence(answer, language)
    picture = history_picture(rows, colours, title, "", language) if rows else None
    css = palette.css(colours, {mark.list for row in rows for mark in row.marks})
    found = answer.subject.candidate
    when = language.say("history.picture_of", name=language.name(found.id, found.name))
    return card(title, when, picture, answer.sources, answer.data_version, css, language=language)


def network_card(shown: ElectionNetwork, data_version: str, language: Language = ENGLISH) -> str:
    """The card of an election: its network without words, and its largest lists by name."""
    network, finding = shown.network, shown.finding(language)
    css = palette.css(network.colours, {node.list for node in network.nodes if node.rest})
    numbers = palette.slots(network.colours)
    lists = [node for node in network.nodes if node.list == node.id and node.seats]
    largest = sorted(lists, key=lambda node: (-(node.seats or 0), node.id))[:_LISTS]
    rows = [
        Row(palette.list_class(numbers.get(node.id)), language.name(node.id, node.label), str(node.seats))
        for node in largest
    ]
    picture = Drawing(network, "square", language, words=False).picture(finding, "")
    when = election_words(shown.election, language)
    return card(finding, when, picture, shown.sources, data_version, css, rows, language)


def words_card(
    sentence: str, when: str, sources: Sequence[SourceLine], data_version: str, language: Language = ENGLISH
) -> str:
    """The card of any other answer: its sentence."""
    return card(sentence, when, None, sources, data_version, palette.css({}), language=language)


def _title(title: str, wide: float, high: float) -> tuple[list[str], float]:
    """The lines of a title and their size: the largest that fits."""
    for size in _SIZES:
        found = lines(title, size, wide)
        if len(found) <= _MOST and len(found) * size * 1.22 <= high:
            return found, size
    return lines(title, _SIZES[-1], wide, max(1, int(high / (_SIZES[-1] * 1.22)))), _SIZES[-1]


def _fitted(picture: Picture, left: float, top: float, wide: float, high: float) -> str:
    """A picture as large as fits into a box, in its middle."""
    scale = min(wide / picture.width, high / picture.height)
    x, y = left + (wide - picture.width * scale) / 2, top + (high - picture.height * scale) / 2
    return element("g", picture.body, transform=f"translate({number(x)} {number(y)}) scale({scale:.4f})")


def _foot(sources: Sequence[SourceLine], data_version: str, side: Side) -> str:
    """The strongest source, how many more there are, and whose picture it is."""
    language = side.language
    version = language.say("cite.version", version=language.isolate(data_version))
    cited = ""
    if sources:
        first = sources[0]
        more = f" (+{len(sources) - 1})" if len(sources) > 1 else ""
        date = language.day(first.published) if first.published else language.say("cite.undated")
        room = WIDTH - 2 * _EDGE - text_width(version, _SMALL) - 30
        short = language.listed(filter(None, (language.isolate(first.publisher or first.title), date)))
        said = [f"{language.say('cite.source', source=words)}{more}" for words in (language.cite(first).words, short)]
        cited = next((text for text in said if text_width(text, _SMALL) <= room), fit(said[-1], _SMALL, room))
    y = HEIGHT - 30
    line = element("rect", x=_EDGE, y=y - 30, width=WIDTH - 2 * _EDGE, height=1.0, class_="coast")
    return (
        line
        + side.write(_EDGE, y, cited, _SMALL, "faint")
        + side.write(WIDTH - _EDGE, y, version, _SMALL, "faint", end=True)
    )
