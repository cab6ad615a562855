"""The grammar of statements: queries that read, clause by clause."""

from __future__ import annotations

from collections.abc import Callable

from .cursor import LINKS
from .expressions import Expressions
from .grouping import beside
from .tokens import Token
from .words import PROCEDURES

_OF_ROWS = ("ORDER", "SKIP", "OFFSET", "LIMIT")  # clauses about the rows before them


class Statements(Expressions):
    """Reads one statement; `statement` is where reading begins."""

    def __init__(self, asked: str, tokens: list[Token]) -> None:
        super().__init__(asked, tokens)
        self.items: list[tuple[int, int]] = []  # where each value of this WITH or RETURN begins and ends
        self.clauses: dict[str, Callable[[], None]] = {
            "MATCH": self.patterns,
            "OPTIONAL": self.optional,
            "WITH": self.projection,
            "RETURN": self.projection,
            "UNWIND": self.unwind,
            "CALL": self.call,
            "ORDER": self.order,
            **dict.fromkeys(_OF_ROWS[1:], self.expression),
        }

    def statement(self) -> None:
        """All of a text. Raises RefusedError."""
        self.accept("EXPLAIN", "PROFILE")
        self.query()
        if self.tokens[self.at].kind != "end":
            self.refuse()

    def query(self) -> None:
        """Single queries with UNION between them."""
        self.deeper()
        self.single_query()
        links = 0
        kinds: set[bool] = set()  # of UNION: whether with ALL
        while self.accept("UNION"):
            links = self.within(LINKS, links + 1)
            if len(kinds := kinds | {self.key == "ALL"}) > 1:
                what = "UNION and UNION ALL in one query have no meaning that is told: put one of them into CALL { }"
                self.not_embedded(what, self.at - 1)
            if self.subqueries:
                self.only_neo4j("UNION in a subquery of EXISTS or COUNT")
            if self.accept("DISTINCT"):
                self.only_neo4j("UNION DISTINCT", behind=2)
            self.accept("ALL")
            self.single_query()
        self.depth -= 1

    def single_query(self) -> None:
        """Clauses, each from the table of what follows its first word."""
        links, xors, at_once = 0, self.xors, self.at_once
        self.at_once = 0
        if self.key in _OF_ROWS:
            self.refuse("a clause such as MATCH or RETURN")
        while clause := self.clauses.get(self.key):
            links = self.within(LINKS, links + 1)
            if self.subqueries and self.key not in ("MATCH", "OPTIONAL"):
                self.only_neo4j(f"{self.key} in a subquery of EXISTS or COUNT", behind=0)
            self.at += 1
            self.xors = 0
            clause()
        self.xors, self.at_once = xors, at_once
        if not links:
            self.refuse("a clause such as MATCH or RETURN")

    def optional(self) -> None:
        """What follows OPTIONAL."""
        if self.accept("CALL"):
            self.only_neo4j("OPTIONAL CALL", behind=2)
            self.call()
            return
        self.expect("MATCH")
        self.patterns()

    def projection(self) -> None:
        """What follows WITH or RETURN."""
        self.at_once, returns = 0, self.keys[self.at - 1] == "RETURN"
        outer, self.items = self.items, []
        self.accept("DISTINCT")
        whole = self.accept("*")
        if not whole:
            self.item()
        while self.accept(","):
            self.item()
        if not whole and (found := beside(self.tokens, self.items)):
            at, name, called = found
            what = f"{name} stands beside {called}(), and rows are not grouped by it: give {name} a column of its own"
            self.not_embedded(f"{what}, or take a WITH before that has one row for each group", at)
        self.items = outer
        if self.accept("ORDER"):
            self.order()
        for keys in (("SKIP", "OFFSET"), ("LIMIT",), ("WHERE",)):
            if self.accept(*keys):
                if returns and keys == ("WHERE",):
                    self.not_embedded("WHERE stands before RETURN, or behind a WITH", self.at - 1)
                self.expression()

    def order(self) -> None:
        """What follows ORDER."""
        self.expect("BY")
        self.several(self.sort_item)

    def item(self) -> None:
        """A value of a row and its name; the engines take each value for itself."""
        self.xors = 0
        start = self.at
        self.expression()
        self.items.append((start, self.at))
        made = self.made(start, self.at)
        if self.accept("AS"):
            self.rename(start)
            if made:
                self.held[self.tokens[self.at - 1].name] = made

    def rename(self, start: int) -> None:
        """Consume the name of a value that began at the token `start`: that of a node, where the value is one."""
        value, name = self.tokens[start], self.tokens[self.at].name
        self.name()
        self.edges.discard(name)
        self.held.pop(name, None)
        if value.name in self.looked_up:
            self.looked_up.add(name)
        if self.at - start != 3 or value.name not in self.nodes:
            self.nodes.discard(name)
            self.known.discard(name)
        else:
            self.nodes.add(name)
            self.known.add(name)

    def sort_item(self) -> None:
        """A value to sort by and its direction."""
        self.expression()
        self.accept("ASC", "ASCENDING", "DESC", "DESCENDING")

    def unwind(self) -> None:
        """What follows UNWIND."""
        start = self.at
        self.expression()
        self.expect("AS")
        self.rename(start)

    def call(self) -> None:
        """What follows CALL: a subquery, or one of the procedures that only read the schema."""
        scoped = self.accept("(")
        if scoped:
            if not self.accept("*") and self.is_name():
                self.several(self.name)
            self.expect(")")
        if scoped or self.key == "{":
            self.expect("{")
            self.query()
            self.expect("}")
        else:
            self.procedure()

    def procedure(self) -> None:
        """A procedure without arguments, and what it yields."""
        name, start = self.dotted()
        if name not in PROCEDURES:
            allowed = ", ".join(sorted(PROCEDURES))
            self.refuse_named(name, start, f"is not among the procedures that are allowed: {allowed}")
        if self.accept("("):
            self.expect(")")
        if self.accept("YIELD"):
            if not self.accept("*"):
                self.several(self.yielded)
            self.where()

    def yielded(self) -> None:
        """A column of a procedure and its name."""
        self.name()
        self.alias()
