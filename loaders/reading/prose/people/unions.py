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
    subject_of,
)

_TYING = ("unites", "belongs", "on_which", "joined", "joined_by")


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
        elif "joined_by" in node.roles:
            yield from _joined_by(context, at)
        elif "joined" in node.roles:
            yield from _joins(context, at)


def _joined_by(context: Context, at: int) -> Iterator[Found]:
    """Who joined an alliance that is named before: "X, which was joined by A and B"."""
    nodes = context.nodes
    first, whole = skip(nodes, at + 1, 1, "each", "joins", "filler"), _before(nodes, at)
    if first < len(nodes) and is_holder(nodes[first]) and whole is not None and whole.who is LIST:
        yield from _joined(context, whole, group_right(nodes, first))


def _joins(context: Context, at: int) -> Iterator[Found]:
    """Which alliance a list joined: "A joined X", "A left Y and joined X"; where the verb comes first, "joined A X"."""
    nodes = context.nodes
    if nodes[at].has("unites"):
        yield from _joined_by(context, at)
        return
    first = skip(nodes, at + 1, 1, "each", "joins", "filler")
    member = _before(nodes, at)
    if context.names.language.script == "arabic" and first == at + 1 and first < len(nodes) and is_holder(nodes[first]):
        to = skip(nodes, first + 1, 1, "filler", "in", "to")
        member, first = nodes[first], to if to > first + 1 else len(nodes)
    if member is not None and member.who is LIST and first < len(nodes) and nodes[first].who is LIST:
        yield from _joined(context, nodes[first], [nodes.index(member)])


def _before(nodes: Sequence[Node], at: int) -> Node | None:
    """Who joins, named before the verb: not what they left before they did."""
    left = next((index for index in range(at - 1, -1, -1) if nodes[index].has("leaves")), None)
    if left is None:
        return name_before(nodes, at) or next(
            (n for n in reversed(nodes[:at]) if n.who is LIST and n.what is NAME), None
        )
    behind = [node for node in nodes[left + 1 : at] if node.what is NAME]
    return behind[0] if len(behind) > 1 else subject_of(nodes, left)


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
