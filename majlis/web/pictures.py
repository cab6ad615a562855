"""The pictures of an answer: in its page, as a file to put elsewhere, and as the card that links to it show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from ..pictures import map as maps
from ..pictures.areas import areas_of
from ..pictures.hemicycle import hemicycle
from ..question import load
from ..wording.sitting import election_words
from .request import PageRequest

if TYPE_CHECKING:
    from queries.affiliation.path import Path
    from queries.history import History
    from queries.plain import Note
    from queries.view.elections import Election
    from queries.view.evidence import SourceLine
    from queries.where.answer import Where
    from queries.who.answer import Who

    from ..pictures.areas import Area
    from ..pictures.svg import Picture
    from ..pictures.ties import Ends

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


def drawing_of(question: str, asked: PageRequest, answer: Any, told: str) -> Drawing | None:
    """The pictures of the answer to a question, `told` in a sentence; None for one of which nothing is drawn."""
    draws = _DRAWN.get(question)
    return draws(asked, answer, told) if draws else None


def _drawn(function: str, *given: object, **more: object) -> str:
    """A file or card, by the function of `majlis/pictures/` that makes it, imported now: few are asked for."""
    found: str = load(f"majlis.pictures.{function}")(*given, **more)
    return found


def _where(asked: PageRequest, answer: Where, told: str) -> Drawing | None:
    """The map."""
    outlines, colours = asked.snapshot.outlines, asked.snapshot.colours
    areas = areas_of(answer, asked.language, asked.snapshot.slots)
    if outlines is None or len(maps.unplaced(areas, outlines)) == len(areas):
        return None
    name = asked.name(answer.subject.candidate.id, answer.subject.candidate.name)
    return Drawing(
        told,
        lambda: _drawn("card:where_card", answer, colours, outlines, asked.language),
        lambda: _drawn("documents:where_document", answer, colours, outlines, asked.language),
        lambda ids: maps.provinces(areas, outlines, name, told, ids).inline(),
        "map.note",
    )


def _who(asked: PageRequest, answer: Who, told: str) -> Drawing | None:
    """The half-circle."""
    if not answer.lists:
        return None
    colours, slots = asked.snapshot.colours, asked.snapshot.slots
    return Drawing(
        told,
        lambda: _drawn("card:who_card", answer, colours, asked.language),
        lambda: _drawn("documents:council_document", answer, colours, asked.language),
        lambda ids: hemicycle(answer, slots, asked.language, ids).inline(),
        "picture",
    )


def _history(asked: PageRequest, answer: History, told: str) -> Drawing | None:
    """The seats on an axis of time."""
    from ..pictures.history.bars import history_picture, rows_of

    rows, colours = rows_of(answer, asked.language), asked.snapshot.colours
    if not rows:
        return None
    found = answer.subject.candidate
    title = asked.say("history.picture_of", name=asked.language.name(found.id, found.name))
    version = asked.majlis.graph.data_version
    return Drawing(
        told,
        lambda: _drawn("card:history_card", answer, colours, asked.language),
        lambda: _drawn("history.file:history_document", rows, colours, answer, version, language=asked.language),
        lambda ids: history_picture(rows, colours, title, told, asked.language, ids).inline(),
        "history.discs",
    )


def _path(asked: PageRequest, answer: Path, told: str) -> Drawing | None:
    """The ties of every way that is told."""
    from ..pictures.ties import ties_on

    ties = ties_on(answer)
    if not ties:
        return None
    title = asked.language.listed((asked.name(*subject.named) for subject in answer.subjects), "and")
    linked = words_drawing(asked, told, answer.sources, answer.election)
    return Drawing(
        told,
        linked.card if linked else partial(_network_card, asked),
        lambda: _tied_file(asked, ties, (title, told), answer.election, answer.notes, answer.sources),
        lambda ids: _tied(asked, ties, title, told).inline(),
        "path.drawn",
    )


def _tied(asked: PageRequest, ties: Sequence[Ends], title: str, text: str) -> Picture:
    """Ties as a picture."""
    from ..pictures.ties import tied_picture

    candidate = asked.majlis.graph.resolver.candidate
    names = filter(None, map(candidate, dict.fromkeys(id for tie in ties for id in tie[:2])))
    return tied_picture(ties, names, asked.snapshot.slots, title, text, asked.language)


def _tied_file(
    asked: PageRequest,
    ties: Sequence[Ends],
    told: tuple[str, str],
    election: Election | None,
    notes: Iterable[Note],
    sources: Sequence[SourceLine],
) -> str:
    """Ties as a file, `told` its title and what it shows."""
    lists, version = {id for tie in ties for id in tie[:2]}, asked.majlis.graph.data_version
    shown, colours = _tied(asked, ties, *told), asked.snapshot.colours
    return _drawn("ties:tied_document", shown, lists, colours, election, notes, sources, version, asked.language)


def largest_drawing(asked: PageRequest, councils: Sequence[Who], areas: Sequence[Area]) -> Drawing | None:
    """The map of the largest list of each council; None where there is no map of any."""
    outlines = asked.snapshot.outlines
    if outlines is None or len(maps.unplaced(areas, outlines)) == len(areas):
        return None
    title, key = asked.say("largest"), asked.say("stripes")
    return Drawing(
        asked.language.listed((title, election_words(asked.majlis.graph.election(asked.election), asked.language))),
        lambda: _network_card(asked),
        lambda: _drawn("documents:largest_document", councils, asked.snapshot.colours, outlines, asked.language),
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
        lambda: _drawn("network.file:network_document", shown, version, credit, asked.language),
    )


def around_drawing(asked: PageRequest, id: str, linked: Drawing | None) -> Drawing | None:
    """The network of an election around a name, with the card `linked`; of one that holds no seats there its ties.

    None where it has none either.
    """
    from ..pictures.network.around import seats_of
    from ..pictures.ties import ties_of

    at = asked.majlis.graph.election(asked.election)
    network, version = asked.snapshot.network(at.id).network, asked.majlis.graph.data_version
    ties = () if seats_of(network, id) else ties_of(network, id)
    if not ties and not seats_of(network, id):
        return None

    def file() -> str:
        answer = asked.majlis.where(id, election=at.id)
        if not ties:
            return _drawn("network.around:around_document", network, answer, version, asked.language)
        from ..wording.where import cited, where_sentence

        told = asked.name(id), where_sentence(answer, asked.language)
        return _tied_file(asked, ties, told, at, answer.notes, cited(answer))

    return Drawing(
        linked.told if linked else asked.name(id), linked.card if linked else partial(_network_card, asked), file
    )


def words_drawing(asked: PageRequest, sentence: str, sources: Any, election: Election | None) -> Drawing | None:
    """The card of an answer of which nothing but its sentence is shown; None without one."""
    if not sentence:
        return None
    when, version = election_words(election, asked.language) if election else "", asked.majlis.graph.data_version
    return Drawing(sentence, lambda: _drawn("card:words_card", sentence, when, sources, version, asked.language))


def embedding(drawing: Drawing, file: str, credit: str) -> str:
    """The HTML that shows a picture, in this file, on somebody's own page: with its words, and whose it is."""
    told = escape(drawing.told)
    return (
        f'<figure>\n  <img src="{escape(file)}" alt="{told}" width="100%">\n'
        f"  <figcaption>{told} {escape(credit)}</figcaption>\n</figure>"
    )


def _network_card(asked: PageRequest) -> str:
    return _drawn(
        "card:network_card", asked.snapshot.network(asked.election), asked.majlis.graph.data_version, asked.language
    )


_DRAWN: Mapping[str, Callable[[PageRequest, Any, str], Drawing | None]] = {
    "where": _where,
    "who": _who,
    "history": _history,
    "path": _path,
}
