"""The names in a question, and the words between them: the longest first, then what is misspelt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from graph.kinds import HOLDERS, Kind
from graph.lexicon import Candidate
from graph.names import Resolution, Resolver
from graph.spelling import words

from ...question import PLACES
from .times import ELECTION, date_of
from .words import BEYOND, OFFICE, Phrase, Word, variants, vocabulary

OFFICES = frozenset({Kind.OFFICE})
_SCOPES = (HOLDERS, PLACES, OFFICES)
_LONGEST = 9  # words of a name
_SHORT = 3  # letters of a word that is no name misspelt
_GUESSED = 3  # words that are looked up together as a name misspelt
_BARE = 3  # words of a name and a place: more are a sentence
_ARTICLE = "ال"
_MOST_LEFT = 7  # words without a part in a question up to which names are guessed at


class Said(NamedTuple):
    """Words of a question that are a name: where, as written, and what it may name, by what is asked for."""

    start: int
    length: int
    text: str
    holders: Resolution | None
    places: Resolution | None
    offices: Resolution | None

    @property
    def kinds(self) -> set[Kind]:
        """All kinds of what it may name."""
        return {item.kind for found in self[3:] if found for item in found.candidates}

    @property
    def ids(self) -> set[str]:
        """The ids of all that it may name."""
        return {item.id for found in self[3:] if found for item in found.candidates}

    @property
    def place(self) -> Candidate | None:
        """The place that it is, where it is only one."""
        return self.places.entity if self.places else None


class _Span(NamedTuple):
    """Words of a question that are a phrase or a name."""

    start: int
    length: int
    phrase: Phrase | None
    name: Said | None

    @property
    def words(self) -> set[int]:
        """The places of its words."""
        return set(range(self.start, self.start + self.length))

    @property
    def is_whole(self) -> bool:
        """Whether no phrase ends within it: a name, or the words of an office."""
        return not self.phrase or self.phrase.means.startswith(OFFICE)

    @property
    def rank(self) -> int:
        """What goes before what of the same words: a phrase as the table has it, a name, a phrase with more joined."""
        return 1 if self.name else 0 if self.phrase and self.phrase.whole else 2


def tagged(said: Sequence[Word], resolver: Resolver) -> tuple[list[Phrase], list[Said], list[int]]:
    """The phrases and the names among these words, the longest first, and the places of the words that are neither."""
    known, plain = vocabulary(), [word.plain for word in said]
    spans: list[_Span] = []
    for start in range(len(said)):
        for length in range(1, min(_LONGEST, len(said) - start) + 1):
            phrase = known.phrase(plain, start, length) if length <= known.longest else None
            name = _name_at(said, start, length, resolver)
            if phrase and not (length == 1 and not phrase.means and _is_abbreviation(said[start], said)):
                spans.append(_Span(start, length, phrase, None))
            spans += [_Span(start, length, None, name)] if name else []
    names = {(span.start, span.length): span.name for span in spans if span.name}
    spans = [span for span in spans if span.phrase or not _is_shorter(span, names, plain)]
    whole = [(span.start, span.length) for span in spans if span.is_whole]
    spans = [span for span in spans if span.name or not _crosses(span, whole)]
    spans.sort(key=lambda span: (-span.length, span.rank, span.start))
    free = set(range(len(said)))
    taken: list[_Span] = []
    for span in spans:
        if span.words <= free and not date_of(plain[span.start]):
            free -= span.words
            taken.append(span)
    taken.sort(key=lambda span: span.start)
    phrases = [span.phrase for span in taken if span.phrase]
    called = {at for span in taken if span.name for at in span.words}
    parted: set[str] = set()
    for apart, means in known.apart(plain):
        if apart.isdisjoint(called) and means not in parted:
            parted.add(means)
            free -= apart
            phrases = [item for item in phrases if item.start not in apart or item.means.startswith(OFFICE)]
            length = 1 + (max(apart) - min(apart) if means == BEYOND else 0)  # all of what cannot be answered is said
            phrases.append(Phrase(min(apart), length, means))
    return phrases, [span.name for span in taken if span.name], sorted(free)


def _crosses(span: _Span, names: Iterable[tuple[int, int]]) -> bool:
    """Whether a phrase ends within a name or an office that begins in it: "who is head", of the head of state."""
    stop = span.start + span.length
    return any(span.start < start < stop < start + length for start, length in names)


def _is_shorter(span: _Span, names: Mapping[tuple[int, int], Said], plain: Sequence[str]) -> bool:
    """Whether a name is the same without its first or last word, which is one of questions: "of Baghdad".

    The words that are left must ask nothing themselves: the Victory Coalition is no victory.
    """
    last, less = span.start + span.length - 1, span.length - 1
    for start, word in ((span.start + 1, span.start), (span.start, last)):
        other = names.get((start, less))
        if other and span.name and other.ids == span.name.ids and vocabulary().phrase(plain, word, 1):
            asks = vocabulary().phrase(plain, start, less)
            return asks is None or not asks.means
    return False


def _name_at(said: Sequence[Word], start: int, length: int, resolver: Resolver) -> Said | None:
    """The name that these words are; words that no name has are not looked up."""
    part = said[start : start + length]
    if not all(word in resolver.known_words for item in part[1:] for word in item.plain.split()):
        return None
    return named(Word(" ".join(item.text for item in part), ""), start, length, resolver)


def named(word: Word, start: int, length: int, resolver: Resolver) -> Said | None:
    """A text as a name that somebody wrote, without a guess; where none is known, without a prefix."""
    for text in variants(word.text):
        if resolver.known_words.isdisjoint(words(text)):
            continue
        holders = resolver.holders(text)
        places, offices = resolver.resolve(text, PLACES), resolver.resolve(text, OFFICES)
        found = [item if item.candidates else None for item in (holders, places, offices)]
        if any(found):
            return Said(start, length, text, *found)
    return None


def guessed(
    said: Sequence[Word], phrases: list[Phrase], names: list[Said], left: list[int], resolver: Resolver
) -> list[int]:
    """What of the words that are left is a question word or a name misspelt, or part of a fuller name; the rest."""
    asks = [phrase for phrase in phrases if phrase.means and not phrase.means.startswith(ELECTION)]
    asking = {at for phrase in asks for at in range(phrase.start, phrase.start + phrase.length)}
    taken = {at for name in names for at in range(name.start, name.start + name.length)}
    lost = sum(not date_of(said[at].plain) for at in left)
    for run in _runs(left, len(said), asking | taken) if lost <= _MOST_LEFT else ():
        inner = [at for at in run if at in left]
        if not inner:  # it is read by now
            continue
        if all(date_of(said[at].plain) for at in inner):
            continue
        if guess := _fuller(said, run, names, resolver) or _guess(said, run, resolver):
            names[:] = [name for name in names if not guess.start <= name.start < guess.start + guess.length]
            names.append(guess)
            phrases[:] = [item for item in phrases if not guess.start <= item.start < guess.start + guess.length]
            left = [at for at in left if not guess.start <= at < guess.start + guess.length]
    slips = {at: slip for at in left if lost <= 2 * _MOST_LEFT and (slip := _slip(said, at))}
    if slips:
        mended = [word._replace(plain=slips.get(at, word.plain)) for at, word in enumerate(said)]
        called = {at for name in names for at in range(name.start, name.start + name.length)}
        again, _, rest = tagged(mended, resolver)
        phrases[:] = [item for item in again if called.isdisjoint(range(item.start, item.start + item.length))]
        left = [at for at in left if at in rest]
    names.sort()
    phrases.sort()
    return left


def _runs(left: Collection[int], count: int, taken: Collection[int]) -> Iterator[range]:
    """Runs of words between those taken that begin and end with a word that is left, the longest first.

    Then what of them stands in a row, the longest first, and each alone.
    """
    ends: list[tuple[int, int]] = []
    start: int | None = None
    for at in range(count + 1):
        if at < count and at not in taken:
            start = at if start is None else start
        elif start is not None:
            inner = [each for each in range(start, at) if each in left]
            if inner:
                ends.append((inner[0], inner[-1] + 1))
                whole = (start, at) if at - start <= _GUESSED else (inner[0], min(at, inner[0] + _GUESSED))
                ends += [whole] if whole not in ends else []
            start = None
    for first, last in ends:
        yield range(first, last)
    rows = [(at, at + length) for length in range(_GUESSED, 0, -1) for at in range(count - length + 1)]
    for first, last in rows:
        if all(at in left for at in range(first, last)) and (first, last) not in ends:
            yield range(first, last)


def _guess(said: Sequence[Word], run: range, resolver: Resolver) -> Said | None:
    """A name that a run of words is by its sound, or by all its words that count, where it is clear which.

    A single word that names have is not misspelt: it is the name of which it is the only word that counts.
    """
    known = vocabulary()
    if len(said) > _BARE and any(_is_capital(word) for word in said[1:]) and all(said[at].text.islower() for at in run):
        return None  # whoever writes names with capitals in a sentence means none here
    mended = known.mended(said[run.start].plain)
    if all(len(said[at].plain) <= _SHORT for at in run) or (mended and known.phrase([mended], 0, 1)):
        return None
    for text in variants(" ".join(said[at].text for at in run)):
        counts = set(words(text)) - known.small
        spelled = resolver.known_words.issuperset(counts)
        for place, scope in enumerate(_SCOPES):
            guess = resolver.ask(text, scope)
            if spelled and (len(counts) == 1 or not guess.candidates):
                named = resolver.with_words(text, scope, known.small if len(run) == 1 else None)
                heard = [one for one in guess.candidates if one in resolver.with_words(text, scope)]
                guess = guess._replace(candidates=tuple(named if len(named) == 1 else heard))
            if guess.candidates:
                found: list[Resolution | None] = [None, None, None]
                found[place] = guess
                told = guess.entity.id if guess.entity and guess.matched is None else text
                return Said(run.start, len(run), told, *found)
    return None


def _is_abbreviation(word: Word, said: Sequence[Word]) -> bool:
    """Whether a word is written in capitals where others are not: "US" is no "us"."""
    return len(word.text) > 1 and word.text.isupper() and not all(other.text.isupper() for other in said)


def _slip(said: Sequence[Word], at: int) -> str | None:
    """The word of the table that this is another form of, or misspelt; of none that is written as a name is."""
    text, plain, _ = said[at]
    if at and _is_capital(said[at]) and any(word.text.islower() for word in said):
        return None
    formed = None if _ARTICLE in text[:4] else vocabulary().formed(plain)
    return formed or vocabulary().mended(plain)


def _is_capital(word: Word) -> bool:
    """Whether a word begins with a capital and is more than that: no I."""
    return word.text[:1].isupper() and len(word.text) > 1


def _fuller(said: Sequence[Word], run: range, names: Iterable[Said], resolver: Resolver) -> Said | None:
    """A name beside these words that is fuller with them: its person's, and of nobody else."""
    for name in names:
        if name.start + name.length == run.start or name.start == run.stop:
            start, stop = min(name.start, run.start), max(name.start + name.length, run.stop)
            guess = resolver.ask(" ".join(said[at].text for at in range(start, stop)), HOLDERS)
            if guess.entity and guess.entity.id in name.ids:
                return Said(start, stop - start, guess.text, guess, None, None)
    return None
