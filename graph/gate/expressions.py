"""The grammar of values: operators, calls, lists, maps, conditions and the subqueries inside of them."""

from __future__ import annotations

from abc import abstractmethod

from .cursor import CONDITIONS, HEIGHT, SUBQUERIES, XORS
from .differences import COMPARES, VALUES, Differences
from .tokens import Token
from .words import DOTTED_FUNCTIONS, FORMS, LOGIC, NEO4J_FUNCTIONS, NO_FUNCTIONS, OPERATORS, TYPES, WHY

_LEVELS = 9  # of operators; an arrow of a path binds closest
_UNARY = ("NOT", "+", "-")
_TWO_WORDS = ("STARTS", "ENDS")
_SUBQUERIES = ("EXISTS", "COUNT", "COLLECT")
_SIDES = ("BOTH", "LEADING", "TRAILING")  # of a text that is trimmed
_COMPARISON = OPERATORS["<"]


class Expressions(Differences):
    """Reads values, and how high they are built from others."""

    def __init__(self, asked: str, tokens: list[Token]) -> None:
        super().__init__(asked, tokens)
        self.height = 0  # of the highest value that was read beside this one
        self.conditions = 0  # how deep AND, OR and XOR of this value and of those beside it lie in one another
        self.subqueries = 0  # EXISTS, COUNT and COLLECT that are open
        self.xors = 0  # of this clause

    @abstractmethod
    def query(self) -> None:
        """Consume a query."""

    def expression(self, bars: bool = True) -> None:
        """Values with operators between them; which binds closer matters for the height alone."""
        self.deeper()
        beside, self.height = self.height, 0
        before, self.conditions = self.conditions, 0
        joins = 0
        runs, most = [0] * _LEVELS, [0] * _LEVELS

        def count(level: int) -> None:
            runs[level] += 1
            most[level] = max(most[level], self.within(HEIGHT, runs[level], behind=1))
            runs[level + 1 :] = [0] * (_LEVELS - level - 1)

        while True:
            signs = 0
            while self.accept(*_UNARY):
                signs = self.within(HEIGHT, signs + 1, behind=1)
            group = self.operand(bars, signs)
            while self.accept("IS"):
                count(OPERATORS["IS"])
                self.state(bars)
                group = False
            if group and self.key in ("<", "-") and self.starts_arrow():
                count(_LEVELS - 1)
                self.arrow()
                if self.key != "(":
                    self.refuse("(")
            elif self.key in OPERATORS:
                self.xors = self.within(XORS, self.xors + (self.key == "XOR"))
                joins |= self.key in LOGIC
                count(OPERATORS[self.key])
                self.operator(runs[_COMPARISON])
                self.at += 1
                if self.keys[self.at - 1] in _TWO_WORDS:
                    self.expect("WITH")
            else:
                break
        self.height = max(beside, self.within(HEIGHT, self.height + sum(most) + 1, behind=1))
        self.conditions = max(before, self.within(CONDITIONS, self.conditions + joins, behind=1))
        self.depth -= 1

    def state(self, bars: bool) -> None:
        """What follows IS: no value, a type, a form of Unicode, or a label."""
        negated = self.accept("NOT")
        if self.accept("NULL"):
            return
        if self.key == "NORMALIZED" or (self.key in FORMS and self.next_key == "NORMALIZED"):
            self.at += 1 + (self.key in FORMS)
            self.only_neo4j("IS NORMALIZED")
        elif self.accept("TYPED") or (self.key == ":" and self.next_key == ":"):
            self.at += 2 * (self.key == ":")
            self.type(bars)
        elif negated:
            self.refuse("NULL")
        else:
            start = self.at
            self.only_neo4j("IS before a label")
            self.labels(bars)
            self.choose(start)

    def type(self, bars: bool) -> None:
        """The name of a type, or of several to choose from."""
        self.deeper()
        while True:
            if self.key not in TYPES:
                self.refuse("a type")
            while self.accept(*TYPES):
                if self.key in ("WITH", "WITHOUT") and self.next_key in ("TIME", "TIMEZONE"):
                    self.at += 2
                    self.accept("ZONE")
            if self.accept("<"):
                self.type(bars=True)
                self.expect(">")
            if self.key == "NOT" and self.next_key == "NULL":
                self.at += 2
            self.accept("!")
            if not (bars and self.accept("|")):
                break
        self.depth -= 1

    def expressions(self, closing: str) -> None:
        """What stands in the brackets of a list or call: values, a condition, what is made of each."""

        def one() -> None:
            self.expression(bars=False)

        if self.key != closing:
            self.several(one)
            if self.accept("WHERE"):
                one()
            if self.accept("|"):
                one()
                if self.accept("|"):  # the first belonged to a label expression
                    one()
        self.expect(closing)

    def operand(self, bars: bool, signs: int) -> bool:
        """One value with what hangs on it; whether it is a bare pair of brackets, which can be a node."""
        token = self.tokens[self.at]
        beside, self.height = self.height, 0
        group, named = token.key == "(", False
        if group:
            self.brackets()
        elif self.accept("["):
            self.expressions("]")
        elif token.key == "{":
            self.map()
        elif token.kind in VALUES:
            self.at += 1
        elif self.is_name():
            named = self.word(token)
        else:
            self.refuse("a value")
        links = self.postfix(bars, named)
        self.height = max(beside, self.within(HEIGHT, self.height + links + signs, behind=1))
        return group and not links

    def brackets(self) -> None:
        """A value in brackets, or a node of a path that is asked for as a condition."""
        self.expect("(")
        if self.accept(":"):
            self.node_labels()
        elif self.key not in (")", "{"):
            self.expression()
        if self.key == "{":
            self.braces()
        self.where()
        self.expect(")")

    def word(self, token: Token) -> bool:
        """A name, a call or a construction that begins with a word; whether it is a plain name."""
        if token.key == "CASE":
            self.case()
            return False
        if self.next_key == "{" and token.key in (*_SUBQUERIES, "CALL"):
            self.subquery(token)
            return False
        after = self.at
        self.dotted()
        if self.key != "(":
            self.at = after + 1
            return True
        self.call_of(after)
        return False

    def call_of(self, start: int) -> None:
        """The call of a function whose name, from the token `start`, was read."""
        parts = self.tokens[start : self.at]
        first = parts[0]
        name = "".join(part.text for part in parts)
        allowed = name.lower() in DOTTED_FUNCTIONS if len(parts) > 1 else first.key not in NO_FUNCTIONS
        if not allowed or any(part.kind == "name" or not part.text.isascii() for part in parts):
            self.at = start
            if first.key in WHY:
                self.refuse()
            self.refuse_named(name, first.start, "is not among the functions that are allowed")
        self.expect("(")
        if name.lower() in NEO4J_FUNCTIONS:
            self.only_neo4j(f"{name}()", behind=self.at - start)
        if first.key in ("SHORTESTPATH", "ALLSHORTESTPATHS"):
            self.only_neo4j(f"{name}() outside of MATCH", behind=2)
        self.accept("DISTINCT")
        if self.key == "*" and self.next_key == ")":
            self.at += 2
        elif first.key == "TRIM":
            self.trimmed()
        else:
            inside = self.at
            self.expressions(")")
            self.given(name, inside)

    def trimmed(self) -> None:
        """What stands in the brackets of TRIM: the side, the letters and the text, or the text alone."""
        after = self.tokens[self.at + 1]
        if self.key in _SIDES and (after.kind in VALUES or self.is_name(1)):
            self.at += 1
        if self.key != "FROM" or self.next_key == ")":
            self.expression()
        if self.accept("FROM"):
            self.only_neo4j("trim with FROM")
            self.expression()
        self.expect(")")

    def subquery(self, token: Token) -> None:
        """EXISTS, COUNT or COLLECT of a query, or of patterns with their condition."""
        if token.key not in _SUBQUERIES:
            self.refuse()
        self.subqueries = self.within(SUBQUERIES, self.subqueries + 1)
        self.at += 1
        if token.key == "COLLECT":
            self.only_neo4j("COLLECT { }")
        self.expect("{")
        if self.key == "(":
            self.patterns()
        else:
            self.query()
        self.expect("}")
        self.subqueries -= 1

    def postfix(self, bars: bool, named: bool) -> int:
        """Consume properties, indexes, labels and a map projection; how many there were."""
        links = 0
        while True:
            if self.accept("."):
                start = self.tokens[self.at].start
                if named and not links:
                    self.made_up(self.tokens[self.at - 2].name)
                self.name()
                if self.key == "(":
                    self.refuse_named(self.asked[start : self.tokens[self.at].start].strip(), start, "is no function")
            elif self.accept("["):
                if named and not links and self.next_key == "]":
                    self.made_up(self.tokens[self.at - 2].name)
                self.index()
            elif self.accept(":"):
                start = self.at
                self.labels(bars)
                self.choose(start)
                if "|" in self.keys[start : self.at]:
                    self.only_neo4j("| between labels in a condition", behind=self.at - start)
            elif self.key == "{" and named and not links:
                if self.tokens[self.at - 1].name not in self.nodes:
                    name = self.tokens[self.at - 1].text
                    what = f"{name} {{ }}, which is no node of a pattern: write {{key: {name}.key}}"
                    self.not_embedded(f"the embedded engine makes nothing of {what}", self.at - 1)
                self.map(projection=True)
            else:
                return links
            links = self.within(HEIGHT, links + 1, behind=1)

    def made_up(self, variable: str) -> None:
        """Keep in mind a property of a node or relationship that the embedded engine makes up."""
        if variable in self.nodes or variable in self.edges:
            self.own_of_engine(self.at, variable in self.nodes)

    def index(self) -> None:
        """An index of a list, or a slice of it."""
        if self.key not in ("..", "]"):
            self.expression()
        if self.accept("..") and self.key != "]":
            self.expression()
        self.expect("]")

    def map(self, projection: bool = False) -> None:
        """Keys and values; a projection also has `.key`, `.*` and bare names."""

        def entry() -> None:
            if projection and self.accept("."):
                if not self.accept("*"):
                    self.own_of_engine(self.at, of_node=True)
                    self.name()
                return
            self.name()
            if not (projection and self.key in (",", "}")):
                self.expect(":")
                self.expression()
            else:
                self.only_neo4j("a name alone in the braces of a map of a node")

        self.expect("{")
        if not self.accept("}"):
            self.several(entry)
            self.expect("}")

    def case(self) -> None:
        """CASE with or without a value to compare."""
        self.expect("CASE")
        compared = self.key != "WHEN"
        if compared:
            self.expression()
        if self.key != "WHEN":
            self.refuse("WHEN")
        while self.accept("WHEN"):
            if compared:
                self.compared()
                while self.accept(","):
                    self.only_neo4j("a CASE with several values behind WHEN")
                    self.compared()
            else:
                self.expression()
            self.expect("THEN")
            self.expression()
        if self.accept("ELSE"):
            self.expression()
        self.expect("END")

    def compared(self) -> None:
        """What the value of a CASE is compared with, after an operator or as it is."""
        if self.accept("IS", *COMPARES):
            self.only_neo4j("a CASE with a comparison behind WHEN")
            if self.keys[self.at - 1] == "IS":
                self.state(bars=False)
                return
            if self.keys[self.at - 1] in _TWO_WORDS:
                self.expect("WITH")
        self.expression()
