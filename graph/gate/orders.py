"""What comes in an order of the engine's own: lists and rows that no ORDER BY stands right before.

A text is read clause by clause: what its rows are sorted by, which lists are made of rows, and which rows are cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .brackets import OPENS, opposite_brackets
from .rows import AGGREGATES, CLAUSES, parts
from .tokens import Token, clause_keys

_STEPS = CLAUSES - {"ORDER"}
_PICKS = ("HEAD", "LAST")  # one item of a list
_CUTS = ("LIMIT", "SKIP", "OFFSET")
_DIRECTIONS = ("ASC", "ASCENDING", "DESC", "DESCENDING")
_ENDS = frozenset((*_CUTS, "WHERE"))
_LISTS, _ROWS, _TIES = "lists_unordered", "rows_unordered", "ties_unordered"


def unordered(tokens: Sequence[Token], rows: Sequence[Sequence[object]]) -> set[str]:
    """The codes of the notes that an answer needs whose lists, or whose rows, are in no order."""
    text = _Orders(tokens, len(rows))
    text.query(0, len(tokens) - 1)
    return text.found | (text.made if any(map(_holds_several, rows)) else set())


@dataclass(frozen=True, slots=True)
class _Rows:
    """What rows are sorted by, whether there is but one, and the names that tell them where the rest is equal."""

    one: bool = False
    by: tuple[list[str], ...] = ()
    unique: frozenset[str] = frozenset()


class _Orders:
    """Reads the clauses of a text: `found` are the notes that it needs, `made` those of lists that are shown."""

    def __init__(self, tokens: Sequence[Token], count: int) -> None:
        self.tokens, self.count = tokens, count
        self.keys = clause_keys(tokens)
        self.closes = opposite_brackets(self.keys)
        self.loose: dict[str, str] = {}  # the names of lists that are in no order, and why
        self.found: set[str] = set()
        self.made: set[str] = set()

    def query(self, start: int, end: int) -> _Rows:
        """The rows of the last clause of a query, or of the parts of a UNION."""
        rows, united = _Rows(one=True), False
        for first, last in pairwise((*self.outside(start, end, _STEPS), end)):
            key = self.keys[first]
            if key == "UNION":
                rows, united = _Rows(one=True), True
            elif key in ("WITH", "RETURN"):
                rows = self.projection(rows, first, last)
            elif key == "UNWIND":
                self.lists(rows, (first + 1, last), set())
                loose = any(token.name in self.loose for token in self.tokens[first:last]) or not rows.one
                name = self.tokens[last - 1].name
                rows = _Rows() if loose else _Rows(by=([name],), unique=frozenset({name}))
            elif key == "CALL":
                brace = next((at for at in range(first, last) if self.keys[at] == "{"), last)
                inner = self.query(brace + 1, self.closes[brace]) if brace < last else _Rows()
                rows = inner if rows.one else _Rows()
            else:
                self.lists(rows, (first + 1, last), set())
                rows = _Rows()
        return _Rows() if united else rows

    def outside(self, start: int, end: int, keys: frozenset[str]) -> Iterator[int]:
        """Where these words stand outside of brackets."""
        at = start
        while at < end:
            if self.keys[at] in keys and self.keys[at - 1] not in ("STARTS", "ENDS"):
                yield at
            at = self.closes[at] + 1 if self.keys[at] in OPENS else at + 1

    def projection(self, rows: _Rows, start: int, end: int) -> _Rows:
        """The rows of a WITH or RETURN; keeps in mind which lists it makes of those before, and what it cuts."""
        order = next(self.outside(start, end, frozenset({"ORDER"})), end)
        last = next(self.outside(start, end, _ENDS), end)
        items = list(parts(self.tokens, start + 1, min(order, last)))
        columns = [_words(self.tokens, *item) or [""] for item in items]  # a name may be that of a clause
        grouped = [
            any(self.keys[at] in AGGREGATES and self.keys[at + 1] == "(" for at in range(*item)) for item in items
        ]
        groups = [words for words, is_made in zip(columns, grouped, strict=True) if not is_made]
        own = {words[at] for words in groups for at in (0, -1)}
        for item, words in zip(items, columns, strict=True):
            why = self.lists(rows, item, own if any(grouped) else set())
            self.loose.pop(words[-1], None)
            if why:
                self.loose[words[-1]] = why
        if any(grouped):
            rows = _Rows(one=not groups)
        elif self.keys[start + 1] == "DISTINCT" and not rows.one:
            rows = _Rows()
        cuts = list(self.outside(start, end, frozenset(_CUTS)))
        if order < end:
            self.lists(rows, (order, end), set())
            rows = self.sorted(rows, columns, groups, parts(self.tokens, order + 2, min([*cuts, last])))
        if not rows.one and not rows.unique and any(self.cuts(at) for at in cuts):
            self.found.add(_TIES if rows.by else _ROWS)
        self.keep_single(last, end)
        one = any(self.keys[at] == "LIMIT" and self.tokens[at + 1].text == "1" for at in cuts)
        return _Rows(one=True) if one else rows

    def keep_single(self, start: int, end: int) -> None:
        """A list of one item, as a WHERE has it (`size(kinds) = 1`), is in any order."""
        if not {"OR", "XOR", "NOT"}.isdisjoint(self.keys[start:end]):
            return
        for at in range(start, end - 5):
            if self.keys[at : at + 2] == ["SIZE", "("] and [one.text for one in self.tokens[at + 3 : at + 6]] == [
                ")",
                "=",
                "1",
            ]:
                self.loose.pop(self.tokens[at + 2].name, None)

    def sorted(
        self, rows: _Rows, columns: list[list[str]], groups: list[list[str]], given: Iterator[tuple[int, int]]
    ) -> _Rows:
        """The rows when they are sorted: by an id, by all of a row, or with equal ones among them."""
        by = [
            [word for word in _words(self.tokens, *part) if word.upper() not in _DIRECTIONS] or [""] for part in given
        ]
        named = {column[-1]: column[:-2] for column in columns if column[-2:-1] == ["AS"]}
        unique = set()
        for words in by:
            full = named.get(words[0], words) if len(words) == 1 else words
            if (".", "id") in pairwise(full) and "(" not in full:
                unique.add(words[0])
        by += [named[words[0]] for words in by if len(words) == 1 and words[0] in named]
        if all(words in by or (words[-2:-1] == ["AS"] and words[:-2] in by) for words in groups):
            unique |= {words[0] for words in by}
        return _Rows(rows.one, tuple(by), frozenset(unique))

    def lists(self, rows: _Rows, item: tuple[int, int], own: set[str]) -> str:
        """Why a list that is made, or used, from `item` on is in no order; `own` are the names of its group."""
        why = ""
        for at in range(*item):
            code, end = self.made_at(rows, at, own), self.closes.get(at, at)
            name = self.tokens[at].name
            if not code and name in self.loose and self.tokens[at].kind in ("word", "name"):
                code = self.loose[name] if self.keys[at - 1] not in (".", "AS") else ""
            if not code:
                continue
            why = why or code
            self.made.add(code)
            before = at - 1 if self.keys[at] == "[" or name in self.loose else at - 2
            picked = self.keys[before] == "(" and self.keys[before - 1] in _PICKS
            if picked or self.keys[end + 1] == "[" or self.joined(at):
                self.found.add(code)
        return why

    def made_at(self, rows: _Rows, at: int, own: set[str]) -> str:
        """Why the list that is made in the bracket `at` is in no order; empty where it is in one, or none is made."""
        key, maker = self.keys[at], self.keys[at - 1]
        inside = self.keys[at + 1 : self.closes.get(at, at)]
        if (key == "(" and maker == "KEYS") or (key == "[" and inside[:1] == ["("] and {"|", "-"} <= set(inside)):
            return _LISTS
        if key != "(" or maker != "COLLECT" or rows.one or _words(self.tokens, at + 1, self.closes[at]) in rows.by:
            return ""
        return "" if rows.unique - own else _TIES if rows.by else _LISTS

    def joined(self, at: int) -> bool:
        """Whether a REDUCE that begins with a text goes through the list at `at`."""
        began = [back for back in range(max(0, at - 9), at) if self.keys[back] == "REDUCE"]
        return bool(began) and self.keys[at - 1] == "IN" and self.tokens[began[-1] + 4].kind == "string"

    def cuts(self, at: int) -> bool:
        """Whether LIMIT or SKIP leaves rows out: not where it ends a text whose answer has fewer rows."""
        most = self.tokens[at + 1]
        if self.keys[at] != "LIMIT" or self.tokens[at + 2].kind != "end" or not most.text.isdecimal():
            return most.text != "0"
        return 0 < int(most.text) <= self.count


def _words(tokens: Sequence[Token], start: int, end: int) -> list[str]:
    """The words and marks of a value and its name, without DISTINCT before it."""
    first = start + (tokens[start].key == "DISTINCT")
    return ["AS" if token.key == "AS" else token.text for token in tokens[first:end]]


def _holds_several(value: object) -> bool:
    """Whether a value holds a list of different items."""
    if isinstance(value, dict):
        value = (*value.values(),)
    elif isinstance(value, list) and any(item != value[0] for item in value[1:]):
        return True
    return isinstance(value, (list, tuple)) and any(map(_holds_several, value))
