"""What a user's text says of the graph's shape: which labels stand at the ends of a relationship, and what has what.

A text that passed the gate is read once more, token by token, from left to right. The labels of a name are those that
a MATCH gave to it; where that is not told for sure (an alias, a later part of a UNION) nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from .brackets import CLOSES, OPENS, opposite_brackets
from .differences import BEFORE_VALUES
from .mentions import bound
from .rows import parts
from .tokens import Token, clause_keys, scan

Labels = tuple[frozenset[str], ...]  # to choose from; of a relationship, the types
_END = Token("end", "", "", 0)
_BEFORE_NODE = frozenset(["MATCH", "(", ",", "-", ">"])
_CLAUSES = frozenset("MATCH OPTIONAL WHERE WITH RETURN UNWIND CALL UNION ORDER".split())
_NAMED_IN_TEXTS = {"TYPE": "type()", "LABELS": "labels()"}
_COMPARES = ("=", "<>", "<", "<=", ">", ">=", "IN")
_GOES_ON = (*"+ - * / % ^ || [ .".split(),)  # behind a value of which another is made


class Shape(NamedTuple):
    """What is said of a node or an edge with these labels, or types, and where.

    `what` is "node" or "edge": it has the property `name`; "braces": a node does, in a pattern; "sum" and "avg": the
    property is summed.
    """

    what: str
    name: str
    labels: Labels
    start: int


class Compared(NamedTuple):
    """A property of nodes or edges with these labels, or types, and what it is compared with, by which operator.

    `name` is that of the property; "type()" and "labels()": the name of a type or label is compared.
    """

    name: str
    labels: Labels
    operator: str
    value: object


class Tie(NamedTuple):
    """A relationship of these types between nodes with these labels, or without any; `both`: in either direction."""

    start: Labels
    types: Labels
    end: Labels
    both: bool


Said = Shape | Compared | Tie


def shapes(text: str, parameters: Mapping[str, object] = MappingProxyType({})) -> list[Said]:
    """What a text says of nodes and edges, what it compares, and what it ties."""
    return list(_Shapes([_END] * 4 + scan(text)[0] + [_END] * 5, parameters).read())


class _Shapes:
    """Reads tokens; `held` are the labels of the names that are known here."""

    def __init__(self, tokens: list[Token], parameters: Mapping[str, object]) -> None:
        self.tokens, self.parameters = tokens, parameters
        self.keys = [token.key for token in tokens]
        self.clauses = clause_keys(tokens)
        self.closes = opposite_brackets(self.keys)
        self.names = {at: token.name for at, token in enumerate(tokens) if token.kind in ("word", "name")}
        self.edges, self.own = bound(tokens, self.names)
        self.held: dict[str, Labels] = {}

    def read(self) -> Iterator[Said]:
        """All that a text says."""
        outer: list[tuple[dict[str, Labels], bool]] = []
        matches = False  # whether patterns of a MATCH are read
        for at, key in enumerate(self.keys):
            before = self.keys[at - 1]
            if self.clauses[at] in _CLAUSES and before not in ("STARTS", "ENDS"):
                matches = key in ("MATCH", "OPTIONAL")
                self.leave_out(at, key)
            if key in ("[", "{"):
                outer.append((dict(self.held), matches))
            elif key in ("]", "}") and outer:
                self.held, matches = outer.pop()
            if key == "(" and matches and before in _BEFORE_NODE:
                yield from self.opened(at, "node")
            elif key == "-" and self.keys[at + 1] == "[":
                yield from self.tie(at)
            elif key == ".":
                yield from self.has(at - 1, at + 1, self.names.get(at + 1, "") if self.keys[at + 2] != "(" else "")
            elif key == "[" and self.tokens[at + 1].kind == "string" and self.closes[at] == at + 2:
                yield from self.has(at - 1, at + 1, self.tokens[at + 1].text[1:-1])
            elif key in _COMPARES:
                yield from self.compared(at)
            elif key in ("SUM", "AVG") and self.keys[at + 1] == "(":
                end = self.closes[at + 1]
                start = at + 2 + (self.keys[at + 2] == "DISTINCT")
                if end - start == 3 and (said := self.said(start, end - 1)):
                    yield Shape(key.lower(), *said, self.tokens[at].start)

    def leave_out(self, at: int, key: str) -> None:
        """Forget the names that a WITH does not carry on, and all at a UNION."""
        if key == "UNION":
            self.held = {}
        elif key == "WITH" and self.keys[at + 1] != "*":
            start = end = at + 1 + (self.keys[at + 1] == "DISTINCT")
            while self.tokens[end].kind != "end" and self.clauses[end] not in _CLAUSES:
                end += 1
            carried = {self.tokens[first].name for first, last in parts(self.tokens, start, end) if last - first == 1}
            self.held = {name: labels for name, labels in self.held.items() if name in carried}

    def opened(self, at: int, what: str) -> Iterator[Said]:
        """What the bracket of a node or an edge says; its labels are those of its name from here on."""
        name, labels = self.names.get(at + 1, ""), self.inside(at)
        if labels and name:
            self.held[name] = labels if self.held.get(name, labels) == labels else ()
        labels = labels or self.of(at)
        depth = 0
        for place in range(at + 1, self.closes[at]):
            depth += (self.keys[place] in OPENS) - (self.keys[place] in CLOSES)
            if depth == 1 and self.keys[place] in ("{", ",") and self.keys[place + 2] == ":":
                key, value = self.tokens[place + 1], self.tokens[place + 3]
                yield Shape("braces" if what == "node" else what, key.name, labels, key.start)
                if self.keys[place + 4] in (",", "}"):
                    yield from self.values(key.name, labels, "=", value)

    def inside(self, at: int) -> Labels:
        """The labels or types that are written in the bracket `at`; none where they are no plain choice."""
        at += 1 + (at + 1 in self.names)
        if self.keys[at] != ":":
            return ()
        parts: list[set[str]] = [set()]
        while self.keys[at] in (":", "&", "|"):
            if self.keys[at] == "|":
                parts.append(set())
                at += self.keys[at + 1] == ":"
            if at + 1 not in self.names:
                return ()
            parts[-1].add(self.names[at + 1])
            at += 2
        return tuple(map(frozenset, parts))

    def of(self, at: int) -> Labels:
        """The labels of what stands in the bracket `at`, or of its name."""
        name = self.names.get(at + 1, "")
        return () if self.is_own(name, at) else self.inside(at) or self.held.get(name, ())

    def tie(self, at: int) -> Iterator[Said]:
        """What the relationship says whose first mark is at `at`."""
        back, ahead = self.keys[at - 1] == "<", self.closes[at + 1] + 2
        forth = self.keys[ahead] == ">"
        left, right = at - 1 - back, ahead + forth
        if (self.keys[left], self.keys[ahead - 1], self.keys[right]) != (")", "-", "("):
            return
        inside = self.keys[at + 2 : ahead - 2]
        types, start, end = self.inside(at + 1), self.of(self.closes[left]), self.of(right)
        if back and not forth:
            start, end = end, start
        if "*" not in inside:
            yield from self.opened(at + 1, "edge")
            yield Tie(start, types, end, back == forth)
        elif back != forth and self.tokens[at + 3 + inside.index("*")].text != "0":
            yield from (Tie(start, types, (), False), Tie((), types, end, False))

    def has(self, variable: int, at: int, name: str) -> Iterator[Shape]:
        """A property of what a pattern binds; one with a dot is told only where the labels are."""
        called, token = self.names.get(variable, ""), self.tokens[at]
        plain = self.keys[variable - 1] != "." and self.keys[variable] not in BEFORE_VALUES
        labels = self.held.get(called, ())
        if called and name and plain and not self.is_own(called, at) and (labels or token.kind == "string"):
            yield Shape("edge" if called in self.edges else "node", name, labels, token.start)

    def is_own(self, name: str, at: int) -> bool:
        """Whether a name is bound by something else than a pattern at `at`."""
        return at >= self.own.get(name, len(self.keys))

    def compared(self, at: int) -> Iterator[Compared]:
        """What the operator at `at` compares with a property, or with the name of a type or label."""
        end = self.closes[at + 1] if self.keys[at + 1] == "[" else at + 2
        right = [token for token in self.tokens[at + 1 : end] if token.key not in ("[", ",")]
        plain = self.keys[end + (self.keys[at + 1] == "[")] not in _GOES_ON
        if plain and (said := self.said(at - 3, at - 1) or self.called(at - 4)):
            for each in right:
                yield from self.values(*said, self.keys[at], each)
        elif self.keys[at - 2] not in _GOES_ON:
            said = self.said(at + 1, at + 3) or self.called(at + 1)
            if said and (said[0] == "labels()") == (self.keys[at] == "IN"):
                yield from self.values(*said, self.keys[at], self.tokens[at - 1])

    def values(self, name: str, labels: Labels, operator: str, token: Token) -> Iterator[Compared]:
        """What a property is compared with, where that is written out or given: of a list each item."""
        value: object = None
        if token.kind == "string":
            value = re.sub(r"\\(.)", r"\1", token.text[1:-1])
        elif token.kind == "number":
            value = int(token.text, 0) if re.fullmatch(r"\d+|0[xXoO]\w+", token.text) else float(token.text)
        elif token.kind == "parameter":
            value = self.parameters.get(token.text[1:].strip("`"))
        listed = value if isinstance(value, (list, tuple)) and operator == "IN" else [value]
        yield from (Compared(name, labels, operator, each) for each in listed if isinstance(each, (str, int, float)))

    def said(self, variable: int, at: int) -> tuple[str, Labels] | None:
        """The property at `at` of the name at `variable`, and the labels of that name."""
        called = self.names.get(variable, "")
        alone = self.keys[variable - 1] != "." == self.keys[variable + 1] and self.keys[at + 1] not in (".", "(", "[")
        known = alone and called and not self.is_own(called, at) and at in self.names
        return (self.names[at], self.held.get(called, ())) if known else None

    def called(self, at: int) -> tuple[str, Labels] | None:
        """Whether type() or labels() of a name is called at `at`."""
        what = _NAMED_IN_TEXTS.get(self.keys[at])
        return (what, ()) if what and self.keys[at + 1] == "(" and self.keys[at + 3] == ")" else None
