"""The gate: a user's Cypher text is read whole before an engine sees it, and only what reads passes.

The text is cut into tokens and read by a grammar of reading statements; what the grammar has no rule for
is refused. That is decided by position, not by a search for words: after a complete value, name or bracket
only an operator or a reading clause can follow, so a writing clause has nowhere to stand, while `n.set`,
`:Delete`, `{create: 1}` and every string pass. The grammar is wider than Cypher where that is harmless (an
engine still says what it cannot run) and it never guesses: it reads left to right, once, without going back.

What was checked is what runs: `UserQuery.text` is the text that was read, with comments and a last
semicolon blanked out, so that every position stays true.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import InitVar, dataclass
from typing import NamedTuple, NoReturn, final

from .errors import CannotAnswerError, UsageError

LONGEST = 100_000  # characters of a text
_DEEPEST = 25  # brackets and subqueries inside each other; Neo4j plans AND and OR 48 deep without end
# How high a value is built from others, and clauses, steps or labels in one chain. Engines follow both by
# recursion: measured, the embedded one ends its process at 400 UNION, and Neo4j's worker dies at 400 `.a`.
_HIGHEST = 150
_SUBQUERIES = 10  # EXISTS and COUNT inside each other; Neo4j plans 25 without end, and no time limit stops it
_STEPS = 50  # relationships of a statement; Neo4j plans 100 for minutes
_XORS = 8  # in a statement; each doubles what Neo4j plans
_LINKS = 100
_KEY = object()


class QueryError(UsageError):
    """A user's text is wrong; the message shows the line with a mark under the place, where it is known."""

    def __init__(self, what: str, asked: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(what if line is None else f"{what} {_shown(asked, line, column or 1)}")
        self.what, self.line, self.column = what, line, column


class RefusedError(QueryError):
    """A text that the gate does not let through; `word` is what was refused, at `line` and `column`."""

    def __init__(self, word: str, what: str, asked: str, start: int) -> None:
        line = asked.count("\n", 0, start) + 1
        super().__init__(f"refused: {what}", asked, line, start - asked.rfind("\n", 0, start))
        self.word = word


class LimitError(CannotAnswerError):
    """A text that needs more than it may have; `limit` is time, memory, work, size or depth."""

    def __init__(self, limit: str, asked: str, what: str) -> None:
        super().__init__(what, {"asked": asked, "error": limit, "candidates": [], "hint": what})
        self.limit = limit


@final
@dataclass(frozen=True, slots=True)
class UserQuery:
    """A user's text that passed the gate; only `admit` makes one.

    `asked` is what the user wrote, `text` what runs: of the same length, without the comments.
    """

    asked: str
    text: str
    plan: bool  # an EXPLAIN: rows are steps of a plan
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        if key is not _KEY:
            raise TypeError("only graph.gate.admit makes a UserQuery")


def admit(text: str) -> UserQuery:
    """The text as a query that only reads. Raises RefusedError, which names the refused word and its place."""
    tokens, ran = _scan(text)
    _Reader(text, tokens).statement()
    return UserQuery(text, ran, bool(tokens) and tokens[0].key == "EXPLAIN", _KEY)


def _shown(asked: str, line: int, column: int) -> str:
    """The place in words, and the line with a mark under it."""
    lines = asked.split("\n")
    row = re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", lines[line - 1] if line <= len(lines) else "")
    start = max(0, column - 61)
    return f"(line {line}, column {column})\n  {row[start : column + 59]}\n  {' ' * (column - 1 - start)}^"


# --- Words that are refused, and why ------------------------------------------------------------------

_WRITES = "CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH INSERT DROP ALTER RENAME"
_RULES = "USE SHOW TERMINATE GRANT DENY REVOKE START STOP ENABLE DEALLOCATE REALLOCATE DRYRUN"
_OTHER = "CYPHER FINISH FILTER LET HAVING FORMAT USING NEXT COLLECT OVER SEARCH OFFSET INTERSECT EXCEPT FOR"
_WHY = {
    **dict.fromkeys(_WRITES.split(), "{} writes, and only reading is allowed"),
    **dict.fromkeys(_RULES.split(), "{} steers the database, and only reading the graph is allowed"),
    **dict.fromkeys(_OTHER.split(), "{} is not among the clauses that are allowed"),
    "LOAD": "{} reads files, and only reading the graph is allowed",
    "IN TRANSACTIONS": "{} writes in steps, and only reading is allowed",
    "EXPLAIN": "{} stands once, before a statement",
    "PROFILE": "{} stands once, before a statement",
    ";": "{} ends a statement, and one statement is allowed",
}
# Words that never name a function: clauses, and functions that reach outside the graph.
_NO_FUNCTIONS = frozenset(
    f"{_WRITES} {_RULES} {_OTHER} LOAD CALL MATCH OPTIONAL WITH UNWIND RETURN UNION YIELD PROFILE EXPLAIN "
    "WHERE ORDER SKIP LIMIT FILE LINENUMBER TEXT_SCORE".split()
) - {"COLLECT"}
_PROCEDURES = frozenset({"db.labels", "db.relationshipTypes", "db.propertyKeys"})
_TEMPORAL = ("date", "datetime", "localdatetime", "localtime", "time")
_DOTTED = frozenset(
    [f"{kind}.{step}" for kind in _TEMPORAL for step in ("truncate", "realtime", "statement", "transaction")]
    + ["datetime.fromepoch", "datetime.fromepochmillis"]
    + [f"duration.{unit}" for unit in ("between", "inmonths", "indays", "inseconds")]
    + ["point.distance", "point.withinbbox", "vector.similarity.cosine", "vector.similarity.euclidean"]
)


# --- Tokens -------------------------------------------------------------------------------------------


class _Token(NamedTuple):
    kind: str
    text: str
    key: str  # a word in capitals, a mark as it is, empty for all that cannot be a keyword
    start: int


# Repeats are possessive: a text that does not fit fails at once instead of being tried in every way.
_BACKTICKED = r"`(?:[^`\\\x00-\x1f\x7f]|``)++`"
_TOKENS = re.compile(
    rf"""
      (?P<space>[ \t\r\n]++)
    | (?P<comment>//[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+\*/)
    | (?P<word>[^\W\d]\w*+)
    | (?P<number>0[xX][0-9a-fA-F]++|0[oO][0-7]++|(?:[0-9]++(?:\.[0-9]++)?|\.[0-9]++)(?:[eE][+-]?[0-9]++)?)
    | (?P<string>'[^'\\]*+(?:\\[\\'"bfnrt][^'\\]*+)*+'|"[^"\\]*+(?:\\[\\'"bfnrt][^"\\]*+)*+")
    | (?P<name>{_BACKTICKED})
    | (?P<parameter>\$(?:[A-Za-z0-9_]\w*+|{_BACKTICKED}))
    | (?P<mark><=|>=|<>|=~|\.\.|\|\||/(?![/*])|[()\[\]{{}},.:|&!+\-*%^=<>;])
    """,
    re.VERBOSE,
)
_NEVER = re.compile(r"\\u|[\x00\ud800-\udfff]")
_VALUES = frozenset({"string", "number", "parameter"})


def _scan(text: str) -> tuple[list[_Token], str]:
    """The tokens of a text, and the text that runs: comments and a last semicolon are blanked out."""
    if len(text) > LONGEST:
        raise RefusedError("", f"a text has at most {LONGEST:,} characters, this one has {len(text):,}", text[:80], 0)
    if never := _NEVER.search(text):
        what = r"\u: an engine could read the letter that it stands for as Cypher. Write the letter itself"
        raise RefusedError(never[0], what if never[0] == r"\u" else "a character that is no text", text, never.start())
    tokens: list[_Token] = []
    parts: list[str] = []
    end = 0
    while found := _TOKENS.match(text, end):
        kind, part, start = found.lastgroup or "", found[0], end
        end = found.end()
        if kind != "string" and not part.isascii():
            _check_letters(text, kind, part, start)
        if kind == "comment":
            parts.append(re.sub(r"[^\r\n]", " ", part))
            continue
        parts.append(part)
        if kind == "space":
            continue
        if kind == "number":
            after = text[end : end + 2]
            if after and (after[0].isalnum() or after[0] == "_" or (after[0] == "." and after != "..")):
                raise RefusedError(part + after[0], f"{part + after[0]} is no number", text, start)
        key = part.upper() if kind == "word" and part.isascii() else part if kind == "mark" else ""
        tokens.append(_Token(kind, part, key, start))
    if end != len(text):
        _refuse_untold(text, end)
    if tokens and tokens[-1].key == ";":
        ran = "".join(parts)
        last = tokens.pop().start
        return tokens, f"{ran[:last]} {ran[last + 1 :]}"
    return tokens, "".join(parts)


def _check_letters(text: str, kind: str, part: str, start: int) -> None:
    """Refuses letters that an engine could read as others: by NFKC anywhere outside strings, by case in a word."""
    for place, char in enumerate(part, start):
        if char.isascii():
            continue
        if not unicodedata.is_normalized("NFKC", char):
            raise RefusedError(char, f"{char} outside a string: it can be read as another letter", text, place)
        if kind == "word":
            cases = char.upper() + char.lower() + char.casefold()
            if not (char.isalpha() or char.isdecimal()) or any(each.isascii() for each in cases):
                raise RefusedError(char, f"{char} in a name without backticks", text, place)
    if not unicodedata.is_normalized("NFKC", part):
        raise RefusedError(part, f"{part} outside a string: it can be read as other letters", text, start)


def _refuse_untold(text: str, start: int) -> NoReturn:
    """Refuses what is no token, and says what is wrong with it."""
    char = text[start]
    if char in "'\"":
        for found in re.finditer(r"\\.?|['\"]", text[start + 1 :], re.DOTALL):
            if found[0] == char:
                break
            if found[0][0] == "\\" and (len(found[0]) == 1 or found[0][1] not in "\\'\"bfnrt"):
                what = f"{found[0]} in a string is no escape that both engines know. For a backslash write two"
                raise RefusedError(found[0], what, text, start + 1 + found.start())
        raise RefusedError(char, "a string that does not end", text, start)
    if char == "`":
        raise RefusedError(char, "a name in backticks that does not end, is empty or has a backslash", text, start)
    if text.startswith("/*", start):
        raise RefusedError("/*", "a comment that does not end", text, start)
    name = char if char.isprintable() else f"the character U+{ord(char):04X}"
    raise RefusedError(char, f"{name} is not Cypher here", text, start)


# --- The grammar --------------------------------------------------------------------------------------

# The operators, by how close they bind; an arrow of a path binds closest.
_OPERATORS = {
    operator: level
    for level, operators in enumerate(
        ["OR", "XOR", "AND", "= <> < <= > >=", "=~ IN CONTAINS STARTS ENDS IS", "+ - ||", "* / %", "^"]
    )
    for operator in operators.split()
}
_LEVELS = 9
_UNARY = frozenset({"NOT", "+", "-"})
_END = _Token("end", "", "", 0)


class _Reader:
    """Reads tokens by the grammar of reading statements, left to right."""

    def __init__(self, asked: str, tokens: list[_Token]) -> None:
        self.asked = asked
        self.tokens = [*tokens, _END._replace(start=len(asked.rstrip())), _END]
        self.keys = [token.key for token in self.tokens]
        self.at = 0
        self.depth = 0  # brackets that are open
        self.height = 0  # of the highest value that was read beside this one
        self.subqueries = 0  # EXISTS and COUNT that are open
        self.xors = self.steps = 0
        self.clauses: dict[str, Callable[[], None]] = {
            "MATCH": self.match,
            "OPTIONAL": self.optional,
            "WITH": self.projection,
            "RETURN": self.projection,
            "UNWIND": self.unwind,
            "CALL": self.call,
        }

    # Moving on

    @property
    def key(self) -> str:
        return self.keys[self.at]

    @property
    def next_key(self) -> str:
        return self.keys[self.at + 1]

    def accept(self, *keys: str) -> bool:
        """Goes past a token if it is one of these."""
        if self.keys[self.at] in keys:
            self.at += 1
            return True
        return False

    def expect(self, *keys: str) -> None:
        if not self.accept(*keys):
            self.refuse(" or ".join(keys))

    def is_name(self, ahead: int = 0) -> bool:
        return self.tokens[self.at + ahead].kind in ("word", "name")

    def name(self) -> None:
        if not self.is_name():
            self.refuse("a name")
        self.at += 1

    def number(self) -> bool:
        """Goes past a number, if there is one."""
        found = self.tokens[self.at].kind == "number"
        self.at += found
        return found

    def refuse(self, expected: str = "") -> NoReturn:
        """Refuses the token that is next."""
        token = self.tokens[self.at]
        word, key = token.text, token.key
        if key == "IN" and self.next_key == "TRANSACTIONS":
            word, key = f"{word} {self.tokens[self.at + 1].text}", "IN TRANSACTIONS"
        if key in _WHY:
            what = _WHY[key].format(word)
        elif token.kind == "end":
            what = "the text ends too early"
        else:
            what = f"{word if len(word) <= 40 else word[:40] + '...'} cannot stand here"
        if expected and key not in _WHY:
            what += f": {expected} is expected"
        raise RefusedError(word, what, self.asked, token.start)

    def refuse_named(self, name: str, start: int, what: str) -> NoReturn:
        raise RefusedError(name, f"{name} {what}", self.asked, start)

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            token = self.tokens[self.at]
            self.refuse_named(token.text, token.start, f"stands more than {_DEEPEST} levels deep")

    def link(self, links: int) -> int:
        """Counts a link of a chain of clauses, steps or labels."""
        if links >= _LINKS:
            token = self.tokens[self.at]
            self.refuse_named(token.text, token.start, f"comes after {_LINKS} others in one chain")
        return links + 1

    def higher(self, height: int) -> int:
        """Checks how high a value is built."""
        if height > _HIGHEST:
            token = self.tokens[self.at - 1]
            self.refuse_named(token.text, token.start, f"is built on more than {_HIGHEST} levels")
        return height

    # Statements and clauses

    def statement(self) -> None:
        self.accept("EXPLAIN", "PROFILE")
        self.query()
        if self.tokens[self.at].kind != "end":
            self.refuse()

    def query(self) -> None:
        """Single queries with UNION between them."""
        self.deeper()
        self.single_query()
        links = 0
        while self.accept("UNION"):
            links = self.link(links)
            self.accept("ALL", "DISTINCT")
            self.single_query()
        self.depth -= 1

    def single_query(self) -> None:
        links = 0
        while clause := self.clauses.get(self.key):
            links = self.link(links)
            clause()
        if not links:
            self.refuse("a clause such as MATCH or RETURN")

    def match(self) -> None:
        self.at += 1
        self.pattern()
        while self.accept(","):
            self.pattern()
        self.where()

    def optional(self) -> None:
        self.at += 1
        if self.key != "MATCH":
            self.refuse("MATCH")
        self.match()

    def where(self) -> None:
        if self.accept("WHERE"):
            self.expression()

    def projection(self) -> None:
        """What follows WITH or RETURN."""
        self.at += 1
        self.accept("DISTINCT")
        if not self.accept("*"):
            self.item()
        while self.accept(","):
            self.item()
        if self.accept("ORDER"):
            self.expect("BY")
            self.sort_item()
            while self.accept(","):
                self.sort_item()
        if self.accept("SKIP"):
            self.expression()
        if self.accept("LIMIT"):
            self.expression()
        self.where()

    def item(self) -> None:
        self.expression()
        if self.accept("AS"):
            self.name()

    def sort_item(self) -> None:
        self.expression()
        self.accept("ASC", "ASCENDING", "DESC", "DESCENDING")

    def unwind(self) -> None:
        self.at += 1
        self.expression()
        self.expect("AS")
        self.name()

    def call(self) -> None:
        """A subquery, or one of the procedures that only read the schema."""
        self.at += 1
        if self.accept("("):
            if not self.accept("*") and self.is_name():
                self.name()
                while self.accept(","):
                    self.name()
            self.expect(")")
            self.block(self.query)
            return
        if self.key == "{":
            self.block(self.query)
            return
        self.procedure()

    def block(self, read: Callable[[], None]) -> None:
        self.expect("{")
        read()
        self.expect("}")

    def procedure(self) -> None:
        name, start = self.dotted()
        if name not in _PROCEDURES:
            self.refuse_named(name, start, f"is not among the procedures that are allowed: {_listed(_PROCEDURES)}")
        if self.accept("("):
            self.expect(")")
        if self.accept("YIELD"):
            if not self.accept("*"):
                self.yielded()
                while self.accept(","):
                    self.yielded()
            self.where()

    def yielded(self) -> None:
        self.name()
        if self.accept("AS"):
            self.name()

    def dotted(self) -> tuple[str, int]:
        """Goes past words with dots between them: the whole name, and where it starts."""
        start = self.tokens[self.at].start
        parts = [self.tokens[self.at].text]
        self.name()
        while self.key == "." and self.is_name(1):
            parts.append(self.tokens[self.at + 1].text)
            self.at += 2
        return ".".join(parts), start

    # Patterns

    def pattern(self) -> None:
        """A path of a MATCH: named or not, all or the shortest."""
        if self.is_name() and self.next_key == "=":
            self.at += 2
        if self.key in ("ALL", "ANY", "SHORTEST"):
            if self.accept("ALL", "ANY"):
                self.accept("SHORTEST")
            else:
                self.at += 1
            self.number()
            self.accept("PATH", "PATHS")
            self.accept("GROUP", "GROUPS")
        if self.accept("SHORTESTPATH", "ALLSHORTESTPATHS"):
            self.expect("(")
            self.path()
            self.expect(")")
        else:
            self.path()

    def path(self) -> None:
        links = 0
        self.group()
        while True:
            if self.key in ("<", "-"):
                self.arrow()
                self.quantifier()
            elif self.key != "(":
                return
            links = self.link(links)
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
            self.inside()
            self.expect(")")
        self.depth -= 1

    def inside(self) -> None:
        """What stands in the brackets of a node or relationship: name, labels, properties, condition."""
        if self.is_name() and not (self.key == "WHERE" and self.next_key not in (":", ")", "]", "{")):
            self.at += 1
        if self.accept(":"):
            self.labels()
        if self.key == "*":
            self.at += 1
            self.number()
            if self.accept(".."):
                self.number()
        if self.key == "{":
            self.map()
        self.where()

    def quantifier(self) -> None:
        if self.accept("+", "*"):
            return
        if self.accept("{"):
            self.number()
            if self.accept(","):
                self.number()
            self.expect("}")

    def arrow(self) -> None:
        """A relationship between two nodes, in any direction."""
        self.steps += 1
        if self.steps > _STEPS:
            token = self.tokens[self.at]
            self.refuse_named(token.text, token.start, f"comes after {_STEPS} other relationships")
        self.accept("<")
        self.expect("-")
        if self.accept("["):
            self.inside()
            self.expect("]")
        self.expect("-")
        self.accept(">")

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

    def labels(self, bars: bool = True) -> None:
        """A label expression; where `bars` is false a bar belongs to what is around it."""
        links = 0
        while True:
            while self.accept("!"):
                links = self.link(links)
            if self.key == "(":
                self.deeper()
                self.at += 1
                self.labels()
                self.expect(")")
                self.depth -= 1
            else:
                self.name()
            links = self.link(links)
            if self.accept(":", "&"):
                continue
            if not (bars and self.accept("|")):
                return
            self.accept(":")

    # Expressions

    def expression(self, bars: bool = True) -> None:
        """Values with operators between them; which binds closer matters for the height alone."""
        self.deeper()
        beside, self.height = self.height, 0
        runs, most = [0] * _LEVELS, [0] * _LEVELS

        def count(level: int) -> None:
            runs[level] += 1
            if runs[level] > most[level]:
                most[level] = self.higher(runs[level])
            runs[level + 1 :] = [0] * (_LEVELS - level - 1)

        while True:
            signs = 0
            while self.accept(*_UNARY):
                signs = self.higher(signs + 1)
            group = self.operand(bars, signs)
            while self.key == "IS":
                count(_OPERATORS["IS"])
                self.at += 1
                self.accept("NOT")
                self.expect("NULL")
                group = False
            if group and self.key in ("<", "-") and self.starts_arrow():
                count(_LEVELS - 1)
                self.arrow()
                if self.key != "(":
                    self.refuse("(")
            elif self.key in ("STARTS", "ENDS"):
                count(_OPERATORS[self.key])
                self.at += 1
                self.expect("WITH")
            elif self.key in _OPERATORS:
                if self.key == "XOR":
                    self.xors += 1
                    if self.xors > _XORS:
                        token = self.tokens[self.at]
                        self.refuse_named(token.text, token.start, f"comes after {_XORS} others")
                count(_OPERATORS[self.key])
                self.at += 1
            else:
                break
        self.height = max(beside, self.higher(self.height + sum(most) + 1))
        self.depth -= 1

    def expressions(self, closing: str) -> None:
        """What stands in the brackets of a list or call: values, a condition, what is made of each."""
        if self.key != closing:
            self.expression(bars=False)
            while self.accept(","):
                self.expression(bars=False)
            if self.accept("WHERE"):
                self.expression(bars=False)
            if self.accept("|"):
                self.expression(bars=False)
                if self.accept("|"):  # the first belonged to a label expression
                    self.expression(bars=False)
        self.expect(closing)

    def operand(self, bars: bool, signs: int) -> bool:
        """One value with what hangs on it; whether it is a bare pair of brackets, which can be a node."""
        token = self.tokens[self.at]
        beside, self.height = self.height, 0
        group = named = False
        if token.key == "(":
            self.brackets()
            group = True
        elif token.key == "[":
            self.at += 1
            self.expressions("]")
        elif token.key == "{":
            self.map()
        elif token.kind in _VALUES:
            self.at += 1
        elif token.kind in ("word", "name"):
            named = self.word(token)
        else:
            self.refuse("a value")
        links = self.hanging(bars, named)
        self.height = max(beside, self.higher(self.height + links + signs))
        return group and not links

    def brackets(self) -> None:
        """A value in brackets, or a node of a path that is asked for as a condition."""
        self.at += 1
        if self.accept(":"):
            self.labels()
        elif self.key not in (")", "{"):
            self.expression()
        if self.key == "{":
            self.map()
        self.where()
        self.expect(")")

    def word(self, token: _Token) -> bool:
        """A name, a call or a construction that begins with a word; whether it is a plain name."""
        if token.key == "CASE":
            self.case()
            return False
        if self.next_key == "{" and token.key in ("EXISTS", "COUNT", "COLLECT", "CALL"):
            if token.key not in ("EXISTS", "COUNT"):
                self.refuse()
            self.subqueries += 1
            if self.subqueries > _SUBQUERIES:
                self.refuse_named(token.text, token.start, f"stands in more than {_SUBQUERIES} others")
            self.at += 1
            self.block(self.subquery)
            self.subqueries -= 1
            return False
        after = self.at
        self.dotted()
        if self.key != "(":
            self.at = after + 1
            return True
        calls = self.tokens[after : self.at]
        name = "".join(part.text for part in calls)
        allowed = name.lower() in _DOTTED if len(calls) > 1 else token.key not in _NO_FUNCTIONS
        if not allowed or any(part.kind == "name" or not part.text.isascii() for part in calls):
            self.at = after
            if token.key in _WHY:
                self.refuse()
            self.refuse_named(name, token.start, "is not among the functions that are allowed")
        self.at += 1
        self.accept("DISTINCT")
        if self.key == "*" and self.next_key == ")":
            self.at += 2
        else:
            self.expressions(")")
        return False

    def subquery(self) -> None:
        """What stands in the braces of EXISTS or COUNT: a query, or a pattern with its condition."""
        if self.key != "(":
            self.query()
            return
        self.pattern()
        while self.accept(","):
            self.pattern()
        self.where()

    def hanging(self, bars: bool, named: bool) -> int:
        """Goes past properties, places in a list, labels and a map projection; how many there were."""
        links = 0
        while True:
            if self.key == ".":
                self.at += 1
                start = self.tokens[self.at].start
                self.name()
                if self.key == "(":
                    self.refuse_named(self.asked[start : self.tokens[self.at].start].strip(), start, "is no function")
            elif self.key == "[":
                self.at += 1
                self.place()
            elif self.key == ":":
                self.at += 1
                self.labels(bars)
            elif self.key == "{" and named and not links:
                self.map(projection=True)
            else:
                return links
            links = self.higher(links + 1)

    def place(self) -> None:
        """A place in a list, or a slice of it."""
        if self.key not in ("..", "]"):
            self.expression()
        if self.accept("..") and self.key != "]":
            self.expression()
        self.expect("]")

    def map(self, projection: bool = False) -> None:
        """Keys and values; a projection also has `.key`, `.*` and bare names."""
        self.expect("{")
        if not self.accept("}"):
            self.entry(projection)
            while self.accept(","):
                self.entry(projection)
            self.expect("}")

    def entry(self, projection: bool) -> None:
        if projection and self.accept("."):
            if not self.accept("*"):
                self.name()
            return
        self.name()
        if projection and self.key in (",", "}"):
            return
        self.expect(":")
        self.expression()

    def case(self) -> None:
        self.at += 1
        if self.key != "WHEN":
            self.expression()
        if self.key != "WHEN":
            self.refuse("WHEN")
        while self.accept("WHEN"):
            self.expression()
            self.expect("THEN")
            self.expression()
        if self.accept("ELSE"):
            self.expression()
        self.expect("END")


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
