"""Several names side by side, as text: body by body, province by province."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.names import Matched
from queries.affiliation.ties import SHARED
from queries.compare import Compare, PlaceCompared
from queries.plain import Note
from queries.sitting import Sitting
from queries.where.answer import SEATS

from ..wording.compare import ahead_words, cell_words
from ..wording.forms import ENGLISH, isolate
from ..wording.notes import note_text
from ..wording.sitting import body_heading, listless, total_words
from ..wording.where import KNOWN, place_mark
from .phrases import note_lines, numbered, reading
from .sitting import SAID, cited, cited_mark, counted_first, mark_lines
from .table import table
from .text import source_lines, wrap


def compare_text(answer: Compare) -> str:
    """The names side by side at one election."""
    return _text([answer], "", answer.notes[-len(answer.election.notes) :])


def compare_sitting_text(answer: Sitting[Compare]) -> str:
    """The names side by side in every body that sits."""
    return _text(answer.answers, note_text(answer.notes[0]), answer.notes[1:])


def _text(answers: Sequence[Compare], said: str, last: Sequence[Note]) -> str:
    first = answers[0]
    used = cited([one for answer in answers for one in answer.held])
    found = {source.id: source for answer in answers for source in answer.sources if source.id in used}
    numbers = numbered(found.values())
    lines = [
        line for asked, subject in zip(first.asked, first.subjects, strict=True) for line in reading(asked, subject)
    ]
    names = ENGLISH.listed(isolate(subject.candidate.name) for subject in first.subjects)
    lines.append(wrap(f"{names}. {said}".rstrip()))
    shown = []
    for answer in answers:
        rows, rest = _rows(answer, numbers)
        shown += [*rows[1:], ["", *rest]]
        lines += ["", wrap(body_heading(answer.election)), *table(rows), *rest]
    marks = [
        *mark_lines(shown),
        *note_lines(counted_first(lines, (note for answer in answers for note in answer.notes))),
    ]
    told = [answer for answer in answers if _has_lists(answer)] or answers
    silent = {answer.election.id: KNOWN for answer in answers if answer not in told}
    notes = {
        note_text(note): None
        for answer in answers
        for note in answer.notes
        if note.code not in SAID and note.code not in silent.get(answer.election.id, ())
    }
    notes |= {note_text(note): None for note in last}
    return "\n".join([*lines, "", *marks, *(wrap(text, "  ") for text in notes), *source_lines(list(found.values()))])


def _rows(answer: Compare, numbers: Mapping[str, int]) -> tuple[list[list[str]], list[str]]:
    """The table of one body, and lines for the provinces of which there is no number."""
    called = {id: _called(answer, at) for at, id in enumerate(side.subject.candidate.id for side in answer.sides)}
    names = list(called.values())
    rows = [["", *names, ENGLISH.say("compare.ahead")]]
    totals = []
    for side in answer.sides:
        then = side.then
        told = then.total is not None and not listless(then)
        share = ENGLISH.share(then.total or 0, then.most or then.total or 0, then.size) if told else ""
        totals.append(f"{total_words(then, brief=True)}  {share}".rstrip())
    rows.append([ENGLISH.say("compare.in_all"), *totals, ahead_words(answer, called)])
    if not _has_lists(answer):
        return rows, []
    rest: dict[str, list[str]] = {}
    for place in answer.provinces:
        if any(cell.status in (SEATS, SHARED) or cell.members for cell in place.cells):
            cells = [
                cell_words(cell, held) + cited_mark(cell, numbers)
                for cell, held in zip(place.cells, answer.held, strict=True)
            ]
            rows.append([isolate(place.name), *cells, ahead_words(place, called)])
        else:
            marks = "".join(dict.fromkeys("".join(map(place_mark, place.cells))))
            rest.setdefault(_both(place, names), []).append(isolate(place.name) + marks)
    if answer.no_vote:
        rest[ENGLISH.say("compare.no_vote")] = [isolate(place.name) for place in answer.no_vote]
    return rows, [wrap(f"{words}: {ENGLISH.listed(places)}", "  ") for words, places in rest.items()]


def _has_lists(answer: Compare) -> bool:
    """Whether any of the names is known to have a list there."""
    return any(side.then.lists for side in answer.sides)


def _called(answer: Compare, at: int) -> str:
    """A name for a narrow column: as it was asked, where that is shorter and no guess."""
    subject, asked = answer.subjects[at], answer.asked[at]
    short = answer.short_names[subject.candidate.id]
    return isolate(asked if len(asked) < len(short) and subject.matched is not Matched.FUZZY else short)


def _both(place: PlaceCompared, names: Sequence[str]) -> str:
    """What is said of each where nobody has a number: once, where it is the same of all."""
    words = [ENGLISH.say(f"compare.{cell.status}") for cell in place.cells]
    if len(set(words)) == 1:
        return ENGLISH.say(f"compare.all_{place.cells[0].status}")
    return ENGLISH.listed(f"{name} {word}" for name, word in zip(names, words, strict=True))
