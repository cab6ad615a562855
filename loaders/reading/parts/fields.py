"""Lines above the results that say of which place all are: "Province: Marden", "Marden county - final results"."""

from __future__ import annotations

import re
from dataclasses import replace

from ..blocks import Block, BlockKind
from ..cues import roles_in
from ..found import Origin, Span
from ..lists.written import label_like
from ..scope import Level
from ..words import Role, fold_words, lexicon
from .page import Page

_OPENING = 6  # blocks above and below
_DASH = re.compile(r"\s[–—|-]\s")
_PLACES = frozenset({Role.PLACE, Role.PLACE_NOUN})
_ABOVE = frozenset({BlockKind.TITLE, BlockKind.TEXT, BlockKind.ASIDE, BlockKind.BREAK})
_RESULTS = frozenset({BlockKind.TABLE, BlockKind.ITEM})
_TOLD = frozenset({Role.RESULTS, Role.FINAL, Role.PRELIMINARY})


def note_place(page: Page, at: int, block: Block) -> None:
    """Let a line above all tables and lists give the page its place, if no other line has."""
    if page.scope.place is not None or at >= _OPENING or any(one.kind not in _ABOVE for one in page.blocks[:at]):
        return
    name = _field(block.text) or _before_results(page, block.text)
    if name and any(one.kind in _RESULTS for one in page.blocks[at + 1 : at + _OPENING]):
        start = block.at.start + block.text.index(name)
        place = Level(name, Origin.HEADING, Span(block.at.line, start, start + len(name)))
        page.scope = page.title_scope = replace(page.scope, place=place, closed=False)


def _field(text: str) -> str:
    """The name behind a noun of places and a colon."""
    label, _, name = (part.strip() for part in text.partition(":"))
    named = name and label_like(name) and not roles_in(name) and not any(map(str.isdigit, name))
    return name if named and not lexicon().roles_of(fold_words(label)).isdisjoint(_PLACES) else ""


def _before_results(page: Page, text: str) -> str:
    """The name with a noun of places that a dash parts from words of results."""
    name, *rest = (part.strip() for part in _DASH.split(text, maxsplit=1))
    return name if rest and page.labels.has_noun(name) and not roles_in(rest[0]).isdisjoint(_TOLD) else ""
