"""People in lists: who stands for which list, who leads one, and who won a seat on one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..found import Claim, Mechanism, Span
from ..labels import Labels, Sort, bare_name
from ..mentions import acronym
from ..scope import Scope
from ..tokens import TokenKind, tokens
from ..words import Role, fold_words, lexicon
from .entries import Entry
from .notes import Note
from .setting import Setting

_PAIR = 2  # names
_PARTY = "p"  # of party, partido, parti, Partei
SPACED_DASH = re.compile(r" ?[–—-] ")


def people_of(entry: Entry, setting: Setting, labels: Labels, at: Span) -> Iterator[Claim]:
    """What an entry says of a person: of which list, and whether with a seat; nothing where it is of a list."""
    of = list_of(entry, labels, persons=setting.persons)
    votes = any(setting.counts(figure)[0] is Role.VOTES or not figure.unit for figure in entry.figures)
    if votes and of is not None and not entry.each:
        yield from winner(bare_name(entry.name), of, setting.scope, at, seat=setting.won)
    elif votes and of is None and setting.won_list is not None and entry.name and not setting.doubt:
        yield from winner(bare_name(entry.name), setting.won_list, setting.scope, at, seat=setting.won)


def are_people(listed: Sequence[Entry], labels: Labels) -> bool:
    """Whether the entries of a line are people, each with votes in brackets: "Reds: Ada Brown (5,310 votes), ..."."""
    for entry in listed:
        votes = all(figure.bracketed and figure.unit in (None, Role.VOTES) for figure in entry.figures)
        if not votes or " " not in entry.name or labels.sort(entry.name) not in (Sort.UNKNOWN, Sort.PERSON):
            return False
    return any(figure.unit is Role.VOTES for entry in listed for figure in entry.figures)


def winner(name: str, of: str, scope: Scope, at: Span, *, seat: bool = True) -> Iterator[Claim]:
    """One of a list, and where the `seat` is, if it is one of those who won."""
    yield Claim("member_of", name, of, None, at, Mechanism.LIST)
    where, origin, certainty, reason = scope.where
    if seat and where is not None:
        yield Claim("won_seat", name, where, None, at, Mechanism.LIST, certainty, origin, reason=reason)


def list_of(entry: Entry, labels: Labels, *, persons: bool | None = None) -> str | None:
    """The list that a person stands for, in brackets behind the name; None of a list's own gloss or orientation.

    `persons`: whether those of its run are people, each with a list in brackets; None where their brackets do not tell.
    """
    if not entry.notes or labels.sort(entry.name) is Sort.LIST or persons is False:
        return None
    note = bare_name(entry.notes[0].text)
    roles = lexicon().roles_of(fold_words(note))
    if not note or Role.INDEPENDENT in roles or any(char.isdigit() for char in note):
        return None
    if (labels.sort(note) is not Sort.LIST and not persons) or short_name(entry, note):
        return None
    return note


def short_name(entry: Entry, note: str) -> bool:
    """Whether a note is an acronym made of the first letters of the name, with one for "Party" or without."""
    initials = [word[0] for word in entry.words if word]
    letters = "".join(char for char in note.casefold() if char.isalpha())
    tried = (letters, letters.removeprefix(_PARTY), letters.removesuffix(_PARTY))
    return any(len(some) > 1 and _in_turn(some, initials) for some in tried)


def _in_turn(letters: str, initials: Sequence[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)


def with_list_apart(entry: Entry, labels: Labels) -> Entry:
    """An entry whose name is a person's and, behind a dash, that of a list, with the list as its note."""
    parts = SPACED_DASH.split(entry.name)
    if len(parts) != _PAIR or entry.notes or labels.sort(parts[1]) is not Sort.LIST:
        return entry
    if labels.sort(parts[0]) not in (Sort.UNKNOWN, Sort.PERSON):
        return entry
    begin = entry.end - len(parts[1])
    end, words = entry.start + len(parts[0]), fold_words(parts[0])
    return entry._replace(name=parts[0], end=end, words=words, notes=(Note(parts[1], begin, entry.end),))


def names_both(entry: Entry, labels: Labels) -> bool:
    """Whether a name is likely a person's with that of the list behind it, and no mark between: "Ada Brown NDP"."""
    *before, last = entry.name.split()
    if len(before) < _PAIR or entry.notes or labels.sort(entry.name) is not Sort.UNKNOWN:
        return False
    independent = Role.INDEPENDENT in lexicon().roles_of(fold_words(last))
    short = acronym(last) or (len(last) == 1 and acronym(before[-1]))  # "ZPF", "MDC A"
    ends = independent or (short and last.isupper() and not short_name(entry, last))
    return ends and labels.sort(" ".join(before)) in (Sort.UNKNOWN, Sort.PERSON)


def without_leader(entry: Entry) -> tuple[Entry, str]:
    """An entry without the words that say who leads its list, "X, led by A B"; and the leader, or nothing."""
    table = lexicon()
    noted = entry.notes[0].text if entry.notes else ""  # "X (led by A B)"
    if table.opens.keys().isdisjoint(entry.words) and not _led_by(noted):
        return entry, ""
    found = [token for token in tokens(entry.name) if token.kind is not TokenKind.MARK]
    keys = [token.key for token in found]
    for at in range(1, len(found)):
        roles, length = table.roles_at(keys, at)
        if Role.LED_BY in roles and at + length < len(found):
            name = entry.name[: found[at].start].rstrip(" ,،;–—-")
            leader = entry.name[found[at + length].start :].strip(" ,،;:–—-")
            return entry._replace(name=name, words=tuple(keys[:at]), end=entry.start + len(name)), leader
    return entry, _led_by(noted)


def _led_by(note: str) -> str:
    """The one who leads a list, where a bracket says nothing else: "(led by A B)"."""
    found = [token for token in tokens(note) if token.kind is not TokenKind.MARK]
    roles, length = lexicon().roles_at([token.key for token in found], 0)
    return note[found[length].start :].strip() if Role.LED_BY in roles and length < len(found) else ""
