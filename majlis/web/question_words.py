"""The words that questions are asked with, from one table: what each phrase asks for, and how it may be misspelt.

A row of `question_words.csv` is a phrase in a language and what it means: questions of the register, or pages, parted
by "|", the first of which that can be asked about what is named; "parts@bloc+party" is asked about these kinds only,
"majority@several" of two names or more. "none" is what no data here can answer: a question with it is not understood.
What ends with "?" only asks where every word of the question is read: "how many" may be how many of anything.
"office ..." are words in the name of an office, "election house" and "election councils" say of what an election is,
"month 05" is a month; nothing: a word that asks nothing. A "prefix" is what may stand before a name, and what then
stands in its place. The more specific a meaning, the earlier it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import NamedTuple

from graph.spelling import words

from ..wording.questions import question_words

# What Arabic writes as one with a word: "and" and "so" before it, and the end of an accusative.
_JOINED, _ACCUSATIVE = ("و", "ف"), "ا"
_LEAST, _LONG = 5, 8  # letters of a word that may have one letter wrong, and of one that may have two
_EDGES = "?؟!.,،:;؛'\"“”«»()[]…"


class Word(NamedTuple):
    """A word of a question: as it was written, and in its plain form, which may be empty or several words."""

    text: str
    plain: str


class Phrase(NamedTuple):
    """Words of a question that mean something: from where on, how many, and what; "" where they ask nothing."""

    start: int
    length: int
    means: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The table, read: phrases in their plain form with what they mean, prefixes of names, the order of meanings."""

    meanings: dict[tuple[str, ...], str]
    prefixes: tuple[tuple[str, str], ...]
    order: dict[str, int]
    longest: int
    most_letters: int
    near: dict[str, set[str]]

    def phrase(self, plain: Sequence[str], start: int, length: int) -> Phrase | None:
        """What these words mean, if anything: with or without what Arabic writes at the ends of the first or last."""
        said = tuple(" ".join(plain[start : start + length]).split())
        for known in _bared(said):
            if known in self.meanings:
                return Phrase(start, length, self.meanings[known])
        return None

    def mended(self, word: str) -> str | None:
        """The one word of the table that this is with a letter or two wrong; None where none or several are."""
        if len(word) < _LEAST - 1 or any(char.isdigit() for char in word):
            return None
        most = 2 if len(word) >= _LONG else 1
        if len(word) > self.most_letters + most:  # none is so long, and its forms would be without number
            return None
        found = {known for form in _forms(word, most) for known in self.near.get(form, ())}
        near = {known: distance for known in found if (distance := _distance(word, known)) <= most}
        ranked = {known: (distance, sorted(known) != sorted(word)) for known, distance in near.items()}
        best = [known for known, rank in ranked.items() if rank == min(ranked.values())]  # letters that changed places
        asking = [known for known in best if self._means(known)] or best
        return min(asking) if len({self._means(known) for known in asking}) == 1 else None

    def _means(self, word: str) -> str:
        return self.meanings.get((word,), word)


@cache
def vocabulary() -> Vocabulary:
    """The table of question words."""
    rows = [{"means": means, "words": said} for means, said in question_words()]
    prefixes = [tuple(row["words"].split("=")) for row in rows if row["means"] == "prefix"]
    meanings: dict[tuple[str, ...], str] = {}
    for row in rows:
        if row["means"] != "prefix" and (said := tuple(words(row["words"]))):
            meanings.setdefault(said, row["means"])
    order = {means: place for place, means in enumerate(dict.fromkeys(row["means"] for row in rows))}
    near: dict[str, set[str]] = {}
    asking = [said for said, means in meanings.items() if means != "none"]  # a slip makes no question unanswerable
    for word in {word for said in asking for word in said if len(word) >= _LEAST - 1}:
        for form in _forms(word, 2 if len(word) >= _LONG else 1):
            near.setdefault(form, set()).add(word)
    return Vocabulary(
        meanings,
        tuple((before, after) for before, after in prefixes),
        order,
        max(map(len, meanings)),
        max(map(len, near)),
        near,
    )


def split(text: str) -> list[Word]:
    """The words of a question, without signs at their edges; a word that is nothing but an article is left out."""
    parts = [part.strip(_EDGES) for part in text.replace("’", "'").split()]
    cut = [part.removesuffix("'s").removesuffix("'") if part.lower().endswith(("'s", "s'")) else part for part in parts]
    return [Word(part, plain) for part in cut if part and (plain := " ".join(words(part)))]


def variants(text: str) -> Iterator[str]:
    """A name as it was written, and without what may stand before it."""
    yield text
    for before, after in vocabulary().prefixes:
        if text.startswith(before) and len(text) > len(before) + 2:
            yield after + text.removeprefix(before)


def _bared(said: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Words as they are, then without what is joined to the first or the last of them."""
    yield said
    if said and said[-1].endswith(_ACCUSATIVE) and len(said[-1]) > _LEAST - 1:
        yield (*said[:-1], said[-1].removesuffix(_ACCUSATIVE))
    if said and said[0].startswith(_JOINED) and len(said[0]) > 2:
        yield (said[0][1:], *said[1:])


def _forms(word: str, most: int) -> set[str]:
    """The word, and what is left of it without any one letter or two."""
    found = {word}
    for count in range(1, most + 1):
        found |= {"".join(left) for left in combinations(word, len(word) - count)}
    return found


def _distance(one: str, other: str) -> int:
    """How many letters must be written otherwise, added, left out or changed with the next to make one the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        two, before, row = before, row, [at]
        for place, known in enumerate(other, 1):
            best = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != known))
            if at > 1 and place > 1 and letter == other[place - 2] and one[at - 2] == known:
                best = min(best, two[place - 2] + 1)
            row.append(best)
    return row[-1]
