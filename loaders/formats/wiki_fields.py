"""Templates of named fields, one a line, as election boxes are made of: a run of them becomes the rows of a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from ..reading.line import Line, LineKind
from .rows import row_line

OPENS = "\x03"  # before a template that stands alone in its line
_FEWEST = 2  # rows of a table, columns, and templates that have a field
_LOWEST = 6  # rank of a heading
_LINK_BAR = re.compile(r"\[\[([^\[\]|]*+)\|")
_TITLES = frozenset(("title", "caption"))


class Template(NamedTuple):
    """A template and the values of its named fields; `number` is its line."""

    number: int
    name: str
    fields: dict[str, str]


def template_of(number: int, written: str, seen: Callable[[str], str]) -> Template:
    """A template that `OPENS` marks, its values as a reader sees them."""
    name, *parameters = _LINK_BAR.sub("[[", written.lstrip(OPENS)).split("|")
    told = (parameter.partition("=") for parameter in parameters)
    fields = {key.strip(): value for key, _, text in told if (value := seen(text))}
    return Template(number, " ".join(name.split()), fields)


def rows_of(run: Sequence[Template], left_out: Counter[str]) -> Iterator[Line]:
    """The lines of templates that follow one another: their title, and a row of each that shares fields with others.

    What the name of a template says more than the others, "turnout", is its first cell.
    """
    begins = next((at for at, one in enumerate(run) if at and not _TITLES.isdisjoint(one.fields)), None)
    if begins is not None:  # another box
        yield from rows_of(run[:begins], left_out)
        yield from rows_of(run[begins:], left_out)
        return
    counted = Counter(key for one in run for key in one.fields if key not in _TITLES)
    keys = [key for key, times in counted.items() if times >= _FEWEST]
    rows = [one for one in run if any(char.isdigit() for key in keys for char in one.fields.get(key, ""))]
    if len(rows) < _FEWEST or len(keys) < _FEWEST:
        rows = []
    numbers = {one.number for one in rows}
    left_out.update(
        one.name.casefold() for one in run if one.number not in numbers and (not rows or _TITLES.isdisjoint(one.fields))
    )
    if not rows:
        return
    titles = [(one.number, one.fields[key]) for one in run for key in one.fields if key in _TITLES]
    yield from (Line(number, title, LineKind.HEADING, level=_LOWEST) for number, title in titles)
    names = [one.name.split() for one in rows]
    same = takewhile(lambda words: len(set(words)) == 1, zip(*names, strict=False))
    shared = [words[0] for words in same]
    yield Line(rows[0].number, "", LineKind.BREAK)
    yield row_line(rows[0].number, [" ".join(shared), *keys], headers=range(len(keys) + 1))
    for one, name in zip(rows, names, strict=True):
        yield row_line(one.number, [" ".join(name[len(shared) :]), *(one.fields.get(key, "") for key in keys)])
