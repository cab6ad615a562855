"""Who holds a council, as text."""

from __future__ import annotations

import shlex

from majlis.terminal import bar, blocks, day, isolate, marks, ordinal, percent, source_lines, table, wrap
from queries.graph import SourceLine
from queries.who import Who

from .offices import office_lines
from .phrases import reading, the


def who_sentence(answer: Who) -> str:
    """The answer in one sentence."""
    name, when = isolate(answer.subject.candidate.name), day(answer.election.date)
    if answer.status == "no_vote":
        return f"{name} held no vote on {when}."
    if answer.status == "unknown":
        return f"No result of {name} is known ({when})."
    of = f"{answer.accounted} of {answer.council_size}" if answer.council_size else f"{answer.accounted}"
    largest = [item for item in answer.lists if item.rank == 1]
    most = " and ".join(the(item.name) for item in largest)
    verb = "is the largest list" if len(largest) == 1 else "are the largest lists"
    seats = (
        f" with {largest[0].seats} seats"
        if len(largest) == 1
        else f" with {largest[0].seats} seats each"
        if largest
        else ""
    )
    majority = f"; a majority is {answer.majority}" if answer.majority else ""
    return (
        f"{name}, {when}: {of} seats are accounted for; {most} {verb}{seats}{majority}."
        if largest
        else (f"{name}, {when}: no seats are accounted for{majority}.")
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
        share = percent(item.seats, answer.council_size) if answer.council_size else ""
        rows.append(
            (
                isolate(item.name) + extra,
                str(item.seats),
                share,
                f"{joint}{ordinal(item.rank)}",
                bar(item.seats),
                marks(item.locators, numbers) + (" !" if item.disputed else ""),
            )
        )
    if answer.council_size and answer.council_size > answer.accounted and answer.lists:
        missing = answer.council_size - answer.accounted
        rows.append(("not accounted for", str(missing), percent(missing, answer.council_size), "", "." * missing, ""))
    lines += table(rows, right=frozenset({1, 2}))
    if answer.turnout is not None:
        of = f" of {answer.turnout_of} voters" if answer.turnout_of else " (of what is not stated)"
        lines.append(f"Turnout: {answer.turnout:g}%{of}")
    lines += office_lines(answer.offices, answer.subject.candidate.name, numbers)
    lines += [wrap(note, "  ") for note in answer.notes if answer.status != "no_vote"]
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
    groups = [("reserved" if item.reserved_for and item.seats == 1 else "seat", item.seats) for item in answer.lists]
    size = answer.council_size
    if size and size > answer.accounted and groups:
        groups.append(("hollow", size - answer.accounted))
    whole = size == sum(count for _, count in groups)
    return blocks(groups, answer.majority if whole else None)
