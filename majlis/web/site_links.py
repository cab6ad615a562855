"""The addresses of a site of static files: which pages it has, what files they become, how their links lead there.

Nothing asks a server: forms and buttons are left out, the application opens on no page, and a link leads to a file of
the same folder or is plain text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from html import escape, unescape
from urllib.parse import parse_qsl, quote, unquote, urlencode

from graph.dates import holds_at
from graph.kinds import BODIES, HOLDERS, PROVINCES, Kind
from queries.view import GraphView

from ..wording.messages import LANGUAGES, USUAL, say
from .axis import SITE_OF_ELECTIONS

DATA = (".json", ".csv")  # beside a page in the usual language
CARD, PICTURE = ".card.png", ".svg"  # beside a page that has them
# The pages that people share have a card of their own: the first one of each election, and answers about a name.
# Others show that of their election: a card takes ten times as long to make as its page.
_CARDED = frozenset({"", "where", "who", "history"})
_EMBED = re.compile(r'<details class="embed">.*?</details>\n?', re.DOTALL)
_SITE, _BESIDE = re.compile(r"site:([\w/.%~-]+)"), re.compile(r"beside:([\w/.%~-]+)")  # what the pages leave to us
_CARD_LINK = re.compile(r'<li><a href="([^"]*[.]card[.]png[^"]*)" download>.*?</li>\n?')
_TAG = re.compile(r"<(a|link|script|form|img)\b([^>]*)>", re.IGNORECASE)
_HREF = re.compile(r'\s(href|src)="([^"]*)"')
_FORM = re.compile(r"<form\b.*?</form>", re.DOTALL | re.IGNORECASE)
_BUTTON = re.compile(
    r"(?:<button\b.*?</button>|<label\b[^>]*>[^<]*</label>\s*<input\b[^>]*>)\s*", re.DOTALL | re.IGNORECASE
)  # the switch of light and dark too: what it says would hold for one page alone
_OURS = re.compile(r"^/(?!/)")
_NAVIGATION = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
_NOWHERE = re.compile(r"<li><a>[^<]*</a></li>\s*")  # an item whose page the site has not
_POLICY = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
_ALONE = frozenset({"map", "coverage", "largest", "absent", "influence", "margins", "names", "query", "schema"})
_OF_ELECTIONS = SITE_OF_ELECTIONS | {"", "why"}
NETWORK = "network.html"  # the interactive page, in which every name can be opened


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a page: its parts, language and election, and which of its tables."""

    parts: tuple[str, ...]
    lang: str = USUAL
    election: str | None = None
    by: str | None = None

    @classmethod
    def of(cls, text: str) -> Address:
        """An address of the server as it stands in a link."""
        path, _, query = text.partition("#")[0].partition("?")
        given = dict(parse_qsl(query))
        parts = tuple(unquote(part) for part in path.strip("/").split("/") if part)
        return cls(parts, given.get("lang") or USUAL, given.get("election"), given.get("by"))

    @property
    def page(self) -> str:
        """The first part of the path, which says what kind of page it is."""
        return self.parts[0] if self.parts else ""

    @property
    def file(self) -> str:
        """The file that it becomes: a folder for a language, one for an election, then the path."""
        name = "/".join(self.parts) or "index"
        folders = [*([self.lang] if self.lang != USUAL else []), *([self.election] if self.election else [])]
        return "/".join([*folders, name]) + (f".by-{self.by}" if self.by else "") + ".html"

    def asked(self, ending: str = "") -> str:
        """The address as the server takes it."""
        given = {"lang": self.lang if self.lang != USUAL else None, "election": self.election, "by": self.by}
        query = urlencode({key: value for key, value in given.items() if value})
        path = "/" + "/".join(quote(part, safe="") for part in self.parts) + ending
        return f"{path}?{query}" if query else path


class Kept:
    """Which pages a site has: of every name what is known of it, of every election what it filled."""

    def __init__(self, graph: GraphView) -> None:
        ties = graph.ties
        known = {row["id"]: Kind(row["kind"]) for row in graph.run("names")}
        self._known = known
        self._elections = {election.id for election in graph.elections}
        self._cells = {(row["a"], row["b"], row["election"]) for row in ties if row["type"] == "HOLDS_SEATS"}
        seated = {(row["a"], row["election"]) for row in ties if row["type"] in ("HOLDS_SEATS", "WON_IN_ALL")}
        days = {election.id: election.date for election in graph.elections}
        led = [row for row in ties if row["type"] == "LEADS"]
        self._told = seated | {
            (row["a"], at)
            for row in led
            for id, at in seated
            if id == row["b"] and holds_at(row["since"], row["until"], days[at])
        }
        self._names: dict[str, set[str]] = defaultdict(set)
        places = {id for id, kind in known.items() if kind in PROVINCES | BODIES}
        holders = {id for id, kind in known.items() if kind in HOLDERS}
        winners = {id for id, _ in seated}
        self._names |= {
            "entity": set(known),
            "where": holders,
            "who": places,
            "history": winners | places | {row["a"] for row in led if row["b"] in winners},
            "members": places,
            "influence": places,
            "margins": places,
            "offices": places | {id for row in ties if row["type"] == "HELD" for id in (row["a"], row["b"])},
            "leaders": {id for row in led for id in (row["a"], row["b"])},
            "parts": {row["b"] for row in ties if row["type"] in ("MEMBER_OF", "EXPECTED_IN")},
            "allies": {row["a"] for row in ties if row["type"] in ("MEMBER_OF", "LEADS")},
            "sources": {row["id"] for row in graph.run("sources")},
        }
        from queries.catalogue import catalogue

        self._names["query"] = {query.name for query in catalogue()}

    def nearest(self, address: Address) -> Address | None:
        """The page of the site that answers for an address: itself, or one that tells of more; None for none."""
        page, names = address.page, address.parts[1:]
        election = address.election if address.election in self._elections and page in _OF_ELECTIONS else None
        by = address.by if page == "coverage" and not election else None
        lang = address.lang if address.lang in LANGUAGES else USUAL
        if page == "why" and len(names) == 1:
            return self.nearest(Address(("entity", *names), lang))
        if page == "why":
            there = len(names) == 2 and (*names, address.election) in self._cells
            return Address(address.parts, lang, election) if there else None
        if not names:
            return Address(address.parts, lang, election, by) if page in ("", "sources", *_ALONE) else None
        if len(names) > 1 or names[0] not in self._names[page]:
            return None
        if page == "where" and election and (names[0], election) not in self._told:
            then = Address(("history", *names), lang)  # which says of every election how it was there
            return then if names[0] in self._names["history"] else Address(address.parts, lang)
        return Address(address.parts, lang, election)


def asset_file(address: str) -> str:
    """The file of a style or picture, without the mark of its content."""
    return address.partition("?")[0].lstrip("/")


class Links:
    """A page's links as a site has them, and what they lead to."""

    def __init__(self, address: Address, kept: Kept, url: str | None) -> None:
        self._address, self._kept, self._url = address, kept, url
        self._up = "../" * address.file.count("/")
        self.pages: set[Address] = set()
        self.assets: set[str] = set()
        self.beside: set[str] = set()  # the endings of the files beside the page that it needs

    def static(self, html: str) -> str:
        """The page without forms and buttons, each link to a file beside it or plain text."""
        html = _EMBED.sub(lambda found: self._embedding(found[0]), html)
        html = _BUTTON.sub("", _FORM.sub("", html))
        html = _TAG.sub(lambda tag: _HREF.sub(self._link, tag[0]), html)
        html = _NAVIGATION.sub(lambda found: _NOWHERE.sub("", found[0]), html)
        html = _SITE.sub(self._shown, _BESIDE.sub(self._pasted, html))
        policy = f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        html = html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{policy}', 1)
        note = f'<p class="faint">{escape(say(self._address.lang, "site.static"))}</p></footer>'
        return html.replace("</footer>", note, 1)

    def _embedding(self, html: str) -> str:
        """How a picture is taken; nothing where the site does not have it, and without a card where it has none."""
        marked = _BESIDE.search(html)
        if marked is None or self._file(unquote(marked[1])) is None:
            return ""
        return _CARD_LINK.sub(lambda link: link[0] if self._file(unescape(link[1])) else "", html)

    def _pasted(self, marked: re.Match[str]) -> str:
        """The address of a picture in what is pasted elsewhere: whole, or that of a file beside the reader's page."""
        file = quote(self._file(unquote(marked[1])) or "")
        return self._url + file if self._url else file.rpartition("/")[2]

    def _shown(self, marked: re.Match[str]) -> str:
        """The address of the card: of this page, or of its election."""
        own = self._file(unquote(marked[1]))
        first = replace(self._address, parts=(), by=None)
        file = quote(own or first.file.removesuffix(".html") + CARD)
        return escape((self._url or self._up) + file)

    def _link(self, found: re.Match[str]) -> str:
        name, target = found[1], unescape(found[2])
        if not _OURS.match(target):
            return found[0]
        file = self._file(target)
        return f' {name}="{escape(self._up + quote(file))}"' if file is not None else ""

    def _file(self, target: str) -> str | None:
        """The file that an address of the server becomes; None where the site has none."""
        path = target.partition("#")[0]
        if path.startswith("/static/"):
            self.assets.add(path)
            return asset_file(path)
        plain, mark, query = path.partition("?")
        for ending in (CARD, PICTURE):
            if plain.endswith(ending):
                return self._drawn(Address.of(plain.removesuffix(ending) + mark + query), ending)
        if Address.of(path).page == "network":
            return NETWORK
        for ending in DATA:
            if plain.endswith(ending):
                return self._data(ending)
        page = self._kept.nearest(Address.of(path))
        if page is None:
            return None
        self.pages.add(page)
        return page.file

    def _drawn(self, address: Address, ending: str) -> str | None:
        """The picture or card of a page that the site has."""
        address = replace(address, parts=()) if address.parts == ("index",) else address
        carded = address.page in _CARDED and not (address.page and address.election)
        if self._kept.nearest(address) != address or (ending == CARD and not carded):
            return None
        self.pages.add(address)
        if address == self._address:
            self.beside.add(ending)
        return address.file.removesuffix(".html") + ending

    def _data(self, ending: str) -> str | None:
        """The data beside this page, in the usual language: it is the same in each."""
        usual = replace(self._address, lang=USUAL)
        if usual.page in ("entity", "sources", "why", ""):
            return None
        if self._address.lang == USUAL:
            self.beside.add(ending)
        return usual.file.removesuffix(".html") + ending
