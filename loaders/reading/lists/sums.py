"""Entries of places, each with the lists behind it whose seats come to its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..labels import Labels, Sort
from ..words import Role
from .entries import Entry, entries_of
from .setting import share_behind

_NEAR = 0.6  # of a hundred, by which a share may be rounded


class Group(NamedTuple):
    """A place with its seats, and the lists that have them; their letters count from `begins` on."""

    head: Entry
    members: Sequence[Entry]
    begins: int = 0


def groups_of(entries: Sequence[Entry], labels: Labels) -> list[Group]:
    """Entries of places, each with the lists whose seats come to its own; none where sums do not part them so."""
    seats = [next((f.value for f in one.figures if f.unit is Role.SEATS), None) for one in entries]
    led = len(entries) > 1 and entries[1].opens and seats[0] is not None
    if led and (labels.sort(entries[0].name) is Sort.PLACE or _filled(entries[1:], seats[0])):
        return [Group(entries[0], entries[1:])]  # "Marden council (36 seats): A 15, B 13"
    if seats and seats[0] is not None and _shared_out(entries, int(seats[0]), labels):
        return [Group(entries[0], entries[1:])]
    if len(entries) < 3 or any(value is None for value in seats):
        return _bracketed(entries[0], labels) if len(entries) == 1 else []
    groups: list[Group] = []
    at = 0
    while at < len(entries):
        whole, counted, end = seats[at] or 0, 0, at + 1
        while end < len(entries) and counted < whole:
            counted += int(seats[end] or 0)
            end += 1
        if counted != whole or end - at < 3:
            return []
        groups.append(Group(entries[at], entries[at + 1 : end]))
        at = end
    return groups if len(groups) > 1 or labels.sort(entries[0].name) is Sort.PLACE else []


def _filled(entries: Sequence[Entry], whole: int | float | None) -> bool:
    """Whether the bare figures of several lists behind a size come to it: "Marden (16 seats): A 9, B 7"."""
    bare = [one.figures[0].value for one in entries if len(one.figures) == 1 and one.figures[0].unit is None]
    return len(entries) > 1 and len(bare) == len(entries) and sum(bare) == whole


def _shared_out(entries: Sequence[Entry], whole: int, labels: Labels) -> bool:
    """Whether the seats of a place come to the bare figures of lists behind it: "Marden 16 seats - A 9, B 7"."""
    bare = [one.figures[0] for one in entries[1:] if len(one.figures) == 1 and one.figures[0].unit is None]
    if len(entries) < 3 or len(bare) + 1 < len(entries) or len(entries[0].figures) > 1:
        return False
    lists = sum(labels.sort(one.name) is Sort.LIST for one in entries[1:])
    head = labels.sort(entries[0].name) in (Sort.PLACE, Sort.UNKNOWN)
    return head and 2 * lists >= len(bare) and sum(figure.value for figure in bare) == whole


def _bracketed(head: Entry, labels: Labels) -> list[Group]:
    """A place with its seats and, in brackets, those of each list that come to them: "X: 33 seats (A=15, B=18)"."""
    if len(head.figures) != 1 or len(head.notes) != 1 or head.figures[0].unit is not Role.SEATS:
        return []
    (note,) = head.notes
    parts = entries_of(note.text).entries
    sorts = {labels.sort(part.name) for part in parts}
    if labels.sort(head.name) in (Sort.LIST, Sort.PERSON) or Sort.LIST not in sorts or Sort.PLACE in sorts:
        return []  # "X: 33 seats (A 15, B 18)" may be of a list in its places
    figures = [part.figures[0].value for part in parts if len(part.figures) == 1 and part.name]
    fits = len(parts) > 1 and len(figures) == len(parts) and sum(figures) == head.figures[0].value
    return [Group(head, parts, note.start)] if fits else []


def shared(entries: Sequence[Entry]) -> bool:
    """Whether the figure of each entry is that share of their sum which stands in brackets behind it."""
    entries = [one for one in entries if one.name or not all(figure.change for figure in one.figures)]
    told = [(entry.figures[0].value, share) for entry in entries if (share := _share_beside(entry)) is not None]
    whole = sum(value for value, _ in told)
    return len(told) == len(entries) > 1 and all(abs(100 * value / whole - share) < _NEAR for value, share in told)


def _share_beside(entry: Entry) -> float | None:
    """The share in brackets beside the one figure of an entry that counts something: "519 [18.9%, +2.1]"."""
    first, *others = entry.figures
    if first.unit is not None or not all(one.bracketed or one.change for one in others):
        return None
    if not others:
        return share_behind(entry)
    share = others[0]
    tells = share.bracketed and not share.change and share.unit in (None, Role.PERCENT)
    return float(share.value) if tells else None
