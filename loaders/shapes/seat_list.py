"""Seat lists: province headings, and under each its results, one list a line ("- List: 5 seats").

Bullets of any kind, blank lines, "seat" or "seats", digits of any script and Windows line ends do not
matter. A heading that is no known province closes the council before it: the results below it keep its
words and belong to no known council. So does a line that may be a heading and may be a result; it is
reported too. Sentences around the list are read by the general reader (`Sentences`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.model import LISTS, PROVINCES, Item, Place, Standing, Statement, Unreadable
from graph.names import Resolver

from ..assembler import Assembler, Mention, unreadable
from ..deadline import Deadline, stopped_at
from ..documents import Document
from ..languages import standing_cue
from .councils import Councils, Style
from .seat_lines import (
    BULLETED,
    COUNCIL_NOTE,
    DIGIT,
    LETTER,
    LONGEST_LINE,
    NOTE,
    NUMBERING,
    RESULT,
    SIZE_NOTE,
    TOTALS,
    WHOLE_VOTE,
    WRITTEN,
    clean_heading,
    clean_name,
    ends_in_number,
    is_after_colon,
    is_result,
    is_separated,
    note_behind,
    unmarked,
)
from .sentences import Sentences

_NO_NUMBER = "a line of a list without a number of seats"
_OF_WHICH = "it does not say whether it speaks of the council above or of the whole vote"
_HEADING_WORDS = 8
_LONGEST_HEADING = 100  # characters
_SHORT_HEADING = 3  # words; so short a line is a heading even with a full stop


def looks_like(lines: Iterable[str], resolver: Resolver) -> bool:
    """Whether a line reads "- List: 5 seats", and the first that does stands below the heading of a known province.

    A list that tells changes behind its numbers is no plain one.
    """
    headings, headed, held = Headings(Assembler(resolver, "")), False, False
    for line in map(unmarked, lines):
        if ")" in line and DIGIT.search(note_behind(line)):
            return False
        if held or len(line) > LONGEST_LINE:
            continue
        bulleted = BULLETED.fullmatch(line)
        text = clean_heading(bulleted["text"] if bulleted else line)
        if len(text) <= _LONGEST_HEADING and (headings.province(text) or headings.with_note(text)):
            headed = True
        elif is_result(line):
            held = headed
            if not held:
                return False
    return held


def read(document: Document, assembler: Assembler) -> Iterator[Item]:
    """The items of a seat list; the locator is "Heading, item 2 (line 107)".

    A re-typed list gives heading and item only, which hold for the original too, and no quotes.
    """
    return _SeatList(document, assembler).read()


@dataclass(frozen=True, slots=True)
class Headings:
    """Tells which headings name a province of the registry."""

    assembler: Assembler

    def province(self, heading: str) -> Mention | None:
        """The province that a heading names; None where it names none, or may name several."""
        found = self.assembler.mention(heading, PROVINCES)
        if not found.candidates:
            found = self.assembler.mention(NUMBERING.sub("", heading), PROVINCES)
        return Mention(heading, found.entity) if found.entity else None

    def split(self, text: str) -> tuple[Mention, str] | None:
        """The province that a text begins with, before a comma, a dash or a bracket, and what stands behind it."""
        for note in NOTE.finditer(text[:_LONGEST_HEADING]):
            province = self.province(clean_heading(text[: note.start()]))
            if province:
                return province, text[note.start() :]
        return None

    def with_note(self, text: str) -> tuple[Mention, str] | None:
        """A province and a note on its council: "Baghdad (52 seats)", and not the dateline "Baghdad, Iraq"."""
        found = self.split(text)
        return found if found and (SIZE_NOTE.fullmatch(found[1]) or COUNCIL_NOTE.search(found[1])) else None


class _SeatList:
    def __init__(self, document: Document, assembler: Assembler) -> None:
        self._document = document
        self._assembler = assembler
        self._sentences = Sentences(document, assembler)
        self._headings = Headings(assembler)
        self._councils = Councils(assembler, document.required_election, document.standing)
        self._item_style: Style | None = None

    def read(self) -> Iterator[Item]:
        deadline = Deadline(self._document.laid.size)
        for line_number, line in deadline.lines(self._document.lines()):
            if not line or line.isspace():
                continue
            plain = unmarked(line)
            place = Place(self._document.shown, line_number)
            if len(plain) > LONGEST_LINE:
                yield from deadline.items(self._sentence(line.strip(), place), line_number, len(plain))
            elif ")" in plain and (note := note_behind(plain)):
                yield self._councils.unreadable(
                    line, f"what the bracket behind the number says ({note}) is not read", place
                )
            elif ends_in_number(plain) and (result := RESULT.fullmatch(plain)):
                yield from self._numbered(result, line, place)
            elif bulleted := BULLETED.fullmatch(plain):
                yield from self._bulleted(bulleted, line, place)
            elif LETTER.search(plain):
                yield from self._text(plain.strip(), line, Style(False, _indent(plain), False), place)
        if deadline.stopped is not None:
            yield stopped_at(deadline.stopped, self._document.shown)

    # Lines ---------------------------------------------------------------------------------------

    def _numbered(self, result: re.Match[str], line: str, place: Place) -> Iterable[Item]:
        """A line that ends in a number: a result, a heading with the council's size, or neither."""
        council = self._councils.open
        style = Style(result["bullet"] is not None, len(result["indent"]), True)
        name = clean_name(result["name"])
        if name.casefold() in TOTALS:
            return self._councils.total(result["number"], line, place)
        found = self._assembler.mention(name, LISTS, council.id if council else None)
        like_heading = council is not None and style == council.style != self._item_style
        if not style.bulleted or like_heading or not found.candidates:
            text = clean_name(result[0][result.start("name") :])
            province = self._headings.province(name) or (
                self._headings.province(text) if result["unit"] is None else None
            )
            # A word may name both a list and a province; then it is what the line is written like.
            if province and (like_heading or not found.candidates or council is None):
                return self._opened(text, style, line, place)
            bare = not style.bulleted and self._item_style is not None and self._item_style.bulleted
            like_heading = like_heading or (bare and (province is not None or not is_after_colon(result)))
            inline = not found.candidates and is_separated(result) and self._headings.split(name) is not None
            if inline or (like_heading and (not found.entity or province)):
                self._councils.close(text, style, place)
                reason = "it may be a heading or a result; what stands below belongs to no known council"
                return [self._councils.unreadable(line, reason, place)]
        if self._is_result(result, found):
            self._item_style = style if council else None
            return self._councils.result(result, found, line, place)
        if style.bulleted:
            return [self._councils.unreadable(line, _NO_NUMBER, place)]
        return self._text(clean_name(result[0]), line, style, place)

    def _is_result(self, result: re.Match[str], name: Mention) -> bool:
        """A number at the end of a line is of seats where it says so; else where the line is written like a result."""
        known = name.entity is not None
        if result["unit"] is not None:
            return result["bullet"] is not None or known or is_separated(result)
        if result["bullet"] is None:
            return known and self._councils.open is not None and is_separated(result)
        if WRITTEN.get(result["number"].lower()) == 0:
            return False
        if is_separated(result):
            return True
        text = clean_name(result[0][result.start("name") :])
        return known and not self._assembler.mention(text, LISTS).candidates

    def _bulleted(self, bulleted: re.Match[str], line: str, place: Place) -> Iterator[Item]:
        style = Style(True, len(bulleted["indent"]), False)
        text = bulleted["text"]
        council = self._councils.open
        if not LETTER.search(text):
            return
        like_heading = council is not None and style == council.style
        heading = self._headings.province(clean_heading(text))
        if heading and (like_heading or council is None or not self._assembler.mention(text, LISTS).candidates):
            yield from self._opened(text, style, line, place)
        elif like_heading:
            self._councils.close(text, style, place)
        elif self._headings.with_note(text) and not heading:
            yield from self._opened(text, style, line, place)
        else:
            yield self._councils.unreadable(line, _NO_NUMBER, place)

    def _text(self, text: str, line: str, style: Style, place: Place) -> Iterator[Item]:
        heading = clean_heading(text)
        words = len(heading.split())
        ended = text[-1] in '.!?…"”'
        title = text[-1] in ":：" or (words <= _HEADING_WORDS and not ended) or words <= _SHORT_HEADING
        if title and (self._headings.province(heading) or (not ended and self._headings.with_note(heading))):
            yield from self._opened(text, style, line, place)
            return
        read = list(self._sentence(text, place))
        if not heading or not title or any(map(_says_something, read)):
            yield from read
            return
        if style.numbered and self._councils.open:
            yield self._councils.unreadable(
                line, "it ends in a number, and neither a province nor a list is known by its name", place
            )
        else:
            yield from read
        self._councils.close(text, style, place)

    def _sentence(self, text: str, place: Place) -> Iterator[Item]:
        councils, election = self._councils, self._document.required_election.id
        if councils.standing is None:
            councils.standing = standing_cue(text)
        locator = "above the list" if self._assembler.retyped else f"line {place.line}"
        for item in self._sentences.read(text, locator, place, councils.standing or Standing.REPORTED):
            whole = isinstance(item, Statement) and item.subject == election
            if whole and councils.known and not WHOLE_VOTE.search(text):
                yield unreadable(text, _OF_WHICH, locator, place)
            else:
                yield item

    # Headings ------------------------------------------------------------------------------------

    def _opened(self, text: str, style: Style, line: str, place: Place) -> Iterator[Item]:
        """Open the council of a known province; a number of seats behind its name is that council's total."""
        heading = clean_heading(text)
        province, note = self._headings.province(heading), ""
        if province is None or DIGIT.search(heading):
            province, note = self._headings.with_note(heading) or (province, "")
        if province is None:
            return
        self._councils.enter(province, style, place)
        size = SIZE_NOTE.fullmatch(note)
        if size and "." not in size["size"]:
            yield from self._councils.total(size["size"], line, place)
        elif DIGIT.search(note):
            yield self._councils.unreadable(line, "what stands behind the name of the province is not read", place)


def _says_something(item: Item) -> bool:
    """Whether a line was understood as a sentence, and so is no heading."""
    return isinstance(item, Statement) or (isinstance(item, Unreadable) and item.reason == _OF_WHICH)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
