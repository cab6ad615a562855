"""Which office the words of a question are: by the words of its name, and the place that it is of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.kinds import PROVINCES, Kind
from graph.lexicon import Candidate
from graph.spelling import words
from queries.view import GraphView

from .times import house
from .words import vocabulary


def office_of(
    graph: GraphView, roles: Sequence[str], places: Sequence[Candidate], besides: Iterable[str], unread: list[str]
) -> str | None:
    """The id of the one office that is meant by these words of its name and the places that it may be of.

    Words of its name may also be among those `besides`, and among the `unread`, from which they are taken away then.
    """
    offices = graph.of_kind(Kind.OFFICE)
    said = {word for role in roles for word in words(role)}
    around = context(graph)
    known = {word for office in offices for word in words(office.name)}
    wanted = said | {word for place in places[:1] if place.kind in PROVINCES for word in words(place.name)}
    rest = {word for text in (*unread, *besides) for word in known.intersection(words(text)) or _of_body(graph, text)}
    rest |= {word for place in places[:1] if place.kind not in PROVINCES for word in words(place.name)}
    rest &= known
    unread[:] = [text for text in unread if not set(words(text)) <= rest | around]
    wanted |= rest
    near = sorted(
        (len(rest - set(words(office.name))), len(set(words(office.name)) - wanted), office.id)
        for office in offices
        if wanted <= set(words(office.name)) | around
    )
    sure = near and not unread and (len(near) == 1 or near[0][:2] < near[1][:2])
    return near[0][2] if sure else None


def context(graph: GraphView) -> set[str]:
    """Words in the names of bodies and elections: they say of which country an office is, which is known."""
    ids = [item.id for kind in (Kind.BODY, Kind.ELECTION) for item in graph.of_kind(kind)]
    return {word for id in ids for name in graph.names_of(id) for word in words(name)}


def country(graph: GraphView) -> set[str]:
    """Words in the names of the house with most seats: they say what country all is about, and ask nothing."""
    return {word for name in graph.names_of(house(graph) or "") for word in words(name)}


def _of_body(graph: GraphView, text: str) -> set[str]:
    """The words that only the names of one body have and that ask nothing, where this text is one, in any language."""
    of_each = [{word for name in graph.names_of(body.id) for word in words(name)} for body in graph.of_kind(Kind.BODY)]
    for body in of_each:
        alone = body.difference(*(other for other in of_each if other is not body))
        if alone.issuperset(words(text)):
            return {word for word in alone if vocabulary().phrase([word], 0, 1) is None}
    return set()
