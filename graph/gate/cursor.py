"""A place among the tokens of a text: what is expected is consumed, all else refused, and the limits kept."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import NamedTuple, NoReturn

from .errors import RefusedError
from .tokens import Token
from .words import BEGINNINGS, INSTEAD, WHY


class Limit(NamedTuple):
    """How much a text may have of something, and what is said of the token that is too much."""

    most: int
    what: str


# Engines follow a text by recursion and plan it without a clock. Measured: the embedded one ends its process at
# 400 UNION; a worker of Neo4j dies at 400 `.a`, and it plans AND and OR 48 deep, EXISTS 25 deep and 100
# relationships for minutes or without end, and 40 of one part of a query for ten seconds; each XOR of a clause doubles
# what it plans, and so does each pair of labels to choose from: at 16 pairs it runs out of memory.
DEPTH = Limit(60, "stands more than {} levels deep")
CONDITIONS = Limit(25, "joins conditions more than {} levels deep")
HEIGHT = Limit(150, "is built on more than {} levels: for a long chain of OR write IN [...], of + UNWIND a list")
LINKS = Limit(100, "comes after {} others in one chain")
STEPS = Limit(50, "comes after {} other relationships")
AT_ONCE = Limit(30, "comes after {} other relationships that are planned at once: write WITH between them")
SUBQUERIES = Limit(10, "stands in more than {} others")
XORS = Limit(8, "comes after {} others")
CHOICES = Limit(24, "stands among more than {} labels to choose from")

_NEAR = 0.7  # how like a word has to be to be meant
_END = Token("end", "", "", 0)


class Cursor:
    """Reads tokens from left to right."""

    def __init__(self, asked: str, tokens: list[Token]) -> None:
        self.asked = asked
        self.tokens = [*tokens, _END._replace(start=len(asked.rstrip())), _END]
        self.keys = [token.key for token in self.tokens]
        self.at = 0
        self.depth = 0  # brackets, queries and values that are open
        self.neo4j_form: tuple[str, int] | None = None  # the first form that only Neo4j runs, and where it begins
        self.misread: tuple[str, int] | None = None  # the first that the embedded engine runs and finds nothing by

    @property
    def key(self) -> str:
        """The word or mark that is next."""
        return self.keys[self.at]

    @property
    def next_key(self) -> str:
        """The word or mark after that."""
        return self.keys[self.at + 1]

    def accept(self, *keys: str) -> bool:
        """Consume a token if it is one of these."""
        if self.keys[self.at] in keys:
            self.at += 1
            return True
        return False

    def expect(self, *keys: str) -> None:
        """Consume a token that has to be one of these."""
        if not self.accept(*keys):
            self.refuse(" or ".join(keys))

    def is_name(self, ahead: int = 0) -> bool:
        """Whether a name is next, or so many tokens ahead."""
        return self.tokens[self.at + ahead].kind in ("word", "name")

    def name(self) -> None:
        """Consume a name."""
        if not self.is_name():
            self.refuse("a name")
        self.at += 1

    def alias(self) -> None:
        """Consume AS and a name, if they are there."""
        if self.accept("AS"):
            self.name()

    def number(self) -> None:
        """Consume a number, if there is one."""
        self.at += self.tokens[self.at].kind == "number"

    def several(self, read: Callable[[], None]) -> None:
        """Read once, and again after each comma."""
        read()
        while self.accept(","):
            read()

    def dotted(self) -> tuple[str, int]:
        """Consume words with dots between them: the whole name, and where it starts."""
        start = self.tokens[self.at].start
        parts = [self.tokens[self.at].text]
        self.name()
        while self.key == "." and self.is_name(1):
            parts.append(self.tokens[self.at + 1].text)
            self.at += 2
        return ".".join(parts), start

    def only_neo4j(self, what: str, behind: int = 1) -> None:
        """Keep in mind that what was just consumed is a form that only Neo4j runs."""
        self.neo4j_form = self.neo4j_form or (what, self.tokens[self.at - behind].start)

    def not_embedded(self, what: str, at: int) -> None:
        """Keep in mind that the embedded engine would find nothing, or something wrong, by what begins at `at`."""
        self.misread = self.misread or (what, self.tokens[at].start)

    def deeper(self) -> None:
        """Count a bracket, query or value that opens."""
        self.depth = self.within(DEPTH, self.depth + 1)

    def within(self, limit: Limit, count: int, behind: int = 0) -> int:
        """The count; refuse the token that is next, or so many behind, when it is over the limit."""
        if count > limit.most:
            token = self.tokens[self.at - behind]
            self.refuse_named(token.text, token.start, limit.what.format(limit.most))
        return count

    def refuse(self, expected: str = "") -> NoReturn:
        """Refuse the token that is next."""
        token = self.tokens[self.at]
        word, key = token.text, token.key
        if key == "IN" and self.next_key == "TRANSACTIONS":
            word, key = f"{word} {self.tokens[self.at + 1].text}", "IN TRANSACTIONS"
        if key in WHY:
            what = WHY[key].format(word)
        elif token.kind == "end":
            what = "the text ends too early"
        else:
            what = f"{word if len(word) <= 40 else word[:40] + '...'} cannot stand here"
        before = self.tokens[self.at - 1]
        if token.kind == before.kind == "string" and before.start + len(before.text) == token.start:
            what += f": a quote inside of a string is written \\{token.text[0]}"
        elif meant := INSTEAD.get(before.key * (key == "=") + key):
            what += f": {meant}"
        elif near := get_close_matches(key, BEGINNINGS, 1, _NEAR) if key not in (*WHY, *BEGINNINGS) else []:
            what += f": {near[0]} may be meant"
        elif expected and key not in WHY:
            what += f": {expected} is expected"
        raise RefusedError(word, what, self.asked, token.start)

    def refuse_named(self, name: str, start: int, what: str) -> NoReturn:
        """Refuse what begins at `start` and has a name of several tokens, or breaks a limit."""
        raise RefusedError(name, f"{name} {what}", self.asked, start)
