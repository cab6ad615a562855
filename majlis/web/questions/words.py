"""The words that questions are asked with, from one table: what each phrase asks for, and how it may be misspelt.

A row of `question_words.csv` is a phrase in a language and what it means: questions of the register, or pages, parted
by "|", the first of which that can be asked about what is named; "parts@bloc+party" is asked about these kinds only,
"majority@several" of two names or more. "none" is what no data here can answer: a question with it is not understood.
What ends with "?" only asks where every word of the question is read: "how many" may be how many of anything.
"office ..." are words in the name of an office, "election house" and "election councils" say of what an election is
(with "?" only beside a province),
"fact turnout who" asks for that predicate, of a place on that page, "query NAME" is a prepared query about no name,
"month 05" is a month, "year 1" the year before this one; nothing: a word that asks nothing. A "prefix" is what may
stand before a name, and what then stands in its place; a "joined" what Arabic writes as one with a word, before it or,
after "=", behind it; "same" is a word that asks as another does: "was=is"; with a "clause" another question begins; a
"span" before a year is of more than that year. A phrase with "..." stands in a question where its parts do, in their
order. The more specific a meaning, the earlier it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from graph.spelling import words

from ...wording.questions import question_words

BEYOND = "none"  # what no data here can answer: the future, opinions, whether a vote was fair
FORMS = ("prefix", "joined", "same", "clause", "span")  # rows that are no phrases
_GAP = "..."
_STEM = 2  # letters that are left of a word without what is joined to it
_LEAST, _LONG = 5, 8  # letters of a word that may have one letter wrong, and of one that may have two
# Marks that steer the direction of a line part words; an apostrophe is written in two ways.
_MARKS = {ord("’"): "'", **dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " ")}
_EDGES = "?؟!.,،:;؛'\"“”«»()[]…"


class Word(NamedTuple):
    """A word of a question: as it was written, and in its plain form, which may be empty or several words."""

    text: str
    plain: str


class Phrase(NamedTuple):
    """Words of a question that mean something: from where on, how many, and what; "" where they ask nothing.

    `whole`: as the table has them, without what Arabic joins to a word.
    """

    start: int
    length: int
    means: str
    whole: bool = True


@dataclass(frozen=True)
class Vocabulary:
    """The table, read: phrases in their plain form with what they mean, prefixes of names, the order of meanings."""

    meanings: dict[tuple[str, ...], str]
    parted: dict[tuple[tuple[str, ...], ...], str]
    prefixes: tuple[tuple[str, str], ...]
    joined: tuple[tuple[str, str], ...]
    same: dict[str, str]
    clauses: frozenset[tuple[str, ...]]
    spans: frozenset[str]
    order: dict[str, int]
    longest: int

    def phrase(self, plain: Sequence[str], start: int, length: int) -> Phrase | None:
        """What these words mean, if anything: with or without what Arabic writes at the ends of the first or last."""
        said = tuple(self.same.get(word, word) for word in " ".join(plain[start : start + length]).split())
        for known in _bared(said, self.joined):
            if known in self.meanings:
                return Phrase(start, length, self.meanings[known], known == said)
        return None

    def parts(self, said: Sequence[Word]) -> list[Sequence[Word]]:
        """The questions in these words, where another begins after a first one."""
        plain = [word.plain for word in said]
        begins = [
            at
            for at in range(1, len(said))
            if any(tuple(plain[at : at + len(clause)]) == clause for clause in self.clauses)
        ]
        return [said[start:stop] for start, stop in pairwise((0, *begins, len(said)))]

    def apart(self, plain: Sequence[str]) -> Iterator[tuple[set[int], str]]:
        """The phrases whose parts stand apart among these words: the places of their words, and what they mean."""
        plain = [self.same.get(word, word) for word in plain]
        for parts, means in self.parted.items():
            found: set[int] = set()
            start = 0
            for part in parts:
                ends = range(start, len(plain) - len(part) + 1)
                at = next((at for at in ends if tuple(plain[at : at + len(part)]) == part), None)
                if at is None:
                    break
                start = at + len(part)
                found.update(range(at, start))
            else:
                yield found, means

    def mended(self, word: str) -> str | None:
        """The one word of the table that this is with a letter or two wrong; None where none or several are.

        A short one may lack a letter, or two have changed places; in Arabic, where as short words are names, none.
        """
        if len(word) < _LEAST - word.isascii() or any(char.isdigit() for char in word):
            return None
        most = 2 if len(word) >= _LONG else 1
        letters = _letters(word)
        near = {
            known: distance
            for known, theirs in self._slips
            if abs(len(known) - len(word)) <= most
            and (letters ^ theirs).bit_count() <= 2 * most
            and (distance := OSA.distance(word, known)) <= (2 if len(known) >= _LONG else 1)
        }
        ranked = {known: (distance, sorted(known) != sorted(word)) for known, distance in near.items()}
        if len(word) < _LEAST:
            ranked = {known: rank for known, rank in ranked.items() if len(known) > len(word) or not rank[1]}
        best = [known for known, rank in ranked.items() if rank == min(ranked.values())]  # letters that changed places
        asking = [known for known in best if self._means(known)] or best
        return min(asking) if len({self._means(known) for known in asking}) == 1 else None

    @cached_property
    def small(self) -> frozenset[str]:
        """The single words that ask nothing."""
        return frozenset(said[0] for said, means in self.meanings.items() if len(said) == 1 and not means)

    @cached_property
    def _slips(self) -> list[tuple[str, int]]:
        """The words that may be misspelt, with their letters; a slip asks nothing that is beyond the data."""
        asking = [said for said, means in self.meanings.items() if means != BEYOND]
        return [
            (word, _letters(word)) for word in {word for said in asking for word in said if len(word) >= _LEAST - 1}
        ]

    def _means(self, word: str) -> str:
        return self.meanings.get((word,), word)


@cache
def vocabulary() -> Vocabulary:
    """The table of question words."""
    forms: dict[str, list[str]] = {form: [] for form in FORMS}
    for means, said in question_words():
        if means in forms:
            forms[means].append(said)
    same = dict(said.split("=") for said in forms["same"])

    def read(text: str) -> tuple[str, ...]:
        return tuple(same.get(word, word) for said in split(text) for word in said.plain.split())

    meanings: dict[tuple[str, ...], str] = {}
    parted: dict[tuple[tuple[str, ...], ...], str] = {}
    for means, said in question_words():
        parts = tuple(read(part) for part in said.split(_GAP))
        if len(parts) > 1:
            parted.setdefault(parts, means)
        elif means not in FORMS and parts[0]:
            meanings.setdefault(parts[0], means)
    return Vocabulary(
        meanings,
        parted,
        _sides(forms["prefix"]),
        _sides(forms["joined"]),
        same,
        frozenset(tuple(words(said)) for said in forms["clause"]),
        frozenset(" ".join(words(said)) for said in forms["span"]),
        {means: place for place, means in enumerate(dict.fromkeys(means for means, _ in question_words()))},
        max(map(len, meanings)),
    )


def _sides(rows: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What stands before "=" and what behind it."""
    return tuple((before, after) for before, _, after in (said.partition("=") for said in rows))


def split(text: str) -> list[Word]:
    """The words of a question, without signs at their edges; a word that is nothing but an article is left out."""
    parts = [part.strip(_EDGES) for part in text.translate(_MARKS).split()]
    cut = [part.removesuffix("'s").removesuffix("'") if part.lower().endswith(("'s", "s'")) else part for part in parts]
    return [Word(part, plain) for part in cut if part and (plain := " ".join(words(part)))]


def variants(text: str) -> Iterator[str]:
    """A name as it was written, and without what may stand before it."""
    yield text
    for before, after in vocabulary().prefixes:
        if text.startswith(before) and len(text) > len(before) + 2:
            yield after + text.removeprefix(before)


def _bared(said: tuple[str, ...], joined: Sequence[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """Words as they are, then without what is joined to the first and the last of them."""
    yield said
    for before, after in joined:
        if said and said[0].startswith(before) and said[-1].endswith(after):
            bared = [*said]
            bared[-1] = bared[-1].removesuffix(after)
            bared[0] = bared[0].removeprefix(before)
            if min(len(bared[0]), len(bared[-1])) >= _STEM:
                yield tuple(bared)


def _letters(word: str) -> int:
    """The letters of a word as bits of a number: two that differ by more bits than letters may differ are not near."""
    return sum({1 << ord(letter) % 61 for letter in word})
