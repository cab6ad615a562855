"""The words, numbers and marks of a sentence, each with its letters and with what the language says that it can be."""

from __future__ import annotations

import re
from collections.abc import Container
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from ...languages.clitics import clitics
from ...languages.words import Term, Words, fold, language_of

_NOTHING = Term()
_TOKEN = re.compile(
    r"(?P<other>\d{1,2}:\d{2}(?::\d{2})?|\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|1/\d+\w*)"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d|[.,]\d)|\d+(?:[.,٬٫'’]\d+|،\d{3}(?!\d))*)(?P<tail>[^\W\d_]+)?"
    r"|(?P<word>(?:[A-Z]\.){2,}|(?:[^\W\d_]|[\u064b-\u0652\u0670])+(?:[-'’/&+.](?=[^\W\d_])[^\W\d_]+)*"
    r"(?:(?<=[A-Za-z])\d+|[+])?)"
    r"|(?P<mark>\S)"
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_SUFFIX = re.compile(r"(?<=\w)['’](?P<suffix>[^\W\d_]{0,4})$")
_ELIDED = re.compile(r"^(?P<before>[^\W\d_]{1,6})['’](?=\w)")
_DOTTED = re.compile(r"^(?P<before>[^\W\d_]{1,2})\.(?=\w)")
_WORD_MARKS = "%٪&"


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    OTHER = "other"  # a time, a date, a fraction


class Token(NamedTuple):
    """A word, a number, or a mark. `text` is a word without what is tied to it; `start` and `end` are its letters.

    `words` is more than 1 for a phrase. `tied`: the next token is written as one word with it.
    """

    text: str
    start: int
    end: int
    sort: Sort
    term: Term = _NOTHING
    words: int = 1
    tied: bool = False

    def has(self, *roles: str) -> bool:
        """Whether the word can be any of these."""
        return not self.term.roles.isdisjoint(roles)

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital, as names are in scripts that have them."""
        first = self.text[0]
        if first.islower() and "-" not in self.text:
            return False
        if first.isupper() or (first.isdigit() and self.sort is Sort.WORD):
            return True
        head, dash, tail = self.text.partition("-")
        return bool(dash) and len(head) <= 3 and tail[:1].isupper()


def tokens(text: str, language: Words, vocabulary: Container[str]) -> list[Token]:
    """The tokens of a sentence; phrases of the language are one token. `vocabulary`: words of the document."""
    return _phrases(_single(text, language, vocabulary), language)


def _single(text: str, language: Words, vocabulary: Container[str]) -> list[Token]:
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        sort = match.lastgroup
        if sort == "mark":
            found.append(Token(match[0], start, end, Sort.MARK))
        elif sort == "other":
            found.append(Token(match[0], start, end, Sort.OTHER))
        elif sort != "word":
            tail = match["tail"]
            if tail and not _ARABIC.match(tail):
                found.append(Token(match[0], start, end, Sort.WORD))
            else:
                at = match.end("number")
                found.append(Token(match["number"], start, at, Sort.NUMBER))
                if tail:
                    found.extend(_arabic(tail, at, language, vocabulary))
        else:
            word = match[0]
            if word.isascii() and "'" not in word:
                found.append(Token(word, start, end, Sort.WORD))
            elif _ARABIC.match(word):
                ends = bool(found) and found[-1].text in ")]"
                if dotted := _DOTTED.match(word):
                    found.append(Token(dotted["before"], start, start + len(dotted[0]), Sort.WORD))
                    start, word = start + len(dotted[0]), word[len(dotted[0]) :]
                found.extend(_arabic(word, start, language, vocabulary, ends))
            else:
                found.extend(_latin(word, start, language))
    return found


def _arabic(
    word: str, start: int, language: Words, vocabulary: Container[str], after_bracket: bool = False
) -> list[Token]:
    """The parts of a word; behind a bracket that closes, what begins with "and" goes on with an enumeration."""
    parts = _parts(word, language.name)
    apart = word[0] in "وف" and fold(word[1:]) in vocabulary
    goes_on = after_bracket and word[0] == "و" and len(word) > 3
    if len(parts) == 1 and (apart or goes_on) and fold(word) not in language.opens:
        parts = [(word[0], 1), (word[1:], len(word) - 1)]
    found: list[Token] = []
    for index, (shown, letters) in enumerate(parts):
        found.append(Token(shown, start, start + letters, Sort.WORD, tied=index < len(parts) - 1))
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
        found.append(Token(word[:cut], start, start + cut, Sort.WORD, tied=True))
        start, word = start + cut, word[cut:]
    suffix = _SUFFIX.search(word)
    if suffix and fold(suffix["suffix"]) in language.suffixes:
        cut = suffix.start()
        found.append(Token(word[:cut], start, start + cut, Sort.WORD))
        found.append(Token(word[cut:], start + cut, start + len(word), Sort.WORD, Term(frozenset({"suffix"}))))
        return found
    return [*found, Token(word, start, start + len(word), Sort.WORD)]


def _phrases(single: list[Token], language: Words) -> list[Token]:
    found: list[Token] = []
    folded = [
        fold(token.text) if token.sort is Sort.WORD or token.text in _WORD_MARKS else f"\0{token.text}"
        for token in single
    ]
    at = 0
    while at < len(single):
        token = single[at]
        longest = language.opens.get(folded[at], 0) if not token.term.roles else 0
        if not longest:
            found.append(_ordinal(token, folded[at], language) if token.text[0].isdecimal() else token)
            at += 1
            continue
        for count in range(min(longest, len(single) - at), 0, -1):
            term = language.terms.get(tuple(folded[at : at + count]))
            if term is None:
                continue
            last = single[at + count - 1]
            text = token.text if count == 1 else " ".join(part.text for part in single[at : at + count])
            sort = Sort.WORD if token.sort is not Sort.NUMBER else token.sort
            found.append(Token(text, token.start, last.end, sort, term, count, last.tied))
            at += count
            break
        else:
            found.append(_ordinal(token, folded[at], language))
            at += 1
    return found


def _ordinal(token: Token, plain: str, language: Words) -> Token:
    """A token, with its number where it is an ordinal in figures: "1st", "25th"."""
    digits = plain.rstrip("abcdefghijklmnopqrstuvwxyz")
    if token.sort is Sort.WORD and digits.isdecimal() and plain[len(digits) :] in language.ordinal_endings:
        return token._replace(term=Term(ordinal=int(digits)))
    return token
