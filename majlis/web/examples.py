"""Questions to begin with, about the largest names of an election, whichever country it was in."""

from __future__ import annotations

from graph.dates import holds_at
from graph.kinds import Kind

from ..pictures.councils import totals
from ..wording.messages import LANGUAGES, say
from .request import PageRequest

_SEVERAL = 2  # names that are compared


def examples(asked: PageRequest) -> list[str]:
    """Questions in the language of the page, and one in each other language that has a name for what it asks about.

    They are about the largest list and a figure who leads it, the next list, and the largest councils.
    """
    councils = asked.snapshot.councils(asked.election)
    lists = list(totals(councils))
    if not lists:
        return []
    voted = sorted((c for c in councils if c.lists), key=lambda council: -(council.council_size or council.accounted))
    places = [council.subject.candidate.id for council in voted[:2]]
    leader = _leader(asked, lists[0])
    held = asked.majlis.where(leader, election=asked.election_id).provinces
    differing = next((council for council in held if council.disputed or council.dissent), held[0])
    others = [(lang, asked.snapshot.named(places[0], lang)) for lang in LANGUAGES if lang != asked.lang]
    return [
        asked.say("example.where", name=asked.name(leader)),
        asked.say("example.who", province=asked.name(places[0])),
        asked.name(lists[:2][-1]),
        *(say(lang, "example.who", province=name) for lang, name in others if name),
        asked.say("example.why", name=asked.name(leader), province=asked.name(differing.id)),
        asked.say("example.influence", province=asked.name(places[-1])),
    ]


def everything(asked: PageRequest) -> list[str]:
    """One question of each kind that can be asked in words, in the language of the page, about the largest names."""
    councils = asked.snapshot.councils(asked.election)
    lists = list(totals(councils))
    voted = sorted((c for c in councils if c.lists), key=lambda council: -(council.council_size or council.accounted))
    alone = [asked.say(f"example.{key}") for key in ("largest", "absent", "coverage")]
    if len(lists) < _SEVERAL or not voted:
        return [*examples(asked), *alone]
    first, second = (asked.name(_leader(asked, id)) for id in lists[:_SEVERAL])
    bloc = next(iter(asked.majlis.graph.of_kind(Kind.BLOC)), None)
    return [
        *examples(asked),
        asked.say("example.size", province=asked.name(voted[0].subject.candidate.id)),
        asked.say("example.leaders", name=asked.name(lists[0])),
        asked.say("example.allies", name=first),
        *([asked.say("example.parts", name=asked.name(bloc.id))] if bloc else []),
        asked.say("example.history", name=first),
        asked.say("example.compare", name=first, other=second),
        asked.say("example.path", name=first, other=second),
        *alone,
    ]


def _leader(asked: PageRequest, id: str) -> str:
    """A figure who led this list on the day of the vote; where none is known the list itself."""
    graph = asked.majlis.graph
    election = graph.election(asked.election)
    for row in graph.run("leaders", id=[id], election=[election.id]):
        known = graph.resolver.candidate(row["id"])
        if known and known.kind is Kind.FIGURE and holds_at(row["since"], row["until"], election.date):
            return known.id
    return id
