"""Power in a council, or of a name over all councils: which of the two a word asks for."""

from __future__ import annotations

from graph.errors import CannotAnswerError

from .council_power import LISTED, CouncilInfluence, in_council
from .holder_power import HolderInfluence, of_holder
from .view import GraphView
from .where import where
from .who import council_of


def influence(
    graph: GraphView, asked: str, election: str | None = None, limit: int = LISTED
) -> CouncilInfluence | HolderInfluence:
    """Power in the council of a province, with at most `limit` of its coalitions, or of a name over all councils.

    A word that is both a province's and a holder's means the holder, as everywhere; a note then says so.
    Raises CannotAnswerError for an unknown or ambiguous name, UsageError for an unknown election, StoreError.
    """
    try:
        graph.read_holder(asked)
    except CannotAnswerError as error:
        if error.answer["error"] != "province":
            raise
        return in_council(council_of(graph, asked, election), limit)
    return of_holder(graph, where(graph, asked, election))
