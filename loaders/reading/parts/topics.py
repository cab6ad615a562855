"""What a heading that names no known place is about: a topic, or the place of which the sentence below speaks."""

from __future__ import annotations

from itertools import islice, takewhile

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
    return label_like(name) and not page.names.is_date(name) and any(_as_place(page, one.text, name) for one in below)


def _as_place(page: Page, text: str, name: str) -> bool:
    terms = page.names.language.terms
    begin = text.find(name)
    while begin >= 0:
        end = begin + len(name)
        before, behind = text[max(begin - _WORD, 0) : begin].split(" "), text[end : end + _WORD].split(" ")
        if not (before[-1] or behind[0][:1].isalnum()):  # words of its own
            leads, follows = (
                terms.get((fold(word),)) for word in ("".join(before[-2:]), "".join(behind[1:2]).rstrip(".,;:"))
            )
            inside = leads is not None and "in" in leads.roles and "with" not in leads.roles
            if inside or (not behind[0] and follows is not None and "body" in follows.roles):
                return True
        begin = text.find(name, end)
    return False


def told_of_below(page: Page, at: int, name: str) -> bool:
    """Whether the sentence right below a heading speaks of a place of its name: "Marden" above "In Marden the ..."."""
    below = next((block for block in page.blocks[at + 1 : at + 2] if block.kind is BlockKind.TEXT), None)
    if below is None or not below.text.strip() or not label_like(name) or page.names.is_date(name):
        return False
    begin, end = sentences(below.text)[0]
    before, found, behind = below.text[begin:end].partition(name)
    whole = found and not (before[-1:].isalnum() or behind[:1].isalnum())
    term = page.names.language.terms.get((fold(before.split()[-1]),)) if whole and before.strip() else None
    return term is not None and "in" in term.roles and "with" not in term.roles
