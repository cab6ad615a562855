"""Lines that several answers have in a terminal."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence

from graph.names import Matched
from queries.view import Subject
from queries.where import CouncilAnswer

from ..wording.forms import ENGLISH, Citation, isolate


def reading(asked: str, subject: Subject) -> list[str]:
    """The first line of an answer to a misspelt name."""
    if subject.matched is not Matched.FUZZY:
        return []
    return [f'Reading "{asked}" as {isolate(subject.candidate.name)}.']


def differ(name: str, place: str) -> list[str]:
    """What the mark "!" means, with where to look."""
    return [f"! {ENGLISH.say('differ')} here: majlis why {shlex.quote(name)} {shlex.quote(place)}"]


def size_legend(councils: Iterable[CouncilAnswer]) -> list[str]:
    """What the mark behind a number or a name means, where any of these councils has it."""
    marked = any(council.size_inferred for council in councils)
    return [f"{ENGLISH.say('size.mark')} {ENGLISH.say('size.inferred')}"] if marked else []


def cite_text(sentence: str, sources: Sequence[Citation], data_version: str) -> str:
    """A sentence with its sources and the version of the data, ready to paste."""
    said = f" {ENGLISH.say('cite.source', source='; '.join(map(str, sources)))}." if sources else ""
    return f"{sentence}{said} {ENGLISH.say('cite.version', version=data_version)}."
