"""Enumerations of names: which names stand in one with another, behind it or before it."""

from __future__ import annotations

from collections.abc import Sequence

from .nodes import FIGURE, LIST, NAME, PLACE, RANK, UNKNOWN, Node, is_holder


def group_right(nodes: Sequence[Node], first: int) -> list[int]:
    """The names of an enumeration that begins with this one."""
    group, index = [first], first + 1
    while index + 1 < len(nodes):
        step = index
        if nodes[step].mark(",،"):
            step += 1
        if step < len(nodes) and nodes[step].has("and"):
            step += 1
        if step == index:
            break
        while step < len(nodes) and nodes[step].has("to", "joins"):
            step += 1
        if step >= len(nodes) or not is_holder(nodes[step]):
            break
        after = nodes[step + 1] if step + 1 < len(nodes) else None
        if after is not None and (after.what is FIGURE or after.mark("(") or after.has("gain", "with")):
            break
        group.append(step)
        index = step + 1
    return group


def group_left(nodes: Sequence[Node], last: int, *, each: bool = False) -> list[int]:
    """The names of an enumeration that ends with this one; `each`: it is told of each, so that a comma joins them."""
    group, index = [last], last - 1
    while index > 0:
        step = index
        while step >= 0 and nodes[step].has("joins", "list_noun", "to"):
            step -= 1
        if step >= 0 and ("and" in nodes[step].roles or nodes[step].mark(",،")):
            joined = "and" in nodes[step].roles or len(group) > 1 or each
            step -= 1
            if step >= 0 and nodes[step].mark(",،"):
                step -= 1
            if joined and step >= 0 and is_holder(nodes[step]) and not nodes[step].aside:
                group.insert(0, step)
                index = step - 1
                continue
        break
    return group


def of_figure_before(nodes: Sequence[Node], group: Sequence[int]) -> bool:
    """Whether names are the places of the figure before them: "two in each of A, B and C and one in D"."""
    if any(nodes[at].who is not UNKNOWN for at in group):
        return False
    at = group[0]
    while at > 1 and (nodes[at - 1].mark(",،") or nodes[at - 1].has("and")):
        before = at - 2 - (nodes[at - 1].has("and") and nodes[at - 2].mark(",،"))
        if before < 0 or nodes[before].what is not NAME or nodes[before].who not in (PLACE, UNKNOWN):
            return False
        at = before
    at -= 1
    while at > 0 and nodes[at].has("each", "belongs") and "in" not in nodes[at].roles:
        at -= 1
    at -= nodes[at - 1].has("each") if at > 0 else 0  # "two each in A and B"
    led = at >= 0 and any("in" in node.roles for node in nodes[at : at + 2])
    return led and at > 0 and nodes[at - 1].what is FIGURE


def told_each(nodes: Sequence[Node], at: int) -> int | None:
    """The first of several names that are told behind "each": "one seat each, and they are: X, Y and Z"."""
    if at >= len(nodes) or not nodes[at].has("each"):
        return None
    step, told = at + 1, False
    while step < len(nodes) and (nodes[step].mark(",،:") or nodes[step].has("and", "it", "who", "list_noun", "each")):
        told = told or nodes[step].mark(":") or nodes[step].has("it", "who")
        step += 1
    several = told and step < len(nodes) and is_holder(nodes[step]) and len(group_right(nodes, step)) > 1
    return step if several else None


def heads_group(nodes: Sequence[Node], at: int) -> bool:
    """Whether a group is one of which somebody comes first: "topped the list of parties"."""
    before = nodes[at - 1]
    listed = (
        "list_noun" in before.term.roles
        and before.who is not LIST
        and any(node.what is RANK for node in nodes[max(at - 3, 0) : at])
    )
    return before.what is RANK or listed


def each_near(nodes: Sequence[Node], at: int, last: int) -> bool:
    """Whether a word for "each" stands between a figure and a name, or right beside them."""
    return any(node.has("each") for node in nodes[max(at - 1, 0) : min(last + 3, len(nodes))])
