"""Checking and deciding together: what breaks a rule is fatal in the data, and dissent in a user's document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..decide import Decided, decide
from ..errors import CheckError
from ..model import Knowledge, Reason, Statement
from .claims import CLAIM_RULES
from .facts import FACT_RULES
from .problem import Problem

__all__ = ["CLAIM_RULES", "FACT_RULES", "Problem", "settle"]


def settle(knowledge: Knowledge) -> tuple[Decided, list[Problem]]:
    """Check and decide: the facts, and the problems that users' documents raised.

    A claim of a user's document that breaks a rule decides nothing: it stays as dissent, with the rule as
    its reason. Raises CheckError for what breaks a rule without any user's document.
    """
    ours = {claim.id for claim in knowledge.statements if not knowledge.added(claim.place)}
    users = {claim.id: claim for claim in knowledge.statements if claim.id not in ours}
    dissent: dict[str, Reason] = {}
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
    problems: list[Problem], users: Mapping[str, Statement], dissent: dict[str, Reason], reported: list[Problem]
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
        dissent.update(dict.fromkeys(claims, Reason("breaks_check", (problem.what,))))
    if fatal:
        raise CheckError(fatal)
