"""The names of the graph's own that a user's text mentions: labels, relationship types and properties.

A text that passed the gate is read once more, token by token. What may be a name of the user's own is left out: the
keys of a map, and the properties of what no pattern binds (an alias, the variable of a loop, a parameter).
"""

from __future__ import annotations

from .tokens import Token, scan

_END = Token("end", "", "", 0)
# Before the bracket of a node; that of a function has its name before it.
_BEFORE_NODE = frozenset(["MATCH", "(", ",", "-", ">"])
_PROPERTIES = {"node": "node_property", "edge": "edge_property"}


def mentions(text: str) -> list[tuple[str, str]]:
    """What and name of each, once: a label, type, kind (label or type), node_property, edge_property or property."""
    tokens = [_END, *scan(text)[0], _END, _END, _END]
    names = {at: token.name for at, token in enumerate(tokens) if token.kind in ("word", "name")}
    edges, own = bound(tokens, names)
    found: dict[tuple[str, str], None] = {}
    within = [""]  # the brackets that are open: of a node, an edge, the map of either, another map, or another
    for at, token in enumerate(tokens):
        before, after = tokens[at - 1].key, tokens[min(at + 1, len(tokens) - 1)].key
        here = within[-1]
        if token.key == "(":
            within.append("node" if before in _BEFORE_NODE else "")
        elif token.key == "[":
            within.append("edge" if before == "-" else "")
        elif token.key == "{":
            within.append(f"{here} map" if here in _PROPERTIES else "map")
        elif token.key in (")", "]", "}"):
            within.pop()
        elif at not in names:
            continue
        elif before == ":" and tokens[at - 2].key == ":":
            continue  # a type, as in x IS :: STRING
        elif "map" not in here and (before in (":", "&", "!") or (before == "|" and here)):
            found[{"node": "label", "edge": "type"}.get(here, "kind"), names[at]] = None
        elif here.endswith(" map") and before in ("{", ",") and after == ":":
            found[_PROPERTIES[here.removesuffix(" map")], names[at]] = None
        elif before == "." and tokens[at - 2].key in ("{", ","):  # of a projection: n {.name}
            found["property", names[at]] = None
        elif before == "." and tokens[at - 3].key not in (".", "CALL") and after not in (".", "("):
            variable = names.get(at - 2)
            if variable is not None and at < own.get(variable, len(tokens)):
                found[_PROPERTIES["edge" if variable in edges else "node"], names[at]] = None
    return list(found)


def bound(tokens: list[Token], names: dict[int, str]) -> tuple[set[str], dict[str, int]]:
    """The variables of relationships, and those that something else than a pattern binds, with where that begins."""
    edges: set[str] = set()
    own: dict[str, int] = {}
    for at, name in names.items():
        earlier, before, after = tokens[at - 2].key, tokens[at - 1].key, tokens[at + 1].key
        if before == "[" and earlier == "-" and after != "IN":
            edges.add(name)
        elif before == "AS" or (after in ("IN", "=") and before in ("[", "(", ",", "MATCH")):
            own[name] = min(own.get(name, at), at if before == "AS" else 0)
    return edges, own
