"""Items and lines of text: lists of names and figures, prose, or a place and then prose of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ...languages.words import fold
from ..blocks import Block, BlockKind
from ..cues import caseless, leads_on, of_places, roles_in, sentences, unit_of, years_in
from ..found import Certainty, Claim, Found, Mechanism, Origin, Span, Unread
from ..labels import Sort, bare_name
from ..lists.entries import Entries, Entry, entries_of
from ..lists.lines import counts_rest, is_barred, leads_to_people, listed_in
from ..lists.list import span
from ..lists.setting import Setting
from ..prose import doubt_of_kind, is_prose, places_named, points_here
from ..scope import Level
from ..sized import SIZED
from ..unread import each_unread, unread_figures
from ..words import Role
from .fields import of_lead
from .headings import list_led, list_of_winners, read_heading
from .leads import Lead
from .page import Page
from .passages import read_passage
from .rosters import roster
from .winners import winner_item, winner_of_list

# What a label speaks of that is no place.
_COUNTED = {"votes": Role.VOTES, "candidate_votes": Role.VOTES, "holds_seats": Role.SEATS}
_NEAR = 60  # blocks before and behind within which items are compared
_OWN_LINES = frozenset({BlockKind.TEXT, BlockKind.TABLE})
_PAIR = 2  # places
_VERB = 2  # words of a verb behind a name, with its preposition
_NO_LISTS = frozenset({Sort.UNKNOWN, Sort.PLACE})
_LONGEST_HEADING = 90  # letters of an item that heads others


def read_item(page: Page, at: int, block: Block) -> Iterator[Found]:
    """An item of a list; one without figures may head those below it, within it as far as they stand further in."""
    before = page.before_item(block)
    if at and page.blocks[at - 1].kind is BlockKind.TEXT:
        page.carry(block.at)
    yield from _item(page, at, block)
    page.after_item(before)


def _item(page: Page, at: int, block: Block) -> Iterator[Found]:
    entries = entries_of(block.text)
    if _sizes_within(page, at, block, entries):
        yield from read_heading(page, at, block)
        return
    if not any(not figure.year for figure in entries.figures):
        if _item_heads(page, at, block):
            yield from read_heading(page, at, block)
            yield from _numbered(page, block)
        elif page.won_list:
            yield from winner_item(page, block, page.won_list)
        else:
            won = (winner_of_list(page, block) or roster(page, block)) if page.won else None
            yield from won or read_passage(page, block.text, block.at)
        return
    listed = listed_in(entries, page.labels, item=True, counted=page.unit is not None)
    if listed and not _goes_on(page, block, entries, listed):
        other = page.unit is None and counts_rest(entries)
        said = _entries(page, entries, listed, block, item=True)
        yield from (one for one in said if not other or isinstance(one, Claim))
    else:
        told = list(read_text(page, block))
        yield from told
        units = {_COUNTED.get(one.predicate) for one in told if isinstance(one, Claim)} - {None}
        if len(units) == 1 and page.unit is None:
            page.unit, page.unit_sure = units.pop(), True  # what the items below it count


def read_text(page: Page, block: Block) -> Iterator[Found]:
    """A line of text: a list, a place and what is told of it, or prose."""
    if block.alone or block.kind is BlockKind.ITEM:
        page.new_paragraph()
    if (named := roster(page, block)) is not None:
        yield from named
        return
    entries = entries_of(block.text)
    barred = is_barred(block.text)
    plain = barred or block.at.line in page.runs.plain
    lead = _lead_of(page, block)
    listed = page.runs.listed.get(block.at.line) if not barred else None
    if _sums_up(page, block, entries):
        yield from _entries(page, entries, entries.entries, block, item=False)
        return
    if listed is None:
        listed = listed_in(entries, page.labels, item=block.kind is BlockKind.ITEM, plain=plain)
    text = block.kind is BlockKind.TEXT and not plain and _elected(listed, entries) is None
    prose = bool(listed) and text and is_prose(block.text, page.names)
    if listed and not prose and not _goes_on(page, block, entries, listed):
        yield from _entries(page, entries, listed, block, item=False)
        return
    if not listed and _among_lists(page, block.at.line, entries):
        yield from each_unread(entries, block.at, "a group of lists, and no list")
        return
    if lead is not None and not page.names.is_date(lead.name):
        yield from _led(page, block, lead)
        return
    if leads_on(block.text):
        _intro(page, block)
    elif block.kind is not BlockKind.ITEM:
        page.reset()
    if block.kind is not BlockKind.ITEM:
        page.end_list()
    yield from read_passage(page, block.text, block.at)
    if leads_on(block.text):
        begin, end = sentences(block.text)[-1]
        said = block.text[begin:end]
        page.carry(_from(block.at, begin), places_named(said, page.names), here=points_here(said, page.names))


def _elected(listed: Sequence[Entry], entries: Entries) -> bool | None:
    """Whether those in a line won, as the word that leads to them says: "Elected: Ada Brown (Reds) 9,310".

    Or the word right behind: "Ada Brown (Reds) 9,310 – elected, 1st count". None where it leads to no people.
    """
    if len(listed) == 1 and listed[0].notes and entries.tail:
        roles = roles_in(" ".join(entries.tail.split()[:_VERB]).strip(",;"))
        return Role.NO not in roles if Role.WON in roles else None
    if not listed or not listed[0].lead:
        return None
    lead = entries.text[slice(*listed[0].lead)]
    people = leads_to_people(lead) and all(entry.notes for entry in listed)
    return Role.NO not in roles_in(lead) if people else None


def _sums_up(page: Page, block: Block, entries: Entries) -> bool:
    """Whether a line has the seats of the list in the line before by place: "Marden 17 - Corvale 5" of 22 in all."""
    if page.total is None or page.total[0].at.line != block.at.line - 1 or len(entries.entries) < _PAIR:
        return False
    bare = all(entry.name and len(entry.figures) == 1 and not entry.figures[0].unit for entry in entries.entries)
    return bare and sum(entry.figures[0].value for entry in entries.entries) == page.total[1]


def _among_lists(page: Page, line: int, entries: Entries) -> bool:
    """Whether a line of words, a mark and a figure that names no list stands beside one that does: "quotas: 3"."""
    if line - 1 not in page.runs.units and line + 1 not in page.runs.units:
        return False
    alone = len(entries.entries) == 1 and entries.entries[0].separated and not entries.tail
    return alone and not any(map(str.isdigit, entries.text[: entries.figures[0].start]))


def _goes_on(page: Page, block: Block, entries: Entries, listed: Sequence[Entry]) -> bool:
    """Whether an entry is the place with which a line begins and goes on to tell of it: "X: 27 A seats, 1 short"."""
    ends = [fold(word) for word in listed[0].name.split()[-_VERB:]]
    measure = page.labels.sort(listed[0].name) is Sort.MEASURE  # "Seats gained"
    if len(listed) == 1 and not measure and not page.names.language.verbs.isdisjoint(ends):
        return True  # "X Coalition gets 12 seats"
    term = page.names.language.terms.get((fold(listed[0].name),)) if listed[0].lead else None
    if term is not None and term.ordinal:
        return True  # "X Coalition: First with 42,099 votes"
    lead = _lead_of(page, block)
    if lead is None or listed[0].name != lead.name:
        return False
    return lead.size is not None or (len(listed) == 1 and len(entries.tail.split()) > 1)


def _item_heads(page: Page, at: int, block: Block) -> bool:
    """Whether an item without figures heads the items below it, which are written otherwise, or the lines below it."""
    following = page.blocks[at + 1] if at + 1 < len(page.blocks) else None
    if following is None or len(block.text) >= _LONGEST_HEADING:
        return False
    if following.kind is not BlockKind.ITEM:
        return _opens_lines(page, block, following) and sum(_alike(page, at, block)) > 1
    if leads_on(block.text) and entries_of(following.text).figures and not leads_on(following.text):
        return True  # "- Marden Constituency:", "- Ada Brown (Reds): 512 votes"
    otherwise = following.bullet != block.bullet and following.numbered != block.numbered
    return (otherwise and not _within(page, at, following)) or following.indent > block.indent


def _within(page: Page, at: int, following: Block) -> bool:
    """Whether the first of the items up to here is written as what follows, which then heads the next ones."""
    first = at
    while first > max(0, at - _NEAR) and page.blocks[first - 1].kind is BlockKind.ITEM:
        first -= 1
    opening = page.blocks[first]
    return _otherwise(opening, page.blocks[at]) and not _otherwise(opening, following)


def _otherwise(one: Block, other: Block) -> bool:
    """Whether two blocks are not items of the same kind."""
    return one.kind is not other.kind or one.numbered != other.numbered or (
        not one.numbered and one.bullet != other.bullet
    )  # fmt: skip


def _sizes_within(page: Page, at: int, block: Block, entries: Entries) -> bool:
    """Whether an item is a place with its size, "Marden (31 seats)": lists stand within it, each with what it has."""
    if len(entries.figures) != 1 or SIZED.fullmatch(block.text) is None:
        return False
    within, further = (*page.blocks[at + 1 : at + 3], None, None)[:2]
    if within is None or within.kind is not BlockKind.ITEM or within.indent <= block.indent:
        return False
    inner = entries_of(within.text).figures
    heads = not inner and further is not None and further.indent > within.indent
    return heads or (len(inner) == 1 and inner[0].unit is Role.SEATS)


def _alike(page: Page, at: int, block: Block) -> Iterator[bool]:
    """Of the items near one that have the same bullet, whether each has lines right below it that are no items."""
    first = max(0, at - _NEAR)
    for one, following in pairwise(page.blocks[first : at + _NEAR]):
        if not _otherwise(one, block):
            yield _opens_lines(page, one, following)


def _opens_lines(page: Page, block: Block, following: Block) -> bool:
    """Whether an item stands alone, with lines right below it: "■ Marden", "Seats: 9", "Turnout: 61 percent"."""
    if not block.alone or following.kind not in _OWN_LINES:
        return False
    plain = following.at.line in page.runs.plain
    return following.at.line == block.at.line + 1 or bool(
        listed_in(entries_of(following.text), page.labels, plain=plain)
    )


def _numbered(page: Page, block: Block) -> Iterator[Unread]:
    """The number before a list that heads its results: it may be its rank, which is not said."""
    heads = page.scope.list is not None and page.scope.list.at.line == block.at.line
    number = "".join(char for char in block.bullet if char.isdigit())
    if heads and block.numbered and number:
        at = Span(block.at.line, block.indent, block.indent + len(block.bullet))
        yield Unread(block.bullet, at, "a number before a list, which may be its rank", int(number))


def _entries(page: Page, entries: Entries, listed: Sequence[Entry], block: Block, *, item: bool) -> Iterator[Found]:
    """The claims of a line that is a list."""
    scope = page.scope
    if whole := _sums_up(page, block, entries):
        scope = replace(scope, list=page.total[0] if page.total else None, of_places=True)
        page.unit, page.unit_sure = Role.SEATS, True
    spoken = page.names.place_meant(here=False) if scope.place is None else None
    if spoken is not None:
        scope = scope.with_place(spoken, Origin.SENTENCE_BEFORE, block.at)
    first = listed[0]
    people_of = None
    if page.led_list is not None and item and all(page.labels.sort(one.name) in _NO_LISTS for one in listed):
        scope = replace(scope, list=page.led_list)  # "Seats of the Reds:" above "Marden: 9"
    if first.lead:
        scope, people_of = of_lead(page, scope, entries, listed, block)
    if scope.other_year:
        yield from each_unread(entries, block.at, "another year")
        return
    if page.unit is None and scope.unit in (Role.SEATS, Role.VOTES):
        page.unit, page.unit_sure = scope.unit, True
    turnout = scope.of_places and scope.unit is Role.TURNOUT
    yield from unread_figures([f for f in entries.figures if f.before], entries, block.at)
    own = next((f.unit for e in listed for f in e.figures if f.unit in (Role.SEATS, Role.VOTES)), None)
    line = block.at.line
    won_list, elected = page.runs.winners.get(line, people_of), True if block.won else _elected(listed, entries)
    unit = Role.VOTES if won_list else Role.TURNOUT if turnout else page.unit
    setting = Setting(
        scope, unit if elected is None else None, page.unit_sure or won_list is not None,
        (page.won or line in page.runs.winners) if elected is None else elected,
        places=scope.of_places or line in page.runs.places,
        no_places=line in page.runs.no_places, lists=line in page.runs.lists, guess=page.runs.units.get(line),
        units=page.units, won_list=won_list or page.won_list,
        persons=elected is not None or page.runs.persons.get(line), doubt=page.doubt,
    )  # fmt: skip
    found = list(page.lists.read(listed, setting, line, block.at.start))
    for one in found:
        sized = isinstance(one, Claim) and one.predicate == "council_size" and one.place_from is Origin.ITEM
        if sized and len(listed) == 1 and isinstance(one, Claim) and one.object:  # it heads what stands below it
            page.scope = replace(page.scope.with_place(one.object, Origin.HEADING, block.at), list=None)
    yield from found
    page.total = None if whole else _total(page, listed, setting, block)
    if len(listed) == 1 and own and len({f.unit for f in first.figures}) == 1:
        page.unit, page.unit_sure = own, True
    units = tuple(figure.unit for figure in first.figures)
    if len(listed) == 1 and len(units) > 1 and None not in units:
        page.units = units
    if entries.tail and item:
        yield from read_passage(page, entries.tail, _from(block.at, entries.tail_start))


def _total(page: Page, listed: Sequence[Entry], setting: Setting, block: Block) -> tuple[Level, int | float] | None:
    """The list of a line that tells nothing but its seats, and how many these are."""
    if len(listed) != 1 or len(listed[0].figures) != 1 or setting.counts(listed[0].figures[0])[0] is not Role.SEATS:
        return None
    entry = listed[0]
    if page.labels.sort(entry.name) is not Sort.LIST:
        return None  # a place, and its lists below
    at = Span(block.at.line, block.at.start + entry.start, block.at.start + entry.end)
    return Level(bare_name(entry.name), Origin.ITEM, at), entry.figures[0].value


def _lead_of(page: Page, block: Block) -> Lead | None:
    """The place with which a line begins; below no place, what is written as nothing but such a guess is none."""
    lead = page.leads_in.get(block.at.line)
    if lead is None or not lead.guessed or page.scope.place is not None or not caseless(lead.name):
        return lead
    return lead if page.names.is_place(lead.name) else None


def _led(page: Page, block: Block, lead: Lead) -> Iterator[Found]:
    """A line that begins with the place of which the rest speaks: "Siaya – ...", "Anbar (29 seats): ..."."""
    here = Span(block.at.line, block.at.start, block.at.start + len(lead.name))
    place = Level(lead.name, Origin.ITEM, here, guessed=lead.guessed)
    unit = page.scope.unit if lead.size is None else Role.SEATS  # "Marden (58 seats): A 20, B 6"
    before, page.scope = page.scope, replace(page.scope, place=place, list=None, closed=False, unit=unit)
    if lead.size is not None:
        yield Claim(
            "council_size", None, lead.name, int(lead.size.value), span(lead.size, block.at.line, block.at.start),
            Mechanism.LIST, Certainty.PROPOSED if lead.guessed else Certainty.STATED, Origin.ITEM,
            reason="the place is taken from the layout" if lead.guessed else "",
        )  # fmt: skip
    page.new_paragraph()
    page.names.add_place(lead.name)
    rest = block.text[lead.end :]
    start = lead.end + len(rest) - len(rest.lstrip())
    page.size = int(lead.size.value) if lead.size is not None else None
    yield from read_passage(page, block.text[start:], _from(block.at, start))
    page.scope, page.size = before, None


def _intro(page: Page, block: Block) -> None:
    """A sentence that ends in a colon says what the items below count."""
    begin, end = sentences(block.text)[-1]
    said = block.text[begin:end]
    unit = unit_of(said)
    page.reset()
    page.won_list = list_of_winners(page, block.text)
    page.led_list = list_led(page, said, block)
    page.doubt = doubt_of_kind(said, page.names)
    page.won = Role.WON in roles_in(said) or page.won_list is not None
    years = years_in(said)
    beside = Role.BRACKETS in roles_in(said)  # "with the seats of 2012 in brackets"
    earlier = bool(years) and page.year is not None and max(years) < page.year and not beside
    other = earlier or (page.title_scope.other_year and not years)
    if unit is not None:
        page.unit = unit if unit in (Role.SEATS, Role.VOTES) else None
        page.scope = replace(page.scope, unit=unit)
    page.scope = replace(page.scope, other_year=other, of_places=of_places(said))


def _from(at: Span, start: int) -> Span:
    """The span of a part of a text that begins further on."""
    return Span(at.line, at.start + start, at.end)
