"""Offices told otherwise than by a title: a post that went to somebody, a body that somebody was elected to head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...found import Found, Mechanism
from ..context import Context
from ..nodes import LIST, NAME, PERSON, PLACE, Node
from .around import doubt_of_people, is_person, skip

_FAR = 6  # nodes


def read_chosen(context: Context, told: set[int]) -> Iterator[Found]:
    """Who was chosen for an office: "the post of speaker went to X", "X won the chair of the council".

    The offices told so go into `told`.
    """
    for at in context.where("post"):
        yield from _post(context, at, told)
    for at in context.where("led_by", "chair"):
        yield from _chair(context, at)


def _post(context: Context, at: int, told: set[int]) -> Iterator[Found]:
    """Who got the post at an index: "the post of speaker went to X", and not what it was offered for."""
    nodes = context.nodes
    last = at + 1
    while last < len(nodes) and (_names_place(nodes, last) or nodes[last].has("office", "body", "joins")):
        last += 1 + (last + 2 < len(nodes) and nodes[last + 1].has("to") and nodes[last + 2].has("office"))
    goes = any(node.has("goes") for node in nodes[: last + 1])
    first = skip(nodes, last, 1, "goes", "to", "filler", "honorific", "candidate")
    led = first > last and any(node.has("to", "goes") for node in nodes[last:first])
    offices = [index for index in range(at, last) if nodes[index].has("office")]
    if at and nodes[at - 1].has("with", "in") and offices:
        verb = next((i for i in range(at - 2, -1, -1) if nodes[i].has("gain") and not nodes[i].has("with")), None)
        who = skip(nodes, verb + 1, 1, "honorific", "candidate") if verb is not None else at
        if who < at and nodes[who].what is NAME:  # "حصل X من كتلة Y على منصب نائب الرئيس"
            told.update(offices)
            yield from _holds(context, nodes[who], at + 1, last - 1)
    elif goes and led and offices and first < len(nodes) and is_person(nodes[first]):
        told.update(offices)
        yield from _holds(context, nodes[first], at + 1, last - 1)


def _names_place(nodes: Sequence[Node], at: int) -> bool:
    """Whether a place stands here, or the name behind an office that is always one of a place: "the mayor of X"."""
    return nodes[at].who is PLACE or (nodes[at].what is NAME and nodes[at - 1].has("office_of_place"))


def _chair(context: Context, at: int) -> Iterator[Found]:
    """Who won the chair of a body: "فاز X برئاسة مجلس Y"; before a person the same word tells who leads a list."""
    nodes = context.nodes
    last = at
    while last + 1 < len(nodes) and (nodes[last + 1].has("body") or nodes[last + 1].who is PLACE):
        last += 1
    step = at - 1 - (at > 0 and nodes[at].has("chair") and nodes[at - 1].has("to"))
    while step >= 0 and (nodes[step].aside or nodes[step].mark(",،") or nodes[step].has("candidate", "belongs")):
        step -= 1
    while step > 0 and nodes[step].who is LIST and nodes[step - 1].has("candidate", "belongs"):
        step -= 2  # "X of Y"
    verb = skip(nodes, step - 1, -1, "honorific", "filler", "candidate")
    if verb > 0 and nodes[verb].who is LIST and nodes[verb - 1].has("candidate"):
        verb = skip(nodes, verb - 1, -1, "candidate", "honorific", "filler")  # "the candidate of Y, X, won"
    who = nodes[step] if step >= 0 else None
    if (
        last > at
        and verb >= 0
        and not context.says("agreed")
        and nodes[verb].has("gain", "serves")
        and at - verb <= 2 * _FAR
    ):
        yield from _holds(context, who, at, last)


def _holds(context: Context, who: Node | None, first: int, last: int) -> Iterator[Found]:
    nodes = context.nodes
    if who is None or not is_person(who) or " " not in who.text or context.names.is_list(who.text):
        return
    if who.who is not PERSON and who.doubt:
        return
    text = context.sentence.text[nodes[first].start : nodes[last].end]
    context.names.add_person(who.text)
    yield context.claim(
        "held_office", context.name(who), text.removeprefix("ب"), None, who, nodes[last],
        doubt=doubt_of_people(context) or who.doubt, mechanism=Mechanism.OFFICE,
    )  # fmt: skip
