"""The kinds of clauses that prose is read for, as one table: the shape of each, and who reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import claims
from .claims import SAYING, VOTE, Reader
from .words import FIGURE, NUMBER_WORD, ORDINAL, PCT


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of clause: its shape, who reads it, and whether it speaks of this election and can be hedged."""

    name: str
    shape: re.Pattern[str]
    read: Reader
    background: bool = False  # not of this vote's results: another year or a hedge is no reason to pass


def _shape(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_DATE = r"(?:\d{1,2}\s+)?(?:[A-Za-z]+\s+)?(?:\d{1,2},\s+)?\d{4}"
_Y = r"\d{4}"
_CAME = r"(?:came|was|were|finished|ranked|placed|ended)"

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "ranking",
        _shape(
            rf"^(?:(?P<list>.+?)\s+)?(?:also\s+)?\b{_CAME}\s+"
            rf"(?P<ranks>(?:in\s+)?(?:joint\s+)?{ORDINAL}(?:[\s-]+(?:place|position))?\s+(?:in|across)\b.+)$"
        ),
        claims.read_ranking,
    ),
    Pattern(
        "ranking",
        _shape(
            rf"^in\s+(?P<place>.+?),\s+(?P<list>[^,]+?)\s+(?:also\s+)?{_CAME}\s+"
            rf"(?:in\s+)?(?:joint\s+)?(?P<ordinal>{ORDINAL})(?:[\s-]+(?:place|position))?"
            r"(?=$|,\s+(?:ahead of|followed by|behind)\b)"
        ),
        claims.read_ranking,
    ),
    Pattern(
        "turnout",
        _shape(
            rf"\bturnout(?:\s+rates?)?(?:\s+in\s+(?P<place>[^,]+?))?"
            rf"\s*(?::|of|was|at|stood at|reached|came to|amounted to)\s+(?:only\s+|just\s+)?{PCT}"
        ),
        claims.read_turnout,
    ),
    Pattern(
        "followed", _shape(r"^(?:it|this|they)\s+(?:was|were)\s+followed by\s+(?P<rest>.+)$"), claims.read_followed
    ),
    Pattern(
        "counted",
        _shape(
            rf"\b(?:announced|released|published|counted|processed|tallied|encompass\w*|represent\w*|cover\w*)\s+"
            rf"(?:only\s+|just\s+)?{PCT}\s+of\s+(?:the\s+|all\s+)?(?:(?:preliminary|provisional|initial|final|total)\s+)?"
            r"(?:results?|votes?|ballots?|outcomes|(?:polling\s+)?stations)\b"
        ),
        claims.read_counted,
    ),
    Pattern(
        "counted",
        _shape(
            rf"^(?:with\s+|after\s+)?(?:only\s+|just\s+)?{PCT}\s+of\s+(?:the\s+|all\s+)?(?:votes?|ballots?|(?:polling\s+)?stations)\s+"
            rf"(?:(?:has|have|had|were|was)\s+)?(?:been\s+)?(?:counted|processed|tallied)\b"
        ),
        claims.read_counted,
    ),
    Pattern(
        "voters",
        _shape(
            rf"(?:^|\b{SAYING}\s+(?:that\s+)?)(?:the\s+)?(?:(?:(?:total|overall)\s+)?number of voters|voters)"
            rf"(?:\s+in\s+(?P<scope>[^,.\d]+?))?\s*(?::|was|amounted to|reached|stood at|came to)\s*"
            rf"(?P<number>(?>{FIGURE}))(?!\w|\s*(?:%|٪|per\s?cent|percent|\w*illion|thousand|[-–/.]\d))"
        ),
        claims.read_voters,
    ),
    Pattern(
        "boycott", _shape(rf"^(?P<who>.+?)\s+boycotted\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?{VOTE}\b"), claims.read_boycott
    ),
    Pattern(
        "boycott",
        _shape(
            rf"\bboycott\s+(?:of\s+the\s+(?:[\w-]+\s+)?{VOTE}\s+)?(?:of|by)\s+"
            rf"(?P<who>(?!the\s+(?:[\w-]+\s+)?{VOTE}\b).+)$"
        ),
        claims.read_boycott_of,
    ),
    Pattern(
        "office",
        _shape(
            rf"^after\s+serving\s+(?:(?P<terms>{NUMBER_WORD}|\d+)\s+terms?\s+)?as\s+(?P<office>.+?)\s+(?:between|from)\s+"
            rf"(?P<since>{_Y})\s+(?:and|to|until)\s+(?P<until>{_Y}),\s+(?P<after>.+)$"
        ),
        claims.read_office,
        background=True,
    ),
    Pattern(
        "office",
        _shape(
            rf"^(?:(?P<before>.+?)\s+)?(?:(?:has|had)\s+)?served\s+(?:(?P<terms>{NUMBER_WORD}|\d+)\s+terms?\s+)?"
            rf"as\s+(?P<office>.+?)\s+(?:between|from)\s+(?P<since>{_Y})\s+(?:and|to|until)\s+(?P<until>{_Y})"
        ),
        claims.read_office,
        background=True,
    ),
    Pattern(
        "rival",
        _shape(
            r"^(?:(?P<who>.+?)\s+(?:is|was|remains)\s+)?(?:the\s+|a\s+)?"
            r"(?:main|chief|principal|biggest|fiercest|long-?time|political|arch)?[\s-]*rival of\s+(?P<rivals>.+)$"
        ),
        claims.read_rival,
        background=True,
    ),
    Pattern(
        "members",
        _shape(r"^(?:(?P<list>.+?)\s+)?(?:brought|brings|bringing)\s+together\s+(?P<parts>.+)$"),
        claims.read_members,
        background=True,
    ),
    Pattern(
        "no vote",
        _shape(
            rf"{VOTE}\s+(?:took place|was held|were held)\s+in\s+(?P<phrase>only\s+(?P<some>\d+|{NUMBER_WORD})\s+of\s+"
            rf"(?:the\s+)?(?:country's\s+)?(?P<all>\d+|{NUMBER_WORD})\s+(?:provinces|governorates|regions|states|districts|counties))\b"
        ),
        claims.read_no_vote_number,
    ),
    Pattern(
        "no vote",
        _shape(rf"^no\s+{VOTE}\s+(?:(?:was|were)\s+held|took place)\s+in\s+(?P<places>.+)$"),
        claims.read_no_vote_named,
    ),
    Pattern(
        "no vote",
        _shape(rf"^(?P<places>.+?)\s+(?:held no|did not hold (?:an?|the|any))\s+{VOTE}$"),
        claims.read_no_vote_named,
        background=True,
    ),
    Pattern(
        "last held",
        _shape(rf"\b{VOTE}\s+(?:was|were|had been)\s+last\s+held\s+(?:in|on)\s+(?P<date>{_DATE})\b"),
        claims.read_last_held,
        background=True,
    ),
)
