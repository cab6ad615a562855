"""What stands around the words for people: the name before or behind, and whether it is a person or a list."""

from __future__ import annotations

from collections.abc import Sequence

from ..context import Context
from ..nodes import LIST, NAME, PERSON, UNKNOWN, WORD, Node
from ..owners import head_of

_FAR = 6  # nodes
_LONGEST = 5  # words of a person's name that begins with a small letter


def is_person(node: Node) -> bool:
    """Whether a name is a person's, or may be."""
    named = node.what is NAME and node.who in (PERSON, UNKNOWN)
    small = " " in node.text and node.text[0].islower() and node.text.isascii()
    return named and not (small and (_quoted(node) or len(node.text.split()) > _LONGEST))


def _quoted(node: Node) -> bool:
    """Whether words within quotation marks are no name: they begin with a small letter: "the rise of X"."""
    return node.text.split()[0] in ("the", "a", "an", "our", "no")


def may_be_list(node: Node) -> bool:
    """Whether a name is a list's, or may be."""
    return node.what is NAME and node.who in (LIST, UNKNOWN)


def skip(nodes: Sequence[Node], at: int, step: int, *roles: str) -> int:
    """The first index from here on that is none of these words."""
    while 0 <= at < len(nodes) and nodes[at].what is WORD and nodes[at].has(*roles):
        at += step
    return at


def name_before(nodes: Sequence[Node], at: int) -> Node | None:
    """The name that ends before an index, over articles and one comma."""
    at = skip(nodes, at - 1, -1, "joins", "who", "and", "filler")
    if at >= 0 and nodes[at].mark(",،–—("):
        at -= 1
    if at >= 0 and nodes[at].mark(")"):
        while at >= 0 and not nodes[at].mark("("):
            at -= 1
        at -= 1
    return nodes[at] if at >= 0 and nodes[at].what is NAME else None


def described(nodes: Sequence[Node], at: int) -> Node | None:
    """The person of whom several things are said in a row: "X, the former governor of Y and head of Z"."""
    for index in range(at - 1, max(at - _FAR - 2, -1), -1):
        node = nodes[index]
        if node.what is NAME:
            before = nodes[index - 1] if index else None
            if before is not None and before.has("office", "leader", "belongs"):
                continue
            return node if node.who in (PERSON, UNKNOWN) else None
        if node.what is not WORD or not node.has("office", "office_before", "no_longer", "and", "leader", "belongs"):
            return None
    return None


def subject_of(nodes: Sequence[Node], at: int) -> Node | None:
    """The name of which a verb speaks: the nearest before it, over what only describes it."""
    for index in range(at - 1, max(at - 2 * _FAR, -1), -1):
        node = nodes[index]
        if node.aside or node.mark(",()"):
            continue
        if node.what is NAME:
            head = head_of(nodes, index)
            return nodes[head] if head >= 0 else node
        if node.what is not WORD or node.has("and", "against"):
            return None
    return None


def name_behind(nodes: Sequence[Node], at: int, *roles: str) -> Node | None:
    """The name that follows, past titles and words of these roles."""
    at = skip(nodes, at, 1, "joins", "honorific", *roles)
    return nodes[at] if at < len(nodes) and nodes[at].what is NAME else None


def doubt_of_people(context: Context, *, beside: bool = False) -> str:
    """Why what a sentence says of people is doubted; empty where it is not.

    `beside`: it is said beside a name, where no verb is that might be denied: "X (Reds) did not vote".
    """
    if context.where("forecast", *(() if beside else ("denial",))) or context.scope.hedged:
        return "hedged or denied"
    return ""
