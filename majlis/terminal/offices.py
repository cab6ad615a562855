"""Who held a province's offices from the vote on, as text."""

from __future__ import annotations

from collections.abc import Mapping

from queries.offices import Term

from .text import day, isolate, wrap


def office_lines(terms: tuple[Term, ...], province: str, numbers: Mapping[str, int]) -> list[str]:
    """A line for each term: "Governor since 5 Feb 2024: Asaad al-Eidani (elected by 24 of 27 members) [3]"."""
    return [
        wrap(
            f"{isolate(term.office.name.removesuffix(f' of {province}'))}{_period(term)}: {isolate(term.figure.name)}"
            f"{_how(term)} {' '.join(f'[{numbers[source]}]' for source in term.first_sources)}"
            + (" !" if term.disputed else ""),
            "  ",
        )
        for term in terms
    ]


def _period(term: Term) -> str:
    if term.since and term.until:
        return f" {day(term.since)} to {day(term.until)}"
    if term.since:
        return f" since {day(term.since)}"
    return f" until {day(term.until)}" if term.until else ""


def _how(term: Term) -> str:
    """How the figure was elected, in brackets; nothing where no source counts it."""
    votes, present, members = (term.election.get(basis) for basis in ("votes", "present", "members"))
    of = f"{present} present" if present is not None else f"{members} members" if members is not None else ""
    parts = []
    if votes is not None:
        parts.append(f"elected by {votes} of {of}" if of else f"elected with {votes} votes")
    elif present is not None:
        parts.append(f"elected, {present} of {members} members present" if members else f"elected, {of}")
    if term.supporters:
        parts.append("supported by " + ", ".join(isolate(one.name) for one in term.supporters))
    return f" ({'; '.join(parts)})" if parts else ""
