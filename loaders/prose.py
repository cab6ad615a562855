"""Prose reports in English: sentences of known kinds become statements, all other sentences are left alone.

Precision before recall. A sentence is read only where a pattern of `PATTERNS` matches one of its clauses
and the names in it are those of the registry; what a pattern matched and the registry does not know is
kept as text. A sentence that looks like a ranking or a turnout and matches nothing is reported as
unreadable; so is one that hedges ("would come first", "denied that ...") or speaks of another year.

A sentence is cut into clauses: the main clause, and each parenthesis (", which ...", "- the main rival of
... -") with the name before it as its subject. The kinds of clauses, and what is read from each:

========== ===================================================================== =====================
pattern    for example                                                           predicate
========== ===================================================================== =====================
ranking    "X came first in the provinces of A, B and C and second in D"         ranked
turnout    "the overall turnout was 41 per cent", "turnout of 66 % in A",        turnout
           "it was followed by B and C with 59 and 57 per cent respectively"
counted    "announced 94.4 per cent of the preliminary results"                  counted
voters     "the total number of voters amounted to 6,599,668"                    voters
boycott    "supporters of X boycotted the vote", "the boycott of X"              boycotted
office     "after serving two terms as prime minister between 2006 and 2014, X"  held_office
rival      "X - the main rival of Y and Z - ..."                                 rival_of
members    "X, which brought together A, B and C"                                member_of
no vote    "the vote took place in only 15 of the 18 provinces"                  held_no_vote
last held  "the local elections were last held in April 2013"                    last_held
========== ===================================================================== =====================

"It" and "they" mean the list named last; after a turnout, the province. Descriptions of unnamed groups
("Iran-backed militias", "others") end in a common noun: they stay text and make nobody a member.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import (
    PREDICATES,
    QUOTE_LIMIT,
    Item,
    Kind,
    Place,
    Standing,
    Statement,
    Unreadable,
    Unresolved,
    statement,
)
from graph.names import Resolver

from .clauses import TYPOGRAPHY, PhraseNames, Read, clauses, is_description, sentences
from .document import Document
from .patterns import ORDINAL, PATTERNS, VOTE, Claim, Memory
from .words import FIGURE, NUMBER_WORD, standing_cue

_HEDGE = re.compile(
    r"\b(?:not|never|denied|denies|rejected|claims?|claimed|alleged|allegedly|predicted|forecast|projected|"
    r"expected|would|could|might|may|if|unless|whether|nearly|almost|estimated?|exit polls?|opinion polls?)\b|n't\b"
)
_ANOTHER_VOTE = re.compile(r"\b(?:previous|last|earlier|preceding|past)\s+(?:\w+\s+)?" + VOTE, re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LOOKS_LIKE = (
    (re.compile(rf"\b(?:came|finished|ranked|placed)\s+(?:in\s+)?{ORDINAL}\b", re.IGNORECASE), "a ranking"),
    (re.compile(rf"\bturnout\b[^.]*{FIGURE}\s*(?:%|per\s?cent)", re.IGNORECASE), "a turnout"),
    (
        re.compile(rf"\b(?:{FIGURE}|{NUMBER_WORD})\s+seats?\b", re.IGNORECASE),
        "a number of seats, which prose is not read for",
    ),
)

# Which predicates take the standing that the document claims for its results.
_LONGEST_SENTENCE = 2000
_RESULTS = frozenset({"ranked", "turnout", "counted", "voters"})


class SentenceReader:
    """Reads sentences of one document in order; it remembers what a pronoun can mean."""

    def __init__(self, document: Document, resolver: Resolver, election_date: str | None) -> None:
        self._document = document
        name = resolver.candidate(document.election)
        self._memory = Memory(PhraseNames(resolver), Read(name.name if name else document.election, name))
        self._year = (election_date or "")[:4]

    def read(self, text: str, locator: str, place: Place | None, standing: Standing) -> Iterator[Item]:
        """The items of one paragraph or line. `standing` is that of the results it tells."""
        for sentence in sentences(text):
            if len(sentence) > _LONGEST_SENTENCE:
                reason = f"a sentence of more than {_LONGEST_SENTENCE} characters is not read"
                yield Unreadable(sentence[:QUOTE_LIMIT], locator, reason, place)
                continue
            yield from self._sentence(sentence, locator, place, standing_cue(sentence) or standing)

    def _sentence(self, written: str, locator: str, place: Place | None, standing: Standing) -> Iterator[Item]:
        memory = self._memory
        sentence = written.translate(TYPOGRAPHY)
        memory.problems.clear()
        years = set(_YEAR.findall(sentence)) - {self._year}
        other_vote = bool(years) or _ANOTHER_VOTE.search(sentence) is not None
        claims: list[Claim] = []
        refused = ""
        if not sentence.endswith("?"):
            for clause in clauses(sentence):
                for pattern in PATTERNS:
                    found = pattern.shape.search(clause.text)
                    if not found:
                        continue
                    if other_vote and not pattern.background:
                        refused = "it speaks of another vote or year"
                    elif not pattern.background and _HEDGE.search(clause.text):
                        refused = "it hedges or denies what it says"
                    else:
                        claims.extend(pattern.read(found, clause, memory))
        seen: set[str] = set()
        for claim in claims:
            item = self._statement(claim, written, locator, place, standing)
            if item.id not in seen:
                seen.add(item.id)
                yield item
                yield from _unknown(claim, locator, place)
        if not claims:
            for shape, what in _LOOKS_LIKE:
                if shape.search(sentence):
                    reason = "; ".join(memory.problems) or refused or "no pattern reads it"
                    yield Unreadable(written, locator, f"it looks like {what}: {reason}", place)
                    break

    def _statement(self, claim: Claim, quote: str, locator: str, place: Place | None, standing: Standing) -> Statement:
        known = claim.object.known if claim.object else None
        return statement(
            source=self._document.source.id,
            locator=locator,
            predicate=claim.predicate,
            subject=claim.subject.known.id if claim.subject.known else None,
            subject_text=claim.subject.text,
            object=known.id if known else None,
            object_text=claim.object.text if claim.object else None,
            value=claim.value,
            of=claim.of,
            election=self._document.election if claim.predicate in _OF_ELECTION else None,
            since=claim.since,
            until=claim.until,
            standing=standing if claim.predicate in _RESULTS else Standing.REPORTED,
            quote=None if self._document.retyped else quote,
            place=place,
        )


_OF_ELECTION = frozenset({*_RESULTS, "boycotted", "held_no_vote", "last_held"})


def _unknown(claim: Claim, locator: str, place: Place | None) -> Iterator[Unresolved]:
    row = PREDICATES[claim.predicate]
    for read, kinds in ((claim.subject, row.subjects), (claim.object, row.objects)):
        if read is not None and read.known is None and not is_description(read.text):
            kind = next((kind.value for kind in (Kind.PROVINCE, Kind.OFFICE) if kind in kinds), "list")
            yield Unresolved(read.text, kind, locator, f"no {kind} of the registry has this name", place)


def read_prose(document: Document, resolver: Resolver, election_date: str | None) -> Iterator[Item]:
    """The items of a prose report, paragraph by paragraph; the locator is "paragraph 3"."""
    cue = document.standing
    if cue is None:
        for _, line in document.lines():
            cue = standing_cue(line)
            if cue:
                break
    reader = SentenceReader(document, resolver, election_date)
    paragraph: list[str] = []
    number_of, first_line = 0, 0
    for line_number, line in _with_end(document):
        if line.strip():
            if not paragraph:
                number_of, first_line = number_of + 1, line_number
            paragraph.append(line.strip())
        elif paragraph:
            yield from reader.read(
                " ".join(paragraph),
                f"paragraph {number_of}",
                Place(document.shown, first_line),
                cue or Standing.REPORTED,
            )
            paragraph = []


def _with_end(document: Document) -> Iterator[tuple[int, str]]:
    yield from document.lines()
    yield 0, ""
