"""Codes of constituencies: a word, a dash and a number, which are no name and its score."""

from __future__ import annotations

from collections.abc import Sequence

from ....languages.words import fold
from ...mentions import Names, acronym
from ..nodes import NUMBER, Node

_LONGEST_CODE = 3  # digits


def code_at(tokens: Sequence[Node], at: int, after: int, names: Names) -> int | None:
    """Where the code of a constituency ends that has the last word before a token: "GBLA-12", "Hunza Nagar-3"."""
    if after + 1 >= len(tokens) or tokens[after].text != "-" or tokens[after + 1].sort is not NUMBER:
        return None
    glued = tokens[after].start == tokens[after - 1].end and tokens[after + 1].start == tokens[after].end
    word = " ".join(token.text for token in tokens[at:after])
    known = names.is_list(word) or (acronym(word) and fold(word) in names.alone)
    known = known or any(token.has("list_noun", "party_word") for token in tokens[at:after])
    if not glued or known or len(tokens[after + 1].text) > _LONGEST_CODE:
        return None
    return None if _scores(tokens, after) else after + 2


def _scores(tokens: Sequence[Node], dash: int) -> bool:
    """Whether a dash parts a name and its figure, as those of the names beside it: "A-25, B-33, C-2"."""
    scored = [at for at in range(dash - 8, dash + 9, 4) if _is_score(tokens, at)]
    run = [at for at in scored if all(step in scored for step in range(min(at, dash), max(at, dash), 4))]
    return len(run) > 2 and len({fold(tokens[at - 1].text) for at in run}) == len(run)


def _is_score(tokens: Sequence[Node], dash: int) -> bool:
    if not 0 < dash < len(tokens) - 1 or tokens[dash].text != "-" or tokens[dash + 1].sort is not NUMBER:
        return False
    return tokens[dash].end == tokens[dash + 1].start
