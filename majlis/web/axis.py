"""The axis of time on every page: each body with its elections, and where a stop at one leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

from graph.kinds import BODIES

from ..register import QUESTIONS, usual
from ..wording.messages import USUAL
from ..wording.sitting import body_words

if TYPE_CHECKING:
    from queries.view.elections import Election

    from .request import Page, PageRequest

# The pages of one election in a site of static files; in a server those of questions about one, and these.
SITE_OF_ELECTIONS = frozenset({"map", "coverage", "largest", "absent", "margins", "who", "where"})
_OF_ELECTIONS = frozenset({"map", "network"})


def bodies_of(asked: PageRequest | None) -> list[tuple[str, list[tuple[Any, str]]]]:
    """Each body with its elections and what they are called, the latest first."""
    found: dict[str, list[tuple[Any, str]]] = {}
    if asked is None:
        return []
    for election in asked.majlis.graph.elections:
        found.setdefault(body_words(election, asked.language), []).append(
            (election, asked.name(election.id, election.name))
        )
    return list(found.items())


def at_election(asked: PageRequest, shown: Page | None, election: Election, site: bool) -> str:
    """Where a stop on the axis leads: to this page about that election, as of the day of its vote.

    A page that is of no election leads to the usual answer about its name; one about no name, or about another body
    than was elected, to the first page. In a `site` of static files fewer pages are of elections.
    """
    subject = shown.context.get("subject") if shown else None
    if subject and subject.kind in BODIES and (election.body is None or subject.id != election.body.id):
        shown = subject = None
    path, _, query = (shown.address or asked.here if shown else "/").partition("?")
    page = path.split("/")[1]
    row = QUESTIONS.get(page)
    if not (page in SITE_OF_ELECTIONS if site else (row and row.election) or page in _OF_ELECTIONS):
        path, query = asked.url(usual(subject.kind), subject.id).partition("?")[0] if subject else "/", ""
    given = {key: value for key, value in parse_qsl(query) if key != "as_of"}
    lang = {"lang": asked.lang} if asked.lang != USUAL else {}
    return f"{path}?{urlencode(given | lang | {'election': election.id})}"
