"""What the claims about one thing come to: which of them stand, and why.

The rule, in order: higher standing wins; then the kind of source; recency decides only between releases
of one publisher or when a larger share was counted. What still differs leaves the verdict disputed: no
value, all values kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .model import Reason, Source, Standing, Statement, Value, sort_key
from .predicates import DETAILS, PREDICATES

_ALONE = Reason("one_source")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a group of claims comes to, before it is written down as a fact; `winners` are ids of claims."""

    value: Value | None
    values: tuple[Value, ...]
    standing: Standing
    disputed: bool
    reason: Reason
    winners: frozenset[str]
    counts: bool = True

    @property
    def minimum(self) -> int:
        """The smallest number that stands; 0 where none does."""
        return int(self.value if self.value is not None else min(self.values, key=sort_key, default=0))


class Judge:
    """Weighs claims by their sources. `dissent`: ids of claims that may not decide anything, each with the reason."""

    def __init__(
        self, claims: Iterable[Statement], sources: Mapping[str, Source], dissent: Mapping[str, Reason]
    ) -> None:
        self._sources = sources
        self.dissent = dissent
        self._shares: dict[str, float] = {}  # the share of the ballots that each source has counted
        for claim in claims:
            if claim.predicate == "counted" and isinstance(claim.value, int | float):
                self._shares[claim.source] = max(float(claim.value), self._shares.get(claim.source, 0.0))

    def weight(self, claim: Statement) -> tuple[int, int]:
        """How much a claim weighs: the rank of its standing, then of the kind of its source; smaller is heavier."""
        return claim.standing.rank, self._sources[claim.source].kind.rank

    def active(self, claims: Iterable[Statement]) -> list[Statement]:
        """The claims that may decide something."""
        return [claim for claim in claims if claim.id not in self.dissent]

    def independent(self, claims: Sequence[Statement]) -> int:
        """How many independent sources these claims come from: publishers, copies and what was inferred left out."""
        if len(claims) < 2:
            return len(claims)
        said = [claim for claim in claims if claim.standing is not Standing.INFERRED]
        sources = [self._sources[claim.source] for claim in said or claims]
        originals = [source for source in sources if source.copy_of is None] or sources[:1]
        return len({source.publisher or source.id for source in originals})

    def weigh(self, claims: Sequence[Statement]) -> Verdict:
        """Weigh the claims about one thing."""
        active = self.active(claims)
        if not active:
            return self.refuse(claims, self.dissent[claims[0].id])
        if len(active) == 1:
            (claim,) = active
            return Verdict(claim.value, (), claim.standing, False, _ALONE, frozenset((claim.id,)))
        present = {claim.source for claim in active}
        originals = [claim for claim in active if self._sources[claim.source].copy_of not in present]
        best = min(map(self.weight, originals))
        top = [claim for claim in originals if self.weight(claim) == best]
        if PREDICATES[top[0].predicate].value in DETAILS or all(claim.value is None for claim in active):
            return self._existence(active, top)
        values = _distinct(top)
        reason = None
        if len(values) > 1:
            top, reason = self._later(top)
            values = _distinct(top)
        disputed = len(values) > 1
        won = [claim for claim in active if claim.value in values]
        if disputed:
            texts = tuple(map(value_text, values))
            one = len({claim.source for claim in top}) == 1
            reason = Reason("one_source_differs", texts) if one else Reason("sources_differ", texts)
        return Verdict(
            None if disputed else values[0],
            values if disputed else (),
            top[0].standing,
            disputed,
            reason or self._reason(top[0], won, [claim for claim in active if claim.value not in values]),
            frozenset(claim.id for claim in won),
        )

    def refuse(self, claims: Sequence[Statement], reason: Reason) -> Verdict:
        """A verdict that decides nothing."""
        strongest = min(claims, key=self.weight)
        return Verdict(None, _distinct(claims), strongest.standing, False, reason, frozenset(), counts=False)

    def _existence(self, active: Sequence[Statement], top: Sequence[Statement]) -> Verdict:
        """Weigh claims that something is so, which can differ only in their dates and details."""
        conflict = tuple(sorted({date for part in ("since", "until") for date in _conflict(top, part)}))
        reason = Reason("dates_differ", conflict) if conflict else self._agreement(active)
        value = next((claim.value for claim in top if claim.value is not None), None)
        winners = frozenset(claim.id for claim in active)
        return Verdict(value, conflict, top[0].standing, bool(conflict), reason, winners)

    def _later(self, top: list[Statement]) -> tuple[list[Statement], Reason | None]:
        """Settle equal claims by recency, where the rule lets recency speak at all."""
        shares = {claim.source: self._shares.get(claim.source) for claim in top}
        known = [share for share in shares.values() if share is not None]
        if len(known) == len(shares) and len(set(known)) > 1:
            most = max(known)
            larger = [claim for claim in top if shares[claim.source] == most]
            return larger, Reason("larger_share", (f"{most:g}",))
        publishers = {self._sources[claim.source].publisher for claim in top}
        dates = {claim.source: self._sources[claim.source].published for claim in top}
        releases = [date for date in dates.values() if date]
        if len(publishers) == 1 and len(releases) == len(dates) > 1 and (publisher := publishers.pop()) is not None:
            last = max(releases)
            later = [claim for claim in top if dates[claim.source] == last]
            if len(later) < len(top):
                return later, Reason("later_release", (publisher, last))
        return top, None

    def _reason(self, winner: Statement, won: Sequence[Statement], lost: Sequence[Statement]) -> Reason:
        if not lost:
            return self._agreement(won)
        rival = min(lost, key=self.weight)
        if rival.standing != winner.standing:
            return Reason("outranks", (f"standing.{winner.standing}", f"standing.{rival.standing}"))
        kind, other = (self._sources[claim.source].kind for claim in (winner, rival))
        return Reason("outranks", (f"source.{kind}", f"source.{other}"))

    def _agreement(self, won: Sequence[Statement]) -> Reason:
        number = self.independent(won)
        return _ALONE if number == 1 else Reason("sources_agree", (str(number),))


def value_text(value: Value | None) -> str:
    """A value in a reason: 42 for 42.0."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _distinct(claims: Iterable[Statement]) -> tuple[Value, ...]:
    return tuple(sorted({claim.value for claim in claims if claim.value is not None}, key=sort_key))


def _conflict(claims: Iterable[Statement], part: str) -> set[str]:
    """The dates among these that cannot all be true: none is the beginning of the other."""
    dates = {date for claim in claims if (date := getattr(claim, part))}
    longest = max(dates, key=len, default="")
    return dates if any(not longest.startswith(date) for date in dates) else set()
