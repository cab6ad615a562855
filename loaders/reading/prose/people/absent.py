"""Who stayed away from the vote, and who was barred from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...found import Claim, Found, Origin
from ..context import Context
from ..enumerations import group_left, group_right
from ..hearsay import another_vote, doubt_of_sentence, not_own
from ..nodes import NAME, PERSON, PLACE, UNKNOWN, WORD, Node, is_holder
from ..owners import head_of
from ..phrases import phrases_behind
from ..telling import Place
from ..times import another_year
from .around import doubt_of_people, name_before, skip

_BEFORE_NAME = ("article", "honorific", "leader", "office", "office_before", "suffix")
_NEAR = 5  # nodes behind the verb in which its vote may stand


def read_absent(context: Context) -> Iterator[Found]:
    """Who boycotted the vote, and who was barred from it."""
    nodes = context.nodes
    for at in context.where("boycotted", "barred"):
        node = nodes[at]
        by = at + 1 < len(nodes) and nodes[at + 1].has("by")
        if node.has("boycott_of"):
            yield from _boycott_of(context, at + 1)
        elif by and node.has("boycotted") and any(other.has("vote_noun") for other in nodes[max(at - _NEAR, 0) : at]):
            yield from _boycott_of(context, at + 2)  # "the vote was boycotted by X"
        else:
            yield from _absent(context, at)


def _absent(context: Context, at: int) -> Iterator[Found]:
    nodes, node = context.nodes, context.nodes[at]
    near = nodes[at + 1 : at + _NEAR]
    vote = next((index for index in range(at + 1, min(at + _NEAR, len(nodes))) if nodes[index].has("vote_noun")), None)
    if vote is None and node.has("boycotted_it"):
        vote = next((index for index in range(at - 1, -1, -1) if nodes[index].has("vote_noun")), None)
    predicate = "boycotted" if node.has("boycotted") else "barred"
    if predicate == "boycotted" and vote is None:
        return
    who = _subject(nodes, at)
    if who is None and at + 2 < len(nodes) and nodes[at + 1].has("supporters"):
        who = nodes[at + 2]  # the verb comes first
    if (who is None or not is_holder(who)) and at + 1 < len(nodes) and is_holder(nodes[at + 1]):
        who = nodes[at + 1]
    if who is None or not is_holder(who):
        if predicate == "boycotted":
            yield context.unread(node, "who it was is not read")
        return
    if predicate == "boycotted" and vote is not None:
        before = any(word.has("before") for word in nodes[max(at - 1, 0) : vote + 2])
        reason = (
            ("another time" if before else "")
            or another_year(context, near)
            or another_vote(context)
            or _of_another(nodes, vote)
            or doubt_of_sentence(context)
        )
        reason = reason or _not_theirs(context, nodes.index(who))
        if reason:
            yield context.unread(node, reason)
            return
    doubt = doubt_of_people(context)
    if predicate == "barred" and vote is None:
        doubt = doubt or "it does not say from what"
    if who.who is UNKNOWN and not context.names.known(who.text):
        doubt = doubt or "it is not said whether this is a list or a person"
    opens = nodes[0].has("in")  # "In X A boycotted the vote"
    place = context.place_of(at) if opens else Place(None)
    if place.origin is not Origin.CLAUSE:
        place = Place(None)
    last = max(at + _NEAR + 1, 0 if vote is None else vote + 3)  # "boycotted this year's election in X"
    named = next((other for other in nodes[at + 1 : last] if other.who is PLACE), None)
    if named is not None:
        place = Place(named.text, Origin.CLAUSE)
    for one in _group(nodes, nodes.index(who), at):
        sure = one is who or one.who is not UNKNOWN or context.names.known(one.text)
        unsure = doubt or ("" if sure else "it is not said whether this is a list or a person")
        claim = context.claim(predicate, context.name(one), place.text, None, one, node, place=place, doubt=unsure)
        first = _supporters(nodes, nodes.index(one))
        if isinstance(claim, Claim) and first is not None:
            claim = claim._replace(wording=_written(context, nodes[first], one))
        yield claim


def _group(nodes: Sequence[Node], index: int, at: int) -> list[Node]:
    """Those who are named together with a name: "A, B and C boycotted", or behind the verb where that comes first."""
    group = group_right(nodes, index) if index > at else group_left(nodes, index)
    return [nodes[one - 2 if _is_of_person(nodes, one) else one] for one in group]


def _is_of_person(nodes: Sequence[Node], index: int) -> bool:
    """Whether a list only says of which a person is: X of "Ada Brown of X and Bo Fox of Y were disqualified"."""
    person = nodes[index - 2] if index > 1 and nodes[index - 1].has("belongs") else None
    return person is not None and person.who is PERSON and person.party is not None


def _written(context: Context, first: Node, last: Node) -> str:
    return context.sentence.text[first.start : last.end].replace("’", "'")


def _subject(nodes: Sequence[Node], at: int) -> Node | None:
    """The name before a verb, over "and others" and over what only describes it."""
    index = skip(nodes, at - 1, -1, "group", "and", "filler", "except", "announces")
    while index >= 0 and nodes[index].aside:
        index -= 1
    opened = next((i for i in range(index - 1, 0, -1) if nodes[i].mark(",،")), 0) if _closes(nodes, index) else 0
    if opened and nodes[opened + 1].has("who") and nodes[opened - 1].what is NAME:
        return nodes[opened - 1]  # "X, which held 5 seats, boycotted"
    found = name_before(nodes, index + 1)
    head = head_of(nodes, nodes.index(found)) if found is not None else -1
    return nodes[head] if head >= 0 else found  # "X, led by Y, boycotted"


def _closes(nodes: Sequence[Node], index: int) -> bool:
    return index > 0 and nodes[index].mark(",،")


def _not_theirs(context: Context, index: int) -> str:
    """Why it was not the one who is named: supporters of X count as X, his rivals do not."""
    return "" if _supporters(context.nodes, index) is not None else not_own(context, index)


def _supporters(nodes: Sequence[Node], index: int) -> int | None:
    """Where "supporters of" stands before a name and the words that describe it; None where it does not."""
    before = index - 1
    if before >= 0 and nodes[before].has("supporters"):
        return before
    while before > 0 and not nodes[before].has("belongs"):
        described = nodes[before].what is WORD and not nodes[before].roles
        if not described and not nodes[before].has(*_BEFORE_NAME) and nodes[before].what is not NAME:
            return None
        before -= 1
    return before - 1 if before > 0 and nodes[before - 1].has("supporters") else None


def _of_another(nodes: Sequence[Node], vote: int) -> str:
    """Whether a vote is one on something, and no election: "the vote on the budget"."""
    on = nodes[vote + 1] if vote + 1 < len(nodes) else None
    behind = nodes[vote + 2] if vote + 2 < len(nodes) else None
    of_day = behind is not None and behind.has("month")
    return "a vote on something" if on is not None and on.has("about") and not of_day else ""


def _boycott_of(context: Context, at: int) -> Iterator[Found]:
    """The boycott of somebody is theirs where the sentence speaks of the vote; else it may be aimed at them."""
    if not context.says("turnout", "vote_noun") or another_vote(context) or doubt_of_sentence(context):
        return
    said = phrases_behind(context, at)
    if not any(part.named for part in said):
        return
    for part in said:
        yield context.claim(
            "boycotted", part.text, None, None, part.first, part.last, place=Place(None), doubt=doubt_of_people(context)
        )
