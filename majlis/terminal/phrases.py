"""Lines that several answers have in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.names import Matched
from queries.plain import Note
from queries.view.evidence import SourceLine
from queries.view.subject import Subject
from queries.where.answer import SEATS, UNKNOWN, CouncilAnswer

from ..wording.forms import ENGLISH, Citation, isolate
from ..wording.notes import note_text
from ..wording.where import marks_words
from .text import wrap


def reading(asked: str, subject: Subject) -> list[str]:
    """The first line of an answer to a misspelt name."""
    if subject.matched is not Matched.FUZZY:
        return []
    return [ENGLISH.say("reading.guess", asked=asked, name=isolate(subject.candidate.name))]


def note_lines(notes: Iterable[Note]) -> list[str]:
    """What an answer says beside itself, a paragraph each."""
    return [wrap(note_text(note), "  ") for note in notes]


def numbered(sources: Iterable[SourceLine]) -> dict[str, int]:
    """The number of each source below an answer, by its id, from 1."""
    return {source.id: number for number, source in enumerate(sources, 1)}


def command(*words: str) -> str:
    """A command to copy, each word as a shell takes it for one."""
    import shlex

    return shlex.join(["majlis", *words])


def differ(name: str, *place: str) -> list[str]:
    """What the mark "!" means, with where to look."""
    return [f"! {ENGLISH.say('differ.here', differ=ENGLISH.say('differ'), command=command('why', name, *place))}"]


def no_vote_lines(provinces: Iterable[str]) -> list[str]:
    """The provinces that held no vote, by name; nothing where there are none."""
    names = ENGLISH.listed(map(isolate, provinces))
    return [wrap(ENGLISH.say("places.no_vote", places=names), "  ")] if names else []


def mark_legend(councils: Sequence[CouncilAnswer]) -> list[str]:
    """What the marks behind numbers and names mean, where any of these councils has them."""
    listed = any((council.status != SEATS or council.partly) and council.members for council in councils)
    listed |= any(council.status == UNKNOWN and council.members == 0 for council in councils)
    has = (listed, any(council.size_inferred for council in councils))
    return [f"{mark} {words}" for (mark, words), marked in zip(marks_words().items(), has, strict=True) if marked]


def cite_text(sentence: str, sources: Sequence[Citation], data_version: str) -> str:
    """A sentence with its sources and the version of the data, ready to paste."""
    said = f" {ENGLISH.say('cite.source', source='; '.join(map(str, sources)))}." if sources else ""
    return f"{sentence}{said} {ENGLISH.say('cite.version', version=data_version)}."
