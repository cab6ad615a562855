"""A request as pages see it, and what they give back: a template with what it shows, and the same as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from graph.errors import UsageError
from graph.kinds import PROVINCES
from queries.plain import Note
from queries.view.evidence import SourceLine

from .. import Majlis
from ..register import QUESTIONS
from ..wording.forms import Language, isolate
from ..wording.messages import LANGUAGES, USUAL, words
from ..wording.notes import note_text, reason
from ..wording.why import basis_words
from .snapshot import Snapshot

if TYPE_CHECKING:
    from queries.checking.facts import FactLine
    from queries.why import DecidedFact

    from .pictures import Drawing

_NAMED = 2  # names of those who share a place that are told
_LINK, _NAME = Markup('<a href="{}"><bdi>{}</bdi></a>'), Markup("<bdi>{1}</bdi>")
_LEAD_TO_DATED = ("", "ask", "why")  # pages that lead to one that answers as of a day


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its template, title and what the template shows, and the same answer as data for JSON.

    `address` is the stable address of an answer that was found by a question in words. `csv` gives its table, the
    names of the columns and the rows; `drawing` is what there is to see of it, and to show where somebody links to it.
    """

    template: str
    title: str
    data: Callable[[], object]
    context: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
    address: str | None = None
    csv: Callable[[], tuple[Sequence[str], Sequence[Sequence[object]]]] | None = None
    drawing: Drawing | None = None


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What was asked for: the parts of the path, the parameters, the language, and the graph to ask."""

    snapshot: Snapshot
    path: Mapping[str, str]
    given: Mapping[str, str]
    lang: str
    here: str  # the path of the page

    @property
    def majlis(self) -> Majlis:
        """The graph."""
        return self.snapshot.majlis

    @property
    def election_id(self) -> str:
        """The election of a page about a single one: the one asked about, or the latest. Raises UsageError."""
        return self.majlis.graph.election(self.election).id

    @property
    def election(self) -> str | None:
        """The election asked about; None: none was named."""
        return self.given.get("election") or None

    @property
    def as_of(self) -> str | None:
        """The day for which ties are asked; None is the day of the vote."""
        return self.given.get("as_of") or None

    @property
    def language(self) -> Language:
        """The language of the page, with the names of the graph in it."""
        return Language(self.lang, self.name)

    def note(self, item: Note) -> str:
        """A note of an answer in words."""
        return note_text(item, self.language)

    def reason(self, fact: DecidedFact | FactLine) -> str:
        """Why a fact was decided so, in words."""
        from graph.model import Reason

        return reason(self.lang, Reason(fact.reason_code, fact.reason_values))

    def say(self, key: str, **values: object) -> str:
        """The page's own words."""
        return self.language.say(key, **values)

    def linked(self, predicate: str, of: str | None, *names: tuple[str | None, str]) -> Markup:
        """A fact in words as markup: each name, with its id if it has a page, leads to that page."""
        subject, object = ((_LINK if id else _NAME).format(self.url("entity", id), name) for id, name in names)
        words = escape(self.say(f"fact.{predicate}")).format(s=subject, o=object)
        return words + escape(basis_words(of, self.language))

    def name(self, id: str, name: str = "") -> str:
        """A name in the language of the page, where the graph has one."""
        usual = name or self.snapshot.named(id, USUAL) or id
        return usual if self.lang == USUAL else self.snapshot.named(id, self.lang) or usual

    def names(self, ids: Sequence[str]) -> str:
        """Several names, one after the other; of many the first, and how many more there are."""
        more = f" {self.language.more(len(ids) - _NAMED)}" if len(ids) > _NAMED else ""
        return self.language.listed(self.language.isolate(self.name(id)) for id in ids[:_NAMED]) + more

    def url(self, page: str, *parts: str | None, **more: str) -> str:
        """The address of a page about these ids, in the language and about the election of this one."""
        path = "/".join(["", page, *(quote(part, safe="") for part in parts if part)])
        query = urlencode(self.kept(page) | more)
        return f"{path}?{query}" if query else path

    def address(self, page: str, *ids: str | None, **more: str) -> str:
        """The address of a page about these; why something is said is, beside a name, asked of a province alone."""
        known = self.majlis.graph.resolver.candidate
        if page == "why":
            ids = (*ids[:1], *(id for id in ids[1:] if id and (found := known(id)) and found.kind in PROVINCES))
        return self.url(page, *ids, **more)

    def kept(self, page: str) -> dict[str, str]:
        """What a link or form takes along to a page: the language, the election, and the day where it counts."""
        lang = self.lang if self.lang != USUAL else None
        dated = page in _LEAD_TO_DATED or (page in QUESTIONS and QUESTIONS[page].dated)
        found = {"lang": lang, "election": self.election, "as_of": self.as_of if dated else None}
        return {key: value for key, value in found.items() if value}

    def in_other_language(self) -> tuple[str, str]:
        """The other language of this page, and the address of the page in it."""
        other = next(language for language in LANGUAGES if language != self.lang)
        query = urlencode({**self.given, "lang": other})
        return other, f"{self.here}?{query}"

    def as_data(self, ending: str) -> str:
        """The address of this page as data: ".json" or ".csv"."""
        query = urlencode({key: value for key, value in self.given.items() if key != "lang"})
        return f"{self.here}{ending}" + (f"?{query}" if query else "")

    def text(self, name: str) -> str | None:
        """What stands in the path or in the form for this; None for nothing."""
        return (self.path.get(name) or self.given.get(name, "")).strip() or None

    def whole(self, name: str) -> int | None:
        """The whole number given for this. Raises UsageError for what is none."""
        text = self.text(name)
        if text is not None and (not text.isascii() or not text.isdigit() or len(text) > 9):
            raise UsageError(f"{name}={text[:40]}: give a whole number.")
        return None if text is None else int(text)

    def called(self, page: str) -> str:
        """What a page is called where one chooses among several."""
        return words(self.lang, page.capitalize(), page, f"nav.{page}")


@dataclass(frozen=True, slots=True)
class Cited:
    """The sources of an answer: those cited, numbered as they come, and the others."""

    shown: Sequence[SourceLine]
    more: Sequence[SourceLine]
    numbers: Mapping[str, int]

    @classmethod
    def of(cls, sources: Iterable[SourceLine], locators: Iterable[tuple[str, str]]) -> Cited:
        """The sources, those of these places first and in their order."""
        known = {source.id: source for source in sources}
        order = list(dict.fromkeys(source for source, _ in locators if source in known))
        numbers = {id: number for number, id in enumerate(order, 1)}
        return cls([known[id] for id in order], [line for id, line in known.items() if id not in numbers], numbers)


def with_ending(address: str, ending: str) -> str:
    """The address of a page as a file of another kind: ".svg", ".card.png"."""
    path, mark, query = address.partition("?")
    return f"{path if path != '/' else '/index'}{ending}{mark}{query}"


def left_to_site(kind: str, address: str) -> str:
    """An address that a site of static files writes as that of its file (`site_links.py`): "site" or "beside" it."""
    return f"{kind}:{quote(address, safe='/')}"


def heading(*parts: str) -> str:
    """Names as a page's title, kept from turning the line around them."""
    return ": ".join(isolate(part) for part in parts)
