"""Who stayed away, held an office, is whose rival, and whom an alliance brought together."""

from __future__ import annotations

import re

from graph.model import HOLDERS, LISTS, Kind

from ...assembler import Mention
from .claim import Claim, Memory, Pattern, shape
from .clauses import Clause
from .names import is_description, says_more
from .words import NUMBER_WORD, VOTE, number

_OFFICE = frozenset({Kind.OFFICE})
_FIGURE = frozenset({Kind.FIGURE})

_NOBODY = frozenset({"others", "many", "some", "it", "they", "nobody", "none"})
_GROUP = re.compile(r"^(?:the )?(?:supporters|followers|backers|loyalists) of ", re.IGNORECASE)
_ALL_OF_IT = re.compile(r" ?(?:on \w+day)?(?:,|$)")
_IN_A_PROVINCE = re.compile(r" in (?P<place>.+)$")


def read_boycott(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """Who stayed away, from the whole vote or in a province; supporters of X count as X."""
    phrase = clause.before if clause.before is not None and found["who"] is None else found["who"]
    if not phrase or says_more(phrase):
        return []
    after = clause.text[found.end() :]
    places: list[Mention | None] = [None]
    if not _ALL_OF_IT.match(after):
        within = _IN_A_PROVINCE.match(after)
        places = [*memory.places(within["place"])] if within else []
    claims: list[Claim] = []
    for who in memory.names.listed(phrase, HOLDERS):
        leader = None if who.entity else memory.names.in_phrase(_GROUP.sub("", who.text), HOLDERS)
        known = leader.entity if leader else who.entity
        if not known and (who.text.lower() in _NOBODY or not _may_act(who.text, memory)):
            continue
        claims.extend(Claim("boycotted", Mention(who.text, known), place) for place in places)
    return claims


def _may_act(text: str, memory: Memory) -> bool:
    """Whether a phrase that names nobody known may be who did it: a group, or a name on its own."""
    return (is_description(text) and not memory.names.mentions(text, HOLDERS)) or (
        memory.names.unknown(text, HOLDERS) is not None
    )


_OF_THE_VOTE = re.compile(rf"\b(?:turnout|{VOTE})\b", re.IGNORECASE)


def read_boycott_of(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """A "boycott of X" is X's own where the sentence speaks of the vote; else it may be aimed at X."""
    if not _OF_THE_VOTE.search(clause.text):
        return []
    claims = read_boycott(found, clause, memory)
    return claims if any(claim.subject.entity for claim in claims) else []


_OWNER = re.compile(r"^(?:the |(?:[A-Z][\w-]*|country)'s )+")


def read_office(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """Who held an office between two years, and for how many terms."""
    groups = found.groupdict()
    who: Mention | None
    if groups.get("before"):
        who = memory.names.in_phrase(found["before"], _FIGURE)
    elif groups.get("after"):
        who = memory.names.leading(found["after"], _FIGURE)
    else:
        who = memory.names.in_phrase(clause.before or "", _FIGURE)
    if who is None:
        return []
    text = found["office"].strip()
    office = (
        memory.names.whole(text, _OFFICE) or memory.names.whole(_OWNER.sub("", text), _OFFICE) or Mention(text, None)
    )
    terms = number(found["terms"]) if groups.get("terms") else None
    return [Claim("held_office", who, office, terms, since=found["since"], until=found["until"])]


def read_rival(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """Whose rival somebody is."""
    phrase = clause.before if clause.before is not None else found["who"]
    subject = memory.names.in_phrase(_GROUP.sub("", phrase or ""), LISTS)
    if subject is None:
        return []
    return [Claim("rival_of", subject, rival) for rival in memory.names.listed(found["rivals"], LISTS)]


def read_members(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """What an alliance brought together."""
    phrase = clause.before if clause.before is not None else found["list"]
    whole = memory.list(phrase or "")
    if whole is None or whole.entity is None:
        return []
    memory.said_list = whole
    parts = memory.names.listed(found["parts"], LISTS)
    return [Claim("member_of", part, whole) for part in parts if part.entity or part.text.lower() not in _NOBODY]


_Y = r"\d{4}"
PATTERNS = (
    Pattern(shape(rf"^(?P<who>.+?) boycotted (?:the )?(?:[\w-]+ ){{0,3}}?{VOTE}\b"), read_boycott),
    Pattern(
        shape(
            rf"\bboycott (?:of the (?:[\w-]+ )?{VOTE} )?(?:of|by) "
            rf"(?P<who>(?!the (?:[\w-]+ )?{VOTE}\b).+)$"
        ),
        read_boycott_of,
    ),
    Pattern(
        shape(
            rf"^after serving (?:(?P<terms>{NUMBER_WORD}|\d+) terms? )?as (?P<office>.+?) (?:between|from) "
            rf"(?P<since>{_Y}) (?:and|to|until) (?P<until>{_Y}), (?P<after>.+)$"
        ),
        read_office,
        background=True,
    ),
    Pattern(
        shape(
            rf"^(?:(?P<before>.+?) )?(?:(?:has|had) )?served (?:(?P<terms>{NUMBER_WORD}|\d+) terms? )?"
            rf"as (?P<office>(?:(?! served ).)+?) (?:between|from) (?P<since>{_Y}) (?:and|to|until) (?P<until>{_Y})"
        ),
        read_office,
        background=True,
    ),
    Pattern(
        shape(
            r"^(?:(?P<who>.+?) (?:is|was|remains) )?(?:the |a )?"
            r"(?:main|chief|principal|biggest|fiercest|long-?time|political|arch)?[ -]*rival of (?P<rivals>.+)$"
        ),
        read_rival,
        background=True,
    ),
    Pattern(
        shape(r"^(?:(?P<list>.+?) )?(?:brought|brings|bringing) together (?P<parts>.+)$"),
        read_members,
        background=True,
    ),
)
