"""How names and labels are written: few words, capital letters where a script has them, no sentence."""

from __future__ import annotations

from collections.abc import Sequence

from ..tokens import Token, tokens
from ..words import Role, kept, lexicon
from .entries import Entry

_SMALL = frozenset(
    "of the and for to in a an de la le les du des l d et y e del los las el und der die das für von zu van het een "
    "en i och da do dos das di della dei per al el bin ibn ben ak sa o os as na w z ve ile dan te të".split()
)


def name_like(entry: Entry) -> bool:
    """Whether what stands before a figure is written like a name: few words, capital letters where there are any."""
    if not entry.words or len(entry.words) > 8 or (not entry.each and any(mark in entry.name for mark in ",،;؛")):
        return False
    if _names_nothing(entry.name.split()):
        return False
    found = _named(entry.name)
    cased = [token for token in found if token.text[0].lower() != token.text[0].upper()]
    if not cased:
        words = lexicon()
        return len(found) <= 6 and not any(words.roles_of((key,)) & {Role.SEATS, Role.VOTES} for key in entry.words)
    if found[0].text.islower() and found[0].key not in ("al", "el"):
        return False
    if len(cased) > 1 and Role.LIST_NOUN in lexicon().roles_of((cased[-1].key,)):
        cased = cased[:-1]  # "Harbour list"
    return any(token.text[0].isupper() for token in cased) and all(
        token.text[0].isupper() or token.key in _SMALL or not token.text.islower() for token in cased
    )


def _names_nothing(words: Sequence[str]) -> bool:
    """Whether words are articles and the like alone: "The", and not "DA"."""
    return all(word.casefold() in _SMALL and not (len(word) > 1 and word.isupper()) for word in words)


@kept
def _named(name: str) -> list[Token]:
    """The words and numbers of a name."""
    return [token for token in tokens(name) if token.text[0].isalpha() or token.text[0].isdigit()]


def label_like(text: str) -> bool:
    """Whether words before a colon are a label and no sentence."""
    words = text.split()
    if not 0 < len(words) <= 6 or len(text) > 60 or text[-1:] in ".!?" or ": " in text or _names_nothing(words):
        return False
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    return (
        all(word[0].isupper() or word.lower() in _SMALL or word[0] in "(–-" for word in cased)
        if cased
        else len(words) <= 4
    )
