"""Where X holds seats, as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from queries.affiliation.ties import MEMBER, SHARED
from queries.where.answer import DID_NOT_STAND, NONE, SEATS, UNKNOWN, CouncilAnswer, Where

from ..wording.forms import ENGLISH, isolate
from ..wording.where import (
    cell_words,
    council_words,
    counted,
    no_vote_words,
    remarks,
    span_words,
    unsaid,
    where_sentence,
)
from .phrases import command, differ, mark_legend, note_lines, numbered, reading
from .table import table
from .text import bar, marks, source_lines, wrap

if TYPE_CHECKING:
    from queries.who.answer import Who

_TIED_SHOWN = 2
_READ = ("also_called", "capital")  # notes on how the names were read


def where_text(answer: Where) -> str:
    """The whole answer for a terminal; it numbers the sources it shows, `why` has them all."""
    held = [council for council in answer.provinces if council.status == SEATS]
    numbers = _numbers(answer)
    lines = reading(answer.asked, answer.subject)
    lines.append(wrap(where_sentence(answer)))
    lines += table([_where_row(council, answer, numbers) for council in held], right=frozenset({2}))
    lines += _other_councils(answer, numbers)
    told = ("joined", "expected")  # a line of the rest tells it
    lines += note_lines(note for note in unsaid(answer, answer.notes) if note.code not in told)
    shown = [source for source in answer.sources if source.id in numbers]
    lines += source_lines(sorted(shown, key=lambda source: numbers[source.id]))
    if len(shown) < len(answer.sources):
        more = len(answer.sources) - len(shown)
        lines.append(ENGLISH.counted("tie_source", more, command=command("why", answer.asked)))
    return "\n".join(lines)


def council_text(answer: Where, council: Who) -> str:
    """The answer in one council: the cell in words, the first two of its sources, and where to look further."""
    from ..wording.who import who_sentence  # what `majlis where NAME` alone does not need

    subject, place = answer.subject.candidate, council.subject.candidate
    cell = next((item for item in answer.provinces if item.id == place.id), None)
    locators = cell.locators[:2] if cell else ()
    shown = [source for source in answer.sources if source.id in {source for source, _ in locators}]
    numbers = numbered(shown)
    if cell or any(item.id == place.id for item in answer.no_vote):
        words = council_words(cell, answer) if cell else no_vote_words().whole
        words += remarks(cell) if cell else ""
        day, names = ENGLISH.day(answer.election.date), [isolate(subject.name), isolate(place.name)]
        said = ENGLISH.say("where.in_place", name=names[0], place=names[1], when=day, said=words)
    else:
        said = who_sentence(council)
    why = ENGLISH.say("who_says", command=command("why", answer.asked, place.name))
    mark = " !" if cell and (cell.disputed or cell.dissent) else ""
    return "\n".join(
        [
            *reading(answer.asked, answer.subject),
            wrap(f"{said} {marks(locators, numbers)}".rstrip() + mark),
            *(differ(answer.asked, place.name) if mark else [why]),
            *note_lines(note for note in (*answer.notes, *council.notes) if note.code in _READ),
            *source_lines(shown),
        ]
    )


def _numbers(answer: Where) -> dict[str, int]:
    """The sources shown, numbered as they come: of the seats, then the strongest of each tie."""
    shown: dict[str, None] = {}
    for council in answer.provinces:
        own = council.locators if council.status in (SEATS, NONE) else ()
        shown.update(dict.fromkeys(source for source, _ in own))
    for council in answer.provinces:
        if council.status not in (SEATS, NONE):
            shown.update(dict.fromkeys(source for source, _ in council.locators[:2]))
    order = [source.id for source in answer.sources]
    for item in answer.lists:
        tied = sorted({source for source, _ in item.locators}, key=order.index)
        shown.update(dict.fromkeys(tied[:1]))
    return {source: number for number, source in enumerate(shown, 1)}


def _where_row(council: CouncilAnswer, answer: Where, numbers: dict[str, int]) -> Sequence[str]:
    held = counted(council.lists)
    several = sum(item.relation != SHARED for item in answer.lists) > 1
    if len(held) == 1:
        only = held[0]
        place = ENGLISH.place(only.rank)
        if only.rank and only.tied_with:
            tied = [isolate(answer.short_names[id]) for id in only.tied_with]
            more = f" +{len(tied) - _TIED_SHOWN}" if len(tied) > _TIED_SHOWN else ""
            place = ENGLISH.say("joint.short", place=place, names=ENGLISH.listed(tied[:_TIED_SHOWN]) + more)
        if several and only.id != answer.subject.candidate.id:
            place = f"{isolate(answer.short_names[only.id])}: {place}"
        if only.reserved_for:
            place += f"; {ENGLISH.say('reserved', whom=only.reserved_for)}"
    else:
        place = ENGLISH.listed(
            f"{isolate(answer.short_names[item.id])} {ENGLISH.number(item.seats, item.most, item.others)}"
            for item in held
        )
    seats, most, words = council.seats or 0, council.most or 0, cell_words(council, answer)
    mark = " !" if council.disputed or council.dissent else ""
    return (
        isolate(council.name),
        f"{ENGLISH.of(seats, most, council.council_size)} ({words.sign})" if words.listed else words.head + words.mark,
        ENGLISH.share(seats, most, council.council_size),
        bar(seats),
        place,
        marks(council.locators, numbers) + mark,
    )


def _other_councils(answer: Where, numbers: dict[str, int]) -> list[str]:
    """The councils without a number: shared, none, unknown, did not stand, no vote."""
    lines = []
    name = answer.subject.candidate.name
    shared = [council for council in answer.provinces if council.status == SHARED]
    for item in answer.lists:
        places = [(council, held) for council in shared for held in council.lists if held.id == item.id]
        if places:
            won = ENGLISH.listed(
                f"{c.name} {ENGLISH.of(h.seats, h.most, c.council_size, h.others)}{cell_words(c, answer).mark}"
                for c, h in places
            )
            who = name if item.by == name else item.by
            how = ENGLISH.say("shared.reported" if item.reported else "shared.joined", by=who)
            mark = marks([*places[0][0].locators[:1], *item.locators[:1]], numbers)
            joint = ENGLISH.say("where.shared_of", list=isolate(item.name), won=won, how=how)
            lines.append(wrap(f"{joint} {mark}", "  "))
    placed = [item for item in answer.lists if item.relation == MEMBER]
    lines += [
        wrap(f"{ENGLISH.say('where.placed', list=isolate(item.name))} {marks(item.locators, numbers)}", "  ")
        for item in placed
    ]
    found: dict[str, list[str]] = {}
    for council in answer.provinces:
        words = cell_words(council, answer)
        if council.status == NONE or (council.status == DID_NOT_STAND and answer.status != DID_NOT_STAND):
            found.setdefault(words.head, []).append(council.name + words.mark)
        elif council.status == UNKNOWN and (answer.lists or council.reported):
            perhaps = (words.head if words.listed else span_words(council)) or ENGLISH.say("size.short")
            if council.reported:
                perhaps = f"{ENGLISH.say('status.reported')} {marks(council.locators, numbers)}".rstrip()
            found.setdefault(ENGLISH.say("status.unknown"), []).append(f"{council.name}{words.mark} ({perhaps})")
    if answer.no_vote:
        found[no_vote_words().sign] = [place.name for place in answer.no_vote]
    lines += [wrap(f"{words.capitalize()}: {', '.join(texts)}", "  ") for words, texts in found.items()]
    marked = next((c for c in answer.provinces if c.disputed or c.dissent), None)
    lines += differ(answer.asked, marked.name) if marked else []
    return lines + mark_legend(answer.provinces)
