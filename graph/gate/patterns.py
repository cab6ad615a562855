"""The grammar of patterns: paths, nodes, relationships and label expressions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from .cursor import AT_ONCE, CHOICES, LINKS, STEPS, Cursor
from .tokens import Token


class Patterns(Cursor, ABC):
    """Reads what a MATCH looks for."""

    def __init__(self, asked: str, tokens: list[Token]) -> None:
        super().__init__(asked, tokens)
        self.steps = 0  # relationships so far
        self.at_once = 0  # of these in MATCH, since the last WITH
        self.choices = 0  # labels to choose from so far
        self.nodes: set[str] = set()  # the names that patterns gave to nodes
        self.edges: set[str] = set()  # and to relationships
        self.known: set[str] = set()  # the names of nodes that were bound before this path
        self.of_match: set[str] = set()  # the names of nodes of this MATCH
        self.bound: set[str] | None = None  # the names of relationships of this MATCH, while its patterns are read
        self.shortest: set[str] = set()  # the names of its shortest paths, and of the relationships on them
        self.looked_up: set[str] = set()  # the names of nodes that a property or a condition tells from others
        self.on_path: list[str] = []  # the nodes of this path: their names, or where they stand
        self.any_way = False  # whether a relationship of this path is followed in either direction, or of any type
        self.between_all: list[tuple[int, str, str]] = []  # where a search begins, and its ends, of this MATCH
        self.asked_in_braces: list[int] = []  # where the braces of this path ask for a property of a name

    @abstractmethod
    def expression(self, bars: bool = True) -> None:
        """Consume a value; where `bars` is false a bar belongs to what is around it."""

    @abstractmethod
    def map(self, projection: bool = False) -> None:
        """Consume keys and values in braces."""

    def where(self) -> None:
        """A condition, if there is one."""
        if self.accept("WHERE"):
            self.expression()

    def patterns(self) -> None:
        """Patterns with commas between them, and a condition."""
        outer, self.bound, self.shortest = (self.bound, self.shortest), set(), set()
        self.of_match = set()
        searches, self.between_all = self.between_all, []
        self.pattern()
        while self.accept(","):
            self.pattern(first=False)
        self.known |= self.nodes
        self.bound = None
        start = self.at
        self.where()
        for at in range(start, self.at):
            if self.tokens[at].name in self.shortest and self.is_name(at - self.at) and self.keys[at - 1] != ".":
                name = self.tokens[at].text
                what = f"and looks at {name} only then: write WITH {name} before WHERE to say so, or ask on Neo4j"
                self.not_embedded(f"the embedded engine finds the shortest path first, {what}", at)
            told = self.keys[at - 1] == "=" and self.tokens[at - 2].kind in ("string", "number", "parameter")
            if self.keys[at + 1 : at + 2] == ["."] and (told or self.keys[at + 3] in ("=", "IN")):
                self.looked_up.add(self.tokens[at].name)
        for at, *ends in self.between_all:
            if self.looked_up.isdisjoint(ends):
                what = "searches between all nodes, in any direction or of any type. Look one end up by a property"
                what = f"{what}, or use shortestPath()"
                self.refuse_named(self.tokens[at].text, self.tokens[at].start, what)
        self.bound, self.shortest = outer
        self.between_all = searches

    def pattern(self, first: bool = True) -> None:
        """A path of a MATCH: named or not, all or the shortest."""
        steps, outer, self.asked_in_braces = self.steps, self.asked_in_braces, []
        named = self.at
        if self.is_name() and self.next_key == "=":
            self.at += 2
        search = self.at
        if self.key in ("ALL", "ANY", "SHORTEST"):
            self.only_neo4j(f"{self.key} before a path", behind=0)
            if self.accept("ALL", "ANY"):
                self.accept("SHORTEST")
            else:
                self.at += 1
            self.number()
            self.accept("PATH", "PATHS")
            self.accept("GROUP", "GROUPS")
        if self.accept("SHORTESTPATH", "ALLSHORTESTPATHS"):
            if not first:
                self.only_neo4j("a shortest path behind another pattern")
            edges = set(self.bound or ())
            self.expect("(")
            self.path()
            self.expect(")")
            self.shortest |= (self.bound or set()) - edges
            if self.keys[named + 1] == "=":
                self.shortest.add(self.tokens[named].name)
        else:
            outside, self.on_path, self.any_way = (self.on_path, self.any_way), [], False
            self.path()
            if self.any_way and self.keys[search] in ("ALL", "ANY", "SHORTEST"):
                self.between_all.append((search, self.on_path[0], self.on_path[-1]))
            self.on_path, self.any_way = outside
        for at in self.asked_in_braces:
            if self.tokens[at].name in self.nodes - self.known:
                self.finds_nothing(at, "what the same pattern binds")
        self.asked_in_braces = outer
        if self.steps == steps:  # a node alone is looked up before the next pattern
            self.known |= self.nodes

    def path(self) -> None:
        """Nodes and paths in brackets, with relationships between them."""
        links = 0
        self.group()
        while True:
            if self.key in ("<", "-"):
                self.arrow()
                self.quantifier()
            elif self.key != "(":
                return
            links = self.within(LINKS, links + 1)
            self.group()

    def group(self) -> None:
        """A node, or a path in brackets."""
        if self.key != "(":
            self.refuse("(")
        self.deeper()
        self.at += 1
        if self.key == "(" or (self.is_name() and self.next_key == "="):
            if self.key != "(":
                self.at += 2
            self.path()
            self.where()
            self.expect(")")
            self.quantifier()
        else:
            start = self.at
            self.inside(self.nodes, self.node_labels)
            name = self.tokens[start].name if self.tokens[start].name in self.nodes else str(start)
            if not {"{", "WHERE"}.isdisjoint(self.keys[start : self.at]):
                self.looked_up.add(name)
            self.on_path.append(name)
            self.expect(")")
        self.depth -= 1

    def inside(self, named: set[str], labels: Callable[[], None]) -> None:
        """What stands in the brackets of a node or relationship: name, labels, length, properties, condition."""
        if self.is_name() and not (self.key == "WHERE" and self.next_key not in (":", ")", "]", "{")):
            name = self.tokens[self.at].name
            if self.bound is not None:
                if name in (self.bound if named is self.nodes else self.of_match):
                    what = f"{name} is the name of a node and of a relationship, and nothing is both"
                    self.not_embedded(what, self.at)
                self.of_match |= {name} if named is self.nodes else set()
            if named is self.edges and self.bound is not None:
                if name in self.bound:
                    what = f"{name} stands twice in one MATCH, which no relationship can. The embedded engine takes it"
                    self.not_embedded(f"{what} for two: give each a name of its own", self.at)
                self.bound.add(name)
            named.add(name)
            self.at += 1
        if self.accept(":", "IS"):
            if self.keys[self.at - 1] == "IS":
                self.only_neo4j("IS before a label")
            labels()
        if self.accept("*"):
            self.number()
            if self.accept(".."):
                self.number()
        if self.key == "{":
            self.braces(of_node=named is self.nodes)
        if self.key == "WHERE":
            self.only_neo4j("WHERE inside of a pattern", behind=0)
        self.where()

    def braces(self, of_node: bool = True) -> None:
        """The properties that something must have; where one is a property of a name, that is kept in mind."""
        start, depth = self.at, 0
        self.map()
        for at in range(start, self.at):
            depth += (self.keys[at] in ("{", "[", "(")) - (self.keys[at] in ("}", "]", ")"))
            if depth == 1 and self.keys[at] in ("{", ",") and self.keys[at + 2] == ":":
                self.own_of_engine(at + 1, of_node)
            if self.is_name(at - self.at) and self.keys[at + 1] == "." != self.keys[at - 1]:
                if self.tokens[at].name in self.edges:
                    self.finds_nothing(at, "a relationship")
                self.asked_in_braces.append(at)

    def finds_nothing(self, at: int, of: str) -> None:
        """Keep in mind that the braces ask for a property of what the embedded engine does not know there."""
        what = f"{self.tokens[at].text}.{self.tokens[at + 2].text} in braces"
        self.not_embedded(f"the embedded engine finds nothing by {what}, of {of}: compare it after WHERE", at)

    def own_of_engine(self, at: int, of_node: bool) -> None:
        """Keep in mind that the token `at` is a property that nothing has, and that the embedded engine makes up."""
        token, write = self.tokens[at], "labels(n)" if of_node else "type(r)"
        name = token.text[1:-1] if token.kind == "string" else token.name
        if name == "type" or (of_node and name in ("label", "node_type")):
            what = f"no property of the graph is called {name}, and the embedded engine makes one up: write {write}"
            self.not_embedded(what, at)

    def quantifier(self) -> None:
        """How often a path or relationship repeats, if it does."""
        if self.key in ("+", "*", "{"):
            self.only_neo4j("a path that repeats (+, *, {1,3})", behind=0)
        if self.accept("+", "*"):
            return
        if self.accept("{"):
            self.number()
            if self.accept(","):
                self.number()
            self.expect("}")

    def arrow(self) -> None:
        """A relationship between two nodes, in any direction."""
        self.steps = self.within(STEPS, self.steps + 1)
        self.at_once = self.within(AT_ONCE, self.at_once + (self.bound is not None))
        left, start = self.accept("<"), self.at
        self.expect("-")
        if self.accept("["):
            self.inside(self.edges, self.labels)
            self.expect("]")
        self.expect("-")
        typed = not {":", "IS"}.isdisjoint(self.keys[start + 2 : start + 4])
        typed &= {"!", "%"}.isdisjoint(self.keys[start : self.at])
        self.any_way |= left == self.accept(">") or not typed

    def starts_arrow(self) -> bool:
        """Whether a relationship to another node is next, and not a minus or less-than."""
        keys = self.keys[self.at : self.at + 5]
        if keys[0] == "<":
            del keys[0]
        if keys[:2] == ["-", "["]:
            return True
        if keys[2:3] == [">"]:
            del keys[2]
        return keys[:3] == ["-", "-", "("]

    def node_labels(self) -> None:
        """The labels of a node, which can be some to choose from."""
        start = self.at
        self.labels()
        if not {"|", "!"}.isdisjoint(self.keys[start : self.at]):
            self.choose(start)

    def choose(self, start: int) -> None:
        """Count the labels from the token `start` as labels to choose from."""
        names = sum(token.kind in ("word", "name") for token in self.tokens[start : self.at])
        self.choices = self.within(CHOICES, self.choices + names, behind=self.at - start)

    def labels(self, bars: bool = True) -> None:
        """A label expression; where `bars` is false a bar belongs to what is around it."""
        links = 0
        while True:
            while self.accept("!"):
                self.only_neo4j("! before a label")
                links = self.within(LINKS, links + 1)
            if self.key == "(":
                self.deeper()
                self.at += 1
                self.labels()
                self.expect(")")
                self.depth -= 1
            elif self.accept("%"):
                self.only_neo4j("% for any label")
            else:
                self.name()
            links = self.within(LINKS, links + 1)
            if self.accept("&"):
                self.only_neo4j("& between labels")
                continue
            if self.accept(":"):
                continue
            if not (bars and self.accept("|")):
                return
            if self.accept(":"):
                self.only_neo4j("a colon behind | ([:A|:B])")
