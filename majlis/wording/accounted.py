"""How many seats of an election are accounted for, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .forms import ENGLISH, Language, percent

if TYPE_CHECKING:
    from queries.checking.coverage import Coverage
    from queries.checking.summary import Summary


def coverage_sentence(answer: Coverage | Summary, language: Language = ENGLISH) -> str:
    """How many seats are accounted for, how well the facts are sourced, and how many are disputed."""
    election = answer.election
    said = accounted_words(answer.accounted, answer.council_size, len(answer.councils), answer.by_list, language)
    missing = {language.name(place.id, place.name): place.missing or 0 for place in answer.councils}
    short = [f"{name} {number}" for name, number in missing.items() if number > 0]
    excess = [f"{name} {-number}" for name, number in missing.items() if number < 0]
    lacking = (answer.council_size or 0) - (answer.accounted or 0) - sum(max(number, 0) for number in missing.values())
    if answer.councils and lacking > 0:
        short.append(language.say("coverage.elsewhere", n=lacking))
    for key, lists in (("coverage.missing", short), ("coverage.excess", excess)):
        said += language.say(key, lists=language.listed(lists)) if lists else ""
    one, facts, disputed = answer.tally.single_sourced, answer.tally.facts, answer.tally.disputed
    return language.say(
        "coverage.all",
        election=language.name(election.id, election.name),
        when=language.day(election.date),
        seats=said,
        single=language.say("coverage.single", one=one, facts=facts, share=percent(one, facts))
        if facts
        else language.say("coverage.no_facts"),
        disputed=language.counted("disputed", disputed),
    )


def accounted_words(
    seats: int | None, size: int | None, councils: int, by_list: int | None, language: Language = ENGLISH
) -> str:
    """How many seats of how many councils are accounted for; of a house its constituencies, and the seats `by_list`."""
    if by_list and not councils:
        return language.say("coverage.list_only", seats=language.accounted(by_list, size))
    within = language.places(councils, by_list is not None)
    if seats is None:
        said = language.say("coverage.none", councils=within)
    else:
        key = "coverage.seats" if size else "coverage.unsized"
        said = language.say(key, seats=language.accounted(seats, size), councils=within)
    return language.say("coverage.by_list", placed=said, seats=by_list) if (by_list or 0) > (seats or 0) else said
