"""The resolver: a text becomes an entity, with how it matched. Documents and questions share it.

A text is looked up exactly as written (a name or an id), as a registered alias, then in a normalised form. Only a
question is then read by how it sounds, if that has one clear candidate, or as the fuller form of one person's name;
that is always said. What a text can mean depends on the kinds asked for: a province, a list and a figure may share a
word. A name that holds only in one province's council (`Name.within`) wins there and is unknown elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from .kinds import BODIES, HOLDERS, PROVINCES, Kind
from .lexicon import GLOSS, Candidate, Lexicon, Name, in_scope
from .spelling import LIST_WORDS, normalise, spelling_rules, words

if TYPE_CHECKING:
    from .sounds import Index


class Matched(StrEnum):
    """How a text came to its entity, best first."""

    EXACT = "exact"
    ALIAS = "alias"
    NORMALISED = "normalised"
    FUZZY = "fuzzy"


class Resolution(NamedTuple):
    """What a text was read as: one candidate, several (ambiguous) or none (then `nearest` helps)."""

    text: str
    candidates: tuple[Candidate, ...]
    matched: Matched | None
    nearest: tuple[Candidate, ...] = ()

    @property
    def entity(self) -> Candidate | None:
        """The one candidate, or None."""
        return self.candidates[0] if len(self.candidates) == 1 else None


_JOINED_ARTICLE = r"\b[ae]l(?=[^\W\d_]{4})"  # "Alfayyadh"
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


class Resolver(Lexicon):
    """Looks texts up among the names it was made with.

    >>> resolver = Resolver([Name("nabni", Kind.ALLIANCE, "We Build (Nabni) Alliance", primary=True)])
    >>> resolver.resolve("the we build (nabni) coalition", {Kind.ALLIANCE}).entity.id
    'nabni'
    """

    def __init__(self, names: Iterable[Name], besides: Iterable[Name] = ()) -> None:
        """Of the names `besides` each is known whose plain form none of the others of its kind has."""
        super().__init__(names)
        self._spoken: dict[Kind, Index] = {}
        self._exact: dict[str, Resolution] = {}
        self._families: dict[str, set[str]] = {}
        self._cache: dict[tuple[str, frozenset[Kind], str | None], Resolution] = {}
        for name in [name for name in besides if normalise(name.text, name.kind) not in self._keys(name.kind)]:
            self._add(name)
            self._keys(name.kind).setdefault(normalise(name.text, name.kind), set()).add((name.entity, name.within))

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
                found = in_scope(rows, within)
                if found:
                    return self._resolution(text, found, how)
        found = self._normalised(text, kinds, within)
        if not found:
            gloss = GLOSS.search(text) if "(" in text else None
            if gloss:
                outer = self._normalised(GLOSS.sub(" ", text), kinds, within)
                inner = self._normalised(gloss[1], kinds, within)
                found = (outer & inner) or (outer if not inner else inner if not outer else outer | inner)
        return self._resolution(text, found, Matched.NORMALISED)

    def _normalised(self, text: str, kinds: frozenset[Kind], within: str | None) -> set[str]:
        said = words(text)
        if said and self._words_of(kinds).isdisjoint(said):
            return set()  # no name of these kinds has a word of it
        rows: list[tuple[str, str | None]] = []
        for kind in kinds:
            if keys := self._keys(kind):
                rows.extend(keys.get(normalise(text, kind), ()))
        return in_scope(rows, within)

    def _resolution(self, text: str, ids: set[str], matched: Matched) -> Resolution:
        if not ids:
            return Resolution(text, (), None)
        return Resolution(text, tuple(self._candidates[entity] for entity in sorted(ids)), matched)

    def is_called(self, text: str, kinds: frozenset[Kind] | set[Kind]) -> bool:
        """Whether something of these kinds has just these words for a name, and not only with those for its sort."""
        said = words(text)
        found = self.resolve(text, kinds).candidates
        return any(words(name.text) == said for one in found for name in self._names_of[one.id])

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
        self, text: str, kinds: frozenset[Kind], near: Sequence[tuple[str, float, bool]]
    ) -> Iterator[Candidate]:
        """What is offered for a text that is no name: only what is really near, and nothing where nothing is.

        What has all its words in a name; what is like several words of it on the whole; what has a word of it for its
        name; what sounds so in at least half of the words that tell one name from another. A word that only
        says what sort of thing it names, or that very many names have, tells none.
        """
        telling = [word for word in words(text) if word not in LIST_WORDS] if len(text) <= FUZZY_LONGEST else []
        if any(len(word) > 1 for word in telling):
            yield from self.with_words(text, kinds)
        from .sounds import part_heard, spoken, vowelled

        likely = [entity for entity, whole, _ in near if len(telling) > 1 and whole >= OFFERED_WORD][:NEAREST]
        yield from (self._candidates[entity] for entity in likely)
        long = [word for word in telling if len(word) >= OFFERED_SHORTEST]
        for word in long if len(words(text)) > 1 else ():
            yield from self.resolve(word, kinds).candidates
        asked = spoken(" ".join(word for word in long if self._bearers.get(word, 0) <= COMMON), vowelled(text))
        left = NEAREST - len(likely)
        for entity, _, _ in near if len(asked) >= FUZZY_SHORTEST else ():
            heard = (spoken(normalise(name.text, name.kind), vowelled(name.text)) for name in self._names_of[entity])
            if not left:
                break
            if entity not in likely and any(part_heard(asked, name, OFFERED_WORD) >= OFFERED_PART for name in heard):
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
                for entity in in_scope(rows, within):
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

    def holders(self, text: str) -> Resolution:
        """What holders a text names, without a guess.

        None where it is the name of a place and theirs only without words such as Coalition: Diyala is the province.
        """
        found = self.resolve(text, HOLDERS)
        if found.matched is Matched.NORMALISED:
            place = self.resolve(text, PROVINCES | BODIES)
            if place.candidates and place.matched is not Matched.NORMALISED:
                return found._replace(candidates=(), matched=None)
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
            for reading in {plain, re.sub(_JOINED_ARTICLE, "", plain)}:
                asked = spoken(reading, vowelled(text))
                for entity, (whole, least) in self._sounds(kind).nearest(asked, within).items():
                    like = whole, least >= FUZZY_MINIMUM and len(asked) >= FUZZY_SHORTEST
                    found[entity] = max(found.get(entity, like), like)
        return sorted(((entity, *like) for entity, like in found.items()), key=lambda row: (-row[1], row[0]))


def _in_order(known: list[str], asked: list[str]) -> bool:
    """Whether all these words stand among those, in their order."""
    rest = iter(asked)
    return all(word in rest for word in known)


def rules() -> dict[str, Any]:
    """What a text is read by, as JSON holds it, for a page that reads names as the resolver does; patterns are ours."""
    return {
        **spelling_rules(),
        "joined_article": _JOINED_ARTICLE,
        "gloss": GLOSS.pattern,
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
