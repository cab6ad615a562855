"""The pictures and the page as texts: what `majlis show` asks of a graph."""

from __future__ import annotations

from graph.errors import UsageError
from graph.kinds import Kind
from queries.history import history
from queries.sitting import where_all
from queries.view import GraphView
from queries.where import where, where_many
from queries.where.answer import Where
from queries.who import council_of, house_of

from ..data import Given
from ..network.colours import colours_of
from ..network.kept import Telling, quietly
from ..network.placing import Placing
from ..network.view import majorities, network, power_of
from ..wording.messages import USUAL, say
from . import documents
from .councils import councils, totals
from .history.bars import largest_rows, rows_of
from .history.file import history_document
from .multiples import SHOWN
from .network.file import ElectionNetwork, network_document
from .outlines import map_of


def picture_of(
    graph: GraphView, picture: str, name: str, election: str | None = None, data: Given = None, tell: Telling = quietly
) -> tuple[str, list[str]]:
    """A whole SVG file (`picture`: one of `pictures.PICTURES`), and what the user should be told of it.

    Raises CannotAnswerError for a name that cannot be read, UsageError for one too few or too many and for an
    unknown election, DocumentError for a map that cannot be read, StoreError.
    """
    if picture == "council":
        if not name:
            raise UsageError("Whose council? Name a province: majlis show --svg council PROVINCE")
        answer = council_of(graph, name, election)
        return documents.council_document(answer, colours_of(graph, tell)), []
    if picture == "history":
        return _history(graph, name, tell), []
    if picture != "map" and name:
        raise UsageError(f"{picture} shows a whole election and takes no name; a list has a map: --svg map NAME")
    if picture == "network":
        return _network(graph, election, data, tell)
    found = councils(graph, election)
    seats = totals(found)
    outlines, notes = map_of({council.subject.candidate.id for council in found}, data)
    colours = colours_of(graph, tell)
    if picture == "map":
        if name:
            return documents.where_document(_where(graph, name, election), colours, outlines), notes
        return documents.largest_document(found, colours, outlines), notes
    if not seats:
        raise UsageError("no list of this election has a seat in this graph, so there are none to show side by side.")
    shown, others = list(seats)[:SHOWN], list(seats.values())[SHOWN:]
    level = others.count(seats[shown[-1]])
    note = say(USUAL, "multiples.not_shown", n=level) if level else ""
    return documents.multiples_document(where_many(graph, shown, election), colours, outlines, note), notes


def _where(graph: GraphView, name: str, election: str | None) -> Where:
    """The answer that a map shows: where no election is named, that about the first body that sits with any list."""
    if election or graph.usual_election or not graph.sitting():
        return where(graph, name, election)
    answers = where_all(graph, where, [name], {}).answers
    return next((answer for answer in answers if not answer.listless), answers[0])


def _network(graph: GraphView, election: str | None, data: Given, tell: Telling) -> tuple[str, list[str]]:
    at = graph.election(election)
    outlines, notes = map_of({place.id for place in graph.of_kind(Kind.PROVINCE)}, data)
    power = power_of(graph, at)
    drawn = network(graph, at, outlines, colours_of(graph, tell), Placing(graph, tell), majorities(power, at))
    holders = (house_of(graph, at, at.body),) if at.body else councils(graph, at.id)
    map_source = outlines.source if outlines else ""
    shown = ElectionNetwork(at, drawn, power, holders)
    return network_document(shown, graph.data_version, map_source), notes if not at.body else []


def _history(graph: GraphView, name: str, tell: Telling) -> str:
    colours = colours_of(graph, tell)
    if not name:
        sources = len(graph.run("sources"))
        return history_document(largest_rows(graph, colours), colours, None, graph.data_version, sources)
    answer = history(graph, name)
    rows = rows_of(answer)
    if not rows:
        raise UsageError(f"{answer.subject.candidate.name} has no seats at any election here: nothing to draw.")
    return history_document(rows, colours, answer, graph.data_version)
