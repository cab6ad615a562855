"""A question about everything that sits: one answer for each body, side by side and never added."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from graph.dates import not_after, today
from graph.errors import UsageError
from graph.kinds import BODIES, PROVINCES

from .elections import Election
from .evidence import SourceLine, sorted_sources
from .plain import Note, Plain
from .then import Then, thens
from .view import GraphView, Subject
from .where import Where, where_each

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True, repr=False)
class Sitting(Plain, Generic[_Answer]):
    """The answers about the bodies that sit on a day, the body with most seats first; none is added to another.

    `newest` is the date of the newest source behind them: what happened later is not known.
    """

    ROWS = "answers"
    LINE = "{0.asked}: {rows} bodies that sit on {0.as_of}"
    FIELDS = ("asked", "subject", "as_of", "answers", "history", "sources", "notes")
    OPTIONAL = ("subject", "history")

    asked: str | None
    subject: Subject | None
    as_of: str
    data_version: str
    answers: tuple[_Answer, ...]
    through_time: Callable[[], tuple[Then, ...]] | None = None

    @property
    def history(self) -> tuple[Then, ...] | None:
        """The same name at these elections and at each before, the latest first; None where the question has none."""
        return self.through_time() if self.through_time else None

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The sources of all answers, in the order in which answers number them."""
        found = (source for answer in self.answers for source in getattr(_basis(answer), "sources", ()))
        lines = (getattr(source, "source", source) for source in found)  # a coverage tells what each contributes
        return sorted_sources({line.id: line for line in lines}.values())

    @property
    def newest(self) -> str | None:
        """The date of the newest of these sources."""
        return max((source.published for source in self.sources if source.published), default=None)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What is said of all answers together; each has its own besides."""
        known = (Note("known_to", {"date": self.newest}),) if self.newest else ()
        return (Note("sitting", {"date": self.as_of}), *(known if self.answers else (Note("none_sits"),)))


def sitting(
    graph: GraphView, answer: Callable[..., Any], names: Sequence[str | None], options: Mapping[str, Any]
) -> Sitting[Any]:
    """The answers of a question, `answer(graph, *names, election=..., **options)`, about each body that sits.

    What is asked about one province is answered for the bodies that have seats of it, what is asked about a body for
    that one. Raises what the question raises, UsageError where nothing sits on the day.
    """
    given = dict(options)
    day = given.pop("as_of", None)
    elections = _sitting(graph, day)
    wanted = _about(graph, names[0] if names else None, elections)
    found = [answer(graph, *names, election=at, **given) for at in wanted or elections]
    told = _each_fact_once(found)
    first = _basis(told[0])
    return Sitting(
        getattr(first, "asked", None),
        getattr(first, "subject", None),
        elections[0].day,
        graph.data_version,
        tuple(told),
    )


def where_all(
    graph: GraphView, answer: Callable[..., Where], names: Sequence[str], options: Mapping[str, Any]
) -> Sitting[Where]:
    """Where X holds seats in each body that sits, and its seats at every election before; all asked at once.

    What sits is told with the ties of the day, each election before with those of its own.
    """
    elections = _sitting(graph, options.get("as_of"))
    (answers,) = where_each(graph, names, elections)
    first, day = answers[0], elections[0].day

    def history() -> tuple[Then, ...]:
        past = [one for one in graph.elections if not_after(one.date, day)]
        told = {one.election.id: one for one in answers}
        (earlier,) = where_each(graph, names, [one for one in past if one.id not in told])
        told |= {one.election.id: one for one in earlier}
        return tuple(thens(graph, [told[one.id] for one in past]))

    return Sitting(first.asked, first.subject, day, graph.data_version, answers, history)


def _sitting(graph: GraphView, day: str | None) -> Sequence[Election]:
    """The elections of what sits on a day. Raises UsageError where nothing does."""
    elections = graph.sitting(day)
    if not elections:
        raise UsageError(f"no election by {day or today()} is known whose body sits on that day.")
    return elections


def _about(graph: GraphView, asked: str | None, elections: Sequence[Election]) -> Sequence[Election]:
    """The elections that a question about a province or a body is about; all where the name is another's."""
    if asked is None or graph.resolver.holders(asked).candidates:
        return elections
    place = graph.resolver.ask(asked, PROVINCES | BODIES).entity
    if place is None:
        return elections
    if place.kind in BODIES:
        return [graph.election_of(place, None, elections[0].day)]
    return [at for at in elections if any(row["id"] == place.id for row in graph.councils(at))]


def _each_fact_once(answers: Sequence[Any]) -> list[Any]:
    """The answers; what holds at any election is told once, and an answer that has nothing else is left out."""
    if any(getattr(answer, "ROWS", "") != "facts" for answer in answers):
        return list(answers)
    told: list[Any] = []
    seen: set[str | None] = set()
    for answer in answers:
        left = tuple(fact for fact in answer.facts if fact.id is None or fact.id not in seen)
        seen |= {fact.id for fact in left}
        if left or (answer is answers[-1] and not told):
            told.append(replace(answer, facts=left))
    return told


def _basis(answer: Any) -> Any:
    return getattr(answer, "basis", answer)
