"""The words of all languages for columns, units, totals and the like, from `languages/headers.csv`."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache, wraps
from itertools import zip_longest
from pathlib import Path
from typing import TypeVar

_FOLDER = Path(__file__).parents[1] / "languages"
_LETTERS = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ؤ": "و",
    "ئ": "ي", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "’": "'", "‘": "'", "ʼ": "'", "−": "-", "–": "-",
    **dict.fromkeys("ـ\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff", ""),
})  # fmt: skip
_T = TypeVar("_T")
_LABELS, _LABEL = 20_000, 120  # texts that are kept, each of fewer letters
_PARAGRAPHS, _PARAGRAPH = 500, 5_000
_LONGEST_WORD = 40  # letters of a word whose plain form is kept
_CODE = (2, 3)  # letters
_RUN, _DIGIT = re.compile(r"[^\W\d_]+"), re.compile(r"\d")
_ARTICLE, _WHOLE = "ال", 4  # letters; no shorter word begins with an article


class Role(StrEnum):
    """What a word of a header, a unit, a label or a note stands for; the roles of `languages/headers.csv`."""

    SEATS = "seats"
    VOTES = "votes"
    EVENT = "event"
    SHARE = "share"
    PERCENT = "percent"
    TURNOUT = "turnout"
    REGISTERED = "registered"
    VOTERS = "voters"
    YEAR = "year"
    COUNTED = "counted"
    INVALID = "invalid"
    VALID = "valid"
    SIZE = "size"
    NEEDED = "needed"
    RANK = "rank"
    ORDER = "order"
    LIST = "list"
    PERSON = "person"
    NAME = "name"  # of whom or what a column is, its header does not say
    WINNER = "winner"
    BEHIND = "behind"  # who came next after the winner
    LEADER = "leader"
    LED_BY = "led_by"
    PLACE = "place"
    PLACE_NOUN = "place_noun"
    LOCAL_BODY = "local_body"
    INSTITUTION = "institution"  # that counts or reports, and is no place
    LIST_NOUN = "list_noun"
    TOTAL = "total"
    OTHERS = "others"
    INDEPENDENT = "independent"
    CHANGE = "change"
    MARGIN = "margin"  # of who won over who came next
    BEFORE = "before"
    PROJECTED = "projected"
    CONTESTED = "contested"
    EACH = "each"
    PER = "per"
    POLL = "poll"
    SAMPLE = "sample"  # of a poll, whose own figures are told
    ASIDE = "aside"
    FINAL = "final"
    PRELIMINARY = "preliminary"
    AWAITED = "awaited"
    APPROXIMATE = "approximate"
    AND = "and"
    WON = "won"
    VERB = "verb"  # that stands before the name of who won
    RESULTS = "results"
    YES = "yes"
    NO = "no"
    TITLE = "title"
    BRACKETS = "brackets"
    PART = "part"
    OFFICE = "office"
    PRESS = "press"
    PERSONAL = "personal"
    NOW = "now"
    ROUNDED = "rounded"


@cache
def _plain(word: str) -> str:
    text = unicodedata.normalize("NFKD", word.translate(_LETTERS).casefold()).translate(_LETTERS)
    text = "".join(char for char in text if not unicodedata.combining(char))
    return text[2:] if text.startswith(_ARTICLE) and len(text) > _WHOLE else text


def fold(word: str) -> str:
    """A word in the form in which words are compared: no case, marks, article; digits as they are."""
    if word.isascii():
        return word.lower()
    return _plain(word) if len(word) < _LONGEST_WORD else word.casefold()


def is_code(text: str) -> bool:
    """Whether a text is two or three capitals, as the names of parties are: "UP" is one, whatever "up" means."""
    return len(text) in _CODE and text.isascii() and text.isalpha() and text.isupper()


def kept(find: Callable[[str], _T]) -> Callable[[str], _T]:
    """A function of a text that keeps what it found: several readers ask the same of a line, one after another.

    It keeps that of many labels, of fewer paragraphs, and of the last text of any length.
    """
    label, paragraph, last = (lru_cache(maxsize=most)(find) for most in (_LABELS, _PARAGRAPHS, 1))

    @wraps(find)
    def found(text: str) -> _T:
        letters = len(text)
        return (label if letters < _LABEL else paragraph if letters < _PARAGRAPH else last)(text)

    return found


_ENDINGS = re.compile(r"(?<=\w)\((?:a|o|as|os|e|es|in|innen|ne|rice|ère)\)(?!\w)")  # "prefeito(a)", "Kandidat(in)"


@kept
def fold_words(text: str) -> tuple[str, ...]:
    """The words of a text, parted by blanks, each in its plain form, without the marks around it."""
    parts = (_ENDINGS.sub("", text) if "(" in text else text).split()
    if max(map(len, parts), default=0) < _LONGEST_WORD:
        return tuple(filter(None, map(_folded, parts)))
    return tuple([word for part in parts if (word := fold(part.strip(_AROUND)))])


@lru_cache(maxsize=50_000)
def _folded(part: str) -> str:
    return fold(part.strip(_AROUND))


_AROUND = ".,:;،؛()[]«»\"“”*_'’!?؟|=…"


_NONE: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases -> roles, and the languages that have them; number words -> language -> value.

    `scales` are the words for thousands and millions, `opens` the numbers of words that the phrases which begin with a
    word have, the longest first, `seconds` the words that stand second in them; `counting`: number words, and words
    that begin what is a number and a unit, and `counting_parts` their first letters up to a mark; `approximating`:
    the phrases by which the number behind them is not exact, by their last words; `firsts`: the words with which the
    phrases of a role begin.
    """

    roles: Mapping[tuple[str, ...], frozenset[Role]]
    languages: Mapping[tuple[str, ...], frozenset[str]]
    numbers: Mapping[str, Mapping[str, int]]
    unit_numbers: Mapping[tuple[str, ...], tuple[int, Role]]
    scales: Mapping[str, int] = field(default_factory=dict)
    opens: Mapping[str, Sequence[int]] = field(default_factory=dict)
    seconds: Mapping[str, Set[str]] = field(default_factory=dict)
    counting: frozenset[str] = frozenset()
    counting_parts: frozenset[str] = frozenset()
    approximating: Mapping[str, Sequence[tuple[str, ...]]] = field(default_factory=dict)
    firsts: Mapping[Role, Set[str]] = field(default_factory=dict)

    def roles_of(self, words: Sequence[str]) -> frozenset[Role]:
        """The roles of a whole phrase of folded words."""
        return self.roles.get(tuple(words), _NONE)

    def roles_at(self, words: Sequence[str], at: int) -> tuple[frozenset[Role], int]:
        """The roles of the longest phrase that begins at a word, and how many words it has; none, and 0."""
        word = words[at] if at < len(words) else ""
        if at + 1 < len(words) and words[at + 1] in self.seconds.get(word, ()):
            for length in self.opens[word]:
                found = self.roles.get(tuple(words[at : at + length]))
                if found:
                    return found, min(length, len(words) - at)
        found = self.roles.get((word,))
        return (found, 1) if found else (_NONE, 0)

    def phrases(self, words: Sequence[str]) -> Iterator[tuple[int, int, frozenset[Role]]]:
        """Each longest phrase in a text: the first word, the word behind it, and its roles."""
        end = 0
        for at, (word, following) in enumerate(zip_longest(words, words[1:], fillvalue="")):
            seconds = self.seconds.get(word)
            if seconds is None or at < end:
                continue
            roles, length = self.roles_at(words, at) if following in seconds else (self.roles.get((word,)), 1)
            if roles:
                end = at + length
                yield at, end, roles

    def may_count(self, text: str) -> bool:
        """Whether a figure may stand in a text: digits, or a word with whose letters a number begins."""
        if not text.isascii() or _DIGIT.search(text):
            return True
        return not self.counting_parts.isdisjoint(_RUN.findall(text.lower()))

    def says(self, words: Sequence[str], role: Role) -> bool:
        """Whether a phrase of this role stands among the words, in any place."""
        return any(role in self.roles_at(words, at)[0] for at in range(len(words)))


@cache
def lexicon() -> Lexicon:
    """The words of all languages; read once."""
    roles: dict[tuple[str, ...], set[Role]] = {}
    languages: dict[tuple[str, ...], set[str]] = {}
    with (_FOLDER / "headers.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            role, language = Role(row["role"]), row["language"]
            for phrase in row["words"].split("|"):
                key = fold_words(phrase) or (phrase,)
                roles.setdefault(key, set()).add(role)
                languages.setdefault(key, set()).add(language)
    opens: dict[str, set[int]] = {}
    seconds: dict[str, set[str]] = {}
    approximating: dict[str, list[tuple[str, ...]]] = {}
    firsts: dict[Role, set[str]] = {}
    for key, found in roles.items():
        for role in found:
            firsts.setdefault(role, set()).add(key[0])
        if Role.APPROXIMATE in found:
            approximating.setdefault(key[-1], []).append(key)
        opens.setdefault(key[0], set()).add(len(key))
        seconds.setdefault(key[0], set()).update(key[1:2])
    numbers: dict[str, dict[str, int]] = {}
    scales: dict[str, int] = {}
    unit_numbers: dict[tuple[str, ...], tuple[int, Role]] = {}
    with (_FOLDER / "numbers.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            value = int(row["value"])
            for phrase in row["words"].split("|"):
                if row["unit"]:
                    unit_numbers[fold_words(phrase)] = (value, Role(row["unit"]))
                elif value >= 1000:
                    scales[fold(phrase)] = value
                else:
                    numbers.setdefault(fold(phrase), {})[row["language"]] = value
    counting = frozenset(numbers) | {key[0] for key in unit_numbers}
    return Lexicon(
        {key: frozenset(found) for key, found in roles.items()},
        {key: frozenset(found) for key, found in languages.items()},
        numbers,
        unit_numbers,
        scales,
        {word: sorted(lengths, reverse=True) for word, lengths in opens.items()},
        seconds,
        counting,
        frozenset(part[0] for word in counting if (part := _RUN.match(word))),
        approximating,
        firsts,
    )
