"""English sentences: those of known kinds become statements, all others are left alone.

Precision before recall. A sentence is read only where a pattern of `PATTERNS` matches one of its clauses
and the names in it are those of the registry; what a pattern matched and the registry does not know is
kept as text. A sentence that looks like a result or a boycott and claims nothing is reported as unreadable;
so is one that hedges ("would come first", "denied that ...") or speaks of another year.

A sentence is cut into clauses: the main clause, and each parenthesis (", which ...", "- the main rival of
... -") with the name before it as its subject. The kinds of clauses, and what is read from each:

========== ===================================================================== =====================
pattern    for example                                                           predicate
========== ===================================================================== =====================
ranking    "X came first in the provinces of A, B and C and second in D"         ranked
turnout    "the overall turnout was 41 per cent", "turnout of 66 % in A",        turnout
           "it was followed by B and C with 59 and 57 per cent respectively"
counted    "announced 90 per cent of the preliminary results"                    counted
voters     "the total number of voters amounted to 6,599,668"                    voters
boycott    "supporters of X boycotted the vote", "the boycott of X"              boycotted
office     "after serving two terms as president between 1998 and 2006, X"       held_office
rival      "X - the main rival of Y and Z - ..."                                 rival_of
members    "X, which brought together A, B and C"                                member_of
no vote    "the vote took place in only 9 of the 12 provinces"                   held_no_vote
last held  "such elections were last held in May 2011"                           last_held
========== ===================================================================== =====================

"It" and "they" mean the list that the sentence before ranked, and nothing further back; after a province's
turnout, "it was followed by" goes on. What stands before a name may only describe it ("former president X",
"Mr Y's X"), never relate to it ("a rival of X", "Y said X"). A part of a province is not the province, one
figure for two provinces is of neither. Descriptions of unnamed groups ("Iran-backed militias") end in a
common noun: they stay text and make nobody a member.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import QUOTE_LIMIT, Entity, Item, Place, Standing
from graph.predicates import PREDICATES

from ...assembler import Assembler, Mention, mention_of, unreadable
from .. import standing_cue
from . import ranking, ties, turnout, votes
from .claim import Claim, Memory, Pattern
from .clauses import TYPOGRAPHY, Clause, clauses, sentences
from .names import PhraseNames, is_description
from .words import NUMBER_WORD, ORDINAL, VOTE

PATTERNS: tuple[Pattern, ...] = (*ranking.PATTERNS, *turnout.PATTERNS, *ties.PATTERNS, *votes.PATTERNS)
_HEDGE = re.compile(
    r"\b(?:not|never|denied|denies|rejected|claims?|claimed(?! by)|insists?|insisted|hopes?|hoped|believes?|believed|"
    r"alleged|allegedly|reportedly|apparently|supposedly|unconfirmed|falsely|rumou?rs?|predicts?|predicted|forecast|"
    r"projected|expected|expects?|would|could|should|might|may|if|unless|whether|nearly|almost|estimated?|exit polls?|"
    r"opinion polls?|straw polls?|surveys?)\b|n't\b|"
    r"\b(?:its|his|her|their) (?:own )?(?:leaders?|spokes\w+|officials?|candidates?|campaign|figures)\b",
    re.IGNORECASE,
)
_ANOTHER_TIME = re.compile(
    rf"\b(?:previous|last|earlier|preceding|past|next) (?:\w+ )?{VOTE}\b|"
    r"\b(?:years?|decades?|months?) (?:ago|earlier|before)\b|\b(?:last time|previously|formerly|once|historically)\b",
    re.IGNORECASE,
)
_ANOTHER_KIND = re.compile(
    rf"\b(?P<kind>parliamentary|presidential|legislative|federal|european|mayoral|primary|student|by-) ?{VOTE}\b|"
    r"\b(?P<held>referendum|plebiscite|by-election)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"[^"]*"?')
_QUOTED_NAME = 5  # words; a longer quotation is what somebody says, not a name in quotation marks
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_LOOKS_LIKE = (
    (
        re.compile(
            rf"\b(?:com(?:es?|ing)|came|finish(?:ed)?|rank(?:ed|s)?|placed?|was|were|been) "
            rf"(?:joint )?(?:in )?{ORDINAL}\b",
            re.IGNORECASE,
        ),
        "a ranking",
    ),
    (
        re.compile(r"^(?>.*?\bturnout\b).*\d ?(?:%|٪|per ?cent)|\d ?(?:%|٪|per ?cent) turnout", re.IGNORECASE),
        "a turnout",
    ),
    (re.compile(r"^(?>.*?\bfollowed by\b).*\d ?(?:%|٪|per ?cent)", re.IGNORECASE), "a turnout"),
    (re.compile(r"^(?>.*?\bnumber of voters\b).*\d|^voters:", re.IGNORECASE), "a number of voters"),
    (re.compile(rf"^(?>.*?\bboycotted\b).*\b{VOTE}\b|\bboycott (?:of|by)\b", re.IGNORECASE), "a boycott"),
    (
        re.compile(rf"(?:\d|\b(?:{NUMBER_WORD})) seats?\b", re.IGNORECASE),
        "a number of seats",
    ),
)
UNREAD_SEATS = "it looks like a number of seats: no pattern reads it"  # and nothing speaks against it

_LONGEST_SENTENCE = 2000  # characters
# The predicates that take the standing which the document claims for its results.
_RESULTS = frozenset({"ranked", "turnout", "counted", "voters"})


class SentenceReader:
    """Reads sentences of one document in order; it remembers what a pronoun can mean."""

    def __init__(self, assembler: Assembler, election: Entity) -> None:
        self._assembler = assembler
        self._election = election.id
        self._memory = Memory(PhraseNames(assembler.resolver), mention_of(election))
        self._year = str(election.attributes.get("date") or "")[:4]

    def read(self, text: str, locator: str, place: Place, standing: Standing) -> Iterator[Item]:
        """The items of one paragraph or line. `standing` is that of the results it tells."""
        for sentence in sentences(text):
            if len(sentence) > _LONGEST_SENTENCE:
                reason = f"a sentence of more than {_LONGEST_SENTENCE} characters is not read"
                yield unreadable(sentence[:QUOTE_LIMIT], reason, locator, place)
                continue
            yield from self._sentence(sentence, locator, place, standing_cue(sentence) or standing)

    def _sentence(self, written: str, locator: str, place: Place, standing: Standing) -> Iterator[Item]:
        memory = self._memory
        sentence = " ".join(written.translate(TYPOGRAPHY).split())
        memory.next_sentence()
        doubt = self._doubt(sentence)
        claims: list[Claim] = []
        if sentence.rstrip("\"')").endswith("?"):
            return
        for clause in clauses(sentence):
            for pattern in PATTERNS:
                found = pattern.shape.search(clause.text)
                if found and (pattern.background or not doubt):
                    claims.extend(self._claims(pattern, found, clause))
        for claim in dict.fromkeys(claims):
            yield from self._assembler.claim(
                claim.predicate,
                _without_description(claim.subject),
                claim.object and _without_description(claim.object),
                claim.value,
                of=claim.of,
                since=claim.since,
                until=claim.until,
                standing=standing if claim.predicate in _RESULTS else Standing.REPORTED,
                locator=locator,
                place=place,
                quote=written,
                election=self._election if PREDICATES[claim.predicate].per_election else None,
            )
        if not claims:
            for shape, what in _LOOKS_LIKE:
                if shape.search(sentence):
                    reason = doubt or "; ".join(memory.problems) or "no pattern reads it"
                    yield unreadable(written, f"it looks like {what}: {reason}", locator, place)
                    break

    def _doubt(self, sentence: str) -> str:
        """Why a sentence, whatever it says, is not taken to tell this vote's results; empty where it may."""
        if set(_YEAR.findall(sentence)) - {self._year} or _ANOTHER_TIME.search(sentence):
            return "it speaks of another vote or year"
        other = _ANOTHER_KIND.search(sentence)
        if other and (other["kind"] or other["held"]).lower() not in self._memory.election.text.lower():
            return "it speaks of another kind of vote"
        if _HEDGE.search(sentence):
            return "it hedges, denies or tells what somebody claims"
        if any(len(quoted.split()) > _QUOTED_NAME for quoted in _QUOTED.findall(sentence)):
            return "it quotes somebody"
        return ""

    def _claims(self, pattern: Pattern, found: re.Match[str], clause: Clause) -> list[Claim]:
        try:
            return pattern.read(found, clause, self._memory)
        except ValueError as error:  # a figure that is none: "140 per cent", "41.2.3"
            self._memory.problems.append(f"{error} is no figure of this kind")
            return []


def _without_description(mention: Mention) -> Mention:
    """A mention; that a description of unnamed people is nobody known needs no telling."""
    return mention._replace(told=True) if mention.entity is None and is_description(mention.text) else mention
