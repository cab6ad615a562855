"""The brackets of a text: which closes which."""

from __future__ import annotations

from collections.abc import Sequence

from .tokens import Token

OPENS, CLOSES = ("(", "[", "{"), (")", "]", "}")


def opposite_brackets(keys: Sequence[str]) -> dict[int, int]:
    """Where each bracket closes or opens, by its place; one that never closes does at the last key."""
    found: dict[int, int] = {}
    standing: list[int] = []
    for at, key in enumerate(keys):
        if key in OPENS:
            standing.append(at)
        elif key in CLOSES:
            found[at] = standing.pop() if standing else 0
            found[found[at]] = at
    return found | dict.fromkeys(standing, len(keys) - 1)


def closing(tokens: Sequence[Token], at: int) -> int:
    """Where the bracket closes that opens with the token `at`; the end of the tokens where it does not."""
    depth = 0
    for end in range(at, len(tokens)):
        depth += (tokens[end].key in OPENS) - (tokens[end].key in CLOSES)
        if not depth:
            return end
    return len(tokens) - 1


def skip(tokens: Sequence[Token], at: int, until: Sequence[str]) -> int:
    """Where one of these stands next outside of brackets, or what is around closes."""
    depth = 0
    while tokens[at].kind != "end" and not (depth == 0 and tokens[at].key in (*until, *CLOSES)):
        depth += (tokens[at].key in OPENS) - (tokens[at].key in CLOSES)
        at += 1
    return at
