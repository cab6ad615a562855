"""The page's own words in two languages, and an answer as a sentence in each."""

from __future__ import annotations

from collections.abc import Callable

from queries.disputed import span
from queries.where import Where
from queries.who import NO_VOTE, VOTED, Who

from ..terminal.text import day, isolate
from ..terminal.where import where_sentence
from ..terminal.who import who_sentence
from ..terminal.why import PHRASES
from ..wording.messages import LANGUAGES, USUAL, messages, say

__all__ = ["LANGUAGES", "USUAL", "date", "number", "phrase", "say", "where_said", "who_said"]

Named = Callable[[str, str], str]  # an id and a name in English -> the name in the language of the page


def date(language: str, text: str) -> str:
    """An ISO date for readers: "28 Dec 2023"."""
    if language == USUAL:
        return day(text)
    year, *rest = text.split("-")
    words = [say(language, f"month.{part}") if place == 0 else str(int(part)) for place, part in enumerate(rest)]
    return " ".join([*reversed(words), year])


def number(language: str, seats: int, most: int) -> str:
    """A number of seats, from the smallest that stands to the largest."""
    return span(seats, most, str, say(language, "or"), say(language, "to"))


def phrase(language: str, predicate: str) -> str:
    """A fact in words, without its value: {s} stands for its subject, {o} for its object."""
    if language == USUAL:
        return PHRASES.get(predicate, "{s}: " + predicate + ", {o}")
    return messages().get(f"fact.{predicate}", {}).get(language) or "{s}: " + predicate + "، {o}"


def where_said(language: str, answer: Where, named: Named) -> str:
    """Where X holds seats, in one sentence."""
    if language == USUAL:
        return where_sentence(answer)
    found = answer.subject.candidate
    name, when = named(found.id, found.name), date(language, answer.election.date)
    if answer.status == "shared":
        joined = [
            say(
                language,
                "where.expected" if item.reported else "where.joined",
                by=isolate(item.by if item.by != found.name else name),
                list=isolate(named(item.id, item.name)),
                won=number(language, item.total, item.most),
            )
            for item in answer.lists
            if item.relation == "shared"
        ]
        return say(language, "where.shared", name=isolate(name), lists="، ".join(joined), when=when)
    totals = [(relation, won) for relation, won in answer.totals.items() if won is not None and relation != "shared"]
    if answer.status != "seats" or not totals:
        known = answer.lists or answer.status != "unknown"
        key = "did_not_stand" if answer.status == "did_not_stand" else "none" if known else "not_known"
        return say(language, f"where.{key}", name=isolate(name), when=when)
    parts = []
    for relation, total in totals:
        lists = [item for item in answer.lists if item.relation == relation]
        won = number(language, total, sum(item.most for item in lists))
        councils = {c.id for c in answer.provinces for held in c.lists if held.relation == relation}
        parts.append(
            say(
                language,
                f"where.{relation}",
                name=isolate(name),
                lists="، ".join(isolate(named(item.id, item.name)) for item in lists),
                won=say(language, "where.won", won=won, all=answer.all_seats) if answer.all_seats else won,
                councils=len(councils),
                of=len(answer.provinces),
            )
        )
    return f"{'؛ '.join(parts)} ({when})."


def who_said(language: str, answer: Who, named: Named) -> str:
    """Who holds a council, in one sentence."""
    if language == USUAL:
        return who_sentence(answer)
    place = answer.subject.candidate
    name, when = isolate(named(place.id, place.name)), date(language, answer.election.date)
    if answer.status != VOTED:
        return say(language, "who.no_vote" if answer.status == NO_VOTE else "who.unknown", name=name, when=when)
    known = answer.accounted
    of = say(language, "of", seats=known, size=answer.council_size) if answer.council_size else str(known)
    text = say(language, "who.voted", name=name, when=when, seats=of)
    first = answer.leading
    names = [isolate(named(item.id, item.name)) for item in first]
    numbers = [number(language, item.seats, item.most) for item in first]
    if answer.open:
        lists = "، ".join(f"{name} ({seats})" for name, seats in zip(names, numbers, strict=True))
        text += say(language, "who.open", lists=lists)
    elif first:
        key = (
            ("largest" if len(first) == 1 else "level")
            if answer.certain
            else "most"
            if len(first) == 1
            else "most_each"
        )
        text += say(language, f"who.{key}", lists=" و".join(names), most=numbers[0])
    if answer.majority:
        text += say(language, "who.majority", majority=answer.majority)
    return f"{text}."
