"""Ties as a picture: those of the ways from one name to another, and those of one name."""

from __future__ import annotations

from collections.abc import Iterable

from graph.lexicon import Candidate
from graph.predicates import PREDICATES
from queries.affiliation.path import Path

from ..network.model import Network
from ..wording.affiliation.path import lines
from ..wording.forms import ENGLISH, Language
from .rows import Drawn, Node

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


def tied(ties: Iterable[Ends], names: Iterable[Candidate], language: Language = ENGLISH) -> Drawn:
    """What is drawn of ties: each as an arrow with its kind in words, between names as discs."""
    nodes = {one.id: Node(one.id, language.name(one.id, one.name), one.kind) for one in names}
    return Drawn(nodes, {(start, end, language.say(f"network.on.{kind}")): None for start, end, kind in ties})
