"""Sentences, their clauses, and the registry's names in their phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.model import PROVINCES, Kind
from graph.names import Candidate, Resolver

# --- Sentences and clauses ---------------------------------------------------------------------------

TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Prof|Hon|vs|No|U\.S|U\.K)|\b[A-Z])\.$")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_MAIN_VERB = (
    r"(?:came|was|were|finished|ranked|placed|ended|took|won|boycotted|is|has|had|swept|failed|refused|"
    r"said|announced|sought|brings?|brought|comprises?|unites?)"
)
_DASHES = re.compile(r"\s+(?:–|—|--|-)\s+(?P<inner>[^–—]+?)\s+(?:–|—|--|-)\s+")
_RELATIVE = re.compile(rf",\s+(?:which|who)\s+(?P<inner>.+?)(?:,\s+(?={_MAIN_VERB}\b)|(?=[.!?]?$))")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph; a full stop after an abbreviation or an initial ends none."""
    found: list[str] = []
    for part in _SENTENCE_END.split(text.strip()):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += " " + part
        else:
            found.append(part)
    return [sentence for sentence in found if sentence]


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


# --- Names in phrases --------------------------------------------------------------------------------

_GENERIC_NOUNS = frozenset(
    "alliance coalition party list bloc movement front gathering union province governorate".split()
)
_APPOSITIVE = re.compile(r"(?!(?:the|both|and|also|neighbouring|provinces?|governorates?|of)\b)[a-z]")
_LEADING = re.compile(
    r"^(?:(?:both|and|also|in|neighbouring|the|[\w-]+-dominated)\s+)*"
    r"(?:(?:provinces?|governorates?|cities|regions?|states?)\s+of\s+)?"
)
_SEPARATOR = re.compile(r",\s*(?:and\s+)?|\s+and\s+|;\s*")
_PUNCTUATION = ' ,;:"'
_CONJUNCTIONS = frozenset({"and", "or", "nor", "but", "than", "not"})
_BEFORE_NAMES = frozenset({"of", "the", "in", "at", "by"})
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sheikh|Sayyid)\.?$")


def is_description(phrase: str) -> bool:
    """An unnamed group: the phrase ends in a common noun that is no part of a name."""
    found = re.findall(r"[\w'-]+", phrase)
    if not found:
        return True
    last = found[-1]
    return last[0].islower() and (last.lower() not in _GENERIC_NOUNS or not any(w[0].isupper() for w in found))


def _ends_description(word: str) -> bool:
    """Whether a name may begin after this word: a common noun, a possessive or an honorific."""
    if word in _CONJUNCTIONS or word.endswith(","):
        return False
    return word[0].islower() or word.endswith(("'s", "s'")) or _HONORIFIC.match(word) is not None


@dataclass(frozen=True, slots=True)
class Read:
    """A phrase and the entity it names; `known` is None for a description or an unknown name."""

    text: str
    known: Candidate | None


class PhraseNames:
    """Finds the registry's names in phrases."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def in_phrase(self, phrase: str, kinds: frozenset[Kind]) -> Read | None:
        """The name a phrase holds: all of it, or its end after a description or a possessive.

        "former president Ada Lovelace" and "Mr Babbage's Engine List" end in a name; "New Engine List"
        is not "Engine List": a name may only begin after a word that cannot belong to it.
        """
        tokens = phrase.strip(_PUNCTUATION).split()
        for start in range(len(tokens)):
            if start and (tokens[start] in _BEFORE_NAMES or not _ends_description(tokens[start - 1])):
                continue
            text = " ".join(tokens[start:])
            found = self._resolver.resolve(text, kinds)
            if found.entity:
                return Read(text, found.entity)
            if found.candidates:
                return None
        return None

    def listed(self, phrase: str, kinds: frozenset[Kind]) -> list[Read]:
        """The names of an enumeration; "north of the capital" after a comma describes the one before.

        A name may itself hold a comma or "and": the longest known name wins.
        """
        starts, ends = [0], []
        for separator in _SEPARATOR.finditer(phrase):
            ends.append(separator.start())
            starts.append(separator.end())
        ends.append(len(phrase))
        read: list[Read] = []
        index = 0
        while index < len(starts):
            text, known, last = "", None, index
            for last in range(len(starts) - 1, index - 1, -1):
                text = phrase[starts[index] : ends[last]].strip(_PUNCTUATION)
                before = phrase[starts[index] : starts[last]]
                described = before.islower() and not _APPOSITIVE.match(text)  # "the old and busy city of A"
                known = self.in_phrase(text, kinds) if last == index or described else self._whole(text, kinds)
                if known:
                    break
            if kinds != PROVINCES:
                read.extend([known or Read(text, None)] if text else [])
            elif text and not _APPOSITIVE.match(text) and (known or not is_description(text)):
                read.append(known or Read(_LEADING.sub("", text), None))
            index = last + 1
        return read

    def _whole(self, text: str, kinds: frozenset[Kind]) -> Read | None:
        known = self._exactly(_LEADING.sub("", text) if kinds == PROVINCES else text, kinds)
        return Read(text, known) if known else None

    def _exactly(self, text: str, kinds: frozenset[Kind]) -> Candidate | None:
        return self._resolver.resolve(text, kinds).entity

    def leading(self, phrase: str, kinds: frozenset[Kind]) -> Read | None:
        """The name a clause begins with: its longest beginning that is known."""
        tokens = phrase.split()
        for end in range(min(len(tokens), 8), 0, -1):
            text = " ".join(tokens[:end])
            known = self._exactly(text.rstrip(",'"), kinds)
            if known:
                return Read(text, known)
        return None
