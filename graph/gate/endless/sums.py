"""What a text costs in all: the turns of its loops, and the letters and items that its values are gone through.

A server looks at no clock inside of a value, and between rows only after many of them: what one loop may take is also
the limit of all that one row is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..brackets import closing
from ..errors import RefusedError
from ..rows import parts
from ..tokens import Token
from ..words import OPERATORS, PLAIN
from .weight import ORDINARY

TURNS = 10_000_000  # of all loops of a text
WORK = 200_000_000  # letters and items that long values are gone through in a text
_ROW_TURNS = 20_000  # the same for one row of an UNWIND: the server looks at its clock after a hundred of them
_ROW_WORK = 1_000_000
_COLLECTED = 5_000  # items of a list that was collected, as REDUCE goes through it
_COPIED = 500  # letters that are copied while one is looked at
_SENT = 10  # items that are gone through while one is sent
_SORTED = 1_000  # items of a list in a text that sorts: each is compared again and again, without a look at the clock
_SEARCHES = ("CONTAINS", "REPLACE", "SPLIT")  # a long text for a long one: each letter with each
_STEPS = {*OPERATORS, "ORDER"} - {*"- * / % ^ OR XOR AND".split()}
_OTHERS = frozenset("RETURN ANY ALL NONE SINGLE REDUCE EXISTS COUNT COLLECT".split())  # loops have turns of their own


@dataclass(slots=True)
class Sums:
    """The sums so far; `made` is the length of the longest value that a text makes."""

    asked: str
    made: int
    listed: int  # items of the longest list
    unwinds: Mapping[int, bool]  # by the first token of a clause: whether its rows come of an UNWIND
    unwound: bool = False  # the same of this clause
    returns: bool = False  # whether this is a RETURN: each value of it is sent
    turns: int = 0
    work: int = 0
    row_turns: int = 0
    row_work: int = 0

    def loop(self, token: Token, turns: int, work: int, sure: int) -> None:
        """Add a loop over the list at the token; `sure` are the turns that it takes by what the text tells."""
        self.turns += turns
        self.row_turns += sure * self.unwound
        if self.turns > TURNS:
            self._refuse(token, f"the loops up to it may take more than {TURNS:,} turns in all")
        if self.row_turns > _ROW_TURNS:
            self._refuse(token, f"the loops up to it take more than {_ROW_TURNS:,} turns in each row of an UNWIND")
        self._go(token, work, sure * self.made * (work > 0 and self.made > ORDINARY))

    def growth(self, token: Token, turns: int, sure: int, around: int) -> None:
        """Add a REDUCE whose value grows and is copied with each turn; the loops around it take `around` turns."""
        turns = sure if turns == sure else _COLLECTED
        self._go(token, around * turns**2 * ORDINARY // _COPIED, sure**2 * ORDINARY // _COPIED)

    def step(self, tokens: list[Token], at: int) -> None:
        """Add the call, operator or order at the token `at`."""
        token = tokens[at]
        if at in self.unwinds:
            self.unwound, self.returns = self.unwinds[at], token.key == "RETURN"
        named = self.returns and token.kind in ("word", "name") and token.key not in PLAIN
        called = token.kind == "word" and tokens[at + 1].key == "("
        if self.made <= ORDINARY or token.key in _OTHERS or not (named or called or token.key in _STEPS):
            return
        if token.key == "ORDER" and self.listed > _SORTED:
            self._refuse(token, f"the text makes a list of more than {_SORTED:,} items, and sorts")
        times = self._searched(tokens, at) if token.key in _SEARCHES else 1
        self._go(token, self.made * times + self.listed * _SENT * self.returns)

    def _searched(self, tokens: list[Token], at: int) -> int:
        """How long the text is that a long one is searched for."""
        first, last = at + 1, at + 2 + (tokens[at + 2].key in ("+", "||"))
        if tokens[at + 1].key == "(" and tokens[at].key != "CONTAINS":
            first, last = [*parts(tokens, at + 2, closing(tokens, at + 1)), (0, 0), (0, 0)][1]
        return len(tokens[first].text) if last - first == 1 and tokens[first].kind == "string" else self.made

    def _go(self, token: Token, work: int, of_row: int | None = None) -> None:
        self.work += work
        self.row_work += (work if of_row is None else of_row) * self.unwound
        if self.work > WORK:
            self._refuse(token, f"the text may go through more than {WORK:,} letters or items up to it")
        if self.row_work > _ROW_WORK:
            self._refuse(
                token, f"each row of an UNWIND may go through more than {_ROW_WORK:,} letters or items up to it"
            )

    def _refuse(self, token: Token, what: str) -> None:
        raise RefusedError(
            token.text, f"{token.text}: {what}. UNWIND a list, or make it shorter", self.asked, token.start
        )
