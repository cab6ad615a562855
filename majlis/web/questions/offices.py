"""Which office the words of a question are: by the words of its name, and the place that it is of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.kinds import PROVINCES, Kind
from graph.lexicon import Candidate
from graph.spelling import words
from queries.view import GraphView

from .times import house
from .words import vocabulary

_FEW = 3  # offices that the same words may mean


def office_of(
    graph: GraphView,
    roles: Sequence[str],
    places: Sequence[Candidate],
    besides: Iterable[str],
    unread: list[str],
    named: Iterable[str] = (),
) -> list[str]:
    """The ids of the offices that are meant by these words of their names and the places that they may be of.

    Several where these words are in the names of a few offices alike, such as two deputies, or name their body alone;
    none of more. Words of a
    name may also be among those `besides`, and among the `unread`, from which they are taken away then. `named`: the
    ids of bodies by their whole names, of which the office must be.
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
    apart = others(graph)
    of = {word for name in named if name != house(graph) for word in words(graph.name(name))}
    near = sorted(
        (len(rest - name), len(name - wanted), office.id)
        for office in offices
        if (name := set(words(office.name))) >= of and wanted <= name | around
        if all(name.isdisjoint(own) or not own.isdisjoint(wanted) for own in apart)  # no other body's, unless said
    )
    if of_body(graph, roles):
        meant = [id for *_, id in near if said <= set(words(graph.name(id)))]
    else:
        meant = [id for *rank, id in near if rank == [*near[0][:2]]]
    return meant if len(meant) <= _FEW and not unread else []


def of_body(graph: GraphView, roles: Iterable[str]) -> bool:
    """Whether these words say no more of an office than the body that it is of: "KRG" means all of its offices."""
    said = {word for role in roles for word in words(role)}
    return bool(said) and any(said <= own for own in others(graph))


def context(graph: GraphView) -> set[str]:
    """Words in the names of bodies and elections: they say of which country an office is, which is known."""
    ids = [item.id for kind in (Kind.BODY, Kind.ELECTION) for item in graph.of_kind(kind)]
    return {word for id in ids for name in graph.names_of(id) for word in words(name)}


def country(graph: GraphView) -> set[str]:
    """Words in the names of the house with most seats: they say what country all is about, and ask nothing."""
    return {word for name in graph.names_of(house(graph) or "") for word in words(name)}


def others(graph: GraphView) -> list[set[str]]:
    """The words that only the names of one body have, of each but the house with most seats."""
    return [own for id, own in _own_words(graph).items() if id != house(graph)]


def _own_words(graph: GraphView) -> Mapping[str, set[str]]:
    """The words that only the names of one body have, in any language, by its id."""
    every = {
        body.id: {word for name in graph.names_of(body.id) for word in words(name)} for body in graph.of_kind(Kind.BODY)
    }
    return {id: own.difference(*(other for at, other in every.items() if at != id)) for id, own in every.items()}


def _of_body(graph: GraphView, text: str) -> set[str]:
    """The words of one body alone that ask nothing, where this text is one of them, in any language."""
    own = next((own for own in _own_words(graph).values() if own.issuperset(words(text))), set[str]())
    return {word for word in own if vocabulary().phrase([word], 0, 1) is None}
