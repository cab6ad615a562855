"""Turnouts, how many voted, and the share of the ballots that was counted."""

from __future__ import annotations

import re

from graph.model import HOLDERS, LISTS, PROVINCES

from ...figures import FIGURE, percent
from .claim import Claim, Memory, Pattern, shape
from .clauses import Clause
from .words import PERCENT, PERCENT_SIGN, SAYING, VOTE, number

_ADJECTIVES = frozenset(
    "the a an its their overall total national nationwide general final average official provisional preliminary voter "
    "voters' highest lowest low high record".split()
)
_BASIS = re.compile(r" ?of (?:the |all )?(?P<basis>registered|eligible) voters\b", re.IGNORECASE)
_BEHIND = re.compile(r" ?(?:(?:was|were) )?(?:(?:registered|recorded|reported|seen|posted) )?\bin (?P<place>.+)")
_WHOLE = re.compile(
    r" ?(?:nationwide|nationally|overall|across the country|on \w+day|"
    rf"in (?:the|this|\w+day's) (?:[a-z]+ )?{VOTE})? ?"
)
_COMPARED = re.compile(r"(?:well |far )?(?:compared (?:with|to)|down|up|below|above|lower|higher|against|unlike)\b")
_DIGIT = re.compile(r"\d")
_FOLLOWED = re.compile(r",? followed by ", re.IGNORECASE)
_OPENINGS = tuple(
    re.compile(text, re.IGNORECASE)
    for text in (
        rf"(?:(?:.*[ ,])?{SAYING}(?: that)?)?",
        r"(?:on \w+day|according to [^,]+),",
        r"(?:in|across) (?P<place>.+?),?(?: where)?",
        r"(?P<place>.+?) (?:had|has|saw|recorded|registered|posted)",
        r"(?>(?:.*? )??number of voters\b).*\d,? (?:with|and)",
    )
)


def _opening(before: str) -> re.Match[str] | None:
    """What stands before a turnout and its adjectives, where it says plainly of whom or when; None where not."""
    tokens = before.split()
    while tokens and tokens[-1].lower() in _ADJECTIVES:
        tokens.pop()
    text = " ".join(tokens)
    return next((match for opening in _OPENINGS if (match := opening.fullmatch(text))), None)


def read_turnout(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """A turnout of one province or of the whole vote, and of the provinces it "was followed by"."""
    before, (after, *following) = clause.text[: found.start()], _FOLLOWED.split(clause.text[found.end() :])
    opening = _opening(before)
    if opening is None or len(following) > 1:
        memory.problems.append("it does not say plainly of whom or when")
        return []
    value = percent(found["percent"])
    basis = _BASIS.match(after)
    after = after[basis.end() :] if basis else after
    behind = _BEHIND.match(after)
    # A comma ends what belongs to the figure, save in "north of the capital" and the like, which `places` knows.
    rest = "" if behind else after
    if not behind:
        after, _, rest = after.partition(",")
        if rest and not _COMPARED.match(rest.strip()) and _DIGIT.search(rest):
            return []
    subject = opening.groupdict().get("place")
    if subject and not all(place.entity for place in memory.places(subject)):
        return []
    phrases = [phrase for phrase in (found["place"], subject) if phrase]
    if behind and not (_WHOLE.fullmatch(after.split(",")[0]) and not memory.names.places(behind["place"])):
        phrases.append(behind["place"])
    elif not behind and not _WHOLE.fullmatch(after):
        memory.problems.append(f"{after.strip()!r} makes it another claim")
        return []
    of = basis["basis"].lower() if basis else None
    if not phrases:
        told_of_a_part = clause.before is not None or memory.names.mentions(before, PROVINCES | LISTS)
        return [] if told_of_a_part or following else [Claim("turnout", memory.election, value=value, of=of)]
    place = memory.place(phrases[0]) if len(phrases) == 1 else None
    if place is None:
        return []
    claims = [Claim("turnout", place, value=value, of=of)]
    for phrase in following:
        more = _shares(phrase, memory)
        if not more:
            return []
        claims.extend(more)
    memory.said_turnout = True
    return claims


_FIGURE_AND = rf"{FIGURE}(?: ?{PERCENT_SIGN})?"
_NUMBER = re.compile(FIGURE)
_RESPECTIVELY = re.compile(
    rf"(?P<places>[^%\d]+?),? (?:with|at|on) "
    rf"(?P<figures>{_FIGURE_AND}(?:(?:, |,? and ){_FIGURE_AND})*),?(?: respectively)?",
    re.IGNORECASE,
)
_AND = r"(?:,? and |, )"
_PAIR = re.compile(
    rf"{_AND}?(?:(?P<place>[^%]+?)(?:,? (?:with|at|on) | \(){PERCENT}\)?(?={_AND}|$)|"
    rf"(?P<share>{FIGURE}) ?{PERCENT_SIGN} in (?P<where>.+?)(?={_AND}{_FIGURE_AND} in\b|$))",
    re.IGNORECASE,
)


def _shares(phrase: str, memory: Memory) -> list[Claim]:
    """The turnouts of "A and B with 59 and 57 per cent respectively", "A with 59 %, B with 57 %", "59 % in A"."""
    together = _RESPECTIVELY.fullmatch(phrase)
    if together:
        places = memory.places(together["places"])
        values = [percent(value) for value in _NUMBER.findall(together["figures"])]
        if len(places) == len(values):
            return [Claim("turnout", place, value=value) for place, value in zip(places, values, strict=True)]
        memory.problems.append(f"{len(places)} provinces are named and {len(values)} figures are given")
        return []
    claims: list[Claim] = []
    at = 0
    while at < len(phrase):
        pair = _PAIR.match(phrase, at)
        place = memory.place(pair["place"] or pair["where"]) if pair else None
        if pair is None or place is None:
            return []
        claims.append(Claim("turnout", place, value=percent(pair["percent"] or pair["share"])))
        at = pair.end()
    return claims


def read_followed(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """The next provinces of a turnout that the sentence before told of: "it was followed by A with 59 per cent"."""
    if not memory.after_turnout:
        return []
    claims = _shares(found["rest"], memory)
    memory.said_turnout = bool(claims)
    return claims


_OF_ALL = re.compile(r"(?:$|,| (?:so far|by|as of|on \w+day)\b)")


def read_counted(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """The share of the ballots that the results rest on."""
    told = f"{clause.before or ''} {clause.text}"
    if not _OF_ALL.match(clause.text[found.end() :]) or memory.names.mentions(told, PROVINCES):
        return []
    if memory.names.mentions(clause.before or clause.text[: found.start()], HOLDERS):
        return []
    return [Claim("counted", memory.election, value=percent(found["percent"]), of="ballots")]


_A_VOTE = re.compile(rf"\b{VOTE}$", re.IGNORECASE)


def read_voters(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """How many voted, in the whole vote or in one province."""
    value = number(found["number"])
    if value != int(value) or memory.names.mentions(clause.text[: found.start()], PROVINCES | HOLDERS):
        return []
    scope = found["scope"]
    subject = memory.election
    if scope and not _A_VOTE.search(scope):
        place = memory.place(scope)
        if place is None:
            return []
        subject = place
    return [Claim("voters", subject, value=int(value))]


PATTERNS = (
    Pattern(
        shape(
            rf"\bturnout(?: rates?)?(?: in (?P<place>(?:(?!turnout)[^,])+?))?"
            rf" ?(?::|of|was|at|stood at|reached|came to|amounted to) (?:only |just )?{PERCENT}"
        ),
        read_turnout,
    ),
    Pattern(shape(r"^(?:it|this|they) (?:was|were) followed by (?P<rest>.+)$"), read_followed),
    Pattern(
        shape(
            rf"\b(?:announced|released|published|counted|processed|tallied|encompass\w*|represent\w*|cover\w*) "
            rf"(?:only |just )?{PERCENT} of (?:the |all )?(?:(?:preliminary|provisional|initial|final|total) )?"
            r"(?:results?|votes?|ballots?|outcomes|(?:polling )?stations)\b"
        ),
        read_counted,
    ),
    Pattern(
        shape(
            rf"^(?:with |after )?(?:only |just )?{PERCENT} of (?:the |all )?(?:votes?|ballots?|(?:polling )?stations) "
            rf"(?:(?:has|have|had|were|was) )?(?:been )?(?:counted|processed|tallied)\b"
        ),
        read_counted,
    ),
    Pattern(
        shape(
            rf"(?:^|\b{SAYING} (?:that )?)(?:the )?(?:(?:(?:total|overall) )?number of voters|voters)"
            rf"(?: in (?P<scope>[^,.\d]+?))? ?(?::|was|amounted to|reached|stood at|came to) ?"
            rf"(?P<number>(?>{FIGURE}))(?!\w| ?(?:%|٪|per ?cent|percent|\w*illion|thousand|[-–/.]\d))"
        ),
        read_voters,
    ),
)
