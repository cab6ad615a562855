"""Words to a question: what is asked comes from the table of question words, of whom from the names of the graph."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from graph.errors import CannotAnswerError
from graph.kinds import ELECTIONS, HOLDERS, Kind
from graph.spelling import words
from queries.view import GraphView

from ...question import PLACES
from ...question import Question as Registered
from ...register import QUESTIONS
from .asked import About, Question, not_understood
from .choice import OFFICE, chosen
from .names import Said, guessed, named, tagged
from .offices import country
from .times import ELECTION, date_of
from .words import BEYOND, Phrase, Word, split, vocabulary

_EVERYTHING = frozenset(Kind)
_UNLIKE = "qqxx"  # no name of anything, and like none
_SEATS = ("where", "who", "entity")
_LED = "leaders"
_LOST = 2  # words without a part in a question from which on a guess at a name is none
_LIGHT = {True: 3, False: 2}  # letters of a small word, in ASCII or not, that changes no question


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
    """The question that a text asks; a name that is not known stays as it was written, for the page to say so.

    Raises CannotAnswerError with the error "question" for a text in which no question and no name is found, for one
    with a word, a year or a name that has no part in what is asked, and for two questions at once: then "readings" are
    what is asked without it, or each.
    """
    whole = text.strip().strip("?؟!. ")
    if whole and (found := named(Word(whole, " ".join(words(whole))), 0, 1, graph.resolver)):
        return chosen(graph, whole, [], [found], [], [])
    if graph.resolver.resolve(whole, ELECTIONS).candidates:
        return Question("entity", (whole,))
    said = split(text)
    parts = vocabulary().parts(said)
    if len(parts) > 1:
        asked = _each(whole, parts, graph)
        if len(asked) > 1:
            raise not_understood(whole, About([], [], []), *asked)
    question = _read(whole, said, graph)
    second = _pages(parts[-1], graph) if len(parts) > 1 else set()  # what cannot be asked by itself
    if (second and question.page not in second) or any(map(_weighs, question.unread)):
        raise not_understood(whole, About([], [], []), question)
    return question


def _pages(said: Sequence[Word], graph: GraphView) -> set[str]:
    """The pages that these words ask for."""
    means = (phrase.means.removesuffix("?") for phrase in _tagged(said, graph)[0])
    return {page.partition("@")[0] for item in means if " " not in item for page in item.split("|") if page}


def _each(whole: str, parts: Sequence[Sequence[Word]], graph: GraphView) -> list[Question]:
    """What each part of a text asks, each once; a part that names nobody is about whom the first one names.

    Nothing where one of them asks nothing by itself.
    """
    first = [word for name in _tagged(parts[0], graph)[1] for word in split(name.text)]
    found: list[Question] = []
    for part in parts:
        own = part is parts[0] or _tagged(part, graph)[1]
        try:
            asked = _read(whole, part if own else [*part, *first], graph)
        except CannotAnswerError:
            return []
        row = QUESTIONS.get(asked.page)
        if any(map(_weighs, asked.unread)) or (row and row.needs_name and not asked.names):
            return []
        if asked not in found:
            found.append(asked)
    return found


def _read(whole: str, said: Sequence[Word], graph: GraphView) -> Question:
    """What these words ask. Raises CannotAnswerError."""
    phrases, names, left = _tagged(said, graph)
    phrases, names = _without_leader(phrases, names)
    means = [phrase.means for phrase in phrases]
    spans = {at for at in left if date_of(said[at].plain) and at and said[at - 1].plain in vocabulary().spans}
    if not any(name.holders for name in names) and any(item.startswith(ELECTION) for item in means):
        spans = set()  # "after the 2023 polls", of which the council of a place is
    if spans and (
        names or any(item.startswith(OFFICE) for item in means)
    ):  # what was before or after a year is told by what is of all years
        means += [] if any(map(_asks_more, means)) else ["history"]
        left = [at for at in left if at not in spans]
    dates = [date for at in left if at not in spans and (date := date_of(said[at].plain))]
    unread = [said[at].text for at in left if at in spans or not date_of(said[at].plain)]
    beyond = [
        " ".join(word.text for word in said[start : start + length])
        for start, length, asks, _ in phrases
        if asks == BEYOND
    ]
    return chosen(graph, whole, means, names, dates, beyond or unread)


def _without_leader(phrases: list[Phrase], names: list[Said]) -> tuple[list[Phrase], list[Said]]:
    """The same without who leads a list of which something else is asked: "seats of X, led by Y"."""
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
    return (
        bool(means)
        and means.split("|", maxsplit=1)[0].removesuffix("?") not in _SEATS
        and not means.startswith(ELECTION)
    )


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


def _weighs(text: str) -> bool:
    """Whether a word may change what is asked: a number that counts something and a small word do not."""
    return bool(date_of(text)) or not (text.isdigit() or (text == text.lower() and len(text) <= _LIGHT[text.isascii()]))


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
    asks = found.page in ("where", "who", "why") and not found.options and not found.unread
    return found if known and asks and (found.page != row.name or found.province) else None
