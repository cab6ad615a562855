"""Lists: items and runs of a name and its figures become claims, by what stands above them and by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..checks import LARGEST_BODY
from ..figures import Figure
from ..found import Certainty, Claim, Found, Mechanism, Origin, Span, Unread
from ..labels import Labels, Sort, bare_name
from ..measures import WHY_NOT, measure
from ..scope import Scope
from ..tokens import Token, TokenKind, tokens
from ..words import Role, fold_words, is_code, kept, lexicon
from .entries import Entry, Note, entries_of

_PREDICATES = {Role.SEATS: "holds_seats", Role.VOTES: "votes"}
_LARGEST_GUESS = 1000  # no figure without a unit is of seats above it
_FEWEST_VOTES = 100  # in brackets behind a share
_PAIR = 2  # names
_SPACED_DASH = re.compile(r" [–—-] ")
_GROUPS = frozenset({Sort.INDEPENDENT, Sort.OTHERS})
_LISTS = frozenset({Sort.LIST, Sort.INDEPENDENT})  # what tells that others of a run are lists, too
_SMALL = frozenset(
    "of the and for to in a an de la le les du des l d et y e del los las el und der die das für von zu van het een "
    "en i och da do dos das di della dei per al el bin ibn ben ak sa o os as na w z ve ile dan te të".split()
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for the entries of one line: the scope, the unit taken over, whether those named won.

    `persons`: they are people, each with a list in brackets. `places`: they are places, as others of their run are.
    `lists`: so are others of their run known to be lists.
    `won_list`: the list that all those named won a seat on.
    `guess`: what the figures of their run count by their size. `units`: what each of several figures of an entry
    above counts, in their order. `doubt`: why no claim of the line is sure.
    """

    scope: Scope
    unit: Role | None = None
    unit_sure: bool = True
    won: bool = False
    inline: bool = False
    persons: bool = False
    places: bool = False
    lists: bool = False
    guess: Role | None = None
    guessed: bool = False
    units: tuple[Role | None, ...] = ()
    won_list: str | None = None
    doubt: str = ""


def name_like(entry: Entry) -> bool:
    """Whether what stands before a figure is written like a name: few words, capital letters where there are any."""
    if not entry.words or len(entry.words) > 8 or (not entry.each and any(mark in entry.name for mark in ",،;؛")):
        return False
    found = _named(entry.name)
    cased = [token for token in found if token.text[0].lower() != token.text[0].upper()]
    if not cased:
        words = lexicon()
        return len(found) <= 6 and not any(words.roles_of((key,)) & {Role.SEATS, Role.VOTES} for key in entry.words)
    if found[0].text.islower() and found[0].key not in ("al", "el"):
        return False
    return any(token.text[0].isupper() for token in cased) and all(
        token.text[0].isupper() or token.key in _SMALL or not token.text.islower() for token in cased
    )


@kept
def _named(name: str) -> list[Token]:
    """The words and numbers of a name."""
    return [token for token in tokens(name) if token.text[0].isalpha() or token.text[0].isdigit()]


def label_like(text: str) -> bool:
    """Whether words before a colon are a label and no sentence."""
    words = text.split()
    if not 0 < len(words) <= 6 or len(text) > 60 or text[-1:] in ".!?" or ": " in text:
        return False
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    return (
        all(word[0].isupper() or word.lower() in _SMALL or word[0] in "(–-" for word in cased)
        if cased
        else len(words) <= 4
    )


class Lists:
    """Reads the entries of lines."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._words = lexicon()

    def read(self, entries: Sequence[Entry], setting: Setting, line: int, offset: int) -> Iterator[Found]:
        """The claims of the entries of a line; `offset` is where their text begins in it."""
        for entry, leader, at in self._led(entries, line, offset):
            yield Claim("leads", leader, bare_name(entry.name), None, at, Mechanism.LIST)
        entries = [self._parted(without_leader(entry)[0]) for entry in entries]
        whole = self._of_parts(entries)
        if whole is not None:
            head, parts, begins = whole
            yield from self._group(head, (), setting, line, offset)
            inner = replace(
                setting, scope=setting.scope.with_place(head.name, Origin.ITEM, head_at(head, line, offset))
            )
            inner = replace(inner, unit=Role.SEATS, unit_sure=True, lists=True, places=False)
            for part in parts:
                yield from self._entry(part, inner, line, offset + begins)
            return
        groups = self._groups(entries)
        if groups:
            for head, members in groups:
                yield from self._group(head, members, setting, line, offset)
            return
        unit = setting.unit
        persons = any(self._stands_for(entry) for entry in entries)
        lists = setting.lists or any(self._labels.sort(entry.name) in _LISTS for entry in entries if entry.name)
        setting = replace(setting, persons=persons, lists=lists)
        if entries and _SPACED_DASH.search(entries[0].name):
            setting = replace(setting, doubt=setting.doubt or "a dash within the name may part it from its place")
        for entry in entries:
            own = next((figure.unit for figure in entry.figures if figure.unit), None)
            setting = replace(setting, unit=unit) if setting.unit is not unit else setting
            yield from self._entry(entry, setting, line, offset)
            if entry is entries[0] and len(entries) > 1 and self._is_place(entry, setting):
                here = Span(line, offset + entry.start, offset + entry.end)
                setting = replace(setting, scope=setting.scope.with_place(entry.name, Origin.ITEM, here))
            unit = own if own in (Role.SEATS, Role.VOTES, Role.PERCENT) else unit

    def _of_parts(self, entries: Sequence[Entry]) -> tuple[Entry, Sequence[Entry], int] | None:
        """A place with its seats and, in brackets, those of each list that come to them: "X: 33 seats (A=15, B=18)"."""
        if len(entries) != 1 or len(entries[0].figures) != 1 or len(entries[0].notes) != 1:
            return None
        head, note = entries[0], entries[0].notes[0]
        if head.figures[0].unit is not Role.SEATS or self._labels.sort(head.name) in (Sort.LIST, Sort.PERSON):
            return None
        parts = entries_of(note.text).entries
        sorts = {self._labels.sort(part.name) for part in parts}
        if Sort.LIST not in sorts or Sort.PLACE in sorts:
            return None  # "X: 33 seats (A 15, B 18)" may be of a list in its places
        figures = [part.figures[0].value for part in parts if len(part.figures) == 1 and part.name]
        fits = len(parts) > 1 and len(figures) == len(parts) and sum(figures) == head.figures[0].value
        return (head._replace(notes=()), parts, note.start) if fits else None

    def _led(self, entries: Sequence[Entry], line: int, offset: int) -> Iterator[tuple[Entry, str, Span]]:
        """The entries whose names say who leads them, the leader, and where that is said."""
        for entry in entries:
            rest, leader = without_leader(entry)
            if leader and label_like(leader) and len(leader.split()) > 1:
                yield rest, leader, Span(line, offset + entry.start, offset + entry.end)

    def _parted(self, entry: Entry) -> Entry:
        """An entry whose name is a person's and, behind a dash, that of a list, with the list as its note."""
        parts = _SPACED_DASH.split(entry.name)
        if len(parts) != _PAIR or entry.notes or self._labels.sort(parts[1]) is not Sort.LIST:
            return entry
        if self._labels.sort(parts[0]) not in (Sort.UNKNOWN, Sort.PERSON):
            return entry
        begin = entry.end - len(parts[1])
        end, words = entry.start + len(parts[0]), fold_words(parts[0])
        return entry._replace(name=parts[0], end=end, words=words, notes=(Note(parts[1], begin, entry.end),))

    def _is_place(self, entry: Entry, setting: Setting) -> bool:
        """Whether the first entry of a line is a place, of which its measures are: "Marden: 22 %, voters 39,317"."""
        sort = self._labels.sort(entry.name)
        turnout = any(figure.unit is Role.PERCENT for figure in entry.figures) and setting.scope.unit is Role.TURNOUT
        return sort is Sort.PLACE or (sort is Sort.UNKNOWN and (setting.places or turnout))

    # Places with their size, and lists behind each, run together ------------------------------------------------

    def summed(self, entries: Sequence[Entry]) -> bool:
        """Whether the entries are places, each with the lists whose seats come to its own."""
        return bool(self._groups(entries))

    def _groups(self, entries: Sequence[Entry]) -> list[tuple[Entry, Sequence[Entry]]]:
        """Entries of places, each with the lists whose seats come to its own; none where sums do not part them so."""
        seats = [next((f.value for f in one.figures if f.unit is Role.SEATS), None) for one in entries]
        led = len(entries) > 1 and entries[1].opens and seats[0] is not None
        if led and self._labels.sort(entries[0].name) is Sort.PLACE:
            return [(entries[0], entries[1:])]  # "Marden council (36 seats): A 15, B 13"
        if seats and seats[0] is not None and self._shared_out(entries, int(seats[0])):
            return [(entries[0], entries[1:])]
        if len(entries) < 3 or any(value is None for value in seats):
            return []
        groups: list[tuple[Entry, Sequence[Entry]]] = []
        at = 0
        while at < len(entries):
            whole, counted, end = seats[at] or 0, 0, at + 1
            while end < len(entries) and counted < whole:
                counted += int(seats[end] or 0)
                end += 1
            if counted != whole or end - at < 3:
                return []
            groups.append((entries[at], entries[at + 1 : end]))
            at = end
        return groups if len(groups) > 1 or self._labels.sort(entries[0].name) is Sort.PLACE else []

    def _shared_out(self, entries: Sequence[Entry], whole: int) -> bool:
        """Whether the seats of a place come to the bare figures of lists behind it: "Marden 16 seats - A 9, B 7"."""
        bare = [one.figures[0] for one in entries[1:] if len(one.figures) == 1 and one.figures[0].unit is None]
        if len(entries) < 3 or len(bare) + 1 < len(entries) or len(entries[0].figures) > 1:
            return False
        lists = sum(self._labels.sort(one.name) is Sort.LIST for one in entries[1:])
        head = self._labels.sort(entries[0].name) in (Sort.PLACE, Sort.UNKNOWN)
        return head and 2 * lists >= len(bare) and sum(figure.value for figure in bare) == whole

    def _group(
        self, head: Entry, members: Sequence[Entry], setting: Setting, line: int, offset: int
    ) -> Iterator[Found]:
        at = span(head.figures[0], line, offset)
        yield Claim(
            "council_size", None, head.name, int(head.figures[0].value), at, Mechanism.LIST, place_from=Origin.ITEM
        )
        inner = replace(setting, scope=setting.scope.with_place(head.name, Origin.ITEM, at), unit=Role.SEATS)
        for entry in members:
            yield from self._entry(entry, inner, line, offset)

    # One entry --------------------------------------------------------------------------------------------------

    def _entry(self, entry: Entry, setting: Setting, line: int, offset: int) -> Iterator[Found]:
        sort = self._labels.sort(entry.name) if entry.name else Sort.UNKNOWN
        if setting.places and sort is Sort.UNKNOWN:
            sort = Sort.PLACE
        counted = {figure.unit for figure in entry.figures}
        glossed = bool(entry.notes) and is_code(entry.notes[0].text.strip())
        if (sort is Sort.PLACE and counted >= {Role.SEATS, Role.VOTES}) or (sort in _GROUPS and glossed):
            sort = Sort.LIST  # "X Council, 10595 votes, 3 seats"; "the Rally of Independents (RNI)"
        for written in entry.figures:
            figure = _with_unit(entry, written, setting)
            at = span(figure, line, offset)
            text = str(figure.value)
            why = self._odd(entry, figure, sort)
            if why:
                yield Unread(text, at, why, figure.value)
            elif sort is Sort.MEASURE and figure.unit is Role.PERCENT and _counts_voters(entry):
                yield self._share_of_voters(figure, setting, at)
            elif sort is Sort.MEASURE:
                yield measure(entry.name, text, figure.value, at, setting.scope, Mechanism.LIST)
            elif not entry.name:
                yield from self._nameless(figure, setting, at)
            else:
                yield from self._figure(entry, figure, sort, setting, at)
        yield from self._people(entry, sort, setting, line, offset)
        for note in entry.notes:
            for figure in note.figures:
                if figure.unit or not figure.year:
                    yield Unread(
                        str(figure.value),
                        span(figure, line, offset),
                        "in brackets, beside the figure itself",
                        figure.value,
                    )

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
            yield Unread(str(figure.value), at, "no list named", figure.value)

    def _figure(self, entry: Entry, figure: Figure, sort: Sort, setting: Setting, at: Span) -> Iterator[Found]:
        unit, sure = self._unit(figure, setting)
        if figure.unit is None and self._stands_for(entry, persons=setting.persons) is not None:
            unit, sure = Role.VOTES, sure and unit is Role.VOTES  # a person has votes, and no number of seats
        value = figure.value
        if unit is Role.PERCENT or unit is Role.TURNOUT:
            yield self._percent(entry, value, sort, setting, at)
            return
        if unit not in _PREDICATES:
            yield Unread(str(value), at, "what it counts is not said", value)
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
        if scope.list is not None and sort is not Sort.LIST:
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
        if setting.guessed:
            certainty, reason = Certainty.PROPOSED, reason or "a run of names and figures within a sentence"
        predicate = _PREDICATES[unit]
        won = setting.won_list is not None and unit is Role.VOTES
        if unit is Role.VOTES and (won or self._stands_for(entry, persons=setting.persons) is not None):
            predicate = "candidate_votes"
        for name in self._names(entry):
            yield Claim(predicate, name, where, int(value), at, Mechanism.LIST, certainty, origin, reason=reason)

    def _unit(self, figure: Figure, setting: Setting) -> tuple[Role | None, bool]:
        """What a figure counts, and whether that is said."""
        if figure.unit:
            return figure.unit, True
        if setting.unit:
            return setting.unit, setting.unit_sure
        if figure.value != int(figure.value):
            return None, False
        return setting.guess or (Role.SEATS if figure.value < _LARGEST_GUESS else Role.VOTES), False

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

    def _stands_for(self, entry: Entry, *, persons: bool = False) -> str | None:
        """The list that a person stands for, in brackets behind the name; None of a list's own gloss or orientation."""
        if not entry.notes or self._labels.sort(entry.name) is Sort.LIST:
            return None
        note = bare_name(entry.notes[0].text)
        roles = self._words.roles_of(fold_words(note))
        if not note or Role.INDEPENDENT in roles or any(char.isdigit() for char in note):
            return None
        if (self._labels.sort(note) is not Sort.LIST and not persons) or self._gloss(entry, note):
            return None
        return note

    def _gloss(self, entry: Entry, note: str) -> bool:
        """Whether a note is an acronym made of the first letters of the name."""
        initials = [word[0] for word in entry.words if word]
        letters = [char for char in note.casefold() if char.isalpha()]
        rest = iter(initials)
        return len(letters) > 1 and all(letter in rest for letter in letters)

    def _people(self, entry: Entry, sort: Sort, setting: Setting, line: int, offset: int) -> Iterator[Found]:
        stands_for = self._stands_for(entry, persons=setting.persons)
        votes = any(self._unit(figure, setting)[0] is Role.VOTES or not figure.unit for figure in entry.figures)
        if setting.won_list is not None and stands_for is None and votes and entry.name:
            at = Span(line, offset + entry.start, offset + entry.end)
            yield from winner(bare_name(entry.name), setting.won_list, setting.scope, at)
            return
        if stands_for is None or not votes or entry.each:
            return
        at = Span(line, offset + entry.start, offset + entry.end)
        name = bare_name(entry.name)
        yield Claim("member_of", name, stands_for, None, at, Mechanism.LIST)
        where, origin, certainty, reason = setting.scope.where
        if setting.won and where is not None:
            yield Claim("won_seat", name, where, None, at, Mechanism.LIST, certainty, origin, reason=reason)


def without_leader(entry: Entry) -> tuple[Entry, str]:
    """An entry without the words that say who leads its list, "X, led by A B"; and the leader, or nothing."""
    table = lexicon()
    if table.opens.keys().isdisjoint(entry.words):
        return entry, ""
    found = [token for token in tokens(entry.name) if token.kind is not TokenKind.MARK]
    keys = [token.key for token in found]
    for at in range(1, len(found)):
        roles, length = table.roles_at(keys, at)
        if Role.LED_BY in roles and at + length < len(found):
            name = entry.name[: found[at].start].rstrip(" ,،;–—-")
            leader = entry.name[found[at + length].start :].strip(" ,،;:–—-")
            return entry._replace(name=name, words=tuple(keys[:at]), end=entry.start + len(name)), leader
    return entry, ""


def head_at(entry: Entry, line: int, offset: int) -> Span:
    """Where the name of an entry stands."""
    return Span(line, offset + entry.start, offset + entry.end)


def winner(name: str, of: str | None, scope: Scope, at: Span) -> Iterator[Claim]:
    """One of the winners of a list: of which list, and where the seat is."""
    if of is not None:
        yield Claim("member_of", name, of, None, at, Mechanism.LIST)
    where, origin, certainty, reason = scope.where
    if where is not None:
        yield Claim("won_seat", name, where, None, at, Mechanism.LIST, certainty, origin, reason=reason)


def _with_unit(entry: Entry, figure: Figure, setting: Setting) -> Figure:
    """A figure with the unit that stands at its place in the entries above, where these have as many figures."""
    if figure.unit is not None or len(entry.figures) != len(setting.units):
        return _beside_share(entry, figure)
    if any(one.unit not in (None, unit) for one, unit in zip(entry.figures, setting.units, strict=True)):
        return figure
    at = next(at for at, one in enumerate(entry.figures) if one.start == figure.start)
    return figure._replace(unit=setting.units[at])


def _beside_share(entry: Entry, figure: Figure) -> Figure:
    """A figure in brackets behind the share of its list, "17.3 percent (101,295)", with votes for its unit."""
    others = [one for one in entry.figures if one.start != figure.start]
    share = len(others) == 1 and others[0].unit is Role.PERCENT and others[0].start < figure.start
    if not share or figure.unit is not None or not figure.bracketed or figure.value < _FEWEST_VOTES:
        return figure
    return figure._replace(unit=Role.VOTES)


def _counts_voters(entry: Entry) -> bool:
    """Whether a measure is of those who voted, and no share."""
    roles = {role for _, _, found in lexicon().phrases(entry.words) for role in found}
    return Role.VOTERS in roles and not roles & {Role.TURNOUT, Role.COUNTED}


def notes_of(entries: Sequence[Entry]) -> list[Note]:
    """The notes of all entries."""
    return [note for entry in entries for note in entry.notes]


def span(figure: Figure, line: int, offset: int) -> Span:
    """Where a figure stands in its line."""
    return Span(line, offset + figure.start, offset + figure.end)
