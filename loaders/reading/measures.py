"""Measures of a place or of the whole vote: turnout, voters; and why other columns and figures are no claims."""

from __future__ import annotations

from collections.abc import Mapping

from .found import Certainty, Claim, Found, Mechanism, Span, Unknown, Unread
from .labels import NUMBER
from .scope import Scope
from .words import Role, fold_words, lexicon

WHY_NOT: Mapping[Role, str] = {
    Role.SHARE: "a share, of which no claim is made",
    Role.PERCENT: "a share, of which no claim is made",
    Role.CHANGE: "a change against another vote",
    Role.MARGIN: "a margin, and no result",
    Role.BEFORE: "another year",
    Role.PROJECTED: "a forecast, and no result",
    Role.TOTAL: "a sum of what stands beside it",
    Role.CONTESTED: "candidates, and no result",
    Role.NEEDED: "a threshold, and no result",
    Role.INVALID: "invalid or blank ballots",
    Role.VALID: "all valid votes",
    Role.REGISTERED: "registered voters, and no result",
    Role.PART: "a part of what stands beside it",
}
_ALL = 100  # percent
_PERCENT = frozenset("%٪")
_MEASURES = (
    (Role.TURNOUT, "turnout"),
    (Role.COUNTED, "counted"),
    (Role.VOTERS, "voters"),
    (Role.SIZE, "council_size"),
)


def measure(label: str, text: str, value: int | float | None, at: Span, scope: Scope, mechanism: Mechanism) -> Found:
    """A figure behind the words of a measure: "Turnout so far: 57.4 per cent"."""
    words = fold_words(label)
    roles = {role for _, _, found in lexicon().phrases(words) for role in found}
    for role in (Role.NEEDED, Role.INVALID, Role.CHANGE, Role.MARGIN, Role.REGISTERED):
        if role in roles:
            return Unread(text, at, WHY_NOT[role], value)
    if words[:1] and words[0] in NUMBER and Role.LIST in roles:
        return Unread(text, at, "a number of lists", value)
    number = value is not None and value > _ALL and value == int(value)
    if Role.TURNOUT in roles and number:
        roles = roles - {Role.TURNOUT} | {Role.VOTERS}  # "Turnout: 12,304"
    for role, predicate in _MEASURES:
        if role not in roles or value is None:
            continue
        percent = role in (Role.TURNOUT, Role.COUNTED)
        if not percent and text[-1:] in _PERCENT:
            continue  # "Votes cast: 55%"
        if (percent and not 0 <= value <= _ALL) or (not percent and value != int(value)):
            continue
        where, origin, certainty, reason = scope.where
        return Claim(
            predicate, None, where, value if percent else int(value), at, mechanism, certainty, origin, reason=reason
        )
    where, origin, _, _ = scope.where
    if Role.SEATS in roles and where is not None and scope.list is None and isinstance(value, int) and value > 0:
        reason = "the seats of a place, and no list named"
        return Claim(
            "council_size", None, where, value, at, mechanism, Certainty.PROPOSED, origin, reason=reason
        )  # fmt: skip
    why = next((WHY_NOT[role] for role in (Role.VALID, Role.SHARE, Role.CONTESTED) if role in roles), None)
    return Unread(text, at, why or Unknown.LIST, value)


def two_measures(label: str) -> tuple[str, str] | None:
    """The number and the share of one label: "Votes cast / turnout"; None where it names one measure alone."""
    number, mark, share = label.partition("/")
    said = lexicon().roles_of(fold_words(share))
    return (number, share) if mark and Role.TURNOUT in said and lexicon().roles_of(fold_words(number)) else None
