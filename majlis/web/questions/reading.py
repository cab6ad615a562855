"""Words to a question: what is asked comes from the table of question words, of whom from the names of the graph."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.errors import CannotAnswerError
from graph.kinds import ELECTIONS, HOLDERS, Kind
from graph.spelling import words
from queries.view import GraphView

from ...question import PLACES
from ...question import Question as Registered
from ...register import QUESTIONS
from .asked import About, Question, not_understood
from .choice import MONTH, SUCCESSION, chosen
from .names import Said, guessed, named, tagged
from .offices import country
from .pages import page_of
from .times import ELECTION, date_of
from .words import BEYOND, OFFICE, Phrase, Word, is_own, segments, split, vocabulary, weighs

_EVERYTHING = frozenset(Kind)
_UNLIKE = "qqxx"  # no name of anything, and like none
_SEATS = ("where", "who", "entity")
_LED = "leaders"
_DAY = re.compile(r"([1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_LOST = 2  # words without a part in a question from which on a guess at a name is none


def is_arabic(text: str) -> bool:
    """Whether a text is written in Arabic letters, all or in part."""
    return any(unicodedata.bidirectional(char) == "AL" for char in text)


def prepare(graph: GraphView) -> None:
    """Read now what the first question would wait for: the table of question words, the names and how they sound."""
    vocabulary().mended(_UNLIKE)
    graph.resolver.named_in(_UNLIKE)
    graph.resolver.ask(_UNLIKE, _EVERYTHING)
    _ = graph.resolver.known_words


def read(text: str, graph: GraphView) -> Question:
    """The question that a text asks; what somebody says first of themselves is left out where nothing else is read.

    Raises CannotAnswerError as `_whole`.
    """
    try:
        return _whole(text, graph)
    except CannotAnswerError:
        every = segments(text)
        asking = [part for part in every if not is_own(part) or _asks(part, graph)]
        if asking == every:
            raise
        try:
            return _whole(" ".join(asking), graph)
        except CannotAnswerError:
            pass
        raise


def _asks(text: str, graph: GraphView) -> bool:
    """Whether a text names somebody, or asks something."""
    phrases, names, _ = _tagged(vocabulary().dated(split(text)), graph)
    return bool(names) or any(phrase.means and not phrase.means.endswith("?") for phrase in phrases)


def _whole(text: str, graph: GraphView) -> Question:
    """The question that a whole text asks; a name that is not known stays as it was written, for the page to say so.

    Raises CannotAnswerError with the error "question" for a text in which no question and no name is found, for one
    with a word, a year or a name that has no part in what is asked, and for several offices of the same words: then
    "readings" are what is asked without it, or each.
    """
    whole = text.strip().strip("?؟!. ")
    if whole and (found := named(Word(whole, " ".join(words(whole))), 0, 1, graph.resolver)):
        return chosen(graph, whole, [], [found], [], [])
    if graph.resolver.resolve(whole, ELECTIONS).candidates:
        return Question("entity", (whole,))
    said = vocabulary().dated(split(text))
    parts = vocabulary().parts(said)
    later = [word for part in parts[1:] for word in part]
    if later and (first := _first(whole, parts[0], later, graph)):
        return replace(first, left=(" ".join(word.text for word in later),))
    question = _read(whole, said, graph)
    if any(map(weighs, question.unread)):
        raise not_understood(whole, About([], [], []), question)
    return question


def _first(whole: str, said: Sequence[Word], later: Sequence[Word], graph: GraphView) -> Question | None:
    """What these words ask by themselves, where the later ones ask something else; None where they do not."""
    try:
        first = _read(whole, said, graph)
    except CannotAnswerError:
        return None
    row = QUESTIONS.get(first.page)
    if any(map(weighs, first.unread)) or (row and row.needs_name and not first.names):
        return None
    phrases, names, _ = _tagged(later, graph)
    means = [phrase.means.removesuffix("?") for phrase in phrases]
    pages = {page.partition("@")[0] for item in means if " " not in item for page in item.split("|") if page}
    known = {id for name in _tagged(said, graph)[1] for id in name.ids}
    other = any(name.ids.isdisjoint(known) for name in names) or any(date_of(word.plain) for word in later)
    other = other or any(item.startswith(OFFICE) for item in means)
    return first if other or (pages and first.page not in pages) else None


def _read(whole: str, said: Sequence[Word], graph: GraphView) -> Question:
    """What these words ask. Raises CannotAnswerError."""
    phrases, names, left = _tagged(said, graph)
    phrases, names = _without_leader(phrases, names, said)
    means, left = _dated(said, phrases, left)
    offices = any(name.offices for name in names) or any(item.startswith(OFFICE) for item in means)
    reach = (1, 2) if offices else (1,)  # "since 2010", "after the vote of 2023"
    spanning = {at for at, word in enumerate(said) if word.plain in vocabulary().spans}
    spans = {at for at in left if date_of(said[at].plain) and spanning.intersection(at - back for back in reach)}
    if offices and any(name.kinds == {Kind.FIGURE} and name.start - 1 in spanning for name in names):
        means.append(SUCCESSION)
    if not offices and not any(name.holders for name in names) and any(item.startswith(ELECTION) for item in means):
        spans = set()  # "after the 2023 polls", of which the council of a place is
    if spans and (offices or names):  # what was before or after a year is told by what is of all years
        told = "offices" if any(name.offices for name in names) else "history"
        means += [] if any(map(_asks_more, means)) else [told]
        left = [at for at in left if at not in spans]
    dates = [date for at in left if at not in spans and (date := date_of(said[at].plain))]
    unread = [said[at].text for at in left if at in spans or not date_of(said[at].plain)]
    beyond = [
        " ".join(word.text for word in said[start : start + length])
        for start, length, asks, _ in phrases
        if asks == BEYOND
    ]
    return chosen(graph, whole, means, names, dates, beyond or unread)


def _dated(said: Sequence[Word], phrases: Iterable[Phrase], left: list[int]) -> tuple[list[str], list[int]]:
    """What the phrases mean, a month beside the number of a day as that day; and the words left without these."""
    means, days = [], {at: day[1] for at in left if (day := _DAY.fullmatch(said[at].plain))}
    for phrase in phrases:
        beside = (phrase.start - 1, phrase.start + phrase.length, phrase.start - 2)
        at = next((at for at in beside if at in days), None) if phrase.means.startswith(MONTH) else None
        means.append(f"{phrase.means}-{int(days.pop(at)):02}" if at is not None else phrase.means)
        left = [each for each in left if each != at]
    return means, left


def _without_leader(phrases: list[Phrase], names: list[Said], said: Sequence[Word]) -> tuple[list[Phrase], list[Said]]:
    """The same without who leads a list of which something else is asked: "seats of X, led by Y", "Y's X"."""
    owned = {name.start: name for name in names if name.holders and not name.kinds <= {Kind.FIGURE}}
    names = [
        name
        for name in names
        if not (said[(stop := name.start + name.length) - 1].owns and name.kinds <= {Kind.FIGURE} and stop in owned)
    ]
    for phrase in phrases:
        led = next((name for name in names if name.start + name.length == phrase.start), None)
        leader = next((name for name in names if name.start == phrase.start + phrase.length), None)
        others = [other for other in phrases if other is not phrase]
        described = led and leader and led.holders and leader.kinds <= {Kind.FIGURE}
        if described and phrase.means.startswith(_LED) and any(other.means.startswith(_SEATS) for other in others):
            return others, [name for name in names if name is not leader]
    return phrases, names


def _asks_more(means: str) -> bool:
    """Whether a meaning asks for more than who has which seats."""
    return bool(means) and page_of(means) not in _SEATS and not means.startswith(ELECTION)


def _tagged(said: Sequence[Word], graph: GraphView) -> tuple[list[Phrase], list[Said], list[int]]:
    """The phrases and names in these words, with slips; and the places of the words that are neither."""
    phrases, names, left = tagged(said, graph.resolver)
    sure = list(names)
    here = {at for at in left if country(graph).issuperset(said[at].plain.split())}
    left = guessed(said, phrases, names, [at for at in left if at not in here], graph.resolver)
    if sum(not date_of(said[at].plain) for at in left) >= _LOST and names != sure:
        left = sorted(
            {*left, *(at for name in names if name not in sure for at in range(name.start, name.start + name.length))}
        )
        names = [name for name in names if name in sure]
    return phrases, names, sorted({*left, *here})


def meant(row: Registered, text: str, graph: GraphView) -> Question | None:
    """What is meant where a question about holders is asked with a province, or the other way round, or with both.

    None where the text names nothing, or what the question is about.
    """
    if row.about not in (HOLDERS, PLACES) or any(item.several for item in row.names):
        return None
    try:
        found = read(text, graph)
    except CannotAnswerError:
        return None
    known = found.name and graph.resolver.ask(found.name, _EVERYTHING).candidates
    asks = found.page in ("where", "who", "why") and not found.options and not found.passed_over
    return found if known and asks and (found.page != row.name or found.province) else None
