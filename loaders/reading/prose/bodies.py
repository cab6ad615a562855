"""Of which body a sentence speaks: that of the vote, a parliament, a council, or another one than the one before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from ...languages.bodies import of_whole
from ...languages.countries import is_country
from ...languages.words import fold
from ..mentions import Names
from .nodes import BODY, FIGURE, NAME, PERSON, WORD, Node

_NEAR = 8  # nodes from "as for" to a body


def opens_with_body(nodes: Sequence[Node]) -> bool:
    """Whether a sentence opens with a body or a vote of its own: "In the parliamentary vote"."""
    words = takewhile(lambda node: node.what is WORD, nodes[1:])
    return bool(nodes) and nodes[0].has("in") and any(node.has("vote_noun", "body") for node in words)


def turns_to_body(nodes: Sequence[Node], regarding: Iterable[int]) -> bool:
    """Whether a sentence goes on to another body: "as for the seats of the district councils, X has 9"."""
    for at in regarding:
        words = takewhile(lambda node: node.what is not FIGURE and not node.has("gain"), nodes[at + 1 : at + _NEAR])
        if any(node.has("body", "vote_noun") for node in words):
            return True
    return False


def counts_in_whole(nodes: Sequence[Node]) -> bool:
    """Whether the seats of a sentence are said to be those of a parliament: "71 of the 150 seats in parliament"."""
    for at, node in enumerate(nodes):
        if "body" not in node.roles or not of_whole(node.text):
            continue
        before = at - 1
        while before > 0 and nodes[before].has("article") and not nodes[before].has("in"):
            before -= 1
        if before > 0 and nodes[before].has("in") and nodes[before - 1].unit == "seats":
            return True
    return False


def names_assembly(nodes: Sequence[Node], index: int) -> bool:
    """Whether a parliament stands behind the name of a place, which may be that of all who voted."""
    behind = [node for node in nodes[index + 1 : index + 3] if not node.has("suffix")][:1]
    return any(node.has("body") and of_whole(node.text) for node in behind)


def names_council(nodes: Sequence[Node], named: Iterable[int]) -> bool:
    """Whether one of the names stands before the noun of a council, which may be a place's: "on the X council"."""
    behind = (nodes[at + 1] for at in named if at and nodes[at - 1].has("article") and at + 1 < len(nodes))
    return any(node.has("body") and not node.has("never_lists") and node.text.islower() for node in behind)


def names_body_of(nodes: Sequence[Node], names: Names) -> bool:
    """Whether a sentence says of what a body is, and that is no country: "the X's parliament", "the Senate of X"."""
    for at, node in enumerate(nodes):
        if node.what is NAME and node.who is BODY and _body_of(node.text, names):
            return True
        if node.what is not WORD or not node.has("body"):
            continue
        owner = nodes[at - 2] if at > 1 and nodes[at - 1].has("suffix") else None
        if at + 1 < len(nodes) and nodes[at + 1].has("belongs"):
            step = at + 2
            while step < len(nodes) and nodes[step].has("article"):
                step += 1
            owner = nodes[step] if step < len(nodes) and not names.is_list(nodes[step].text) else None
        named = owner is not None and (owner.what is NAME or owner.capital)
        if owner is not None and named and owner.who is not PERSON and not is_country(owner.text):
            return True
    return False


def _body_of(text: str, names: Names) -> bool:
    """Whether a name is a body's with a name behind it that is no country's: "Parliament of X"."""
    words = text.split()
    for at in range(1, len(words) - 1):
        head, link = (names.language.terms.get((fold(word),)) for word in words[at - 1 : at + 1])
        if head is not None and "body" in head.roles and link is not None and "belongs" in link.roles:
            return not is_country(" ".join(words[at + 1 :]))
    return False
