"""The lines of a seat list: how a result, a bullet, a heading's note and a number of seats are written."""

from __future__ import annotations

import re

from ..figures import FIGURE, number
from ..languages import LANGUAGES, any_of

_BULLET = (
    r"(?:\*(?=\s|[^*]*$)|[-–—−•·∙▪●◦‣⁃➢➤►○■□◆✓→‐‑‒|]++|\(?\d{1,3}[.)](?!\d)|"
    r"\d{1,2}(?:\.\d{1,2})+\.?(?=\s)|\(?(?:[a-z]|[ivx]{2,4})\)(?=\s))"
)
_NUMBERS = {word: value for language in LANGUAGES for word, value in language.numbers.items()}
WRITTEN = {words: value for language in LANGUAGES for words, value in language.seats.items()}
_UNITS = tuple(unit for language in LANGUAGES for unit in language.units)
_UNIT = any_of("units")
# Most words of a name do not even begin like a number.
_NUMBER_WORD = rf"(?=[{''.join({word[0] for word in (*_NUMBERS, *WRITTEN)})}]){any_of('numbers', 'seats')}"
# A name grows piece by piece, a word or a mark, so that a line is gone through once wherever its number stands.
_PIECE = r"(?:[^\s:：=،(|]++|[:：=،(|])"
RESULT = re.compile(
    rf"(?P<indent>\s*+)(?P<bullet>{_BULLET})?\s*+(?P<name>{_PIECE}(?:\s*+{_PIECE})*?)"
    rf"(?P<separator>\s*+[:：=،(|]|\s++(?:[-–—]++(?=\s))?)\s*+"
    rf"(?P<number>[-−+]?\s?{FIGURE}|{_NUMBER_WORD})\s*+(?P<unit>{_UNIT})?[).،;,؛*_|\s]*+",
    re.IGNORECASE,
)
_TAIL = " \t).،;,؛*_|"  # what may stand behind the number and its unit
_ENDS = (*_NUMBERS, *_UNITS, *WRITTEN)
BULLETED = re.compile(rf"(?P<indent>\s*)(?P<bullet>{_BULLET})\s*(?P<text>\S.*)")
# What surrounds a heading, and what surrounds a name: Markdown, quotation marks, colons, leaders ("Name ... 5").
_BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
_AROUND_NAME = re.compile(r'^[\s"“”*_|]+|(?<![\s"“”*_:：|=,،;…])(?<!\.\.)(?>(?:[\s"“”*_:：|=,،;…]|\.\.++)+)$')
NUMBERING = re.compile(r"^\(?\d{1,3}[.)]\s*")
# What may stand behind a heading: "(52 seats)", "- 52 seats, turnout 21%"; and where it may begin.
SIZE_NOTE = re.compile(
    rf"\s*+[(,:–—-]\s*+(?P<size>\d{{1,3}}|{FIGURE}(?=\s*{_UNIT}))\s*+{_UNIT}?\s*+\)?\s*+", re.IGNORECASE
)
COUNCIL_NOTE = re.compile(rf"\b{any_of('units', 'council')}\b", re.IGNORECASE)
NOTE = re.compile(r"[(,:|–—]|\s-\s")
_BRACKETS = re.compile(r"\(([^()]*+)\)")
_RESERVED = re.compile(rf"\b{any_of('reserved')}\b", re.IGNORECASE)
_NO_COMPONENT = re.compile(rf"\b{any_of('reserved', 'beside_reserved')}\b", re.IGNORECASE)
WHOLE_VOTE = re.compile(rf"\b{any_of('whole_vote')}\b", re.IGNORECASE)
TOTALS = frozenset(words for language in LANGUAGES for words in language.totals)
# A name that ends so, or holds another number, is more than a name.
_VAGUE = re.compile(rf"\b{any_of('vague')}$", re.IGNORECASE)
_A_NUMBER = re.compile(r"(?<!\S)\d+(?!\S)")
_MARK = re.compile(r"[:：=|]")
DIGIT = re.compile(r"\d")
LETTER = re.compile(r"[^\W\d_]")
# Marks that only steer the direction of a line, and a byte order mark in the middle of a file.
_MARKS = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
LONGEST_LINE = 400  # characters; a result is never longer, and a longer line is text
LARGEST_COUNCIL = 5000  # seats; no elected body of the world is larger, so more is a slip of the pen


def unmarked(line: str) -> str:
    """A line without the signs that only steer its direction."""
    return line if line.isascii() else line.translate(_MARKS)


def ends_in_number(line: str) -> bool:
    """Whether a line may be a result at all; so asked, long text is passed over fast."""
    tail = line.rstrip(_TAIL)
    return tail[-1:].isdecimal() or tail.lower().endswith(_ENDS)


def is_result(line: str) -> bool:
    """Whether a line reads "- List: 5 seats": a mark stands before the number, and it says that it is of seats."""
    found = RESULT.fullmatch(line) if len(line) <= LONGEST_LINE and ends_in_number(line) else None
    seats = found is not None and (found["unit"] or found["number"] in WRITTEN)
    return bool(found and seats and found["separator"].strip())


def note_behind(line: str) -> str:
    """What a bracket behind a result says: "up 4" of "Reds: 15 seats (up 4)"; empty where none does."""
    text, _, note = line.rstrip()[:-1].rpartition("(") if line.rstrip()[-1:] == ")" else ("", "", "")
    return note if is_result(text) else ""


def clean_name(name: str) -> str:
    """A name without the marks around it: quotation marks, asterisks, bars, leaders."""
    return name if name[0].isalnum() and name[-1].isalnum() else _AROUND_NAME.sub("", name)


def clean_heading(text: str) -> str:
    """A heading without the marks around it."""
    return text.lstrip(f"{_BLANKS}#*_>=|").rstrip(f"{_BLANKS}#*_:：=|")


def is_separated(result: re.Match[str]) -> bool:
    """Whether a colon, a dash, a bracket or a tab stands before the number, and not a blank alone."""
    return bool(result["separator"].strip(" "))


def is_after_colon(result: re.Match[str]) -> bool:
    """Whether a colon stands before the number."""
    return result["separator"].strip() in (":", "：")


def check_name(name: str, *, after_colon: bool) -> None:
    """Raises ValueError, in words, where what stands before the number is more or less than an unknown name."""
    if not LETTER.search(name):
        raise ValueError("no name stands before the number")
    if _MARK.search(name) or (not after_colon and _VAGUE.search(name)):
        raise ValueError("more than a name stands before the number")
    if not after_colon and _A_NUMBER.search(name):
        raise ValueError("more than one number stands in it")


def number_of_seats(text: str) -> int:
    """A number of seats. Raises ValueError, in words, for one that no council can have."""
    if len(text) < 4 and text.isdecimal():
        return int(text)
    text = " ".join(text.lower().split())
    if text in WRITTEN:
        return WRITTEN[text]
    if text[0] in "-−":
        raise ValueError(f"a negative number of seats ({text})")
    if text[0] == "+":
        raise ValueError(f"a change and not a number of seats ({text})")
    try:
        value = number(text, _NUMBERS)
    except ValueError as error:
        raise ValueError(f"no number of seats ({text})") from error
    if value != int(value):
        raise ValueError(f"not a whole number of seats ({text})")
    if value > LARGEST_COUNCIL:
        raise ValueError(f"more seats than any council has ({text})")
    return int(value)


def split_reserved(name: str) -> tuple[str, str | None]:
    """A name without its note on a reserved seat, and for which component: "Babylon (Christian quota)"."""
    if not name.endswith(")"):
        return name, None
    notes = [note for note in _BRACKETS.finditer(name) if _RESERVED.search(note[1])]
    if not notes:
        return name, None
    words = " ".join(_NO_COMPONENT.sub(" ", notes[0][1]).split())
    for note in reversed(notes):
        name = name[: note.start()].rstrip() + name[note.end() :]
    return name, words or "a component"
