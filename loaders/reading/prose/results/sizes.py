"""How many seats a place has: "of the 88 seats", "a council of 25 members", "the 128-member house"."""

from __future__ import annotations

from collections.abc import Sequence

from ....languages.words import fold
from ...found import Origin
from ..context import Context
from ..grounds import Ground
from ..nodes import FIGURE, LIST, NAME, PLACE, UNKNOWN, WORD, Node, is_holder, of_whose_all
from ..telling import Place

SMALLEST_BODY = 5  # seats: a "Popular Council" that won one is a list
_TELLING = frozenset(
    {"at_stake", "of_total", "strong_total", "size", "consists", "there_are"}
)  # roles of words that tell a size
_NEAR = 4  # nodes in which it is told that seats were at stake
_VERB_BEFORE = 6  # nodes before a figure in which its verb may stand


def size_at(context: Context, at: int) -> Place | None:
    """The place of which a figure is the number of all seats, or may be; None where it is not."""
    place = _size_at(context, at)
    if place is None or place.unsure or not _more_behind(context.nodes, at):
        return place
    return Place(place.text, place.origin, Ground.SIZE_AT_STAKE)


def _more_behind(nodes: Sequence[Node], at: int) -> bool:
    """Whether seats are told of besides: "25 seats, plus three quota seats"."""
    step = at + 1
    while step < len(nodes) and (nodes[step].mark(",،") or (nodes[step].what is WORD and not nodes[step].roles)):
        step += 1
    more = nodes[step + 1] if step + 1 < len(nodes) and nodes[step].has("plus") else None
    return more is not None and more.what is FIGURE and more.unit in ("seats", None)


def _size_at(context: Context, at: int) -> Place | None:
    node = context.nodes[at]
    nodes = context.nodes
    if isinstance(node.value, float) or node.value < 1 or node.of_list:
        return None
    before = nodes[at - 1] if at else None
    written = context.sentence.text[node.start : node.end]
    if before is not None and context.roles.isdisjoint(_TELLING) and not (before.mark("([") or "-" in written):
        return None
    back = at - 1
    while back >= 0 and nodes[back].has("joins", "filler") and not nodes[back].has("of_total", "size"):
        back -= 1
    article = nodes[back] if back >= 0 else None
    earlier = nodes[back - 1] if back > 0 else None
    if article is not None and "of_total" in article.roles and node.unit in ("seats", "members", None):
        part, index = earlier, back - 1
        opens = back == 0 and node.unit == "seats" and any(n.what is FIGURE for n in nodes[at + 1 :])
        if opens:  # "Of the 88 seats 32 go to X"
            return _of_stake(context, at, at + 4)
        if part is not None and part.mark(")]"):
            part, index = nodes[back - 2] if back > 1 else None, back - 2
        if part is not None and part.what is FIGURE and part.unit in ("seats", "members", None):
            if part.unit is None and node.unit is None:
                return None
            if node.unit is None and _followed_by_other(context, at):
                return None
            if _lost(context, index):
                return None  # "lost five of the eight seats that it had"
            part.unit = part.unit or node.unit
            if part.unit == "members" and node.unit == "seats":
                part.unit = "seats"
            place = context.place_of(at)
            if place.text is None and _of_unread(nodes, at):
                return Place(None, ground=Ground.WHOLE_UNREAD)
            if node.unit == "members" and part.unit == "members":
                return Place(place.text, place.origin, Ground.SIZE_OF_PART)
            return _of_stake(context, at, at + 4)
    total = article is not None and "strong_total" in article.roles and node.unit in ("seats", "members", None)
    if (
        total
        and not _of_places(nodes, at)
        and any(
            n.what is FIGURE and n.unit in ("seats", "members") and not _lost(context, i)
            for i, n in enumerate(nodes[:at])
        )
    ):
        return context.place_of(at)
    labelled = (
        node.unit in ("seats", "members", None)
        and before is not None
        and before.mark(":")
        and nodes[0].has("size")
        and not nodes[0].has("with", "gain")
    )
    if labelled and not any(n.what is FIGURE for n in nodes[:at]):
        return context.place_of(at)  # "Number of seats of the council in X: 13"
    if node.unit not in ("seats", "members"):
        if (
            node.unit is None
            and article is not None
            and "size" in article.roles
            and len(article.text) > 5
            and any(n.has("body") or n.term.unit == "seats" for n in nodes[max(at - 6, 0) : at])
        ):
            return context.place_of(at)
        return None
    if before is not None and before.mark("([") and at > 1 and nodes[at - 2].who is PLACE:
        return context.place_of(at)
    if node.unit in ("seats", "members") and _consists(context, at):
        place = context.place_of(at)
        return Place(place.text, place.origin, place.ground if place.unsure else Ground.SIZE_OF_BODY)
    if node.unit in ("seats", "members") and _of_body(context, at):
        place = context.place_of(at)
        return Place(place.text, place.origin, place.ground if place.unsure else Ground.SIZE_OF_BODY)
    if (owner := _in_clause(nodes, at)) is not None:
        return Place(owner.text, Origin.CLAUSE, context.ground_of(owner, Ground.PLACE_BEFORE))
    owned = before is not None and before.has("suffix") and at > 1 and nodes[at - 2].who is PLACE
    if owned and node.unit == "seats" and _of_all(nodes, at):
        return Place(nodes[at - 2].text, Origin.CLAUSE, Ground.PLACE_BEFORE)  # "Of X's 34 seats Y has 17"
    heads = at == 2 and before is not None and before.mark("(") and at + 2 < len(nodes) and nodes[at + 2].mark(":–-—")
    if heads and nodes[0].what is NAME and nodes[0].who is UNKNOWN:  # "Anbar (29 seats): ..."
        nodes[0].who = PLACE
        context.names.add_place(nodes[0].text)
        return context.place_of(at)
    alone = at == 0 and context.scope.place is not None and (len(nodes) == 1 or nodes[1].mark(",،."))
    if alone and not any(n.what is NAME and n.who is not PLACE for n in nodes):
        return context.place_of(at)  # "Five seats, turnout 46 %" below the name of a constituency
    after = nodes[at + 1] if at + 1 < len(nodes) else None
    if "-" in written and after is not None and (after.has("body") or after.what is NAME or after.has("vote_noun")):
        return context.place_of(at)
    return _behind_verb(context, at) or _at_stake(context, at)


def _in_clause(nodes: Sequence[Node], at: int) -> Node | None:
    """The place of which a clause tells how many seats it has: "in X, which has 11 seats"; None where none does."""
    who = at - 1
    while who > 1 and nodes[who].has("size", "gain", "filler") and not nodes[who].has("who"):
        who -= 1
    before = who - 1 - (who > 1 and nodes[who - 1].mark(",،"))
    relative = 0 < who < at - 1 and nodes[who].has("who")
    return nodes[before] if relative and nodes[before].who is PLACE and nodes[at].unit == "seats" else None


def _of_places(nodes: Sequence[Node], at: int) -> bool:
    """Whether the figure before one counts places or the like, so that it is a part of so many: "in 3 wards of 8"."""
    before = next((node for node in reversed(nodes[:at]) if node.what is FIGURE), None)
    return before is not None and before.unit == "chairs" and nodes[at].unit is None


def _of_stake(context: Context, at: int, end: int) -> Place:
    """The place of a number of seats, which may not be all where they are said to be at stake before an index."""
    place = context.place_of(at)
    if any(context.nodes[told + 1].text == place.text for told in context.at["share_of"] if told + 1 < at):
        return Place(None, ground=Ground.WHOLE_UNREAD)  # "the share of X is 9 seats out of 80"
    staked = any(near.has("at_stake", "counted") for near in context.nodes[at:end])  # "9 of the 15 seats declared"
    return Place(place.text, place.origin, Ground.SIZE_AT_STAKE) if staked else place


def _at_stake(context: Context, at: int) -> Place | None:
    """The place whose seats are told to be at stake, where nobody stands before them: "In X 38 seats were at stake"."""
    nodes = context.nodes
    told = any(near.has("at_stake") for near in nodes[max(at - _NEAR, 0) : at + _NEAR])
    if not told or nodes[at].unit != "seats" or any(map(is_holder, nodes[:at])):
        return None
    place = context.place_of(at)
    if place.text is None:
        return None
    return Place(place.text, place.origin, Ground.SIZE_AT_STAKE)


def _part_of_body(nodes: Sequence[Node], at: int) -> Node | None:
    """The figure of which a body's seats are the whole: 50 of "50 of the council's 63 seats"."""
    if at < 3 or not nodes[at - 1].has("suffix") or not nodes[at - 2].has("body"):
        return None
    of = at - 4 if nodes[at - 3].has("article") and not nodes[at - 3].has("of_total") else at - 3
    told = of > 0 and nodes[of].has("of_total") and nodes[of - 1].what is FIGURE
    return nodes[of - 1] if told else None


def _of_all(nodes: Sequence[Node], at: int) -> bool:
    """Whether "of" leads to the seats of a place; a figure before it, "20 of X's 35 seats", counts the same."""
    if of_whose_all(nodes, at - 4) is not None:
        nodes[at - 4].unit = nodes[at - 4].unit or nodes[at].unit
    return at > 2 and nodes[at - 3].has("of_total")


def _behind_verb(context: Context, at: int) -> Place | None:
    """The place of a figure behind a verb of size: "a council of 25 members", "the house has 88 seats"."""
    nodes = context.nodes
    if any(node.has("each") for node in nodes[at + 1 : at + 2]):
        return None  # "A and B have six deputies each"
    for index in range(at - 1, max(at - 5, -1), -1):
        word = nodes[index]
        if word.has("body_of_place") and index == at - 1 and nodes[at].value >= SMALLEST_BODY:
            return context.place_of(at)  # "5 seats in a parliament of 100 members"
        if word.has("gain") and not word.has("size", "filler"):
            return None  # "the government has gained 318 seats"
        if word.has("size"):
            if word.has("with", "its") and any(is_holder(nodes[i]) for i in context.named_before(index)):
                return None  # "X came first in Y with six seats"
            back_to = range(index - 1, -1, -1)
            begins = next(
                (i for i in back_to if not nodes[i].aside and (nodes[i].what is NAME or nodes[i].has("body"))),
                None,
            )
            few = nodes[at].value < SMALLEST_BODY and nodes[at].unit != "seats"
            if begins is not None and not few and (nodes[begins].who is PLACE or nodes[begins].has("body")):
                owned = begins > 0 and nodes[begins - 1].has("suffix", "whose")
                place = context.place_of(at)
                return Place(place.text, place.origin, Ground.SIZE_OF_BODY) if owned else place
            return None
        if word.what is not WORD and not word.mark("[(,،"):
            return None
    return None


def _consists(context: Context, at: int) -> bool:
    """Whether a body consists of a number of seats, its verb some words before: "the new assembly consists of 176"."""
    nodes = context.nodes
    if not at or not nodes[at - 1].has("of_total", "joins"):
        return False
    for node in reversed(nodes[max(at - _VERB_BEFORE, 0) : at - 1]):
        if node.has("consists"):
            return True
        if node.what is FIGURE or node.mark(",،;؛.:") or (node.what is NAME and node.who is LIST):
            return False
    return False


def _of_body(context: Context, at: int) -> bool:
    """Whether a number of seats stands beside a body: "the Assembly (275 seats)", "105 seats in the Assembly"."""
    nodes = context.nodes
    if at > 1 and nodes[at - 1].mark("([") and _is_body(context, nodes[at - 2]):
        return True
    part = _part_of_body(nodes, at)
    if part is not None and nodes[at].unit == "seats":
        part.unit = part.unit or "seats"
        return True
    step = at + 1
    if not (at and nodes[at - 1].has("there_are")) or step >= len(nodes) or not nodes[step].has("in", "belongs"):
        return False
    while step < len(nodes) and nodes[step].has("in", "belongs", "article", "joins", "filler"):
        step += 1
    return step < len(nodes) and _is_body(context, nodes[step])


def _is_body(context: Context, node: Node) -> bool:
    """Whether words name a body: its noun, or a name that ends with it."""
    if node.what is NAME:
        return is_body_name(context, node)
    return node.what is WORD and node.has("body")


def is_body_name(context: Context, node: Node) -> bool:
    """Whether the first or the last word of a name is the noun of a body: "Palestinian Legislative Council"."""
    words = node.text.split()
    if len(words) < 2:
        return False
    terms = [context.names.language.terms.get((fold(word),)) for word in (words[0], words[-1])]
    bodies = [term is not None and "body" in term.roles and "list_noun" not in term.roles for term in terms]
    return node.who is not LIST and (bodies[-1] or (bodies[0] and context.names.language.script == "arabic"))


def _of_unread(nodes: Sequence[Node], at: int) -> bool:
    """Whether a name that nothing tells of stands behind a number of seats: "33 of the 65 seats of X"."""
    behind = nodes[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].has("belongs") and behind[1].what is NAME and behind[1].who is UNKNOWN


def _lost(context: Context, at: int) -> bool:
    """Whether a figure is of what somebody lost."""
    return any("lost" in node.roles for node in context.nodes[max(at - _VERB_BEFORE, 0) : at])


def _followed_by_other(context: Context, at: int) -> bool:
    after = context.nodes[at + 1] if at + 1 < len(context.nodes) else None
    return (
        after is not None
        and after.what is WORD
        and not after.has("and", "filler", "in", "to", "against", "month", "who", "gain")
    )
