"""Offices in a sentence: who holds or held which one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....languages.words import fold
from ...found import Found, Mechanism
from ..context import Context
from ..grounds import Ground, doubt_on
from ..nodes import BODY, LIST, NAME, NUMBER, PERSON, PLACE, UNKNOWN, WORD, YEAR, Node, is_beaten, is_holder
from ..owners import head_of
from .around import (
    doubt_of_people,
    is_person,
    skip,
)

_FAR = 6  # nodes
_BEFORE_OFFICE = (
    *("serves", "joins", "office_before", "no_longer", "except", "filler", "who", "honorific", "independent", "month"),
    "before",
)
_TITLES = ("office", "office_before", "no_longer")
_OF_OFFICE = ("body", "article", "belongs", "joins")  # words behind an office that say of what it is


def read_offices(context: Context, dated: set[int]) -> Iterator[Found]:
    """Who holds or held an office: "the governor, X", "X was elected governor of Y"; those `dated` are told already."""
    nodes = context.nodes
    for at in context.at["office"]:
        node = nodes[at]
        if at in dated or (at and nodes[at - 1].has("office")) or _is_title(nodes, at):
            continue
        if at + 1 < len(nodes) and nodes[at + 1].has("suffix", "vote_noun"):
            continue  # "the governor's seat", "the Marden mayor election"
        if _stood_for(nodes, at):
            continue
        if at > 1 and nodes[at - 1].has("to") and nodes[at - 1].has("joins") and nodes[at - 2].has("serves"):
            continue  # "is to chair the sitting"
        before = nodes[at - 2] if at > 1 and nodes[at - 1].has("to") else None
        if before is not None and (before.term.ordinal or before.has("office")):
            continue  # "the first deputy of the governor": a part of another office
        if node.has("leader") and at + 1 < len(nodes) and nodes[at + 1].who is LIST:
            continue
        person, last, text = _holder_of(context, at)
        if person is None or not (is_person(person) or (person.who is BODY and person.given)):
            continue
        if context.names.is_list(person.text) or context.names.is_place(person.text):
            continue
        if "list_noun" in person.term.roles:
            continue
        if len(person.text.split()) < 2 and fold(person.text) not in context.names.families:
            continue
        if at and nodes[at - 1].has("kin", "to_come"):
            continue  # "the brother of the speaker", "the next governor"
        if any(other.has("denial") for other in nodes[max(at - _FAR, 0) : at]):
            continue
        context.names.add_person(person.text)
        yield context.claim(
            "held_office",
            context.name(person),
            text,
            None,
            person,
            last,
            doubt=doubt_of_people(context)
            or _agreed(context, at)
            or person.doubt
            or _doubt_of_list(context, at, last, person),
            mechanism=Mechanism.OFFICE,
        )
        earlier = _succeeded(nodes, nodes.index(last) + 1)
        if earlier is not None:
            context.names.add_person(earlier.text)
            yield context.claim(
                "held_office", context.name(earlier), text, None, earlier, earlier,
                doubt=doubt_of_people(context) or earlier.doubt, mechanism=Mechanism.OFFICE,
            )  # fmt: skip
        of = nodes[at - 1] if at else None
        if of is not None and _right_behind(nodes, at, person) and _is_member(context, node, of):
            context.names.add_person(person.text, context.name(of))
            yield context.claim(
                "member_of", context.name(person), context.name(of), None, of, person,
                doubt=doubt_of_people(context) or person.doubt, mechanism=Mechanism.OFFICE,
            )  # fmt: skip


def _succeeded(nodes: Sequence[Node], at: int) -> Node | None:
    """Who held an office before, as is told behind it: "was chosen governor in the place of X" (خلفا ل X)."""
    step = skip(nodes, at, 1, "office_before", "no_longer")
    if step >= len(nodes) or not nodes[step].has("succeeds"):
        return None
    step = skip(nodes, step + 1, 1, "to", "belongs", "filler", "honorific", *_TITLES)
    person = nodes[step] if step < len(nodes) else None
    return person if person is not None and is_person(person) and " " in person.text else None


def _stood_for(nodes: Sequence[Node], at: int) -> bool:
    """Whether somebody was proposed for an office, or stood for it: "ran for mayor", "nominated A B for governor"."""
    before = skip(nodes, at - 1, -1, "article", "joins", "post", "serves", "office_before")
    named = nodes[before] if before >= 0 else None
    if named is None:
        return False
    proposed = any(node.has("nominates") for node in nodes[:before])
    return named.has("nominates") or (named.has("to") and proposed)


def _agreed(context: Context, at: int) -> str:
    """Why nobody may hold an office yet: it is told that it was agreed for whom the post shall be."""
    post = context.says("agreed") and context.says_before(at, "post")
    return "it was agreed, and may not have come so" if post else ""


def _is_member(context: Context, office: Node, of: Node) -> bool:
    """Whether who holds an office belongs to the list named before it, and does not lead it or speak for it."""
    listed = of.who is LIST and (" " in of.text or fold(of.text) in context.names.lists)
    return listed and not office.has("leader", "heads_lists", "spokesman")


def _doubt_of_list(context: Context, at: int, last: Node, person: Node) -> str:
    """Why an office may be none but that of who leads a list: "Reds chairman A B", "A B, chair of the Reds"."""
    nodes = context.nodes
    if not nodes[at].has("heads_lists"):
        return ""
    if at and nodes[at - 1].has("its") and any(map(is_holder, nodes[:at])):
        return doubt_on(Ground.OFFICE_OF_LIST)  # "the Reds, as their president A B lost"
    leads = context.names.language.script != "arabic" and _right_behind(nodes, at, person)
    before = nodes[at - 1 : at] if leads else []
    named = [node for node in (*before, *nodes[at : nodes.index(last) + 1]) if node.what is NAME]
    listed = any(node.who is LIST or context.names.is_list(node.text) for node in named)
    return doubt_on(Ground.OFFICE_OF_LIST) if listed else ""


def _right_behind(nodes: Sequence[Node], at: int, person: Node) -> bool:
    """Whether a person's name stands behind an office, and not another: "Rose Party senator A B"."""
    step = skip(nodes, at + 1, 1, "office", "honorific")
    return step < len(nodes) and nodes[step] is person


def _office_text(context: Context, first: int, last: int) -> str:
    first -= first > 0 and context.nodes[first - 1].has("below")  # "Deputy Chief Minister"
    text = context.sentence.text[context.nodes[first].start : context.nodes[last].end].strip(" ,،")
    tied = context.nodes[first].text.startswith("ال") and text.startswith("ل")
    return f"ا{text}" if tied else text  # "to the minister", as one word


def _holder_of(context: Context, at: int) -> tuple[Node | None, Node, str]:
    """The person of an office at a node, the last node of its words, and the words."""
    nodes = context.nodes
    last = at
    while last + 1 < len(nodes) and nodes[last + 1].has("office"):
        last += 1
    step = skip(nodes, last + 1, 1, "office_before", "honorific", "no_longer")
    direct = nodes[step] if step < len(nodes) else None
    arabic = context.names.language.script == "arabic"
    if nodes[at].has("of_behind"):
        of = at + (at + 1 < len(nodes) and nodes[at + 1].what is NAME)
        apart = at > 0 and nodes[at - 1].mark(",،")
        return _before_person(nodes, at) if apart else None, nodes[of], _office_text(context, at, of)
    if direct is not None and is_person(direct) and not (arabic and not _arabic_person(context, direct)):
        # "Prime Minister X", unless the office follows a name in apposition: "X, governor of Y"
        return direct, nodes[last], _office_text(context, at, last)
    apposed = _apposed(nodes, last + 1)
    if apposed is not None and _before_person(nodes, at) is None:
        return apposed, nodes[last], _office_text(context, at, last)
    end = last
    # "elected speaker, with X as his deputy", "elected deputy for the list X"
    beside = last + 2 < len(nodes) and (nodes[last + 1].has("with") or (arabic and nodes[last + 2].who is LIST))
    of = last + 1 if beside else skip(nodes, last + 1, 1, "joins", "belongs", "in", "to")
    if of > last + 1 and of < len(nodes) and (nodes[of].what is NAME or nodes[of].has("body", "office")):
        end = of
        while end + 1 < len(nodes) and nodes[end + 1].has("office", "body"):
            end += 1
        end += end + 1 < len(nodes) and nodes[end].has("body_of_place") and nodes[end + 1].who is PLACE
        following = end + 1
        if following < len(nodes) and nodes[following].mark(",،"):
            following += 1
        if (
            following < len(nodes)
            and nodes[following].what is NAME
            and nodes[following].who in (PERSON, UNKNOWN)
            and not _before_person(nodes, at)
        ):
            return nodes[following], nodes[end], _office_text(context, at, end)
    if at and nodes[at - 1].what is NAME and nodes[at - 1].who in (LIST, PLACE):
        behind = nodes[end + 1] if end + 1 < len(nodes) else None
        of_place = arabic and nodes[at].has("office_of_place")
        if behind is not None and is_person(behind) and not of_place:
            return behind, nodes[end], _office_text(context, at, end)
    before = _before_person(nodes, at)
    if arabic:
        step = last + 1
        if step + 2 < len(nodes) and nodes[step].has("to") and nodes[step + 1].has("candidate"):
            chosen = next((n for n in nodes[step : step + 5] if n.who is PERSON), None)
            if chosen is not None:
                return chosen, nodes[last], _office_text(context, at, last)
        while step < len(nodes) and nodes[step].what is WORD and not _ends_office(nodes[step]):
            behind = nodes[step + 1] if step + 1 < len(nodes) else None
            if nodes[step].has("to") and (behind is None or behind.what is not WORD):
                break
            if not nodes[step].has("office_before", "no_longer", "honorific", "it"):
                end = step
            step += 1
        if step < len(nodes) and is_person(nodes[step]) and _arabic_person(context, nodes[step]):
            return nodes[step], nodes[end], _office_text(context, at, end)
        place = nodes[step] if step < len(nodes) and nodes[step].what is NAME else None
        if place is not None and (place.who is PLACE or " " not in place.text):
            past = step + 1
            while past < len(nodes) and nodes[past].has("office_before", "no_longer", "honorific"):
                past += 1
            if past < len(nodes) and is_person(nodes[past]) and _arabic_person(context, nodes[past]):
                return nodes[past], nodes[step], _office_text(context, at, step)
            return before, nodes[step], _office_text(context, at, step)
    return before, nodes[end], _office_text(context, at, end)


def _ends_office(node: Node) -> bool:
    """Whether a word goes on with something else than the office: "chairman for the second time in a row"."""
    return node.term.unit is not None or node.has(
        "and", "in", "gain", "it", "goes", "respectively", "beside_office", "candidate"
    )


def _is_title(nodes: Sequence[Node], at: int) -> bool:
    """Whether an office is said before a name as a title, beside the one that is meant: "the chairman, Judge X"."""
    if not (at > 1 and at + 1 < len(nodes) and is_person(nodes[at + 1]) and nodes[at - 1].mark(",،")):
        return False
    of = at - 2
    while of > 0 and nodes[of].has(*_OF_OFFICE) and not nodes[of].has("office"):
        of -= 1  # "the head of the commission, Judge X"
    return nodes[of].has("office") or (nodes[of].has("leader") and of < at - 2)


def _apposed(nodes: Sequence[Node], at: int) -> Node | None:
    """The person that a comma parts from the office before: "the secretary, X Y, has said"; None where none is."""
    if at >= len(nodes) or not nodes[at].mark(",،"):
        return None
    step = skip(nodes, at + 1, 1, "honorific", "office", "office_before")
    if step >= len(nodes) or not is_person(nodes[step]) or " " not in nodes[step].text:
        return None
    ends = step + 1 < len(nodes) and (nodes[step + 1].mark(",،") or nodes[step + 1].has("saying"))
    return nodes[step] if ends else None


def _arabic_person(context: Context, node: Node) -> bool:
    """Whether a name is like a person's: of two words or more, the first two of which are not both definite.

    They may be where the first is a given name: "الطيب الشرقاوي".
    """
    words = node.text.split()
    given = fold(words[0]) in context.names.language.given_names
    return len(words) >= 2 and (given or not (words[0].startswith("ال") and words[1].startswith("ال")))


def _before_person(nodes: Sequence[Node], at: int) -> Node | None:
    """The person before an office: "X, governor of Y", "X was elected governor", "X (P), once the governor"."""
    index, dated = at - 1, 0  # nodes of a date
    while index >= 0:
        node = nodes[index]
        if _of_date(nodes, index):
            index, dated = index - 1, dated + 4  # "was elected on Saturday, 2 October 2021, chairman"
            continue
        if node.has("that") or (node.has("by") and all(word.has("article") for word in nodes[index + 1 : at])):
            return None  # "Ada Brown declared that", "who was appointed by the king"
        if node.aside:
            index -= 1
            continue
        if node.who is LIST and index > 2 and nodes[index - 1].has("to") and nodes[index - 2].has("is_member"):
            index -= 3  # "X, who belongs to Y, was elected mayor"
            continue
        if node.what is NAME:
            if index == at - 1 and node.who is PERSON and nodes[at].has("office") and " " in node.text:
                return node  # "the list led by X, vice president": an office right behind a name is that person's
            head = head_of(nodes, index)
            if head != index:
                index = head
                continue
            if (verb := is_beaten(nodes, index)) is not None:
                index = verb - 1  # "A beat B and was elected mayor"
                continue
            told = node.who is BODY and node.given
            return node if (told or node.who in (PERSON, UNKNOWN)) and not _of_what_kind(nodes, index) else None
        known = node.mark(",،–—()") or node.has(*_BEFORE_OFFICE)
        if not known or at - index > _FAR + dated:
            return None
        index -= 1
    return None


def _of_date(nodes: Sequence[Node], at: int) -> bool:
    """Whether a year stands here, or a day of a month, or what is said before one: "on Saturday 2 October 2021"."""
    number = nodes[at].sort is NUMBER or nodes[at].term.unit == "chairs"
    return nodes[at].what is YEAR or (number and nodes[at + 1].has("month"))


def _of_what_kind(nodes: Sequence[Node], at: int) -> bool:
    """Whether a name only says of what kind the holder of an office was: "the powerful Northern former speaker"."""
    behind, before = nodes[at + 1], nodes[at - 1] if at else None
    if before is None or before.what is not WORD:
        return False
    if behind.has("office") and before.has("article", "no_longer") and " " in nodes[at].text:
        return True  # "the former Marden West MP"
    return behind.has("no_longer") and (before.has("article") or not before.roles)
