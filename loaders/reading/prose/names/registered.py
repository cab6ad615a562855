"""Names that the registry has, where they begin in a sentence: they may hold "and", "of" or a comma."""

from __future__ import annotations

from collections.abc import Sequence

from graph.spelling import words

from ...mentions import Names
from ..nodes import WORD, Node
from .written import shown

_FIRST_WORDS = 4  # tokens in which the first two words of a name stand
_MARKS_INSIDE = 4  # tokens of a name that are no words of it: commas, what an apostrophe ties


def registered_name(tokens: Sequence[Node], at: int, names: Names) -> int | None:
    """Where the longest name of two words or more that the registry has and that begins here ends."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.sort is not WORD or (names.language.script != "arabic" and not token.capital):
        return None
    by_second = names.names_from(token.text)  # "The Change Movement" is named without its article
    if not by_second:
        return None
    said = words(shown(tokens[at : at + _FIRST_WORDS]))
    for known in by_second.get(said[1], ()) if len(said) > 1 else ():
        for after in range(at + 2, min(at + len(known) + _MARKS_INSIDE, len(tokens)) + 1):
            if tokens[after - 1].sort is WORD and tuple(words(shown(tokens[at:after]))) == known:
                return after
    return None
