"""Mistakes of a user's text that no engine tells: names, values, ends and properties that the schema does not have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain

from graph.gate import UserQuery
from graph.gate.errors import placed
from graph.gate.mentions import mentions
from graph.gate.shapes import Labels, Shape, Tie, shapes
from graph.kinds import Kind, SourceKind, Standing
from graph.predicates import PREDICATES, ValueKind
from graph.schema import EDGES, ENDS, LABELS, NODES, NUMBERS, PROPERTIES

from .plain import Note, once

_COUNTED = (ValueKind.COUNT, ValueKind.ORDINAL, ValueKind.PERCENT)
_NEAR = 0.7  # how like a name has to be to be proposed
_LABELS = {label for table in NODES for label in (table.label, table.extra_label) if label}
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


def mistakes(text: str) -> list[Note]:
    """A note for each name, value, end and property in a text that the schema does not have."""
    said, ties = shapes(text)
    return once(chain(_names(text), *map(_said, said), *map(_ends, ties)))


def refuse_mistakes(query: UserQuery) -> None:
    """Raises QueryError for a property in the braces of a node that no such node has, and for a sum of texts.

    One engine refuses either, and the other answers with nothing, or with 0; so both refuse it.
    """
    for shape in shapes(query.text)[0]:
        if shape.what == "braces" and shape.labels and not _has_one(shape, _TABLES):
            labels = frozenset().union(*shape.labels)
            near = _near(shape.name, {name for label in labels for name in _TABLES.get(label, ())})
            what = f'no {_choice(shape.labels)} has a property "{shape.name}"'
            raise placed(f"{what}: the nearest is {near}" if near else what, query.asked, shape.start)
        if shape.what == "sum" and shape.name in _NODE | _EDGE and shape.name not in NUMBERS:
            raise placed(f'sum() and avg() take numbers, and no "{shape.name}" is one', query.asked, shape.start)


def sums_texts(text: str) -> bool:
    """Whether values are summed that may be texts: of no predicate that is told, or of one that has other values."""
    found = [(shape.what, shape.name) for shape in shapes(text)[0]]
    told = [name in PREDICATES and PREDICATES[name].value in _COUNTED for what, name in found if what == "=predicate"]
    return ("sum", "value") in found and not (told and all(told))


def _names(text: str) -> Iterator[Note]:
    """A note for each name that the schema does not have, with the one that is nearest."""
    for what, name in mentions(text):
        if name not in _KNOWN[what]:
            yield _no_such(what, name, _KNOWN[what])


def _said(shape: Shape) -> Iterator[Note]:
    """A note for a property that is none of these labels or types, and for a word of no vocabulary."""
    what = shape.what.removeprefix("=")
    if what in ("node", "edge", "braces"):
        yield from _properties(shape)
    elif what in ("type", "label"):
        if shape.name not in _KNOWN[what]:
            yield _no_such(what, shape.name, _KNOWN[what])
    elif (known := _vocabulary(what, shape.labels)) and shape.name not in known:
        near = _near(shape.name, known) or ", ".join(f'"{each}"' for each in known)
        yield Note("no_such_value", {"what": what, "name": f'"{shape.name}"', "known": near})


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
