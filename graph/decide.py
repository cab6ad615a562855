"""Statements come to facts: which claim stands, why, and who dissents.

The rule, in order: higher standing wins; then the kind of source; recency decides only between releases
of one publisher or when a larger share was counted. What still differs leaves the fact disputed: no
value, all values kept. Seats are decided council by council (`_decide_council`).
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .model import Fact, Source, Standing, Statement, Value, Weighed, sort_key
from .predicates import COUNCIL_SIZE, HOLDS_SEATS, PREDICATES, ValueKind


@dataclass(frozen=True, slots=True)
class CouncilSize:
    """The number of seats of a council at an election, and the standing and facts it rests on."""

    seats: int
    standing: Standing
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """All facts, sorted by id, and the size of each council by (province, election)."""

    facts: tuple[Fact, ...]
    sizes: Mapping[tuple[str, str | None], CouncilSize]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a group of claims comes to, before it is written down as a fact."""

    value: Value | None
    values: tuple[Value, ...]
    standing: Standing
    disputed: bool
    reason: str
    winners: frozenset[str]
    counts: bool = True


def decide(
    statements: Iterable[Statement], sources: Mapping[str, Source], dissent: Mapping[str, str] | None = None
) -> Decided:
    """Decide every fact that the statements speak of.

    `dissent` maps ids of statements that may not decide anything (they broke a check) to the reason.
    Statements with an unresolved name come to no fact. The order of the statements does not matter.
    """
    return _Decision(sources, dissent or {}).run(statements)


def fact_key(claim: Statement) -> str | None:
    """What a statement is about, as the fact's id; None while a name in it is unresolved.

    Claims with the same key speak of one thing. A period (`Predicate.by_period`) is added when known.
    """
    row = PREDICATES[claim.predicate]
    if claim.subject is None or (claim.object is None and claim.object_text is not None and not row.text_object):
        return None
    if row.objects and claim.object is None and not row.whole:
        return None
    parts = [claim.predicate, claim.subject, claim.object or "", claim.election or ""]
    if row.text_object:
        parts[2] = hashlib.blake2b((claim.object_text or "").encode(), digest_size=4).hexdigest()
    if row.by_basis:
        parts.append(claim.of or "")
    return "/".join(parts).rstrip("/")


class _Decision:
    def __init__(self, sources: Mapping[str, Source], dissent: Mapping[str, str]) -> None:
        self._sources = sources
        self._dissent = dissent
        self._shares: dict[str, float] = {}

    def run(self, statements: Iterable[Statement]) -> Decided:
        groups: dict[str, list[Statement]] = defaultdict(list)
        for claim in sorted({claim.id: claim for claim in statements}.values(), key=lambda claim: claim.id):
            if claim.predicate == "counted" and isinstance(claim.value, int | float):
                self._shares[claim.source] = max(float(claim.value), self._shares.get(claim.source, 0.0))
            key = fact_key(claim)
            if key is not None:
                groups[key].append(claim)
        facts: dict[str, Fact] = {}
        councils: dict[tuple[str, str | None], dict[str, list[Statement]]] = defaultdict(dict)
        for key, claims in groups.items():
            first = claims[0]
            if first.predicate == HOLDS_SEATS and first.object is not None:
                councils[first.object, first.election][key] = claims
            elif PREDICATES[first.predicate].by_period:
                for period, part in _periods(claims):
                    name = f"{key}/{period}" if period else key
                    facts[name] = self._fact(name, part, self._verdict(part))
            else:
                facts[key] = self._fact(key, claims, self._verdict(claims))
        sizes = self._sizes(facts)
        for council, lists in councils.items():
            size = sizes.get(council)
            for key, verdict in self._decide_council(lists, size.seats if size else None).items():
                facts[key] = self._fact(key, lists[key], verdict)
        return Decided(tuple(facts[key] for key in sorted(facts)), sizes)

    # One thing -------------------------------------------------------------------------------------

    def _weight(self, claim: Statement) -> tuple[int, int]:
        return (claim.standing.rank, self._sources[claim.source].kind.rank)

    def _verdict(self, claims: Sequence[Statement]) -> _Verdict:
        """Weigh the claims about one thing."""
        active = [claim for claim in claims if claim.id not in self._dissent]
        if not active:
            return self._refused(claims, self._dissent[claims[0].id])
        present = {claim.source for claim in active}
        originals = [claim for claim in active if self._sources[claim.source].copy_of not in present]
        best = min(map(self._weight, originals))
        top = [claim for claim in originals if self._weight(claim) == best]
        if PREDICATES[top[0].predicate].value in (ValueKind.NONE, ValueKind.ANY) or all(
            claim.value is None for claim in active
        ):
            return self._existence(active, top)
        values = _distinct(top)
        reason = ""
        if len(values) > 1:
            top, reason = self._later(top)
            values = _distinct(top)
        disputed = len(values) > 1
        winners = frozenset(claim.id for claim in active if claim.value in values)
        losers = [claim for claim in active if claim.id not in winners]
        if disputed:
            reason = self._difference(top, values)
        elif not reason:
            reason = self._reason(top, losers, winners, active)
        value = None if disputed else values[0]
        return _Verdict(value, values if disputed else (), top[0].standing, disputed, reason, winners)

    def _existence(self, active: Sequence[Statement], top: Sequence[Statement]) -> _Verdict:
        """Weigh claims that something is so, which can differ only in their dates and details."""
        conflict = sorted({text for part in ("since", "until") for text in _conflict(top, part)})
        winners = frozenset(claim.id for claim in active)
        reason = (
            f"sources of equal standing date it differently: {', '.join(conflict)}"
            if conflict
            else self._agreement(winners, active)
        )
        value = next((claim.value for claim in top if claim.value is not None), None)
        return _Verdict(value, tuple(conflict), top[0].standing, bool(conflict), reason, winners)

    def _later(self, top: list[Statement]) -> tuple[list[Statement], str]:
        """Settle equal claims by recency, where the rule lets recency speak at all."""
        shares = {claim.source: self._shares.get(claim.source) for claim in top}
        known = [share for share in shares.values() if share is not None]
        if len(known) == len(shares) and len(set(known)) > 1:
            most = max(known)
            return (
                [claim for claim in top if shares[claim.source] == most],
                f"the larger share counted stands ({most:g} %)",
            )
        publishers = {self._sources[claim.source].publisher for claim in top}
        dates = {claim.source: self._sources[claim.source].published for claim in top}
        releases = [date for date in dates.values() if date]
        if len(publishers) == 1 and None not in publishers and len(releases) == len(dates) > 1:
            last = max(releases)
            later = [claim for claim in top if dates[claim.source] == last]
            if len(later) < len(top):
                return later, f"the later release of {publishers.pop()} stands ({last})"
        return top, ""

    def _difference(self, top: Sequence[Statement], values: tuple[Value, ...]) -> str:
        said = " and ".join(_plain(value) for value in values)
        if len({claim.source for claim in top}) == 1:
            return f"one source says both {said}"
        return f"sources of equal standing differ: {said}"

    def _reason(
        self,
        top: Sequence[Statement],
        losers: Sequence[Statement],
        winners: frozenset[str],
        active: Sequence[Statement],
    ) -> str:
        if not losers:
            return self._agreement(winners, active)
        standing, kind = top[0].standing, self._sources[top[0].source].kind
        rival = min(losers, key=self._weight)
        if rival.standing != standing:
            return f"{standing} outranks {rival.standing}"
        return f"{kind} outranks {self._sources[rival.source].kind}"

    def _agreement(self, winners: frozenset[str], active: Sequence[Statement]) -> str:
        number = self._independent([claim for claim in active if claim.id in winners])
        return "one source says so" if number == 1 else f"{number} independent sources agree"

    def _independent(self, claims: Iterable[Statement]) -> int:
        """How many independent sources these claims come from: publishers, copies and what was inferred left out."""
        claims = list(claims)
        said = [claim for claim in claims if claim.standing is not Standing.INFERRED]
        sources = [self._sources[claim.source] for claim in said or claims]
        originals = [source for source in sources if source.copy_of is None] or sources[:1]
        return len({source.publisher or source.id for source in originals})

    # A council -------------------------------------------------------------------------------------

    def _decide_council(self, lists: Mapping[str, Sequence[Statement]], size: int | None) -> dict[str, _Verdict]:
        """Decide the seats of one council (DESIGN.md section 3).

        The lines of the highest-standing report stand. Lower lines for other lists are added standing by
        standing, all or none, while the sum stays within `size`; preliminary lines never, once there is a
        final report: they neither add a list nor keep out what a report after them says of it.
        """
        active = {
            key: kept
            for key, claims in lists.items()
            if (kept := [claim for claim in claims if claim.id not in self._dissent])
        }
        verdicts = {
            key: self._refused(claims, self._dissent[claims[0].id])
            for key, claims in lists.items()
            if key not in active
        }
        if not active:
            return verdicts
        best = {key: min(map(self._weight, claims)) for key, claims in active.items()}
        top = min(best.values())
        if top[0] <= Standing.FINAL.rank:
            for key, claims in active.items():
                later = [claim for claim in claims if claim.standing.rank > Standing.PRELIMINARY.rank]
                if best[key][0] == Standing.PRELIMINARY.rank and later:
                    active[key], best[key] = later, min(map(self._weight, later))
        tiers: dict[tuple[int, ...], list[str]] = defaultdict(list)
        for key in sorted(active):
            tiers[top if best[key] == top else (best[key][0], len(Standing))].append(key)
        accounted = 0
        for tier in sorted(tiers):
            keys = tiers[tier]
            decided = {key: self._seats(active[key]) for key in keys}
            added = sum(_minimum(verdict) for verdict in decided.values())
            standing = decided[keys[0]].standing
            refusal, disputed = "", False
            if tier != top:
                if standing is Standing.PRELIMINARY and top[0] <= Standing.FINAL.rank:
                    refusal = "preliminary lines do not count once there is a final report"
                elif size is None and tier[0] > top[0]:
                    refusal = "lines of lower standing are not added while the council's size is unknown"
                elif size is not None and accounted + added > size:
                    refusal = (
                        f"no room: {accounted} of {size} seats are accounted for by higher standing, "
                        f"and {standing} lines would add {added}"
                    )
                    disputed = True
            if refusal:
                for key in keys:
                    verdicts[key] = replace(self._refused(active[key], refusal), disputed=disputed)
            else:
                accounted += added
                verdicts.update(decided)
        return verdicts

    def _seats(self, claims: Sequence[Statement]) -> _Verdict:
        """Weigh the claims about one list in one council; a reserved seat it holds adds none to its seats."""
        plain = [claim for claim in claims if claim.reserved_for is None and claim.id not in self._dissent]
        if not plain or len(plain) == len(claims):
            return self._verdict(claims)
        verdict = self._verdict(plain)
        kinds = {claim.id for claim in claims if claim.reserved_for and claim.id not in self._dissent}
        return replace(verdict, winners=verdict.winners | kinds)

    def _refused(self, claims: Sequence[Statement], reason: str) -> _Verdict:
        strongest = min(claims, key=self._weight)
        return _Verdict(None, _distinct(claims), strongest.standing, False, reason, frozenset(), counts=False)

    def _sizes(self, facts: dict[str, Fact]) -> dict[tuple[str, str | None], CouncilSize]:
        """The size of each council: general plus reserved seats where both are stated, else the whole."""
        stated: dict[tuple[str, str | None], dict[str, Fact]] = defaultdict(dict)
        for fact in facts.values():
            if fact.predicate == COUNCIL_SIZE:
                stated[fact.subject, fact.election][fact.of or "both"] = fact
        sizes: dict[tuple[str, str | None], CouncilSize] = {}
        for council, parts in stated.items():
            split = [parts[basis] for basis in ("general", "reserved") if basis in parts]
            whole = parts.get("both")
            if len(split) == 2 and all(isinstance(fact.value, int) for fact in split):
                rests_on = split
                if whole is not None and whole.value != sum(int(fact.value or 0) for fact in split):
                    facts[whole.id] = self._split(whole, split)
            elif whole is not None and isinstance(whole.value, int):
                rests_on = [whole]
            else:
                continue
            sizes[council] = CouncilSize(
                sum(int(fact.value or 0) for fact in rests_on),
                max((fact.standing for fact in rests_on), key=lambda standing: standing.rank),
                tuple(fact.id for fact in rests_on),
            )
        return sizes

    def _split(self, whole: Fact, split: Sequence[Fact]) -> Fact:
        """The claims of a whole council's size where its parts settle it: those that give their sum stand."""
        size = sum(int(fact.value or 0) for fact in split)
        said = [weighed.statement for weighed in whole.statements]
        won = [claim for claim in said if claim.value == size and claim.id not in self._dissent]
        return replace(
            whole,
            value=size if won else whole.value,
            values=() if won else whole.values,
            disputed=whole.disputed and not won,
            counts=bool(won),
            reason="general and reserved seats are stated separately: " + " + ".join(_plain(f.value) for f in split),
            sources=self._independent(won) if won else whole.sources,
            statements=tuple(Weighed(claim, claim in won) for claim in said),
        )

    def _fact(self, key: str, claims: Sequence[Statement], verdict: _Verdict) -> Fact:
        first = claims[0]
        won = [claim for claim in claims if claim.id in verdict.winners]
        heaviest = sorted(won or claims, key=lambda claim: (self._weight(claim), claim.id))
        return Fact(
            id=key,
            predicate=first.predicate,
            subject=first.subject or "",
            object=first.object,
            of=next((claim.of for claim in heaviest if claim.of), None),
            election=first.election,
            value=verdict.value,
            values=verdict.values,
            reserved_for=next((claim.reserved_for for claim in heaviest if claim.reserved_for), None),
            since=_most_precise(heaviest, "since"),
            until=_most_precise(heaviest, "until"),
            standing=verdict.standing,
            disputed=verdict.disputed,
            counts=verdict.counts,
            reason=verdict.reason,
            sources=self._independent(won) if won else 0,
            statements=tuple(Weighed(claim, claim.id in verdict.winners) for claim in claims),
        )


def _periods(claims: Sequence[Statement]) -> list[tuple[str, list[Statement]]]:
    """Claims that began in different years are different facts.

    One without a beginning joins the only dated period, or the last that began before it says that it ended.
    """
    by_year: dict[str, list[Statement]] = defaultdict(list)
    for claim in claims:
        by_year[(claim.since or "")[:4]].append(claim)
    undated = by_year.pop("", [])
    years = sorted(by_year)
    for claim in undated:
        begun = [year for year in years if claim.until is None or year <= claim.until]
        joins = bool(begun) and (claim.until is not None or len(years) == 1)
        by_year[begun[-1] if joins else ""].append(claim)
    return sorted(by_year.items())


def _distinct(claims: Iterable[Statement]) -> tuple[Value, ...]:
    return tuple(sorted({claim.value for claim in claims if claim.value is not None}, key=sort_key))


def _minimum(verdict: _Verdict) -> int:
    value = verdict.value if verdict.value is not None else min(verdict.values, key=sort_key, default=0)
    return int(value)


def _conflict(claims: Iterable[Statement], part: str) -> set[str]:
    """The dates among these that cannot all be true: none is the beginning of the other."""
    dates = {date for claim in claims if (date := getattr(claim, part))}
    longest = max(dates, key=len, default="")
    return dates if any(not longest.startswith(date) for date in dates) else set()


def _most_precise(claims: Sequence[Statement], part: str) -> str | None:
    """The date of the strongest claim, made more precise by any other that agrees with it."""
    dates = [date for claim in claims if (date := getattr(claim, part))]
    return max((date for date in dates if date.startswith(dates[0])), key=len, default=None)


def _plain(value: Value | None) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
