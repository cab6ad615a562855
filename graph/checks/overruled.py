"""What cannot be, and decides nothing: numbers of seats that a council does not have, which other claims overrule."""

from __future__ import annotations

from collections.abc import Iterator

from ..decide import Decided
from ..kinds import HOLDS_SEATS
from .problem import Problem


def overruled(decided: Decided) -> Iterator[Problem]:
    """The claims of one list's seats that are more than its council has, where none of them decides.

    A claim that decides, or seats that are too many together, break the rule "council-size".
    """
    for fact in decided.facts:
        size = decided.sizes.get((fact.object or "", fact.election))
        if fact.predicate != HOLDS_SEATS or size is None:
            continue
        for weighed in fact.statements:
            claim = weighed.statement
            if (weighed.won and fact.counts) or not isinstance(claim.value, int) or claim.value <= size.seats:
                continue
            said = f"{claim.subject_text} is said to hold {claim.value} seats in {claim.object_text or fact.object}"
            what = f"{said}, whose council has {size.seats}; other claims decide"
            yield Problem("council-size", what, claim.place, (claim.id,), (fact.subject, fact.election))
