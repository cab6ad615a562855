"""What must hold of the data: one function a rule, each naming the file and line that breaks it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .build import Knowledge, accounted
from .decide import Decided, decide
from .errors import CheckError
from .model import PREDICATES, Fact, Kind, Place, Standing, Statement, ValueKind


@dataclass(frozen=True, slots=True)
class Problem:
    """A broken rule. `statements` are the claims that break it together."""

    rule: str
    what: str
    place: Place | None = None
    statements: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.place or 'data'}: {self.what} [{self.rule}]"


def settle(knowledge: Knowledge) -> tuple[Decided, list[Problem]]:
    """Check and decide: the facts, and the problems that users' documents raised.

    A claim of a user's document that breaks a rule decides nothing: it stays as dissent, with the rule as
    its reason. Raises CheckError for what breaks a rule without any user's document.
    """
    ours = {claim.id for claim in knowledge.statements if not knowledge.added(claim.place)}
    users = {claim.id: claim for claim in knowledge.statements if claim.id not in ours}
    dissent: dict[str, str] = {}
    reported: list[Problem] = []
    broken = [replace(found, rule=rule) for rule, test in CLAIM_RULES.items() for found in test(knowledge)]
    _sort(broken, users, dissent, reported)
    while True:
        decided = decide(knowledge.statements, knowledge.sources, dissent)
        before = len(dissent)
        broken = [replace(found, rule=rule) for rule, test in FACT_RULES.items() for found in test(knowledge, decided)]
        _sort(broken, users, dissent, reported)
        if len(dissent) == before:
            return decided, reported


def _sort(
    problems: list[Problem], users: Mapping[str, Statement], dissent: dict[str, str], reported: list[Problem]
) -> None:
    """Tell the problems of users' documents from those of the data, which are fatal."""
    fatal = []
    for problem in problems:
        claims = [id for id in problem.statements if id in users]
        if not claims:
            fatal.append(problem)
            continue
        own = problem.place if problem.statements[0] in users else None
        place = own or users[claims[0]].place
        reported.append(replace(problem, place=place))
        dissent.update(dict.fromkeys(claims, f"it breaks a check: {problem.what}"))
    if fatal:
        raise CheckError(fatal)


def _broken(what: str, place: Place | None, *claims: Statement) -> Problem:
    return Problem("", what, place, tuple(claim.id for claim in claims))


def _council_size(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    held = defaultdict(list)
    for fact in decided.facts:
        if fact.predicate == "holds_seats" and fact.object and fact.counts:
            held[fact.object, fact.election].append(fact)
    for council, facts in sorted(held.items(), key=lambda item: str(item[0])):
        size = decided.sizes.get(council)
        total = accounted(facts)
        if size is None or total <= size.seats:
            continue
        claims = _winners(facts)
        largest = max(claims, key=lambda claim: (int(claim.value or 0), claim.id))
        yield _broken(
            f"the lists of {council[0]} hold {total} seats together and its council has {size.seats}",
            largest.place,
            *claims,
            *_winners(fact for fact in decided.facts if fact.id in size.facts),
        )


def _winners(facts: Iterable[Fact]) -> list[Statement]:
    return [weighed.statement for fact in facts for weighed in fact.statements if weighed.won]


def _sourced(knowledge: Knowledge) -> Iterator[Problem]:
    for claim in knowledge.statements:
        if claim.source not in knowledge.sources:
            yield _broken(f"no source {claim.source!r}", claim.place, claim)
    for entity in knowledge.registry.entities.values():
        for id in entity.sources:
            if id not in knowledge.sources:
                yield _broken(f"no source {id!r}", entity.place)
    for source in knowledge.sources.values():
        original, seen = source, {source.id}
        while original.copy_of is not None:
            if original.copy_of not in knowledge.sources or original.copy_of in seen:
                what = "no source" if original.copy_of not in knowledge.sources else "a copy of it"
                claims = [claim for claim in knowledge.statements if claim.source == source.id]
                if claims or source.id not in knowledge.users:  # a user's document that claims nothing breaks nothing
                    what = f"{source.id} is a copy of {original.copy_of!r}, which is {what}"
                    yield _broken(what, source.place, *claims)
                break
            original = knowledge.sources[original.copy_of]
            seen.add(original.id)


def _facts_stand_on_statements(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    for fact in decided.facts:
        if not fact.statements or (fact.counts and not any(weighed.won for weighed in fact.statements)):
            yield _broken(f"no statement stands behind the fact {fact.id}", None)


def _resolved(knowledge: Knowledge) -> Iterator[Problem]:
    for _, name in knowledge.unresolved:
        if knowledge.added(name.place):
            continue
        yield _broken(f"the {name.kind} {name.text!r} is not known: {name.reason}", name.place)
    for _, line in knowledge.unreadable:
        if knowledge.added(line.place):
            continue
        yield _broken(f"{line.text!r} cannot be read: {line.reason}", line.place)


def _ids(knowledge: Knowledge) -> Iterator[Problem]:
    seen: dict[str, Statement] = {}
    for claim in knowledge.statements:
        first = seen.setdefault(claim.id, claim)
        if first.place != claim.place:
            yield _broken(f"the same claim as in {first.place}", claim.place, claim)


def _dates(knowledge: Knowledge) -> Iterator[Problem]:
    for claim in knowledge.statements:
        if claim.since and claim.until and claim.since > claim.until and not claim.since.startswith(claim.until):
            yield _broken(f"it ends ({claim.until}) before it begins ({claim.since})", claim.place, claim)
        election = knowledge.registry.entities.get(claim.election or "")
        source = knowledge.sources.get(claim.source)
        day = str(election.attributes.get("date", "")) if election else ""
        result = claim.predicate in ("holds_seats", "votes", "ranked") and claim.standing is not Standing.INFERRED
        if result and day and source and source.published and source.published < day[: len(source.published)]:
            yield _broken(f"a result in a source of {source.published}, before the vote of {day}", claim.place, claim)
    for entity in knowledge.registry.entities.values():
        first, last = (str(entity.attributes.get(name, "")) for name in ("founded", "dissolved"))
        if first and last and first > last:
            yield _broken(f"dissolved ({last}) before it was founded ({first})", entity.place)
        if entity.kind is Kind.ELECTION and not entity.attributes.get("date"):
            yield _broken("an election needs a date", entity.place)


def _ties_have_ends(knowledge: Knowledge) -> Iterator[Problem]:
    for claim in knowledge.statements:
        if claim.predicate == "leads" and (claim.subject is None or claim.object is None):
            yield _broken("who leads and what is led must both be entities", claim.place, claim)
        if claim.subject is not None and claim.subject == claim.object:
            yield _broken(f"{claim.subject} cannot be tied to itself", claim.place, claim)


def _values(knowledge: Knowledge) -> Iterator[Problem]:
    for claim in knowledge.statements:
        row = PREDICATES[claim.predicate]
        if row.value not in (ValueKind.NONE, ValueKind.ANY) and claim.value is None:
            yield _broken(f"{claim.predicate} without a value", claim.place, claim)
        if claim.of is not None and row.bases and claim.of not in row.bases:
            yield _broken(f"of is {claim.of!r}; use one of: {', '.join(row.bases)}", claim.place, claim)


def _no_vote_no_result(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    held = defaultdict(list)
    for fact in decided.facts:
        if fact.predicate == "holds_seats" and fact.counts:
            held[fact.object, fact.election].append(fact)
    for fact in decided.facts:
        facts = held[fact.subject, fact.election] if fact.predicate == "held_no_vote" and fact.counts else []
        if facts:
            claims = [*_winners(facts), *_winners([fact])]
            yield _broken(f"{fact.subject} has seats and is said to have held no vote", claims[0].place, *claims)


def _scopes(knowledge: Knowledge) -> Iterator[Problem]:
    for name in knowledge.registry.names:
        place = knowledge.registry.entities.get(name.within) if name.within else None
        if name.within and (place is None or place.kind is not Kind.PROVINCE):
            yield _broken(f"the alias holds within {name.within!r}, which is no province", name.place)


CLAIM_RULES: Mapping[str, Callable[[Knowledge], Iterator[Problem]]] = {
    "unique-ids": _ids,
    "known-sources": _sourced,
    "resolved-names": _resolved,
    "ties-have-ends": _ties_have_ends,
    "sane-values": _values,
    "sane-dates": _dates,
    "alias-scope": _scopes,
}
FACT_RULES: Mapping[str, Callable[[Knowledge, Decided], Iterator[Problem]]] = {
    "facts-have-statements": _facts_stand_on_statements,
    "no-vote-no-result": _no_vote_no_result,
    "council-size": _council_size,
}
