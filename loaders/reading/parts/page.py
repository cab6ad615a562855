"""A document on its way through the reader: its blocks, its names, and what stands above the block being read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from graph.kinds import LISTS
from graph.model import Standing
from graph.names import Resolver

from ...languages.words import fold
from ..blocks import Block, BlockKind, blocks
from ..cues import forecast, labelled_poll, roles_in, standing_in, year_of, years_in
from ..found import Certainty, Claim, Found, Mechanism, Origin, Span
from ..labels import Labels
from ..line import Line
from ..lists.entries import entries_of
from ..lists.forms import Forms
from ..lists.list import Lists
from ..lists.written import label_like
from ..mentions import Names, Vote, initials_of, names_of
from ..prose import Named
from ..scope import Level, Scope
from ..words import Role
from .leads import Lead, heads_apart, leads_in
from .opening import FIRST_BLOCKS, HEAD_BLOCKS, first_place, of_part, opening, outside_polls
from .runs import Runs, runs_of

_YEAR_LINES = 200
_LEAD = 60  # letters within which a colon ends a label
_OF_LISTS, _MOST_FORMS = frozenset({"holds_seats", "votes"}), 1_000
_LEARNT_FROM = frozenset({Mechanism.TABLE, Mechanism.LIST})
_OF_PLACES = frozenset({"holds_seats", "votes", "candidate_votes", "won_seat", "council_size", "turnout"})


class Opened(NamedTuple):
    """An item that heads others: its indent, and what held before it."""

    indent: int
    scope: Scope
    rank: int
    by_item: bool
    other_rank: int


@dataclass(slots=True)
class Page:
    """The blocks and names of a document, which stay, and what holds at the block being read, which changes.

    `year`: of which the document is. `leads`: how many lines begin with a label and a colon. `leads_in`: the lines
    that begin with the name of a place and go on in prose, by number. `title_scope`: what held below the title.
    `unit`, `won`: what the run of items that is being read counts, and whether it is of those who won. `units`: what
    each of several figures of an item of it counts. `won_list`: the list of those who won. `led_list`: that which
    a sentence names that leads to them, which may be places where it won.
    `texts` are the lines, in which names are looked for when the first sentence is read: a table of a million rows has
    none.
    """

    blocks: Sequence[Block]
    labels: Labels
    lists: Lists
    texts: Sequence[str]
    resolver: Resolver
    year: int | None
    leads: int
    runs: Runs
    leads_in: Mapping[int, Lead]
    said: Mapping[Role, str]
    scope: Scope
    title_scope: Scope
    unit: Role | None = None
    unit_sure: bool = True
    units: tuple[Role | None, ...] = ()
    won: bool = False
    won_list: str | None = None
    led_list: Level | None = None
    doubt: str = ""  # why no claim of a run of items is sure
    vote: Vote | None = None  # for which the document is read, where that is known
    size: int | None = None  # of the place with which the line that is read begins
    rank: int = 0  # of the heading that names the place in scope
    by_item: bool = False  # it is an item
    other_rank: int = 0  # of the heading of another year in scope
    poll_rank: int = 0  # of that of polls
    of_polls: bool = False  # its title says so
    result_rank: int = 0  # of that of results which it calls final, or preliminary
    total: tuple[Level, int | float] | None = None  # the list of the line before, and all of its seats
    forms: Forms = field(default_factory=Forms)
    _seats: dict[str, set[object]] = field(default_factory=dict)  # told of each list above
    _counted: tuple[int, int] = (0, 0)  # the number of the item right above, and its indent
    _opened: Opened | None = None  # before the item right above, if that heads others
    _within: list[Opened] = field(default_factory=list)  # the same of those within which a block stands
    _names: Names | None = None
    _heard: dict[tuple[bool, str], None] = field(default_factory=dict)  # names for it: whether of a list, and the name

    @property
    def names(self) -> Names:
        """The names of the document, with those that its tables and lists have given so far."""
        if self._names is None:
            self._names = names_of(self.texts, self.resolver, vote=self.vote)
            for of_list, name in self._heard:
                (self._names.add_list if of_list else self._names.add_place)(name)
        return self._names

    def seats_told(self) -> frozenset[int | float]:
        """The numbers of seats of which the words of the document speak, outside of its tables."""
        texts = [block.text for block in self.blocks[:HEAD_BLOCKS] if block.text and block.grid is None]
        return frozenset(one.value for text in texts for one in entries_of(text).figures if one.unit is Role.SEATS)

    def new_paragraph(self) -> None:
        """A pronoun of what follows does not mean what stands above."""
        if self._names is not None:
            self._names.new_paragraph()

    def new_section(self) -> None:
        """Nor does it reach over a heading or a table, where it may over the end of a paragraph."""
        if self._names is not None:
            self._names.new_section()

    def reset(self) -> None:
        """A run of items ends here: what it counted holds no longer."""
        self.unit, self.unit_sure, self.units, self.won, self.won_list = None, True, (), False, None
        self.doubt, self.led_list = "", None

    def close(self, heading: Block) -> None:
        """Let a heading end the section of a place whose heading is of its rank or a lower one; 0 is no rank.

        One that is no item ends the section of an item.
        """
        place = self.scope.place
        ends = 0 < heading.level <= self.rank or (self.by_item and heading.kind is not BlockKind.ITEM)
        if ends and place is not None and place.origin is Origin.HEADING:
            self.scope = replace(self.scope, place=self.title_scope.place)

    @property
    def inside(self) -> bool:
        """Whether the block that is read is an item within another, which heads it."""
        return bool(self._within)

    def end_items(self, block: Block) -> None:
        """Let a block end what items have opened that it does not stand within; what is about the page ends nothing.

        An item that stands no further in than the one before it, which heads it by another bullet, goes on with it.
        """
        if block.kind is BlockKind.ASIDE:
            return
        self._count(block)
        indent = block.indent if block.kind in (BlockKind.ITEM, BlockKind.TEXT) else -1
        if self._opened is not None and indent > self._opened.indent:
            self._within.append(self._opened)
        self._opened = None
        while self._within and self._within[-1].indent >= indent:
            _, self.scope, self.rank, self.by_item, self.other_rank = self._within.pop()

    def _count(self, block: Block) -> None:
        """Doubt the place above a list that counts from one again: the heading that parts the two may be lost."""
        before, self._counted = self._counted, (block.nth, block.indent)
        again = block.nth == 1 and before[0] > 1 and before[1] == block.indent
        place = self.scope.place
        if again and place is not None and place.origin is Origin.HEADING and not self.by_item:
            self.scope = replace(self.scope, place=replace(place, guessed=True))

    def before_item(self, block: Block) -> Opened:
        """What holds before an item is read."""
        return Opened(block.indent, self.scope, self.rank, self.by_item, self.other_rank)

    def after_item(self, before: Opened) -> None:
        """Remember what held before an item that has named the place or the list of those within it."""
        named = (self.scope.place, self.scope.list) != (before.scope.place, before.scope.list)
        ended = self.scope.place is self.title_scope.place and self.scope.list is None
        self._opened = before if named and not ended else None

    def titled_otherwise(self, title: str) -> bool:
        """Whether a title names other years than that of the vote for which the document is read, and its text too."""
        year, named = self.vote.year if self.vote is not None else None, years_in(title)
        if year is None or not named or year in named:
            return False
        apart = max(named) < year or min(named) > year + 1  # in the year after it may tell its own date
        return apart and year_of("", self.texts[:_YEAR_LINES]) in named

    def of_other_year(self, heading: Block, years: Sequence[int]) -> bool:
        """Whether a heading that names these years is of another one, or stands below one that is, as an item does."""
        if heading.kind is BlockKind.ITEM and not years:
            return self.scope.other_year
        level = heading.level
        other = bool(years) and self.year is not None and max(years) < self.year
        below = not years and 0 < self.other_rank < level
        if not below:
            self.other_rank = level if other else 0
        return other or below or (not years and self.title_scope.other_year)

    def of_poll(self, heading: Block) -> bool:
        """Whether what is below a heading is a poll or a forecast: it says so, or stands below one that does.

        What a heading calls the final results, or the preliminary ones, is none.
        """
        if heading.kind is BlockKind.ITEM or 0 < self.poll_rank < heading.level:
            return self.scope.hedged
        polls = Role.POLL in roles_in(heading.text)
        self.poll_rank = heading.level if polls else 0
        if not 0 < self.result_rank < heading.level:
            final = not (polls or self.of_polls) and standing_in(heading.text) is not None
            self.result_rank = heading.level if final else 0
        return polls or (self.title_scope.hedged and not self.result_rank)

    def opened(self, heading: Block, at: Span, *, carries: bool) -> None:
        """Remember the rank of the heading that has just named a place, and whether it is an item.

        `carries`: it ends in a colon, and leads to a list.
        """
        if self.scope.place is not None and self.scope.place.at == at:
            self.rank, self.by_item = heading.level, heading.kind is BlockKind.ITEM
        if carries:
            self.carry(heading.at)

    def carry(self, at: Span, named: Sequence[Named] = (), *, here: bool = False) -> None:
        """Let a list that a sentence leads to be of the place that it names, or whose results the words before tell.

        `here`: the sentence points at the place that the words before name.
        """
        if named:  # of several places none is that of the list
            place, several = named[0].level(at, Origin.LEAD_IN), len(named) > 1
            self.scope = replace(self.scope, place=place, closed=several)
            return
        spoken = self._names.place_meant(here=here) if self._names is not None else None
        if spoken is not None and self.scope.place is self.title_scope.place:
            self.scope = replace(self.scope, place=Level(spoken, Origin.SENTENCE_BEFORE, at))

    def end_list(self) -> None:
        """The list that a sentence has led to has ended: what follows is of the place of the title again."""
        if self.scope.place is not None and self.scope.place.origin in (Origin.LEAD_IN, Origin.SENTENCE_BEFORE):
            self.scope = replace(self.scope, place=self.title_scope.place, closed=self.title_scope.closed)

    def learn(self, found: Sequence[Found]) -> None:
        """Let the sentences below know the lists and places of a table, a list or a heading above."""
        for one in found:
            if not isinstance(one, Claim) or one.mechanism not in _LEARNT_FROM:
                continue
            if one.subject and one.predicate in _OF_LISTS and len(self.forms) < _MOST_FORMS:
                self.forms.add(one.subject)
                if one.predicate == "holds_seats":
                    self._seats.setdefault(fold(one.subject), set()).add(one.value)
            if one.subject and one.predicate == "holds_seats" and one.certainty is Certainty.STATED:
                self._hear(one.subject, of_list=True)
            if one.object and one.predicate in _OF_PLACES:
                self._hear(one.object, of_list=False)
        if self.scope.place is not None and not self.scope.closed:
            self._hear(self.scope.place.text, of_list=False)

    def seats_of(self, name: str) -> object | None:
        """The one number of seats that the lines above tell of a list; None where they tell none, or several."""
        told = self._seats.get(fold(name), set())
        return next(iter(told)) if len(told) == 1 else None

    def heard(self, name: str, *, of_list: bool) -> bool:
        """Whether a table, a list or a heading above has this name for a list, or else for a place."""
        return (of_list, name) in self._heard

    def spelled_out(self, acronym: str) -> str | None:
        """The full name that the text gives an acronym which the registry does not know: it has its letters."""
        if not any(acronym in block.text for block in self.blocks):
            return None  # a table alone says nothing of it, and its names need not be looked for
        full = self.names.lists.get(fold(acronym), acronym)
        fits = fold(acronym) in initials_of(full) and not self.resolver.resolve(acronym, LISTS).candidates
        return f"{full} ({acronym})" if fits else None

    def _hear(self, name: str, *, of_list: bool) -> None:
        if (of_list, name) in self._heard:
            return
        self._heard[of_list, name] = None
        if self._names is not None:
            (self._names.add_list if of_list else self._names.add_place)(name)


def page_of(
    lines: Sequence[Line],
    resolver: Resolver,
    said: Mapping[Role, str],
    vote: Vote | None = None,
    title: str = "",
) -> Page:
    """A document before its first block is read. `said`: the headers of columns whose role a person gives.

    `title`: that of a text which has none.
    """
    labels = Labels(resolver, texts := [line.text for line in lines])
    made = heads_apart(list(blocks(lines)))
    title = next((block.text for block in made if block.kind is BlockKind.TITLE), title)
    cue = next(filter(None, (standing_in(block.text) for block in made[:HEAD_BLOCKS])), None)
    heads = roles_in(title or next((block.text for block in made if block.text), ""))
    final = cue is Standing.FINAL and Role.RESULTS in heads  # so that polls are only spoken of beside it
    scope = Scope(
        place=first_place(made, labels),
        standing=cue or Standing.REPORTED,
        hedged=forecast(title, () if final else outside_polls(made, texts))
        or any(labelled_poll(block.text) for block in made[:FIRST_BLOCKS] if block.kind is BlockKind.HEADING),
        local=any(Role.LOCAL_BODY in roles_in(text) for text in (title, *opening(made))),
        of_part=of_part(title, texts),
    )
    leads = sum(
        block.kind in (BlockKind.ITEM, BlockKind.TEXT) and label_like(block.text[:_LEAD].partition(":")[0])
        for block in made
        if ":" in block.text[:_LEAD]
    )
    return Page(
        blocks=made,
        labels=labels,
        lists=Lists(labels),
        texts=texts,
        resolver=resolver,
        year=vote.year if vote is not None and vote.year else year_of(title, texts[:_YEAR_LINES]),
        leads=leads,
        runs=runs_of(made, labels),
        leads_in=leads_in(made, labels),
        said=said,
        scope=scope,
        title_scope=scope,
        of_polls=forecast(title, ()),
        vote=vote,
    )
