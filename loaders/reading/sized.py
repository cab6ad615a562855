"""Names with the seats of their place behind them: "Marden (9 seats)", "MARDEN      Members: 9", "MARDEN – 9 seats"."""

from __future__ import annotations

import re

from .cues import roles_in
from .words import Role

# "Marden (9 seats up)", "Marden (Seats: 9)"; `size` begins with the figure, `of` are the words before it.
SIZED = re.compile(
    r"(?P<name>[^\W\d_][^()\[\]\d]*)[(\[](?P<of>[^\W\d_][^()\[\]\d]{0,60}[\s:–—-])?(?P<size>\d[^()\[\]]*)[)\]]"
)
# "01  MARDEN      Members to be elected: 9"
_GAPPED = re.compile(
    r"(?:\d{1,3}[.)]?[ \u00a0]++)?(?P<name>[^\W\d_][^\s:]*+(?>(?: [^\s:\d]++)*))[ \u00a0]{3,}+"
    r"(?P<of>[^\W\d_][^\s:]*+(?>(?: [^\s:\d]++)*): *+)(?P<size>\d++)"
)
_DASHED = re.compile(r"(?P<name>[^\W\d_][^\d:–—]{0,60}?) [–—-] \d{1,3} (?P<unit>[^\W\d_]{1,20})")
_COUNTED = frozenset({Role.SEATS, Role.SIZE})
# What a line below speaks of that is told of places, and not of lists.
_OF_PLACES = frozenset({Role.TURNOUT, Role.REGISTERED, Role.VOTERS, Role.VALID, Role.WINNER, Role.WON})


def size_behind(text: str) -> re.Match[str] | None:
    """The name that a line begins with and the size behind it, in brackets or behind a gap."""
    return SIZED.match(text) or _GAPPED.fullmatch(text)


def before_size(text: str) -> str:
    """The words of a heading before a bracket or a size."""
    behind = size_behind(text) or _DASHED.fullmatch(text)
    return (behind["name"] if behind else text.partition("(")[0]).strip(": ")


def is_gapped(text: str) -> bool:
    """Whether a line is a name and, behind a gap, the seats that are filled there."""
    found = _GAPPED.fullmatch(text) if "   " in text else None
    return found is not None and not roles_in(found["of"]).isdisjoint(_COUNTED)


def heads_place(text: str, below: str) -> bool:
    """Whether a line is a name, a dash and seats, and what stands below is told of places: turnout, who won."""
    return _is_dashed(text) and not _is_dashed(below) and not roles_in(below).isdisjoint(_OF_PLACES)


def _is_dashed(text: str) -> bool:
    """Whether a line is a name, a dash and seats."""
    found = _DASHED.fullmatch(text)
    return found is not None and Role.SEATS in roles_in(found["unit"])
