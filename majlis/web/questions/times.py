"""Which election or day a question in words is about: years, months, what was elected, names of bodies."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.dates import is_date, not_after, today
from queries.view import GraphView
from queries.view.elections import Election

ELECTION = "election "
HOUSE, COUNCILS = (f"{ELECTION}{kind}" for kind in ("house", "councils"))
# Arabic joins a preposition before a year, and the first letter of its word for one behind it.
_YEAR = re.compile(r"(?:[^\W\d_a-z]{1,2})?((?:19|20)\d\d)[^\W\d_a-z]?")
_DATE = re.compile(r"(?:19|20)\d\d \d\d(?: \d\d)?")  # in its plain form


class When(NamedTuple):
    """What a question says of time: the dates, and of what kind or body the election is."""

    dates: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()

    @property
    def years(self) -> set[str]:
        """The years of the dates."""
        return {date[:4] for date in self.dates}


def date_of(plain: str) -> str | None:
    """The year or day that a word in its plain form is; None for another word."""
    year = _YEAR.fullmatch(plain)
    text = year[1] if year else plain.replace(" ", "-")
    return text if (year or _DATE.fullmatch(plain)) and is_date(text) else None


def when(dates: Sequence[str], months: Sequence[str], kinds: Iterable[str], bodies: Collection[str]) -> When:
    """What was said of time: one month beside one year is that month."""
    if len(months) == len(dates) == 1 and len(dates[0]) == 4:
        dates = [f"{dates[0]}-{months[0]}"]
    return When(tuple(dates), frozenset(kinds), frozenset(bodies))


def asked_of(graph: GraphView, said: When, places: Collection[str]) -> Mapping[str, str]:
    """The election, or else the day, that a question names: as options of a question; nothing where it names none.

    Of several elections of a year it is that of the body or kind named, else one in which the places named voted, else
    the one that filled most seats. A year without such an election is a day. Two elections are the first and second.
    """
    if len(said.years) > 1:
        return _both(graph, said)
    if not (said.dates or said.kinds or said.bodies):
        return {}
    if not said.dates:
        found = past(graph, said)
        return {"election": _best(found[:1], graph, places)} if found else {}
    date = said.dates[0]
    found = [at for at in graph.elections if _same(at.date, date) and _is(at, said, graph)]
    if found:
        return {"election": _best(found, graph, places)}
    return {"as_of": date}


def _both(graph: GraphView, said: When) -> Mapping[str, str]:
    """The two elections of one body, or of the councils, that a question names by their years, the earlier first."""
    dates = sorted(said.dates)
    asked = [asked_of(graph, said._replace(dates=(date,)), ()).get("election") for date in dates]
    found = {at.id: at.body for at in graph.elections if at.id in asked}
    alike = len(dates) == len(found) == 2 and len({body and body.id for body in found.values()}) == 1
    return {"first": str(asked[0]), "second": str(asked[1])} if alike else {}


def past(graph: GraphView, said: When) -> list[Election]:
    """The elections of the body or kind that a question names, until today, the last one first."""
    return [at for at in graph.elections if _is(at, said, graph) and not_after(at.date, today())]


def _same(one: str, other: str) -> bool:
    """Whether two dates are the same, as far as both are precise."""
    return one[: len(other)] == other[: len(one)]


def _is(at: Election, said: When, graph: GraphView) -> bool:
    """Whether an election is of the body or of the kind that was named, where one was."""
    if said.bodies:
        return at.body is not None and at.body.id in said.bodies
    if HOUSE in said.kinds and COUNCILS not in said.kinds:
        return at.body is not None and at.body.id == house(graph)
    return COUNCILS not in said.kinds or at.body is None


def house(graph: GraphView) -> str | None:
    """The body with most seats, which is meant where only a parliament is named."""
    bodies = [at for at in graph.elections if at.body]
    largest = max(bodies, key=lambda at: (at.seats or 0, at.date), default=None)
    return largest.body.id if largest and largest.body else None


def _best(found: Sequence[Election], graph: GraphView, places: Collection[str]) -> str:
    """The election in which these places voted, then that with most seats."""

    def fits(at: Election) -> tuple[bool, int, str]:
        here = bool(places) and {row["id"] for row in graph.councils(at) if row["accounted"]}.issuperset(places)
        return here, at.seats or 0, at.id

    return max(found, key=fits).id
