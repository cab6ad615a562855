"""Statements come to facts: which claim stands, why, and who dissents.

Claims about one thing are weighed together (`verdicts`), those about the seats of a council council by council
(`councils`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .councils import CouncilSize, council_sizes, decide_council, decide_in_all
from .kinds import COUNCIL_SIZE, HOLDS_SEATS, TOTAL_SEATS
from .model import Fact, Reason, Source, Statement, Weighed
from .predicates import PREDICATES
from .verdicts import Judge, Verdict

if TYPE_CHECKING:
    from .checks.problem import Problem


@dataclass(frozen=True, slots=True)
class Decided:
    """All facts, sorted by id; the size of each council by (province, election), and of all that an election fills.

    `misfits` are figures that the sources themselves have at odds, as `checks.settle` finds them.
    """

    facts: tuple[Fact, ...]
    sizes: Mapping[tuple[str, str | None], CouncilSize]
    totals: Mapping[str, CouncilSize] = field(default_factory=dict)
    misfits: tuple[Problem, ...] = ()


def decide(
    statements: Iterable[Statement],
    sources: Mapping[str, Source],
    dissent: Mapping[str, Reason] | None = None,
    unfit: Container[tuple[str, str | None]] = (),
) -> Decided:
    """Decide every fact that the statements speak of.

    `dissent` maps ids of statements that may not decide anything (they broke a check) to the reason; `unfit` are
    councils, by province and election, whose seats exceed their size in the sources themselves.
    Statements with an unresolved name, or of a source that is not known, come to no fact. The order of the statements
    does not matter.
    """
    sourced = {claim.id: claim for claim in statements if claim.source in sources}
    claims = [claim for _, claim in sorted(sourced.items())]
    judge = Judge(claims, sources, dissent or {})
    facts: dict[str, Fact] = {}
    councils: dict[tuple[str, str | None], dict[str, list[Statement]]] = defaultdict(dict)
    in_all: dict[str | None, dict[str, list[Statement]]] = defaultdict(dict)
    for key, group in _groups(claims).items():
        first = group[0]
        if first.predicate == HOLDS_SEATS and first.object is not None:
            councils[first.object, first.election][key] = group
        elif first.predicate == HOLDS_SEATS:
            in_all[first.election][key] = group
        else:
            facts[key] = _fact(judge, key, group, judge.weigh(group))
    sizes, settled = council_sizes(judge, facts.values(), COUNCIL_SIZE)
    totals, also = council_sizes(judge, facts.values(), TOTAL_SEATS)
    facts |= {fact.id: fact for fact in (*settled, *also)}
    for council, lists in councils.items():
        size = sizes.get(council)
        for key, verdict in decide_council(
            judge, lists, size.seats if size else None, fits=council not in unfit
        ).items():
            facts[key] = _fact(judge, key, lists[key], verdict)
    for lists in in_all.values():
        for key, verdict in decide_in_all(judge, lists).items():
            facts[key] = _fact(judge, key, lists[key], verdict)
    of_elections = {place: size for (place, election), size in totals.items() if place == election}
    return Decided(tuple(facts[key] for key in sorted(facts)), sizes, of_elections)


def fact_key(claim: Statement) -> str | None:
    """What a statement is about, as the fact's id; None while a name in it is unresolved.

    Claims with the same key speak of one thing. A period (`Predicate.by_period`) is added when known.
    """
    row = PREDICATES[claim.predicate]
    subject = claim.of if row.of_list else claim.subject
    if subject is None or (claim.object is None and claim.object_text is not None and not row.text_object):
        return None
    if row.objects and claim.object is None and not row.whole:
        return None
    parts = [claim.predicate, subject, claim.object or "", claim.election or ""]
    if row.text_object:
        parts[2] = hashlib.blake2b((claim.object_text or "").encode(), digest_size=4).hexdigest()
    if row.by_basis:
        parts.append(claim.of or "")
    return "/".join(parts).rstrip("/")


def _groups(claims: Iterable[Statement]) -> dict[str, list[Statement]]:
    """The claims about each thing, by the id of its fact."""
    groups: dict[str, list[Statement]] = defaultdict(list)
    for claim in claims:
        key = fact_key(claim)
        if key is not None:
            groups[key].append(claim)
    parted: dict[str, list[Statement]] = {}
    for key, group in groups.items():
        if PREDICATES[group[0].predicate].by_period:
            parted |= {f"{key}/{period}" if period else key: part for period, part in _periods(group)}
        else:
            parted[key] = group
    return parted


def _periods(claims: Sequence[Statement]) -> list[tuple[str, list[Statement]]]:
    """Claims that began in different years are different facts.

    One without a beginning joins the only dated period, or the last that began before it says that it ended.
    """
    by_year: dict[str, list[Statement]] = defaultdict(list)
    for claim in claims:
        by_year[(claim.since or "")[:4]].append(claim)
    undated = by_year.pop("", [])
    years = sorted(by_year)
    for claim in undated:
        begun = [year for year in years if claim.until is None or year <= claim.until]
        joins = bool(begun) and (claim.until is not None or len(years) == 1)
        by_year[begun[-1] if joins else ""].append(claim)
    return sorted(by_year.items())


def _fact(judge: Judge, key: str, claims: Sequence[Statement], verdict: Verdict) -> Fact:
    first = claims[0]
    of_list = PREDICATES[first.predicate].of_list
    won = [claim for claim in claims if claim.id in verdict.winners]
    heaviest = sorted(won or claims, key=lambda claim: (judge.weight(claim), claim.id))
    return Fact(
        id=key,
        predicate=first.predicate,
        subject=(first.of if of_list else first.subject) or "",
        object=first.object,
        object_text=first.object_text if PREDICATES[first.predicate].text_object else None,
        of=None if of_list else next((claim.of for claim in heaviest if claim.of), None),
        election=first.election,
        value=_people(heaviest) if of_list else verdict.value,
        values=verdict.values,
        reserved_for=next((claim.reserved_for for claim in heaviest if claim.reserved_for), None),
        since=_most_precise(heaviest, "since"),
        until=_most_precise(heaviest, "until"),
        standing=verdict.standing,
        disputed=verdict.disputed,
        counts=verdict.counts,
        reason=verdict.reason,
        sources=judge.independent(won),
        statements=tuple(Weighed(claim, claim.id in verdict.winners) for claim in claims),
    )


def _people(heaviest: Sequence[Statement]) -> int:
    """How many people the best source names; several sources spell one person in several ways."""
    best = heaviest[0].source
    return len({claim.subject or claim.subject_text for claim in heaviest if claim.source == best})


def _most_precise(claims: Sequence[Statement], part: str) -> str | None:
    """The date of the strongest claim, made more precise by any other that agrees with it."""
    dates = [date for claim in claims if (date := getattr(claim, part))]
    return max((date for date in dates if date.startswith(dates[0])), key=len) if dates else None
