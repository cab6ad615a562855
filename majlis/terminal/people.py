"""Who held the offices of a place, as lines of text."""

from __future__ import annotations

from collections.abc import Mapping

from queries.people.offices import Term

from ..wording.forms import isolate
from ..wording.people.offices import election_words, period_words
from .text import wrap


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
