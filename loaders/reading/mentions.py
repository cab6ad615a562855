"""The names of a document: its words, its language, and what its own text says that a name is the name of."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from graph.kinds import HOLDERS, PROVINCES, Kind
from graph.names import Resolver
from graph.spelling import words as words_of

from ..languages.words import Words, fold, languages

if TYPE_CHECKING:
    from .prose.nodes import Piece

_LISTS, _PEOPLE = frozenset({Kind.PARTY, Kind.ALLIANCE}), frozenset({Kind.FIGURE})
_REGISTERED = {"list": _LISTS, "person": _PEOPLE, "place": PROVINCES}
_MOST_KEPT = 50_000  # names of which it is known what the registry has by them
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_WORD = re.compile(r"[^\W\d_]+")
_IN_BRACKETS = re.compile(r"\((?P<short>[^()\d\n]{2,24})\)")
_FULL = 80  # letters before a bracket that may be the full name
_FULL_WORDS = 8
_ACRONYM = re.compile(r"(?=(?:[^\W\d_a-z]*[A-ZÀ-Þ]){2})[A-ZÀ-Þ][\w&+/-]{1,9}")
_LONGEST_ACRONYM = 10  # letters
_CAPITAL = re.compile("[A-ZÀ-Þ]")
_CAPITALS = re.compile(r"([A-ZÀ-Þ](?<=[\w,] .)[\w'’-]+) (?=([A-ZÀ-Þ][\w'’-]+))")  # the letter first: it is rare
_RUN = re.compile(r"(?<!\S)(?:(?P<before>[^\W\d_A-ZÀ-Þ][^\W\d_]*) )?(?P<run>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)")
_YEAR = re.compile(r"(?:19|20)(?<!\d..)\d\d(?!\d)")
# One of a row of acronyms, each with its full name behind it: "RPM Red Party of Marden, BL = Blue List".
_SPELLED = re.compile(
    r"(?P<short>[A-ZÀ-Þİ](?:(?<=[,;:.] .)|(?<![^\n].))[A-ZÀ-Þİ]{1,7})(?: ?[=:–-] ?| )"
    r"(?P<full>[A-ZÀ-Þİ][^,;:.()\d\n]{4,80}+)(?=[,;.\n]|$)",
    re.MULTILINE,
)
_OF_PLACE = frozenset({"in", "belongs"})  # roles of words that lead to the name of a place
_SHORT_WORD = 8  # letters behind a name in which an "and" may stand
_REMEMBERED = 100  # names of lists that "the alliance" may mean
_SAMPLE = 4000  # words by which the language of a document is told
_TIED, _SHORTEST_TIED = "بلو", 4  # letters that are written together with a place; letters of no such word
_SHORTEST_PERSON = 2  # words
_GLOSS_WORDS, _GLOSSED_WORDS = 2, 4
_PAIR = 2  # letters
_SHORTENED = 4  # letters of a word that a point may shorten


@lru_cache(maxsize=20_000)
def acronym(text: str) -> bool:
    """Whether a text is written as an acronym is: "PUK", "AfD", "D66"."""
    return len(text) <= _LONGEST_ACRONYM and _ACRONYM.fullmatch(text) is not None


def initials_of(name: str) -> frozenset[str]:
    """The first letters of a name's words together, folded: of all of them, and of those with a capital."""
    words = name.replace("-", " ").split()
    each = (words, [word for word in words if word[0].isupper()])
    return frozenset(fold("".join(word[0] for word in some)) for some in each)


def stands_for(short: str, full: str) -> bool:
    """Whether the letters of an acronym stand in their order at the beginnings of a name's words."""
    if _within(short, full):
        return True
    if fold(short)[:1] != fold(full)[:1] or any(mark in full for mark in ";:–—()"):
        return False
    if "," in full:  # "Order, Unity and Renewal"
        return [word[0] for word in full.split() if word[0].isupper()] == list(short)
    letters = [letter for letter in fold(short) if letter.isalnum()]
    whole = iter(fold(full))
    if len(full.split()) > 2 and len(letters) > 3 and all(letter in whole for letter in letters):
        return True  # GECOM of Guyana Elections Commission
    begins = [word[0] for word in fold(full).replace("-", " ").split() if word]
    rest = iter(begins)
    missing = len(letters) > _PAIR  # of two letters none may be
    return len(letters) > 1 and sum(letter in rest for letter in letters) >= len(letters) - missing


@dataclass(frozen=True, slots=True)
class Vote:
    """The vote that a document is read for, where it is known: its name, and the year in which it was held."""

    name: str
    year: int | None


@dataclass(slots=True)
class Names:
    """What a document has named. `lists`, `people` and `places` are its names, folded, with their fullest forms.

    `alone`: runs of words with capitals that stand behind no preposition of place, as the names of clauses do.
    `last_list`, `last_place`: what the sentence before spoke of, which a pronoun may mean.
    """

    language: Words
    vocabulary: frozenset[str]
    repeated: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    alone_twice: frozenset[str] = frozenset()
    resolver: Resolver | None = None
    lists: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    families: dict[str, str] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    units: dict[str, int | float] = field(default_factory=dict)
    units_above: dict[str, int | float] = field(default_factory=dict)  # of the paragraph before
    tied: frozenset[str] = frozenset()  # words that are a letter and the name of a place: "بكربلاء"
    year: int | None = None
    one_year: bool = False  # the year is the only one, and is named once
    first_words: set[str] = field(default_factory=set)
    said: deque[str] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    last_list: str | None = None
    last_person: str | None = None
    last_place: str | None = None
    place_above: str | None = None  # of the paragraph before
    place_of_results: str | None = None  # of those in this paragraph, or in the one right above
    place_told: bool = False  # the last results that were told are of a place
    several_places: bool = False  # a sentence of this paragraph names more than one
    list_above: str | None = None
    paragraph: list[str] = field(default_factory=list)  # its sentences so far
    ranked: str | None = None  # the list whose ranks this sentence tells
    ranked_before: str | None = None  # that of the sentence before
    turnout: bool = False  # this sentence tells that of a place
    turnout_before: bool = False  # the sentence before did
    vote: Vote | None = None
    pieces: dict[str, Sequence[Piece]] = field(default_factory=dict)  # the tokens of what stands between two blanks
    _registered: dict[str, Set[str]] = field(default_factory=dict)
    _beginnings: dict[str, Mapping[str, Sequence[tuple[str, ...]]]] = field(default_factory=dict)
    left: tuple[int, int, int] | None = None  # the heading of a place whose text has gone on to speak of others

    def add_list(self, name: str, short: str | None = None) -> None:
        """A list, and a shorter name of it."""
        key = fold(name)
        self.first_words.add(key.split()[0].rstrip(",") if key else "")
        self.lists.setdefault(key, name)
        if short:
            self.lists[fold(short)] = self.lists[key]

    def new_paragraph(self) -> None:
        """Forget what a pronoun might mean: it does not reach over the end of a paragraph."""
        self.place_above = self.last_place or self.place_above
        self.place_of_results = self.place_of_results if self.last_place == self.place_of_results else None
        self.list_above = self.last_list
        self.last_list = self.last_person = self.last_place = None
        self.units_above = self.units or self.units_above
        self.units = {}
        self.several_places = False
        self.paragraph = []

    def next_sentence(self, text: str) -> None:
        """Go on to this one: what the sentence before ranked, a pronoun may mean, and nothing further back."""
        self.ranked_before, self.ranked = self.ranked, None
        self.turnout_before, self.turnout = self.turnout, False
        self.paragraph.append(text)

    def new_section(self) -> None:
        """Forget also what the sentence before told: no pronoun reaches over a heading or a table."""
        self.new_paragraph()
        self.ranked, self.turnout = None, False

    def place_meant(self, *, here: bool) -> str | None:
        """The place whose results were told before, or that a word points at that means it `here`."""
        return self.place_of_results or ((self.last_place or self.place_above) if here else None)

    def by_noun(self, noun: str) -> str | None:
        """The list last named that has this noun before or in its name: "the alliance"."""
        plain = fold(noun).removeprefix("ال")
        for name in reversed(self.said):
            folded, words = _words_of(name)
            if plain in words and folded != fold(noun):
                return name
        return None

    def add_place(self, name: str) -> None:
        """A place: a heading's, a column's, or one with its noun before it."""
        self.places.setdefault(fold(name), name)
        self.first_words.add(fold(name).split()[0] if name.strip() else "")

    def add_person(self, name: str, party: str | None = None) -> None:
        """A person; who is named again by the family name alone is the same, where no other has that name."""
        key = fold(name)
        self.people.setdefault(key, name)
        words = name.split()
        if len(words) >= _SHORTEST_PERSON:
            family = fold(words[-1])
            other = self.families.get(family, name)
            self.families[family] = name if fold(other) == key else ""
        if party:
            self.parties[key] = party

    def person(self, name: str) -> str:
        """The fullest form of a person's name."""
        return self.people.get(fold(name)) or self.families.get(fold(name)) or name

    def is_date(self, text: str) -> bool:
        """Whether a text is the name of a month or a day."""
        term = self.language.terms.get((fold(text),))
        return term is not None and "month" in term.roles

    def registered(self, name: str) -> Set[str]:
        """What the registry knows by this name: a list, a person, a place; of each name it is found out once."""
        found = self._registered.get(name)
        if found is None:
            if len(self._registered) > _MOST_KEPT:
                self._registered.clear()
            found = {what for what, kinds in _REGISTERED.items() if self._resolves(name, kinds)}
            self._registered[name] = found
        return found

    def names_from(self, word: str) -> Mapping[str, Sequence[tuple[str, ...]]]:
        """The names of several words that the registry has and that begin with a word, by their second words."""
        found = self._beginnings.get(word)
        if found is None:
            first = words_of(word) if self.resolver is not None else ()  # of an article alone none
            found = self.resolver.names_from(first[0]) if self.resolver is not None and first else {}
            self._beginnings[word] = found
        return found

    def _resolves(self, name: str, kinds: frozenset[Kind]) -> bool:
        return self.resolver is not None and bool(self.resolver.resolve(name, kinds).candidates)

    def is_list(self, name: str) -> bool:
        """Whether the document, or the registry, knows a list by this name."""
        return "list" in self.registered(name) or fold(name) in self.lists

    def is_person(self, name: str) -> bool:
        """Whether the document, or the registry, knows a person by this name."""
        return "person" in self.registered(name) or fold(name) in self.people

    def known(self, name: str) -> bool:
        """Whether the document, or the registry, knows a list, a bloc or a person by this name."""
        return self.is_list(name) or self.is_person(name) or self._resolves(name, HOLDERS)

    def is_place(self, name: str) -> bool:
        """Whether the document, or the registry, knows a place by this name."""
        return "place" in self.registered(name) or fold(name) in self.places


def names_of(
    lines: Iterable[str],
    resolver: Resolver | None = None,
    language: Words | None = None,
    vote: Vote | None = None,
) -> Names:
    """The names of a document from its lines: full names with an acronym or a short form in brackets behind them."""
    text = "\n".join(lines)
    if language is None:
        arabic = len(_ARABIC.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) / 4
        fits = languages("arabic" if arabic else "latin")
        counted = Counter(match[0] for match in islice(_WORD.finditer(text), _SAMPLE))
        sample = [(fold(word), times) for word, times in counted.items()]
        language = max(
            fits,
            key=lambda known: sum(times for word, times in sample if (word,) in known.terms),
        )
    words: dict[str, int] = {}
    lower: set[str] = set()
    for run, times in Counter(text.split()).items():  # most stand again and again
        for word in _WORD.findall(run):
            key = fold(word)
            words[key] = words.get(key, 0) + times
            if len(word) > 1 and not _CAPITAL.match(word):
                lower.add(key)
    capitals = frozenset(fold(" ".join(pair)) for pair in set(_CAPITALS.findall(text)))
    years = list(map(int, _YEAR.findall(text)))
    repeated = frozenset(word for word, times in words.items() if times > 1)
    alone = _alone(text, language)
    twice = frozenset(run for run, times in alone.items() if times > 1)
    names = Names(
        language,
        frozenset(words),
        repeated,
        frozenset(lower),
        capitals,
        frozenset(alone),
        twice,
        resolver,
        year=vote.year if vote is not None and vote.year else max(years, default=None),
        vote=vote,
    )
    names.one_year = len(years) == 1 and years[0] != (vote.year if vote is not None else None)
    if language.script == "arabic" and resolver is not None:
        tied = (word for word in words if len(word) > _SHORTEST_TIED and word[0] in _TIED)
        names.tied = frozenset(word for word in tied if names.is_place(word[1:]))
    spelled = [(one["short"], one["full"].strip()) for one in _SPELLED.finditer(text)]
    said = [(short, full) for short, full in spelled if fold(short) in initials_of(full)]
    for short, full in said if len(said) > 1 else ():
        names.add_list(full, short)
    nouns = {key[0] for key, term in language.terms.items() if "list_noun" in term.roles and len(key) == 1}
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(match.start() - _FULL, 0) : match.start()].rpartition("\n")[2]
        _glossed(names, before.split()[-_FULL_WORDS:], match["short"].strip(), nouns)
    return names


def _alone(text: str, language: Words) -> Counter[str]:
    """The runs of words with capitals that stand behind no "in" or "of", folded, and how often beside no "and"."""
    found: Counter[str] = Counter()
    for match in _RUN.finditer(text):
        before = _roles(match["before"], language) if match["before"] else frozenset()
        if not before.isdisjoint(_OF_PLACE):
            continue
        behind = text[match.end() : match.end() + _SHORT_WORD].split()
        joined = "and" in before or (behind and "and" in _roles(behind[0], language))
        run = fold(match["run"])
        found[run] = found.get(run, 0) + (not joined)
    return found


def _roles(word: str, language: Words) -> frozenset[str]:
    term = language.terms.get((fold(word),))
    return term.roles if term else frozenset()


def _glossed(names: Names, full: list[str], short: str, nouns: set[str]) -> None:
    """What a bracket says of the words before it: their short form, or the list of a person."""
    article = ("the", "der", "die", "das", "la", "le", "el", "l'", "de")
    ended = [at for at, word in enumerate(full) if word[-1] in ".!?" and len(word) > _SHORTENED]
    full = full[ended[-1] + 1 :] if ended else full
    for start in range(len(full)):
        if not full[start][0].isupper() or fold(full[start]) in article:
            continue
        candidate = " ".join(full[start:])
        one_word = start == len(full) - 1
        if acronym(short) and stands_for(short, candidate) and (not one_word or _within(short, candidate)):
            names.add_list(candidate, short)
            return
        named = nouns & {fold(word) for word in full[start:]} and not acronym(short)
        plain = not any(mark in candidate for mark in ".,;:") and len(full) - start <= _GLOSSED_WORDS
        if len(short) == 1 and one_word and candidate.startswith(short):
            names.add_list(candidate, short)
            return
        if named and plain and len(short.split()) <= _GLOSS_WORDS and short[:1].isupper():
            names.add_list(candidate, short)
            return
    if acronym(short):
        names.lists.setdefault(fold(short), short)


@lru_cache(maxsize=1_000)
def _words_of(name: str) -> tuple[str, frozenset[str]]:
    """A name folded, and its words without their articles."""
    folded = fold(name)
    return folded, frozenset(word.removeprefix("ال") for word in folded.split())


def _within(short: str, word: str) -> bool:
    """Whether the letters of an acronym are the capitals of one word: BBB of BoerBurgerBeweging."""
    return [letter for letter in word if letter.isupper()] == list(short)
