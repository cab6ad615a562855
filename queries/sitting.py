"""A question about everything that sits: one answer for each body, side by side and never added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from graph.dates import not_after, today
from graph.errors import UsageError
from graph.kinds import BODIES, PROVINCES

from .plain import Note, Plain, basis
from .totals import Place
from .view import GraphView
from .view.elections import Election
from .view.evidence import SourceLine, sorted_sources
from .view.subject import Subject
from .where import largest_place, where_each
from .where.answer import Where

if TYPE_CHECKING:
    from .then import Then

_Answer = TypeVar("_Answer")


class Past:
    """The same name at the elections before those of what sits, read as far as it is asked for; each once."""

    def __init__(self, graph: GraphView, asked: str, answers: Sequence[Where]) -> None:
        self._graph, self._asked, self._answers = graph, asked, answers
        self._told = {one.election.id: one for one in answers}

    @cached_property
    def _elections(self) -> list[Election]:
        day = self._answers[0].election.day
        return [at for at in self._graph.elections if not_after(at.date, day)]

    def _at(self, elections: Iterable[Election]) -> list[Where]:
        """The answers about these elections, each with the ties of its own day."""
        asked = list(elections)
        if new := [at for at in asked if at.id not in self._told]:
            (answers,) = where_each(self._graph, [self._asked], new)
            self._told |= {one.election.id: one for one in answers}
        return [self._told[at.id] for at in asked]

    @cached_property
    def history(self) -> tuple[Then, ...]:
        """A row for every election, the latest first."""
        from .then import thens  # noqa: PLC0415 - a terminal shows no history

        return tuple(thens(self._graph, self._at(self._elections)))

    @cached_property
    def before(self) -> Mapping[str, Where]:
        """By the id of each body the answer about its last vote before at which the seats are known.

        Where the name has a list today that is most often the vote before; of others all votes are read at once.
        """
        found: dict[str, Where] = {}
        votes: dict[str, list[Election]] = {}
        for one in self._answers:
            ours = [at for at in self._elections if at.fills.id == one.election.fills.id]
            votes[one.election.fills.id] = ours[[at.id for at in ours].index(one.election.id) + 1 :]
        likely = [votes[one.election.fills.id][: 1 if one.lists else None] for one in self._answers]
        first = [at for each in likely for at in each]
        for part in (first, (at for body, all in votes.items() if body not in found for at in all)):
            for answer in self._at(part):
                if answer.total is not None:
                    found.setdefault(answer.election.fills.id, answer)
        return found

    def place(self, answer: Where) -> Place | None:
        """The place by seats of the largest list of one of the answers."""
        return largest_place(self._graph, answer)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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
    past: Past | None = None

    @property
    def history(self) -> tuple[Then, ...] | None:
        """The same name at these elections and at each before, the latest first; None where the question has none."""
        return self.past.history if self.past else None

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The sources of all answers, in the order in which answers number them."""
        found = (source for answer in self.answers for source in getattr(basis(answer), "sources", ()))
        lines = (getattr(source, "source", source) for source in found)  # a coverage tells what each contributes
        return sorted_sources(lines)

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
    elections = bodies_sitting(graph, day)
    wanted = elections_about(graph, names[0] if names else None, elections)
    told = tuple(answer(graph, *names, election=at, **given) for at in wanted or elections)
    first = basis(told[0])
    subject = getattr(first, "subject", None)
    return Sitting(getattr(first, "asked", None), subject, elections[0].day, graph.data_version, told)


def where_all(
    graph: GraphView, answer: Callable[..., Where], names: Sequence[str], options: Mapping[str, Any]
) -> Sitting[Where]:
    """Where X holds seats in each body that sits, and its seats at every election before; all asked at once.

    What sits is told with the ties of the day, each election before with those of its own.
    """
    elections = bodies_sitting(graph, options.get("as_of"))
    (answers,) = where_each(graph, names, elections)
    first = answers[0]
    past = Past(graph, first.asked, answers)
    return Sitting(first.asked, first.subject, first.election.day, graph.data_version, answers, past)


def bodies_sitting(graph: GraphView, day: str | None) -> Sequence[Election]:
    """The elections of what sits on a day. Raises UsageError where nothing does."""
    elections = graph.sitting(day)
    if not elections:
        raise UsageError(f"no election by {day or today()} is known whose body sits on that day.")
    return elections


def elections_about(graph: GraphView, asked: str | None, elections: Sequence[Election]) -> Sequence[Election]:
    """The elections that a question about a province or a body is about; all where the name is another's."""
    if asked is None or graph.resolver.holders(asked).candidates:
        return elections
    place = graph.resolver.ask(asked, PROVINCES | BODIES).entity
    if place is None:
        return elections
    if place.kind in BODIES:
        return [graph.election_of(place, None, elections[0].day)]
    return [at for at in elections if any(row["id"] == place.id for row in graph.councils(at))]
