"""Which question its phrases and names ask: the first that they can ask about all that is named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graph.dates import today
from graph.kinds import BODIES, HOLDERS, PROVINCES, Kind
from graph.lexicon import Candidate
from graph.names import Matched
from graph.spelling import words
from queries.prepared import find
from queries.view import GraphView

from ...question import PLACES
from ...register import QUESTIONS, usual
from .asked import About, Question, not_understood
from .facts import FACT, fact_of
from .names import Said
from .offices import country, office_of
from .times import ELECTION, asked_of, when
from .words import BEYOND, split, vocabulary

_EVERYTHING = frozenset(Kind)
_PAGES = {"sources": _EVERYTHING & frozenset(), "map": frozenset(), "entity": _EVERYTHING, "network": HOLDERS}
_OF_TIES = ("leaders", "parts", "allies", "members")  # of two names, these ask how the two are tied
_BESIDE_FACTS = ("where", "who", "why", "entity", "coverage", "sources")  # what may be asked of a fact
_PLAIN = ("where", "who")  # what words ask that also stand in other questions: "seats", "won"
_OF_COUNCILS = ("influence",)  # of a name and a council, these ask about the council
# Of what a page tells each apart: the provinces of a name, the offices of a person, the lists of a council.
_TOLD = {
    **dict.fromkeys(("where", "members", "compare"), ("places",)),
    "offices": ("places", "offices"),
    "influence": ("holders",),
}
OFFICE, _MONTH, _YEAR, _QUERY, _WEAK = "office ", "month ", "year ", "query ", "?"
_SUCCESSION = "offices@office"  # who held an office before or after
# What may be asked of an office or beside it; what else a question asks, "deputy", "first", is of something else.
_OF_OFFICES = frozenset({"offices", "history", "leaders", "entity", "why", *_PLAIN})
_SEVERAL = "several"  # in the place of kinds: only of two names or more


def chosen(
    graph: GraphView, whole: str, means: Sequence[str], names: list[Said], dates: list[str], unread: list[str]
) -> Question:
    """The question that these phrases and names make."""
    order = vocabulary().order
    asked = sorted(
        {item for item in means if not item.startswith((_MONTH, _YEAR, ELECTION, FACT))}, key=order.__getitem__
    )
    asked = [item for item in asked if item]
    around = country(graph)
    if means:
        names = [name for name in names if not _is_country(name, around)]
    if not any(item.startswith(OFFICE) for item in asked):
        names = [_as_body(name, graph) for name in names]
    about = _sorted(names, asked)
    if BEYOND in asked or (_two(about) and any(means.count(item) > 1 for item in asked if _ties(item))):
        raise not_understood(whole, about, unread=unread)  # of two questions at once neither is answered
    roles = [item.removeprefix(OFFICE) for item in asked if item.startswith(OFFICE)]
    asked = [item for item in asked if not item.startswith(OFFICE)]
    bodies = [place.id for name in about.places if (place := name.place) and place.kind in BODIES]
    months = [item.removeprefix(_MONTH) for item in means if item.startswith(_MONTH)]
    here = [place.id for name in about.places if (place := name.place) and place.kind in PROVINCES]
    dates = [*dates, *(_year_ago(item) for item in means if item.startswith(_YEAR))]
    said = when(dates, months, _kinds(means, here), bodies)
    named = [name.text for name in about.places if name.kinds <= BODIES]
    time = asked_of(graph, said, here)
    if len(said.years) > 1 and "compare|history" in order and not _two(about):
        asked = ["compare|history", *asked]

    def timed(found: Question) -> Question:
        return _timed(replace(found, unread=tuple(unread)), time, said.dates, named)

    if roles or (about.offices and not about.holders):
        found = _office(graph, roles, about, unread, _SUCCESSION in asked)
        besides = [
            item for item in asked if item.removesuffix(_WEAK).split("|")[0].partition("@")[0] not in _OF_OFFICES
        ]
        if len(found) > 1 or (found and (besides or (here and not roles))):
            raise not_understood(whole, about, *map(timed, found), unread=unread)
        if found:
            return timed(found[0])
        if not about.all:
            raise not_understood(whole, about, unread=unread)
    unread = [text for text in unread if not around.issuperset(words(text))]
    if facts := [item.removeprefix(FACT) for item in means if item.startswith(FACT)]:
        plainly = not about.holders and all(item.removesuffix(_WEAK).split("|")[0] in _BESIDE_FACTS for item in asked)
        known = fact_of(graph, facts, here, time, said) if plainly else None
        if known is None:  # it is not known of these; of one province the rest is
            rest = [timed(Question(facts[0].split()[1], (about.places[0].text,)))] if len(here) == 1 else []
            raise not_understood(whole, about, *rest, unread=unread)
        return timed(Question(known[0], (known[1],), known[2]))
    sure = [item for item in asked if not (unread and item.endswith(_WEAK))]
    asks = next(filter(None, (_asks(page, about) for page in _pages(sure))), None)
    if asks is None and about.all and not unread:
        if sure:  # what is asked cannot be asked of these
            raise not_understood(whole, about, _usual(about))
        asks = _usual(about)
    if asks is None and not roles:
        return _nameless(whole, sure, about, time, said.dates, unread)
    if asks is None or _leaves_out(timed(asks), about):
        raise not_understood(whole, about, *([timed(asks)] if asks else []), unread=unread)
    return timed(asks)


def _kinds(means: Sequence[str], here: Collection[str]) -> list[str]:
    """Of which kinds the election is; a word that also says of what sort a place is counts beside one, and alone."""
    said = [item for item in means if item.startswith(ELECTION)]
    plainly = [item for item in said if not item.endswith(_WEAK)]
    return plainly or [item.removesuffix(_WEAK) for item in said if here]


def _year_ago(item: str) -> str:
    """The year that a meaning is so many years ago."""
    return str(int(today()[:4]) - int(item.removeprefix(_YEAR)))


def _pages(asked: Sequence[str]) -> Iterator[str]:
    """The pages that these meanings ask for: the first of each before what stands in for one that cannot be asked."""
    firsts = (item.split("|")[0] for item in asked if not item.endswith(_WEAK))
    yield from (page for page in firsts if page not in _PLAIN)
    for item in asked:
        yield from item.removesuffix(_WEAK).split("|")


def _ties(item: str) -> bool:
    """Whether a meaning asks of a name how it is tied."""
    return item.partition("|")[0].partition("@")[0] in _OF_TIES


def _leaves_out(found: Question, about: About) -> bool:
    """Whether a name of the question has no part in what was found.

    A body says of what an election is, and what is told of every province, or by every office, is told of these.
    """
    said = {*found.names, *found.options.values()}
    out = [name for name in about.all if name.text not in said and not name.kinds <= BODIES]
    told = [name for kind in _TOLD.get(found.page, ()) for name in getattr(about, kind)]
    return any(name not in told for name in out)


def _sorted(names: Iterable[Said], asked: Sequence[str]) -> About:
    """What each name is taken for: a holder first, or a place where places are asked about; each entity once."""
    places_first = (
        bool(asked) and asked[0].split("|")[0] in QUESTIONS and QUESTIONS[asked[0].split("|")[0]].about == PLACES
    )
    found = About([], [], [])
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


def _two(about: About) -> bool:
    return len(about.holders) > 1


def _asks(page: str, about: About) -> Question | None:
    """The question of this page about these names; None where it cannot be asked about them."""
    page, _, only = page.partition("@")
    texts, places = [name.text for name in about.holders], [name.text for name in about.places]
    if only == _SEVERAL:
        only = ""
        if not _two(about):
            return None
    if page.startswith(_QUERY):
        return Question("query", (page.removeprefix(_QUERY),)) if not about.all or _bodies_only(about) else None
    if page in _OF_TIES and _two(about):
        return Question("path", tuple(texts[:2]))
    if page in ("where", "who") and _two(about):
        return Question("compare", tuple(texts))
    if page == "compare" and len(texts) == 1 and len(places) > 1:
        return Question("where", tuple(texts))
    if page == "who" and texts and not _province(about):
        return None
    if page in ("where", "who") and texts and (beside := _province(about)):
        return Question("where", (texts[0], *([beside] if len(about.places) == 1 else [])))
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


def _province(about: About) -> str | None:
    """The first name that is one province."""
    provinces = (name.text for name in about.places if (place := name.place) and place.kind in PROVINCES)
    return next(provinces, None)


def _bodies_only(about: About) -> bool:
    """Whether only bodies are named, which say of what an election is."""
    return not about.holders and not about.offices and all(name.kinds <= BODIES for name in about.places)


def _office(
    graph: GraphView, roles: Sequence[str], about: About, unread: list[str], succession: bool
) -> list[Question]:
    """Who holds an office: one that is named whole, or by the words of its name and the place that it is of.

    Several where these are of a few offices; none where they are of no office. Beside a person it is asked whether the
    person had it, unless it is asked who had it before or after.
    """
    if not roles:
        return [Question("offices", (name.text,)) for name in about.offices]
    places = [place for name in about.places if (place := name.place)]
    if sum(place.kind in PROVINCES for place in places) > 1:
        return []
    unsure = [name.text for name in about.holders if name.holders and not name.holders.entity]
    exact = [place for name in about.places if (place := name.place) and name.places and name.places.matched]
    said = [place.id for place in exact if place.kind in BODIES]
    found = office_of(graph, roles, places, unsure, unread, said)
    people = [(name.text, name.holders.entity) for name in about.holders if name.holders and name.holders.entity]
    sure = [text for text, person in people if not (found and _shared(graph, text, person))]
    if found and (succession or not sure):
        return [Question("offices", (id,)) for id in found]
    texts = sure if found else [name.text for name in (*about.places, *about.holders)]
    return [Question("offices", (text,)) for text in texts[:1]]


def _shared(graph: GraphView, text: str, person: Candidate) -> bool:
    """Whether a name is that of others too, so that who of them holds an office is told by the office."""
    return any(note.code == "also_called" for note in graph.reading_notes(text, person))


def _usual(about: About) -> Question:
    """What names ask by themselves."""
    texts = [name.text for name in about.holders]
    if _two(about):
        return Question("compare", tuple(texts))
    beside = _province(about)
    if texts and beside:
        return Question("where", (texts[0], beside))
    if texts:
        return Question("offices" if about.offices else "where", (texts[0],))
    first = about.all[0]
    if about.places:
        return Question(usual(Kind.PROVINCE), (first.text,))
    return Question("offices", (first.text,))


def _timed(found: Question, time: Mapping[str, str], dates: Sequence[str], bodies: Collection[str] = ()) -> Question:
    """The question with the election or day that was named, as far as it takes one."""
    row = QUESTIONS.get(found.page)
    takes = {"election": row is None or row.election, "as_of": row is not None and row.dated}
    over_all = found.page == "history"
    if found.page == "query":
        takes["election"] = any(item.name == "election" for item in find(found.names[0]).parameters)
        over_all = not takes["election"]
    options = {key: value for key, value in time.items() if takes[key]}
    if dates and takes["as_of"] and not takes["election"]:
        options = {"as_of": dates[0]}
    if not dates and not set(found.names).isdisjoint(bodies):
        options.pop("election", None)  # a body that is asked about is asked of its last election
    lost = tuple(dates) if dates and not options and not over_all else ()
    return replace(found, options={**options, **found.options}, unread=(*found.unread, *lost))


def _nameless(
    whole: str, asked: Sequence[str], about: About, time: Mapping[str, str], dates: Sequence[str], unread: list[str]
) -> Question:
    """A question that names nothing known: its form, or the name as it was written. Raises CannotAnswerError."""
    pages = [page.partition("@")[0] for item in asked for page in item.removesuffix(_WEAK).split("|")]
    alone = next((page for page in pages if page in QUESTIONS and not QUESTIONS[page].names), None)
    if alone and not about.all:
        return _timed(Question(alone, unread=tuple(unread)), time, dates)
    asks = next((page for page in pages if page in QUESTIONS), None)
    if unread and not about.all and " ".join(unread) in " ".join(word.text for word in split(whole)):  # words in a row
        return _timed(Question(asks or "where", (" ".join(unread),)), time, dates)
    if asks and not unread:
        return Question(asks)
    raise not_understood(whole, about, unread=unread)


def _as_body(name: Said, graph: GraphView) -> Said:
    """A name that may be several holders', or is one's but for a word such as Coalition, as the body that has it.

    It must be in the name of that body alone: "Kurdistan", "Kurdistan Region".
    """
    if name.places or name.offices or not name.holders:
        return name
    if name.holders.entity and name.holders.matched is not Matched.NORMALISED:
        return name
    said = set(words(name.text))
    bodies = [
        body.name
        for body in graph.of_kind(Kind.BODY)
        if any(said <= set(words(other)) for other in graph.names_of(body.id))
    ]
    if len(bodies) != 1:
        return name
    return name._replace(text=bodies[0], holders=None, places=graph.resolver.resolve(bodies[0], BODIES))


def _is_country(name: Said, around: Collection[str]) -> bool:
    """Whether a name is a holder's but for a word such as Coalition, and else a word of the country: "Iraqi"."""
    only = name.holders and not name.places and not name.offices and name.holders.matched is Matched.NORMALISED
    return bool(only) and set(words(name.text)) <= set(around)
