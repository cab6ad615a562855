"""Lines that begin with a label and go on in prose: "Siaya – ...", "Anbar (29 seats): ...", "Forest. ..."."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..blocks import Block, BlockKind
from ..cues import NO_PLACE, caseless, roles_in, years_in
from ..figures import Figure
from ..labels import Labels, Sort
from ..lists.entries import entries_of
from ..lists.written import label_like
from ..words import Role, fold_words, lexicon

_MARK = re.compile(r" [–—-] |\.[-–—] |[:：] |(?<=[^\W\d_]{3})\. |(?<=\))\. ")
_MARKS = re.compile("[–—.:：-]")  # one of which is in each
_CODES = re.compile(
    r"(?>(?:[A-Z][\w’']{0,30}+[ -]){1,3})\d{1,3}+(?:, (?>(?:[A-Z][\w’']{0,30}+[ -]){1,3})\d{1,3}+)?"
)  # "GBLA-1, Gilgit-1"
_NAMED_FIGURE = r"(?P<list>[^\W\d_][^\d:–—]{0,60}?) \d[\d,. ]{0,20}+"
_HEAD_AND_ENTRY = re.compile(
    rf"(?P<head>[^\W\d_][^\d:–—]{{1,60}}?) [–—-] (?P<rest>{_NAMED_FIGURE})"
)  # "Marden – Reds 5,310"
_ENTRY = re.compile(_NAMED_FIGURE)
_PAIR = 2
_LONGEST = 70  # letters of a label
_AN_ITEM = "item"
_SEVERAL = 3  # lines that begin alike
_SHORTEST_REST = 3  # words


@dataclass(frozen=True, slots=True)
class Lead:
    """A label at the beginning of a line: its letters end at `end`, with the mark. `size`: seats that stand in it.

    `guessed`: only the layout says that it is a place.
    """

    name: str
    end: int
    guessed: bool
    size: Figure | None = None


def leads_in(blocks: Sequence[Block], labels: Labels) -> dict[int, Lead]:
    """The lines that begin with the name of a place, by number; those of a dateline are none."""
    found: dict[int, tuple[str, Lead, Sort]] = {}
    marks: dict[str, list[int]] = defaultdict(list)
    for block in blocks:
        item = block.kind is BlockKind.ITEM
        lead = _lead(block.text, labels) if item or block.kind is BlockKind.TEXT else None
        if lead is not None:
            found[block.at.line] = lead
            marks[_AN_ITEM if item else lead[0]].append(block.at.line)
    kept: dict[int, Lead] = {}
    opening = next((block.at.line for block in blocks if block.kind is BlockKind.TEXT), 0)
    for mark, lines in marks.items():
        several = len(lines) >= _SEVERAL
        plain = all(caseless(found[line][1].name) for line in lines)
        unlike = plain and not any(found[line][2] is Sort.PLACE for line in lines)  # nothing shows a place in any
        for line in lines:
            _, one, sort = found[line]
            if line == opening and one.size is None and len(lines) <= _SEVERAL and not is_place_code(one.name):
                continue
            if sort is Sort.PLACE and (mark != "." or several):
                kept[line] = one
            elif one.size is not None and sort is Sort.UNKNOWN and (several or _of_body(one.name)):
                kept[line] = one  # "Marden council (36 seats): A-15, B-13"
            elif sort is Sort.UNKNOWN and several and mark == _AN_ITEM:
                kept[line] = replace(one, guessed=one.size is None)
            elif sort is Sort.UNKNOWN and several:
                kept[line] = replace(one, guessed=one.size is None and (mark == "." or unlike))
    return kept


def is_place_code(text: str) -> bool:
    """Whether a label is the code of a constituency, with its name or without: "GBLA-1, Gilgit-1"."""
    return _CODES.fullmatch(text) is not None


def _of_body(name: str) -> bool:
    """Whether the last word of a label is a noun of places or of their councils."""
    roles = lexicon().roles_of(fold_words(name)[-1:])
    return not roles.isdisjoint({Role.PLACE_NOUN, Role.PLACE})


def _lead(text: str, labels: Labels) -> tuple[str, Lead, Sort] | None:
    """The label that a line begins with, the mark behind it, and what it names."""
    begin = text[:_LONGEST]
    mark = _MARK.search(begin) if _MARKS.search(begin) else None
    if mark is None or len(text[mark.end() :].split()) < _SHORTEST_REST:
        return None
    label = text[: mark.start()].strip().removesuffix("**")
    size: Figure | None = None
    name = label
    if "(" in label:
        entries = entries_of(label)
        if len(entries.entries) == 1 and entries.figures[-1:] and entries.figures[-1].unit is Role.SEATS:
            size = entries.figures[-1]
            name = label[: label.index("(")].strip(" *_")
        else:
            return None
    elif is_place_code(label):
        return mark[0].strip(), Lead(label, mark.end(), guessed=False), Sort.PLACE
    elif any(char.isdigit() for char in label) or years_in(label):
        return None
    noun = size is not None and _of_body(name)
    if not label_like(name.rpartition(" ")[0] if noun else name):
        return None
    sort = labels.sort(name)
    if Role.OFFICE in roles_in(name) or (not labels.registered(name) and not roles_in(name).isdisjoint(NO_PLACE)):
        return None  # "Mayor: Ada Brown", "Elected: Ada Brown (Reds)", "Total so far: Reds 5, Blues 4"
    return mark[0].strip(), Lead(name, mark.end(), guessed=False, size=size), sort


def heads_apart(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks; a line that heads those right below it, and is the first of them, is parted in two.

    "Marden – Reds 5,310" above "Blues 4,002", where Blues stand below other such lines too, or in them.
    """
    found = {at: written for at, one in enumerate(blocks) if (written := _HEAD_AND_ENTRY.fullmatch(one.text))}
    below = {at: entry["list"] for at in found if (entry := _entry_below(blocks[at : at + 2]))}
    known = Counter([*below.values(), *(written["list"] for written in found.values())])
    heading = {at: found[at] for at, name in below.items() if blocks[at].alone and known[name] >= _PAIR}
    made: list[Block] = []
    for at, one in enumerate(blocks):
        if (written := heading.get(at)) is None or len(heading) < _PAIR:
            made.append(one)
            continue
        begin, end = one.at.start + written.start("rest"), one.at.start + written.end("head")
        rest = one.at._replace(start=begin)
        made.append(one._replace(kind=BlockKind.HEADING, text=written["head"], at=one.at._replace(end=end)))
        made.append(one._replace(text=written["rest"], at=rest, alone=False))
    return made


def _entry_below(pair: Sequence[Block]) -> re.Match[str] | None:
    """The name and the figure that are the line right below another: "Blues 4,002"."""
    if len(pair) < _PAIR or pair[1].kind is not BlockKind.TEXT or pair[1].alone:
        return None
    return _ENTRY.fullmatch(pair[1].text)
