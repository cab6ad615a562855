"""Running a prepared query: what a user gave is read by type, defaults are filled in, rows come back typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from graph.dates import is_date
from graph.errors import UsageError
from graph.kinds import ELECTIONS, LISTS, PROVINCES, Kind

from .catalogue import Column, Parameter, Prepared, prepared
from .plain import Table
from .texts import names
from .view import GraphView
from .view.subject import Subject, refused

Given = Mapping[str, str | int | Sequence[str]]

SITTING = "sitting"  # the default that means the election of each body that sits
_ELECTION = Column("election", "id", "the election that the row is of")
_FIGURES = frozenset({Kind.FIGURE})
_KINDS = {
    "entity": frozenset(Kind),
    "list": LISTS,
    "figure": _FIGURES,
    "province": PROVINCES,
    "entities": frozenset(Kind),
    "figures": _FIGURES,
    "blocs": frozenset({Kind.BLOC}),
    "provinces": PROVINCES,
}
_NEAREST = 3


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Table):
    """The rows of a prepared query.

    `parameters` are what it ran with, names read as ids; `readings` say of each name given how it was read;
    `cut`: there were more rows than asked for.
    """

    LINE = "{0.query.name}: {rows} rows"
    FIELDS = ("query=query.name", "query.question", "parameters", "columns=names", "rows", "cut")

    query: Prepared
    parameters: Mapping[str, Any]
    readings: tuple[tuple[str, Subject], ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool
    by_election: bool = False  # it is about several elections, and the first column says which

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the rows, in their order."""
        return (_ELECTION, *self.query.columns) if self.by_election else self.query.columns

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def find(name: str) -> Prepared:
    """The prepared query of this name. Raises CannotAnswerError with the nearest names for one that is unknown."""
    known = names()
    wanted = name.strip().lower().replace("-", "_")
    if wanted in known:
        return prepared(wanted)
    near = [prepared(item) for item in get_close_matches(wanted, known, _NEAREST, cutoff=0.4)]
    hint = f"there is no prepared query {name!r}." + (" Nearest:" if near else " All: majlis query")
    raise refused(name, "unknown", [(item.name, "query", item.question) for item in near], hint, "{0}: {2}")


def run(graph: GraphView, name: str, given: Given | None = None, *, limit: int | None = None) -> Answer:
    """The answer of a prepared query to what is given by the names of its parameters, at most `limit` rows.

    A query of an election that is given none is asked about each body that sits, and `election` is its first column.

    Raises CannotAnswerError for an unknown query or name, UsageError for parameters that are missing, unknown
    or of the wrong type.
    """
    given = given or {}
    found = find(name)
    if limit is not None and limit < 1:
        raise UsageError(f"an answer has 1 row or more, not {limit}.")
    check(found, given)
    parameters: dict[str, Any] = {}
    readings: list[tuple[str, Subject]] = []
    for parameter in found.parameters:
        value = given.get(parameter.name, parameter.default)
        parameters[parameter.name] = _read(graph, parameter, value, readings)
    sitting = parameters.get("election") == SITTING
    if sitting or parameters.get("election") == [SITTING]:
        parameters["election"] = [election.id for election in graph.sitting()]
    rows = [
        (*([id] if sitting else []), *(row[column.name] for column in found.columns))
        for id in (parameters["election"] if sitting else [parameters.get("election")])
        for row in graph.run(found.name, **parameters | ({"election": id} if sitting else {}))
    ]
    kept = rows if limit is None else rows[:limit]
    return Answer(found, parameters, tuple(readings), tuple(kept), len(kept) < len(rows), sitting)


def check(query: Prepared, given: Given) -> None:
    """Raises UsageError where a parameter is unknown, or missing without a default; the text says what is wanted."""
    wanted = {parameter.name for parameter in query.parameters}
    unknown = [name for name in given if name not in wanted]
    missing = [name for name in query.needed if name not in given]
    if not unknown and not missing:
        return
    wrong = [f"{query.name} has no parameter {name!r}." for name in unknown]
    wrong += [f"{query.name} needs the parameter {name!r}: -p {name}=..." for name in missing]
    wrong += ["It takes:" if wanted else "It takes none."]
    raise UsageError("\n".join([*wrong, *(f"  {described(parameter)}" for parameter in query.parameters)]))


def described(parameter: Parameter) -> str:
    """A parameter in one line: its name, type, default and what it is."""
    default = f" = {parameter.default}" if parameter.default is not None else ""
    several = ", several separated by ;" if parameter.several else ""
    return f"{parameter.name} ({parameter.type}{several}){default}: {parameter.description}"


def _read(
    graph: GraphView, parameter: Parameter, value: str | int | Sequence[str] | None, readings: list[tuple[str, Subject]]
) -> object:
    """The value that the query runs with; the readings of names are added to `readings`."""
    if parameter.several:
        if value is None or isinstance(value, int):
            raise _wrong(parameter, value, "give several")
        parts = value.split(";") if isinstance(value, str) else map(str, value)
        texts = [text for part in parts if (text := part.strip())]
        if not texts:
            raise _wrong(parameter, value, "give one or more, separated by ;")
        if parameter.type == "elections":
            return list({_election(graph, text, readings): None for text in texts})
        kinds = _KINDS.get(parameter.type)
        return list({_entity(graph, kinds, text, readings): None for text in texts}) if kinds else texts
    if parameter.type == "number":
        try:
            return int(str(value))
        except ValueError as error:
            raise _wrong(parameter, value, "give a whole number") from error
    if not isinstance(value, str) or not value.strip():
        raise _wrong(parameter, value, "give one text")
    text = value.strip()
    match parameter.type:
        case "text":
            return value
        case "source":
            return source_id(graph, text)
        case "election":
            return _election(graph, text, readings)
        case "date":
            return _date(parameter, text)
        case _:
            return _entity(graph, _KINDS[parameter.type], text, readings)


def _entity(graph: GraphView, kinds: frozenset[Kind], text: str, readings: list[tuple[str, Subject]]) -> str:
    subject = graph.read(text, kinds)
    readings.append((text, subject))
    return subject.candidate.id


def _election(graph: GraphView, text: str, readings: list[tuple[str, Subject]]) -> str:
    """The id of an election by its id or name, or the word for that of each body that sits. Raises UsageError."""
    if text == SITTING and graph.usual_election is None:
        return SITTING
    if text == SITTING:
        return graph.election().id
    found = graph.resolver.resolve(text, ELECTIONS)
    if found.entity and found.matched:
        readings.append((text, Subject(found.entity, found.matched)))
        return found.entity.id
    return graph.election(text).id


def _date(parameter: Parameter, text: str) -> str | None:
    """A date, or None for the word that is the default: the text of the query knows what that means."""
    if text == parameter.default:
        return None
    if not is_date(text):
        raise _wrong(parameter, text, "write 2024, 2024-05 or 2024-05-31")
    return text


def source_id(graph: GraphView, text: str) -> str:
    """The id of a source by its id or its title. Raises CannotAnswerError where none or several fit."""
    titles: dict[str, str] = {row["id"]: row["title"] or row["id"] for row in graph.run("sources")}
    if text in titles:
        return text
    asked = text.casefold()
    same = [id for id, title in titles.items() if asked in (title.casefold(), id.casefold())]
    if len(same) == 1:
        return same[0]
    lower = {id.casefold(): id for id in titles} | {title.casefold(): id for id, title in titles.items()}
    near = same or list(dict.fromkeys(lower[item] for item in get_close_matches(asked, lower, _NEAREST, cutoff=0.4)))
    if same:
        hint = f"{text!r} may be one of these sources; ask with an id:"
    else:
        hint = f"no source {text!r} is known; majlis query sources has them all." + (" Nearest:" if near else "")
    found = [(id, "source", titles[id]) for id in near]
    raise refused(text, "ambiguous" if same else "unknown", found, hint, "{2} ({0})")


def _wrong(parameter: Parameter, value: object, todo: str) -> UsageError:
    return UsageError(f"{parameter.name}={value}: {todo}. {described(parameter)}")
