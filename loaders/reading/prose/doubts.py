"""Why a figure of a sentence is no result of this vote: another time, a difference, a part, a number said twice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .context import Context
from .nodes import FIGURE, LIST, MARK, PERSON, WORD, YEAR, Node, is_holder, of_range
from .owners import Owner
from .times import another_year, of_day, opening_doubt

_PRESENT = 3  # nodes from members in which it is said that they were there
_CLAUSE = 7  # nodes from seats to the list that they are taken from
_STEP = 4  # nodes from a number to the one to which it came
_ABOUT = frozenset("~≈∼")
TWO_SIDES = "the two sides of a vote, and no result"
_DOUBTS = (
    ("change", "a difference or a share, no result"),
    ("before", "another time"),
    ("denial", "said not to be so"),
    ("invalid", "invalid or blank ballots"),
)
_TIMES = frozenset(role for role, _ in _DOUBTS)


def window(context: Context, at: int, owner: Owner | None) -> list[Node]:
    """The words around a figure that speak of it: from what bounds it before to what bounds it behind."""
    first = at - 1
    names = owner.names if owner else ()
    while first >= 0:
        node = context.nodes[first]
        if first in names or (node.what is FIGURE and node.unit != "chairs") or node.mark(";؛.:"):
            break
        if node.mark(",،") and not names:
            break
        first -= 1
    last = at + 1
    while last < len(context.nodes):
        node = context.nodes[last]
        if node.mark(",،;؛.:()[]"):
            break
        if (node.what is FIGURE and node.unit != "chairs") or (is_holder(node) and last not in names):
            if at + 1 < len(context.nodes) and context.nodes[at + 1].has("before"):
                last = at + 1
            of = at + 1 < len(context.nodes) and context.nodes[at + 1].has("belongs")  # "36 votes of lead over Y"
            last = min(last, at + 2 + of)  # what stands before another figure or name speaks of that
            last = max(last, _last_house(context.nodes, at))
            break
        if node.has("and", "against"):
            break
        last += 1
    around = [node for node in context.nodes[first + 1 : last] if not node.aside]
    if owner is not None and owner.names and not owner.right and not _tells_itself(context, owner.names[0]):
        before = owner.names[0] - 1
        while before >= 0 and context.nodes[before].what is WORD:
            around.append(context.nodes[before])
            before -= 1
    return around


def _last_house(nodes: Sequence[Node], at: int) -> int:
    """The index behind the body of another time that a figure is told in: "one in the last house has"; else 0."""
    first, second = (*nodes[at + 1 : at + 3], None, None)[:2]
    if first is None or second is None:
        return 0
    told = (first.has("in") and second.has("before")) or (first.has("before") and second.has("body"))
    return at + 3 if told else 0


def _tells_itself(context: Context, name: int) -> bool:
    """Whether a clause on a name begins behind it: what stands before "X, which won 9" says nothing of the 9."""
    behind = context.nodes[name + 1 : name + 3]
    sure = context.nodes[name].who in (LIST, PERSON)
    return sure and any(node.has("who") for node in behind[: 1 + (bool(behind) and behind[0].mark(",،"))])


def doubt_of(context: Context, at: int, owner: Owner | None) -> str:
    """Why a figure is no result of this vote; empty where it may be one."""
    node = context.nodes[at]
    if node.doubt:
        return node.doubt
    back = at - 2 if at > 1 and context.nodes[at - 1].has("share_noun") else at - 1
    before = context.nodes[back] if back >= 0 else None
    if before is not None and ("approximate" in before.roles or before.text in _ABOUT):
        return "approximate"
    after = context.nodes[at + 1] if at + 1 < len(context.nodes) else None
    if after is not None and "approximate_after" in after.roles:
        return "approximate"
    if of_range(context.nodes, at - 2) or of_range(context.nodes, at):
        return "one end of a range"
    if _cast_by_list(context, at):
        return "votes of those who sit for a list, and no result"
    if _stood_for(context, at):
        return "seats that were stood for, and not won"
    if node.unit == "members" and any(near.has("present") for near in context.nodes[max(at - 1, 0) : at + _PRESENT]):
        return "members who were there, and not seats"
    if _former(context, at) or _bracketed_before(context, at):
        return "another time"
    if "in_favour" in context.roles and after is not None and after.has("in_favour", "against"):
        return TWO_SIDES  # "37 in favour, 30 against"
    if context.scope.other_year or _in_which(context, at):
        return "another year"
    if node.unit != "percent" and _taken_from(context, at):
        return "a difference or a share, no result"
    if after is not None and after.has("more_than") and node.unit in ("seats", "members", "votes"):
        return "a difference or a share, no result"  # "18 seats more than X"
    if context.names.part_told or any(_of_kind_at(context, at, part) for part in context.at["of_a_part"]):
        return "seats of one kind, a part of all"
    if context.roles.isdisjoint(_TIMES) and not context.positions[YEAR]:
        return opening_doubt(context)
    around = window(context, at, owner)
    link = owner.link if owner else ""
    for role, reason in _DOUBTS:
        if context.says(role) and any(
            word.has(role)
            and not (word.has("gain") and word.text == link)
            and not (role == "change" and _particle(context, word))
            and not (role == "denial" and _nothing_but(context, at))
            and not (role == "before" and _of_other_than_vote(context, word, owner))
            for word in around
        ):
            return reason
    return another_year(context, around) or opening_doubt(context)


def _taken_from(context: Context, at: int) -> bool:
    """Whether seats are those that one took from another: "won 37 seats from the Blues"."""
    if context.nodes[at].unit != "seats" and context.nodes[at].said_unit:
        return False
    for index in range(at + 1, min(at + _CLAUSE, len(context.nodes) - 1)):
        node = context.nodes[index]
        if node.what is FIGURE or node.what is MARK or node.has("gain", "goes", "and", "who", "body"):
            return False
        if node.has("came_from") and context.nodes[index + 1].who is LIST:
            return True
    return False


def _of_kind_at(context: Context, at: int, part: int) -> bool:
    """Whether a figure is of the kind of seats told at an index, and not of all: "125 seats, of which 27 of lists"."""
    return part < at or not any(node.has("part_of") for node in context.nodes[at + 1 : part])


def _of_office(context: Context, word: Node, owner: Owner | None) -> bool:
    """Whether a word tells of an office that somebody of a list holds no longer: "X, led by the former speaker Y"."""
    before = context.nodes.index(word) - 1
    of_list = owner is not None and bool(owner.names) and context.nodes[owner.names[0]].who is LIST
    return of_list and word.has("no_longer", "office_before") and before >= 0 and context.nodes[before].has("office")


def _of_another(context: Context, word: Node) -> bool:
    """Whether a word that also compares with another time leads to the number of another: "contre 5 136 à X"."""
    after = context.nodes.index(word) + 1 if word.has("against") else len(context.nodes)
    figure, to = (*context.nodes[after : after + 2], None, None)[:2]
    name = next((node for node in context.nodes[after + 2 :] if not node.has("filler", "list_noun")), None)
    led = figure is not None and figure.what is FIGURE and to is not None and to.has("to")
    return led and name is not None and is_holder(name)


def _of_other_than_vote(context: Context, word: Node, owner: Owner | None) -> bool:
    """Whether a word of an earlier time tells of an office, of another's number, or of the day of this vote."""
    return _of_office(context, word, owner) or _of_another(context, word) or of_day(context, word)


def _nothing_but(context: Context, at: int) -> bool:
    """Whether what is denied is all but a figure: "فلم ينل سوى 25 مقعدا", which tells of 25."""
    before = at - 1 - (at > 1 and context.nodes[at - 1].mark("("))
    return before >= 0 and context.nodes[before].has("but") and context.nodes[before].has("except_for")


def _particle(context: Context, word: Node) -> bool:
    """Whether a word only leads to the verb behind it: "فقد حصل", which tells of no loss."""
    after = context.nodes.index(word) + 1 if word.has("filler") else len(context.nodes)
    return after < len(context.nodes) and context.nodes[after].has("gain", "filler")


def _cast_by_list(context: Context, at: int) -> bool:
    """Whether votes are those that members of a list have given: "seven votes from the Reds"."""
    nodes, step = context.nodes, at + 1
    if nodes[at].unit != "votes" or step >= len(nodes) or "came_from" not in nodes[step].roles:
        return False
    while step < len(nodes) and nodes[step].what is WORD:
        step += 1
    return step < len(nodes) and nodes[step].who is LIST


def _stood_for(context: Context, at: int) -> bool:
    """Whether seats are those for which somebody stood: "named 120 candidates for the 329 seats"."""
    if context.nodes[at].unit != "seats" or "purpose" not in context.roles:
        return False
    before = at - 1
    while (
        before >= 0 and context.nodes[before].has("article", "filler") and "purpose" not in context.nodes[before].roles
    ):
        before -= 1
    word = context.nodes[before] if before >= 0 else None
    if word is not None and word.has("and"):  # "for one seat in parliament and three on the council"
        first = next((i for i in range(before - 1, -1, -1) if context.nodes[i].what is FIGURE), None)
        return first is not None and before - first <= _STEP and _stood_for(context, first)
    return word is not None and "purpose" in word.roles and "to" in word.roles


def _former(context: Context, at: int) -> bool:
    """Whether a figure is that from which one came to another: "to 19 seats from 31", "from 31 to 19"."""
    nodes = context.nodes
    if at == 0 or "came_from" not in nodes[at - 1].roles:
        return False
    behind = next((i for i in range(at + 1, min(at + _STEP, len(nodes))) if nodes[i].what is FIGURE), None)
    if behind is not None and nodes[behind - 1].has("to"):
        return True
    before = next((i for i in range(at - 2, max(at - 1 - _STEP, 0), -1) if nodes[i].what is FIGURE), None)
    beside = before == at - 2 and not nodes[at - 1].has("of_total")
    return before is not None and beside and nodes[before - 1].has("to", "gain")


def _bracketed_before(context: Context, at: int) -> bool:
    """Whether words behind the brackets of a figure tell of another time: "against (24) at the last vote"."""
    bracketed = at > 0 and context.nodes[at - 1].mark("(") and context.nodes[at + 1 : at + 2] != []
    return (
        bracketed
        and context.nodes[at + 1].mark(")")
        and any(one.has("before") for one in context.nodes[at + 2 : at + 3])
    )


def _in_which(context: Context, at: int) -> bool:
    """Whether a figure stands in a clause on a year right before it: "the vote of 2005, in which X won 9 seats"."""
    before = bisect_left(context.positions[YEAR], at)
    if not before:
        return False
    year = context.positions[YEAR][before - 1]
    behind = context.nodes[year + 1 : year + 4]
    relative = behind[:1] and behind[0].mark(",،") and any(node.has("who", "when") for node in behind[1:])
    relative = relative or any(node.has("when") for node in behind[:1])  # "in 2018 when it won 45 seats"
    return bool(relative and another_year(context, context.nodes[year : year + 1]))


def of_all(context: Context, at: int) -> str:
    """Whether a figure is the sum of which the one before it is a part: "11 636 votes of 28 404"."""
    before = at - 1
    if "of_total" not in context.roles:
        return ""
    while before > 0 and _is_beside(context.nodes[before]) and not context.nodes[before].has("of_total"):
        before -= 1
    part = context.nodes[before - 1] if before > 0 else None
    house = before > 1 and context.nodes[before].has("body") and context.nodes[before - 1].term.unit == "seats"
    if house and context.nodes[before - 2].has("of_total"):  # "31 seats of the seats of the 138-member house"
        before, part = before - 2, context.nodes[before - 3] if before > 2 else None
    if before >= 0 and "of_total" in context.nodes[before].roles and part is not None and part.what is FIGURE:
        if part.unit not in (context.nodes[at].unit, None):
            return ""
        return "a sum of which another figure is a part"
    return ""


def again(context: Context, at: int, said: str | None) -> str:
    """Whether a bare figure stands in brackets behind another: "Sinn Fein 138 (126)"."""
    two_sides = at > 2 and "to" in context.nodes[at - 1].roles and context.nodes[at - 2].what is FIGURE
    if two_sides and context.nodes[at - 3].has("by") and not any(n.has("beats") for n in context.nodes[:at]):
        return TWO_SIDES  # "re-elected by 64 votes to 40"
    if _run_together(context, at) or _run_together(context, at + 2) or _parts_of_share(context, at, said):
        return "two numbers that run together"
    opens = at > 1 and context.nodes[at - 1].mark("(") and context.nodes[at - 2].what is FIGURE
    if (opens and (said is None or context.nodes[at - 2].unit == said)) or _of_bracket(context, at, said):
        return "a second figure in brackets"
    return ""


def _of_bracket(context: Context, at: int, said: str | None) -> bool:
    """Whether a bare figure without a place goes on in the brackets of one before: "31 seats (17 of lists, 14 not)"."""
    first = next((i for i in range(at - 1, 1, -1) if context.nodes[i].mark("()") or context.nodes[i].mark(";؛")), 0)
    inner = first and context.nodes[first].mark("(") and context.nodes[first - 1].what is FIGURE
    begins = bool(inner) and context.nodes[first + 1].what is FIGURE and first + 1 < at
    return begins and said is None and context.place_of(at).text is None


def _run_together(context: Context, at: int) -> bool:
    """Whether a number of three digits stands behind another and a comma, and may be its end: "77, 884 votes"."""
    if not 2 <= at < len(context.nodes) or context.nodes[at].what is not FIGURE:
        return False
    before = context.nodes[at - 2]
    if before.what is not FIGURE or before.said_unit or not context.nodes[at - 1].mark(",،"):
        return False
    start = context.nodes[at].start
    digits = context.sentence.text[start : start + 4]
    return digits[:3].isdigit() and not digits[3:].isdigit()


def _parts_of_share(context: Context, at: int, said: str | None) -> bool:
    """Whether a bare number and a share stand beside a comma, and may be one share: "25، 38 %"."""
    behind = context.nodes[at + 1 : at + 3]
    return said is None and len(behind) > 1 and behind[0].mark("،") and behind[1].unit == "percent"


def _is_beside(node: Node) -> bool:
    """Whether a word before a number says nothing of its own, or only its unit: "من المقاعد الثمانين"."""
    unit = node.what is WORD and node.term.unit is not None
    return unit or node.has("joins", "filler")
