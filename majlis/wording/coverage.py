"""What is known of an election, and what one source has of it, in a sentence or two."""

from __future__ import annotations

from queries.coverage import Coverage
from queries.source_coverage import SourceCoverage

from .forms import ENGLISH, Language, percent


def coverage_sentence(answer: Coverage, language: Language = ENGLISH) -> str:
    """How many seats are accounted for, how well the facts are sourced, and how many are disputed."""
    election, councils = answer.election, language.counted("council", len(answer.councils))
    if answer.accounted is None:
        said = language.say("coverage.none", councils=councils)
    elif answer.council_size is None:
        said = language.say("coverage.unsized", seats=answer.accounted, councils=councils)
    else:
        of = language.of(answer.accounted, answer.accounted, answer.council_size)
        said = language.say("coverage.seats", seats=of, councils=councils)
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
