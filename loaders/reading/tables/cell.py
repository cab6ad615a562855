"""A cell of a table: its text without what dresses it, where it stands, and the number that it may hold."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..figures import figures
from ..found import Span
from ..tokens import TokenKind, tokens, value_of
from ..words import Role, fold_words, lexicon


class GridCell(NamedTuple):
    """A cell: its text without what dresses it, and where it stands. `header`: the markup says that it heads.

    `unit`: what its figure counts, where the cell says it: "5 seats". `note`: the bracket of figures behind its figure,
    and where that begins in the line: "74 (29/45)", or what the figure is of: "9 / 180". `won`: a word behind its name
    or figure says that this one won.
    """

    text: str
    at: Span
    header: bool = False
    unit: Role | None = None
    note: tuple[str, int] | None = None
    won: bool = False


AROUND = " \t\u00a0*_`'\"\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"  # marks of direction too
_FIGURE_LIKE = re.compile(r"[+±−–-]?\s?[%٪]?\s?\d[\d.,٬٫'’ \u00a0\u202f]*\s?[%٪]?")
_EMPTY = frozenset(("", "-", "–", "—", "−", "n/a", "na", "n.a.", "..", "...", "…", "x", "/", "*", "nil", "–*", "none"))
_LONGEST_EMPTY = 4  # letters
_COUNTED = re.compile(r"\d[\d.,٬'’ \u00a0]{0,14}+[^\W\d_][\w\u064b-\u065f ]{0,24}")
_YEAR = re.compile(r"(?:19|20)\d\d\s")
_NOTED = re.compile(r"(\d[\d.,٬'’ \u00a0]{0,14}?)\s*\((?P<note>[\d\s.,٬%٪/+±−–:=-]+(?P<word>[^\W\d_]{2,12})?)\)")
_LONGEST_MARKED = 120  # letters
_WINS = frozenset({Role.YES, Role.WINNER})
_NOTE_MARKS = frozenset("*¹²³⁴⁵⁶⁷⁸⁹†‡")
_FEW_LETTERS = 7
_LONGEST_NOTE = 8  # letters of a reference in brackets: "[n 1]"
_DRESSED = frozenset(AROUND) | _NOTE_MARKS | {"]"}


def is_empty(text: str) -> bool:
    """Whether a cell says that there is nothing to say."""
    return len(text) <= _LONGEST_EMPTY and text.casefold() in _EMPTY


def is_figure(text: str) -> bool:
    """Whether a cell holds a number alone, with a sign, a percent sign or none."""
    return text.isdecimal() or (not text[:1].isalpha() and _FIGURE_LIKE.fullmatch(text) is not None)


def is_odd(text: str) -> bool:
    """Whether a cell holds a number and hardly a word, but no number alone: "206 / 735", "<5", "ca. 90"."""
    digits, letters = any(map(str.isdigit, text)), sum(map(str.isalpha, text))
    return digits and letters <= _FEW_LETTERS and not text[0].isupper()


def cell_value(text: str, *, share: bool = False) -> int | float | None:
    """The number of a cell that holds nothing else."""
    if text.isdecimal() and text.isascii() and len(text) < 16:
        return int(text)
    return value_of(text.strip(" %٪\u00a0+"), share=share or "%" in text or "٪" in text)


_made = tuple.__new__  # of each cell: by its own name one is made in twice the time


def clean(text: str, start: int, line: int, *, header: bool = False) -> GridCell:
    """A cell of a line that begins at letter `start`, without blanks, emphasis and references around it."""
    if text.isdecimal():
        return _made(GridCell, (text, _made(Span, (line, start, start + len(text))), header, None, None, False))
    first = text[:1]
    if first in _DRESSED or text[-1:] in _DRESSED:
        begin, end = _undressed(text)
        text = text[begin:end]
        start += begin
        first = text[:1]
    if text[-1:] == ")" or (first.isdecimal() and text[-1:].isalpha()):
        end = before_winner(text)
        if end:
            return GridCell(text[:end], Span(line, start, start + end), header, won=True)
    if first.isdecimal() and text[-1] == ")" and (noted := _noted(text)) is not None:
        note = noted["note"], start + noted.start("note")
        return GridCell(noted[1], Span(line, start, start + noted.end(1)), header, note=note)
    if first.isdecimal() and not text.isdecimal() and _COUNTED.fullmatch(text):
        cut, unit = _counted(text)
        return GridCell(text[:cut], Span(line, start, start + cut), header, unit)
    return _made(GridCell, (text, _made(Span, (line, start, start + len(text))), header, None, None, False))


def _undressed(text: str) -> tuple[int, int]:
    """Where a cell begins and ends without blanks, emphasis and references around it."""
    begin, end = 0, len(text)
    while begin < end and text[begin] in AROUND:
        begin += 1
    while end > begin and text[end - 1] in AROUND:
        end -= 1
    while end > begin + 1 and text[end - 1] in _NOTE_MARKS:
        end -= 1
    if end > begin + 1 and text[end - 1] == "]":
        opens = text.rfind("[", begin + 1, end)
        end = opens if 0 < end - opens <= _LONGEST_NOTE and opens > 0 else end
    while end > begin and text[end - 1] in AROUND:
        end -= 1
    return begin, end


@lru_cache(maxsize=2_000)
def before_winner(text: str) -> int:
    """Where a text ends before the word that says who won: "Ada Brown (elected)", "24,905 Elected"; 0 without one."""
    if len(text) > _LONGEST_MARKED or not text.strip():
        return 0
    word = text.rsplit(maxsplit=1)[-1]
    before = text[: len(text.rstrip()) - len(word)].rstrip(" \t,–-")
    if word.startswith("(") and word.endswith(")"):
        word = word[1:-1]
    elif not before[-1:].isdigit():
        return 0
    return len(before) if word.isalpha() and lexicon().roles_of(fold_words(word)) >= _WINS else 0


def _noted(text: str) -> re.Match[str] | None:
    """A figure and the bracket of figures behind it, which may end in a word for percent: "12,896 (0.97 per cent)"."""
    found = _NOTED.fullmatch(text)
    share = found is not None and found["word"] and Role.PERCENT not in lexicon().roles_of(fold_words(found["word"]))
    return None if share else found


@lru_cache(maxsize=2_000)
def _counted(text: str) -> tuple[int, Role | None]:
    """Where the figure of a cell of a figure and its unit ends, and the unit; the whole, and None, of another cell."""
    found = tokens(text)
    numbers = figures(found, text)
    if len(numbers) != 1 or (numbers[0].start, numbers[0].end) != (0, len(text)) or not numbers[0].unit:
        return len(text), None
    if _YEAR.match(text):
        return len(text), None  # "2021 seats", which may head a column
    end = found[numbers[0].last - 1].end
    for token in found[: numbers[0].last]:
        if token.kind is TokenKind.WORD:
            break
        end = token.end
    return end, Role.SHARE if numbers[0].unit is Role.PERCENT else numbers[0].unit
