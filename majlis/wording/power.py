"""Power in a council, of a name and in all councils, in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from queries.council_power import AllCouncils, CouncilInfluence
from queries.influence import HolderInfluence
from queries.ties import LED, MEMBER, OWN
from queries.who import NO_VOTE

from .forms import ENGLISH, Language
from .where import where_sentence

_PAIRS = 3  # pairs of lists with a majority that a sentence names


def decimals(value: Fraction | None, places: int = 3) -> str:
    """A fraction in so many decimals, rounded half up; nothing for None."""
    if value is None:
        return ""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def council_sentence(answer: CouncilInfluence, language: Language = ENGLISH) -> str:
    """The answer on a council in one sentence."""
    council, found, place = answer.council, answer.power, answer.council.subject.candidate
    name, when = language.name(place.id, place.name), language.day(council.election.date)
    if council.status == NO_VOTE:
        return language.say("who.no_vote", name=name, when=when)
    if found is None:
        return language.say("power.unknown", name=name, when=when)
    return language.say(
        "power.council",
        name=name,
        when=when,
        majority=language.seats(found.quota, found.quota, council.council_size),
        who=_majorities(answer, language),
        coalitions=language.counted("coalition", found.minimal_winning_coalitions),
        effective=decimals(answer.effective_number, 2),
    )


def _majorities(answer: CouncilInfluence, language: Language) -> str:
    """Who has a majority: one list, pairs of lists, or neither."""
    if answer.alone:
        list = language.the(answer.alone.id, answer.alone.name)
        return language.say("power.alone", list=list, seats=answer.alone.seats)
    if not answer.pairs_with_majority:
        return language.say("power.nobody")
    names = {item.id: language.the(item.id, item.name) for item in answer.council.lists}
    pairs = [language.listed([names[id] for id in pair], "and") for pair in answer.pairs_with_majority[:_PAIRS]]
    if more := len(answer.pairs_with_majority) - len(pairs):
        pairs.append(language.counted("more_pair", more))
    return language.say("power.pairs", pairs=language.listed(pairs, "or_else"))


def holder_sentence(answer: HolderInfluence, language: Language = ENGLISH) -> str:
    """The answer on a name in one sentence."""
    held, summary, found = answer.where, answer.summary, answer.where.subject.candidate
    if not answer.councils:
        return where_sentence(held, language)
    ways = [
        language.say(f"power.{relation}", seats=language.seats(total, total), name=language.name(found.id, found.name))
        for relation in (OWN, LED, MEMBER)
        if (total := held.totals[relation]) is not None
    ]
    alone = [
        language.name(council.council.id, council.council.name)
        for council in answer.councils
        if council.council.id in summary.majority_alone
    ]
    text = language.say(
        "power.holder",
        name=language.the(found.id, found.name, first=True),
        when=language.day(held.election.date),
        councils=language.counted("council_of", summary.councils, size=len(held.provinces)),
        ways=language.listed(ways, "semicolon"),
        alone=language.listed(alone) or language.say("power.nowhere"),
    )
    if summary.mean_share is None:
        return text
    return text + language.say(
        "power.mean",
        banzhaf=decimals(summary.mean_banzhaf),
        shapley_shubik=decimals(summary.mean_shapley_shubik),
        share=decimals(summary.mean_share),
    )


def table_sentence(answer: AllCouncils, language: Language = ENGLISH) -> str:
    """All councils in one sentence."""
    alone = [
        f"{language.name(council.id, council.name)} ({language.the(council.alone.id, council.alone.name)})"
        for council in answer.councils
        if council.alone
    ]
    return language.say(
        "power.all",
        councils=language.counted("council", sum(bool(council.scenarios) for council in answer.councils)),
        when=language.day(answer.election.date),
        who=language.say("power.one_alone", councils=language.listed(alone))
        if alone
        else language.say("power.none_alone"),
    )
