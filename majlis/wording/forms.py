"""The forms that words take in each language: numbers and what they count, shares, places, dates, names, sources."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, Self

from graph.kinds import Value
from queries.disputed import Span, Told

from .messages import LANGUAGES, USUAL, messages, say, words

if TYPE_CHECKING:
    from queries.view.evidence import SourceLine

_ISOLATE, _POP = "\u2068", "\u2069"
_ISOLATES = dict.fromkeys(range(0x2066, 0x206A))
_AGAINST = {"ltr": frozenset({"R", "AL"}), "rtl": frozenset({"L"})}
_OF = frozenset(["Union", "Council"])  # English names that want an article have one of these before "of"
# or end with one of these words.
_TAKES_THE = frozenset(
    [
        *("Coalition", "Alliance", "Party", "Movement", "Front", "Union", "Forces", "Framework", "Bloc"),
        *("Organization", "Council", "Parliament", "Assembly"),
    ]
)


def isolate(text: str, within: str = "ltr") -> str:
    """A text that runs against the line around it, in part or whole, kept from turning that; `within`: how it runs."""
    if within == "ltr" and text.isascii():
        return text
    text = text.translate(_ISOLATES)  # a document's own could end ours
    against = _AGAINST[within]
    if not any(unicodedata.bidirectional(char) in against for char in text):
        return text
    return f"{_ISOLATE}{text}{_POP}"


def percent(part: int, whole: int) -> str:
    """A share as a percentage, rounded half up to one digit: 5 of 16 is 31.3%."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}%"


def value_text(value: Value) -> str:
    """A value as text: 42.0, which stands beside 45.6 in a list of one type, is 42."""
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _english(number: int) -> int:
    return 0 if number == 1 else 1


def _arabic(number: int) -> int:
    rest = number % 100
    return number - 1 if number in (1, 2) else 2 if 3 <= rest <= 10 else 3 if rest >= 11 else 4


def _english_place(number: int) -> int:
    return 3 if number % 100 in (11, 12, 13) else {1: 0, 2: 1, 3: 2}.get(number % 10, 3)


# Which of a message's forms goes with a number (Unicode CLDR, plural rules), and with a place: 1st, 2nd.
_COUNTING = {"en": _english, "ar": _arabic}
_PLACING: dict[str, Callable[[int], int]] = {"en": _english_place, "ar": lambda number: number - 1}
_NAMED = 2  # other numbers that are named one by one
_FEW = 3  # a number that goes with a form that has a place for it, in every language
_LONG = 1_000_000  # from here on the digits of a number stand in threes

Names = Callable[[str, str], str]  # an id and a usual name -> the name in a language


class Citation(NamedTuple):
    """A source in a line: its words, and its address if it has one."""

    words: str
    address: str | None

    def __str__(self) -> str:
        return self.words + (f" <{self.address}>" if self.address else "")


class _Preliminary(Protocol):
    """What says of itself whether it rests on a preliminary count."""

    @property
    def preliminary(self) -> bool: ...


class _Placed(Protocol):
    """What has a place by seats, None where it is open, and shares it with others."""

    @property
    def rank(self) -> int | None: ...
    @property
    def tied_with(self) -> Sequence[str]: ...


class _Marked(_Preliminary, Protocol):
    """A number of seats with all that is said of it, as `queries.disputed.Told` has it."""

    @property
    def seats(self) -> int: ...
    @property
    def most(self) -> int: ...
    @property
    def others(self) -> tuple[int, ...]: ...


class Counted(str):
    """A number with the noun it counts, which a message may want in its oblique form: "{seats:oblique}"."""

    __slots__ = ("oblique",)
    oblique: str

    def __new__(cls, text: str, oblique: str) -> Self:
        """A text with its oblique form."""
        found = super().__new__(cls, text)
        found.oblique = oblique
        return found

    def __format__(self, form: str) -> str:
        return self.oblique if form == "oblique" else format(str(self), form)


class _Number:
    """A number in a message: "{seats}" is 9, or "8 or 9"; "{seats:seat}" counts a noun of `count.*`: "9 seats".

    The noun's own words may hold the message's other values: "9 of 52 seats".
    """

    __slots__ = ("language", "least", "most", "values")

    def __init__(self, language: Language, least: int, most: int, values: dict[str, object]) -> None:
        self.language, self.least, self.most, self.values = language, least, most, values

    def __format__(self, form: str) -> str:
        noun, _, case = form.partition(".")
        if f"count.{noun}" in messages():
            values = {name: value for name, value in self.values.items() if name not in _OWN}
            return format(self.language.counted(noun, self.least, self.most, (), **values), case)
        return format(self.least, form) if form else self.language.number(self.least, self.most)


_OWN = frozenset({"noun", "least", "most", "others", "n"})  # what `counted` takes itself


class Language(NamedTuple):
    """A language that answers are said in; `names` gives the names of the graph in it."""

    code: str
    names: Names = lambda _, name: name

    def say(self, key: str, **values: object) -> str:
        """The words of a key, with these values in their places; a number may count a noun there (`_Number`)."""
        if not values:
            return say(self.code, key)
        return say(self.code, key, **{name: self._number(value, values) for name, value in values.items()})

    def _number(self, value: object, values: dict[str, object]) -> object:
        if isinstance(value, Span):
            return _Number(self, value.seats, value.most, values)
        return _Number(self, value, value, values) if type(value) is int else value

    def isolate(self, text: str) -> str:
        """A text that is not of this language, kept from turning the line around it."""
        return isolate(text, LANGUAGES[self.code])

    def name(self, id: str, name: str) -> str:
        """A name, kept from turning the line around it."""
        return self.isolate(self.names(id, name))

    def component(self, text: str) -> str:
        """The name of a component that seats are reserved for, where it has words; else as its source writes it."""
        return words(self.code, self.isolate(text), f"component.{'_'.join(text.lower().split())}")

    def the(self, id: str, name: str, *, first: bool = False) -> str:
        """A name with its article where the language wants one; `first` in a sentence."""
        text = self.names(id, name)
        parts = text.split(" (", maxsplit=1)[0].split(" ")
        wants = parts[-1] in _TAKES_THE or (len(parts) > 2 and "of" in parts[1:3] and not _OF.isdisjoint(parts[:2]))
        if not wants or parts[0].lower() == "the":
            return self.isolate(text)
        return self.say("the.first" if first else "the", name=self.isolate(text))

    def more(self, number: int) -> str:
        """How many more there are, "+5": a sign before a number would stand behind it in a line from right to left."""
        return f"+{number}" if LANGUAGES[self.code] == "ltr" else f"{_ISOLATE}+{number}{_POP}"

    def listed(self, items: Iterable[str], between: str = "comma") -> str:
        """Several things, one after the other; `between` is the key of what stands between them ("A, B and C")."""
        *earlier, last = [*items] or [""]
        if not earlier:
            return last
        if between in ("and", "or"):
            return self.say(between).join((self.say(f"{between}.earlier").join(earlier), last))
        return self.say(between).join((*earlier, last))

    def number(self, least: int, most: int, others: Iterable[int] = ()) -> str:
        """A number, "8"; where it is disputed "8 or 9", or "8 to 10" with more than one step between.

        What sources say besides the one that counts stands behind it: "26 or 27"; where that is much, as its two ends.
        From a million on its digits stand in threes.
        """
        number = self._span(least, most, lambda n: f"{n:,}" if n >= _LONG else str(n))
        if not (others := tuple(others)):
            return number
        if len(others) > _NAMED:
            ends = Told(least, most, others).ends
            return self.say("number.otherwise", number=number, least=ends.seats, most=ends.most)
        return self.listed((number, *(self.number(other, other) for other in others)), "or")

    def seats_told(self, told: _Marked, size: int | None = None) -> str:
        """The seats of a list without the word, marked where they rest on a preliminary count: "9 of 12^"."""
        return self.of(told.seats, told.most, size, told.others) + self.mark(told)

    def mark(self, told: _Preliminary) -> str:
        """What stands behind a number that rests on a preliminary count; the note `preliminary_count` says so."""
        return self.say("preliminary.mark") if told.preliminary else ""

    def share(self, least: int, most: int, size: int | None) -> str:
        """The part of a council, "15.4%" or "15.4% or 17.3%"; nothing while its size is not known."""
        if not size:
            return ""
        return self._span(least, most, lambda part: percent(part, size))

    def _span(self, least: int, most: int, shown: Callable[[int], str]) -> str:
        """A number, or what it may be: "8 or 9"; "8 to 10" with more than one step between."""
        if least == most:
            return shown(least)
        return shown(least) + self.say("or" if most - least == 1 else "to") + shown(most)

    def counted(
        self, noun: str, least: int, most: int | None = None, others: Sequence[int] = (), **values: Any
    ) -> Counted:
        """A number with the noun it counts, a key of `count.*`: "1 seat", "8 or 9 seats".

        With its oblique form, as it stands behind a preposition or a verb, where `count.*.oblique` has that.
        """
        told = Span(least, least if most is None else most)
        forms, oblique = self.forms(noun), self.forms(f"{noun}.oblique")
        text = self._form(forms, told, others, values)
        return Counted(text, text if oblique == forms else self._form(oblique, told, others, values))

    def forms(self, noun: str) -> list[str]:
        """The forms of a noun of `count.*` in their order; "vote.oblique" falls back on "vote" where it has none."""
        key = f"count.{noun}"
        return messages(self.code)[key if key in messages() else key.removesuffix(".oblique")].split("|")

    def _form(self, forms: list[str], told: Span, others: Sequence[int], values: dict[str, object]) -> str:
        last = others[-1] if others else told.most
        form = _COUNTING[self.code](last if told.seats == last else max(last, _FEW))
        return forms[min(form, len(forms) - 1)].format(n=self.number(*told, others), **values)

    def places(self, number: int, house: bool, size: int | None = None) -> Counted:
        """A number of councils, or of constituencies of a house, of so many if it is said: "10 of 15 councils"."""
        noun = "constituency" if house else "council"
        return self.counted(noun if size is None else f"{noun}_of", number, size=size)

    def seats(self, least: int, most: int, size: int | None = None, others: Sequence[int] = ()) -> Counted:
        """A number of seats, of a council of this size if it is known: "9 of 52 seats", "1 seat"."""
        if not size:
            return self.counted("seat", least, most, others)
        return self.counted("seat_of", least, most, others, size=size)

    def accounted(self, seats: int, size: int | None = None) -> Counted:
        """How many seats are accounted for, of so many if that is known: "1 of 16 seats is accounted for"."""
        return self.counted("accounted_of", seats, size=size) if size else self.counted("accounted", seats)

    def of(self, least: int, most: int, size: int | None, others: Iterable[int] = ()) -> str:
        """A number of seats without the word: "9 of 52", "8 or 9"."""
        number = self.number(least, most, others)
        return self.say("of", seats=number, size=size) if size else number

    def place(self, number: int | None) -> str:
        """A place by seats, "1st"; or that it is open."""
        if number is None:
            return self.say("open")
        forms = messages(self.code)["ordinal"].split("|")
        return forms[min(_PLACING[self.code](number), len(forms) - 1)].format(n=number)

    def placed(self, item: _Placed) -> str:
        """The place by seats, shared or alone: "1st", "joint 4th"."""
        place = self.place(item.rank)
        return self.say("joint.alone", place=place) if item.rank and item.tied_with else place

    def day(self, date: str) -> str:
        """An ISO date for readers: "2023-12-28" is "28 Dec 2023", "2023-12" is "Dec 2023"."""
        return _day(self.code, date)

    def cite(self, source: SourceLine) -> Citation:
        """A source as a line: title, publisher, date; and its address."""
        by = self.isolate(source.publisher) if source.publisher else ""
        if by and source.kind == "relay":
            by = self.say("cite.relayed", by=by)
        date = self.day(source.published) if source.published else self.say("cite.undated")
        added = self.say("cite.added") if source.added else ""
        said = self.listed(part for part in (self.isolate(source.title), by, date, added) if part)
        return Citation(said, source.url)

    def period(self, since: str | None, until: str | None) -> str:
        """From when until when: "5 Feb 2024 to Mar 2025", "since 5 Feb 2024"; nothing where neither is known."""
        if since and until:
            return self.say("between", since=self.day(since), until=self.day(until))
        if since:
            return self.say("since", date=self.day(since))
        return self.say("until", date=self.day(until)) if until else ""


ENGLISH = Language(USUAL)


@lru_cache(1024)
def _day(code: str, date: str) -> str:
    year, *rest = date.split("-")
    parts = [say(code, f"month.{part}") if place == 0 else str(int(part)) for place, part in enumerate(rest)]
    return " ".join([*reversed(parts), year])
