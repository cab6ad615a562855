"""Words to a question: what is asked comes from the table of question words, of whom from the names of the graph."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from graph.errors import CannotAnswerError
from graph.kinds import BODIES, ELECTIONS, HOLDERS, PROVINCES, Kind
from graph.spelling import words
from queries.view import GraphView

from .. import register
from ..register import PLACES, QUESTIONS, usual
from .question_names import Said, guessed, named, tagged
from .question_times import asked_of, date_of, when
from .question_words import Word, split, vocabulary

_EVERYTHING = frozenset(Kind)
_PAGES = {"sources": _EVERYTHING & frozenset(), "map": frozenset(), "entity": _EVERYTHING, "network": HOLDERS}
_OF_TIES = ("leaders", "parts", "allies", "members")  # of two names, these ask how the two are tied
_PLAIN = ("where", "who")  # what words ask that also stand in other questions: "seats", "won"
_OF_COUNCILS = ("influence",)  # of a name and a council, these ask about the council
_OFFICE, _MONTH, _ELECTION, _WEAK = "office ", "month ", "election ", "?"
_BEYOND = "none"  # what no data here can answer: the future, opinions, whether a vote was fair
_SEVERAL = "several"  # in the place of kinds: only of two names or more
_LOST = 2  # words without a part in a question from which on a guess at a name is none


@dataclass(frozen=True, slots=True)
class Question:
    """A page and what it is asked about, by names as they were written; without a name a page about all.

    `options` are its election or day and its body; `unread` the words that had no part in how it was read.
    """

    page: str
    names: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()

    @property
    def name(self) -> str | None:
        """The first name."""
        return self.names[0] if self.names else None

    @property
    def province(self) -> str | None:
        """The province beside a name."""
        return self.names[1] if len(self.names) > 1 else None


def is_arabic(text: str) -> bool:
    """Whether a text is written in Arabic letters, all or in part."""
    return any(unicodedata.bidirectional(char) == "AL" for char in text)


def read(text: str, graph: GraphView) -> Question:
    """The question that a text asks; a name that is not known stays as it was written, for the page to say so.

    Raises CannotAnswerError with the error "question" for a text in which no question and no name is found.
    """
    whole = text.strip().strip("?؟!. ")
    if whole and (found := named(Word(whole, " ".join(words(whole))), 0, 1, graph.resolver)):
        return _decide(graph, whole, [], [found], [], [])
    if graph.resolver.resolve(whole, ELECTIONS).candidates:
        return Question("entity", (whole,))
    said = split(text)
    phrases, names, left = tagged(said, graph.resolver)
    sure = list(names)
    left = guessed(said, phrases, names, left, graph.resolver)
    if len(left) >= _LOST and names != sure:
        left = sorted(
            {*left, *(at for name in names if name not in sure for at in range(name.start, name.start + name.length))}
        )
        names = [name for name in names if name in sure]
    dates = [date for at in left if (date := date_of(said[at].plain))]
    unread = [said[at].text for at in left if not date_of(said[at].plain)]
    return _decide(graph, whole, [phrase.means for phrase in phrases], names, dates, unread)


def _as_body(name: Said, graph: GraphView) -> Said:
    """A name that may be several holders' and is a word in the name of one body alone, as this body: "Kurdistan"."""
    if name.places or name.offices or not name.holders or name.holders.entity:
        return name
    said = set(words(name.text))
    bodies = [body.name for body in graph.of_kind(Kind.BODY) if said <= set(words(body.name))]
    return name._replace(holders=None, places=graph.resolver.resolve(bodies[0], BODIES)) if len(bodies) == 1 else name


def meant(row: register.Question, text: str, graph: GraphView) -> Question | None:
    """What is meant where a question about holders is asked with a province, or the other way round, or with both.

    None where the text names nothing, or what the question is about.
    """
    if row.about not in (HOLDERS, PLACES) or any(item.several for item in row.names):
        return None
    try:
        found = read(text, graph)
    except CannotAnswerError:
        return None
    known = found.name and graph.resolver.ask(found.name, _EVERYTHING).candidates
    asks = found.page in ("where", "who", "why") and not found.options and not found.unread
    return found if known and asks and found.page != row.name else None


# --- What is asked ------------------------------------------------------------------------------------


class _About(NamedTuple):
    """The names of a question, each once, as what they are taken for."""

    holders: list[Said]
    places: list[Said]
    offices: list[Said]

    @property
    def all(self) -> list[Said]:
        """All of them, in the order of the question."""
        return sorted({*self.holders, *self.places, *self.offices}, key=lambda name: name.start)


def _decide(
    graph: GraphView, whole: str, means: Sequence[str], names: list[Said], dates: list[str], unread: list[str]
) -> Question:
    """The question that these phrases and names make."""
    order = vocabulary().order
    asked = sorted({item for item in means if not item.startswith((_MONTH, _ELECTION))}, key=order.__getitem__)
    asked = [item for item in asked if item]
    if not any(item.startswith(_OFFICE) for item in asked):
        names = [_as_body(name, graph) for name in names]
    about = _sorted(names, asked)
    if _BEYOND in asked:
        raise _not_understood(whole, about)
    roles = [item.removeprefix(_OFFICE) for item in asked if item.startswith(_OFFICE)]
    asked = [item for item in asked if not item.startswith(_OFFICE)]
    bodies = [place.id for name in about.places if (place := name.place) and place.kind in BODIES]
    months = [item.removeprefix(_MONTH) for item in means if item.startswith(_MONTH)]
    said = when(dates, months, (item for item in means if item.startswith(_ELECTION)), bodies)
    named = [name.text for name in about.places if name.kinds <= BODIES]
    here = [place.id for name in about.places if (place := name.place) and place.kind in PROVINCES]
    time = asked_of(graph, said, here)
    if len(said.years) > 1 and "compare|history" in order and not _two(about):
        asked = ["compare|history", *asked]
    if roles or (about.offices and not about.holders):
        found = _office(graph, roles, about, unread)
        if found is not None:
            return _timed(replace(found, unread=tuple(unread)), time, said.dates, named)
    sure = [item for item in asked if not (unread and item.endswith(_WEAK))]
    alternatives = [item.removesuffix(_WEAK).split("|") for item in sure]
    firsts = (item.split("|")[0] for item in sure if not item.endswith(_WEAK))
    chosen = [page for page in firsts if page not in _PLAIN]  # before what stands in for one that cannot be asked
    for page in (*chosen, *chain.from_iterable(alternatives)):
        found = _asks(page, about)
        if found is not None:
            return _timed(replace(found, unread=tuple(unread)), time, said.dates, named)
    if about.all and not unread:
        return _timed(replace(_usual(about), unread=tuple(unread)), time, said.dates, named)
    if roles:
        raise _not_understood(whole, about)
    return _nameless(whole, sure, about, time, said.dates, unread)


def _sorted(names: Iterable[Said], asked: Sequence[str]) -> _About:
    """What each name is taken for: a holder first, or a place where places are asked about; each entity once."""
    places_first = (
        bool(asked) and asked[0].split("|")[0] in QUESTIONS and QUESTIONS[asked[0].split("|")[0]].about == PLACES
    )
    found = _About([], [], [])
    seen: set[tuple[str, ...]] = set()
    for name in names:
        ways = [(found.holders, name.holders), (found.places, name.places), (found.offices, name.offices)]
        if places_first:
            ways[0], ways[1] = ways[1], ways[0]
        group, read = next((group, read) for group, read in ways if read)
        ids = tuple(item.id for item in read.candidates)
        if ids not in seen:
            seen.add(ids)
            group.append(name)
    return found


def _two(about: _About) -> bool:
    return len(about.holders) > 1


def _asks(page: str, about: _About) -> Question | None:
    """The question of this page about these names; None where it cannot be asked about them."""
    page, _, only = page.partition("@")
    texts, places = [name.text for name in about.holders], [name.text for name in about.places]
    if only == _SEVERAL:
        only = ""
        if not _two(about):
            return None
    if page in _OF_TIES and _two(about):
        return Question("path", tuple(texts[:2]))
    if page in ("where", "who") and _two(about):
        return Question("compare", tuple(texts))
    if page == "who" and texts and not _province(about):
        return None
    if page in ("where", "who") and texts and (beside := _province(about)):
        return Question("why", (texts[0], beside))
    if page not in QUESTIONS:
        kinds = _PAGES[page]
        fits = [name.text for name in about.all if name.kinds & kinds]
        return Question(page, tuple(fits[:1])) if bool(fits) == bool(kinds) and not (about.all and not kinds) else None
    row = QUESTIONS[page]
    if not row.names:
        return Question(page) if not about.all or _bodies_only(about) else None
    if row.names[-1].several:
        more = {"body": places[0]} if places and any(item.name == "body" for item in row.options) else {}
        return Question(page, tuple(texts), more) if len(texts) >= row.fewest else None
    if page == "path":
        tied = [name.text for name in (*about.holders, *about.offices)]
        return Question(page, tuple(tied[:2])) if len(tied) > 1 else None
    wanted = {Kind(kind) for kind in only.split("+")} if only else row.about
    groups = (about.places, about.holders) if row.about == PLACES or page in _OF_COUNCILS else (*about,)
    fits = [name.text for group in groups for name in group if name.kinds & wanted]
    if page == "why" and fits:
        beside = _province(about)
        return Question(page, (fits[0], *([beside] if beside and about.holders else ())))
    if fits:
        return Question(page, (fits[0],))
    return Question(page) if not row.needs_name and not about.all else None


def _province(about: _About) -> str | None:
    """The first name that is one province."""
    provinces = (name.text for name in about.places if (place := name.place) and place.kind in PROVINCES)
    return next(provinces, None)


def _bodies_only(about: _About) -> bool:
    """Whether only bodies are named, which say of what an election is."""
    return not about.holders and not about.offices and all(name.kinds <= BODIES for name in about.places)


def _usual(about: _About) -> Question:
    """What names ask by themselves."""
    texts = [name.text for name in about.holders]
    if _two(about):
        return Question("compare", tuple(texts))
    beside = _province(about)
    if texts and beside:
        return Question("why", (texts[0], beside))
    if texts:
        return Question("offices" if about.offices else "where", (texts[0],))
    first = about.all[0]
    if about.places:
        return Question(usual(Kind.PROVINCE), (first.text,))
    return Question("offices", (first.text,))


def _office(graph: GraphView, roles: Sequence[str], about: _About, unread: list[str]) -> Question | None:
    """Who holds an office: one that is named whole, or by the words of its name and the place that it is of."""
    offices = graph.of_kind(Kind.OFFICE)
    if not roles:
        return Question("offices", (about.offices[0].text,))
    said = {word for role in roles for word in words(role)}
    places = [place for name in about.places if (place := name.place)]
    wanted = said | {word for place in places[:1] for word in words(place.name)}
    context = _context(graph)
    unsure = [name.text for name in about.holders if name.holders and not name.holders.entity]
    known = {word for office in offices for word in words(office.name)}
    rest = {word for text in (*unread, *unsure) for word in known.intersection(words(text)) or _of_body(graph, text)}
    rest &= known
    unread[:] = [text for text in unread if not set(words(text)) <= rest | context]
    wanted |= rest
    near = sorted(
        (len(rest - set(words(office.name))), len(set(words(office.name)) - wanted), office.id)
        for office in offices
        if wanted <= set(words(office.name)) | context
    )
    if near and not unread and (len(near) == 1 or near[0][:2] < near[1][:2]):
        return Question("offices", (near[0][2],))
    if about.places:
        return Question("offices", (about.places[0].text,))
    return Question("offices", (about.holders[0].text,)) if about.holders else None


def _context(graph: GraphView) -> set[str]:
    """Words in the names of bodies and elections: they say of which country an office is, which is known."""
    ids = [item.id for kind in (Kind.BODY, Kind.ELECTION) for item in graph.of_kind(kind)]
    return {word for id in ids for name in graph.names_of(id) for word in words(name)}


def _of_body(graph: GraphView, text: str) -> set[str]:
    """The words that only the names of one body have and that ask nothing, where this text is one, in any language."""
    of_each = [{word for name in graph.names_of(body.id) for word in words(name)} for body in graph.of_kind(Kind.BODY)]
    for body in of_each:
        alone = body.difference(*(other for other in of_each if other is not body))
        if alone.issuperset(words(text)):
            return {word for word in alone if vocabulary().phrase([word], 0, 1) is None}
    return set()


def _timed(found: Question, time: Mapping[str, str], dates: Sequence[str], bodies: Collection[str] = ()) -> Question:
    """The question with the election or day that was named, as far as it takes one."""
    row = QUESTIONS.get(found.page)
    takes = {"election": row is None or row.election, "as_of": row is not None and row.dated}
    options = {key: value for key, value in time.items() if takes[key]}
    if dates and takes["as_of"] and not takes["election"]:
        options = {"as_of": dates[0]}
    if not dates and not set(found.names).isdisjoint(bodies):
        options.pop("election", None)  # a body that is asked about is asked of its last election
    lost = tuple(dates) if dates and not options and found.page != "history" else ()
    return replace(found, options={**options, **found.options}, unread=(*found.unread, *lost))


def _nameless(
    whole: str,
    asked: Sequence[str],
    about: _About,
    time: Mapping[str, str],
    dates: Sequence[str],
    unread: list[str],
) -> Question:
    """A question that names nothing known: its form, or the name as it was written. Raises CannotAnswerError."""
    pages = [page.partition("@")[0] for item in asked for page in item.removesuffix(_WEAK).split("|")]
    alone = next((page for page in pages if page in QUESTIONS and not QUESTIONS[page].names), None)
    if alone and not about.all:
        return _timed(Question(alone, unread=tuple(unread)), time, dates)
    asks = next((page for page in pages if page in QUESTIONS), None)
    if unread and not about.all and " ".join(unread) in " ".join(word.text for word in split(whole)):  # words in a row
        return Question(asks or "where", (" ".join(unread),))
    if asks and not unread:
        return Question(asks)
    raise _not_understood(whole, about)


def _not_understood(whole: str, about: _About) -> CannotAnswerError:
    """The error of a text that asks nothing that can be answered, with what it names."""
    hint = f"{whole[:80]!r} is not understood as a question."
    candidates = [item for name in about.all for found in name[3:] if found for item in found.candidates]
    rows = [{"id": item.id, "kind": item.kind.value, "name": item.name} for item in candidates[:8]]
    return CannotAnswerError(hint, {"asked": whole, "error": "question", "candidates": rows, "hint": hint})
