"""A sentence's text becomes its nodes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from ...languages.words import fold
from ..mentions import Names
from .names.brackets import bracket
from .names.naming import name_at
from .nodes import BODY, FIGURE, LIST, MARK, NAME, NUMBER, PERSON, PLACE, RANK, UNKNOWN, WORD, Node, node_of
from .numbers import figure_at
from .tokens import RANKING, tokens

_APPOSITION = 4  # nodes
_BACK = 3  # words before an ordinal in which a verb may say that it is a rank
_NO_PERSON = frozenset({LIST, PLACE, BODY})
_NOUNS = frozenset({"body", "list_noun"})  # words that may be written as names
_MARKS = ',،;؛:()[]{}–—-.!?؟“”"«»'
_OPEN_ASIDES = {"(": ")", **dict.fromkeys(",،", ",،;؛:"), **dict.fromkeys("–—", "–—,،")}  # and what closes them


def nodes_of(text: str, names: Names) -> tuple[list[Node], list[int]]:
    """The nodes of a sentence, asides marked; and where those stand that are no words."""
    found: list[Node] = []
    telling: list[int] = []
    parts = tokens(text, names)
    at = 0
    first_words, cased = names.first_words, names.language.script != "arabic"
    while at < len(parts):
        node = parts[at]
        if node.begins or not (node.what is MARK or (cased and node.plain not in first_words)):
            node, at = _next(parts, at, found, names)
        else:
            at += 1
        if node.what is not WORD or (node.roles and not node.roles.isdisjoint(_NOUNS)):
            telling.append(len(found))
        found.append(node)
    _labelled(found)
    _topics(found, telling, names)
    telling = [at for at in telling if found[at].what is not WORD]
    _parties(found, telling)
    _asides(found, telling)
    return found, telling


def _labelled(nodes: Sequence[Node]) -> None:
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


def _next(parts: Sequence[Node], at: int, found: Sequence[Node], names: Names) -> tuple[Node, int]:
    """The node of a token with which a name, a figure or a rank may begin, and the index behind it."""
    token = parts[at]
    term = token.term
    if "same" in term.roles and (last := next((n for n in reversed(found) if n.what is FIGURE), None)):
        same = node_of(FIGURE, token.text, token.start, token.end, term)
        same.value, same.unit = last.value, last.unit
        return same, at + 1
    ranked = _rank(parts, at, found) if term.ordinal or not RANKING.isdisjoint(term.roles) else None
    if ranked is not None:
        return ranked
    counts = token.sort is NUMBER or term.number is not None or term.unit == "percent" or "-" in token.text
    if counts and (figure := figure_at(parts, at, names.language)):
        return figure
    if named := name_at(parts, at, names):
        node, after = named
        after = bracket(parts, after, node, names)
        return node, after
    return token, at + 1


def _rank(parts: Sequence[Node], at: int, found: Sequence[Node]) -> tuple[Node, int] | None:
    token = parts[at]
    following = parts[at + 1] if at + 1 < len(parts) else None
    after = parts[at + 2] if at + 2 < len(parts) else None

    def made(value: int, end: int) -> tuple[Node, int]:
        node = node_of(RANK, parts[at].text, token.start, parts[end - 1].end, token.term)
        node.value = value
        return node, end

    if token.has("rank_noun") and following is not None and following.term.ordinal:
        return made(following.term.ordinal, at + 2)
    some = following is not None and following.has("place_noun", "of_some")  # "the largest opposition party"
    if token.has("rank_first") and not some:
        third = parts[at - 1].term.ordinal if at else 0  # "the third largest party"
        return made(third or 1, at + 1)
    if token.has("rank_second"):
        return made(2, at + 1)
    if not token.term.ordinal:
        return None
    if following is not None and following.has("rank_noun"):
        return made(token.term.ordinal, at + 2)
    noun = following is not None and following.sort is WORD and not following.term.roles
    if at > 1 and parts[at - 1].has("article") and parts[at - 2].has("in"):
        return None  # "and was beaten in a third"
    if token.has("rank_adverb") and at and _adverbial(found[-1]) and not (noun and found[-1].has("in")):
        return made(token.term.ordinal, at + 1)
    if parts[at - 1].has("place_noun") or (following is not None and following.has("place_noun")):
        return None
    ends = following is None or following.sort is MARK or following.has("with", "in", "and", "against", "whole", "here")
    verb = any(part.has("rank_verb") for part in parts[max(at - _BACK, 0) : at])
    if verb and ends and not (following is not None and following.has("gain") and after is not None):
        return made(token.term.ordinal, at + 1)
    if verb and following is not None and following.has("from_the_end"):
        node, after_it = made(token.term.ordinal, at + 1)
        node.doubt = "counted from the end"
        return node, after_it
    opens = not found and following is not None and following.has("serves") and following.has("rank_verb")
    if opens and after is not None and (after.has("article") or after.capital):
        return made(token.term.ordinal, at + 1)  # "Third is the X"
    labelled = len(found) > 1 and found[-1].mark(":–—-") and found[-2].what is NAME
    if labelled and ends and all(node.what is not FIGURE for node in found):
        return made(token.term.ordinal, at + 1)  # "X Coalition: First with 42,099 votes"
    again = any(node.what is RANK for node in found)
    if again and following is not None and following.has("in") and (found[-1].mark(",،;") or found[-1].has("and")):
        return made(token.term.ordinal, at + 1)  # "first in A and second in B"
    if again and ends and found[-1].what is NAME:
        return made(token.term.ordinal, at + 1)  # "... and Y second with three"
    if again and following is not None and following.has("to", "goes"):
        return made(token.term.ordinal, at + 1)
    return None


def _adverbial(before: Node) -> bool:
    """Whether an ordinal behind this is an adverb: "X second", and not "a second term"."""
    if before.what is WORD:
        return bool(before.roles) and before.term.unit is None
    return before.what in (NAME, MARK)


def _topics(nodes: Sequence[Node], telling: Sequence[int], names: Names) -> None:
    """Mark the places that a word behind them tells of: "X, whose share is 15 seats", "X, where Y came first"."""
    named: dict[str, Node] = {}  # by a word of theirs, the last list named before: "the alliance"
    for index in telling:
        node = nodes[index]
        if node.what in (NAME, WORD) or not node.term.roles.isdisjoint(_NOUNS):
            _topic(nodes, index, named, names)
        if node.what is NAME and node.who is LIST:
            named.update(dict.fromkeys(_words_of(node.text), node))


def _topic(nodes: Sequence[Node], index: int, named: Mapping[str, Node], names: Names) -> None:
    """Settle what a name, or a noun that may be written as one, is by the words around it."""
    node = nodes[index]
    if "body" in node.roles and _enumerated(nodes, index):
        node.becomes(NAME)
        node.who = UNKNOWN
    if node.has("list_noun") and node.text[:1].isupper() and index and nodes[index - 1].has("article"):
        meant = _meant(node, named, names)
        if meant:  # "the Front"
            node.becomes(NAME)
            node.who, node.full = LIST, meant
    if node.what is not NAME:
        return
    if _adjective(nodes, index) or _of_group(nodes, index) or _group_of(nodes, index):
        node.becomes(WORD)
        return
    bare = " " not in node.text and "list_noun" in node.term.roles
    if bare and node.who is LIST and names.language.script != "arabic":
        node.full = _meant(node, named, names) or ""
        if not node.full and "never_alone" in node.term.roles:
            node.who = BODY  # "the Party"
    if bare and node.who is LIST and names.language.script == "arabic":
        node.full = (_meant(node, named, names) or "") if node.text.startswith("ال") else ""
        described = index + 1 < len(nodes) and nodes[index + 1].has("described")  # "the ruling party"
        if not node.full or described:
            node.who = BODY  # "it is the movement of", "the party", and none was named
    told = index and nodes[index - 1].has("saying") and not (index > 1 and nodes[index - 2].what is NAME)
    before = index - 2 if index > 1 and nodes[index - 1].has("article") else index - 1
    source = before >= 0 and nodes[before].has("source")
    if source or (told and node.who is UNKNOWN):
        node.who = BODY  # who says it; "the officer Ada Brown declared X elected" says who else does
    caseless = names.language.script == "arabic"  # with capitals it is a name: "Union Party"
    if (caseless and _only_nouns(node, names)) or (node.who in (PLACE, UNKNOWN) and _place_noun(node)):
        node.who = BODY
    if node.who is not UNKNOWN:
        return
    if (
        _gives(nodes, index + 1)
        or _taken(nodes, index)
        or _described_as_place(nodes, index)
        or _names_place(nodes, index)
    ):
        node.who = PLACE
        names.add_place(node.text)
    step = index + 1
    while step < len(nodes) and (nodes[step].mark(",،") or nodes[step].has("and", "filler")):
        if nodes[step].has("of_place"):
            break  # "and its share"
        step += 1
    if step < len(nodes) and "of_place" in nodes[step].term.roles:
        node.who = PLACE
        names.add_place(node.text)


def _gives(nodes: Sequence[Node], at: int) -> bool:
    """Whether the verb of a place that sends members stands here: "X returned five", and not "returned to"."""
    behind = nodes[at + 1] if at + 1 < len(nodes) else None
    return at < len(nodes) and nodes[at].has("gives") and not (behind is not None and behind.has("to"))


def _taken(nodes: Sequence[Node], index: int) -> bool:
    """Whether a name is that of a place that somebody won: "he has won X again", "X goes to the Reds: A B 7,230"."""
    before, after = nodes[index - 1] if index else None, nodes[index + 1] if index + 1 < len(nodes) else None
    if before is None and after is not None and after.has("goes"):
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
    noun = nodes[index + 1] if index + 2 < len(nodes) else None
    adjective = "-" in text and text[-1].islower() and " " not in text
    return adjective and noun is not None and noun.has("place_noun") and nodes[index + 2].has("belongs")


def _of_group(nodes: Sequence[Node], index: int) -> bool:
    """Whether what is written as a name says of what sort several lists are: "the Northern parties", a group."""
    behind = nodes[index + 1] if index + 1 < len(nodes) and " " not in nodes[index].text else None
    if behind is None or not behind.has("counted_lists") or behind.text[:1].isupper():
        return False
    behind.lists = True
    return True


def _group_of(nodes: Sequence[Node], index: int) -> bool:
    """The same where the noun stands before, and nothing says how many: "أحزاب المعارضة"."""
    before = nodes[index - 1] if index else None
    if before is None or not before.has("every_list") or "list_noun" in nodes[index].term.roles:
        return False
    return not (index > 1 and nodes[index - 2].what is FIGURE)


def _meant(node: Node, named: Mapping[str, Node], names: Names) -> str | None:
    """The last list named that has this noun before or in its name: "the alliance"."""
    before = named.get(fold(node.text).removeprefix("ال"))
    return before.full or before.text if before is not None else names.by_noun(node.text)


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


def _described_as_place(nodes: Sequence[Node], index: int) -> bool:
    """Whether a noun of places describes the name before it: "X, the largest constituency with 38 seats"."""
    if index + 2 >= len(nodes) or not nodes[index + 1].mark(",،"):
        return False
    for at, node in enumerate(nodes[index + 2 : index + 2 + _APPOSITION], index + 2):
        if node.has("place_noun"):
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


def _parties(nodes: Sequence[Node], telling: Sequence[int]) -> None:
    """Mark a person whose list stands behind: "Jack Ranguma of NDG"."""
    for index in telling:
        node = nodes[index]
        if node.what is not NAME or node.who in _NO_PERSON or node.party is not None:
            continue
        if index and nodes[index - 1].has("independent"):
            node.party, node.who = "", PERSON
            continue
        whose = index > 1 and nodes[index - 1].has("whose")
        owner = nodes[index - 3 if index > 2 and nodes[index - 2].mark(",،") else index - 2] if whose else None
        if owner is not None and owner.who is LIST and " " in node.text:  # "X, whose Y Z polled"
            node.party, node.who = owner.full or owner.text, PERSON
            continue
        opens = index == 3 and nodes[2].mark(",،") and nodes[1].who is LIST and nodes[0].has("to")
        if opens and " " in node.text:  # "For the X, Y Z garnered"
            node.party, node.who = nodes[1].full or nodes[1].text, PERSON
            nodes[1].aside = True
            continue
        if index > 1 and nodes[index - 2].who is LIST and nodes[index - 1].has("person_noun"):
            node.party, node.who = nodes[index - 2].full or nodes[index - 2].text, PERSON  # "Reds man X Y"
            nodes[index - 2].aside = True
            continue
        if index > 1 and nodes[index - 1].who is LIST and nodes[index - 2].has("candidate"):
            node.party, node.who = nodes[index - 1].full or nodes[index - 1].text, PERSON
            continue
        at = index + 1
        if at < len(nodes) and nodes[at].mark(",،"):
            at += 1
        while at < len(nodes) and nodes[at].has("filler") and not nodes[at].has("belongs", "candidate", "to"):
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
                node.doubt = "it is not said whether it is a list or a place that the person is of"


def _asides(nodes: Sequence[Node], telling: Sequence[int]) -> None:
    """Mark what stands between commas and only describes the name before it: ", led by X,", ", who once ...,"."""
    marks = [at for at in telling if nodes[at].what is MARK]
    unclosed: set[str] = set()  # marks of which none stands further on
    done = 0
    for nth, at in enumerate(marks):
        node = nodes[at]
        if at < done or node.text not in _OPEN_ASIDES:
            continue
        close = _OPEN_ASIDES[node.text]
        end = None
        if close not in unclosed:
            end = next((marks[i] for i in range(nth + 1, len(marks)) if nodes[marks[i]].text in close), None)
        if end is None:
            unclosed.add(close)
            continue
        inner = nodes[at + 1 : end]
        described = at > 0 and _apposition(nodes, at, end)
        if inner and (described or _describes(inner, node.text == "(")):
            for node in nodes[at : end + 1]:
                node.aside = True
            done = end


def _apposition(nodes: Sequence[Node], at: int, end: int) -> bool:
    """Whether what stands between two commas describes the name before them, whose verb follows."""
    following = nodes[end + 1] if end + 1 < len(nodes) else None
    dashes = nodes[at].mark("–—-") and nodes[end].mark("–—-")
    if nodes[at - 1].what is not NAME or following is None or not (nodes[at].mark(",،") or dashes):
        return False
    if not following.has("gain", "rank_verb", "serves") or following.has("and", "in"):
        return False
    inner = nodes[at + 1 : end]
    says = any(node.what in (FIGURE, RANK) or node.has("gain", "goes", "and") for node in inner[:1])
    counts = any(node.what in (FIGURE, RANK) for node in inner)
    return not says and not counts


def _describes(inner: Sequence[Node], in_brackets: bool) -> bool:
    for node in inner:
        counts = node.what is FIGURE and (in_brackets or node.unit not in ("chairs", None))
        if counts or node.what is RANK:
            return False
    if in_brackets:
        return True
    first = next((node for node in inner if not node.has("joins", "article")), inner[0])
    if first.has("and", "gain", "against", "with"):
        return False
    if len(inner) > 2 and inner[0].what is WORD and inner[1].has("by"):
        return True  # ", suspended by the party,"
    if inner[0].has("belongs") and any(node.who is LIST for node in inner if node.what is NAME):
        return True
    if any(node.has("who") for node in inner[:4]) and not any(node.has("and") for node in inner[:2]):
        return True
    return first.has(
        "who",
        "led_by",
        "leader",
        "leads",
        "rival",
        "unites",
        "office",
        "no_longer",
        "candidate",
        "office_before",
        "independent",
    )
