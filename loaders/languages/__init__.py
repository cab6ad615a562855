"""The languages that documents are read in: a row for each; its words are data, and every shape reads by all of them.

A new language is a file here and its row in `LANGUAGES`.
"""

from __future__ import annotations

import re

from graph.model import Standing

from .arabic import ARABIC
from .english import ENGLISH
from .language import Language

__all__ = ["LANGUAGES", "Language", "any_of", "cites_authority", "standing_cue"]

LANGUAGES: tuple[Language, ...] = (ENGLISH, ARABIC)


def any_of(*fields: str) -> str:
    """The pattern of any of the words of all languages in these fields; a longer one before what it begins with."""
    words = {word for language in LANGUAGES for field in fields for word in getattr(language, field)}
    return f"(?:{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})"


_CUES = [
    (
        re.compile(
            rf"\b(?:{'|'.join(f'(?P<{standing}>{words})' for standing, words in language.standings.items())})\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{'|'.join(language.unsettled)})\b", re.IGNORECASE),
    )
    for language in LANGUAGES
    if language.standings
]
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_AUTHORITY = re.compile(rf"\b{any_of('authorities')}\b", re.IGNORECASE)


def standing_cue(text: str) -> Standing | None:
    """The standing that a text itself claims for its results, by its first cue; None without one.

    A sentence that looks ahead, or says no, gives its results no standing.
    """
    for cue, unsettled in _CUES:
        for sentence in _SENTENCE.split(text) if cue.search(text) else ():
            found = cue.search(sentence)
            if found and not unsettled.search(sentence):
                return Standing(str(found.lastgroup))
    return None


def cites_authority(text: str) -> bool:
    """Whether a text attributes its results to the body that held the vote."""
    return _AUTHORITY.search(text) is not None
