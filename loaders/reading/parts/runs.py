"""Runs of items: what those that stand together have in common, that they are places, and what their figures count."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from ..blocks import Block, BlockKind
from ..figures import Figure
from ..labels import Labels, Sort, bare_name
from ..lists.entries import Entry, entries_of
from ..lists.lines import listed_in
from ..lists.people import list_of, short_name
from ..lists.plain import plain_runs
from ..lists.setting import guess_of
from ..lists.sums import shared
from ..words import Role

_SOME = 2  # items that name known places, for the rest of their run to be taken for places
_LONGEST = 120  # letters of an item
_MOST_WINNERS = 200  # of one list
_OF_LISTS = frozenset({Sort.LIST, Sort.INDEPENDENT})


@dataclass(frozen=True, slots=True)
class Runs:
    """By line: the items that are places, as others of their run are, and what figures without a unit count.

    `no_places`: those of which only a noun says that they are places, one among lists: "City Forward". `lists`: the
    items of which some in their run are known to be lists, or to stand alone. `persons`: whether an item is a person
    with a list in brackets, or a list with its short name, as most with a bracket in their run; not those of which
    nothing tells it. `winners`: the list of each item that is a person who won one of its seats. `plain`: the lines
    that are lists since those around them are alike. `listed`: the entries of each line that is no long one.
    """

    places: frozenset[int]
    no_places: frozenset[int]
    lists: frozenset[int]
    persons: Mapping[int, bool]
    units: Mapping[int, Role]
    winners: Mapping[int, str]
    plain: Container[int]
    listed: Mapping[int, Sequence[Entry]]


def runs_of(blocks: Sequence[Block], labels: Labels) -> Runs:
    """What the items of each run have in common.

    Where some name known places and none a list, the others are places too. Of figures without a unit the largest
    tells whether all are of votes.
    """
    plain = plain_runs(blocks)
    lines: set[int] = set()
    no_places: set[int] = set()
    lists: set[int] = set()
    guesses: dict[int, Role] = {}
    run: list[tuple[int, Sort, Sequence[Figure]]] = []
    entries: list[Entry] = []
    known: set[int] = set()
    persons: dict[int, bool] = {}
    every: dict[int, Sequence[Entry]] = {}
    noted: list[tuple[bool, bool]] = []  # of each item with a bracket: whether a person's list, or a list's short name
    for block in [*blocks, None]:
        listed: Sequence[Entry] = ()
        if block is not None and block.kind in (BlockKind.ITEM, BlockKind.TEXT) and len(block.text) < _LONGEST:
            item, at = block.kind is BlockKind.ITEM, block.at.line
            every[at] = listed = listed_in(entries_of(block.text), labels, item=item, plain=at in plain)
        if block is not None and len(listed) == 1 and listed[0].name:
            run.append((block.at.line, labels.sort(listed[0].name), listed[0].figures))
            entries.append(listed[0])
            if listed[0].notes:
                own = run[-1][1] is Sort.LIST or short_name(listed[0], listed[0].notes[0].text)
                alone = labels.sort(listed[0].notes[0].text) is Sort.INDEPENDENT
                noted.append((alone or list_of(listed[0], labels) is not None, own))
            known.update((block.at.line,) if labels.registered(listed[0].name) else ())
            continue
        if not run:
            continue
        sorts = [sort for _, sort, _ in run]
        if sorts.count(Sort.PLACE) >= _SOME and not {Sort.LIST, Sort.PERSON} & set(sorts):
            lines.update(line for line, _, _ in run)
        by_noun = [line for line, sort, _ in run[1:] if sort is Sort.PLACE and line not in known]
        if sorts.count(Sort.PLACE) == len(by_noun) == 1 and Sort.LIST in sorts and not _sums_others(run, by_noun[0]):
            no_places.update(by_noun)
        if not _OF_LISTS.isdisjoint(sorts):
            lists.update(line for line, _, _ in run)
        counts = [sum(kinds) for kinds in zip(*noted, strict=True)]
        for people, count, other in zip((True, False), counts, counts[::-1], strict=False):
            if count >= _SOME and count * 2 >= len(noted) and count > other:
                persons.update((line, people) for line, _, _ in run)
        bare = [f.value for _, sort, figs in run if sort is not Sort.MEASURE for f in figs if f.unit is None]
        if bare:
            guess = Role.VOTES if shared(entries) else guess_of(bare)
            guesses.update((line, guess) for line, _, _ in run)
        run, noted, entries = [], [], []
    winners = dict(_winners(blocks, every, labels))
    return Runs(frozenset(lines), frozenset(no_places), frozenset(lists), persons, guesses, winners, plain, every)


def _winners(
    blocks: Sequence[Block], listed: Mapping[int, Sequence[Entry]], labels: Labels
) -> Iterator[tuple[int, str]]:
    """The lines of the people right below a list who are as many as its seats, each with a larger figure; its name."""
    for at, block in enumerate(blocks):
        heads = listed.get(block.at.line, ())
        if len(heads) != 1:
            continue
        seats = [figure.value for entry in heads for figure in entry.figures if figure.unit is Role.SEATS]
        if len(seats) != 1 or seats[0] > _MOST_WINNERS:
            continue
        further = blocks[at + 1 : at + 2 + int(seats[0])]
        within = list(takewhile(partial(_stands_within, block), further))
        within = [one for one in within if one.bullet == within[0].bullet]
        entries = [entry for one in within for entry in listed.get(one.at.line, ())]
        votes = [figure.value for entry in entries for figure in entry.figures if figure.unit is None]
        told = len(entries) == len(votes) > len(within) // 2  # the figure of one may be like a year
        people = all(" " in one.name and labels.sort(one.name) in (Sort.PERSON, Sort.UNKNOWN) for one in entries)
        if len(within) == seats[0] and told and people and min(votes) > seats[0]:
            yield from ((one.at.line, bare_name(heads[0].name)) for one in within)


def _stands_within(head: Block, block: Block) -> bool:
    """Whether a block is an item below another that is none, or further in."""
    return block.kind is BlockKind.ITEM and (head.kind is not BlockKind.ITEM or block.indent > head.indent)


def _sums_others(run: Sequence[tuple[int, Sort, Sequence[Figure]]], line: int) -> bool:
    """Whether the figure in a line is what those of the others in its run come to: "Marden County: 9"."""
    firsts = {number: figures[0].value for number, _, figures in run if figures}
    return firsts.get(line) == sum(value for number, value in firsts.items() if number != line)
