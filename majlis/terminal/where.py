"""Where X holds seats, as text."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from graph.kinds import Kind
from queries.disputed import span
from queries.plain import Note
from queries.where import ABSENT, CouncilAnswer, ListTotal, Where

from ..wording.notes import usual
from .phrases import OPEN, differ, reading, seats_of, share, the
from .text import bar, day, isolate, marks, ordinal, source_lines, table, wrap


def where_sentence(answer: Where) -> str:
    """The answer in one sentence."""
    name = isolate(answer.subject.candidate.name)
    when = day(answer.election.date)
    if answer.status == "did_not_stand":
        absent = [usual(note).rstrip(".") for note in answer.notes if note.code in _ABSENT]
        return f"{'; '.join(absent)} ({when})."
    if answer.status == "shared":
        lists = [_shared(item, name) for item in answer.lists if item.relation == "shared"]
        return f"No list of this election is known to be {name}'s own; {'; '.join(lists)} ({when})."
    if answer.status == "unknown" and not answer.lists:
        return f"Whether {name} holds seats is not known ({when})."
    if answer.status in ("none", "unknown"):
        return f"No seats are known on a list of {name} ({when})."
    parts = [_counted(answer, relation) for relation in ("own", "led", "member") if answer.totals[relation] is not None]
    return f"{'; '.join([the(name, first=True) + parts[0], *('it' + part for part in parts[1:])])} ({when})."


def unsaid(answer: Where, notes: Sequence[Note]) -> list[Note]:
    """The notes of an answer that its sentence does not say."""
    return [note for note in notes if answer.status != "did_not_stand" or note.code not in _ABSENT]


_ABSENT = frozenset(code for codes in ABSENT.values() for code in codes)


def _counted(answer: Where, relation: str) -> str:
    """What X won on the lists of one relation, after its name."""
    lists = [item for item in answer.lists if item.relation == relation]
    of = seats_of(span(answer.totals[relation] or 0, sum(item.most for item in lists)), answer.all_seats)
    councils = {c.id for c in answer.provinces for held in c.lists if held.relation == relation}
    place = f"in {len(councils)} of {len(answer.provinces)} councils"
    if relation == "own":
        return f" won {of} on its own list, {place}"
    if relation == "led":
        if len(lists) == 1:
            return f" leads {the(lists[0].name)}, which won {of} on its own list, {place}"
        named = ", ".join(f"{the(item.name)} ({span(item.total, item.most)})" for item in lists)
        return f" leads {len(lists)} lists, {named}, which won {of} together, {place}"
    each = ", ".join(f"{isolate(item.name)} {span(item.total, item.most)}" for item in lists)
    return f": the lists that a source itself places in it won {of}, {place} ({each})"


def _shared(item: ListTotal, name: str) -> str:
    who = "which it" if item.by == name else f"which {item.by}"
    how = "was reported before the vote to join" if item.reported else "is part of"
    return f"{isolate(item.name)}, {who} {how}, won {span(item.total, item.most)}"


def _short(name: str) -> str:
    """A name for a narrow column: without its gloss and the word that says its sort."""
    words = name.split(" (", maxsplit=1)[0].split(" ")
    return isolate(" ".join(words[:-1] if len(words) > 1 and words[-1] in _SORTS else words))


_SORTS = frozenset(("Alliance", "Coalition", "Party"))
_TIED_SHOWN = 2


def where_text(answer: Where) -> str:
    """The whole answer for a terminal; it numbers the sources it shows, `why` has them all."""
    held = [council for council in answer.provinces if council.status == "seats"]
    numbers = _numbers(answer)
    lines = reading(answer.asked, answer.subject.candidate.name, answer.subject.matched.value)
    lines.append(wrap(where_sentence(answer)))
    lines += table([_where_row(council, answer, numbers) for council in held], right=frozenset({2}))
    lines += _rest(answer, numbers)
    told = ("joined", "expected")  # a line of `_rest` says it
    lines += [wrap(usual(note), "  ") for note in unsaid(answer, answer.notes) if note.code not in told]
    shown = [source for source in answer.sources if source.id in numbers]
    lines += source_lines(sorted(shown, key=lambda source: numbers[source.id]))
    if len(shown) < len(answer.sources):
        more = len(answer.sources) - len(shown)
        asked = shlex.quote(answer.asked)
        lines.append(
            f"{more} more {'source' if more == 1 else 'sources'} on who leads or joined what: majlis why {asked}"
        )
    return "\n".join(lines)


def _numbers(answer: Where) -> dict[str, int]:
    """The sources shown, numbered as they come: of the seats, then the strongest of each tie."""
    shown: dict[str, None] = {}
    for council in answer.provinces:
        own = council.locators if council.status in ("seats", "none") else ()
        shown.update(dict.fromkeys(source for source, _ in own))
    for council in answer.provinces:
        if council.status not in ("seats", "none"):
            shown.update(dict.fromkeys(source for source, _ in council.locators[:2]))
    order = [source.id for source in answer.sources]
    for item in answer.lists:
        tied = sorted({source for source, _ in item.locators}, key=order.index)
        shown.update(dict.fromkeys(tied[:1]))
    return {source: number for number, source in enumerate(shown, 1)}


def _where_row(council: CouncilAnswer, answer: Where, numbers: dict[str, int]) -> Sequence[str]:
    size = council.council_size
    seats, most = council.seats or 0, council.most or 0
    of = span(seats, most) + (f" of {size}" if size else "")
    counted = [held for held in council.lists if held.relation != "shared"]
    several = sum(item.relation != "shared" for item in answer.lists) > 1
    if len(counted) == 1:
        only = counted[0]
        place = ordinal(only.rank) if only.rank else OPEN
        if only.rank and only.tied_with:
            tied = [_short(answer.names[id]) for id in only.tied_with]
            more = f" +{len(tied) - _TIED_SHOWN}" if len(tied) > _TIED_SHOWN else ""
            place = f"joint {place}, {', '.join(tied[:_TIED_SHOWN])}{more}"
        if several and only.id != answer.subject.candidate.id:
            place = f"{_short(only.name)}: {place}"
        if only.reserved_for:
            place += f"; seat reserved for {only.reserved_for}"
    else:
        place = ", ".join(f"{_short(held.name)} {span(held.seats, held.most)}" for held in counted)
    mark = " !" if council.disputed or council.dissent else ""
    return (
        isolate(council.name),
        of,
        share(seats, most, size),
        bar(seats),
        place,
        marks(council.locators, numbers) + mark,
    )


def _rest(answer: Where, numbers: dict[str, int]) -> list[str]:
    """The councils without a number: shared, none, unknown, did not stand, no vote."""
    lines = []
    name = answer.subject.candidate.name
    shared = [council for council in answer.provinces if council.status == "shared"]
    for item in answer.lists:
        places = [(council, held) for council in shared for held in council.lists if held.id == item.id]
        if places:
            won = ", ".join(
                f"{c.name} {span(h.seats, h.most)}" + (f" of {c.council_size}" if c.council_size else "")
                for c, h in places
            )
            who = name if item.by == name else item.by
            how = "was reported before the vote to join it" if item.reported else "is part of it"
            mark = marks([*places[0][0].locators[:1], *item.locators[:1]], numbers)
            lines.append(
                wrap(f"Shared: {isolate(item.name)} ({won}). {who} {how}; its part is not reported {mark}", "  ")
            )
    placed = [item for item in answer.lists if item.relation == "member"]
    lines += [wrap(f"Placed in it: {isolate(item.name)} {marks(item.locators, numbers)}", "  ") for item in placed]
    bloc = answer.subject.candidate.kind is Kind.BLOC
    none = "None on a list that a source places in it" if bloc else "None on its own list"
    found: dict[str, list[str]] = {}
    for council in answer.provinces:
        if council.status == "none":
            words = "Stood and won none" if council.stood else none
            found.setdefault(words, []).append(council.name)
        elif council.status == "unknown" and answer.lists:
            perhaps = f"0 to {council.perhaps}" if council.perhaps is not None else "size not known"
            found.setdefault("Unknown", []).append(f"{council.name} ({perhaps})")
    lines += [wrap(f"{words}: {', '.join(texts)}", "  ") for words, texts in found.items()]
    if answer.no_vote:
        lines.append(wrap(f"No vote: {', '.join(place.name for place in answer.no_vote)}", "  "))
    marked = next((c for c in answer.provinces if c.disputed or c.dissent), None)
    return [*lines, *differ(answer.asked, marked.name)] if marked else lines
