"""The blocks of a document: headings, items, tables and text; what is about the page itself is set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from .cues import roles_in
from .datelines import behind_dateline, is_dateline, is_hour, is_trail
from .figures import figures
from .found import Span
from .line import Line, LineKind
from .sized import heads_place, is_gapped, size_behind
from .tables.box import Boxes
from .tables.cell import before_winner, is_figure
from .tables.dressings import Dressings
from .tables.grid import Grid, grid_of_cells
from .tables.inner import parted
from .tables.pasted import pasted_at
from .tables.records import Records
from .tables.stacked import pairs_at, stacked_at
from .tokens import tokens
from .words import Role, fold_words, lexicon


class BlockKind(StrEnum):
    """What a block is. TITLE is the first line that says something; ASIDE is of the page and not of the vote."""

    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    TABLE = "table"
    TEXT = "text"
    ASIDE = "aside"
    BREAK = "break"


class Block(NamedTuple):
    """A block. `text` is that of its line without marks and bullets, `at` where that stands; a table has a `grid`.

    `level` of a heading: 1 is the highest; 0 where nothing tells. `bullet`: what stands before an item. `nth`: the
    number that it gives, where it counts. `alone`: a blank line stands above. `won`: a word behind its figure said that
    who is named won.
    """

    kind: BlockKind
    text: str
    at: Span
    grid: Grid | None = None
    level: int = 0
    bullet: str = ""
    indent: int = 0
    nth: int = 0
    alone: bool = True
    won: bool = False

    @property
    def numbered(self) -> bool:
        """Whether an item's bullet counts."""
        return self.nth > 0


_APART = 4  # lines between a line above a table and its first row, where blank ones stand there
_BULLET = re.compile(
    r"(?P<bullet>(?:[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\ufe0f]+|\d\ufe0f?\u20e3)(?=\s)|[-–—−ـ•·∙▪●◦‣⁃➢➤►○■□◆✓→>✔★*]+(?=\s|[^\W\d_(])|\(?(?P<count>\d{1,3})(?:[.)](?!\d)|[-–](?=\s))(?=\s*\D)|[a-zA-Z]\)(?=\s))\s*(?=\S)"
)
_HASHES = re.compile(r"\s*(?P<marks>#{1,6}|={2,5})\s*(?=\S)")
_DRESS, _QUOTES = " \t\u00a0*_#=", '"“”'
_OF_VOTES = frozenset({Role.RESULTS, Role.LOCAL_BODY, Role.SEATS, Role.VOTES, Role.TURNOUT, Role.WON, Role.POLL})
_RESULTS = frozenset({BlockKind.TEXT, BlockKind.ITEM})
_WORDS, _FIGURES = re.compile(r"[^\W\d_]++(?>(?:\s++[^\W\d_]++)*)"), re.compile(r"\d[\d.,]*+")
_SEPARATORS = frozenset(":：=–—|")
_TERMINAL = frozenset(".!?؟。…")
_NOTE = re.compile(r"\s*(?:\[\w{1,4}\]|[¹²³⁴⁵⁶⁷⁸⁹†‡§])\s*\S")  # "[3] Without the city"
_EDITED = re.compile(r"(?<=[\w)])\[[^\W\d_]{2,12}(?: [^\W\d_]{2,12})?\]$")  # "Results[edit]"
_HEADING_WORDS, _HEADING_LETTERS = 12, 90
_NAME_WORDS = 5
_ASIDE_WORDS = 40
_BESIDE = re.compile(r"(?<=\S) {2,}(?=\S)")  # "Marden - 7 June 2029    Views: 1,204"
_COUNTER = 2  # words
_LED_ON = (":", "|", "–", "-", "—", "(")  # what may follow the word for a picture, or for comments
_OWNED = 24  # letters of a line in which the mark of a copyright stands


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """The blocks of a document, in order."""
    at, titled, opened, alone, noted = 0, False, False, True, False
    title = _title_at(lines)
    dressings, boxes, cards = Dressings(lines), Boxes(lines), Records(lines)
    while at < len(lines):
        line = lines[at]
        if not _says(line):
            at, alone = at + 1, True
            continue
        if line.kind is LineKind.ROW and line.cells and _is_above(lines, at):
            line = line._replace(kind=LineKind.TEXT, text=line.text[: line.cells[0].end], cells=None)
        if line.kind is LineKind.ROW and line.cells:
            rows, end = _rows(lines, at)
            for grid in parted(grid_of_cells(rows)):
                yield _table(grid, line)
            at, alone, noted = end, False, True
            continue
        headed = alone and is_gapped(line.text.strip())
        found = None if headed else cards.records_at(at) or dressings.table_at(at) or boxes.box_at(at)
        if found is None and not headed:
            found = pasted_at(lines, at) or stacked_at(lines, at) or pairs_at(lines, at)
        if found:
            whole, at = found
            for grid in parted(whole):
                yield _table(grid, line)
            alone, noted = False, True
            continue
        block = _line(lines, at, line, titled=titled, opened=opened, alone=alone)
        if block.kind in _RESULTS and (end := before_winner(block.text)):
            at_name = block.at._replace(end=block.at.start + end)
            block = block._replace(text=block.text[:end], at=at_name, won=True)
        noted = noted and _NOTE.match(line.text) is not None
        if noted or (at < title and block.kind is not BlockKind.HEADING and _may_lead(block.text)):
            # a note of the table above, or a line of the pages beside this one, above its own title
            block = block._replace(kind=BlockKind.ASIDE)
        titled = titled or block.kind not in (BlockKind.ASIDE, BlockKind.BREAK)
        opened = opened or block.kind is BlockKind.TEXT
        yield block
        at, alone = at + 1, False


def _title_at(lines: Sequence[Line]) -> int:
    """The line of the highest heading of a page, where no figure stands above it, so that no result does."""
    at = next((at for at, line in enumerate(lines) if line.kind is LineKind.HEADING and line.level == 1), 0)
    return 0 if any(char.isdigit() for line in lines[:at] for char in line.text) else at


def _rows(lines: Sequence[Line], at: int) -> tuple[list[Line], int]:
    """The rows of a table that begins at a line, and the index behind the last one.

    Blank lines part no rows that have as many cells and no header of their own.
    """
    width = len(lines[at].cells or ())
    rows: list[Line] = []
    while at < len(lines):
        if lines[at].kind is LineKind.ROW:
            rows.append(lines[at])
            at += 1
            continue
        below = at
        while below < len(lines) and lines[below].kind is LineKind.TEXT and not lines[below].text.strip():
            below += 1
        if below == at or below == len(lines) or not _goes_on(lines[below], width):
            break
        at = below
    return rows, at


def _is_above(lines: Sequence[Line], at: int) -> bool:
    """Whether a row is a line of text above a table, padded to its width: one cell alone, and further rows below."""
    first, *others = lines[at].cells or ()
    alone = bool(first.text) and not first.header and bool(others) and not any(cell.text for cell in others)
    return alone and any(line.kind is LineKind.ROW for line in [*filter(_says, lines[at + 1 : at + _APART])][:1])


def _says(line: Line) -> bool:
    """Whether a line is not blank."""
    return bool(line.text.strip() or line.cells)


def _goes_on(line: Line, width: int) -> bool:
    """Whether a line below a blank one is a further row of a table: of figures, or of a section's name alone."""
    cells = line.cells or ()
    filled = [cell for cell in cells if cell.text]
    if line.kind is not LineKind.ROW or len(cells) != width or width < 2 or any(cell.header for cell in filled):
        return False
    return len(filled) == 1 or any(is_figure(cell.text) for cell in filled)


def _table(grid: Grid, line: Line) -> Block:
    return Block(BlockKind.TABLE, "", Span(line.number, 0, len(line.text)), grid)


def _line(lines: Sequence[Line], at: int, line: Line, *, titled: bool, opened: bool, alone: bool) -> Block:
    """The block that one line is; `titled`, `opened`: a title, a line of text stands above."""
    text = line.text
    start, end = _inside(text, 0, len(text))
    hashes = _HASHES.match(text) if "#" in text or "=" in text else None
    level = line.level or (len(hashes["marks"].strip()) if hashes else 0)
    whole = Span(line.number, start, end)
    if line.kind is LineKind.BREAK:
        return Block(BlockKind.BREAK, text[start:end], whole, alone=alone)
    if is_hour(text[start:end]):
        return Block(BlockKind.BREAK, "", whole, alone=alone)
    headed = hashes is not None or line.kind is LineKind.HEADING
    of_place = headed and not roles_in(text).isdisjoint({Role.PLACE, Role.PLACE_NOUN})
    beside = is_aside(text[start:end]) or (not opened and is_trail(text[start:end]))
    if line.kind is LineKind.CAPTION or (beside and not of_place):
        return Block(BlockKind.ASIDE, text[start:end], whole, alone=alone)
    edited = _EDITED.search(text[start:end]) if titled and text.endswith("]", start, end) else None
    if edited:  # a page copied from a browser
        end = start + edited.start()
        return Block(BlockKind.HEADING, text[start:end], Span(line.number, start, end), level=level or 1, alone=alone)
    if line.kind is LineKind.HEADING or (hashes and at + 1 < len(lines) and not text.startswith("# ", 0, 0)):
        kind = BlockKind.HEADING if titled else BlockKind.TITLE
        return Block(kind, text[start:end], whole, level=level or 1, alone=alone)
    bullet = _BULLET.match(text, len(text) - len(text.lstrip()))
    if bullet and not _is_bold(bullet["bullet"], text[bullet.end() :]):
        begin, stop = _inside(text, bullet.end(), len(text))
        if begin < stop:
            return Block(
                BlockKind.ITEM,
                text[begin:stop],
                Span(line.number, begin, stop),
                bullet=bullet["bullet"],
                indent=bullet.start(),
                nth=int(bullet["count"] or 0),
                alone=alone,
            )
    if written := behind_dateline(text[start:end], opens=not opened):
        start += written
        return Block(BlockKind.TEXT, text[start:end], Span(line.number, start, end), indent=start, alone=alone)
    bold = text.strip().startswith(("**", "__")) and text.strip().endswith(("**", "__"))
    first = alone and not (titled or opened) and text[end - 1 : end] not in ":："  # a headline may be a long one
    if (_may_head(text[start:end], longest=1 + first) and not before_winner(text[start:end])) or bold:
        listed = not titled and _is_entry(text[start:end]) and at + 1 < len(lines) and _is_entry(lines[at + 1].text)
        if not titled and _is_masthead(text[start:end]):
            return Block(BlockKind.ASIDE, text[start:end], whole, alone=alone)
        if not titled and not listed and any(line.text.strip() or line.cells for line in lines[at + 1 :]):
            return Block(BlockKind.TITLE, text[start:end], whole, alone=alone)
        if bold or _heads(lines, at, text[start:end], alone=alone):
            return Block(BlockKind.HEADING, text[start:end], whole, level=0, alone=alone)
    return Block(BlockKind.TEXT, text[start:end], whole, indent=len(text) - len(text.lstrip()), alone=alone)


def _is_bold(stars: str, text: str) -> bool:
    """Whether the stars before a text are those of its dress: "*Marden*", "**Reds** - 9 seats"."""
    return stars.startswith("*") and (text.rstrip().endswith("*") or (len(stars) > 1 and stars in text))


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a text begins and ends without its dress; a sentence that is quoted keeps its quotation marks."""
    said = text[start:end].rstrip(_DRESS + _QUOTES)[-1:] in _TERMINAL
    around = _DRESS if said else _DRESS + _QUOTES
    while start < end and text[start] in around:
        start += 1
    while end > start and text[end - 1] in around:
        end -= 1
    return start, end


def _may_head(text: str, longest: int = 1) -> bool:
    """Whether a line is short enough for a heading, or so many times as long, and ends as none but headings do."""
    if not text or len(text) > longest * _HEADING_LETTERS or text[-1] in _TERMINAL or text[-1] in ",;،؛":
        return False
    return len(text.split()) <= longest * _HEADING_WORDS and any(char.isalpha() for char in text)


def _heads(lines: Sequence[Line], at: int, text: str, *, alone: bool) -> bool:
    """Whether a short line heads what stands below it: it is no result itself, and something follows."""
    below = next((line.text for line in lines[at + 1 : at + 4] if line.text.strip() or line.cells), "")
    sized = size_behind(text)
    if sized and text.startswith(", ", sized.end()) and _BULLET.match(below):
        return True  # "Marden (9 seats), turnout 61 percent" above items
    if is_gapped(text) or (alone and heads_place(text, below.strip())):
        return True
    found = tokens(text)
    numbers = [figure for figure in figures(found, text) if not figure.year]
    above = next((line for line in lines[at + 1 : at + 4] if line.text.strip() or line.cells), None)
    tabular = above is not None and (above.cells is not None or above.text.count("|") > 1 or "\t" in above.text)
    ends = any(figure.unit and figure.end >= len(text) - 1 and not text.endswith(")") for figure in numbers)
    if ends and not (tabular and len(text.split()) > 3 and not any(mark in text for mark in ":：–—=")):
        return False
    if sum(figure.unit is Role.PERCENT and figure.bracketed for figure in numbers) > 1:
        return False  # "A 186 (31 per cent), B 414 (69 per cent)"
    last = numbers[-1] if numbers else None
    if last and last.end == len(text) and (len(numbers) > 1 or text[: last.start].rstrip()[-1:] in _SEPARATORS):
        return False
    told = sized is not None and sized["of"]
    if last and not (last.unit or told) and last.end == len(text) - 1 and text[-1] in ")]" and len(numbers) > 1:
        return False  # "A: 6 (2,401)"
    if len(numbers) > 1 and above is not None and _alike(text, above.text.strip()):
        return False  # "1 – A – 665 seats – (21 %)" above "2 – B – 510 seats – (16 %)"
    if last and last.end == len(text) and at and _ends_with_figure(lines[at - 1].text):
        return False  # "B Party 446" below "A Party 719"
    following = next((line for line in lines[at + 1 : at + 4] if line.text.strip() or line.cells), None)
    if following is None or (last and last.end == len(text) and _ends_with_figure(following.text)):
        return False  # "A Party 719" above "B Party 446": both are of a list
    return alone or text.endswith((":", "：")) or text.isupper() or (not numbers and _heads_entries(lines, at, text))


def _heads_entries(lines: Sequence[Line], at: int, text: str) -> bool:
    """Whether a few words without a figure stand right above a name and its figure: "Marden", "Reds: 9 seats"."""
    below = lines[at + 1].text.strip() if at + 1 < len(lines) else ""
    below = below[bullet.end() :] if (bullet := _BULLET.match(below)) else below
    if len(text.split()) > _NAME_WORDS or not below or len(below) > _HEADING_LETTERS or not below[0].isalpha():
        return False
    last = next(reversed(figures(tokens(below), below)), None)
    return last is not None and not last.year and (last.end >= len(below.rstrip(")] ")) or bool(last.unit))


def _alike(text: str, other: str) -> bool:
    """Whether two lines have words, figures and marks in the same order."""
    shape, others = (_FIGURES.sub("1", _WORDS.sub("w", line)) for line in (text, other))
    return shape == others


def _is_entry(text: str) -> bool:
    """Whether a line is words and, at its end, one figure with what it counts, and no dash: "Reds 9 seats"."""
    text = text.strip()
    found = figures(tokens(text), text)
    alone = len(found) == 1 and found[0].unit is not None and found[0].end == len(text) and found[0].start > 0
    return alone and not any(mark in text for mark in _SEPARATORS - {":"})


def _ends_with_figure(text: str) -> bool:
    """Whether a line is words and, at its end, a figure."""
    text = text.strip()
    return text[:1].isalpha() and text[-1:].isdigit() and len(text) <= _HEADING_LETTERS


def is_aside(text: str) -> bool:
    """Whether a line is about the page: a dateline, a caption, what else there is to read, a footer."""
    words = fold_words(text[:200])
    if not words:
        return False
    table = lexicon()
    roles, length = table.roles_at(words, 0)
    if Role.ASIDE in roles and len(text.split()) <= _ASIDE_WORDS:
        head = " ".join(text.split()[:length])
        behind = text[len(head) : len(head) + 3].lstrip()
        if length >= 2 or head[-1:] in ":|.;" or behind[:1] in _LED_ON or length == len(words):
            return True
    if len(words) <= _COUNTER and any(map(str.isdigit, text)) and not text.isupper() and Role.ASIDE in roles_in(text):
        return True  # "64 comments"; "MAP 5" is a list
    parts = _BESIDE.split(text) if len(text) <= _HEADING_LETTERS else [text]
    return "©" in text[:_OWNED] or is_dateline(text) or (len(parts) > 1 and all(map(is_aside, parts)))


def _is_masthead(text: str) -> bool:
    """Whether a first line is the name of a paper, with its place or without: "Island Monitor - Marden"."""
    roles = roles_in(text)
    plain = len(text.split()) <= _NAME_WORDS and not any(char.isdigit() for char in text)
    return plain and Role.PRESS in roles and roles.isdisjoint(_OF_VOTES)


def _may_lead(text: str) -> bool:
    """Whether a line may lead to another page: a few words, no figure and no sentence."""
    short = len(text.split()) <= _NAME_WORDS and text[-1:] not in _TERMINAL
    return short and not any(char.isdigit() for char in text)
