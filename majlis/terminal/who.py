"""Who holds a council, as text."""

from __future__ import annotations

from collections.abc import Mapping

from queries.people.offices import Term
from queries.view.evidence import SourceLine
from queries.who.answer import NO_VOTE, Who

from ..wording.forms import ENGLISH, isolate
from ..wording.people.offices import election_words, period_words
from ..wording.who import turnout_words, who_sentence
from .phrases import command, differ, note_lines, numbered, reading
from .table import table
from .text import bar, blocks, marks, source_lines, wrap


def who_text(answer: Who) -> str:
    """The whole answer for a terminal."""
    shown = _shown(answer)
    numbers = numbered(shown)
    lines = reading(answer.asked, answer.subject)
    lines.append(wrap(who_sentence(answer)))
    lines += _seats(answer)
    rows = []
    for item in answer.lists:
        extra = f" ({ENGLISH.say('reserved.statement', whom=item.reserved_for)})" if item.reserved_for else ""
        rows.append(
            (
                isolate(item.name) + extra,
                ENGLISH.seats_told(item),
                ENGLISH.share(item.seats, item.most, answer.council_size),
                ENGLISH.placed(item),
                bar(item.seats),
                marks(item.locators, numbers) + (" !" if item.disputed or item.dissent else ""),
            )
        )
    if (missing := answer.missing) and answer.lists:
        lacking = ENGLISH.share(missing, missing, answer.council_size)
        rows.append((ENGLISH.say("accounted"), str(missing), lacking, "", "." * missing, ""))
    lines += table(rows, right=frozenset({1, 2}))
    if answer.turnout is not None:
        lines.append(turnout_words(answer))
    disputed = next((item for item in answer.lists if item.disputed or item.dissent), None)
    lines += differ(disputed.name, answer.subject.candidate.name) if disputed else []
    lines += office_lines(answer.offices, numbers)
    lines += note_lines(answer.notes if answer.status != NO_VOTE else ())
    lines += source_lines(shown)
    if len(shown) < len(answer.sources):
        more = len(answer.sources) - len(shown)
        lines.append(ENGLISH.counted("office_source", more, command=command("who", answer.asked, "--format", "json")))
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


def office_lines(terms: tuple[Term, ...], numbers: Mapping[str, int]) -> list[str]:
    """A line for each term: "Governor of Basra since 5 Feb 2024: Asaad al-Eidani (elected by 24 of 27 members) [3]"."""
    lines = []
    for term in terms:
        office, period = isolate(term.office.name), period_words(term)
        how, marks = election_words(term), " ".join(f"[{numbers[source]}]" for source in term.first_sources)
        lines.append(
            wrap(
                f"{office}{f' {period}' if period else ''}: {isolate(term.figure.name)}"
                f"{f' ({how})' if how else ''} {marks}{' !' if term.disputed else ''}",
                "  ",
            )
        )
    return lines
