"""How a written name sounds, in any script: the consonants of its words, each with the vowels after it.

Spellings of one name differ in what they make of the same sounds (Qais, Kays; Khamis, Hamis), and scripts differ in
which vowels they write at all. Words are therefore compared sound by sound, not letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from anyascii import anyascii
from rapidfuzz import process
from rapidfuzz.distance import OSA

NEAR = 0.1  # what a consonant costs where one spelling has its neighbour; to leave it out or take another costs 1
SILENT = 0.25  # an h within a word, or a vowel before the first consonant, that only one spelling writes
UNWRITTEN = 0.15  # a vowel within a word that only one spelling writes, of two whose scripts write vowels
OTHER_VOWEL = 0.5  # another vowel in its place: Jamal and Jamil are two names
LAST_VOWEL = 1.0  # a vowel at the end of one word alone: Hakim and Hakimi are two names
SHORTLIST = 48  # names, nearest by their consonants, that are compared sound by sound

# Neighbours: in names that many languages print, one is some language's letter for the other's sound.
_NEIGHBOURS = (
    "k q, k c, k kh, q g, q gh, q c, g gh, g j, j c, j ch, j zh, ch c, ch sh, ch kh, kh h, sh s, "
    "t th, t d, th s, th dh, th z, dh d, dh z, b p, b v, v w, v f, w f"
)
_NEAR = frozenset(tuple(order) for pair in _NEIGHBOURS.split(", ") for order in (pair.split(), pair.split()[::-1]))
# Groups of neighbours that the shortlist takes for one consonant.
_GROUPS = ("k q c kh g gh j ch zh", "t th dh d z s sh", "b p v w f")
_GROUP = {consonant: group[0] for group in _GROUPS for consonant in group.split()}

_CONSONANT = re.compile(r"dsch|tsch|tch|sch|sh|ch|kh|gh|th|dh|zh|dj|ph|ck|w(?=-?[aeiouy`'])|[bcdfghjklmnpqrstvxz0-9]|")
_VOWELS = re.compile(r"(?:[aeiouy`'-]|w(?!-?[aeiouy`']))*")
_SAME = {"dsch": "j", "tsch": "ch", "tch": "ch", "sch": "sh", "dj": "j", "ph": "f", "ck": "k", "x": "kh"}
_HEARD = {"a": "a", "e": "ai", "i": "i", "y": "i", "o": "u", "u": "u", "w": "u"}
# Letters of right-to-left scripts that stand for a vowel or only carry one; AnyAscii leaves some of them out.
_CARRIERS = str.maketrans({"ا": "a", "ع": "`", "א": "a", "ע": "`"})
_ALL_VOWELS = frozenset("ەێۆڕڵ")  # letters of those who write every vowel in Arabic letters, as Kurds do
_VOWEL_H = ("ه", "e")  # theirs, after a word's first letter: plain words level their vowel with Arabic's h

Word = tuple[tuple[str, frozenset[str]], ...]  # consonants ("" before a first vowel) with which of a, i, u may follow


@dataclass(frozen=True, slots=True)
class Spoken:
    """The sounds of a name. `vowelled`: whether its script writes vowels; if not, an unwritten one may be any."""

    words: tuple[Word, ...]
    vowelled: bool

    def __len__(self) -> int:
        return sum(bool(consonant) + bool(vowels) for word in self.words for consonant, vowels in word)

    @property
    def skeleton(self) -> str:
        """Its consonants but h, neighbours levelled."""
        consonants = [consonant for word in self.words for consonant, _ in word if consonant != "h"]
        return "".join(_GROUP.get(consonant, consonant) for consonant in consonants)

    def joined(self) -> Iterator[Spoken]:
        """The same name with each two neighbouring words in turn written as one."""
        for at in range(1, len(self.words)):
            one = self.words[at - 1] + self.words[at]
            yield Spoken((*self.words[: at - 1], one, *self.words[at + 1 :]), self.vowelled)


def vowelled(text: str) -> bool:
    """Whether a text's script writes its vowels: right-to-left scripts leave most out, but for Kurdish and its like."""
    return not any(map(_right_to_left, text)) or not _ALL_VOWELS.isdisjoint(text)


def _right_to_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in ("R", "AL")


def romanise(word: str, vowelled: bool) -> str:
    """A plain word in Latin letters; one of another script by AnyAscii's table, with hyphens between its letters."""
    if word.isascii():
        return word
    if vowelled:
        word = word[:1] + word[1:].replace(*_VOWEL_H)
    latin = "-".join(anyascii(letter) for letter in word.translate(_CARRIERS)).lower()
    return latin[:-1] + "a" if latin.endswith("-h") else latin


def spoken(plain: str, vowelled: bool) -> Spoken:
    """The sounds of a name that is given as plain words (see `names.normalise`)."""
    return Spoken(tuple(_word(romanise(word, vowelled), vowelled) for word in plain.split()), vowelled)


@lru_cache(maxsize=4096)
def _word(latin: str, vowelled: bool) -> Word:
    found: list[tuple[str, frozenset[str]]] = []
    at = 0
    while at < len(latin):
        consonant = _match(_CONSONANT, latin, at)
        run = _match(_VOWELS, latin, at + len(consonant))
        at += len(consonant + run) or 1
        if vowelled and consonant and found and found[-1] == (_SAME.get(consonant, consonant), frozenset()):
            found.pop()  # written twice
        if at == len(latin):
            if consonant == "h" and not run and found:
                break  # -ah is -a
            run = run[-1:]
            if run == "y" and not vowelled:
                run = "e"  # Arabic's last y may be an a, and plain words level the two
        if consonant or run:
            vowels = frozenset("".join(_HEARD.get(letter, "") for letter in run))
            found.append((_SAME.get(consonant, consonant), vowels))
    return tuple(found)


def _match(pattern: re.Pattern[str], text: str, at: int) -> str:
    found = pattern.match(text, at)
    return found[0] if found else ""


def likeness(one: Spoken, other: Spoken) -> tuple[float, float]:
    """How like two names are, from 0 to 1: on the whole, and in the two words that are least like each other.

    Words are compared in their order; of two that one name writes as one, as one. Names with more or fewer words are
    not alike: they have as much in common as their words have, and the least is 0.
    """
    if len(one.words) < len(other.words):
        one, other = other, one
    if len(one.words) == len(other.words):
        each = [_alike(*pair, one.vowelled, other.vowelled) for pair in zip(one.words, other.words, strict=True)]
        sizes = [max(len(a), len(b)) for a, b in zip(one.words, other.words, strict=True)]
        whole = sum(like * size for like, size in zip(each, sizes, strict=True)) / max(sum(sizes), 1)
        return whole, min(each, default=0.0)
    common = [max(_alike(word, part, one.vowelled, other.vowelled) for word in one.words) for part in other.words]
    found = [(sum(common) / len(one.words), 0.0)]
    if len(one.words) == len(other.words) + 1:
        found += [likeness(joined, other) for joined in one.joined()]
    return max(found)


def part_heard(asked: Spoken, name: Spoken, least: float) -> float:
    """How much of a text sounds like some word of a name, at `least` so alike: 0 to 1, by the sounds of its words."""
    sizes = [(len(word), word) for word in asked.words]
    heard = sum(
        size
        for size, word in sizes
        if any(_alike(word, part, asked.vowelled, name.vowelled) >= least for part in name.words)
    )
    return heard / (sum(size for size, _ in sizes) or 1)


@lru_cache(maxsize=8192)
def _alike(one: Word, other: Word, one_vowelled: bool, other_vowelled: bool) -> float:
    """One minus the cost, a sound of the longer word: the edit distance of Wagner and Fischer (1974) over sounds."""
    length = max(len(one), len(other))
    if not length:
        return 0.0
    row = [0.0]
    for at, (consonant, _) in enumerate(other):
        row.append(row[-1] + _alone(consonant, at))
    for at, (consonant, vowels) in enumerate(one):
        alone = _alone(consonant, at)
        above, row = row, [row[0] + alone]
        for to, (consonant_2, vowels_2) in enumerate(other):
            last = at == len(one) - 1 and to == len(other) - 1
            changed = 0.0 if consonant == consonant_2 else NEAR if (consonant, consonant_2) in _NEAR else 1.0
            changed += _vowel_cost(vowels, one_vowelled, vowels_2, other_vowelled, last)
            row.append(min(above[to] + changed, above[to + 1] + alone, row[to] + _alone(consonant_2, to)))
    return max(0.0, 1.0 - row[-1] / length)


def _alone(consonant: str, at: int) -> float:
    return SILENT if not consonant or (consonant == "h" and at) else 1.0


def _vowel_cost(
    one: frozenset[str], one_vowelled: bool, other: frozenset[str], other_vowelled: bool, last: bool
) -> float:
    if one == other or one & other:
        return 0.0
    if one and other:
        return OTHER_VOWEL
    if last:
        return LAST_VOWEL
    if one_vowelled == other_vowelled:  # of two spellings that leave short vowels out one writes a long vowel
        return UNWRITTEN if one_vowelled else OTHER_VOWEL
    return UNWRITTEN if (one_vowelled if not one else other_vowelled) else 0.0


class Index:
    """Finds the names that sound most like one, among names of (entity, the province it holds in alone, its sounds)."""

    def __init__(self, names: Iterable[tuple[str, str | None, Spoken]]) -> None:
        self._names: dict[str, list[tuple[str, str | None, Spoken]]] = {}
        self._written: set[tuple[str, bool, int]] = set()
        for entity, within, name in names:
            self._names.setdefault(name.skeleton, []).append((entity, within, name))
            self._written.add((entity, name.vowelled, len(name.words)))

    def nearest(self, asked: Spoken, within: str | None) -> dict[str, tuple[float, float]]:
        """How like its likest name each near entity is (see `likeness`).

        A name in a script that writes other vowels is heard only where the entity has none as long in the text's own:
        Omar and Ammar are the same letters to one who expects no vowels, and two names in Arabic.
        """
        found: dict[str, tuple[float, float]] = {}
        hits = process.extract(asked.skeleton, self._names.keys(), scorer=OSA.normalized_similarity, limit=SHORTLIST)
        for skeleton, _, _ in hits:
            for entity, place, name in self._names[skeleton]:
                own = (entity, asked.vowelled, len(name.words)) in self._written
                if place in (None, within) and (name.vowelled == asked.vowelled or not own):
                    like = likeness(asked, name)
                    found[entity] = max(found.get(entity, like), like)
        return found


# Alphabets, from Latin to Arabic, and Georgian: a table of all scripts would be larger than the page it is for.
_ALPHABETS = (range(0x80, 0x900), range(0x10A0, 0x1100))


def rules() -> dict[str, Any]:
    """What names are heard by, as JSON holds it, for a page that hears them as we do; patterns are ours.

    `latin`: what our alphabets' letters become, by that; a name in any other script is not heard there.
    `right_to_left`: code points of letters that run so, the first and last of each run of them.
    """
    latin: dict[str, str] = {}
    for letter in (chr(point) for alphabet in _ALPHABETS for point in alphabet):
        if letter.isalnum() and unicodedata.normalize("NFKD", letter).casefold() == letter:  # as in plain words
            heard = anyascii(letter.translate(_CARRIERS)).lower()
            latin[heard] = latin.get(heard, "") + letter
    runs: list[list[int]] = []
    for point in range(0x10000):
        if _right_to_left(chr(point)):
            if not runs or runs[-1][1] != point - 1:
                runs.append([point, point])
            runs[-1][1] = point
    return {
        "near": NEAR,
        "silent": SILENT,
        "unwritten": UNWRITTEN,
        "other_vowel": OTHER_VOWEL,
        "last_vowel": LAST_VOWEL,
        "neighbours": _NEIGHBOURS,
        "consonant": _CONSONANT.pattern,
        "vowels": _VOWELS.pattern,
        "same": _SAME,
        "heard": _HEARD,
        "all_vowels": "".join(sorted(_ALL_VOWELS)),
        "vowel_h": _VOWEL_H,
        "latin": latin,
        "right_to_left": runs,
    }
