"""Each answer as text for a terminal: a sentence, a table, what is not known, the sources."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from queries.known import Names
from queries.where import CouncilAnswer, ListTotal, Where
from queries.who import Who
from queries.why import Claim, DecidedFact, Why

from .terminal import bar, cite, day, isolate, marks, ordinal, percent, source_lines, table, wrap


def reading(asked: str, name: str, matched: str) -> list[str]:
    """The first line of an answer to a misspelt name."""
    return [f'Reading "{asked}" as {isolate(name)}.'] if matched == "fuzzy" else []


# where -------------------------------------------------------------------------------------------------


def where_sentence(answer: Where) -> str:
    """The answer in one sentence."""
    name = isolate(answer.subject.candidate.name)
    when = day(answer.election.date)
    if answer.status == "did_not_stand":
        absent = [note.rstrip(".") for note in answer.notes if note.endswith(" the election.")]
        return f"{'; '.join(absent)} ({when})."
    if answer.status == "shared":
        lists = [_shared(item, name) for item in answer.lists if item.relation == "shared"]
        return f"{name} has no list of its own there; {'; '.join(lists)} ({when})."
    if answer.status == "unknown" and not answer.lists:
        return f"Whether {name} holds seats is not known ({when})."
    if answer.status in ("none", "unknown"):
        return f"No seats are known on a list of {name} ({when})."
    parts = [_counted(answer, relation) for relation in ("own", "led", "member") if answer.totals[relation] is not None]
    return f"{'; '.join([_the(name, first=True) + parts[0], *('it' + part for part in parts[1:])])} ({when})."


def _counted(answer: Where, relation: str) -> str:
    """What X won on the lists of one relation, after its name."""
    lists = [item for item in answer.lists if item.relation == relation]
    of = (
        f"{answer.totals[relation]} of {answer.all_seats} seats"
        if answer.all_seats
        else (f"{answer.totals[relation]} seats")
    )
    councils = {c.id for c in answer.provinces for held in c.lists if held.relation == relation}
    place = f"in {len(councils)} of {len(answer.provinces)} councils"
    if relation == "own":
        return f" won {of} on its own list, {place}"
    if relation == "led":
        if len(lists) == 1:
            return f" leads {_the(lists[0].name)}, which won {of} on its own list, {place}"
        named = ", ".join(f"{_the(item.name)} ({item.total})" for item in lists)
        return f" leads {len(lists)} lists, {named}, which won {of} together, {place}"
    each = ", ".join(f"{isolate(item.name)} {item.total}" for item in lists)
    return f": the lists that a source itself places in it won {of}, {place} ({each})"


_TAKES_THE = frozenset(
    ["Coalition", "Alliance", "Party", "Movement", "Front", "Union", "Forces", "Framework", "Bloc", "Organization"]
)


def _the(name: str, *, first: bool = False) -> str:
    """A name with its article where English wants one."""
    words = name.split(" (", maxsplit=1)[0].split(" ")
    wants = words[-1] in _TAKES_THE or (len(words) > 2 and "of" in words[1:3] and "Union" in words[:2])
    article = ("The " if first else "the ") if wants and words[0].lower() != "the" else ""
    return article + isolate(name)


def _shared(item: ListTotal, name: str) -> str:
    who = "which it" if item.by == name else f"which {item.by}"
    how = "was reported before the vote to join" if item.reported else "is part of"
    return f"{isolate(item.name)}, {who} {how}, won {item.total}"


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
    sentence = where_sentence(answer)
    lines.append(wrap(sentence))
    lines += table([_where_row(council, answer, numbers) for council in held], right=frozenset({2}))
    lines += _rest(answer, numbers)
    said = frozenset(note for note in answer.notes if note.rstrip(".") in sentence or " is not reported." in note)
    lines += [wrap(note, "  ") for note in answer.notes if note not in said]
    shown = [source for source in answer.sources if source.id in numbers]
    lines += source_lines(sorted(shown, key=lambda source: numbers[source.id]))
    if len(shown) < len(answer.sources):
        more = len(answer.sources) - len(shown)
        asked = _quoted(answer.asked)
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
    seats = council.seats or 0
    of = f"{seats} of {size}" if size else f"{seats}"
    counted = [held for held in council.lists if held.relation != "shared"]
    several = sum(item.relation != "shared" for item in answer.lists) > 1
    if len(counted) == 1:
        only = counted[0]
        place = ordinal(only.rank)
        if only.tied_with:
            tied = [_short(answer.names[id]) for id in only.tied_with]
            more = f" +{len(tied) - _TIED_SHOWN}" if len(tied) > _TIED_SHOWN else ""
            place = f"joint {place}, {', '.join(tied[:_TIED_SHOWN])}{more}"
        if several and only.id != answer.subject.candidate.id:
            place = f"{_short(only.name)}: {place}"
        if only.reserved_for:
            place += f", seat reserved for {only.reserved_for}"
    else:
        place = ", ".join(f"{_short(held.name)} {held.seats}" for held in counted)
    mark = " !" if council.disputed or council.dissent else ""
    return (
        isolate(council.name),
        of,
        percent(seats, size) if size else "",
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
                f"{c.name} {h.seats} of {c.council_size}" if c.council_size else f"{c.name} {h.seats}"
                for c, h in places
            )
            who = name if item.by == name else item.by
            how = "was reported before the vote to join it" if item.reported else "is part of it"
            mark = marks([*places[0][0].locators[:1], *item.locators[:1]], numbers)
            lines.append(
                wrap(f"Shared: {isolate(item.name)} ({won}). {who} {how}; its part is not reported {mark}", "  ")
            )
    found: dict[str, list[str]] = {}
    for council in answer.provinces:
        if council.status == "none":
            words = "Stood and won none" if council.stood else "None on its own list"
            found.setdefault(words, []).append(council.name)
        elif council.status == "unknown" and answer.lists:
            span = f"0 to {council.missing}" if council.missing is not None else "size not known"
            found.setdefault("Unknown", []).append(f"{council.name} ({span})")
    lines += [wrap(f"{words}: {', '.join(texts)}", "  ") for words, texts in found.items()]
    if answer.no_vote:
        lines.append(wrap(f"No vote: {', '.join(place for _, place in answer.no_vote)}", "  "))
    marked = next((c for c in answer.provinces if c.disputed or c.dissent), None)
    if marked:
        lines.append(f"! sources differ here: majlis why {_quoted(answer.asked)} {_quoted(marked.name)}")
    return lines


def _quoted(text: str) -> str:
    return shlex.quote(text)


def cite_text(sentence: str, sources: Sequence[str], data_version: str) -> str:
    """A sentence with its sources and the version of the data, ready to paste."""
    said = f" Source: {'; '.join(sources)}." if sources else ""
    return f"{sentence}{said} Majlis, data version {data_version}."


# who ---------------------------------------------------------------------------------------------------


def who_sentence(answer: Who) -> str:
    """The answer in one sentence."""
    name, when = isolate(answer.subject.candidate.name), day(answer.election.date)
    if answer.status == "no_vote":
        return f"{name} held no vote on {when}."
    if answer.status == "unknown":
        return f"No result of {name} is known ({when})."
    of = f"{answer.accounted} of {answer.council_size}" if answer.council_size else f"{answer.accounted}"
    largest = [item for item in answer.lists if item.rank == 1]
    most = " and ".join(_the(item.name) for item in largest)
    verb = "is the largest list" if len(largest) == 1 else "are the largest lists"
    seats = (
        f" with {largest[0].seats} seats"
        if len(largest) == 1
        else f" with {largest[0].seats} seats each"
        if largest
        else ""
    )
    majority = f"; a majority is {answer.majority}" if answer.majority else ""
    return (
        f"{name}, {when}: {of} seats are accounted for; {most} {verb}{seats}{majority}."
        if largest
        else (f"{name}, {when}: no seats are accounted for{majority}.")
    )


def who_text(answer: Who) -> str:
    """The whole answer for a terminal."""
    numbers = {source.id: number for number, source in enumerate(answer.sources, 1)}
    lines = reading(answer.asked, answer.subject.candidate.name, answer.subject.matched.value)
    lines.append(wrap(who_sentence(answer)))
    rows = []
    for item in answer.lists:
        joint = "joint " if item.tied_with else ""
        extra = f" (seat reserved for {item.reserved_for})" if item.reserved_for else ""
        share = percent(item.seats, answer.council_size) if answer.council_size else ""
        rows.append(
            (
                isolate(item.name) + extra,
                str(item.seats),
                share,
                f"{joint}{ordinal(item.rank)}",
                bar(item.seats),
                marks(item.locators, numbers) + (" !" if item.disputed else ""),
            )
        )
    if answer.council_size and answer.council_size > answer.accounted and answer.lists:
        missing = answer.council_size - answer.accounted
        rows.append(("not accounted for", str(missing), percent(missing, answer.council_size), "", "." * missing, ""))
    lines += table(rows, right=frozenset({1, 2}))
    if answer.turnout is not None:
        of = f" of {answer.turnout_of} voters" if answer.turnout_of else " (of what is not stated)"
        lines.append(f"Turnout: {answer.turnout:g}%{of}")
    lines += [wrap(note, "  ") for note in answer.notes if answer.status != "no_vote"]
    return "\n".join([*lines, *source_lines(answer.sources)])


# why ---------------------------------------------------------------------------------------------------

_PREDICATES = {
    "holds_seats": "{s}: seats in {o}",
    "votes": "{s}: votes in {o}",
    "ranked": "{s}: place in {o}",
    "stood_in": "{s} stood in {o}",
    "boycotted": "{s} boycotted the election",
    "barred": "{s} was barred",
    "leads": "{s} leads {o}",
    "member_of": "{s} is part of {o}",
    "expected_in": "{s} was expected in {o}, before the vote",
    "rival_of": "{s} is a rival of {o}",
    "held_office": "{s} held the office {o}",
    "council_size": "{s}: seats of the council",
    "total_seats": "{s}: seats in all",
    "turnout": "{s}: turnout, percent",
    "counted": "{s}: percent counted",
    "voters": "{s}: voters",
    "population": "{s}: population",
    "held_no_vote": "{s}: provinces without a vote",
    "last_held": "{s}: such a vote was last held",
    "renamed_from": "{s} was renamed from {o}",
    "described_as": "{s} is described as {o}",
}


def why_text(answer: Why) -> str:
    """The whole answer for a terminal: each fact, its decision and reason, and who says what."""
    name = answer.subject.candidate.name
    lines = reading(answer.asked, name, answer.subject.matched.value)
    place = f" in {answer.province.candidate.name}" if answer.province else ""
    if not answer.facts:
        lines.append(wrap(f"No statement is known about {isolate(name)}{place}."))
    for fact in answer.facts:
        lines += _fact_lines(fact, answer)
    return "\n".join([*lines, *[wrap(note, "  ") for note in answer.notes if answer.facts]])


def _fact_lines(fact: DecidedFact, answer: Why) -> list[str]:
    first = fact.statements[0]
    subject = answer.names.get(fact.subject or "", first.subject_text)
    object = answer.names.get(fact.object or "", first.object_text or "the whole election")
    head = _PREDICATES.get(fact.predicate, "{s} " + fact.predicate + " {o}").format(
        s=isolate(subject), o=isolate(object)
    )
    of = f" ({first.of})" if first.of else ""
    if fact.disputed:
        said = ": disputed, " + " or ".join(str(value) for value in fact.values)
    elif fact.value is not None:
        said = f": {fact.value}"
    else:
        said = "" if fact.counts or fact.id is None else ": does not count"
    reason = f"{fact.standing}; {fact.reason}" if fact.standing else fact.reason
    lines = [wrap(f"{head}{of}{said} ({reason})", "  ")]
    lines += [wrap(f"  {'+' if claim.won else '-'} {_claim(claim)}", "    ") for claim in fact.statements]
    return lines


def _claim(claim: Claim) -> str:
    parts = [str(claim.value)] if claim.value is not None else []
    if claim.reserved_for:
        parts.append(f"reserved for {claim.reserved_for}")
    if claim.since or claim.until:
        parts.append(f"{claim.since or '...'} to {claim.until or '...'}")
    parts.append(claim.standing)
    if claim.quote:
        parts.append(f'"{isolate(claim.quote)}"')
    place = f", {claim.locator}" if claim.locator else ""
    return f"{', '.join(parts)}: {cite(claim.source).split(' <')[0]}{place}"


# names -------------------------------------------------------------------------------------------------


def names_text(answer: Names) -> str:
    """All names by kind, or how a text would be read."""
    if answer.asked is None:
        rows = [(row.id, row.kind, isolate(row.name), f"{len(row.aliases)} other names") for row in answer.known]
        return "\n".join(table(rows))
    lines = []
    for found in answer.readings:
        if len(found.candidates) == 1:
            item = found.candidates[0]
            lines.append(f"as a {found.scope}: {isolate(item.name)} ({item.kind.value}, {item.id}), {found.matched}")
        elif found.candidates:
            lines.append(f"as a {found.scope}: ambiguous")
            lines += [f"  {isolate(item.name)} ({item.kind.value}, {item.id})" for item in found.candidates]
        else:
            near = ", ".join(f"{isolate(item.name)} ({item.id})" for item in found.nearest)
            lines.append(f"as a {found.scope}: unknown" + (f"; nearest: {near}" if near else ""))
    for row in answer.known:
        written = ", ".join(isolate(alias) for alias in row.aliases)
        lines.append(
            wrap(f"{row.name} is also written: {written}" if written else f"{row.name} has no other name", "  ")
        )
    return "\n".join(lines)
