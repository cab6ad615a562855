"""What each kind of clause claims: who, what, how much, before it has an election, a standing and a place.

A reader gets a match of `patterns.PATTERNS`, its clause and what pronouns can mean (`Memory`). It gives no
claim where it is not sure; what stands before and behind a match must be of the kinds named here, since
"by noon", "among women" or "in the north of A" make it another claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from graph.model import HOLDERS, LISTS, PROVINCES, Kind, Value
from graph.spelling import words

from .clauses import Clause, PhraseNames, Read, is_description, says_more
from .words import FIGURE, ORDINAL, ORDINALS, PCT, PERCENT, iso_date, number, percent

_OFFICE = frozenset({Kind.OFFICE})
_FIGURE = frozenset({Kind.FIGURE})

VOTE = r"(?:vote|votes|voting|election|elections|poll|polls|polling|ballot)"
_PRONOUN = re.compile(r"(?:it|they|the (?:alliance|coalition|party|list|bloc|movement))$", re.IGNORECASE)


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
    """What pronouns can mean: the list, and whether a province's turnout, the sentence before spoke of."""

    names: PhraseNames
    election: Read
    last_list: Read | None = None
    after_turnout: bool = False
    said_list: Read | None = None
    said_turnout: bool = False
    problems: list[str] = field(default_factory=list)

    def next_sentence(self) -> None:
        """Go on: a pronoun reaches back to the sentence before and no further."""
        self.last_list, self.after_turnout = self.said_list, self.said_turnout
        self.said_list, self.said_turnout = None, False
        self.problems.clear()


Reader = Callable[[re.Match[str], Clause, Memory], list[Claim]]


def _subject_list(phrase: str, memory: Memory) -> Read | None:
    if _PRONOUN.match(phrase.strip()):
        if memory.last_list is None:
            memory.problems.append(f"the sentence before it does not say which list '{phrase.strip().lower()}' is")
        return memory.last_list
    return memory.names.in_phrase(phrase, LISTS) or memory.names.unknown(phrase, LISTS)


def _places(phrase: str, memory: Memory) -> list[Read]:
    """The provinces of a phrase; none where it says more than provinces."""
    read = memory.names.places(phrase) or []
    if not read:
        memory.problems.append(f"{phrase.strip()!r} is not read as provinces")
    return read


def _place(phrase: str, memory: Memory) -> Read | None:
    """The one province of a phrase; one figure for several provinces is of neither."""
    read = _places(phrase, memory)
    return read[0] if len(read) == 1 else None


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
    subject = _subject_list(phrase or "", memory)
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
        places = _places(phrase, memory)
        if not places:
            return []
        value = ORDINALS[ordinal.lower()]
        claims.extend(Claim("ranked", subject, place, value) for place in places)
    if subject.known is None and not any(claim.object and claim.object.known for claim in claims):
        return []
    memory.said_list = subject
    return claims


_ADJECTIVES = frozenset(
    "the a an its their overall total national nationwide general final average official provisional preliminary voter "
    "voters' highest lowest low high record".split()
)
SAYING = r"(?:said|says|announced|reported|stated|affirms|affirmed|declared|confirmed|put|showed|show)"
_BASIS = re.compile(r" ?of (?:the |all )?(?P<basis>registered|eligible) voters\b", re.IGNORECASE)
_BEHIND = re.compile(r" ?(?:(?:was|were) )?(?:(?:registered|recorded|reported|seen|posted) )?\bin (?P<place>.+)")
_WHOLE = re.compile(
    r" ?(?:nationwide|nationally|overall|across the country|on \w+day|"
    rf"in (?:the|this|\w+day's) (?:[a-z]+ )?{VOTE})? ?"
)
_COMPARED = re.compile(r"(?:well |far )?(?:compared (?:with|to)|down|up|below|above|lower|higher|against|unlike)\b")
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
    return next((match for shape in _OPENINGS if (match := shape.fullmatch(text))), None)


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
        if rest and not _COMPARED.match(rest.strip()) and re.search(r"\d", rest):
            return []
    subject = opening.groupdict().get("place")
    if subject and not all(place.known for place in _places(subject, memory)):
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
    place = _place(phrases[0], memory) if len(phrases) == 1 else None
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


_FIGURE_AND = rf"{FIGURE}(?: ?(?:%|٪|per ?cent\b|percent\b))?"
_RESPECTIVELY = re.compile(
    rf"(?P<places>[^%\d]+?),? (?:with|at|on) "
    rf"(?P<figures>{_FIGURE_AND}(?:(?:, |,? and ){_FIGURE_AND})*),?(?: respectively)?",
    re.IGNORECASE,
)
_AND = r"(?:,? and |, )"
_PAIR = re.compile(
    rf"{_AND}?(?:(?P<place>[^%]+?)(?:,? (?:with|at|on) | \(){PCT}\)?(?={_AND}|$)|"
    rf"{PERCENT.format(name='share')} in (?P<where>.+?)(?={_AND}{_FIGURE_AND} in\b|$))",
    re.IGNORECASE,
)


def _shares(phrase: str, memory: Memory) -> list[Claim]:
    """The turnouts of "A and B with 59 and 57 per cent respectively", "A with 59 %, B with 57 %", "59 % in A"."""
    together = _RESPECTIVELY.fullmatch(phrase)
    if together:
        places = _places(together["places"], memory)
        values = [percent(value) for value in re.findall(FIGURE, together["figures"])]
        if len(places) == len(values):
            return [Claim("turnout", place, value=value) for place, value in zip(places, values, strict=True)]
        memory.problems.append(f"{len(places)} provinces are named and {len(values)} figures are given")
        return []
    claims: list[Claim] = []
    at = 0
    while at < len(phrase):
        pair = _PAIR.match(phrase, at)
        place = _place(pair["place"] or pair["where"], memory) if pair else None
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


def read_voters(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """How many voted, in the whole vote or in one province."""
    value = number(found["number"])
    if value != int(value) or memory.names.mentions(clause.text[: found.start()], PROVINCES | HOLDERS):
        return []
    scope = found["scope"]
    subject = memory.election
    if scope and not re.search(rf"\b{VOTE}$", scope, re.IGNORECASE):
        place = _place(scope, memory)
        if place is None:
            return []
        subject = place
    return [Claim("voters", subject, value=int(value))]


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
    places: list[Read | None] = [None]
    if not _ALL_OF_IT.match(after):
        within = _IN_A_PROVINCE.match(after)
        places = [*_places(within["place"], memory)] if within else []
    claims: list[Claim] = []
    for who in memory.names.listed(phrase, HOLDERS):
        leader = None if who.known else memory.names.in_phrase(_GROUP.sub("", who.text), HOLDERS)
        known = leader.known if leader else who.known
        if not known and (who.text.lower() in _NOBODY or not _may_act(who.text, memory)):
            continue
        claims.extend(Claim("boycotted", Read(who.text, known), place) for place in places)
    return claims


def _may_act(text: str, memory: Memory) -> bool:
    """Whether a phrase that names nobody known may be who did it: a group, or a name on its own."""
    return (is_description(text) and not memory.names.mentions(text, HOLDERS)) or (
        memory.names.unknown(text, HOLDERS) is not None
    )


def read_boycott_of(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """A "boycott of X" is X's own where the sentence speaks of the vote; else it may be aimed at X."""
    if not re.search(rf"\bturnout\b|\b{VOTE}\b", clause.text, re.IGNORECASE):
        return []
    claims = read_boycott(found, clause, memory)
    return claims if any(claim.subject.known for claim in claims) else []


_OWNER = re.compile(r"^(?:the |(?:[A-Z][\w-]*|country)'s )+")


def read_office(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """Who held an office between two years, and for how many terms."""
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
    text = found["office"].strip()
    office = memory.names.whole(text, _OFFICE) or memory.names.whole(_OWNER.sub("", text), _OFFICE) or Read(text, None)
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
    whole = _subject_list(phrase or "", memory)
    if whole is None or whole.known is None:
        return []
    memory.said_list = whole
    parts = memory.names.listed(found["parts"], LISTS)
    return [Claim("member_of", part, whole) for part in parts if part.known or part.text.lower() not in _NOBODY]


_KINDS_OF_VOTE = frozenset(
    "local provincial regional council councils municipal district county state governorate communal such these this "
    "that no country country's".split()
)


def _of_this_kind(before: str, memory: Memory) -> bool:
    """Whether the words before "elections" fit the election that is read about ("Football club" does not)."""
    known = _KINDS_OF_VOTE | set(words(memory.election.text))
    return all(word in known or word.endswith("'s") for word in before.lower().split() if word != "the")


def read_no_vote_number(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """How many provinces held no vote: "the vote took place in only 9 of the 12 provinces"."""
    without = int(number(found["all"])) - int(number(found["some"]))
    if without < 0 or not _of_this_kind(clause.text[: found.start()], memory):
        return []
    return [Claim("held_no_vote", Read(found["phrase"], memory.election.known), value=without)]


def read_no_vote_named(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """Which provinces held no vote."""
    return [Claim("held_no_vote", place) for place in _places(found["places"], memory)]


def read_last_held(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """When the vote before this one was held."""
    date = iso_date(found["date"])
    if date is None or not _of_this_kind(clause.text[: found.start()], memory):
        return []
    return [Claim("last_held", memory.election, value=date)]
