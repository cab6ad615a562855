"""Checking and deciding together: what breaks a rule is fatal in the data, and dissent in a user's document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..decide import Decided, decide
from ..errors import CheckError
from ..model import Knowledge, Reason, Statement
from .claims import CLAIM_RULES
from .expectations import Misfit
from .facts import FACT_RULES
from .problem import Problem

__all__ = ["CLAIM_RULES", "FACT_RULES", "Problem", "settle"]


def settle(knowledge: Knowledge) -> tuple[Decided, list[Problem]]:
    """Check and decide: the facts, and the problems that users' documents raised.

    A claim of a user's document that breaks a rule decides nothing: it stays as dissent, with the rule as
    its reason. What the data folder declares to be at odds in its sources is no problem, and is kept beside the facts
    (`Decided.misfits`). Raises CheckError for whatever else breaks a rule without any user's document.
    """
    ours = {claim.id for claim in knowledge.statements if not knowledge.added(claim.place)}
    users = {claim.id: claim for claim in knowledge.statements if claim.id not in ours}
    dissent: dict[str, Reason] = {}
    reported: list[Problem] = []
    broken = [replace(found, rule=rule) for rule, test in CLAIM_RULES.items() for found in test(knowledge)]
    _sort(broken, users, dissent, reported, knowledge)
    declared = {(misfit.rule, misfit.subject, misfit.election): misfit for misfit in knowledge.expectations.misfits}
    unfit = {(subject, election) for rule, subject, election in declared if rule == "council-size"}
    while True:
        decided = decide(knowledge.statements, knowledge.sources, dissent, unfit)
        before = len(dissent)
        found = [replace(found, rule=rule) for rule, test in FACT_RULES.items() for found in test(knowledge, decided)]
        known = {
            (problem.rule, *problem.about): problem for problem in found if (problem.rule, *problem.about) in declared
        }
        found = [problem for problem in found if (problem.rule, *problem.about) not in declared]
        if not users:
            found += [_not_found(misfit) for key, misfit in declared.items() if key not in known]
        _sort(found, users, dissent, reported, knowledge)
        if len(dissent) == before:
            return replace(decided, misfits=tuple(known.values())), reported


def _not_found(misfit: Misfit) -> Problem:
    what = f"{misfit.subject} is declared not to fit, and it breaks no rule {misfit.rule!r}: take the row out"
    return Problem("declared-misfits", what, misfit.place)


def _sort(
    problems: list[Problem],
    users: Mapping[str, Statement],
    dissent: dict[str, Reason],
    reported: list[Problem],
    knowledge: Knowledge,
) -> None:
    """Tell the problems of users' documents and folders from those of the data, which are fatal.

    A name or an id that breaks a rule beside a user's folder may do so by a row of that folder, wherever it is found.
    """
    fatal = []
    for problem in problems:
        claims = [id for id in problem.statements if id in users]
        if not claims and not problem.statements and knowledge.over:
            if problem not in reported:
                reported.append(problem)
            continue
        if not claims:
            fatal.append(problem)
            continue
        own = problem.place if problem.statements[0] in users else None
        place = own or users[claims[0]].place
        reported.append(replace(problem, place=place))
        dissent.update(dict.fromkeys(claims, Reason("breaks_check", (problem.what,))))
    if fatal:
        raise CheckError(fatal)
