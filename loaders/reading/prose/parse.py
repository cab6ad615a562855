"""A sentence's text becomes its nodes."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ..mentions import Names
from .meant import NOUNS, settle_label, settle_names
from .names.brackets import bracket
from .names.capitals import number_in_name
from .names.caseless import OPENING
from .names.naming import name_at
from .nodes import (
    FIGURE,
    LIST,
    MARK,
    NAME,
    NOTHING,
    NUMBER,
    PERSON,
    PLACE,
    RANK,
    WORD,
    Node,
    label_before,
    node_of,
)
from .numbers import figure_at
from .parties import NO_PERSON, settle_parties
from .tokens import RANKING, tokens

_APPOSITION = 4  # nodes
_BACK = 3  # words before an ordinal in which a verb may say that it is a rank
_MARKS = ',،;؛:()[]{}–—-.!?؟“”"«»'
_OPEN_ASIDES = {"(": ")", **dict.fromkeys(",،", ",،;؛:"), **dict.fromkeys("–—", "–—,،")}  # and what closes them

_DESCRIBING = frozenset({  # roles of a word with which what only describes a name begins
    "who", "led_by", "leader", "leads", "rival", "unites", "office", "no_longer", "candidate", "office_before",
    "independent",
})  # fmt: skip
_TELLING_OF = _DESCRIBING | {"by", "belongs", "gain", "rank_verb", "serves"}  # of any word of an aside, or behind one


def nodes_of(text: str, names: Names) -> tuple[list[Node], list[int]]:
    """The nodes of a sentence, asides marked; and where those stand that are no words."""
    parts = tokens(text, names)
    known = names.first_words
    if names.language.script == "arabic":
        opening = [at for at, part in enumerate(parts) if part.begins or _may_open(part, names)]
    else:
        opening = [
            at for at, part in enumerate(parts) if part.begins or (part.plain in known and part.what is not MARK)
        ]
    found: list[Node] = []
    done = 0  # tokens that are among the nodes
    for at in opening:
        if at >= done:
            found += parts[done:at]
            node, done = _next(parts, at, found, names)
            found.append(node)
    found += parts[done:]
    telling = [
        at
        for at, node in enumerate(found)
        if node.what is not WORD or (node.roles and not node.roles.isdisjoint(NOUNS))
    ]
    settle_label(found)
    settle_names(found, telling, names)
    telling = [at for at in telling if found[at].what is not WORD]
    settle_parties(found, telling, names)
    _asides(found, telling)
    return found, telling


def _may_open(node: Node, names: Names) -> bool:
    """Whether a name may begin with a word of a script without capitals."""
    if node.what is MARK:
        return False
    known = not node.roles or node.plain in names.first_words
    return known or not node.roles.isdisjoint({*OPENING, "place_head"}) or bool(names.names_from(node.text))


def _next(parts: Sequence[Node], at: int, found: Sequence[Node], names: Names) -> tuple[Node, int]:
    """The node of a token with which a name, a figure or a rank may begin, and the index behind it."""
    token = parts[at]
    term = token.term
    if term is NOTHING and token.sort is WORD and "-" not in token.text:
        return _named(parts, at, names)
    if "same" in term.roles and (last := next((n for n in reversed(found) if n.what is FIGURE), None)):
        same = node_of(FIGURE, token.text, token.start, token.end, term)
        same.value, same.unit = last.value, last.unit
        return same, at + 1
    ranked = _rank(parts, at, found) if term.ordinal or not RANKING.isdisjoint(term.roles) else None
    if ranked is not None:
        return ranked
    counts = token.sort is NUMBER or term.number is not None or term.unit == "percent" or "-" in token.text
    counts = counts or term.scale is not None
    if counts and not number_in_name(parts, at) and (figure := figure_at(parts, at, names.language)):
        return figure
    return _named(parts, at, names)


def _named(parts: Sequence[Node], at: int, names: Names) -> tuple[Node, int]:
    """The name that begins at a token, with the brackets behind it; the token itself where none does."""
    named = name_at(parts, at, names)
    if named is None:
        return parts[at], at + 1
    node, after = named
    return node, bracket(parts, after, node, names) if after < len(parts) and parts[after].text == "(" else after


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
    if at and parts[at - 1].has("that") and following is not None and following.has("results"):
        return None  # "that the results appear", with the same letters as "to top the results"
    if token.has("leads") and following is not None and _who_is_person(found):
        return None  # "A B, who is at the head of the list of X"
    if token.has("rank_led") and found and found[-1].what is NAME and _led_in(following, after):
        return made(1, at + 1)  # "X led in A, B and C"
    if token.has("rank_first") and not some:
        noun = at > 1 and parts[at - 1].sort is WORD and not parts[at - 1].roles
        back = 2 if noun else 1  # "the third largest party", "la tercera fuerza más votada"
        third = parts[at - back].term.ordinal if at >= back else 0
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
    verb = any("rank_verb" in part.roles for part in parts[max(at - _BACK, 0) : at])
    if verb and ends and not (following is not None and following.has("gain") and after is not None):
        return made(token.term.ordinal, at + 1)
    if verb and following is not None and following.has("from_the_end"):
        node, after_it = made(token.term.ordinal, at + 1)
        node.doubt = "counted from the end"
        return node, after_it
    opens = not found and following is not None and following.has("serves") and following.has("rank_verb")
    if opens and after is not None and (after.has("article") or after.capital):
        return made(token.term.ordinal, at + 1)  # "Third is the X"
    label = label_before(found, len(found)) if found and found[-1].mark(":–—-") else None
    labelled = label is not None and found[label].what is NAME
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


def _led_in(following: Node | None, after: Node | None) -> bool:
    """Whether a verb of leading is followed by "in" and a name with a capital, where one leads."""
    inside = following is not None and following.has("in") and not following.has("with")
    return inside and after is not None and after.capital and not after.has("month")


def _who_is_person(found: Sequence[Node]) -> bool:
    """Whether a pronoun that ends what was read so far means a name of several words that is no list's."""
    before = next((node for node in reversed(found[:-1]) if not node.mark(",،")), None) if found else None
    person = before is not None and before.what is NAME and before.who not in NO_PERSON and " " in before.text
    return person and found[-1].has("who")


def _adverbial(before: Node) -> bool:
    """Whether an ordinal behind this is an adverb: "X second", and not "a second term"."""
    if before.what is WORD:
        return bool(before.roles) and before.term.unit is None
    return before.what in (NAME, MARK)


def _asides(nodes: Sequence[Node], telling: Sequence[int]) -> None:
    """Mark what stands between commas and only describes the name before it: ", led by X,", ", who once ...,"."""
    marks = [at for at in telling if nodes[at].what is MARK]
    openers: Container[str] = _OPEN_ASIDES
    if all(nodes[at].text not in _OPEN_ASIDES for at in marks):
        return
    if all(map(_TELLING_OF.isdisjoint, [node.roles for node in nodes])):
        openers = "("  # without such a word only brackets open one
    unclosed: set[str] = set()  # marks of which none stands further on
    done = 0
    for nth, at in enumerate(marks):
        node = nodes[at]
        if at < done or node.text not in openers:
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
        if inner and at > 0 and nodes[at - 1].who is PLACE and inner[0].has("independent", "candidate"):
            continue  # "In Marden, independent candidate X Y, who ..."
        if inner and inner[0].has("of_place") and any(node.has("elected") for node in inner):
            continue  # "in Marden, where X was elected after ..."
        if inner and (described or _describes(inner, node.text == "(")):
            for node in nodes[at : end + 1]:
                node.aside = True
            done = end
            _settle_alone(nodes[at - 1] if at else None, inner)


def _settle_alone(name: Node | None, inner: Sequence[Node]) -> None:
    """Mark a name of which an aside tells that it stands for no list: "X Y, a teacher who ran as an independent,"."""
    told = next((node for node in inner if node.has("independent") or node.who is LIST), None)
    if name is None or told is None or told.who is LIST or name.what is not NAME or name.party is not None:
        return
    if name.who not in NO_PERSON and " " in name.text:
        name.party, name.who = "", PERSON


def _apposition(nodes: Sequence[Node], at: int, end: int) -> bool:
    """Whether what stands between two commas describes the name before them, whose verb follows."""
    behind = (
        node for node in nodes[end + 1 : end + 3] if node.has("gain", "rank_verb", "serves") or not node.has("filler")
    )
    following = next(behind, None)  # "also holds"
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
    if inner[0].has("and") and any(node.has("leader") for node in inner[1:2]):
        return True  # ", and its leader X,"
    if first.has("and", "gain", "against", "with"):
        return False
    if len(inner) > 2 and inner[0].what is WORD and inner[1].has("by"):
        return True  # ", suspended by the party,"
    if inner[0].has("belongs") and any(node.who is LIST for node in inner if node.what is NAME):
        return True
    if any("who" in node.roles for node in inner[:4]) and not any("and" in node.roles for node in inner[:2]):
        return True
    return not first.roles.isdisjoint(_DESCRIBING)
