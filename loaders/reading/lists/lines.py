"""Which lines are lists: the entries of a line, or of a part of a sentence, where these are names and figures alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..cues import caseless, roles_in, sentences
from ..labels import Labels, Sort
from ..words import Role, lexicon
from .entries import Entries, Entry, entries_of
from .trimmed import ARTICLES, PREPOSITIONS
from .written import label_like, name_like

_BAR_MARKS = "|·•"
_BARS = re.compile(f" [{_BAR_MARKS}] ")
_GROUPS = frozenset(Sort) - {Sort.LIST, Sort.PLACE, Sort.PERSON, Sort.UNKNOWN}
_NAMED = frozenset({Sort.LIST, Sort.PLACE})
_NOUNS = frozenset({Role.LIST_NOUN, Role.LIST, Role.PLACE_NOUN, Role.PLACE})
_OF_PEOPLE = frozenset({Role.WON, Role.WINNER, Role.NO})
_OF_LISTS = frozenset({Role.SEATS, Role.VOTES, Role.RESULTS, Role.LIST})
_LONG_RUN, _SHORT_TAIL = 4, 3  # entries, words: behind so many entries so few words belong to none
_PLACE_AND_NAME = 2  # words


def listed_in(
    entries: Entries, labels: Labels, *, item: bool = False, plain: bool = False, counted: bool = False
) -> list[Entry]:
    """The entries of a line that is a list; none where it is a sentence. `plain`: lines around it are alike.

    `counted`: what the figures count was said above, so that a comma may part a name from its figure.
    """
    if entries.goes_on and not (plain or item or _opens_measure(entries, labels)):
        return []
    found = list(entries.entries)
    if plain:
        return found
    if not found:
        return []
    first = found[0]
    measured = len(found) == 1 and first.separated and labels.sort(first.name) is Sort.MEASURE
    if entries.tail and not _harmless(entries.tail, item=item) and not (measured and _few(entries.tail)):
        return []
    if any(figure.year for entry in found for figure in entry.figures):
        return []
    lead = entries.text[slice(*first.lead)].strip() if first.lead else ""
    if lead and not (label_like(lead) or leads_to_people(lead)):
        return []
    if not item and len(sentences(entries.text)) > 1:
        return []
    before = entries.text[: first.start].strip(' "“”«»([*_-–').casefold()
    if first.start > 2 and not first.lead and before and before not in ARTICLES:
        return []
    if len(found) == 1:
        alone = first.separated or (item and any(figure.unit for figure in first.figures))
        alone = alone or (item and counted and _after_comma(entries, first))
        said = first.figures[0].unit if first.figures else None
        alone = alone or (said is not None and labels.sort(first.name) in _NAMED and _opens(first, labels))
        measured = measured or labels.sort(first.name) is Sort.MEASURE
        short = len(first.words) <= 10 and (item or len(first.words) <= 8)
        bare = not first.name and item
        written = (first.separated and item) or _named(first, labels)
        return found if measured or bare or (alone and short and written and bool(first.words)) else []
    named = [entry for entry in found if entry.name]
    if caseless(entries.text) and not (item or lead or all(entry.separated for entry in found)):
        return []
    if not named or not all(_named(entry, labels) or labels.sort(entry.name) in _GROUPS for entry in named):
        return []
    return found


def leads_to_people(label: str) -> bool:
    """Whether words before a colon say that people follow who won, or did not: "Not elected"."""
    roles = roles_in(label)
    return not roles.isdisjoint(_OF_PEOPLE) and roles.isdisjoint(_OF_LISTS)


def _opens(entry: Entry, labels: Labels) -> bool:
    """Whether a name opens with its noun, in a script without capitals: else a verb may: "خسر حزب ... 9 مقاعد"."""
    cased = not caseless(entry.name)
    roles = lexicon().roles_of(entry.words[:1])
    return cased or not roles.isdisjoint(_NOUNS) or labels.registered(entry.name)


def _opens_measure(entries: Entries, labels: Labels) -> bool:
    """Whether the one figure of a line is that of the measure before it: "Voters: 9,318 men and women"."""
    before = entries.text[: entries.figures[0].start].rstrip(" :：-–—") if len(entries.figures) == 1 else ""
    return bool(before) and labels.group(before) is Sort.MEASURE


def _named(entry: Entry, labels: Labels) -> bool:
    """Whether what stands before a figure is a name, by how it is written or because it is known."""
    if name_like(entry) or (len(entry.words) <= _SHORT_TAIL and labels.sort(entry.name) is Sort.PLACE):
        return True
    return labels.registered(entry.name)


def _after_comma(entries: Entries, entry: Entry) -> bool:
    """Whether a comma and one figure stand behind a name, and nothing else: "A B, 96"."""
    return entries.text[entry.end :].strip(" ,،").isdigit() and name_like(entry)


def run_within(entries: Entries, labels: Labels) -> list[Entry]:
    """The entries of a list within a sentence: behind a colon, or from its first word, to its end."""
    most, text = len(entries.figures), entries.text
    if most < 2 or (entries.goes_on and most <= _LONG_RUN):
        return []
    if ":" not in text and "：" not in text and caseless(text):
        return []  # where a name begins no capital shows, and no colon
    found: Sequence[Entry] = entries.entries
    long = len(found) > _LONG_RUN and len(entries.tail.split()) <= _SHORT_TAIL
    if len(found) < 2 or (entries.tail and not long and not _harmless(entries.tail, item=False)):
        return []
    opening = next((at for at in range(len(found) - 1, -1, -1) if found[at].opens), 0)
    if not found[opening].opens and (caseless(text) or text[: found[0].start].strip(' "“«([')):
        return []
    run = found[opening:]
    led = run[0].name.split() if run and not run[0].opens else []
    if len(led) > _PLACE_AND_NAME and led[0].lower() in PREPOSITIONS:
        return []  # "In Marden Ada Brown took 3,016 votes, ...": where the place ends is not said
    if len(run) < 2 or not all(entry.name and _named(entry, labels) for entry in run):
        return []
    if any(figure.year or figure.approximate for entry in run for figure in entry.figures):
        return []
    return list(run)


def _few(tail: str) -> bool:
    """Whether the words behind the figure of a measure are so few that they say who was counted: "men and women"."""
    return len(tail.split()) <= _SHORT_TAIL and not any(char.isdigit() for char in tail)


def _harmless(tail: str, *, item: bool) -> bool:
    """Whether the words behind the last figure of an item leave what it says as it is: names, a remark of a word."""
    words = tail.split()
    if not any(char.isalnum() for char in tail):
        return True
    return item and (len(words) <= 6 or (not any(char.isdigit() for char in tail) and len(words) <= 8))


def is_barred(text: str) -> bool:
    """Whether bars or points part a line into labels with a figure each: "Registered 11,204 | Voted 6,588 (59%)"."""
    parts = _BARS.split(text) if any(map(text.__contains__, _BAR_MARKS)) else ()
    return len(parts) > 1 and all(sum(not one.bracketed for one in entries_of(part).figures) == 1 for part in parts)


def counts_rest(entries: Entries) -> bool:
    """Whether the one figure of an item counts what the words behind it name: "12 hurt in the north"."""
    alone = len(entries.figures) == len(entries.entries) == 1 and not entries.entries[0].name
    return alone and bool(entries.tail) and entries.figures[0].unit is None
