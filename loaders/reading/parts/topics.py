"""What a heading that names no known place is about: a topic, or the place of which the sentence below speaks."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import chain, islice, takewhile

from ...languages.words import fold
from ..blocks import BlockKind
from ..cues import roles_in, sentences
from ..lists.written import label_like
from ..words import Role
from .page import Page

_SECTION = 4  # blocks
_WORD = 24  # letters beside a name in which a word may stand
_OF_FIGURES = frozenset({Role.RESULTS, Role.FINAL, Role.PRELIMINARY, Role.SEATS, Role.VOTES, Role.TURNOUT, Role.WON})


def is_topic(text: str) -> bool:
    """Whether a heading is a name, a colon and what is told of it: "Westland: Marden", "Westland: town councils"."""
    name, _, rest = (part.strip() for part in text.partition(": "))
    told = rest and label_like(name) and name[:1].isupper() and not any(map(str.isdigit, text))
    return bool(told) and not (roles_in(name) or roles_in(rest) & _OF_FIGURES)


def spoken_of_below(page: Page, at: int, name: str) -> bool:
    """Whether the text below a heading once has its words behind an "in", or before a noun of councils, as a place."""
    below = takewhile(lambda block: block.kind is BlockKind.TEXT, islice(page.blocks, at + 1, at + 1 + _SECTION))
    beside = chain.from_iterable(_beside(block.text, name) for block in below)
    told = any(_inside(page, before) or "body" in _roles(page, behind) for before, behind in beside)
    return told and label_like(name) and not page.names.is_date(name)


def told_of_below(page: Page, at: int, name: str) -> bool:
    """Whether the sentence right below a heading speaks of a place of its name: "Marden" above "In Marden the ..."."""
    below = next((block for block in page.blocks[at + 1 : at + 2] if block.kind is BlockKind.TEXT), None)
    if below is None or not below.text.strip() or not label_like(name) or page.names.is_date(name):
        return False
    begin, end = sentences(below.text)[0]
    return any(_inside(page, before) for before, _ in islice(_beside(below.text[begin:end], name), 1))


def _beside(text: str, name: str) -> Iterator[tuple[str, str]]:
    """The words before and behind a name, each time that a text has it as words of its own."""
    begin = text.find(name) if name else -1
    while begin >= 0:
        end = begin + len(name)
        before, behind = text[max(begin - _WORD, 0) : begin], text[end : end + _WORD]
        if not (before[-1:].isalnum() or behind[:1].isalnum()):
            follows = behind[1:].split(" ", 1)[0].rstrip(".,;:") if behind[:1] == " " else ""
            yield (before.split() or [""])[-1], follows
        begin = text.find(name, end)


def _inside(page: Page, word: str) -> bool:
    """Whether a word leads to a place."""
    roles = _roles(page, word)
    return "in" in roles and "with" not in roles


def _roles(page: Page, word: str) -> Set[str]:
    term = page.names.language.terms.get((fold(word),))
    return term.roles if term is not None else frozenset()
