"""Whose rival somebody is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...found import Found, Mechanism
from ..context import Context
from ..nodes import NAME, WORD, Node, is_holder
from ..phrases import phrases_behind
from .around import doubt_of_people

_FAR = 6  # nodes


def read_rivals(context: Context) -> Iterator[Found]:
    """Whose rival somebody is: "X is the main rival of Y", "X – the main rival of Y and Z – ..."."""
    for at in context.at["rival"]:
        who = _whose(context.nodes, at)
        if who is None:
            continue
        for part in phrases_behind(context, at + 1):
            yield context.claim(
                "rival_of",
                context.name(who),
                part.text,
                None,
                who,
                part.last,
                doubt=doubt_of_people(context),
                mechanism=Mechanism.OFFICE,
            )


def _whose(nodes: Sequence[Node], at: int) -> Node | None:
    """The name that the words before describe so; None where they say that it is no rival, or is none any longer."""
    for index in range(at - 1, max(at - _FAR, -1), -1):
        node = nodes[index]
        if node.what is NAME:
            return node if is_holder(node) else None
        plain = node.mark("–—-,،(") or (node.what is WORD and not node.roles)
        if not plain and (
            node.has("no_longer", "nobody", "denial", "numbering", "belongs", "suffix") or not _light(node)
        ):
            return None
    return None


def _light(node: Node) -> bool:
    return node.has("article", "filler", "rank_verb", "rank_first", "serves", "it", "who", "except")
