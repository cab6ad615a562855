"""Titles: the place and the unit that the first line of a document says for all of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from graph.kinds import PROVINCES

from ...languages.bodies import names_behind
from ...languages.countries import is_country
from ...languages.words import fold
from ..blocks import Block, BlockKind
from ..cues import roles_in, sentences, unit_of
from ..datelines import behind_dateline
from ..found import Found, Origin, Span
from ..labels import Sort
from ..lists.written import label_like
from ..prose import Named, council_named, places_named
from ..scope import Level
from ..words import Role
from .headings import headline, heads_others, read_heading, with_noun
from .page import Page
from .topics import is_topic

_WORD = re.compile(r"(?P<word>[^\W\d_][\w'’-]*)(?P<mark>[^\w\s]*)")
_PART = re.compile(r"[^:：–—|]++")
_MANY = 3  # places in one line
_PARTS = 2
_NAME = 2  # words of a title that is nothing but a name
_NEAR = 60  # blocks below a title in which its place may be told
_OPENING_LINES = 3
_SHORTENED = 6  # letters of a word for which a whole name may stand
_TWICE = 2  # times that a name is said at least, to be the place of a page
_BEGINNING, _NEAR_VOTE = 20, 60  # lines; letters behind a place in which its own vote is told
_OF_RESULTS = frozenset({Role.RESULTS, Role.LOCAL_BODY})
_TOWN = re.compile(r"(?P<name>[^\W\d_a-zß-ÿ][\w'’-]{3,}(?: [^\W\d_a-zß-ÿ][\w'’-]+)?)\. (?=[^\W\d_a-zß-ÿ])")


def read_title(page: Page, at: int, block: Block) -> Iterator[Found]:
    """The first line that says something: a title, or the first of several headings."""
    if heads_others(page, at, block):
        yield from read_heading(page, at, block)
        return
    places = page.labels.places_in(block.text)
    page.scope = replace(page.scope, unit=unit_of(block.text), other_year=page.titled_otherwise(block.text))
    if len({text for text, _, _ in places}) == 1 and page.scope.place is None and not _of_many(page, places[0][0]):
        text, start, end = places[0]
        where = Span(block.at.line, block.at.start + start, block.at.start + end)
        page.scope = replace(page.scope, place=Level(text, Origin.TITLE, where))
    elif not places and page.scope.place is None and (place := _apart_of_whole(page, block.text)):
        page.scope = replace(page.scope, place=place.level(block.at, Origin.TITLE))
    elif page.scope.place is None and (name := _named_alone(page, block.text)):
        where = Span(block.at.line, block.at.start + name[0], block.at.start + name[1])
        text = block.text[name[0] : name[1]]
        page.scope = replace(page.scope, place=Level(text, Origin.TITLE, where, guessed=True))
    elif page.scope.place is None and (page.scope.local or page.scope.of_part):
        named = council_named(block.text, page.names)
        titled = named.level(block.at, Origin.TITLE, guessed=True) if named is not None else None
        headed = named is not None and named.text == block.text  # who publishes it, which may be elsewhere
        told = (None if headed else titled) or (_of_dateline(page) if page.scope.local else None)
        if told is None and (page.scope.local or at < 0):  # a title that stands apart from the text is of all of it
            told = _told_below(page, at)
        page.scope = replace(page.scope, place=told or titled or _of_body(page) or _said_again(page, block))
    elif page.scope.place is None and is_topic(block.text):
        page.scope = replace(page.scope, closed=True)  # "Westland: Marden"
    page.title_scope = page.scope
    yield from headline(page, block)


def _of_many(page: Page, place: str) -> bool:
    """Whether a line below a title names several other places, and so speaks of the whole: "in X, Y and Z"."""
    own = page.resolver.resolve(place, PROVINCES).entity
    return any(
        len({page.resolver.resolve(name, PROVINCES).entity for name, _, _ in page.labels.places_in(line)} - {own})
        >= _MANY
        for line in page.texts[:_BEGINNING]
    )


def _told_below(page: Page, at: int) -> Level | None:
    """The one place in which the text below a title says that a council is; None where it names several, or none."""
    told: dict[bool, dict[str, Level]] = {True: {}, False: {}}  # what "in" leads to, and what only has its noun
    lines = [block for block in page.blocks[at + 1 : at + _NEAR] if block.kind is BlockKind.TEXT]
    for block in lines[:_OPENING_LINES]:
        for begin, end in sentences(block.text)[:2]:
            where = Span(block.at.line, block.at.start + begin, block.at.start + end)
            for one in places_named(block.text[begin:end], page.names):
                if one.inside or one.noun:
                    told[one.inside].setdefault(one.text, one.level(where, Origin.SENTENCE_BEFORE))
    places = told[True] or told[False]
    return next(iter(places.values())) if len(places) == 1 else None


def _of_body(page: Page) -> Level | None:
    """The one name that the text says most often of those behind the words for bodies of parts; None of several."""
    begins = [block for block in page.blocks[:_NEAR] if block.text and block.kind is not BlockKind.ASIDE]
    said: dict[str, int] = {}
    for block in begins:
        for name in names_behind(block.text):
            plain = (fold(name.split()[0]),) not in page.names.language.terms and not page.labels.registered(name)
            plain = plain and not roles_in(name)  # "Municipal Corporation"
            if plain and name not in said and page.labels.sort(name) in (Sort.UNKNOWN, Sort.PLACE):
                said[name] = sum(one.text.count(name) for one in begins)
    most = max(said.values(), default=0)
    names = [name for name, times in said.items() if times == most]
    longest = max(names, key=len, default="")
    if most < _TWICE or any(name not in longest for name in names):
        return None
    block = next(one for one in begins if longest in one.text)
    start = block.at.start + block.text.index(longest)
    return Level(longest, Origin.TITLE, Span(block.at.line, start, start + len(longest)), guessed=True)


def _said_again(page: Page, title: Block) -> Level | None:
    """The one name of a title and its dateline that the text uses as that of a place, and no other more often."""
    opens = next((line for line in page.texts[:_BEGINNING] if line.strip() and line.strip() != title.text), "")
    head = fold(f"{title.text} {opens[: behind_dateline(opens, opens=True)]}")
    told: Counter[str] = Counter()
    for block in page.blocks[:_NEAR]:
        if block.kind is BlockKind.TEXT:
            for begin, end in sentences(block.text):
                told.update(one.text for one in places_named(block.text[begin:end], page.names))
    heading = [name for name in told if fold(name) in head or _first_of(name) in head.split()]
    most = len(heading) == 1 and told[heading[0]] == max(told.values())
    return Level(heading[0], Origin.TITLE, title.at, guessed=True) if most else None


def _first_of(name: str) -> str:
    """The first of several words of a name, as titles shorten it; empty where it is short: "San"."""
    first, _, rest = fold(name).partition(" ")
    return first if rest and len(first) >= _SHORTENED else ""


def _of_dateline(page: Page) -> Level | None:
    """The name that the first text of a local page begins with, as papers write the town of it: "Marden. The ..."."""
    block = next((one for one in page.blocks if one.kind is BlockKind.TEXT and _TOWN.match(one.text)), None)
    town = _TOWN.match(block.text) if block is not None else None
    if block is None or town is None or sum(one.text.count(town["name"]) for one in page.blocks) < _TWICE:
        return None
    known = (fold(town["name"].split()[0]),) in page.names.language.terms  # "Frau", "Prof"
    if known or page.labels.sort(town["name"]) not in (Sort.UNKNOWN, Sort.PLACE):
        return None
    at = block.at.start + town.start("name")
    where = Span(block.at.line, at, at + len(town["name"]))
    return Level(town["name"], Origin.TITLE, where, guessed=True)


def _apart_of_whole(page: Page, title: str) -> Named | None:
    """The place that a title names with its noun; none where the text tells of its own vote: it is the whole."""
    place = with_noun(page, title)
    if place is None:
        return None
    noun = place.noun.casefold()
    terms = page.names.language.terms
    for line in page.texts[:_BEGINNING]:
        written = line.casefold().replace("’", "'")
        owner = written.find(f"{noun}'s ")
        behind = written[owner + len(noun) : owner + len(noun) + _NEAR_VOTE].split() if owner >= 0 else []
        if any((term := terms.get((fold(word.strip(".,;")),))) and "vote_noun" in term.roles for word in behind):
            return None  # "the region's parliamentary elections"
    return place


def _named_alone(page: Page, title: str) -> tuple[int, int] | None:
    """The letters of the one name of a title that may be the place of all: beside words of results, or all of it."""
    plain = label_like(title) and not roles_in(title) and not any(char.isdigit() for char in title)
    words = [*_WORD.finditer(title)]
    named = (
        plain
        and len(words) <= _NAME
        and all(word["word"][0].isupper() and (fold(word["word"]),) not in page.names.language.terms for word in words)
    )
    tables = any(block.kind is BlockKind.TABLE for block in page.blocks)  # above prose it may be a part of a paper
    if named and tables and page.labels.sort(title) is Sort.UNKNOWN and not is_country(title):
        return 0, len(title)
    return _named_apart(page, title) or _only_name(page, title)


def _named_apart(page: Page, title: str) -> tuple[int, int] | None:
    """The letters of a name that a mark parts from words of results: "Municipal election results 2019: X (Y)"."""
    parts = [part.span() for part in _PART.finditer(title) if not part[0].isspace()]
    if len(parts) != _PARTS:
        return None
    for (start, end), (first, last) in (parts, parts[::-1]):
        text = title[start:end].partition("(")[0].strip()
        begin = title.index(text, start) if text else start
        said = roles_in(title[first:last])
        plain = text and label_like(text) and not roles_in(text) and not any(char.isdigit() for char in text)
        plain = plain and not is_country(text) and page.labels.sort(text) in (Sort.UNKNOWN, Sort.PLACE)
        if not plain or not said & _OF_RESULTS:
            continue
        told = (block.text for block in page.blocks if block.kind is not BlockKind.ASIDE and title not in block.text)
        if any(text in line for line in told):  # the publisher of a page stands in its footer alone
            return begin, begin + len(text)
    return None


def _only_name(page: Page, title: str) -> tuple[int, int] | None:
    """The letters of the one run of capital words of a title that no language knows and no list has for its name."""
    if Role.LOCAL_BODY not in roles_in(title) or council_named(title, page.names) is not None:
        return None
    found: list[tuple[int, int]] = []
    words = page.names.language.terms
    opens = True
    for word in _WORD.finditer(title):
        text, mark = word["word"], word["mark"] or ""
        named = (
            text[0].isupper()
            and not opens
            and not roles_in(text)
            and (fold(text),) not in words
            and fold(text) not in page.names.lower
            and not (page.labels.sort(text) is Sort.LIST or page.names.is_list(text))
        )
        if named:
            joined = bool(found) and title[found[-1][1] : word.start()].isspace()
            found[-1:] = [(found[-1][0], word.end("word"))] if joined else [*found[-1:], word.span("word")]
        opens = any(char in ":.!?–—|" for char in mark)
    return found[0] if len(found) == 1 else None
