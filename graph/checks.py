"""What must hold of the data: one function a rule, each naming the file and line that breaks it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from .build import Knowledge, accounted
from .decide import Decided, decide
from .errors import CheckError
from .model import PREDICATES, Kind, Place, Standing, Statement, ValueKind


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
    users = {claim.id: claim for claim in knowledge.statements if claim.source in knowledge.users}
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
        place = users[claims[0]].place if problem.statements[0] not in users else problem.place
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
        claims = [weighed.statement for fact in facts for weighed in fact.statements if weighed.won]
        largest = max(claims, key=lambda claim: (int(claim.value or 0), claim.id))
        yield _broken(
            f"the lists of {council[0]} hold {total} seats together and its council has {size.seats}",
            largest.place,
            *claims,
        )


def _sourced(knowledge: Knowledge) -> Iterator[Problem]:
    for claim in knowledge.statements:
        if claim.source not in knowledge.sources:
            yield _broken(f"no source {claim.source!r}", claim.place, claim)
    for entity in knowledge.registry.entities.values():
        for id in entity.sources:
            if id not in knowledge.sources:
                yield _broken(f"no source {id!r}", entity.place)
    for source in knowledge.sources.values():
        if source.copy_of is not None and source.copy_of not in knowledge.sources:
            yield _broken(f"it is a copy of {source.copy_of!r}, which is no source", source.place)


def _facts_stand_on_statements(knowledge: Knowledge, decided: Decided) -> Iterator[Problem]:
    for fact in decided.facts:
        if not fact.statements or (fact.counts and not any(weighed.won for weighed in fact.statements)):
            yield _broken(f"no statement stands behind the fact {fact.id}", None)


def _resolved(knowledge: Knowledge) -> Iterator[Problem]:
    for source, name in knowledge.unresolved:
        if source in knowledge.users:
            continue
        yield _broken(f"the {name.kind} {name.text!r} is not known: {name.reason}", name.place)
    for source, line in knowledge.unreadable:
        if source in knowledge.users:
            continue
        yield _broken(f"{line.text!r} cannot be read: {line.reason}", line.place)


def _ids(knowledge: Knowledge) -> Iterator[Problem]:
    seen: dict[str, Statement] = {}
    for claim in knowledge.statements:
        first = seen.setdefault(claim.id, claim)
        if first is not claim and first.place != claim.place:
            yield _broken(f"the same claim as in {first.place}", claim.place, claim)


def _dates(knowledge: Knowledge) -> Iterator[Problem]:
    for claim in knowledge.statements:
        if claim.since and claim.until and claim.since > claim.until and not claim.since.startswith(claim.until):
            yield _broken(f"it ends ({claim.until}) before it begins ({claim.since})", claim.place, claim)
        election = knowledge.registry.entities.get(claim.election or "")
        source = knowledge.sources.get(claim.source)
        date = str(election.attributes.get("date", "")) if election else ""
        result = claim.predicate in ("holds_seats", "votes", "ranked") and claim.standing is not Standing.INFERRED
        if result and date and source and source.published and source.published < date[: len(source.published)]:
            yield _broken(f"a result in a source of {source.published}, before the vote of {date}", claim.place, claim)
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
    without = {(fact.subject, fact.election) for fact in decided.facts if fact.predicate == "held_no_vote"}
    for fact in decided.facts:
        if fact.predicate == "holds_seats" and fact.counts and (fact.object, fact.election) in without:
            claims = [weighed.statement for weighed in fact.statements if weighed.won]
            yield _broken(f"{fact.object} has seats and is said to have held no vote", claims[0].place, *claims)


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
