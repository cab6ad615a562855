"""The words that sentences are read by: a file of data for each language, and how they are looked up.

A new language is a file here. `full` says that its sentences are read as this project reads English and Arabic; of
the others only simple sentences are; what those give of lists without a place is proposed.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent
_ARABIC_FOLDS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": ""})
_MARKS = dict.fromkeys([*range(0x064B, 0x0653), 0x0670, 0x200C, 0x200E, 0x200F])
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_VERBS = frozenset({"gain", "goes", "serves", "leads", "saying", "beats", "against"})
_NO_VERB = frozenset({"with", "filler"})


def fold(word: str) -> str:
    """The form under which a word is looked up: small letters, one form of each Arabic letter, no vowel signs."""
    if word.isascii():
        return word.lower()
    return _plain(word)


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    return word.translate(_APOSTROPHES).translate(_MARKS).translate(_ARABIC_FOLDS).casefold()


@dataclass(frozen=True, slots=True)
class Term:
    """What a word or a phrase can be in a sentence: its roles, and the number or the unit it stands for."""

    roles: frozenset[str] = frozenset()
    number: int | None = None
    scale: int | None = None
    tens: bool = False
    ordinal: int | None = None
    month: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. `terms` are found by their folded words, `opens` by the first word of a phrase.

    `seconds`: the second words of phrases, by the first.
    """

    name: str
    script: str
    full: bool
    capital_nouns: bool
    pointed: bool  # an ordinal is a number with a point
    openings: frozenset[str]  # words of a sentence that begin with a capital at its start alone
    suffixes: frozenset[str]
    share_ends: frozenset[str]  # what is written together with the number of a share
    elisions: frozenset[str]
    ordinal_endings: tuple[str, ...]
    terms: Mapping[tuple[str, ...], Term]
    opens: Mapping[str, int] = field(default_factory=dict)
    seconds: Mapping[str, Set[str]] = field(default_factory=dict)
    not_places: frozenset[str] = frozenset()
    given_names: frozenset[str] = frozenset()
    sons: frozenset[str] = frozenset()  # words of a name that the next belongs to as it is written: "بن فليس"
    adjective_ends: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()  # words by which a sentence is told from a list

    def term(self, words: Iterable[str]) -> Term | None:
        """What these folded words are together."""
        return self.terms.get(tuple(words))

    def common(self, words: Iterable[str]) -> int:
        """How many of these folded words are words of this language."""
        return sum((word,) in self.terms for word in words)


def _key(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, as a sentence gives them: "للمجلس" is two there."""
    words: list[str] = []
    for word in phrase.split():
        if word.startswith("لل") and len(word) > 4:
            words.extend((fold("ل"), fold("ال" + word[2:])))
        else:
            words.append(fold(word))
    return tuple(words)


def _phrases(text: str) -> Iterator[tuple[str, ...]]:
    if text.isascii():
        return filter(None, (tuple(phrase.split()) for phrase in text.lower().split(", ")))
    return filter(None, map(_key, text.split(", ")))


def _language(data: Mapping[str, Any]) -> Words:
    found: defaultdict[tuple[str, ...], dict[str, Any]] = defaultdict(dict)
    said: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)  # the roles
    for unit, text in data.get("units", {}).items():
        for words in _phrases(text):
            found[words]["unit"] = unit
    numbers = data.get("numbers", {})
    for value, words in enumerate(_phrases(numbers.get("words", ""))):
        found[words]["number"] = value
    for value, words in enumerate(_phrases(numbers.get("tens", "")), 2):
        found[words].update(number=10 * value, tens=True)
    for phrase, value in numbers.get("others", {}).items():
        found[_key(phrase)]["number"] = value
    for phrase, value in numbers.get("tens_others", {}).items():
        found[_key(phrase)].update(number=value, tens=True)
    for phrase, value in numbers.get("scales", {}).items():
        found[_key(phrase)]["scale"] = value
    for phrase, value in numbers.get("duals", {}).items():
        found[_key(phrase)].update(number=value, scale=1)
    for phrase, (unit, value) in numbers.get("counted", {}).items():
        found[_key(phrase)].update(number=value, unit=unit)
    ordinals = data.get("ordinals", {})
    for value, words in enumerate(_phrases(ordinals.get("words", "")), 1):
        found[words]["ordinal"] = value
    for phrase, value in ordinals.get("others", {}).items():
        found[_key(phrase)]["ordinal"] = value
    for phrase, value in data.get("months", {}).items():
        for words in _phrases(phrase):
            found[words]["month"] = value
            said[words].add("month")
    roles = {**data.get("roles", {}), "rank_adverb": ordinals.get("adverbs", "")}
    for role, text in roles.items():
        for words in _phrases(text):
            said[words].add(role)
    words_of = {words: frozenset(each) for words, each in said.items()}
    alike = {each: Term(each) for each in set(words_of.values())}  # most words are nothing but their roles
    terms = {words: alike[each] for words, each in words_of.items()}
    terms |= {words: Term(words_of.get(words, frozenset()), **values) for words, values in found.items()}
    opens: dict[str, int] = {fold(word): 1 for word in data.get("whole_words", "").split(", ")}
    seconds: defaultdict[str, set[str]] = defaultdict(set)
    for words in terms:
        opens[words[0]] = max(opens.get(words[0], 0), len(words))
        if len(words) > 1:
            seconds[words[0]].add(words[1])
    return Words(
        name=data["name"],
        script=data["script"],
        full=data.get("full", False),
        capital_nouns=data.get("nouns_have_capitals", False),
        pointed=data.get("ordinals_have_a_point", False),
        openings=frozenset(words[0] for words, each in words_of.items() if len(words) == 1 and "except" in each),
        suffixes=frozenset(data.get("suffixes", "").split()),
        share_ends=frozenset(data.get("share_ends", "").split()),
        elisions=frozenset(data.get("elisions", "").split()),
        ordinal_endings=tuple(phrase[0] for phrase in _phrases(ordinals.get("endings", ""))),
        terms=terms,
        opens=opens,
        seconds=dict(seconds),
        not_places=frozenset(fold(word) for word in data.get("not_places", "").split(", ")),
        adjective_ends=frozenset(word for word in data.get("adjective_ends", "").split(", ") if word),
        sons=frozenset(fold(word) for word in data.get("sons", "").split(", ") if word),
        given_names=frozenset(fold(word) for word in data.get("given_names", "").split(", ") if word),
        verbs=frozenset(
            words[0]
            for words, each in words_of.items()
            if len(words) == 1 and not each.isdisjoint(_VERBS) and each.isdisjoint(_NO_VERB)
        ),
    )


@cache
def languages(script: str = "") -> tuple[Words, ...]:
    """The languages that have a file here, in the order of their names; those of one script where it is named."""
    files = sorted(file.name for file in _FOLDER.glob("*.toml"))
    return tuple(_words(name) for name in files if not script or f'script = "{script}"' in _text(name))


@cache
def months() -> frozenset[str]:
    """The words for months and days of all languages, folded."""
    return frozenset(key[0] for known in languages() for key, term in known.terms.items() if "month" in term.roles)


@cache
def language_of(name: str) -> Words:
    """The language of this name."""
    return _words(f"{name.lower()}.toml")


@cache
def _words(file: str) -> Words:
    return _language(tomllib.loads(_text(file)))


@cache
def _text(file: str) -> str:
    return (_FOLDER / file).read_text(encoding="utf-8")
