"""Brackets behind a name: its short form, its list, or a note."""

from __future__ import annotations

from collections.abc import Sequence

from ....languages.words import fold
from ...mentions import Names, acronym, is_of_another, stands_for
from ..nodes import BODY, LIST, NUMBER, PERSON, PLACE, Node
from .written import shown

_OF_BODIES = ("body", "never_lists", "vote_noun", "office")  # words that no list and no person has in its name
_LONGEST_BRACKET = 7  # tokens
_LIKE_ACRONYM = 3  # tokens of a list whose first is an acronym


def bracket(tokens: Sequence[Node], at: int, node: Node, names: Names) -> int:
    """The index after the brackets behind a name, where they hold its short form, its list or a note; else the same."""
    if at >= len(tokens) or tokens[at].text != "(" or node.who is PLACE:
        return at
    close = next((i for i in range(at + 1, min(at + _LONGEST_BRACKET + 2, len(tokens))) if tokens[i].text == ")"), None)
    if close is None:
        return at
    if node.who is BODY:
        return close + 1
    inner = tokens[at + 1 : close]
    if not inner or any(
        t.sort is NUMBER or t.term.number is not None or (t.term.unit and not t.capital) for t in inner
    ):
        return at
    if inner[0].has("led_by"):
        return at  # "the Harbour Party (led by Ada Brown)"
    text = shown(inner)
    if fold(text) in names.bodies:
        node.who = BODY
        return close + 1  # "the Electoral Commission of Marden (ECM)"
    known = fold(names.lists.get(fold(text), ""))
    if known and known != fold(node.text) and known in fold(node.text) and fold(text) != known:
        return close + 1
    if acronym(text) and fold(node.text) in known != fold(node.text) and _possessed(known, names):
        node.who, node.full = LIST, names.lists[fold(text)]  # "People's Harbour Party/Civic (PHP/C)"
    elif any(token.has("independent") for token in inner):
        node.party, node.who = "", PERSON
    elif acronym(text) and is_of_another(text, node.text, names.lists.get(fold(text), text)):
        node.party, node.who = text, PERSON
    elif acronym(text) and (stands_for(text, node.text) or names.lists.get(fold(text), text) != text):
        if stands_for(text, node.text) or fold(names.lists[fold(text)]) == fold(node.text):
            node.who, node.full = LIST, f"{node.text} ({text})"
        else:
            node.party, node.who = text, PERSON
    elif acronym(text) and any(token.has(*_OF_BODIES) for token in _run_of(tokens, at, node)[1:]):
        node.who = BODY
        return close + 1
    elif acronym(text) and _names_list(_run_of(tokens, at, node), node):
        node.who, node.full = LIST, f"{node.text} ({text})"
    elif acronym(text) or names.is_list(text) or inner[0].has("list_noun") or _like_list(inner, node):
        if node.who is LIST or _named_after(tokens, at, node):
            node.who, node.full = LIST, f"{node.text} ({text})"
        else:
            node.party, node.who = text, PERSON
    elif node.who is LIST and len(inner) == 1 and inner[0].capital:
        node.full = f"{node.text} ({text})"
    elif any(token.has("saying", "who", "gain") for token in inner):
        return at
    node.end = tokens[close].end if node.full else node.end
    behind = tokens[close + 1] if close + 1 < len(tokens) else None
    noun = node.who is LIST and behind is not None and behind.has("list_noun") and behind.words == 1
    return close + 1 + noun  # "Renewal (RNW) Party"


def _like_list(inner: Sequence[Node], node: Node) -> bool:
    """Whether a bracket behind two capital words is the list of a person: "(KPÖ Plus)", "(River Union Front)"."""
    whole = all(token.capital or token.has("joins", "and") for token in inner)
    few = len(inner) <= _LIKE_ACRONYM and acronym(inner[0].text)
    return " " in node.text and (few or (whole and inner[-1].has("list_noun")))


def _run_of(tokens: Sequence[Node], at: int, node: Node) -> Sequence[Node]:
    """The words of the name before an index, with the word before it, if there is one."""
    first = at - 1
    while first > 0 and tokens[first].start > node.start:
        first -= 1
    return tokens[max(first - 1, 0) : at]


def _named_after(tokens: Sequence[Node], at: int, node: Node) -> bool:
    """Whether a noun of lists stands before a name, which is a person's for whom a list is called."""
    before = next((one for one in reversed(tokens[:at]) if one.start < node.start and not one.has("honorific")), None)
    return before is not None and before.has("list_noun")


def _names_list(run: Sequence[Node], node: Node) -> bool:
    """Whether a name behind which its short form stands is no person's: "the Social Democrats (LSDP)"."""
    article = run[0].start < node.start and (run[0].has("article") or run[0].plain.endswith(" the"))
    return article or "/" in node.text or run[-1].has("of_list_names")


def _possessed(name: str, names: Names) -> bool:
    """Whether a name begins with whose it is, as lists do: "People's", and not "Marden's"."""
    owner = name.split(maxsplit=1)[0].replace("’", "'").partition("'s")[0]
    term = names.language.terms.get((owner,))
    return term is not None and "possessors" in term.roles
