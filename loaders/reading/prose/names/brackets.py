"""Brackets behind a name: its short form, its list, or a note."""

from __future__ import annotations

from collections.abc import Sequence

from ....languages.words import fold
from ...mentions import Names, acronym, stands_for
from ..nodes import BODY, LIST, NUMBER, PERSON, PLACE, Node
from .written import shown

_LONGEST_BRACKET = 7  # tokens


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
    if not inner or any(t.sort is NUMBER or t.term.number is not None or t.term.unit for t in inner):
        return at
    text = shown(inner)
    known = fold(names.lists.get(fold(text), ""))
    if known and known != fold(node.text) and known in fold(node.text) and fold(text) != known:
        return close + 1
    if any(token.has("independent") for token in inner):
        node.party, node.who = "", PERSON
    elif acronym(text) and (stands_for(text, node.text) or names.lists.get(fold(text), text) != text):
        if stands_for(text, node.text) or fold(names.lists[fold(text)]) == fold(node.text):
            node.who, node.full = LIST, f"{node.text} ({text})"
        else:
            node.party, node.who = text, PERSON
    elif acronym(text) or names.is_list(text) or inner[0].has("list_noun") or _like_list(inner, node):
        if node.who is LIST:
            node.full = f"{node.text} ({text})"
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
    """Whether a bracket behind two capital words is the list of a person: "(KPÖ Plus)", "(AK Parti)"."""
    return " " in node.text and len(inner) <= 3 and (acronym(inner[0].text) or inner[-1].has("list_noun"))
