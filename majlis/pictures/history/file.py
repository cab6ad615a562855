"""Seats through the elections as a whole file."""

from __future__ import annotations

from collections.abc import Sequence

from queries.history import History

from ...wording.forms import ENGLISH
from ...wording.history import history_sentence
from ...wording.notes import note_text
from .. import palette
from ..documents import source_notes, whole_file
from ..palette import Colours
from .bars import Row, history_picture


def history_document(
    rows: Sequence[Row], colours: Colours, answer: History | None, data_version: str, sources: int = 0
) -> str:
    """The rows as a file: of the name of an answer, or of the largest lists, who rest on so many sources."""
    if answer is None:
        title, under = ENGLISH.say("history.picture"), ENGLISH.say("history.largest")
        notes = [ENGLISH.say("history.discs"), ENGLISH.say("cite.others", number=sources)]
        notes.append(ENGLISH.say("cite.version", version=data_version))
    else:
        found = answer.subject.candidate
        title = ENGLISH.say("history.picture_of", name=ENGLISH.name(found.id, found.name))
        under = history_sentence(answer)
        notes = [*map(note_text, answer.notes), *source_notes(answer.sources, data_version)]
    picture = history_picture(rows, colours, title, under)
    css = palette.css(colours, {mark.list for row in rows for mark in row.marks})
    return whole_file(picture, title, (under,), notes, css)
