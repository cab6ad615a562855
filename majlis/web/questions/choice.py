"""Which question its phrases and names ask: the first that they can ask about all that is named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from graph.dates import today
from graph.kinds import BODIES, PROVINCES, Kind
from graph.lexicon import Candidate
from graph.names import Matched
from graph.spelling import words
from queries.prepared import find
from queries.view import GraphView

from ...question import PLACES
from ...register import QUESTIONS
from .asked import About, Question, not_understood
from .facts import FACT, fact_of
from .names import Said
from .offices import country, of_body, office_of
from .pages import PLAIN, QUERY, WEAK, are_two, asked_about, leaves_out, page_of, ties, usual_of
from .times import ELECTION, When, asked_of, when
from .words import BEYOND, OFFICE, split, vocabulary, weighs

_BESIDE_FACTS = ("where", "who", "why", "entity", "coverage", "sources")  # what may be asked of a fact
MONTH, _YEAR = "month ", "year "
_GAINS = f"{QUERY}gains_and_losses"  # of two elections
SUCCESSION = "offices@office"  # who held an office before or after
# What may be asked of an office or beside it; what else a question asks, "deputy", "first", is of something else.
_OF_OFFICES = frozenset({"offices", "history", "leaders", "entity", "why", *PLAIN})


def chosen(
    graph: GraphView, whole: str, means: Sequence[str], names: list[Said], dates: list[str], unread: list[str]
) -> Question:
    """The question that these phrases and names make."""
    pages = {item for item in means if item and not item.startswith((MONTH, _YEAR, ELECTION, FACT))}
    other = any(item.startswith(OFFICE) and "|" not in item for item in pages)
    asked = [_as_office(item, names, other) for item in sorted(pages, key=vocabulary().order.__getitem__)]
    around = country(graph)
    if means:
        names = [name for name in names if not _is_country(name, around)]
    if not any(item.startswith(OFFICE) for item in asked):
        names = [_as_body(name, graph) for name in names]
    about = _sorted(names, asked)
    if BEYOND in asked or (are_two(about) and any(means.count(item) > 1 for item in asked if ties(item))):
        raise not_understood(whole, about, unread=unread)  # of two questions at once neither is answered
    roles = [item.removeprefix(OFFICE) for item in dict.fromkeys(means) if item in asked and item.startswith(OFFICE)]
    roles = roles or [item.removeprefix(OFFICE) for item in asked if item.startswith(OFFICE)]
    asked = [item for item in asked if not item.startswith(OFFICE)]
    said, here, later = _said(means, dates, about, of_one=are_two(about) and not roles)
    time = asked_of(graph, said, here)
    named = [name.text for name in about.places if name.kinds <= BODIES]
    if _GAINS in asked and "first" not in time:
        raise not_understood(whole, about, unread=unread)
    facts = [item.removeprefix(FACT) for item in means if item.startswith(FACT)]
    if len(said.years) > 1 and not are_two(about) and not facts:
        asked = ["compare|history", *asked, *([_GAINS] if "first" in time else [])]

    def timed(found: Question) -> Question:
        return _timed(replace(found, unread=tuple(unread), left=later), time, said.dates, named)

    if roles or (about.offices and (SUCCESSION in asked or not about.holders)):
        found = [timed(item) for item in _office(graph, roles, about, unread, SUCCESSION in asked)]
        beside = bool(about.offices if roles else here) or any(page_of(item) not in _OF_OFFICES for item in asked)
        each = len(found) == len(roles) or of_body(graph, roles)
        if len(found) > 1 and each and not beside:  # each of its own words, or all of a body: the first is answered
            return replace(found[0], left=tuple(graph.name(name) for item in found[1:] for name in item.names))
        if len(found) > 1 or (found and beside):
            raise not_understood(whole, about, *found, unread=unread)
        if found:
            return found[0]
        if not about.all:
            raise not_understood(whole, about, unread=unread)
    unread = [text for text in unread if not around.issuperset(words(text))]
    if facts:
        plainly = not about.holders and all(page_of(item) in _BESIDE_FACTS for item in asked)
        if plainly and (told := _fact(graph, facts, here, said, tuple(unread), named)):
            return told  # else it is not known of these; of one province the rest is
        rest = [timed(Question(facts[0].split()[1], (about.places[0].text,)))] if len(here) == 1 else []
        raise not_understood(whole, about, *rest, unread=unread)
    weighing = [text for text in unread if weighs(text)]
    sure = [item for item in asked if not (weighing and item.endswith(WEAK))]
    asks = asked_about(sure, about, timed)
    if asks is None and about.all and not weighing:
        if sure:  # what is asked cannot be asked of these
            raise not_understood(whole, about, usual_of(about))
        asks = usual_of(about)
    if asks is None and not roles:
        return _nameless(whole, sure, about, time, said.dates, unread)
    if asks is None or leaves_out(timed(asks), about):
        raise not_understood(whole, about, *([timed(asks)] if asks else []), unread=unread)
    return timed(asks)


def _fact(
    graph: GraphView, facts: Sequence[str], places: list[str], said: When, unread: tuple[str, ...], bodies: list[str]
) -> Question | None:
    """The question about facts of a place or an election; of several elections of the first, the others are told."""
    one = said._replace(dates=said.dates[:1])
    time = asked_of(graph, one, places)
    known = fact_of(graph, facts, places, time, one)
    if known is None:
        return None
    page, about, options = known
    return _timed(Question(page, (about,), options, unread, said.dates[1:]), time, one.dates, bodies)


def _as_office(item: str, names: Sequence[Said], other: bool) -> str:
    """A meaning that is an office where all that is named is of its kinds and no `other` office; else the rest of it.

    The kinds stand in the table, which the page reads too: "office governor@province|leaders".
    """
    role, _, rest = item.partition("|")
    office, _, kinds = role.partition("@")
    if not rest or not office.startswith(OFFICE):
        return item
    wanted = {Kind(kind) for kind in kinds.split("+")}
    return office if names and all(name.kinds <= wanted for name in names) and not other else rest


def _said(
    means: Sequence[str], dates: Sequence[str], about: About, *, of_one: bool
) -> tuple[When, list[str], tuple[str, ...]]:
    """What is said of time, and the ids of the provinces; and the later dates where it is told `of_one` election."""
    places = [place for name in about.places if (place := name.place)]
    here = [place.id for place in places if place.kind in PROVINCES]
    months = [item.removeprefix(MONTH) for item in means if item.startswith(MONTH)]
    ago = [str(int(today()[:4]) - int(item.removeprefix(_YEAR))) for item in means if item.startswith(_YEAR)]
    bodies = [place.id for place in places if place.kind in BODIES]
    said = when([*dates, *ago], months, _kinds(means, here), bodies)
    first = 1 if of_one and len(said.years) > 1 else len(said.dates)
    return said._replace(dates=said.dates[:first]), here, said.dates[first:]


def _kinds(means: Sequence[str], here: Collection[str]) -> list[str]:
    """Of which kinds the election is; a word that also says of what sort a place is counts beside one, and alone."""
    said = [item for item in means if item.startswith(ELECTION)]
    plainly = [item for item in said if not item.endswith(WEAK)]
    return plainly or [item.removesuffix(WEAK) for item in said if here]


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


def _office(
    graph: GraphView, roles: Sequence[str], about: About, unread: list[str], succession: bool
) -> list[Question]:
    """Who holds an office: one that is named whole, or by the words of its name and the place that it is of.

    Several where these are of a few offices; none where they are of no office. Beside a person it is asked whether the
    person had it, unless it is asked who had it before or after.
    """
    if not roles or about.offices:
        return [Question("offices", (name.text,)) for name in about.offices]
    places = [place for name in about.places if (place := name.place)]
    if sum(place.kind in PROVINCES for place in places) > 1:
        return []
    known = {word for office in graph.of_kind(Kind.OFFICE) for word in words(office.name)}
    unsure = [name for name in about.holders if not _is_sure(name, known)]
    exact = [place for name in about.places if (place := name.place) and name.places and name.places.matched]
    said = [place.id for place in exact if place.kind in BODIES]
    texts = [name.text for name in unsure]
    found = office_of(graph, roles, places, texts, unread, said)
    if len(roles) > 1 and not found:  # each of them
        found = [id for role in roles for id in office_of(graph, [role], places, texts, unread, said)]
    people = [
        (name.text, name.holders.entity)
        for name in about.holders
        if name not in unsure and name.holders and name.holders.entity
    ]
    sure = [text for text, person in people if not (found and _shared(graph, text, person))]
    if found and (succession or not sure):
        return [Question("offices", (id,)) for id in found]
    texts = sure if found else [name.text for name in (*about.places, *about.holders)]
    return [Question("offices", (text,)) for text in texts[:1]]


def _is_sure(name: Said, known: set[str]) -> bool:
    """Whether a name is one holder's, and a figure's or not made of the words of offices: "Kurdistan Region"."""
    holder = name.holders.entity if name.holders else None
    return bool(holder) and (name.kinds <= {Kind.FIGURE} or not known.issuperset(words(name.text)))


def _shared(graph: GraphView, text: str, person: Candidate) -> bool:
    """Whether a name is that of others too, so that who of them holds an office is told by the office."""
    return any(note.code == "also_called" for note in graph.reading_notes(text, person))


def _timed(found: Question, time: Mapping[str, str], dates: Sequence[str], bodies: Collection[str] = ()) -> Question:
    """The question with the election or day that was named, as far as it takes one."""
    row = QUESTIONS.get(found.page)
    takes = {"election": row is None or row.election, "as_of": row is not None and row.dated}
    over_all = found.page == "history"
    if found.page == "query":
        takes = dict.fromkeys((item.name for item in find(found.names[0]).parameters), True)
        over_all = "election" not in takes
    options = {key: value for key, value in time.items() if takes.get(key)}
    if dates and takes.get("as_of") and not takes.get("election"):
        options = {"as_of": dates[0]}
    if not dates and not set(found.names).isdisjoint(bodies):
        options.pop("election", None)  # a body that is asked about is asked of its last election
    lost = tuple(dates) if dates and not options and not over_all else ()
    return replace(found, options={**options, **found.options}, unread=(*found.unread, *lost))


def _nameless(
    whole: str, asked: Sequence[str], about: About, time: Mapping[str, str], dates: Sequence[str], unread: list[str]
) -> Question:
    """A question that names nothing known: its form, or the name as it was written. Raises CannotAnswerError."""
    pages = [page.partition("@")[0] for item in asked for page in item.removesuffix(WEAK).split("|")]
    alone = next((page for page in pages if page in QUESTIONS and not QUESTIONS[page].names), None)
    if alone and not about.all:
        return _timed(Question(alone, unread=tuple(unread)), time, dates)
    asks = next((page for page in pages if page in QUESTIONS), None)
    if (
        any(map(weighs, unread)) and not about.all and " ".join(unread) in " ".join(word.text for word in split(whole))
    ):  # words in a row
        return _timed(Question(asks or "where", (" ".join(unread),)), time, dates)
    if asks and not unread:
        return _timed(Question(asks), time, dates)
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
