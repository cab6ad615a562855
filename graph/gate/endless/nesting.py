"""Lists that hold one value many times, and are held many times themselves: small in memory, endless to compare."""

from __future__ import annotations

from ..brackets import closing, skip
from ..rows import parts
from ..tokens import Token
from .lengths import range_length

_MAKES = frozenset(("[", "{", "COLLECT"))
_MORE_ROWS = ("UNWIND", "MATCH", "CALL")
_UNTOLD = 10_000  # items of a list whose length is not told


class Nesting:
    """What is held by the values that a text names; `times` tells how often at most, over the clauses so far.

    `sure` counts only what is written out; `items` is the length of the longest list that the text makes.
    """

    def __init__(self, tokens: list[Token], items: int) -> None:
        self.times = self.sure = 1
        self._tokens = tokens
        self._untold = max(_UNTOLD, items)
        self._held: set[str] = set()  # the names of lists and maps, and of what holds them
        self._unwound: set[str] = set()  # of these, the items of one
        self._since = 0  # where what was collected last begins

    def clause(self, start: int, end: int) -> None:
        """Go on by a WITH, RETURN or UNWIND."""
        most = sure = 1
        for first, last in parts(self._tokens, start + 1, end):
            keys, held = {token.key for token in self._tokens[first:last]}, self._names(first, last)
            times = max(1, len(held)) if "{" in keys else 1  # a map holds each as often as it stands there
            sure = max(sure, times)
            for at in range(first, last):
                times *= self._repeats(at, start)
            most = max(most, times)
            if held or keys & _MAKES:
                named = {self._tokens[at + 1].name for at in range(first, last) if self._tokens[at].key == "AS"}
                self._held |= named
                self._unwound |= named if self._tokens[start].key == "UNWIND" else set()
        self._since = start if any(token.key == "COLLECT" for token in self._tokens[start:end]) else self._since
        self.times *= most
        self.sure *= sure

    def _repeats(self, at: int, start: int) -> int:
        """How often a value is held by the list that begins with this token."""
        token, after = self._tokens[at], self._tokens[at + 1]
        if token.key == "COLLECT":
            inside = set(self._names(at + 2, closing(self._tokens, at + 1)))
            more = sum(each.key in _MORE_ROWS for each in self._tokens[self._since : start])
            again = after.key == "{" or more > bool(inside & self._unwound)  # an UNWIND of its own gives no more
            return self._untold if inside and again else 1
        if token.key == "[":
            body = skip(self._tokens, at + 1, ("|",))
            if self._tokens[body].key == "|" and set(self._names(body, closing(self._tokens, at))) - {after.name}:
                told = range_length(self._tokens, at + 3) if self._tokens[at + 3].key == "RANGE" else None
                return self._untold if told is None else max(1, told)
        return 1

    def _names(self, first: int, last: int) -> list[str]:
        """The names of lists and maps between these places, each as often as it stands there."""
        tokens = self._tokens
        found = (at for at in range(first, last) if tokens[at].kind in ("word", "name"))
        plain = (at for at in found if tokens[at - 1].key not in (".", "AS") and tokens[at + 1].key != ":")
        return [tokens[at].name for at in plain if tokens[at].name in self._held]
