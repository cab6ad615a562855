"""Lines of people below words that say who won: "Red Party: Ada Brown, Bob Grey and Cid Hale", or below its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..blocks import Block
from ..cues import caseless, leads_on, roles_in
from ..found import Certainty, Claim, Found, Mechanism, Span
from ..labels import Sort, bare_name
from ..lists.written import label_like
from ..words import Role, fold_words, lexicon
from .page import Page

_MARKS = re.compile("[,;،؛&]")
_DASHES = (" – ", " — ", " - ")
_WORDS = range(2, 8)  # of a name
_LONGEST_LABEL = 60  # letters
_NOT_COUNTED = "they are not shown to be as many as the seats of their list"
_NO_PEOPLE = frozenset({Sort.LIST, Sort.PLACE, Sort.MEASURE, Sort.TOTAL, Sort.OTHERS})


def roster(page: Page, block: Block) -> list[Found] | None:
    """What a line says that names the winners of one list, behind its name or below it; None of any other line."""
    if not page.won or page.scope.other_year or leads_on(block.text):
        return None
    label, colon, rest = block.text.partition(":")
    label = label.strip(" *_•-–")
    above = page.scope.list.text if page.scope.list is not None and not page.scope.list.guessed else page.won_list
    of = label if colon and len(label) <= _LONGEST_LABEL and _is_list(page, label) else above if not colon else None
    begin = len(block.text) - len(rest) if colon else 0
    people = people_in(page, block.text[begin:], begin) if of is not None else []
    if of is None or not people:
        return None
    return list(_claims(page, of, people, block.at))


def _is_list(page: Page, label: str) -> bool:
    """Whether a label names a list: by its noun or its letters, or as one that a table or a list above has."""
    known = page.heard(label, of_list=True) or label in page.forms
    return known or (page.labels.sort(label) is Sort.LIST and Role.OFFICE not in roles_in(label))


def people_in(page: Page, text: str, begin: int) -> list[tuple[str, int, int]]:
    """The names of people of which a text is a list, each with where it stands; none where it holds anything else."""
    found: list[tuple[str, int, int]] = []
    at = begin
    for part in _MARKS.split(text.rstrip(" .")):
        for name in _parted(part):
            bare = bare_name(_without_remark(name).strip(" .*_"))
            start = text.find(bare, at - begin) + begin
            if start < begin or not _is_person(page, bare):
                return []
            at = start + len(bare)
            found.append((bare, start, at))
    return found


def _without_remark(name: str) -> str:
    """A name without the bracket or the word behind a dash that ends it: "Ada Brown (new)", "Bo Fox – re-elected"."""
    text = name.strip()
    if text.endswith(")"):
        return text.rpartition("(")[0]
    dash = next((mark for mark in _DASHES if mark in text), None)
    head, _, remark = text.rpartition(dash) if dash is not None else ("", "", "")
    return head if head and " " not in remark.strip() else text


def _parted(text: str) -> Iterator[str]:
    """The names that a word for "and" joins."""
    words = text.split()
    first = 0
    for at, word in enumerate(words):
        if Role.AND in lexicon().roles_of(fold_words(word)):
            if at > first:
                yield " ".join(words[first:at])
            first = at + 1
    yield " ".join(words[first:])


def _is_person(page: Page, name: str) -> bool:
    """Whether a text may be a person's name: a few words, without figures, and no name of a list or a place."""
    shaped = len(name.split()) in _WORDS and not any(map(str.isdigit, name)) and label_like(name)
    return shaped and not caseless(name) and page.labels.sort(name) not in _NO_PEOPLE


def _claims(page: Page, of: str, people: list[tuple[str, int, int]], at: Span) -> Iterator[Found]:
    """Each is of the list and won a seat in the place in scope: surely where they are as many as its seats."""
    where, origin, certainty, reason = page.scope.where
    counted = page.seats_of(of) == len(people)
    for name, start, end in people:
        here = Span(at.line, at.start + start, at.start + end)
        yield Claim("member_of", name, bare_name(of), None, here, Mechanism.LIST)
        if where is not None:
            sure, why = (certainty, reason) if counted else (Certainty.PROPOSED, reason or _NOT_COUNTED)
            yield Claim("won_seat", name, where, None, here, Mechanism.LIST, sure, origin, reason=why)
