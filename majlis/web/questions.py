"""Words to a question: what is asked comes from a table of question words, of whom from the names of the graph."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from graph.kinds import HOLDERS, PROVINCES, Kind
from graph.names import Resolution, Resolver
from graph.spelling import words

from .. import register
from ..register import PLACES, QUESTIONS, usual

_TABLE = Path(__file__).with_name("question_words.csv")
_EDGES = "?؟!.,،:;؛'\"“”«»()[]"
_EVERYTHING = frozenset(Kind)
_ALONE = ("sources", "map")  # pages about all that are no question
# A word may be the name of a holder and of a province: which is looked for first, usually and by who asks of provinces.
_USUALLY, _PLACES_FIRST = (HOLDERS, PLACES, _EVERYTHING), (PLACES, HOLDERS, _EVERYTHING)


@dataclass(frozen=True, slots=True)
class Question:
    """A page and what it is asked about, by names as they were written; without a name a page about all."""

    page: str
    name: str | None = None
    province: str | None = None


class _Words(NamedTuple):
    meanings: Mapping[tuple[str, ...], str]  # a phrase, folded -> the page it asks for; "" says nothing
    prefixes: Sequence[tuple[str, str]]  # what may stand before a name, and what then stands in its place
    longest: int


def _read_table() -> _Words:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    meanings = {_folded(row["words"].split()): row["means"] for row in rows if row["means"] != "prefix"}
    prefixes = [tuple(row["words"].split("=")) for row in rows if row["means"] == "prefix"]
    return _Words(meanings, [(before, after) for before, after in prefixes], max(map(len, meanings)))


def _folded(tokens: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(words(token)) for token in tokens)


_WORDS = _read_table()


def is_arabic(text: str) -> bool:
    """Whether a text is written in Arabic letters, all or in part."""
    return any(unicodedata.bidirectional(char) == "AL" for char in text)


def read(text: str, resolver: Resolver) -> Question:
    """The question that a text asks; a name that is not known stays as it was written, for the page to say so."""
    whole = text.strip()
    tokens = [token for part in whole.split() if (token := part.strip(_EDGES))]
    means, left = _strip(tokens)
    rest = " ".join(left)
    scopes = _PLACES_FIRST if means in QUESTIONS and QUESTIONS[means].about == PLACES else _USUALLY
    for name in dict.fromkeys((whole, rest)):
        if name and (found := _known(name, scopes, resolver)):
            return _question(means if name is not whole else None, *found)
    if not rest:
        alone = means in _ALONE or (means in QUESTIONS and not QUESTIONS[means].needs_name)
        return Question(means) if means and alone else Question("where", whole)
    placed = list(_placed(left, resolver))
    for name, place in placed:
        if found := _known(name, _USUALLY, resolver):
            return Question("why", found[0], place)
    if placed:
        return Question("why", *placed[0])
    for scope in scopes:
        guess = resolver.ask(rest, scope)
        if guess.candidates:
            return _question(means, rest, guess)
    return Question("where", rest)


def meant(row: register.Question, text: str, resolver: Resolver) -> Question | None:
    """What is meant where a question about holders is asked with a province, or the other way round, or with both.

    None where the text names nothing, or what the question is about.
    """
    if row.about not in (HOLDERS, PLACES) or any(item.several for item in row.names):
        return None
    found = read(text, resolver)
    known = found.name and resolver.ask(found.name, _EVERYTHING).candidates
    return found if known and found.page != row.name and found.page in QUESTIONS else None


def _question(means: str | None, name: str, found: Resolution) -> Question:
    kind = found.candidates[0].kind
    asks = means == "entity" or (means in QUESTIONS and kind in QUESTIONS[means].about)
    return Question(means if means and asks else usual(kind), name)


def _strip(tokens: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """What question words at both ends ask for, and the words between them."""
    folded, means = _folded(tokens), ""
    start, end = 0, len(folded)
    while phrase := _phrase(folded[start:to] for to in range(min(end, start + _WORDS.longest), start, -1)):
        means = means or _WORDS.meanings.get(phrase, "")
        start += len(phrase)
    while phrase := _phrase(folded[to:end] for to in range(max(start, end - _WORDS.longest), end)):
        means = means or _WORDS.meanings.get(phrase, "")
        end -= len(phrase)
    return means or None, tokens[start:end]


def _phrase(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The first of these that the table knows, or that is an article alone."""
    return next((part for part in parts if part in _WORDS.meanings or part == ("",)), ())


def _known(text: str, scopes: Sequence[frozenset[Kind]], resolver: Resolver) -> tuple[str, Resolution] | None:
    """The text as a name that somebody wrote, without a guess; where none is known, without a prefix."""
    for name in _variants(text):
        for scope in scopes:
            found = resolver.holders(name) if scope == HOLDERS else resolver.resolve(name, scope)
            if found.candidates:
                return name, found
    return None


def _variants(text: str) -> Iterator[str]:
    yield text
    for before, after in _WORDS.prefixes:
        if text.startswith(before) and len(text) > len(before) + 2:
            yield after + text.removeprefix(before)


def _placed(tokens: Sequence[str], resolver: Resolver) -> Iterator[tuple[str, str]]:
    """The ways to part words into a name and a province, in either order."""
    for cut in range(1, len(tokens)):
        first, second = (" ".join(_strip(part)[1]) for part in (tokens[:cut], tokens[cut:]))
        for name, place in ((first, second), (second, first)):
            if name and place and (found := _known(place, (PROVINCES,), resolver)):
                yield name, found[0]
