"""Rankings: "X came first in A and B and second in C"."""

from __future__ import annotations

import re

from .claim import Claim, Memory, Pattern, shape
from .clauses import Clause
from .words import ORDINAL, ORDINALS

_NEXT_RANK = re.compile(
    r"(?:,? and|,? but|[,;]) (?:(?:it|they) )?(?:(?:came|was|finished|placed|ranked) )?"
    rf"(?=(?:in )?(?:joint )?{ORDINAL}\b)",
    re.IGNORECASE,
)
_RANK = re.compile(
    rf"(?:in )?(?:joint )?(?P<ordinal>{ORDINAL})(?:[ -]+(?:place|position))? (?:in|across) (?P<places>.+)",
    re.IGNORECASE,
)


def read_ranking(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """A list's places by rank: "X came first in A and B and second in C", "in A, X came first"."""
    groups = found.groupdict()
    phrase = clause.before if clause.before is not None and not groups["list"] else groups["list"]
    subject = memory.list(phrase or "")
    if subject is None:
        return []
    claims: list[Claim] = []
    if groups.get("place"):
        ranks = [(groups["ordinal"], groups["place"])]
    else:
        parts = [_RANK.fullmatch(part) for part in _NEXT_RANK.split(groups["ranks"])]
        if not all(parts):
            return []
        ranks = [(part["ordinal"], part["places"]) for part in parts if part]
    for ordinal, phrase in ranks:
        places = memory.places(phrase)
        if not places:
            return []
        value = ORDINALS[ordinal.lower()]
        claims.extend(Claim("ranked", subject, place, value) for place in places)
    if subject.entity is None and not any(claim.object and claim.object.entity for claim in claims):
        return []
    memory.said_list = subject
    return claims


_CAME = r"(?:came|was|were|finished|ranked|placed|ended)"
PATTERNS = (
    Pattern(
        shape(
            rf"^(?:(?P<list>.+?) )?(?:also )?\b{_CAME} "
            rf"(?P<ranks>(?:in )?(?:joint )?{ORDINAL}(?:[ -]+(?:place|position))? (?:in|across)\b.+)$"
        ),
        read_ranking,
    ),
    Pattern(
        shape(
            rf"^in (?P<place>.+?), (?P<list>[^,]+?) (?:also )?{_CAME} "
            rf"(?:in )?(?:joint )?(?P<ordinal>{ORDINAL})(?:[ -]+(?:place|position))?"
            r"(?=$|, (?:ahead of|followed by|behind)\b)"
        ),
        read_ranking,
    ),
)
