"""Ranks in a sentence: who came first, second or third, and in which places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ....languages.words import fold
from ...found import Found, Origin
from ..context import Context
from ..doubts import window
from ..grounds import Ground, doubt_on
from ..hearsay import not_own, of_two
from ..names.naming import may_be_verb
from ..nodes import (
    FIGURE,
    LIST,
    MARK,
    NAME,
    PERSON,
    PLACE,
    RANK,
    WORD,
    Node,
    is_beaten,
    is_holder,
    label_before,
)
from ..owners import Owner, head_of
from ..places import NO_WHOLE, Enumeration, common_noun, places_behind
from ..telling import Place
from ..times import another_year, of_day, opening_doubt

_BACK = 3  # words before a rank in which a verb may say that it is one
_BEHIND = 5  # nodes behind a rank in which its name may stand
_UNSAID = "the sentence before it does not say which list {pronoun!r} is"


@dataclass(slots=True)
class Ranks:
    """The ranks of one sentence. `owners`: of each rank that was read, the index of its name, and that behind it."""

    context: Context
    forecast: str
    owners: dict[int, tuple[int | None, int]] = field(default_factory=dict)

    def read(self, at: int) -> Iterator[Found]:
        """The claims of a rank at a node, or the rank that became none with the reason."""
        context, node = self.context, self.context.nodes[at]
        index = self._owner_before(at)
        index = _ranked(context, at) if index is None else index
        index = self._named_like_place(at) if index is None else index
        subject = context.name(context.nodes[index]) if index is not None else self._pronoun(at)
        if subject is None:
            pronoun = next((word.text.lower() for word in context.nodes[:at] if word.has("it")), None)
            if pronoun and _verb(context.nodes, at):
                yield context.unread(node, _UNSAID.format(pronoun=pronoun))
            return
        if index is not None and (may_be_verb(context.names, context.nodes[index]) or _of_any(context, at, index)):
            return
        where = self._where(at, index)
        self.owners[at] = index, where.after if where else at + 1
        doubt = self._doubt(at, index) or (_first_to_do(context.nodes, where.after) if where else "")
        if doubt or (where is not None and not where.places):
            yield context.unread(node, doubt or (where.doubt if where else ""))
            return
        holder = context.nodes[index] if index is not None else node
        if where is None:
            after = max(at, index if index is not None else at)
            place = context.place_behind(after) or context.place_of(at)
            silent = place.ground is Ground.WHOLE_SILENT and index is not None and not _tied(context.nodes, at, index)
            unsure = doubt_on(Ground.RANK_UNTIED if silent else None) or self._of_no_list(at, index, place.text)
            yield context.claim(
                "ranked", subject, place.text, int(node.value), holder, node, place=place, doubt=unsure
            )  # fmt: skip
        for one in where.places if where else ():
            place = Place(one.text, Origin.CLAUSE, context.ground_of(one, Ground.PLACE_BEHIND))
            doubt = self._of_no_list(at, index, one.text)
            yield context.claim("ranked", subject, one.text, int(node.value), holder, one, place=place, doubt=doubt)
        if index is None or not context.nodes[index].aside:
            context.names.ranked = subject

    def _of_no_list(self, at: int, index: int | None, place: str | None) -> str:
        """Why a rank may be that of no list: nothing calls its name one, or a person had the most votes of some."""
        if index is None:
            return ""
        context, holder = self.context, self.context.nodes[index]
        if holder.who is PERSON:
            most = any(node.unit == "votes" or node.has("most") for node in context.nodes[at : at + 2])
            return doubt_on(Ground.RANK_OF_NO_LIST if most or "most" in context.nodes[at].text else None)
        article = context.names.language.script == "arabic" and holder.text.startswith("ال")
        known = article or holder.who is LIST or context.names.is_list(holder.text) or context.alone_is_list(holder)
        opening = context.names.language.terms.get((fold(holder.text.split()[0]),))
        amount = opening is not None and opening.scale is not None  # "a million dinars"
        return doubt_on(Ground.RANK_OF_NO_LIST) if amount or not (known or place is not None) else ""

    def _where(self, at: int, index: int | None) -> Enumeration | None:
        """The places behind a rank, or behind its name where that follows it; None where none are led to."""
        nodes, step = self.context.nodes, at + 1
        if index is not None and index > at and not (step < len(nodes) and nodes[step].has("in")):
            step = index + 1
            step = _past_leader(nodes, step)
            last = step + _BACK - 1
            while step < min(last, len(nodes)) and _says_nothing(nodes[step]):
                step += 1
        if step + 1 < len(nodes) and nodes[step].has("whole") and _counts_places(nodes[step + 1]):
            return Enumeration((), step, "where it is, no name of a place says")  # "in all provinces but X"
        if step >= len(nodes) or not nodes[step].has("in") or nodes[step].has("with", "gain"):
            return None
        if _counts_of_all(nodes, step + 1):
            return Enumeration((), step, "where it is, no name of a place says")  # "in seven of the 16 provinces"
        found = places_behind(nodes, step, self.context.names)
        if found.places or found.doubt == NO_WHOLE or any(node.has("except_for") for node in nodes[step : found.after]):
            return found
        return found if common_noun(nodes, step + 1) else None

    def _owner_before(self, at: int) -> int | None:
        """The name of the rank before, where only an "and", a pronoun and a verb lead on from that one's places."""
        nodes = self.context.nodes
        for before, (index, after) in self.owners.items():
            if index is None or before > at:
                continue
            between = nodes[after:at]
            if after <= at and all(
                node.mark(",،;؛–—") or node.has("and", "it", "rank_verb", "filler", "but") for node in between
            ):
                return index
            aside = nodes[before].aside and not nodes[at].aside and all(is_no_name(node) for node in between)
            if aside:
                return index
        return None

    def _named_like_place(self, at: int) -> int | None:
        """The name that opens a sentence as a list's would, though only a place is known by it: "X came first in X"."""
        nodes = self.context.nodes
        opens = at > 1 and nodes[0].who is PLACE and nodes[1].has("rank_verb") and at <= _BACK
        behind = nodes[at + 1] if at + 1 < len(nodes) else None
        return 0 if opens and behind is not None and behind.has("in") and not behind.has("gain") else None

    def _pronoun(self, at: int) -> str | None:
        """The list that the sentence before ranked, where this one opens with a pronoun for it."""
        nodes = self.context.nodes
        if not self._opens_with_pronoun(at) or any(is_holder(node) for node in nodes[:at]):
            return None
        return self.context.names.ranked_before

    def _opens_with_pronoun(self, at: int) -> bool:
        nodes = self.context.nodes
        first = 1 if nodes and nodes[0].has("article") else 0
        opens = first < at and (nodes[first].has("it") or (first == 1 and nodes[first].has("list_noun")))
        told = all(node.what in (WORD, RANK) or node.mark(",،") or node.who is PLACE for node in nodes[:at])
        return opens and told and _verb(nodes, at)

    def _doubt(self, at: int, index: int | None) -> str:
        context = self.context
        if context.nodes[at].doubt:
            return context.nodes[at].doubt
        owner = Owner((index,), "") if index is not None else None
        around = window(context, at, owner)
        opening = context.nodes[1:3] if context.nodes[0].has("against", "and") else context.nodes[:2]
        if any("among" in word.roles for word in (*opening, *context.nodes[at + 1 : at + 1 + _BEHIND])):
            return "a rank among some of them"
        if context.by_turnout(at):
            return "a rank of places by their turnout"
        earlier = (word.has("before") and not of_day(context, word) for word in around)
        if any(word.has("denial") for word in around) or any(earlier) or context.scope.other_year:
            return "another time, or denied"
        doubt = self.forecast or another_year(context, around) or opening_doubt(context)
        if doubt or index is None:
            return doubt
        if _joined(context.nodes, at + 1) or _joined(context.nodes, at - 1):
            return "two ranks for two names"  # "A and B came first and second"
        return not_own(context, index) or of_two(context, index, at)


def _of_any(context: Context, at: int, index: int) -> bool:
    """Whether a rank says which list is meant, and not that it came first: "the leading party" (الحزب المتصدر)."""
    name = context.nodes[index]
    noun = name.text.startswith("ال") and " " not in name.text and "list_noun" in name.term.roles
    return noun and index == at - 1 and context.nodes[at].text.startswith("ال")


def _joined(nodes: Sequence[Node], at: int) -> bool:
    """Whether an "and" joins two ranks at an index."""
    both = 0 < at < len(nodes) - 1 and nodes[at].has("and")
    return both and nodes[at - 1].what is RANK and nodes[at + 1].what is RANK


def _says_nothing(node: Node) -> bool:
    """Whether a word between a name and "in" may be passed over: "topped the results in"."""
    return node.what is WORD and not node.has("in", "and", "against", "who", "gain")


def _past_leader(nodes: Sequence[Node], at: int) -> int:
    """The index behind the words that say who leads a list: "the alliance that A B leads came first in"."""
    if at >= len(nodes) or not nodes[at].has("led_by"):
        return at
    behind = at + 1
    while behind < len(nodes) and nodes[behind].what is WORD and not nodes[behind].has("in"):
        behind += 1
    named = behind < len(nodes) and nodes[behind].what is NAME and nodes[behind].who is not PLACE
    return behind + 1 if named else at


def _first_to_do(nodes: Sequence[Node], after: int) -> str:
    """Whether it is told who was the first to do something, and no rank: "first in A to open an office"."""
    to = nodes[after] if after < len(nodes) else None
    behind = nodes[after + 1] if after + 1 < len(nodes) else None
    does = behind is not None and behind.what is WORD and not behind.has("article", "joins")
    return "the first to do something, and no rank" if to is not None and to.has("to") and does else ""


def is_no_name(node: Node) -> bool:
    """Whether a part of a sentence names nobody who may hold seats."""
    return not is_holder(node)


def _counts_places(node: Node) -> bool:
    """Whether "in all" is followed by what it is all of: "in all provinces but X", "in all three"."""
    return node.has("place_noun", "except_for") or node.what is FIGURE


def _counts_of_all(nodes: Sequence[Node], at: int) -> bool:
    """Whether a number of places stands here: "seven", "seven of the 16 provinces", "two provinces"."""
    if at >= len(nodes) or nodes[at].what is not FIGURE or nodes[at].unit not in ("chairs", None):
        return False
    after = nodes[at + 1] if at + 1 < len(nodes) else None
    return nodes[at].unit == "chairs" or after is None or after.mark(".,;") or after.has("of_total", "place_noun")


def _tied(nodes: Sequence[Node], at: int, index: int) -> bool:
    """Whether a rank stands beside its name, or a verb between them."""
    first = min(at, index)
    between = nodes[first - (first > 0 and nodes[first - 1].has("rank_verb", "gain")) : max(at, index) + 1]
    return abs(at - index) <= 1 or any(node.has("rank_verb", "gain", "leads", "serves") for node in between)


def _verb(nodes: Sequence[Node], at: int) -> bool:
    return any(node.has("rank_verb") for node in nodes[max(at - _BACK, 0) : at])


def _before_ranked(node: Node) -> bool:
    """Whether a node may stand between a rank and its name: "second came the candidate of X and its leader, Y"."""
    return node.what is not MARK if node.aside else (node.what is WORD and not node.has("and"))


def _ranked(context: Context, at: int) -> int | None:
    """The name of a rank: before it without a comma or a figure between, else right behind it."""
    nodes = context.nodes
    follows = at + 1 < len(nodes) and is_holder(nodes[at + 1])
    if follows and nodes[at + 1].text.split()[-1].islower():
        return None  # "the largest Christian party"
    precedes = at > 0 and is_holder(nodes[at - 1])
    if follows and (not precedes or (nodes[at + 1].who is LIST and nodes[at - 1].who is not LIST)):
        return at + 1
    label = label_before(nodes, at)
    if label is not None and nodes[at - 1].mark(":–—-") and is_holder(nodes[label]):
        return head_of(nodes, label)  # "X Coalition: First"
    index = at - 1
    verb = index >= 0 and any(node.has("rank_verb", "gain") for node in nodes[max(at - _BACK, 0) : at])
    verb = verb or (index >= 0 and nodes[index].has("to") and context.names.language.script == "arabic")
    while index >= 0 and not nodes[index].mark(";؛.:"):
        node = nodes[index]
        if node.aside or node.mark("()"):
            index -= 1
            continue
        if is_holder(node) and is_beaten(nodes, index) is None:
            return head_of(nodes, index)
        if verb and (node.what is FIGURE or node.mark(",،")):
            index -= 1
            continue
        if verb and node.has("and", "filler") and context.names.language.script == "arabic":
            index -= 1
            continue
        past = node.who is PLACE and not verb
        goes_on = node.has("and") and nodes[index + 1].has("rank_verb")  # "X lost in A and came first in B"
        if node.what in (FIGURE, MARK, RANK) or (node.has("and", "against") and not goes_on) or past:
            break
        index -= 1
    index = at + 1
    while index < len(nodes) and _before_ranked(nodes[index]):
        index += 1
    if index < len(nodes) and is_holder(nodes[index]) and index - at <= _BEHIND:
        topped = nodes[at + 1].has("results") and index == at + 2  # "the results of X are led by", of which X is none
        return None if topped else index
    if index < len(nodes) and nodes[index].mark(",،") and at > 0:
        before = next((i for i in range(at - 1, -1, -1) if is_holder(nodes[i]) and not nodes[i].aside), None)
        if before is not None and not any(nodes[i].what is RANK for i in range(before, at)):
            return before
    return None
