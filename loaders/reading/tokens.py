"""The words, numbers and marks of a text, each with its letters; and what a number in any style comes to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from .words import Role, fold, fold_words, lexicon


class TokenKind(StrEnum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    DATE = "date"  # a date or an hour: no figure of a result
    MARK = "mark"


WORD, NUMBER, DATE, MARK = TokenKind  # asked for at each token: to look them up in their enum takes its time


class Token(NamedTuple):
    """A word, number, date or mark: letters `start` to `end` of the text. `key` is a word's plain form."""

    kind: TokenKind
    text: str
    start: int
    end: int
    key: str


_NUMBER = r"\d++(?>(?:[.,٬٫'’،]\d++)*)"
# A letter, or a mark upon it, in Latin, Hebrew and Arabic writing; and what joins two Persian letters.
_LETTER = r"[\w\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200c\u200d]"
# A letter that Arabic writes together with the number behind it: "and 65", "with 97".
_CLITIC = r"(?P<clitic>[وبلف]{1,2}ـ?|ـ)(?=\d)"
_GLUED = r"[\u0621-\u064a]{3}"  # an Arabic word written together with the number before it
_DATE = r"(?P<date>\d{4}-\d\d?-\d\d?|\d\d?[./-]\d\d?[./-](?:\d{4}|\d\d)(?![.,]?\d)|\d\d?:\d\d(?::\d\d)?(?!\d))"
_WORD = rf"(?P<word>\d*+[^\W\d_]{_LETTER}*+(?>(?:['’`.&/+·״׳-]{_LETTER}++)*))"
TOKEN = re.compile(  # most words begin with a letter that begins nothing else
    rf"(?=[\dوبلفـ])(?:{_CLITIC}|{_DATE}|(?P<number>{_NUMBER})(?:(?!\w)|(?={_GLUED})))"
    rf"|{_WORD}|(?P<digits>{_NUMBER})|(?P<mark>\S)"
)
# "A-15, B-13, C-2": names, each with a figure behind a dash. Of two, as of "A-15, A-16, A-17", it may be the number of
# a place.
_SCORES = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{1,40}+)-\d{1,3}+[,;،] (?!\1-)[^,;،:\d]{0,30}+(?<=[^\W\d_]-)\d{1,3}+[,;،] "
    r"[^,;،:\d]{0,30}+(?<=[^\W\d_]-)\d{1,3}+(?!\w)"
)
_SCORE = re.compile(r"(?P<name>.*[^\W\d_])-(?P<figure>\d{1,3})")
_LONGEST_UNIT = 40  # letters
_UNITS = frozenset({Role.SEATS, Role.VOTES})
_token = tuple.__new__  # of each word: by its own name a token is made in twice the time
_KINDS = {
    "clitic": WORD,
    "date": DATE,
    "number": NUMBER,
    "digits": NUMBER,
    "word": WORD,
    "mark": MARK,
}


@lru_cache(maxsize=1)
def tokens(text: str) -> Sequence[Token]:
    """The tokens of a text, in order; those of the last text are kept."""
    found = []
    dashed = "-" in text
    scores = dashed and _SCORES.search(text) is not None
    plain = text.lower() if text.isascii() else ""
    for match in TOKEN.finditer(text):
        kind = _KINDS[match.lastgroup or ""]
        start, end = match.span()
        written = text[start:end]
        score = _SCORE.fullmatch(written) if dashed and kind is WORD and "-" in written else None
        if score and (scores or _counts(text, end)):
            name, dash = score["name"], start + len(score["name"])
            found.append(Token(kind, name, start, dash, fold(name)))
            found.append(Token(MARK, "-", dash, dash + 1, "-"))
            found.append(Token(NUMBER, score["figure"], dash + 1, end, score["figure"]))
            continue
        key = plain[start:end] if plain else fold(written) if kind is WORD else written
        found.append(_token(Token, (kind, written, start, end, key)))
    return found


def _counts(text: str, at: int) -> bool:
    """Whether the word behind a number says what it counts: "Marden-16 seats"."""
    behind = text[at : at + _LONGEST_UNIT].split()
    return (
        bool(behind)
        and text[at : at + 1].isspace()
        and not lexicon().roles_of(fold_words(behind[0].rstrip("-"))).isdisjoint(_UNITS)
    )


_SEPARATORS = re.compile(r"[.,٬'’،\s]")
_THOUSANDS = re.compile(r"\d{1,3}(?:([.,٬'’،\u00a0\u202f\u2009 ])\d{3})(?:\1\d{3})*")
_LAKH = re.compile(r"\d{1,2}(?:,\d\d)+,\d{3}")
_DECIMAL = re.compile(r"\d{1,18}(?:[.,٫]\d{1,18})?")
_MIXED = re.compile(r"\d{1,3}(?:([.,٬'’\u00a0\u202f ])\d{3})+(?!\1)[.,٫]\d{1,6}")


def value_of(text: str, *, share: bool = False) -> int | float | None:
    """The number that figures mean: "1.317.446", "23,90", "٥٠٤٨", "12,34,567"; None where they mean none.

    `share`: it is a share of a hundred, so that a mark before three digits is a decimal mark where the number would be
    larger than that.
    """
    plain = text if text.isascii() else "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text)
    if plain.isdigit():
        return int(plain) if len(plain) <= 18 else None
    if _THOUSANDS.fullmatch(plain) and not share:
        return int(_SEPARATORS.sub("", plain))
    if _LAKH.fullmatch(plain):
        return int(plain.replace(",", ""))
    if _DECIMAL.fullmatch(plain):
        value = float(plain.replace("٫", ".").replace(",", "."))
        return int(value) if value.is_integer() and share else value
    if _MIXED.fullmatch(plain):
        whole, mark, rest = re_split_last(plain)
        return float(f"{_SEPARATORS.sub('', whole)}.{rest}") if mark else None
    return None


def re_split_last(plain: str) -> tuple[str, str, str]:
    """A number before and behind its last mark, and the mark."""
    at = max(plain.rfind(mark) for mark in ".,٫")
    return plain[:at], plain[at], plain[at + 1 :]
