"""The brackets of a text: which closes which."""

from __future__ import annotations

from collections.abc import Sequence

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
