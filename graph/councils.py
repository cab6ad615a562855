"""The seats of a council, decided together: which lines of which report count, and within which size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .kinds import weakest
from .model import Fact, Reason, Standing, Statement, Weighed
from .verdicts import Judge, Verdict, value_text


@dataclass(frozen=True, slots=True)
class CouncilSize:
    """The number of seats of a council at an election, and the standing and facts it rests on."""

    seats: int
    standing: Standing
    facts: tuple[str, ...]


def decide_council(
    judge: Judge, lists: Mapping[str, Sequence[Statement]], size: int | None, *, fits: bool = True
) -> dict[str, Verdict]:
    """Decide the seats of one council (DESIGN.md section 3), from the claims about each list in it.

    The lines of the highest-standing report stand. Lower lines for other lists are added standing by
    standing, all or none, while the sum stays within `size`; preliminary lines never, once there is a
    final report: they neither add a list nor keep out what a report after them says of it. Where the sources are known
    not to fit the size (`fits` is False), what they say is told as it stands.
    """
    active = {key: kept for key, claims in lists.items() if (kept := judge.active(claims))}
    verdicts = {
        key: judge.refuse(claims, judge.dissent[claims[0].id]) for key, claims in lists.items() if key not in active
    }
    if not active:
        return verdicts
    best = {key: min(map(judge.weight, claims)) for key, claims in active.items()}
    top = min(best.values())
    has_final = top[0] <= Standing.FINAL.rank
    if has_final:
        for key, claims in active.items():
            active[key] = _after_final(judge, claims)
            best[key] = min(map(judge.weight, active[key]))
    tiers: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for key in sorted(active):
        tiers[top if best[key] == top else (best[key][0], len(Standing))].append(key)
    accounted = 0
    for tier in sorted(tiers):
        keys = tiers[tier]
        decided = {key: _seats(judge, active[key]) for key in keys}
        added = sum(verdict.minimum for verdict in decided.values())
        standing = decided[keys[0]].standing
        refused = None
        if tier != top:
            if standing is Standing.PRELIMINARY and has_final:
                refused = Reason("preliminary_after_final")
            elif size is None and tier[0] > top[0]:
                refused = Reason("size_unknown")
            elif fits and size is not None and accounted + added > size:
                refused = Reason("no_room", (str(accounted), str(size), f"standing.{standing}", str(added)))
        if refused is None:
            accounted += added
            verdicts |= decided
        else:
            for key in keys:
                verdicts[key] = replace(judge.refuse(active[key], refused), disputed=refused.code == "no_room")
    return verdicts


def _after_final(judge: Judge, claims: list[Statement]) -> list[Statement]:
    """The claims about a list that speak beside a final report: those that came after a preliminary count, if any."""
    later = [claim for claim in claims if claim.standing.rank > Standing.PRELIMINARY.rank]
    return later if later and min(map(judge.weight, claims))[0] == Standing.PRELIMINARY.rank else claims


def decide_in_all(judge: Judge, lists: Mapping[str, Sequence[Statement]]) -> dict[str, Verdict]:
    """Decide the seats of each list in a whole election, from the claims about each.

    Each list is decided by itself; but once a final total of any list is known, preliminary ones decide nothing.
    """
    active = {key: judge.active(claims) for key, claims in lists.items()}
    final = any(claim.standing.rank <= Standing.FINAL.rank for claims in active.values() for claim in claims)
    verdicts = {}
    for key, claims in lists.items():
        verdict = judge.weigh(_after_final(judge, active[key]) if final and active[key] else claims)
        early = final and verdict.standing is Standing.PRELIMINARY
        verdicts[key] = judge.refuse(claims, Reason("preliminary_after_final")) if early else verdict
    return verdicts


def _seats(judge: Judge, claims: Sequence[Statement]) -> Verdict:
    """Weigh the claims about one list in one council; a reserved seat it holds adds none to its seats."""
    plain = [claim for claim in claims if claim.reserved_for is None]
    if not plain or len(plain) == len(claims):
        return judge.weigh(claims)
    verdict = judge.weigh(plain)
    return replace(verdict, winners=verdict.winners | {claim.id for claim in claims if claim.reserved_for})


def council_sizes(
    judge: Judge, facts: Iterable[Fact], predicate: str
) -> tuple[dict[tuple[str, str | None], CouncilSize], list[Fact]]:
    """The size of each council, or of all of an election: general plus reserved if both are stated, else whole.

    A whole of a higher standing than its parts stands. Also the facts of whole sizes that such a sum contradicts,
    decided anew by it.
    """
    stated: dict[tuple[str, str | None], dict[str, Fact]] = defaultdict(dict)
    for fact in facts:
        if fact.predicate == predicate:
            stated[fact.subject, fact.election][fact.of or "both"] = fact
    sizes: dict[tuple[str, str | None], CouncilSize] = {}
    settled = []
    for council, parts in stated.items():
        split = [parts[basis] for basis in ("general", "reserved") if basis in parts]
        whole = parts.get("both")
        stronger = whole is None or all(fact.standing.rank <= whole.standing.rank for fact in split)
        if len(split) == 2 and stronger and all(isinstance(fact.value, int) for fact in split):
            rests_on = split
            if whole is not None and whole.value != sum(int(fact.value or 0) for fact in split):
                settled.append(_settled(judge, whole, split))
        elif whole is not None and isinstance(whole.value, int):
            rests_on = [whole]
        elif whole is None and split == [parts.get("general")] and isinstance(split[0].value, int):
            rests_on = split  # no source says of reserved ones: the seats that lists stood for
        else:
            continue
        sizes[council] = CouncilSize(
            sum(int(fact.value or 0) for fact in rests_on),
            weakest(fact.standing for fact in rests_on),
            tuple(fact.id for fact in rests_on),
        )
    return sizes, settled


def _settled(judge: Judge, whole: Fact, split: Sequence[Fact]) -> Fact:
    """The fact of a whole council's size where its parts settle it: the claims that give their sum stand."""
    size = sum(int(fact.value or 0) for fact in split)
    said = [weighed.statement for weighed in whole.statements]
    won = [claim for claim in judge.active(said) if claim.value == size]
    return replace(
        whole,
        value=size if won else whole.value,
        values=() if won else whole.values,
        disputed=whole.disputed and not won,
        counts=bool(won),
        reason=Reason("stated_separately", tuple(value_text(fact.value) for fact in split)),
        sources=judge.independent(won) if won else whole.sources,
        statements=tuple(Weighed(claim, claim in won) for claim in said),
    )
