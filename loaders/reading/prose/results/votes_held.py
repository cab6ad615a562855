"""Where no vote was held, and when the one before this was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....languages.words import fold
from ...found import Found, Origin
from ..context import Context
from ..hearsay import another_vote
from ..nodes import FIGURE, NAME, PLACE, WORD, YEAR, Node
from ..numbers import number_of
from ..places import place_before, places_behind
from ..telling import Place

_LONGEST_DATE = 6  # nodes
_NEAR = 12  # nodes from "in" to the number of all places


def read_votes_held(context: Context, taken: set[int]) -> Iterator[Found]:
    """Places that held no vote, by name or by number, and the day of the vote before; used figures go into `taken`."""
    if "vote_noun" not in context.roles:
        return
    for at in context.where("held_vote", "held_no", "last_held"):
        node = context.nodes[at]
        if node.has("held_vote"):
            yield from _held(context, at, taken)
        if node.has("held_no"):
            yield from _held_none(context, at)
        if node.has("last_held"):
            yield from _last_held(context, at, taken)


def _held(context: Context, at: int, taken: set[int]) -> Iterator[Found]:
    """Where a vote was or was not held: "in only 9 of the 12 provinces", "No vote was held in A and B"."""
    nodes = context.nodes
    behind = _in_behind(nodes, at)
    if behind is None or not _of_this_vote(context, at):
        return
    if any(node.has("no_vote") for node in nodes[:at]):
        no = next(index for index, node in enumerate(nodes) if node.has("no_vote"))
        yield from _none_in(context, no, behind)
        return
    figures = [i for i in range(behind, min(behind + _NEAR, len(nodes))) if nodes[i].what is FIGURE][:2]
    if len(figures) < 2:
        return
    some, total = figures
    between = nodes[some + 1 : total]
    told = all(node.has("only", "filler", "article") for node in nodes[behind + 1 : some]) and all(
        map(_beside, between)
    )
    only = any(node.has("only") for node in nodes[behind + 1 : total])
    last = nodes[total + 1] if total + 1 < len(nodes) and nodes[total + 1].has("place_noun") else nodes[total]
    of_places = last.has("place_noun") or nodes[total].unit == "chairs"
    if told and only and of_places and any(node.has("of_total", "belongs") for node in between):
        taken.update(figures)
        without = int(nodes[total].value) - int(nodes[some].value)
        if without >= 0:
            said = context.sentence.text[nodes[behind + 1].start : last.end]
            yield context.claim("held_no_vote", said, None, without, nodes[behind + 1], last, place=Place(None))


def _in_behind(nodes: Sequence[Node], at: int) -> int | None:
    """The "in" behind a verb, over the vote where that follows the verb."""
    for index in range(at + 1, min(at + 4, len(nodes))):
        if nodes[index].has("in"):
            return index
        if nodes[index].what is not WORD or nodes[index].has("and", "who"):
            return None
    return None


def _none_in(context: Context, at: int, behind: int) -> Iterator[Found]:
    """The places behind "no vote was held in"; none where the vote is one on something."""
    found = places_behind(context.nodes, behind, context.names)
    about = found.after < len(context.nodes) and context.nodes[found.after].has("about")
    for place in found.places if not about else ():
        where = Place(place.text, Origin.CLAUSE)
        yield context.claim("held_no_vote", None, place.text, None, context.nodes[at], place, place=where)


def _held_none(context: Context, at: int) -> Iterator[Found]:
    """Places of which it is said that they held none: "A held no election"."""
    nodes = context.nodes
    vote = next((n for n in nodes[at + 1 : at + 3] if n.has("vote_noun")), None)
    said = nodes[:-1] if nodes[-1].mark(".!") else nodes
    if vote is None:
        return
    behind = _in_behind(nodes, nodes.index(vote))
    if behind is not None and not any(place_before(nodes, index, context.names) for index in range(at)):
        yield from _none_in(context, at, behind)
        return
    if said[-1] is not vote:
        return
    for index in range(at):
        if place_before(nodes, index, context.names):
            where = Place(nodes[index].text, Origin.CLAUSE)
            yield context.claim("held_no_vote", None, where.text, None, nodes[index], vote, place=where)


def _last_held(context: Context, at: int, taken: set[int]) -> Iterator[Found]:
    """The day of the vote before: "The elections were last held in March 2016"."""
    if not _of_this_vote(context, at):
        return
    nodes, first = context.nodes, at + 1
    while first < min(at + _LONGEST_DATE, len(nodes)) and not (_dated(nodes[first]) or nodes[first].has("who")):
        first += 1
    latin = context.names.language.script != "arabic"  # where a word behind "elections" may only describe them
    for node in nodes[at + 1 : first]:
        if node.what is NAME and (context.names.is_place(node.text) or (latin and node.who is PLACE)):
            return  # "were last held in X in 2015"
    date = _date(nodes, first)
    if date is None:
        return
    value, last = date
    taken.update(range(first, last + 1))
    yield context.claim("last_held", None, None, value, nodes[at], nodes[last], place=Place(None))


def _dated(node: Node) -> bool:
    """Whether a node may begin a date."""
    return node.what in (YEAR, FIGURE) or node.has("month") or number_of(node.text) is not None


def _date(nodes: Sequence[Node], first: int) -> tuple[str, int] | None:
    """A date as precise as it is written, and the index of its last node: "6 March 2016" is "2016-03-06"."""
    day = month = None
    for index in range(first, min(first + _LONGEST_DATE, len(nodes))):
        node = nodes[index]
        if node.what is YEAR:
            if month is None:
                return (str(node.value), index) if index == first else None
            return (f"{node.value}-{month:02}" + (f"-{day:02}" if day else ""), index)
        term = node.term
        number = number_of(node.text) if node.what in (WORD, FIGURE) else None
        if term.month:
            month = term.month
        elif isinstance(number, int) and 1 <= number <= 31:
            day = number
        elif not node.mark(",،/"):
            return None
    return None


def _of_this_vote(context: Context, at: int) -> bool:
    """Whether the words before a verb are of an election like this one, and not of a club's or of another kind."""
    if another_vote(context):
        return False
    nodes = context.nodes
    vote = next((index for index in range(at - 1, -1, -1) if nodes[index].has("vote_noun")), None)
    if vote is None:
        return any(node.has("vote_noun") for node in nodes[at : at + 3])
    before = nodes[vote - 1] if vote else None
    if before is None or before.what is not NAME:
        return True
    own = set(map(fold, context.names.vote.name.split())) if context.names.vote else set()
    return place_before(nodes, vote - 1, context.names) or set(map(fold, before.text.split())) <= own


def _beside(node: Node) -> bool:
    if node.what is NAME or (node.what is WORD and not node.roles):
        return True
    return node.has("of_total", "belongs", "article", "suffix", "filler", "except", "joins", "whole")
