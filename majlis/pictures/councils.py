"""What the pictures ask of a graph: every council once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from queries.view import GraphView
from queries.who import councils_of
from queries.who.answer import Who


def councils(graph: GraphView, election: str | None = None) -> tuple[Who, ...]:
    """The council of each province that the graph knows, by name, those without a vote too.

    Raises UsageError for an unknown election, StoreError where the graph cannot be asked.
    """
    at = graph.election(election)
    found = councils_of(graph, [row["id"] for row in graph.councils(at)], at.id)
    return tuple(sorted(found, key=lambda answer: (answer.subject.candidate.name, answer.subject.candidate.id)))


def totals(answers: Iterable[Who]) -> dict[str, int]:
    """The seats of each list in all these councils, most first, then by id."""
    found: Counter[str] = Counter()
    for answer in answers:
        for item in answer.lists:
            found[item.id] += item.seats
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))
