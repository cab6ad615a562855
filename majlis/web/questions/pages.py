"""Which page a meaning asks for, and whether it can be asked about what is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from graph.kinds import BODIES, HOLDERS, PROVINCES, Kind

from ...question import PLACES
from ...register import QUESTIONS, usual
from .asked import About, Question
from .times import date_of

_EVERYTHING = frozenset(Kind)
_PAGES = {"sources": _EVERYTHING & frozenset(), "map": frozenset(), "entity": _EVERYTHING, "network": HOLDERS}
_OF_TIES = ("leaders", "parts", "allies", "members")  # of two names, these ask how the two are tied
PLAIN = ("where", "who")  # what words ask that also stand in other questions: "seats", "won"
_OF_COUNCILS = ("influence",)  # of a name and a council, these ask about the council
# Of what a page tells each apart: the provinces of a name, the offices of a person, the lists of a council.
_TOLD = {
    **dict.fromkeys(("where", "members", "compare"), ("places",)),
    "offices": ("places", "offices"),
    "influence": ("holders",),
}
QUERY, WEAK = "query ", "?"
_SEVERAL = "several"  # in the place of kinds: only of two names or more


def asked_about(asked: Sequence[str], about: About, timed: Callable[[Question], Question]) -> Question | None:
    """What these meanings ask: the first of each before what stands in for one that cannot be asked.

    Of the first ones that which leaves out no name, where there is one.
    """
    firsts = [item.split("|")[0] for item in asked if not item.endswith(WEAK)]
    found = [asks for page in firsts if page not in PLAIN and (asks := _asks(page, about))]
    every = (page for item in asked for page in item.removesuffix(WEAK).split("|"))
    whole = (
        asks for asks in found if not leaves_out(full := timed(asks), about) and not any(map(date_of, full.unread))
    )
    return next(chain(whole, found, filter(None, (_asks(page, about) for page in every))), None)


def leaves_out(found: Question, about: About) -> bool:
    """Whether a name of the question has no part in what was found.

    A body says of what an election is, and what is told of every province, or by every office, is told of these.
    """
    said = {*found.names, *found.options.values()}
    out = [name for name in about.all if name.text not in said and not name.kinds <= BODIES]
    told = [name for kind in _TOLD.get(found.page, ()) for name in getattr(about, kind)]
    return any(name not in told for name in out)


def page_of(item: str) -> str:
    """The first page that a meaning asks for."""
    return item.removesuffix(WEAK).partition("|")[0].partition("@")[0]


def ties(item: str) -> bool:
    """Whether a meaning asks of a name how it is tied."""
    return page_of(item) in _OF_TIES


def are_two(about: About) -> bool:
    """Whether two holders or more are named."""
    return len(about.holders) > 1


def usual_of(about: About) -> Question:
    """What names ask by themselves."""
    texts = [name.text for name in about.holders]
    if are_two(about):
        return Question("compare", tuple(texts))
    provinces = _provinces(about)
    if texts and provinces:
        return Question("where", (texts[0], *(provinces if len(provinces) == 1 else ())))
    if texts:
        return Question("offices" if about.offices else "where", (texts[0],))
    first = about.all[0]
    if about.places:
        return Question(usual(Kind.PROVINCE), (first.text,))
    return Question("offices", (first.text,))


def _asks(page: str, about: About) -> Question | None:
    """The question of this page about these names; None where it cannot be asked about them."""
    page, _, only = page.partition("@")
    texts, places = [name.text for name in about.holders], [name.text for name in about.places]
    if only == _SEVERAL:
        only = ""
        if not are_two(about):
            return None
    if page.startswith(QUERY):
        return Question("query", (page.removeprefix(QUERY),)) if not about.all or _bodies_only(about) else None
    if page in _OF_TIES and are_two(about):
        return Question("path", tuple(texts[:2]))
    if page in ("where", "who") and are_two(about):
        return Question("compare", tuple(texts))
    if page == "compare" and len(texts) == 1 and len(places) > 1:
        return Question("where", tuple(texts))
    if page == "who" and texts and not _province(about):
        return None
    if page in ("where", "who") and texts and _provinces(about):
        return usual_of(about)
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


def _provinces(about: About) -> list[str]:
    """The names that are one province each."""
    return [name.text for name in about.places if (place := name.place) and place.kind in PROVINCES]


def _province(about: About) -> str | None:
    """The first name that is one province."""
    return next(iter(_provinces(about)), None)


def _bodies_only(about: About) -> bool:
    """Whether only bodies are named, which say of what an election is."""
    return not about.holders and not about.offices and all(name.kinds <= BODIES for name in about.places)
