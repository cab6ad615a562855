"""A card for an answer, as links to it are shown elsewhere, 1200 x 630 pixels: what it says, a picture, a source."""

from __future__ import annotations

from collections.abc import Sequence

from queries.view import SourceLine
from queries.where import Where
from queries.who import Who

from ..network.model import Network
from ..wording.forms import ENGLISH, Language
from ..wording.where import where_sentence
from ..wording.who import who_sentence
from . import palette
from .areas import areas_of
from .hemicycle import hemicycle
from .map import provinces
from .network import network_picture
from .outlines import Outlines
from .palette import Colours
from .svg import Picture, element, fit, lines, number, paragraph, text_width, write

WIDTH, HEIGHT = 1200.0, 630.0
_EDGE = 52.0
_FOOT = 74.0  # the room of the source at the bottom
_SIZES = (46.0, 40.0, 34.0, 29.0, 25.0)  # of the title: the largest that fits
_MOST = 6  # lines of it
_WIDE = 1.25  # a picture wider than this part of its height stands under the title, others beside it


def card(
    title: str,
    when: str,
    picture: Picture | None,
    sources: Sequence[SourceLine],
    data_version: str,
    css: str,
    language: Language = ENGLISH,
) -> str:
    """A card as SVG: a title, what it is about, a picture if there is one, the strongest source, the data's version."""
    room = WIDTH - 2 * _EDGE, HEIGHT - _EDGE - _FOOT
    beside = picture is not None and picture.width < picture.height * _WIDE
    text_wide = room[0] * 0.46 if beside else room[0]
    text_high = room[1] - 40 if beside or picture is None else 112.0
    said, size = _title(title, text_wide, text_high)
    y = _EDGE + size * 0.8
    parts = [paragraph(_EDGE, y, said, size * 1.22, font_size=size, class_="strong")]
    y += size * 1.22 * (len(said) - 1) + 34
    parts.append(write(_EDGE, y, fit(when, 20, text_wide), font_size=20.0, class_="faint"))
    if picture is not None:
        left, top = (_EDGE + text_wide + 30, _EDGE - 8) if beside else (_EDGE, y + 22)
        parts.append(_fitted(picture, left, top, WIDTH - _EDGE - left, HEIGHT - _FOOT - top - 6))
    parts.append(_foot(sources, data_version, language))
    back = element("style", css) + element("rect", width=WIDTH, height=HEIGHT, class_="paper")
    whole = Picture(picture.ids if picture else "card", WIDTH, HEIGHT, back + "".join(parts), title, when)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole.inline(sized=True)}\n'


def where_card(answer: Where, outlines: Outlines | None) -> str:
    """The card of where a name has seats: its map."""
    title = where_sentence(answer)
    picture = provinces(areas_of(answer), outlines, title, "") if outlines else None
    return card(title, _when(answer), picture, answer.sources, answer.data_version, palette.css({}))


def who_card(answer: Who, colours: Colours) -> str:
    """The card of who has the seats of a council or house: its half-circle."""
    picture = hemicycle(answer, palette.slots(colours)) if answer.lists else None
    css = palette.css(colours, {item.id for item in answer.lists})
    return card(who_sentence(answer), _when(answer), picture, answer.sources, answer.data_version, css)


def network_card(network: Network, finding: str, when: str, sources: Sequence[SourceLine], data_version: str) -> str:
    """The card of an election: its network."""
    css = palette.css(network.colours, {node.list for node in network.nodes if node.rest})
    return card(finding, when, network_picture(network, finding, ""), sources, data_version, css)


def words_card(sentence: str, when: str, sources: Sequence[SourceLine], data_version: str) -> str:
    """The card of any other answer: its sentence."""
    return card(sentence, when, None, sources, data_version, palette.css({}))


def _when(answer: Where | Who) -> str:
    return ENGLISH.listed((answer.election.name, ENGLISH.day(answer.election.date)))


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


def _foot(sources: Sequence[SourceLine], data_version: str, language: Language) -> str:
    """The strongest source, how many there are more, and whose picture it is."""
    version = language.say("cite.version", version=data_version)
    cited = language.say("cite.source", source=language.cite(sources[0]).words) if sources else ""
    if len(sources) > 1:
        cited += f" (+{len(sources) - 1})"
    y = HEIGHT - 30
    room = WIDTH - 2 * _EDGE - text_width(version, 17) - 30
    line = element("rect", x=_EDGE, y=y - 30, width=WIDTH - 2 * _EDGE, height=1.0, class_="coast")
    return (
        line
        + write(_EDGE, y, fit(cited, 17, room), font_size=17.0, class_="faint")
        + write(WIDTH - _EDGE, y, version, font_size=17.0, class_="faint end")
    )
