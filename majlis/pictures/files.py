"""The pictures and the page as texts: what `majlis show` asks of a graph, and where its map is found."""

from __future__ import annotations

from graph.errors import UsageError
from queries.view import GraphView
from queries.where import where, where_many
from queries.who import council_of

from ..cache import Given, data_folder
from . import documents
from .councils import councils, totals
from .multiples import SHOWN
from .outlines import FILE, Outlines, read_outlines
from .palette import slots


def picture_of(
    graph: GraphView, picture: str, name: str, election: str | None = None, data: Given = None
) -> tuple[str, list[str]]:
    """A whole SVG file (`picture`: map, council or multiples), and what the user should be told of it.

    Raises CannotAnswerError for a name that cannot be read, UsageError for one too few or too many and for an
    unknown election, DocumentError for a map that cannot be read, StoreError.
    """
    if picture == "council":
        if not name:
            raise UsageError("Whose council? Name a province: majlis show --svg council PROVINCE")
        answer = council_of(graph, name, election)
        return documents.council_document(answer, slots(totals(councils(graph, election)))), []
    if picture == "multiples" and name:
        raise UsageError("multiples shows the largest lists and takes no name; a list has a map: --svg map NAME")
    found = councils(graph, election)
    seats = totals(found)
    outlines, notes = map_of({council.subject.candidate.id for council in found}, data)
    if picture == "map":
        if name:
            return documents.where_document(where(graph, name, election), outlines), notes
        return documents.largest_document(found, slots(seats), outlines), notes
    if not seats:
        raise UsageError("no list of this election has a seat in this graph, so there are none to show side by side.")
    shown, others = list(seats)[:SHOWN], list(seats.values())[SHOWN:]
    level = others.count(seats[shown[-1]])
    note = f"Not shown, with as many seats as the last one: {level} more." if level else ""
    return documents.multiples_document(where_many(graph, shown, election), outlines, note), notes


def map_of(provinces: set[str], data: Given = None) -> tuple[Outlines | None, list[str]]:
    """The map of the data folder, given or shipped, if it has any of these provinces; and what is amiss with it.

    A graph does not hold a map: one in a file or on a server takes that of the folder given, or the shipped one.
    Raises DocumentError for a map that cannot be read.
    """
    folder = data_folder(data)
    outlines = read_outlines(folder)
    where_to = "Name the folder that has one: --data DIR"
    if outlines is None:
        return None, [f"{folder / FILE}: there is no map file, so the provinces are told in words. {where_to}"]
    if not provinces & {shape.id for shape in outlines.shapes}:
        return None, [f"{folder / FILE}: this map has none of these provinces, which are told in words. {where_to}"]
    return outlines, []
