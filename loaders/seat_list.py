"""Seat lists: province headings, and under each its results, one list a line ("- List: 5 seats").

Bullets of any kind, blank lines, "seat" or "seats", digits of any script and Windows line ends do not
matter. A heading that is no known province closes the council before it: the results below it keep its
words and belong to no known council. Sentences around the list are read as prose (`SentenceReader`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import (
    LISTS,
    PROVINCES,
    Item,
    Place,
    Remark,
    Standing,
    Statement,
    Unreadable,
    Unresolved,
    statement,
)
from graph.names import Resolver

from .document import Document
from .prose import SentenceReader
from .words import FIGURE, NUMBER_WORD, number, standing_cue

_BULLET = r"(?:[-–—−*•·∙▪●◦‣⁃➢➤►○■□◆✓→‐‑‒]+|\(?\d{1,3}[.)](?!\d))"
_UNIT = r"(?:seats?|mandates?|مقاعد|مقعدا|مقعد)"
RESULT = re.compile(
    rf"\s*(?P<bullet>{_BULLET})?\s*(?P<name>\S.*?)\s*(?P<separator>[:：=،(]|\s[-–—]+(?=\s)|\s)\s*"
    rf"(?P<number>[-−+]?\s?{FIGURE}|{NUMBER_WORD}|no)\s*(?P<unit>{_UNIT})?\s*[).،;,؛]*\s*",
    re.IGNORECASE,
)
_BULLETED = re.compile(rf"\s*(?P<bullet>{_BULLET})\s*(?P<text>\S.*?)\s*")
_DECORATION = re.compile(r"^[\s#*_>=]+|[\s#*_:：=]+$")
_SIZE_NOTE = re.compile(rf"\s*[(–-]\s*{FIGURE}\s*{_UNIT}\s*\)?\s*$", re.IGNORECASE)
_NUMBERING = re.compile(r"^\(?\d{1,3}[.)]\s*")
_RESERVED = re.compile(r"\s*\((?P<words>[^()]*\b(?:quota|reserved|component|minority)\b[^()]*)\)", re.IGNORECASE)
_RESERVED_WORDS = re.compile(r"\b(?:quota|reserved|component|minority|seats?|for|the)\b", re.IGNORECASE)
_TOTAL = frozenset({"total", "sum", "total seats", "المجموع"})
_HEADING_WORDS = 8
_LONGEST_LINE = 400  # characters; a result is never longer, and a longer line is text
LARGEST_COUNCIL = 5000  # seats; no elected body of the world is larger, so more is a slip of the pen


def looks_like_seat_list(lines: Iterator[tuple[int, str]]) -> bool:
    """Whether any line reads "- List: 5 seats"."""
    return any((found := RESULT.fullmatch(line)) and found["unit"] and found["separator"].strip() for _, line in lines)


@dataclass(slots=True)
class _Council:
    """The heading that the lines below belong to; `province` is None where no province is known by it."""

    heading: str
    province: str | None
    line: int
    known: bool
    items: int = 0
    reported: bool = False


def read_seat_list(document: Document, resolver: Resolver, election_date: str | None) -> Iterator[Item]:
    """The items of a seat list; the locator is "Heading, item 2 (line 107)".

    A re-typed list gives heading and item only, which hold for the original too, and no quotes.
    """
    yield from _SeatList(document, resolver, election_date).read()


class _SeatList:
    def __init__(self, document: Document, resolver: Resolver, election_date: str | None) -> None:
        self._document = document
        self._resolver = resolver
        self._sentences = SentenceReader(document, resolver, election_date)
        self._standing = document.standing
        self._council: _Council | None = None
        self._seen: dict[str, tuple[int, int]] = {}

    def read(self) -> Iterator[Item]:
        document = self._document
        for line_number, line in document.lines():
            if not line or line.isspace():
                continue
            result = RESULT.fullmatch(line) if len(line) <= _LONGEST_LINE else None
            if result and self._is_result(result):
                yield from self._result(result, line, line_number)
            elif (bulleted := _BULLETED.fullmatch(line)) and self._opens(line, line_number, bulleted):
                continue
            elif bulleted:
                yield Unreadable(
                    line.strip(),
                    self._at(line_number),
                    "a line of a list without a number of seats",
                    Place(document.shown, line_number),
                )
            else:
                yield from self._text(line, line_number)

    def _is_result(self, result: re.Match[str]) -> bool:
        """A number at the end of a line is a result with "seats" behind it, or a bullet before."""
        if result["unit"] is None:
            return (
                result["bullet"] is not None
                and result["number"].lower() != "no"
                and (result["separator"].strip() != "" or result["number"].isdecimal())
            )
        if result["bullet"] is None:
            return not self._opens(_DECORATION.sub("", result["name"]), None)
        return True

    # Headings ------------------------------------------------------------------------------------

    def _opens(self, line: str, line_number: int | None, bulleted: re.Match[str] | None = None) -> bool:
        """Whether a line is the heading of a known province; with a line number, its council is opened."""
        heading = _DECORATION.sub("", bulleted["text"] if bulleted else line)
        heading = _DECORATION.sub("", _SIZE_NOTE.sub("", heading))
        found = self._resolver.resolve(heading, PROVINCES)
        if not found.entity and found.candidates:
            return False
        if not found.entity:
            found = self._resolver.resolve(_NUMBERING.sub("", heading), PROVINCES)
        if not found.entity:
            return False
        if line_number is None:  # a bare "Babylon: 3 seats" is a list's result where a list has that name
            held = self._resolver.resolve(heading, LISTS).candidates
            return not (held and self._council)
        self._open(_Council(heading, found.entity.id, line_number, known=True))
        return True

    def _open(self, council: _Council) -> None:
        self._council = council
        self._seen.clear()

    def _text(self, line: str, line_number: int) -> Iterator[Item]:
        if self._opens(line, line_number):
            return
        text = line.strip()
        if self._standing is None:
            self._standing = standing_cue(text)
        read = list(
            self._sentences.read(
                text,
                f"line {line_number}" if not self._document.retyped else "above the list",
                Place(self._document.shown, line_number),
                self._standing or Standing.REPORTED,
            )
        )
        yield from read
        heading = _DECORATION.sub("", text)
        if not read and heading and text[-1] not in '.!?…"”' and len(heading.split()) <= _HEADING_WORDS:
            self._open(_Council(heading, None, line_number, known=False))

    # Results -------------------------------------------------------------------------------------

    def _at(self, line_number: int) -> str:
        council = self._council
        head = f"{council.heading}, item {council.items}" if council and council.items else "above the list"
        if council and not council.items:
            head = council.heading
        return head if self._document.retyped else f"{head} (line {line_number})"

    def _result(self, result: re.Match[str], line: str, line_number: int) -> Iterator[Item]:
        council, place = self._council, Place(self._document.shown, line_number)
        if council:
            council.items += 1
        locator = self._at(line_number)
        try:
            seats = _seats(result["number"])
        except ValueError as error:
            yield Unreadable(line.strip(), locator, str(error), place)
            return
        if council is None:
            yield Unreadable(line.strip(), locator, "a result above the first heading of a province", place)
            return
        name = result["name"].strip(' "“”*_')
        if name.casefold().rstrip(":") in _TOTAL:
            council.items -= 1
            yield self._statement(
                "total_seats", council.province, council.heading, None, None, seats, None, locator, line, place
            )
            return
        reserved = _RESERVED.search(name)
        reserved_for = None
        if reserved:
            name = _RESERVED.sub("", name).strip()
            words = " ".join(_RESERVED_WORDS.sub(" ", reserved["words"]).split())
            reserved_for = words or "a component"
        found = self._resolver.resolve(name, LISTS, council.province)
        subject = found.entity.id if found.entity else None
        yield self._statement(
            "holds_seats",
            subject,
            name,
            council.province,
            council.heading,
            seats,
            reserved_for,
            locator,
            line,
            place,
        )
        if not council.known and not council.reported:
            council.reported = True
            yield Unresolved(
                council.heading,
                "province",
                council.heading if self._document.retyped else f"line {council.line}",
                "no province of the registry has this name; the results below it belong to no known council",
                Place(self._document.shown, council.line),
            )
        if subject is None:
            reason = "no list of the registry has this name"
            if found.candidates:
                reason = "it may be " + " or ".join(f"{c.name} ({c.id})" for c in found.candidates)
            yield Unresolved(name, "list", locator, reason, place)
        yield from self._repeated(subject or name, seats, locator, line_number, place)

    def _repeated(self, who: str, seats: int, locator: str, line_number: int, place: Place) -> Iterator[Item]:
        earlier = self._seen.setdefault(who, (line_number, seats))
        if earlier[0] != line_number:
            same = "the same number" if earlier[1] == seats else f"another number ({earlier[1]})"
            yield Remark(
                f"this list was given {same} of seats in this council before, in line {earlier[0]}", locator, place
            )

    def _statement(
        self,
        predicate: str,
        subject: str | None,
        subject_text: str,
        object: str | None,
        object_text: str | None,
        seats: int,
        reserved_for: str | None,
        locator: str,
        line: str,
        place: Place,
    ) -> Statement:
        return statement(
            source=self._document.source.id,
            locator=locator,
            predicate=predicate,
            subject=subject,
            subject_text=subject_text,
            object=object,
            object_text=object_text,
            value=seats,
            election=self._document.election,
            reserved_for=reserved_for,
            standing=self._standing or Standing.REPORTED,
            quote=None if self._document.retyped else line.strip(),
            place=place,
        )


def _seats(text: str) -> int:
    """A number of seats. Raises ValueError, in words, for one that no council can have."""
    if text.lower() == "no":
        return 0
    if text[0] in "-−":
        raise ValueError(f"a negative number of seats ({text})")
    value = number(text.lstrip("+ "))
    if value != int(value):
        raise ValueError(f"not a whole number of seats ({text})")
    if value > LARGEST_COUNCIL:
        raise ValueError(f"more seats than any council has ({text})")
    return int(value)
