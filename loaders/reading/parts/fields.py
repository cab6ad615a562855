"""Words before results that say of what they are: "Province: Marden" above them, "Marden: A 5, B 3" in their line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..blocks import Block, BlockKind
from ..cues import NO_PLACE, of_places, roles_in, unit_of
from ..found import Origin, Span
from ..labels import Sort
from ..lists.entries import Entries, Entry
from ..lists.people import are_people
from ..lists.written import label_like
from ..scope import Level, Scope
from ..words import Role, fold_words, lexicon
from .leads import is_place_code
from .page import Page

_OPENING = 6  # blocks above and below
_DASH = re.compile(r"\s[–—|-]\s")
_PLACES = frozenset({Role.PLACE, Role.PLACE_NOUN})
_ABOVE = frozenset({BlockKind.TITLE, BlockKind.TEXT, BlockKind.ASIDE, BlockKind.BREAK})
_RESULTS = frozenset({BlockKind.TABLE, BlockKind.ITEM})
_NO_PLACE = NO_PLACE | {Role.RESULTS, Role.LOCAL_BODY}
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


def of_lead(
    page: Page, scope: Scope, entries: Entries, listed: Sequence[Entry], block: Block
) -> tuple[Scope, str | None]:
    """What the words before the entries of a line say of them; and the list of which these are people."""
    begin, end = listed[0].lead or (0, 0)
    lead = entries.text[begin:end].strip()
    sort = page.labels.sort(lead)
    here = Span(block.at.line, block.at.start + begin, block.at.start + end)
    if is_place_code(lead):
        return replace(scope, place=Level(lead, Origin.ITEM, here), closed=False), None
    if sort is Sort.LIST:
        people = are_people(listed, page.labels)
        return replace(scope, list=Level(lead, Origin.ITEM, here)), lead if people else None
    if sort is Sort.MEASURE:
        known = all(page.heard(entry.name, of_list=False) for entry in listed)
        return replace(scope, of_places=known, unit=unit_of(lead) or scope.unit), None
    if of_places(lead):
        return replace(scope, of_places=True, unit=unit_of(lead) or scope.unit), None
    if sort in (Sort.PLACE, Sort.UNKNOWN) and not roles_in(lead) & _NO_PLACE:
        sure = sort is Sort.PLACE or (len(listed) > 1 and page.leads > 1 and not are_people(listed, page.labels))
        return replace(scope, place=Level(lead, Origin.ITEM, here, guessed=not sure), closed=False), None
    return scope, None
