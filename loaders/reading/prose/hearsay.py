"""Whether a sentence tells what is so: it may ask, suppose, quote somebody, or speak of somebody beside the name."""

from __future__ import annotations

import re

from ...languages.words import fold
from .context import Context
from .nodes import LIST, PERSON, WORD, Node, is_holder

AT_AN_HOUR = "as it stood at an hour, and not at the end"
_QUOTED = 5  # words; what is quoted at more length is what somebody says, and no name in quotation marks
_MARKS, _PAIRS = re.compile(r'["“”„«»]'), {'"': '"', "“": "”", "„": "“", "«": "»"}
_CLOSES = re.compile(r"(?>(?:[^\s“”\"«»]+\s+){5,})[^\s“”\"«»]+[,،.!?؟…][”\"»]")  # a quotation that began before
_BEFORE_NAME = frozenset({"article", "honorific"})
_SPEAKER = 6  # nodes before a word of saying in which its speaker may stand


def another_vote(context: Context) -> str:
    """Whether a sentence speaks of another kind of vote than the one that the document is read for."""
    vote = context.names.vote
    if vote is None or not context.says("other_vote", "one_vote"):
        return ""
    own = set(map(fold, vote.name.replace(",", " ").split()))
    for at, node in enumerate(context.nodes):
        after = context.nodes[at + 1] if at + 1 < len(context.nodes) else None
        kind = node.has("other_vote") and after is not None and after.has("vote_noun")
        if (kind or node.has("one_vote")) and not {fold(word) for word in node.text.split()} & own:
            return "another kind of vote"
    return ""


def asks(text: str) -> bool:
    """Whether a sentence is a question."""
    return text.rstrip("\"'”’») ").endswith(("?", "؟"))


def quotations(text: str) -> list[tuple[int, int]]:
    """Where what is quoted at some length begins and ends, so that the sentences within are known as such.

    >>> quotations('He said: "We have won. They have lost by a mile."')
    [(9, 49)]
    """
    found: list[tuple[int, int]] = []
    begin, closing = 0, ""
    for mark in _MARKS.finditer(text):
        if not closing:
            begin, closing = mark.start(), _PAIRS.get(mark[0], "")
        elif mark[0] == closing:
            if len(text[begin : mark.end()].split()) > _QUOTED:
                found.append((begin, mark.end()))
            closing = ""
    return found


def doubt_of_sentence(context: Context, *, of_lists: bool = True) -> str:
    """Why nothing that a sentence says of results counts; empty where it may. `of_lists`: they are those of lists."""
    if "conditional" in context.roles:
        return "it supposes, and does not tell"
    if context.scope.other_year:
        return "another year"
    if context.at["hour"]:
        return AT_AN_HOUR
    if doubt := another_vote(context):
        return doubt
    if of_lists and _said_by_holder(context):
        return "it tells what somebody claims"
    if context.sentence.quoted or _quotes(context.sentence.text):
        return "it quotes somebody"
    return ""


def _said_by_holder(context: Context) -> bool:
    """Whether a list, a person or their people say it: "X said it came first", "..., its leader said"."""
    nodes = context.nodes
    for at in context.at["saying"]:
        node = nodes[at]
        if node.has("to"):
            continue
        speaker = next((n for n in reversed(nodes[max(at - _SPEAKER, 0) : at]) if n.what is not WORD), None)
        if speaker is not None and speaker.who in (LIST, PERSON) and at and nodes[at - 1] is speaker:
            return True
        head, of = (*nodes[at + 1 : at + 3], None, None)[:2]
        if head is not None and of is not None and head.has("heads_lists", "spokesman") and _is_of_list(of):
            return True  # "said the head of the list"
        own = [n for n in nodes[max(at - _SPEAKER, 0) : at] if n.has("whose", "its")]
        if own and at and nodes[at - 1].has("spokesman", "leader", "office"):
            return True
    return False


def _is_of_list(node: Node) -> bool:
    """Whether a node is the name of a list, or a noun of one."""
    return node.who is LIST or "list_noun" in node.term.roles


def _quotes(text: str) -> bool:
    if _MARKS.search(text) is None:
        return False
    if _CLOSES.match(text):
        return True
    for opening, close in (("“", "”"), ('"', '"'), ("«", "»")):
        start = text.find(opening)
        while start >= 0:
            end = text.find(close, start + 1)
            quoted = text[start + 1 : end if end > 0 else len(text)]
            if len(quoted.split()) > _QUOTED:
                return True
            start = text.find(opening, end + 1) if end > 0 else -1
    return False


def not_own(context: Context, index: int) -> str:
    """Why what is said is not of the name at an index, but of somebody beside it: "allies of X", "X's rival"."""
    nodes = context.nodes
    after = nodes[index + 1] if index + 1 < len(nodes) else None
    if after is not None and "suffix" in after.roles:
        return "it is of somebody beside the name"
    before = index - 1
    while before >= 0 and (not nodes[before].roles.isdisjoint(_BEFORE_NAME) or _described(nodes[before])):
        before -= 1
    if before < 0:
        return ""
    if nodes[before].has("or"):
        return "one of two names, and which is not said"
    if nodes[before].has("nobody", "but"):
        return "it is said to be of nobody, or of none but this"
    beside = "beside_name" in nodes[before].roles and context.names.language.script == "arabic"
    if beside or "rival" in nodes[before].roles:
        return "it is of somebody beside the name"
    if nodes[before].has("belongs", "from_place", "purpose") and before and "beside_name" in nodes[before - 1].roles:
        return "it is of somebody beside the name"
    of = before
    while of > 0 and nodes[of].has("office", "office_before", "article"):
        of -= 1
    if "belongs" in nodes[of].roles and of and "list_noun" in nodes[of - 1].roles and nodes[index].who is not LIST:
        return "it is of somebody beside the name"  # "the party of former president X"
    if "belongs" in nodes[before].roles and before and nodes[before - 1].what is WORD and not nodes[before - 1].roles:
        return "it is of somebody beside the name"  # "a rally of X"
    return ""


def _described(node: Node) -> bool:
    """Whether a word before a name only describes it: "the tribal X"."""
    return node.what is WORD and not node.roles and node.text.islower()


def of_two(context: Context, index: int, at: int) -> str:
    """Why one rank is not of the name alone: another is joined to it by "and"."""
    nodes = context.nodes
    if index > at:
        return ""
    before = index - 1
    while before >= 0 and nodes[before].has("article", "honorific", "list_noun"):
        before -= 1
    if before > 0 and nodes[before].has("and") and is_holder(nodes[before - 1]) and not nodes[before - 1].aside:
        return "two names, one rank"
    return ""
