"""Where no vote was held, and when the one before was."""

from __future__ import annotations

import re

from graph.spelling import words

from ...assembler import Mention
from .claim import Claim, Memory, Pattern, shape
from .clauses import Clause
from .words import NUMBER_WORD, VOTE, iso_date, number

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
    return [Claim("held_no_vote", Mention(found["phrase"], memory.election.entity), value=without)]


def read_no_vote_named(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """Which provinces held no vote."""
    return [Claim("held_no_vote", place) for place in memory.places(found["places"])]


def read_last_held(found: re.Match[str], clause: Clause, memory: Memory) -> list[Claim]:
    """When the vote before this one was held."""
    date = iso_date(found["date"])
    if date is None or not _of_this_kind(clause.text[: found.start()], memory):
        return []
    return [Claim("last_held", memory.election, value=date)]


_DATE = r"(?:\d{1,2} )?(?:[A-Za-z]+ )?(?:\d{1,2}, )?\d{4}"
PATTERNS = (
    Pattern(
        shape(
            rf"{VOTE} (?:took place|was held|were held) in (?P<phrase>only (?P<some>\d+|{NUMBER_WORD}) of "
            rf"(?:the )?(?:country's )?(?P<all>\d+|{NUMBER_WORD}) "
            r"(?:provinces|governorates|regions|states|districts|counties))\b"
        ),
        read_no_vote_number,
    ),
    Pattern(
        shape(rf"^no {VOTE} (?:(?:was|were) held|took place) in (?P<places>.+)$"),
        read_no_vote_named,
    ),
    Pattern(
        shape(rf"^(?P<places>.+?) (?:held no|did not hold (?:an?|the|any)) {VOTE}$"),
        read_no_vote_named,
        background=True,
    ),
    Pattern(
        shape(rf"\b{VOTE} (?:was|were|had been) last held (?:in|on) (?P<date>{_DATE})\b"),
        read_last_held,
        background=True,
    ),
)
