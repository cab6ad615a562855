"""Headings: what they say for what stands below, and the size of a place that stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ..blocks import Block, BlockKind
from ..cues import NO_PLACE, caseless, leads_on, of_places, of_whole, roles_in, sentences, unit_of, years_in
from ..figures import Figure
from ..found import Certainty, Claim, Found, Mechanism, Origin, Span, Unread
from ..labels import Sort, bare_name, quoted_lists
from ..lists.entries import Entries, entries_of
from ..lists.lines import listed_in
from ..lists.list import span
from ..lists.written import label_like
from ..prose import (
    Named,
    council_named,
    doubt_of_kind,
    ends_as_body,
    ends_as_vote,
    is_body,
    is_prose,
    list_named,
    places_named,
    read_sentence,
    tells_results,
)
from ..scope import Level, Scope
from ..sentence import Sentence
from ..sized import before_size
from ..unread import uncovered, unread_figures, with_values
from ..words import Role
from .page import Page
from .sizes import bare_size, sized, sized_too
from .topics import is_topic, spoken_of_below, told_of_below

_WARD = re.compile(r"(?P<name>[^()\d]{3,60}) \((?P<council>[^()]{5,60})\)(?:, [^()]{3,40})?")  # "Ham (Marden Council)"
_CASELESS = 2  # other headings
_LONGEST_LABEL = 5  # words of a heading with a colon; a longer one is a sentence
_NEAR = 60  # blocks before and behind within which headings are compared
_LONGEST_ACRONYM = 6  # letters
_NEAR_HEADINGS = 30  # blocks before and behind in which a heading is written as others are
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_OF_WINNERS = frozenset({Role.WON, Role.WINNER})
# What a heading speaks of that names no place.
_NO_PLACE = frozenset({Role.RESULTS, Role.OFFICE, Role.LOCAL_BODY, Role.WON, Role.WINNER, Role.PERSON})


def with_noun(page: Page, text: str) -> Named | None:
    """The one place that a text names with a noun of places; None where it names several, or none."""
    named = [one for one in places_named(text, page.names) if one.noun]
    return named[0] if len(named) == 1 else None


def heads_others(page: Page, at: int, block: Block) -> bool:
    """Whether the first line is no title but the first of several headings: a name, with results right below."""
    if at < 0 or not _heads_results(page, at):
        return False
    if leads_on(block.text) and len(places_named(block.text, page.names)) == 1:
        return True
    name = sized(entries_of(block.text), block.text)[0].rstrip(":： ")
    sort = _sort(page, at, name)
    has_size = name != block.text.rstrip(":： ")
    return label_like(name) and (sort is Sort.PLACE or (sort is Sort.UNKNOWN and (has_size or _siblings(page, at))))


def read_heading(page: Page, at: int, block: Block) -> Iterator[Found]:
    """A heading: the place or list that it names holds below; one that names none closes the one before it."""
    ward = _ward(page, block.text)
    text, colon = ward or _undated(page, block.text.rstrip(":： ").strip()), leads_on(block.text)
    years, entries = years_in(text), entries_of(text)
    written, size = bare_size(page, at, entries, text) or sized(entries, text)
    name = bare_name(written) or written
    sort = Sort.PLACE if ward else _sort(page, at, name)
    page.close(block)
    unit, roles = _unit(block.text, size), roles_in(text)
    winners = _winners(page, block, text, name, of_list=sort is Sort.LIST and size is None, sized=size is not None)
    here = Span(block.at.line, block.at.start, block.at.start + len(name))
    kept = _kept(page, text, unit, other_year=page.of_other_year(block, years), hedged=page.of_poll(block))
    of_list = sort in (Sort.LIST, Sort.PERSON) and size is None
    plain = sort is Sort.UNKNOWN and not (colon or unit or roles & _NO_PLACE)
    over_prose, topic = _heads_prose(page, at), is_topic(text)
    introduced = [] if of_list or topic else _introduced(page, at, name, sort, over_prose=over_prose, colon=colon)
    if any(one.start or sort is not Sort.PLACE for one in introduced):
        first = introduced[0].level(block.at, Origin.HEADING, guessed=over_prose)
        name, here, closed = first.text, first.at, len(introduced) > 1
        page.scope = replace(kept, place=None if closed else first, list=None, closed=closed)
    elif colon and len(text.split()) > _LONGEST_LABEL:
        page.scope = kept
    elif kept.of_places or (sort is not Sort.PLACE and not of_list and (of_whole(text) or is_body(name, page.names))):
        page.scope = replace(kept, place=page.title_scope.place, list=None, closed=False)
    elif topic:
        page.scope = replace(kept, place=page.title_scope.place, list=None, closed=True)
    elif sort is Sort.PLACE:
        page.scope = replace(kept.with_place(name, Origin.HEADING, here), list=None)
    elif of_list and (page.labels.registered(name) or label_like(name)):
        place = page.scope.place if page.inside or winners else page.title_scope.place
        page.scope = replace(kept, list=Level(name, Origin.HEADING, here), place=place, closed=False)
    elif sort is Sort.UNKNOWN and size is not None and label_like(name) and not _of_council(name):
        place = Level(name, Origin.HEADING, here, guessed=not sized_too(page, at))
        page.scope = replace(kept, place=place, list=None, closed=False)
    elif (plain or (colon and not roles)) and not years and (guessed := _guessed(page, at, name, here, over_prose)):
        page.scope = replace(kept, place=guessed, list=None, closed=False)
    elif not plain:
        place = None if colon else _place_within(page, block, text, here)
        page.scope = replace(kept, place=place, list=None, closed=False) if place else kept
    elif told_of_below(page, at, name):
        page.scope = replace(kept.with_place(name, Origin.HEADING, here), list=None)
    elif spoken_of_below(page, at, name):
        page.scope = replace(kept, place=Level(name, Origin.HEADING, here, guessed=True), list=None, closed=False)
    elif (named := with_noun(page, text)) is not None:
        place = named.level(block.at, Origin.HEADING, guessed=over_prose)
        page.scope = replace(kept, place=place, list=None, closed=False)
    else:
        page.scope = _closing(page, kept)
    page.opened(block, here, carries=colon)
    yield from _size(page, block, entries, name, size, sort, here)


def _guessed(page: Page, at: int, name: str, here: Span, over_prose: bool) -> Level | None:
    """The place that a heading over results may be, since nothing says otherwise.

    In a script without capitals any words may: there others of its make head results too, or the text names the place.
    """
    if not (_heads_results(page, at) and label_like(name)):
        return None
    guessed = over_prose or not _siblings(page, at) or ends_as_vote(name, page.names)
    shown = not guessed or not caseless(name) or page.names.is_place(name)
    return Level(name, Origin.HEADING, here, guessed) if shown else None


def _place_within(page: Page, block: Block, text: str, here: Span) -> Level | None:
    """The one place that a heading of results names: one that is known, or else, as a guess, one with its noun.

    Or the one council: "Reds largest party in Marden Municipal Council".
    """
    known = page.labels.places_in(text)
    if known:
        return Level(known[0][0], Origin.HEADING, here) if len(known) == 1 else None
    named = with_noun(page, text) or council_named(text, page.names)
    return named.level(block.at, Origin.HEADING, guessed=True) if named else None


def _closing(page: Page, kept: Scope) -> Scope:
    """What holds below a heading that names no place: that above it is closed."""
    place = page.scope.place
    own = place is not None and place.origin is Origin.HEADING and place is not page.title_scope.place
    closed = page.scope.closed or own
    return replace(kept, place=page.title_scope.place, list=None, closed=closed)


def _size(
    page: Page, block: Block, entries: Entries, name: str, size: Figure | None, sort: Sort, here: Span
) -> Iterator[Found]:
    """The size of the place that a heading names; its other figures are no claims."""
    place = page.scope.place
    seats = [figure for figure in entries.figures if figure.unit is Role.SEATS and not figure.approximate]
    if size is None and place is not None and place.at == here and len(seats) == 1 and len(entries.figures) == 1:
        yield Claim(
            "council_size", None, place.text, int(seats[0].value), span(seats[0], block.at.line, block.at.start),
            Mechanism.LIST, Certainty.PROPOSED, Origin.HEADING, reason="said in passing, in a heading",
        )  # fmt: skip
    elif size is not None and place is not None and sort not in (Sort.LIST, Sort.PERSON):
        yield Claim(
            "council_size", None, place.text if _of_council(name) else name, int(size.value),
            span(size, block.at.line, block.at.start), Mechanism.LIST,
            Certainty.PROPOSED if place.guessed else Certainty.STATED, Origin.HEADING,
        )  # fmt: skip
        others = [figure for figure in entries.figures if figure.start > size.start]
        yield from unread_figures(others, entries, block.at, "in a headline")
    else:
        yield from headline(page, block)


def _ward(page: Page, text: str) -> str:
    """The ward that a heading names with its council in brackets behind it; empty where it names none."""
    ward = _WARD.fullmatch(text.rstrip(":： ").strip())
    return ward["name"] if ward is not None and ends_as_body(ward["council"], page.names) else ""


def _undated(page: Page, text: str) -> str:
    """A heading without the date behind the place that it names: "Marden constituency, 1 May 2029"."""
    name = text.partition(", ")[0]
    return name if name != text and years_in(text) and page.labels.has_noun(name) else text


def _winners(page: Page, block: Block, text: str, name: str, *, of_list: bool, sized: bool) -> bool:
    """Whether a heading names the list of winners to whom words above lead; what held for a run of items ends."""
    led = page.won and of_list
    doubt = page.doubt if of_list else doubt_of_kind(text, page.names)
    page.reset()
    page.doubt = doubt
    page.won = led or not roles_in(name if sized else text).isdisjoint(_OF_WINNERS)
    page.won_list = list_of_winners(page, text) or (_without_words(page, name) if led else None)
    page.led_list = list_led(page, text, block)
    return led


def _without_words(page: Page, name: str) -> str:
    """The list of a heading of winners: "Elected members of the Reds" are of the Reds."""
    named = list_named(name, page.names)
    return name if named is None or name.startswith(named) else named


def list_led(page: Page, text: str, block: Block) -> Level | None:
    """The one list of whose seats or votes words with a colon speak; those of places may follow: "Seats of X:"."""
    counts = unit_of(text) in (Role.SEATS, Role.VOTES) and page.won_list is None and leads_on(block.text)
    named = list_named(text, page.names) if counts else None
    return Level(named, Origin.LEAD_IN, block.at, guessed=True) if named is not None else None


def list_of_winners(page: Page, text: str) -> str | None:
    """The list whose winners words lead to: "those of the list «X» who entered the council", "The winners of X:"."""
    if Role.WON not in roles_in(text):
        return None
    begin, end = sentences(text)[-1]
    quoted, led = next(quoted_lists(text), None), Role.WINNER in roles_in(text[begin:end])
    return quoted if quoted or not led else list_named(text[begin:end], page.names)


def _unit(text: str, size: Figure | None) -> Role | None:
    """What figures below a heading count: seats where it says how many there are, and of nothing else below."""
    said = unit_of(text)
    return Role.SEATS if size and said is not Role.VOTES else said


def _introduced(page: Page, at: int, name: str, sort: Sort, *, over_prose: bool, colon: bool) -> list[Named]:
    """The places that a heading over results names in a phrase, or one that tells who won: "The Reds win in X"."""
    if over_prose and not colon:
        return places_named(name, page.names) if sort is Sort.PLACE and is_prose(name, page.names) else []
    heads = not page.labels.registered(name) and _heads_results(page, at)
    named = places_named(name, page.names) if heads else []
    part = sort is Sort.PLACE and len(named) > 1 and bool(named[0].noun) and all(one.inside for one in named[1:])
    return [] if part and named[0].start == 0 else named  # "The first constituency in Marden" is one


def _of_council(name: str) -> bool:
    """Whether a heading with a size speaks of the council above, and names no place: "Seats of the council (31)"."""
    return not roles_in(name).isdisjoint({Role.SEATS, Role.LOCAL_BODY}) and Role.PLACE_NOUN not in roles_in(name)


def _kept(page: Page, text: str, unit: Role | None, *, other_year: bool, hedged: bool) -> Scope:
    """What holds below a heading whatever place it names."""
    unit = unit or page.title_scope.unit
    return replace(page.scope, other_year=other_year, hedged=hedged, unit=unit, of_places=of_places(text))


def _sort(page: Page, at: int, name: str) -> Sort:
    """What a heading names; a word in capitals is no acronym where all headings are in capitals, long words too."""
    sort = page.labels.sort(name)
    if sort is Sort.UNKNOWN and (Role.INDEPENDENT in roles_in(name) or page.heard(before_size(name), of_list=True)):
        return Sort.LIST
    if sort is not Sort.LIST or not name.isupper() or page.labels.registered(name):
        return sort
    first = max(0, at - _NEAR_HEADINGS)
    around = enumerate(page.blocks[first : at + _NEAR_HEADINGS], first)
    texts = [before_size(one.text) for here, one in around if one.kind in _HEADS and _heads_results(page, here)]
    texts = [text for text in texts if roles_in(text).isdisjoint(NO_PLACE)]  # "Elected:"
    capitals = all(text.isupper() for text in texts) and any(len(text) > _LONGEST_ACRONYM for text in texts)
    return Sort.UNKNOWN if capitals else sort


def _heads_results(page: Page, at: int) -> bool:
    """Whether items, a table or a line of results follow a heading before anything else."""
    for block in page.blocks[at + 1 : at + 3]:
        if block.kind in (BlockKind.ITEM, BlockKind.TABLE) or block.at.line in page.runs.plain:
            return True
        leads = leads_on(block.text)
        if leads and (block.kind is BlockKind.TEXT or len(block.text.split()) > _LONGEST_LABEL):
            continue  # it leads to what follows
        if block.kind is BlockKind.HEADING:
            return False
        if block.kind is BlockKind.TEXT:
            return bool(listed_in(entries_of(block.text), page.labels)) or tells_results(block.text, page.names)
    return False


def _heads_prose(page: Page, at: int) -> bool:
    """Whether prose stands below a heading, so that its words may be of what it tells, and no place."""
    following = next(iter(page.blocks[at + 1 : at + 2]), None)
    if following is None or following.kind is not BlockKind.TEXT:
        return following is None
    return is_prose(following.text, page.names) or not entries_of(following.text).entries


def _siblings(page: Page, at: int) -> bool:
    """Whether another heading of the same make heads results too, so that both are of one kind."""
    made = page.blocks[at]
    first = max(0, at - _NEAR)
    others = _CASELESS if caseless(made.text) else 1
    alike = (
        block.kind is BlockKind.HEADING
        and block.level == made.level
        and other != at
        and label_like(sized(entries_of(block.text), block.text)[0].rstrip(": "))
        and _heads_results(page, other)
        for other, block in enumerate(page.blocks[first : at + _NEAR], first)
    )
    return sum(islice(filter(None, alike), others)) >= others


def headline(page: Page, block: Block) -> Iterator[Found]:
    """The figures of a headline: none is a claim, since it is short, and the text below says it in full."""
    entries = entries_of(block.text)
    said = list(read_sentence(Sentence(block.text, block.at), page.scope, page.names))
    page.new_paragraph()
    if leads_on(block.text) and len(block.text.split()) > _LONGEST_LABEL:
        said = list(with_values(said, entries, block.at))  # a sentence that leads to what follows
        yield from said
        yield from unread_figures(uncovered(entries.figures, said, block.at), entries, block.at)
        return
    found: list[Found] = []
    for one in said:
        number = one.value if isinstance(one.value, int | float) else None
        if isinstance(one, Unread) or (number is not None and not any(f.at == one.at for f in found)):
            text = block.text[one.at.start - block.at.start : one.at.end - block.at.start]
            found.append(Unread(text, one.at, "in a headline", number))
    yield from with_values(found, entries, block.at)
    rest = uncovered(entries.figures, found, block.at)
    yield from unread_figures(rest, entries, block.at, "in a headline")
