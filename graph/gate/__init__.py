"""The gate: a user's Cypher text is read whole before an engine sees it, and only what reads passes.

The text is cut into tokens (`tokens`) and read by a grammar of reading statements (`statements`, `expressions`,
`patterns`); what the grammar has no rule for is refused. That is decided by position, not by a search for
words: after a complete value, name or bracket only an operator or a reading clause can follow, so a writing
clause has nowhere to stand, while `n.set`, `:Delete`, `{create: 1}` and every string pass. The grammar is wider
than Cypher where that is harmless (an engine still says what it cannot run) and it never guesses: it reads left
to right, once, without going back.

What was checked is what runs: `UserQuery.text` is the text that was read, with comments and a last
semicolon blanked out, so that every position stays true.
"""

from __future__ import annotations

from dataclasses import InitVar, dataclass
from typing import final

from .errors import LimitError, QueryError, RefusedError
from .tokens import LONGEST, scan

__all__ = ["LONGEST", "LimitError", "QueryError", "RefusedError", "UserQuery", "admit"]

_KEY = object()


@final
@dataclass(frozen=True, slots=True)
class UserQuery:
    """A user's text that passed the gate; only `admit` makes one.

    `asked` is what the user wrote, `text` what runs: of the same length, without the comments. `neo4j_form` is the
    first form in it that only Neo4j is known to run, and where it begins; `misread` the first that the embedded engine
    takes and answers with nothing, or wrongly, in silence.
    """

    asked: str
    text: str
    plan: bool  # an EXPLAIN: rows are steps of a plan
    key: InitVar[object]
    neo4j_form: tuple[str, int] | None = None
    misread: tuple[str, int] | None = None

    def __post_init__(self, key: object) -> None:
        if key is not _KEY:
            raise TypeError("only graph.gate.admit makes a UserQuery")


def admit(text: str) -> UserQuery:
    """The text as a query that only reads. Raises RefusedError, which names the refused word and its place."""
    from .statements import Statements

    tokens, ran = scan(text)
    read = Statements(text, tokens)
    read.statement()
    return UserQuery(text, ran, bool(tokens) and tokens[0].key == "EXPLAIN", _KEY, read.neo4j_form, read.misread)
