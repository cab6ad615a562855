"""Seat lists: province headings, and under each its results, one list a line ("- List: 5 seats").

Bullets of any kind, blank lines, "seat" or "seats", digits of any script and Windows line ends do not
matter. A heading that is no known province closes the council before it: the results below it keep its
words and belong to no known council. So does a line that may be a heading and may be a result; it is
reported too. Sentences around the list are read as prose (`SentenceReader`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.model import LISTS, PROVINCES, Item, Place, Remark, Standing, Statement, Unreadable, Unresolved, statement
from graph.names import Candidate, Resolver

from .document import Document
from .prose import SentenceReader
from .results import (
    BULLETED,
    COUNCIL_NOTE,
    LETTER,
    LONGEST_LINE,
    NOTE,
    NUMBERING,
    RESULT,
    SIZE_NOTE,
    TOTAL,
    WRITTEN,
    check_name,
    clean_heading,
    clean_name,
    ends_in_number,
    is_after_colon,
    is_separated,
    number_of_seats,
    split_reserved,
    unmarked,
)
from .words import standing_cue

_WHOLE_VOTE = re.compile(r"\b(?:overall|total|national\w*|nationwide|country|whole|general)\b", re.IGNORECASE)
_NO_NUMBER = "a line of a list without a number of seats"
_OF_WHICH = "it does not say whether it speaks of the council above or of the whole vote"
_HEADING_WORDS = 8
_SHORT_HEADING = 3  # words; so short a line is a heading even with a full stop
_MOST_LISTS = 10_000


def looks_like_seat_list(lines: Iterator[tuple[int, str]]) -> bool:
    """Whether any line reads "- List: 5 seats"."""
    return any(
        len(line) <= LONGEST_LINE
        and ends_in_number(line)
        and (found := RESULT.fullmatch(line))
        and (found["unit"] or found["number"] in WRITTEN)
        and found["separator"].strip()
        for line in (unmarked(line) for _, line in lines)
    )


class _Style(NamedTuple):
    """How a line is written; a heading and the results below it are each written alike."""

    bulleted: bool
    indent: int
    numbered: bool


@dataclass(slots=True)
class _Council:
    """The heading that the lines below belong to; `province` is None where no province is known by it."""

    heading: str
    province: str | None
    line: int
    style: _Style
    items: int = 0
    seats: int = 0
    reported: bool = False
    seen: dict[str, tuple[int, int]] = field(default_factory=dict)


def read_seat_list(document: Document, resolver: Resolver, election_date: str | None) -> Iterator[Item]:
    """The items of a seat list; the locator is "Heading, item 2 (line 107)".

    A re-typed list gives heading and item only, which hold for the original too, and no quotes.
    """
    return _SeatList(document, resolver, election_date).read()


class _SeatList:
    def __init__(self, document: Document, resolver: Resolver, election_date: str | None) -> None:
        self._document = document
        self._resolver = resolver
        self._sentences = SentenceReader(document, resolver, election_date)
        self._standing = document.standing
        self._council: _Council | None = None
        self._councils: dict[str, _Council] = {}
        self._item_style: _Style | None = None
        self._seats = 0

    def read(self) -> Iterator[Item]:
        for line_number, line in self._document.lines():
            if not line or line.isspace():
                continue
            plain = unmarked(line)
            place = Place(self._document.shown, line_number)
            if len(plain) > LONGEST_LINE:
                yield from self._sentence(line.strip(), place)
            elif ends_in_number(plain) and (result := RESULT.fullmatch(plain)):
                yield from self._numbered(result, line, place)
            elif bulleted := BULLETED.fullmatch(plain):
                yield from self._bulleted(bulleted, line, place)
            elif LETTER.search(plain):
                yield from self._text(plain.strip(), line, _Style(False, _indent(plain), False), place)

    # Lines ---------------------------------------------------------------------------------------

    def _numbered(self, result: re.Match[str], line: str, place: Place) -> Iterable[Item]:
        """A line that ends in a number: a result, a heading with the council's size, or neither."""
        council = self._council
        style = _Style(result["bullet"] is not None, len(result["indent"]), True)
        name = clean_name(result["name"])
        if name.casefold() in TOTAL:
            return self._total(result, line, place)
        found = self._resolver.resolve(name, LISTS, council.province if council else None)
        like_heading = council is not None and style == council.style != self._item_style
        if not style.bulleted or like_heading or not found.candidates:
            text = clean_name(result[0][result.start("name") :])
            province = self._province(name) or (self._province(text) if result["unit"] is None else None)
            # A word may name both a list and a province; then it is what the line is written like.
            if province and (like_heading or not found.candidates or council is None):
                return self._opened(text, style, line, place)
            bare = not style.bulleted and self._item_style is not None and self._item_style.bulleted
            like_heading = like_heading or (bare and (province is not None or not is_after_colon(result)))
            inline = not found.candidates and is_separated(result) and self._split_heading(name) is not None
            if inline or (like_heading and (not found.entity or province)):
                self._close(text, style, place)
                reason = "it may be a heading or a result; what stands below belongs to no known council"
                return [self._unreadable(line, reason, place)]
        if self._is_result(result, found.entity):
            return self._result(result, name, style, line, place)
        if style.bulleted:
            return [self._unreadable(line, _NO_NUMBER, place)]
        return self._text(clean_name(result[0]), line, style, place)

    def _is_result(self, result: re.Match[str], known: Candidate | None) -> bool:
        """A number at the end of a line is of seats where it says so; else where the line is written like a result."""
        if result["unit"] is not None:
            return result["bullet"] is not None or known is not None or is_separated(result)
        if result["bullet"] is None:
            return known is not None and self._council is not None and is_separated(result)
        if result["number"].lower() == "no":
            return False
        if is_separated(result):
            return True
        text = clean_name(result[0][result.start("name") :])
        return known is not None and not self._resolver.resolve(text, LISTS).candidates

    def _bulleted(self, bulleted: re.Match[str], line: str, place: Place) -> Iterator[Item]:
        style = _Style(True, len(bulleted["indent"]), False)
        text = bulleted["text"]
        council = self._council
        if not LETTER.search(text):
            return
        like_heading = council is not None and style == council.style
        heading = self._province(clean_heading(text))
        if heading and (like_heading or council is None or not self._resolver.resolve(text, LISTS).candidates):
            yield from self._opened(text, style, line, place)
        elif like_heading:
            self._close(text, style, place)
        elif self._heading_with_note(text) and not heading:
            yield from self._opened(text, style, line, place)
        else:
            yield self._unreadable(line, _NO_NUMBER, place)

    def _text(self, text: str, line: str, style: _Style, place: Place) -> Iterator[Item]:
        heading = clean_heading(text)
        words = len(heading.split())
        ended = text[-1] in '.!?…"”'
        title = text[-1] in ":：" or (words <= _HEADING_WORDS and not ended) or words <= _SHORT_HEADING
        if title and (self._province(heading) or (not ended and self._heading_with_note(heading))):
            yield from self._opened(text, style, line, place)
            return
        read = list(self._sentence(text, place))
        yield from read
        if not heading or not title or any(map(_says_something, read)):
            return
        if style.numbered and self._council and not read:
            yield self._unreadable(
                line, "it ends in a number, and neither a province nor a list is known by its name", place
            )
        self._close(text, style, place)

    def _sentence(self, text: str, place: Place) -> Iterator[Item]:
        if self._standing is None:
            self._standing = standing_cue(text)
        locator = "above the list" if self._document.retyped else f"line {place.line}"
        for item in self._sentences.read(text, locator, place, self._standing or Standing.REPORTED):
            whole = isinstance(item, Statement) and item.subject == self._document.election
            if whole and self._councils and not _WHOLE_VOTE.search(text):
                yield Unreadable(text, locator, _OF_WHICH, place)
            else:
                yield item

    # Headings ------------------------------------------------------------------------------------

    def _province(self, heading: str) -> Candidate | None:
        found = self._resolver.resolve(heading, PROVINCES)
        if not found.candidates:
            found = self._resolver.resolve(NUMBERING.sub("", heading), PROVINCES)
        return found.entity

    def _split_heading(self, text: str) -> tuple[str, str] | None:
        """The province that a text begins with, before a comma, a dash or a bracket, and what stands behind it."""
        note = NOTE.search(text)
        while note:
            heading = clean_heading(text[: note.start()])
            if self._province(heading):
                return heading, text[note.start() :]
            note = NOTE.search(text, note.end())
        return None

    def _heading_with_note(self, text: str) -> tuple[str, str] | None:
        """A province and a note on its council: "Baghdad (52 seats)", and not the dateline "Baghdad, Iraq"."""
        found = self._split_heading(text)
        return found if found and (SIZE_NOTE.fullmatch(found[1]) or COUNCIL_NOTE.search(found[1])) else None

    def _opened(self, text: str, style: _Style, line: str, place: Place) -> Iterator[Item]:
        """Open the council of a known province; a number of seats behind its name is that council's total."""
        heading = clean_heading(text)
        noted = self._heading_with_note(heading) if re.search(r"\d", heading) or not self._province(heading) else None
        heading, note = noted or (heading, "")
        province = self._province(heading)
        if province is None:
            return
        council = self._councils.get(province.id)
        if council is None:
            council = self._councils[province.id] = _Council(heading, province.id, place.line or 0, style)
        council.heading, council.style = heading, style
        self._council = council
        size = SIZE_NOTE.fullmatch(note)
        if size and "." not in size["size"]:
            yield from self._total(size["size"], line, place)
        elif re.search(r"\d", note):
            yield self._unreadable(line, "what stands behind the name of the province is not read", place)

    def _close(self, text: str, style: _Style, place: Place) -> None:
        """Close the council: a heading, or what may be one, names no known province."""
        self._council = _Council(clean_heading(text), None, place.line or 0, style)

    # Results -------------------------------------------------------------------------------------

    def _at(self, place: Place, what: str = "") -> str:
        council = self._council
        head = council.heading if council else "above the list"
        if council and not what and council.items:
            what = f"item {council.items}"
        if what:
            head = f"{head}, {what}"
        return head if self._document.retyped else f"{head} (line {place.line})"

    def _unreadable(self, line: str, reason: str, place: Place) -> Unreadable:
        return Unreadable(line.strip(), self._at(place), reason, place)

    def _result(self, result: re.Match[str], name: str, style: _Style, line: str, place: Place) -> list[Item]:
        council = self._council
        if council is None:
            return [self._unreadable(line, "a result above the first heading of a province", place)]
        council.items += 1
        self._item_style = style
        name, reserved_for = split_reserved(name)
        found = self._resolver.resolve(name, LISTS, council.province)
        known = found.entity
        try:
            if known is None:
                check_name(name, after_colon=is_after_colon(result))
            seats = number_of_seats(result["number"])
        except ValueError as error:
            return [self._unreadable(line, str(error), place)]
        council.seats += seats
        self._seats += seats
        locator = self._at(place)
        subject = (known.id if known else None, name)
        object = (council.province, council.heading)
        items: list[Item] = [
            self._statement("holds_seats", subject, object, seats, locator, line, place, reserved_for),
        ]
        if council.province is None:
            items.extend(self._unknown_council(council))
        if known is None:
            reason = "no list of the registry has this name"
            if found.candidates:
                reason = "it may be " + " or ".join(f"{c.name} ({c.id})" for c in found.candidates)
            items.append(Unresolved(name, "list", locator, reason, place))
        earlier = council.seen.get(known.id if known else name)
        if earlier:
            same = "the same number" if earlier[1] == seats else f"another number ({earlier[1]})"
            text = f"this list was given {same} of seats in this council before, in line {earlier[0]}"
            items.append(Remark(text, locator, place))
        elif len(council.seen) < _MOST_LISTS:  # a hostile document must not fill the memory with its names
            council.seen[known.id if known else name] = (place.line or 0, seats)
        return items

    def _unknown_council(self, council: _Council) -> Iterator[Unresolved]:
        """Report a heading that is no province, once, when something stands below it."""
        if council.province is None and not council.reported:
            council.reported = True
            yield Unresolved(
                council.heading,
                "province",
                council.heading if self._document.retyped else f"line {council.line}",
                "no province of the registry has this name; the results below it belong to no known council",
                Place(self._document.shown, council.line),
            )

    def _total(self, written: re.Match[str] | str, line: str, place: Place) -> Iterator[Item]:
        """A total is of the council whose lists come to it, or of the whole list where all lists do."""
        council = self._council
        if council is None:
            yield self._unreadable(line, "a total above the first heading of a province", place)
            return
        try:
            seats = number_of_seats(written if isinstance(written, str) else written["number"])
        except ValueError as error:
            yield self._unreadable(line, str(error), place)
            return
        locator = self._at(place, "total")
        if not council.items or seats == council.seats:
            subject = (council.province, council.heading)
            yield from self._unknown_council(council)
        elif seats == self._seats:
            subject = (self._document.election, "all councils")
        else:
            reason = f"a total that the lists above it ({council.seats} in this council) do not come to"
            yield Unreadable(line.strip(), locator, reason, place)
            return
        yield self._statement("total_seats", subject, (None, None), seats, locator, line, place)

    def _statement(
        self,
        predicate: str,
        subject: tuple[str | None, str],
        object: tuple[str | None, str | None],
        seats: int,
        locator: str,
        line: str,
        place: Place,
        reserved_for: str | None = None,
    ) -> Statement:
        return statement(
            source=self._document.source.id,
            locator=locator,
            predicate=predicate,
            subject=subject[0],
            subject_text=subject[1],
            object=object[0],
            object_text=object[1],
            value=seats,
            election=self._document.election,
            reserved_for=reserved_for,
            standing=self._standing or Standing.REPORTED,
            quote=None if self._document.retyped else line.strip(),
            place=place,
        )


def _says_something(item: Item) -> bool:
    """Whether a line was understood as a sentence, and so is no heading."""
    return isinstance(item, Statement) or (isinstance(item, Unreadable) and item.reason == _OF_WHICH)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
