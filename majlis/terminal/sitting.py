"""Answers about every body that sits, as text: one after the other; where X holds seats, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from queries.affiliation.ties import SHARED
from queries.plain import Note, basis
from queries.sitting import Past, Sitting
from queries.where.answer import DID_NOT_STAND, NONE, SEATS, CouncilAnswer, Where, counted_lists

from ..wording.forms import ENGLISH, isolate
from ..wording.notes import note_text
from ..wording.sitting import body_heading, body_words, listless, total_words
from ..wording.where import KNOWN, brief_words, cell_words, lists_words, marks_words, span_words
from .phrases import differ, note_lines, numbered, reading
from .table import fits, table
from .text import source_lines, width, wrap

if TYPE_CHECKING:
    from queries.who.answer import Who


def sitting_text(answer: Sitting[Any], text: Callable[[Any], str]) -> str:
    """The answers of a question one after the other, each under its body; `text` lays out one of them."""
    parts = []
    for one in answer.answers:
        heading = body_heading(basis(one).election)
        parts += [heading, "-" * min(len(heading), width()), text(one), ""]
    return "\n".join([*parts, *note_lines(answer.notes)])


def councils_text(held: Sequence[Where], councils: Sequence[Who]) -> str:
    """Where X holds seats in one province, in each of the bodies that have seats of it."""
    from .where import council_text  # what `majlis where NAME` alone does not need

    at = {one.election.id: one for one in held}
    parts = [(council, council_text(at[council.election.id], council)) for council in councils]
    if len(parts) == 1:
        return parts[0][1]
    return "\n\n".join(f"{body_heading(council.election)}\n{text}" for council, text in parts)


def where_sitting_text(answer: Sitting[Where]) -> str:
    """Where X holds seats in every body that sits, side by side."""
    first = answer.answers[0]
    told = [one for one in answer.answers if one.lists]
    behind = cited([one for one in answer.answers if one.lists or one.status == DID_NOT_STAND])
    shown = [source for source in answer.sources if source.id in behind]
    numbers = numbered(shown)
    lines = reading(first.asked, first.subject)
    lines.append(wrap(f"{lists_words(answer.answers)} {note_text(answer.notes[0])}"))
    lines += ["", *table(_beside(_bodies(answer, numbers)), right=frozenset({2}))]
    lines += [wrap(text, "  ") for one in answer.answers if (text := _by_list(one))]
    if any(item.dissent for one in answer.answers for item in counted_lists(one.lists)):
        lines += differ(first.asked)
    parts = [part for part in (_provinces(told, numbers), _others(answer.answers)) if part] if told else []
    cells = [line for part in parts for line in (*part, "")][:-1]
    lines += ["", *cells, *mark_lines([["", *cells]])] if told else []
    lines += note_lines(counted_first(lines, (note for one in told for note in one.notes)))
    notes = {
        note_text(note): None
        for one in answer.answers
        for note in one.notes
        if note.code not in (SAID | OTHER_TIMES if told and one.listless else SAID)
    }
    lines += ["", *(wrap(text, "  ") for text in notes), *note_lines(answer.notes[1:])]
    return "\n".join([*lines, *source_lines(shown)])


def counted_first(lines: Iterable[str], notes: Iterable[Note]) -> list[Note]:
    """The note on preliminary counts, once, where these lines have its mark: it stands beside what others mean."""
    marked = any(ENGLISH.say("preliminary.mark") in line for line in lines)
    return [Note(COUNTED)] if marked and any(note.code == COUNTED for note in notes) else []


COUNTED = "preliminary_count"
# Notes that the table says itself.
SAID = frozenset(
    {"as_won", "as_of", "not_all_placed", "none_placed", "minimum_missing", "no_list", "no_member", "members_listed"}
    | {COUNTED}
)
# What is known of other times stands beside no body that X has a list in.
OTHER_TIMES = KNOWN - {"at_the_vote"}


def _bodies(answer: Sitting[Where], numbers: Mapping[str, int]) -> list[Sequence[str]]:
    """A line for each body: its seats, their share and place, the day of the vote, and what it was before."""
    rows: list[Sequence[str]] = []
    for one in answer.answers:
        said = (ENGLISH.say("sitting.no_list"), "", "") if listless(one) else _line(one, answer.past)
        marks = "".join(dict.fromkeys(f"[{numbers[source]}]" for source in _stated(one)))
        marks += " !" if any(item.dissent for item in counted_lists(one.lists)) else ""
        before = _before(answer.past.before.get(one.election.fills.id)) if answer.past else ""
        rows.append((body_words(one.election), *said, ENGLISH.day(one.election.date), before, marks))
    return rows


def _beside(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The rows with what each was before; it stands below its row where there is not the room beside."""
    if fits(rows):
        return [*rows]
    return [line for *said, before, marks in rows for line in ([*said, marks], *([[f"  {before}"]] if before else []))]


def _stated(answer: Where) -> list[str]:
    """A source of each total that is stated and no sum; one of those that say that X did not stand."""
    if answer.status == DID_NOT_STAND:
        return [source for council in answer.provinces[:1] for source in council.sources[:1]]
    return [item.stated_by[0] for item in counted_lists(answer.lists) if item.stated_by]


def _by_list(answer: Where) -> str:
    """The seats list by list, where X has them on several."""
    lists = counted_lists(answer.lists)
    if len(lists) < 2:
        return ""
    parts = (
        f"{isolate(item.name)} {ENGLISH.number(item.total, item.most, item.others or ())}"
        for item in lists
        if item.total
    )
    return f"{body_words(answer.election)}: {ENGLISH.listed(parts)}"


def _line(one: Where, past: Past | None) -> tuple[str, str, str]:
    share = ENGLISH.share(one.total, one.most or one.total, one.all_seats) if one.total is not None else ""
    found = past.place(one) if past else None
    return total_words(one, brief=True), share, ENGLISH.placed(found) if found else ""


def _before(one: Where | None) -> str:
    if one is None:
        return ""
    return ENGLISH.say("sitting.before", seats=total_words(one, brief=True), year=one.election.date[:4])


def _provinces(answers: Sequence[Where], numbers: Mapping[str, int]) -> list[str]:
    """A row for each province in which X has seats in any of the bodies, a column for each of these."""
    by_place: dict[str, dict[int, CouncilAnswer]] = {}
    for at, one in enumerate(answers):
        for council in one.provinces:
            by_place.setdefault(council.id, {})[at] = council
    shown = [cells for cells in by_place.values() if any(_has(council) for council in cells.values())]
    shown.sort(key=lambda cells: (-max(_seats(c) for c in cells.values()), next(iter(cells.values())).name))
    head = ["", *(f"{body_words(one.election)}" for one in answers)]
    rows = [
        [
            isolate(next(iter(cells.values())).name),
            *(_cell(cells.get(at), one, numbers) for at, one in enumerate(answers)),
        ]
        for cells in shown
    ]
    return table(rows, head=head) if rows else []


def _has(council: CouncilAnswer) -> bool:
    return council.status == SEATS or bool(council.members)


def _seats(council: CouncilAnswer) -> int:
    return council.seats or council.members or 0


def _cell(council: CouncilAnswer | None, answer: Where, numbers: Mapping[str, int]) -> str:
    """A cell in brief, with the source of the seats."""
    return "-" if council is None else brief_words(council, answer) + cited_mark(council, numbers)


def cited_mark(council: CouncilAnswer, numbers: Mapping[str, int]) -> str:
    """The number of the source of the seats: " [2]"."""
    return "".join(f" [{numbers[source]}]" for source in _behind(council) if source in numbers)


def _behind(council: CouncilAnswer) -> Sequence[str]:
    """The source of the seats that a cell shows; none where it shows what a list of members has."""
    return council.sources[:1] if council.status == SEATS and not council.partly else ()


def mark_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """What the marks mean that stand in cells."""
    cells = [cell for row in rows for cell in row[1:]]
    return [wrap(f"{mark} {words}", "  ") for mark, words in marks_words().items() if any(mark in c for c in cells)]


def _others(answers: Sequence[Where]) -> list[str]:
    """The provinces without a number, body by body: shared, none, unknown, did not stand, no vote."""
    lines = []
    for one in answers:
        found: dict[str, list[str]] = {}
        for council in one.provinces:
            if _has(council) or not one.lists:
                continue
            words = cell_words(council, one)
            told = council.status in (SHARED, NONE, DID_NOT_STAND)
            head = words.head if told else ENGLISH.say("status.unknown")
            span = "" if told else span_words(council)
            found.setdefault(head, []).append(council.name + words.mark + (f" ({span})" if span else ""))
        if one.no_vote and one.lists:
            found[ENGLISH.say("status.no_vote")] = [place.name for place in one.no_vote]
        body = body_words(one.election)
        lines += [wrap(f"{body}, {said}: {', '.join(names)}", "  ") for said, names in found.items()]
    return lines


def cited(answers: Sequence[Where]) -> set[str]:
    """The sources of the seats that the table shows."""
    cells = {source for one in answers for council in one.provinces for source in _behind(council)}
    return cells | {id for one in answers for id in _stated(one)}
