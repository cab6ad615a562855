"""What must hold of the facts that claims come to: one function a rule."""

from __future__ import annotations

import itertools
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from ..build import accounted, body_of
from ..dates import before, holds_at
from ..decide import Decided
from ..kinds import PROVINCES, country_of
from ..model import Fact, Knowledge, Place, Standing, Statement
from .claims import attribute
from .problem import Problem, broken


def _council_size(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    facts = {fact.id: fact for fact in decided.facts}
    for (council, election), held in sorted(_held(decided).items(), key=lambda item: str(item[0])):
        size = decided.sizes.get((council or "", election))
        total = accounted(held)
        if size is None or total <= size.seats:
            continue
        claims = _winners(held)
        largest = max(claims, key=lambda claim: (int(claim.value or 0), claim.id))
        what = f"the lists of {council} hold {total} seats together and its council has {size.seats}"
        stated = _winners(facts[id] for id in size.facts)
        yield broken(what, largest.place, *claims, *stated, subject=council, election=election)


def _no_vote_no_result(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    held = _held(decided)
    for fact in decided.facts:
        if fact.predicate == "held_no_vote" and fact.counts and (fact.subject, fact.election) in held:
            claims = [*_winners(held[fact.subject, fact.election]), *_winners([fact])]
            yield broken(f"{fact.subject} has seats and is said to have held no vote", claims[0].place, *claims)


def _held(decided: Decided) -> dict[tuple[str | None, str | None], list[Fact]]:
    """The seats that count, by council and election."""
    held = defaultdict(list)
    for fact in decided.facts:
        if fact.predicate == "holds_seats" and fact.counts:
            held[fact.object, fact.election].append(fact)
    return held


def _facts_stand_on_statements(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    for fact in decided.facts:
        if not fact.statements or (fact.counts and not any(weighed.won for weighed in fact.statements)):
            yield broken(f"no statement stands behind the fact {fact.id}", None)


def _total_seats(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    """The councils of an election have as many seats together as a source states for all of them.

    The constituencies of one body may have fewer: seats of the whole country are of none.
    """
    facts = {fact.id: fact for fact in decided.facts}
    stated: dict[str, dict[str, Fact]] = defaultdict(dict)
    for fact in decided.facts:
        if fact.predicate == "total_seats" and fact.counts and fact.subject == fact.election:
            stated[fact.subject][fact.of or "both"] = fact
    for election, parts in sorted(stated.items()):
        split = [parts[basis] for basis in ("general", "reserved") if basis in parts]
        rests_on = split if len(split) == 2 else [parts["both"]] if "both" in parts else []
        if not rests_on or any(fact.value is None for fact in rests_on):
            continue
        total = sum(int(fact.value or 0) for fact in rests_on)
        sizes = {place: size for (place, at), size in decided.sizes.items() if at == election}
        seats = sum(size.seats for size in sizes.values())
        one_body = body_of(knowledge.registry.entities[election]) is not None
        short = seats < total and not one_body and _voted(knowledge, decided, election) <= set(sizes)
        if seats > total or short:
            claims = [*_winners(rests_on), *_winners(facts[id] for size in sizes.values() for id in size.facts)]
            what = f"the councils of {election} have {seats} seats together, and {total} are stated for all of them"
            yield broken(what, min(_winners(rests_on), key=_at).place, *claims, subject=election, election=election)


def _list_totals(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    """A list's seats make up the total that is stated for it, as far as all seats are accounted for.

    The total of a preliminary count may differ; so may one source, where another says what the seats make. Where a
    user's document changes councils of an election, the totals that others state are no longer theirs.
    """
    changed = {
        fact.election
        for fact in decided.facts
        if fact.predicate == "holds_seats" and fact.object and any(knowledge.added(c.place) for c in _winners([fact]))
    }
    taken = {council: accounted(facts) for council, facts in _held(decided).items()}
    held: dict[tuple[str, str | None], list[Fact]] = defaultdict(list)
    for fact in decided.facts:
        if fact.predicate == "holds_seats" and fact.counts and fact.object:
            held[fact.subject, fact.election].append(fact)
    for fact in decided.facts:
        if fact.predicate != "holds_seats" or fact.object or not fact.counts or fact.standing is Standing.PRELIMINARY:
            continue
        if fact.election in changed and not any(knowledge.added(claim.place) for claim in _winners([fact])):
            continue
        seats = held[fact.subject, fact.election]
        least = accounted(seats)
        sizes = {place: size.seats for (place, at), size in decided.sizes.items() if at == fact.election}
        most: float = least + sum(max(size - taken.get((place, fact.election), 0), 0) for place, size in sizes.items())
        election = knowledge.registry.entities[fact.election or ""]
        if body_of(election):  # seats of the whole country are of no constituency
            known = decided.totals.get(election.id)
            placed = sum(seats for (place, at), seats in taken.items() if place and at == election.id)
            most = least + known.seats - placed if known else math.inf
        elif not _voted(knowledge, decided, fact.election) <= set(sizes):
            most = math.inf
        totals = {int(weighed.statement.value or 0) for weighed in fact.statements}
        if not any(least <= total <= most for total in totals):
            claims = [*_winners([fact]), *_winners(seats)]
            said = " or ".join(map(str, sorted(totals)))
            what = f"{fact.subject} is said to hold {said} seats in all, and its seats in the councils make {least}"
            first = min(_winners([fact]), key=_at)
            yield broken(what, first.place, *claims, subject=fact.subject, election=fact.election)


def _voted(knowledge: Knowledge, decided: Decided, election: str | None) -> set[str]:
    """The provinces of the time, and of the election's country, that are not known to have held no vote."""
    day = _day(knowledge, election)
    countries = {country for id, at in decided.sizes if at == election and (country := country_of(id or ""))}
    no_vote = {
        fact.subject
        for fact in decided.facts
        if fact.predicate == "held_no_vote" and fact.counts and fact.election == election
    }
    return {
        entity.id
        for entity in knowledge.registry.of_kind(PROVINCES)
        if holds_at(attribute(entity, "founded"), attribute(entity, "dissolved"), day)
        and (not countries or country_of(entity.id) in countries)
    } - no_vote


def _no_cycles(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    """Nobody belongs to, or leads, itself by way of others."""
    for predicate, words in (("member_of", "belongs to"), ("leads", "leads")):
        ties = {
            (fact.subject, fact.object): fact
            for fact in sorted(decided.facts, key=lambda fact: fact.id)
            if fact.predicate == predicate and fact.counts and fact.object and fact.object != fact.subject
        }
        for path in itertools.islice(_cycles(ties), _MOST_CYCLES):
            claims = _winners(ties[tie] for tie in itertools.pairwise(path))
            short = path if len(path) <= _LONGEST_CYCLE else [*path[: _LONGEST_CYCLE - 1], "...", path[-1]]
            yield broken(f" {words} ".join(short), max(claims, key=_at).place, *claims)


# Each cycle that is found costs a look at all ties; who has mended so many checks again.
_MOST_CYCLES = 50
_LONGEST_CYCLE = 12  # names that are told of one


def _cycles(ties: Iterable[tuple[str, str | None]]) -> Iterator[list[str]]:
    """Cycles of directed ties, each from its first entity back to it, no tie in two of them."""
    left = {(start, end) for start, end in ties if end is not None}
    while True:
        after: dict[str, list[str]] = defaultdict(list)
        for start, end in sorted(left):
            after[start].append(end)
        try:
            TopologicalSorter(after).prepare()
        except CycleError as error:
            path = list(reversed(error.args[1]))
            least = path.index(min(path))
            path = [*path[least:-1], *path[:least], path[least]]
            yield path
            left -= set(itertools.pairwise(path))
        else:
            return


def _rival_lists(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    """Nobody leads two lists that stood against each other in a council, unless one source says both.

    Who led a list at one election is held against the lists of that one. Where a list has a reserved seat alone, it
    stood against none.
    """
    stood: dict[str | None, dict[tuple[str, str | None], Fact]] = defaultdict(dict)
    led: dict[str, list[Fact]] = defaultdict(list)
    said: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for fact in decided.facts:
        if fact.counts and fact.object and fact.predicate in ("holds_seats", "votes", "ranked", "stood_in"):
            stood[fact.subject].setdefault((fact.object, fact.election), fact)
        if fact.counts and fact.predicate == "leads":
            led[fact.subject].append(fact)
            said[fact.subject, fact.object] |= _sources(fact)
    reserved = {
        (fact.subject, fact.object, fact.election)
        for fact in decided.facts
        if fact.predicate == "holds_seats" and fact.reserved_for
    }
    for leader, facts in sorted(led.items()):
        for first, second in itertools.combinations(facts, 2):
            councils = set(stood[first.object]) & set(stood[second.object])
            if first.object == second.object or said[leader, first.object] & said[leader, second.object]:
                continue
            met = [
                (place, election)
                for place, election in sorted(councils, key=str)
                if all(
                    fact.election in (None, election)
                    and holds_at(fact.since or "", fact.until or "", _day(knowledge, election))
                    and (fact.object, place, election) not in reserved
                    for fact in (first, second)
                )
            ]
            if met:
                claims = _winners((first, second))
                where = ", ".join(place for place, _ in met)
                what = f"{leader} leads {first.object} and {second.object}, which stood against each other in {where}"
                ballots = _winners(stood[fact.object][council] for fact in (first, second) for council in met)
                yield broken(f"{what}; no source says both", max(claims, key=_at).place, *claims, *ballots)


def _one_holder(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    """An office has one holder at a time: where the ends of two terms are stated, they do not overlap.

    A term whose end no source states is over when the next begins. An office that two hold together by one source
    has two.
    """
    terms: dict[str | None, list[Fact]] = defaultdict(list)
    for fact in decided.facts:
        if fact.predicate == "held_office" and fact.counts and fact.since:
            terms[fact.object].append(fact)
    for office, facts in sorted(terms.items(), key=str):
        for first, second in itertools.pairwise(sorted(facts, key=lambda fact: (fact.since or "", fact.id))):
            if first.subject == second.subject or not first.until or not before(second.since or "", first.until):
                continue
            if not _sources(first) & _sources(second):
                claims = _winners((first, second))
                who = f"{first.subject} until {first.until} and by {second.subject} since {second.since}"
                what = f"{office} is held by {who}"
                later = max(_winners((second,)), key=_at)
                yield broken(f"{what}; no source says both", later.place, *claims, subject=office)


def _day(knowledge: Knowledge, election: str | None) -> str:
    return attribute(knowledge.registry.entities.get(election or ""), "date")


def _winners(facts: Iterable[Fact]) -> list[Statement]:
    return [weighed.statement for fact in facts for weighed in fact.statements if weighed.won]


def _sources(fact: Fact) -> set[str]:
    return {claim.source for claim in _winners([fact])}


def _at(claim: Statement) -> tuple[str, int]:
    place = claim.place or Place("")
    return place.file, place.line or 0


def _corrections(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    """What was corrected is there as its last correction left it: a fact, or none."""
    facts = {fact.id for fact in decided.facts}
    latest = {item.fact: item for item in sorted(knowledge.expectations.corrections, key=lambda item: item.date)}
    for item in latest.values():
        if bool(item.now) != (item.fact in facts):
            is_there = "is corrected here, and there is none" if item.now else "is said to be gone, and is there"
            yield broken(f"the fact {item.fact} {is_there}", item.place)
    for item in knowledge.expectations.corrections:
        if item.source is not None and item.source not in knowledge.sources:
            yield broken(f"no source {item.source!r}", item.place)


FACT_RULES: Mapping[str, Callable[[Knowledge, Decided], Iterator[Problem]]] = {
    "facts-have-statements": _facts_stand_on_statements,
    "no-vote-no-result": _no_vote_no_result,
    "council-size": _council_size,
    "total-seats": _total_seats,
    "list-totals": _list_totals,
    "no-cycles": _no_cycles,
    "rival-lists": _rival_lists,
    "one-holder": _one_holder,
    "corrections": _corrections,
}
