"""Whose a figure or a rank is: the name that a verb, a preposition, a bracket or its place ties it to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .enumerations import each_near, group_left, group_right, heads_group, of_figure_before, told_each
from .nodes import FIGURE, LIST, MARK, NAME, PLACE, RANK, UNKNOWN, WORD, Node, is_holder, tells_many
from .places import past_place

_MOST_JUNK = 3  # words of no known role between a name and its figure
_FARTHEST = 80  # nodes between them
_LIGHT = frozenset({"filler", "joins", "office", "honorific", "list_noun", "independent"})
_ACTING = frozenset({"list_noun", "group", "by", "it", "its", "gain", "with", "to", "goes", "against"})
_OF_VOTE = ("rank_verb", "vote_noun", "results", "body")  # "X topped the results of the election with 5"
_PASSED = frozenset(
    {*_LIGHT, *_OF_VOTE, "of_votes", "held_vote", "in", "and", "who", "each", "whole", "colon", "suffix", "of_total"}
)

_BEFORE_NAME = frozenset({"joins", "office", "honorific", "office_before", "described", "body"})
_LED_BY, _OF_PARTY = frozenset({"led_by", "leader", "of_whom"}), frozenset({"belongs", "candidate"})
OF_NO_NAME = ("group", "described", "by", "beats")  # roles of words that tell of whom a figure is where no name does


class Owner(NamedTuple):
    """The names that a figure is of; `link`: what ties it, "" where it only stands beside; `junk`: words not read."""

    names: tuple[int, ...]
    link: str
    junk: int = 0
    right: bool = False
    doubt: str = ""


def owner_of(nodes: Sequence[Node], at: int, owned: dict[int, Owner], *, left: bool, right: bool) -> Owner | None:
    """The owner of a figure, or why it has none, on the sides where one may be; `owned` are those of figures before."""
    return (
        (beaten_owner(nodes, at) if left else None)
        or (right_owner(nodes, at) or introduced_owner(nodes, at) if right else None)
        or (left_owner(nodes, at, owned) if left else None)
    )


def _light(node: Node) -> bool:
    return not node.roles.isdisjoint(_LIGHT)


def right_owner(nodes: Sequence[Node], at: int, full: bool = True) -> Owner | None:
    """The owner behind a figure: "5 seats went to X", "20 for X", "٦ مقاعد للمواطن"."""
    index, link = at + 1, ""
    if nodes[at].of_list:
        return Owner((index,), "members", right=True)  # "30 Rose councillors"
    if "same" in nodes[at].term.roles and index < len(nodes) and is_holder(nodes[index]):
        return Owner((index,), nodes[at].text, right=True)  # "X got three seats, and the same Y"
    if index < len(nodes) and "group" in nodes[index].roles and "filler" not in nodes[index].roles:
        return Owner((), "", right=True, doubt="a group, no list")
    if (first := told_each(nodes, index)) is not None:
        return Owner(tuple(group_right(nodes, first)), nodes[index].text, right=True)
    share = nodes[index + 1 : index + 2] if index < len(nodes) and nodes[index].mark("(") else []
    if share and share[0].unit == "percent" and index + 2 < len(nodes) and nodes[index + 2].mark(")"):
        index += 3  # "4,557 (21 per cent) for X"
    if nodes[at].unit == "members" and index < len(nodes) and nodes[index].has("belongs"):
        first = index + 1
        if first < len(nodes) and nodes[first].who is LIST and any(node.has("gives") for node in nodes[:at]):
            return Owner((first,), nodes[index].text, right=True)
    if index + 1 < len(nodes) and "of_total" in nodes[index].roles and nodes[index + 1].what is FIGURE:
        index += 2  # "nine of the 11 seats went to X"
    index = past_place(nodes, index)
    while index < len(nodes) and (
        nodes[index].has("to", "goes", "each_of") or (_light(nodes[index]) and "and" not in nodes[index].roles)
    ):
        if nodes[index].has("to", "goes", "each_of"):
            link = nodes[index].text
        elif link and nodes[index].has("group"):
            break
        index += 1
        if link and index < len(nodes) and nodes[index].has("each"):
            index += 1
    if link and index < len(nodes) and nodes[index].has("group"):
        return Owner((), link, right=True, doubt="a group, no list")
    if not link or index >= len(nodes) or not is_holder(nodes[index]):
        return None
    after = nodes[index + 1] if index + 1 < len(nodes) else None
    if after is not None and (after.has("suffix") or (after.what is FIGURE and not after.has("and"))):
        return None
    group = group_right(nodes, index)
    doubt = "two names, one figure" if len(group) > 1 and not each_near(nodes, at, group[-1]) else ""
    return Owner(tuple(group), link, right=True, doubt=doubt)


def introduced_owner(nodes: Sequence[Node], at: int) -> Owner | None:
    """The owner of "With 5 votes X takes ...": the figure comes first, the name and its verb behind it."""
    before = at - 1
    while before >= 0 and nodes[before].has("filler", "joins") and "with" not in nodes[before].roles:
        before -= 1
    if before < 0 or "with" not in nodes[before].roles:
        return None
    opens = before == 0 or nodes[before - 1].what is MARK or nodes[before - 1].has("and", "against", "who")
    index = at + 1
    while index < len(nodes) and (nodes[index].mark(",،") or _light(nodes[index])):
        opens = opens and not nodes[index].has("and")  # "with 5 votes, and Y third"
        index += 1
    if not opens or index >= len(nodes) or not is_holder(nodes[index]):
        return None
    after = index + 1
    while after < len(nodes) and (nodes[after].aside or nodes[after].has("filler")) and not nodes[after].has("gain"):
        after += 1
    if after < len(nodes) and (nodes[after].has("gain", "rank_verb", "leads") or nodes[after].what is RANK):
        return Owner((index,), nodes[before].text, right=True)
    return None


@dataclass(slots=True)
class _Walk:
    """The way back from a figure to its owner: what ties it, the words not read, and what was settled on the way."""

    nodes: Sequence[Node]
    at: int
    owned: dict[int, Owner]
    link: str = ""
    junk: int = 0
    pronoun: bool = False
    own: bool = False  # a noun tells what the subject of the clause got itself: "came first by winning 5"
    bracket: bool = False
    owner: Owner | None = None

    def back(self) -> int:
        """The index of the owner; -1 where there is none, or where `owner` says who it is."""
        index = self.at - 1
        while index >= 0 and self.at - index <= _FARTHEST:
            node = self.nodes[index]
            if is_holder(node) and not (node.aside or self._describes(index)):
                head = head_of(self.nodes, index)
                if head in (index, -1):
                    return index
                index = head
                continue
            step = index - 1 if node.aside else self._mark(index) if node.what is MARK else self._word(index)
            if step is None:
                return -1
            index = step
        return -1

    def _describes(self, index: int) -> bool:
        """Whether a name only says which body or count the word behind it means: "the Westish parliament"."""
        behind = self.nodes[index + 1]
        return behind.what is WORD and behind.text.islower() and behind.has("body", "tally") and index + 1 < self.at

    def _mark(self, index: int) -> int | None:
        node = self.nodes[index]
        if node.mark(")") and not self.bracket:
            opened = next((i for i in range(index - 1, -1, -1) if self.nodes[i].mark("(")), None)
            if opened is None:
                return None
            counts = any(self.nodes[i].what is FIGURE for i in range(opened, index))
            return opened - 1 if not counts or (opened > 0 and is_holder(self.nodes[opened - 1])) else None
        if node.mark("([") and index == self.at - 1:
            self.bracket, self.link = True, "("
        elif node.mark(":") and index == self.at - 1 and any(n.has("beats") for n in self.nodes[:index]):
            self.owner = _beaten(self.nodes, self.at, index)
            return None
        elif node.mark(":") and not self.junk:
            self.link = self.link or ":"
        elif node.mark(";؛.!?؟") and not self.pronoun:
            return None
        return index - 1

    def _word(self, index: int) -> int | None:
        node = self.nodes[index]
        if node.what is FIGURE:
            return self._figure(index)
        if node.what is RANK or (node.who is PLACE and index < self.at - 1):
            if node.what is RANK and not self.link and self.nodes[self.at - 1].has("in"):
                self.link = node.text  # "حل ثانيا بـ10 مقاعد"
            return index - 1  # "X came second in Y with 5 seats"
        roles = node.roles
        if "independent" in roles and self.nodes[index + 1].term.unit == "members":
            self.owner = Owner((), self.link, doubt="a group, no list")
            return None  # "with the independent councillors holding 11"
        if node.what is not WORD or (roles.isdisjoint(_ACTING) and not node.lists):
            self.junk += not self.own and (node.what is not WORD or roles.isdisjoint(_PASSED))
            return index - 1 if self.junk <= _MOST_JUNK else None
        if self.link and "list_noun" in roles and node.text.islower():  # "the ruling party has gained 5"
            if index and self.nodes[index - 1].has("described"):
                self.owner = Owner((), self.link, doubt="a list that is described and not named")
                return None
            self.junk += 0 if index and self.nodes[index - 1].what is NAME else 2  # 'the "Harbour" list'
        if "group" in roles and index and heads_group(self.nodes, index):
            return index - 1  # "at the head of the parties"
        if "group" in roles or node.lists:
            self.owner = Owner((), self.link, doubt="a group, no list")
            return None
        if "by" in roles and index == self.at - 1:
            self.owner = _beaten(self.nodes, self.at, index)
            return None
        if "it" in roles and "filler" not in roles:
            self.pronoun = True
        elif "its" in roles:
            self.pronoun, self.link, self.junk = True, self.link or node.text, self.junk + 2
        elif "gain" in roles or ("with" in roles and not self.link):
            self.link, self.own = node.text, self.own or "own_gain" in roles
        elif ("to" in roles or "goes" in roles) and "filler" not in roles:
            self.link = self.link or node.text
        elif "against" in roles:
            first = next(iter(self.owned), None)
            if self.link and first is not None and not self.owned[first].right and len(self.owned[first].names) == 1:
                # The verb has no name: it is that of the clause before.
                self.owner = Owner(self.owned[first].names, self.link, self.junk + 2)
            return None
        elif roles.isdisjoint(_PASSED):
            self.junk += not self.own
        return index - 1 if self.junk <= _MOST_JUNK else None

    def _figure(self, index: int) -> int | None:
        if self.link and self.nodes[index].lists:
            self.owner = Owner((), self.link, doubt="a group, no list")  # "all three parties got three seats each"
            return None
        other = self.owned.get(index)
        if other is None or (self.pronoun and other.names):
            return index - 1
        if not other.right and other.names:
            self.owner = Owner(other.names, self.link or other.link, self.junk, doubt=other.doubt)
        return None


def left_owner(nodes: Sequence[Node], at: int, owned: dict[int, Owner]) -> Owner | None:
    """The owner before a figure: "X won 5", "X (5 seats)", "X and Y 5 each"."""
    walk = _Walk(nodes, at, owned)
    index = walk.back()
    if index < 0:
        return walk.owner
    if any("saying" in nodes[i].roles for i in range(index + 1, at)):
        return Owner((), "", doubt="told by a name, and not of it")  # "Ada Brown said 9 seats"
    if tells_many(nodes, index + 1) and nodes[index].who is UNKNOWN and " " not in nodes[index].text:
        return Owner((), walk.link, doubt="a group, no list")  # "Northern candidates won 9 seats"
    group = group_left(nodes, index, each=nodes[index].who is LIST and each_near(nodes, at, at))
    if not walk.link and of_figure_before(nodes, group):
        return None
    doubt = ""
    each = each_near(nodes, group[-1], at) or any(node.has("each") for node in nodes[max(group[0] - 2, 0) : group[0]])
    if len(group) > 1 and not each:
        together = not any(node.mark(",،") for node in nodes[group[-2] : group[-1]])
        doubt = "two names, one figure" if together else ""
        group = group if together else group[-1:]
    link = walk.link or ("verb before" if _verb_before(nodes, group[0]) else "")
    return Owner(tuple(group), link, walk.junk, doubt=doubt)


def _beaten(nodes: Sequence[Node], at: int, by: int) -> Owner | None:
    """The winner of "A beat B by 811 votes to 594"; none where the figure is only by how many votes A won."""
    after = next((i for i in range(at + 1, min(at + 4, len(nodes))) if nodes[i].what is FIGURE), None)
    if after is None or not any(nodes[i].has("to", "against") for i in range(at + 1, after)):
        return Owner((), "by", doubt="a difference or a share, no result")
    verb = next((i for i in range(by - 1, -1, -1) if nodes[i].has("beats", "gain")), None)
    winner = next((i for i in range((verb or 0) - 1, -1, -1) if is_holder(nodes[i]) and not nodes[i].aside), None)
    if verb is None or winner is None:
        return None
    winner = head_of(nodes, winner)
    return Owner((winner,), nodes[verb].text)


def beaten_owner(nodes: Sequence[Node], at: int) -> Owner | None:
    """The loser of "A beat B by 811 votes to 594": the second figure is B's."""
    if at < 3 or not nodes[at - 1].has("to", "against"):
        return None
    first = next((i for i in range(at - 2, max(at - 5, -1), -1) if nodes[i].what is FIGURE), None)
    if first is None or not (nodes[first - 1].has("by") or nodes[first - 1].mark(":")):
        return None
    verb = next((i for i in range(first - 1, -1, -1) if nodes[i].has("beats")), None)
    if verb is None:
        return None
    loser = next((i for i in range(first - 1, verb, -1) if is_holder(nodes[i]) and not nodes[i].aside), None)
    return None if loser is None else Owner((head_of(nodes, loser),), nodes[verb].text, right=True)


def head_of(nodes: Sequence[Node], index: int) -> int:
    """The name that this one only describes: X of "X led by Y", "X of Y", "X, on which Y ran"; else the same."""
    before = index - 1
    before -= before > 0 and nodes[before].mark(",،") and nodes[before - 1].has("led_by")
    while before >= 0 and (nodes[before].aside or not nodes[before].roles.isdisjoint(_BEFORE_NAME)):
        belongs = "belongs" in nodes[before].roles
        of_body = belongs and before and "body" in nodes[before + 1].roles and "office" in nodes[before - 1].roles
        if nodes[before].has("led_by", "leads") or (belongs and not of_body):
            break  # but over "speaker of parliament"
        before -= 1
    if before < 0:
        return index
    node = nodes[before]
    if "person_noun" in node.roles and before and nodes[before - 1].who is LIST:
        return index  # "Harbour Party candidate Ada Brown"
    if before < index - 1 and before and node.has("to") and nodes[before - 1].who is LIST and nodes[index - 1].roles:
        return before - 1  # "the X list of the former minister Y"
    if "leader" in node.roles and nodes[index].party and before and "and" in nodes[before - 1].roles:
        return index  # "the candidate of X and its leader, Y"
    if "leader" in node.roles and index + 1 < len(nodes) and nodes[index + 1].has("elected"):
        return index  # "Reds leader Ada Brown was returned in Marden"
    if not node.roles.isdisjoint(_LED_BY) or ("leads" in node.roles and before and "who" in nodes[before - 1].roles):
        return _name_before(nodes, before, index)
    if not node.roles.isdisjoint(_OF_PARTY) and "gain" not in node.roles:
        head = _name_before(nodes, before, index)
        return head if head == index or before - head <= 3 else index
    if (
        "who" in node.roles
        and before
        and not _own_clause(nodes, before, index)
        and (
            nodes[before - 1].what in (NAME, MARK)
            or nodes[before - 1].aside
            or nodes[before - 1].has("in", "joins", "with", "to")
        )
    ):
        return _name_before(nodes, before, index)
    if "and" in node.roles:  # "the list of Y and Z"
        first = before - 1
        if first >= 0 and is_holder(nodes[first]):
            head = head_of(nodes, first)
            return head if head != first else index
    return index


def _own_clause(nodes: Sequence[Node], who: int, index: int) -> bool:
    """Whether a name is the subject of a clause that tells what it got itself: "in X, where Y took 9 seats"."""
    behind = next((node for node in nodes[index + 1 :] if not (node.aside or node.has("filler", "list_noun"))), None)
    return nodes[who].has("of_place") or (behind is not None and behind.has("gain"))


def _name_before(nodes: Sequence[Node], before: int, otherwise: int) -> int:
    for index in range(before - 1, -1, -1):
        if is_holder(nodes[index]):
            return index
        if nodes[index].what is FIGURE or nodes[index].mark(";؛.:"):
            break
    return otherwise


def _verb_before(nodes: Sequence[Node], first: int) -> bool:
    """Whether the clause of a name has its verb before it: "نالت القائمة ...", "the ministry credits X with"."""
    for index in range(first - 1, -1, -1):
        node = nodes[index]
        if node.aside or (_light(node) and not node.has("gain", "goes", "to")):
            continue
        if node.has("gain", "goes", "to", "rank_verb", "gives") or node.what is RANK:
            return True
        if node.what in (FIGURE, MARK) or is_holder(node):
            return False
    return False
