"""People as text: those named for seats, and who held offices of a place or of a list's people."""

from __future__ import annotations

from collections.abc import Mapping

from queries.members import Members
from queries.offices import Offices, Term

from ..wording.forms import isolate
from ..wording.members import members_sentence, members_table
from ..wording.notes import note_text
from ..wording.offices import election_words, offices_sentence, offices_table, period_words
from .answer import cited_table
from .phrases import reading
from .text import source_lines, wrap


def office_lines(terms: tuple[Term, ...], province: str, numbers: Mapping[str, int]) -> list[str]:
    """A line for each term: "Governor since 5 Feb 2024: Asaad al-Eidani (elected by 24 of 27 members) [3]"."""
    lines = []
    for term in terms:
        office, period = (
            isolate(term.office.name.removesuffix(f" of {province}")),
            period_words(term),
        )
        how, marks = election_words(term), " ".join(f"[{numbers[source]}]" for source in term.first_sources)
        lines.append(
            wrap(
                f"{office}{f' {period}' if period else ''}: {isolate(term.figure.name)}"
                f"{f' ({how})' if how else ''} {marks}{' !' if term.disputed else ''}",
                "  ",
            )
        )
    return lines


def offices_text(answer: Offices) -> str:
    """The whole answer for a terminal: a row a term, with the numbers of its sources."""
    lines = reading(answer.asked, answer.subject)
    lines.append(wrap(offices_sentence(answer)))
    if answer.terms:
        lines += cited_table(offices_table(answer), answer.sources)
    lines += [wrap(note_text(note), "  ") for note in answer.notes]
    return "\n".join([*lines, *source_lines(answer.sources)])


def members_text(answer: Members) -> str:
    """The whole answer for a terminal: a row a person, with the numbers of the sources that name them."""
    lines = reading(answer.asked, answer.subject)
    lines.append(wrap(members_sentence(answer)))
    if answer.members:
        lines += cited_table(members_table(answer), answer.sources)
    lines += [wrap(note_text(note), "  ") for note in answer.notes]
    return "\n".join([*lines, *source_lines(answer.sources)])
