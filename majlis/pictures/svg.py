"""What all pictures share: a picture, elements with escaped text, numbers, and text that fits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

# What XML 1.0 cannot hold, and codes that turn the direction of all that follows.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]")
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_NARROW, _WIDE = frozenset("ijltfrI.,:;'|!()[] "), frozenset("mwMW@%")


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in its own units. `body` is markup whose ids begin with `ids`; title and text tell it in words."""

    ids: str
    width: float
    height: float
    body: str
    title: str
    text: str

    def inline(self, *, role: str = "img", sized: bool = False) -> str:
        """The `<svg>` to embed; `sized` gives it its own width and height.

        With the role "group" a screen reader also finds the parts that have labels.
        """
        return element(
            "svg",
            element("title", escape(self.title), id=f"{self.ids}-title")
            + element("desc", escape(self.text), id=f"{self.ids}-desc")
            + self.body,
            xmlns="http://www.w3.org/2000/svg",
            class_="majlis",
            viewBox=f"0 0 {number(self.width)} {number(self.height)}",
            width=number(self.width) if sized else None,
            height=number(self.height) if sized else None,
            role=role,
            aria_labelledby=f"{self.ids}-title",
            aria_describedby=f"{self.ids}-desc",
        )


@lru_cache(4096)  # outlines, names and classes are the same in many pictures
def escape(text: str) -> str:
    """A text as XML can hold it, in an element or an attribute."""
    return _FORBIDDEN.sub("\ufffd", text).translate(_MARKUP)


def number(value: float) -> str:
    """A length, rounded to a tenth, without needless digits."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """An element with markup as its content; `class_` is class, `aria_label` is aria-label, None is left out."""
    given = "".join(
        [
            f' {_attribute(key)}="{number(value) if isinstance(value, float) else escape(str(value))}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def write(x: float, y: float, text: str, **attributes: object) -> str:
    """A line of text with its base line at y."""
    return element("text", escape(text), x=float(x), y=float(y), **attributes)


def shift(x: float, y: float, content: str, **attributes: object) -> str:
    """Markup moved by x and y."""
    return element("g", content, transform=f"translate({number(x)} {number(y)})", **attributes)


def text_width(text: str, size: float) -> float:
    """About how wide a text is in a usual font of this size: rather too wide than too narrow."""
    return size * sum(map(_letter, text))


@lru_cache(4096)
def _letter(char: str) -> float:
    if char in _NARROW:
        return 0.36
    if char in _WIDE:
        return 0.95
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.05
    return 0.72 if char.isupper() else 0.6


def fit(text: str, size: float, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than this."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def lines(text: str, size: float, width: float, most: int | None = None) -> list[str]:
    """The text broken into lines of at most this width; what goes beyond `most` lines is cut with an ellipsis."""
    found = [""]
    for word in (part for whole in text.split() for part in _pieces(whole, size, width)):
        longer = f"{found[-1]} {word}" if found[-1] else word
        if not found[-1] or text_width(longer, size) <= width:
            found[-1] = longer
        else:
            found.append(word)
    if most is not None and len(found) > most:
        found = [*found[: most - 1], " ".join(found[most - 1 :])]
    return [fit(line, size, width) for line in found]


def _pieces(word: str, size: float, width: float) -> list[str]:
    """The word, broken where it is wider than a whole line, such as an address."""
    found = [""]
    for char in word:
        if found[-1] and text_width(found[-1] + char, size) > width:
            found.append("")
        found[-1] += char
    return found


def paragraph(x: float, y: float, texts: Sequence[str], leading: float, **attributes: object) -> str:
    """Lines of text, the first with its base line at y."""
    return "".join(write(x, y + row * leading, text, **attributes) for row, text in enumerate(texts))


def path(points: Iterable[tuple[float, float]]) -> str:
    """The data of a line through these points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
