"""The words of a name: without the marks, links and articles around it, and without what stands in brackets behind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..tokens import MARK, WORD, Token
from ..words import Role, fold, lexicon
from .notes import Note

LINKS = frozenset(
    "و ب من مع أو أي ثم soit with and or from of on by then avec et ou puis de mit und oder con y o met "
    "en ve com بواقع بمجموع".split()
)
ARTICLES = frozenset("the le la les el los las der die das il lo".split())
_ELIDED = re.compile(r"[LlDd]['’]")
_WITH_ARTICLE = 2  # words
_VERB = 3  # words of a verb behind the brackets of a name
PREPOSITIONS = frozenset("in at en à au im på nel no na في".split())


def before_note(kept: list[Token], notes: Sequence[Note]) -> list[Token]:
    """The words of a name before the brackets within it, where those behind are no name: "X (Y list) won 5"."""
    if not notes:
        return kept
    before = [token for token in kept if token.end <= notes[-1].start]
    behind = [token for token in kept[len(before) :] if token.kind is WORD]
    named = any(token.text[0].isupper() for token in behind)
    return before if len(before) > 1 and behind and len(behind) <= _VERB and not named else kept


def links(token: Token) -> bool:
    """Whether a word only joins a name and a figure; one with a capital, as "Con", is a name."""
    return token.key in LINKS and not token.text[:1].isupper()


def _and(token: Token) -> bool:
    """Whether a word joins two names; one with a capital, as "Ed" Brown, is a name."""
    return Role.AND in lexicon().roles_of((token.key,)) and not token.text[:1].isupper()


def trimmed(kept: list[Token], *, first: bool, after_comma: bool) -> list[Token]:
    """The words of a name without the marks and links around them."""
    begin, end = 0, len(kept)
    while begin < end and (
        (kept[begin].kind is MARK and kept[begin].text not in "\"“«'")
        or (not first and (links(kept[begin]) or _and(kept[begin])))
        or (not first and kept[begin].text in PREPOSITIONS)
    ):
        begin += 1
    while begin < end and (kept[end - 1].kind is MARK or links(kept[end - 1]) or not kept[end - 1].key):
        end -= 1
    kept = kept[begin:end]
    if kept and not first:
        kept = [_without_and(kept[0], after_comma=after_comma), *kept[1:]]
    return _without_article(_without_verb(kept))


def _without_verb(kept: list[Token]) -> list[Token]:
    """The words of a name without the verb that stands before it, where verbs do: "فاز تحالف النهر"."""
    verb = len(kept) > 1 and Role.VERB in lexicon().roles_of((kept[0].key,))
    return kept[1:] if verb else kept


def _without_article(kept: list[Token]) -> list[Token]:
    """The words of a name without the article before its noun of lists: "Le Parti X", "L'Union X"."""
    if len(kept) < _WITH_ARTICLE:
        return kept
    table = lexicon()
    if kept[0].key in ARTICLES and Role.LIST_NOUN in table.roles_of((kept[1].key,)):
        return kept[1:]
    elided = _ELIDED.match(kept[0].text)
    if elided and Role.LIST_NOUN in table.roles_of((fold(kept[0].text[elided.end() :]),)):
        first = kept[0]
        rest = first.text[elided.end() :]
        return [Token(first.kind, rest, first.start + elided.end(), first.end, fold(rest)), *kept[1:]]
    return kept


def _without_and(token: Token, *, after_comma: bool) -> Token:
    """A word without the Arabic "and" or "then" that is written together with it, where one surely is."""
    rest = token.text[1:]
    if token.text[:1] not in ("و", "ف") or len(rest) < 3:
        return token
    nouns = Role.LIST_NOUN in lexicon().roles_of((fold(rest),))
    if nouns or rest.startswith("ال") or (after_comma and token.text[0] == "و"):
        return Token(token.kind, rest, token.start + 1, token.end, fold(rest))
    return token
