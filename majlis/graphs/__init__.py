"""Which graph answers: opened from the cache, built when there is none or the data changed, or a file of the user's.

Its answers say their notes in English, and show themselves in a notebook as tables.
"""

from __future__ import annotations

from typing import Any

from queries.plain import Note, said_by


def _english(note: Note) -> str:
    """A note in English; its words are read when one is first said."""
    from ..wording.notes import note_text

    return note_text(note)


def _html(answer: Any) -> str:
    """An answer as a notebook shows it."""
    from ..notebook import html_of

    return html_of(answer)


said_by(_english, _html)
