"""Answers in a notebook: as a sentence and a table instead of a line, and the interactive page in a frame."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

from queries.plain import basis, plain

from .question import Question, answers_of, load
from .register import QUESTIONS
from .wording.forms import ENGLISH
from .wording.notes import note_text

_MOST = 60  # rows that are shown; the frame has all
_HEIGHT = 720  # pixels of the page


@dataclass(frozen=True, slots=True)
class Shown:
    """The interactive page, which a notebook shows in a frame of its own; `html` is the whole file."""

    html: str
    name: str

    def __repr__(self) -> str:
        return f"<Shown {self.name}: {len(self.html.encode()) / 1e6:.1f} MB; in a notebook it is shown>"

    def _repr_html_(self) -> str:
        frame = f'srcdoc="{escape(self.html)}" title="{escape(self.name)}"'
        return f'<iframe {frame} sandbox="allow-scripts allow-downloads" width="100%" height="{_HEIGHT}"></iframe>'


def html_of(answer: Any) -> str:
    """An answer as HTML: its sentence, its table and its notes; of one without words of its own its rows."""
    if several := answers_of(answer):
        return "".join(_one(one, heading=True) for one in several) + _notes(answer)
    return _one(answer) + _notes(answer)


def _one(answer: Any, *, heading: bool = False) -> str:
    row = _rows().get(type(answer).__name__)
    if row is None:
        return _plain_rows(answer)
    table, sentence = row.table_of(answer, ENGLISH), row.sentence_of(answer, ENGLISH)
    texts = [[table.text(column, item) for column in table.shown] for item in table.rows[:_MOST]]
    title = ""
    if heading:
        from .wording.sitting import body_heading

        election = getattr(basis(answer), "election", None)
        title = f"<h4>{escape(body_heading(election))}</h4>" if election else ""
    said = f"<p>{escape(sentence)}</p>" if sentence else ""
    return title + said + _table([column.heading or "" for column in table.shown], texts, len(table.rows))


def _plain_rows(answer: Any) -> str:
    """The rows of an answer as its frame has them."""
    found = answer.to_dict()
    rows = found[answer.ROWS]
    columns = found.get("columns") or list(dict.fromkeys(key for row in rows[:_MOST] for key in row))
    texts = [
        [_cell(value) for value in (row if isinstance(row, list) else [row.get(column) for column in columns])]
        for row in rows[:_MOST]
    ]
    return _table(columns, texts, len(rows))


def _cell(value: object) -> str:
    return "" if value is None else str(plain(value))


def _table(columns: list[str], rows: list[list[str]], count: int) -> str:
    head = "".join(f"<th>{escape(str(column))}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    more = f"<p>{count - len(rows):,} more rows: to_pandas()</p>" if count > len(rows) else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _notes(answer: Any) -> str:
    notes = [note_text(note) for note in getattr(basis(answer), "notes", ())]
    return "".join(f"<p><small>{escape(note)}</small></p>" for note in notes)


@cache
def _rows() -> dict[str, Question]:
    """The question that gives each type of answer, by the types that the functions of the register say they give."""
    found: dict[str, Question] = {}
    for row in QUESTIONS.values():
        for name in re.findall(r"\w+", str(load(row.function).__annotations__.get("return", ""))):
            found.setdefault(name, row)
    return found
