"""Figures of a place or of the whole vote: turnout, the share counted, how many voted, how many seats there are."""

from __future__ import annotations

from collections.abc import Iterator

from ...found import Found, Origin, Unknown
from ..context import Context
from ..doubts import doubt_of
from ..grounds import Ground, doubt_on
from ..hearsay import doubt_of_sentence
from ..nodes import FIGURE, NAME, UNKNOWN, WORD, is_holder
from ..numbers import NO_NUMBER
from ..places import part_of_place, place_before
from ..telling import Place
from .sizes import size_at
from .turnouts import read_turnouts
from .voters import counts_voters

_BEFORE_RESULTS = ("belongs", "of_total", "article", "filler", "except")  # of words behind a share
_BESIDE = 6  # nodes before a share among which the votes stand that it is of
_PART = "of a part of the voters"
_BALLOTS = "ballots"  # of which a share was counted
_NEAR = 12  # nodes


def read_shares(context: Context, taken: set[int]) -> Iterator[Found]:
    """The claims of these kinds; the figures that they use, or that can be nothing else, go into `taken`."""
    forecast = context.scope.hedged or context.names.of_poll or "forecast" in context.roles
    if not forecast:
        yield from read_turnouts(context, taken)
    doubted = doubt_of_sentence(context, of_lists=False)
    for at in context.positions[FIGURE]:
        node = context.nodes[at]
        if at in taken:
            continue
        if node.doubt == NO_NUMBER:
            taken.add(at)
            yield context.unread(node, NO_NUMBER)
        elif node.unit == "percent":
            taken.add(at)
            yield _share(context, at, doubted, "a forecast" if forecast else "")
        elif counts_voters(context, at):
            taken.add(at)
            reason = doubt_of(context, at, None) or doubted or _of_some(context, at)
            reason = reason or (_PART if context.says_before(at, "part_of_voters") else "")
            if reason:
                yield context.unread(node, reason)
            else:
                place = _or_unread(context, context.place_of(at))
                yield context.claim("voters", None, place.text, node.value, node, node, place=place)
        elif (size := size_at(context, at)) is not None:
            taken.add(at)
            reason = doubt_of(context, at, None) or ("a forecast" if forecast else "")
            if reason:
                yield context.unread(node, reason)
            else:
                yield context.claim(
                    "council_size", None, size.text, node.value, node, node, place=size, doubt=doubted
                )  # fmt: skip


def _share(context: Context, at: int, doubted: str, forecast: str) -> Found:
    """A share: the claim of a turnout or of how much was counted, or the figure that became none."""
    node = context.nodes[at]
    predicate = _percent(context, at)
    goes_on = predicate is None and _turnout_goes_on(context, at)
    predicate = "turnout" if goes_on else predicate
    reason = doubt_of(context, at, None) or forecast
    if predicate is not None:
        reason = reason or doubted or _of_some(context, at)
    if predicate == "turnout":
        context.names.turnout = "whole"
        reason = reason or _of_results(context, at)
    if predicate is None:
        return context.unread(node, reason or Unknown.SHARE)
    if reason or not 0 <= node.value <= 100:
        return context.unread(node, reason or "no share of a hundred")
    place = _or_unread(context, context.place_of(at))
    if predicate == "turnout" and place.text is None and context.ranks_turnouts:
        return context.unread(node, "the turnout of a place whose name is not read")
    if predicate == "turnout" and place.origin is Origin.CLAUSE and not place.unsure:
        context.names.turnout = "place"
    of = _BALLOTS if predicate == "counted" else None if goes_on else _basis(context, at)
    doubt = doubt_on(Ground.TURNOUT_BEFORE) if goes_on else ""
    return context.claim(predicate, None, place.text, node.value, node, node, place=place, doubt=doubt, of=of)


def _of_votes_before(context: Context, at: int) -> bool:
    """Whether a share is that of a number of votes right before it: "814,481 votes, or 50.6 per cent of the votes"."""
    before = context.nodes[max(at - _BESIDE, 0) : at]
    votes = next((i for i in range(len(before) - 1, -1, -1) if before[i].what is FIGURE), None)
    return votes is not None and before[votes].unit == "votes" and not any(is_holder(node) for node in before[votes:])


def _or_unread(context: Context, place: Place) -> Place:
    """The place of what voters did; where none is read, a name that nothing explains may be it: "Marden saw 61 %"."""
    nodes, first = context.nodes, 1 if context.nodes[0].has("article") else 0
    name, verb = nodes[first : first + 1], nodes[first + 1 : first + 2]
    opens = bool(verb) and name[0].what is NAME and name[0].who is UNKNOWN and verb[0].what is WORD
    if place.text is None and context.in_some_places:
        return Place(None, ground=Ground.WHOLE_UNREAD)
    unread = (
        opens
        and not verb[0].has("saying", "office", "leader", "spokesman")
        and context.names.language.script != "arabic"
    )
    return Place(None, ground=Ground.WHOLE_UNREAD) if unread and place.ground is Ground.WHOLE_SILENT else place


def _turnout_goes_on(context: Context, at: int) -> bool:
    """Whether a share with a place of its own is a turnout, since the sentence before told one: "In X it was 41 %"."""
    nodes = context.nodes
    if not (context.names.turnout_before or context.says("turnout")) or not 0 <= nodes[at].value <= 100:
        return False
    if context.tells_lists:
        return False
    return context.place_of(at).origin is Origin.CLAUSE


def _basis(context: Context, at: int) -> str | None:
    """Of whom a turnout is, where the words behind it say so: of the registered, or of all who may vote."""
    step = at + 1
    if step >= len(context.nodes) or not context.nodes[step].has("belongs", "of_total"):
        return None
    while step < len(context.nodes) and context.nodes[step].has("belongs", "of_total", "article", "filler", "except"):
        step += 1
    if step >= len(context.nodes):
        return None
    bases = (("registered", "basis_registered"), ("eligible", "basis_eligible"))
    return next((basis for basis, role in bases if context.nodes[step].has(role)), None)


def _published(context: Context, at: int) -> bool:
    """Whether a share is of the results that were made known: "announced only 94 per cent of the results"."""
    nodes, step = context.nodes, at + 1
    while step < len(nodes) and not nodes[step].has("results") and nodes[step].has(*_BEFORE_RESULTS):
        step += 1
    if not nodes[at + 1 : step] or step >= len(nodes) or not nodes[step].has("results"):
        return False
    before = at - 1
    while (
        before >= 0 and not nodes[before].has("publishes") and nodes[before].has("filler", "article", "except", "body")
    ):
        before -= 1
    holds = any(map(is_holder, nodes[max(before - 2, 0) : max(before, 0)]))
    return before >= 0 and nodes[before].has("publishes") and not holds


def _of_results(context: Context, at: int) -> str:
    """Whether a share is one of the results, and no turnout: "turnout was 41 per cent of the results"."""
    nodes, step = context.nodes, at + 1
    while step < len(nodes) and not nodes[step].has("results") and nodes[step].has(*_BEFORE_RESULTS):
        step += 1
    of = any(node.has("belongs", "of_total") for node in nodes[at + 1 : step])
    return "a share of something else" if of and step < len(nodes) and nodes[step].has("results") else ""


def _of_some(context: Context, at: int) -> str:
    """Why a figure is not of all who may vote, or of no one time: women's, abroad, "than in B", "41 to 44"."""
    nodes = context.nodes
    first, last = _clause(context, at)
    if any("part_of_voters" in node.roles for node in nodes[first:last]):
        return _PART
    if any("than" in node.roles for node in nodes[first:at]):
        return "a comparison, and no result"
    if at > 1 and nodes[at - 1].has("to") and nodes[at - 2].what is FIGURE:
        return "a range, and no one figure"
    for index in range(first, last):
        if place_before(nodes, index, context.names) and (doubt := part_of_place(nodes, index)):
            return doubt
    return ""


def _clause(context: Context, at: int) -> tuple[int, int]:
    first = at
    while first > 0 and at - first < _NEAR:
        node = context.nodes[first - 1]
        labelled = node.mark(":") and first == at  # "Turnout: 41%"
        if (
            (node.mark(";؛:") and not labelled)
            or (node.what is FIGURE and node.unit == "percent")
            or (
                "against" in node.roles and not (first > 1 and "turnout" in context.nodes[first - 2].roles)
            )  # "turnout over both"
        ):
            break
        first -= 1
    last = at + 1
    while last < len(context.nodes) and last - at < _NEAR:
        node = context.nodes[last]
        if node.mark(";؛,،") or (node.what is FIGURE and node.unit == "percent"):
            break
        last += 1
    return first, last


def _percent(context: Context, at: int) -> str | None:
    """What a share is one of: of those who voted, or of what was counted; None where its words tell nothing."""
    if not context.says("turnout", "counted", "publishes", "voted"):
        return None
    first, last = _clause(context, at)
    around = context.nodes[first:last]
    turnout = [abs(first + i - at) for i, node in enumerate(around) if "turnout" in node.roles]
    counted = [abs(first + i - at) for i, node in enumerate(around) if "counted" in node.roles]
    noun = any("counted_noun" in node.roles or node.unit == "votes" for node in around)
    holder = next((i for i in range(at - 1, first - 1, -1) if is_holder(context.nodes[i])), None)
    taken = holder is not None and any(node.has("gain") for node in context.nodes[holder:at])
    own = _of_votes_before(context, at)
    if counted and noun and not (taken or own) and (not turnout or min(counted) < min(turnout)):
        return "counted"
    if turnout:
        return "turnout"
    if not own and _published(context, at):
        return "counted"
    if any(node.has("voted") for node in around) and any(node.has("registered") for node in around):
        return "turnout"
    return None
