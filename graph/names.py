"""The resolver: a text becomes an entity, with how it matched. Documents and questions share it.

A text is looked up exactly as written (a name or an id), as a registered alias, then in a normalised form. Only a
question is then read by how it sounds, if that has one clear candidate, or as the fuller form of one person's name;
that is always said. What a text can mean depends on the kinds asked for: a province, a list and a figure may share a
word. A name that holds only in one province's council (`Name.within`) wins there and is unknown elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from .kinds import BODIES, HOLDERS, PROVINCES, Kind
from .spelling import LIST_WORDS, normalise, spelling_rules, words

if TYPE_CHECKING:
    from .sounds import Index


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row or line of the data stands: a file (relative where it is ours) and a line, from 1."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Name(NamedTuple):
    """One way of writing an entity. `within`: the province in whose council alone it means this entity."""

    entity: str
    kind: Kind
    text: str
    primary: bool = False
    within: str | None = None
    place: Place | None = None


class Matched(StrEnum):
    """How a text came to its entity, best first."""

    EXACT = "exact"
    ALIAS = "alias"
    NORMALISED = "normalised"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a text may mean."""

    id: str
    kind: Kind
    name: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a text was read as: one candidate, several (ambiguous) or none (then `nearest` helps)."""

    text: str
    candidates: tuple[Candidate, ...]
    matched: Matched | None
    nearest: tuple[Candidate, ...] = ()

    @property
    def entity(self) -> Candidate | None:
        """The one candidate, or None."""
        return self.candidates[0] if len(self.candidates) == 1 else None


_JOINED_ARTICLE = re.compile(r"\b[ae]l(?=[^\W\d_]{4})")  # "Alfayyadh"
# A gloss: "Nabni (We Build) Alliance" is also "Nabni Alliance" and "We Build".
_GLOSS = re.compile(r"\s*\(([^()]+)\)\s*")


def without_gloss(text: str) -> str:
    """A name without what stands in brackets."""
    return " ".join(_GLOSS.sub(" ", text).split())


def short(text: str, others: Iterable[str]) -> str:
    """A name without its gloss, and without what follows that or says its sort if the rest is another of its names.

    >>> short("Nabni (We Build) Alliance", ["Nabni"]), short("Democratic Alliance", ["DA"])
    ('Nabni', 'Democratic Alliance')
    """
    whole = without_gloss(text)
    rest, _, last = whole.rpartition(" ")
    less = [text.partition(" (")[0], *([rest] if set(words(last)) <= LIST_WORDS else [])]
    known = {other.casefold() for other in others}
    return next((name for name in less if name.casefold() in known), whole)


FUZZY_MINIMUM = 0.85  # likeness of each word below which it is another: a vowel or a near consonant in three sounds
FUZZY_MARGIN = 0.06  # lead over the next entity that makes a candidate clear
FUZZY_SHORTEST = 4  # sounds; shorter names differ by too little to guess
FUZZY_LONGEST = 160  # letters; no longer text is the name of anything
OFFERED_WORD = 0.82  # likeness from which a word, or several on the whole, are near enough to be offered
OFFERED_PART = 0.5  # of what tells a name from others, how much must be near
OFFERED_SHORTEST = 3  # letters of a word; by a shorter one nothing is offered
COMMON = 8  # entities that have a word in their names: one of more tells none from another
NEAREST = 3  # names that are offered for their sound
MOST = 8  # names that are offered in all


class Resolver:
    """Looks texts up among the names it was made with.

    >>> resolver = Resolver([Name("nabni", Kind.ALLIANCE, "We Build (Nabni) Alliance", primary=True)])
    >>> resolver.resolve("the we build (nabni) coalition", {Kind.ALLIANCE}).entity.id
    'nabni'
    """

    def __init__(self, names: Iterable[Name], besides: Iterable[Name] = ()) -> None:
        """Of the names `besides` each is known whose plain form none of the others of its kind has."""
        self._candidates: dict[str, Candidate] = {}
        self._written: dict[str, set[tuple[str, str | None, bool]]] = {}
        self._rows: dict[Kind, list[Name]] = {kind: [] for kind in Kind}
        self._normal: dict[Kind, dict[str, set[tuple[str, str | None]]]] = {}
        self._spoken: dict[Kind, Index] = {}
        self._exact: dict[str, Resolution] = {}
        self._families: dict[str, set[str]] = {}
        self._cache: dict[tuple[str, frozenset[Kind], str | None], Resolution] = {}
        for name in names:
            self._add(name)
        for name in [name for name in besides if normalise(name.text, name.kind) not in self._keys(name.kind)]:
            self._add(name)
            self._keys(name.kind).setdefault(normalise(name.text, name.kind), set()).add((name.entity, name.within))

    def _add(self, name: Name) -> None:
        if name.primary or name.entity not in self._candidates:
            self._candidates[name.entity] = Candidate(name.entity, name.kind, name.text)
        self._rows[name.kind].append(name)
        self._written.setdefault(name.text, set()).add((name.entity, name.within, name.primary))
        self._written.setdefault(name.entity, set()).add((name.entity, None, True))

    def _keys(self, kind: Kind) -> dict[str, set[tuple[str, str | None]]]:
        """The normalised names of a kind, made when a text is first looked up that nobody wrote just so."""
        keys = self._normal.get(kind)
        if keys is None:
            keys = self._normal[kind] = {}
            for name in self._rows[kind]:
                keys.setdefault(normalise(name.text, kind), set()).add((name.entity, name.within))
        return keys

    def _sounds(self, kind: Kind) -> Index:
        """The names of a kind by their sound, made when a question is first asked that no name answers."""
        from .sounds import Index, spoken, vowelled

        index = self._spoken.get(kind)
        if index is None:
            index = self._spoken[kind] = Index(
                (name.entity, name.within, spoken(normalise(name.text, kind), vowelled(name.text)))
                for name in self._rows[kind]
            )
        return index

    def candidate(self, entity: str) -> Candidate | None:
        """The entity with this id, if it has a name here."""
        return self._candidates.get(entity)

    def resolve(self, text: str, kinds: frozenset[Kind] | set[Kind], within: str | None = None) -> Resolution:
        """Read a text as an entity of one of these kinds, without guessing.

        `within` is the province whose council is spoken of, where one is.
        """
        exact = self._exact.get(text)
        if exact is not None and exact.candidates[0].kind in kinds:
            return exact
        cached = (text, frozenset(kinds), within)
        found = self._cache.get(cached)
        if found is None:
            if len(self._cache) > 50_000:  # a hostile document must not fill the memory with its names
                self._cache.clear()
            found = self._cache[cached] = self._look_up(text, cached[1], within)
        return found

    def _look_up(self, text: str, kinds: frozenset[Kind], within: str | None) -> Resolution:
        text = text.strip()
        named = self._written.get(text, ())
        if len(named) == 1:  # as most names of a long document are: the same for every council and kind
            ((entity, place, primary),) = named
            if place is None and self._candidates[entity].kind in kinds:
                exact = self._resolution(text, {entity}, Matched.EXACT if primary else Matched.ALIAS)
                return self._exact.setdefault(text, exact)
        written = [
            (entity, place, primary) for entity, place, primary in named if self._candidates[entity].kind in kinds
        ]
        if written:
            for how, rows in (
                (Matched.EXACT, [(e, p) for e, p, primary in written if primary]),
                (Matched.ALIAS, [(e, p) for e, p, primary in written]),
            ):
                found = _in_scope(rows, within)
                if found:
                    return self._resolution(text, found, how)
        found = self._normalised(text, kinds, within)
        if not found:
            gloss = _GLOSS.search(text)
            if gloss:
                outer = self._normalised(_GLOSS.sub(" ", text), kinds, within)
                inner = self._normalised(gloss[1], kinds, within)
                found = (outer & inner) or (outer if not inner else inner if not outer else outer | inner)
        return self._resolution(text, found, Matched.NORMALISED)

    def _normalised(self, text: str, kinds: frozenset[Kind], within: str | None) -> set[str]:
        rows: list[tuple[str, str | None]] = []
        for kind in kinds:
            if keys := self._keys(kind):
                rows.extend(keys.get(normalise(text, kind), ()))
        return _in_scope(rows, within)

    def _resolution(self, text: str, ids: set[str], matched: Matched) -> Resolution:
        candidates = tuple(self._candidates[entity] for entity in sorted(ids))
        return Resolution(text, candidates, matched if candidates else None)

    def ask(self, text: str, kinds: frozenset[Kind] | set[Kind], within: str | None = None) -> Resolution:
        """Read a text from a question: as `resolve`, by its sound, as a fuller name, then with the nearest names."""
        found = self.resolve(text, kinds, within)
        if found.candidates:
            return found
        near = self._nearest(text, kinds, within)
        if near and near[0][2] and near[0][1] - (near[1][1] if len(near) > 1 else 0.0) >= FUZZY_MARGIN:
            return Resolution(text, (self._candidates[near[0][0]],), Matched.FUZZY)
        fuller = self._fuller(text, within) if Kind.FIGURE in kinds else set()
        if fuller:
            return self._resolution(text, fuller, Matched.FUZZY)
        offered = self._offered(text, frozenset(kinds), near)
        return Resolution(text, (), None, tuple(dict.fromkeys(offered))[:MOST])

    def _offered(
        self, text: str, kinds: frozenset[Kind], near: Iterable[tuple[str, float, bool]]
    ) -> Iterator[Candidate]:
        """What is offered for a text that is no name: only what is really near, and nothing where nothing is.

        What has all its words in a name, or a word for its name; then of what is `near` what sounds so: several words
        that are like it on the whole, or of the words that tell one name from another at least half. A word that only
        says what sort of thing it names, or that very many names have, tells none.
        """
        telling = [word for word in words(text) if word not in LIST_WORDS] if len(text) <= FUZZY_LONGEST else []
        if any(len(word) > 1 for word in telling):
            yield from self.with_words(text, kinds)
        long = [word for word in telling if len(word) >= OFFERED_SHORTEST]
        for word in long if len(words(text)) > 1 else ():
            yield from self.resolve(word, kinds).candidates
        from .sounds import part_heard, spoken, vowelled

        asked = spoken(" ".join(word for word in long if self._bearers.get(word, 0) <= COMMON), vowelled(text))
        left = NEAREST
        for entity, whole, _ in near:
            heard = (spoken(normalise(name.text, name.kind), vowelled(name.text)) for name in self._names_of[entity])
            likely = (len(telling) > 1 and whole >= OFFERED_WORD) or (
                len(asked) >= FUZZY_SHORTEST
                and any(part_heard(asked, name, OFFERED_WORD) >= OFFERED_PART for name in heard)
            )
            if left and likely:
                left -= 1
                yield self._candidates[entity]

    @cached_property
    def _names_of(self) -> Mapping[str, list[Name]]:
        """The names of each entity."""
        found: dict[str, list[Name]] = {}
        for name in (name for rows in self._rows.values() for name in rows):
            found.setdefault(name.entity, []).append(name)
        return found

    @cached_property
    def _bearers(self) -> Mapping[str, int]:
        """How many entities have a word in one of their names."""
        pairs = {(word, name.entity) for rows in self._rows.values() for name in rows for word in words(name.text)}
        return Counter(word for word, _ in pairs)

    def _fuller(self, text: str, within: str | None) -> set[str]:
        """Figures of whom a name of two words or more stands in this text, in order and from its first word on.

        A given name before it would be a child's. Of nobody who also has a fuller name that the text contradicts, and
        of nobody where a further word names something else: then more is asked for than a person.
        """
        asked = normalise(text, Kind.FIGURE).split() if len(text) <= FUZZY_LONGEST else []
        names: dict[str, list[list[str]]] = {}
        for key, rows in self._keys(Kind.FIGURE).items():
            known = key.split()
            if len(known) > 1 and known[:1] == asked[:1]:
                for entity in _in_scope(rows, within):
                    names.setdefault(entity, []).append(known)
        further: dict[str, set[str]] = {}
        for entity, each in names.items():
            inside = [known for known in each if _in_order(known, asked)]
            beyond = [known for known in each if known not in inside]
            if inside and not any(_in_order(inner, outer) for inner in inside for outer in beyond):
                further[entity] = set(asked).difference(*inside)
        others = [name.text for kind in Kind if kind is not Kind.FIGURE for name in self._rows[kind]] if further else []
        taken = {word for other in others for word in words(other)}
        return {entity for entity, more in further.items() if not more & taken}

    def with_words(self, text: str, kinds: Iterable[Kind], besides: frozenset[str] | None = None) -> list[Candidate]:
        """Entities that have all these words in one of their names, by name: a family name, a part of a title.

        With `besides` only those of whose name no other words are left than these.
        """
        found: set[str] = set()
        for kind in kinds:
            asked = set(normalise(text, kind).split())
            for name in self._rows[kind] if asked else ():
                known = set(words(name.text))
                if asked <= known and (besides is None or known - asked <= besides):
                    found.add(name.entity)
        return sorted((self._candidates[entity] for entity in found), key=lambda candidate: candidate.name)

    def named_in(self, text: str) -> set[str]:
        """Entities of whom a name stands in this text, word by word, and not within a longer name of another."""
        said = words(text)
        found: dict[tuple[int, int], set[str]] = {}
        for start, first in enumerate(said):
            for known, entity in self._first_words.get(first, ()):
                if tuple(said[start : start + len(known)]) == known:
                    found.setdefault((start, start + len(known)), set()).add(entity)
        return {
            entity
            for (start, end), entities in found.items()
            for entity in entities
            if not any(
                begin <= start and end <= last and last - begin > end - start and entity not in longer
                for (begin, last), longer in found.items()
            )
        }

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Every word of a name here, in its plain form."""
        return frozenset(word for rows in self._rows.values() for name in rows for word in words(name.text))

    @cached_property
    def _first_words(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """The words of each name of a list, a bloc or a person that holds everywhere, by the first of them."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name in (name for kind in HOLDERS for name in self._rows[kind] if name.within is None):
            if known := tuple(words(name.text)):
                found.setdefault(known[0], []).append((known, name.entity))
        return found

    def names_from(self, first: str) -> Mapping[str, list[tuple[str, ...]]]:
        """The names of holders and provinces whose first word in its plain form this is, longest first, by the second.

        Each name is given as its words; those of one word are not among them.
        """
        return self._first_pairs.get(first, {})

    @cached_property
    def _first_pairs(self) -> dict[str, dict[str, list[tuple[str, ...]]]]:
        """The words of each name of two words or more of a holder or a province, by the first and the second."""
        found: dict[str, dict[str, set[tuple[str, ...]]]] = {}
        for name in (name for kind in HOLDERS | PROVINCES for name in self._rows[kind]):
            known = tuple(words(name.text))
            if len(known) > 1:
                found.setdefault(known[0], {}).setdefault(known[1], set()).add(known)
        return {
            first: {second: sorted(names, key=lambda known: (-len(known), known)) for second, names in by.items()}
            for first, by in found.items()
        }

    def holders(self, text: str) -> Resolution:
        """What holders a text names, without a guess.

        None where it is the name of a place and theirs only without words such as Coalition: Diyala is the province.
        """
        found = self.resolve(text, HOLDERS)
        if found.matched is Matched.NORMALISED:
            place = self.resolve(text, PROVINCES | BODIES)
            if place.candidates and place.matched is not Matched.NORMALISED:
                return replace(found, candidates=(), matched=None)
        return found

    def namesakes(self, text: str, entity: str) -> list[Candidate]:
        """Other figures whose family name, the last word of their name, is all of this text; by name.

        A text that sounds like the family name of the figure it was read as, in any script, is that name.
        """
        asked = normalise(text, Kind.FIGURE)
        if " " in asked:
            return []
        *_, family = ["", *normalise(self._candidates[entity].name, Kind.FIGURE).split()]
        if asked != family:
            from .sounds import likeness, spoken, vowelled

            _, least = likeness(spoken(asked, vowelled(text)), spoken(family, vowelled(family)))
            asked = family if least >= FUZZY_MINIMUM else asked
        others = self._of_family(asked) - {entity}
        return sorted(
            (self._candidates[other] for other in others), key=lambda candidate: (candidate.name, candidate.id)
        )

    def _of_family(self, asked: str) -> set[str]:
        """The figures whose family name, in its plain form, is this word."""
        if asked in self._families:
            return self._families[asked]
        found = {
            name.entity
            for name in self._rows[Kind.FIGURE]
            if name.primary
            and (name.text.lower().endswith(asked) or not name.text.isascii())  # few names are worth their plain form
            and normalise(name.text, Kind.FIGURE).split()[-1:] == [asked]
        }
        return self._families.setdefault(asked, found) if found else found  # only family names are kept

    def _nearest(self, text: str, kinds: Iterable[Kind], within: str | None) -> list[tuple[str, float, bool]]:
        """Entities, nearest first: how like their likest name is (0 to 1), and whether it may be what is meant."""
        from .sounds import spoken, vowelled

        found: dict[str, tuple[float, bool]] = {}
        for kind in kinds if len(text) <= FUZZY_LONGEST else ():
            plain = normalise(text, kind)
            for reading in {plain, _JOINED_ARTICLE.sub("", plain)}:
                asked = spoken(reading, vowelled(text))
                for entity, (whole, least) in self._sounds(kind).nearest(asked, within).items():
                    like = whole, least >= FUZZY_MINIMUM and len(asked) >= FUZZY_SHORTEST
                    found[entity] = max(found.get(entity, like), like)
        return sorted(((entity, *like) for entity, like in found.items()), key=lambda row: (-row[1], row[0]))


def _in_order(known: list[str], asked: list[str]) -> bool:
    """Whether all these words stand among those, in their order."""
    rest = iter(asked)
    return all(word in rest for word in known)


def _in_scope(rows: Iterable[tuple[str, str | None]], within: str | None) -> set[str]:
    """The entities of names that hold here: names of this council alone, else names that hold everywhere."""
    rows = list(rows)
    return {entity for entity, place in rows if place is not None and place == within} or {
        entity for entity, place in rows if place is None
    }


def rules() -> dict[str, Any]:
    """What a text is read by, as JSON holds it, for a page that reads names as the resolver does; patterns are ours."""
    return {
        **spelling_rules(),
        "joined_article": _JOINED_ARTICLE.pattern,
        "gloss": _GLOSS.pattern,
        "minimum": FUZZY_MINIMUM,
        "margin": FUZZY_MARGIN,
        "shortest": FUZZY_SHORTEST,
        "longest": FUZZY_LONGEST,
        "offered_word": OFFERED_WORD,
        "offered_part": OFFERED_PART,
        "offered_shortest": OFFERED_SHORTEST,
        "common": COMMON,
        "list_words": sorted(LIST_WORDS),
        "nearest": NEAREST,
        "most": MOST,
    }
