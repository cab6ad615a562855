"""Names as they are written: each with its entity, found by how it is spelt and by its words."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from .kinds import HOLDERS, PROVINCES, Kind
from .spelling import LIST_WORDS, normalise, words


class Place(NamedTuple):
    """Where a row or line of the data stands: a file (relative where it is ours) and a line, from 1."""

    file: str
    line: int | None = None

    @property
    def own(self) -> bool:
        """Whether it is of a file of the user's: of these the whole path is given."""
        return os.path.isabs(self.file)  # noqa: PTH117 - of every name, and a `Path` takes ten times as long

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


class Candidate(NamedTuple):
    """An entity that a text may mean."""

    id: str
    kind: Kind
    name: str


# A gloss: "Nabni (We Build) Alliance" is also "Nabni Alliance" and "We Build".
GLOSS = re.compile(r"\s*\(([^()]+)\)\s*")


def without_gloss(text: str) -> str:
    """A name without what stands in brackets."""
    return " ".join(GLOSS.sub(" ", text).split())


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


class Lexicon:
    """The names of entities, as many as each has."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._candidates: dict[str, Candidate] = {}
        self._written: dict[str, set[tuple[str, str | None, bool]]] = {}
        self._rows: dict[Kind, list[Name]] = {kind: [] for kind in Kind}
        self._normal: dict[Kind, dict[str, set[tuple[str, str | None]]]] = {}
        self._words: dict[frozenset[Kind], frozenset[str]] = {}
        for name in names:
            self._add(name)

    def _add(self, name: Name) -> None:
        entity, kind, text, primary, within, _ = name
        if primary or entity not in self._candidates:
            self._candidates[entity] = Candidate(entity, kind, text)
            self._written.setdefault(entity, set()).add((entity, None, True))
        self._rows[kind].append(name)
        if text in self._written:
            self._written[text].add((entity, within, primary))
        else:
            self._written[text] = {(entity, within, primary)}

    def _keys(self, kind: Kind) -> dict[str, set[tuple[str, str | None]]]:
        """The normalised names of a kind, made when a text is first looked up that nobody wrote just so."""
        keys = self._normal.get(kind)
        if keys is None:
            keys = {}
            for name in self._rows[kind]:
                keys.setdefault(normalise(name.text, kind), set()).add((name.entity, name.within))
            self._normal[kind] = keys  # whole: another thread may look names up meanwhile
        return keys

    def candidate(self, entity: str) -> Candidate | None:
        """The entity with this id, if it has a name here."""
        return self._candidates.get(entity)

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

    def named_in(self, text: str, telling: int = 0) -> set[str]:
        """Entities of whom a name stands in this text, word by word, and not within a longer name of another.

        `telling`: how many words of the name must say more than what sort of thing it names.
        """
        said = words(text)
        found: dict[tuple[int, int], set[str]] = {}
        for start, first in enumerate(said):
            for known, entity in self._first_words.get(first, ()):
                if tuple(said[start : start + len(known)]) == known and len(set(known) - LIST_WORDS) >= telling:
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

    @property
    def known_words(self) -> frozenset[str]:
        """Every word of a name here, in its plain form."""
        return self._words_of(frozenset(Kind))

    def _words_of(self, kinds: frozenset[Kind]) -> frozenset[str]:
        """Every word of a name of these kinds, in its plain form, made when it is first asked for."""
        known = self._words.get(kinds)
        if known is None:
            known = frozenset(word for kind in kinds for name in self._rows[kind] for word in words(name.text))
            self._words[kinds] = known
        return known

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


def in_scope(rows: Iterable[tuple[str, str | None]], within: str | None) -> set[str]:
    """The entities of names that hold here: names of this council alone, else names that hold everywhere."""
    rows = list(rows)
    return {entity for entity, place in rows if place is not None and place == within} or {
        entity for entity, place in rows if place is None
    }
