"""What a text in words asks, and of what it names; and the error of one that asks nothing that can be answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.errors import CannotAnswerError

from .names import Said


@dataclass(frozen=True, slots=True)
class Question:
    """A page and what it is asked about, by names as they were written; without a name a page about all.

    `options` are its election or day and its body; `unread` the small words that had no part in how it was read, and
    `left` what else was asked, of two questions.
    """

    page: str
    names: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def passed_over(self) -> tuple[str, ...]:
        """What of the text is not answered."""
        return *self.unread, *self.left

    @property
    def name(self) -> str | None:
        """The first name."""
        return self.names[0] if self.names else None

    @property
    def province(self) -> str | None:
        """The province beside a name."""
        return self.names[1] if len(self.names) > 1 else None

    @property
    def told(self) -> str:
        """The page that tells it: where a name has seats in one province is told there beside who says so."""
        return "why" if self.page == "where" and self.province else self.page


class About(NamedTuple):
    """The names of a question, each once, as what they are taken for."""

    holders: list[Said]
    places: list[Said]
    offices: list[Said]

    @property
    def all(self) -> list[Said]:
        """All of them, in the order of the question."""
        return sorted({*self.holders, *self.places, *self.offices}, key=lambda name: name.start)


def not_understood(whole: str, about: About, *readings: Question, unread: Sequence[str] = ()) -> CannotAnswerError:
    """The error of a text that asks nothing that can be answered, with what it names; or what its parts ask.

    `unread`: the words for which it is not understood, beside those that its parts leave unread.
    """
    unread = [*dict.fromkeys([*unread, *(word for reading in readings for word in reading.unread)])]
    lines = [" ".join(["majlis", item.page, *map(repr, item.names)]) for item in readings]
    hint = f"{whole[:80]!r} is not understood as a question."
    hint += f" Not read: {', '.join(unread)}." if unread else ""
    hint += f" What is read of it: {'; '.join(lines)}." if lines else " What can be asked: majlis --help."
    candidates = [item for name in about.all for found in name[3:] if found for item in found.candidates]
    return CannotAnswerError(
        hint,
        {
            "asked": whole,
            "error": "question",
            "unread": unread,
            "readings": [
                {"page": reading.told, "names": [*reading.names], "options": {**reading.options}}
                for reading in readings
            ],
            "candidates": [{"id": item.id, "kind": item.kind.value, "name": item.name} for item in candidates[:8]],
            "hint": hint,
        },
    )
