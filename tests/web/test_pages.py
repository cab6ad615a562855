"""The pages and their JSON: what they answer, in both languages, and that each can be reached."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qsl, quote

import pytest
from starlette.testclient import TestClient

from graph.decide import Decided
from graph.model import Knowledge
from loaders.folder import UserDocument
from majlis.graphs import build as graphs
from majlis.page.parts import Parts
from majlis.pictures.files import picture_of
from majlis.pictures.outlines import read_outlines
from majlis.register import QUESTIONS
from majlis.terminal.rows import share
from majlis.web.app import application
from majlis.web.snapshot import GraphHolder
from queries.catalogue import catalogue
from queries.checking.coverage import coverage
from queries.checking.source_coverage import source_coverage
from queries.cypher import schema
from queries.power.influence import influence
from queries.prepared import run
from queries.view import GraphView
from queries.view.elections import Election
from queries.where import where
from queries.who import who
from queries.why import why
from tests.made import stored
from tests.rows import golden

from .conftest import HERE

ELSEWHERE = Path(__file__).parents[1] / "elsewhere"
SOURCE = "kurdistan24-2023-12-18"
ADDRESSES = [row["address"] for row in golden("addresses")]


def text(html: str) -> str:
    """The words of a page, without markup and marks of direction."""
    return " ".join(re.sub("[\u2066-\u2069]", "", unescape(re.sub(r"<[^>]*>", " ", html))).split())


def answer(html: str) -> str:
    """The words of a page's answer, without what the application shows once its scripts run."""
    return text(html.partition('<div id="panel-body">')[2].partition('<section id="stage"')[0].partition("</main>")[0])


class Reading(HTMLParser):
    """Every tag of a page with its attributes; unclosed or crossed tags are an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(html)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that opens."""
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "input", "br"):
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the tag that was opened last."""
        assert self._open.pop() == tag


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_whole_in_both_languages(client: TestClient, address: str, lang: str) -> None:
    """A page closes its tags, has one heading, one main part and labelled fields, and runs no script of its own."""
    response = client.get(address + ("&" if "?" in address else "?") + f"lang={lang}")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    tags = Reading(response.text).tags
    assert ("html", {"lang": lang, "dir": {"en": "ltr", "ar": "rtl"}[lang]}) in tags
    names = [tag for tag, _ in tags]
    assert (names.count("h1"), names.count("main"), names.count("header"), names.count("nav")) == (1, 1, 1, 2)
    ids = [given["id"] for _, given in tags if "id" in given]
    assert len(ids) == len(set(ids))
    labelled = {given.get("for") for tag, given in tags if tag == "label"}
    fields = [given for tag, given in tags if tag in ("input", "textarea") and given.get("type") != "hidden"]
    assert all(field["id"] in labelled for field in fields)
    sources = [given["src"].partition("?")[0] for tag, given in tags if tag == "script" and given.get("src")]
    assert sources in ([], ["/static/page.js", "/static/vis.js"])  # where the application opens on the answer
    assert not [given for _, given in tags if "style" in given or any(name.startswith("on") for name in given)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_link_of_a_page_leads_to_a_page(client: TestClient, address: str) -> None:
    """What a page links to on this server is there; what it links to elsewhere is http or https.

    Of the schema's examples, each of which runs in a process of its own, one is followed: that all run is held without
    a server.
    """
    for tag, given in Reading(client.get(address).text).tags:
        link = given.get("href") or given.get("src")
        if tag not in ("a", "link", "script") or not link or link.startswith("#"):
            continue
        if link.startswith("?"):
            link = address.partition("?")[0] + link
        if link.startswith("/"):
            key = link.partition("?")[0] if address == "/schema" else link
            if key not in SEEN:
                SEEN[key] = client.get(link).status_code
            assert SEEN[key] == 200, link
        else:
            assert link.startswith(("http://", "https://"))


SEEN: dict[str, int] = {}


def test_each_page_has_the_command_lines_answer_as_json(client: TestClient, graph: GraphView) -> None:
    """The same address with .json, or with an Accept header, gives what `--format json` gives."""
    expected = {
        "/where/nouri-al-maliki": where(graph, "nouri-al-maliki").to_dict(),
        "/who/IQ-BG": who(graph, "IQ-BG").to_dict(),
        "/why/Maliki/Babil": why(graph, "Maliki", "Babil").to_dict(),
        "/why/nabni": why(graph, "nabni").to_dict(),
        "/influence/Kirkuk": influence(graph, "Kirkuk").to_dict(),
        "/influence/Maliki": influence(graph, "Maliki").to_dict(),
        "/influence": influence(graph).to_dict(),
        "/coverage": coverage(graph).to_dict(),
        f"/sources/{SOURCE}": source_coverage(graph, SOURCE).to_dict(),
        "/sources": run(graph, "sources").to_dict(),
        "/query": [item.to_dict() for item in catalogue()],
        "/query/totals_by_list": run(graph, "totals_by_list").to_dict(),
        "/schema": schema().to_dict(),
    }
    for address, answer in expected.items():
        for response in (
            client.get(address + ".json"),
            client.get(address, headers={"Accept": "application/json"}),
        ):
            assert response.headers["content-type"] == "application/json"
            assert response.json() == answer, address
    assert client.get("/map.json").json()["provinces"][0].keys() >= {"id", "status", "lists"}
    assert client.get("/entity/nabni.json").json()["name_local"]
    elections = [election["id"] for election in client.get("/.json").json()["elections"]]
    assert elections == [election.id for election in graph.elections]
    assert "iq-2023-governorates" in elections


@pytest.mark.parametrize("row", golden("questions"), ids=lambda row: row["question"])
def test_questions_in_words_are_answered(client: TestClient, row: dict[str, str]) -> None:
    """A question in English or Arabic is answered with a sentence, and links to its stable address."""
    question, address, words = row.values()
    response = client.get("/ask", params={"q": question})
    assert response.status_code == 200
    assert response.headers["content-location"] == address
    assert f'href="{address}"' in response.text
    assert words in text(response.text)
    assert words in text(client.get(address).text) or words.startswith("Reading")
    answer = client.get("/ask.json", params={"q": question}).json()
    assert (answer["asked"], answer["address"]) == (question, address)
    assert answer["answer"]["data_version"]


def test_an_arabic_question_is_answered_in_arabic(client: TestClient) -> None:
    """The page runs right to left and has Arabic names where there are any, also on its map."""
    html = client.get("/ask", params={"q": "أين مقاعد المالكي"}).text
    assert '<html lang="ar" dir="rtl">' in html
    words = text(html)
    assert "نوري المالكي" in words
    assert "ديالى" in words
    assert "State of Law Coalition" not in words.partition("ملاحظات")[0]


def test_a_councils_picture_speaks_the_language_of_its_page(client: TestClient) -> None:
    """What is written in the half-circle and what a screen reader hears of it are Arabic on an Arabic page."""
    drawn = client.get("/who/IQ-KI?lang=ar").text.partition("<figure>")[2].partition("</figure>")[0]
    assert "الأغلبية: 9" in drawn
    assert "مقعد كوتا المسيحيين" in drawn
    assert not re.search("majority|seats|reserved for|16 of", text(drawn))


def test_a_map_speaks_the_language_of_its_page(client: TestClient) -> None:
    """A province where sources differ is said to be one in Arabic on an Arabic page."""
    page = client.get("/where/tasmim?lang=ar").text
    assert "12 أو 10 مقاعد من أصل 23، 52.2% (تتضارب المصادر)" in page
    assert "sources differ" not in page


@pytest.mark.parametrize(("lang", "first"), [("en", "Nabni"), ("ar", "نبني")])
def test_the_first_page_says_at_once_which_lists_won_most(client: TestClient, lang: str, first: str) -> None:
    """Without scripts the first page begins with the largest lists of its election, in their colours."""
    html = client.get("/", params={"lang": lang, "election": "iq-2023-governorates"}).text
    said = answer(html)
    assert said.index(first) < said.index("285") < said.index("2021")
    assert len(re.findall(r'class="majlis bar".*?class="list-\d+"', html)) == 10


def test_shares_are_rounded_as_everywhere() -> None:
    """A share of a prepared query is rounded half up, as `who` rounds it."""
    assert [share(value) for value in (1 / 16, 9 / 52, 0.0, 1.0)] == ["6.3%", "17.3%", "0.0%", "100.0%"]


def test_where_shows_the_six_answers_apart(client: TestClient) -> None:
    """Seats, a shared list, none, unknown and no vote are different words, with the sources of each."""
    words = answer(client.get("/where/nouri-al-maliki").text)
    assert "Baghdad 9 of 52 17.3% joint 1st, with Nabni (We Build) Alliance [1] Baghdad, item 1" in words
    assert "Diyala on a joint list, its part not reported: National Diyala Alliance 4 of 15" in words
    assert "Kirkuk none on its own list" in words
    assert "Erbil held no vote" in words
    assert "Babil 3 of 18* 16.7%" in words
    assert "* size worked out from the seats" in words
    assert "sources differ" not in words  # on a place alone
    assert "sources differ : Basra" in answer(client.get("/where/tasmim").text)


def test_seats_that_nobody_accounts_for_are_unknown(published: GraphView, tmp_path: Path) -> None:
    """A council with open seats says "unknown, 0 to 2", and never none; its picture says how many."""
    published.store.save(tmp_path / "published.kgl")  # type: ignore[attr-defined]
    client = TestClient(application(GraphHolder(str(tmp_path / "published.kgl"))), base_url=HERE)
    assert "Kirkuk unknown, 0 to 2" in text(client.get("/where/state-of-law").text)
    assert "غير معروف: من 0 إلى 2" in text(client.get("/where/state-of-law?lang=ar").text)
    council = text(client.get("/who/IQ-KI").text)
    assert "not accounted for 2 12.5%" in council


@pytest.mark.parametrize(("lang", "words"), [("en", "Baghdad unknown"), ("ar", "بغداد غير معروف")])
def test_a_name_without_a_known_list_is_unknown_without_numbers(client: TestClient, lang: str, words: str) -> None:
    """Where no list of a figure is known, its councils say "unknown" alone, in the table and on the map."""
    page = client.get(f"/where/ali-dawai?lang={lang}").text
    assert words in text(page)
    assert "0 to 0" not in text(page)
    assert "من 0 إلى 0" not in text(page)


def test_the_pictures_are_drawn(client: TestClient) -> None:
    """The council and the map are inline drawings with a title and a description."""
    council = client.get("/who/IQ-BG").text
    assert council.count('class="seat"') >= 52
    assert "<title" in council
    drawn = client.get("/where/nouri-al-maliki").text
    assert 'data-province="IQ-BB" data-status="seats" data-seats="3" data-size="18"' in drawn


@pytest.mark.parametrize("address", ["/", "/map"])
def test_the_largest_lists_are_told_apart_by_colour(client: TestClient, graph: GraphView, address: str) -> None:
    """On the map of the largest lists each list has a colour of its own, the same as in the file of it."""
    page, file = client.get(address).text, picture_of(graph, "map", "")[0]
    fills = re.findall(r'class="province (list-\d+|rest)', page)
    assert fills == re.findall(r'class="province (list-\d+|rest)', file)
    assert "rest" not in fills
    css = client.get(re.findall(r'href="(/static/page.css[^"]*)"', page)[0]).text
    colours = [re.findall(rf"--{fill}:(#[0-9a-f]+)", css) for fill in sorted(set(fills))]
    assert all(f".{fill}{{fill:var(--{fill})" in css for fill in fills)
    for paper in zip(*colours, strict=True):  # light, then dark
        assert len(set(paper)) == len(colours)


def test_the_election_and_the_day_are_parameters(client: TestClient) -> None:
    """`election` and `as_of` ask as the options of the command line do, and links take them along."""
    answer = client.get("/where/Maliki.json?as_of=2024-06-01&election=iq-2023-governorates").json()
    assert answer["election"]["as_of"] == "2024-06-01"
    assert "/who/IQ-BG?election=iq-2023-governorates&amp;as_of=2024-06-01" in (
        client.get("/where/Maliki?as_of=2024-06-01&election=iq-2023-governorates").text
    )
    assert client.get("/where/Maliki?election=none").status_code == 400
    assert client.get("/where/Maliki?as_of=soon").status_code == 400


def by_body(graph: GraphView) -> list[Election]:
    """The elections as the axis has them: those of a body beside each other, the latest first."""
    bodies = [election.body for election in graph.elections]
    return sorted(graph.elections, key=lambda election: bodies.index(election.body))


ASKED = {"election": "iq-2023-governorates", "as_of": "2024-12"}


@pytest.mark.parametrize("address", [*ADDRESSES, "/query/reach?figure=Maliki", "/where/nobody", "/cypher?text=CREATE"])
def test_every_form_and_link_keeps_the_election_and_the_day(client: TestClient, graph: GraphView, address: str) -> None:
    """What leads to another page asks it of the same election, and of the same day where it answers as of one.

    Only the axis of time, and the list of elections of two pages, lead to other elections, the axis as of their days.
    """
    page, given = address.partition("?")[0], dict(parse_qsl(address.partition("?")[2]))
    for lang in ("en", "ar"):
        before, _, rest = client.get(page, params=given | ASKED | {"lang": lang}).text.partition('<nav id="time"')
        axis, _, after = rest.partition("</nav>")
        stops = [tag for name, tag in Reading(f"<nav{axis}</nav>").tags if name == "a"]
        queries = [dict(parse_qsl((stop["href"] or "").partition("?")[2])) for stop in stops]
        assert [query["election"] for query in queries] == [election.id for election in by_body(graph)]
        assert {query.get("lang") for query in queries} == {"ar" if lang == "ar" else None}
        assert not any("as_of" in query for query in queries)  # each as of the day of its vote
        assert [stop.get("aria-current") for stop in stops].count("true") == 1
        tags = Reading(before + after).tags
        chosen: list[str] = []
        links = [tag["href"] or "" for name, tag in tags if name == "a" and "hreflang" not in tag]
        links += [tag["action"] or "" for name, tag in tags if name == "form" and tag["method"] == "post"]
        for link in links:
            path, _, query = link.partition("?")
            if not path.startswith("/") or path.endswith((".json", ".csv")):
                continue
            taken = dict(parse_qsl(query))
            if page == path and page.split("/")[1] in ("", "entity") and taken.get("election") != ASKED["election"]:
                chosen.append(taken.pop("election"))  # it is asked of another election, too
                taken["election"] = ASKED["election"]
            first = path.split("/")[1]
            dated = first in ("", "ask", "why") or (first in QUESTIONS and QUESTIONS[first].dated)
            dated = dated or path == page == "/query/reach"  # its rows are of that day
            assert taken.get("election") == ASKED["election"], link
            assert taken.get("as_of") == (ASKED["as_of"] if dated else None), link
            assert taken.get("lang") == ("ar" if lang == "ar" else None), link
        assert len(chosen) == (len(graph.elections) - 1 if page.split("/")[1] in ("", "entity") else 0)
        assert {*chosen} <= {election.id for election in graph.elections}
        forms: list[list[str | None]] = []
        for name, tag in tags:
            if name == "form":
                forms.append([])
            elif name == "input" and "name" in tag:  # a switch of the page sends nothing
                forms[-1].append(tag["name"])
        own = ["lang"] if lang == "ar" else []
        assert forms[0] == ["q", *own, "election", "as_of"]
        for fields in forms[1:]:
            assert fields == ["parameters"] or (fields.count("election"), fields.count("lang")) == (1, len(own))


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/where/Maliki?as_of=2024-12", "/where/nouri-al-maliki"),
        ("/who/Baghdad", "/who/IQ-BG"),
        ("/why/Maliki/Baghdad", "/why/nouri-al-maliki/IQ-BG"),
        ("/ask?q=malki", "/where/nouri-al-maliki"),
        ("/compare/nabni;state-of-law", "/compare/nabni%3Bstate-of-law"),
        ("/entity/nabni", "/where/nabni"),
        ("/history/nabni", "/where/nabni"),
        ("/map", "/map"),
        ("/sources", "/"),
        ("/where/nobody", "/"),
        ("/", "/"),
    ],
)
def test_the_axis_keeps_what_is_shown(client: TestClient, graph: GraphView, address: str, path: str) -> None:
    """A stop asks the same of its election, or of a page that is of none the usual answer about its name."""
    axis = client.get(address).text.partition('<nav id="time"')[2].partition("</nav>")[0]
    links = [given["href"] or "" for name, given in Reading(f"<nav{axis}</nav>").tags if name == "a"]
    assert links == [f"{path}?election={election.id}" for election in by_body(graph)]
    assert {client.get(link).status_code for link in links} == {200}


def test_another_body_is_not_asked_about_an_election(client: TestClient) -> None:
    """From the page of a house the axis leads to its own elections, and to the first page of the others."""
    axis = client.get("/who/iq-council-of-representatives").text.partition('<nav id="time"')[2].partition("</nav>")[0]
    assert 'href="/who/iq-council-of-representatives?election=iq-2025-representatives"' in axis
    assert 'href="/?election=iq-2023-governorates"' in axis


def test_an_election_at_which_a_name_did_not_stand_says_so(client: TestClient) -> None:
    """Nabni was made for 2023: the answer about 2009, to which the axis leads, knows no list of it."""
    html = client.get("/where/nabni").text
    assert 'href="/where/nabni?election=iq-2009-governorates"' in html
    said = text(client.get("/where/nabni?election=iq-2009-governorates").text)
    assert (
        "31 Jan 2009: No list of this election is known to be Nabni (We Build) Alliance's own, nor one that Nabni"
        in said
    )


def test_why_says_the_council_as_of_the_day(client: TestClient) -> None:
    """By 2024-12 Khanjar had left the party that won 4 seats in Baghdad, and the page says which day it tells of."""
    assert "Baghdad: 4 of 52 seats" in text(client.get("/why/Khanjar/Baghdad").text)
    later = "/why/Khanjar/Baghdad?as_of=2024-12&election=iq-2023-governorates"
    assert "Baghdad: unknown (Ties as of Dec 2024)" in text(client.get(later).text)


def test_a_prepared_query_has_a_form(client: TestClient) -> None:
    """The form asks for what the query takes; given that, its rows come, and a misspelt name is said."""
    html = client.get("/query/reach").text
    assert '<input id="p-figure" name="figure"' in html
    assert "<table>" not in html
    rows = client.get("/query/reach?figure=malki").text
    assert "Reading “malki” as Nouri al-Maliki" in text(rows)
    assert "<table>" in rows
    assert client.get("/query/reach?election=iq-2023-governorates").status_code == 200
    assert client.get("/query/reach?nobody=x").status_code == 400
    assert client.get("/query/totals_by_list.json?limit=1").json()["cut"] is True
    assert client.get("/query/reach?figure=Maliki&limit=x").status_code == 400


def test_cypher_runs_behind_the_gate(client: TestClient) -> None:
    """A text that reads is answered, from the address or a form, with parameters."""
    given = {"text": "MATCH (n:Entity {id: $id}) RETURN n.name AS name", "parameters": '{"id": "IQ-BG"}'}
    assert "Baghdad" in client.post("/cypher", data=given).text
    assert client.get("/cypher.json", params=given).json() == {"columns": ["name"], "rows": [["Baghdad"]], "cut": False}
    assert client.post("/cypher", data=given | {"parameters": "[1]"}).status_code == 400
    mistyped = {"text": "MATCH (n:Bloc) RETURN n.nmae AS name"}
    assert "no node property &#34;nmae&#34;" in client.post("/cypher", data=mistyped).text
    assert "خاصية لعقدة باسم &#34;nmae&#34;" in client.post("/cypher?lang=ar", data=mistyped).text


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_examples_of_the_first_page_are_answered(client: TestClient, lang: str) -> None:
    """Every example of the question box has an answer, about what it names: the largest names of the election."""
    page = client.get(f"/?lang={lang}").text.replace("+", "%20")
    answered = []
    for question in client.get(f"/.json?lang={lang}").json()["examples"]:
        assert f"q={quote(question)}" in page
        found = client.get("/ask", params={"q": question, "lang": lang})
        assert found.status_code == 200
        answered.append(found.headers["content-location"].partition("?")[0])
    assert answered == [
        *("/where/hadi-al-amiri", "/who/IQ-BG", "/where/state-of-law", "/who/IQ-BG"),
        *("/why/hadi-al-amiri/IQ-BG", "/influence/IQ-NI"),
    ]


def test_another_countrys_examples_are_its_own(tmp_path: Path) -> None:
    """The questions of the first page name lists and places of the graph that is open; without seats there are none."""
    asked = [
        *("where does Åda Lindqvist hold seats", "who holds Åsholm", "Harbour List"),
        *("why Åda Lindqvist Åsholm", "influence Berg and Dal"),
    ]
    for documents, examples in (([ELSEWHERE / "final.txt", ELSEWHERE / "press.txt"], asked), ([], [])):
        graphs.build(ELSEWHERE, [UserDocument(path) for path in documents], only=True, to=str(tmp_path / "estmark.kgl"))
        client = TestClient(application(GraphHolder(str(tmp_path / "estmark.kgl"))), base_url=HERE)
        assert client.get("/.json").json()["examples"] == examples
        assert {client.get("/ask", params={"q": question}).status_code for question in ["sources", *examples]} == {200}


def test_a_name_in_another_language_is_not_taken_for_arabic(
    knowledge: Knowledge, decided: Decided, tmp_path: Path
) -> None:
    """A local name whose language is not the page's stays off the page, where the usual name stands instead."""
    entities = dict(knowledge.registry.entities)
    entities["IQ-BG"] = replace(entities["IQ-BG"], name_local="Bexda", lang="ku")
    known = replace(knowledge, registry=replace(knowledge.registry, entities=entities))
    stored(known, decided).save(tmp_path / "other.kgl")
    client = TestClient(application(GraphHolder(str(tmp_path / "other.kgl"))), base_url=HERE)
    words = text(client.get("/who/IQ-BG?lang=ar").text)
    assert "Baghdad" in words
    assert "Bexda" not in words
    assert "البصرة" in text(client.get("/map?lang=ar").text)
    assert "Bexda" in text(client.get("/entity/IQ-BG?lang=ar").text)


def test_the_first_page_shows_the_election(client: TestClient) -> None:
    """Under the question box stand how much is known, the map, and who has most seats in each council."""
    page = client.get("/").text
    assert "285 of 285 seats" in text(page)
    assert page.count("data-province=") == 18
    assert "Tasmim Alliance 12 or 10 of 23" in text(page)


def test_the_network_is_an_answer_on_which_the_application_opens(client: TestClient) -> None:
    """`/network` is the first page, with a name the answer about it; its JSON is what the application shows."""
    assert "won 35 of 285 seats" in text(client.get("/network/malki").text)
    data = client.get("/network/malki.json").json()
    assert (data["about"], data["accounted"]) == ("nouri-al-maliki", 285)
    assert client.get("/network/nobody").status_code == 404
    assert client.get("/network.json?election=none").status_code == 400


def test_the_application_opens_on_answers_alone(client: TestClient) -> None:
    """Answers about names, councils and the whole have its scripts; documents, errors and other days have none."""
    for address in ("/", "/where/Maliki", "/who/Baghdad", "/why/Maliki/Babil", "/map", "/ask?q=malki"):
        assert 'id="start"' in client.get(address).text, address
    for address in ("/coverage", "/why/Maliki", "/where", "/where/nobody", "/where/Maliki?as_of=2024-01-01", "/cypher"):
        assert "<script" not in client.get(address).text, address


def test_the_data_of_the_application_are_those_of_the_file(client: TestClient, graph: GraphView, data: Path) -> None:
    """Each part has an address that changes with it and may be kept for ever; it is what `majlis show` embeds."""
    (found,) = re.findall(r'"data":"(/data/[0-9a-f]+)"', client.get("/where/Maliki").text)
    parts = Parts(graph, outlines=read_outlines(data))
    for name in ("rules", "names", "common-ar", "iq-2023-governorates-en"):
        response = client.get(f"{found}/{name}.json")
        assert response.headers["cache-control"] == "max-age=31536000, immutable"
        assert response.json() == json.loads(json.dumps(parts.part(name))), name
    assert client.get(f"{found}/nothing.json").status_code == 404
    assert client.get("/data/0000/names.json").status_code == 404


def test_why_says_where_in_the_source_and_what_is_disputed(client: TestClient) -> None:
    """The place in a report stands beside its title, before its address; no side of a dispute is said to count."""
    page = text(client.get("/why/nouri-al-maliki/IQ-BB").text)
    assert "Shafaq News, 28 Dec 2023, Babel, item 2 relay https://" in page.replace(" ,", ",")
    ranks = page.partition("place in Babil: disputed, 2 or 3")[2].partition("Decision")[2].partition("Decision")[0]
    assert (ranks.count("preliminary disputed"), ranks.count("counts")) == (2, 0)
    assert "final counts" in page
    ranks = text(client.get("/why/nouri-al-maliki/IQ-BB?lang=ar").text).partition("محل خلاف: 2 أو 3")[2]
    assert "أولي محل خلاف" in ranks


def test_the_coverage_keeps_no_vote_apart_and_leads_on(client: TestClient) -> None:
    """Provinces without a vote are no rows of unknowns; each row leads to what it is about; every gap is listed."""
    page = client.get("/coverage").text
    table, after = page.partition("</table>")[::2]
    assert "Duhok" not in text(table)
    assert "held no vote: Duhok , Erbil , Sulaymaniyah" in text(after)
    assert '<th scope="row"><a href="/who/IQ-BB"><bdi>Babil</bdi></a></th>' in table
    assert "Decided against a source" in after
    assert f'href="/sources/{SOURCE}"' in client.get("/coverage?by=source").text
    assert 'href="/why/state-of-law/IQ-BB"' in client.get("/coverage?by=fact").text


def test_a_source_is_told_in_words(client: TestClient) -> None:
    """The page of a source says each of its statements in words, with its place and what else is said of it."""
    page = client.get("/sources/the-national-2023-12-19").text
    assert "State of Law Coalition : place in Babil : 2 preliminary paragraph 5 Why?" in text(page)
    assert 'href="/why/state-of-law/IQ-BB?election=iq-2023-governorates"' in page


# --- Every body that sits ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def anybody(graph_file: Path) -> TestClient:
    """A browser that asks a server on the shipped graph, which it opens as the first question finds the environment."""
    return TestClient(application(GraphHolder(str(graph_file))), base_url=HERE)


@pytest.fixture
def sitting(anybody: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """A browser that asks a server without a usual election, on a day when three bodies sit."""
    monkeypatch.delenv("MAJLIS_ELECTION")
    monkeypatch.setenv("MAJLIS_TODAY", "2026-06-30")
    return anybody


BODIES = ["iq-2025-representatives", "iq-2023-governorates", "iq-krg-2024-parliament"]


def test_all_that_is_known_is_of_every_body_that_sits(sitting: TestClient) -> None:
    """An entity's page tells each body in its turn and leads to each election, of which it tells alone if asked."""
    every = sitting.get("/entity/state-of-law.json").json()
    told = [one["election"]["id"] for one in every["answers"]]
    assert told == BODIES
    page = sitting.get("/entity/state-of-law").text
    headings = [text(page).index(f"{body}, elected") for body in ("Council of Representatives", "Councils")]
    assert headings == sorted(headings)
    assert 'href="/entity/state-of-law?election=iq-2018-representatives"' in page
    one = sitting.get("/entity/state-of-law.json?election=iq-2023-governorates").json()
    assert "answers" not in one
    assert {fact["object"] for fact in one["facts"] if fact["predicate"] == "holds_seats"} >= {"IQ-BG", "IQ-BA"}
    alone = text(sitting.get("/entity/state-of-law?election=iq-2023-governorates").text)
    assert "Council of Representatives, elected" not in alone


def test_why_tells_every_body_that_sits_with_what_was_decided(sitting: TestClient) -> None:
    """Each body has its facts under its heading with decision and sources, or says that nothing is said of it."""
    html = sitting.get("/why/nabni").text
    page = text(html)
    house, councils = page.partition("Councils, elected 18 Dec 2023")[::2]
    assert "Council of Representatives, elected 11 Nov 2025 No statement is known." in house
    assert "Nabni (We Build) Alliance: seats in the whole election: 43" in councils
    assert "Decision: final; relay outranks reference" in councils
    assert "40 final overruled Final Results For Iraq’s Provincial Elections" in councils
    assert "Kurdistan Parliament, elected 20 Oct 2024 No statement is known." in councils
    ids = [given["id"] for _, given in Reading(html).tags if "id" in given]
    assert len(ids) == len(set(ids))
    babil = text(sitting.get("/why/nouri-al-maliki/IQ-BB").text)
    assert "Babil: 3 of 18 seats" in babil.partition("Councils, elected")[2]


def test_why_of_an_election_is_what_is_said_of_it(sitting: TestClient) -> None:
    """An election before the present ones is told as itself, under no body that sits."""
    page = text(sitting.get("/why/iq-2021-representatives").text)
    assert "Iraqi parliamentary election, 2021: seats in all (both): 329" in page
    assert "elected 20 Oct 2024" not in page


@pytest.mark.parametrize(
    ("lang", "headings", "words"),
    [
        (
            "en",
            ["Council of Representatives, elected 11 Nov 2025", "Councils, elected 18 Dec 2023"],
            (
                "Baghdad 9 of 71 seats, 12.7% (State of Law Coalition)",
                "Babil 3 of 17 seats (on a list of members; it does not prove that the seat was won or is held today)",
                "Baghdad 9 of 52 seats, 17.3%",
                "Diyala on a joint list, its part not reported: National Diyala Alliance 4 of 15",
                "Erbil held no vote",
            ),
        ),
        ("ar", ["مجلس النواب العراقي، اقتراع 11 تشرين الثاني 2025"], ("بغداد 9 مقاعد من أصل 52، 17.3%",)),
    ],
)
def test_every_body_that_sits_has_a_section(
    sitting: TestClient, lang: str, headings: list[str], words: tuple[str, ...]
) -> None:
    """Without an election the page has each body under its heading, which leads to it alone; no id stands twice."""
    html = sitting.get(f"/where/Maliki?lang={lang}").text
    tags = Reading(html).tags
    ids = [given["id"] for _, given in tags if "id" in given]
    assert len(ids) == len(set(ids))
    more = "lang=ar&amp;" if lang == "ar" else ""
    links = [f'<a href="/where/nouri-al-maliki?{more}election={election}">' for election in BODIES]
    sections = html.split("<h2 id=")[1:4]
    assert [link in section for link, section in zip(links, sections, strict=True)] == [True] * 3
    assert ["<table>" in section for section in sections] == [True, True, False]  # of the last no list is known
    for said in (*headings, *words):
        assert said in text(html)
    alone = sitting.get(f"/where/nouri-al-maliki?lang={lang}&election={BODIES[1]}").text
    assert "9 من 52" in alone or "9 of 52" in alone


def test_every_body_that_sits_is_in_the_data(sitting: TestClient, graph: GraphView) -> None:
    """JSON has an answer for each body, CSV all their rows behind their elections."""
    found = sitting.get("/where/Maliki.json").json()
    assert [(answer["election"]["id"], answer["total"]) for answer in found["answers"]] == [
        (BODIES[0], 30),
        (BODIES[1], 35),
        (BODIES[2], None),
    ]
    assert found["answers"][1]["provinces"] == where(graph, "Maliki", BODIES[1]).to_dict()["provinces"]
    rows = list(csv.DictReader(StringIO(sitting.get("/where/Maliki.csv").text)))
    assert [*dict.fromkeys(row["election"] for row in rows)] == BODIES
    held = {(row["election"], row["province"]): row["seats"] for row in rows if row["seats"]}
    assert (held[BODIES[0], "IQ-BG"], held[BODIES[1], "IQ-BG"]) == ("9", "9")


@pytest.mark.parametrize(
    "address", ["/who/Baghdad", "/why/Maliki/Baghdad", "/influence", "/margins", "/members/Maliki", "/coverage"]
)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_question_is_answered_of_all_bodies(sitting: TestClient, address: str, lang: str) -> None:
    """Each body has a table with headings, or its facts, and its answer leads to a page about it alone."""
    html = sitting.get(f"{address}?lang={lang}").text
    tags = Reading(html).tags
    heads = re.findall(r"<table>\s*<thead>(.*?)</thead>", html)
    assert heads or (address.startswith("/why") and 'class="fact' in html)
    assert ['scope="col"' in head for head in heads] == [True] * html.count("<table>")
    ids = [given["id"] for _, given in tags if "id" in given]
    assert len(ids) == len(set(ids))
    links = [given["href"] or "" for tag, given in tags if tag == "a" and "election=" in (given.get("href") or "")]
    assert links
    assert {sitting.get(link).status_code for link in links} == {200}


def test_a_source_is_told_of_its_own_election(sitting: TestClient) -> None:
    """Without an election the page of a source is about the one that it speaks of, and so are its links."""
    html = sitting.get("/sources/the-national-2023-12-19").text
    assert "It makes 37 statements about Iraqi governorate council elections, 2023" in text(html)
    assert 'href="/why/state-of-law/IQ-BB?election=iq-2023-governorates"' in html


# --- Disputed numbers ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def disputing(disputed: GraphView, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """A browser that asks the server on two papers that differ."""
    path = tmp_path_factory.mktemp("disputed") / "disputed.kgl"
    disputed.store.save(path)  # type: ignore[attr-defined]
    return TestClient(application(GraphHolder(str(path))), base_url=HERE, raise_server_exceptions=False)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/who/IQ-BG", ('<td class="number">8 or 9</td>', ">15.4% or 17.3%</td>", ">place open</td>")),
        ("/who/IQ-BG", ("sources dispute which lists have most of these", "8 or 9 of 52 seats")),
        (
            "/who/IQ-BG?lang=ar",
            (">8 أو 9</td>", ">15.4% أو 17.3%</td>", ">الترتيب غير محسوم</td>", "8 أو 9 مقاعد من أصل 52"),
        ),
        ("/who/IQ-BB?lang=ar", (">10 إلى 12</td>", "10 إلى 12 مقعداً من أصل 18")),
        ("/where/nabni", ("<td>8 or 9 of 52 ", "place open", ": 48 to 50 seats")),
        ("/where/nabni?lang=ar", ("<td>8 أو 9 من 52 ", "الترتيب غير محسوم", "48 إلى 50", ": 8 أو 9 مقاعد من أصل 52")),
        ("/map", ("8 or 9 of 52", "(not certain: 27 not accounted for)</td>", ">10 to 12 of 18</td>")),
        ("/map?lang=ar", (">10 إلى 12 من 18</td>", "محل خلاف")),
        ("/", ("(not certain: 27 not accounted for)</td>",)),
    ],
)
def test_pages_show_disputed_numbers(disputing: TestClient, address: str, words: tuple[str, ...]) -> None:
    """Both numbers and an open place stand in the tables, pictures and sentences of both languages."""
    html = disputing.get(address).text
    for text in words:
        assert text in html, text
    assert "None" not in html


def test_the_map_as_data_has_both_numbers(disputing: TestClient) -> None:
    """Each province has from which number to which its largest lists go, none where that is not certain."""
    found = {area["id"]: area for area in disputing.get("/map.json").json()["provinces"]}
    assert [found["IQ-BB"][key] for key in ("seats", "most", "lists")] == [10, 12, ["state-of-law"]]
    assert [found["IQ-BG"][key] for key in ("seats", "most", "lists")] == [None, None, []]
    assert found["IQ-BG"]["status"] == "unknown"
