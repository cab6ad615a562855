"""The pictures of an answer: in its page, as a file to put elsewhere, and as the card that links to it show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

from queries.affiliation.path import Path
from queries.history import History
from queries.plain import Note
from queries.view.elections import Election
from queries.view.evidence import SourceLine
from queries.where.answer import Where
from queries.who.answer import Who

from ..pictures import card, documents, palette
from ..pictures import map as maps
from ..pictures.areas import areas_of, largest_areas
from ..pictures.hemicycle import hemicycle
from ..pictures.history.bars import history_picture, rows_of
from ..pictures.history.file import history_document
from ..pictures.network.around import around_document, seats_of
from ..pictures.network.file import network_document
from ..pictures.rows import picture
from ..pictures.svg import Picture
from ..pictures.ties import Ends, tied, ties_of, ties_on
from ..wording.affiliation.path import path_sentence
from ..wording.history import history_sentence
from ..wording.sitting import election_words
from ..wording.where import cited, where_sentence
from ..wording.who import who_sentence
from .request import PageRequest

Draw = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What there is to see of an answer, each drawn when it is asked for.

    `inline` is the picture as markup for the page, its ids beginning as is said; empty where it is too large for one.
    `file` is a whole SVG file for other people's pages, `card` the SVG of a card of 1200 x 630; `told` says in a
    sentence what both show, `caption` is the key of what is said of the picture in the page.
    """

    told: str
    card: Draw
    file: Draw | None = None
    inline: Callable[[str], str] | None = None
    caption: str = ""


def drawing_of(asked: PageRequest, answer: Any) -> Drawing | None:
    """The pictures of an answer; None for one of which nothing is drawn."""
    draws = _DRAWN.get(type(answer))
    return draws(asked, answer) if draws else None


def _where(asked: PageRequest, answer: Where) -> Drawing | None:
    """The map."""
    outlines, colours = asked.snapshot.outlines, asked.snapshot.colours
    areas = areas_of(answer, asked.language, asked.snapshot.slots)
    if outlines is None or len(maps.unplaced(areas, outlines)) == len(areas):
        return None
    found = answer.subject.candidate
    name, told = asked.name(found.id, found.name), where_sentence(answer, asked.language)
    return Drawing(
        told,
        lambda: card.where_card(answer, colours, outlines, asked.language),
        lambda: documents.where_document(answer, colours, outlines, asked.language),
        lambda ids: maps.provinces(areas, outlines, name, told, ids).inline(),
        "map.note",
    )


def _who(asked: PageRequest, answer: Who) -> Drawing | None:
    """The half-circle."""
    if not answer.lists:
        return None
    colours, slots = asked.snapshot.colours, asked.snapshot.slots
    return Drawing(
        who_sentence(answer, asked.language),
        lambda: card.who_card(answer, colours, asked.language),
        lambda: documents.council_document(answer, colours, asked.language),
        lambda ids: hemicycle(answer, slots, asked.language, ids).inline(),
        "picture",
    )


def _history(asked: PageRequest, answer: History) -> Drawing | None:
    """The seats on an axis of time."""
    rows, colours = rows_of(answer, asked.language), asked.snapshot.colours
    if not rows:
        return None
    found, told = answer.subject.candidate, history_sentence(answer, asked.language)
    title = asked.say("history.picture_of", name=asked.language.name(found.id, found.name))
    version = asked.majlis.graph.data_version
    return Drawing(
        told,
        lambda: card.history_card(answer, colours, asked.language),
        lambda: history_document(rows, colours, answer, version, language=asked.language),
        lambda ids: history_picture(rows, colours, title, told, asked.language, ids).inline(),
        "history.discs",
    )


def _path(asked: PageRequest, answer: Path) -> Drawing | None:
    """The ties of every way that is told."""
    ties, said = ties_on(answer), path_sentence(answer, asked.language)
    if not ties:
        return None
    title = asked.language.listed((asked.name(*subject.named) for subject in answer.subjects), "and")
    card_of = words_drawing(asked, said, answer.sources, answer.election)
    return Drawing(
        said,
        card_of.card if card_of else partial(_network_card, asked),
        lambda: _tied_file(asked, ties, (title, said), answer.election, answer.notes, answer.sources),
        lambda ids: _tied(asked, ties, title, said).inline(),
        "path.drawn",
    )


def _tied(asked: PageRequest, ties: Sequence[Ends], title: str, text: str) -> Picture:
    """Ties as a picture."""
    candidate = asked.majlis.graph.resolver.candidate
    names = (candidate(id) for id in dict.fromkeys(id for tie in ties for id in tie[:2]))
    return picture(tied(ties, filter(None, names), asked.language), asked.snapshot.slots, title, text)


def _tied_file(
    asked: PageRequest,
    ties: Sequence[Ends],
    told: tuple[str, str],
    election: Election | None,
    notes: Iterable[Note],
    sources: Sequence[SourceLine],
) -> str:
    """Ties as a file, `told` its title and what it shows."""
    language = asked.language
    when = [election_words(election, language)] if election else []
    said = [
        *documents.note_texts(notes, language),
        *documents.source_notes(sources, asked.majlis.graph.data_version, language),
    ]
    css = palette.css(asked.snapshot.colours, {id for tie in ties for id in tie[:2]})
    return documents.whole_file(_tied(asked, ties, *told), told[0], (*when, told[1]), said, css, language)


def largest_drawing(asked: PageRequest) -> Drawing | None:
    """The map of the largest list of each council; None where there is no map of any."""
    outlines = asked.snapshot.outlines
    councils = asked.snapshot.councils(asked.election)
    areas = largest_areas(councils, asked.snapshot.slots, asked.language)
    if outlines is None or len(maps.unplaced(areas, outlines)) == len(areas):
        return None
    title, key = asked.say("largest"), asked.say("stripes")
    return Drawing(
        asked.language.listed((title, election_words(asked.majlis.graph.election(asked.election), asked.language))),
        lambda: _network_card(asked),
        lambda: documents.largest_document(councils, asked.snapshot.colours, outlines, asked.language),
        lambda ids: maps.provinces(areas, outlines, title, key, ids).inline(),
        "map.note",
    )


def first_drawing(asked: PageRequest, largest: Drawing | None) -> Drawing:
    """What the first page of an election shows where it is linked to, whether or not there is a map."""
    return Drawing(asked.say("tagline"), lambda: _network_card(asked), largest.file if largest else None)


def network_drawing(asked: PageRequest) -> Drawing:
    """The network of an election."""
    at = asked.majlis.graph.election(asked.election)
    shown, outlines = asked.snapshot.network(at.id), asked.snapshot.outlines
    version, credit = asked.majlis.graph.data_version, outlines.source if outlines else ""
    return Drawing(
        shown.finding(asked.language),
        lambda: _network_card(asked),
        lambda: network_document(shown, version, credit, asked.language),
    )


def around_drawing(asked: PageRequest, id: str, linked: Drawing | None) -> Drawing | None:
    """The network of an election around a name, with the card `linked`; of one that holds no seats there its ties.

    None where it has none either.
    """
    at = asked.majlis.graph.election(asked.election)
    network, version = asked.snapshot.network(at.id).network, asked.majlis.graph.data_version
    ties = () if seats_of(network, id) else ties_of(network, id)
    if not ties and not seats_of(network, id):
        return None

    def file() -> str:
        answer = asked.majlis.where(id, election=at.id)
        if not ties:
            return around_document(network, answer, version, asked.language)
        said = where_sentence(answer, asked.language)
        return _tied_file(asked, ties, (asked.name(id), said), at, answer.notes, cited(answer))

    return Drawing(
        linked.told if linked else asked.name(id), linked.card if linked else partial(_network_card, asked), file
    )


def words_drawing(asked: PageRequest, sentence: str, sources: Any, election: Election | None) -> Drawing | None:
    """The card of an answer of which nothing but its sentence is shown; None without one."""
    if not sentence:
        return None
    when, version = election_words(election, asked.language) if election else "", asked.majlis.graph.data_version
    return Drawing(sentence, lambda: card.words_card(sentence, when, sources, version, asked.language))


def embedding(drawing: Drawing, file: str, credit: str) -> str:
    """The HTML that shows a picture, in this file, on somebody's own page: with its words, and whose it is."""
    told = escape(drawing.told)
    return (
        f'<figure>\n  <img src="{escape(file)}" alt="{told}" width="100%">\n'
        f"  <figcaption>{told} {escape(credit)}</figcaption>\n</figure>"
    )


def _network_card(asked: PageRequest) -> str:
    return card.network_card(asked.snapshot.network(asked.election), asked.majlis.graph.data_version, asked.language)


_DRAWN: Mapping[type, Callable[[PageRequest, Any], Drawing | None]] = {
    **{Where: _where, Who: _who},
    **{History: _history, Path: _path},
}
