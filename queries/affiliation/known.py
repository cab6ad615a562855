"""What is known of X beside its lists at one election: what sources say in words, other times, offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from graph.kinds import LISTS, Kind
from graph.lexicon import Candidate
from graph.spelling import initial, words
from graph.stores.protocol import Row

from ..plain import Named, Note
from ..view import GraphView
from ..view.elections import Election
from ..view.rows import rows_by
from ..view.subject import Subject

_LIST_KINDS = frozenset(kind.value for kind in (*LISTS, Kind.BLOC))
# How somebody came to a list, in the words of notes; of an office there is one way alone.
_HOW = {"LEADS": "led", "MEMBER_OF": "known_joined", "EXPECTED_IN": "known_expected"}


def reported_in_words(
    graph: GraphView, subjects: Iterable[Candidate], elections: Sequence[Election]
) -> Mapping[tuple[str, str], Sequence[Row]]:
    """What sources say of a bloc in words that name none of its lists, by the ids of the election and the bloc.

    "All forces of the bloc" are nobody's seats, and yet nobody may say that the bloc has none there.
    """
    found: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    blocs = {subject.id for subject in subjects if subject.kind is Kind.BLOC}
    for row in (row for at in elections for row in graph.rows_at("reported_in_words", at)) if blocs else ():
        for id in graph.resolver.named_in(row["subject_text"]) & blocs if row["value"] != 0 else ():
            found[row["election"], id].append(row)
    return found


def reported_note(row: Row, province: Named | None) -> Note:
    """What one source says in words of a bloc in a province, or in the whole election."""
    values: dict[str, object] = {"text": row["subject_text"], "locator": f"{row['locator']}, {row['title']}"}
    if province is None:
        return Note("reported_in_all", values | {"seats": row["value"]})
    values["province"] = province
    if row["list"]:
        return Note("reported_expected", values | {"list": Named(row["list"], row["list_name"])})
    if row["predicate"] == "holds_seats":
        return Note("reported_seats", values | {"seats": row["value"]})
    return Note("reported_there", values)


def known_ties(graph: GraphView, subjects: Iterable[Candidate]) -> Mapping[str, Sequence[Row]]:
    """What each of these led, joined or held at any time, by its id; of a bloc, who belonged to it."""
    blocs: dict[bool, list[str]] = {False: [], True: []}
    for subject in subjects:
        blocs[subject.kind is Kind.BLOC].append(subject.id)
    asked = {"known_ties": blocs[False], "known_members": blocs[True]}
    return rows_by("id", (row for name, ids in asked.items() if ids for row in graph.run(name, id=ids)))


def known_notes(subject: Subject, ties: Sequence[Row]) -> Iterator[Note]:
    """What X led, joined and held at any time, rows of `known_ties`; of a bloc, who belonged to it."""
    lists = [row for row in ties if row["kind"] in _LIST_KINDS]
    if lists:
        code = "known_members" if subject.candidate.kind is Kind.BLOC else "known_lists"
        yield Note(code, {"name": subject.named, "lists": _told(lists)})
    offices = [row for row in ties if row["type"] == "HELD"]
    if offices:
        yield Note("known_offices", {"name": subject.named, "offices": _told(offices)})


def _told(rows: Iterable[Row]) -> tuple[Named | Note, ...]:
    """Each list or office with how and when, the latest first."""
    times: defaultdict[tuple[str, str, str], list[str | Note]] = defaultdict(list)
    last: dict[tuple[str, str, str], str] = {}
    for row in rows:
        key = row["other"], row["name"], row["type"]
        known, date = times[key], row["date"] or ""
        known += [time for time in (date[:4], *_period(row)) if time and time not in known]
        last[key] = max(last.get(key, ""), row["until"], row["since"], date)
    found: list[Named | Note] = []
    for key in sorted(times, key=last.__getitem__, reverse=True):
        id, name, type = key
        parts = (*([Note(_HOW[type])] if type in _HOW else []), *times[key])
        found.append(Note("known_at", {"what": Named(id, name), "parts": parts}) if parts else Named(id, name))
    return tuple(found)


def _period(row: Row) -> list[Note]:
    """From when until when, where a source says either."""
    since, until = row["since"], row["until"]
    if not since and not until:
        return []
    code = "known_between" if since and until else "known_since" if since else "known_until"
    return [Note(code, {"since": since, "until": until})]


def seat_notes(graph: GraphView, figure: Named, at: Election) -> Iterator[tuple[Note, str | None]]:
    """What the lists of members of an election say of a figure, each with a fact of theirs.

    That it is on one; that a name on one is like its own; or, where one has all seats of the body, that it is on none.
    """
    listed = graph.once(_listed, at)
    named = listed.named.get(figure.id, [])
    names = graph.names_of(figure.id)
    mine: defaultdict[str, list[Sequence[str]]] = defaultdict(list)  # the other words of its names, by their first
    for first, *rest in map(_words, names):
        if rest:
            mine[first].append(rest)
    near = [row for letter in {first[0] for first in mine} for row in listed.unnamed.get(letter, ())]
    alike = [
        row
        for row in near
        for first, *theirs in (_words(row["text"]),)
        if first in mine and any(_fuller(theirs, rest) for rest in mine[first])
    ]
    alike.sort(key=listed.rows.index)
    for row in named or alike:
        ids = [row["list"], row["province"], at.body.id if at.body else None]
        values = {"name": figure, "seat": graph.named(id for id in ids if id)}
        note = Note("listed_member", values) if named else Note("perhaps_member", values | {"text": row["text"]})
        yield note, row["fact"]
    if named or alike or not at.body or not at.seats or listed.people < at.seats:
        return
    if listed.ascii <= {name.isascii() for name in names}:  # the figure has a name in the letters of every name listed
        yield Note("no_member_of", {"name": figure, "size": at.seats, "body": at.body}), listed.rows[0]["fact"]


class _Listed(NamedTuple):
    """The lists of members of an election: their rows, and these by the figure or else by the first letter."""

    rows: Sequence[Row]
    named: Mapping[str, Sequence[Row]]
    unnamed: Mapping[str, Sequence[Row]]
    people: int
    ascii: frozenset[bool]  # whether the names are ASCII of those who are no known figure


def _listed(graph: GraphView, at: Election) -> _Listed:
    rows = graph.listed(at)
    unnamed: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if not row["figure"]:
            unnamed[initial(row["text"] or "")].append(row)
    people = {(row["figure"], row["text"], row["province"]) for row in rows}
    texts = ((row["text"] or "").isascii() for row in rows if not row["figure"])
    return _Listed(rows, rows_by("figure", rows), unnamed, len(people), frozenset(texts))


@lru_cache(1024)
def _words(text: str) -> Sequence[str]:
    return words(text)


def _fuller(full: Sequence[str], short: Sequence[str]) -> bool:
    """Whether a name may be a fuller form of another: it has the words of that in their order."""
    rest = iter(full)
    return all(word in rest for word in short)
