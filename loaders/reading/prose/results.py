"""Seats, votes and ranks in a sentence: each figure seeks its unit, its owner, what ties it to that, and its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log

from ...languages.words import fold
from ..found import Found, Mechanism
from .context import Context, Place
from .nodes import Node, What, Who
from .owners import Owner, beaten_owner, head_of, introduced_owner, is_holder, left_owner, right_owner

_COUNTED = frozenset({"seats", "votes", "members"})
_NEAR = 4  # nodes from a name to the figure that stands beside it
_NOBODY, _NO_LINK = "no list named", "no verb or preposition ties it to a name"
UNTIED = frozenset({_NOBODY, _NO_LINK})  # reasons that are no doubt of the figure itself
_HUNDRED = 100
_OPENING = 5  # nodes
_LONG_OPENING = 12  # nodes in which a year may stand, with the vote that was held in it
_BACK = 3  # words before a figure in which its verb may say the unit
_UNITS = {"seats": "seats", "votes": "votes"}
_DOUBTS = (
    ("change", "a difference or a share, no result"),
    ("before", "another time"),
    ("denial", "said not to be so"),
)


def read_results(context: Context, taken: set[int]) -> Iterator[Found]:
    """The claims and the unread figures of seats, votes and ranks. `taken`: figures that are something else."""
    owned: dict[int, Owner] = {}
    units = dict(context.names.units)
    forecast = context.scope.hedged or context.says("forecast")
    for at, node in enumerate(context.nodes):
        if at in taken:
            continue
        if node.what is What.RANK:
            yield from _rank(context, at, forecast)
            continue
        if node.what is not What.FIGURE or node.aside:
            continue
        said = node.unit
        if said is None and not _bare(context, at):
            continue
        if said is None:
            node.unit = _unit(context, at, units)
        if node.unit not in _COUNTED:
            continue
        units[node.unit] = max(node.value, 1)
        if forecast:
            yield context.unread(node, "a forecast")
            continue
        yield from _figure(context, at, owned, said)


def _unit(context: Context, at: int, units: Mapping[str, int | float]) -> str | None:
    """The unit of a bare figure: that of its verb ("polled 312"), else of the figure before that is most like it."""
    for node in reversed(context.nodes[max(at - _BACK, 0) : at]):
        if node.has("votes_verb"):
            return "votes"
        if node.what in (What.FIGURE, What.NAME):
            break
    before = next((n for n in reversed(context.nodes[:at]) if n.what is What.FIGURE and n.unit), None)
    if before is not None and before.unit == "percent":
        value = context.nodes[at].value
        return "votes" if isinstance(value, int) and value > _HUNDRED else "percent"
    if not units and (said := _unit_said(context)) is not None:
        return said
    if not units and context.scope.unit:
        return _UNITS.get(str(context.scope.unit))
    value = max(context.nodes[at].value, 1)
    if not units:
        context.nodes[at].lent_unit = True
        units = context.names.units_above
    return min(units, key=lambda unit: (abs(log(value / units[unit])), unit), default=None)


def _unit_said(context: Context) -> str | None:
    """The one unit that a sentence names without a number: "the parties that won seats were X (6), Y (4)"."""
    terms = context.names.language.terms
    words = (fold(word) for node in context.nodes if node.what is What.WORD for word in node.text.split())
    known = {term.unit for word in words if (term := terms.get((word,)))} & {"seats", "votes"}
    return known.pop() if len(known) == 1 else None


def _bare(context: Context, at: int) -> bool:
    """Whether a figure without a unit ends its words, so that the unit of the figure before may be its own."""
    after = context.nodes[at + 1] if at + 1 < len(context.nodes) else None
    part = (
        after is not None
        and after.has("of_total")
        and any(node.what is What.FIGURE for node in context.nodes[at + 2 : at + 3])
    )
    if part and any(node.has("counted") for node in context.nodes[at + 3 : at + 6]):
        return False  # "after 61 of 82 had been declared"
    before = context.nodes[at - 1] if at else None
    if _numbered(context, at):
        return False
    if before is not None and before.has("in") and not before.has("with", "gain") and before.text not in "بـ":
        return any(node.unit == "members" for node in context.nodes[:at])
    if after is None or after.what in (What.MARK, What.NAME) or after.what is What.FIGURE:
        return True
    return after.has(
        "and", "to", "each", "respectively", "in", "against", "of_total", "goes", "filler", "whole", "with"
    )


def _numbered(context: Context, at: int) -> bool:
    """Whether a figure is the number of a place: "Regions 7 and 10"."""
    index = at - 1
    while index > 0 and (context.nodes[index].has("and") or context.nodes[index].mark(",")):
        index -= 2 if context.nodes[index - 1].what is What.FIGURE and context.nodes[index - 1].unit is None else 1
    before = context.nodes[index] if index >= 0 else None
    if before is None or before.what not in (What.NAME, What.WORD):
        return False
    last = context.names.language.terms.get((fold(before.text.split()[-1]),))
    return last is not None and "place_noun" in last.roles and before.text[:1].isupper()


def window(context: Context, at: int, owner: Owner | None) -> list[Node]:
    """The words around a figure that speak of it: from what bounds it before to what bounds it behind."""
    first = at - 1
    names = owner.names if owner else ()
    while first >= 0:
        node = context.nodes[first]
        if first in names or (node.what is What.FIGURE and node.unit != "chairs") or node.mark(";؛.:"):
            break
        if node.mark(",،") and not names:
            break
        first -= 1
    last = at + 1
    while last < len(context.nodes):
        node = context.nodes[last]
        if node.mark(",،;؛.:()[]"):
            break
        if (node.what is What.FIGURE and node.unit != "chairs") or (is_holder(node) and last not in names):
            if at + 1 < len(context.nodes) and context.nodes[at + 1].has("before"):
                last = at + 1
            last = min(last, at + 2)  # what stands before another figure or name speaks of that
            break
        if node.has("and", "against") and last > at + 1:
            break
        last += 1
    around = [node for node in context.nodes[first + 1 : last] if not node.aside]
    if owner is not None and owner.names and not owner.right:
        before = owner.names[0] - 1
        while before >= 0 and context.nodes[before].what is What.WORD:
            around.append(context.nodes[before])
            before -= 1
    return around


def doubt_of(context: Context, at: int, owner: Owner | None) -> str:
    """Why a figure is no result of this vote; empty where it may be one."""
    node = context.nodes[at]
    if node.doubt:
        return node.doubt
    before = context.nodes[at - 1] if at else None
    if before is not None and before.has("approximate"):
        return "approximate"
    after = context.nodes[at + 1] if at + 1 < len(context.nodes) else None
    if after is not None and after.has("approximate_after"):
        return "approximate"
    if context.scope.other_year:
        return "another year"
    around = window(context, at, owner)
    link = owner.link if owner else ""
    for role, reason in _DOUBTS:
        if context.says(role) and any(
            word.has(role) and not (word.has("gain") and word.text == link) for word in around
        ):
            return reason
    return another_year(context, around) or opening_doubt(context)


def another_year(context: Context, around: Sequence[Node]) -> str:
    """Whether words speak of a year that is not this vote's: not that above, or one before the document's last."""
    above = context.scope.year.text if context.scope.year else None
    for word in around:
        if word.what is not What.YEAR:
            continue
        year = int(word.value)
        if context.names.one_year and context.names.said and above is None:
            return "another year"
        if (above is not None and str(year) not in above) or (above is None and year < (context.names.year or 0)):
            return "another year"
    return ""


def opening_doubt(context: Context) -> str:
    """Why a whole sentence is of another time: it opens with words that say so."""
    if _opens_with_year(context):
        return "another year"
    for index, node in enumerate(context.nodes[:_OPENING]):
        if node.has("before") and not any(n.what is What.FIGURE for n in context.nodes[:index]):
            following = context.nodes[index + 1] if index + 1 < len(context.nodes) else None
            if following is None or following.mark(",،") or node.has("opening"):
                return "another time"
    return ""


def _opens_with_year(context: Context) -> bool:
    """Whether a sentence opens with a vote, or a time, of an earlier year: "In the polls of 2010 X had ..."."""
    first = context.nodes[0] if context.nodes else None
    if first is None or not first.has("in", "when"):
        return False
    for node in context.nodes[1:_LONG_OPENING]:
        if node.what is What.YEAR:
            told = context.names.one_year and bool(context.names.said)  # results were told before, of no year
            return told or int(node.value) < (context.names.year or 0)
        if node.what in (What.FIGURE, What.RANK):
            return False
    return False


def _figure(context: Context, at: int, owned: dict[int, Owner], said: str | None) -> Iterator[Found]:
    node = context.nodes[at]
    owner = (
        beaten_owner(context.nodes, at)
        or right_owner(context.nodes, at)
        or introduced_owner(context.nodes, at)
        or left_owner(context.nodes, at, owned)
    )
    doubt = doubt_of(context, at, owner) or _of_all(context, at) or _again(context, at, said)
    if doubt:
        yield context.unread(node, doubt)
        return
    if owner is None:
        inherited = _pronoun(context, at) if _has_link(context, at) else None
        if inherited is not None:
            place = context.place_of(at)
            owned[at] = Owner((), "pronoun")
            reason = "the name is that of the sentence before"
            predicate = "holds_seats" if node.unit != "votes" else "votes"
            if inherited in context.names.parties.values() or fold(inherited) in context.names.people:
                predicate = "candidate_votes" if fold(inherited) in context.names.parties else "votes"
            yield context.claim(predicate, inherited, place.text, node.value, node, node, place=place, doubt=reason)
        else:
            yield context.unread(node, _NOBODY)
        return
    owned[at] = owner
    respective = _respectively(context, at)
    if respective is not None:
        yield from _claims(context, respective, at, node.value, owner)
        return
    if owner.doubt:
        yield context.unread(node, owner.doubt)
        return
    chained = any(other.link and index < at for index, other in owned.items())
    if not owner.link and not chained and not _label(context, owner, at, said):
        yield context.unread(node, _NO_LINK)
        return
    values = [node.value] * len(owner.names)
    for index, value in zip(owner.names, values, strict=True):
        yield from _claims(context, index, at, value, owner)


def _respectively(context: Context, at: int) -> int | None:
    """The name of a figure in "A and B won three and two respectively"; None where it does not say so."""
    nodes = context.nodes
    if not any(node.has("respectively") for node in nodes[at:]):
        return None
    units = (nodes[at].unit, None)
    figures = [i for i, node in enumerate(nodes) if node.what is What.FIGURE and node.unit in units]
    names = [i for i, node in enumerate(nodes[: figures[0]]) if is_holder(node) and not node.aside]
    if len(names) != len(figures) or at not in figures:
        return None
    return names[figures.index(at)]


def _of_all(context: Context, at: int) -> str:
    """Whether a figure is the sum of which the one before it is a part: "11 636 votes of 28 404"."""
    before = at - 1
    while before > 0 and _is_beside(context.nodes[before]) and not context.nodes[before].has("of_total"):
        before -= 1
    part = context.nodes[before - 1] if before > 0 else None
    if before >= 0 and context.nodes[before].has("of_total") and part is not None and part.what is What.FIGURE:
        if part.unit not in (context.nodes[at].unit, None):
            return ""
        return "a sum of which another figure is a part"
    return ""


def _run_together(context: Context, at: int) -> bool:
    """Whether a number of three digits stands behind another and a comma, and may be its end: "77, 884 votes"."""
    if not 2 <= at < len(context.nodes) or context.nodes[at].what is not What.FIGURE:
        return False
    before = context.nodes[at - 2]
    digits = context.sentence.text[context.nodes[at].start :][:4]
    bare = before.what is What.FIGURE and not before.said_unit
    return bare and context.nodes[at - 1].mark(",،") and digits[:3].isdigit() and not digits[3:].isdigit()


def _is_beside(node: Node) -> bool:
    """Whether a word before a number says nothing of its own, or only its unit: "من المقاعد الثمانين"."""
    unit = node.what is What.WORD and node.token is not None and node.token.term.unit is not None
    return unit or node.has("joins", "filler")


def _again(context: Context, at: int, said: str | None) -> str:
    """Whether a bare figure stands in brackets behind another: "Sinn Fein 138 (126)"."""
    two_sides = at > 2 and context.nodes[at - 1].has("to") and context.nodes[at - 2].what is What.FIGURE
    if two_sides and context.nodes[at - 3].has("by") and not any(n.has("beats") for n in context.nodes[:at]):
        return "the two sides of a vote, and no result"  # "re-elected by 64 votes to 40"
    if _run_together(context, at) or _run_together(context, at + 2):
        return "two numbers that run together"
    opens = at > 1 and context.nodes[at - 1].mark("(") and context.nodes[at - 2].what is What.FIGURE
    if opens and (said is None or context.nodes[at - 2].unit == said):
        return "a second figure in brackets"
    return ""


def _label(context: Context, owner: Owner, at: int, said: str | None) -> bool:
    """Whether a name and its figure stand alone, as in "Jonathan Bii of UDA, 214,036 votes"."""
    if said is None and context.scope.unit is None:
        return False
    before = owner.names[0] - 1
    while before >= 0 and context.nodes[before].has("joins", "article", "honorific", "office", "independent"):
        before -= 1
    opens = before < 0 or context.nodes[before].what is What.MARK or context.nodes[before].has("and", "against", "each")
    return opens and not owner.junk and at - owner.names[-1] <= _NEAR


def _has_link(context: Context, at: int) -> bool:
    return any(node.has("gain", "with") for node in context.nodes[:at])


def _pronoun(context: Context, at: int) -> str | None:
    """The list of the sentence before where this one has only a pronoun for it."""
    before = context.nodes[:at]
    if any(is_holder(node) for node in before):
        return None
    if any(node.has("he") for node in before):
        return context.names.last_person
    if any(node.has("it", "its") or (node.has("list_noun") and node.what is What.WORD) for node in before):
        return context.names.last_list or context.names.list_above
    return None


def _claims(context: Context, index: int, at: int, value: int | float, owner: Owner) -> Iterator[Found]:
    holder, node = context.nodes[index], context.nodes[at]
    place = context.place_of(at)
    doubt = ""
    if owner.junk > 1:
        doubt = f"{owner.junk} words between the name and its figure are not understood"
    if node.lent_unit:
        doubt = doubt or "what the figure counts is taken from the paragraph before"
    if isinstance(value, float):
        return
    subject = context.name(holder)
    if node.unit == "votes":
        predicate = "votes"
        if holder.who is Who.PERSON:
            party = context.names.parties.get(fold(subject))
            predicate = "candidate_votes" if holder.party or party else "votes"
            doubt = doubt or holder.doubt
            if not holder.party and not party and holder.party is None:
                doubt = doubt or "it is not said whether the person stood for a list"
        elif holder.who is Who.UNKNOWN and not _alone_is_list(holder):
            doubt = doubt or "it is not said whether this is a list or a person"
    else:
        predicate = "holds_seats"
        if holder.who is Who.PERSON:
            doubt = doubt or "the name may be a person's"
        if node.unit == "members":
            if not any(word.has("gain") for word in context.nodes[:at]):
                yield context.unread(node, "members, not seats")
                return
            doubt = doubt or "members, not seats"
        if context.names.language.script == "arabic" and holder.who is Who.UNKNOWN and not _sure_name(context, holder):
            doubt = doubt or "a name by its place in the sentence alone"
    if holder.who is not Who.PERSON:
        context.names.last_list = subject
        if node.unit == "seats" and not doubt:
            context.names.lists.setdefault(fold(subject), subject)
    mechanism = Mechanism.CLAUSE
    yield context.claim(
        predicate, subject, place.text, value, holder, node, place=place, doubt=doubt, mechanism=mechanism
    )


def _sure_name(context: Context, holder: Node) -> bool:
    """Whether a name without a noun of lists is likely one: it has the article, quotation marks, or is named again."""
    first = fold(holder.text.split()[0])
    return first.startswith("ال") or holder.end - holder.start > len(holder.text) or first in context.names.repeated


def _alone_is_list(holder: Node) -> bool:
    return len(holder.text.split()) == 1


def _rank(context: Context, at: int, forecast: bool) -> Iterator[Found]:
    node = context.nodes[at]
    index = _ranked(context, at)
    if index is None:
        return
    holder = context.nodes[index]
    doubt = "a forecast" if forecast else ""
    around = window(context, at, Owner((index,), ""))
    if any(word.has("denial", "before") for word in around) or context.scope.other_year:
        doubt = doubt or "another time, or denied"
    if doubt:
        yield context.unread(node, doubt)
        return
    place = context.place_behind(max(at, index)) or context.place_of(at)
    yield context.claim("ranked", context.name(holder), place.text, int(node.value), holder, node, place=place)


def _ranked(context: Context, at: int) -> int | None:
    """The name of a rank: before it without a comma or a figure between, else right behind it."""
    nodes = context.nodes
    follows = at + 1 < len(nodes) and is_holder(nodes[at + 1])
    precedes = at > 0 and is_holder(nodes[at - 1])
    if follows and (not precedes or (nodes[at + 1].who is Who.LIST and nodes[at - 1].who is not Who.LIST)):
        return at + 1
    index = at - 1
    verb = index >= 0 and any(node.has("rank_verb", "gain") for node in nodes[max(at - _BACK, 0) : at])
    verb = verb or (index >= 0 and nodes[index].has("to") and context.names.language.script == "arabic")
    while index >= 0 and not nodes[index].mark(";؛.:"):
        node = nodes[index]
        if node.aside or node.mark("()"):
            index -= 1
            continue
        if is_holder(node):
            return head_of(nodes, index)
        if verb and (node.what is What.FIGURE or node.mark(",،")):
            index -= 1
            continue
        if verb and node.has("and", "filler") and context.names.language.script == "arabic":
            index -= 1
            continue
        past = node.who is Who.PLACE and not verb
        if node.what in (What.FIGURE, What.MARK, What.RANK) or node.has("and", "against") or past:
            break
        index -= 1
    index = at + 1
    while index < len(nodes) and nodes[index].what is What.WORD and not nodes[index].has("and"):
        index += 1
    if index < len(nodes) and is_holder(nodes[index]) and index - at <= 5:
        return index
    if index < len(nodes) and nodes[index].mark(",،") and at > 0:
        before = next((i for i in range(at - 1, -1, -1) if is_holder(nodes[i]) and not nodes[i].aside), None)
        if before is not None and not any(nodes[i].what is What.RANK for i in range(before, at)):
            return before
    return None


def place_only(context: Context, at: int) -> Place:
    """The place of a figure that is of a place itself."""
    return context.place_of(at)
