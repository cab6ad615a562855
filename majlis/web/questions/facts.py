"""Facts that a question asks for by their kind, such as turnout: of a place or an election, where the graph has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from queries.view import GraphView

from ...question import answers_of
from ...register import QUESTIONS
from .times import When, past

FACT = "fact "


def fact_of(
    graph: GraphView, facts: Iterable[str], places: list[str], time: Mapping[str, str], said: When
) -> tuple[str, str, Mapping[str, str]] | None:
    """The page with all of these facts: its kind, the id of the place or election that it is about, and its options.

    Each fact is a predicate and the page that tells it of a place. Without a place it is of the election named, or of
    the last one of which it is known; None where the graph does not have it, and of several places.
    """
    wanted = {fact.split()[0]: fact.split()[1] for fact in facts}
    if len(places) > 1 or "as_of" in time:
        return None
    elections = [time["election"]] if time else [at.id for at in past(graph, said)]
    if places:
        page = next(iter(wanted.values()))
        found = next((id for id in elections if _has(graph, places[0], wanted, {"election": id})), None)
        if found is None:
            return None
        return page, places[0], {} if page == "who" and not time else {"election": found}  # it tells of all that sits
    found = next((id for id in elections if _has(graph, id, wanted, {"election": id})), None)
    return ("entity", found, {"election": found}) if found else None


def _has(graph: GraphView, id: str, wanted: Mapping[str, str], time: Mapping[str, str]) -> bool:
    """Whether the graph has facts of all these predicates about this place or election."""
    answer = QUESTIONS["why"].ask(graph, [id], time)
    known = {fact.predicate for one in answers_of(answer) or [answer] for fact in one.facts if fact.subject == id}
    return known.issuperset(wanted)
