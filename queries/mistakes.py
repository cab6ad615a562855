"""Mistakes of a user's text that no engine tells: names, values, ends and properties that the schema does not have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from graph.gate import UserQuery
from graph.gate.errors import placed
from graph.gate.mentions import mentions
from graph.gate.shapes import Has, Labels, Literal, Summed, Tie, shapes
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
    return once((*_names(text), *_shapes(text)))


def refuse_mistakes(query: UserQuery) -> None:
    """Raises QueryError for a property in the braces of a node that no such node has, and for a sum of texts.

    One engine refuses either, and the other answers with nothing, or with 0; so both refuse it.
    """
    for shape in shapes(query.text):
        if isinstance(shape, Has) and shape.braces and shape.labels and not _has_one(shape, _TABLES):
            labels = frozenset().union(*shape.labels)
            near = _near(shape.name, {name for label in labels for name in _TABLES.get(label, ())})
            what = f'no {_choice(shape.labels)} has a property "{shape.name}"'
            raise placed(f"{what}: the nearest is {near}" if near else what, query.asked, shape.start)
        if isinstance(shape, Summed) and shape.name in _NODE | _EDGE and shape.name not in NUMBERS:
            raise placed(f'sum() and avg() take numbers, and no "{shape.name}" is one', query.asked, shape.start)


def sums_texts(text: str) -> bool:
    """Whether values are summed that may be texts: of no predicate that is told, or of one that has other values."""
    found = list(shapes(text))
    told = [each.text for each in found if isinstance(each, Literal) and each.what == "predicate"]
    numbers = [name in PREDICATES and PREDICATES[name].value in _COUNTED for name in told]
    return any(isinstance(each, Summed) and each.name == "value" for each in found) and not (told and all(numbers))


def _names(text: str) -> Iterator[Note]:
    """A note for each name that the schema does not have, with the one that is nearest."""
    for what, name in mentions(text):
        if name not in _KNOWN[what]:
            yield _no_such(what, name, _KNOWN[what])


def _shapes(text: str) -> Iterator[Note]:
    """A note for what is true of nothing: ends, properties of a label or type, words of a closed vocabulary."""
    for shape in shapes(text):
        if isinstance(shape, Tie):
            yield from _ends(shape)
        elif isinstance(shape, Has):
            yield from _properties(shape)
        elif isinstance(shape, Summed):
            continue
        elif shape.what in ("type", "label"):
            if shape.text not in _KNOWN[shape.what]:
                yield _no_such(shape.what, shape.text, _KNOWN[shape.what])
        elif (known := _vocabulary(shape.what, shape.labels)) and shape.text not in known:
            near = _near(shape.text, known) or ", ".join(f'"{each}"' for each in known)
            yield Note("no_such_value", {"what": shape.what, "name": f'"{shape.text}"', "known": near})


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


def _properties(has: Has) -> Iterator[Note]:
    """A note for a property that others have, and none with these labels or of these types."""
    owners = PROPERTIES if has.what == "node" else _TYPES
    if has.name not in _KNOWN[f"{has.what}_property"]:
        if has.quoted:
            yield _no_such(f"{has.what}_property", has.name, _KNOWN[f"{has.what}_property"])
    elif has.labels and has.name != "title" and not _has_one(has, owners):
        said = {"what": f"cypher.{has.what}_property", "name": f'"{has.name}"', "of": _choice(has.labels)}
        known = sorted(owner for owner, names in owners.items() if has.name in names and owner != "Entity")
        yield Note("no_such_of", said | {"known": ", ".join(known)})


def _has_one(has: Has, owners: Mapping[str, Collection[str]]) -> bool:
    """Whether one of the labels or types may have the property, as far as all of them are known."""
    return any(all(has.name in owners.get(label, (has.name,)) for label in each) for each in has.labels)


def _choice(labels: Labels) -> str:
    return "|".join(":".join(sorted(each)) for each in labels)


def _vocabulary(what: str, labels: Labels) -> Collection[str]:
    """The words that a property of these labels may hold; empty where it may hold any."""
    if what != "kind":
        return _VALUES.get(what, ())
    names = {label for each in labels for label in each}
    if not names or "Unresolved" in names or not names <= _LABELS:
        return () if names else (*Kind, *SourceKind, "list")
    return (*(Kind if names - {"Source"} else ()), *(SourceKind if "Source" in names else ()))
