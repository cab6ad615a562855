"""Alliances in a sentence: what a list is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...found import Found
from ..context import Context
from ..enumerations import group_right
from ..hearsay import not_own
from ..nodes import LIST, NAME, Node, is_holder
from ..phrases import phrases_behind
from .around import (
    doubt_of_people,
    name_before,
    skip,
)

_TYING = ("unites", "belongs", "on_which", "joined")


def read_unions(context: Context) -> Iterator[Found]:
    """What an alliance is made of: "X, which brought together A, B and C", "A joined X"."""
    nodes = context.nodes
    for at in context.where(*_TYING):
        node = nodes[at]
        if "unites" in node.roles and not (at and nodes[at - 1].has("article")):  # "a united Westland" unites nobody
            whole = name_before(nodes, at)
            first = skip(nodes, at + 1, 1, "joins", "filler", "except")
            if node.has("brings_together"):
                yield from _brought_together(context, whole, at)
                continue
            if whole is None or first >= len(nodes) or not is_holder(nodes[first]):
                continue
            if whole.who is LIST or (is_holder(whole) and context.names.known(whole.text)):  # a list, or a bloc
                yield from _joined(context, whole, group_right(nodes, first))
        elif "belongs" in node.roles and at and nodes[at - 1].who is LIST and nodes[at - 1].what is NAME:
            first = skip(nodes, at + 1, 1, "joins")
            parts = group_right(nodes, first) if first < len(nodes) and nodes[first].who is LIST else []
            if len(parts) > 1 and all(nodes[part].who is LIST for part in parts):  # "the list of A and B"
                yield from _joined(context, nodes[at - 1], parts)
        elif "on_which" in node.roles:
            first = skip(nodes, at + 1, 1, "joins")
            whole = name_before(nodes, at)
            if first < len(nodes) and nodes[first].who is LIST and whole is not None and whole.who is LIST:
                yield from _joined(context, whole, [first])
        elif "joined" in node.roles:
            first = skip(nodes, at + 1, 1, "each", "joins", "filler")
            if first < len(nodes) and is_holder(nodes[first]):
                whole = name_before(nodes, at)
                if whole is None:
                    whole = next((n for n in reversed(nodes[:at]) if n.who is LIST and n.what is NAME), None)
                if whole is None or whole.who is not LIST:
                    continue
                if node.has("unites") or context.names.language.script == "arabic":
                    yield from _joined(context, whole, group_right(nodes, first))
                elif nodes[first].who is LIST:
                    yield from _joined(context, nodes[first], [nodes.index(whole)])


def _brought_together(context: Context, whole: Node | None, at: int) -> Iterator[Found]:
    """What an alliance brought together, named or only described: "X brought together Y and small parties"."""
    if whole is None or whole.who is not LIST or not_own(context, context.nodes.index(whole)):
        return
    doubt = doubt_of_people(context)
    for part in phrases_behind(context, at + 1):
        yield context.claim("member_of", part.text, context.name(whole), None, whole, part.last, doubt=doubt)
    context.names.ranked = context.name(whole)


def _joined(context: Context, whole: Node, members: Sequence[int]) -> Iterator[Found]:
    doubt = doubt_of_people(context)
    for index in members:
        part = context.nodes[index]
        yield context.claim("member_of", context.name(part), context.name(whole), None, whole, part, doubt=doubt)
