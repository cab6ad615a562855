"""What a document has named so far, and what a pronoun in it may mean."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from graph.kinds import HOLDERS, PROVINCES, Kind
from graph.names import Resolver
from graph.spelling import words as words_of

from ...languages.words import Words, fold
from .acronyms import acronym

if TYPE_CHECKING:
    from ..prose.nodes import Piece

_LISTS, _PEOPLE = frozenset({Kind.PARTY, Kind.ALLIANCE}), frozenset({Kind.FIGURE})
_REGISTERED = {"list": _LISTS, "person": _PEOPLE, "place": PROVINCES}
_ANY = frozenset().union(*_REGISTERED.values())
_MOST_KEPT = 50_000  # names of which it is known what the registry has by them
_REMEMBERED = 100  # names of lists that "the alliance" may mean
_SHORTEST_PERSON = 2  # words


@dataclass(frozen=True, slots=True)
class Vote:
    """The vote that a document is read for, where it is known: its name, and the year in which it was held."""

    name: str
    year: int | None


@dataclass(slots=True)
class Names:
    """What a document has named. `lists`, `people` and `places` are its names, folded, with their fullest forms.

    `alone`: runs of words with capitals that stand behind no preposition of place, as the names of clauses do.
    `last_list`, `last_place`: what the sentence before spoke of, which a pronoun may mean. `pointed_at`: a place at
    which a sentence of the paragraph pointed, so that the next are of it.
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
    bodies: set[str] = field(default_factory=set)  # short names of commissions and the like, folded
    own_nouns: set[str] = field(
        default_factory=set
    )  # nouns of lists that stood alone, as a name, before any longer one
    units: dict[str, int | float] = field(default_factory=dict)
    units_above: dict[str, int | float] = field(default_factory=dict)  # of the paragraph before
    second_words: frozenset[str] = frozenset()  # of two with capitals, as family names are
    whole: frozenset[str] = frozenset()  # words that begin with the letter of "and", which is their own
    tied: frozenset[str] = frozenset()  # words that are a letter and the name of a place: "بكربلاء"
    year: int | None = None
    led: bool = False  # the sentence before told in how many seats lists are ahead
    of_round: bool = False  # the results of a round were announced, and those told behind may be of it
    part_told: bool = False  # this paragraph opens with seats of a kind
    kind_told: bool = False  # seats of a kind were counted, and those told behind may be of it
    hour_told: bool = False  # the last turnout was told as it stood at an hour
    results_told: bool = False  # this paragraph has told results
    of_poll: bool = False  # this paragraph tells what a poll says, and has told no results before
    other_body: bool = False  # this paragraph has gone on to another body than that of the results before
    one_year: bool = False  # the last year is the first that is named, and is named once
    first_words: set[str] = field(default_factory=set)
    said: deque[str] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    last_list: str | None = None
    last_person: str | None = None
    last_place: str | None = None
    pointed_at: str | None = None
    place_above: str | None = None  # of the paragraph before
    place_of_results: str | None = None  # of those in this paragraph, or in the one right above
    place_told: bool = False  # the last results that were told are of a place
    several_places: bool = False  # a sentence of this paragraph names more than one
    unsure_place: bool = False  # words of this paragraph behind a preposition may name a place
    list_above: str | None = None
    paragraph: list[str] = field(default_factory=list)  # its sentences that were not looked at for a council
    council_told: bool = False  # one of them that was speaks of the council of a place
    ranked: str | None = None  # the list whose ranks this sentence tells
    ranked_before: str | None = None  # that of the sentence before
    turnout: str = ""  # what this sentence tells one of: a "place", or the "whole"
    turnout_before: str = ""  # what the sentence before did
    vote: Vote | None = None
    pieces: dict[str, Sequence[Piece]] = field(default_factory=dict)  # the tokens of what stands between two blanks
    _registered: dict[str, Set[str]] = field(default_factory=dict)
    _beginnings: dict[str, Mapping[str, Sequence[tuple[str, ...]]]] = field(default_factory=dict)
    left: tuple[int, int, int] | None = None  # the heading of a place whose text has gone on to speak of others

    def tells(self, role: str) -> bool:
        """Whether a word of the document may be this."""
        words = (key[0] for key, term in self.language.terms.items() if len(key) == 1 and role in term.roles)
        return not self.vocabulary.isdisjoint(words)

    def spelled(self, short: str) -> str:
        """A short form behind the full name that the document gives it: "Red Party (RP)"; without one as it is."""
        full = self.lists.get(fold(short), short)
        return short if full == short else f"{full} ({short})" if acronym(short) else full

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
        self.last_list = self.last_person = self.last_place = self.pointed_at = None
        self.units_above = {unit: like for unit, like in self.units.items() if unit != "members"} or self.units_above
        self.units = {}
        self.several_places = self.unsure_place = self.led = False
        self.other_body = self.of_poll = self.part_told = False
        self.paragraph, self.council_told = [], False

    def next_sentence(self, text: str) -> None:
        """Go on to this one: what the sentence before ranked, a pronoun may mean, and nothing further back."""
        self.ranked_before, self.ranked = self.ranked, None
        self.turnout_before, self.turnout = self.turnout, ""
        self.paragraph.append(text)

    def new_section(self) -> None:
        """Forget also what the sentence before told: no pronoun reaches over a heading or a table."""
        self.new_paragraph()
        self.ranked, self.turnout = None, ""

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
        self.people.setdefault(key, self.families.get(key) or name)
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
            known = _REGISTERED if self._resolves(name, _ANY) else {}  # most names are nobody's
            found = {what for what, kinds in known.items() if self._resolves(name, kinds)}
            self._registered[name] = found
        return found

    def in_full(self, name: str) -> bool:
        """Whether the registry has a list, a bloc or a person by just this name, and not only with its noun."""
        return self.resolver is not None and self.resolver.is_called(name, HOLDERS)

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

    def ends_as(self, role: str, name: str) -> bool:
        """Whether the last of several words of a name has a role: "West Marden Council" is a body."""
        *words, last = name.split()
        term = self.language.terms.get((fold(last),))
        return bool(words) and term is not None and role in term.roles

    def is_place(self, name: str) -> bool:
        """Whether the document, or the registry, knows a place by this name."""
        return "place" in self.registered(name) or fold(name) in self.places


@lru_cache(maxsize=1_000)
def _words_of(name: str) -> tuple[str, frozenset[str]]:
    """A name folded, and its words without their articles."""
    folded = fold(name)
    return folded, frozenset(word.removeprefix("ال") for word in folded.split())
