"""Of which list a person in a sentence is: "Jack Ranguma of NDG", "the Reds' X Y", "Y Z, X, 31,251 votes"."""

from __future__ import annotations

from collections.abc import Sequence

from ...languages.words import fold
from ..mentions import Names, acronym
from .nodes import BODY, FIGURE, LIST, NAME, PERSON, PLACE, UNKNOWN, Node

OF_EITHER = "it is not said whether it is a list or a place that the person is of"
OF_SOMEBODY = "who has the person to speak may be no list"
NO_PERSON = frozenset({LIST, PLACE, BODY})
_PAIR = 2  # nodes: a list and what the person is of it
_ROW = 4  # a comma, a list, a comma, a figure
_OF_NO_PERSON = frozenset({"vote_noun", "results", "body", "list_noun"})  # roles of words that no person has for a name


def settle_parties(nodes: Sequence[Node], telling: Sequence[int], names: Names) -> None:
    """Mark a person whose list stands behind: "Jack Ranguma of NDG"."""
    for index in telling:
        node = nodes[index]
        told = node.what is not NAME or node.who in NO_PERSON or node.party is not None
        if told or _is_row_of_person(nodes, index) or _is_candidate_and_leader(nodes, index):
            continue
        if index > 1 and nodes[index - 1].has("candidate") and nodes[index - 2].has("who"):
            node.aside = True  # "Y, a teacher who ran for X as well, got 5"
            continue
        if _stands_alone(nodes, index):
            node.party, node.who = "", PERSON
            continue
        owner = _owner_before(nodes, index)
        if owner is not None and owner.who is LIST and " " in node.text:  # "X, whose Y Z polled"
            node.party, node.who = owner.full or owner.text, PERSON
            continue
        opens = index == 3 and nodes[2].mark(",،") and nodes[1].who is LIST and nodes[0].has("to")
        if opens and " " in node.text:  # "For the X, Y Z garnered"
            node.party, node.who = nodes[1].full or nodes[1].text, PERSON
            nodes[1].aside = True
            continue
        if (of := _list_before(nodes, index)) is not None and not _no_person(node, names):
            node.party, node.who, of.aside = of.full or of.text, PERSON, True
            if _tells(nodes, index) and acronym(of.text) and not names.is_list(of.text):
                node.doubt = OF_SOMEBODY
            continue
        if index > 1 and nodes[index - 1].who is LIST and nodes[index - 2].has("candidate"):
            node.party, node.who = nodes[index - 1].full or nodes[index - 1].text, PERSON
            continue
        at = index + 1
        if at < len(nodes) and nodes[at].mark(",،"):
            at += 1
        while at < len(nodes) and "filler" in nodes[at].roles and not nodes[at].has("belongs", "candidate", "to"):
            at += 1
        if at < len(nodes) and nodes[at].has("belongs", "candidate"):
            at += 1
            noun = False
            while at < len(nodes) and (
                nodes[at].has("joins", "filler", "candidate", "belongs", "list_noun", "described")
            ):
                noun = noun or nodes[at].has("list_noun")
                at += 1
            if at >= len(nodes) or nodes[at].what is not NAME:
                continue
            person = " " in node.text or node.who is PERSON
            if not person:
                continue  # "Change from Congress to ..."
            if nodes[at].who is LIST or (noun and nodes[at].who is UNKNOWN):
                node.party, node.who = nodes[at].full or nodes[at].text, PERSON
            elif nodes[at].who is UNKNOWN and " " in node.text and nodes[at].text[0].isupper():
                node.party, node.who = nodes[at].text, PERSON
                node.doubt = OF_EITHER


def _owner_before(nodes: Sequence[Node], index: int) -> Node | None:
    """The list whose a person is: "X, whose Y Z", "X, whose candidate Y Z"; None where none is."""
    last = index - 1 - (index > 1 and nodes[index - 1].has("person_noun"))
    if last < 1 or not nodes[last].has("whose"):
        return None
    return nodes[last - 2 if last > 1 and nodes[last - 1].mark(",،") else last - 1]


def _stands_alone(nodes: Sequence[Node], index: int) -> bool:
    """Whether a person is said to stand for no list: "independent X Y", "independent candidate X Y"."""
    noun = index > 1 and nodes[index - 1].has("person_noun")
    return index > 0 and nodes[index - 1 - noun].has("independent")


def _list_before(nodes: Sequence[Node], index: int) -> Node | None:
    """The list before a person: "the Reds' X Y", "Reds man X Y", "Kızıl Parti'nin adayı X Y"; None where none is."""
    apart = index > _PAIR and nodes[index - 1].mark(",،") and " " in nodes[index].text  # "the Reds nominee, X Y,"
    last = index - 1 - apart
    noun = last > 0 and nodes[last].has("person_noun")
    owned = last > 0 and not apart and " " in nodes[index].text and nodes[last].has("suffix")
    at = last - 1 - (noun and last > 1 and nodes[last - 1].has("suffix"))
    return nodes[at] if (noun or owned) and nodes[at].who is LIST else None


def _is_candidate_and_leader(nodes: Sequence[Node], index: int) -> bool:
    """Mark a person before whom "the candidate of X and its leader" stands, and tell of it."""
    at = index - 1
    while at > 0 and nodes[at].has("office_before", "no_longer"):
        at -= 1
    told = at > 2 and nodes[at].has("leader") and nodes[at - 1].has("and") and nodes[at - 2].who is LIST
    if not (told and nodes[at - 3].has("candidate")):
        return False
    nodes[index].party, nodes[index].who = nodes[at - 2].full or nodes[at - 2].text, PERSON
    for beside in nodes[at - 3 : index]:
        beside.aside = True
    return True


def _is_row_of_person(nodes: Sequence[Node], index: int) -> bool:
    """Mark a person behind whom list and votes stand between commas, and tell of it: "Y Z, X, 31,251 votes"."""
    row = nodes[index + 1 : index + 1 + _ROW]
    commas = len(row) == _ROW and row[0].mark(",،") and row[2].mark(",،")
    told = commas and row[1].who is LIST and row[3].what is FIGURE and row[3].unit == "votes"
    if not told or " " not in nodes[index].text:
        return False
    nodes[index].party, nodes[index].who = row[1].full or row[1].text, PERSON
    for beside in row[:3]:
        beside.aside = True
    return True


def _no_person(node: Node, names: Names) -> bool:
    """Whether a word of a name is that of a vote or a body: "the Reds' Local Elections"."""
    terms = (names.language.terms.get((fold(word),)) for word in node.text.split())
    return any(term is not None and not term.roles.isdisjoint(_OF_NO_PERSON) for term in terms)


def _tells(nodes: Sequence[Node], index: int) -> bool:
    """Whether a verb of saying stands behind a name: "the WNA's Ada Brown says", who may report for it."""
    return index + 1 < len(nodes) and nodes[index + 1].has("saying")
