"""Ranks in a sentence: who came first, second or third, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..found import Found
from .context import Context
from .doubts import window
from .grounds import Ground, doubt_on
from .naming import may_be_verb
from .nodes import Node, What, Who
from .owners import Owner, head_of, is_holder

_BACK = 3  # words before a rank in which a verb may say that it is one


def read_rank(context: Context, at: int, forecast: bool) -> Iterator[Found]:
    """The claim of a rank at a node, or the rank that became none with the reason."""
    node = context.nodes[at]
    index = _ranked(context, at)
    if index is None:
        return
    holder = context.nodes[index]
    doubt = "a forecast" if forecast else ""
    around = window(context, at, Owner((index,), ""))
    if any(word.has("denial", "before") for word in around) or context.scope.other_year:
        doubt = doubt or "another time, or denied"
    if doubt:
        yield context.unread(node, doubt)
        return
    if may_be_verb(context.names, holder):
        return
    place = context.place_behind(max(at, index)) or context.place_of(at)
    told = any(word.has("rank_verb", "gain", "leads", "serves") for word in _between(context, at, index))
    silent = place.ground is Ground.WHOLE_SILENT and not told and abs(at - index) > 1
    yield context.claim(
        "ranked", context.name(holder), place.text, int(node.value), holder, node, place=place,
        doubt=doubt_on(Ground.RANK_UNTIED if silent else None),
    )  # fmt: skip


def _between(context: Context, at: int, index: int) -> Sequence[Node]:
    """The words from a name to its rank, and the rank itself."""
    first, last = min(at, index), max(at, index)
    return context.nodes[first : last + 1]


def _ranked(context: Context, at: int) -> int | None:
    """The name of a rank: before it without a comma or a figure between, else right behind it."""
    nodes = context.nodes
    follows = at + 1 < len(nodes) and is_holder(nodes[at + 1])
    precedes = at > 0 and is_holder(nodes[at - 1])
    if follows and (not precedes or (nodes[at + 1].who is Who.LIST and nodes[at - 1].who is not Who.LIST)):
        return at + 1
    index = at - 1
    verb = index >= 0 and any(node.has("rank_verb", "gain") for node in nodes[max(at - _BACK, 0) : at])
    verb = verb or (index >= 0 and nodes[index].has("to") and context.names.language.script == "arabic")
    while index >= 0 and not nodes[index].mark(";؛.:"):
        node = nodes[index]
        if node.aside or node.mark("()"):
            index -= 1
            continue
        if is_holder(node):
            return head_of(nodes, index)
        if verb and (node.what is What.FIGURE or node.mark(",،")):
            index -= 1
            continue
        if verb and node.has("and", "filler") and context.names.language.script == "arabic":
            index -= 1
            continue
        past = node.who is Who.PLACE and not verb
        if node.what in (What.FIGURE, What.MARK, What.RANK) or node.has("and", "against") or past:
            break
        index -= 1
    index = at + 1
    while index < len(nodes) and nodes[index].what is What.WORD and not nodes[index].has("and"):
        index += 1
    if index < len(nodes) and is_holder(nodes[index]) and index - at <= 5:
        return index
    if index < len(nodes) and nodes[index].mark(",،") and at > 0:
        before = next((i for i in range(at - 1, -1, -1) if is_holder(nodes[i]) and not nodes[i].aside), None)
        if before is not None and not any(nodes[i].what is What.RANK for i in range(before, at)):
            return before
    return None
