"""Where the words of a language begin in a picture: on the right, in one that runs from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..wording.forms import Language
from ..wording.messages import LANGUAGES
from .svg import write


@dataclass(frozen=True, slots=True)
class Side:
    """A picture or a part of one, so wide; what is placed from the left stands as far from the right where words do."""

    language: Language
    width: float

    @property
    def right(self) -> bool:
        """Whether words begin on the right."""
        return LANGUAGES[self.language.code] == "rtl"

    def at(self, x: float) -> float:
        """A place in it, given from where words begin."""
        return self.width - x if self.right else x

    def left(self, x: float, wide: float) -> float:
        """The left edge of what is so wide and begins there."""
        return self.width - x - wide if self.right else x

    def write(self, x: float, y: float, text: str, size: float, css: str = "", *, end: bool = False) -> str:
        """A line that begins or ends there; kept to its own direction, which a renderer takes for that of its page."""
        classes = " ".join(filter(None, (css, "end" if end is not self.right else "")))
        return write(
            self.at(x), y, f"\u2067{text}\u2069" if self.right else text, font_size=size, class_=classes or None
        )

    def paragraph(self, x: float, y: float, texts: Sequence[str], leading: float, size: float, css: str = "") -> str:
        """Lines of text, the first with its base line at y."""
        return "".join(self.write(x, y + row * leading, text, size, css) for row, text in enumerate(texts))
