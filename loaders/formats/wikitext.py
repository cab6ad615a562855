"""Wikitext: headings, paragraphs, items, tables and information boxes as lines, each with its line in the file.

A plain reading of what encyclopaedias use. The parser library of bots was tried: it gives no lines, and took more than
20 s for 60 kB of nested tables (docs/formats.md).
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from graph.model import Remark

from ..reading.line import Line, LineKind
from .content import Content
from .encoding import encoding_of
from .format import Laid
from .rows import Grid, Spanning, Spread, row_line, without_empty_columns
from .text import encoding_remarks, text_lines
from .wiki_fields import OPENS, Template, rows_of, template_of

_MOST = 30_000_000  # bytes
_DEEPEST = 12  # templates within templates
_MARK = re.compile(r"<!--|-->|<(/?)(ref|math|gallery|timeline|score|nowiki)\b[^<>]*+>", re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{([^{}]*+)\}\}")
_LINK = re.compile(r"\[\[([^\[\]|]*+)(?:\|([^\[\]]*+))?\]\]")
_WEB_LINK = re.compile(r"\[(?:https?:)?//[^\s\[\]]++\s*+([^\[\]]*+)\]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}+>")
_BREAK = re.compile(r"<br\b[^<>]*+>", re.IGNORECASE)
_SUP = re.compile(r"<su[pb]\b[^<>]*+>\s*+[\[(]?(?:\d{1,3}|[a-z]|[*†‡]{1,3})[\])]?\s*+</su[pb]>", re.IGNORECASE)
_SUBJECT = re.compile(r"^[^\n|!{*#:;=']{0,60}'''([^'\n]{4,150}+)'''", re.MULTILINE)  # the first bold words
_QUOTES = re.compile(r"'{2,5}")
_ITEM = re.compile(r"([*#:;]++)\s*+(.*)")
_SPAN = re.compile(r"(col|row)span\s*+=\s*+[\"']?\s*+(\d{1,4})", re.IGNORECASE)
_KEY = re.compile(r"[\w .()-]{1,60}")
# Templates that dress words: which of their parameters is read, counted from 1; of any other nothing is.
_DRESSING = {
    **dict.fromkeys("nowrap nobold small smaller big larger center left right nobr b i u em strong".split(), 1),
    **dict.fromkeys(
        "flag flagu flagcountry formatnum val abbr tooltip sortname-given percentage party name".split(), 1
    ),
    **dict.fromkeys("lang align color font color colored".split(), 2),
    **dict.fromkeys(("party name with color", "party name with colour", "ill", "interlanguage link", "flaglink"), 1),
}
_SPELLED_OUT = frozenset(("abbr", "tooltip"))  # a letter, and what it stands for
_IN_CELLS = frozenset(("party name with color", "party name with colour"))  # a colour's cell, and that of the name
_ROW_OPENS = ("|-", "!")  # what begins a row, and its table where a template opened that
_BARE = frozenset(("", "nowrap"))  # attributes without a value
_NOT_SAID = frozenset("n/a na dash ndash mdash snd spaced ndash nbsp sp clear - ! !! = efn refn sfn notelist".split())


class Reader:
    """Goes through a page in wikitext."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._lines: list[Line] = []
        self._left_out: Counter[str] = Counter()
        self._remarks: tuple[Remark, ...] = ()
        self._said: dict[str, str] = {}

    def read(self) -> None:
        """Take the lines of the page. Raises DocumentError where it is too large or no text."""
        content = self._content
        encoding = encoding_of(content)
        self._remarks = encoding_remarks(content, encoding)
        content.limit(_MOST, "a page in wikitext")
        source = "\n".join(line for _, line in text_lines(content, encoding.codec))
        plain = _plain(source, self._left_out)
        if subject := _SUBJECT.search(plain):
            self._said["title"] = _words(subject[1])
        self._lines.extend(_without_colours(_lines(plain, self._left_out)))

    def laid(self) -> Laid:
        """The lines so far, and which templates were left out."""
        remarks = self._remarks
        if self._left_out:
            most = ", ".join(f"{name} ({count})" for name, count in self._left_out.most_common(8))
            remarks = (*remarks, Remark(f"templates left out: {most}", self._content.shown))
        return Laid("wikitext", lambda: iter(self._lines), self._said, remarks)


def _plain(source: str, left_out: Counter[str]) -> str:
    """Wikitext without comments, notes and templates, with as many lines."""
    text = _seen(source)

    def dressed(found: re.Match[str]) -> str:
        inside = found[1]
        if "\n" in inside:  # an information box, or a template written like one: its fields are read as rows
            name, _, fields = inside.partition("\n")
            return f"\x01{name.strip(' |')}\n{fields}\x02"
        name, *parameters = inside.split("|")
        name = name.strip().casefold()
        wanted = _DRESSING.get(name)
        values = [value.strip() for value in parameters if "=" not in value]
        if name in _SPELLED_OUT and len(values) > 1 and len(values[0]) == 1:
            return values[1]
        if wanted and len(values) >= wanted:
            begins = text[found.start() - 1 : found.start()] in ("", "\n")
            return f"| || {values[wanted - 1]}" if begins and name in _IN_CELLS else values[wanted - 1]
        if any("=" in value for value in parameters) and _alone(text, found):
            return f"{OPENS}{inside}"
        if name and name not in _NOT_SAID:
            left_out[name] += 1
        return ""

    for _ in range(_DEEPEST):
        text, count = _TEMPLATE.subn(dressed, text)
        if not count:
            break
    return text


def _alone(text: str, found: re.Match[str]) -> bool:
    """Whether a template is all that there is in its line."""
    before, behind = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    return before in ("", "\n") and behind in ("", "\n")


def _seen(source: str) -> str:
    """A text without comments, notes and the like, and with as many lines. What is opened and never closed stays."""
    kept: list[str] = []
    at, opened, inside = 0, 0, ""
    for mark in _MARK.finditer(source):
        name = (mark[2] or "!").lower()
        if inside:
            if inside == name and (mark[1] or mark[0] == "-->"):
                kept.append("\n" * source.count("\n", opened, mark.end()))
                at, inside = mark.end(), ""
        elif mark[0] != "-->" and not mark[1]:
            kept.append(source[at : mark.start()])
            at = opened = mark.start()
            if mark[0].endswith("/>"):
                at = mark.end()
            else:
                inside = name
    kept.append(source[at:])
    return "".join(kept)


def _fields(line: str) -> list[str]:
    """The fields in a line of a box: "|party1=X|votes1=5" has two; a bar within a link parts none."""
    shown = _LINK.sub(_link, line).strip().lstrip("|")
    parts = shown.split("|")
    return parts if sum("=" in part for part in parts) == len(parts) else [shown]


def _words(text: str) -> str:
    """A piece of wikitext as a reader sees it."""
    text = _SUP.sub("", text)
    text = _BREAK.sub(" ", text)
    for _ in range(3):
        text, count = _LINK.subn(_link, text)
        if not count:
            break
    text = _WEB_LINK.sub(lambda found: found[1] or "", text)
    text = _TAG.sub("", _QUOTES.sub("", text))
    return " ".join(html.unescape(text).replace("\x01", "").replace("\x02", "").split())


def _link(found: re.Match[str]) -> str:
    target, shown = found[1], found[2]
    space = target.partition(":")[0].strip().casefold() if ":" in target else ""
    if space in ("file", "image", "category", "ملف", "تصنيف", "صورة"):
        return ""
    return shown.rpartition("|")[2] if shown is not None else target.lstrip(":")


@dataclass(slots=True)
class _Table:
    """An open table: its layout, and the cells of its open row, each with the line where it begins."""

    grid: Grid
    cells: list[tuple[list[str], bool, int]] = field(default_factory=list)

    def row(self) -> Iterator[Line]:
        """The open row as a line, if it says anything; the next is open then."""
        cells = [_cell(" ".join(parts), header)._replace(number=number) for parts, header, number in self.cells]
        self.cells = []
        if cells:
            first = next((cell.number for cell in cells if cell.text), cells[0].number)
            line = self.grid.line(first, cells)
            if any(cell.text for cell in line.cells or ()):
                yield line


def _cell(text: str, header: bool) -> Spanning:
    said, bar, rest = text.partition("|")
    spans = {"col": 1, "row": 1}
    if bar and "[" not in said and "]" not in said and ("=" in said or said.strip() in _BARE):
        spans |= {found[1].lower(): int(found[2]) for found in _SPAN.finditer(said)}
        text = rest
    return Spanning(_words(text), header, spans["col"], spans["row"])


def _lines(text: str, left_out: Counter[str]) -> Iterator[Line]:
    tables: list[_Table] = []
    spread = Spread()
    boxed = False
    templates: list[Template] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(OPENS):
            templates.append(template_of(number, line, _words))
            continue
        if templates:
            yield from rows_of(templates, left_out)
            templates = []
        stripped = line.strip().lstrip(":").strip()
        if "\x01" in line:
            boxed = True
            yield Line(number, "", LineKind.BREAK)
            yield Line(number, _words(line.partition("\x01")[2]), LineKind.CAPTION)
            continue
        if boxed:
            for field_ in _fields(line.partition("\x02")[0]):
                key, equals, told = field_.partition("=")
                value = _words(told)
                if equals and value and _KEY.fullmatch(key.strip()):
                    yield row_line(number, [key.strip(), value], headers=[0])
            boxed = "\x02" not in line
            continue
        opened = not tables and stripped.startswith(_ROW_OPENS)
        if stripped.startswith("{|") or opened:
            if tables:
                yield from tables[-1].row()
            tables.append(_Table(Grid(spread)))
            yield Line(number, "", LineKind.BREAK)
        if tables and (opened or not stripped.startswith("{|")):
            yield from _in_table(tables, stripped, number)
        elif not tables:
            yield _text_line(number, line)
    yield from rows_of(templates, left_out)
    for table in tables:
        yield from table.row()


def _without_colours(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines, those of each table without its columns of colours."""
    for is_row, run in groupby(lines, key=lambda line: line.kind is LineKind.ROW):
        if is_row:
            yield from without_empty_columns(list(run))
        else:
            yield from run


def _in_table(tables: list[_Table], line: str, number: int) -> Iterator[Line]:
    table = tables[-1]
    if line.startswith("|}"):
        yield from tables.pop().row()
    elif line.startswith("|-"):
        yield from table.row()
    elif line.startswith("|+"):
        yield Line(number, _cell(line[2:], header=False).text, LineKind.CAPTION)
    elif line.startswith(("|", "!")):
        header = line[0] == "!"
        cells = (line[1:].replace("!!", "||") if header else line[1:]).split("||")
        table.cells += [([cell], header, number) for cell in cells]
    elif line and table.cells:
        table.cells[-1][0].append(line)


def _text_line(number: int, line: str) -> Line:
    whole = line.strip()
    bare = whole.strip("=").strip()
    level = min(len(whole) - len(whole.lstrip("=")), len(whole) - len(whole.rstrip("=")), 6)
    if level and bare:
        return Line(number, _words(bare), LineKind.HEADING, level=level)
    if item := _ITEM.fullmatch(line):
        marks = item[1]
        text = _words(item[2])
        bullet = "" if set(marks) <= {":", ";"} else "  " * (len(marks) - 1) + "- "
        return Line(number, f"{bullet}{text}" if text else "")
    return Line(number, _words(line))
