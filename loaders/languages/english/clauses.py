"""English sentences and their clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass

TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Prof|Hon|vs|No|U\.S|U\.K)|\b[A-Z])\.$")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\Wa-z_])")
_MAIN_VERB = (
    r"(?:came|was|were|finished|ranked|placed|ended|took|won|lost|boycotted|is|has|had|swept|failed|refused|"
    r"said|announced|sought|brings?|brought|comprises?|unites?)"
)
_DASHES = re.compile(r" (?:–|—|--|-) (?P<inner>[^–—]+?) (?:–|—|--|-) ")
_RELATIVE = re.compile(rf", (?:which|who) (?P<inner>.+?)(?:, (?={_MAIN_VERB}\b)|(?=[.!?]?$))")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; a full stop after an abbreviation or an initial ends none."""
    found: list[list[str]] = []
    for part in _SENTENCE_END.split(text.strip()):
        if found and _ABBREVIATION.search(found[-1][-1][-8:]):
            found[-1].append(part)
        elif part:
            found.append([part])
    return [" ".join(parts) for parts in found]


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with one verb; `before` is the text whose last name a parenthesis is about."""

    text: str
    before: str | None = None


def clauses(sentence: str) -> list[Clause]:
    """The clauses of a sentence: the main one, then its parentheses with the text before each."""
    aside: list[Clause] = []
    text = sentence
    for pattern in (_DASHES, _RELATIVE):
        while found := pattern.search(text):
            before = text[: found.start()]
            aside.append(Clause(found["inner"].strip(), before))
            text = f"{before} {text[found.end() :]}".strip()
    return [Clause(text.rstrip(".!").strip()), *aside]
