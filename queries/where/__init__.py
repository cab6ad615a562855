"""Where X holds seats: the question.

What the graph holds of many names is gathered in a few queries; each answer is decided from its part alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.kinds import PROVINCES

from ..affiliation.ties import MEMBER
from ..holdings import gather
from ..totals import Place, place_of, totals_of
from ..view import GraphView
from ..view.elections import Election
from .answer import SEATS, Where, counted_lists
from .decision import Decision


def where(graph: GraphView, asked: str, election: str | Election | None = None, as_of: str | None = None) -> Where:
    """Where X holds seats: X is a list, party, alliance, bloc or figure, by any of its names.

    With `as_of`, a date, X is asked about as it led and belonged to lists on that day; seats stay as won.

    Raises CannotAnswerError for an unknown or ambiguous name and for a province, UsageError for an unknown
    election or a date that is none, StoreError where the graph cannot be asked.
    """
    return where_many(graph, [asked], election, as_of)[0]


def where_many(
    graph: GraphView, asked: Sequence[str], election: str | Election | None = None, as_of: str | None = None
) -> tuple[Where, ...]:
    """The answer for each of these names, with as many queries as for one. Raises what `where` raises."""
    return tuple(answer for (answer,) in where_each(graph, asked, [graph.election(election, as_of)]))


def where_each(graph: GraphView, asked: Sequence[str], elections: Sequence[Election]) -> tuple[tuple[Where, ...], ...]:
    """The answers for each of these names about each of these elections, with as many queries as for one of both.

    Raises CannotAnswerError for an unknown or ambiguous name and for a province, StoreError.
    """
    subjects = [graph.read_holder(text) for text in asked]
    gathered = gather(graph, {subject.candidate.id: subject.candidate for subject in subjects}, elections)
    answers = []
    for text, subject in zip(asked, subjects, strict=True):
        also = graph.resolver.resolve(text, PROVINCES).entity
        read = graph.reading_notes(text, subject.candidate)
        decisions = (Decision(text, subject, gathered[at.id, subject.candidate.id]) for at in elections)
        answers.append(tuple(one.answer(also, read, graph.data_version, graph.short_names) for one in decisions))
    return tuple(answers)


def largest_place(graph: GraphView, answer: Where) -> Place | None:
    """The place by seats of its largest list in the whole election; None without seats, and of a bloc."""
    lists = [item for item in counted_lists(answer.lists) if item.relation != MEMBER and answer.status == SEATS]
    largest = max(lists, key=lambda item: item.total, default=None)
    return place_of(largest.id, totals_of(graph, answer.election)) if largest else None
