"""The words, numbers and marks of a sentence, each with its letters and with what the language says that it can be."""

from __future__ import annotations

import re
from collections.abc import Container
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ...languages.clitics import clitics
from ...languages.words import Term, Words, fold, language_of

NOTHING = Term()
NO_WORD = "\0"  # the plain form of numbers and marks, which no phrase has
_SUFFIXED = Term(frozenset({"suffix"}))
_TOKEN = re.compile(  # what most tokens are comes first: no word begins with a digit
    r"(?P<word>(?:[A-Z]\.){2,}|(?:[^\W\d_]++|[\u064b-\u0652\u0670]++)++(?:[-'’/&+.][^\W\d_]++)*+"
    r"(?:(?<=[A-Za-z])\d+|[+])?)"
    r"|(?P<other>\d{1,2}:\d{2}(?::\d{2})?|\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|1/\d+\w*)"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d|[.,]\d)|\d+(?:[.,٬٫'’]\d+|،\d{3}(?!\d))*)(?P<tail>[^\W\d_]+)?"
    r"|(?P<mark>\S)"
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_SUFFIX = re.compile(r"(?<=\w)['’](?P<suffix>[^\W\d_]{0,4})$")
_ELIDED = re.compile(r"^(?P<before>[^\W\d_]{1,6})['’](?=\w)")
_DOTTED = re.compile(r"^(?P<before>[^\W\d_]{1,2})\.(?=\w)")
_WORD_MARKS = "%٪&"
QUOTES = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’", "[": "]"}
_PREFIX = 3  # letters before a hyphen, which leave the word behind it a name: "al-Maliki"


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    OTHER = "other"  # a time, a date, a fraction


_WORD, _MARK = Sort.WORD, Sort.MARK
RANKING = frozenset({"rank_noun", "rank_first", "rank_second"})
_BEGINNING = RANKING | {"same"}  # roles of words with which a rank or a figure may begin


class Token(NamedTuple):
    """A word, a number, or a mark. `text` is a word without what is tied to it; `start` and `end` are its letters.

    `words` is more than 1 for a phrase. `tied`: the next token is written as one word with it. `capital`: it is written
    with a capital, as names are in scripts that have them. `plain` is the form under which its first word is looked up.
    `begins`: a name, a figure or a rank may begin with it, as far as its own letters tell; most words and marks begin
    none.
    """

    text: str
    start: int
    end: int
    sort: Sort
    term: Term = NOTHING
    words: int = 1
    tied: bool = False
    capital: bool = False
    plain: str = NO_WORD
    begins: bool = True

    def has(self, *roles: str) -> bool:
        """Whether the word can be any of these."""
        return not self.term.roles.isdisjoint(roles)


class _Known(NamedTuple):
    """What a word or a mark is wherever it stands: its plain form, what it is alone, and what may begin with it."""

    plain: str
    term: Term
    capital: bool
    begins: bool


def tokens(text: str, language: Words, vocabulary: Container[str], tied: Container[str] = frozenset()) -> list[Token]:
    """The tokens of a sentence; phrases of the language are one token.

    `vocabulary`: words of the document; `tied`: those that are a letter and the name of a place.
    """
    found: list[Token] = []
    name = language.name
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        group = match.lastgroup
        if group == "word":
            word = match[0]
            if word.isascii() and "'" not in word:
                plain, term, capital, begins = _known(word, name)
                found.append(Token(word, start, end, _WORD, term, 1, False, capital, plain, begins))
            elif _ARABIC.match(word):
                ends = bool(found) and found[-1].text in ")]"
                if dotted := _DOTTED.match(word):
                    found.append(_word(dotted["before"], start, language, letters=len(dotted[0])))
                    start, word = start + len(dotted[0]), word[len(dotted[0]) :]
                found.extend(_arabic(word, start, language, vocabulary, ends, fold(word) in tied))
            else:
                found.extend(_latin(word, start, language))
        elif group == "mark":
            mark = match[0]
            if mark == "*":
                continue  # emphasis, which says nothing
            plain, term, capital, begins = _mark(mark, name)
            sort = _MARK if term is NOTHING else _WORD
            found.append(Token(mark, start, end, sort, term, 1, False, capital, plain, begins))
        elif group == "other":
            found.append(Token(match[0], start, end, Sort.OTHER, capital=_has_capital(match[0])))
        else:
            tail = match["tail"]
            if tail and not _ARABIC.match(tail):
                found.append(_word(match[0], start, language))
            else:
                at = match.end("number")
                found.append(Token(match["number"], start, at, Sort.NUMBER))
                if tail:
                    found.extend(_arabic(tail, at, language, vocabulary))
    return _phrases(found, language)


def _word(word: str, start: int, language: Words, *, letters: int = 0, tied: bool = False) -> Token:
    """A word of its own, of so many letters in the text where they are not its own."""
    plain, term, capital, begins = _known(word, language.name)
    return Token(word, start, start + (letters or len(word)), Sort.WORD, term, 1, tied, capital, plain, begins)


@lru_cache(maxsize=20_000)
def _known(word: str, language: str) -> _Known:
    words = language_of(language)
    plain = fold(word)
    term = words.terms.get((plain,), NOTHING)
    digits = plain.rstrip("abcdefghijklmnopqrstuvwxyz")
    if term is NOTHING and digits.isdecimal() and plain[len(digits) :] in words.ordinal_endings:
        term = Term(ordinal=int(digits))  # "1st", "25th"
    capital = _has_capital(word) or word[0].isdigit()
    return _Known(plain, term, capital, _begins(word, term, capital=capital))


@lru_cache(maxsize=1_000)
def _mark(mark: str, language: str) -> _Known:
    capital = mark.isupper()
    if mark in _WORD_MARKS:
        return _known(mark, language)._replace(capital=capital)
    return _Known(NO_WORD, NOTHING, capital, _begins(mark, NOTHING, capital=capital))


def _begins(text: str, term: Term, *, capital: bool) -> bool:
    """Whether a name, a figure or a rank may begin with a word or a mark."""
    counts = term.number is not None or term.unit == "percent" or bool(term.ordinal)
    return capital or counts or "-" in text or text in QUOTES or not term.roles.isdisjoint(_BEGINNING)


def _has_capital(text: str) -> bool:
    if text[0].islower() and "-" not in text:
        return False
    head, dash, tail = text.partition("-")
    return text[0].isupper() or (bool(dash) and len(head) <= _PREFIX and tail[:1].isupper())


def _arabic(
    word: str,
    start: int,
    language: Words,
    vocabulary: Container[str],
    after_bracket: bool = False,
    tied: bool = False,
) -> list[Token]:
    """The parts of a word; behind a bracket that closes, what begins with "and" goes on with an enumeration.

    `tied`: it is a letter and the name of a place.
    """
    parts = _parts(word, language.name)
    apart = tied or (word[0] in "وف" and len(word) > 1 and fold(word[1:]) in vocabulary)
    goes_on = after_bracket and word[0] == "و" and len(word) > 3
    if len(parts) == 1 and (apart or goes_on) and fold(word) not in language.opens:
        parts = [(word[0], 1), (word[1:], len(word) - 1)]
    found: list[Token] = []
    for index, (shown, letters) in enumerate(parts):
        found.append(_word(shown, start, language, letters=letters, tied=index < len(parts) - 1))
        start += letters
    return found


@lru_cache(maxsize=20_000)
def _parts(word: str, language: str) -> list[tuple[str, int]]:
    opens = language_of(language).opens
    return clitics(word, opens.__contains__)


def _latin(word: str, start: int, language: Words) -> list[Token]:
    """A word without what an apostrophe ties to it: "Jackson's", "d'Ousmane", "Ankara'da"."""
    found: list[Token] = []
    elided = _ELIDED.match(word)
    if elided and fold(elided["before"]) in language.elisions:
        cut = len(elided[0])
        found.append(_word(word[:cut], start, language, tied=True))
        start, word = start + cut, word[cut:]
    suffix = _SUFFIX.search(word)
    if suffix and fold(suffix["suffix"]) in language.suffixes:
        cut = suffix.start()
        found.append(_word(word[:cut], start, language))
        end = start + len(word)
        found.append(Token(word[cut:], start + cut, end, Sort.WORD, _SUFFIXED, plain=fold(word[cut:])))
        return found
    return [*found, _word(word, start, language)]


def _phrases(single: list[Token], language: Words) -> list[Token]:
    """The tokens with those that are a phrase together as one."""
    seconds, terms = language.seconds, language.terms
    found: list[Token] = []
    done = 0  # how many of the single tokens are in `found`
    for at, (token, following) in enumerate(pairwise(single)):
        if token.plain not in seconds or following.plain not in seconds[token.plain]:
            continue
        if at < done or token.term is _SUFFIXED:
            continue
        plain = tuple([part.plain for part in single[at : at + language.opens[token.plain]]])
        for count in range(len(plain), 1, -1):
            if term := terms.get(plain[:count]):
                run = single[at : at + count]
                text = " ".join([part.text for part in run])
                capital = _has_capital(text) or text[0].isdigit()
                begins = _begins(text, term, capital=capital)
                found += single[done:at]
                end, tied = run[-1].end, run[-1].tied
                found.append(Token(text, token.start, end, _WORD, term, count, tied, capital, token.plain, begins))
                done = at + count
                break
    return [*found, *single[done:]] if done else single
