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


_DATE = r"(?:\d{1,2} )?(?:[A-Za-z]+ )?(?:\d{1,2}, )?\d{4}"
_Y = r"\d{4}"
_CAME = r"(?:came|was|were|finished|ranked|placed|ended)"

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "ranking",
        _shape(
            rf"^(?:(?P<list>.+?) )?(?:also )?\b{_CAME} "
            rf"(?P<ranks>(?:in )?(?:joint )?{ORDINAL}(?:[ -]+(?:place|position))? (?:in|across)\b.+)$"
        ),
        claims.read_ranking,
    ),
    Pattern(
        "ranking",
        _shape(
            rf"^in (?P<place>.+?), (?P<list>[^,]+?) (?:also )?{_CAME} "
            rf"(?:in )?(?:joint )?(?P<ordinal>{ORDINAL})(?:[ -]+(?:place|position))?"
            r"(?=$|, (?:ahead of|followed by|behind)\b)"
        ),
        claims.read_ranking,
    ),
    Pattern(
        "turnout",
        _shape(
            rf"\bturnout(?: rates?)?(?: in (?P<place>(?:(?!turnout)[^,])+?))?"
            rf" ?(?::|of|was|at|stood at|reached|came to|amounted to) (?:only |just )?{PCT}"
        ),
        claims.read_turnout,
    ),
    Pattern("followed", _shape(r"^(?:it|this|they) (?:was|were) followed by (?P<rest>.+)$"), claims.read_followed),
    Pattern(
        "counted",
        _shape(
            rf"\b(?:announced|released|published|counted|processed|tallied|encompass\w*|represent\w*|cover\w*) "
            rf"(?:only |just )?{PCT} of (?:the |all )?(?:(?:preliminary|provisional|initial|final|total) )?"
            r"(?:results?|votes?|ballots?|outcomes|(?:polling )?stations)\b"
        ),
        claims.read_counted,
    ),
    Pattern(
        "counted",
        _shape(
            rf"^(?:with |after )?(?:only |just )?{PCT} of (?:the |all )?(?:votes?|ballots?|(?:polling )?stations) "
            rf"(?:(?:has|have|had|were|was) )?(?:been )?(?:counted|processed|tallied)\b"
        ),
        claims.read_counted,
    ),
    Pattern(
        "voters",
        _shape(
            rf"(?:^|\b{SAYING} (?:that )?)(?:the )?(?:(?:(?:total|overall) )?number of voters|voters)"
            rf"(?: in (?P<scope>[^,.\d]+?))? ?(?::|was|amounted to|reached|stood at|came to) ?"
            rf"(?P<number>(?>{FIGURE}))(?!\w| ?(?:%|٪|per ?cent|percent|\w*illion|thousand|[-–/.]\d))"
        ),
        claims.read_voters,
    ),
    Pattern("boycott", _shape(rf"^(?P<who>.+?) boycotted (?:the )?(?:[\w-]+ ){{0,3}}?{VOTE}\b"), claims.read_boycott),
    Pattern(
        "boycott",
        _shape(
            rf"\bboycott (?:of the (?:[\w-]+ )?{VOTE} )?(?:of|by) "
            rf"(?P<who>(?!the (?:[\w-]+ )?{VOTE}\b).+)$"
        ),
        claims.read_boycott_of,
    ),
    Pattern(
        "office",
        _shape(
            rf"^after serving (?:(?P<terms>{NUMBER_WORD}|\d+) terms? )?as (?P<office>.+?) (?:between|from) "
            rf"(?P<since>{_Y}) (?:and|to|until) (?P<until>{_Y}), (?P<after>.+)$"
        ),
        claims.read_office,
        background=True,
    ),
    Pattern(
        "office",
        _shape(
            rf"^(?:(?P<before>.+?) )?(?:(?:has|had) )?served (?:(?P<terms>{NUMBER_WORD}|\d+) terms? )?"
            rf"as (?P<office>(?:(?! served ).)+?) (?:between|from) (?P<since>{_Y}) (?:and|to|until) (?P<until>{_Y})"
        ),
        claims.read_office,
        background=True,
    ),
    Pattern(
        "rival",
        _shape(
            r"^(?:(?P<who>.+?) (?:is|was|remains) )?(?:the |a )?"
            r"(?:main|chief|principal|biggest|fiercest|long-?time|political|arch)?[ -]*rival of (?P<rivals>.+)$"
        ),
        claims.read_rival,
        background=True,
    ),
    Pattern(
        "members",
        _shape(r"^(?:(?P<list>.+?) )?(?:brought|brings|bringing) together (?P<parts>.+)$"),
        claims.read_members,
        background=True,
    ),
    Pattern(
        "no vote",
        _shape(
            rf"{VOTE} (?:took place|was held|were held) in (?P<phrase>only (?P<some>\d+|{NUMBER_WORD}) of "
            rf"(?:the )?(?:country's )?(?P<all>\d+|{NUMBER_WORD}) "
            r"(?:provinces|governorates|regions|states|districts|counties))\b"
        ),
        claims.read_no_vote_number,
    ),
    Pattern(
        "no vote",
        _shape(rf"^no {VOTE} (?:(?:was|were) held|took place) in (?P<places>.+)$"),
        claims.read_no_vote_named,
    ),
    Pattern(
        "no vote",
        _shape(rf"^(?P<places>.+?) (?:held no|did not hold (?:an?|the|any)) {VOTE}$"),
        claims.read_no_vote_named,
        background=True,
    ),
    Pattern(
        "last held",
        _shape(rf"\b{VOTE} (?:was|were|had been) last held (?:in|on) (?P<date>{_DATE})\b"),
        claims.read_last_held,
        background=True,
    ),
)
