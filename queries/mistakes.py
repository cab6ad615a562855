"""Mistakes of a user's text that no engine tells: names, values, ends and properties that the schema does not have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain, islice

from graph.gate import UserQuery
from graph.gate.errors import placed
from graph.gate.mentions import mentions
from graph.gate.shapes import Compared, Labels, Said, Shape, Tie, shapes
from graph.kinds import ELECTIONS, Kind, SourceKind, Standing
from graph.predicates import PREDICATES, ValueKind
from graph.schema import EDGES, ENDS, LABELS, NODES, NUMBERS, PROPERTIES, TEXTS

from .plain import Note, once
from .view import GraphView

_COUNTED = (ValueKind.COUNT, ValueKind.ORDINAL, ValueKind.PERCENT)
Mentions = Sequence[tuple[str, str]]
_MOST = 3  # ids or names that are told, or proposed
_PART = 4  # letters of a part that makes others near
_NEAR = 0.7  # how like a name has to be to be proposed
_LABELS = {label for table in NODES for label in (table.label, table.extra_label) if label}
_NUMBERS = NUMBERS - {"value", "sources"}  # and no texts or lists
_NODE = {name for names in PROPERTIES.values() for name in names}
_EDGE = {"id", *(name for table in EDGES.values() for name in table.properties)}
_TYPES: Mapping[str, frozenset[str]] = {table.type: frozenset({"id", *table.properties}) for table in EDGES.values()}
# What the embedded engine holds a property in braces against: the first labels alone.
_TABLES = {table.label: PROPERTIES[table.label] | {"title"} for table in NODES}
# The names that there are, by what a text can mention (graph/gate/mentions.py).
_KNOWN: Mapping[str, Collection[str]] = {
    "label": _LABELS,
    "type": set(EDGES),
    "kind": _LABELS | set(EDGES),
    "node_property": _NODE,
    "edge_property": _EDGE,
    "property": _NODE | _EDGE,
}
# The closed vocabularies, by the property that holds one; that of kinds is another for a source.
_VALUES: Mapping[str, Collection[str]] = {"predicate": PREDICATES, "standing": tuple(Standing)}


def mistakes(graph: GraphView, text: str, parameters: Mapping[str, object]) -> list[Note]:
    """A note for each name, value, end and property in a text that the schema does not have, or the graph."""
    named, said = mentions(text), shapes(text, parameters)
    unknown = (_unknown(graph, each) for each in said if isinstance(each, Compared))
    told = (_told(each, named) for each in said)
    return once(chain(_names(named), *told, islice(chain.from_iterable(unknown), _MOST)))


def _told(said: Said, named: Mentions) -> Iterator[Note]:
    """What the schema does not have of one thing that a text says."""
    if isinstance(said, Tie):
        yield from _ends(said)
    elif isinstance(said, Compared):
        yield from _compared(said)
    elif said.what == "sum":
        yield from _sum(said, named)
    elif said.what != "avg":
        yield from _properties(said)


def refuse_mistakes(query: UserQuery) -> None:
    """Raises QueryError for a property in the braces of a node that no such node has, and for a sum of texts.

    One engine refuses either, and the other answers with nothing, or with 0; so both refuse it.
    """
    for shape in shapes(query.text):
        if not isinstance(shape, Shape):
            continue
        if shape.what == "braces" and shape.labels and not _has_one(shape, _TABLES):
            labels = frozenset().union(*shape.labels)
            near = _near(shape.name, {name for label in labels for name in _TABLES.get(label, ())})
            what = f'no {_choice(shape.labels)} has a property "{shape.name}"'
            raise placed(f"{what}: the nearest is {near}" if near else what, query.asked, shape.start)
        if shape.what in ("sum", "avg") and shape.name in _NODE | _EDGE and shape.name not in NUMBERS:
            raise placed(f'sum() and avg() take numbers, and no "{shape.name}" is one', query.asked, shape.start)


def sums_texts(text: str) -> bool:
    """Whether values are summed that may be texts: of no predicate that is told, or of one that has other values."""
    found = shapes(text)
    summed = any(isinstance(each, Shape) and each.what in ("sum", "avg") and each.name == "value" for each in found)
    told = [
        each.value in PREDICATES and PREDICATES[str(each.value)].value in _COUNTED
        for each in found
        if isinstance(each, Compared) and each.name == "predicate"
    ]
    return summed and not (told and all(told))


def _names(named: Mentions) -> Iterator[Note]:
    """A note for each name that the schema does not have, with the one that is nearest."""
    for what, name in named:
        if name not in _KNOWN[what]:
            yield _no_such(what, name, _KNOWN[what])


def _sum(summed: Shape, named: Mentions) -> Iterator[Note]:
    """A note where what relationships have of an election each is added up, and nothing is said of elections."""
    of_elections = summed.labels and all("election" in _TYPES.get(type, ()) for each in summed.labels for type in each)
    said = {name for what, name in named if what != "node_property"}
    if of_elections and said.isdisjoint(("election", "id", LABELS[Kind.ELECTION])):
        yield Note("elections_added", {"name": summed.name})


def _compared(said: Compared) -> Iterator[Note]:
    """A note for a value that no such property has: it is of another type, or of no vocabulary."""
    what, value = said.name, said.value
    if what in ("type()", "labels()"):
        kind = "type" if what == "type()" else "label"
        if value not in _KNOWN[kind]:
            yield _no_such(kind, str(value), _KNOWN[kind])
    elif isinstance(value, str) and what in _NUMBERS:
        yield Note("text_of_number", {"what": what, "name": f'"{value}"'})
    elif isinstance(value, (int, float)) and what in TEXTS:
        yield Note("number_of_text", {"what": what, "name": str(value)})
    elif said.operator in ("=", "<>", "IN") and (known := _vocabulary(what, said.labels)) and value not in known:
        near = _near(str(value), known) or ", ".join(f'"{each}"' for each in known)
        yield Note("no_such_value", {"what": what, "name": f'"{value}"', "known": near})


def _unknown(graph: GraphView, said: Compared) -> Iterator[Note]:
    """A note for an id or a name that no entity has, with those that are near."""
    labels = {label for each in said.labels for label in each}
    kinds = ELECTIONS if said.name == "election" else frozenset(Kind)
    column = "id" if said.name in ("election", "subject", "object") else said.name
    if said.operator not in ("=", "IN") or column not in ("id", "name", "name_local"):
        return
    if column == said.name and not (labels and labels <= {"Entity", *LABELS.values()}):
        return
    value, known = str(said.value), {each for each in graph.values(column, kinds) if each}
    if value in known:
        return
    found = graph.resolver.ask(value, kinds)
    near = [
        each for each in graph.values(column, kinds, [each.id for each in found.candidates or found.nearest]) if each
    ]
    near = near or sorted(each for each in known if value in each and len(value) >= _PART)
    told = {"what": said.name, "name": f'"{value}"'}
    if closest := _near(value, known) or ", ".join(f'"{each}"' for each in near[:_MOST]):
        yield Note("no_such_value", told | {"known": closest})
    else:
        yield Note("no_such_name", told)


def _no_such(what: str, name: str, known: Iterable[str]) -> Note:
    said = {"what": f"cypher.{what}", "name": f'"{name}"'}
    near = _near(name, known)
    return Note("no_such_near", said | {"near": near}) if near else Note("no_such", said)


def _near(name: str, known: Iterable[str]) -> str:
    """The name that is nearest, case apart, in quotes; empty where none is near."""
    folded = {each.casefold(): each for each in sorted(known)}
    found = get_close_matches(name.casefold(), folded, 1, _NEAR)
    return f'"{folded[found[0]]}"' if found else ""


def _ends(tie: Tie) -> Iterator[Note]:
    """A note for a relationship that cannot stand between nodes of these labels."""
    types = [type for alternative in tie.types for type in alternative]
    if not types or any(type not in ENDS for type in types):
        return
    ways = [(tie.start, tie.end), (tie.end, tie.start)][: 1 + tie.both]
    if any(_may_be(start, ENDS[type][0]) and _may_be(end, ENDS[type][1]) for type in types for start, end in ways):
        return
    said = f"{_node(tie.start)}-[:{'|'.join(types)}]-{'' if tie.both else '>'}{_node(tie.end)}"
    known = (f"{_node(_plain(ENDS[type][0]))}-[:{type}]->{_node(_plain(ENDS[type][1]))}" for type in types)
    yield Note("no_such_tie", {"tie": said, "known": ", ".join(known)})


def _may_be(labels: Labels, end: set[str]) -> bool:
    """Whether a node with these labels, or with any, may stand at an end."""
    return not labels or any(each <= end or not each <= _LABELS for each in labels)


def _node(labels: Labels) -> str:
    """A node with these labels, as a pattern has it."""
    return f"(:{_choice(labels)})" if labels else "()"


def _plain(end: set[str]) -> Labels:
    """The labels of an end, of which that of every entity is left out where some entities alone stand there."""
    some = {"Entity"} if set(LABELS.values()) <= end else end - {"Entity"}
    return tuple(frozenset({label}) for label in sorted(some or end))


def _properties(has: Shape) -> Iterator[Note]:
    """A note for a property that nothing has, or that others have and none with these labels or of these types."""
    what, owners = ("edge_property", _TYPES) if has.what == "edge" else ("node_property", PROPERTIES)
    if has.name not in _KNOWN[what]:
        yield _no_such(what, has.name, _KNOWN[what])
    elif has.labels and not _has_one(has, owners):
        known = sorted(owner for owner, names in owners.items() if has.name in names and owner != "Entity")
        said = {"what": f"cypher.{what}", "name": f'"{has.name}"', "of": _choice(has.labels)}
        yield Note("no_such_of", said | {"known": ", ".join(known)})


def _has_one(has: Shape, owners: Mapping[str, Collection[str]]) -> bool:
    """Whether one of the labels or types may have the property, as far as all of them are known."""
    return any(all(has.name in owners.get(label, (has.name,)) for label in each) for each in has.labels)


def _choice(labels: Labels) -> str:
    return "|".join(":".join(sorted(each)) for each in labels)


def _vocabulary(what: str, labels: Labels) -> Collection[str]:
    """The words that a property of these labels may hold; empty where it may hold any."""
    if what != "kind":
        return _VALUES.get(what, ())
    names = {label for each in labels for label in each}
    if names and names <= _LABELS - {"Source", "Unresolved"}:
        return tuple(Kind)
    return tuple(SourceKind) if names == {"Source"} else (*Kind, *SourceKind, "list")
