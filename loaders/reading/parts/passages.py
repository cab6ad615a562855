"""Passages of prose: each sentence by its grammar, or as the list of names and figures that it may hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..cues import NO_PLACE, roles_in, sentences, standing_in, unit_of, years_in
from ..found import Certainty, Claim, Found, Mechanism, Origin, Span, Unread
from ..labels import Sort
from ..lists.breakdown import broken_down
from ..lists.entries import Entries, Entry, entries_of
from ..lists.lines import run_within
from ..lists.setting import Setting
from ..lists.written import label_like
from ..prose import UNTIED, Place, council_named, parsed, places_named, quotations, read_sentence
from ..sentence import Sentence
from ..unread import uncovered, unread_figures, with_values
from ..words import Role
from .page import Page

_FEW = 3  # entries of a run within a sentence; fewer may be no list


def read_passage(page: Page, text: str, at: Span) -> Iterator[Found]:
    """The claims of a text, sentence by sentence, and its figures that became none; `at` is where it stands."""
    quoted = iter(quotations(text))
    opens, closes = next(quoted, (0, 0))
    size = None
    for begin, end in sentences(text, page.names.language):
        while closes and closes <= begin:
            opens, closes = next(quoted, (0, 0))
        sentence = text[begin:end]
        where = Span(at.line, at.start + begin, at.start + end)
        entries = entries_of(sentence)
        run = run_within(entries, page.labels)
        whole = Sentence(sentence, where, opens < begin < closes)
        context = parsed(whole, page.scope, page.names) if run else None
        above = context.above() if context else None
        said = list(read_sentence(whole, page.scope, page.names, context))
        if not said and not entries.figures:
            continue
        if run:
            begins = where.start + run[0].start
            mine: list[Found] = []
            others: list[Found] = []
            for one in said:
                (mine if one.at.start >= begins and not _of_people(one) else others).append(one)
            listed = list(_inline(page, entries, run, where, mine, above, size))
            doubted = any(isinstance(one, Unread) and one.reason not in UNTIED for one in mine)
            doubted = doubted and not page.lists.summed(run)  # sums that agree settle it
            placed = _from_before(listed) and not any(isinstance(one, Claim) and one.object for one in mine)
            placed = placed or (_origins(listed) == {Origin.LEAD_IN} and Origin.CLAUSE not in _origins(mine))
            surer = _results(listed) == _results(mine) and (placed or _stated(listed) > _stated(mine))
            if (_results(listed) > _results(mine) or surer) and not doubted:
                told = {one[:3] for one in listed if isinstance(one, Claim)}
                said = [*(one for one in others if one[:3] not in told), *listed]
        said = list(broken_down(said, entries, where, page.labels))
        size = next((one for one in said if isinstance(one, Claim) and one.predicate == "council_size"), size)
        yield from with_values(said, entries, where)
        rest = uncovered(entries.figures, said, where)
        yield from unread_figures(rest, entries, where)


def _inline(
    page: Page,
    entries: Entries,
    run: Sequence[Entry],
    where: Span,
    mine: Sequence[Found],
    above: Place | None,
    size: Claim | None,
) -> Iterator[Found]:
    """The claims of a list within a sentence, by what the words before it say; `mine`: what its grammar tells of it.

    `above`: the place of a sentence that names none. `size`: the seats that a sentence before tells of.
    """
    lead = entries.text[: run[0].start]
    years = years_in(lead)
    if page.scope.other_year or (years and page.year is not None and max(years) < page.year):
        yield from unread_figures([f for e in run for f in e.figures], entries, where, "another year")
        return
    scope, doubt = page.scope, ""
    figures = [figure for entry in run for figure in entry.figures]
    whole = sum(figure.value for figure in figures) if all(figure.unit is None for figure in figures) else None
    filled = size if size is not None and size.value == whole else None
    places = page.labels.places_in(lead)
    name = lead.rstrip(" :").strip()
    told = {one.object for one in mine if isinstance(one, Claim) and one.place_from is Origin.CLAUSE} - {None}
    if len(places) == 1:
        scope = scope.with_place(places[0][0], Origin.CLAUSE, where)
    elif len(told) == 1 and (place := told.pop()) is not None:
        scope = scope.with_place(place, Origin.CLAUSE, where)
    elif len(named := places_named(lead, page.names)) == 1:
        scope = replace(scope, place=named[0].level(where, Origin.LEAD_IN), closed=False)
    elif (council := council_named(lead, page.names)) is not None:
        scope = replace(scope, place=council.level(where, Origin.LEAD_IN), closed=False)
    elif _may_name(page, name):
        scope = scope.with_place(name, Origin.CLAUSE, where)
    elif filled is not None and filled.object and scope.place is None:
        scope = scope.with_place(filled.object, Origin.SENTENCE_BEFORE, where)
    elif scope.place is None and above is not None and above.unsure:
        doubt = above.unsure
        scope = scope if above.text is None else scope.with_place(above.text, Origin.SENTENCE_BEFORE, where)
    elif scope.place is None and not scope.closed and page.names.place_of_results is not None:
        scope = scope.with_place(page.names.place_of_results, Origin.SENTENCE_BEFORE, where)
    unit = unit_of(lead)
    unit = unit if unit in (Role.SEATS, Role.VOTES) else None
    standing = standing_in(lead)
    if standing:
        scope = replace(scope, standing=standing)
    fills = filled is not None or (whole is not None and whole == page.size)
    unit = Role.SEATS if fills else unit  # they come to the seats of their place
    guessed = not fills and not page.lists.summed(run) and len(run) < _FEW
    setting = Setting(scope, unit, won=Role.WON in roles_in(lead), inline=True, guessed=guessed, doubt=doubt)
    for one in page.lists.read(run, setting, where.line, where.start):
        yield one._replace(standing=scope.standing) if isinstance(one, Claim) else one


def _may_name(page: Page, label: str) -> bool:
    """Whether a label before a list may name its place."""
    place = bool(label) and label_like(label) and page.labels.sort(label) in (Sort.PLACE, Sort.UNKNOWN)
    return place and roles_in(label).isdisjoint(NO_PLACE)


def _of_people(one: Found) -> bool:
    return isinstance(one, Claim) and one.mechanism is Mechanism.OFFICE


def _from_before(found: Sequence[Found]) -> bool:
    """Whether the place of all claims is that of the sentence before."""
    return _origins(found) == {Origin.SENTENCE_BEFORE}


def _origins(found: Sequence[Found]) -> set[Origin | None]:
    """Where the places of claims come from."""
    return {one.place_from for one in found if isinstance(one, Claim)}


def _stated(found: Sequence[Found]) -> int:
    return sum(isinstance(one, Claim) and one.certainty is Certainty.STATED for one in found)


def _results(found: Sequence[Found]) -> int:
    return sum(isinstance(one, Claim) and one.predicate != "ranked" for one in found)
