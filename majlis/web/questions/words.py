"""The words that questions are asked with, from one table: what each phrase asks for, and how it may be misspelt.

A row of `question_words.csv` is a phrase in a language and what it means: questions of the register, or pages, parted
by "|", the first of which that can be asked about what is named; "parts@bloc+party" is asked about these kinds only,
"majority@several" of two names or more. "none" is what no data here can answer: a question with it is not understood.
What ends with "?" only asks where every word of the question is read: "how many" may be how many of anything.
"office ..." are words in the name of an office, with "|" only beside a province alone; "election house" and "election
councils" say of what an election is (with "?" only beside a province), "fact turnout who" asks for that predicate, of a
place on that page, "query NAME" is a prepared query about no name, "month 05" is a month, "year 1" the year before this
one; nothing: a word that asks nothing. A "prefix" is what may stand before a name, and what then stands in its place; a
"joined" what Arabic writes as one with a word, before it or, after "=", behind it; "same" is a word that asks as
another does: "was=is"; with a "clause" another question begins; a "span" before a year is of more than that year; "own"
words begin what somebody says of themselves; a "century" and a "number" behind it are a year in words. A phrase with
"..." stands in a question where its parts do, in their order. The more specific a meaning, the earlier it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from graph.spelling import words

from ...wording.questions import question_words
from .times import date_of

OFFICE = "office "
BEYOND = "none"  # what no data here can answer: the future, opinions, whether a vote was fair
FORMS = ("prefix", "joined", "same", "clause", "span", "own", "century", "number")  # rows that are no phrases
_GAP = "..."
_STEM = 2  # letters that are left of a word without what is joined to it
_LEAST_STEM = 3  # letters that words have alike which are forms of one
# What is added to a stem: in English at the end; in Arabic the persons of a verb, and what is joined behind.
_ENDING = re.compile(r"(?:(?<=[a-z]{2})(?:ing|ed|es|s))?e?$|(?:ون|وا|ين|ن|ت|ه|ها|هم|ا)$")
_PERSON = re.compile(r"^[يتنا](?=\w{3})")
_LEAST = 5  # letters of a word that may have one letter wrong
# Marks that steer the direction of a line part words; an apostrophe is written in two ways.
_MARKS = {ord("’"): "'", **dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " ")}
_SHORT_YEAR = re.compile(r"(?<![\w'])'(\d\d)(?![\w'])")
_OWNS = re.compile("'s$|s'$", re.IGNORECASE)
_PARTS = re.compile(r"\s+[-–—]+\s+|[.,;:!?؟،؛]+(?:\s+|$)|\n+")
_WHOLE, _UNITS = 1000, 9  # "two thousand" begins any year of it; "twenty ten" is one, "twenty nine" is none
_LIGHT = {True: 3, False: 2}  # letters of a small word, in ASCII or not, that changes no question
_EDGES = "?؟!.,،:;؛'\"“”«»()[]…"


class Word(NamedTuple):
    """A word of a question: as it was written, in its plain form, and whether it is a possessive: "Maliki's"."""

    text: str
    plain: str
    owns: bool = False


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
    own: frozenset[str]
    years: dict[tuple[str, ...], str]  # by how they are written in words
    order: dict[str, int]
    longest: int

    def phrase(self, plain: Sequence[str], start: int, length: int) -> Phrase | None:
        """What these words mean, if anything: with or without what Arabic writes at the ends of the first or last."""
        said = tuple(self.same.get(word, word) for word in " ".join(plain[start : start + length]).split())
        for known in _bared(said, self.joined):
            alike = tuple(self.same.get(word, word) for word in known)
            if alike in self.meanings:
                return Phrase(start, length, self.meanings[alike], known == said)
        return None

    def dated(self, said: Sequence[Word]) -> list[Word]:
        """These words, those that are a year together as one: "two thousand and ten"."""
        found: list[Word] = []
        at = 0
        while at < len(said):
            for stop in range(min(at + self.longest, len(said)), at, -1):
                part = said[at:stop]
                if year := self.years.get(tuple(" ".join(word.plain for word in part).split())):
                    found.append(Word(" ".join(word.text for word in part), year))
                    at = stop
                    break
            else:
                found.append(said[at])
                at += 1
        return found

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
        """The one word of the table that this is with a letter wrong; None where none or several are.

        A short one may lack a letter, or two have changed places; in Arabic, where as short words are names, none. One
        of five letters is no word that asks nothing with another letter.
        """
        if len(word) < _LEAST - word.isascii() or any(char.isdigit() for char in word):
            return None
        near = [known for known in self._slips.get(word[0], ()) if _is_slip(word, known)]
        ranked = {known: sorted(known) != sorted(word) for known in near}  # letters that changed places
        if len(word) <= _LEAST:
            known_well = self.small if len(word) == _LEAST else set(ranked)
            ranked = {
                known: other
                for known, other in ranked.items()
                if known not in known_well or len(known) > len(word) or not other
            }
        best = [known for known, rank in ranked.items() if rank == min(ranked.values())]
        asking = [known for known in best if self._means(known)] or best
        return min(asking) if len({self._means(known) for known in asking}) == 1 else None

    def formed(self, word: str) -> str | None:
        """A word of the table that this is another form of: "competes"; None where none is, or several that differ."""
        known = self._forms.get(_stem(word), ())
        alike = len({self._means(form) for form in known}) == 1
        return min(known, key=lambda form: (form[-1] != word[-1], abs(len(form) - len(word)))) if alike else None

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """The single words of the table by their stems."""
        forms: dict[str, list[str]] = {}
        for said in self.meanings:
            if len(said) == 1 and len(stem := _stem(said[0])) >= _LEAST_STEM:
                forms.setdefault(stem, []).append(said[0])
        return forms

    @cached_property
    def small(self) -> frozenset[str]:
        """The single words that ask nothing."""
        return frozenset(said[0] for said, means in self.meanings.items() if len(said) == 1 and not means)

    @cached_property
    def _slips(self) -> dict[str, set[str]]:
        """The words that may be misspelt, by their first letter; a slip asks nothing that is beyond the data."""
        slips: dict[str, set[str]] = {}
        for word in {word for said, means in self.meanings.items() if means != BEYOND for word in said}:
            if len(word) >= _LEAST - 1:
                slips.setdefault(word[0], set()).add(word)
        return slips

    def _means(self, word: str) -> str:
        return self.meanings.get((word,), word)


@cache
def vocabulary() -> Vocabulary:
    """The table of question words."""
    rows = [{"means": means, "words": said} for means, said in question_words()]
    prefixes = [tuple(row["words"].split("=")) for row in rows if row["means"] == "prefix"]
    joined = [row["words"].partition("=") for row in rows if row["means"] == "joined"]
    same = dict(row["words"].split("=") for row in rows if row["means"] == "same")

    def read(text: str) -> tuple[str, ...]:
        return tuple(same.get(word, word) for said in split(text) for word in said.plain.split())

    def numbers(form: str) -> list[tuple[tuple[str, ...], int]]:
        told = (row["words"].split("=") for row in rows if row["means"] == form)
        return [(tuple(words(said)), int(value)) for said, value in told]

    def of(form: str) -> frozenset[str]:
        return frozenset(" ".join(words(row["words"])) for row in rows if row["means"] == form)

    meanings: dict[tuple[str, ...], str] = {}
    parted: dict[tuple[tuple[str, ...], ...], str] = {}
    for row in rows:
        parts = tuple(read(part) for part in row["words"].split(_GAP))
        if len(parts) > 1:
            parted.setdefault(parts, row["means"])
        elif row["means"] not in FORMS and parts[0]:
            meanings.setdefault(parts[0], row["means"])
    order = {means: place for place, means in enumerate(dict.fromkeys(row["means"] for row in rows))}
    return Vocabulary(
        meanings,
        parted,
        tuple((before, after) for before, after in prefixes),
        tuple((before, after) for before, _, after in joined),
        same,
        frozenset(tuple(said.split()) for said in of("clause")),
        of("span"),
        of("own"),
        {
            (*century, *number): str(begins * (100 if begins < _WHOLE else 1) + value)
            for century, begins in numbers("century")
            for number, value in numbers("number")
            if begins >= _WHOLE or value > _UNITS
        },
        order,
        max(map(len, meanings)),
    )


def split(text: str) -> list[Word]:
    """The words of a question, without signs at their edges; a word that is nothing but an article is left out."""
    parts = [part.strip(_EDGES) for part in _SHORT_YEAR.sub(r"20\1", text.translate(_MARKS)).split()]
    cut = [(part[: part.rindex("'")] if (owns := bool(_OWNS.search(part))) else part, owns) for part in parts]
    return [Word(part, plain, owns) for part, owns in cut if part and (plain := " ".join(words(part)))]


def segments(text: str) -> list[str]:
    """The parts of a text between signs."""
    return [part for part in _PARTS.split(text) if part]


def is_own(text: str) -> bool:
    """Whether a text begins with what somebody says of themselves: "I am a student"."""
    return f"{' '.join(words(text))} ".startswith(tuple(f"{begin} " for begin in vocabulary().own))


def weighs(text: str) -> bool:
    """Whether a word may change what is asked: a number that counts something and a small word do not."""
    return bool(date_of(text)) or not (text.isdigit() or (text == text.lower() and len(text) <= _LIGHT[text.isascii()]))


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


def _is_slip(word: str, known: str) -> bool:
    """Whether a word is this one with a letter wrong, added, left out or changed with the next, but not its first.

    Nor its last, unless that is left out: what differs at its end is another form or another word, "commons".
    """
    if word[-1] != known[-1] and len(word) >= len(known) and sorted(word) != sorted(known):
        return False
    return OSA.distance(word, known, score_cutoff=1) <= 1


def _stem(word: str) -> str:
    """What a word has alike with its other forms."""
    if not word.isascii():
        return _ENDING.sub("", _PERSON.sub("", word), count=1)
    stem = _ENDING.sub("", re.sub("(?:ies|ied)$", "y", word), count=1)
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem
