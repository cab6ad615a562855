"""The registry's names in English phrases."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from graph.model import HOLDERS, PROVINCES, Kind
from graph.names import Candidate, Resolver

from ...assembler import Mention

_GENERIC_NOUNS = frozenset(
    "alliance coalition party list bloc movement front gathering union province governorate".split()
)
_SEPARATOR = re.compile(r", ?(?:and )?| and |; ?")
_WORD = re.compile(r"[\w'-]+")
_PUNCTUATION = ' ,;:"'
_BEFORE_NAMES = frozenset({"of", "the", "in", "at", "by"})
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Dr|Sheikh|Sayyid)\.?$")
_SPAN = 4  # separators that one name may hold ("Bread, Land and Peace")
_LONGEST_NAME = 8  # words
_LONGEST_TEXT = 160  # letters; no longer text is the name of anything

# Words that may stand inside a name, and words that never do. A name behind either is not what the
# phrase is about: "allies of X", "a party other than X", "Y said X".
_LINKS = frozenset("of from in at on by with to for and against over under".split())
_NEVER_IN_NAMES = frozenset(
    "than after before between among without except excluding unlike minus besides despite or nor but while as that "
    "when where whether if because since until said says say saying told tells added announced reported claims ago "
    "whose not no neither never every each any none was were is are has had have been being will be".split()
)
_STOPS = _LINKS | _NEVER_IN_NAMES
_COUNTS = frozenset("all most some many few several other both two three four five six seven eight nine ten".split())

_PLACE_NOUN = r"(?:provinces?|governorates?|city|cities|regions?|states?|count(?:y|ies)|cantons?|departments?)"
_DESCRIBING = r"(?:[a-z][\w'-]*|[A-Z][\w']*-[a-z]\w*),?"
_BEFORE_PLACE = re.compile(
    r"(?:(?:[Bb]oth|also|[Ii]n|[Aa]cross|[Tt]he|neighbou?ring|nearby|[\w']+-(?:dominated|majority|rich|mixed)) )*"
    rf"(?:(?P<described>(?:{_DESCRIBING} ){{0,7}}?){_PLACE_NOUN} of )?"
)
_ASIDE = re.compile(
    r"(?:(?:just|far|to|in|on|the) )*(?:north|south|east|west|centre|center)\w*(?:[ -](?:north|south|east|west)\w*)*\b"
)


def is_description(phrase: str) -> bool:
    """An unnamed group: the phrase ends in a common noun that is no part of a name."""
    found = _WORD.findall(phrase)
    if not found:
        return True
    last = found[-1]
    return last[0].islower() and (last.lower() not in _GENERIC_NOUNS or not any(w[0].isupper() for w in found))


def _ends_description(word: str) -> bool:
    """Whether a name may begin after this word: a common noun, a possessive or an honorific."""
    return word[0].islower() or word.endswith(("'s", "s'")) or _HONORIFIC.match(word) is not None


def says_more(phrase: str) -> bool:
    """Whether a phrase holds a word that no name does: a verb, a negation, a comparison."""
    return _holds(phrase.split(), _NEVER_IN_NAMES)


def _holds(tokens: list[str], words: frozenset[str]) -> bool:
    return any(token.strip(_PUNCTUATION).lower() in words for token in tokens)


class PhraseNames:
    """Finds the registry's names in phrases."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def in_phrase(self, phrase: str, kinds: frozenset[Kind]) -> Mention | None:
        """The name a phrase holds: all of it, or its end after a description or a possessive.

        "former president Ada Lovelace" and "Mr Babbage's Engine List" end in a name. "New Engine List" is
        not "Engine List", nor is "a rival of Engine List": what stands before a name may only describe it.
        """
        phrase, before, end = " ".join(phrase.strip(_PUNCTUATION).split()), "", 0
        for token in phrase.split():
            start, end = end, end + len(token) + 1
            before, previous = token, before
            if previous and (previous.lower() in _STOPS or previous.endswith((",", ";"))):
                return None
            if previous and (token in _BEFORE_NAMES or not _ends_description(previous)):
                continue
            if len(phrase) - start > _LONGEST_TEXT:
                continue
            found = self._resolver.resolve(phrase[start:], kinds)
            if found.entity and not self.mentions(phrase[:start], HOLDERS):
                return Mention(phrase[start:], found.entity)
            if found.candidates:
                return None
        return None

    def unknown(self, phrase: str, kinds: frozenset[Kind]) -> Mention | None:
        """A phrase that may be the name of someone who is not registered; None where it says more than a name."""
        text = phrase.strip(_PUNCTUATION)
        tokens = text.split()
        if not tokens or is_description(text) or "," in text or _holds(tokens, _NEVER_IN_NAMES):
            return None
        if not tokens[0][0].isupper() or tokens[0].lower() in _STOPS or len(tokens) > _LONGEST_NAME:
            return None
        for index, token in enumerate(tokens):
            parts = (tokens[:index], tokens[index + 1 :])
            if token.lower() in _STOPS and any(self._exactly(" ".join(part), kinds) for part in parts if part):
                return None
        return Mention(text, None)

    def mentions(self, text: str, kinds: frozenset[Kind]) -> bool:
        """Whether a name of these kinds stands anywhere in a text."""
        tokens = [token.strip(_PUNCTUATION + ".()") for token in text.split()]
        return any(
            tokens[start][:1].isupper() and self._exactly(" ".join(tokens[start:end]), kinds)
            for start in range(len(tokens))
            for end in range(start + 1, min(start + 6, len(tokens)) + 1)
        )

    def listed(self, phrase: str, kinds: frozenset[Kind]) -> list[Mention]:
        """The names and descriptions of an enumeration; it ends where a comma follows its "and".

        A name may itself hold a comma or "and": the longest known name wins.
        """
        read: list[Mention] = []
        closing = False
        for before, text, known in self._items(phrase, lambda text: self.in_phrase(text, kinds), kinds):
            if closing and "and" not in before and not known:
                break
            closing = closing or "and" in before
            if text:
                read.append(known or Mention(text, None))
        return read

    def places(self, phrase: str) -> list[Mention] | None:
        """The provinces of an enumeration, known or not; None where the phrase says anything else of them.

        "north of the capital" after a comma describes the province before it, "ahead of its rival" ends
        the enumeration. A part of a province ("the north of A", "parts of A") is not the province.
        """
        opening = _BEFORE_PLACE.match(phrase)
        if opening and opening["described"] is not None:
            if _holds(opening["described"].split(), _STOPS - {"and"} | _COUNTS):
                return None
            phrase = phrase[opening.end() :]
        read: list[Mention] = []
        aside = False
        for before, text, known in self._items(phrase, self._place, PROVINCES):
            if aside and "," not in before:
                continue  # "A, north of B and C": C still describes A
            aside = False
            if known:
                read.append(known)
                continue
            name = text[opening.end() :] if (opening := _BEFORE_PLACE.match(text)) else text
            if not text or _ASIDE.match(text) or (is_description(text) and not _holds(text.split(), _NEVER_IN_NAMES)):
                aside = True
            elif text[0].islower() and name == text:
                if before.strip() != ",":
                    return None
                break
            else:
                unknown = self.unknown(name, HOLDERS) if self._capitalised(name) else None
                if unknown is None or self._exactly(name, HOLDERS):
                    return None
                read.append(unknown)
        return read

    def _items(
        self, phrase: str, one: Callable[[str], Mention | None], kinds: frozenset[Kind]
    ) -> Iterator[tuple[str, str, Mention | None]]:
        """The parts of an enumeration: the separator before each, its text, and the name in it."""
        starts, ends, separators = [0], [], [""]
        for separator in _SEPARATOR.finditer(phrase):
            ends.append(separator.start())
            starts.append(separator.end())
            separators.append(separator[0])
        ends.append(len(phrase))
        index = 0
        while index < len(starts):
            text, known, last = "", None, index
            for last in range(min(index + _SPAN, len(starts) - 1), index - 1, -1):
                text = phrase[starts[index] : ends[last]].strip(_PUNCTUATION)
                known = one(text) if last == index or self._joins(text, kinds) else None
                if known:
                    break
            yield separators[index], text, known
            index = last + 1

    def _joins(self, text: str, kinds: frozenset[Kind]) -> bool:
        """Whether a text with a separator in it is one name ("Land and Peace", "the old and busy city of A")."""
        if kinds == PROVINCES:
            return self._place(text) is not None
        name = self.in_phrase(text, kinds)
        return name is not None and _SEPARATOR.search(name.text) is not None

    def _place(self, text: str) -> Mention | None:
        opening = _BEFORE_PLACE.match(text)
        if opening is None or _holds((opening["described"] or "").split(), _STOPS - {"and"} | _COUNTS):
            return None
        name = text[opening.end() :]
        known = self._exactly(name, PROVINCES)
        return Mention(name, known) if known else None

    @staticmethod
    def _capitalised(text: str) -> bool:
        """Whether a text is written as the name of a place: its first and last words begin with a capital."""
        tokens = text.split()
        small = [token for token in tokens if token[0].islower()]
        return bool(tokens) and tokens[0][0].isupper() and tokens[-1][0].isupper() and not set(small) - _LINKS - {"the"}

    def _exactly(self, text: str, kinds: frozenset[Kind]) -> Candidate | None:
        return self._resolver.resolve(text, kinds).entity

    def whole(self, text: str, kinds: frozenset[Kind]) -> Mention | None:
        """The entity that a text names as a whole."""
        known = self._exactly(text.strip(_PUNCTUATION), kinds)
        return Mention(text.strip(_PUNCTUATION), known) if known else None

    def leading(self, phrase: str, kinds: frozenset[Kind]) -> Mention | None:
        """The name a clause begins with: its longest beginning that is known."""
        tokens = phrase.split()
        for end in range(min(len(tokens), _LONGEST_NAME), 0, -1):
            text = " ".join(tokens[:end])
            known = self._exactly(text.rstrip(",'"), kinds)
            if known:
                return Mention(text, known)
        return None
