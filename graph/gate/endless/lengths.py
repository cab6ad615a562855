"""How many items a list has, as far as a text tells: one written out, a range, a part, a node's own, or its name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..brackets import CLOSES, OPENS, closing
from ..mentions import bound
from ..tokens import Token, clause_keys

ON_A_NODE = 30  # items of a list that a node has
_VALUES = ("string", "number")
_ITEMS = ("UNWIND", "YIELD")
_BEFORE = frozenset((*_ITEMS, "WITH", "RETURN", "DISTINCT", ","))


class Lengths:
    """The lengths of a text's lists; `named` are those of the values that it names and that are told."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.named: Mapping[str, int] = {}
        names = {at: token.name for at, token in enumerate(tokens) if token.kind in ("word", "name")}
        self._own = bound(tokens, names)[1]
        loops = {names.get(at - 1) for at, token in enumerate(tokens) if token.key == "IN"}
        sums = {names.get(at + 2) for at, token in enumerate(tokens) if token.key == "REDUCE"}
        given: dict[str, list[int | None]] = defaultdict(list)
        clauses = clause_keys(tokens)
        for at, name in names.items():
            if tokens[at - 1].key == "AS":
                start = self._begins(clauses, at - 1)
                given[name].append(None if clauses[start - 1] in _ITEMS else self.of(start, at - 1))
        self.named = {
            name: max(told)
            for name, lengths in given.items()
            if len(told := [each for each in lengths if each is not None]) == len(lengths) and name not in loops | sums
        }

    def of(self, start: int, end: int) -> int | None:
        """The length of the value of the tokens from `start` to before `end`; None where it is not told."""
        first, last = self.tokens[start], end - 1
        if start == last:
            return len(first.text) if first.kind in _VALUES else self.named.get(first.name)
        if first.key in OPENS and closing(self.tokens, start) == last:
            return self._listed(start, last) if first.key == "[" else None
        if first.key == "RANGE" and closing(self.tokens, start + 1) == last:
            return range_length(self.tokens, start)
        if self._is_of_a_node(start, end):
            return ON_A_NODE
        return self._sliced(start, last)

    def _begins(self, clauses: Sequence[str], at: int) -> int:
        """Where the value begins that ends before the token `at`."""
        depth = 0
        while at > 0 and not (depth == 0 and (clauses[at - 1] in _BEFORE or self.tokens[at - 1].key in OPENS)):
            at -= 1
            depth += (self.tokens[at].key in CLOSES) - (self.tokens[at].key in OPENS)
        return at

    def _listed(self, start: int, last: int) -> int | None:
        """The items of a list that is written out between these brackets; none that a loop or a pattern makes."""
        inside = [token.key for token in self.tokens[start + 1 : last]]
        return None if "|" in inside or inside[1:2] == ["IN"] else 1 + inside.count(",")

    def _is_of_a_node(self, start: int, end: int) -> bool:
        """Whether this is a property of what a pattern binds."""
        name, dot, *more = self.tokens[start:end]
        plain = dot.key == "." and len(more) == 1 and name.kind in ("word", "name")
        return plain and name.name not in self._own

    def _sliced(self, start: int, last: int) -> int | None:
        """The items of a part of a list whose bounds are written out: names[..20], collect(x)[0..5]."""
        to, at = self.tokens[last - 1], start
        if self.tokens[last].key != "]" or self.tokens[last - 2].key != ".." or not to.text.isdecimal():
            return None
        while at < last:  # only names, calls and brackets stand before: the part is of the whole
            token = self.tokens[at]
            if token.key in OPENS:
                at = closing(self.tokens, at)
            elif token.key != "." and token.kind not in ("word", "name"):
                return None
            at += 1
        return int(to.text)


def range_length(tokens: list[Token], at: int) -> int | None:
    """How many numbers the range has that begins with this token, where its bounds are written out."""
    said = "".join(token.text for token in tokens[at + 2 : closing(tokens, at + 1)])
    found = re.fullmatch(r"(-?\d{1,18}),(-?\d{1,18})(?:,(-?\d{1,18}))?", said)
    if not found:
        return None
    first, last, step = int(found[1]), int(found[2]), int(found[3] or 1)
    return max(0, (last - first) // step + 1) if step else 0
