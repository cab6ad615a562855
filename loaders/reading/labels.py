"""What a label names: a place, a list, a person, a measure, a sum, or nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from graph.kinds import LISTS, PROVINCES, Kind
from graph.names import Resolver

from .cues import years_in
from .words import Role, fold_words, is_code, lexicon


class Sort(StrEnum):
    """What a label names."""

    PLACE = "place"
    LIST = "list"
    PERSON = "person"
    MEASURE = "measure"
    TOTAL = "total"
    OTHERS = "others"
    INDEPENDENT = "independent"
    UNKNOWN = "unknown"


MEASURES = frozenset({
    Role.TURNOUT, Role.REGISTERED, Role.VOTERS, Role.COUNTED, Role.INVALID, Role.VALID, Role.NEEDED, Role.SEATS,
    Role.VOTES, Role.SHARE, Role.SIZE, Role.CONTESTED, Role.CHANGE, Role.MARGIN,
})  # fmt: skip
_OF_RESULTS = frozenset({Role.SEATS, Role.VOTES, Role.RESULTS, Role.FINAL, Role.PRELIMINARY})
_NOUNS = frozenset({Role.LIST_NOUN, Role.PLACE_NOUN})
_COUNTED = frozenset({Role.TURNOUT, Role.VOTERS, Role.REGISTERED, Role.VALID, Role.INVALID, Role.NEEDED})
FILLERS = frozenset(
    "of the in for so far total all overall de des du la le les en der die das im am and et und y e na w i "
    "number rate final national عدد من في مجموع".split()
)
NUMBER = frozenset("number عدد nombre número numero anzahl".split())  # no name begins so
_ACRONYM = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΩА-Я][A-ZÀ-ÖØ-ÞΑ-ΩА-Я0-9+&/.-]{1,9}")
_GLOSSED = re.compile(r"((?:[^\W\d_][\w'’.-]{0,30} ){1,8})\(([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9-]{1,9})\)")
_QUOTES = (('"', '"'), ("“", "”"), ("«", "»"))
_QUOTED = re.compile(r"(?<![^\W\d_])(?P<noun>[^\W\d_]{1,40}+)\s{0,3}+[«“\"](?P<name>[^«»“”\"|]{2,60})[»”\"]")
_WORD = re.compile(r"[^\W\d_][\w\u064b-\u065f'’-]*")
_APART = re.compile(r"[,;:.()،؛]")  # marks that no name of a place has within it
_ANSWERS = frozenset({Role.YES, Role.NO})  # of a referendum
_SAYING = MEASURES | {Role.TOTAL, Role.OTHERS, Role.INDEPENDENT} | _ANSWERS
_NO_CODE = frozenset({Role.CHANGE})  # what capitals do not say: "UP" is a name
_SHORT_NAME = 6  # words; within a longer text a noun says nothing of the whole
_MOST = 20_000  # labels kept in memory


def quoted_lists(text: str) -> Iterator[str]:
    """The names in quotation marks behind a noun of lists: the list "X"."""
    for quoted in _QUOTED.finditer(text) if any(map(text.__contains__, '«“"')) else ():
        if not lexicon().roles_of(fold_words(quoted["noun"])).isdisjoint({Role.LIST_NOUN, Role.LIST}):
            yield quoted["name"].strip()


_KIND = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+ [a-zß-ÿ]{4,}s")


def names_kind(text: str) -> bool:
    """Whether a label is a noun and an English plural, which is of many and names none: "Ward members"."""
    return _KIND.fullmatch(text.strip()) is not None


class Labels:
    """Tells what labels of one document name: by the registry, by nouns, by the document's own glosses."""

    def __init__(self, resolver: Resolver, texts: Iterable[str] = ()) -> None:
        self._resolver = resolver
        self._words = lexicon()
        self._known: dict[str, Sort] = {}
        self._groups: dict[str, Sort] = {}
        self._lists: set[tuple[str, ...]] = set()
        for text in texts:
            self._lists.update(map(fold_words, quoted_lists(text)))
            if "(" in text:
                for gloss in _GLOSSED.finditer(text):
                    self._lists.add(fold_words(gloss[2]))

    def is_list(self, text: str) -> bool:
        """Whether the document has shown that this names a list."""
        return fold_words(text) in self._lists

    def sort(self, text: str) -> Sort:
        """What a label names; UNKNOWN where nothing tells."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) > _MOST:
                self._known.clear()
            found = self._known[text] = self._sort(text)
        return found

    def places_in(self, text: str) -> list[tuple[str, int, int]]:
        """The registered provinces that a text names, each with its letters; of words within words the longer."""
        said = list(_WORD.finditer(text[:600]))
        found: list[tuple[str, int, int]] = []
        at = 0
        while at < len(said):
            for length in range(min(3, len(said) - at), 0, -1):
                start, end = said[at].start(), said[at + length - 1].end()
                part = text[start:end]
                if (
                    not _APART.search(part)
                    and self._resolver.resolve(part, PROVINCES).entity
                    and self._registered(part) is Sort.PLACE
                ):
                    found.append((part, start, end))
                    at += length - 1
                    break
            at += 1
        return found

    def group(self, text: str) -> Sort:
        """Whether a label is a sum, a measure or a group and no name: what its words alone say; else UNKNOWN."""
        found = self._groups.get(text)
        if found is None:
            if len(self._groups) > _MOST:
                self._groups.clear()
            words = fold_words(text)
            code = is_code(text) and self._words.roles_of(words) <= _NO_CODE
            found = Sort.UNKNOWN if code else self._group(words)
            if found is Sort.UNKNOWN and "/" in text:
                found = self._group(fold_words(text.replace("/", " ")))  # "Registered voters/turnout"
            if found is Sort.UNKNOWN and self._opens_sum(text, words):
                found = Sort.TOTAL
            self._groups[text] = found
        return found

    def sum_of_year(self, text: str) -> bool:
        """Whether a label is a sum and a year, of which the others may not be: "Total 2016"."""
        if not text[-1:].isdecimal():
            return False
        label, _, year = text.rpartition(" ")
        return bool(years_in(year)) and self.group(label) is Sort.TOTAL

    def _group(self, words: tuple[str, ...]) -> Sort:
        if self._words.opens.keys().isdisjoint(words):
            return Sort.UNKNOWN
        if not any(role in _SAYING for _, _, each in self._words.phrases(words) for role in each):
            return Sort.UNKNOWN
        return self._said(words, self._words.roles_of(words)) or Sort.UNKNOWN

    def _opens_sum(self, text: str, words: tuple[str, ...]) -> bool:
        """Whether a label begins with the word for a sum and goes on in small letters: "Total valid, all parties"."""
        opens = Role.TOTAL in self._words.roles_at(words, 0)[0] if words else False
        small = opens and text.partition(" ")[2].islower()
        return small and self._noun(words) is None and self._registered(text) is None

    def ends_as_sum(self, text: str) -> bool:
        """Whether the last of several words is one for a sum: "Coalition total", or a list's name, "New Whole"."""
        words = fold_words(text)
        return len(words) > 1 and Role.TOTAL in self._words.roles_at(words, len(words) - 1)[0]

    def _sort(self, text: str) -> Sort:
        words = fold_words(text)
        if not words or len(text) > 160:
            return Sort.UNKNOWN
        roles = self._words.roles_of(words)
        said = {role for _, _, each in self._words.phrases(words) for role in each}
        if said & _SAYING and not (is_code(text) and said <= _NO_CODE):
            found = self._said(words, roles)
            if found:
                return found
        if words in self._lists:
            return Sort.LIST
        if self._opens_sum(text, words):
            return Sort.TOTAL
        known = self._registered(text)
        if known:
            return known
        noun = self._noun(words) if said & _NOUNS else None
        if noun is Sort.PLACE and names_kind(text):
            return Sort.UNKNOWN
        if noun:
            return noun
        if Role.OFFICE not in roles and len(words) == 1 and _ACRONYM.fullmatch(text.strip()):
            return Sort.LIST
        return Sort.UNKNOWN

    def _said(self, words: tuple[str, ...], roles: frozenset[Role]) -> Sort | None:
        """The sort of a label that is made of words of measures, sums or groups alone."""
        if roles & _COUNTED or (words[:1] and words[0] in NUMBER):
            return Sort.MEASURE  # "number of seats to be filled"
        if Role.TOTAL in roles or (len(words) <= 4 and self._only(words, {Role.TOTAL}, MEASURES)):
            return Sort.TOTAL
        if roles & _ANSWERS and len(words[0]) > 1:  # a letter is the short form of a list
            return Sort.OTHERS
        if Role.OTHERS in roles or self._only(words, {Role.OTHERS}, {Role.LIST_NOUN, Role.LIST, Role.PERSON}):
            return Sort.OTHERS
        if Role.INDEPENDENT in roles or self._only(
            words, {Role.INDEPENDENT}, {Role.LIST_NOUN, Role.LIST, Role.PERSON, Role.TOTAL}
        ):
            return Sort.INDEPENDENT
        if self._only(words, MEASURES, {Role.TOTAL, Role.LIST, Role.PLACE, Role.WON}):
            return Sort.MEASURE
        return None

    def registered(self, text: str) -> bool:
        """Whether the registry or the document itself has a label for a name."""
        return self.is_list(text) or self._registered(text) is not None

    def _registered(self, text: str) -> Sort | None:
        named = self._resolver.resolve(text, LISTS)
        lists = named.candidates
        if self._resolver.resolve(text, PROVINCES).candidates:
            return Sort.PLACE if not lists or named.matched != "exact" else Sort.LIST
        if lists:
            return Sort.PERSON if all(one.kind is Kind.FIGURE for one in lists) else Sort.LIST
        return None

    def has_noun(self, text: str) -> bool:
        """Whether a noun says that a label is a place: "Ljungby kommun"."""
        return self._noun(fold_words(text)) is Sort.PLACE

    def _noun(self, words: tuple[str, ...]) -> Sort | None:
        """The sort that a noun in a label says: "Hurufa province", "Union of valleys"."""
        phrases = list(self._words.phrases(words))
        lists = [(start, end) for start, end, roles in phrases if Role.LIST_NOUN in roles]
        edge = any(start == 0 or end == len(words) for start, end in lists)
        if lists and (edge or len(words) <= _SHORT_NAME):
            return Sort.LIST
        places = [(start, end) for start, end, roles in phrases if Role.PLACE_NOUN in roles]
        said = {words[start:end] for start, end in places}
        if not places or len(said) < len(places) or lists or not 1 < len(words) <= _SHORT_NAME:
            return None
        if any(roles & MEASURES or Role.RESULTS in roles for _, _, roles in phrases):
            return None
        if any(Role.INSTITUTION in roles and (start == 0 or end == len(words)) for start, end, roles in phrases):
            return None  # "State Electoral Office"
        return Sort.PLACE

    def _only(self, words: tuple[str, ...], wanted: Iterable[Role], beside: Iterable[Role]) -> bool:
        """Whether a label is made of phrases of these roles alone, one of the wanted ones among them."""
        wanted, beside = frozenset(wanted), frozenset(beside)
        held, at = False, 0
        while at < len(words):
            roles, length = self._words.roles_at(words, at)
            if roles & wanted:
                held = True
            elif not roles & beside:
                if words[at] not in FILLERS:
                    return False
                length = 1
            at += length
        return held


@lru_cache(maxsize=_MOST)
def of_candidate(text: str) -> str:
    """The list of whom a text calls its candidate: "The Reds Candidate"; of another text, all of it."""
    name, _, last = text.rpartition(" ")
    return name if name and last.isalpha() and lexicon().roles_of(fold_words(last)) == {Role.PERSON} else text


@lru_cache(maxsize=_MOST)
def bare_name(text: str) -> str:
    """A name without the bracket behind it, if that holds figures, speaks of results or says that it stood alone."""
    text = " ".join(text.split()).strip(' *_"“”:')
    for opens, closes in _QUOTES:
        if text.count(opens) - text.count(closes) or (opens == closes and text.count(opens) % 2):
            text = text.replace(opens, "").replace(closes, "").strip()  # the other one stood at its end
    text = text.removeprefix("'") if text.count("'") == 1 else text  # that behind the name was no part of it
    begin = text.rfind("(")
    if begin > 0 and text.endswith(")"):
        note = text[begin + 1 : -1]
        roles = lexicon().roles_of(fold_words(note))
        if any(char.isdigit() for char in note) or Role.INDEPENDENT in roles:
            return text[:begin].rstrip()
        if any(role in _OF_RESULTS for _, _, found in lexicon().phrases(fold_words(note)) for role in found):
            return text[:begin].rstrip()
    return text
