"""Where the engines differ in what is made of values: a list, a duration, what a function is given."""

from __future__ import annotations

from .brackets import CLOSES, OPENS, opposite_brackets
from .patterns import Patterns
from .rows import AGGREGATES
from .tokens import Token
from .words import OPERATORS

COMPARES = frozenset(operator for operator, level in OPERATORS.items() if level in (3, 4))
VALUES = ("string", "number", "parameter")
# A word after which a bracket is a value of its own, and no call or index of the word.
BEFORE_VALUES = frozenset(
    "RETURN WITH DISTINCT UNWIND WHERE AND OR XOR NOT IN IS CASE WHEN THEN ELSE BY SKIP OFFSET LIMIT CONTAINS".split()
)
_OF_TWO = frozenset({"PERCENTILECONT", "PERCENTILEDISC"})
LIST, DURATION = "list", "duration"
_MAKES = {  # by the first word of the function
    **dict.fromkeys("LABELS KEYS NODES RELATIONSHIPS COLLECT SPLIT RANGE TAIL".split(), LIST),
    DURATION.upper(): DURATION,
}


class Differences(Patterns):
    """Keeps in mind what the embedded engine does not run, or would answer wrongly."""

    def __init__(self, asked: str, tokens: list[Token]) -> None:
        super().__init__(asked, tokens)
        self.opposite = opposite_brackets(self.keys)
        self.held: dict[str, str] = {}  # names of values that are a list or a duration

    def operator(self, comparisons: int) -> None:
        """Keep in mind where the engines differ at the operator that is next."""
        before, after = self.tokens[self.at - 1], self.tokens[self.at + 1]
        if self.key in COMPARES and comparisons > 1:
            self.only_neo4j("a comparison behind a comparison (1 < x < 3)", behind=0)
        if self.key not in ("||", "/", "*"):
            return
        sides = (self.made_before(self.at), self.made_from(self.at + 1))
        if self.key == "||" and LIST in sides:
            self.not_embedded("the embedded engine joins texts alone by ||: join lists by +", self.at)
        if self.key == "/" and sides[0] == DURATION:
            self.not_embedded("the embedded engine divides no duration: divide its days or seconds", self.at)
        if self.key == "*" and DURATION in sides and any("." in each.text for each in (before, after)):
            what = "the embedded engine multiplies a duration by whole numbers alone: multiply its days or seconds"
            self.not_embedded(what, self.at)

    def made_before(self, at: int) -> str:
        """What the value is that ends before the token `at`: a list, a duration, or empty where that is not told."""
        return self.made(self.start_of(at - 1), at)

    def made_from(self, at: int) -> str:
        """What the value is that begins with the token `at`; empty where that is not told."""
        end = at
        if self.keys[at] in OPENS or self.keys[at + 1] == "(":
            end = self.opposite[at + (self.keys[at] not in OPENS)]
        return "" if self.keys[end + 1 : end + 2] in (["."], ["["]) else self.made(at, end + 1)

    def made(self, start: int, end: int) -> str:
        """What the value is of the tokens from `start` to before `end`; empty where that is not told."""
        while end - start > 2 and self.keys[start] == "(" and self.opposite.get(end - 1) == start:
            start, end = start + 1, end - 1
        if end - start == 1:
            return self.held.get(self.tokens[start].name, "")
        if end <= start or self.keys[end - 1] not in CLOSES:
            return ""
        opening = self.opposite[end - 1]
        if self.keys[end - 1] == "]":
            return LIST if opening == start else ""
        return _MAKES.get(self.keys[start], "") if self.dots_before(opening - 1) == start else ""

    def start_of(self, at: int) -> int:
        """Where the value begins that ends with the token `at`: its brackets, and the words and dots before them."""
        while self.keys[at] in CLOSES:
            at = self.opposite[at]
            before = self.tokens[at - 1]
            if self.keys[at] == "[" and (before.kind in VALUES or before.key in CLOSES):
                at -= 1
            elif before.kind in ("word", "name") and before.key not in BEFORE_VALUES and at:
                at -= 1
                break
            else:
                return at
        return self.dots_before(at)

    def dots_before(self, at: int) -> int:
        """Where the words with dots between them begin that end with the token `at`."""
        while at > 1 and self.keys[at - 1] == ".":
            at -= 2
        return at

    def given(self, name: str, start: int) -> None:
        """Keep in mind where the engines differ in what the function `name` is given, from the token `start`."""
        commas, depth = [], 0
        for at in range(start, self.at - 1):
            depth += (self.keys[at] in ("{", "[", "(", "CASE")) - (self.keys[at] in ("}", "]", ")", "END"))
            if depth == 0 and self.keys[at] == ",":
                commas.append(at)
        called = name.upper()
        if commas and called in ("BTRIM", "LTRIM", "RTRIM"):
            self.only_neo4j(f"{name}() with letters to take away", behind=self.at - start)
        if commas and called in AGGREGATES - _OF_TWO:
            self.not_embedded(f"{name}() takes one value, and the embedded engine leaves out the others", commas[0])
        if called == "SPLIT" and commas and self.keys[commas[0] + 1] == "[":
            self.not_embedded("the embedded engine splits by one text and not by a list of them", commas[0] + 1)
        if called == "ROUND" and len(commas) > 1:
            self.not_embedded("the embedded engine rounds half up, and by no other mode", commas[1] + 1)
