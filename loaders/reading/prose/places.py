"""The places of an enumeration: "in the provinces of A, B and C, to the west", and what makes one no whole place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..mentions import Names
from .nodes import FIGURE, NAME, PLACE, RANK, UNKNOWN, WORD, Node

NO_WHOLE = "a part of a place, or what is only near it"
_NO_NAME = "where it is, no name of a place says"
_PAIR = 2  # names
_MOST_WORDS = 10  # before the name of a place: "the cold and windy northern city of"


class Enumeration(NamedTuple):
    """Places that are named in a row; `after` is the index behind them. `doubt`: why they are not what is spoken of."""

    places: tuple[Node, ...]
    after: int
    doubt: str = ""


def past_place(nodes: Sequence[Node], index: int) -> int:
    """The index behind a place that a preposition leads to, where a verb of going follows: "seats in X went to Y"."""
    step = index
    while step < len(nodes) and nodes[step].has("in", "on_body", "article", "body_of_place") and step < index + 3:
        step += 1
    place = index < step < len(nodes) - 1 and nodes[step].who is PLACE and nodes[step + 1].has("goes")
    return step + 1 if place else index


def places_behind(nodes: Sequence[Node], at: int, names: Names) -> Enumeration:
    """The places that begin behind the preposition at an index."""
    first = _place(nodes, at + 1, names)
    if isinstance(first, str):
        return Enumeration((), at + 2, first)
    found, after = [first[0]], first[1]
    verb: bool | None = None  # whether one stands before; else the one behind is of what they stand in
    while (step := _separator(nodes, after)) is not None:
        further = _place(nodes, step, names)
        verb = any(node.has("gain", "rank_verb") for node in nodes[:at]) if verb is None else verb
        described = describes_place(nodes, step) or _only_described(nodes, step)
        if isinstance(further, str) or described or _own_clause(nodes, step, further[1], verb=verb):
            break
        found.append(further[0])
        after = further[1]
    if any("except_for" in node.roles for node in nodes[at + 1 : after]):
        return Enumeration((), after, _NO_NAME)
    if len(found) == _PAIR and _of_one_noun(nodes, after - 1):
        return Enumeration((), after, NO_WHOLE)
    return Enumeration(tuple(found), after)


def _of_one_noun(nodes: Sequence[Node], at: int) -> bool:
    """Whether a noun of one place stands behind two names, which may be one: "in Marden and Selby ward"."""
    noun = nodes[at]
    one = noun.what is WORD and noun.text.islower() and noun.text.isascii()
    return one and "place_noun" in noun.roles and "every_place" not in noun.roles and not noun.text.endswith("s")


def place_before(nodes: Sequence[Node], index: int, names: Names) -> bool:
    """Whether a name that stands here is that of a place."""
    node = nodes[index]
    return node.what is NAME and (node.who is PLACE or names.is_place(node.text))


def describes_place(nodes: Sequence[Node], at: int) -> bool:
    """Whether a name only says, with an article and a noun, what the place before it is: "in X, the trade capital,"."""
    node = nodes[at] if at < len(nodes) else None
    return (
        node is not None
        and node.what is NAME
        and node.text.startswith("ال")
        and "place_noun" in node.term.roles
        and at > 1
        and nodes[at - 1].mark(",،")
        and nodes[at - 2].who is PLACE
    )


def lies_within(nodes: Sequence[Node], at: int) -> bool:
    """Whether a place is that in which the one right before it lies: Y of "in the province of X in the Y region"."""
    back = at - 1
    while back > 0 and nodes[back].has("article", "place_noun", "direction") and "in" not in nodes[back].roles:
        back -= 1
    return back > 0 and "in" in nodes[back].roles and nodes[back - 1].what is NAME and nodes[back - 1].who is PLACE


def part_of_place(nodes: Sequence[Node], index: int) -> str:
    """Why the name of a place stands for a part of it, or for somebody there; empty where it is the place itself."""
    before = nodes[index - 1] if index else None
    if before is not None and "part_of_place" in before.roles:
        return NO_WHOLE
    after = nodes[index + 1] if index + 1 < len(nodes) else None
    if after is None or after.what is not WORD:
        return ""
    named_so = "place_noun" in after.roles and not (index + 2 < len(nodes) and "belongs" in nodes[index + 2].roles)
    if after.has("suffix", "beside_name") or ("place_noun" in after.roles and not named_so):
        return NO_WHOLE
    return ""


def _place(nodes: Sequence[Node], at: int, names: Names) -> tuple[Node, int] | str:
    """The place whose words begin here, and the index behind it; why there is none."""
    index, noun = at, False
    while index < len(nodes) and index - at <= _MOST_WORDS:
        node = nodes[index]
        if node.what is NAME:
            break
        if node.what is not WORD or node.has("part_of_place", "rank_verb", "gain", "except_for", "who"):
            return NO_WHOLE if node.has("part_of_place") else _NO_NAME
        if node.has("place_noun"):
            noun = True
        elif node.has("belongs") and not noun:
            return NO_WHOLE
        index += 1
    if index >= len(nodes) or nodes[index].what is not NAME:
        return _NO_NAME
    described = [
        node for node in nodes[at:index] if not node.has("joins", "except", "filler", "article", "beside_place")
    ]
    if described and not noun:
        return NO_WHOLE if all(node.what is WORD and not node.roles for node in described) else _NO_NAME
    node = nodes[index]
    if not place_before(nodes, index, names) and (node.who is not UNKNOWN or names.is_person(node.text)):
        return _NO_NAME
    if doubt := part_of_place(nodes, index):
        return doubt
    after = index + 1
    if after < len(nodes) and "place_noun" in nodes[after].roles:
        after += 1
    return node, after


def goes_on(nodes: Sequence[Node], at: int) -> bool:
    """Whether an enumeration may go on behind a name, and the noun that stands behind it."""
    after = at + 1
    if after < len(nodes) and "place_noun" in nodes[after].roles:
        after += 1
    return after < len(nodes) and ("and" in nodes[after].roles or nodes[after].mark(",،"))


def _separator(nodes: Sequence[Node], after: int) -> int | None:
    """The index behind a comma or an "and" that goes on with an enumeration, past what describes the place before."""
    step = after
    while step < len(nodes) and nodes[step].mark(",،") and _only_described(nodes, step + 1):
        step += 1
        while step < len(nodes) and not nodes[step].mark(",،"):
            if nodes[step].what in (RANK, FIGURE) or nodes[step].has("gain", "rank_verb"):
                return None
            step += 1
    begins = step
    if step < len(nodes) and nodes[step].mark(",،"):
        step += 1
    if step < len(nodes) and "and" in nodes[step].roles:
        step += 1
    return step if step > begins else None


def _only_described(nodes: Sequence[Node], at: int) -> bool:
    """Whether the words from here on say where the place before them lies: "north of the capital", "to the west"."""
    while at < len(nodes) and nodes[at].has("joins", "in", "filler", "article") and "direction" not in nodes[at].roles:
        at += 1
    return at < len(nodes) and "direction" in nodes[at].roles


def _own_clause(nodes: Sequence[Node], step: int, after: int, *, verb: bool) -> bool:
    """Whether what stands behind a name makes it that of a clause of its own: "and X came", "and X in Y"."""
    if not verb and nodes[step - 1].has("and") and not (after < len(nodes) and nodes[after].has("gain", "in")):
        return False  # "Turnout in X and Y was"
    following = nodes[after] if after < len(nodes) else None
    if following is None:
        return False
    if following.what is RANK or following.has("gain", "rank_verb", "in"):
        return not following.has("with", "who")
    return False


def common_noun(nodes: Sequence[Node], at: int) -> bool:
    """Whether "in" leads to something that the language's words do not know, and that is no name: "in a race"."""
    while at < len(nodes) and nodes[at].has("article"):
        at += 1
    return at < len(nodes) and nodes[at].what is WORD and not nodes[at].roles and nodes[at].text.islower()


def in_all_of(nodes: Sequence[Node], at: int, place: int, names: Names) -> bool:
    """Whether a figure is of several places behind it, together: "3 seats in A and B", "3 in A, B and C"."""
    if "in" not in nodes[place - 1].roles or not several_places(nodes, place, names):
        return False
    after = places_behind(nodes, place - 1, names).after
    each = any(node.has("each") for node in (*nodes[max(at - 1, 0) : place], *nodes[after : after + 1]))
    return not each and any(node.has("and") for node in nodes[place:after])


def several_places(nodes: Sequence[Node], at: int, names: Names) -> bool:
    """Whether the place is one of "A and B"."""
    if at and "in" in nodes[at - 1].roles and goes_on(nodes, at):
        led = places_behind(nodes, at - 1, names).places
        named = [node for node in led if names.language.full or node.who is PLACE or names.is_place(node.text)]
        if len(named) > 1 and not any(_has_figure(nodes, node) for node in named):
            return True
    if at < 2 or "and" not in nodes[at - 1].roles:
        return False
    before = nodes[at - 2]
    return before.what is NAME and before.who is PLACE


def _has_figure(nodes: Sequence[Node], name: Node) -> bool:
    """Whether a figure stands right behind a name, so that it is no place: "in X, the Reds 4"."""
    behind = nodes.index(name) + 1
    return behind < len(nodes) and nodes[behind].what is FIGURE
