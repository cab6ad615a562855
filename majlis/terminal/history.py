"""A name or a place through the elections, as text."""

from __future__ import annotations

from collections.abc import Sequence

from queries.history import History, PlaceThen
from queries.then import Then

from ..wording.forms import ENGLISH, isolate
from ..wording.history import history_sentence, known_words, lists_words, place_words, share_words
from ..wording.sitting import body_words, listless, total_words
from .phrases import note_lines, reading
from .table import table
from .text import bar, source_lines, width, wrap

_WIDEST = 40  # marks of the longest bar
_BESIDE = len("  2018  16.4%  ")  # columns between the body and its bar


def history_text(answer: History) -> str:
    """The whole answer for a terminal: a row an election, and the shares as lines of bars, body by body."""
    told = [row for row in answer.elections if not (isinstance(row, Then) and listless(row))]
    behind = [_behind(row) for row in told]
    shown = [source for source in answer.sources if source.id in behind]
    numbers = {source.id: f"[{number}]" for number, source in enumerate(shown, 1)}
    marks = [numbers.get(source or "", "") for source in behind]
    lines = reading(answer.asked, answer.subject)
    lines.append(wrap(history_sentence(answer)))
    rows = [row for row in told if isinstance(row, Then)]
    if rows:
        lines += table([_row(row, mark) for row, mark in zip(rows, marks, strict=True)], right=frozenset({3}))
        lines += [wrap(text, "  ") for text in (lists_words(rows), _no_list(answer)) if text]
        lines += _bars(rows)
    places = [row for row in told if isinstance(row, PlaceThen)]
    if places:
        date, body, known, most = (
            ENGLISH.say(key) for key in ("column.date", "column.body", "column.accounted_seats", "largest.list")
        )
        rows_told = [_place_row(row, mark) for row, mark in zip(places, marks, strict=True)]
        lines += table(rows_told, head=(date, body, known, "", most, ""))
    lines += note_lines(answer.notes)
    return "\n".join([*lines, *source_lines(shown)])


def _behind(row: Then | PlaceThen) -> str | None:
    """The source that a row is cited from: of the number, or of the largest list."""
    if isinstance(row, PlaceThen):
        return next((source for item in row.largest for source, _ in item.locators), None)
    return next(iter(row.sources), None)


def _row(row: Then, mark: str) -> tuple[str, ...]:
    """The seats at one election, their share and place, and the source of the number."""
    body, day = isolate(body_words(row.election)), ENGLISH.day(row.election.date)
    share = share_words(row) if row.total is not None else ""
    return (day, body, total_words(row, brief=True), share, place_words(row) if row.place else "", mark)


def _place_row(row: PlaceThen, mark: str) -> tuple[str, ...]:
    """The seats of a place that are accounted for at one election, and the list with most of them."""
    day, body = ENGLISH.day(row.election.date), isolate(body_words(row.election))
    most = ENGLISH.seats_told(row.largest[0]) if row.largest else ""
    names = ENGLISH.listed((isolate(item.name) for item in row.largest), "and")
    return (day, body, known_words(row), most, names, mark)


def _no_list(answer: History) -> str:
    """The elections at which no list is known, body by body."""
    years: dict[str, list[str]] = {}
    for row in answer.elections:
        if isinstance(row, Then) and listless(row):
            years.setdefault(body_words(row.election), []).append(row.election.date[:4])
    said = (f"{isolate(body)} {ENGLISH.listed(found)}" for body, found in years.items())
    return ENGLISH.say("history.no_list", elections=ENGLISH.listed(said, "semicolon")) if years else ""


def _bars(rows: Sequence[Then]) -> list[str]:
    """The share of the seats at each election as a bar, the oldest first, body by body."""
    told = [row for row in reversed(rows) if row.share is not None]
    most = max((row.share or 0 for row in told), default=0)
    if len(told) < 2 or not most:
        return []
    widest = min(_WIDEST, width() - max(len(row.body.name) for row in told) - _BESIDE)
    found = []
    for body in dict.fromkeys(row.body.id for row in told):
        for row in (row for row in told if row.body.id == body):
            words = ENGLISH.share(row.total or 0, row.total or 0, row.size)
            found.append((row.body.name, row.election.date[:4], words, bar(round((row.share or 0) / most * widest))))
    return ["", *table(found, right=frozenset({2}))]
