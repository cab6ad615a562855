"""What is known of an election, and what one source has of it, in a sentence or two."""

from __future__ import annotations

from queries.coverage import Coverage, NotCovered, SourceCoverage
from queries.plain import Note

from .forms import ENGLISH, Language, isolate, percent
from .notes import note_text


def coverage_sentence(answer: Coverage, language: Language = ENGLISH) -> str:
    """How many seats are accounted for, how well the facts are sourced, and how many are disputed."""
    election = answer.election
    said = accounted_words(answer.accounted, answer.council_size, len(answer.councils), language)
    short = [f"{language.name(place.id, place.name)} {place.missing}" for place in answer.councils if place.missing]
    one, facts, disputed = answer.tally.single_sourced, answer.tally.facts, answer.tally.disputed
    return language.say(
        "coverage.all",
        election=language.name(election.id, election.name),
        when=language.day(election.date),
        seats=said + (language.say("coverage.missing", lists=language.listed(short)) if short else ""),
        single=language.say("coverage.single", one=one, facts=facts, share=percent(one, facts))
        if facts
        else language.say("coverage.no_facts"),
        disputed=language.counted("disputed", disputed),
    )


def accounted_words(seats: int | None, size: int | None, councils: int, language: Language = ENGLISH) -> str:
    """How many seats of how many councils are accounted for."""
    within = language.counted("council", councils)
    if seats is None:
        return language.say("coverage.none", councils=within)
    key = "coverage.seats" if size else "coverage.unsized"
    return language.say(key, seats=language.of(seats, seats, size), councils=within)


def lacking_words(item: NotCovered, language: Language = ENGLISH) -> str:
    """What the data say nothing of."""
    return note_text(item.what, language) if isinstance(item.what, Note) else isolate(item.what)


def source_sentence(answer: SourceCoverage, language: Language = ENGLISH) -> str:
    """What one source states of the seats, what it lacks, and how many statements it makes."""
    said = language.say("coverage.source_none")
    if answer.stated is not None:
        said = language.seats(answer.stated, answer.stated, answer.council_size)
        if answer.accounted is not None:
            said += language.say("coverage.source_all", accounted=answer.accounted)
        short = [
            f"{language.name(council.id, council.name)} {lack}"
            for council in answer.councils
            if council.council_size is not None and (lack := council.council_size - (council.stated or 0)) > 0
        ]
        if short:
            said += language.say("coverage.source_lacks", lists=language.listed(short))
    return language.say(
        "coverage.source",
        source=language.cite(answer.source).words,
        seats=said,
        statements=language.counted("statement", answer.statements),
        election=language.name(answer.election.id, answer.election.name),
    )
