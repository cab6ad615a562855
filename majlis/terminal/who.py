"""Who holds a council, as text."""

from __future__ import annotations

import shlex

from queries.disputed import span
from queries.view import SourceLine
from queries.who import Who

from ..wording.notes import usual
from .offices import office_lines
from .phrases import OPEN, differ, reading, seats_of, share, the
from .text import bar, blocks, day, isolate, marks, ordinal, source_lines, table, wrap


def who_sentence(answer: Who) -> str:
    """The answer in one sentence."""
    name, when = isolate(answer.subject.candidate.name), day(answer.election.date)
    if answer.status == "no_vote":
        return f"{name} held no vote on {when}." if answer.existed else f"{name} was no province on {when}."
    if answer.status == "unknown":
        return f"No result of {name} is known ({when})."
    of = f"{answer.accounted} of {answer.council_size}" if answer.council_size else f"{answer.accounted}"
    majority = f"; a majority is {answer.majority}" if answer.majority else ""
    if not answer.leading:
        return f"{name}, {when}: no seats are accounted for{majority}."
    return f"{name}, {when}: {of} seats are accounted for; {_largest(answer)}{majority}."


def _largest(answer: Who) -> str:
    """Which list is the largest, no more certain than the numbers make it."""
    first = answer.leading
    if answer.open:
        lists = ", ".join(f"{the(item.name)} ({span(item.seats, item.most)})" for item in first)
        return f"sources dispute which lists have most of these: {lists}"
    names, seats = " and ".join(the(item.name) for item in first), span(first[0].seats, first[0].most)
    if len(first) == 1:
        return (
            f"{names} is the largest list with {seats_of(seats)}"
            if answer.certain
            else f"of these, {names} has most, {seats}"
        )
    return (
        f"{names} are the largest lists with {seats_of(seats)} each"
        if answer.certain
        else f"of these, {names} have most, {seats} each"
    )


def who_text(answer: Who) -> str:
    """The whole answer for a terminal."""
    shown = _shown(answer)
    numbers = {source.id: number for number, source in enumerate(shown, 1)}
    lines = reading(answer.asked, answer.subject.candidate.name, answer.subject.matched.value)
    lines.append(wrap(who_sentence(answer)))
    lines += _seats(answer)
    rows = []
    for item in answer.lists:
        joint = "joint " if item.tied_with else ""
        extra = f" (seat reserved for {item.reserved_for})" if item.reserved_for else ""
        rows.append(
            (
                isolate(item.name) + extra,
                span(item.seats, item.most),
                share(item.seats, item.most, answer.council_size),
                f"{joint}{ordinal(item.rank)}" if item.rank else OPEN,
                bar(item.seats),
                marks(item.locators, numbers) + (" !" if item.disputed or item.dissent else ""),
            )
        )
    if (missing := answer.missing) and answer.lists:
        lacking = share(missing, missing, answer.council_size)
        rows.append(("not accounted for", str(missing), lacking, "", "." * missing, ""))
    lines += table(rows, right=frozenset({1, 2}))
    if answer.turnout is not None:
        of = f" of {answer.turnout_of} voters" if answer.turnout_of else " (of what is not stated)"
        lines.append(f"Turnout: {answer.turnout:g}%{of}")
    disputed = next((item for item in answer.lists if item.disputed or item.dissent), None)
    lines += differ(disputed.name, answer.subject.candidate.name) if disputed else []
    lines += office_lines(answer.offices, answer.subject.candidate.name, numbers)
    lines += [wrap(usual(note), "  ") for note in answer.notes if answer.status != "no_vote"]
    lines += source_lines(shown)
    if len(shown) < len(answer.sources):
        more = len(answer.sources) - len(shown)
        asked = shlex.quote(answer.asked)
        lines.append(f"{more} more {'source' if more == 1 else 'sources'} on offices: majlis who {asked} --format json")
    return "\n".join(lines)


def _shown(answer: Who) -> list[SourceLine]:
    """The sources shown: all of the seats, and as few as stand behind each term of office."""
    terms = {source for term in answer.offices for source, _ in term.locators}
    first = {source for term in answer.offices for source in term.first_sources}
    seats = {source for item in answer.lists for source, _ in item.locators}
    return [source for source in answer.sources if source.id in seats | first or source.id not in terms]


def _seats(answer: Who) -> list[str]:
    """The council as a row of blocks, the lists in the order of the table, with a bar where a majority ends.

    How many seats of a larger list are reserved is not part of the answer: only a single one is marked.
    """
    groups = [("reserved" if item.reserved_for and item.most == 1 else "seat", item.seats) for item in answer.lists]
    if answer.missing and groups:
        groups.append(("hollow", answer.missing))
    whole = answer.council_size == sum(count for _, count in groups)
    return blocks(groups, answer.majority if whole else None)
