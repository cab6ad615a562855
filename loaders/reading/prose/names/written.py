"""How a name is written: its words joined again as they stand in the text, and names between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from ....languages.words import Words
from ...mentions.glosses import roles_of
from ..nodes import LIST, NAME, NUMBER, UNKNOWN, WORD, Node, node_of
from ..tokens import QUOTES

LONGEST_NAME = 9  # tokens
_QUOTE_MARKS = frozenset('[]«»„“”"')
_GLUED, _GLUING, _SUFFIX = frozenset(".-,'’)"), frozenset("-("), frozenset({"suffix"})  # to the word before, or behind
_LONGEST_QUOTED = 8  # tokens
_SHORTEST_SAID = 3  # words of what somebody says


def shown(run: Sequence[Node]) -> str:
    """The words of a run as a name is written: what was parted from a word joined to it again."""
    if len(run) == 1 and run[0].text not in _QUOTE_MARKS:
        return run[0].text
    words: list[str] = []
    before: Node | None = None
    for token in run:
        text = token.text
        if text in _QUOTE_MARKS:
            continue
        if before is None:
            words.append(text)
        elif before.tied:
            lam = before.text == "ل" and text.startswith("ال")
            words[-1] += text[1:] if lam else text
        elif text in _GLUED or before.text in _GLUING or token.term.roles == _SUFFIX:
            words[-1] += text  # "GBLA-12"
        else:
            words.append(text)
        before = token
    return " ".join(words)


def _opens(tokens: Sequence[Node], at: int) -> bool:
    """Whether a mark that opens and closes quotations opens one: tied to the word behind it, and to none before."""
    if at + 1 == len(tokens) or tokens[at + 1].start != tokens[at].end:
        return False
    before = tokens[at - 1]
    return at == 0 or before.end < tokens[at].start or before.tied or before.text in "([" or before.has("and", "to")


def _said(tokens: Sequence[Node], first: int, close: int) -> bool:
    """Whether quotation marks hold what somebody says, and no name: "We are friends to all", he said."""
    inner = [token for token in tokens[first:close] if token.sort is WORD]
    comma = any(token.text == "," for token in (tokens[close - 1], *tokens[close + 1 : close + 2]))
    return comma and len(inner) > _SHORTEST_SAID and inner[0].capital and not any(one.capital for one in inner[1:])


def quoted(tokens: Sequence[Node], at: int) -> tuple[Node, int] | None:
    """The name between quotation marks that open at a token, and the index behind them."""
    close = QUOTES[tokens[at].text]
    if tokens[at].text == close and not _opens(tokens, at):
        return None
    for index in range(at + 1, min(at + _LONGEST_QUOTED + 2, len(tokens))):
        if tokens[index].text == close:
            inner = tokens[at + 1 : index]
            if not inner or not any(t.sort is WORD and t.term.number is None for t in inner):
                return None
            if any(t.sort is NUMBER or t.term.unit for t in inner) or _said(tokens, at + 1, index):
                return None
            text = shown(inner).rstrip(",،")
            node = node_of(NAME, text, tokens[at].start, tokens[index].end, tokens[at].term)
            noun = (at and tokens[at - 1].has("list_noun")) or (len(inner) > 1 and inner[0].has("list_noun"))
            node.who = LIST if noun else UNKNOWN
            behind = tokens[index + 1] if index + 1 < len(tokens) and not noun else None
            if behind is not None and behind.capital and behind.has("list_noun"):  # the "Harbour" Coalition
                node.who, node.text, node.end = LIST, f"{text} {behind.text}", behind.end
                return node, index + 2
            if behind is not None and behind.has("list_noun") and behind.words == 1 and node.text[0].isupper():
                node.who = LIST  # the "Harbour" coalition
            return node, index + 1
    return None


def names_one_place(tokens: Sequence[Node], at: int, behind: int, run: Sequence[Node], language: Words) -> bool:
    """Whether a name, an "and" and a run of words behind it are one place: "the Ham and Stone Valley Constituency".

    Its noun is of one place, and an article stands before the first name.
    """
    article = at > 0 and "article" in roles_of(tokens[at - 1].text.split()[-1], language)  # also in "for the"
    noun = run[-1] if len(run) > 1 and "place_noun" in run[-1].roles else None
    if noun is None and run and behind + len(run) < len(tokens):
        noun = tokens[behind + len(run)]
    return article and noun is not None and "place_noun" in noun.roles and "every_place" not in noun.roles
