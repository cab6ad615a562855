"""What the picture of an election says in one line."""

from __future__ import annotations

from queries.power.council import AllCouncils, CouncilInfluence

from ..forms import ENGLISH, Language


def finding_words(answer: AllCouncils | CouncilInfluence, lists: int, language: Language = ENGLISH) -> str:
    """What the picture of an election says in one line: how many lists there are, and who has a majority alone."""
    counted = language.counted("list", lists)
    if isinstance(answer, CouncilInfluence):
        return _house(answer, counted, language)
    alone = [language.name(council.id, council.name) for council in answer.councils if council.alone]
    if alone:
        return language.say("finding.alone", lists=counted, councils=language.listed(alone, "and"))
    known = all(council.council_size and council.accounted >= council.council_size for council in answer.councils)
    return language.say("finding.none" if known else "finding.none_known", lists=counted)


def _house(answer: CouncilInfluence, counted: str, language: Language) -> str:
    if answer.alone:
        name = language.the(answer.alone.id, answer.alone.name)
        return language.say("finding.house_alone", lists=counted, list=name)
    if answer.pairs_with_majority:
        pairs = len(answer.pairs_with_majority)
        return language.say("finding.house_pairs", lists=counted, pairs=language.counted("pair_of_lists", pairs))
    house = answer.council
    two = sum(sorted((item.most for item in house.lists), reverse=True)[:2])
    sure = house.missing is not None and house.majority is not None and two + house.missing < house.majority
    return language.say("finding.house_nobody" if sure else "finding.house_none_known", lists=counted)
