"""Where X holds seats, in words: the answer in a sentence, and the answer of each council."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from graph.kinds import Kind
from queries.affiliation.ties import LED, MEMBER, OWN, SHARED
from queries.disputed import Span, Told, sum_of
from queries.plain import Named, Note
from queries.view.evidence import SourceLine
from queries.where.answer import (
    DID_NOT_STAND,
    NO_VOTE,
    NONE,
    SEATS,
    UNKNOWN,
    CouncilAnswer,
    HeldList,
    ListTotal,
    Where,
    counted_lists,
)
from queries.where.decision import ABSENT

from .forms import ENGLISH, Language
from .notes import note_text

if TYPE_CHECKING:
    from queries.then import ListThen

    from .tables import Table

_COUNTED = (OWN, LED, MEMBER)
_HELD = (SEATS, SHARED)
_SEATLESS = (NONE, "stood", "unplaced")  # the words for none: of a list, of one that stood, of a bloc
_List = TypeVar("_List", HeldList, ListTotal)


def where_sentence(answer: Where, language: Language = ENGLISH) -> str:
    """The answer in one sentence."""
    found = answer.subject.candidate
    name, when = language.name(found.id, found.name), language.day(answer.election.date)
    if answer.status == DID_NOT_STAND:
        return language.say("where.did_not_stand", absent=absences(answer, language))
    if answer.status == SHARED:
        joined = [_joined(item, answer, language) for item in answer.lists if item.relation == SHARED]
        return language.say("where.shared", name=name, lists=language.listed(joined, "semicolon"), when=when)
    if answer.status != SEATS:
        if answer.lists or answer.status == NONE:
            return language.say(
                "where.won_none" if answer.status == NONE and answer.lists else "where.none", name=name, when=when
            )
        known = [note_text(note, language) for note in answer.notes if note.code in KNOWN]
        return language.say("where.known" if known else "where.not_known", name=name, when=when, known=" ".join(known))
    relations = [relation for relation in _COUNTED if answer.totals[relation] is not None]
    names = [language.the(found.id, found.name, first=True), *[language.say("where.it", name=name)] * len(relations)]
    parts = [_counted(answer, relation, name, language) for relation, name in zip(relations, names, strict=False)]
    return language.say("where.seats", parts=language.listed(parts, "semicolon"), when=when)


def _counted(answer: Where, relation: str, name: str, language: Language) -> str:
    """What X won on the lists of one relation."""
    lists = [item for item in answer.lists if item.relation == relation]
    councils = {c.id for c in answer.provinces for held in c.lists if held.relation == relation}
    house = answer.election.body is not None
    if relation == MEMBER:
        named = language.listed(f"{language.name(i.id, i.name)} {_number(i, language)}" for i in lists)
    elif len(lists) == 1:
        named = language.the(lists[0].id, lists[0].name)
    else:
        each = (f"{language.the(i.id, i.name)} ({_number(i, language)})" for i in lists)
        named = language.listed(each, "and")
    told = sum_of(item.told for item in lists)
    places = _known_in(language.places(len(councils), house, answer.all_places), lists, language)
    return language.say(
        "where.led_several" if relation == LED and len(lists) > 1 else f"where.{relation}",
        name=name,
        count=len(lists),
        lists=named,
        seats=language.seats(told.seats, told.most, answer.all_seats, told.others),
        there=language.say("where.there", councils=places) if councils else "",  # where a source places any
    )


def _number(item: ListTotal, language: Language) -> str:
    return language.number(item.total, item.most, item.others or ())


def _known_in(places: str, lists: Iterable[ListTotal], language: Language) -> str:
    """In how many places lists have seats: "at least 2 constituencies" where some of the seats have no place."""
    known = all(item.placed is None or item.placed >= item.most for item in lists)
    return places if known else language.say("where.known_in", councils=places)


def _joined(item: ListTotal, answer: Where, language: Language) -> str:
    subject = answer.subject.named
    itself = item.by == subject.name
    return language.say(
        "where.expected" if item.reported else "where.joined",
        by=language.say("where.it", name=language.name(*subject))
        if itself
        else language.name(item.by_id or "", item.by or ""),
        list=language.name(item.id, item.name),
        won=Span(item.total, item.most),
    )


def absences(answer: Where, language: Language = ENGLISH) -> str:
    """Who of those that the answer is about boycotted the election or was barred from it."""
    absent = (note_text(note, language).rstrip(".") for note in answer.notes if note.code in _ABSENT)
    return language.listed(absent, "semicolon")


_ABSENT = frozenset(code for codes in ABSENT.values() for code in codes)
# What the sentence says where no list is known.
KNOWN = frozenset({"no_list", "no_member", "at_the_vote", "known_lists", "known_members", "known_offices"})
_OF_NUMBERS = frozenset({"members_listed", "preliminary_count"})


def unsaid(answer: Where, notes: Sequence[Note]) -> list[Note]:
    """The notes on an answer that its sentence does not say."""
    said = _ABSENT if answer.status == DID_NOT_STAND else KNOWN if answer.listless else frozenset()
    return [note for note in notes if note.code not in said]


def unsaid_beside(answer: Where) -> list[Note]:
    """Those on an answer that stands beside others: where no list is known no number is shown, nor what marks it."""
    marking = _OF_NUMBERS if answer.listless else frozenset()
    return [note for note in unsaid(answer, answer.notes) if note.code not in marking]


def total_words(answer: Where, language: Language = ENGLISH) -> str:
    """How many seats in how many councils: "at least 35 seats in 10 councils"; seats alone where none has a place."""
    lists, total = counted_lists(answer.lists), answer.total or 0
    held = {item.id for item in lists}
    number = sum(any(item.id in held for item in council.lists) for council in answer.provinces)
    seats = language.seats(total, total, None, answer.others)
    if not number:
        said = language.say("history.at_least", seats=seats) if answer.minimum else str(seats)
    else:
        councils = _known_in(language.places(number, answer.election.body is not None), lists, language)
        said = language.say("where.at_least" if answer.minimum else "where.total", seats=seats, councils=councils)
    return and_led(said, answer.lists, language)


def and_led(seats: str, lists: Sequence[ListTotal] | Sequence[ListThen], language: Language = ENGLISH) -> str:
    """The seats of X on lists of its own, and beside them those on lists that it leads: they are never added."""
    led = sum_of(Told(item.total, item.most, item.others or ()) for item in lists if item.relation == LED)
    own = any(item.relation == OWN for item in lists)
    return language.say("total.led", seats=seats, led=language.number(*led)) if own and led.most else seats


def summary_words(answer: Where, language: Language = ENGLISH) -> str:
    """The whole answer in a few words: how many seats in how many councils, else its status."""
    return total_words(answer, language) if answer.status == SEATS else language.say(f"status.{answer.status}")


class CellWords(NamedTuple):
    """The answer of one council in words: `sign` for narrow places, `head` in short, `whole` with all numbers.

    `through` names the lists that the seats are counted through, where they are not on X's own list alone. `mark`
    stands behind a number or a name where that rests on a preliminary count (`preliminary.mark`), or where the size of
    the council is worked out from its seats (`size.mark`).
    `listed`: the number is that of a list of members, marked "~", and none that was won (`sitting.members`).
    """

    sign: str
    head: str
    whole: str
    through: str = ""
    mark: str = ""
    listed: bool = False


def cell_words(council: CouncilAnswer, answer: Where, language: Language = ENGLISH) -> CellWords:
    """What the answer says of one council."""
    mark = place_mark(council, language)
    if council.status in _HELD or council.members:
        said = _cell_words(council, answer, language)
        return said._replace(mark=mark) if mark else said
    status = council.status
    if status == NONE:
        status = "stood" if council.stood else "unplaced" if answer.subject.candidate.kind is Kind.BLOC else NONE
    perhaps = council.perhaps if status == UNKNOWN else None
    return _seatless_words(language.code, status, council.council_size, perhaps, mark)


@lru_cache(4096)  # of most councils nothing else is said
def _seatless_words(code: str, status: str, size: int | None, perhaps: int | None, mark: str) -> CellWords:
    """The words of a council where X has no seat, or nobody knows of any; they name nobody."""
    language = Language(code)
    head = language.say(f"status.{status}")
    if status in _SEATLESS:
        return CellWords("", head, language.say(f"status.{status}_of", size=size) if size else head, mark=mark)
    if perhaps is not None:
        sign, head = (language.say(key, perhaps=perhaps, size=size) for key in ("letters.span", "status.span"))
        whole = language.say("status.span_of", perhaps=perhaps, size=size) if size else head
        return CellWords(sign, head, whole, mark=mark)
    return CellWords(language.say(f"letters.{status}"), head, head, mark=mark)


def place_mark(council: CouncilAnswer, language: Language = ENGLISH) -> str:
    """What stands behind a number or a name that rests on a preliminary count, or on a size worked out from seats."""
    return language.mark(council) + (language.say("size.mark") if council.size_inferred else "")


def _cell_words(council: CouncilAnswer, answer: Where, language: Language) -> CellWords:
    size = council.council_size
    if council.status != SEATS and council.members:
        return _listed_words(council, language)
    if council.status == SEATS:
        seats, most = council.seats or 0, council.most or 0
        share = language.share(seats, most, size) or language.say("size.unknown")
        others = council.others
        whole = language.listed((language.seats(seats, most, size, others), share))
        through = _through(council, answer, language)
        if council.partly and (council.members or 0) > most:  # what is stated is of some of X's lists alone
            return _listed_words(council, language, whole)._replace(through=through)
        sign, head = language.number(seats, most, others), language.of(seats, most, size, others)
        return CellWords(sign, head, whole, through)
    head = language.say("status.shared")
    lists = language.listed(
        f"{language.name(item.id, item.name)} {language.of(item.seats, item.most, size, item.others)}"
        for item in council.lists
    )
    return CellWords(language.say("letters.shared"), head, f"{head}: {lists}")


def _listed_words(council: CouncilAnswer, language: Language, *stated: str) -> CellWords:
    """What a list of members says of one council, behind what is `stated` of it."""
    number, mark = council.members or 0, language.say("members.mark")
    named = f"{language.seats(number, number, council.council_size)} ({language.say('sitting.members')})"
    whole = language.listed((*stated, named), "semicolon")
    return CellWords(f"{number}{mark}", language.of(number, number, council.council_size) + mark, whole, listed=True)


def lists_words(answers: Sequence[Where], language: Language = ENGLISH) -> str:
    """Through which lists X is answered about several bodies: "X leads A and B (2023).", or the name alone.

    A list that X led at an older vote and not at the newest has its year: another may lead it since.
    """
    name = language.name(*answers[0].subject.named)
    led: dict[str, tuple[ListTotal, str]] = {}  # each with its newest vote, in the order of the answers
    for one in answers:
        for item in (item for item in one.lists if item.relation == LED):
            led[item.id] = item, max(one.election.date, led[item.id][1] if item.id in led else "")
    if not led or any(item.relation == OWN for one in answers for item in one.lists):
        return f"{name}."
    newest = max(one.election.date for one in answers)
    named = (
        language.the(item.id, item.name) + ("" if vote == newest else f" ({vote[:4]})") for item, vote in led.values()
    )
    return language.say("sitting.leads", name=name, lists=language.listed(named, "and"))


def brief_words(council: CouncilAnswer, answer: Where, language: Language = ENGLISH) -> str:
    """What stands in a narrow column: "9 of 52", "3 of 19~" by a list of members, else its status in a word."""
    said = cell_words(council, answer, language)
    return said.head + said.mark if council.status == SEATS or said.listed else said.sign or said.head


def span_words(council: CouncilAnswer, language: Language = ENGLISH) -> str:
    """At most how many seats X has where that is unknown, "0 to 12"; with 0~ where a list of members has none of X."""
    span = "" if council.perhaps is None else language.say("letters.span", perhaps=council.perhaps)
    listed = f"{language.number(0, 0)}{language.say('members.mark')}" if span and council.members == 0 else ""
    return language.listed(filter(None, (span, listed)))


def marks_words(language: Language = ENGLISH) -> dict[str, str]:
    """What the marks of `brief_words` mean."""
    marks = {"members.mark": "sitting.members", "size.mark": "size.inferred"}
    return {language.say(mark): language.say(words) for mark, words in marks.items()}


def remarks(council: CouncilAnswer, language: Language = ENGLISH) -> str:
    """What the marks of a cell mean, in brackets behind its words; nothing where it has none."""
    counted = [language.say("standing.preliminary")] if council.preliminary else []
    sized = [language.say("size.inferred")] if council.size_inferred else []
    said = language.listed((*counted, *sized), "semicolon")
    return f" ({said})" if said else ""


def council_words(council: CouncilAnswer, answer: Where, language: Language = ENGLISH) -> str:
    """What the answer says of one council; where it has several lists, with those that seats are counted through."""
    return through_words(cell_words(council, answer, language), answer)


def through_words(said: CellWords, answer: Where) -> str:
    """These words; where the answer has several lists, with those that seats are counted through."""
    several = said.through and len(counted(answer.lists)) > 1
    return f"{said.whole} ({said.through})" if several else said.whole


def no_vote_words(language: Language = ENGLISH) -> CellWords:
    """What is said of a province that held no vote."""
    return _seatless_words(language.code, NO_VOTE, None, None, "")


def _through(council: CouncilAnswer, answer: Where, language: Language) -> str:
    held = counted(council.lists)
    if all(item.id == answer.subject.candidate.id for item in held):
        return ""
    return language.listed(
        language.name(item.id, item.name)
        + (f" {language.number(item.seats, item.most, item.others)}" if len(held) > 1 else "")
        for item in held
    )


def counted(lists: Iterable[_List]) -> list[_List]:
    """The lists whose seats an answer counts: its own, or those it leads or that are placed in it."""
    return [item for item in lists if item.relation != SHARED]


def cited(answer: Where) -> list[SourceLine]:
    """The sources that its sentence rests on: of the councils with the status it tells of."""
    told = {source for item in answer.provinces if item.status == answer.status for source in item.sources}
    return [source for source in answer.sources if source.id in told]


def where_table(answer: Where, language: Language = ENGLISH) -> Table:
    """Each province with what the answer says of it, those without a vote last."""
    from .tables import Column, Table, named  # a sentence alone needs none

    def lists(row: CouncilAnswer | Named) -> list[str]:
        held = row.lists if isinstance(row, CouncilAnswer) else ()
        return [f"{item.id} {item.relation} {language.number(item.seats, item.most, item.others)}" for item in held]

    def known(name: str, otherwise: str | None = None) -> Column:
        return Column(name, None, lambda row: getattr(row, name, otherwise))

    def said(row: CouncilAnswer | Named) -> str:
        if not isinstance(row, CouncilAnswer):
            return no_vote_words(language).whole
        return council_words(row, answer, language) + remarks(row, language)

    names = ("seats", "most", "council_size", "accounted", "standing", "disputed")
    status = Column("status", language.say("seats"), lambda row: getattr(row, "status", NO_VOTE), said)
    columns = [status, *map(known, names), Column("lists", None, lists), known("sources")]
    if answer.members is not None:
        columns.append(known("members"))
    named_columns = named(language, "province", id="province")
    rows = (*answer.provinces, *answer.no_vote)
    return Table([*named_columns, *columns], rows, link=lambda row: ("who", row.id))
