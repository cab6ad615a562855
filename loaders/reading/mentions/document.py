"""The names of a document: its words, its language, and what its own text says that a name is the name of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from graph.names import Resolver

from ...languages.words import Words, fold, languages
from .glosses import read_glosses, roles_of
from .names import Names, Vote

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile("[A-ZÀ-Þ]")
_CAPITALS = re.compile(r"([A-ZÀ-Þ](?<=[\w,] .)[\w'’-]+) (?=([A-ZÀ-Þ][\w'’-]+))")  # the letter first: it is rare
_RUN = re.compile(r"(?<!\S)(?:(?P<before>[^\W\d_A-ZÀ-Þ][^\W\d_]*) )?(?P<run>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)")
_YEAR = re.compile(r"(?:[1١۱][9٩۹]|[2٢۲][0٠۰])(?<!\d..)\d\d(?!\d)")
_OF_PLACE = frozenset({"in", "belongs"})  # roles of words that lead to the name of a place
_SHORT_WORD = 8  # letters behind a name in which an "and" may stand
_SAMPLE = 4000  # words by which the language of a document is told
_AND, _LONGEST_NOUN = re.compile(r" و[^\W\d_]{4,}"), 12  # "حزب وداني"; letters of a noun before it
_TIED, _SHORTEST_TIED = "بلو", 4  # letters that are written together with a place; letters of no such word


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
    names.second_words = frozenset(pair.partition(" ")[2] for pair in capitals)
    once = bool(years) and years[0] == max(years) and years.count(years[0]) == 1
    names.one_year = once and years[0] != (vote.year if vote is not None else None)
    if language.script == "arabic" and resolver is not None:
        tied = (word for word in words if len(word) > _SHORTEST_TIED and word[0] in _TIED)
        names.tied = frozenset(word for word in tied if names.is_place(word[1:]))
    if language.script == "arabic":
        names.whole = frozenset(_begun_with_and(text, language)) & repeated
    read_glosses(names, text)
    return names


def _begun_with_and(text: str, language: Words) -> Iterator[str]:
    """The names of lists that begin with the letter of "and": no "and" stands behind a noun that leads to a name."""
    for match in _AND.finditer(text):
        word = match[0][1:]
        noun = (text[max(match.start() - _LONGEST_NOUN, 0) : match.start()].split() or [""])[-1]
        known = fold(word[1:]) in language.opens or word[1:].startswith("ال")
        if not known and "list_noun" in roles_of(noun, language) and not noun.startswith("ال"):
            yield fold(word)


def _alone(text: str, language: Words) -> Counter[str]:
    """The runs of words with capitals that stand behind no "in" or "of", folded, and how often beside no "and"."""
    found: Counter[str] = Counter()
    for match in _RUN.finditer(text):
        before = roles_of(match["before"], language) if match["before"] else frozenset()
        if not before.isdisjoint(_OF_PLACE):
            continue
        behind = text[match.end() : match.end() + _SHORT_WORD].split()
        joined = "and" in before or (behind and "and" in roles_of(behind[0], language))
        run = fold(match["run"])
        found[run] = found.get(run, 0) + (not joined)
    return found
