"""Lists: items and runs of a name and its figures become claims, by what stands above them and by what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..checks import LARGEST_BODY
from ..cues import roles_in, unit_of
from ..figures import Figure
from ..found import Certainty, Claim, Found, Mechanism, Origin, Span, Unknown, Unread
from ..labels import Labels, Sort, bare_name
from ..measures import WHY_NOT, measure
from ..tokens import tokens
from ..words import Role, is_code, lexicon
from .entries import Entry, entries_of
from .notes import Note
from .people import SPACED_DASH, list_of, names_both, people_of, with_list_apart, without_leader
from .setting import Setting, guess_of, with_unit
from .sums import Group, groups_of, shared
from .written import label_like

_PREDICATES = {Role.SEATS: "holds_seats", Role.VOTES: "votes"}
_NOT_OWN = frozenset({*WHY_NOT, Role.SIZE, Role.TURNOUT, Role.COUNTED} - {Role.TOTAL})
_MOST_NOTED = 10_000  # names
_GROUPS = frozenset({Sort.INDEPENDENT, Sort.OTHERS})
_LISTS = frozenset({Sort.LIST, Sort.INDEPENDENT})  # what tells that others of a run are lists, too


class Lists:
    """Reads the entries of lines."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._words = lexicon()
        self._noted: dict[str, str] = {}  # what stood in brackets behind a name for the first time

    def _otherwise_noted(self, entry: Entry) -> bool:
        """Whether a name has other brackets than before, so that it is no person's: "Reds (North)", "Reds (South)"."""
        note = entry.notes[0].text if entry.notes else ""
        if not note or (len(self._noted) > _MOST_NOTED and entry.name not in self._noted):
            return False
        return self._noted.setdefault(entry.name, note) != note

    def read(self, entries: Sequence[Entry], setting: Setting, line: int, offset: int) -> Iterator[Found]:
        """The claims of the entries of a line; `offset` is where their text begins in it."""
        parted = [without_leader(entry) for entry in entries]
        for written, (entry, leader) in zip(entries, parted, strict=True):
            if label_like(leader) and len(leader.split()) > 1:
                at = _name_at(written, line, offset)
                yield Claim("leads", leader, bare_name(entry.name), None, at, Mechanism.LIST)
        entries = [with_list_apart(entry, self._labels) for entry, _ in parted]
        groups = groups_of(entries, self._labels)
        if groups:
            for group in groups:
                yield from self._group(group, setting, line, offset)
            return
        unit = setting.unit
        persons = False if any(map(self._otherwise_noted, entries)) else setting.persons
        if persons is None and any(list_of(entry, self._labels) for entry in entries):
            persons = True
        lists = setting.lists or any(self._labels.sort(entry.name) in _LISTS for entry in entries if entry.name)
        bare = [figure.value for entry in entries for figure in entry.figures if figure.unit is None]
        guess = setting.guess or (guess_of(bare) if len(entries) > 1 and bare else None)
        guess = Role.VOTES if guess is not None and shared(entries) else guess
        setting = replace(setting, persons=persons, lists=lists, guess=guess)
        parts = SPACED_DASH.split(entries[0].name) if entries else []
        if len(parts) > 1 and not (parts[0].isupper() and " " not in parts[0]):  # "RHU - Red Harbour Union"
            setting = replace(setting, doubt=setting.doubt or "a dash within the name may part it from its place")
        for entry in entries:
            own = next((figure.unit for figure in entry.figures if figure.unit), None)
            own = None if own is Role.PERCENT and len(entry.figures) > 1 else own  # "519 (18.9 per cent)"
            setting = replace(setting, unit=unit) if setting.unit is not unit else setting
            yield from self._entry(entry, setting, line, offset)
            if entry is entries[0] and len(entries) > 1 and self._is_place(entry, setting):
                here = _name_at(entry, line, offset)
                of_lists = entries[1].opens  # "Marden (85 seats): A 25, B 14"
                setting = replace(setting, scope=setting.scope.with_place(entry.name, Origin.ITEM, here))
                setting = replace(setting, places=setting.places and not of_lists)
            unit = own if own in (Role.SEATS, Role.VOTES, Role.PERCENT) else unit

    def _is_place(self, entry: Entry, setting: Setting) -> bool:
        """Whether the first entry of a line is a place, of which its measures are: "Marden: 22 %, voters 39,317"."""
        sort = self._labels.sort(entry.name)
        turnout = any(figure.unit is Role.PERCENT for figure in entry.figures) and setting.scope.unit is Role.TURNOUT
        return sort is Sort.PLACE or (sort is Sort.UNKNOWN and (setting.places or turnout))

    def summed(self, entries: Sequence[Entry]) -> bool:
        """Whether the entries are places, each with the lists whose seats come to its own."""
        return bool(groups_of(entries, self._labels))

    def _group(self, group: Group, setting: Setting, line: int, offset: int) -> Iterator[Found]:
        head = group.head
        at = span(head.figures[0], line, offset)
        yield Claim(
            "council_size", None, head.name, int(head.figures[0].value), at, Mechanism.LIST, place_from=Origin.ITEM
        )
        inner = replace(setting, scope=setting.scope.with_place(head.name, Origin.ITEM, at), unit=Role.SEATS)
        inner = replace(inner, unit_sure=True, lists=True, places=False)
        for entry in group.members:
            yield from self._entry(entry, inner, line, offset + group.begins)

    # One entry --------------------------------------------------------------------------------------------------

    def _entry(self, entry: Entry, setting: Setting, line: int, offset: int) -> Iterator[Found]:
        sort = self._labels.sort(entry.name) if entry.name else Sort.UNKNOWN
        if setting.places and sort is Sort.UNKNOWN:
            sort = Sort.PLACE
        if setting.no_places and sort is Sort.PLACE:
            sort = Sort.LIST
        counted = {figure.unit for figure in entry.figures}
        glossed = bool(entry.notes) and is_code(entry.notes[0].text.strip())
        if (sort is Sort.PLACE and counted >= {Role.SEATS, Role.VOTES}) or (sort in _GROUPS and glossed):
            sort = Sort.LIST  # "X Council, 10595 votes, 3 seats"; "the Rally of Independents (RNI)"
        for written in entry.figures:
            figure = with_unit(entry, written, setting)
            at = span(figure, line, offset)
            text = str(figure.value)
            why = self._odd(entry, figure, sort)
            if why:
                yield Unread(text, at, why, figure.value)
            elif sort is Sort.MEASURE and figure.unit is Role.PERCENT and _counts_voters(entry):
                yield self._share_of_voters(figure, setting, at)
            elif sort is Sort.MEASURE and (unit := _own(entry, figure, setting)) is not None:
                yield self._of_list(unit, figure, setting, at)
            elif sort is Sort.MEASURE:
                yield measure(entry.name, text, figure.value, at, setting.scope, Mechanism.LIST)
            elif not entry.name:
                yield from self._nameless(figure, setting, at)
            else:
                yield from self._figure(entry, figure, sort, setting, at)
        yield from people_of(entry, setting, self._labels, _name_at(entry, line, offset))
        for note in entry.notes:
            measured = list(self._measured(note, setting, line, offset)) if sort is Sort.MEASURE else []
            yield from measured
            for figure in note.figures if not measured else ():
                if figure.unit or not figure.year:
                    yield Unread(
                        str(figure.value),
                        span(figure, line, offset),
                        "in brackets, beside the figure itself",
                        figure.value,
                    )

    def _of_list(self, unit: Role, figure: Figure, setting: Setting, at: Span) -> Found:
        """What the list that stands above has of a measure: "Seats: 9"."""
        where, origin, certainty, reason = setting.scope.where
        holder = setting.scope.list
        large = unit is Role.SEATS and figure.value > LARGEST_BODY
        if holder is None or large or figure.value != int(figure.value):
            return Unread(str(figure.value), at, "no such number of seats or votes is possible", figure.value)
        if holder.guessed and not reason:
            certainty, reason = Certainty.PROPOSED, "the list is taken from the layout"
        return Claim(
            _PREDICATES[unit], holder.text, where, int(figure.value), at, Mechanism.LIST, certainty, origin,
            reason=reason,
        )  # fmt: skip

    def _measured(self, note: Note, setting: Setting, line: int, offset: int) -> Iterator[Found]:
        """The measures in brackets behind another one: "Turnout: 61 percent (voters 17,905)"."""
        parts = entries_of(note.text).entries
        odd = any(figure.year or figure.approximate or figure.change for part in parts for figure in part.figures)
        if not parts or odd or any(self._labels.sort(part.name) is not Sort.MEASURE for part in parts):
            return
        for part in parts:
            for figure in part.figures:
                at = span(figure, line, offset + note.start)
                yield measure(part.name, str(figure.value), figure.value, at, setting.scope, Mechanism.LIST)

    def _share_of_voters(self, figure: Figure, setting: Setting, at: Span) -> Found:
        """The share beside the number of those who voted: "Votes cast: 26,492 or 70 percent"."""
        where, origin, _, _ = setting.scope.where
        reason = "what the share is of is not said"
        if not 0 <= figure.value <= 100:
            return Unread(str(figure.value), at, "no such share is possible", figure.value)
        return Claim(
            "turnout", None, where, figure.value, at, Mechanism.LIST, Certainty.PROPOSED, origin, reason=reason
        )

    def _odd(self, entry: Entry, figure: Figure, sort: Sort) -> str | None:
        if figure.approximate:
            return "approximate"
        if figure.change:
            return "a change against another vote"
        if figure.bracketed and figure.unit is None and figure.start != entry.figures[0].start:
            return "a second figure in brackets"
        if Role.PART in self._words.roles_of(entry.words) and sort is Sort.UNKNOWN:
            return WHY_NOT[Role.PART]  # "164 seats, of which 50 ..."
        if sort is Sort.TOTAL:
            return "a sum"
        if sort is Sort.OTHERS:
            return "a group of lists, and no list"
        return None

    def _nameless(self, figure: Figure, setting: Setting, at: Span) -> Iterator[Found]:
        """A figure without a name below a heading: "Five seats" is the size of the place."""
        where, origin, certainty, reason = setting.scope.where
        if figure.unit is Role.SEATS and where is not None and setting.scope.list is None:
            yield Claim(
                "council_size", None, where, int(figure.value), at, Mechanism.LIST, certainty, origin, reason=reason
            )
        else:
            yield Unread(str(figure.value), at, Unknown.LIST, figure.value)

    def _figure(self, entry: Entry, figure: Figure, sort: Sort, setting: Setting, at: Span) -> Iterator[Found]:
        unit, sure = setting.counts(figure)
        if figure.unit is None and list_of(entry, self._labels, persons=setting.persons) is not None:
            unit, sure = Role.VOTES, sure and unit is Role.VOTES  # a person has votes, and no number of seats
        sure = sure or (unit is Role.VOTES and figure.value > LARGEST_BODY and self._is_holder(entry, sort, setting))
        value = figure.value
        if unit is Role.PERCENT or unit is Role.TURNOUT:
            yield self._percent(entry, value, sort, setting, at)
            return
        if unit not in _PREDICATES:
            yield Unread(str(value), at, Unknown.UNIT, value)
            return
        if value != int(value) or (unit is Role.SEATS and value > LARGEST_BODY and setting.scope.place is not None):
            yield Unread(str(value), at, "no such number of seats or votes is possible", value)
            return
        scope = setting.scope
        several = figure.unit is None and sum(other.unit is None for other in entry.figures) > 1
        certainty, reason = (
            (Certainty.STATED, "") if sure and not several
            else (Certainty.PROPOSED, "what the figure counts is not said")
        )  # fmt: skip
        won = setting.won_list is not None and unit is Role.VOTES
        if scope.list is not None and sort is not Sort.LIST and not won:
            if scope.list.guessed:
                certainty, reason = Certainty.PROPOSED, "the list is taken from the layout"
            yield Claim(
                _PREDICATES[unit], scope.list.text, entry.name, int(value), at, Mechanism.LIST, certainty, Origin.ITEM,
                reason=reason,
            )  # fmt: skip
            return
        if sort is Sort.PLACE:
            if unit is Role.SEATS:
                if not setting.scope.of_places:
                    certainty, reason = Certainty.PROPOSED, reason or "the seats of a place, and no list named"
                yield Claim(
                    "council_size", None, entry.name, int(value), at, Mechanism.LIST, certainty, Origin.ITEM,
                    reason=reason,
                )  # fmt: skip
            else:
                yield Unread(str(value), at, "votes of a place, and no list named", value)
            return
        where, origin, placed, why = scope.where
        if placed is Certainty.PROPOSED:
            certainty, reason = placed, reason or why
        if sort is Sort.INDEPENDENT:
            certainty, reason = Certainty.PROPOSED, "many who stood alone, counted together"
        if unit is Role.SEATS and where is None and sort is Sort.UNKNOWN and not (setting.lists or setting.persons):
            certainty, reason = Certainty.PROPOSED, reason or "nothing says that the name is a list's"
        if setting.doubt:
            certainty, reason = Certainty.PROPOSED, reason or setting.doubt
        if unit is Role.VOTES and names_both(entry, self._labels):
            certainty, reason = Certainty.PROPOSED, reason or "a person and a list may be in one name"
        if setting.guessed:
            certainty, reason = Certainty.PROPOSED, reason or "a run of names and figures within a sentence"
        predicate = _PREDICATES[unit]
        if unit is Role.VOTES and (won or list_of(entry, self._labels, persons=setting.persons) is not None):
            predicate = "candidate_votes"
        for name in self._names(entry):
            yield Claim(predicate, name, where, int(value), at, Mechanism.LIST, certainty, origin, reason=reason)

    def _is_holder(self, entry: Entry, sort: Sort, setting: Setting) -> bool:
        """Whether what a number is of is known to be a list, or a person who stands for one, below no other."""
        named = sort is Sort.LIST or list_of(entry, self._labels, persons=setting.persons) is not None
        return named and setting.scope.list is None

    def _percent(self, entry: Entry, value: int | float, sort: Sort, setting: Setting, at: Span) -> Found:
        turnout = setting.scope.unit is Role.TURNOUT
        if not 0 <= value <= 100:
            return Unread(str(value), at, "no such share is possible", value)
        if sort is Sort.PLACE or (turnout and sort is Sort.UNKNOWN):
            sure = turnout and (sort is Sort.PLACE or label_like(entry.name))
            return Claim(
                "turnout", None, entry.name, value, at, Mechanism.LIST,
                Certainty.STATED if sure else Certainty.PROPOSED, Origin.ITEM,
                reason="" if sure else "what the share is of is not said",
            )  # fmt: skip
        return Unread(str(value), at, "a share, of which no claim is made", value)

    # Names and people ---------------------------------------------------------------------------------------------

    def _names(self, entry: Entry) -> list[str]:
        """The name of an entry, or each of several that have its figure each."""
        if not entry.each:
            return [bare_name(entry.name)]
        names, begin = [], 0
        for token in tokens(entry.name):
            if token.text in ",،;" or Role.AND in self._words.roles_of((token.key,)):
                names.append(entry.name[begin : token.start])
                begin = token.end
        names.append(entry.name[begin:])
        return [bare for name in names if (bare := bare_name(name.strip(" ,،")))]


def _name_at(entry: Entry, line: int, offset: int) -> Span:
    """Where the name of an entry stands."""
    return Span(line, offset + entry.start, offset + entry.end)


def _counts_voters(entry: Entry) -> bool:
    """Whether a measure is of those who voted, and no share."""
    roles = {role for _, _, found in lexicon().phrases(entry.words) for role in found}
    return Role.VOTERS in roles and not roles & {Role.TURNOUT, Role.COUNTED}


def span(figure: Figure, line: int, offset: int) -> Span:
    """Where a figure stands in its line."""
    return Span(line, offset + figure.start, offset + figure.end)


def _own(entry: Entry, figure: Figure, setting: Setting) -> Role | None:
    """What a measure counts of the list that stands above; None where it is none of its own, "Seats gained: 2"."""
    unit = unit_of(entry.name) if setting.scope.list is not None else None
    own = unit in _PREDICATES and figure.unit in (None, unit) and roles_in(entry.name).isdisjoint(_NOT_OWN)
    return unit if own else None
