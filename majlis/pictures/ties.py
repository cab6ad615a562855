"""Ties as a picture: those of the ways from one name to another, and those of one name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.lexicon import Candidate
from graph.predicates import PREDICATES
from queries.affiliation.path import Path
from queries.plain import Note
from queries.view.elections import Election
from queries.view.evidence import SourceLine

from ..network.model import Network
from ..wording.affiliation.path import lines
from ..wording.forms import ENGLISH, Language
from ..wording.sitting import election_words
from .documents import note_texts, source_notes, whole_file
from .palette import Colours, css
from .rows import Drawn, Node, picture
from .svg import Picture

Ends = tuple[str, str, str]  # from whom, to whom, and the predicate
_PREDICATES = {edge.type: row.name for row in PREDICATES.values() for edge in row.edges}


def ties_on(answer: Path) -> list[Ends]:
    """The ties of the ways of an answer, each once and as it is stated."""
    found = []
    for line in lines(answer):
        ends, tie = (line.step.start.id, line.step.end.id), line.ties[0]
        found.append((*(reversed(ends) if tie.back else ends), tie.predicate))
    return list(dict.fromkeys(found))


def ties_of(network: Network, id: str) -> list[Ends]:
    """The ties of a name that held on the day of the vote."""
    held = [tie for tie in network.ties if id in (tie.start, tie.end) and tie.current]
    return [(tie.start, tie.end, _PREDICATES[tie.type]) for tie in held]


def tied_picture(
    ties: Iterable[Ends],
    names: Iterable[Candidate],
    slots: Mapping[str, int],
    title: str,
    text: str,
    language: Language,
) -> Picture:
    """Ties as a picture: each as an arrow with its kind in words, between names as discs."""
    nodes = {one.id: Node(one.id, language.name(one.id, one.name), one.kind) for one in names}
    drawn = Drawn(nodes, {(start, end, language.say(f"network.on.{kind}")): None for start, end, kind in ties})
    return picture(drawn, slots, title, text)


def tied_document(
    shown: Picture,
    lists: set[str],
    colours: Colours,
    election: Election | None,
    notes: Iterable[Note],
    sources: Sequence[SourceLine],
    data_version: str,
    language: Language = ENGLISH,
) -> str:
    """The picture of ties as a file, with the colours of these lists and what its answer says."""
    when = [election_words(election, language)] if election else []
    said = [*note_texts(notes, language), *source_notes(sources, data_version, language)]
    return whole_file(shown, shown.title, (*when, shown.text), said, css(colours, lists), language)
