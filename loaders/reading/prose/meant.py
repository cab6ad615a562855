"""What a name in a sentence is by the words around it: a list, a place, a body that speaks, or no name at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ...languages.words import fold
from ..mentions import Names
from .enumerations import group_right
from .nodes import BODY, FIGURE, LIST, MARK, NAME, PLACE, RANK, UNKNOWN, WORD, Node, of_whose_all

_APPOSITION = 4  # nodes
_COUNTED = ("seats", "members", "votes")
_OPENING = 2  # nodes: "Word from X"
NOUNS = frozenset({"body", "list_noun"})  # words that may be written as names


def settle_label(nodes: Sequence[Node]) -> None:
    """Let the name before the one colon of a sentence that tells what lists have be a place: "Marden: 84 for X"."""
    if len(nodes) < _APPOSITION or nodes[0].what is not NAME or nodes[0].who is not UNKNOWN or not nodes[1].mark(":"):
        return
    rest = nodes[2:]
    figure = next((at for at, node in enumerate(rest) if node.what is FIGURE), None)
    named = next((at for at, node in enumerate(rest) if node.who is LIST), None)
    if figure is None or named is None or any(node.mark(":") for node in rest):
        return
    if named < figure or any(node.has("to", "each") for node in rest[figure:named]):
        nodes[0].who = PLACE


def settle_names(nodes: Sequence[Node], telling: Sequence[int], names: Names) -> None:
    """Mark the places that a word behind them tells of: "X, whose share is 15 seats", "X, where Y came first"."""
    for index in telling:
        node = nodes[index]
        if node.what is NAME or node.what is WORD or not node.term.roles.isdisjoint(NOUNS):
            _topic(nodes, index, names)
        if node.what is FIGURE:
            _of_kind(nodes, index)


def _topic(nodes: Sequence[Node], index: int, names: Names) -> None:
    """Settle what a name, or a noun that may be written as one, is by the words around it."""
    node = nodes[index]
    if "body" in node.roles and _enumerated(nodes, index):
        node.becomes(NAME)
        node.who = UNKNOWN
    if "list_noun" in node.roles and node.text[:1].isupper() and index and "article" in nodes[index - 1].roles:
        meant = _meant(nodes, index, names)
        if meant:  # "the Front"
            node.becomes(NAME)
            node.who, node.full = LIST, meant
    if node.what is not NAME:
        return
    one_word = " " not in node.text
    if (one_word and (_adjective(nodes, index) or _of_group(nodes, index))) or _group_of(nodes, index):
        node.becomes(WORD)
        return
    bare = one_word and "list_noun" in node.term.roles
    if bare and node.who is LIST and names.language.script != "arabic":
        article = index > 0 and nodes[index - 1].has("article")
        own = fold(node.text) in names.own_nouns
        node.full = "" if own else _meant(nodes, index, names) or ""
        if not (node.full or article):
            names.own_nouns.add(fold(node.text))
        if not node.full and "never_alone" in node.term.roles:
            node.who = BODY  # "the Party"
    if bare and node.who is LIST and names.language.script == "arabic":
        node.full = (_meant(nodes, index, names) or "") if node.text.startswith("ال") else ""
        described = index + 1 < len(nodes) and nodes[index + 1].has("described")  # "the ruling party"
        if not node.full or described:
            node.who = BODY  # "it is the movement of", "the party", and none was named
    told = index and "saying" in nodes[index - 1].roles and not (index > 1 and nodes[index - 2].what is NAME)
    before = index - 2 if index > 1 and "article" in nodes[index - 1].roles else index - 1
    source = before >= 0 and "source" in nodes[before].roles
    if source or (told and node.who is UNKNOWN):
        node.who = BODY  # who says it; "the officer Ada Brown declared X elected" says who else does
    caseless = names.language.script == "arabic"  # with capitals it is a name: "Union Party"
    if (caseless and _only_nouns(node, names)) or (node.who in (PLACE, UNKNOWN) and _place_noun(node)):
        node.who = BODY
    if caseless and node.who is UNKNOWN and _tells_which(nodes, index, names):
        _told_which(nodes, index)
    if node.who is not UNKNOWN:
        return
    if (
        _gives(nodes, index + 1)
        or _taken(nodes, index)
        or _described_as_place(nodes, index)
        or of_whose_all(nodes, index - 2) is node
        or _names_place(nodes, index)
        or _reported_from(nodes, index)
    ):
        node.who = PLACE
        names.add_place(node.text)
    if _has_share(nodes, index):
        node.who = PLACE
        names.add_place(node.text)


def _has_share(nodes: Sequence[Node], index: int) -> bool:
    """Whether what stands behind a name tells of its share, as of a place: "X and its share"."""
    step = index + 1
    while step < len(nodes) and (nodes[step].mark(",،") or nodes[step].has("and", "filler")):
        if nodes[step].has("of_place"):
            break
        step += 1
    return step < len(nodes) and "of_place" in nodes[step].term.roles


def _told_which(nodes: Sequence[Node], index: int) -> None:
    """Settle what definite words are that say which body, vote or list is meant."""
    node = nodes[index]
    if index > 1 and nodes[index - 1].has("body") and nodes[index - 2].has("gain"):
        body = nodes[index - 1]  # what has won is no body, but a list that is called so
        node.text, node.start, node.who = f"{body.text} {node.text}", body.start, LIST
    else:
        node.who, node.aside = BODY, _behind_list(nodes, index)


def _tells_which(nodes: Sequence[Node], index: int, names: Names) -> bool:
    """Whether definite words only say which body, vote or list is meant: "the municipal vote", "the councils of X"."""
    before, first = nodes[index - 1] if index else None, nodes[index].text.split()[0]
    if before is None or not first.startswith("ال") or fold(first) in names.language.given_names:
        return False
    if _behind_list(nodes, index):  # 'the "Hope" list, the Islamic one', and not who leads it
        return names.language.given_names.isdisjoint(map(fold, nodes[index].text.split()))
    if before.has("and") and index > 1:
        return nodes[index - 2].who is BODY and _tells_which(nodes, index - 2, names)
    if before.what is FIGURE or (before.what is WORD and before.term.unit in _COUNTED):
        return " " not in nodes[index].text  # "10 per cent, the threshold set", "its new seats"
    return before.what is WORD and before.has("body", "vote_noun", "described", "group")


def _behind_list(nodes: Sequence[Node], index: int) -> bool:
    """Whether the name of a list, with its quotation marks or without, stands right before an index."""
    before = index - 2 if index > 1 and nodes[index - 1].mark('"”»') else index - 1
    return before >= 0 and nodes[before].what is NAME and nodes[before].who is LIST


def _gives(nodes: Sequence[Node], at: int) -> bool:
    """Whether the verb of a place that sends members stands here: "X returned five", and not "returned to"."""
    behind = nodes[at + 1] if at + 1 < len(nodes) else None
    return at < len(nodes) and "gives" in nodes[at].roles and not (behind is not None and "to" in behind.roles)


def _taken(nodes: Sequence[Node], index: int) -> bool:
    """Whether a name is that of a place that somebody won: "he has won X again", "X goes to the Reds: A B 7,230"."""
    before, after = nodes[index - 1] if index else None, nodes[index + 1] if index + 1 < len(nodes) else None
    if before is None and after is not None and "goes" in after.roles:
        to = next((node for node in nodes[index + 2 :] if not node.has("article", "to", "filler")), None)
        return to is not None and to.who is LIST
    if before is None or not before.has("takes_place"):
        return False
    ends = after is None or after.mark(".,،;:") or after.has("again", "with", "from_place", "by", "candidate")
    who = next((node for node in reversed(nodes[: index - 1]) if not (node.aside or node.has("filler"))), None)
    return ends and who is not None and (who.what is NAME or who.has("it", "he") or who.mark(")"))


def _adjective(nodes: Sequence[Node], index: int) -> bool:
    """Whether what is written as a name only describes the places behind it: "the Sunni-dominated provinces of A"."""
    text = nodes[index].text
    noun = nodes[index + 1] if "-" in text and text[-1].islower() and index + 2 < len(nodes) else None
    return noun is not None and noun.has("place_noun") and nodes[index + 2].has("belongs")


def _of_group(nodes: Sequence[Node], index: int) -> bool:
    """Whether what is written as a name says of what sort several lists are: "the Northern parties", a group."""
    behind = nodes[index + 1] if index + 1 < len(nodes) else None
    if behind is None or "counted_lists" not in behind.roles or behind.text[:1].isupper():
        return False
    behind.lists = True
    return True


def _group_of(nodes: Sequence[Node], index: int) -> bool:
    """The same where the noun stands before, and nothing says how many: "أحزاب المعارضة"."""
    before = nodes[index - 1] if index else None
    if before is None or "every_list" not in before.roles or "list_noun" in nodes[index].term.roles:
        return False
    row = group_right(nodes, index)
    if len(row) > 1 and any(node.has("each") for node in nodes[row[-1] + 1 : row[-1] + _APPOSITION + _OPENING]):
        for one in row:  # "the parties A, B and C, of which each has"
            nodes[one].who = LIST
        return False
    return not (index > 1 and nodes[index - 2].what is FIGURE)


def _meant(nodes: Sequence[Node], index: int, names: Names) -> str | None:
    """The last list named that has the noun at an index before or in its name: "the alliance"."""
    noun = fold(nodes[index].text).removeprefix("ال")
    lists = (one for one in reversed(nodes[:index]) if one.what is NAME and one.who is LIST)
    before = next((one for one in lists if noun in _words_of(one.text)), None)
    return before.full or before.text if before is not None else names.by_noun(nodes[index].text)


@lru_cache(maxsize=1_000)
def _words_of(name: str) -> Sequence[str]:
    """The words of a name that has several, without their articles."""
    words = fold(name).split()
    return [word.removeprefix("ال") for word in words] if len(words) > 1 else []


def _place_noun(node: Node) -> bool:
    """Whether a name is a noun of places and nothing else: "across the Region" means the whole."""
    return " " not in node.text and "place_noun" in node.term.roles


def _names_place(nodes: Sequence[Node], index: int) -> bool:
    """Whether a noun of places stands before a name and its comma: "in the capital, X, A took nine"."""
    if index < _APPOSITION - 1 or not nodes[index - 1].mark(",،") or not nodes[index - 2].has("place_noun"):
        return False
    ends = index + 1 < len(nodes) and nodes[index + 1].mark(",،")
    return ends and any(node.has("in") for node in nodes[max(index - 2 - _APPOSITION, 0) : index - 2])


def _reported_from(nodes: Sequence[Node], index: int) -> bool:
    """Whether a sentence opens with where its news is from, and points there: "Word from X: all seats filled there"."""
    opens = index == _OPENING and nodes[0].what is not MARK and nodes[1].has("came_from")
    return opens and any(node.has("here") for node in nodes[index + 1 :])


def _described_as_place(nodes: Sequence[Node], index: int) -> bool:
    """Whether a noun of places describes the name before it: "X, the largest constituency with 38 seats"."""
    if index + 2 >= len(nodes) or not nodes[index + 1].mark(",،"):
        return False
    for at, node in enumerate(nodes[index + 2 : index + 2 + _APPOSITION], index + 2):
        if "place_noun" in node.roles:
            return not (at + 1 < len(nodes) and nodes[at + 1].what is NAME)
        if node.what not in (WORD, RANK) or node.has("in", "gain", "and", "leader", "office", "belongs"):
            return False
    return False


def _enumerated(nodes: Sequence[Node], index: int) -> bool:
    """Whether the noun of a body stands in an enumeration of names, and is one: "A and Congress and B"."""
    if not nodes[index].has("body") or not 1 < index < len(nodes) - 1:
        return False
    return nodes[index - 1].has("and") and nodes[index - 2].what is NAME and nodes[index + 1].has("and")


def _only_nouns(node: Node, names: Names) -> bool:
    """Whether a name has no word of its own: "the party's list"."""
    words = node.text.split()
    terms = [names.language.terms.get((fold(word),)) for word in words]
    return len(words) > 1 and all(term is not None and "list_noun" in term.roles for term in terms)


def _of_kind(nodes: Sequence[Node], index: int) -> None:
    """Let a bare figure before a list count its members: "30 Rose councillors, 14 Blue", where the first says it."""
    behind = nodes[index + 1] if index + 1 < len(nodes) else None
    if nodes[index].unit is not None or behind is None or behind.what is not NAME or behind.who not in (LIST, UNKNOWN):
        return
    after = nodes[index + 2] if index + 2 < len(nodes) else None
    said = behind.who is LIST and after is not None and after.what is WORD and after.term.unit == "members"
    before = [node for node in nodes[:index] if node.what is FIGURE]
    row = index > 0 and (nodes[index - 1].mark(",") or nodes[index - 1].has("and"))
    row = row and any(node.of_list for node in before) and (after is None or after.mark(",.;") or after.has("and"))
    if said or row:
        nodes[index].unit, nodes[index].of_list = "members", True
