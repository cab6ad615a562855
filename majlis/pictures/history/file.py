"""Seats through the elections as a whole file."""

from __future__ import annotations

from collections.abc import Sequence

from queries.history import History

from ...wording.forms import ENGLISH, Language
from ...wording.history import history_sentence
from .. import palette
from ..documents import note_texts, source_notes, whole_file
from ..palette import Colours
from .bars import Row, history_picture


def history_document(
    rows: Sequence[Row],
    colours: Colours,
    answer: History | None,
    data_version: str,
    sources: int = 0,
    language: Language = ENGLISH,
) -> str:
    """The rows as a file: of the name of an answer, or of the largest lists, who rest on so many sources."""
    if answer is None:
        title, under = language.say("history.picture"), language.say("history.largest")
        notes = [language.say("history.discs"), language.say("cite.others", number=sources)]
        notes.append(language.say("cite.version", version=language.isolate(data_version)))
    else:
        found = answer.subject.candidate
        title = language.say("history.picture_of", name=language.name(found.id, found.name))
        under = history_sentence(answer, language)
        notes = [*note_texts(answer.notes, language), *source_notes(answer.sources, data_version, language)]
    picture = history_picture(rows, colours, title, under, language)
    css = palette.css(colours, {mark.list for row in rows for mark in row.marks})
    return whole_file(picture, title, (under,), notes, css, language)
