"""What the words of a heading, a title or a sentence say for what stands below: unit, year, standing, a forecast."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, partial

from graph.model import Standing

from ..languages.words import Words, fold
from .tokens import Token, TokenKind, tokens
from .words import Role, fold_words, kept, lexicon

_POLL_LABEL = 2  # words
_NEAR = 8  # words between what is final and that it is awaited
_LONGEST_NOTE, _JOINING = 60, 2  # letters of a line about figures, and words of it that say nothing of them
_ENDS = ".!?؟。…"
_LABEL = 5  # words of a label; in more, "final" alone may be said of anything
# What a label speaks of that is no place: "Elected:", "Total so far:", "Lists below the threshold:".
NO_PLACE = frozenset({Role.OFFICE, Role.PERSON, Role.WINNER, Role.WON, Role.NO, Role.LEADER, Role.TOTAL, Role.LIST})
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_RUN_ON = re.compile(r"(?<=[\u0621-\u064a]{3})\.(?=[\u0621-\u064a]{2})")  # a sentence begins without a blank
_OTHER_DIGIT = re.compile("[٠-٩۰-۹]")
_AND_THE = " وال"
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@kept
def roles_in(text: str) -> frozenset[Role]:
    """The roles of all phrases of a text."""
    return frozenset().union(*[roles for _, _, roles in lexicon().phrases(_words_in(text))])


def _words_in(text: str) -> tuple[str, ...]:
    """The words of a text; an Arabic "and the" is parted from its word: "الأطراف والمقاعد"."""
    return fold_words(text.replace(_AND_THE, " ال") if _AND_THE in text else text)


def says_any(text: str, *wanted: Role) -> bool:
    """Whether a phrase of one of these roles is said in a text; most have no word with which one begins."""
    firsts, words = lexicon().firsts, _words_in(text)
    for role in wanted:
        if not firsts[role].isdisjoint(words):
            return not roles_in(text).isdisjoint(wanted)
    return False


def unit_of(text: str) -> Role | None:
    """What figures below these words count: seats, votes or turnout; None where they say nothing, or more than one."""
    roles = roles_in(text)
    if Role.TURNOUT in roles:
        return Role.TURNOUT
    words = fold_words(text)
    if Role.EVENT in roles and len(words) > 1:  # "after the vote" counts no votes
        each = [found for _, _, found in lexicon().phrases(words) if Role.EVENT not in found]
        roles = frozenset().union(*each)
    said = [role for role in (Role.SEATS, Role.VOTES) if role in roles]
    return said[0] if len(said) == 1 else None


def leads_on(text: str) -> bool:
    """Whether words lead to what follows: they end in a colon."""
    return text.endswith((":", "："))


def of_places(text: str) -> bool:
    """Whether words say that what follows is told place by place: "seats per province"."""
    roles = roles_in(text)
    return Role.PER in roles and not roles.isdisjoint({Role.PLACE, Role.PLACE_NOUN})


def of_whole(text: str) -> bool:
    """Whether a heading says that what follows is told of the whole: "Nationwide", "All Westland"."""
    words = fold_words(text)
    roles, length = lexicon().roles_at(words, 0) if words else (frozenset(), 0)
    return Role.TOTAL in roles and len(words) <= length + 1  # "All Westland Congress" is a list


def years_in(text: str) -> list[int]:
    """The years of this and the last century that a text names, in order."""
    text = text.translate(_DIGITS) if _OTHER_DIGIT.search(text) else text
    return [int(found[0]) for found in _YEAR.finditer(text)]


def year_of(title: str, texts: Iterable[str]) -> int | None:
    """The year of which a document is: that of its title, else the one that it names most, the later one first."""
    named = years_in(title)
    if named:
        return max(named)
    counted = Counter(year for text in texts for year in years_in(text))
    if not counted:
        return None
    most = max(counted.values())
    return max(year for year, times in counted.items() if times == most)


def says_rounded(text: str) -> bool:
    """Whether a line says that figures are thousands or more, and hardly anything else: "votes in thousands"."""
    if len(text) > _LONGEST_NOTE or Role.ROUNDED not in roles_in(text):
        return False
    words = fold_words(text)
    return len(words) - sum(end - start for start, end, _ in lexicon().phrases(words)) <= _JOINING


def standing_in(text: str) -> Standing | None:
    """The standing that a text gives its results; None where it speaks of none, or of final ones yet to come."""
    if not says_any(text, Role.PRELIMINARY, Role.FINAL):
        return None
    if Role.PRELIMINARY in roles_in(text):
        return Standing.PRELIMINARY
    final = any(_calls_final(text[begin:end]) for begin, end in sentences(text))
    return Standing.FINAL if final else None


def _calls_final(sentence: str) -> bool:
    """Whether a sentence speaks of final results that are there: "the final seat" are none, nor what will be final."""
    words = fold_words(sentence)
    said = list(lexicon().phrases(words))
    label = len(words) <= _LABEL
    final = [at for at, end, roles in said if Role.FINAL in roles and (label or end - at > 1)]
    awaited = [at for at, _, roles in said if Role.AWAITED in roles]
    return any(all(abs(at - other) > _NEAR for other in awaited) for at in final)


def caseless(text: str) -> bool:
    """Whether a text is in a script without capitals, so that nothing in how it is written says that it is a name."""
    return text.upper() == text.lower()


def labelled_poll(headline: str) -> bool:
    """Whether a headline begins with the word for a poll and a colon: "Poll: the Reds surge"."""
    label, colon, _ = headline.partition(":")
    return bool(colon) and len(label.split()) <= _POLL_LABEL and {Role.PROJECTED, Role.EVENT} <= roles_in(label)


def forecast(title: str, texts: Iterable[str]) -> bool:
    """Whether a document is of a poll or a forecast: its title says so, or two different words of such are in it.

    Those of one line alone in the second half, which tells of no sample, are of that line: "our survey had 57 percent".
    """
    table = lexicon()
    if Role.POLL in roles_in(title) or labelled_poll(title):
        return True
    said: set[tuple[str, ...]] = set()
    polls: list[int] = []
    sampled = False
    written = [text for text in texts if text.strip()]
    for at, text in enumerate(written):
        words = fold_words(text) if says_any(text, Role.POLL) else ()
        said.update(words[start:end] for start, end, roles in table.phrases(words) if Role.POLL in roles)
        polls += [at] if words else []
        sampled = sampled or (bool(words) and Role.SAMPLE in roles_in(text))
    return len(said) >= 2 and (sampled or len(polls) > 1 or polls[0] * 2 < len(written))


def sentences(text: str, language: Words | None = None) -> list[tuple[int, int]]:
    """Where the sentences of a text begin and end; a point in a number, behind a letter or a title ends none.

    `language`: that of the text, which may write ordinals with a point, so that a name or a month may stand behind one.
    """
    if not any(map(text[:-1].__contains__, _ENDS)):
        return [(len(text) - len(text.lstrip()), len(text))] if text.strip() else []
    return _sentences_of(language.openings if language is not None and language.pointed else None)(text)


def _sentences(text: str, openings: frozenset[str] | None) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = 0
    parts = tokens(text)
    for at, token in enumerate(parts):
        if token.kind is TokenKind.WORD and (run_on := _RUN_ON.search(token.text)):
            found.append((begin, token.start + run_on.end()))
            begin = token.start + run_on.end()
        if token.kind is not TokenKind.MARK or token.text not in _ENDS:
            continue
        if token.text == "." and at:
            before = parts[at - 1]
            short = before.kind is TokenKind.WORD and before.end == token.start and _abbreviates(before.text)
            ordinal = before.kind is TokenKind.NUMBER and len(before.text) <= 2 and before.end == token.start
            following = parts[at + 1] if at + 1 < len(parts) else None
            if short or (ordinal and following is not None and _goes_on(following, openings)):
                continue
        behind = text[token.end : token.end + 1]
        if behind and not behind.isspace() and behind not in "\"”’'»)[":
            continue
        found.append((begin, token.end))
        begin = token.end
    if text[begin:].strip():
        found.append((begin, len(text)))
    return [(start + len(text[start:end]) - len(text[start:end].lstrip()), end) for start, end in found]


@cache
def _sentences_of(openings: frozenset[str] | None) -> Callable[[str], list[tuple[int, int]]]:
    """The sentences of a text; `openings`: the words behind no ordinal, where one is written with a point."""
    return kept(partial(_sentences, openings=openings))


def _goes_on(following: Token, openings: frozenset[str] | None) -> bool:
    """Whether a word behind a number and a point may stand in the same sentence: "am 10. März", not "1. Die"."""
    pointed = openings is not None and fold(following.text) not in openings
    return following.kind is TokenKind.WORD and (pointed or following.text[0].islower())


def _abbreviates(word: str) -> bool:
    roles = lexicon().roles_of((word.casefold(),))
    return (
        (len(word) == 1 and word.isupper())
        or Role.TITLE in roles
        or word.casefold() in ("no", "st", "approx", "oct", "nov", "dec", "jan", "feb", "sept", "p.m", "a.m", "abr")
    )
