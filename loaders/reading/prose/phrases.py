"""Who is meant by a row of names and descriptions: "X, the young activists and others"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .context import Context
from .nodes import FIGURE, MARK, NAME, RANK, WORD, YEAR, Node, is_holder


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name, or words that describe people whom they do not name; `first` and `last` are its nodes."""

    text: str
    first: Node
    last: Node
    named: bool


def describes(text: str) -> bool:
    """Whether words that are written in small letters describe people, and name nobody: "the young activists"."""
    words = text.split()
    return bool(words) and words[-1][0].islower() and words[0].rpartition("-")[2][:1].islower()


def phrases_behind(context: Context, at: int) -> list[Phrase]:
    """The names and descriptions of an enumeration that begins at an index; it ends where its "and" is past."""
    nodes = context.nodes
    found: list[Phrase] = []
    closing = False
    while at < len(nodes):
        end = at
        while end < len(nodes) and not _ends(nodes, end, at):
            end += 1
        part = _phrase(context, nodes[at:end])
        if part is None:
            break
        if closing and not part.named and not _joined(nodes, at):
            break
        found.append(part)
        if end >= len(nodes) or not (nodes[end].mark(",،") or nodes[end].has("and")):
            break
        closing = closing or nodes[end].has("and")
        at = end + 1
        if at < len(nodes) and nodes[at].has("and"):
            closing, at = True, at + 1
    return [part for part in found if part.text]


def _joined(nodes: Sequence[Node], at: int) -> bool:
    return at > 0 and nodes[at - 1].has("and")


def _ends(nodes: Sequence[Node], at: int, first: int) -> bool:
    node = nodes[at]
    if node.what in (MARK, FIGURE, RANK, YEAR) or node.has("and", "against"):
        return True
    return at > first and (node.has("who", "rank_verb", "gain", "in") or (is_holder(node) and is_holder(nodes[at - 1])))


def _phrase(context: Context, part: Sequence[Node]) -> Phrase | None:
    """The name in a part of an enumeration, or its words where they only describe; an empty one for "others"."""
    if part and is_holder(part[0]) and context.names.language.script == "arabic":
        return Phrase(context.name(part[0]), part[0], part[0], True)  # its verb follows without a mark
    words = [node for node in part if node.what is WORD]
    names = [node for node in part if node.what is NAME]
    if not part or part[0].has("serves", "gain", "rank_verb", "leads", "elected", "who"):
        return None
    if names and part[-1] is names[-1] and is_holder(names[-1]):
        before = [node for node in part[:-1] if not node.has("article", "honorific", "office", "leader", "joins")]
        plain = all(node.what is WORD and not node.roles for node in before)
        if plain or names[-1].text.split()[-1:][0][0].isupper():
            node = names[-1]
            return Phrase(context.name(node), node, node, True) if plain else None
        return None
    lead = next((at for at, node in enumerate(part) if not node.has("article", "honorific", "joins")), 0)
    if is_holder(part[lead]) and lead + 1 < len(part) and part[lead + 1].has("purpose", "belongs", "in", "to"):
        return Phrase(context.name(part[lead]), part[lead], part[lead], True)  # "the Greens for rural votes"
    nobody = not names and all(node.has("except", "filler", "group") for node in words)
    if nobody or part[-1].has("group", "nobody"):
        return Phrase("", part[0], part[-1], False)
    text = context.sentence.text[part[0].start : part[-1].end].strip(" ,،")
    described = part[-1].what is WORD and text[-1:].islower() and not part[-1].has("gain", "rank_verb")
    return Phrase(text, part[0], part[-1], False) if described and not any(map(is_holder, names[:-1])) else None
