"""What an answer says of facts that were corrected after they were published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.stores.protocol import Row

from ..plain import Named, Note
from ..view import GraphView


def corrected(graph: GraphView, facts: Iterable[str | None]) -> Iterator[Note]:
    """A note for each correction of the facts that an answer rests on."""
    wrong = graph.corrections
    for fact in dict.fromkeys(filter(wrong.__contains__, facts)):
        for row in wrong[fact or ""]:
            told = {"was": row["was"] or "-", "now": row["now"] or "-"}
            yield Note("corrected", {"date": row["date"], "fact": _about(graph, row), **told})


def _about(graph: GraphView, row: Row) -> Note:
    """What a fact is about; its words are those of `why`."""
    subject, object = row["subject"], row["object"]
    ends = {"s": Named(subject, graph.name(subject)), "o": Named(object, graph.name(object)) if object else _WHOLE}
    return Note(f"fact.{row['predicate']}", ends)


_WHOLE = Note("election.whole")
