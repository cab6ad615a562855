"""The kinds of clauses that prose is read for, as one table: the shape of each, and what it claims.

A reader gets a match, its clause and what pronouns can mean (`Memory`), and gives claims: who, what, how
much, before they have an election, a standing and a place. It gives none where it is not sure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from graph.model import HOLDERS, LISTS, PROVINCES, Kind, Value

from .clauses import Clause, PhraseNames, Read, is_description
from .words import FIGURE, NUMBER_WORD, ORDINAL_WORD, ORDINALS, PERCENT, iso_date, number, percent

_OFFICE = frozenset({Kind.OFFICE})
_FIGURE = frozenset({Kind.FIGURE})

ORDINAL = rf"(?:{ORDINAL_WORD})"
VOTE = r"(?:vote|votes|voting|election|elections|poll|polls|polling|ballot)"
_PRONOUN = re.compile(r"(?:it|they|the (?:alliance|coalition|party|list|bloc|movement))$", re.IGNORECASE)
_COMPARED = re.compile(
    r"(?:compared (?:with|to)|down from|up from|lower than|higher than|against|unlike|from)\s+(?:an?\s+|the\s+)?"
    r"(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a pattern read, before it has an election, a standing and a place."""

    predicate: str
    subject: Read
    object: Read | None = None
    value: Value | None = None
    of: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(slots=True)
class Memory:
    """What pronouns can mean: the list named last, and whether a province's turnout was spoken of last."""

    names: PhraseNames
    election: Read
    last_list: Read | None = None
    after_turnout: bool = False
    problems: list[str] = field(default_factory=list)


_Reader = Callable[[re.Match[str], Clause, Memory], list[Claim]]


def _subject_list(phrase: str, memory: Memory) -> Read | None:
    if _PRONOUN.match(phrase.strip()):
        return memory.last_list
    return memory.names.in_phrase(phrase, LISTS) or Read(phrase.strip(), None)


_RANKS = re.compile(
    rf"(?:joint\s+)?\b(?P<ordinal>{ORDINAL})(?:[\s-]+(?:place|position))?\s+(?:in|across)\s+(?P<places>.+?)"
    rf"(?=(?:,?\s+and|,|;|,?\s+but)\s+(?:(?:it|they)\s+)?(?:(?:came|was|finished|placed|ranked)\s+)?(?:in\s+)?"
    rf"(?:joint\s+)?{ORDINAL}\b|,?\s+followed by\b|$)",
    re.IGNORECASE,
)


def _ranking(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    subject = _subject_list(clause.before if clause.before is not None else found["list"], memory)
    if subject is None:
        memory.problems.append("nothing before it says which list 'it' is")
        return []
    claims: list[Claim] = []
    for rank in _RANKS.finditer(found["ranks"]):
        places = memory.names.listed(rank["places"], PROVINCES)
        value = ORDINALS[rank["ordinal"].lower()]
        claims.extend(Claim("ranked", subject, place, value) for place in places)
    if subject.known is None and (
        is_description(subject.text) or not any(claim.object and claim.object.known for claim in claims)
    ):
        return []
    if claims:
        memory.last_list, memory.after_turnout = subject, False
    return claims


_BASIS = re.compile(r"^\W*of (?:the )?(?:\w+ )?(?P<basis>registered|eligible)\b", re.IGNORECASE)
_IN_PLACE = re.compile(
    r"^\s*(?:was|were)?\s*(?:registered|recorded|reported|seen|posted)?\s*(?:of (?:registered|eligible) voters\s*)?"
    r"\bin\s+(?P<place>.+)$",
    re.IGNORECASE,
)


def _turnout(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    before, after = clause.text[: found.start()], clause.text[found.end() :]
    if _COMPARED.search(before):
        return []
    value = percent(found["percent"])
    basis = _BASIS.search(after)
    of = basis["basis"].lower() if basis else None
    place = found["place"]
    if place is None and (behind := _IN_PLACE.search(after)):
        place = re.split(r",\s+(?:according|compared|with|the|down|up|while|and)\b", behind["place"])[0]
    if place is None:
        opening = re.match(r"^(?:In|Across)\s+(?P<place>[^,]+),", before)
        place = opening["place"] if opening else None
    if place is None:
        memory.after_turnout = False
        return [Claim("turnout", memory.election, value=value, of=of)]
    read = memory.names.listed(place, PROVINCES)
    if not read:
        return []
    memory.after_turnout = True
    return [Claim("turnout", where, value=value, of=of) for where in read]


_PERCENTS = re.compile(PERCENT.format(name="percent"), re.IGNORECASE)


def _followed(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    if not memory.after_turnout:
        return []
    pairs = list(
        re.finditer(
            rf"(?P<place>.+?),?\s+(?:with|at|on)\s+{PERCENT.format(name='percent')}(?:,?\s+and\s+|,\s*|$)",
            found["rest"],
        )
    )
    if len(pairs) > 1:
        return [
            Claim("turnout", place, value=percent(pair["percent"]))
            for pair in pairs
            for place in memory.names.listed(pair["place"], PROVINCES)
        ]
    phrase, _, figures = found["rest"].rpartition(" with ")
    if not phrase:
        phrase, _, figures = found["rest"].rpartition(" at ")
    places = memory.names.listed(phrase, PROVINCES)
    values = [percent(value) for value in re.findall(FIGURE, figures)]
    if len(places) != len(values) or not places:
        memory.problems.append(f"{len(places)} provinces are named and {len(values)} figures are given")
        return []
    return [Claim("turnout", place, value=value) for place, value in zip(places, values, strict=True)]


def _counted(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    return [Claim("counted", memory.election, value=percent(found["percent"]), of="ballots")]


def _voters(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    return [Claim("voters", memory.election, value=number(found["number"]))]


_NOBODY = frozenset({"others", "many", "some", "it", "they"})
_GROUP = re.compile(r"^(?:the\s+)?(?:supporters|followers|backers|loyalists)\s+of\s+", re.IGNORECASE)


def _boycott(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    phrase = clause.before if clause.before is not None and found["who"] is None else found["who"]
    claims = []
    for who in memory.names.listed(phrase or "", HOLDERS):
        leader = None if who.known else memory.names.in_phrase(_GROUP.sub("", who.text), HOLDERS)
        known = leader.known if leader else who.known
        if known or who.text.lower() not in _NOBODY:
            claims.append(Claim("boycotted", Read(who.text, known)))
    return claims


def _office(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    groups = found.groupdict()
    who: Read | None
    if groups.get("before"):
        who = memory.names.in_phrase(found["before"], _FIGURE)
    elif groups.get("after"):
        who = memory.names.leading(found["after"], _FIGURE)
    else:
        who = memory.names.in_phrase(clause.before or "", _FIGURE)
    if who is None:
        return []
    office = memory.names.in_phrase(found["office"], _OFFICE) or Read(found["office"].strip(), None)
    terms = number(found["terms"]) if groups.get("terms") else None
    return [Claim("held_office", who, office, terms, since=found["since"], until=found["until"])]


def _rival(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    phrase = clause.before if clause.before is not None else found["who"]
    subject = memory.names.in_phrase(phrase or "", LISTS)
    if subject is None:
        return []
    return [Claim("rival_of", subject, rival) for rival in memory.names.listed(found["rivals"], LISTS)]


def _members(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    phrase = clause.before if clause.before is not None else found["list"]
    whole = _subject_list(phrase or "", memory)
    if whole is None or whole.known is None:
        return []
    memory.last_list = whole
    return [Claim("member_of", part, whole) for part in memory.names.listed(found["parts"], LISTS)]


def _no_vote_number(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    without = int(number(found["all"])) - int(number(found["some"]))
    return [Claim("held_no_vote", Read(found["phrase"], memory.election.known), value=without)]


def _no_vote_named(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    return [Claim("held_no_vote", place) for place in memory.names.listed(found["places"], PROVINCES)]


def _last_held(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    date = iso_date(found["date"])
    return [Claim("last_held", memory.election, value=date)] if date else []


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of clause: its shape, who reads it, and whether it speaks of this election and can be hedged."""

    name: str
    shape: re.Pattern[str]
    read: _Reader
    background: bool = False  # not of this vote's results: another year or a hedge is no reason to pass


def _shape(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_PCT = PERCENT.format(name="percent")
_DATE = r"(?:\d{1,2}\s+)?(?:[A-Za-z]+\s+)?(?:\d{1,2},\s+)?\d{4}"
_Y = r"\d{4}"

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "ranking",
        _shape(
            rf"^(?:(?P<list>.+?)\s+)?(?:also\s+)?\b(?:came|was|were|finished|ranked|placed|ended)\s+"
            rf"(?P<ranks>(?:in\s+)?(?:joint\s+)?{ORDINAL}(?:[\s-]+(?:place|position))?\s+(?:in|across)\b.+)$"
        ),
        _ranking,
    ),
    Pattern(
        "turnout",
        _shape(
            rf"\bturnout(?:\s+rates?)?(?:\s+in\s+(?P<place>[^,]+?))?"
            rf"\s*(?::|of|was|at|stood at|reached|came to|amounted to)\s+(?:only\s+|just\s+)?{_PCT}"
        ),
        _turnout,
    ),
    Pattern(
        "followed",
        _shape(
            r"^(?:it|this|they)\s+(?:was|were)\s+followed by\s+(?P<rest>.+?%|.+?per\s?cent\b.*?)(?:\s+respectively)?$"
        ),
        _followed,
    ),
    Pattern(
        "counted",
        _shape(
            rf"\b(?:announced|released|published|counted|processed|tallied|encompass\w*|represent\w*|cover\w*)\s+"
            rf"(?:only\s+|just\s+)?{_PCT}\s+of\s+(?:the\s+|all\s+)?(?:\w+\s+)?(?:results?|votes?|ballots?|outcomes|stations)\b"
        ),
        _counted,
    ),
    Pattern(
        "counted",
        _shape(
            rf"{_PCT}\s+of\s+(?:the\s+|all\s+)?(?:votes?|ballots?|(?:polling\s+)?stations)\s+"
            rf"(?:(?:has|have|had|were|was)\s+)?(?:been\s+)?(?:counted|processed|tallied)\b"
        ),
        _counted,
    ),
    Pattern(
        "voters",
        _shape(
            rf"\b(?:(?:total\s+)?number of voters|voters)\b(?:\s+in\s+[^,.\d]+?)?"
            rf"\s*(?::|was|amounted to|reached|stood at|came to)\s*(?P<number>{FIGURE})\b(?!\s*(?:%|per\s?cent))"
        ),
        _voters,
    ),
    Pattern("boycott", _shape(rf"^(?P<who>.+?)\s+boycotted\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?{VOTE}\b"), _boycott),
    Pattern(
        "boycott",
        _shape(
            rf"\bboycott\s+(?:of\s+the\s+(?:[\w-]+\s+)?{VOTE}\s+)?(?:of|by)\s+"
            rf"(?P<who>(?!the\s+(?:[\w-]+\s+)?{VOTE}\b).+)$"
        ),
        _boycott,
    ),
    Pattern(
        "office",
        _shape(
            rf"^after\s+serving\s+(?:(?P<terms>{NUMBER_WORD}|\d+)\s+terms?\s+)?as\s+(?P<office>.+?)\s+(?:between|from)\s+"
            rf"(?P<since>{_Y})\s+(?:and|to|until)\s+(?P<until>{_Y}),\s+(?P<after>.+)$"
        ),
        _office,
        background=True,
    ),
    Pattern(
        "office",
        _shape(
            rf"^(?:(?P<before>.+?)\s+)?(?:served|has served|had served)\s+(?:(?P<terms>{NUMBER_WORD}|\d+)\s+terms?\s+)?as\s+"
            rf"(?P<office>.+?)\s+(?:between|from)\s+(?P<since>{_Y})\s+(?:and|to|until)\s+(?P<until>{_Y})"
        ),
        _office,
        background=True,
    ),
    Pattern(
        "rival",
        _shape(
            r"^(?:(?P<who>.+?)\s+(?:is|was|remains)\s+)?(?:the\s+|a\s+)?"
            r"(?:main|chief|principal|biggest|fiercest|long-?time|political|arch)?[\s-]*rival of\s+(?P<rivals>.+)$"
        ),
        _rival,
        background=True,
    ),
    Pattern(
        "members",
        _shape(r"^(?:(?P<list>.+?)\s+)?(?:brought|brings|bringing)\s+together\s+(?P<parts>.+)$"),
        _members,
        background=True,
    ),
    Pattern(
        "no vote",
        _shape(
            rf"{VOTE}\s+(?:took place|was held|were held)\s+in\s+(?P<phrase>only\s+(?P<some>\d+|{NUMBER_WORD})\s+of\s+"
            rf"(?:the\s+)?(?:country's\s+)?(?P<all>\d+|{NUMBER_WORD})\s+(?:provinces|governorates|regions|states|districts|counties))\b"
        ),
        _no_vote_number,
    ),
    Pattern(
        "no vote",
        _shape(rf"\bno\s+{VOTE}\s+(?:(?:was|were)\s+held|took place)\s+in\s+(?P<places>.+)$"),
        _no_vote_named,
    ),
    Pattern(
        "no vote",
        _shape(rf"^(?P<places>.+?)\s+(?:held no|did not hold (?:an?|the|any))\s+{VOTE}$"),
        _no_vote_named,
        background=True,
    ),
    Pattern(
        "last held",
        _shape(rf"\b{VOTE}\s+(?:was|were|had been)\s+last\s+held\s+(?:in|on)\s+(?P<date>{_DATE})\b"),
        _last_held,
        background=True,
    ),
)
